"""Every piece of an event in every format; flyers open the right way in every language."""

import io

import pikepdf
import pypdfium2
import pytest

from cms.core.medium import Medium
from cms.events.layouts import FLYER, panels_of
from cms.renditions.formats import FLYERS, SHEETS
from cms.renditions.models import Newspaper
from cms.renditions.pdf import Purpose, make_pdf
from cms.renditions.render import render
from tests.bodies import ARABIC, translate_tree
from tests.events.content import make_event, make_index, moment

pytestmark = pytest.mark.django_db
ADS = ("ad:bote:1x50", "ad:bote:2x91", "ad:bote:2x120", "ad:bote:3x100", "ad:bote:6x60")
PT_MM = 25.4 / 72


@pytest.fixture
def event(home):
    Newspaper.objects.create(name="Bote", slug="bote", column_widths=[45, 91.5, 137, 184, 230, 280])
    return make_event(make_index(home))


def chosen(event, key: str, *, sheet: str, design: str = ""):
    return next(product for product in event.products() if product.key == key).chosen(sheet=sheet, design=design)


def test_every_piece_is_there_in_every_format_and_design(event):
    for product in event.products():
        assert len(product.designs) >= 2
        for sheet in (*(key for key in product.formats if key != "ad"), *(ADS if "ad" in product.formats else ())):
            for design in product.designs:
                choice = product.chosen(sheet=sheet, design=design.key)
                html = " ".join(render(event, medium=Medium.PRINT, product=choice).content.split()).replace("\u00a0", " ")
                assert "Lotse?" in html and "29. November 2036" in html and "Alte Feuerwache" in html, choice


EVERYTHING = {"about", "questions", "body", "programme", "place", "access", "picture", "part", "partners"}


def sides_of(key, filled):
    return [panels_of(SHEETS[key], side=side, mirrored=False, filled=filled) for side in ("outside", "inside")]


@pytest.mark.parametrize("key", FLYERS)
@pytest.mark.parametrize("missing", ["programme", "access", "questions"])
def test_no_panel_inside_stays_empty_and_nothing_is_lost_when_an_event_has_less(key, missing):
    filled = EVERYTHING - {missing}
    _outside, inside = sides_of(key, filled)
    assert all(panel["parts"] for panel in inside)
    whole = [part for side in sides_of(key, EVERYTHING) for panel in side for part in panel["parts"]]
    found = [part for side in sides_of(key, filled) for panel in side for part in panel["parts"]]
    assert sorted(found) == sorted(part for part in whole if part != missing)


@pytest.mark.parametrize("key", FLYERS)
def test_a_flyer_has_every_part_in_one_panel(key):
    sides = sides_of(key, EVERYTHING)
    parts = [part for side in sides for panel in side for part in panel["parts"]]
    for part in ("title", "about", "questions", "programme", "place", "access", "part", "body"):
        assert parts.count(part) == (0 if part == "access" and len(sides[0]) == 2 else 1), (key, part)
    assert {panel["key"] for side in sides for panel in side} == set(FLYER[len(sides[0])])


def where(data: bytes, page: int, text: str) -> float:
    """The left edge of a text, mm from the left edge of the page."""
    textpage = pypdfium2.PdfDocument(data)[page].get_textpage()
    found = textpage.search(text).get_next()
    assert found, f"{text} is not on page {page}"
    return textpage.get_charbox(found[0])[0] * PT_MM


def test_the_title_is_the_rightmost_panel_and_in_arabic_the_leftmost(event, locales):
    product = chosen(event, "flyer", sheet="flyer-6-wrap")
    german = make_pdf(render(event, medium=Medium.PRINT, product=product)).data
    assert where(german, 0, "Offenes Fr") >= 197
    assert 100 <= where(german, 1, "Pause") < 200
    translate_tree(event.get_parent().specific, locale=locales["ar"], words=ARABIC)
    page = event.copy_for_translation(locales["ar"])
    page.kicker = "Lindenau 2036"
    page.save_revision().publish()
    arabic = make_pdf(render(page, medium=Medium.PRINT, product=product)).data
    assert where(arabic, 0, "2036") <= 100


def test_a_press_flyer_has_its_format_and_bleed(event):
    pdf = make_pdf(
        render(event, medium=Medium.PRINT, product=chosen(event, "flyer", sheet="flyer-4-dl", design="bold")),
        purpose=Purpose.PRESS,
    )
    with pikepdf.open(io.BytesIO(pdf.data)) as document:
        assert len(document.pages) == 2
        for page in document.pages:
            trim = [float(value) * PT_MM for value in page.trimbox]
            bleed = [float(value) * PT_MM for value in page.bleedbox]
            assert trim[2] - trim[0] == pytest.approx(198, abs=0.1) and trim[3] - trim[1] == pytest.approx(210, abs=0.1)
            assert bleed[2] - bleed[0] == pytest.approx(204, abs=0.1)


def test_too_much_for_a_panel_is_said(event):
    event.questions = "\n".join(f"Frage {number}: Was geschieht, wenn niemand antwortet?" for number in range(60))
    event.save_revision().publish()
    pdf = make_pdf(render(event, medium=Medium.PRINT, product=chosen(event, "flyer", sheet="flyer-6-wrap")))
    assert [fit["name"] for fit in pdf.fits if fit["over"]] == ["inside-1"]


def test_the_poster_shows_the_next_date_not_the_first(home):
    event = make_event(make_index(home), dates=[(moment(2020, 3, 7, 10, 0), None), (moment(2036, 6, 21, 10, 0), None)])
    html = render(event, medium=Medium.PRINT, product=chosen(event, "poster", sheet="poster-a4")).content
    assert "21. Juni 2036" in html and "2020" not in html


def test_the_next_dates_are_a_sheet_in_every_language(home, locales):
    index = make_index(home)
    event = make_event(index)
    translate_tree(index, locale=locales["ar"], words=ARABIC)
    translated = event.copy_for_translation(locales["ar"])
    translated.save_revision().publish()
    for page in (index, index.get_translation(locales["ar"])):
        (product,) = page.products()
        for sheet in product.formats:
            rendition = render(page, medium=Medium.PRINT, product=product.chosen(sheet=sheet))
            assert event.title.split()[0] in rendition.content
            with pikepdf.open(io.BytesIO(make_pdf(rendition, purpose=Purpose.SCREEN).data)) as pdf:
                assert len(pdf.pages) == 1


def test_what_is_cancelled_or_over_is_not_on_the_sheet_and_nothing_is_printed_without_dates(home):
    index = make_index(home)
    (product,) = index.products()
    assert [finding.code for finding in index.print_objections(product)] == ["event-no-date"]
    event = make_event(index)
    assert index.print_objections(product) == []
    event.dates.update(start=moment(2020, 1, 1, 9), end=None)
    assert index.printed_months() == []

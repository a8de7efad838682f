"""Every piece of a campaign in every format: complete, in its place, and never cut."""

import pytest
from django.utils.html import strip_tags
from pypdfium2 import PdfDocument

from cms.campaigns.layouts import LAYOUTS, SMALL, rows_for
from cms.campaigns.printing import MEDIA
from cms.core.medium import Medium
from cms.events.layouts import LAYOUTS as EVENT_LAYOUTS
from cms.events.layouts import SMALL as EVENT_SMALL
from cms.renditions.inspection import look_at_pdf
from cms.renditions.joining import single_pages
from cms.renditions.models import Newspaper, PrinterProfile
from cms.renditions.pdf import Purpose, make_pdf
from cms.renditions.places import Place
from cms.renditions.preflight.findings import Severity
from cms.renditions.preflight.service import preflight_pdf
from cms.renditions.render import render
from cms.renditions.sheet import Sheet
from tests.campaigns.content import make_campaign, make_person
from tests.factories import make_image
from tests.kept import kept

pytestmark = pytest.mark.django_db
ADS = ("ad:bote:1x50", "ad:bote:2x91", "ad:bote:2x120", "ad:bote:3x100", "ad:bote:6x60")


@pytest.fixture
def campaign(home):
    return kept("campaign for print", lambda: make_printed(home))


def make_printed(home):
    Newspaper.objects.create(name="Bote", slug="bote", column_widths=[45, 91.5, 137, 184, 230, 280])
    campaign = make_campaign(home)
    make_person(campaign)
    make_person(campaign, name="Kofi Asante", statement="Abseits ist in jeder Sprache ungerecht.")
    return campaign


def choices(page) -> list:
    """Every product of a page in every format and design."""
    return [
        product.chosen(sheet=sheet, design=design.key)
        for product in page.products()
        for sheet in (*(key for key in product.formats if key != "ad"), *(ADS if "ad" in product.formats else ()))
        for design in product.designs
    ]


def test_every_product_has_two_designs_and_a_medium_to_agree_to(campaign):
    assert {product.key for product in campaign.products()} == set(MEDIA)
    for page in (campaign, campaign.testimonials[0]):
        assert {product.key for product in page.products()} == set(MEDIA) - ({"posters"} if page != campaign else set())
        assert all(len(product.designs) >= 2 for product in page.products())


def test_every_piece_is_there_in_every_format_and_design(campaign):
    person = campaign.testimonials[0]
    for product in choices(person):
        html = render(person, medium=Medium.PRINT, product=product).content
        assert "Brot" in html and "Samira" in html.replace("\u00a0", " "), product
        assert ("V.i.S.d.P." in html or "V. i. S. d. P." in html.replace("\u00a0", " ")) or product.key == "social", product
        assert html.count('<section class="piece ') == (2 if product.key == "postcard" else 1), product


def test_a_series_has_one_piece_for_everybody_who_agreed(campaign):
    make_person(campaign, name="Hoa Tran", media=["web", "poster"])
    fresh = type(campaign).objects.get(pk=campaign.pk)
    pieces = {
        product.key: render(fresh, medium=Medium.PRINT, product=product).content.count('<section class="piece ')
        for product in fresh.products()
    }
    assert pieces == {"poster": 1, "posters": 3, "ad": 2, "board": 3, "postcard": 6, "social": 1}


def test_a_series_is_taken_apart_because_newspapers_want_a_file_for_each_advertisement(campaign):
    newspaper = PrinterProfile(name="Zeitung", slug="zeitung", icc_name="IFRA26_free.icc", identifier="IFRA26", bleed=0)
    product = next(one for one in campaign.products() if one.key == "ad").chosen(sheet="ad:bote:2x120")
    rendition, condition = render(campaign, medium=Medium.PRINT, product=product), newspaper.condition()
    made = make_pdf(rendition, purpose=Purpose.PRESS, condition=condition)
    singles = single_pages(made.data)
    assert made.pages == len(singles) == 2
    words = [PdfDocument(single)[0].get_textpage().get_text_bounded() for single in singles]
    assert ["Samira" in text for text in words] == [True, False]
    assert ["Kofi" in text for text in words] == [False, True]
    assert all(len(single) < 0.8 * len(made.data) for single in singles)
    for data in singles:
        checked = preflight_pdf(data, sheet=product.sheet, condition=condition, purpose=Purpose.PRESS, product=product)
        assert [finding for finding in checked.findings if finding.severity == Severity.ERROR] == []
    found = look_at_pdf(made, rendition=rendition, purpose=Purpose.PRESS, condition=condition)
    assert [finding for finding in found if finding["severity"] == "error"] == []


@pytest.mark.parametrize("count", [1, 2, 3, 7, 10, 23])
def test_the_faces_fill_the_whole_field(count):
    rows = rows_for(count, width=420, height=400)
    assert sum(rows) == count and min(rows) >= 1 and max(rows) - min(rows) <= 1


def test_every_place_lies_on_the_sheet_or_reaches_beyond_it_on_purpose():
    """Text keeps inside: only cut-outs may leave the sheet."""
    text = {"claim", "first", "last", "words", "said", "name", "long", "facts"}
    for shapes in [*LAYOUTS.values(), {"small": SMALL["ad"]}, {"small": SMALL["quote_ad"]}]:
        for shape, places in shapes.items():
            for name in text & set(places):
                box = places[name]
                if box:
                    assert box.x >= 0 and box.y >= 0 and box.x + box.w <= 100 and box.y + box.h <= 100, (shape, name)


def test_places_are_mirrored_for_languages_read_from_the_right():
    sheet = Sheet("probe", 200, 100, 0, 0, 0, 4, 4)
    assert Place(10, 20, 30, 40).rect(sheet) == (20, 20, 60, 40)
    assert Place(10, 20, 30, 40).rect(sheet, mirrored=True) == (120, 20, 60, 40)
    assert Place(10, 20, 30).rect(sheet)[3] == 60


@pytest.mark.parametrize(
    ("product", "sheet", "design"),
    [
        ("poster", "poster-a4", "planes"),
        ("poster", "poster-a5", "quote"),
        ("ad", "ad:bote:1x50", "quote"),
        ("ad", "ad:bote:6x60", "planes"),
        ("postcard", "card-a6", "planes"),
        ("board", "roll-up", "planes"),
    ],
)
def test_the_longest_statement_fits_and_is_never_cut(campaign, product, sheet, design):
    """90 characters, the longest word 40: on a poster it is set smaller, in the smallest advertisement as well."""
    longest = "Donaudampfschifffahrtsgesellschaftskapitän sagt: Wer hier wohnt, soll auch hier mitreden."
    person = make_person(campaign, name="Maximiliane von Hohenstaufen-Lindenau", statement=longest[:90])
    chosen = next(item for item in person.products() if item.key == product).chosen(sheet=sheet, design=design)
    pdf = make_pdf(render(person, medium=Medium.PRINT, product=chosen))
    assert pdf.pages == (2 if product == "postcard" else 1)
    assert [fit for fit in pdf.fits if fit["over"]] == []


def test_heights_that_templates_print_are_whole_numbers():
    """A comma instead of the point, as German writes it, would make the style invalid."""
    every = [shape for shapes in (LAYOUTS, EVENT_LAYOUTS) for named in shapes.values() for shape in named.values()]
    for found in (*every, *SMALL.values(), *EVENT_SMALL.values()):
        assert all(isinstance(found.get(name), int | None) for name in ("band", "foot", "stage", "sheet"))


def test_a_piece_names_who_made_its_pictures_once(campaign):
    image = make_image("Chor")
    for person in campaign.testimonials:
        person.portrait = image
        person.save()
    for product in ("poster", "social"):
        page = type(campaign).objects.get(pk=campaign.pk)
        choice = next(item for item in page.products() if item.key == product)
        html = render(page, medium=Medium.PRINT, product=choice).content
        assert strip_tags(html).count(f"Bild: {image.credit}") == 1

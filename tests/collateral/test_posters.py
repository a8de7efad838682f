"""Posters: claims that fit by themselves, every shape of sheet, every design, and what the form refuses."""

from io import BytesIO

import pikepdf
import pytest
from django.core.exceptions import ValidationError
from pypdfium2 import PdfDocument

from cms.collateral.poster_plan import Words, plan_poster, together
from cms.core.medium import Medium
from cms.renditions.display_type import paragraph_lines, set_text
from cms.renditions.faces import CLAIM, MEDIUM
from cms.renditions.formats import SHEETS, ad_sheet
from cms.renditions.ink.condition import PressCondition
from cms.renditions.pdf import Purpose, make_pdf
from cms.renditions.printing import product_of
from cms.renditions.render import render
from cms.renditions.templatetags.piece_tags import PieceSheet
from tests.collateral.signs import make_poster

MM = 72 / 25.4


def words(**changed) -> Words:
    values = {
        "kicker": "Frühstück",
        "claim": "Wir sind Lindenau.",
        "text": "Ein Tisch, dreißig Meter lang.",
        "facts": (("when", "Wann", "Sonntag, 10 Uhr"), ("where", "Wo", "Fischmarkt")),
        "address": "lindenau.example/q/abc234",
        "sender": "Integrationsrat der Stadt Lindenau an der Pegnach",
        "legal": "Ines Kaltwasser, Am Fischmarkt 1",
        "credit": "Jonne Reith",
        "partners": False,
        "easy": False,
    }
    return Words(**(values | changed))


def test_a_claim_is_broken_by_sense_into_the_largest_type_that_fits():
    setting = set_text("Wir sind Lindenau.", width=380, height=200)
    assert setting.lines == ("Wir sind", "Lindenau.")
    assert max(CLAIM.width(line) for line in setting.lines) * setting.size <= 380.01
    assert setting.height <= 200


def test_an_article_is_not_left_behind_at_the_end_of_a_line():
    setting = set_text("Wir feiern zusammen in der Stadtbücherei", width=300, height=120, most_lines=2)
    assert not any(line.rsplit(" ", 1)[-1] in ("in", "der") for line in setting.lines[:-1])


def test_a_sentence_does_not_begin_at_the_end_of_a_line():
    setting = set_text("Wir kommen zu Ihnen. Auch in die Südstadt.", width=380, height=200)
    assert not any(line.endswith(". Auch") for line in setting.lines)


def test_line_breaks_of_the_editor_are_kept():
    assert set_text("Bring\nmit, was du isst", width=300, height=200).lines == ("Bring", "mit, was du isst")


def test_a_soft_hyphen_becomes_a_hyphen_only_where_the_line_ends():
    narrow = set_text("Begegnungs\u00adfrühstück", width=60, height=200)
    wide = set_text("Begegnungs\u00adfrühstück", width=600, height=20)
    assert narrow.lines == ("Begegnungs-", "frühstück")
    assert wide.lines == ("Begegnungsfrühstück",)


def test_a_claim_too_long_for_its_least_size_says_so():
    setting = set_text("Donaudampfschifffahrtsgesellschaftskapitän", width=40, height=20, smallest=10)
    assert setting.size == 10 and not setting.fits


def test_running_text_is_counted_in_lines():
    assert paragraph_lines("Ein Wort", width=500, size=10, face=MEDIUM) == 1
    assert paragraph_lines("Wort " * 40, width=100, size=5, face=MEDIUM) >= 5


@pytest.mark.parametrize("key", ["poster-a5", "poster-a2", "poster-a0", "city-light", "board"])
def test_a_short_claim_can_be_read_from_five_metres(key):
    sheet = SHEETS[key]
    for design in ("picture", "planes", "type"):
        plan = plan_poster(words(facts=()), piece=PieceSheet(sheet), design=design, has_picture=True)
        assert plan.claim.cap_height >= sheet.height / 12, (key, design)


@pytest.mark.parametrize("design", ["picture", "planes", "type"])
@pytest.mark.parametrize(
    "key", ["poster-a2", "poster-a5", "billboard", "roll-up", "board", "social-wide", "social-portrait", "sheet-a6"]
)
def test_nothing_on_a_poster_overlaps_or_leaves_the_sheet(key, design):
    piece = PieceSheet(SHEETS[key])
    plan = plan_poster(words(), piece=piece, design=design, has_picture=True)
    text = [plan.frames[name] for name in ("kicker", "claim", "text", "facts")]
    for upper, lower in zip(text, text[1:], strict=False):
        assert upper.y + upper.height <= lower.y + 0.01
    for frame in text:
        assert frame.y >= piece.edge - 0.01 and frame.y + frame.height <= piece.sheet.height - piece.edge
        assert frame.x >= piece.edge - 0.01 and frame.x + frame.width <= piece.sheet.width - piece.edge + 0.01


def test_an_advertisement_too_small_for_its_picture_does_without():
    tiny = PieceSheet(ad_sheet("ad:bote:1x60", width=45, height=60))
    plan = plan_poster(words(text="", facts=()), piece=tiny, design="picture", has_picture=True)
    assert not plan.with_picture and plan.claim.fits


def test_a_small_advertisement_leaves_out_what_it_can_do_without_and_keeps_claim_and_facts():
    tiny = PieceSheet(ad_sheet("ad:bote:1x60", width=45, height=60))
    facts = (("when", "Wann", "Sonntag, 10 Uhr"), ("where", "Wo", "Fischmarkt"), ("what", "Gut zu wissen", "Kostet nichts."))
    full = words(facts=facts, partners=True, text="Brezeln und Tee. " * 6)
    plan = plan_poster(full, piece=tiny, design="planes", has_picture=True)
    assert [name for name, _label, _text in plan.words.facts][:2] == ["when", "where"]
    assert not plan.words.partners and not plan.words.text
    long = (("when", "Wann", "Samstag, 12. Dezember 2026, und Samstag, 23. Januar 2027, 10 bis 13 Uhr"), *facts[1:])
    assert plan_poster(words(facts=long), piece=tiny, design="planes", has_picture=True).without_legal
    poster = plan_poster(full, piece=PieceSheet(SHEETS["poster-a2"]), design="planes", has_picture=True)
    assert poster.words == full


def test_a_house_number_does_not_stand_alone_on_a_line():
    assert together("Gaswerkstraße 5") == "Gaswerkstraße\u00a05"
    assert together("Wochenmarkt am Gaswerk").endswith(" Gaswerk")


def test_the_sun_rises_below_the_claim():
    for key in ("poster-a2", "roll-up", "sheet-a6", "social-wide"):
        plan = plan_poster(words(), piece=PieceSheet(SHEETS[key]), design="type", has_picture=True)
        claim = plan.frames["claim"]
        assert plan.frames["words"].y - plan.rise / 2 >= claim.y + claim.height - 0.01, key


def test_a_cropped_picture_is_wide_enough_for_its_place():
    board = PieceSheet(SHEETS["billboard"])
    plan = plan_poster(words(), piece=board, design="picture", has_picture=True)
    plan.aspect = 1.5
    assert plan.beside and plan.picture_width >= 1.5 * board.sheet.height


def test_the_credit_stands_in_the_foot_of_a_poster_with_its_picture():
    sheet = PieceSheet(SHEETS["poster-a2"])
    assert plan_poster(words(), piece=sheet, design="picture", has_picture=True).credit == "Jonne Reith"
    assert plan_poster(words(), piece=sheet, design="type", has_picture=True).credit == ""


def test_without_a_picture_type_alone_is_the_usual_design(home):
    poster = make_poster(home, picture=False)
    assert [product.design for product in poster.products()] == ["type"] * 4


def test_a_poster_is_printed_with_its_bleed_and_says_what_it_says(home):
    poster = make_poster(home)
    rendition = render(poster, medium=Medium.PRINT, product=product_of(poster, "poster", sheet="poster-a5", design="planes"))
    pdf = make_pdf(rendition, purpose=Purpose.PRESS, condition=PressCondition())
    with pikepdf.open(BytesIO(pdf.data)) as opened:
        trim = [float(value) / MM for value in opened.pages[0].TrimBox]
        bleed = [float(value) / MM for value in opened.pages[0].BleedBox]
    assert (trim[2] - trim[0], trim[3] - trim[1]) == (pytest.approx(148, abs=0.05), pytest.approx(210, abs=0.05))
    assert bleed[2] - bleed[0] == pytest.approx(154, abs=0.05)
    text = PdfDocument(pdf.data)[0].get_textpage().get_text_range().replace("\u00a0", " ")
    for expected in ("Bring mit", "Alte Feuerwache", "Offenes Frühstück"):
        assert expected in text
    assert pdf.pages == 1 and pdf.problems == []


def test_the_code_opens_what_the_editor_chose(home):
    poster = make_poster(home, link_url="https://lindenau.example/anmeldung")
    from cms.core.models import ShortLink

    assert ShortLink.objects.get(code=poster.address.rsplit("/", 1)[-1]).url == "https://lindenau.example/anmeldung"


def test_a_picture_needs_words_and_a_code_one_target(home):
    poster = make_poster(home)
    poster.picture_alt = ""
    with pytest.raises(ValidationError, match="picture_alt"):
        poster.clean()
    poster.picture_alt, poster.link_page, poster.link_url = "Tisch", home, "https://lindenau.example"
    with pytest.raises(ValidationError, match="link_url"):
        poster.clean()

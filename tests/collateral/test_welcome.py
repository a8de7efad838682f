"""Welcome signs: every greeting in a face that carries it, patchworks that fill their field, typed languages."""

import pytest
from django.core.exceptions import ValidationError
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from cms.collateral.greetings import BY_CODE, GREETINGS, Greeting, typed_greeting
from cms.collateral.models.welcome import FEWEST, MOST
from cms.collateral.patchwork import patchwork
from cms.collateral.welcome_plan import plan_sign
from cms.collateral.word_wall import word_wall
from cms.core.medium import Medium
from cms.renditions.errors import RenditionError
from cms.renditions.faces import STRONG, Face
from cms.renditions.formats import SHEETS
from cms.renditions.pdf import make_pdf
from cms.renditions.printing import product_of
from cms.renditions.render import render
from cms.renditions.templatetags.piece_tags import PieceSheet
from tests.collateral.signs import make_sign

TWELVE = ["en", "tr", "ar", "uk", "ti", "fa", "pl", "hi", "ro", "el", "ka"]


def test_the_table_holds_sixty_languages_once_each_german_first():
    assert len(GREETINGS) >= 60 and len(BY_CODE) == len(GREETINGS)
    assert GREETINGS[0].code == "de"


@pytest.mark.parametrize("greeting", GREETINGS, ids=lambda greeting: greeting.code)
def test_every_greeting_is_carried_by_the_face_it_names(greeting):
    greeting.check()
    assert greeting.rtl == any("\u0590" <= letter <= "\u08ff" for letter in greeting.text)


def test_a_greeting_whose_font_is_missing_is_refused_by_name():
    with pytest.raises(RenditionError, match="Noto Sans Klingon"):
        Greeting("tlh", "tlhIngan Hol", "yI’el", Face("Noto Sans Klingon", 700, "NotoSansKlingon-Bold.ttf")).check()


def test_letters_that_no_font_has_are_refused():
    with pytest.raises(RenditionError, match="Unbekannt"):
        typed_greeting(name="Unbekannt", text="\ue123\ue124")


def test_a_typed_greeting_finds_its_face_and_direction():
    assert typed_greeting(name="Sepedi", text="Amogelang").face == STRONG
    assert typed_greeting(name="كوردی", text="بەخێر بێیت").rtl


@pytest.mark.parametrize("count", [2, 3, 11, 24, 39])
def test_a_patchwork_fills_its_field_without_gaps_and_its_words_fit(count):
    tiles = patchwork(list(GREETINGS[1 : count + 1]), width=420, height=370, pad=10)
    assert [tile.greeting for tile in tiles] == list(GREETINGS[1 : count + 1])
    assert sum(tile.width * tile.height for tile in tiles) == pytest.approx(420 * 370, rel=0.001)
    for tile in tiles:
        assert tile.greeting.face.width(tile.greeting.text) * tile.size <= tile.width - 2 * tile.pad + 0.01
    sizes = [tile.size for tile in tiles]
    assert max(sizes) <= 3 * min(sizes)


def test_neighbours_in_a_patchwork_never_share_a_colour():
    tiles = patchwork(list(GREETINGS[1:40]), width=420, height=370, pad=8)
    for one in tiles:
        for other in tiles:
            beside = one is not other and one.y == other.y and abs(one.x + one.width - other.x) < 0.01
            below = abs(one.y + one.height - other.y) < 0.01 and one.x < other.x + other.width and other.x < one.x + one.width
            assert not (beside or below) or one.colour != other.colour


@pytest.mark.parametrize("count", [2, 11, 39])
def test_a_wall_of_words_stays_within_its_field(count):
    lines = word_wall(list(GREETINGS[1 : count + 1]), width=380, height=370)
    assert [greeting for line in lines for greeting in line.greetings] == list(GREETINGS[1 : count + 1])
    assert lines[-1].y + lines[-1].height <= 370.01
    assert all(line.gap >= 0 or len(line.greetings) == 1 for line in lines)


@pytest.mark.parametrize("key", ["poster-a2", "poster-a5", "billboard", "roll-up", "social-wide"])
def test_head_field_and_foot_of_a_sign_do_not_overlap(key):
    piece = PieceSheet(SHEETS[key])
    greetings = [BY_CODE[code] for code in TWELVE]
    plan = plan_sign(
        greetings, claim="Herzlich willkommen", place="im Rathaus", text="Fragen Sie uns.", piece=piece, design="patchwork"
    )
    assert plan.text.y + plan.text.height <= plan.place.y
    assert plan.field.y + plan.field.height <= plan.foot.y
    assert plan.foot.y + plan.foot.height <= piece.sheet.height - piece.edge + 0.01


def test_the_page_s_own_language_leads_and_is_not_repeated(home):
    sign = make_sign(home, languages=["de", *TWELVE])
    assert [greeting.code for greeting in sign.greetings] == sorted(TWELVE, key=list(BY_CODE).index)


def test_a_sign_is_printed_in_designed_fonts_only(home):
    sign = make_sign(home, languages=TWELVE)
    rendition = render(sign, medium=Medium.PRINT, product=product_of(sign, "sign", sheet="poster-a4"))
    pdf = make_pdf(rendition)
    assert pdf.pages == 1 and pdf.problems == []
    from io import BytesIO

    import pikepdf

    with pikepdf.open(BytesIO(pdf.data)) as opened:
        fonts = {str(font.BaseFont).split("+")[-1] for font in opened.pages[0].Resources.Font.values()}
    families = {"Rubik", *(greeting.face.family.replace(" ", "-") for greeting in sign.greetings)}
    assert all(any(name.startswith(family) for family in families) for name in fonts), fonts


@pytest.mark.parametrize("count", [FEWEST - 1, MOST + 1])
def test_too_few_or_too_many_languages_are_refused(home, count):
    sign = make_sign(home, languages=TWELVE)
    sign.languages = [greeting.code for greeting in GREETINGS[1 : count + 1]]
    with pytest.raises(ValidationError, match=str(count)):
        sign.clean()


def test_languages_ticked_in_the_form_are_stored_in_the_order_of_the_table(home, editor, client):
    sign = make_sign(home, languages=TWELVE)
    client.force_login(editor)
    form = {
        "title": "Schild",
        "slug": "schild",
        "greeting": "Herzlich willkommen",
        "place": "",
        "text": "",
        "languages": ["ka", "en", "am", "zh"],
        "picture": "",
        "picture_alt": "",
        **nested_form_data({"more": streamfield([("greeting", {"name": "Sepedi", "text": "Amogelang", "code": "nso"})])}),
        **nested_form_data({"comments": inline_formset([])}),
        "action-publish": "1",
    }
    response = client.post(f"/admin/pages/{sign.pk}/edit/", form)
    assert response.status_code == 302, response.context["form"].errors
    saved = type(sign).objects.get(pk=sign.pk)
    assert [greeting.code for greeting in saved.greetings] == ["en", "zh", "am", "ka", "nso"]

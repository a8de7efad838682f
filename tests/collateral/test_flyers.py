"""Folded flyers: every panel's text stands inside its panel in every fold and direction; nothing is left out in silence."""

import io
import re

import pikepdf
import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.template.loader import get_template
from django.test import Client
from django.urls import reverse
from django.utils import translation
from wagtail.blocks import StreamBlockValidationError
from wagtail.models import Locale

from cms.collateral.blocks import LetterBodyBlock, PanelBodyBlock, PanelsBlock
from cms.core.medium import Medium
from cms.renditions.errors import RenditionError
from cms.renditions.folding import folded_sheet
from cms.renditions.formats import FLYERS, SHEETS
from cms.renditions.render import render
from tests.collateral.sheets import (
    WORDS,
    cover,
    every_panel_block,
    make_flyer,
    make_organisation,
    panel,
    pdf_of,
    shown,
    text_of,
    words_at,
)
from tests.factories import make_home, make_image, paragraph
from tests.kept import kept

pytestmark = pytest.mark.django_db
CONTAINERS = [PanelsBlock(), PanelBodyBlock(), LetterBodyBlock()]
WITH_TEMPLATE = {block.meta.template: block for one in CONTAINERS for block in (one, *one.child_blocks.values())}


@pytest.fixture
def home(db):
    for code in ("de", "ar"):
        Locale.objects.get_or_create(language_code=code)
    return kept("home of two languages", make_home)


def full(fold: str) -> list:
    places = [item.key for item in SHEETS[fold].panels if item.key != "title"]
    return [cover(), *(panel(place) for place in places)]


def assert_in_panels(data: bytes, sheet) -> None:
    for item in sheet.panels:
        places = words_at(data, WORDS[item.key])
        assert places, item.key
        for page, left, _top, right, _bottom in places:
            assert page == (0 if item.side == "outside" else 1), item.key
            assert left >= item.x + 5 and right <= item.x + item.width - 5, (item.key, left, right)


@pytest.mark.slow
@pytest.mark.parametrize("fold", FLYERS)
def test_every_panel_holds_its_own_text(home, fold):
    flyer = make_flyer(home, panels=full(fold), fold=fold)
    pdf = pdf_of(flyer)
    assert pdf.pages == 2
    assert_in_panels(pdf.data, SHEETS[fold])
    assert not [fit for fit in pdf.fits if fit["over"]]


@pytest.mark.slow
def test_an_arabic_flyer_opens_the_other_way(home):
    flyer = make_flyer(home, panels=full("flyer-6-wrap"), language="ar")
    product = flyer.products()[0]
    sheet = folded_sheet(product, rtl=True)
    outside = [item.key for item in sheet.panels if item.side == "outside"]
    assert outside == ["title", "back", "flap"]
    assert sheet.folds("outside") == [100, 200] and sheet.folds("inside") == [97, 197]
    assert_in_panels(pdf_of(flyer).data, sheet)


@pytest.mark.slow
def test_the_press_file_has_the_open_size_and_bleed_on_all_sides(home):
    flyer = make_flyer(home, panels=full("flyer-6-wrap"))
    with pikepdf.open(io.BytesIO(pdf_of(flyer, purpose="press").data)) as pdf:
        for page in pdf.pages:
            trim, bleed = [float(value) for value in page.trimbox], [float(value) for value in page.obj.BleedBox]
            assert (trim[2] - trim[0]) * 25.4 / 72 == pytest.approx(297, abs=0.05)
            assert (trim[3] - trim[1]) * 25.4 / 72 == pytest.approx(210, abs=0.05)
            assert (trim[0] - bleed[0]) * 25.4 / 72 == pytest.approx(3, abs=0.05)


def test_content_without_a_panel_is_named_and_not_left_out(home):
    flyer = make_flyer(home, panels=[cover(), panel("flap"), panel("inside-3")])
    flyer.fold = "flyer-4-dl"
    with translation.override("en"), pytest.raises(ValidationError, match="Flap, folded in.*Inside 3"):
        flyer.full_clean()
    with pytest.raises(RenditionError, match="Klappe, eingeschlagen.*Innen 3"):  # in the language of the flyer
        render(flyer, medium=Medium.PRINT)
    assert "flyer-4-dl" not in flyer.products()[0].formats[1:]


def test_a_flyer_needs_a_title_panel(home):
    flyer = make_flyer(home, panels=[panel("back")])
    with pytest.raises(RenditionError, match="Titelseite"):
        render(flyer, medium=Medium.PRINT)
    with pytest.raises(ValidationError):
        PanelsBlock().clean(flyer.panels)


def test_two_panels_cannot_lie_in_the_same_place(home):
    flyer = make_flyer(home, panels=[cover(), panel("back"), panel("back")])
    with pytest.raises(StreamBlockValidationError) as error:
        PanelsBlock().clean(flyer.panels)
    assert list(error.value.block_errors) == [2]


@pytest.mark.slow
def test_a_far_too_long_claim_is_reported_and_the_other_panels_are_not(home):
    claim = " ".join(["Marktplatzumbaubeteiligung"] * 185)
    assert len(claim) > 4900
    flyer = make_flyer(home, panels=[cover(claim), *full("flyer-6-wrap")[1:]])
    fits = {fit["block"]: fit for fit in pdf_of(flyer).fits}
    blocks = list(flyer.panels)
    assert fits[blocks[0].id]["over"] and fits[blocks[0].id]["characters_over"] > 1000
    assert not any(fits[child.id]["over"] for child in blocks[1:])


@pytest.mark.slow
def test_empty_panels_print_and_the_legal_notice_is_never_missing(home):
    flyer = make_flyer(home, panels=[cover()], fold="flyer-8-parallel")
    pages = text_of(pdf_of(flyer, design="list").data)
    assert len(pages) == 2
    assert "Ines Kaltwasser" in " ".join(pages[0].split()) and "Druckerei Pegnachtal" in " ".join(pages[0].split())


@pytest.mark.slow
@pytest.mark.parametrize("design", ["colour", "list"])
def test_every_block_of_a_panel_prints(home, design):
    blocks = every_panel_block()
    picture = make_image("Markt")
    picture.contextual_alt_text, picture.decorative = "Zeichnung: ein Markt", False
    flyer = make_flyer(
        home,
        panels=[cover(image=picture, picture_kind="photo"), panel("inside-1", *blocks[:3]), panel("back", *blocks[3:])],
        fold="flyer-4-a5",
    )
    text = " ".join(" ".join(text_of(pdf_of(flyer, design=design).data)).split())
    for words in (
        "Willkommen am Tisch",
        "Bürgermeisterin",
        "liest vor",
        "089 99998-120",
        "Mitreden",
        "Wer sitzt",
        "Gefördert von",
    ):
        assert words in text, words
    assert "Südverein" in text  # a partner without a logo is named
    assert "Büro Papierschnitt" in text and "1 200" in text.replace("\u00a0", " ")


def test_an_organisation_that_was_deleted_is_left_out(home):
    club = make_organisation("Fort")
    flyer = make_flyer(home, panels=[cover(), panel("back", shown("partners", {"label": "Mit", "organisations": [club]}))])
    flyer.save_revision()
    club.delete()
    html = render(type(flyer).objects.get(pk=flyer.pk), medium=Medium.PRINT).content
    assert "Fort" not in html and "Mit" in html


@pytest.mark.parametrize("medium", [Medium.EMAIL, Medium.TEXT, Medium.WEB])
def test_every_block_is_in_the_other_media_too(home, medium):
    content = [*every_panel_block(), paragraph("Ende gut.")]
    flyer = make_flyer(home, panels=[cover("Wem gehört\nder Markt?"), panel("back", *content)])
    flyer.save_revision().publish()
    out = Client().get(flyer.url).content.decode() if medium is Medium.WEB else render(flyer, medium=medium).content
    there = ("Wem gehört der Markt", "Willkommen am Tisch", "liest vor", "Mitreden", "Südverein", "Papierschnitt", "Ende gut")
    for words in there:
        assert words in out, words


ON_THE_SHEET = {f"collateral/blocks/{name}.html" for name in ("cover", "panel", "panels")}  # printed by flyer_page.print.html


@pytest.mark.parametrize("medium", list(Medium))
@pytest.mark.parametrize("template", sorted(WITH_TEMPLATE))
def test_every_block_has_a_template_of_its_own(template, medium):
    if medium is Medium.PRINT and template in ON_THE_SHEET:
        return
    assert get_template(template.removesuffix(".html") + medium.suffix)


@pytest.mark.slow
def test_the_form_draws_the_sheet_and_says_which_panel_is_too_full(home, client):
    get_user_model().objects.create_superuser("chefin", "c@lindenau.example", "geheim-und-lang")
    flyer = make_flyer(home, panels=[cover(), panel("inside-2", paragraph("Viel zu viel Text. " * 400)), panel("back")])
    flyer.save_revision()
    address = reverse("flyers:fits", args=[flyer.pk])
    assert client.get(address).status_code == 302
    client.login(username="chefin", password="geheim-und-lang")
    form = client.get(reverse("wagtailadmin_pages:edit", args=[flyer.pk])).content.decode()
    assert "fold-drawing" in form and address in form
    answer = client.get(address).content.decode()
    assert len(re.findall(r'class="taken over"', answer)) == 1
    assert re.search(r"\d+ (lines too long|Zeilen zu lang)", answer)

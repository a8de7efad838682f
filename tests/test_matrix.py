"""The promise of the house: every page type in every medium, left to right and right to left.

Web pages come through Wagtail's own serving, the other media through render(). Print is looked at as HTML here; the PDF has
its own tests.
"""

import re

import html5lib
import pytest
from django.db import transaction
from django.test import Client
from wagtail.models import Locale

from cms.collateral.models import FlyerPage, LetterPage
from cms.core.medium import Medium
from cms.editions.models import ArticlePage, EditionPage, PublicationPage
from cms.renditions.errors import RenditionError
from cms.renditions.render import render
from home.models import HomePage, StandardPage
from tests.bodies import ARABIC, GERMAN, every_block, translate_tree
from tests.collateral.sheets import cover, every_panel_block, make_flyer, make_letter, panel
from tests.factories import make_edition, make_home, make_image

pytestmark = pytest.mark.django_db

PAGE_TYPES = [HomePage, StandardPage, PublicationPage, EditionPage, ArticlePage, FlyerPage, LetterPage]
LANGUAGES = {"de": ("ltr", GERMAN), "ar": ("rtl", ARABIC)}
NOT_PRINTED = {HomePage, PublicationPage}


@pytest.fixture(scope="module")
def pages(django_db_setup, django_db_blocker):
    """One live page of each type and language, every block in the bodies; undone after this module."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield build_pages()
        transaction.set_rollback(True)


def build_pages() -> dict:
    for code in LANGUAGES:
        Locale.objects.get_or_create(language_code=code)
    home = make_home()
    edition = make_edition(home)
    standard = StandardPage(title="Leitbild", slug="leitbild", standfirst="Wofür wir stehen.")
    home.add_child(instance=standard)
    german = {
        HomePage: home,
        StandardPage: standard,
        PublicationPage: edition.publication,
        EditionPage: edition,
        ArticlePage: edition.lead(),
    }
    image = make_image("Probe")
    for page in (standard, edition.lead()):
        page.body = every_block(image=image, page=edition, words=GERMAN)
        page.save_revision().publish()
    arabic_locale = Locale.objects.get(language_code="ar")
    for kind in (ArticlePage, StandardPage):
        arabic = translate_tree(german[kind], locale=arabic_locale, words=ARABIC)
        arabic.body = every_block(image=image, page=edition, words=ARABIC)
        arabic.save_revision().publish()
    german |= {
        FlyerPage: make_flyer(home, panels=[cover(GERMAN["heading"]), panel("back", *every_panel_block())]),
        LetterPage: make_letter(home, subject=GERMAN["button"]),
    }
    for kind in (FlyerPage, LetterPage):
        german[kind].save_revision().publish()
        arabic = german[kind].copy_for_translation(arabic_locale, copy_parents=True)
        if kind is FlyerPage:
            arabic.panels = [cover(ARABIC["heading"]), *[(child.block_type, child.value) for child in list(arabic.panels)[1:]]]
        else:
            arabic.subject = ARABIC["button"]
        arabic.save_revision().publish()
    return {
        code: {
            kind: kind.objects.get(translation_key=page.translation_key, locale__language_code=code)
            for kind, page in german.items()
        }
        for code in LANGUAGES
    }


def headline(page) -> str:
    """What readers must see first: the lead story where a page leads with one, else the page's own title."""
    if isinstance(page, FlyerPage | LetterPage):
        return page.cover["claim"] if isinstance(page, FlyerPage) else page.subject
    edition = page.current_edition() if isinstance(page, HomePage) else page
    return edition.lead().title if isinstance(page, HomePage | EditionPage) else page.title


def output(page, medium: Medium) -> str:
    if medium is Medium.WEB:
        response = Client().get(page.url)
        assert response.status_code == 200
        return response.content.decode()
    rendition = render(page, medium=medium)
    assert rendition.problems == []
    assert rendition.language == page.locale.language_code
    return rendition.content


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("medium", list(Medium))
@pytest.mark.parametrize("kind", PAGE_TYPES, ids=lambda kind: kind.__name__)
def test_page(pages, kind, medium, language):
    page = pages[language][kind]
    if medium is Medium.PRINT and kind in NOT_PRINTED:
        with pytest.raises(RenditionError):
            render(page, medium=medium)
        return
    out = output(page, medium)
    direction, words = LANGUAGES[language]
    assert headline(page) in out
    assert not re.search(r"\{\{|\{%|%\}", out)
    if kind in (ArticlePage, StandardPage):
        for name in ("heading", "question", "role", "place", "caption"):
            assert words[name] in out, name
    if medium is Medium.TEXT:
        assert not re.search(r"</?[a-z][^>]*>|&(?:amp|lt|gt|quot|#\d+|#x[0-9a-f]+);", out)
        return
    root = re.search(r"<html\b[^>]*>", out).group()
    assert f'lang="{language}"' in root and f'dir="{direction}"' in root
    assert well_formed(out, medium) == []


def well_formed(source: str, medium: Medium) -> list:
    """What an HTML parser stumbles over; mso comments and the XML names of a mail are none of its business."""
    parser = html5lib.HTMLParser()
    parser.parse(source)
    accepted = {"unknown-doctype"} if medium is Medium.EMAIL else set()
    return [(place, code) for place, code, _data in parser.errors if code not in accepted]


def test_a_page_is_not_served_in_a_language_it_does_not_have(pages):
    with pytest.raises(RenditionError):
        render(pages["de"][ArticlePage], medium=Medium.EMAIL, locale="uk")


def test_render_chooses_the_translation(pages):
    rendition = render(pages["de"][EditionPage], medium=Medium.EMAIL, locale="ar")
    assert rendition.page == pages["ar"][EditionPage]
    assert 'dir="rtl"' in rendition.content

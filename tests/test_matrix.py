"""The promise of the house: every page type in every medium, left to right and right to left.

Web pages come through Wagtail's own serving, the other media through render(). Print is looked at as HTML here; the PDF has
its own tests.
"""

import html
import re

import html5lib
import pytest
from django.db import transaction
from django.test import Client
from wagtail.models import Locale, get_page_models

from cms.campaigns.models import CampaignPage, TestimonialPage
from cms.collateral.models import CalendarPage, FlyerPage, LetterPage, PosterPage, WelcomeSignPage
from cms.core.medium import Medium
from cms.directory.models import CouncilPage, DirectoryPage, LibraryPage
from cms.editions.models import ArticlePage, EditionPage, PublicationPage
from cms.events.models import EventIndexPage, EventPage, EventSeriesPage
from cms.participation.models import CallPage, ContactFormPage, IdeaBoxPage, SurveyPage, VolunteerPage
from cms.renditions.errors import RenditionError
from cms.renditions.render import render
from cms.renditions.renderable import Renderable
from home.models import HomePage, StandardPage
from tests.bodies import ARABIC, GERMAN, every_block, translate_tree
from tests.campaigns.content import make_campaign, make_person
from tests.collateral.sheets import cover, every_panel_block, make_flyer, make_letter, panel
from tests.collateral.signs import make_calendar, make_poster, make_sign
from tests.directory.content import make_council, make_directory, make_organisation, published
from tests.directory.papers import make_document
from tests.events.content import make_event, make_index, make_series
from tests.factories import make_edition, make_home, make_image
from tests.participation.content import make_contact, make_ideas, make_survey, make_volunteers
from tests.participation.test_calls import make_call

pytestmark = pytest.mark.django_db

BODIES = [HomePage, StandardPage, PublicationPage, EditionPage, ArticlePage, FlyerPage, LetterPage]
WORDS = [CampaignPage, TestimonialPage, EventIndexPage, EventPage, EventSeriesPage, PosterPage, WelcomeSignPage, CalendarPage]
OFFERS = [DirectoryPage, CouncilPage, LibraryPage, ContactFormPage, VolunteerPage, IdeaBoxPage, SurveyPage, CallPage]
PAGE_TYPES = BODIES + WORDS + OFFERS
LANGUAGES = {"de": ("ltr", GERMAN), "ar": ("rtl", ARABIC)}
NOT_PRINTED = {HomePage, PublicationPage, LibraryPage}
# What readers see first on paper and in mails, instead of the title.
SHOWN = {
    CampaignPage: "claim",
    PosterPage: "claim",
    WelcomeSignPage: "place",
    TestimonialPage: "statement",
}


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
    german |= add_the_others(home)
    return {
        code: {
            kind: kind.objects.get(translation_key=page.translation_key, locale__language_code=code)
            for kind, page in german.items()
        }
        for code in LANGUAGES
    }


def add_the_others(home) -> dict:
    """One page of each type that is not in BODIES, in German and in Arabic."""
    make_organisation(needs="")
    make_document()
    index, campaign = make_index(home), make_campaign(home)
    library = published(LibraryPage, home, title="Dokumente", slug="dokumente")
    forms = [make_contact(home), make_volunteers(home), make_ideas(home), make_survey(home), make_call(home)]
    town = [make_directory(home), make_council(home), library, *forms]
    paper = [make_poster(home), make_sign(home, languages=["de", "ar", "tr"]), make_calendar(home)]
    pages = [campaign, make_person(campaign), index, make_event(index), make_series(index), *paper, *town]
    for page in pages:
        arabic = page.copy_for_translation(Locale.objects.get(language_code="ar"), copy_parents=True)
        arabic.title = f"{ARABIC['heading']} {page.pk}"
        if type(page) in SHOWN:
            setattr(arabic, SHOWN[type(page)], ARABIC["place"])
        arabic.save_revision().publish()
    return {type(page): page for page in pages}


def headline(page) -> str:
    """What readers must see first: the lead story where a page leads with one, else the page's own title."""
    if isinstance(page, FlyerPage | LetterPage):
        return page.cover["claim"] if isinstance(page, FlyerPage) else page.subject
    if type(page) in SHOWN:
        return " ".join(getattr(page, SHOWN[type(page)]).split())
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
    assert headline(page) in readable(out) or headline(page) in " ".join(re.sub(r"<[^>]+>", " ", readable(out)).split())
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


def readable(out: str) -> str:
    """Without the marks that typography sets within words and between them."""
    return re.sub(r"[\u00ad\u200b\u2060]", "", html.unescape(out)).replace("\xa0", " ").replace("\u202f", " ")


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


def test_no_page_type_is_left_out():
    assert {model for model in get_page_models() if issubclass(model, Renderable)} == set(PAGE_TYPES)

"""Leichte Sprache: pages of their own beside the German ones, with the texts of content/leicht.py."""

from typing import Any

from wagtail.models import Locale, Page

from cms.editions.models import Section

from .content import leicht
from .ledger import Ledger
from .pages import BLOCKS, voices_stream
from .streams import Desk

CODE = "de-x-leicht"


def ensure_easy_pages(home: Page, *, desk: Desk, ledger: Ledger) -> None:
    locale = Locale.objects.get(language_code=CODE)
    for section in Section.objects.filter(locale=home.locale):
        if not section.has_translation(locale):
            easy = section.copy_for_translation(locale)
            easy.name = leicht.SECTIONS[section.name]
            easy.save()
            ledger.note("sections in Leichte Sprache")
    for slug, content in leicht.PAGES.items():
        page = Page.objects.get(pk=desk.pages[slug]).specific
        if not page.has_translation(locale):
            publish_easy(page, locale=locale, content=content, desk=desk)
            ledger.note("pages in Leichte Sprache")


def publish_easy(page: Page, *, locale: Locale, content: dict[str, Any], desk: Desk) -> None:
    easy = page.copy_for_translation(locale)
    easy.first_published_at = page.first_published_at
    easy.search_description = content.get("standfirst", "")
    for name, value in content.items():
        setattr(easy, name, easy_stream(name, value, desk=desk, slug=page.slug) if name in BLOCKS else value)
    easy.draft_title = easy.title
    easy.save()
    easy.save_revision().publish()


def easy_stream(name: str, value: list, *, desk: Desk, slug: str):
    content = {"voices": voices_stream, "events": lambda events: [("event", event) for event in events]}.get(name, list)(value)
    return desk.stream(BLOCKS[name], content, path=f"{CODE}/{slug}/{name}")

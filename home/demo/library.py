"""The demo's document library: its page in every language and its documents, with PDFs that were made beforehand."""

import datetime
import json
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.files.base import ContentFile
from wagtail.models import Locale, Page

from cms.directory.models import (
    Committee,
    DocumentLink,
    DocumentSummary,
    DocumentTopic,
    DocumentVersion,
    LibraryDocument,
    LibraryPage,
)
from cms.directory.models.documents import address_of, state_of

from .content import council, leicht, library, library_words, pages
from .ledger import Ledger
from .logins import EDITOR
from .pages import GermanPages
from .translate import LANGUAGES, read_catalogue, translate_page

PAPERS = Path(__file__).parent / "content" / "papers"
EASY = "de-x-leicht"


def slug_of(document: dict) -> str:
    title = "Leitbild" if document["texts"] == "leitbild" else document["texts"]["de"][0]
    return address_of(f"{document['number']} {title}")


def texts_of(document: dict) -> dict[str, tuple[str, list[str]]]:
    """Language → title and paragraphs. The mission statement is the page's own text, in every language it has."""
    if document["texts"] != "leitbild":
        return document["texts"]
    page = pages.LEITBILD
    german = [page["standfirst"], *page["body"][0][1]["items"]]
    found = {"de": (page["title"], german)}
    for code in LANGUAGES:
        words = read_catalogue(code)
        found[code] = (words[page["title"]], [words[text] for text in german])
    easy = leicht.PAGES["leitbild"]
    sentences = [text for kind, value in easy["body"] if kind == "paragraph" for text in value]
    found[EASY] = (easy["title"], [easy["standfirst"], *sentences])
    return {code: (title, [bare(text) for text in texts]) for code, (title, texts) in found.items()}


def bare(text: str) -> str:
    return text.replace("<b>", "").replace("</b>", "")


def ensure_library(german: GermanPages, *, home: Page, ledger: Ledger) -> LibraryPage:
    """The page in German, its documents and their topics."""
    page = german.ensure_page(LibraryPage, library.PAGE | {"show_in_menus": True}, parent=home)
    if not page.live:
        page.save_revision().publish()
    if LibraryDocument.objects.exists():
        return page
    topics = ensure_topics(locale=german.locale)
    facts = json.loads((PAPERS / "facts.json").read_text())
    editor = get_user_model().objects.filter(username=EDITOR).first()
    for content in library.DOCUMENTS:
        make_document(content, topics=topics, facts=facts, pages=german.desk.pages, owner=editor)
        ledger.note("documents")
    return page


def ensure_topics(*, locale: Locale) -> dict[str, DocumentTopic]:
    found = {}
    for name, translations in library.TOPICS.items():
        topic, _created = DocumentTopic.objects.get_or_create(name=name, locale=locale)
        for code, words in translations.items():
            other = Locale.objects.get(language_code=code)
            DocumentTopic.objects.get_or_create(translation_key=topic.translation_key, locale=other, defaults={"name": words})
        found[name] = topic
    return found


def make_document(content: dict, *, topics: dict, facts: dict, pages: dict[str, int], owner) -> LibraryDocument:
    texts = texts_of(content)
    document = LibraryDocument(
        **{name: content[name] for name in ("number", "kind", "body", "summary") if name in content},
        committee=committee_of(content),
        title=texts["de"][0],
        date=datetime.date.fromisoformat(content["date"]),
        review_on=datetime.date.fromisoformat(content["review_on"]) if "review_on" in content else None,
        visibility=content.get("visibility", "public"),
        owner=owner,
        **{f"for_{flag}": True for flag in content.get("flags", [])},
    )
    document.versions = [
        version_of(name=f"{slug_of(content)}.{code}.pdf", code=code, title="" if code == "de" else title, facts=facts)
        for code, (title, _paragraphs) in texts.items()
    ]
    document.summaries = [
        DocumentSummary(language=code, text=text) for code, text in library_words.summaries(content["summary"]).items()
    ]
    document.topics.set([topics[name] for name in content["topics"]])
    document.links = [DocumentLink(page_id=pages[slug]) for slug in content.get("links", []) if slug in pages]
    document.save()
    return document


def committee_of(content: dict) -> Committee | None:
    """The names of the committees stand with the council."""
    names = {key: words[0] for key, words, _task in council.COMMITTEES}
    name = names.get(content.get("committee", ""))
    return Committee.objects.get(name=name, locale__language_code=settings.LANGUAGE_CODE) if name else None


def version_of(*, name: str, code: str, title: str, facts: dict) -> DocumentVersion:
    """With what was found when the PDF was made (papers.py), so that nothing is checked again."""
    found = facts[name]
    file = ContentFile((PAPERS / name).read_bytes(), name=name)
    version = DocumentVersion(language=code, title=title, file=file, **found)
    version.accessibility = state_of(version.facts, language=code)
    version._looked_at = version.file.file
    return version


def translate_library(page: LibraryPage, *, ledger: Ledger) -> None:
    for code in LANGUAGES:
        locale = Locale.objects.get(language_code=code)
        if not page.has_translation(locale):
            translate_page(page, locale=locale, catalogue=read_catalogue(code))
            ledger.note("translated pages")
    locale = Locale.objects.get(language_code=EASY)
    if not page.has_translation(locale):
        easy = page.copy_for_translation(locale)
        for name, value in library.EASY_PAGE.items():
            setattr(easy, name, value)
        easy.draft_title = easy.title
        easy.save_revision().publish()
        ledger.note("pages in Leichte Sprache")

"""Translations of the demo as translators would leave them: segments in wagtail-localize, filled from content/<language>.po.

Leichte Sprache is no translation but a text of its own, see easy.py.
"""

from pathlib import Path

import polib
from wagtail.models import Locale, Page
from wagtail_localize.models import StringSegment, StringTranslation, Translation, TranslationSource

from cms.core.translations import missing_segments
from cms.editions.models import ArticlePage, Section

from .ledger import Ledger

CATALOGUES = Path(__file__).parent / "content"
LANGUAGES = ("en", "tr", "ar", "uk")
# In the order of the tree: a page can only be translated below its translated parent.
PAGES = ["lindenau", "leitbild", "mitmachen", "impressum", "datenschutz", "barrierefreiheit", "vielfalt", "nr-24"]


def pages_to_translate(home: Page) -> list[Page]:
    """Home page, legal pages, the paper, the current edition and the articles on its front page."""
    family = {page.slug: page for page in home.get_descendants(inclusive=True).filter(slug__in=PAGES).specific()}
    front = ArticlePage.objects.child_of(family["nr-24"]).exclude(front=ArticlePage.Front.NONE)
    return [*(family[slug] for slug in PAGES), *front]


def ensure_translations(home: Page, *, ledger: Ledger) -> None:
    pages = pages_to_translate(home)
    for code in LANGUAGES:
        locale = Locale.objects.get(language_code=code)
        catalogue = read_catalogue(code)
        for section in Section.objects.filter(locale=home.locale):
            if not section.has_translation(locale):
                start(section, locale=locale, catalogue=catalogue).save_target(publish=True)
                ledger.note("translated sections")
        for page in pages:
            if not page.has_translation(locale):
                translate_page(page, locale=locale, catalogue=catalogue)
                ledger.note("translated pages")


def read_catalogue(code: str) -> dict[str, str]:
    return {entry.msgid: entry.msgstr for entry in polib.pofile(str(CATALOGUES / f"{code}.po")) if entry.translated()}


def translate_page(page: Page, *, locale: Locale, catalogue: dict[str, str]) -> None:
    """Publishes at once, not after the transaction, so that whatever the demo does next finds the page live."""
    translation = start(page, locale=locale, catalogue=catalogue)
    translation.save_target(publish=False)
    translated = page.get_translation(locale)
    if page.first_published_at:
        type(translated).objects.filter(pk=translated.pk).update(first_published_at=page.first_published_at)
    if missing_segments(translation) == 0:
        translated.get_latest_revision().publish()


def start(instance, *, locale: Locale, catalogue: dict[str, str]) -> Translation:
    """Submit for translation and fill every segment that the catalogue knows. All at once: there are thousands."""
    source, _created = TranslationSource.update_or_create_from_instance(instance)
    translation, _created = Translation.objects.get_or_create(source=source, target_locale=locale)
    segments = StringSegment.objects.filter(source=source).select_related("string")
    StringTranslation.objects.bulk_create(
        [
            StringTranslation(
                translation_of=segment.string,
                locale=locale,
                context_id=segment.context_id,
                data=text,
                translation_type=StringTranslation.TRANSLATION_TYPE_MANUAL,
                tool_name="Demo",
            )
            for segment in segments
            if (text := catalogue.get(segment.string.data))
        ],
        ignore_conflicts=True,  # what translators have written stays
    )
    return translation

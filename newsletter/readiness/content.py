"""What the checks read out of pages, translations and finished mails."""

import re
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse
from django.utils.html import strip_tags
from wagtail.models import Page
from wagtail_localize.models import Translation

from cms.renditions.printing import ready_file
from cms.renditions.selection import Selection, Show

from ..composing import translations
from ..models import Mailing, MailingVersion

NOT_READ = re.compile(r"<(style|script|title)\b.*?</\1>|<!--.*?-->", re.DOTALL | re.IGNORECASE)


def pages_of(mailing: Mailing) -> dict[str, Page]:
    """The page in every language it is published in."""
    if mailing.page is None:
        return {}
    return {page.locale.language_code: page.specific for page in translations(mailing.page)}


def words(html: str) -> str:
    """The text of a mail without its markup."""
    return " ".join(unescape(strip_tags(NOT_READ.sub(" ", html))).split())


def shouts(subject: str) -> bool:
    letters = [char for char in subject if char.isalpha() and char.lower() != char.upper()]
    return subject.count("!") > 1 or (len(letters) > 10 and sum(char.isupper() for char in letters) > 0.7 * len(letters))


@dataclass(frozen=True)
class Picture:
    name: str
    alt: str | None


class PictureReader(HTMLParser):
    def __init__(self):
        super().__init__()
        self.found: list[Picture] = []

    def handle_starttag(self, tag, attrs):
        if tag == "img":
            values = dict(attrs)
            self.found.append(Picture(urlsplit(values.get("src") or "").path.rpartition("/")[2], values.get("alt")))


def pictures(html: str) -> list[Picture]:
    reader = PictureReader()
    reader.feed(html)
    return reader.found


@dataclass(frozen=True)
class TranslationState:
    """Of the page and of the pieces the mail shows: how much is translated, which are missing, which are outdated."""

    is_source: bool = False
    percent: int = 100
    missing: list[str] = field(default_factory=list)
    missing_url: str = ""
    outdated: list[str] = field(default_factory=list)
    outdated_url: str = ""


def translation_state(version: MailingVersion, *, pages: dict[str, Page]) -> TranslationState:
    source = pages.get(settings.LANGUAGE_CODE)
    if version.language == settings.LANGUAGE_CODE or source is None or version.language not in pages:
        return TranslationState(is_source=True)
    chosen = Selection.read(version.mailing.composition).arrange(source.mail_items())
    pieces = {item.key: item for item, show in chosen if show != Show.OUT}
    keys = [str(source.translation_key), *pieces]
    there = dict(
        Page.objects.live()
        .filter(translation_key__in=keys, locale__language_code=version.language, alias_of=None)
        .values_list("translation_key", "pk")
    )
    there = {str(key): pk for key, pk in there.items()}
    missing = [item for key, item in pieces.items() if key not in there]
    percent, older = progress(keys, language=version.language)
    outdated = [row for row in older if row[0] in there]
    return TranslationState(
        percent=percent if not missing else min(percent, round(100 * (len(keys) - len(missing)) / len(keys))),
        missing=[item.title for item in missing],
        missing_url=reverse("wagtailadmin_pages:edit", args=[missing[0].page_id]) if missing else "",
        outdated=[title for _key, title in outdated],
        outdated_url=reverse("wagtailadmin_pages:edit", args=[there[outdated[0][0]]]) if outdated else "",
    )


def progress(keys: list[str], *, language: str) -> tuple[int, list[tuple[str, str]]]:
    """Percentage of translated texts of these pages, and (key, title) of those whose German is newer than its translation."""
    total = done = 0
    outdated = []
    running = Translation.objects.filter(
        source__object_id__in=keys, target_locale__language_code=language, enabled=True
    ).select_related("source")
    published = {
        str(key): (title, moment)
        for key, title, moment in Page.objects.filter(
            translation_key__in=keys, locale__language_code=settings.LANGUAGE_CODE
        ).values_list("translation_key", "title", "last_published_at")
    }
    for translation in running:
        all_texts, translated = translation.get_progress()
        total, done = total + all_texts, done + translated
        key = str(translation.source.object_id)
        title, moment = published.get(key, ("", None))
        if moment and moment > translation.source.last_updated_at:
            outdated.append((key, title))
    return (100 * done // total if total else 100), outdated


def is_stale(version: MailingVersion, *, pages: dict[str, Page]) -> bool:
    """The page, or a piece the mail shows, was published after the mail was made."""
    page = pages.get(version.language)
    if page is None or version.frozen_at is None or version.mailing.has_begun and not version.held_back:
        return False
    chosen = Selection.read(version.mailing.composition).arrange(page.mail_items())
    pks = [page.pk, *(item.page_id for item, show in chosen if show != Show.OUT and item.page_id)]
    return Page.objects.filter(pk__in=pks, last_published_at__gt=version.frozen_at).exists()


def pdf_state(page: Page, *, html: str) -> str:
    """ "linked", "missing" or "" for a page that readers get no PDF of."""
    if not page.products() or not page.printed_on_publish():
        return ""
    found = ready_file(page)
    if found is None:
        return "missing"
    return "linked" if reverse("public_pdf", args=[page.pk, page.slug]) in html else ""

"""What a translation still owes its readers: texts left in German, texts the German has moved on from."""

import re

from django.utils.html import strip_tags
from wagtail.models import Page
from wagtail_localize.models import StringSegment, StringTranslation

from cms.core.translations import missing_segments, translation_of

from .findings import Finding, Severity

BLOCK = re.compile(r"[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}")
LONG_ENOUGH = 4  # words: names and numbers are the same everywhere
MOST = 5


def check_translation(page: Page) -> list[Finding]:
    """Nothing for a source page or one that was written by hand."""
    running = translation_of(page)
    if running is None:
        return []
    owner = page.pk
    found = []
    missing = missing_segments(running)
    if missing:
        found.append(Finding("untranslated", Severity.ERROR, details={"count": missing}, owner=owner))
    original = Page.objects.filter(translation_key=page.translation_key, locale=running.source.locale).first()
    if original and original.last_published_at and original.last_published_at > running.source.last_updated_at:
        found.append(Finding("translation-outdated", Severity.WARNING, details={"title": page.title}, owner=owner))
    if page.locale.language_code.split("-")[0] != running.source.locale.language_code.split("-")[0]:
        found += _left_as_they_were(running, owner=owner)
    return found


def _left_as_they_were(running, *, owner: int) -> list[Finding]:
    """Translations that are word for word the source."""
    done = StringTranslation.objects.filter(locale=running.target_locale).values_list("translation_of_id", "context_id", "data")
    segments = StringSegment.objects.filter(source=running.source).select_related("string", "context")
    strings = [segment.string_id for segment in segments]
    translated = {(string, context): data for string, context, data in done.filter(translation_of__in=strings)}
    found = []
    for segment in segments:
        words = strip_tags(segment.string.data).strip()
        data = translated.get((segment.string_id, segment.context_id))
        if data is None or len(words.split()) < LONG_ENOUGH or strip_tags(data).strip() != words:
            continue
        ids = BLOCK.findall(segment.context.path)
        block = ids[0] if ids else segment.context.path.split(".")[0]
        shown = words if len(words) < 60 else f"{words[:58].rsplit(' ', 1)[0]} …"
        found.append(Finding("same-as-source", Severity.WARNING, None, None, {"words": shown}, block, owner))
    return found[:MOST]

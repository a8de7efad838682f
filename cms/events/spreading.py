"""The dates of an event in all its languages: those of the leading page. A cancelled date is cancelled for everybody at once.

Words about a change stay in their language; where they are not translated yet, only the fact is said.
"""

import copy
import json

from django.conf import settings
from wagtail.blocks import StreamValue

from .models import EventPage
from .models.dates import write_dates

WORDS = ("place", "words")  # of a change: what is translated


def leading_page(event: EventPage) -> EventPage | None:
    """The page in the main language, else the one that was there first."""
    family = EventPage.objects.filter(translation_key=event.translation_key, alias_of__isnull=True).select_related("locale")
    return min(family, key=lambda page: (page.language_code != settings.LANGUAGE_CODE, page.pk), default=None)


def spread_times(event: EventPage) -> None:
    """Called when a page of the family has been published."""
    leader = leading_page(event)
    if leader is None or not leader.live:
        return
    for page in EventPage.objects.filter(translation_key=leader.translation_key).exclude(pk=leader.pk):
        raw = merged(list(leader.times.raw_data), words=list(page.times.raw_data))
        if raw == list(page.times.raw_data):
            continue
        page.times = StreamValue(page.times.stream_block, raw, is_lazy=True)
        EventPage.objects.filter(pk=page.pk).update(times=page.times)
        write_dates(page)
        into_draft(page, raw)


def merged(facts: list[dict], *, words: list[dict]) -> list[dict]:
    """The blocks of the leading page with the words that the translation has for the same blocks."""
    have = {block.get("id"): block["value"] for block in words}
    found = copy.deepcopy(facts)
    for block in found:
        if block["type"] == "change":
            own = have.get(block.get("id")) or {}
            block["value"] |= {name: own.get(name) or "" for name in WORDS}
    return found


def into_draft(page: EventPage, raw: list[dict]) -> None:
    """The newest revision too: publishing it later must not bring a cancelled date back."""
    revision = page.latest_revision
    if revision and "times" in revision.content:
        revision.content["times"] = json.dumps(raw)
        revision.save(update_fields=["content"])

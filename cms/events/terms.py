"""On which terms people register for an event: what its German page says, and whether the website takes registrations now.

Numbers and times are the same in every language; only words (questions, notes) are asked of the page in the reader's language.
"""

import datetime
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from django.conf import settings
from django.utils import timezone

from .models import EventPage, Occasion, OpenSlots, RegistrationSettings


class Window(StrEnum):
    """Whether the website takes registrations for an occasion."""

    EARLY = "early"
    OPEN = "open"
    CLOSED = "closed"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class Terms:
    """None where the editor has set nothing, or the page is no longer there."""

    page: EventPage | None
    settings: RegistrationSettings | None
    slots: OpenSlots | None

    @property
    def taken_here(self) -> bool:
        return self.settings is not None or self.slots is not None

    @property
    def capacity(self) -> int | None:
        """None: no limit, or appointments instead of places."""
        return self.settings.capacity if self.settings and not self.slots else None

    @property
    def group_max(self) -> int:
        return self.settings.group_max if self.settings and not self.slots else 1

    @property
    def waiting_list(self) -> bool:
        return self.settings.waiting_list if self.settings else False

    def closes_at(self, occasion: Occasion) -> datetime.datetime:
        """The earliest of: the moment set, the hours before the date, the beginning."""
        if self.settings is None:
            return occasion.start
        before = occasion.start - datetime.timedelta(hours=self.settings.closes_hours)
        return min(before, self.settings.closes) if self.settings.closes else before

    def window(self, occasion: Occasion) -> Window:
        now = timezone.now()
        if occasion.is_cancelled:
            return Window.CANCELLED
        if not self.taken_here or now >= self.closes_at(occasion):
            return Window.CLOSED
        return Window.EARLY if self.settings and self.settings.opens and now < self.settings.opens else Window.OPEN


def terms_of(event_key: UUID) -> Terms:
    page = page_of(event_key)
    if page is None:
        return Terms(None, None, None)
    return Terms(page, page.registration_settings.first(), page.open_slots.first())


def page_of(event_key: UUID, *, language: str = settings.LANGUAGE_CODE) -> EventPage | None:
    """The live page in this language, else in German, else in any; None if there is none."""
    pages = EventPage.objects.filter(translation_key=event_key, live=True, alias_of__isnull=True).select_related("locale")
    order = {language: 0, settings.LANGUAGE_CODE: 1}
    return min(pages, key=lambda page: (order.get(page.language_code, 2), page.pk), default=None)


def words_of(event_key: UUID, *, language: str) -> RegistrationSettings | None:
    """The settings as a reader of this language sees their questions and notes."""
    page = page_of(event_key, language=language)
    return page.registration_settings.first() if page else None

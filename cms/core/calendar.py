"""Dates that several rooms show: their kinds and topics, one entry, and where entries come from.

A room that has dates registers a source (cms.events does). Printed calendars, blocks and mails ask here and know no such room.
"""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class Kind(models.TextChoices):
    """What a date is; each kind has its colour."""

    COUNCIL = "council", _("Council meeting")
    CULTURE = "culture", _("Culture and feasts")
    MEETING = "meeting", _("Meeting and sports")
    LEARNING = "learning", _("Learning and advice")
    DEADLINE = "deadline", _("Deadline")


class Topic(models.TextChoices):
    """What a date is about."""

    TOGETHER = "together", _("Living together")
    LANGUAGE = "language", _("Language and education")
    FAMILY = "family", _("Family and school")
    WORK = "work", _("Work and training")
    ADVICE = "advice", _("Advice and law")
    POLITICS = "politics", _("Politics and having a say")
    CULTURE = "culture", _("Art and culture")
    SPORT = "sport", _("Sport and health")
    WOMEN = "women", _("Women")
    YOUTH = "youth", _("Children and young people")


@dataclass(frozen=True)
class Wanted:
    """Which dates somebody wants to see; empty: all of them."""

    kind: str = ""
    topic: str = ""
    district: str = ""
    language: str = ""  # code of a language that is spoken or interpreted there

    @classmethod
    def read(cls, data: Mapping) -> "Wanted":
        """From a query or the value of a block; choices that do not exist are left out."""
        kind, topic = str(data.get("kind") or ""), str(data.get("topic") or "")
        return cls(
            kind=kind if kind in Kind.values else "",
            topic=topic if topic in Topic.values else "",
            district=str(data.get("district") or "")[:60],
            language=str(data.get("language") or "")[:20],
        )

    @property
    def chosen(self) -> dict[str, str]:
        return {name: value for name, value in vars(self).items() if value}


@dataclass(frozen=True)
class CalendarEntry:
    """One date, wherever it comes from: typed into a calendar, a feast, a public holiday, an event."""

    start: datetime.date
    title: str
    kind: str  # of Kind, or "feast", "holiday"
    end: datetime.date | None = None
    time: str = ""
    place: str = ""
    text: str = ""
    block: str = ""  # the id of the StreamField block that it comes from
    page: Page | None = field(default=None, compare=False)
    cancelled: bool = False
    note: str = ""  # what has changed, in words

    @property
    def last(self) -> datetime.date:
        return self.end or self.start

    @property
    def own(self) -> bool:
        return self.kind not in ("feast", "holiday")

    def touches(self, first: datetime.date, last: datetime.date) -> bool:
        return self.start <= last and self.last >= first


# (first day, last day or None, page near which they are shown, wanted, most) → entries in order
Source = Callable[..., list[CalendarEntry]]
SOURCES: list[Source] = []


def register(source: Source) -> None:
    """`source(first, last, *, near, wanted, most, overview)`: the entries of these days on `near`'s site, in its language.

    `overview`: only what belongs into the overview of a year, without what has been cancelled.
    """
    if source not in SOURCES:
        SOURCES.append(source)


def entries(
    first: datetime.date,
    last: datetime.date | None = None,
    *,
    near: Page,
    wanted: Wanted | None = None,
    most: int | None = None,
    overview: bool = False,
) -> list[CalendarEntry]:
    """What all sources have for these days, in order; `most` of them."""
    wanted = wanted or Wanted()
    found = [entry for source in SOURCES for entry in source(first, last, near=near, wanted=wanted, most=most, overview=overview)]
    return sorted(found, key=lambda entry: (entry.start, entry.time.zfill(6)))[:most]

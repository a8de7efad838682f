"""Dates of events as entries of a calendar: for the wall, the programme, blocks and mails. Registered with cms.core.calendar."""

import datetime

from wagtail.models import Page

from cms.core.calendar import CalendarEntry, Wanted

from .calendar import between, dates_near
from .recurrence import State
from .wording import time_of_day


def entry_of(date) -> CalendarEntry:
    event = date.event
    return CalendarEntry(
        start=date.local_start.date(),
        end=date.last_day if not date.one_day else None,
        time=time_of_day(date),
        title=event.title,
        kind=event.kind,
        place=date.where,
        text=event.standfirst,
        page=event,
        cancelled=date.is_cancelled,
        note=date.note,
    )


def calendar_entries(
    first: datetime.date,
    last: datetime.date | None,
    *,
    near: Page,
    wanted: Wanted,
    most: int | None,
    overview: bool,
) -> list[CalendarEntry]:
    """See cms.core.calendar.register()."""
    found = between(dates_near(near, wanted=wanted), first, last).order_by("start", "pk")
    if overview:
        found = found.filter(event__overview=True).exclude(state=State.CANCELLED)
    return [entry_of(date) for date in found[:most]]

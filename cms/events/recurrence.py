"""From what editors typed to single dates: one day, a rhythm (“every first Saturday until …”), and what has changed since.

Rhythms become rules of RFC 5545 and are counted out in the council's time zone: half past nine stays half past nine when the
clocks change. Nothing here knows the database; models/dates.py keeps the result.
"""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from dateutil.rrule import rrulestr
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

MOST_DATES = 400  # of one rhythm: a daily course for a year
WEEKDAYS = [
    ("MO", _("Monday")),
    ("TU", _("Tuesday")),
    ("WE", _("Wednesday")),
    ("TH", _("Thursday")),
    ("FR", _("Friday")),
    ("SA", _("Saturday")),
    ("SU", _("Sunday")),
]
RHYTHMS = [
    ("week", _("every week")),
    ("fortnight", _("every two weeks")),
    ("first", _("every first one of the month")),
    ("second", _("every second one of the month")),
    ("third", _("every third one of the month")),
    ("fourth", _("every fourth one of the month")),
    ("last", _("every last one of the month")),
    ("day", _("every month on the same day")),
    ("year", _("every year on the same day")),
]
ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1}


class State(models.TextChoices):
    PLANNED = "planned", _("takes place")
    MOVED = "moved", _("moved")
    CANCELLED = "cancelled", _("cancelled")


@dataclass(frozen=True)
class Occurrence:
    """One date. `key` stays the same when it is moved; `was` is where it stood before."""

    key: str
    start: datetime.datetime
    end: datetime.datetime | None = None
    state: str = State.PLANNED
    place: str = ""  # if it is not the event's
    note: str = ""
    was: datetime.datetime | None = None


@dataclass(frozen=True)
class Change:
    """What an editor says about the dates of one day."""

    day: datetime.date
    state: str
    new_day: datetime.date | None
    start: datetime.time | None
    end: datetime.time | None
    place: str
    note: str

    def applied_to(self, date: Occurrence) -> Occurrence:
        if self.state == State.CANCELLED:
            return replace(date, state=State.CANCELLED, note=self.note)
        old = timezone.localtime(date.start)
        start = moment(self.new_day or old.date(), self.start or old.time())
        end = after(start, self.end) if self.end else as_long(start, like=date)
        return replace(date, start=start, end=end, state=State.MOVED, place=self.place, note=self.note, was=date.start)


def occurrences(stream) -> list[Occurrence]:
    """Every date of an event's stream `times`, changes applied, in order."""
    changes = {change.day: change for change in changes_of(stream)}
    planned = planned_dates(stream)
    found = [changes[day].applied_to(date) if (day := local_day(date.start)) in changes else date for date in planned]
    return sorted({date.key: date for date in found}.values(), key=lambda date: (date.start, date.key))


def planned_dates(stream) -> Iterator[Occurrence]:
    """As they were planned, before any change."""
    for block in stream or ():
        value = block.value
        if block.block_type == "day" and value.get("date") and value.get("start"):
            yield one_date(value, key=block.id or f"{value['date']:%Y%m%d}")
        elif block.block_type == "regularly" and value.get("first") and value.get("until") and value.get("start"):
            yield from repeated(value, key=block.id or "r")


def one_date(value, *, key: str) -> Occurrence:
    start, last = moment(value["date"], as_time(value["start"])), value.get("last")
    end = as_time(value.get("end"))
    if last and last > value["date"]:
        return Occurrence(key, start, moment(last, end or datetime.time(23, 59)))
    return Occurrence(key, start, after(start, end) if end else None)


def repeated(value, *, key: str) -> Iterator[Occurrence]:
    without, end = set(value.get("without") or ()), as_time(value.get("end"))
    for day in days_of(value):
        if day not in without:
            start = moment(day, as_time(value["start"]))
            yield Occurrence(f"{key}:{day:%Y%m%d}", start, after(start, end) if end else None)


def days_of(value) -> list[datetime.date]:
    """The days of a rhythm, at most MOST_DATES."""
    if value["until"] < value["first"]:
        return []
    first = datetime.datetime.combine(value["first"], datetime.time())
    found: Iterable = iter(rrulestr(rule_of(value), dtstart=first))
    return [day.date() for day, _number in zip(found, range(MOST_DATES), strict=False)]


def rule_of(value) -> str:
    """The RRULE (RFC 5545, 3.3.10) of a rhythm. The 31st or 29 February are left out where there is none."""
    rhythm, first = value["rhythm"], value["first"]
    days = [day for day, _name in WEEKDAYS if day in (value.get("weekdays") or ())] or [WEEKDAYS[first.weekday()][0]]
    until = f"UNTIL={value['until']:%Y%m%d}T235959"
    if rhythm in ("week", "fortnight"):
        return f"FREQ=WEEKLY;INTERVAL={2 if rhythm == 'fortnight' else 1};BYDAY={','.join(days)};{until}"
    if rhythm in ORDINALS:
        return f"FREQ=MONTHLY;BYDAY={','.join(f'{ORDINALS[rhythm]}{day}' for day in days)};{until}"
    if rhythm == "year":
        return f"FREQ=YEARLY;BYMONTH={first.month};BYMONTHDAY={first.day};{until}"
    return f"FREQ=MONTHLY;BYMONTHDAY={first.day};{until}"


def changes_of(stream) -> Iterator[Change]:
    for block in stream or ():
        value = block.value
        if block.block_type == "change" and value.get("date"):
            yield Change(
                day=value["date"],
                state=State.CANCELLED if value["what"] == State.CANCELLED else State.MOVED,
                new_day=value.get("new_date"),
                start=as_time(value.get("new_start")),
                end=as_time(value.get("new_end")),
                place=value.get("place") or "",
                note=value.get("words") or "",
            )


def lost_changes(stream) -> dict[int, datetime.date]:
    """Changes for days on which nothing was planned, by their place in the stream."""
    days = {local_day(date.start) for date in planned_dates(stream)}
    return {
        place: block.value["date"]
        for place, block in enumerate(stream)
        if block.block_type == "change" and block.value.get("date") and block.value["date"] not in days
    }


def local_day(start: datetime.datetime) -> datetime.date:
    return timezone.localtime(start).date()


def moment(day: datetime.date, time: datetime.time) -> datetime.datetime:
    """On the council's clock. A time that does not exist on the night clocks go forward is the same moment an hour later."""
    return timezone.make_aware(datetime.datetime.combine(day, time)).astimezone(datetime.UTC)


def after(start: datetime.datetime, time: datetime.time) -> datetime.datetime:
    """The next time it is that late: a party from 22 to 2 o'clock ends on the day after."""
    day = local_day(start)
    end = moment(day, time)
    return end if end > start else moment(day + datetime.timedelta(days=1), time)


def as_long(start: datetime.datetime, *, like: Occurrence) -> datetime.datetime | None:
    """The end of a date that is now at `start`. From 22 to 4 o'clock stays that, also if one of the nights has 25 hours."""
    if like.end is None:
        return None
    on_the_clock = timezone.make_naive(like.end) - timezone.make_naive(like.start)
    end = timezone.make_naive(start) + on_the_clock
    return moment(end.date(), end.time())


def last_day(start: datetime.datetime, end: datetime.datetime | None) -> datetime.date:
    """The last day something is on; what ends at night belongs to the evening before."""
    if end is None:
        return local_day(start)
    return max(timezone.localtime(start), timezone.localtime(end) - datetime.timedelta(hours=6)).date()


def over_at(start: datetime.datetime, end: datetime.datetime | None) -> datetime.datetime:
    """When something is over. How long it takes without an end nobody knows, but at midnight everybody has gone home."""
    return end or moment(local_day(start) + datetime.timedelta(days=1), datetime.time())


def as_time(value) -> datetime.time | None:
    return datetime.time.fromisoformat(value) if isinstance(value, str) and value else value or None

"""Appointments made from the pattern of an event: every member, every so many minutes, from the beginning to the end."""

import datetime
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef
from django.utils import timezone

from cms.directory.models import Person

from .models import Occasion, OpenSlots, Registration, Slot
from .recurrence import as_time, moment

DEFAULT_HOURS = 2  # of a date without an end


@dataclass(frozen=True)
class Planned:
    member_key: UUID
    member: str
    languages: list[str]
    room: str
    start: datetime.datetime
    end: datetime.datetime


def planned(pattern: OpenSlots, occasion: Occasion) -> Iterator[Planned]:
    """What the pattern says for one occasion. The last appointment ends when the event does."""
    last = occasion.end or occasion.start + datetime.timedelta(hours=DEFAULT_HOURS)
    length = datetime.timedelta(minutes=pattern.minutes)
    step = length + datetime.timedelta(minutes=pattern.pause_minutes)
    for block in pattern.members:
        person: Person | None = block.value["person"]
        if person is None:
            continue
        start = max(occasion.start, on_this_day(occasion, block.value.get("begins")) or occasion.start)
        until = min(last, on_this_day(occasion, block.value.get("ends")) or last)
        while start + length <= until:
            room = block.value.get("room") or ""
            yield Planned(person.translation_key, person.name, list(person.languages), room, start, start + length)
            start += step


def on_this_day(occasion: Occasion, time) -> datetime.datetime | None:
    """A time of the pattern on the council's clock, on the day of the occasion."""
    time = as_time(time)
    return moment(occasion.local_start.date(), time) if time else None


def lay_out(pattern: OpenSlots, occasion: Occasion) -> None:
    """Make the occasion's appointments those of the pattern. A booked one that is no longer in it stays, closed to others."""
    wanted = {(slot.member_key, slot.start): slot for slot in planned(pattern, occasion)}
    there = {(slot.member_key, slot.start): slot for slot in occasion.slots.all()}
    for key, slot in there.items():
        if key in wanted:
            said = wanted[key]
            slot.member, slot.languages, slot.room, slot.end = said.member, said.languages, said.room, said.end
            slot.state = Slot.State.OPEN
            slot.save()
        elif slot.bookings.exists():
            slot.state = Slot.State.CLOSED
            slot.save(update_fields=["state"])
        else:
            slot.delete()
    Slot.objects.bulk_create(Slot(occasion=occasion, **vars(said)) for key, said in wanted.items() if key not in there)


def shift(occasion: Occasion, by: datetime.timedelta) -> None:
    """With a moved occasion its appointments move. The later ones first, so that none meets another on its way."""
    order = "-start" if by > datetime.timedelta() else "start"
    for slot in occasion.slots.order_by(order):
        slot.start, slot.end = slot.start + by, slot.end + by
        slot.save(update_fields=["start", "end"])


def free_slots(occasion: Occasion):
    """Those that can be booked now."""
    taken = Registration.objects.filter(slot=OuterRef("pk"), state__in=Registration.TAKING)
    return occasion.slots.filter(~Exists(taken), state=Slot.State.OPEN, start__gt=timezone.now())

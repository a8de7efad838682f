"""What the public is told about an occasion: open, full, with or without a waiting list. Never how many are registered."""

import datetime
from dataclasses import dataclass, field
from enum import StrEnum

from django.utils import timezone

from cms.directory import spoken
from cms.directory.models import Person

from .models import EventPage, Occasion, Slot
from .places import free_places
from .slots import free_slots
from .terms import Terms, Window, terms_of

SHOWN = 6  # dates of one event on its page


class Status(StrEnum):
    FREE = "free"
    WAITING = "waiting"
    FULL = "full"
    EARLY = "early"
    CLOSED = "closed"
    CANCELLED = "cancelled"


def status_of(occasion: Occasion, *, terms: Terms) -> Status:
    window = terms.window(occasion)
    if window != Window.OPEN:
        return Status(window.value)
    if terms.slots:
        return Status.FREE if free_slots(occasion).exists() else Status.FULL
    if free_places(occasion, terms=terms) == 0:
        return Status.WAITING if terms.waiting_list else Status.FULL
    return Status.FREE


@dataclass
class Member:
    """A member with the appointments that can be booked, named in the reader's language."""

    name: str
    function: str
    languages: list[str]
    slots: list[Slot] = field(default_factory=list)


def free_by_member(occasion: Occasion) -> list[Member]:
    found: dict = {}
    for slot in free_slots(occasion):
        if slot.member_key not in found:
            found[slot.member_key] = member_of(slot)
        found[slot.member_key].slots.append(slot)
    return list(found.values())


def member_of(slot: Slot) -> Member:
    person = Person.objects.filter(translation_key=slot.member_key).first()
    here = person.here if person else None
    return Member(here.name if here else slot.member, here.function if here else "", spoken.names(slot.languages))


@dataclass(frozen=True)
class Shown:
    """One date in the box on the event's page."""

    occasion: Occasion
    status: Status
    with_slots: bool
    opens: datetime.datetime | None
    closes: datetime.datetime

    @property
    def may_register(self) -> bool:
        return self.status in (Status.FREE, Status.WAITING)


def shown_dates(event: EventPage) -> list[Shown]:
    """The next dates that people can, could or will be able to register for; nothing where nobody registers here."""
    terms = terms_of(event.translation_key)
    if not terms.taken_here:
        return []
    coming = Occasion.objects.filter(event_key=event.translation_key, start__gt=timezone.now())[:SHOWN]
    opens = terms.settings.opens if terms.settings else None
    return [
        Shown(occasion, status_of(occasion, terms=terms), terms.slots is not None, opens, terms.closes_at(occasion))
        for occasion in coming
    ]

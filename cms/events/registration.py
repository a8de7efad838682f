"""Registering, changing and cancelling: the only way into the rows of Registration. Rules of the house:

- Everything happens while the occasion is held by one transaction, so forty people at the same moment are taken one by one.
- A registration by the website counts at once. Its mail has a secret link for everything else.
- Nobody can find out who is registered. Whoever registers with an address that has a place already gets the same answer; the
  second place is HELD for a day, so that not even the number of free places tells, and the mail asks which one to keep.
- The office may do what the form may not: after closing, in large groups, beyond the number of places.
"""

import datetime
from dataclasses import dataclass, field

from django.utils import timezone

from cms.core.addresses import digest

from . import mails, waiting_list
from .models import Occasion, Registration, Slot
from .places import free_places, holding, move, note
from .terms import Terms, Window, terms_of

HELD_FOR = datetime.timedelta(hours=24)
State, Source = Registration.State, Registration.Source


class RegistrationError(Exception):
    """It cannot be done; the class says why, views say it to people."""


class Closed(RegistrationError):
    """Not open yet, closed, cancelled, begun or no longer on the website."""


class Full(RegistrationError):
    """No place, and no waiting list."""


class SlotTaken(RegistrationError):
    """Somebody else has this appointment."""


class GroupTooLarge(RegistrationError):
    """More people than one registration may have."""


class AlreadyThere(RegistrationError):
    """For the office only: this address has a registration for this occasion."""


@dataclass(frozen=True, kw_only=True)
class Wish:
    """What somebody wrote into a form."""

    name: str
    language: str
    address: str = ""
    phone: str = ""
    people: int = 1
    answers: dict = field(default_factory=dict)
    note: str = ""
    once: str | None = None

    def as_fields(self) -> dict:
        return {**vars(self), "digest": digest(self.address) if self.address else ""}


def register(occasion_id: int, wish: Wish, *, slot_id: int | None = None) -> str:
    """From the website. Returns REGISTERED or WAITING, whoever asks. Raises Closed, Full, SlotTaken, GroupTooLarge."""
    with holding(occasion_id) as occasion:
        if done := Registration.objects.filter(once=wish.once).first() if wish.once else None:
            return State.WAITING if done.state == State.WAITING else State.REGISTERED
        terms = terms_of(occasion.event_key)
        if terms.window(occasion) != Window.OPEN:
            raise Closed
        if wish.people > terms.group_max:
            raise GroupTooLarge
        slot = wanted_slot(occasion, slot_id, terms=terms)
        state = State.REGISTERED if slot else where_to(occasion, terms=terms, people=wish.people)
        known = occasion.registrations.filter(digest=digest(wish.address), state__in=Registration.ACTIVE).first()
        if known:
            ask_which(known, wish, slot=slot, there_is_room=state == State.REGISTERED)
        else:
            mails.send(add(occasion, wish, state=state, slot=slot))
        return state


def where_to(occasion: Occasion, *, terms: Terms, people: int) -> str:
    """REGISTERED or WAITING. Raises Full."""
    free = free_places(occasion, terms=terms)
    if free is None or people <= free:
        return State.REGISTERED
    if not terms.waiting_list:
        raise Full
    return State.WAITING


def wanted_slot(occasion: Occasion, slot_id: int | None, *, terms: Terms) -> Slot | None:
    """None where the event has places and no appointments. Raises SlotTaken, also for one that is not offered."""
    if slot_id is None and terms.slots is None:
        return None
    slot = occasion.slots.filter(pk=slot_id, state=Slot.State.OPEN, start__gt=timezone.now()).first()
    if slot is None or slot.bookings.filter(state__in=Registration.TAKING).exists():
        raise SlotTaken
    return slot


def add(occasion: Occasion, wish: Wish, *, state: str, slot: Slot | None, source: str = Source.FORM, by=None) -> Registration:
    registration = Registration.objects.create(occasion=occasion, state=state, slot=slot, source=source, **wish.as_fields())
    note(registration, "added", by=by, state=state)
    return registration


def ask_which(known: Registration, wish: Wish, *, slot: Slot | None, there_is_room: bool) -> None:
    """The address is registered already: its mailbox decides."""
    second = None
    if there_is_room:
        second = add(known.occasion, wish, state=State.HELD, slot=slot)
    mails.send(known, kind="again", second=second)


def take_second(second: Registration) -> Registration:
    """The person wants the second registration instead of the first. Raises Closed if its day is over."""
    with holding(second.occasion_id) as occasion:
        second = Registration.objects.get(pk=second.pk)
        if second.state != State.HELD or occasion.is_cancelled or occasion.has_begun:
            raise Closed
        for first in occasion.registrations.filter(digest=second.digest, state__in=Registration.ACTIVE):
            move(first, to=State.CANCELLED, action="replaced")
        move(second, to=State.REGISTERED, action="taken")
        waiting_list.move_up(occasion)
        mails.send(second)
    return second


def cancel(registration: Registration, *, by=None) -> None:
    """By the person or, with `by`, by somebody of the office. Twice changes nothing. The next one moves up."""
    with holding(registration.occasion_id) as occasion:
        registration.refresh_from_db()
        if registration.state == State.CANCELLED:
            return
        was_held = registration.state == State.HELD
        move(registration, to=State.CANCELLED, action="cancelled", by=by)
        if not was_held:
            mails.send(registration, kind="cancelled", by_office=by is not None)
        waiting_list.move_up(occasion)


def restore(registration: Registration, *, by) -> None:
    """Undo of a cancellation: back to a place, or to the waiting list. Raises SlotTaken, Full, AlreadyThere."""
    with holding(registration.occasion_id) as occasion:
        registration.refresh_from_db()
        if registration.state != State.CANCELLED:
            return
        refuse_second(occasion, registration.digest)
        terms = terms_of(occasion.event_key)
        slot = wanted_slot(occasion, registration.slot_id, terms=terms)
        state = State.REGISTERED if slot else where_to(occasion, terms=terms, people=registration.people)
        move(registration, to=state, action="restored", by=by)
        mails.send(registration)


def change(registration: Registration, *, name: str, phone: str, people: int, answers: dict, by=None) -> None:
    """Own data. More people only where there is room. Raises Closed, Full, GroupTooLarge."""
    with holding(registration.occasion_id) as occasion:
        registration.refresh_from_db()
        terms = terms_of(occasion.event_key)
        if registration.state not in Registration.ACTIVE or (by is None and (occasion.is_cancelled or occasion.has_begun)):
            raise Closed
        more = people - registration.people
        if more > 0 and by is None:
            if people > terms.group_max:
                raise GroupTooLarge
            free = free_places(occasion, terms=terms)
            if registration.state == State.REGISTERED and free is not None and more > free:
                raise Full
        registration.name, registration.phone, registration.people, registration.answers = name, phone, people, answers
        registration.save(update_fields=["name", "phone", "people", "answers"])
        note(registration, "changed", by=by, people=people)
        if more < 0:
            waiting_list.move_up(occasion)


def enter(occasion_id: int, wish: Wish, *, slot_id: int | None = None, by) -> Registration:
    """By the office, for people who phone or come in. Raises AlreadyThere, SlotTaken, Full."""
    with holding(occasion_id) as occasion:
        refuse_second(occasion, digest(wish.address) if wish.address else "")
        terms = terms_of(occasion.event_key)
        slot = wanted_slot(occasion, slot_id, terms=terms)
        state = State.REGISTERED if slot else where_to(occasion, terms=terms, people=wish.people)
        registration = add(occasion, wish, state=state, slot=slot, source=Source.OFFICE, by=by)
        mails.send(registration)
        return registration


def refuse_second(occasion: Occasion, fingerprint: str) -> None:
    if fingerprint and occasion.registrations.filter(digest=fingerprint, state__in=Registration.ACTIVE).exists():
        raise AlreadyThere


def release_held() -> int:
    """Duty: places asked for a second time are free again after a day."""
    old = Registration.objects.filter(state=State.HELD, registered_at__lt=timezone.now() - HELD_FOR)
    occasions = set(old.values_list("occasion_id", flat=True))
    for occasion_id in occasions:
        with holding(occasion_id) as occasion:
            old.filter(occasion=occasion).delete()
            waiting_list.move_up(occasion)
    return len(occasions)

"""The waiting list. Decided: a free place is simply given, never offered with a deadline.

Who is first on the list and fits gets the place at once and a mail with the button to give it back, which moves the next one
up. A deadline would leave places empty over night and shut out people who read their mail seldom. A group that does not fit
yet keeps its rank and is passed over. The list moves until the event begins. For people without e-mail the office is told.
Always called while the occasion is held, see places.py.
"""

from . import mails
from .models import Occasion, Registration
from .places import free_places, holding, move
from .terms import terms_of

State = Registration.State


def move_up(occasion: Occasion) -> list[Registration]:
    """Gives every free place away. Returns who moved up."""
    if occasion.is_cancelled or occasion.has_begun:
        return []
    free, moved = free_places(occasion, terms=terms_of(occasion.event_key)), []
    for waiting in occasion.registrations.filter(state=State.WAITING):
        if free is not None and waiting.people > free:
            continue
        free = free if free is None else free - waiting.people
        give_place(waiting)
        moved.append(waiting)
    return moved


def move_up_one(waiting: Registration, *, by) -> None:
    """The office decides, also out of turn and beyond the number of places."""
    with holding(waiting.occasion_id):
        waiting.refresh_from_db()
        if waiting.state == State.WAITING:
            give_place(waiting, by=by)


def give_place(waiting: Registration, *, by=None) -> None:
    move(waiting, to=State.REGISTERED, action="moved_up", by=by)
    mails.send(waiting, kind="moved_up")


def rank(waiting: Registration) -> int:
    """1 for who is next."""
    before = waiting.occasion.registrations.filter(state=State.WAITING, registered_at__lte=waiting.registered_at)
    return before.exclude(pk=waiting.pk).count() + 1

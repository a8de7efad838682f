"""Places of an occasion: held while somebody changes them, counted, and every change of state in the log."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction
from django.db.models import Sum
from wagtail.log_actions import log

from .models import Occasion, Registration
from .terms import Terms


@contextmanager
def holding(occasion_id: int) -> Iterator[Occasion]:
    """The occasion, while nobody else can change what belongs to it."""
    with transaction.atomic():
        yield Occasion.objects.select_for_update().get(pk=occasion_id)


def free_places(occasion: Occasion, *, terms: Terms) -> int | None:
    """None: no limit."""
    if terms.capacity is None:
        return None
    return max(0, terms.capacity - people_in(occasion, *Registration.TAKING))


def people_in(occasion: Occasion, *states: str) -> int:
    return occasion.registrations.filter(state__in=states).aggregate(n=Sum("people"))["n"] or 0


def move(registration: Registration, *, to: str, action: str, by=None) -> None:
    """The one place where a state changes."""
    before, registration.state = registration.state, to
    registration.save(update_fields=["state"])
    note(registration, action, by=by, was=before, state=to)


def note(registration: Registration, action: str, *, by=None, **data) -> None:
    """Into the log: what happened, never to whom."""
    log(registration, f"events.registration_{action}", user=by, data=data)

"""Every change of a delivery's state but those of the sending loop: bounces, people who leave, decisions of the office."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from ..models import Claim, Delivery, Mailing
from .tally import enter

State = Delivery.State
SLICE = 2000
OPEN = (State.QUEUED, State.RETRY, State.SENDING, State.HELD)  # nothing has become of them yet
WAITING = (State.QUEUED, State.RETRY, State.HELD)  # in nobody's hands


def move(deliveries: QuerySet[Delivery], *, to: Delivery.State, reason: str = "", **fields) -> int:
    """Put rows into state `to` and enter it in the book; returns how many. Only rows that `deliveries` still finds are moved.

    A row in a worker's hands is taken out of them. If its mail leaves in this very moment, the worker's “accepted” wins.
    """
    numbers = list(deliveries.order_by("pk").values_list("pk", flat=True))
    moved = 0
    with transaction.atomic():
        for start in range(0, len(numbers), SLICE):
            moved += _move_slice(deliveries, numbers[start : start + SLICE], to=to, reason=reason, fields=fields)
    return moved


def cancel_rest(mailing: Mailing, *, reason: str = Delivery.Reason.STOPPED) -> int:
    """Everything that waits is not sent any more; in slices of their own, so that a million rows hold nobody up.

    First those nobody has tried, then those set aside: each has an index of its own.
    """
    rows, cancelled = mailing.deliveries, 0
    for waiting in (rows.filter(pile=State.QUEUED), rows.in_pile(State.RETRY, State.HELD)):
        while numbers := list(waiting.order_by().values_list("pk", flat=True)[:SLICE]):
            with transaction.atomic():
                cancelled += _move_slice(waiting, numbers, to=State.CANCELLED, reason=reason, fields={})
    return cancelled


def change_language(deliveries: QuerySet[Delivery], *, to: str) -> int:
    """Waiting rows are to get another language; returns how many."""
    with transaction.atomic():
        held = list(
            deliveries.filter(state__in=WAITING)
            .order_by("pk")
            .select_for_update(of=("self",))
            .values_list("pk", "mailing_id", "language", "state")
        )
        changes: dict[int, Counter] = defaultdict(Counter)
        for _pk, mailing_id, language, state in held:
            changes[mailing_id][language, state] -= 1
            changes[mailing_id][to, state] += 1
        for pks in _sliced([row[0] for row in held]):
            Delivery.objects.filter(pk__in=pks).update(language=to)
        for mailing_id, counted in changes.items():
            enter(mailing_id, counted)
    return len(held)


def _move_slice(deliveries: QuerySet[Delivery], numbers: list[int], *, to: str, reason: str, fields: dict) -> int:
    # A worker that settles its claim locks the same rows first, so either it finds the row gone or we find the claim closed.
    held = list(
        Delivery.objects.filter(pk__in=numbers)
        .select_for_update(of=("self",))
        .order_by("pk")
        .values_list("pk", "mailing_id", "language", "state", "claim")
    )
    wanted = set(deliveries.filter(pk__in=numbers).order_by().values_list("pk", flat=True))
    held = [row for row in held if row[0] in wanted]
    claims = {claim for *_rest, claim in held if claim is not None}
    still_open = set(Claim.objects.filter(pk__in=claims).values_list("pk", flat=True))
    changes: dict[int, Counter] = defaultdict(Counter)
    for _pk, mailing_id, language, state, claim in held:
        if claim not in still_open:  # rows in open claims are counted as they are, not by the book
            changes[mailing_id][language, state] -= 1
        changes[mailing_id][language, to] += 1
    for pks in _sliced([row[0] for row in held]):
        Delivery.objects.filter(pk__in=pks).update(**_columns(to=to, reason=reason), **fields)
    for mailing_id, counted in changes.items():
        enter(mailing_id, counted)
    return len(held)


def _sliced(numbers: list[int], size: int = 500) -> Iterator[list[int]]:
    for start in range(0, len(numbers), size):
        yield numbers[start : start + size]


def _columns(*, to: str, reason: str) -> dict:
    return {"state": to, "reason": reason, "claim": None, "settled_at": None if to in OPEN else timezone.now()}

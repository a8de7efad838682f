"""Who works on which deliveries. A claim names machine, process and its start time, so that a dead worker is recognised.

Every write carries the claim in its condition: a worker that lost its claim cannot change a row any more.
"""

import datetime
import hashlib
import itertools
import os
import socket
import time
from pathlib import Path

from django.conf import settings
from django.db import OperationalError, connection, transaction
from django.db.models import Q
from django.utils import timezone

from .models import Delivery, Mailing

BATCH = 100
_numbers = itertools.count(1)
State = Delivery.State
WAITING = [State.QUEUED, State.RETRY]


def this_machine() -> str:
    return hashlib.sha256(socket.gethostname().encode()).hexdigest()[:12]


def started(pid: int) -> str:
    """When a process of this machine began, in clock ticks since boot; empty if it is gone."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return ""
    return "" if fields[0] == "Z" else fields[19]


def new_claim() -> str:
    return f"{this_machine()}.{os.getpid()}.{started(os.getpid())}.{next(_numbers)}"


def is_dead(claim: str) -> bool:
    """True only if the process surely no longer exists: it was on this machine and is gone, or its number is taken."""
    machine, pid, began, _number = claim.split(".")
    return bool(began) and machine == this_machine() and started(int(pid)) != began


def take_batch(mailing: Mailing, *, claim: str, size: int = BATCH) -> list[Delivery]:
    """Up to `size` due deliveries, now ours. Two workers never get the same row."""
    due = Q(next_attempt=None) | Q(next_attempt__lte=timezone.now())
    with transaction.atomic():
        waiting = Delivery.objects.filter(due, mailing=mailing, state__in=WAITING).order_by("pk")
        if connection.features.has_select_for_update_skip_locked:
            waiting = waiting.select_for_update(skip_locked=True)
        numbers = list(waiting.values_list("pk", flat=True)[:size])
        if not numbers:
            return []
        Delivery.objects.filter(pk__in=numbers, state__in=WAITING).update(
            state=State.SENDING, claim=claim, claimed_at=timezone.now()
        )
        mine = Delivery.objects.filter(pk__in=numbers, claim=claim, state=State.SENDING)
        return list(mine.select_related("subscriber").order_by("pk"))


def renew(claim: str) -> None:
    Delivery.objects.filter(claim=claim, state=State.SENDING).update(claimed_at=timezone.now())


def give_back(claim: str) -> int:
    """What we have not begun goes back in the queue."""
    return Delivery.objects.filter(claim=claim, state=State.SENDING).update(state=State.QUEUED, claim="", claimed_at=None)


# The two writes of every message, prepared by hand: building them with the ORM costs more than sending the mail.
_BEGIN = (
    "UPDATE newsletter_delivery SET claimed_at = %s, attempts = attempts + 1 WHERE id = %s AND claim = %s AND state = 'sending'"
)
_TAKEN = (
    "UPDATE newsletter_delivery SET state = 'accepted', accepted_at = %s, reply = %s, claimed_at = NULL "
    "WHERE id = %s AND claim = %s AND state IN ('sending', 'uncertain', 'cancelled')"
)


def _now():
    return connection.ops.adapt_datetimefield_value(timezone.now())


def about_to_send(delivery: Delivery) -> bool:
    """Write down that the final dot comes next. False: stopped, unsubscribed, erased or taken over; do not send it."""
    with connection.cursor() as cursor:
        cursor.execute(_BEGIN, [_now(), delivery.pk, delivery.claim])
        return cursor.rowcount == 1


def taken(delivery: Delivery, *, reply: str) -> None:
    """The server said 250. Also true when the sweeper has given us up meanwhile, so UNCERTAIN is corrected too."""
    for pause in (1, 3, 10, None):
        try:
            with connection.cursor() as cursor:
                cursor.execute(_TAKEN, [_now(), reply[:500], delivery.pk, delivery.claim])
            return
        except OperationalError:  # locked or just restarting; the mail is out, so this must not be forgotten lightly
            if pause is None:
                raise
            time.sleep(pause)


def put_back(delivery: Delivery, *, reply: str, next_attempt: datetime.datetime | None, counts: bool) -> None:
    """Try again later. `counts`: this was an attempt of the reader's server, not a fault of ours."""
    Delivery.objects.filter(pk=delivery.pk, claim=delivery.claim, state=State.SENDING).update(
        state=State.RETRY if next_attempt else State.QUEUED,
        claim="",
        claimed_at=None,
        reply=reply[:500],
        next_attempt=next_attempt,
        attempts=delivery.attempts + (1 if counts else 0),
    )


def settle(delivery: Delivery, *, state: Delivery.State, reply: str) -> None:
    """Failed or unclear."""
    Delivery.objects.filter(pk=delivery.pk, claim=delivery.claim, state=State.SENDING).update(
        state=state, reply=reply[:500], claimed_at=None
    )


def abandoned() -> list[Delivery]:
    """Rows in the hands of workers that are dead or have not been heard of for a whole lease."""
    held = Delivery.objects.filter(state=State.SENDING)
    limit = timezone.now() - datetime.timedelta(seconds=settings.STALE_AFTER_SECONDS)
    claims = list(held.order_by().values_list("claim", flat=True).distinct())
    dead = [claim for claim in claims if claim and is_dead(claim)]
    return list(held.filter(Q(claim__in=dead) | Q(claimed_at__lt=limit)).select_related("mailing").order_by("pk"))

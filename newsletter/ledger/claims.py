"""Who works on which deliveries: a hundred at a time, for as long as a lease is renewed.

A claim is worked through in order and every outcome is written before the next final dot. So when a worker dies, only the first
row of its claim without an outcome can be on its way; the rest was surely not sent.
"""

import contextlib
import datetime
from collections import Counter
from dataclasses import dataclass, field
from typing import NamedTuple

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from ..models import Claim, Delivery, Mailing
from . import clock, workers
from .tally import enter
from .writers import one_at_a_time

BATCH = 100
FENCE = 0.75  # share of the lease after which no further dot is sent without a renewal
State = Delivery.State


class Row(NamedTuple):
    """What writing and sending one mail needs; a Delivery object would cost more than sending it."""

    pk: int
    mailing_id: int
    address: str
    name: str
    domain: str
    reader_language: str
    language: str
    format: str
    consent_date: datetime.date | None
    token: str
    attempts: int
    subscriber_id: int
    uid: str


@dataclass
class Held:
    """A claim in our hands. `fence`: seconds since boot after which it may no longer be ours."""

    pk: int
    mailing_id: int
    rows: list[Row]
    fence: float = field(default=0.0)

    @property
    def is_ours(self) -> bool:
        return clock.since_boot() < self.fence


def lease_seconds() -> float:
    return settings.STALE_AFTER_SECONDS


def take(mailing: Mailing, *, connection_number: int = 0, size: int = BATCH, asleep=(), durable: bool = True) -> Held | None:
    """Up to `size` due rows, now ours, on the disk before the first is sent; None if nothing is due.

    Two workers never get the same row. Who left, paused, was blocked or erased since the start is cancelled here.
    `asleep`: recipient domains that want no mail just now.
    """
    began = clock.since_boot()
    with one_at_a_time(), _on_the_disk(then=durable), transaction.atomic():
        _flush_commit()
        claim = _open(mailing.pk, connection_number=connection_number, durable=durable)
        came_from = _take_due(mailing.pk, claim, size=size, asleep=list(asleep))
        if not came_from:
            _run("DELETE FROM newsletter_claim WHERE id = %s", [claim])
            return None
        rows, obstacles = _read(claim)
        changes = Counter()
        for row in [*rows, *(row for row, _reason in obstacles)]:
            changes[row.language, came_from[row.pk]] -= 1
        _cancel(obstacles, changes)
        enter(mailing.pk, changes)
    return Held(pk=claim, mailing_id=mailing.pk, rows=rows, fence=began + lease_seconds() * FENCE)


def settle(held: Held) -> None:
    """Enter what became of the rows; what was not begun is queued again (or cancelled, if the mailing was stopped)."""
    with one_at_a_time(), transaction.atomic():
        _close(held.pk)


def abandon(held: Held) -> None:
    """Something unforeseen happened: as if the worker had died here."""
    with transaction.atomic():
        _close(held.pk, dead=True)


def drop_orphans(connection_number: int) -> None:
    """Claims of this very connection that it does not know of: the database took them and fell silent. Nothing was begun."""
    orphans = Claim.objects.filter(worker=workers.this_worker(), connection=connection_number)
    for number in list(orphans.values_list("pk", flat=True)):
        with transaction.atomic():
            _close(number)


def renew(helds: list[Held]) -> None:
    """Ours for another lease, as far as nobody took over."""
    began = clock.since_boot()
    lease = clock.shared() + lease_seconds()
    for held in helds:
        if Claim.objects.filter(pk=held.pk).update(lease_until=lease):
            held.fence = began + lease_seconds() * FENCE


def abandoned() -> list[Claim]:
    """Claims of workers that are dead or have not renewed them in time."""
    now = clock.shared()
    return [claim for claim in Claim.objects.order_by("pk") if workers.is_dead(claim.worker) or claim.lease_until < now]


def take_over(claim: Claim) -> list[Delivery]:
    """Close the claim of a dead worker. Returns the deliveries that may be on their way: now UNCERTAIN, one at most.

    Unless its machine went down before the last outcomes were on the disk: then they are all that have none.
    """
    with transaction.atomic():
        unclear = _close(claim.pk, everything=not claim.durable and workers.fell_with_its_machine(claim.worker), dead=True)
    return list(Delivery.objects.filter(pk__in=unclear).select_related("mailing__site").order_by("pk"))


def _close(number: int, *, dead: bool = False, everything: bool = False) -> list[int]:
    """The rows go into the book as they are. `dead`: its worker, so the first open row may be out; `everything`: each may be.

    On the disk, or a server that crashes would bring the claim back without what its worker wrote and has forgotten since.
    """
    _flush_commit()
    found = _run(
        "SELECT c.mailing_id, m.state FROM newsletter_claim c JOIN newsletter_mailing m ON m.id = c.mailing_id WHERE c.id = %s",
        [number],
    )
    if not found or not _run("DELETE FROM newsletter_claim WHERE id = %s RETURNING id", [number]):
        return []  # somebody took over
    ((mailing_id, mailing_state),) = found
    lock = " FOR UPDATE" if connection.vendor == "postgresql" else ""
    rows = _run(f"SELECT id, language, state FROM newsletter_delivery WHERE claim = %s ORDER BY id{lock}", [number])  # noqa: S608
    changes = Counter((language, state) for _pk, language, state in rows)
    begun = [(pk, language) for pk, language, state in rows if state == State.SENDING]
    unclear = begun if everything else begun[:1] if dead else []
    for group, target, reason in (
        (unclear, State.UNCERTAIN, ""),
        (begun[len(unclear) :], *_where_to(mailing_state)),
    ):
        if not group:
            continue
        settled_at = timezone.now() if target == State.CANCELLED else None
        group_rows = Delivery.objects.filter(pk__in=[pk for pk, _language in group])
        group_rows.update(state=target, reason=reason, settled_at=settled_at)
        for _pk, language in group:
            changes[language, State.SENDING] -= 1
            changes[language, target] += 1
    enter(mailing_id, changes)
    return [pk for pk, _language in unclear]


def _where_to(mailing_state: str) -> tuple[str, str]:
    if mailing_state == Mailing.State.STOPPED:
        return State.CANCELLED, Delivery.Reason.STOPPED
    return State.QUEUED, ""


# --- the claim's own statements: no object per row, the same words for both databases ------------------------------------
def _open(mailing_id: int, *, connection_number: int, durable: bool) -> int:
    lease_until = clock.shared() + lease_seconds()
    ((number,),) = _run(
        "INSERT INTO newsletter_claim (mailing_id, worker, connection, lease_until, durable) VALUES (%s, %s, %s, %s, %s) "
        "RETURNING id",
        [mailing_id, workers.this_worker(), connection_number, lease_until, durable],
    )
    return number


_DUE = {  # {state: (which rows, in which order)}
    State.RETRY: ("mailing_id = %(mailing)s AND pile = 'retry' AND next_attempt <= %(now)s", "next_attempt, id"),
    # BETWEEN, because for “=” PostgreSQL takes the primary key to be in the right order as well, and for every claim it would
    # read all rows that were sent before.
    State.QUEUED: ("mailing_id BETWEEN %(mailing)s AND %(mailing)s AND pile = 'queued'", "mailing_id, id"),
}


def _take_due(mailing_id: int, claim: int, *, size: int, asleep: list[str]) -> dict[int, str]:
    """{number of the row: the state it was in}; retries that are due come first."""
    taken: dict[int, str] = {}
    for state, (condition, order) in _DUE.items():
        if len(taken) == size:
            break
        if asleep:
            names = ", ".join(f"%(d{index})s" for index in range(len(asleep)))
            condition += f" AND domain NOT IN ({names})"
        lock = "FOR UPDATE SKIP LOCKED" if connection.vendor == "postgresql" else ""
        rows = _run(
            # A row that its worker put back is still in that claim, and in its books, until the claim is settled.
            f"WITH due AS (SELECT id FROM newsletter_delivery WHERE {condition} "  # noqa: S608
            "AND (claim IS NULL OR claim NOT IN (SELECT id FROM newsletter_claim)) "
            f"ORDER BY {order} LIMIT %(size)s {lock}) "
            "UPDATE newsletter_delivery SET state = 'sending', claim = %(claim)s, settled_at = NULL "
            "WHERE id IN (SELECT id FROM due) RETURNING id",
            {
                "mailing": mailing_id,
                "claim": claim,
                "size": size - len(taken),
                "now": connection.ops.adapt_datetimefield_value(timezone.now()),
                **{f"d{index}": domain for index, domain in enumerate(asleep)},
            },
        )
        taken.update((number, state) for (number,) in rows)
    return taken


_READ = """
    SELECT d.id, d.mailing_id, d.address, d.name, d.domain, d.reader_language, d.language, d.format, d.consent_date, d.token,
           d.attempts, s.id, s.uid,
           CASE WHEN s.id IS NULL THEN 'erased'
                WHEN EXISTS (SELECT 1 FROM newsletter_suppression x WHERE x.digest = s.digest) THEN 'suppressed'
                WHEN s.state <> 'active' THEN 'unsubscribed'
                WHEN s.paused_until > %(today)s THEN 'paused'
                WHEN NOT EXISTS (
                    SELECT 1 FROM newsletter_subscription p
                    JOIN newsletter_mailing_topics t ON t.topic_id = p.topic_id AND t.mailing_id = d.mailing_id
                    WHERE p.subscriber_id = s.id AND p.state = 'active'
                ) THEN 'unsubscribed'
                ELSE '' END
    FROM newsletter_delivery d LEFT JOIN newsletter_subscriber s ON s.id = d.subscriber_id
    WHERE d.claim = %(claim)s ORDER BY d.id
"""


def _read(claim: int) -> tuple[list[Row], list[tuple[Row, str]]]:
    """The rows to send, in order; and those that are not to be sent any more, with the reason."""
    rows, obstacles = [], []
    for *values, reason in _run(_READ, {"claim": claim, "today": timezone.localdate()}):
        if isinstance(values[8], str):  # SQLite keeps dates as text
            values[8] = datetime.date.fromisoformat(values[8])
        if reason:
            obstacles.append((Row(*values), reason))
        else:
            rows.append(Row(*values))
    return rows, obstacles


def _cancel(obstacles: list[tuple[Row, str]], changes: Counter) -> None:
    for row, reason in obstacles:
        Delivery.objects.filter(pk=row.pk).update(state=State.CANCELLED, reason=reason, claim=None, settled_at=timezone.now())
        changes[row.language, State.CANCELLED] += 1


def _run(sql: str, parameters: dict | list | None = None) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return cursor.fetchall() if cursor.description else []


def _flush_commit() -> None:
    """On PostgreSQL: when this transaction is through, it and all before it are on the disk."""
    if connection.vendor == "postgresql":
        _run("SET LOCAL synchronous_commit TO on")


@contextlib.contextmanager
def _on_the_disk(*, then: bool):
    """The commit inside is flushed to the disk; those after it if `then`. Inside a transaction SQLite cannot be told."""
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        _run("PRAGMA synchronous = FULL")
        yield
        _run(f"PRAGMA synchronous = {'FULL' if then else 'NORMAL'}")
    else:
        yield

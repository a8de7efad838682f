"""One outcome, written before the next final dot goes out: a prepared statement on the connection that sends.

Writing it through the ORM would cost more than sending the mail. Every statement names the claim, so that a worker that lost
its claim changes nothing. While the database is away nothing is sent, and what is known is kept and written afterwards.
"""

import datetime
import logging
import time
from collections.abc import Callable
from weakref import WeakKeyDictionary

from django.db import DEFAULT_DB_ALIAS, InterfaceError, OperationalError, connections
from django.utils import timezone

from ..models import Delivery
from .claims import Row
from .moving import move
from .writers import one_at_a_time

logger = logging.getLogger(__name__)
State = Delivery.State

PAUSES = (0.05, 0.2, 0.5, 1, 2, 5)  # seconds between attempts to reach the database
LAST_WORDS = 15  # seconds a worker that is asked to end goes on trying to write down a mail that is out
REPLY_LENGTH = 500

# COALESCE, because PostgreSQL would look for the claim and then among its hundred rows; the row is found by its number.
OURS = "WHERE id = ? AND COALESCE(claim, 0) = ? AND state = 'sending'"
_ACCEPTED = f"""
    UPDATE newsletter_delivery SET state = 'accepted', reason = '', accepted_at = ?, settled_at = ?, code = ?, reply = ?,
    attempts = attempts + 1 {OURS}
"""  # noqa: S608 -- constants
_OTHER = f"""
    UPDATE newsletter_delivery SET state = ?, reason = ?, settled_at = ?, next_attempt = ?, code = ?, reply = ?, attempts = ?
    {OURS}
"""  # noqa: S608 -- constants


class NotWritten(Exception):
    """The database is away and the worker is to end: the row stays in the claim, so it will count as uncertain."""


class Marks:
    """Of one connection. `ending` says whether the process was asked to end."""

    def __init__(self, *, ending: Callable[[], bool] = lambda: False):
        self._database = connections[DEFAULT_DB_ALIAS]  # this thread's; asking for it each time would take as long as a mark
        self._driver = _SQLite() if self._database.vendor == "sqlite" else _PostgreSQL()
        self._broken = (self._database.Database.OperationalError, self._database.Database.InterfaceError)
        self._ending = ending
        self._claim = 0
        self.seconds = 0.0  # spent on writing since the claim began
        self._durable = True
        self._known: list[tuple[str, tuple]] = []  # of the open claim: what a crash of the database may have forgotten
        self._written_on = None  # the driver's connection

    def begin(self, claim: int, *, durable: bool) -> None:
        """The marks that follow are of this claim. `durable`: each is on the disk before the next mail."""
        self._claim = claim
        self.seconds = 0.0
        self._known.clear()
        if durable != self._durable or self._database.connection is not self._written_on:
            self._promise(durable)
        self._written_on = self._database.connection

    def _promise(self, durable: bool) -> None:
        if self._database.vendor == "postgresql":
            with self._database.cursor() as cursor:
                cursor.execute("SET synchronous_commit TO " + ("on" if durable else "off"))
        self._durable = durable

    def accepted(self, row: Row, *, code: int, text: str) -> None:
        """The server has it."""
        now = self._now()
        if not self._write(_ACCEPTED, (now, now, code, _kept(text), row.pk, self._claim)):
            self._insist(row, code=code, text=text)

    def queue_again(self, row: Row) -> None:
        """Not begun, and not to be sent by us just now."""
        self._other(row, state=State.QUEUED)

    def retry(self, row: Row, *, at: datetime.datetime, code: int = 0, text: str = "", reason: str = "") -> None:
        """A “not now” for this reader."""
        self._other(row, state=State.RETRY, next_attempt=at, code=code, text=text, reason=reason, tried=1)

    def failed(self, row: Row, *, code: int, text: str, reason: str) -> None:
        """A “no” for this reader, or a mail that cannot be written."""
        self._other(row, state=State.FAILED, code=code, text=text, reason=reason, tried=1)

    def uncertain(self, row: Row, *, text: str) -> None:
        """It may have been taken."""
        self._other(row, state=State.UNCERTAIN, text=text, tried=1)

    def _other(self, row: Row, *, state, reason="", next_attempt=None, code=0, text="", tried=0) -> None:
        settled = self._now() if state == State.FAILED else None
        at = next_attempt and self._database.ops.adapt_datetimefield_value(next_attempt)
        values = (state.value, str(reason), settled, at, code or None, _kept(text), row.attempts + tried)
        self._write(_OTHER, (*values, row.pk, self._claim))

    def _execute(self, sql: str, values: tuple) -> int:
        """How many rows changed; straight to the driver."""
        return self._driver.execute(self._database, sql, values)

    def _now(self):
        """As the driver takes it; SQLite keeps moments as text in UTC."""
        now = datetime.datetime.now(datetime.UTC)
        return str(now.replace(tzinfo=None)) if self._database.vendor == "sqlite" else now

    def _insist(self, row: Row, *, code: int, text: str) -> None:
        """The row was taken out of our hands meanwhile, but its mail is out: that wins, unless somebody is sending it again."""
        taken_away = Delivery.objects.filter(
            pk=row.pk, state__in=[State.UNCERTAIN, State.CANCELLED, State.QUEUED, State.RETRY, State.HELD]
        )
        now = timezone.now()
        moved = move(taken_away, to=State.ACCEPTED, accepted_at=now, code=code, reply=_kept(text))
        if not moved and not Delivery.objects.filter(pk=row.pk, state__in=[State.ACCEPTED, State.BOUNCED]).exists():
            logger.warning("Delivery %s was accepted after another worker had begun it", row.pk)

    def _write(self, sql: str, values: tuple) -> bool:
        """True if the row was ours. Waits for a database that is away; raises NotWritten when the process is to end."""
        began = time.perf_counter()
        try:
            return self._insist_on_writing(sql, values)
        finally:
            self.seconds += time.perf_counter() - began

    def _insist_on_writing(self, sql: str, values: tuple) -> bool:
        asked_to_end, is_lost = 0.0, False
        for attempt in range(1_000_000):
            try:
                if is_lost:
                    self._hang_up()
                if self._database.connection is not self._written_on:
                    self.catch_up()
                found = self._execute(sql, values)
                self._known.append((sql, values))
                return found == 1
            except (*self._broken, OperationalError, InterfaceError) as error:  # the driver's own, or Django's from connecting
                is_lost = True
                logger.warning("The database cannot be written to: %s", error)
                if self._ending():
                    asked_to_end = asked_to_end or time.monotonic()
                    if time.monotonic() - asked_to_end > LAST_WORDS:
                        raise NotWritten from error
                time.sleep(PAUSES[min(attempt, len(PAUSES) - 1)])
        raise NotWritten

    def _hang_up(self) -> None:
        if self._database.vendor == "postgresql" and not self._database.in_atomic_block:
            self._database.close()

    def catch_up(self) -> None:
        """On another connection than before, everything known of the open claim comes first: a server that crashed may have
        forgotten it. What it has stays as it is.
        """
        self._database.ensure_connection()
        if self._database.connection is self._written_on:
            return
        self._promise(self._durable)
        with self._database.wrap_database_errors:
            for sql, values in self._known:
                self._execute(sql, values)
        self._written_on = self._database.connection


def _kept(text: str) -> str:
    """The server's words, as far as a database takes them."""
    return text[:REPLY_LENGTH].replace("\0", "")


class _SQLite:
    """The driver keeps the statement prepared."""

    def execute(self, database, sql: str, values: tuple) -> int:
        with one_at_a_time(database):
            return database.connection.execute(sql, values).rowcount


class _PostgreSQL:
    """Straight to libpq, with statements prepared once on each connection: half of psycopg's own time for so small a thing."""

    _prepared: WeakKeyDictionary = WeakKeyDictionary()  # {connection: {statement: its name there}}

    def execute(self, database, sql: str, values: tuple) -> int:
        server = database.connection.pgconn
        names = self._prepared.setdefault(database.connection, {})
        if sql not in names:
            pieces = sql.split("?")
            numbered = "".join(f"{piece}${number}" for number, piece in enumerate(pieces[:-1], 1)) + pieces[-1]
            name = b"newsletter_mark_%d" % len(names)
            self._checked(server, server.prepare(name, numbered.encode()))
            names[sql] = name
        texts = [None if value is None else str(value).encode() for value in values]
        return self._checked(server, server.exec_prepared(names[sql], texts)).command_tuples or 0

    @staticmethod
    def _checked(server, result):
        from psycopg import OperationalError, errors, pq

        if result.status == pq.ExecStatus.COMMAND_OK:
            return result
        if server.status != pq.ConnStatus.OK:
            raise OperationalError(server.error_message.decode(errors="replace"))
        raise errors.error_from_result(result)

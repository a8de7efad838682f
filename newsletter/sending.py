"""What one connection does: claim, write, send, note each answer in the ledger, settle; again until nothing is due."""

import datetime
import logging
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from django.db import InterfaceError, OperationalError, connection
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.core.addresses import AddressError

from .feedback.noting import note_refusal
from .ledger import is_due
from .ledger.claims import BATCH, Held, Row, abandon, drop_orphans, lease_seconds, renew, settle, take
from .ledger.clock import since_boot
from .ledger.marks import LAST_WORDS, Marks
from .mailing import resume
from .message import CompiledMail, MessageError
from .models import Delivery, Mailing, SendingPolicy
from .recovery import clear_up
from .throttle import Buckets
from .transport import Answer, Envelope, Kind, Session, Unreachable, open_session
from .transport import Outcome as Said

logger = logging.getLogger(__name__)

RETRY_MINUTES = (1, 5, 15, 60, 240, 720, 1440)  # after a “not now” for one reader; then given up
DROPS = 2  # connections that break one after the other; then the server counts as away
AT_ONCE = 2  # losses of one mail that are tried again without waiting
SHORT = 2.0  # seconds; who has to wait longer than that lets others go first
CLAIM_SECONDS = 2  # about so long a claim takes: whoever leaves meanwhile may still get the mail, and others could help
FEWEST = 5
PACED_BATCH = 10  # where a limit is set a claim takes longer, and whoever leaves meanwhile should not have to wait for it
FAST = 300  # mails a second; above, marks reach the disk with the next claim and not each by itself
Reason = Delivery.Reason


@dataclass
class Outcome:
    sent: int = 0
    unfinished: bool = False


@dataclass
class Turn:
    """One worker's turn at one mailing, shared by its connections."""

    mailing: Mailing
    mails: dict[str, CompiledMail]
    policy: SendingPolicy
    asked_to_end: threading.Event
    ends_at: float = 0.0
    connections: int = 1
    share: int = BATCH  # rows of a connection's first claim
    outcome: Outcome = field(default_factory=Outcome)
    faults: list[Unreachable] = field(default_factory=list)
    all_left: threading.Event = field(default_factory=threading.Event)
    rest: float = 0.0  # seconds in which no mail at all may go
    _stopped: threading.Event = field(default_factory=threading.Event)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _helds: dict[int, Held] = field(default_factory=dict)
    _left: set[int] = field(default_factory=set)
    _renewed: float = field(default_factory=since_boot)

    @property
    def is_over(self) -> bool:
        return self._stopped.is_set() or self.asked_to_end.is_set() or time.monotonic() > self.ends_at

    @property
    def failed_everywhere(self) -> bool:
        return len(self.faults) == self.connections

    def stop(self) -> None:
        """No further dot on any connection."""
        self._stopped.set()

    def rest_for(self, seconds: float) -> None:
        """A limit of the council, or the night: this turn is over."""
        self.rest = max(self.rest, seconds)
        self.stop()

    def leave(self, number: int) -> None:
        with self._lock:
            self._left.add(number)
            if len(self._left) == self.connections:
                self.all_left.set()

    def fault(self, error: Unreachable) -> None:
        with self._lock:
            self.faults.append(error)

    def count(self, sent: int) -> None:
        with self._lock:
            self.outcome.sent += sent

    def pause(self, seconds: float) -> None:
        """Wait, but not longer than the turn lasts."""
        if not self._stopped.wait(min(seconds, 0.2)) and seconds > 0.2 and not self.is_over:
            self.pause(seconds - 0.2)

    def hold(self, number: int, held: Held | None) -> None:
        with self._lock:
            if held is None:
                self._helds.pop(number, None)
            else:
                self._helds[number] = held

    def renew_leases(self) -> None:
        """Often enough that a missed one does no harm."""
        if since_boot() - self._renewed < lease_seconds() / 6:
            return
        with self._lock:
            helds = list(self._helds.values())
        renew(helds)
        self._renewed = since_boot()


def work(turn: Turn, number: int) -> None:
    """One connection from its first mail to its last."""
    worker = Connection(turn, number)
    try:
        while not turn.is_over and worker.send_claim():
            pass
    except Unreachable as error:
        turn.fault(error)
    finally:
        worker.end()


class Connection:
    """A kept session and what it has in its hands."""

    def __init__(self, turn: Turn, number: int):
        self.turn = turn
        self.number = number
        self.session: Session | None = None
        self.marks = Marks(ending=turn.asked_to_end.is_set)
        self.drops = 0
        self.sent = 0
        self.rate = 0.0
        self.size = turn.share
        self.unsettled = False  # a claim may exist that we do not know of
        self.buckets = Buckets(turn.mailing.site, turn.policy)
        self.is_paced = self.buckets.is_limited

    def send_claim(self) -> bool:
        """One claim from beginning to end; False if nothing was due. Raises Unreachable."""
        if self.session is None or not self.session.is_open:
            self.session = open_session(self.turn.mailing.site)
            if self.turn.mailing.state == Mailing.State.WAITING:
                resume(self.turn.mailing)
        durable = self.is_paced or self.rate * self.turn.connections < FAST
        asleep = self.patiently(self.buckets.sleeping_domains)
        size = PACED_BATCH if self.is_paced else self.size
        held = self.patiently(lambda: self.take(size=size, asleep=asleep, durable=durable))
        if held is None:
            if asleep and is_due(self.turn.mailing):
                self.turn.pause(SHORT / 4)
                return True
            return False
        self.turn.hold(self.number, held)
        began = time.monotonic()
        close = abandon  # until it is sure that nothing is in flight
        try:
            self.marks.begin(held.pk, durable=durable)
            self.send_paced(held) if self.is_paced else self.send_rows(held, held.rows)
            close = settle
        except Unreachable:
            close = settle
            raise
        except (OperationalError, InterfaceError) as error:  # between two mails: what is in flight is waited for in marks.py
            logger.warning("The database broke off: %s", error)
            close = settle
            self.session.close()
            if connection.in_atomic_block:
                raise
            connection.close()
        finally:
            self.patiently(lambda: self.close_claim(held, close))
            self.turn.hold(self.number, None)
        took = time.monotonic() - began
        self.rate = len(held.rows) / max(took - self.marks.seconds, 0.001)  # the server's: a slow disk must not slow us further
        self.size = min(BATCH, max(FEWEST, int(len(held.rows) / max(took, 0.001) * CLAIM_SECONDS)))
        return True

    def take(self, **how) -> Held | None:
        if self.unsettled:
            drop_orphans(self.number)
        self.unsettled = True
        held = take(self.turn.mailing, connection_number=self.number, **how)
        self.unsettled = False
        return held

    def close_claim(self, held: Held, close: Callable[[Held], None]) -> None:
        self.marks.catch_up()
        close(held)

    def patiently(self, step):
        """A database that is away is waited for; with nothing in flight that costs nothing but time."""
        waited = 0.0
        while True:
            try:
                return step()
            except (OperationalError, InterfaceError) as error:
                if connection.in_atomic_block or (self.turn.asked_to_end.is_set() and waited > LAST_WORDS):
                    raise
                logger.warning("The database cannot be reached: %s", error)
                time.sleep(0.5)
                waited += 0.5
                connection.close()

    def send_rows(self, held: Held, rows: Iterable[Row]) -> None:
        for answer in self.session.send(self.envelopes(held, rows), may_send=lambda: self.may_send(held)):
            self.note(answer)
            self.buckets.note(answer, domain=answer.delivery.domain)

    def send_paced(self, held: Held) -> None:
        """One at a time: a permit is used at once or not at all."""
        for row in held.rows:
            while (wait := self.buckets.take(row.domain)) and wait <= SHORT and self.may_send(held):
                self.turn.pause(wait)
            if not self.may_send(held) or not self.session.is_open:
                return
            if not wait:
                self.send_rows(held, [row])
            elif row.domain in self.buckets.sleeping_domains():
                self.marks.queue_again(row)
            else:
                self.turn.rest_for(wait)

    def may_send(self, held: Held) -> bool:
        """Asked before every final dot: nobody stopped us, and the rows are still ours."""
        return not self.turn.is_over and held.is_ours

    def envelopes(self, held: Held, rows: Iterable[Row]) -> Iterator[Envelope]:
        for row in rows:
            if not self.may_send(held):
                return
            if not self.is_paced and self.buckets.take(row.domain):
                self.marks.queue_again(row)  # this provider has just asked for patience
                continue
            mail = self.turn.mails.get(row.language)
            try:
                if mail is None:
                    raise MessageError(_("the language no longer exists."))
                yield Envelope(row, mail.envelope_sender(row), mail.recipient(row), mail.content(row, uid=row.uid))
            except (AddressError, MessageError) as error:
                words = _("This mail cannot be written: %s") % error
                self.marks.failed(row, code=0, text=words, reason=Reason.OTHER)

    def note(self, answer: Answer) -> None:
        """Write down what became of one mail, before the next one leaves. Raises Unreachable when the server breaks off."""
        row = answer.delivery
        if answer.outcome == Said.ACCEPTED:
            self.marks.accepted(row, code=answer.code, text=f"{answer.code} {answer.text}")
            self.sent += 1
            self.drops = 0
        elif answer.outcome == Said.UNCERTAIN:
            self.marks.uncertain(row, text=answer.text)
            clear_up(Delivery.objects.select_related("mailing__site").get(pk=row.pk))
            self.count_drop(answer)
        elif answer.outcome == Said.LOST:
            self.later(row, answer, at_once=row.attempts < AT_ONCE)
            self.count_drop(answer)
        elif answer.outcome == Said.REFUSED and answer.reason != Reason.REFUSED_POLICY:
            self.marks.failed(row, code=answer.code, text=f"{answer.code} {answer.text}", reason=answer.reason)
            note_refusal(Delivery.objects.get(pk=row.pk), code=answer.code, text=answer.text)
        else:  # “not now”, or a no that is about us: the reader is not to blame
            self.later(row, answer)

    def later(self, row: Row, answer: Answer, *, at_once: bool = False) -> None:
        """With growing pauses, at last never."""
        words = f"{answer.code} {answer.text}" if answer.code else answer.text
        if row.attempts >= len(RETRY_MINUTES):
            self.marks.failed(row, code=answer.code, text=words, reason=answer.reason or Reason.GAVE_UP)
            return
        pause = 0 if at_once else RETRY_MINUTES[row.attempts]
        at = timezone.now() + datetime.timedelta(minutes=pause)
        self.marks.retry(row, at=at, code=answer.code, text=words, reason=answer.reason)

    def count_drop(self, answer: Answer) -> None:
        self.drops += 1
        if self.drops >= DROPS:
            raise Unreachable(_("The mail server breaks the connection: %s") % answer.text, kind=Kind.NETWORK)

    def end(self) -> None:
        self.turn.count(self.sent)
        if self.session is not None:
            self.session.quit()

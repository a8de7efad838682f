"""What one connection does: claim, write, send, note each answer in the ledger, settle; again until nothing is due."""

import datetime
import logging
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.utils import timezone
from django.utils.translation import gettext as _

from .addresses import AddressError
from .feedback.noting import note_refusal
from .ledger.claims import BATCH, Held, Row, lease_seconds, renew, settle, take
from .ledger.clock import since_boot
from .ledger.marks import Marks
from .mailing import resume
from .message import CompiledMail, MessageError
from .models import Delivery, Mailing, SendingPolicy
from .recovery import clear_up
from .transport import Answer, Envelope, Kind, Session, Unreachable, open_session
from .transport import Outcome as Said

logger = logging.getLogger(__name__)

RETRY_MINUTES = (1, 5, 15, 60, 240, 720, 1440)  # after a “not now” for one reader; then given up
DROPS = 2  # connections that break one after the other; then the server counts as away
AT_ONCE = 2  # losses of one mail that are tried again without waiting
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
    outcome: Outcome = field(default_factory=Outcome)
    faults: list[Unreachable] = field(default_factory=list)
    all_left: threading.Event = field(default_factory=threading.Event)
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

    def leave(self, number: int) -> None:
        with self._lock:
            self._left.add(number)
            if len(self._left) == self.connections:
                self.all_left.set()

    def fault(self, error: Unreachable) -> None:
        with self._lock:
            self.faults.append(error)

    def count(self) -> None:
        with self._lock:
            self.outcome.sent += 1

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
        self.rate = 0.0

    def send_claim(self) -> bool:
        """One claim from beginning to end; False if nothing was due. Raises Unreachable."""
        if self.session is None or not self.session.is_open:
            self.session = open_session(self.turn.mailing.site)
            if self.turn.mailing.state == Mailing.State.WAITING:
                resume(self.turn.mailing)
        durable = self.rate * self.turn.connections < FAST
        held = take(self.turn.mailing, connection_number=self.number, size=BATCH, durable=durable)
        if held is None:
            return False
        self.turn.hold(self.number, held)
        self.marks.begin(held.pk, durable=durable)
        began = time.monotonic()
        try:
            for answer in self.session.send(self.envelopes(held), may_send=lambda: self.may_send(held)):
                self.note(answer)
        finally:
            self.turn.hold(self.number, None)
            settle(held)
        self.rate = len(held.rows) / max(time.monotonic() - began, 0.001)
        return True

    def may_send(self, held: Held) -> bool:
        """Asked before every final dot: nobody stopped us, and the rows are still ours."""
        return not self.turn.is_over and held.is_ours

    def envelopes(self, held: Held) -> Iterator[Envelope]:
        for row in held.rows:
            if not self.may_send(held):
                return
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
            self.turn.count()
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
        if self.session is not None:
            self.session.quit()

"""The sending loop: claim a batch, send each message, write each outcome; and picking up after dead workers.

A claim is worked through in order and every outcome is committed before the next final dot. So after kill -9 only the first
row of a claim without an outcome can be on its way: that one is unclear (see resolver.py), the rest was surely not sent.
"""

import contextlib
import datetime
import logging
import signal
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.core.models import CouncilSettings

from . import claims, resolver
from .addresses import AddressError
from .mailing import finish_if_done, put_on_hold, resume, start_due, wake
from .message import CompiledMail, MessageError, Sender, message_id
from .models import Delivery, Mailing
from .transport import Connection, Lost, Refused, Unclear, Unreachable

logger = logging.getLogger(__name__)

TURN_SECONDS = 60  # then other tasks of this worker get their turn
RETRY_MINUTES = (1, 5, 15, 60, 240, 720, 1440)  # after a “not now” for one reader; then given up
HOLD_MINUTES = (1, 2, 5, 10, 20, 30)  # after the server was away


@dataclass
class Outcome:
    sent: int = 0
    unfinished: bool = False


@dataclass
class Turn:
    """One worker's turn at one mailing."""

    mailing: Mailing
    mails: dict[str, CompiledMail]
    stopped: threading.Event
    connection: Connection = field(default_factory=Connection)
    outcome: Outcome = field(default_factory=Outcome)
    ends_at: float = 0.0
    drops: int = 0  # broken connections since the last message that went through

    @property
    def is_over(self) -> bool:
        return self.stopped.is_set() or time.monotonic() > self.ends_at


def dispatch(mailing: Mailing, *, seconds: float = TURN_SECONDS) -> Outcome:
    """Send what is due for up to `seconds`. Safe to run at any time, in any number of processes."""
    if not mailing.is_running or (mailing.retry_at and mailing.retry_at > timezone.now()):
        return Outcome()
    with drained_on_signal() as stopped:
        try:
            mails = compile_all(mailing)
        except (MessageError, AddressError, ValueError) as error:
            hold(mailing, str(error))
            return Outcome()
        turn = Turn(mailing=mailing, mails=mails, stopped=stopped, ends_at=time.monotonic() + seconds)
        try:
            turn.connection.open()
            resume(mailing)
            while not turn.is_over and send_batch(turn):
                pass
        except Unreachable as error:
            hold(mailing, str(error))
            return turn.outcome
        finally:
            turn.connection.quit()
    turn.outcome.unfinished = turn.is_over and not stopped.is_set()
    finish_if_done(mailing)
    return turn.outcome


def compile_all(mailing: Mailing) -> dict[str, CompiledMail]:
    """Every language before the first claim: a fault in one of them must not show after half the list."""
    if mailing.site is None:
        raise MessageError(_("The page belongs to no site, so there is no sender."))
    sender = Sender.of(CouncilSettings.for_site(mailing.site))
    return {version.language: CompiledMail(version, sender=sender) for version in mailing.versions.select_related("mailing")}


@contextlib.contextmanager
def drained_on_signal() -> Iterator[threading.Event]:
    """Set when the process is asked to end: the message in flight is finished and written down, the rest given back."""
    stopped = threading.Event()
    if threading.current_thread() is not threading.main_thread():
        yield stopped
        return
    previous = {}

    def drain(number, frame):
        stopped.set()
        if callable(previous[number]) and previous[number] is not signal.default_int_handler:
            previous[number](number, frame)

    for number in (signal.SIGTERM, signal.SIGINT):
        previous[number] = signal.getsignal(number)
        signal.signal(number, drain)
    try:
        yield stopped
    finally:
        for number, handler in previous.items():
            signal.signal(number, handler or signal.SIG_DFL)


def send_batch(turn: Turn) -> bool:
    """One claim from beginning to end; False if nothing was due."""
    claim = claims.new_claim()
    batch = claims.take_batch(turn.mailing, claim=claim)
    renewed = time.monotonic()
    try:
        for delivery in batch:
            if turn.is_over:
                break
            if time.monotonic() - renewed > settings.STALE_AFTER_SECONDS / 4:
                claims.renew(claim)
                renewed = time.monotonic()
            send_one(turn, delivery)
    finally:
        claims.give_back(claim)
    return bool(batch)


def send_one(turn: Turn, delivery: Delivery) -> None:
    """One message. Raises Unreachable when the server is gone for good; the row is then pending again."""
    try:
        parts = address_and_fill(turn.mails, delivery)
    except (AddressError, MessageError) as error:
        claims.settle(delivery, state=Delivery.State.FAILED, reply=_("This mail cannot be written: %s") % error)
        return
    try:
        turn.connection.begin(**parts)
        if not claims.about_to_send(delivery):
            take_back(turn)
            return
        claims.taken(delivery, reply=turn.connection.finish())
    except Refused as answer:
        note_refusal(delivery, answer)
    except Lost as error:
        claims.put_back(delivery, reply=str(error), next_attempt=None, counts=False)
        turn.drops += 1
        if turn.drops > 1:
            raise Unreachable(_("The mail server breaks the connection: %s") % error) from error
    except Unclear as error:
        claims.settle(delivery, state=Delivery.State.UNCERTAIN, reply=str(error))
        clear_up(Delivery.objects.select_related("mailing").get(pk=delivery.pk))
    else:
        turn.drops = 0
        turn.outcome.sent += 1


def address_and_fill(mails: dict[str, CompiledMail], delivery: Delivery) -> dict:
    """Envelope and content for one person. Raises AddressError or MessageError."""
    mail = mails.get(delivery.language)
    if mail is None or delivery.subscriber is None:
        raise MessageError(_("the language or the person no longer exists."))
    return {
        "sender": mail.envelope_sender(delivery),
        "recipient": mail.recipient(delivery),
        "content": mail.content(delivery, uid=delivery.subscriber.uid),
    }


def take_back(turn: Turn) -> None:
    """Stopped, unsubscribed or taken over a moment ago: hanging up before the dot takes the message back."""
    turn.connection.close()
    turn.mailing.refresh_from_db(fields=["state"])
    if not turn.mailing.is_running:
        turn.ends_at = 0.0


def note_refusal(delivery: Delivery, answer: Refused) -> None:
    """5xx: this reader cannot be reached. 4xx, or a no that is about us: later, with growing pauses, at last never."""
    if answer.is_final or delivery.attempts >= len(RETRY_MINUTES):
        claims.settle(delivery, state=Delivery.State.FAILED, reply=str(answer))
        return
    pause = datetime.timedelta(minutes=RETRY_MINUTES[delivery.attempts])
    claims.put_back(delivery, reply=str(answer), next_attempt=timezone.now() + pause, counts=True)


def hold(mailing: Mailing, trouble: str) -> None:
    logger.warning("Mailing %s waits: %s", mailing.pk, trouble)
    pause = HOLD_MINUTES[min(mailing.setbacks, len(HOLD_MINUTES) - 1)]
    put_on_hold(
        mailing,
        trouble=trouble,
        setbacks=mailing.setbacks + 1,
        retry_at=timezone.now() + datetime.timedelta(minutes=pause),
    )


def release_stale() -> int:
    """Pick up what dead workers held: the first row of a claim may be on its way and is cleared up; the rest was not sent."""
    released = 0
    begun = set()
    for delivery in claims.abandoned():
        mine = Delivery.objects.filter(pk=delivery.pk, claim=delivery.claim, state=delivery.state)
        if delivery.claim in begun:
            released += mine.update(state=Delivery.State.QUEUED, claim="", claimed_at=None)
            continue
        begun.add(delivery.claim)
        if mine.update(state=Delivery.State.UNCERTAIN, reply=_("The worker ended between sending and writing it down.")):
            clear_up(delivery)
            released += 1
    return released


def clear_up(delivery: Delivery) -> None:
    """Ask the resolver about an UNCERTAIN delivery; if it cannot know, NEWSLETTER_WHEN_UNCLEAR decides.

    `ask` (default): it stays UNCERTAIN and a person decides on the progress page; nobody gets a mail twice.
    `resend`: it is sent once more with the same Message-ID; nobody is left out.
    """
    unclear = Delivery.objects.filter(pk=delivery.pk, state=Delivery.State.UNCERTAIN)
    council = CouncilSettings.for_site(delivery.mailing.site)
    was_taken = resolver.was_taken(message_id(delivery, domain=Sender.of(council).domain))
    if was_taken:
        unclear.update(state=Delivery.State.ACCEPTED, accepted_at=timezone.now(), claimed_at=None)
    elif was_taken is False or settings.NEWSLETTER_WHEN_UNCLEAR == "resend":
        unclear.update(state=Delivery.State.QUEUED, claim="", claimed_at=None, next_attempt=None)


def wake_due() -> int:
    """Start what is scheduled, and wake workers for mailings that have something due and nobody at work."""
    woken = start_due()
    now = timezone.now()
    for mailing in Mailing.objects.filter(state__in=[Mailing.State.SENDING, Mailing.State.WAITING]):
        if mailing.retry_at and mailing.retry_at > now:
            continue
        if mailing.deliveries.filter(state=Delivery.State.SENDING).exists():
            continue  # somebody is at it; if they are dead, release_stale comes first
        if finish_if_done(mailing):
            continue
        waiting = mailing.deliveries.filter(state__in=claims.WAITING)
        if waiting.exclude(next_attempt__gt=now).exists() and not is_woken(mailing):
            wake(mailing)
            woken += 1
    return woken


def is_woken(mailing: Mailing) -> bool:
    """A wake-up already lies in the queue, for example because no worker runs."""
    from django_tasks_db.models import DBTaskResult

    from .tasks import dispatch_mailing

    waiting = DBTaskResult.objects.ready().filter(task_path=dispatch_mailing.module_path)
    return any(row.args_kwargs["args"] == [mailing.pk] for row in waiting[:50])

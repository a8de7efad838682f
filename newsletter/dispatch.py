"""One worker's turn at one mailing: every language made ready, some connections that send side by side, and how it ends.

What a connection does is in sending.py; picking up after dead workers and waking new ones is in recovery.py.
"""

import contextlib
import datetime
import logging
import signal
import threading
import time
from collections.abc import Iterator

from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.core import consent
from cms.core.addresses import AddressError
from cms.core.models import CouncilSettings

from . import guard
from .errors import MailingError
from .ledger import has_open, is_due
from .mailing import finish_if_done, pause, policy_of, put_on_hold
from .message import CompiledMail, MessageError, Sender
from .models import Mailing
from .sending import Outcome, Turn, work
from .transport import Unreachable
from .waking import begin, invite

logger = logging.getLogger(__name__)

TURN_SECONDS = 60  # then other tasks of this worker get their turn
HOLD_MINUTES = (1, 2, 5, 10, 20, 30)  # after the server was away
FEW = 10  # mails; for fewer another connection is not worth while
PER_CONNECTION = 25  # mails of its first claim, until it is known how fast the server is


def dispatch(mailing: Mailing, *, seconds: float = TURN_SECONDS) -> Outcome:
    """Send what is due for up to `seconds`. Safe to run at any time, in any number of processes."""
    begin(mailing)
    if not mailing.is_running or (mailing.retry_at and mailing.retry_at > timezone.now()):
        return Outcome()
    if not is_due(mailing):
        finish_if_done(mailing)
        return Outcome()
    try:
        guard.check()
        mails = compile_all(mailing)
    except (guard.Restored, MessageError, AddressError, ValueError) as error:
        wait_for_a_person(mailing, str(error))
        return Outcome()
    invite(mailing)
    with drained_on_signal() as stopped:
        turn = Turn(mailing=mailing, mails=mails, policy=policy_of(mailing), asked_to_end=stopped)
        turn.ends_at = time.monotonic() + seconds
        send_side_by_side(turn)
    if turn.rest:
        rest_until(mailing, timezone.now() + datetime.timedelta(seconds=turn.rest))
    if turn.failed_everywhere:
        hold(mailing, turn.faults[0])
    elif not stopped.is_set():
        mailing.refresh_from_db()
        turn.outcome.unfinished = turn.is_over and not turn.rest and mailing.is_running and has_open(mailing)
        finish_if_done(mailing)
    return turn.outcome


def compile_all(mailing: Mailing) -> dict[str, CompiledMail]:
    """Every language before the first claim: a fault in one of them must not show after half the list."""
    if mailing.site is None:
        raise MessageError(_("The page belongs to no site, so there is no sender."))
    sender = Sender.of(CouncilSettings.for_site(mailing.site))
    leaving = mailing.versions.filter(held_back=False).select_related("mailing")
    for version in leaving:
        if gone := consent.objections(version.html, medium="newsletter"):
            raise MessageError(_("%s has taken the consent back and is in this mail. Make it anew, or stop it.") % gone[0].name)
    return {version.language: CompiledMail(version, sender=sender) for version in leaving}


def send_side_by_side(turn: Turn) -> None:
    """This thread is the first connection; the others get a thread each, and one looks after leases and the stop button."""
    turn.connections = number_of_connections(turn)
    others = [
        threading.Thread(target=in_thread, args=(work, turn, number), name=f"connection {number}")
        for number in range(1, turn.connections)
    ]
    if not connection.in_atomic_block:  # inside a transaction nobody else could see the rows
        others.append(threading.Thread(target=in_thread, args=(watch, turn), name="watch"))
    for thread in others:
        thread.start()
    try:
        work(turn, 0)
    finally:
        turn.leave(0)
        for thread in others:
            thread.join()


def number_of_connections(turn: Turn) -> int:
    if connection.in_atomic_block:
        return 1
    most = turn.policy.connections
    waiting = turn.mailing.deliveries.filter(pile="queued")[: PER_CONNECTION * most].count()
    number = max(1, min(most, -(-waiting // FEW)))
    turn.share = max(1, -(-waiting // number))
    return number


def in_thread(function, turn: Turn, *arguments) -> None:
    try:
        function(turn, *arguments)
    except Exception:
        logger.exception("A connection ended in an unexpected way")
    finally:
        if arguments:
            turn.leave(*arguments)
        connection.close()


def watch(turn: Turn) -> None:
    """Renew the leases, and notice within half a second that somebody stopped or paused the mailing."""
    while not turn.all_left.wait(0.5):
        try:
            turn.renew_leases()
            if not Mailing.objects.get(pk=turn.mailing.pk).is_running:
                turn.stop()
        except Mailing.DoesNotExist:
            turn.stop()
        except Exception as error:  # the database is away: the leases run out, and with them the right to send
            logger.warning("The mailing cannot be looked after: %s", error)
            connection.close()


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


def hold(mailing: Mailing, fault: Unreachable) -> None:
    """Nothing can be sent at the moment: try again later, or ask a person for what only a person can mend."""
    logger.warning("Mailing %s waits: %s", mailing.pk, fault)
    if fault.needs_a_person:
        wait_for_a_person(mailing, str(fault))
        return
    mailing.refresh_from_db()
    pause_minutes = HOLD_MINUTES[min(mailing.setbacks, len(HOLD_MINUTES) - 1)]
    put_on_hold(
        mailing,
        trouble=str(fault),
        setbacks=mailing.setbacks + 1,
        retry_at=timezone.now() + datetime.timedelta(minutes=pause_minutes),
    )


def rest_until(mailing: Mailing, moment: datetime.datetime) -> None:
    """The pace the council chose allows nothing before; the sweeper goes on then."""
    Mailing.objects.filter(pk=mailing.pk, state=Mailing.State.SENDING).update(retry_at=moment)


def wait_for_a_person(mailing: Mailing, reason: str) -> None:
    with contextlib.suppress(MailingError):  # stopped meanwhile
        pause(mailing, reason=reason)

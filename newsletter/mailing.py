"""The life of a mailing: planned, started, paused, stopped, ended. Its state changes only here, in approval.py and afterwards.py.

What it says is made in composing.py; whether it may go is asked in readiness/; what became of each mail stands in ledger.py.
"""

import datetime
import logging

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from . import approval, audience, ledger, readiness
from .composing import create, create_free, freeze, freeze_version, is_outdated, translations, update
from .errors import MailingError, NotReady
from .models import Mailing, SendingPolicy
from .models.mailings import CHANGEABLE

__all__ = [
    "MailingError",
    "NotReady",
    "create",
    "create_free",
    "freeze",
    "freeze_version",
    "is_outdated",
    "translations",
    "update",
]

logger = logging.getLogger(__name__)

State = Mailing.State
STARTABLE = (State.DRAFT, State.APPROVED, State.SCHEDULED, State.COUNTDOWN)
LATE = datetime.timedelta(minutes=10)  # a countdown that nobody was there to end


def policy_of(mailing: Mailing) -> SendingPolicy:
    return SendingPolicy.for_site(mailing.site) if mailing.site else SendingPolicy()


def step(mailing: Mailing, *, of: list[str] | tuple[str, ...], to: str, refusal: str, **changes) -> None:
    """One change of state, from one of the states `of`; of two at the same moment one raises MailingError."""
    if not Mailing.objects.filter(pk=mailing.pk, state__in=of).update(state=to, **changes):
        raise MailingError(refusal)
    mailing.refresh_from_db()


def require_ready(mailing: Mailing) -> None:
    problems = readiness.problems(mailing)
    if problems:
        raise NotReady(problems)


def resting_state(mailing: Mailing) -> str:
    """Where a mailing goes back to that does not leave after all."""
    return State.APPROVED if approval.is_given(mailing) else State.DRAFT


@transaction.atomic
def discard(mailing: Mailing, *, user: AbstractBaseUser | None) -> None:
    """Nobody wants this draft. It is kept, so that no rule prepares the same thing again, and can be put back."""
    refusal = _("This mailing can no longer be discarded.")
    step(mailing, of=CHANGEABLE, to=State.DISCARDED, refusal=refusal, trouble="")
    if waiting := mailing.current_workflow_state:
        waiting.cancel(user=user)
    mailing.versions.update(approved_by=None, approved_at=None)
    log(instance=mailing, action="newsletter.discard", user=user)


@transaction.atomic
def put_back(mailing: Mailing, *, user: AbstractBaseUser | None) -> None:
    step(mailing, of=[State.DISCARDED], to=State.DRAFT, refusal=_("This mailing is not discarded."))
    log(instance=mailing, action="newsletter.put_back", user=user)


@transaction.atomic
def schedule(mailing: Mailing, *, at: datetime.datetime, user: AbstractBaseUser | None) -> None:
    if at <= timezone.now():
        raise MailingError(_("That time is already past."))
    require_ready(mailing)
    refusal = _("This mailing has already been started or scheduled.")
    step(mailing, of=[State.DRAFT, State.APPROVED], to=State.SCHEDULED, refusal=refusal, scheduled_for=at, trouble="")
    log(instance=mailing, action="newsletter.schedule", user=user, data={"at": at.isoformat()})


@transaction.atomic
def unschedule(mailing: Mailing, *, user: AbstractBaseUser | None, reason: str = "") -> None:
    refusal = _("This mailing is not scheduled any more.")
    step(mailing, of=[State.SCHEDULED], to=resting_state(mailing), refusal=refusal, scheduled_for=None, trouble=reason)
    log(instance=mailing, action="newsletter.unschedule", user=user, data={"reason": reason})


@transaction.atomic
def send(mailing: Mailing, *, user: AbstractBaseUser | None) -> int | None:
    """“Send”: begins at once and returns how many people get it, or None if it can be taken back for a while first."""
    minutes = policy_of(mailing).undo_minutes
    if not minutes:
        return start(mailing, user=user)
    require_ready(mailing)
    starts_at = timezone.now() + datetime.timedelta(minutes=minutes)
    refusal = _("This mailing has already been started.")
    step(mailing, of=[State.DRAFT, State.APPROVED], to=State.COUNTDOWN, refusal=refusal, starts_at=starts_at, trouble="")
    log(instance=mailing, action="newsletter.countdown", user=user, data={"at": starts_at.isoformat()})
    transaction.on_commit(lambda: wake_at(mailing, starts_at))
    return None


def wake_at(mailing: Mailing, moment: datetime.datetime) -> None:
    """The sweeper would find it too, up to half a minute later."""
    from .tasks import start_mailing

    if start_mailing.get_backend().supports_defer:
        start_mailing.using(run_after=moment).enqueue(mailing.pk)


@transaction.atomic
def take_back(mailing: Mailing, *, user: AbstractBaseUser | None, reason: str = "") -> None:
    """“Send” was a mistake: nothing has left."""
    refusal = _("Too late: the mailing has started. You can stop it.")
    step(mailing, of=[State.COUNTDOWN], to=resting_state(mailing), refusal=refusal, starts_at=None, trouble=reason)
    log(instance=mailing, action="newsletter.take_back", user=user, data={"reason": reason})


@transaction.atomic
def start(mailing: Mailing, *, user: AbstractBaseUser | None) -> int:
    """Freeze the audience and let the workers begin. A second call, at the same moment or later, raises MailingError."""
    require_ready(mailing)
    step(
        mailing,
        of=STARTABLE,
        to=State.SENDING,
        refusal=_("This mailing has already been started."),
        started_at=timezone.now(),
        starts_at=None,
        trouble="",
        setbacks=0,
        retry_at=None,
    )
    people = audience.freeze(mailing)
    log(instance=mailing, action="newsletter.start", user=user, data={"people": people})
    transaction.on_commit(lambda: wake(mailing))
    return people


def wake(mailing: Mailing) -> None:
    from .tasks import dispatch_mailing  # tasks import the rooms below

    dispatch_mailing.enqueue(mailing.pk)


def stop(mailing: Mailing, *, user: AbstractBaseUser | None, reason: str = "") -> int:
    """Take back everything whose final dot has not been sent; returns how many. Workers notice within a second.

    The state is committed first: a million rows to cancel must not let a worker go on meanwhile.
    """
    with transaction.atomic():
        step(
            mailing,
            of=[State.SENDING, State.WAITING, State.PAUSED],
            to=State.STOPPED,
            refusal=_("This mailing is not running."),
            finished_at=timezone.now(),
            trouble=reason,
            retry_at=None,
        )
    stopped = ledger.cancel_rest(mailing)
    log(instance=mailing, action="newsletter.stop", user=user, data={"stopped": stopped, "reason": reason})
    return stopped


@transaction.atomic
def pause(mailing: Mailing, *, user: AbstractBaseUser | None = None, reason: str = "") -> None:
    """No further mail until somebody goes on; nothing is taken back. `reason`: the trouble that needs a person."""
    refusal = _("This mailing is not running.")
    step(mailing, of=[State.SENDING, State.WAITING], to=State.PAUSED, refusal=refusal, trouble=reason, retry_at=None)
    log(instance=mailing, action="newsletter.pause", user=user, data={"reason": reason})


def put_on_hold(mailing: Mailing, *, trouble: str, setbacks: int, retry_at: datetime.datetime) -> None:
    """The mail server is away: nothing is lost, the sweeper tries again at `retry_at`."""
    changed = Mailing.objects.filter(pk=mailing.pk, state__in=[State.SENDING, State.WAITING]).update(
        state=State.WAITING, trouble=trouble, setbacks=setbacks, retry_at=retry_at
    )
    if changed and not mailing.trouble:
        log(instance=mailing, action="newsletter.wait", data={"reason": trouble})
    mailing.refresh_from_db()


def resume(mailing: Mailing, *, user: AbstractBaseUser | None = None) -> None:
    """The mail server answers again, or a person says: go on."""
    of = [State.WAITING] if user is None else [State.WAITING, State.PAUSED]
    changed = Mailing.objects.filter(pk=mailing.pk, state__in=of).update(
        state=State.SENDING, trouble="", setbacks=0, retry_at=None
    )
    if not changed and user is not None:
        raise MailingError(_("This mailing is not paused."))
    if changed:
        log(instance=mailing, action="newsletter.go_on" if user else "newsletter.resume", user=user)
    mailing.refresh_from_db()
    if changed and user is not None:
        transaction.on_commit(lambda: wake(mailing))


def finish_if_done(mailing: Mailing) -> bool:
    """SENT once no delivery is open any more; those of a language that is held back may still wait."""
    with transaction.atomic():
        if ledger.has_open(mailing):
            return False
        changed = Mailing.objects.filter(pk=mailing.pk, state__in=[State.SENDING, State.WAITING]).update(
            state=State.SENT, finished_at=timezone.now(), trouble="", retry_at=None
        )
        if changed:
            mailing.refresh_from_db()
            log(instance=mailing, action="newsletter.finish", data=progress(mailing))
    return bool(changed)


def progress(mailing: Mailing) -> dict[str, int]:
    """How many deliveries are in which state; the sum is always the audience."""
    return ledger.numbers(mailing)


def start_due() -> int:
    """Start what is scheduled for now or whose countdown is over. What is much too late goes back to its editor."""
    now = timezone.now()
    due = Mailing.objects.filter(state=State.SCHEDULED, scheduled_for__lte=now) | Mailing.objects.filter(
        state=State.COUNTDOWN, starts_at__lte=now
    )
    return sum(start_if_due(mailing) for mailing in due)


def start_if_due(mailing: Mailing) -> bool:
    """Whether it was started here and now."""
    now = timezone.now()
    counting = mailing.state == State.COUNTDOWN
    moment = mailing.starts_at if counting else mailing.scheduled_for
    if mailing.state not in (State.COUNTDOWN, State.SCHEDULED) or moment is None or moment > now:
        return False
    give_back = take_back if counting else unschedule
    allowed = LATE if counting else datetime.timedelta(hours=policy_of(mailing).hold_overdue_hours)
    try:
        if now - moment > allowed:
            give_back(mailing, user=None, reason=_("The time to send passed while the server was off. Please decide again."))
            return False
        start(mailing, user=None)
        return True
    except NotReady as error:
        give_back(mailing, user=None, reason=str(error))
    except MailingError:
        logger.info("Mailing %s was started elsewhere", mailing.pk)
    return False

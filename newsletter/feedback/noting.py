"""Acting on a report, once: the delivery's outcome, the reader's state, the alarm. Every step is written to the log.

The database row comes first and carries the digest of the report, so that a mail read twice is counted once.
"""

import datetime
import hashlib
import logging

from django.contrib.auth.models import AbstractBaseUser
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from .. import evidence, ledger, optin
from ..models import ConsentEvent, Delivery, Feedback, SignupRequest, Subscriber, Suppression
from ..tokens import TokenError, read_leave_token
from . import alarm
from .reading import Report, read
from .rules import judge

logger = logging.getLogger(__name__)

KEPT_BYTES = 256 * 1024  # of a report; enough for its machine-readable parts and the original's headers
SOFT_MAILINGS = 3  # this many mailings in a row came back …
SOFT_DAYS = 14  # … over at least this time: nobody reads that mailbox any more
Kind = Feedback.Kind
State = Feedback.State
ARRIVED = [Delivery.State.ACCEPTED, Delivery.State.UNCERTAIN]  # only what a server took can come back


class FeedbackError(Exception):
    """The step is not possible; the message is for the office."""


def note_mail(raw: bytes, *, via: str, recipient: str = "") -> Feedback | None:
    """One mail to a return address. None: seen before, or none of our business (then nothing is kept of it)."""
    report = read(raw, recipient=recipient)
    if not report.is_ours:
        return None
    digest = hashlib.sha256(raw).hexdigest()
    text = raw[:KEPT_BYTES].decode("utf-8", "replace").replace("\x00", "")
    return note(report, digest=digest, via=via, raw=text)


def note(report: Report, *, digest: str, via: str, raw: str = "") -> Feedback | None:
    """Write the report down and act on it in one transaction. None: seen before."""
    try:
        with transaction.atomic():
            feedback = Feedback(
                digest=digest, kind=report.kind, status=report.status[:12], said=report.said[:2000], via=via, raw=raw
            )
            _find_person(feedback, report)
            feedback.state = _first_state(feedback)
            feedback.save()
            if feedback.state == State.DONE:
                _act(feedback)
            return feedback
    except IntegrityError:
        if Feedback.objects.filter(digest=digest).exists():
            return None
        raise


def note_refusal(delivery: Delivery, *, code: int, text: str) -> Feedback | None:
    """The server said no during the SMTP dialogue (5xx): the same rules. The ledger row is the dispatcher's to write."""
    verdict = judge(code=code, text=text)
    digest = hashlib.sha256(f"smtp {delivery.pk}".encode()).hexdigest()
    with transaction.atomic():
        feedback, is_new = Feedback.objects.get_or_create(
            digest=digest,
            defaults={
                "kind": verdict.kind,
                "status": verdict.status[:12],
                "said": f"{code} {text}"[:2000],
                "via": "smtp",
                "delivery": delivery,
                "mailing_id": delivery.mailing_id,
                "subscriber_id": delivery.subscriber_id,
                "domain": delivery.domain,
            },
        )
        if is_new:
            _consequences(feedback)
    return feedback if is_new else None


def note_taken(token: str) -> None:
    """A provider says it has this mail: that settles a delivery whose answer was lost, or whose worker is dead (recovery.py)."""
    delivery = Delivery.objects.filter(token=token)
    ledger.move(delivery.filter(state=Delivery.State.UNCERTAIN), to=Delivery.State.ACCEPTED, accepted_at=timezone.now())
    delivery.filter(state=Delivery.State.SENDING).update(
        code=Delivery.TAKEN, reply=_("The provider reports that it has this mail.")
    )


def _find_person(feedback: Feedback, report: Report) -> None:
    """The token decides who it is about, never an address in the report: mails are forwarded."""
    if report.token:
        feedback.delivery = Delivery.objects.select_related("subscriber").filter(token=report.token).first()
        feedback.request = SignupRequest.objects.filter(token=report.token).first() if not feedback.delivery else None
    if feedback.delivery is None and report.leave_token:
        try:
            uid, mailing_id = read_leave_token(report.leave_token)
        except TokenError:
            uid, mailing_id = "", 0
        feedback.delivery = Delivery.objects.filter(subscriber__uid=uid, mailing_id=mailing_id).first()
    if feedback.delivery:
        feedback.subscriber = feedback.delivery.subscriber
        feedback.mailing_id = feedback.delivery.mailing_id
        feedback.domain = feedback.delivery.domain or feedback.delivery.address.rpartition("@")[2].lower()


def _first_state(feedback: Feedback) -> State:
    """Nobody has to look at automatic replies; somebody has to look at what was not understood or is about nobody."""
    if feedback.kind in (Kind.REPLY, Kind.DELAYED):
        return State.DONE
    unknown = feedback.delivery is None and feedback.request is None
    return State.REVIEW if feedback.kind == Kind.UNCLEAR or unknown else State.DONE


def _act(feedback: Feedback) -> None:
    if feedback.request is not None:
        _end_request(feedback)
        return
    if feedback.kind in (Kind.HARD, Kind.SOFT, Kind.ABOUT_US) and feedback.delivery is not None:
        verdict = judge(status=feedback.status, text=feedback.said)
        reason = verdict.reason if verdict.kind == feedback.kind else Delivery.Reason.OTHER
        came_back = Delivery.objects.filter(pk=feedback.delivery.pk, state__in=ARRIVED)
        ledger.move(came_back, to=Delivery.State.BOUNCED, reason=reason, reply=feedback.said[:500])
    _consequences(feedback)


def _consequences(feedback: Feedback) -> None:
    """What the report means for the reader and for us."""
    if feedback.kind == Kind.ABOUT_US:
        alarm.raise_for(feedback)
    subscriber = feedback.subscriber
    if subscriber is None:
        return
    if feedback.kind == Kind.HARD or (feedback.kind == Kind.SOFT and is_long_gone(subscriber)):
        suppress(subscriber, feedback=feedback, state=Subscriber.State.UNREACHABLE)
    elif feedback.kind == Kind.COMPLAINT:
        optin.leave(subscriber, way="complaint", mailing_id=feedback.mailing_id)
        suppress(subscriber, feedback=feedback, state=Subscriber.State.COMPLAINED)
        alarm.count_complaints(feedback.mailing)
    elif feedback.kind == Kind.UNSUBSCRIBE:
        optin.leave(subscriber, way="mail", mailing_id=feedback.mailing_id)


def _end_request(feedback: Feedback) -> None:
    """The confirmation mail came back: the request ends, and its address is forgotten when it would have expired."""
    if feedback.kind not in (Kind.HARD, Kind.COMPLAINT, Kind.UNSUBSCRIBE):
        if feedback.kind == Kind.ABOUT_US:
            alarm.raise_for(feedback)
        return
    open_states = [SignupRequest.State.NEW, SignupRequest.State.MAILED]
    SignupRequest.objects.filter(pk=feedback.request.pk, state__in=open_states).update(state=SignupRequest.State.REFUSED)


def is_long_gone(subscriber: Subscriber) -> bool:
    """The last SOFT_MAILINGS mailings all came back softly, over at least SOFT_DAYS."""
    latest = list(subscriber.deliveries.exclude(settled_at=None).order_by("-settled_at", "-pk")[:SOFT_MAILINGS])
    if len(latest) < SOFT_MAILINGS or any(row.state != Delivery.State.BOUNCED for row in latest):
        return False
    return latest[0].settled_at - latest[-1].settled_at >= datetime.timedelta(days=SOFT_DAYS)


def suppress(subscriber: Subscriber, *, feedback: Feedback, state: Subscriber.State) -> None:
    """No more mails to this person until they subscribe anew."""
    reasons = {
        Subscriber.State.UNREACHABLE: Suppression.Reason.UNREACHABLE,
        Subscriber.State.COMPLAINED: Suppression.Reason.COMPLAINT,
    }
    _row, feedback.suppressed = Suppression.objects.get_or_create(digest=subscriber.digest, defaults={"reason": reasons[state]})
    feedback.save(update_fields=["suppressed"])
    if Subscriber.objects.filter(pk=subscriber.pk).exclude(state=state).update(state=state, changed_at=timezone.now()):
        evidence.record(
            subscriber.address,
            kind=ConsentEvent.Kind.SUPPRESSED,
            language=subscriber.language,
            by=feedback.via,
            because=str(feedback.kind),
            mailing=feedback.mailing_id,
        )
    optin.take_out_of_running_mailings(subscriber, everything=True)
    log(instance=subscriber, action="newsletter.unreachable", data={"report": feedback.pk, "kind": str(feedback.kind)})


@transaction.atomic
def undo(feedback: Feedback, *, user: AbstractBaseUser | None) -> None:
    """The report was wrong, or the mailbox works again: the reader gets mail as before. A complaint stays."""
    if feedback.kind == Kind.COMPLAINT:
        raise FeedbackError(_("Somebody who reported our mail as unwanted can come back only with the form on the website."))
    changed = Feedback.objects.filter(pk=feedback.pk, state=State.DONE).update(state=State.UNDONE)
    if not changed:
        raise FeedbackError(_("This has been settled already."))
    subscriber = feedback.subscriber
    if subscriber is not None and feedback.suppressed:
        Suppression.objects.filter(digest=subscriber.digest, reason=Suppression.Reason.UNREACHABLE).delete()
        Subscriber.objects.filter(pk=subscriber.pk, state=Subscriber.State.UNREACHABLE).update(
            state=Subscriber.State.ACTIVE, changed_at=timezone.now()
        )
        evidence.record(
            subscriber.address, kind=ConsentEvent.Kind.CHANGED, language=subscriber.language, by="office", reachable=True
        )
    log(instance=feedback, action="newsletter.feedback.undo", user=user)
    feedback.refresh_from_db()


@transaction.atomic
def decide(feedback: Feedback, *, kind: Feedback.Kind | None, user: AbstractBaseUser | None) -> None:
    """A person settles what was not understood: `kind` says what it was; None: nothing of interest."""
    target = State.DONE if kind else State.IGNORED
    changed = Feedback.objects.filter(pk=feedback.pk, state=State.REVIEW).update(state=target, kind=kind or feedback.kind)
    if not changed:
        raise FeedbackError(_("This has been settled already."))
    feedback.refresh_from_db()
    if kind:
        _act(feedback)
    log(instance=feedback, action="newsletter.feedback.decide", user=user, data={"kind": str(kind or "ignored")})

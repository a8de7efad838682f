"""GDPR articles 15 and 17: hand out everything held about one person, and erase them for good."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.db.models import Q
from wagtail.log_actions import log

from . import evidence
from .models import ConsentEvent, Delivery, Feedback, SignupRequest, Subscriber, Suppression
from .optin import take_out_of_running_mailings

Kind = ConsentEvent.Kind


def export(subscriber: Subscriber, *, by: str, user: AbstractBaseUser | None = None) -> dict:
    """Everything held about this person, ready for JSON. Handing it out is recorded itself."""
    document = everything_about(subscriber)
    evidence.record(subscriber.address, kind=Kind.EXPORTED, language=subscriber.language, by=by)
    log(instance=subscriber, action="newsletter.export", user=user)
    return document


def everything_about(subscriber: Subscriber) -> dict:
    """Data, topics, consent with its wordings, sign-ups, mails and what came back of them."""
    events = evidence.chain(subscriber.digest)
    suppression = Suppression.objects.filter(digest=subscriber.digest).first()
    fields = ("address", "name", "language", "second_language", "third_language", "format", "state")
    return {name: getattr(subscriber, name) for name in fields} | {
        "paused_until": subscriber.paused_until and subscriber.paused_until.isoformat(),
        "since": subscriber.created_at.isoformat(),
        "blocked": suppression and suppression.reason,
        "topics": [
            {"topic": row.topic.name, "state": row.state, "changed": row.changed_at.isoformat()}
            for row in subscriber.subscriptions.select_related("topic")
        ],
        "consent": [consent_row(event) for event in events],
        "consent_chain_intact": evidence.is_intact(events),
        "requests": [
            {"asked": row.requested_at.isoformat(), "source": row.source, "state": row.state, "form": row.form}
            for row in SignupRequest.objects.filter(digest=subscriber.digest).order_by("pk")
        ],
        "mails": [mail_row(row) for row in subscriber.deliveries.select_related("mailing")],
        "reports": [
            {"kind": row.kind, "received": row.received_at.isoformat(), "said": row.said} for row in subscriber.feedback.all()
        ],
    }


def mail_row(row: Delivery) -> dict:
    return {
        "mailing": row.mailing.title,
        "language": row.language,
        "state": row.state,
        "reason": row.reason,
        "sent": row.accepted_at and row.accepted_at.isoformat(),
    }


def consent_row(event: ConsentEvent) -> dict:
    return {
        "number": event.sequence,
        "what": event.kind,
        "at": event.at.isoformat(),
        "recorded": event.recorded_at.isoformat(),
        "language": event.language,
        "wording": {
            "language": event.wording.language,
            "version": event.wording.version,
            "sha256": event.wording.digest,
            "text": event.wording.text,
        }
        if event.wording
        else None,
        "details": event.details,
        "ip": event.ip,
        "previous": event.previous,
        "seal": event.seal,
    }


@transaction.atomic
def erase(subscriber: Subscriber, *, by: str, user: AbstractBaseUser | None = None) -> None:
    """Remove the person. What stays names nobody: a keyed fingerprint on the suppression list and the sealed chain."""
    take_out_of_running_mailings(subscriber, everything=True, reason=Delivery.Reason.ERASED)
    evidence.record(subscriber.address, kind=Kind.ERASED, language=subscriber.language, by=by)
    evidence.forget_address(subscriber.digest)
    forget_reports(subscriber)
    Delivery.objects.filter(subscriber=subscriber).update(address="", name="", reply="")
    SignupRequest.objects.filter(digest=subscriber.digest).delete()
    Suppression.objects.get_or_create(digest=subscriber.digest, defaults={"reason": Suppression.Reason.ERASED})
    log(instance=subscriber, action="newsletter.erase", user=user)
    subscriber.delete()


def forget_reports(subscriber: Subscriber) -> None:
    """What mail servers sent back names the person, too; that something came back still counts."""
    theirs = Q(subscriber=subscriber) | Q(delivery__subscriber=subscriber) | Q(request__digest=subscriber.digest)
    reports = Feedback.objects.filter(theirs).values_list("pk", flat=True)
    Feedback.objects.filter(pk__in=list(reports)).update(raw="", said="")


@transaction.atomic
def suppress(address: str, *, note: str, user: AbstractBaseUser | None) -> Suppression:
    """Block an address by hand: no mailing, no confirmation mail, whoever asks. Raises AddressError."""
    fingerprint = evidence.digest(address)
    suppression, _created = Suppression.objects.update_or_create(
        digest=fingerprint, defaults={"reason": Suppression.Reason.OFFICE, "note": note, "created_by": user}
    )
    subscriber = Subscriber.objects.filter(digest=fingerprint).first()
    if subscriber:
        evidence.record(subscriber.address, kind=Kind.SUPPRESSED, language=subscriber.language, by="office")
        take_out_of_running_mailings(subscriber, everything=True, reason=Delivery.Reason.SUPPRESSED)
    log(instance=suppression, action="newsletter.suppress", user=user)
    return suppression


@transaction.atomic
def lift_suppression(suppression: Suppression, *, user: AbstractBaseUser | None) -> None:
    log(instance=suppression, action="newsletter.unsuppress", user=user)
    suppression.delete()

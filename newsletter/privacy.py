"""GDPR articles 15 and 17: hand out everything held about one person, and erase them for good."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from wagtail.log_actions import log

from . import evidence
from .models import ConsentEvent, Delivery, SignupRequest, Subscriber, Suppression
from .optin import take_out_of_running_mailings

Kind = ConsentEvent.Kind


def export(subscriber: Subscriber, *, by: str, user: AbstractBaseUser | None = None) -> dict:
    """Everything held about this person, ready for JSON: data, topics, consent chain, mails sent. Recorded itself."""
    events = evidence.chain(subscriber.digest)
    document = {
        "address": subscriber.address,
        "language": subscriber.language,
        "state": subscriber.state,
        "since": subscriber.created_at.isoformat(),
        "topics": [
            {"topic": row.topic.name, "state": row.state, "changed": row.changed_at.isoformat()}
            for row in subscriber.subscriptions.select_related("topic")
        ],
        "consent": [consent_row(event) for event in events],
        "consent_chain_intact": evidence.is_intact(events),
        "mails": [
            {
                "mailing": row.mailing.title,
                "language": row.language,
                "state": row.state,
                "sent": row.accepted_at and row.accepted_at.isoformat(),
            }
            for row in subscriber.deliveries.select_related("mailing")
        ],
    }
    evidence.record(subscriber.address, kind=Kind.EXPORTED, language=subscriber.language, by=by)
    log(instance=subscriber, action="newsletter.export", user=user)
    return document


def consent_row(event: ConsentEvent) -> dict:
    return {
        "what": event.kind,
        "at": event.at.isoformat(),
        "language": event.language,
        "wording": {"version": event.wording.version, "sha256": event.wording.digest, "text": event.wording.text}
        if event.wording
        else None,
        "details": event.details,
    }


@transaction.atomic
def erase(subscriber: Subscriber, *, by: str, user: AbstractBaseUser | None = None) -> None:
    """Remove the person. What stays names nobody: a keyed fingerprint on the suppression list and the sealed chain."""
    take_out_of_running_mailings(subscriber, everything=True)
    evidence.record(subscriber.address, kind=Kind.ERASED, language=subscriber.language, by=by)
    evidence.forget_address(subscriber.digest)
    Delivery.objects.filter(subscriber=subscriber).update(address="", reply="")
    SignupRequest.objects.filter(digest=subscriber.digest).delete()
    Suppression.objects.get_or_create(digest=subscriber.digest, defaults={"reason": Suppression.Reason.ERASED})
    log(instance=subscriber, action="newsletter.erase", user=user)
    subscriber.delete()


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
        take_out_of_running_mailings(subscriber, everything=True)
    log(instance=suppression, action="newsletter.suppress", user=user)
    return suppression


@transaction.atomic
def lift_suppression(suppression: Suppression, *, user: AbstractBaseUser | None) -> None:
    log(instance=suppression, action="newsletter.unsuppress", user=user)
    suppression.delete()

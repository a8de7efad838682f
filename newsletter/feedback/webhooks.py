"""What mail providers report by webhook (django-anymail checks their signatures) → the same reports as by mail."""

import hashlib
import json

from anymail.signals import AnymailTrackingEvent, EventType, RejectReason

from ..models import Feedback
from .noting import note
from .reading import Report
from .rules import judge

Kind = Feedback.Kind

ABOUT_THE_MAILBOX = {RejectReason.INVALID, RejectReason.BOUNCED}
ABOUT_US = {RejectReason.BLOCKED, RejectReason.SPAM}


def take_event(sender, event: AnymailTrackingEvent, esp_name: str, **_kwargs) -> None:
    """Receiver of anymail's `tracking` signal. Openings and clicks are not asked for and not looked at."""
    kind = kind_of(event)
    token = str((event.metadata or {}).get("delivery", ""))
    if kind is None:
        return
    said = " ".join(filter(None, [event.mta_response, event.description]))
    status = judge(text=said).status if said else ""
    note(Report(kind, token=token, status=status, said=said), digest=digest_of(event, esp_name), via=esp_name[:20])


def kind_of(event: AnymailTrackingEvent) -> Feedback.Kind | None:
    if event.event_type == EventType.COMPLAINED:
        return Kind.COMPLAINT
    if event.event_type == EventType.UNSUBSCRIBED:
        return Kind.UNSUBSCRIBE
    if event.event_type == EventType.DEFERRED:
        return Kind.DELAYED
    if event.event_type not in (EventType.BOUNCED, EventType.REJECTED, EventType.FAILED):
        return None
    verdict = judge(text=" ".join(filter(None, [event.mta_response, event.description])))
    if verdict.kind != Kind.UNCLEAR:
        return verdict.kind
    if event.reject_reason in ABOUT_THE_MAILBOX:
        return Kind.HARD
    return Kind.ABOUT_US if event.reject_reason in ABOUT_US else Kind.SOFT


def digest_of(event: AnymailTrackingEvent, esp_name: str) -> str:
    """The provider's id of the event; without one, what it said. Repeated webhooks are counted once."""
    identity = event.event_id or json.dumps(event.esp_event, sort_keys=True, default=str)
    return hashlib.sha256(f"{esp_name} {event.event_type} {identity}".encode()).hexdigest()

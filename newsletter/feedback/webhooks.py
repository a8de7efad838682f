"""What mail providers report by webhook (django-anymail checks their signatures) → the same reports as by mail."""

import hashlib
import json
import re

from anymail.signals import AnymailTrackingEvent, EventType, RejectReason

from ..models import Feedback
from .noting import note, note_taken
from .reading import RETURN_ADDRESS, Report
from .rules import CODE, ENHANCED, FULL, judge

Kind = Feedback.Kind

ABOUT_THE_MAILBOX = {RejectReason.INVALID, RejectReason.BOUNCED}
ABOUT_US = {RejectReason.BLOCKED, RejectReason.SPAM}
TAKEN = {EventType.QUEUED, EventType.SENT, EventType.DELIVERED}
REFUSALS = {EventType.BOUNCED, EventType.REJECTED, EventType.FAILED}
WITHOUT_A_REFUSAL = {
    EventType.COMPLAINED: Kind.COMPLAINT,
    EventType.UNSUBSCRIBED: Kind.UNSUBSCRIBE,
    EventType.DEFERRED: Kind.DELAYED,
}
# Providers that give no number say in a word of their own whether a refusal is final.
NOT_FINAL = {
    "Amazon SES": lambda told: "bounce" in told and told["bounce"]["bounceType"] != "Permanent",
    "Brevo": lambda told: told.get("event") == "soft_bounce",
    "MailerSend": lambda told: told.get("data", {}).get("type") == "soft_bounced",
    "Mailjet": lambda told: not told.get("hard_bounce", True),
    "Postmark": lambda told: told.get("Type") == "SoftBounce",
}
OUR_TOKEN = re.compile(r"[a-z0-9]{20}")


def take_event(sender, event: AnymailTrackingEvent, esp_name: str, **_kwargs) -> None:
    """Receiver of anymail's `tracking` signal. Openings and clicks are not asked for and not looked at."""
    token = token_of(event, esp_name)
    if token and event.event_type in TAKEN:
        note_taken(token)
    said = words_of(event, esp_name)
    status = status_of(event, esp_name, said=said)
    kind = kind_of(event, said=said, status=status)
    if kind is None:
        return
    note(
        Report(kind, token=token, status=status, said=said),
        digest=digest_of(event, esp_name),
        via=esp_name[:20],
    )


def words_of(event: AnymailTrackingEvent, esp_name: str) -> str:
    """What the reader's server said, or the provider for it."""
    own = event.esp_event.get("error", "") if esp_name == "Mailjet" else ""
    return " ".join(filter(None, [event.mta_response, event.description, own])).strip()


def status_of(event: AnymailTrackingEvent, esp_name: str, *, said: str) -> str:
    """The enhanced status (RFC 3463) in the words; without any number in them, what the provider makes of it."""
    if event.event_type not in REFUSALS:
        return ""
    if found := ENHANCED.search(said):
        return found[0]
    if CODE.search(said):
        return ""
    is_final = esp_name not in NOT_FINAL or not NOT_FINAL[esp_name](event.esp_event)
    if is_final:
        return "5.0.0"
    return "4.2.2" if FULL.search(said) else "4.0.0"


def token_of(event: AnymailTrackingEvent, esp_name: str) -> str:
    """Of the delivery it is about: as we gave it to the provider, or from the return address of a mail that went by SMTP."""
    if token := str((event.metadata or {}).get("delivery", "")):
        return token
    if token := next((tag for tag in event.tags or [] if OUR_TOKEN.fullmatch(tag)), ""):
        return token
    found = RETURN_ADDRESS.search(event.esp_event["mail"].get("source", "")) if esp_name == "Amazon SES" else None
    return found[1].lower() if found else ""


def kind_of(event: AnymailTrackingEvent, *, said: str, status: str) -> Feedback.Kind | None:
    if event.event_type in WITHOUT_A_REFUSAL:
        return WITHOUT_A_REFUSAL[event.event_type]
    if event.event_type not in REFUSALS:
        return None
    verdict = judge(status=status, text=said)
    if verdict.kind != Kind.UNCLEAR:
        return verdict.kind
    if event.reject_reason in ABOUT_THE_MAILBOX:
        return Kind.HARD
    return Kind.ABOUT_US if event.reject_reason in ABOUT_US else Kind.SOFT


def digest_of(event: AnymailTrackingEvent, esp_name: str) -> str:
    """The provider's id of the event; without one, what it said. Repeated webhooks are counted once."""
    identity = event.event_id or json.dumps(event.esp_event, sort_keys=True, default=str)
    return hashlib.sha256(f"{esp_name} {event.event_type} {identity}".encode()).hexdigest()

"""Writing the chain of consent events. Whoever changes a subscription records it here first; verification.py checks it."""

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.crypto import salted_hmac

from cms.core.addresses import digest

from .models import ConsentEvent, ConsentWording

CONSENT = (ConsentEvent.Kind.CONFIRMED, ConsentEvent.Kind.ENROLLED)  # events that allow writing to a person


def record(
    address: str,
    *,
    kind: ConsentEvent.Kind,
    language: str = "",
    wording: ConsentWording | None = None,
    at=None,
    ip: str = "",
    **details,
) -> ConsentEvent:
    """Append one event to the chain of this address. `details` must not name the person: they outlive an erasure."""
    subject = digest(address)
    if ip:
        details["ip"] = ip_fingerprint(ip)
    with transaction.atomic():
        last = ConsentEvent.objects.select_for_update().filter(subject=subject).order_by("-sequence").first()
        return ConsentEvent.objects.create(
            subject=subject,
            sequence=last.sequence + 1 if last else 1,
            kind=kind,
            at=at or timezone.now(),
            language=language,
            wording=wording,
            details=details,
            address=address,
            ip=ip or None,
            previous=last.seal if last else "",
        )


def ip_fingerprint(ip: str) -> str:
    """What the seal covers, so that the internet address itself can be deleted."""
    return salted_hmac("newsletter.evidence.ip", ip, algorithm="sha256").hexdigest()[:32]


def chain(subject: str) -> list[ConsentEvent]:
    """Everything that happened to the consent of one address, oldest first."""
    return list(ConsentEvent.objects.filter(subject=subject).select_related("wording").order_by("sequence"))


def is_intact(events: list[ConsentEvent]) -> bool:
    """False if a row was changed, removed between others or slipped in afterwards."""
    previous = ""
    for number, event in enumerate(events, start=1):
        if event.sequence != number or event.previous != previous or event.seal != event.expected_seal():
            return False
        previous = event.seal
    return True


def forget_address(subject: str) -> None:
    """Erase address and internet address from the chain; what happened stays provable by the keyed fingerprint."""
    ConsentEvent.objects.filter(subject=subject).update(address="", ip=None)


def confirmed_on(subscriber_digests: list[str]) -> dict:
    """When each of these people last confirmed: {digest: datetime}."""
    rows = ConsentEvent.objects.filter(subject__in=subscriber_digests, kind__in=CONSENT)
    return dict(rows.values_list("subject").annotate(latest=Max("at")))

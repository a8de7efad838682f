"""Is the evidence of consent untouched? Seals show changed rows, checkpoints rows that were removed, both with names."""

import datetime
import hashlib
import hmac
from collections.abc import Iterator
from dataclasses import dataclass

from django.core.cache import cache
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _

from cms.core.addresses import AddressError, digest

from .evidence import CONSENT, ip_fingerprint
from .models import ConsentCheckpoint, ConsentEvent, ConsentWording, Subscriber

SETTLED = datetime.timedelta(minutes=15)  # no transaction takes longer, so no lower number can still appear


@dataclass(frozen=True)
class Tampering:
    """Something that cannot have come about by using the product."""

    what: str
    subject: str = ""  # keyed fingerprint
    address: str = ""
    event: int | None = None  # number in the chain of this person


def make_checkpoint() -> int:
    """Sign what has been recorded since the last checkpoint; returns how many events."""
    last = ConsentCheckpoint.objects.last()
    settled = ConsentEvent.objects.filter(recorded_at__lt=timezone.now() - SETTLED)
    newest = settled.order_by("-pk").values_list("pk", flat=True).first()
    if newest is None or (last and newest <= last.last_event):
        return 0
    count, seal = _sign(after=last.last_event if last else 0, upto=newest, previous=last.seal if last else "")
    _checkpoint, created = ConsentCheckpoint.objects.get_or_create(last_event=newest, defaults={"events": count, "seal": seal})
    return count if created else 0


def make_checkpoint_hourly() -> int:
    return make_checkpoint() if cache.add("newsletter.checkpoint", 1, 3600) else 0


def _sign(*, after: int, upto: int, previous: str) -> tuple[int, str]:
    """How many events lie in (after, upto], and the keyed signature over their seals and the checkpoint before."""
    content, count = hashlib.sha256(previous.encode()), 0
    rows = ConsentEvent.objects.filter(pk__gt=after, pk__lte=upto).order_by("pk").values_list("pk", "seal")
    for number, seal in rows.iterator(chunk_size=5000):
        content.update(f"{number}:{seal}\n".encode())
        count += 1
    return count, salted_hmac("newsletter.checkpoint", content.hexdigest(), algorithm="sha256").hexdigest()


def verify() -> Iterator[Tampering]:
    """Everything that is wrong with the evidence, chain by chain, in constant memory."""
    yield from verify_wordings()
    yield from verify_chains()
    yield from verify_checkpoints()
    yield from verify_subscribers()


def verify_wordings() -> Iterator[Tampering]:
    for wording in ConsentWording.objects.iterator():
        if hashlib.sha256(wording.text.encode()).hexdigest() != wording.digest:
            yield Tampering(_("The text of wording “%s” was changed.") % wording)


def verify_chains() -> Iterator[Tampering]:
    subject, previous, number = "", "", 0
    rows = ConsentEvent.objects.select_related("wording").order_by("subject", "sequence")
    for event in rows.iterator(chunk_size=2000):
        if event.subject != subject:
            subject, previous, number = event.subject, "", 0
        number += 1
        for what in _faults(event, number=number, previous=previous):
            yield Tampering(what, subject=subject, address=event.address, event=event.sequence)
        previous, number = event.seal, event.sequence


def _faults(event: ConsentEvent, *, number: int, previous: str) -> Iterator[str]:
    if event.sequence != number:
        yield _("Before this entry at least one is missing.")
    elif event.previous != previous:
        yield _("This entry does not follow the one before it.")
    if event.seal != event.expected_seal():
        yield _("This entry was changed after it was written.")
    if event.address and not _belongs(event.address, event.subject):
        yield _("The address of this entry was exchanged.")
    if event.ip and event.details.get("ip") != ip_fingerprint(event.ip):
        yield _("The internet address of this entry was exchanged.")


def _belongs(address: str, subject: str) -> bool:
    try:
        return hmac.compare_digest(digest(address), subject)
    except AddressError:
        return False


def verify_checkpoints() -> Iterator[Tampering]:
    after, previous = 0, ""
    for checkpoint in ConsentCheckpoint.objects.all():
        count, seal = _sign(after=after, upto=checkpoint.last_event, previous=previous)
        if count != checkpoint.events:
            text = _("Of the %(expected)d entries recorded before %(day)s, only %(found)d are there.")
            if count > checkpoint.events:
                text = _("Recorded before %(day)s were %(expected)d entries, but there are %(found)d.")
            day = timezone.localtime(checkpoint.made_at).strftime("%Y-%m-%d %H:%M")
            yield Tampering(text % {"expected": checkpoint.events, "found": count, "day": day})
        elif not hmac.compare_digest(seal, checkpoint.seal):
            yield Tampering(_("The signature of checkpoint %d does not fit its entries.") % checkpoint.pk)
        after, previous = checkpoint.last_event, checkpoint.seal


def verify_subscribers() -> Iterator[Tampering]:
    """People we write to without an entry that allows it."""
    consent = ConsentEvent.objects.filter(subject=OuterRef("digest"), kind__in=CONSENT)
    for row in Subscriber.objects.filter(~Exists(consent), state=Subscriber.State.ACTIVE).order_by("pk").iterator():
        yield Tampering(_("There is no entry of this person's consent."), subject=row.digest, address=row.address)

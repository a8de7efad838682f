"""How long what is kept. The periods are in the council's sending rules; zero days mean “for ever”.

Each rule counts what is due and, when told to, forgets it in slices, so that no table is locked for long.
"""

import datetime
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from django.core.cache import cache
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from . import evidence
from .models import (
    ConsentEvent,
    Delivery,
    Feedback,
    SendingPolicy,
    SignupRequest,
    Subscriber,
    SubscriberImport,
    Subscription,
    Suppression,
)

SLICE = 2000
KEEP_IMPORTS_DAYS = 14  # files with addresses, and what was reported about them


@dataclass(frozen=True)
class Rule:
    """What is due, and how it is forgotten. `forget` gets primary keys."""

    name: str
    label: str
    days: int
    due: Callable[[datetime.datetime], QuerySet]
    forget: Callable[[list], None]

    def count(self) -> int:
        return self._due().count() if self.days else 0

    def carry_out(self) -> int:
        """Forget everything that is due; returns how many."""
        gone = 0
        while self.days and (keys := list(self._due().values_list("pk", flat=True)[:SLICE])):
            with transaction.atomic():
                self.forget(keys)
            gone += len(keys)
        return gone

    def _due(self) -> QuerySet:
        return self.due(timezone.now() - datetime.timedelta(days=self.days)).order_by("pk")


def rules() -> list[Rule]:
    """The longest period of all councils counts: lists are shared between them."""
    days = partial(_days, list(SendingPolicy.objects.all()) or [SendingPolicy()])
    return [
        Rule("requests", _("sign-ups that were never confirmed"), days("keep_requests_days"), _old_requests, _delete_requests),
        Rule("ips", _("internet addresses"), days("keep_ips_days"), _old_ips, _blank_ips),
        Rule("bounces", _("mails that came back"), days("keep_bounces_days"), _old_reports, _blank_reports),
        Rule("deliveries", _("addresses of old mails"), days("keep_delivery_addresses_days"), _old_deliveries, _blank_deliveries),
        Rule("left", _("people who have left"), days("keep_left_days"), _long_gone, _delete_people),
        Rule("imports", _("imported files"), KEEP_IMPORTS_DAYS, _old_imports, _delete_imports),
    ]


def carry_out_daily() -> int:
    """The duty: once a day, whatever is due. Returns how many things were forgotten."""
    if not cache.add("newsletter.retention", 1, 24 * 3600):
        return 0
    return sum(rule.carry_out() for rule in rules())


def _days(policies: list[SendingPolicy], name: str) -> int:
    values = [getattr(policy, name) for policy in policies]
    return 0 if 0 in values else max(values)


def _old_requests(limit) -> QuerySet:
    return SignupRequest.objects.filter(
        state__in=[SignupRequest.State.EXPIRED, SignupRequest.State.REFUSED], expires_at__lt=limit
    )


def _delete_requests(keys: list) -> None:
    digests = set(SignupRequest.objects.filter(pk__in=keys).values_list("digest", flat=True))
    known = set(Subscriber.objects.filter(digest__in=digests).values_list("digest", flat=True))
    ConsentEvent.objects.filter(subject__in=digests - known).update(address="", ip=None)
    SignupRequest.objects.filter(pk__in=keys).delete()


def _old_ips(limit) -> QuerySet:
    return ConsentEvent.objects.filter(ip__isnull=False, recorded_at__lt=limit)


def _blank_ips(keys: list) -> None:
    ConsentEvent.objects.filter(pk__in=keys).update(ip=None)


def _old_reports(limit) -> QuerySet:
    return Feedback.objects.filter(~Q(raw="") | ~Q(said=""), received_at__lt=limit)


def _blank_reports(keys: list) -> None:
    Feedback.objects.filter(pk__in=keys).update(raw="", said="")


def _old_deliveries(limit) -> QuerySet:
    named = ~Q(address="") | ~Q(name="") | ~Q(reply="")
    return Delivery.objects.filter(named, mailing__finished_at__lt=limit)


def _blank_deliveries(keys: list) -> None:
    Delivery.objects.filter(pk__in=keys).update(address="", name="", reply="")


def _long_gone(limit) -> QuerySet:
    return Subscriber.objects.exclude(state=Subscriber.State.ACTIVE).filter(changed_at__lt=limit)


def _delete_people(keys: list) -> None:
    """As an erasure, without the mark of one: the fingerprint stays, so that no import brings the person back."""
    people = list(Subscriber.objects.filter(pk__in=keys))
    reasons = {
        Subscriber.State.COMPLAINED: Suppression.Reason.COMPLAINT,
        Subscriber.State.UNREACHABLE: Suppression.Reason.UNREACHABLE,
    }
    Suppression.objects.bulk_create(
        [Suppression(digest=p.digest, reason=reasons.get(p.state, Suppression.Reason.LEFT)) for p in people],
        ignore_conflicts=True,
    )
    for person in people:
        evidence.record(person.address, kind=ConsentEvent.Kind.ERASED, language=person.language, by="retention")
        evidence.forget_address(person.digest)
    digests = [person.digest for person in people]
    SignupRequest.objects.filter(digest__in=digests).delete()
    Delivery.objects.filter(subscriber__in=keys).update(address="", name="", reply="")
    Feedback.objects.filter(subscriber__in=keys).update(raw="", said="")
    Subscription.objects.filter(subscriber__in=keys).delete()
    Subscriber.objects.filter(pk__in=keys).delete()


def _old_imports(limit) -> QuerySet:
    return SubscriberImport.objects.filter(touched_at__lt=limit)


def _delete_imports(keys: list) -> None:
    for row in SubscriberImport.objects.filter(pk__in=keys):
        row.file.delete(save=False)
        if row.report:
            row.report.delete(save=False)
        row.delete()

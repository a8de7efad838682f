"""How long the newsletter keeps what. The periods are in the council's sending rules."""

from functools import partial

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from cms.core.retention import Rule

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

KEEP_IMPORTS_DAYS = 14  # files with addresses, and what was reported about them


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

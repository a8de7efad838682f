"""Double opt-in, changing and leaving. Nothing is on the list before a person pressed the button in the mail."""

import datetime
import logging

from django.db import models, transaction
from django.db.models import F
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Site

from cms.core.addresses import digest, normalise

from . import evidence, ledger, limits, segments
from .models import (
    ConsentEvent,
    ConsentWording,
    Delivery,
    SignupRequest,
    Subscriber,
    Subscription,
    Suppression,
    Topic,
)

logger = logging.getLogger(__name__)

REQUEST_DAYS = 7
MAX_MAIL_ATTEMPTS = 12
MAX_MAILS = 3  # confirmation mails of one request
Kind = ConsentEvent.Kind


class OptInError(Exception):
    """A step of the opt-in cannot be done."""


class WhyLeft(models.TextChoices):
    """What people may tell when they leave; nobody has to."""

    TOO_MANY = "too-many", gettext_lazy("too many mails")
    NOT_FOR_ME = "not-for-me", gettext_lazy("nothing for me in it")
    HARD_TO_READ = "hard-to-read", gettext_lazy("hard to read or understand")
    MOVED = "moved", gettext_lazy("I have moved away")
    OTHER = "other", gettext_lazy("something else")


class Expired(OptInError):
    """The request is older than REQUEST_DAYS or its mail could never be delivered."""


def wording_for(*, language: str, council_name: str) -> ConsentWording:
    """What people agree to, in `language`, as the row that proves it later."""
    with translation.override(language):
        text = _(
            "I want the topics I chose by e-mail from: %(council)s. "
            "My address is used for nothing else, nobody counts what I open, "
            "and I can leave at any time with one click in every mail."
        ) % {"council": council_name}
    return ConsentWording.current(language=language, text=text)


@transaction.atomic
def request_signup(
    address: str,
    *,
    language: str,
    topics: list[Topic],
    wording: ConsentWording,
    form: str,
    site: Site | None,
    source: SignupRequest.Source = SignupRequest.Source.FORM,
    name: str = "",
    ip: str = "",
) -> SignupRequest | None:
    """Note that somebody wants the newsletter and have one confirmation mail sent. Raises AddressError.

    Callers answer the same whatever comes back: None means no mail was sent, because the address just got one or
    must not be written to. `form` says where the wish was written down; `ip` is only given where the council keeps it.
    """
    address = normalise(address)
    fingerprint = digest(address)
    if Suppression.objects.filter(digest=fingerprint, reason=Suppression.Reason.OFFICE).exists():
        return None
    if not limits.may_mail(fingerprint, purpose="signup") or _was_mailed_lately(fingerprint):
        return _add_to_waiting(fingerprint, topics=topics)
    request = SignupRequest.objects.create(
        address=address,
        digest=fingerprint,
        name=name,
        language=language,
        source=source,
        wording=wording,
        form=form[:300],
        site=site,
        expires_at=timezone.now() + datetime.timedelta(days=REQUEST_DAYS),
    )
    request.topics.set(topics)
    evidence.record(
        address,
        kind=Kind.REQUESTED,
        language=language,
        wording=wording,
        ip=ip,
        request=str(request.uid),
        source=source,
        form=request.form,
        topics=[topic.slug for topic in topics],
    )
    _have_mailed(request)
    return request


def _have_mailed(request: SignupRequest) -> None:
    from .tasks import send_confirmation  # tasks import this module

    transaction.on_commit(lambda: send_confirmation.enqueue(request.pk))


@transaction.atomic
def resend(request: SignupRequest) -> None:
    """Send the confirmation mail of a waiting request once more: the person says it never came. Raises OptInError."""
    mails = ConsentEvent.objects.filter(subject=request.digest, kind=Kind.MAILED, details__request=str(request.uid))
    if mails.count() >= MAX_MAILS:
        raise OptInError(_("This person has been asked %d times. More would be a nuisance.") % MAX_MAILS)
    if not limits.may_mail(request.digest, purpose="signup"):
        raise OptInError(_("The last mail to this address is less than an hour old."))
    waiting = SignupRequest.objects.filter(pk=request.pk, state=SignupRequest.State.MAILED, expires_at__gt=timezone.now())
    if not waiting.update(state=SignupRequest.State.NEW, attempts=0):
        raise OptInError(_("This request does not wait for anything any more."))
    _have_mailed(request)


def _was_mailed_lately(fingerprint: str) -> bool:
    """The cache may forget; the table does not."""
    since = timezone.now() - datetime.timedelta(seconds=limits.PER_ADDRESS_PAUSE)
    waiting = SignupRequest.objects.filter(digest=fingerprint, requested_at__gt=since)
    return waiting.filter(state__in=[SignupRequest.State.NEW, SignupRequest.State.MAILED]).exists()


def _add_to_waiting(fingerprint: str, *, topics: list[Topic]) -> None:
    """Somebody asks again within the hour: no second mail, but the page behind the first one offers these topics too."""
    waiting = SignupRequest.objects.filter(
        digest=fingerprint, state__in=[SignupRequest.State.NEW, SignupRequest.State.MAILED], expires_at__gt=timezone.now()
    ).last()
    if waiting:
        waiting.topics.add(*topics)


def open_request(uid: str) -> SignupRequest:
    """The request behind a confirmation link. Raises Expired if it is gone or too old. Changes nothing."""
    request = SignupRequest.objects.filter(uid=uid).select_related("wording").first()
    if request is None or not request.address or request.state == SignupRequest.State.EXPIRED:
        raise Expired
    if request.state != SignupRequest.State.CONFIRMED and request.expires_at < timezone.now():
        raise Expired
    return request


@transaction.atomic
def confirm(uid: str, *, ip: str = "") -> SignupRequest:
    """The reader pressed the button: now, and only now, they are on the list. Pressing twice changes nothing."""
    SignupRequest.objects.select_for_update().filter(uid=uid).first()
    request = open_request(uid)
    if request.state == SignupRequest.State.CONFIRMED:
        return request
    topics = list(request.topics.all())
    evidence.record(
        request.address,
        kind=Kind.CONFIRMED,
        language=request.language,
        wording=request.wording,
        ip=ip,
        request=str(request.uid),
        message_id=request.message_id,
        topics=[topic.slug for topic in topics],
    )
    put_on_list(request.address, language=request.language, topics=topics, name=request.name)
    request.state = SignupRequest.State.CONFIRMED
    request.confirmed_at = timezone.now()
    request.save(update_fields=["state", "confirmed_at"])
    return request


@transaction.atomic
def enrol(
    address: str,
    *,
    language: str,
    topics: list[Topic],
    source: str,
    wording: ConsentWording | None = None,
    at=None,
) -> Subscriber:
    """Take over somebody with an earlier consent (`source` says where its proof is). Raises AddressError, OptInError.

    Never brings back a person who left or is blocked: only their own double opt-in does that.
    """
    address = normalise(address)
    fingerprint = digest(address)
    if Suppression.objects.filter(digest=fingerprint).exists():
        raise OptInError(_("This address is blocked."))
    known = Subscriber.objects.filter(digest=fingerprint).first()
    left = Subscription.objects.filter(subscriber=known, topic__in=topics, state=Subscription.State.LEFT)
    if known and (known.state == Subscriber.State.LEFT or left.exists()):
        raise OptInError(_("This person has left. Only they themselves can come back, with the form on the website."))
    evidence.record(
        address,
        kind=Kind.ENROLLED,
        language=language,
        wording=wording,
        at=at,
        source=source,
        topics=[topic.slug for topic in topics],
    )
    return put_on_list(address, language=language, topics=topics)


@transaction.atomic
def put_on_list(address: str, *, language: str, topics: list[Topic], name: str = "") -> Subscriber:
    """The one way onto the list; whoever calls it has recorded the consent."""
    fingerprint = digest(address)
    Suppression.objects.filter(digest=fingerprint).exclude(reason=Suppression.Reason.OFFICE).delete()
    subscriber, _created = Subscriber.objects.update_or_create(
        digest=fingerprint,
        defaults={
            "address": address,
            "language": language,
            "state": Subscriber.State.ACTIVE,
        }
        | ({"name": name} if name else {}),
    )
    for topic in topics:
        Subscription.objects.update_or_create(subscriber=subscriber, topic=topic, defaults={"state": Subscription.State.ACTIVE})
    segments.note_topics([subscriber.pk])
    return subscriber


@transaction.atomic
def leave(
    subscriber: Subscriber, *, topics: list[Topic] | None = None, way: str, mailing_id: int | None = None, reason: str = ""
) -> list[Topic]:
    """Withdraw consent for `topics` (default: all), at once, also for mails that wait in a running mailing.

    Returns the topics left. Doing it twice changes nothing and records nothing. `reason` is one of WhyLeft, if told.
    """
    active = subscriber.subscriptions.select_for_update().filter(state=Subscription.State.ACTIVE)
    if topics is not None:
        active = active.filter(topic__in=topics)
    gone = [subscription.topic for subscription in active.select_related("topic")]
    if not gone:
        return []
    Subscription.objects.filter(subscriber=subscriber, topic__in=gone).update(
        state=Subscription.State.LEFT, changed_at=timezone.now()
    )
    segments.note_topics([subscriber.pk])
    if not subscriber.subscriptions.filter(state=Subscription.State.ACTIVE).exists():
        subscriber.state = Subscriber.State.LEFT
        subscriber.save(update_fields=["state", "changed_at"])
    evidence.record(
        subscriber.address,
        kind=Kind.WITHDRAWN,
        language=subscriber.language,
        way=way,
        mailing=mailing_id,
        topics=[topic.slug for topic in gone],
        **({"reason": reason} if reason else {}),
    )
    take_out_of_running_mailings(subscriber)
    return gone


def take_out_of_running_mailings(
    subscriber: Subscriber, *, everything: bool = False, reason: Delivery.Reason = Delivery.Reason.UNSUBSCRIBED
) -> int:
    """Skip the mails to this person that have not left yet, where no topic of the mailing is theirs any more."""
    open_states = [Delivery.State.QUEUED, Delivery.State.RETRY, Delivery.State.SENDING, Delivery.State.HELD]
    waiting = Delivery.objects.filter(subscriber=subscriber, state__in=open_states)
    if not everything:
        still_wanted = Subscription.objects.filter(subscriber=subscriber, state=Subscription.State.ACTIVE)
        waiting = waiting.exclude(mailing__topics__in=still_wanted.values("topic"))
    return ledger.move(waiting, to=Delivery.State.CANCELLED, reason=reason)


def expire_requests() -> int:
    """Blank the addresses of requests nobody confirmed; the evidence chain forgets them too if nothing else is known."""
    overdue = SignupRequest.objects.filter(
        state__in=[SignupRequest.State.NEW, SignupRequest.State.MAILED], expires_at__lt=timezone.now()
    )
    expired = 0
    for request in overdue[:500]:
        with transaction.atomic():
            expired += (
                SignupRequest.objects.filter(pk=request.pk)
                .exclude(state=SignupRequest.State.CONFIRMED)
                .update(state=SignupRequest.State.EXPIRED, address="")
            )
            if not Subscriber.objects.filter(digest=request.digest).exists():
                evidence.forget_address(request.digest)
    return expired


def note_mail_attempt(request: SignupRequest) -> bool:
    """Reserve the next attempt to send a confirmation mail; False if another worker has it."""
    return bool(
        SignupRequest.objects.filter(pk=request.pk, state=SignupRequest.State.NEW, attempts=request.attempts).update(
            attempts=F("attempts") + 1
        )
    )

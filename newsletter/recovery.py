"""Nothing waits for a person to notice: rows of dead workers, mails nobody is sure of, mailings with nobody at work."""

from django.conf import settings
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.core.models import CouncilSettings

from . import ledger, resolver
from .ledger.claims import abandoned, take_over
from .mailing import finish_if_done, policy_of, start_due
from .message import Sender, message_id
from .models import Delivery, Mailing, SendingPolicy
from .waking import wake

State = Delivery.State
MOST_ATTEMPTS = 7  # then even a mail that is to be sent once more is left to a person


def release_stale() -> int:
    """Take over from dead workers; returns how many claims."""
    claims = abandoned()
    for claim in claims:
        for delivery in take_over(claim):
            Delivery.objects.filter(pk=delivery.pk, reply="").update(
                reply=_("The worker ended between sending and writing it down.")
            )
            clear_up(delivery)
    return len(claims)


def clear_up(delivery: Delivery) -> None:
    """What the provider's notices or the resolver know of an UNCERTAIN delivery; else the council's rule decides (SendingPolicy).

    Ask (the default): it stays UNCERTAIN, and a person decides on the progress page; nobody gets a mail twice.
    Resend: it is sent once more with the same Message-ID, and nobody is left out.
    """
    unclear = Delivery.objects.filter(pk=delivery.pk, state=State.UNCERTAIN)
    council = CouncilSettings.for_site(delivery.mailing.site)
    was_taken = unclear.filter(code=Delivery.TAKEN).exists() or resolver.was_taken(
        message_id(delivery, domain=Sender.of(council).domain)
    )
    if was_taken:
        ledger.move(unclear, to=State.ACCEPTED, accepted_at=timezone.now())
    elif was_taken is False or (may_resend(delivery.mailing) and delivery.attempts < MOST_ATTEMPTS):
        ledger.move(unclear, to=State.QUEUED, attempts=delivery.attempts + 1)


def may_resend(mailing: Mailing) -> bool:
    when_uncertain = policy_of(mailing).when_uncertain
    return SendingPolicy.WhenUncertain.RESEND in (when_uncertain, settings.NEWSLETTER_WHEN_UNCLEAR)


def stopped_with_a_rest() -> QuerySet[Mailing]:
    """A worker put mails back after the stop. One question for each pile, because each has an index of its own."""
    theirs = Delivery.objects.filter(mailing=OuterRef("pk"))
    rest = Exists(theirs.filter(pile=State.QUEUED)) | Exists(theirs.in_pile(State.RETRY)) | Exists(theirs.in_pile(State.HELD))
    return Mailing.objects.filter(rest, state=Mailing.State.STOPPED)


def wake_due() -> int:
    """Start what is scheduled, and wake workers for mailings that have something due and nobody at work."""
    woken = start_due()
    for mailing in Mailing.objects.filter(state__in=[Mailing.State.SENDING, Mailing.State.WAITING]):
        if mailing.retry_at and mailing.retry_at > timezone.now():
            continue
        if mailing.claims.exists():
            continue  # somebody is at it; if they are dead, release_stale comes first
        if finish_if_done(mailing):
            continue
        if ledger.is_due(mailing):
            woken += wake(mailing)
    for mailing in stopped_with_a_rest():
        ledger.cancel_rest(mailing)
    return woken

"""When a mailing has left: the rest after a stop, languages held back, corrections, mails nobody is sure of."""

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from . import audience, ledger, readiness
from .composing import freeze
from .errors import MailingError, NotReady
from .mailing import step, wake
from .models import Delivery, Mailing, MailingVersion, Subscriber
from .models.mailings import CHANGEABLE, ENDED

State = Mailing.State


@transaction.atomic
def send_rest(mailing: Mailing, *, user: AbstractBaseUser | None) -> int:
    """After a stop: those who have not got it get it after all. Nobody gets it twice; returns how many."""
    require_sender(mailing)
    rest = mailing.deliveries.in_pile(Delivery.State.CANCELLED).filter(reason=Delivery.Reason.STOPPED)
    step(mailing, of=[State.STOPPED], to=State.SENDING, refusal=_("This mailing was not stopped."), finished_at=None, trouble="")
    held = list(mailing.versions.filter(held_back=True).values_list("language", flat=True))
    ledger.move(rest.filter(language__in=held), to=Delivery.State.HELD)
    number = ledger.move(rest, to=Delivery.State.QUEUED)
    log(instance=mailing, action="newsletter.rest", user=user, data={"people": number})
    transaction.on_commit(lambda: wake(mailing))
    return number


def require_sender(mailing: Mailing) -> None:
    problems = readiness.sender_problems(readiness.council_of(mailing))
    if problems:
        raise NotReady(problems)


def held_version(mailing: Mailing, language: str) -> MailingVersion:
    version = mailing.versions.filter(language=language, held_back=True).first()
    if version is None or not mailing.has_begun:
        raise MailingError(_("This language is not held back."))
    return version


@transaction.atomic
def release_language(mailing: Mailing, *, language: str, user: AbstractBaseUser | None) -> int:
    """A language that was held back leaves now, to those who wait for it; returns how many."""
    version = held_version(mailing, language)
    freeze(mailing)
    version.refresh_from_db()
    problems = readiness.problems_of_version(version)
    if problems:
        raise NotReady(problems)
    version.held_back, version.released_at = False, timezone.now()
    version.save(update_fields=["held_back", "released_at"])
    waiting = mailing.deliveries.in_pile(Delivery.State.HELD).filter(language=language)
    number = ledger.move(waiting, to=Delivery.State.QUEUED)
    go_on(mailing, user=user, action="newsletter.release", language=language, people=number)
    return number


@transaction.atomic
def drop_language(mailing: Mailing, *, language: str, user: AbstractBaseUser | None) -> int:
    """It will not come: who waits for it gets their next language, with the note that theirs is missing; returns how many."""
    held_version(mailing, language).delete()
    others = dict(mailing.versions.values_list("language", "held_back"))
    waiting = mailing.deliveries.in_pile(Delivery.State.HELD).filter(language=language)
    waiting = waiting.annotate(next=audience.first_wish(list(others), otherwise=mailing.fallback_language, of="subscriber__"))
    number = 0
    for other, is_held in others.items():
        number += ledger.change_language(waiting.filter(next=other), to=other)
        if not is_held:
            ledger.move(mailing.deliveries.in_pile(Delivery.State.HELD).filter(language=other), to=Delivery.State.QUEUED)
    go_on(mailing, user=user, action="newsletter.drop", language=language, people=number)
    return number


@transaction.atomic
def follow_wishes(subscriber: Subscriber) -> None:
    """Somebody who waits for a language that is held back wants another one now: they need not wait for the first."""
    wishes = (subscriber.language, subscriber.second_language, subscriber.third_language)
    for delivery in subscriber.deliveries.in_pile(Delivery.State.HELD).select_related("mailing"):
        there = dict(delivery.mailing.versions.values_list("language", "held_back"))
        language = next((wish for wish in wishes if wish in there), delivery.mailing.fallback_language)
        if language == delivery.language:
            continue
        theirs = Delivery.objects.filter(pk=delivery.pk)
        theirs.update(reader_language=subscriber.language)
        ledger.change_language(theirs, to=language)
        if not there.get(language):
            ledger.move(theirs, to=Delivery.State.QUEUED)
            go_on(delivery.mailing, user=None, action="newsletter.follow", language=language)


def go_on(mailing: Mailing, *, user: AbstractBaseUser | None, action: str, **data) -> None:
    """After something that waited was let go."""
    Mailing.objects.filter(pk=mailing.pk, state=State.SENT).update(state=State.SENDING, finished_at=None)
    mailing.refresh_from_db()
    log(instance=mailing, action=action, user=user, data=data)
    transaction.on_commit(lambda: wake(mailing))


@transaction.atomic
def correct(mailing: Mailing, *, languages: list[str], user: AbstractBaseUser | None) -> Mailing:
    """A draft of a correction: only for those who really got `mailing`, in one of `languages` (none: in any).

    Asked for once more, the draft there is already.
    """
    locked = Mailing.objects.select_for_update().get(pk=mailing.pk)
    if locked.has_begun and locked.state not in ENDED:
        raise MailingError(_("This mailing is still on its way. Stop it first, or the wrong words go on leaving."))
    if not mailing.deliveries.filter(state__in=audience.ARRIVED).exists():
        raise MailingError(_("Nobody has got this mailing, so there is nothing to correct."))
    known = set(mailing.versions.values_list("language", flat=True))
    wanted = [language for language in languages if language in known]
    if draft := mailing.corrections.filter(state__in=CHANGEABLE, corrects_languages=wanted).first():
        return draft
    made = Mailing.objects.create(
        page=mailing.page,
        site=mailing.site,
        title=_("Correction: %s") % mailing.title[:200],
        design=mailing.design,
        composition=mailing.composition,
        fallback_language=mailing.fallback_language,
        corrects=mailing,
        corrects_languages=wanted,
        created_by=user,
    )
    made.topics.set(mailing.topics.all())
    for version in mailing.versions.all():
        with translation.override(version.language):
            subject = (_("Correction: %s") % version.subject)[:150]
        MailingVersion.objects.create(
            mailing=made, language=version.language, subject=subject, preheader=version.preheader, body=version.body
        )
    freeze(made)
    log(instance=made, action="newsletter.correct", user=user, data={"corrects": mailing.pk})
    return made


@transaction.atomic
def settle_unclear(delivery: Delivery, *, send_again: bool, user: AbstractBaseUser | None) -> None:
    """A person decides about a mail nobody can be sure of: send once more, or count it as arrived."""
    unclear = Delivery.objects.filter(pk=delivery.pk, state=Delivery.State.UNCERTAIN)
    if not ledger.move(unclear, to=Delivery.State.QUEUED if send_again else Delivery.State.ACCEPTED):
        raise MailingError(_("This has been settled already."))
    log(instance=delivery.mailing, action="newsletter.settle", user=user, data={"delivery": delivery.pk, "again": send_again})
    if send_again:
        Mailing.objects.filter(pk=delivery.mailing_id, state=State.SENT).update(state=State.SENDING, finished_at=None)
        transaction.on_commit(lambda: wake(delivery.mailing))

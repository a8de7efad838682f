"""The life of a mailing: made from a page, frozen, scheduled, started, stopped. The only place that changes its state."""

import datetime
import logging

from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.template import TemplateDoesNotExist
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page

from cms.core.medium import Medium
from cms.renditions.render import RenditionError, render

from . import audience, readiness
from .headers import HeaderError, single_line
from .message import placeholders
from .models import Delivery, Mailing, MailingVersion, Topic

logger = logging.getLogger(__name__)

OVERDUE_HOURS = 6  # a schedule this late asks a person instead of firing in the middle of some other night
State = Mailing.State
OPEN = [
    Delivery.State.QUEUED,
    Delivery.State.RETRY,
    Delivery.State.SENDING,
    Delivery.State.HELD,
]  # nothing has become of them yet


class MailingError(Exception):
    """The step is not possible now; the message is for editors and says why."""


class NotReady(MailingError):
    """Something is missing; `problems` lists it."""

    def __init__(self, problems: list[str]):
        super().__init__(" ".join(problems))
        self.problems = problems


def translations(page: Page) -> list[Page]:
    """The page in every language it is published in, in the order of LANGUAGES."""
    order = [code for code, _name in settings.LANGUAGES]
    pages = Page.objects.filter(translation_key=page.translation_key, live=True).select_related("locale")
    return sorted((p for p in pages if p.locale.language_code in order), key=lambda p: order.index(p.locale.language_code))


@transaction.atomic
def create(page: Page, *, user: AbstractBaseUser | None) -> Mailing:
    """A draft with a version for every published language, subject and preheader taken from the page."""
    pages = translations(page)
    if not pages:
        raise MailingError(_("Publish the page first: the mail links to it."))
    languages = [found.locale.language_code for found in pages]
    fallback = settings.LANGUAGE_CODE if settings.LANGUAGE_CODE in languages else languages[0]
    mailing = Mailing.objects.create(
        page=pages[languages.index(fallback)],
        site=page.get_site(),
        title=page.title,
        fallback_language=fallback,
        created_by=user,
    )
    add_versions(mailing, pages)
    log(instance=mailing, action="newsletter.create", user=user, data={"page": page.pk})
    return mailing


def add_versions(mailing: Mailing, pages: list[Page]) -> None:
    for page in pages:
        specific = page.specific
        MailingVersion.objects.get_or_create(
            mailing=mailing,
            language=page.locale.language_code,
            defaults={"subject": suggested_subject(specific), "preheader": suggested_preheader(specific)},
        )


def suggested_subject(page: Page) -> str:
    headline = getattr(page, "headline", "")
    subject = f"{page.title}: {headline}" if headline and headline not in page.title else page.title
    return shorten(page.seo_title or subject, limit=150)


def suggested_preheader(page: Page) -> str:
    return shorten(page.search_description or getattr(page, "standfirst", ""), limit=180)


def shorten(text: str, *, limit: int) -> str:
    text = " ".join(str(text).split())
    return text if len(text) <= limit else text[: limit - 1].rsplit(" ", 1)[0] + "…"


@transaction.atomic
def update(mailing: Mailing, *, topics: list[Topic], lines: dict[str, tuple[str, str]], user: AbstractBaseUser | None) -> None:
    """New topics, subjects and preheaders ({language: (subject, preheader)}); then frozen afresh."""
    if not Mailing.objects.select_for_update().get(pk=mailing.pk).is_editable:
        raise MailingError(_("This mailing has already been started and cannot be changed."))
    try:
        lines = {language: (single_line(subject), single_line(preheader)) for language, (subject, preheader) in lines.items()}
    except HeaderError as error:
        raise MailingError(_("The subject contains characters that do not belong there.")) from error
    mailing.topics.set(topics)
    for version in mailing.versions.all():
        if version.language in lines:
            version.subject, version.preheader = lines[version.language]
            version.save(update_fields=["subject", "preheader"])
    freeze(mailing)
    log(instance=mailing, action="newsletter.edit", user=user, data={"topics": [topic.slug for topic in topics]})


def freeze(mailing: Mailing) -> None:
    """Render every language as the page is now and keep the result: what is proofed is what goes out.

    Adds languages that were published since; drops those that are gone. Raises MailingError in editors' words.
    """
    pages = {page.locale.language_code: page for page in translations(mailing.page)} if mailing.page else {}
    if mailing.fallback_language not in pages:
        raise MailingError(_("The page is no longer published in the main language of this mailing."))
    mailing.versions.exclude(language__in=pages).delete()
    add_versions(mailing, list(pages.values()))
    for version in mailing.versions.all():
        freeze_version(version, page=pages[version.language].specific)


def freeze_version(version: MailingVersion, *, page: Page) -> None:
    archive_url = settings.BASE_URL + (page.get_url_parts() or ("", "", ""))[2]
    topics = [topic.name_in(version.language) for topic in version.mailing.topics.all()]
    try:
        mailing = placeholders(
            language=version.language,
            archive_url=archive_url,
            subject=single_line(version.subject),
            preheader=single_line(version.preheader),
            topic=", ".join(topics),
        )
        html = render(page, medium=Medium.EMAIL, extra={"mailing": mailing})
        text = render(page, medium=Medium.TEXT, extra={"mailing": mailing})
    except HeaderError as error:
        raise MailingError(_("The subject contains characters that do not belong there.")) from error
    except (RenditionError, TemplateDoesNotExist) as error:
        raise MailingError(
            _("“%(title)s” cannot be made into a mail in “%(language)s”: %(reason)s")
            % {"title": page.title, "language": version.language, "reason": error}
        ) from error
    version.html, version.text, version.findings = html.content, text.content, [str(problem) for problem in html.problems]
    version.archive_url = archive_url
    version.revision_id = page.live_revision_id or page.latest_revision_id
    version.frozen_at = timezone.now()
    version.save()


def is_outdated(mailing: Mailing) -> bool:
    """The page was published anew after the mailing was frozen."""
    frozen = mailing.versions.exclude(frozen_at=None).values_list("frozen_at", flat=True)
    return bool(mailing.page and frozen and mailing.page.last_published_at and mailing.page.last_published_at > min(frozen))


@transaction.atomic
def schedule(mailing: Mailing, *, at: datetime.datetime, user: AbstractBaseUser | None) -> None:
    if at <= timezone.now():
        raise MailingError(_("That time is already past."))
    require_ready(mailing)
    changed = Mailing.objects.filter(pk=mailing.pk, state=State.DRAFT).update(state=State.SCHEDULED, scheduled_for=at, trouble="")
    if not changed:
        raise MailingError(_("This mailing has already been started or scheduled."))
    mailing.refresh_from_db()
    log(instance=mailing, action="newsletter.schedule", user=user, data={"at": at.isoformat()})


@transaction.atomic
def unschedule(mailing: Mailing, *, user: AbstractBaseUser | None, reason: str = "") -> None:
    changed = Mailing.objects.filter(pk=mailing.pk, state=State.SCHEDULED).update(
        state=State.DRAFT, scheduled_for=None, trouble=reason
    )
    if not changed:
        raise MailingError(_("This mailing is not scheduled any more."))
    mailing.refresh_from_db()
    log(instance=mailing, action="newsletter.unschedule", user=user)


@transaction.atomic
def start(mailing: Mailing, *, user: AbstractBaseUser | None) -> int:
    """Freeze the audience and let the workers begin. A second call, at the same moment or later, raises MailingError."""
    require_ready(mailing)
    changed = Mailing.objects.filter(pk=mailing.pk, state__in=[State.DRAFT, State.SCHEDULED]).update(
        state=State.SENDING, started_at=timezone.now(), trouble="", setbacks=0, retry_at=None
    )
    if not changed:
        raise MailingError(_("This mailing has already been started."))
    mailing.refresh_from_db()
    people = audience.freeze(mailing)
    log(instance=mailing, action="newsletter.start", user=user, data={"people": people})
    transaction.on_commit(lambda: wake(mailing))
    return people


def wake(mailing: Mailing) -> None:
    from .tasks import dispatch_mailing  # tasks import the rooms below

    dispatch_mailing.enqueue(mailing.pk)


@transaction.atomic
def stop(mailing: Mailing, *, user: AbstractBaseUser | None) -> int:
    """Take back everything whose final dot has not been sent. Effective with the next message; returns how many."""
    changed = Mailing.objects.filter(pk=mailing.pk, state__in=[State.SENDING, State.WAITING]).update(
        state=State.STOPPED, finished_at=timezone.now(), trouble="", retry_at=None
    )
    if not changed:
        raise MailingError(_("This mailing is not running."))
    mailing.refresh_from_db()
    skipped = mailing.deliveries.filter(state__in=OPEN).update(state=Delivery.State.CANCELLED, reason=Delivery.Reason.STOPPED)
    log(instance=mailing, action="newsletter.stop", user=user, data={"skipped": skipped})
    return skipped


def require_ready(mailing: Mailing) -> None:
    problems = readiness.problems(mailing)
    if problems:
        raise NotReady(problems)


def put_on_hold(mailing: Mailing, *, trouble: str, setbacks: int, retry_at: datetime.datetime) -> None:
    """The mail server is away: nothing is lost, the sweeper tries again at `retry_at`."""
    changed = Mailing.objects.filter(pk=mailing.pk, state__in=[State.SENDING, State.WAITING]).update(
        state=State.WAITING, trouble=trouble, setbacks=setbacks, retry_at=retry_at
    )
    if changed and not mailing.trouble:
        log(instance=mailing, action="newsletter.wait", data={"reason": trouble})
    mailing.refresh_from_db()


def resume(mailing: Mailing) -> None:
    """The mail server answers again."""
    changed = Mailing.objects.filter(pk=mailing.pk, state=State.WAITING).update(
        state=State.SENDING, trouble="", setbacks=0, retry_at=None
    )
    if changed:
        log(instance=mailing, action="newsletter.resume")
    mailing.refresh_from_db()


def finish_if_done(mailing: Mailing) -> bool:
    """SENT once no delivery is open any more."""
    with transaction.atomic():
        if mailing.deliveries.filter(state__in=OPEN).exists():
            return False
        changed = Mailing.objects.filter(pk=mailing.pk, state__in=[State.SENDING, State.WAITING]).update(
            state=State.SENT, finished_at=timezone.now(), trouble="", retry_at=None
        )
        if changed:
            mailing.refresh_from_db()
            log(instance=mailing, action="newsletter.finish", data=progress(mailing))
    return bool(changed)


def progress(mailing: Mailing) -> dict[str, int]:
    """How many deliveries are in which state; the sum is always the audience."""
    from django.db.models import Count

    counted = dict(mailing.deliveries.order_by().values_list("state").annotate(number=Count("pk")))
    return {state: counted.get(state, 0) for state in Delivery.State.values}


@transaction.atomic
def settle_unclear(delivery: Delivery, *, send_again: bool, user: AbstractBaseUser | None) -> None:
    """A person decides about a mail nobody can be sure of: send once more, or count it as arrived."""
    target = Delivery.State.QUEUED if send_again else Delivery.State.ACCEPTED
    changed = Delivery.objects.filter(pk=delivery.pk, state=Delivery.State.UNCERTAIN).update(
        state=target, claim="", claimed_at=None, next_attempt=None
    )
    if not changed:
        raise MailingError(_("This has been settled already."))
    log(instance=delivery.mailing, action="newsletter.settle", user=user, data={"delivery": delivery.pk, "again": send_again})
    if send_again:
        Mailing.objects.filter(pk=delivery.mailing_id, state=State.SENT).update(state=State.SENDING, finished_at=None)
        transaction.on_commit(lambda: wake(delivery.mailing))


def start_due() -> int:
    """Start what is scheduled for now. What is much too late goes back to its editor."""
    now = timezone.now()
    started = 0
    for mailing in Mailing.objects.filter(state=State.SCHEDULED, scheduled_for__lte=now):
        try:
            if now - mailing.scheduled_for > datetime.timedelta(hours=OVERDUE_HOURS):
                unschedule(mailing, user=None, reason=_("The time to send passed while the server was off. Please decide again."))
                continue
            start(mailing, user=None)
            started += 1
        except NotReady as error:
            unschedule(mailing, user=None, reason=str(error))
        except MailingError:
            logger.info("Mailing %s was started elsewhere", mailing.pk)
    return started

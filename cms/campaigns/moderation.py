"""What the office decides about a submission. A decision can be undone until the person has been told, some minutes later."""

import datetime

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone
from django.utils.html import escape
from django.utils.translation import gettext as _
from wagtail.blocks import StreamValue
from wagtail.models import Locale

from cms.core.models import CouncilImage

from .approval import approval_link
from .mails import write_to
from .models import CampaignPage, Release, Submission, TestimonialPage
from .models.submissions import ReleasePeriod
from .releases import change_release
from .submissions import SubmissionError, change, drop_photo

State = Submission.State
TOLD_AFTER = datetime.timedelta(minutes=10)
LONGEST_STATEMENT = 420  # of TestimonialPage.long_statement; what is longer becomes its story
DECIDED = (State.ACCEPTED, State.REFUSED)


@transaction.atomic
def accept(submission: Submission, *, user, words: dict | None = None) -> TestimonialPage:
    """Makes a draft of a testimonial with portrait and release, below the campaign. Raises SubmissionError.

    `words`: statement, line and portrait_alt in the campaign's language; empty ones are left to the editors of the draft.
    """
    change(submission, State.ACCEPTED, user=user, **decided(user))  # first: whoever comes second makes nothing
    campaign = submission.campaign
    page = TestimonialPage(locale=campaign.locale, live=False, slug=free_slug(submission), **facts_of(submission))
    for name, value in (words or own_words(submission)).items():
        setattr(page, name, value)
    fill_story(page, submission, here=campaign.locale.language_code)
    if submission.photo:
        page.portrait = portrait_of(submission)
        page.portrait_alt = page.portrait_alt or _("Portrait of %(name)s") % {"name": submission.name}
    campaign.add_child(instance=page)
    page.save_revision(user=user, clean=False)  # a draft may be incomplete
    give_release(page, submission, user=user)
    translated(page, submission, user=user)
    submission.testimonial_key = page.translation_key
    submission.save(update_fields=["testimonial_key"])
    return page


def facts_of(submission: Submission) -> dict:
    """What is the same in every language."""
    same = {name: getattr(submission, name) for name in ("age", "origin", "languages", "district", "topic")}
    return same | {
        "title": submission.name,
        "original_language": submission.said_in,
        "original_statement": submission.statement,
    }


def own_words(submission: Submission) -> dict:
    """Statement and line as they were written, if that was in the campaign's language: else somebody must translate them."""
    if submission.said_in != base_language(submission.campaign.locale.language_code):
        return {"statement": "", "line": ""}
    return {"statement": submission.statement, "line": submission.line}


def base_language(code: str) -> str:
    return code.partition("-")[0]


def fill_story(page: TestimonialPage, submission: Submission, *, here: str) -> None:
    """The longer text, where it is short enough as longer statement, else paragraph by paragraph as the story."""
    if not submission.story or submission.said_in != base_language(here):
        return
    if len(submission.story) <= LONGEST_STATEMENT:
        page.long_statement = submission.story
        return
    paragraphs = [text.strip() for text in submission.story.split("\n") if text.strip()]
    block = page._meta.get_field("body").stream_block
    content = [("paragraph", {"text": f"<p>{escape(text)}</p>"}) for text in paragraphs]
    page.body = StreamValue(block, [(kind, block.child_blocks[kind].normalize(value)) for kind, value in content])


def free_slug(submission: Submission) -> str:
    """Not the name: the address of a page outlives a release."""
    return f"portrait-{submission.uid.hex[:8]}"


def portrait_of(submission: Submission) -> CouncilImage:
    """The photo in the library, its focus where a face usually is."""
    with submission.photo.open() as file:
        content = ContentFile(file.read(), name=f"portrait-{submission.uid.hex[:8]}.{submission.photo.name.rpartition('.')[2]}")
    content.is_clean = True
    image = CouncilImage(
        title=submission.name,
        file=content,
        credit=submission.photo_credit or submission.name,
        licence=CouncilImage.Licence.AGREED,
        description=_("Portrait of %(name)s") % {"name": submission.name},
        source=_("Sent in by the person"),
    )
    width, height = submission.photo_width, submission.photo_height
    image.focal_point_x, image.focal_point_y = width // 2, round(height * 0.4)
    image.focal_point_width = image.focal_point_height = round(min(width, height) * 0.5)
    image.save()
    return image


def give_release(page: TestimonialPage, submission: Submission, *, user) -> None:
    given = _("Sent by form on %(day)s, confirmed by mail; wording %(wording)s; %(purposes)s.") % {
        "day": timezone.localdate(submission.sent_at).isoformat(),
        "wording": submission.wording,
        "purposes": ", ".join(submission.purpose_names()),
    }
    if submission.is_minor:
        given += " " + _("A guardian has agreed.")
    change_release(page, state=Release.State.GIVEN, media=submission.media, until=release_end(submission), note=given, user=user)


def release_end(submission: Submission) -> datetime.date | None:
    """The last day of the release, counted from the day it was confirmed; None if it has no end."""
    if submission.period == ReleasePeriod.OPEN:
        return None
    day = timezone.localdate(submission.confirmed_at or submission.sent_at)
    year = day.year + int(submission.period)
    return day.replace(year=year, day=28) if (day.month, day.day) == (2, 29) else day.replace(year=year)


def translated(page: TestimonialPage, submission: Submission, *, user) -> None:
    """A second draft with the person's own words, if the campaign exists in the language of their form."""
    if submission.language == page.locale.language_code or submission.said_in != base_language(submission.language):
        return
    locale = Locale.objects.filter(language_code=submission.language).first()
    campaigns = CampaignPage.objects.filter(translation_key=submission.campaign.translation_key, locale=locale)
    if locale is None or not campaigns.exists():
        return
    own = page.copy_for_translation(locale)
    own.statement, own.line, own.long_statement = submission.statement, submission.line, ""
    fill_story(own, submission, here=submission.language)
    own.save_revision(user=user, clean=False)


def decided(user) -> dict:
    return {"decided_at": timezone.now(), "decided_by": user, "told_at": None}


@transaction.atomic
def ask_back(submission: Submission, *, question: str, user) -> None:
    """The person gets the question by mail at once, with the link to answer. Raises SubmissionError."""
    change(submission, State.ASKED, user=user, question=question, answer="", **decided(user))
    write_to(submission, "question")


@transaction.atomic
def refuse(submission: Submission, *, reason: str, user) -> None:
    """`reason` is told to the person; empty: they get a friendly mail without one. Raises SubmissionError."""
    change(submission, State.REFUSED, user=user, reason=reason, **decided(user))


def can_undo(submission: Submission) -> bool:
    """As long as nobody has been told."""
    return submission.state in DECIDED and submission.told_at is None and submission.forgotten_at is None


@transaction.atomic
def undo(submission: Submission, *, user) -> None:
    """Back into the queue, as if nothing had been decided. Raises SubmissionError."""
    submission = Submission.objects.select_for_update().get(pk=submission.pk)
    if not can_undo(submission):
        raise SubmissionError(_("This cannot be undone any more: the person has been told."))
    if submission.testimonial_key:
        remove_draft(submission, user=user)
    change(submission, State.WAITING, user=user, testimonial_key=None, decided_at=None, decided_by=None, reason="")


def remove_draft(submission: Submission, *, user) -> None:
    pages = TestimonialPage.objects.filter(translation_key=submission.testimonial_key)
    if pages.filter(live=True).exists():
        raise SubmissionError(_("The testimonial is published already. Take it off the site first."))
    portraits = {page.portrait for page in pages if page.portrait}
    for page in pages:
        page.delete(user=user)
    for portrait in portraits:
        if not TestimonialPage.objects.filter(portrait=portrait).exists():
            portrait.delete()
    Release.objects.filter(testimonial_key=submission.testimonial_key).delete()


def tell_decided() -> int:
    """Duty: decisions that were not undone are told to the person; the photo is in the library by now, or not wanted."""
    count = 0
    due = Submission.objects.filter(
        state__in=DECIDED, told_at=None, forgotten_at=None, decided_at__lt=timezone.now() - TOLD_AFTER
    )
    for key in list(due.values_list("pk", flat=True)):
        count += tell(key)
    return count


@transaction.atomic
def tell(submission_id: int) -> bool:
    submission = Submission.objects.select_for_update().filter(pk=submission_id, told_at=None, state__in=DECIDED).first()
    if submission is None:
        return False  # undone, or told by another worker
    write_to(submission, "accepted" if submission.state == State.ACCEPTED else "refused")
    drop_photo(submission)
    submission.told_at = timezone.now()
    submission.save(update_fields=["told_at", "photo"])
    return True


@transaction.atomic
def ask_for_approval(submission: Submission, *, user) -> None:
    """Mails the person the link to see and approve their testimonial. Raises SubmissionError if there is none."""
    page = testimonial_of(submission)
    if page is None or not submission.email:
        raise SubmissionError(_("There is no testimonial to approve."))
    link = approval_link(page, language=submission.language, user=user)
    write_to(submission, "approve", context={"address": link})
    submission.approval_asked_at = timezone.now()
    submission.save(update_fields=["approval_asked_at"])


def testimonial_of(submission: Submission) -> TestimonialPage | None:
    """What it has become, in the campaign's language."""
    if not submission.testimonial_key:
        return None
    pages = TestimonialPage.objects.filter(translation_key=submission.testimonial_key)
    return pages.filter(locale=submission.campaign.locale).first() or pages.first()

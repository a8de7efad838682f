"""Taking part: a submission arrives, is confirmed by mail, answered or taken back by the person, and in the end forgotten.

What the office decides about it stands in moderation.py.
"""

from dataclasses import dataclass

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Site

from cms.core import retention
from cms.core.data_protection import DataProtection
from cms.core.uploads import Upload

from .mails import GUARDIAN, PERSON, ask_to_confirm, forget_mails, tell_office, write_to
from .models import CampaignPage, Release, ReleaseWording, Submission, TestimonialPage
from .photos import fingerprint

State = Submission.State

FROM = {
    State.WAITING: {State.UNCONFIRMED, State.ASKED, State.ACCEPTED, State.REFUSED},
    State.ASKED: {State.WAITING},
    State.ACCEPTED: {State.WAITING, State.ASKED},
    State.REFUSED: {State.WAITING, State.ASKED},
    State.TAKEN_BACK: {State.UNCONFIRMED, State.WAITING, State.ASKED, State.REFUSED},
}
# Everything by which somebody could be known; cleared when only the numbers shall stay.
PERSONAL = {
    "statement": "",
    "story": "",
    "photo_print": "",
    "photo_credit": "",
    "name": "",
    "line": "",
    "age": None,
    "origin": "",
    "languages": "",
    "district": "",
    "email": "",
    "phone": "",
    "guardian_name": "",
    "guardian_email": "",
    "question": "",
    "answer": "",
    "reason": "",
}


class SubmissionError(ValidationError):
    """The submission cannot become that: somebody else was faster."""


class SubmissionGone(Exception):
    """It expired, was taken back, or has been forgotten."""


@dataclass(frozen=True)
class Shown:
    """Where and how the form was shown."""

    campaign: CampaignPage
    site: Site
    language: str
    wording: ReleaseWording
    once: str


@transaction.atomic
def take(values: dict, *, photo: Upload | None, shown: Shown) -> Submission:
    """Keep what the form brought and ask by mail whether it is meant. The same form posted again changes nothing."""
    found = Submission.objects.filter(once=shown.once).first()
    if found:
        return found
    submission = Submission(
        once=shown.once,
        campaign=main_page(shown.campaign),
        site=shown.site,
        language=shown.language,
        wording=shown.wording,
        **values,
    )
    set_photo(submission, photo)
    try:
        with transaction.atomic():
            submission.save()
    except IntegrityError:  # the same form, posted twice at the same moment
        submission.photo.delete(save=False)
        return Submission.objects.get(once=shown.once)
    ask_to_confirm(submission, who=PERSON)
    if submission.is_minor:
        ask_to_confirm(submission, who=GUARDIAN)
    return submission


def main_page(campaign: CampaignPage) -> CampaignPage:
    """The campaign in the site's first language: there the office works."""
    pages = CampaignPage.objects.filter(translation_key=campaign.translation_key, alias_of__isnull=True)
    return pages.filter(locale__language_code=settings.LANGUAGE_CODE).first() or campaign


def set_photo(submission: Submission, photo: Upload | None) -> None:
    if photo is None:
        return
    drop_photo(submission)
    submission.photo.save(f"photo.{photo.kind}", photo.file(), save=False)
    submission.photo_width, submission.photo_height = photo.width, photo.height
    submission.photo_print = fingerprint(photo.content)


def drop_photo(submission: Submission) -> None:
    """The file goes when the transaction has succeeded; the caller saves the row."""
    if submission.photo:
        storage, name = submission.photo.storage, submission.photo.name
        transaction.on_commit(lambda: storage.delete(name))
        submission.photo = ""


def found_by(uid: str) -> Submission:
    """Raises SubmissionGone."""
    found = Submission.objects.filter(uid=uid, forgotten_at__isnull=True).select_related("campaign", "site", "wording").first()
    if found is None:
        raise SubmissionGone
    return found


@transaction.atomic
def confirm(submission: Submission, *, who: str) -> Submission:
    """The button was pressed. Pressed again it changes nothing. When everybody who must has agreed, it is the office's turn."""
    submission = Submission.objects.select_for_update().get(pk=submission.pk)
    field = "guardian_confirmed_at" if who == GUARDIAN else "confirmed_at"
    if getattr(submission, field) is None:
        setattr(submission, field, timezone.now())
        submission.save(update_fields=[field])
    if submission.state == State.UNCONFIRMED and submission.is_confirmed:
        change(submission, State.WAITING)
        write_to(submission, "received")
        tell_office(submission, "office_new")
    return submission


def change(submission: Submission, to: str, *, user=None, **fields) -> None:
    """The only way a state changes; writes the audit log. Raises SubmissionError if it has moved on meanwhile."""
    before, to = submission.state, State(to)
    rows = Submission.objects.filter(pk=submission.pk, state=before)
    if before not in FROM[to] or not rows.update(state=to, **fields):
        current = Submission.objects.get(pk=submission.pk)
        raise SubmissionError(
            _("This submission is “%(state)s” by now. Somebody else was faster.") % {"state": current.get_state_display()}
        )
    for name, value in {"state": to, **fields}.items():
        setattr(submission, name, value)
    # The title goes into the log for good, so it must not be the person's name.
    title = _("Submission %(number)s") % {"number": submission.pk}
    log(submission, "campaigns.submission", user=user, title=title, data={"before": before, "after": to.value})


@transaction.atomic
def answer(submission: Submission, *, text: str, statement: str, photo: Upload | None) -> None:
    """The person answers the office's question. Raises SubmissionError if nobody asks any more."""
    submission = Submission.objects.select_for_update().get(pk=submission.pk)
    if submission.state != State.ASKED:
        raise SubmissionError(_("Nothing is asked any more. Thank you!"))
    set_photo(submission, photo)
    submission.statement, submission.answer = statement, text
    submission.save()
    change(submission, State.WAITING)
    tell_office(submission, "office_answer")


@transaction.atomic
def take_back(submission: Submission, *, user=None) -> None:
    """Before it has become a testimonial, by the person or (`user`) for them: only a number is left. Raises SubmissionError."""
    submission = Submission.objects.select_for_update().get(pk=submission.pk)
    if submission.state == State.TAKEN_BACK:
        return
    change(submission, State.TAKEN_BACK, user=user)
    forget([submission.pk])


def forget(keys: list) -> None:
    """Photo and everything personal go; the row stays for the numbers."""
    for submission in Submission.objects.filter(pk__in=keys):
        drop_photo(submission)
        forget_mails(submission)
    Submission.objects.filter(pk__in=keys).update(photo="", forgotten_at=timezone.now(), **PERSONAL)


def forget_person(sender, key, **kwargs) -> None:
    """person_gone: the release of a testimonial has ended, so what was sent in for it goes as well."""
    forget(list(Submission.objects.filter(testimonial_key=key, forgotten_at=None).values_list("pk", flat=True)))


def delete_photo(sender, instance: Submission, **kwargs) -> None:
    """post_delete: also when a campaign goes with all that belongs to it."""
    drop_photo(instance)


def retention_rules() -> list[retention.Rule]:
    days = DataProtection.longest
    return [
        retention.Rule(
            "submissions-unconfirmed", _("contributions that were never confirmed"), days("keep_unfinished_days"), _old, _delete
        ),
        retention.Rule("submissions", _("contributions that were not used"), days("keep_submissions_days"), _unused, forget),
    ]


def _old(limit) -> QuerySet:
    return Submission.objects.filter(state=State.UNCONFIRMED, sent_at__lt=limit)


def _delete(keys: list) -> None:
    for submission in Submission.objects.filter(pk__in=keys):
        forget_mails(submission)
    Submission.objects.filter(pk__in=keys).delete()


def _unused(limit) -> QuerySet:
    """Also what became a testimonial that exists no more, or whose release has ended."""
    alive = TestimonialPage.objects.values("translation_key")
    given = Release.objects.filter(state=Release.State.GIVEN).values("testimonial_key")
    rows = Submission.objects.filter(forgotten_at=None, sent_at__lt=limit).exclude(state=State.UNCONFIRMED)
    return rows.exclude(state=State.ACCEPTED, testimonial_key__in=alive.filter(translation_key__in=given))

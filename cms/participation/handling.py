"""What the office does with a submission. Every change of state happens here: into the history, and into the log."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from cms.notices.writing import forget

from .models import Step, Submission
from .receiving import tell

State = Submission.State
PURPOSES = ("participation.office", "participation.receipt", "participation.answer", "participation.idea")


class HandlingError(Exception):
    """It cannot be done; the message is for the person in the office."""


def mark_read(row: Submission, *, user) -> None:
    """Somebody has opened it."""
    if row.state == State.NEW:
        set_state(row, State.READ, user=user)


@transaction.atomic
def set_state(row: Submission, state: str, *, user) -> Step | None:
    """None if it was in this state already, for example in another tab."""
    before = lock(row)
    if before == state:
        return None
    step = Step.objects.create(submission_id=row.pk, kind=Step.Kind.STATE, by=user, before=before, after=state)
    write_state(row, state, user=user, before=before)
    return step


@transaction.atomic
def undo(row: Submission, *, user) -> None:
    """Takes back the last change of state. Raises HandlingError if there is none, or something came after it."""
    now = lock(row)
    last = row.steps.filter(kind=Step.Kind.STATE).order_by("-at", "-pk").first()
    if last is None or last.after != now:
        raise HandlingError(_("There is nothing to take back."))
    last.delete()
    write_state(row, last.before, user=user, before=now)


@transaction.atomic
def add_note(row: Submission, text: str, *, user) -> None:
    """For the office only."""
    Step.objects.create(submission_id=row.pk, kind=Step.Kind.NOTE, by=user, text=text)
    log(instance=submission(row), action="participation.note", user=user)


@transaction.atomic
def answer(row: Submission, text: str, *, user) -> None:
    """A mail to whoever wrote. Raises HandlingError if they left no address."""
    if not row.email:
        raise HandlingError(_("This person left no e-mail address."))
    before = lock(row)
    Step.objects.create(submission_id=row.pk, kind=Step.Kind.ANSWER, by=user, text=text)
    tell(row, "participation/mail/answer", purpose="participation.answer", text=text, title=row.form.title)
    write_state(row, State.ANSWERED, user=user, before=before)


@transaction.atomic
def erase(row: Submission, *, by: str, user=None) -> None:
    """For good: what they wrote, the history, and the words of mails about it. `by`: person, office, retention."""
    for purpose in PURPOSES:
        forget(purpose=purpose, about=str(row.pk))
    whole = submission(row)
    log(instance=whole, action="participation.erase", user=user, data={"by": by})
    whole.delete()


def lock(row: Submission) -> str:
    """Holds the row until the transaction ends; returns its state as it is in the database."""
    return Submission.objects.select_for_update().get(pk=row.pk).state


def write_state(row: Submission, state: str, *, user, before: str) -> None:
    now = timezone.now()
    Submission.objects.filter(pk=row.pk).update(state=state, changed_at=now)
    row.state, row.changed_at = state, now
    log(instance=submission(row), action="participation.state", user=user, data={"from": before, "to": state})


def submission(row: Submission) -> Submission:
    """The common row: the log and the bin know nothing finer. Its title names nobody."""
    return row if type(row) is Submission else row.submission_ptr

"""How long what people send is kept, and what is left afterwards. Periods: “Data protection” in the settings."""

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from cms.core.data_protection import DataProtection
from cms.core.retention import Rule

from .handling import erase
from .models import Form, Idea, Submission, SurveyAnswer, SurveyCode, SurveyPage
from .surveys.questions import questions_of

KEEP_BINNED_DAYS = 14


def rules() -> list[Rule]:
    days = DataProtection.longest
    return [
        Rule("participation-bin", _("what lies in the bin"), KEEP_BINNED_DAYS, _binned, _erase),
        Rule("participation-messages", _("messages and unpublished ideas"), days("keep_messages_days"), _messages, _erase),
        Rule("participation-ideas", _("who sent a published idea"), days("keep_messages_days"), _ideas, _make_nameless),
        Rule("participation-volunteers", _("volunteers"), days("keep_volunteers_days"), _volunteers, _erase),
        Rule("participation-surveys", _("what people wrote in surveys"), days("keep_surveys_days"), _answers, _drop_texts),
        Rule("participation-codes", _("invitation codes"), days("keep_surveys_days"), _codes, _delete_codes),
    ]


def _erase(keys: list) -> None:
    for row in Submission.objects.filter(pk__in=keys).select_related("form"):
        erase(row, by="retention")


def _binned(limit) -> QuerySet:
    return Submission.objects.filter(state=Submission.State.BINNED, changed_at__lt=limit)


def _messages(limit) -> QuerySet:
    kinds = Q(form__kind=Form.Kind.CONTACT) | Q(form__kind=Form.Kind.IDEAS) & ~Q(idea__publication=Idea.Publication.PUBLISHED)
    return Submission.objects.filter(kinds, changed_at__lt=limit)


def _ideas(limit) -> QuerySet:
    named = ~Q(name="") | ~Q(email="") | ~Q(phone="") | ~Q(text="")
    return Idea.objects.filter(named, publication=Idea.Publication.PUBLISHED, changed_at__lt=limit)


def _make_nameless(keys: list) -> None:
    """The idea stays as it was published; whoever had it and the words they wrote to the office are gone."""
    Submission.objects.filter(pk__in=keys).update(name="", email="", phone="", text="")


def _volunteers(limit) -> QuerySet:
    return Submission.objects.filter(form__kind=Form.Kind.VOLUNTEERS, changed_at__lt=limit)


def _answers(limit) -> QuerySet:
    """Answers with free texts of surveys that ended before the limit."""
    return SurveyAnswer.objects.filter(form__key__in=_ended(limit), has_texts=True)


def _ended(limit) -> QuerySet:
    return SurveyPage.objects.filter(closes_at__lt=limit).values("translation_key")


def _drop_texts(keys: list) -> None:
    """What was chosen stays: it names nobody."""
    rows = list(SurveyAnswer.objects.filter(pk__in=keys).select_related("form"))
    texts = _text_questions({row.form.key for row in rows})
    for row in rows:
        row.values = {key: value for key, value in row.values.items() if key not in texts}
        row.has_texts = False
    SurveyAnswer.objects.bulk_update(rows, ["values", "has_texts"])


def _text_questions(keys: set) -> set[str]:
    pages = SurveyPage.objects.filter(translation_key__in=keys)
    return {question.id for page in pages for question in questions_of(page) if question.kind == "text"}


def _codes(limit) -> QuerySet:
    return SurveyCode.objects.filter(form__key__in=_ended(limit))


def _delete_codes(keys: list) -> None:
    SurveyCode.objects.filter(pk__in=keys).delete()

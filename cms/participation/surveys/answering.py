"""One person answers a survey: the form made of its questions, and what is kept of it."""

from django import forms
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from cms.core.public_forms import LineField, WordsField

from ..models.surveys import SurveyAnswer, SurveyCode, SurveyPage
from ..public_forms import FormOfPage
from .questions import Question, questions_of

LONGEST_ANSWER = 2000
PLEASE = _("Please answer this question.")


class CodeRefused(Exception):
    """There is no such code, or it has been used. Which of the two is not said."""


class SurveyForm(FormOfPage):
    """A field for every question, for a matrix one for every line."""

    def __init__(self, data=None, *, page: SurveyPage, **kwargs):
        super().__init__(data, page=page, **kwargs)
        self.questions = questions_of(page)
        if page.audience == SurveyPage.Audience.CODES:
            self.fields["code"] = LineField(
                label=_("Your invitation code"),
                max_length=20,
                help_text=_("Eight letters and digits from your invitation. It is good for one answer and is not kept with it."),
                widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "dir": "ltr"}),
                error_messages={"required": _("Please write the code from your invitation.")},
            )
        for question in self.questions:
            for name, label in names_of(question):
                self.fields[name] = field_for(question, label=label)
        if "agreed" in self.fields:
            self.order_fields([name for name in self.fields if name != "agreed"])

    def asked(self):
        """(question, its bound fields) in their order, for the template."""
        return [(question, [self[name] for name, _label in names_of(question)]) for question in self.questions]

    @property
    def others(self) -> list:
        """Fields that are no questions: the code and the consent."""
        return [self[name] for name in ("code", "agreed") if name in self.fields]

    @property
    def code(self) -> str:
        return "".join(self.cleaned_data.get("code", "").upper().split()).replace("-", "")

    def clean(self):
        cleaned = super().clean()
        for question in self.questions:
            chosen = cleaned.get(question.field) or []
            if question.kind == "multiple" and question.most and len(chosen) > question.most:
                text = ngettext("Please choose one answer at most.", "Please choose %(most)s answers at most.", question.most)
                self.add_error(question.field, text % {"most": question.most})
        if not self.errors and not self.is_trapped and not self.values():
            raise forms.ValidationError(_("Nothing is answered yet. Please answer at least one question."))
        return cleaned

    def values(self) -> dict:
        """What is kept: only what was answered."""
        kept = {}
        for question in self.questions:
            if question.kind == "matrix":
                lines = {row: self.cleaned_data.get(question.row_field(row)) for row, _label in question.rows}
                value = {row: column for row, column in lines.items() if column}
            else:
                value = self.cleaned_data.get(question.field)
            if value:
                kept[question.id] = value
        return kept


def names_of(question: Question) -> list[tuple[str, str]]:
    """(name of the field, label)."""
    if question.kind == "matrix":
        return [(question.row_field(row), label) for row, label in question.rows]
    return [(question.field, question.text)]


def field_for(question: Question, *, label: str) -> forms.Field:
    common = {"label": label, "required": question.needed, "error_messages": {"required": PLEASE}}
    hint = question.hint if question.kind != "matrix" else ""
    if question.kind == "text":
        return WordsField(
            **common, help_text=hint, max_length=LONGEST_ANSWER, widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"})
        )
    if question.kind == "multiple":
        return forms.MultipleChoiceField(**common, help_text=hint, choices=question.options, widget=forms.CheckboxSelectMultiple)
    return forms.ChoiceField(**common, help_text=hint, choices=question.options, widget=forms.RadioSelect)


@transaction.atomic
def answer(form: SurveyForm) -> SurveyAnswer | None:
    """Keeps the answers of a valid form once. Raises CodeRefused; None if this form was sent before."""
    page = form.page
    if SurveyAnswer.objects.filter(once=form.once).exists():
        return None
    group = use_code(page, form.code) if page.audience == SurveyPage.Audience.CODES else ""
    values = form.values()
    has_texts = any(question.kind == "text" and question.id in values for question in form.questions)
    kept = {"language": form.language, "group": group, "values": values, "has_texts": has_texts}
    try:
        with transaction.atomic():
            return SurveyAnswer.objects.create(form=page.form, once=form.once, **kept)
    except IntegrityError:  # the same form, sent twice at the same moment
        return None


def use_code(page: SurveyPage, code: str) -> str:
    """The group it was made for. Of two at the same moment one gets it. Raises CodeRefused."""
    found = SurveyCode.objects.filter(form=page.form, code=code, state=SurveyCode.State.OPEN)
    row = found.first()
    if row is None or not found.update(state=SurveyCode.State.USED):
        raise CodeRefused
    return row.group

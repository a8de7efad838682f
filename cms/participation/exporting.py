"""What people sent as a table to take along. Saving it is written to the log: it holds addresses."""

from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from cms.core.spreadsheets import KINDS, table_response

from .models import Idea, Message, Submission, SurveyAnswer, SurveyPage, Volunteer
from .surveys.questions import Question, questions_of
from .surveys.results import FEWEST, parts


def submissions_response(model: type[Submission], rows, *, kind: str, user) -> HttpResponse:
    """Raises Http404 for a kind of file that there is not."""
    if kind not in KINDS:
        raise Http404
    rows = list(rows)
    for form in {row.form for row in rows}:
        count = sum(row.form_id == form.pk for row in rows)
        log(instance=form, action="participation.export", user=user, data={"kind": kind, "rows": count})
    columns = [*COMMON, *MORE[model]]
    heads = [capfirst(model._meta.get_field(name).verbose_name) for name in columns]
    table = ([*(cell(row, column) for column in columns), row.consent.text if row.consent else ""] for row in rows)
    name = f"{model._meta.model_name}-{timezone.localdate():%Y-%m-%d}"
    title = capfirst(model._meta.verbose_name_plural)
    return table_response([*heads, _("Agreed to")], table, kind=kind, name=name, title=title)


COMMON = ["received_at", "form", "state", "language", "name", "email", "phone", "text"]
MORE = {
    Message: ["subject"],
    Volunteer: ["interests", "languages", "times", "district"],
    Idea: ["title", "district", "shown_name", "publication", "progress"],
}


def cell(row: Submission, column: str):
    if column == "received_at":
        return timezone.localtime(row.received_at).strftime("%Y-%m-%d %H:%M")
    if column == "interests":
        return ", ".join(row.interest_names)
    display = getattr(row, f"get_{column}_display", None)
    return str(display() if display else getattr(row, column))


class TooFew(Exception):
    """So few have answered that a line would show a person."""


def answers_response(page: SurveyPage, *, kind: str, user) -> HttpResponse:
    """Every answer as a line, shuffled, in the words of the page's language.

    Language and group only where enough people share them. Raises TooFew, and Http404 for an unknown kind of file.
    """
    if kind not in KINDS:
        raise Http404
    rows = list(SurveyAnswer.objects.filter(form__key=page.translation_key).order_by("once"))
    if len(rows) < FEWEST:
        raise TooFew
    log(instance=page.form, action="participation.export", user=user, data={"kind": kind, "rows": len(rows)})
    questions, languages, groups = questions_of(page), dict(parts(page, "language")), dict(parts(page, "group"))
    heads = [_("Language"), _("Group"), *(head for question in questions for head in heads_of(question))]
    table = []
    for row in rows:
        shared = [row.get_language_display() if row.language in languages else "–", row.group if row.group in groups else "–"]
        table.append([*shared, *(value for question in questions for value in cells_of(question, row.values))])
    return table_response(heads, table, kind=kind, name=f"{page.slug}-{timezone.localdate():%Y-%m-%d}", title=page.title)


def heads_of(question: Question) -> list[str]:
    if question.kind == "matrix":
        return [f"{question.text} – {label}" for _key, label in question.rows]
    return [question.text]


def cells_of(question: Question, values: dict) -> list:
    value, names = values.get(question.id), dict(question.options)
    if question.kind == "matrix":
        return [names.get((value or {}).get(key), "") for key, _label in question.rows]
    if question.kind == "multiple":
        return ["; ".join(names.get(key, "") for key in value or [])]
    if question.kind == "scale":
        return [int(value) if value else ""]
    return [value or "" if question.kind == "text" else names.get(value, "")]

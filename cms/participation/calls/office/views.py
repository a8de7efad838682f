"""What the office and the jury look at: calls, applications, files. A member of the jury gives points here."""

from django.core.exceptions import PermissionDenied
from django.http import FileResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from wagtail.admin import messages

from ...models import Application, ApplicationFile, CallPage, Jury
from .. import judging
from ..judging import JudgingError, criteria_of, is_juror, jury_of
from ..public_forms import options
from .forms import DecisionForm, JuryForm, PointsForm, name_of
from .rights import MAY_DECIDE, MAY_SEE, may_manage, mine, seen_call


def all_calls(request):
    rows = []
    for form in mine(request.user):
        page = CallPage.objects.filter(translation_key=form.key).order_by("pk").first()
        rows.append({"form": form, "page": page, "jury": jury_of(form), "count": form.applications.count()})
    if not rows and not request.user.has_perm(MAY_SEE):
        raise PermissionDenied
    return TemplateResponse(request, "participation/admin/calls.html", {"rows": rows})


def call(request, pk: int):
    """The applications; the ranking as soon as the points are closed; for the office also the jury."""
    form, page, jury = seen_call(request, pk)
    category = request.GET.get("category", "")
    category = category if category in page.category_names else ""
    closed = jury.state != Jury.State.SCORING
    ranks = judging.ranking(page, category=category)
    if not closed:
        ranks = sorted(ranks, key=lambda rank: rank.application.number)
    own = {one.application_id: one for one in request.user.verdicts.filter(application__form=form)}
    manages = may_manage(request.user, form)
    context = {
        "call": form,
        "page": page,
        "jury": jury,
        "closed": closed,
        "rows": [{"rank": rank, "own": own.get(rank.application.pk), "category": category_of(page, rank)} for rank in ranks],
        "categories": page.category_names,
        "chosen": category,
        "missing": judging.missing(jury),
        "juror": is_juror(jury, request.user),
        "manages": manages,
        "may_decide": manages and request.user.has_perm(MAY_DECIDE),
        "members": [name_of(user) for user in jury.members.all()],
        "jury_form": JuryForm(initial={"members": jury.members.all()}),
    }
    return TemplateResponse(request, "participation/admin/call.html", context)


def category_of(page: CallPage, rank) -> str:
    return page.category_names.get(rank.application.category, "")


def application(request, pk: int):
    """One application. A POST by a member of the jury gives points or says that there is a conflict of interest."""
    row = get_object_or_404(Application.objects.select_related("form"), pk=pk)
    form, page, jury = seen_call(request, row.form_id)
    juror = is_juror(jury, request.user)
    own = row.verdicts.filter(juror=request.user).first()
    points = points_form(request, page, own) if juror and jury.state == Jury.State.SCORING and not page.is_open else None
    if request.method == "POST" and give(request, row, page=page, points=points):
        return redirect("calls:application", pk)
    manages = may_manage(request.user, form)
    context = {
        "row": row,
        "call": form,
        "page": page,
        "jury": jury,
        "category": page.category_names.get(row.category, ""),
        "answers": answers_of(row, page),
        "points": points,
        "own": own,
        "verdicts": [shown_verdict(one, page) for one in judging.visible_verdicts(row, request.user)],
        "decision": DecisionForm(initial={"won": row.state == Application.State.WON, "prize": row.prize}),
        "may_decide": manages and request.user.has_perm(MAY_DECIDE) and jury.state == Jury.State.CLOSED,
        "may_erase": manages and request.user.has_perm(MAY_DECIDE),
        "shows_contact": manages,
    }
    return TemplateResponse(
        request, "participation/admin/application.html", context, status=422 if points and points.errors else 200
    )


def points_form(request, page: CallPage, own) -> PointsForm:
    initial = {**own.points, "comment": own.comment} if own else {}
    return PointsForm(request.POST if "points" in request.POST else None, criteria=criteria_of(page), initial=initial)


def give(request, row: Application, *, page: CallPage, points: PointsForm | None) -> bool:
    """Whether it was taken; else the page shows why not."""
    try:
        if "conflict" in request.POST:
            judging.declare_conflict(row, juror=request.user)
        elif points is None:
            raise JudgingError(_("Points cannot be given now."))
        elif not points.is_valid():
            return False
        else:
            comment = points.cleaned_data["comment"]
            judging.give_points(row, juror=request.user, points=points.points(), comment=comment, page=page)
    except JudgingError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Saved. The others see it when the points are closed."))
    return True


def shown_verdict(verdict, page: CallPage) -> dict:
    points = [(one.name, verdict.points.get(one.id, 0), one.most) for one in criteria_of(page)]
    return {"verdict": verdict, "name": name_of(verdict.juror), "points": points}


def answers_of(row: Application, page: CallPage) -> list[dict]:
    """Questions in the office's language with what was answered; files with their row."""
    files = {file.question: file for file in row.files.all()}
    found = []
    for block in page.questions:
        value = row.answers.get(block.id, "")
        if block.block_type in ("single", "multiple"):
            names = dict(options(block.value))
            value = ", ".join(names.get(key, "–") for key in ([value] if isinstance(value, str) else value) if key)
        found.append({"question": block.value["question"], "value": value, "file": files.get(block.id)})
    return found


def file(request, pk: int):
    """Always as a download: nothing that strangers send opens in the admin."""
    found = get_object_or_404(ApplicationFile.objects.select_related("application"), pk=pk)
    seen_call(request, found.application.form_id)
    answer = FileResponse(found.file.open("rb"), as_attachment=True, filename=found.name)
    answer["Cache-Control"] = "private, no-store"
    answer["X-Content-Type-Options"] = "nosniff"
    return answer

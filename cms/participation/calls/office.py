"""Calls in the admin: applications and decisions for the office, points for the members of a jury."""

from django import forms
from django.contrib.auth import get_user_model
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.log_actions import log

from cms.core.spreadsheets import KINDS, table_response

from ..models import Application, ApplicationFile, CallPage, Form, Jury
from ..receiving import source_page
from ..rights import readable_forms
from . import judging
from .applying import erase
from .judging import JudgingError, criteria_of, is_juror, jury_of
from .public_forms import options

MAY_SEE = "participation.view_application"
MAY_DECIDE = "participation.change_application"


class JuryForm(forms.Form):
    members = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Members of the jury"),
        queryset=get_user_model().objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["members"]
        field.queryset = get_user_model().objects.filter(is_active=True).order_by("last_name", "username")
        field.label_from_instance = name_of


class PointsForm(forms.Form):
    """One number field for each criterion."""

    comment = forms.CharField(
        label=gettext_lazy("Comment"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("For the jury; seen by the others when the points are closed."),
    )

    def __init__(self, *args, criteria, **kwargs):
        super().__init__(*args, **kwargs)
        self.criteria = criteria
        for one in criteria:
            label = f"{one.name} (0–{one.most})" + (f" × {one.weight}" if one.weight > 1 else "")
            self.fields[one.id] = forms.IntegerField(label=label, min_value=0, max_value=one.most)
        self.fields["comment"] = self.fields.pop("comment")

    def points(self) -> dict[str, int]:
        return {one.id: self.cleaned_data[one.id] for one in self.criteria}


class DecisionForm(forms.Form):
    won = forms.BooleanField(label=gettext_lazy("Chosen"), required=False)
    prize = forms.CharField(label=gettext_lazy("Prize"), required=False, max_length=80)


def name_of(user) -> str:
    return user.get_full_name() or user.get_username()


def seen_call(request, pk: int) -> tuple[Form, CallPage, Jury]:
    """A call for the office or for a member of its jury. Raises PermissionDenied and Http404."""
    form = get_object_or_404(Form, pk=pk, kind=Form.Kind.CALL)
    jury = jury_of(form)
    if not may_manage(request.user, form) and not is_juror(jury, request.user):
        raise PermissionDenied
    page = CallPage.objects.filter(translation_key=form.key).order_by("pk").first()
    if page is None:
        raise Http404
    return form, source_page(page), jury


def may_manage(user, form: Form) -> bool:
    return user.has_perm(MAY_SEE) and (user.is_superuser or readable_forms(user).filter(pk=form.pk).exists())


def managed_call(request, pk: int) -> tuple[Form, CallPage, Jury]:
    """For whoever decides. Raises PermissionDenied and Http404."""
    found = seen_call(request, pk)
    if not may_manage(request.user, found[0]) or not request.user.has_perm(MAY_DECIDE):
        raise PermissionDenied
    return found


def mine(user) -> list[Form]:
    """Calls that this person manages or judges."""
    calls = Form.objects.filter(kind=Form.Kind.CALL)
    managed = set(readable_forms(user).filter(kind=Form.Kind.CALL)) if user.has_perm(MAY_SEE) else set()
    return sorted(managed | set(calls.filter(jury__members=user)), key=lambda form: form.title)


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


@require_POST
def set_jury(request, pk: int):
    _form, _page, jury = managed_call(request, pk)
    form = JuryForm(request.POST)
    if form.is_valid():
        members = form.cleaned_data["members"]
        return deed(request, pk, lambda: judging.set_members(jury, members, user=request.user), _("The jury is saved."))
    messages.error(request, _("Choose the members from the list."))
    return redirect("calls:call", pk)


@require_POST
def close(request, pk: int):
    _form, page, jury = managed_call(request, pk)
    return deed(request, pk, lambda: judging.close(jury, page=page, user=request.user), _("The points are closed."))


@require_POST
def reopen(request, pk: int):
    jury = managed_call(request, pk)[2]
    return deed(request, pk, lambda: judging.reopen(jury, user=request.user), _("Points can be given again."))


@require_POST
def tell(request, pk: int):
    _form, page, jury = managed_call(request, pk)
    try:
        count = judging.tell_everybody(jury, page=page, user=request.user)
    except JudgingError as error:
        messages.error(request, str(error))
    else:
        text = ngettext("%(count)s person is told by e-mail.", "%(count)s people are told by e-mail.", count)
        messages.success(request, text % {"count": count})
    return redirect("calls:call", pk)


def deed(request, pk: int, function, done: str):
    try:
        function()
    except JudgingError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, done)
    return redirect("calls:call", pk)


@require_POST
def decide(request, pk: int):
    row = get_object_or_404(Application.objects.select_related("form"), pk=pk)
    managed_call(request, row.form_id)
    form = DecisionForm(request.POST)
    if form.is_valid():
        try:
            judging.decide(row, **form.cleaned_data, user=request.user)
        except JudgingError as error:
            messages.error(request, str(error))
        else:
            messages.success(request, _("The decision is saved. Nobody has been told yet."))
    return redirect("calls:call", row.form_id)


@require_POST
def erase_application(request, pk: int):
    row = get_object_or_404(Application.objects.select_related("form"), pk=pk)
    form, _page, _jury = managed_call(request, row.form_id)
    erase(row, by="office", user=request.user)
    messages.success(request, _("The application is erased with all its files."))
    return redirect("calls:call", form.pk)


def export(request, pk: int, kind: str):
    """Everything the office knows; points only when they are closed. Saving it is written to the log."""
    form, page, jury = seen_call(request, pk)
    if kind not in KINDS:
        raise Http404
    if not may_manage(request.user, form):
        raise PermissionDenied
    closed = jury.state != Jury.State.SCORING
    ranks = judging.ranking(page)
    log(instance=form, action="participation.export", user=request.user, data={"kind": kind, "rows": len(ranks)})
    heads = [
        _("Number"),
        pgettext("ranking", "Place"),
        _("Share of points"),
        _("State"),
        _("Prize"),
        _("Category"),
        _("Who"),
        _("Title"),
        _("Text"),
    ]
    heads += [_("Sender"), _("E-mail"), _("Phone"), _("Language"), _("May be named")]
    heads += [block.value["question"] for block in page.questions]
    rows = (export_row(rank, page, closed=closed) for rank in ranks)
    name = f"{page.slug}-{timezone.localdate():%Y-%m-%d}"
    return table_response(heads, rows, kind=kind, name=name, title=page.title)


def export_row(rank, page: CallPage, *, closed: bool) -> list:
    row = rank.application
    place = [rank.place or "", rank.percent] if closed else ["", ""]
    answers = [one["file"].name if one["file"] else one["value"] for one in answers_of(row, page)]
    about = [row.get_state_display(), row.prize, page.category_names.get(row.category, ""), row.who, row.title, row.text]
    sender = [row.name, row.email, row.phone, row.get_language_display(), _("yes") if row.naming_id else _("no")]
    return [row.number, *place, *about, *sender, *answers]

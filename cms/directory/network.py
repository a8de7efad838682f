"""The network directory in the admin: everybody the office knows, internal entries included. Read only, its own permission.

Meant for guides and multipliers too: they see numbers without being able to change anything. And the way of tables in and out.
"""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import include, path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.auth import permission_required
from wagtail.log_actions import log

from cms.core.spreadsheets import KINDS as FILE_KINDS
from cms.core.spreadsheets import table_response
from cms.core.tables import Unreadable

from . import checking
from .exchange import taking, writing
from .exchange.columns import columns
from .finding import Directory, Wish
from .models import EntryImport

VIEW, EXCHANGE = "directory.view_network", "directory.import_entries"
State = EntryImport.State


@permission_required(VIEW)
def network(request):
    directory, wish = Directory(internal=True), Wish.of(request.GET)
    shown = directory.page(wish, number=request.GET.get("p", 1))
    for entry in shown.object_list:
        entry.edit_url = ""
        if request.user.has_perm(f"directory.change_{entry._meta.model_name}"):
            entry.edit_url = checking.admin_address(entry)
    context = {
        "directory": directory,
        "wish": wish,
        "shown": shown,
        "needs": directory.needs,
        "may_exchange": request.user.has_perm(EXCHANGE),
        "silent": checking.silent() if request.user.has_perm(EXCHANGE) else [],
    }
    return render(request, "directory/admin/network.html", context)


class UploadForm(forms.Form):
    kind = forms.ChoiceField(label=gettext_lazy("What is in it"), choices=EntryImport.Kind.choices, widget=forms.RadioSelect)
    file = forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy("CSV or Excel (xlsx), headings in the first row. Nothing is changed yet."),
        widget=forms.FileInput(attrs={"accept": ".csv,.txt,.xlsx"}),
    )


class MappingForm(forms.Form):
    """Which column is what."""

    def __init__(self, *args, row: EntryImport, **kwargs):
        super().__init__(*args, **kwargs)
        choices = [("", "–"), *((str(place), head[:60] or str(place + 1)) for place, head in enumerate(row.columns))]
        for column in columns(row.kind):
            start = row.mapping.get(column.field)
            self.fields[column.field] = forms.ChoiceField(
                label=column.label, choices=choices, required=column.field == "name", initial="" if start is None else str(start)
            )

    def mapping(self) -> dict[str, int]:
        return {field: int(place) for field, place in self.cleaned_data.items() if place != ""}


@permission_required(EXCHANGE)
def exchange(request):
    form = UploadForm(request.POST or None, request.FILES or None, initial={"kind": "organisations"})
    if request.method == "POST" and form.is_valid():
        try:
            row = taking.upload(form.cleaned_data["file"], kind=form.cleaned_data["kind"], user=request.user)
        except Unreadable as error:
            form.add_error("file", str(error))
        else:
            return redirect("network:import", row.pk)
    context = {"form": form, "imports": EntryImport.objects.select_related("created_by")[:20], "kinds": EntryImport.Kind.choices}
    return render(request, "directory/admin/exchange.html", context)


@permission_required(EXCHANGE)
def import_entries(request, pk: int):
    row = get_object_or_404(EntryImport, pk=pk)
    form = MappingForm(request.POST if "check" in request.POST else None, row=row)
    if request.method == "POST" and "take" in request.POST:
        row = taking.take_over(row, user=request.user)
        if row.state == State.DONE:
            messages.success(request, _("The file has been taken over."))
        return redirect("network:import", row.pk)
    if form.is_bound and form.is_valid() and row.state != State.DONE:
        taking.check(row, mapping=form.mapping())
        return redirect("network:import", row.pk)
    labels = dict(taking.Outcome.choices)
    report = [(number, name, outcome, labels[outcome], reason) for number, name, outcome, reason in row.report]
    counts = [(label, sum(1 for line in row.report if line[2] == value)) for value, label in taking.Outcome.choices]
    context = {
        "row": row,
        "form": form,
        "report": report,
        "counts": [(label, count) for label, count in counts if count],
        "changes": any(line[2] in (taking.Outcome.NEW, taking.Outcome.CHANGED) for line in row.report),
        "sample": [cells for _number, cells in row.rows[:4]],
    }
    return render(request, "directory/admin/import.html", context)


@permission_required(EXCHANGE)
def export(request, kind: str, ending: str):
    if kind not in writing.KINDS or ending not in FILE_KINDS:
        raise Http404
    if request.method != "POST":
        raise PermissionDenied  # a table of addresses leaves only when somebody presses the button
    heads, rows = writing.table(kind)
    log(request.user, "directory.export", data={"kind": kind})
    name = {"organisations": "organisationen", "people": "personen"}[kind]
    return table_response(heads, rows, kind=ending, name=name, title=str(EntryImport.Kind(kind).label))


def admin_urls():
    patterns = [
        path("", network, name="index"),
        path("exchange/", exchange, name="exchange"),
        path("exchange/<int:pk>/", import_entries, name="import"),
        path("export/<slug:kind>.<slug:ending>", export, name="export"),
    ]
    return [path("network/", include((patterns, "network"), namespace="network"))]

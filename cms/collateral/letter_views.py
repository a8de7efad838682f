"""Letter runs in the admin: upload, check, order, download, delete. Whoever may edit the letter may do all of it."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.log_actions import log

from cms.core.spreadsheets import table_response
from cms.core.translations import language_name
from cms.renditions.errors import RenditionError
from cms.renditions.models import PrinterProfile

from . import letters
from .models import LetterPage, LetterRun
from .recipients import UnreadableFile

SHOWN = 200  # rows with errors or notes on the page; the file of errors holds all


class UploadForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("File with recipients (CSV)"),
        help_text=gettext_lazy(
            "First line: Vorname; Nachname; Straße; PLZ; Ort. Further columns may be Anrede, Titel, Firma, Land, Sprache."
        ),
    )


class OrderForm(forms.Form):
    duplex = forms.BooleanField(label=gettext_lazy("Print on both sides"), required=False, initial=True)
    printer_profile = forms.ModelChoiceField(
        PrinterProfile.objects.all(),
        required=False,
        label=gettext_lazy("Printer profile"),
        empty_label=gettext_lazy("Office printer, as it is"),
    )


def source_letter(request, page_id: int) -> LetterPage:
    page = get_object_or_404(LetterPage, pk=page_id).source
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    return page


def run_of(request, page_id: int, run_id: int) -> LetterRun:
    return get_object_or_404(LetterRun, pk=run_id, letter=source_letter(request, page_id))


def letter_runs(request, page_id: int):
    """All runs of a letter; a POST uploads a new file."""
    page = source_letter(request, page_id)
    form = UploadForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            run = letters.upload(page, file.read(), file_name=file.name, user=request.user)
        except UnreadableFile as error:
            form.add_error("file", str(error))
        else:
            return redirect("letters:run", page.pk, run.pk)
    context = {"page": page, "form": form, "runs": page.runs.all(), "languages": list(letters.letters_by_language(page))}
    return render(request, "collateral/admin/letter_runs.html", context, status=422 if form.errors else 200)


def letter_run(request, page_id: int, run_id: int):
    """What was checked: letters and pages per language, rows that need a hand; then the order."""
    run = run_of(request, page_id, run_id)
    rows = letters.recipients_of(run)
    context = {
        "page": run.letter,
        "run": run,
        "rows": rows,
        "bad": [one for one in rows if one.errors][:SHOWN],
        "noted": [one for one in rows if one.notes and not one.errors][:SHOWN],
        "bad_count": sum(bool(one.errors) for one in rows),
        "good_count": sum(not one.errors for one in rows),
        "form": OrderForm(initial={"duplex": run.duplex, "printer_profile": run.printer_profile_id}),
        "at_work": run.state in (LetterRun.State.QUEUED, LetterRun.State.RENDERING),
    }
    return render(request, "collateral/admin/letter_run.html", context | counts(run))


def counts(run: LetterRun) -> dict:
    """Letters, pages of the longest letter and sheets of paper per language; or why they cannot be counted."""
    try:
        pages = letters.page_counts(run)
    except (RenditionError, ValueError) as error:
        return {"problem": str(error)}
    table = []
    for code, number in letters.languages_of(run).items():
        sheets = -(-pages[code] // 2) if run.duplex else pages[code]
        table.append({"language": language_name(code), "letters": number, "pages": pages[code], "sheets": number * sheets})
    return {"table": table, "sheets": sum(row["sheets"] for row in table)}


@require_POST
def make_run(request, page_id: int, run_id: int):
    run = run_of(request, page_id, run_id)
    form = OrderForm(request.POST)
    if form.is_valid():
        letters.request_run(run, user=request.user, **form.cleaned_data)
        messages.success(request, _("The letters are being made. This page shows when they are ready."))
    return redirect("letters:run", page_id, run_id)


def download(request, page_id: int, run_id: int):
    run = run_of(request, page_id, run_id)
    if run.state != LetterRun.State.READY or not run.file.storage.exists(run.file.name):
        raise Http404
    log(instance=run.letter, action="collateral.letter_download", user=request.user, data={"run": run.pk})
    name = run.file.name.rpartition("/")[2]
    response = FileResponse(
        run.file.storage.open(run.file.name), as_attachment=True, filename=name, content_type="application/pdf"
    )
    response["Cache-Control"] = "private, no-store"
    return response


def error_rows(request, page_id: int, run_id: int):
    """The rows that are not printed, with the reasons, to be mended in the spreadsheet and uploaded again."""
    run = run_of(request, page_id, run_id)
    bad = [one for one in letters.recipients_of(run) if one.errors]
    heads = list(dict.fromkeys(name for one in bad for name in one.values))
    rows = [[*(one.values.get(name, "") for name in heads), one.row, " ".join(one.errors)] for one in bad]
    return table_response([*heads, _("Row"), _("Errors")], rows, kind="csv", name="fehler", title=run.letter.title)


@require_POST
def delete(request, page_id: int, run_id: int):
    run = run_of(request, page_id, run_id)
    rows = len(run.recipients)
    letters.delete_run(run, user=request.user)
    text = ngettext("%(count)s recipient is deleted.", "%(count)s recipients are deleted.", rows) % {"count": rows}
    messages.success(request, text)
    return redirect(reverse("letters:runs", args=[page_id]))

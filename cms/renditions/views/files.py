"""One print file: its findings and pages, accepting warnings, releasing, downloading, making it again, deleting it."""

from django.http import FileResponse, Http404, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.models import Page

from .. import printing, releases
from ..costs import cost_lines
from ..errors import RenditionError
from ..models import PrintFile
from ..pdf import Purpose
from ..preflight.findings import Severity
from ..proofs import state_of, version_of
from ..raster import RasterError, page_pictures
from .findings import marks, shown_findings
from .public import file_response
from .rows import row, seen_file, visible_files


def print_file_page(request, pk: int):
    """What preflight found, on the pictures of the pages; release."""
    print_file = seen_file(request, pk)
    found = releases.findings_of(print_file)
    chosen = request.GET.get("severity", "")
    kept = [item for item in found if chosen not in Severity or item.severity == chosen]
    findings = shown_findings(print_file, kept)
    pages, trouble = pictures_of(print_file)
    on_pages = marks(findings, pages)
    context = {
        "file": print_file,
        "row": row(print_file),
        "page": print_file.page,
        "findings": findings,
        "counts": releases.counts(print_file),
        "all": len(found),
        "chosen": chosen if chosen in Severity else "",
        "open_warnings": {item.key for item in releases.open_warnings(print_file)},
        "pages": [{"number": number, "marks": on_pages.get(number, []), **page} for number, page in enumerate(pages, start=1)],
        "trouble": trouble,
        "costs": cost_lines(user=request.user, print_file=print_file),
        "may_release": releases.allowed(print_file, request.user),
        "obstacles": releases.obstacles(print_file) if print_file.state == PrintFile.State.READY else [],
        "proof_state": state_of(print_file) if print_file.purpose == Purpose.PROOF else None,
        "others": other_versions(print_file, request.user),
    }
    return render(request, "renditions/print_file.html", context)


def pictures_of(print_file: PrintFile) -> tuple[list[dict], str]:
    """Sizes of the page pictures, and why there are none."""
    if not print_file.is_finished:
        return [], ""
    try:
        return page_pictures(print_file.file)[1], ""
    except (RasterError, OSError, ValueError) as error:
        return [], str(error)


def other_versions(print_file: PrintFile, user) -> list[dict]:
    """Files of the same piece that this one can be compared with, newest first."""
    family = Page.objects.filter(translation_key=print_file.page.translation_key)
    found = visible_files(user).filter(
        page__in=family, sheet=print_file.sheet, purpose=print_file.purpose, state__in=printing.FINISHED, arrangement=""
    )
    others = found.exclude(pk=print_file.pk)[:12]
    return [{"file": item, "version": version_of(item)} for item in others if not item.file.name.endswith(".png")]


@cache_control(private=True, max_age=3600)
def picture(request, pk: int, number: int, size: str = ""):
    """The picture of a page; `size` small for lists."""
    print_file = seen_file(request, pk, state__in=printing.FINISHED)
    try:
        folder, pages = page_pictures(print_file.file)
    except (RasterError, OSError, ValueError):
        raise Http404 from None
    if not 1 <= number <= len(pages):
        raise Http404
    path = folder / (f"{number}-small.jpg" if size == "small" else f"{number}.jpg")
    return FileResponse(path.open("rb"), content_type="image/jpeg")


def download(request, pk: int):
    """Any finished file, drafts too, for people who may edit the page."""
    print_file = seen_file(request, pk, state__in=printing.FINISHED)
    return file_response(print_file.file, inline=request.GET.get("inline") == "1")


@require_POST
def accept(request, pk: int):
    """Tick warnings as looked at."""
    print_file = seen_file(request, pk)
    try:
        count = releases.accept(print_file, request.POST.getlist("key"), user=request.user)
    except RenditionError as error:
        messages.error(request, str(error))
    else:
        text = ngettext("%(count)s warning accepted.", "%(count)s warnings accepted.", count)
        messages.success(request, text % {"count": count})
    return HttpResponseRedirect(reverse("renditions:file", args=[pk]))


@require_POST
def release(request, pk: int):
    print_file = seen_file(request, pk)
    try:
        releases.release(print_file, user=request.user)
    except RenditionError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Released for print. The file and its text are kept as they are."))
    return HttpResponseRedirect(reverse("renditions:file", args=[pk]))


@require_POST
def make_again(request, pk: int):
    """Another file with today's content, printed the same way."""
    print_file = seen_file(request, pk)
    try:
        printing.request_again(print_file, user=request.user)
    except RenditionError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("The file is being made. It appears here when it is ready."))
    return back(request, print_file)


@require_POST
def delete(request, pk: int):
    print_file = seen_file(request, pk)
    try:
        printing.delete(print_file, user=request.user)
    except RenditionError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("The file is deleted."))
    return back(request, print_file)


def back(request, print_file: PrintFile) -> HttpResponseRedirect:
    """To where the button stood, else to the print page of the page."""
    wanted = request.POST.get("next", "")
    if url_has_allowed_host_and_scheme(wanted, allowed_hosts={request.get_host()}):
        return HttpResponseRedirect(wanted)
    return HttpResponseRedirect(reverse("renditions:page", args=[print_file.page_id]))

"""Print files in the admin (list, ask for one, follow it, download) and the public download of published PDFs."""

from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.models import Page

from .models import PrintFile
from .pdf import Purpose
from .printing import FINISHED, ready_file, request_print
from .render import RenditionError

SHOWN = 8  # newest print files of a page
PROBLEMS = {
    "pages-not-multiple-of-four": gettext_lazy(
        "The number of pages is not a multiple of four: a folded paper would have empty pages."
    )
}


def public_pdf(request, page_id: int, name: str):
    """The newest PDF for readers of a published page. Its address never changes; drafts are never served."""
    page = get_object_or_404(Page.objects.live().select_related("locale"), pk=page_id).specific
    if any(not restriction.accept_request(request) for restriction in page.get_view_restrictions()):
        raise Http404
    print_file = ready_file(page, purpose=Purpose.SCREEN)
    if print_file is None:
        raise Http404
    return pdf_response(print_file, inline=True)


def pdf_response(print_file: PrintFile, *, inline: bool) -> FileResponse:
    try:
        stream = print_file.file.open("rb")
    except (FileNotFoundError, ValueError):
        raise Http404 from None
    name = print_file.file.name.rpartition("/")[2]
    return FileResponse(stream, as_attachment=not inline, filename=name, content_type="application/pdf")


def editable_page(request, page_id: int) -> Page:
    page = get_object_or_404(Page, pk=page_id).specific
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    if not hasattr(page, "products") or not page.products():
        raise Http404
    return page


def page_print_files(request, page_id: int):
    """What a page has been printed as, and buttons for more."""
    page = editable_page(request, page_id)
    return render(
        request,
        "renditions/print_files.html",
        {
            "page": page,
            "products": page.products(),
            "purposes": PrintFile.PurposeChoice.choices[:2],
            "print_files": describe(page),
            "at_work": any(item["at_work"] for item in describe(page)),
            "state_url": reverse("renditions:state", args=[page.pk]),
        },
    )


def page_print_state(request, page_id: int):
    """The same as JSON, for the page that follows the progress."""
    return JsonResponse({"files": describe(editable_page(request, page_id))})


@require_POST
def start_print(request, page_id: int):
    page = editable_page(request, page_id)
    source = PrintFile.Source.DRAFT if request.POST.get("source") == "draft" or not page.live else PrintFile.Source.LIVE
    try:
        purpose = Purpose(request.POST.get("purpose", ""))
        request_print(page, product=request.POST.get("product") or None, purpose=purpose, user=request.user, source=source)
    except (RenditionError, ValueError) as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("The PDF is being made. It appears here when it is ready."))
    return HttpResponseRedirect(reverse("renditions:page", args=[page.pk]))


def download(request, pk: int):
    """Any finished file, drafts too, for people who may edit the page."""
    print_file = get_object_or_404(PrintFile, pk=pk, state__in=FINISHED)
    editable_page(request, print_file.page_id)
    return pdf_response(print_file, inline=request.GET.get("inline") == "1")


def all_print_files(request):
    """The newest print files of all pages this person may edit."""
    from wagtail.permissions import page_permission_policy

    pages = page_permission_policy.instances_user_has_permission_for(request.user, "change")
    found = PrintFile.objects.filter(page__in=pages).select_related("page", "page__locale", "locale", "created_by")[:100]
    return render(request, "renditions/all_print_files.html", {"rows": [(item.page, row(item)) for item in found]})


def describe(page: Page) -> list[dict]:
    found = PrintFile.objects.filter(page_id=page.pk).select_related("created_by", "revision", "page", "page__locale")
    return [row(item) for item in found[:SHOWN]]


def row(item: PrintFile) -> dict:
    """One print file as the admin shows it; also the JSON."""
    ready = item.state in FINISHED
    return {
        "pk": item.pk,
        "purpose": item.get_purpose_display(),
        "purpose_key": item.purpose,
        "product_key": item.product,
        "source": item.get_source_display(),
        "source_key": item.source,
        "state": item.state,
        "state_text": item.get_state_display(),
        "at_work": item.is_at_work,
        "reason": item.reason_text,
        "size": _size(item) if ready else "",
        "problems": [str(PROBLEMS[code]) for code in item.problems if code in PROBLEMS],
        "when": date_format(localtime(item.finished_at or item.requested_at), "SHORT_DATETIME_FORMAT"),
        "who": item.created_by.get_full_name() or item.created_by.get_username() if item.created_by else "",
        "download": reverse("renditions:download", args=[item.pk]) if ready else "",
    }


def _size(item: PrintFile) -> str:
    pages = ngettext("%(count)s page", "%(count)s pages", item.page_count) % {"count": item.page_count}
    return f"{pages}, {max(item.size / 1_000_000, 0.1):.1f} MB"

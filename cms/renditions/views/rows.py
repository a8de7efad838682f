"""Print files as the lists of the print desk show them, and who may see which."""

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy, ngettext
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from ..drawings import drawing, format_name
from ..models import PrintFile
from ..newspapers import sheet_of
from ..releases import counts, open_warnings

PROBLEMS = {
    "pages-not-multiple-of-four": gettext_lazy(
        "The number of pages is not a multiple of four: a folded paper would have empty pages."
    ),
    "too-many-pages": gettext_lazy(
        "The articles need more pages than the edition may have. The flatplan says which are too long."
    ),
}


def editable_page(request, page_id: int) -> Page:
    """A printable page this person may edit. Raises PermissionDenied and Http404."""
    page = get_object_or_404(Page, pk=page_id).specific
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    if not hasattr(page, "products") or not page.products():
        raise Http404
    return page


def seen_file(request, pk: int, **filters) -> PrintFile:
    """A print file of a page this person may edit. Raises PermissionDenied and Http404."""
    print_file = get_object_or_404(PrintFile.objects.select_related("page__locale", "printer_profile"), pk=pk, **filters)
    editable_page(request, print_file.page_id)
    return print_file


def visible_files(user) -> QuerySet[PrintFile]:
    """Print files of all pages this person may edit."""
    pages = page_permission_policy.instances_user_has_permission_for(user, "change")
    found = PrintFile.objects.filter(page__in=pages)
    return found.select_related("page__locale", "locale", "created_by", "printer_profile")


def row(item: PrintFile) -> dict:
    """One print file, ready to be shown."""
    finished = item.is_finished
    number = counts(item)
    return {
        "item": item,
        "pk": item.pk,
        "address": reverse("renditions:file", args=[item.pk]),
        "format": format_label(item),
        "drawing": format_drawing(item),
        "product": product_label(item),
        "state": item.state,
        "at_work": item.is_at_work,
        "finished": finished,
        "size": size_of(item) if finished else "",
        "problems": [str(PROBLEMS[code]) for code in item.problems if code in PROBLEMS],
        "errors": number["error"],
        "warnings": len(open_warnings(item)),
        "when": item.released_at or item.finished_at or item.requested_at,
        "who": item.created_by.get_full_name() or item.created_by.get_username() if item.created_by else "",
    }


def product_label(item: PrintFile) -> str:
    """What the page calls this product; its key if the page does not offer it any more."""
    page = item.page.specific
    found = page.product_named(item.product) if hasattr(page, "product_named") else None
    if found is None:
        return item.product
    design = next((design.label for design in found.designs if design.key == item.design), "")
    return f"{found.label} · {design}" if design and len(found.designs) > 1 else str(found.label)


def format_label(item: PrintFile) -> str:
    try:
        return format_name(sheet_of(item.sheet))
    except KeyError:  # a newspaper that is gone
        return item.sheet


def format_drawing(item: PrintFile) -> str:
    try:
        return drawing(sheet_of(item.sheet))
    except KeyError:
        return ""


def size_of(item: PrintFile) -> str:
    pages = ngettext("%(count)s page", "%(count)s pages", item.page_count) % {"count": item.page_count}
    return f"{pages}, {number_format(max(item.size / 1_000_000, 0.1), decimal_pos=1)} MB"

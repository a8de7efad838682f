"""“Print as …”: what a page has been printed as, and the form for more."""

from django.core.paginator import Paginator
from django.db.models import Q
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin import messages
from wagtail.models import Page

from ..errors import RenditionError
from ..forms import PrintAsForm
from ..models import PrintFile
from ..print_as import orders_of, place
from .rows import editable_page, row, visible_files

SHOWN = 24  # newest print files of a page


def page_print_files(request, page_id: int):
    """The print page of a page; a POST orders what was ticked."""
    page = editable_page(request, page_id)
    form = PrintAsForm(request.POST or None, page=page, user=request.user)
    if request.method == "POST" and form.is_valid():
        try:
            return ordered(request, page, form)
        except RenditionError as error:
            form.add_error(None, str(error))
    files = family_files(page)
    context = {
        "page": page,
        "form": form,
        "rows": [row(item) for item in files],
        "at_work": any(item.is_at_work for item in files),
        "rows_url": reverse("renditions:rows", args=[page.pk]),
    }
    return render(request, "renditions/print_files.html", context, status=422 if form.errors else 200)


def ordered(request, page: Page, form: PrintAsForm) -> HttpResponse:
    """Queue what the valid form asks for, and say so. Raises RenditionError."""
    choice = form.cleaned_data
    orders = orders_of(
        choice["languages"], pieces=choice["all_pieces"], purposes=choice["purposes"], profile=choice["printer_profile"]
    )
    files, package = place(orders, user=request.user, source=choice["source"], package=choice["package"])
    text = ngettext(
        "%(count)s file is being made. It appears below when it is ready.",
        "%(count)s files are being made. They appear below when they are ready.",
        len(files),
    ) % {"count": len(files)}
    buttons = []
    if package:
        buttons = [messages.button(reverse("renditions:package", args=[package.pk]), _("Open the package"))]
    messages.success(request, text, buttons=buttons)
    return HttpResponseRedirect(reverse("renditions:page", args=[page.pk]) + "#print-list")


def family_files(page: Page) -> list[PrintFile]:
    """The newest print files of a page and its translations."""
    family = Page.objects.filter(translation_key=page.translation_key)
    found = PrintFile.objects.filter(Q(page_id=page.pk) | Q(page__in=family))
    return list(found.select_related("page__locale", "locale", "created_by", "printer_profile")[:SHOWN])


def page_rows(request, page_id: int) -> HttpResponse:
    """The list alone, for the script that follows the progress."""
    page = editable_page(request, page_id)
    context = {"page": page, "rows": [row(item) for item in family_files(page)]}
    return HttpResponse(render_to_string("renditions/print_file_rows.html", context, request=request))


def all_print_files(request):
    """The print files of all pages this person may edit, newest first."""
    found = visible_files(request.user)
    state, purpose, words = (request.GET.get(name, "").strip() for name in ("state", "purpose", "q"))
    if state in PrintFile.State.values:
        found = found.filter(state=state)
    if purpose in PrintFile.PurposeChoice.values:
        found = found.filter(purpose=purpose)
    if words:
        found = found.filter(page__title__icontains=words)
    pages = Paginator(found, per_page=40)
    shown = pages.get_page(request.GET.get("p"))
    context = {
        "rows": [row(item) for item in shown],
        "items": shown,
        "elided_page_range": pages.get_elided_page_range(shown.number),
        "states": PrintFile.State.choices,
        "purposes": PrintFile.PurposeChoice.choices,
        "chosen": {"state": state, "purpose": purpose, "q": words},
    }
    return render(request, "renditions/all_print_files.html", context)

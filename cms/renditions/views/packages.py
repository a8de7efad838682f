"""Packages for print shops: list, the order sheet's form, packing, download."""

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.log_actions import log

from .. import packages
from ..costs import cost_lines
from ..errors import RenditionError
from ..forms import ItemFormSet, PackageForm
from ..models import Package, PrintFile
from ..pdf import Purpose
from ..print_as import add_to_package, new_package
from .public import file_response
from .rows import row, seen_file, visible_files

PERMISSION = "renditions.change_package"


def seen_package(request, pk: int) -> Package:
    """A package, for people who may edit all of its pages. Raises PermissionDenied and Http404."""
    if not request.user.has_perm(PERMISSION):
        raise PermissionDenied
    package = get_object_or_404(Package, pk=pk)
    for item in package.items.select_related("print_file__page"):
        if not item.print_file.page.permissions_for_user(request.user).can_edit():
            raise PermissionDenied
    return package


def all_packages(request):
    if not request.user.has_perm(PERMISSION):
        raise PermissionDenied
    pages = Paginator(Package.objects.prefetch_related("items__print_file__locale"), per_page=40)
    shown = pages.get_page(request.GET.get("p"))
    context = {"packages": shown, "items": shown, "elided_page_range": pages.get_elided_page_range(shown.number)}
    return render(request, "renditions/packages.html", context)


def package_page(request, pk: int):
    """The order: what, how many, on which paper, to whom. A POST saves it, and packs if that button was pressed."""
    package = seen_package(request, pk)
    changeable = packages.may_change(package)
    form = PackageForm(request.POST or None, instance=package)
    items = ItemFormSet(request.POST or None, instance=package, queryset=packages.items_of(package))
    if request.method == "POST" and changeable and form.is_valid() and items.is_valid():
        save(request, package, form=form, items=items)
        if "pack" in request.POST:
            start_packing(request, package)
        return HttpResponseRedirect(reverse("renditions:package", args=[pk]))
    if request.method == "POST":
        package.refresh_from_db()
        messages.error(request, _("The order could not be saved. Look at the marked fields."))
    context = {
        "package": package,
        "form": form,
        "items": items,
        "rows": [(item, row(item.instance.print_file)) for item in items],
        "changeable": changeable,
        "costs": cost_lines(user=request.user, package=package),
        "missing": packages.missing(package),
        "addable": [row(item) for item in addable(package, request.user)] if changeable else [],
    }
    return render(request, "renditions/package.html", context)


def save(request, package: Package, *, form, items) -> None:
    """Anything that changed makes an earlier zip untrue."""
    if form.has_changed() or items.has_changed():
        form.save()
        items.save()
        log(instance=package, action="wagtail.edit", user=request.user, content_changed=True)
        packages.reopen(package, user=request.user)
    messages.success(request, _("The order is saved."))


def start_packing(request, package: Package) -> None:
    try:
        packages.request_packing(package, user=request.user)
    except RenditionError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("It is being packed. Reload this page in a moment."))


def addable(package: Package, user) -> list[PrintFile]:
    """Finished press files that are not in this package yet, newest first."""
    found = visible_files(user).filter(
        purpose=Purpose.PRESS.value, state__in=[PrintFile.State.READY, PrintFile.State.RELEASED], arrangement=""
    )
    return list(found.exclude(package_items__package=package)[:30])


@require_POST
def add_package(request):
    """A new package, with the files that were ticked."""
    if not request.user.has_perm("renditions.add_package"):
        raise PermissionDenied
    title = request.POST.get("title", "").strip()
    if not title:
        messages.error(request, _("Give the package a title."))
        return HttpResponseRedirect(reverse("renditions:packages"))
    files = [seen_file(request, int(pk), purpose=Purpose.PRESS.value) for pk in request.POST.getlist("file") if pk.isdigit()]
    package = new_package(title, files=files, user=request.user)
    log(instance=package, action="wagtail.create", user=request.user)
    return HttpResponseRedirect(reverse("renditions:package", args=[package.pk]))


@require_POST
def add_files(request, pk: int):
    package = seen_package(request, pk)
    if not packages.may_change(package):
        messages.error(request, _("This package cannot be changed any more."))
    else:
        for number in request.POST.getlist("file"):
            if number.isdigit():
                add_to_package(package, seen_file(request, int(number), purpose=Purpose.PRESS.value))
        packages.reopen(package, user=request.user)
    return HttpResponseRedirect(reverse("renditions:package", args=[pk]))


@require_POST
def order(request, pk: int):
    return deed(request, pk, packages.mark_ordered, _("The package is marked as ordered and is kept as it is."))


@require_POST
def delete(request, pk: int):
    answer = deed(request, pk, packages.delete, _("The package is deleted."))
    if Package.objects.filter(pk=pk).exists():
        return answer
    return HttpResponseRedirect(reverse("renditions:packages"))


def deed(request, pk: int, function, done: str) -> HttpResponseRedirect:
    package = seen_package(request, pk)
    try:
        function(package, user=request.user)
    except RenditionError as error:
        messages.error(request, str(error))
    else:
        messages.success(request, done)
    return HttpResponseRedirect(reverse("renditions:package", args=[pk]))


def download(request, pk: int):
    package = seen_package(request, pk)
    if not package.file:
        raise Http404
    return file_response(package.file, inline=False)

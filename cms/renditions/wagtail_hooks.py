"""The print desk in the admin: menu “Print”, addresses, buttons on pages, log entries, and what keeps released files."""

from django.shortcuts import redirect
from django.urls import include, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem
from wagtail.admin.widgets import Button
from wagtail.log_actions import LogFormatter
from wagtail.models import Page

from . import preview
from .models import Package, PrintFile
from .preflight.panel import page_checks
from .views import desk, files, packages, proofs, viewsets

VIEWSETS = [viewsets.ReadyMadeAdViewSet(), viewsets.PrinterProfileViewSet(), viewsets.NewspaperViewSet()]


@hooks.register("register_admin_urls")
def register_admin_urls():
    patterns = [
        path("preview/<str:key>/<int:number>.jpg", preview.page_picture, name="preview"),
        path("", desk.all_print_files, name="all"),
        path("page/<int:page_id>/", desk.page_print_files, name="page"),
        path("page/<int:page_id>/rows/", desk.page_rows, name="rows"),
        path("page/<int:page_id>/checks/", page_checks, name="checks"),
        path("<int:pk>/", files.print_file_page, name="file"),
        path("<int:pk>/page-<int:number>.jpg", files.picture, name="picture"),
        path("<int:pk>/page-<int:number>-<str:size>.jpg", files.picture, name="picture"),
        path("<int:pk>/download/", files.download, name="download"),
        path("<int:pk>/accept/", files.accept, name="accept"),
        path("<int:pk>/release/", files.release, name="release"),
        path("<int:pk>/again/", files.make_again, name="again"),
        path("<int:pk>/delete/", files.delete, name="delete"),
        path("<int:pk>/proof/", proofs.proof, name="proof"),
        path("<int:pk>/compare/<int:other>/", proofs.compare, name="compare"),
        path("ready-made/<int:pk>/download/", viewsets.ad_download, name="download_ad"),
        path("ready-made/<int:pk>/page.jpg", viewsets.ad_picture, name="ad_picture"),
        path("packages/", packages.all_packages, name="packages"),
        path("packages/add/", packages.add_package, name="add_package"),
        path("packages/<int:pk>/", packages.package_page, name="package"),
        path("packages/<int:pk>/files/", packages.add_files, name="add_files"),
        path("packages/<int:pk>/order/", packages.order, name="order_package"),
        path("packages/<int:pk>/delete/", packages.delete, name="delete_package"),
        path("packages/<int:pk>/download/", packages.download, name="download_package"),
    ]
    return [path("print/", include((patterns, "renditions"), namespace="renditions"))]


@hooks.register("register_admin_viewset")
def register_viewsets():
    return VIEWSETS


class PermittedItem(MenuItem):
    """Shown to people who have one of these permissions."""

    def __init__(self, *args, permission: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.permission = permission

    def is_shown(self, request):
        return request.user.has_perm(self.permission)


@hooks.register("register_admin_menu_item")
def register_menu():
    items = [
        MenuItem(gettext_lazy("Print files"), reverse("renditions:all"), icon_name="doc-full", order=10),
        PermittedItem(
            gettext_lazy("Packages"),
            reverse("renditions:packages"),
            icon_name="folder-inverse",
            order=20,
            permission=packages.PERMISSION,
        ),
        *(viewset.get_menu_item(order=30 + number) for number, viewset in enumerate(VIEWSETS)),
    ]
    return SubmenuMenuItem(
        gettext_lazy("Print"),
        Menu(register_hook_name="register_print_menu_item", items=items),
        name="print",
        icon_name="doc-full",
        order=350,
    )


def _button(page, user) -> list[Button]:
    products = getattr(page.specific, "products", None)
    if not products or not products() or not page.permissions_for_user(user).can_edit():
        return []
    return [Button(gettext_lazy("Print as …"), reverse("renditions:page", args=[page.pk]), icon_name="doc-full", priority=45)]


@hooks.register("register_page_header_buttons")
def header_button(page, user, view_name, next_url=None):
    yield from _button(page, user)


@hooks.register("register_page_listing_more_buttons")
def listing_button(page, user, next_url=None):
    yield from _button(page, user)


# what is released for print is kept


def released_below(pages) -> PrintFile | None:
    """A released print file of these pages, of pages below them, or of what their deletion takes along."""
    for page in pages:
        family = Page.objects.filter(translation_key=page.translation_key)
        for member in family:
            found = PrintFile.objects.filter(
                page__in=member.get_descendants(inclusive=True), state=PrintFile.State.RELEASED
            ).select_related("page")
            if found:
                return found[0]
    return None


def refusal(print_file: PrintFile) -> str:
    text = _(
        "“%(page)s” has a PDF that was released for print. It is kept with its text: unpublish the page instead of deleting it."
    )
    return text % {"page": print_file.page.title}


@hooks.register("before_delete_page")
def keep_printed_page(request, page):
    found = released_below([page])
    if found is None:
        return None
    messages.error(request, refusal(found))
    return redirect("wagtailadmin_explore", page.get_parent().pk)


@hooks.register("before_bulk_action")
def keep_printed_pages(request, action_type, objects, action):
    if action_type != "delete":
        return None
    pages = [item for item in objects if isinstance(item, Page)]
    found = released_below(pages)
    if found is None:
        return None
    messages.error(request, refusal(found))
    return redirect("wagtailadmin_explore", pages[0].get_parent().pk)


@hooks.register("register_log_actions")
def register_log_actions(actions):
    actions.register_action("renditions.delete_print_file", gettext_lazy("Delete print file"), gettext_lazy("Print file deleted"))
    actions.register_action(
        "renditions.accept_warning", gettext_lazy("Accept warning"), gettext_lazy("Preflight warning accepted")
    )
    actions.register_action("renditions.ready_made", gettext_lazy("Check advertisement"), gettext_lazy("Advertisement checked"))

    @actions.register_action("renditions.print_file")
    class PrintFileFormatter(LogFormatter):
        label = gettext_lazy("Print file")

        def format_message(self, log_entry):
            data = log_entry.data or {}
            purpose = dict(PrintFile.PurposeChoice.choices).get(data.get("purpose"), "")
            state = dict(PrintFile.State.choices).get(data.get("to"), "")
            return _("PDF %(purpose)s: %(state)s") % {"purpose": purpose, "state": state}

    @actions.register_action("renditions.package")
    class PackageFormatter(LogFormatter):
        label = gettext_lazy("Package")

        def format_message(self, log_entry):
            state = dict(Package.State.choices).get((log_entry.data or {}).get("to"), "")
            return _("Package: %(state)s") % {"state": state}

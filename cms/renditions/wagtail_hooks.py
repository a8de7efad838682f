"""Print files in the admin: menu entry, buttons on pages, log entries."""

from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.widgets import Button
from wagtail.log_actions import LogFormatter

from . import views
from .models import PrintFile


@hooks.register("register_admin_urls")
def register_admin_urls():
    patterns = [
        path("", views.all_print_files, name="all"),
        path("page/<int:page_id>/", views.page_print_files, name="page"),
        path("page/<int:page_id>/state.json", views.page_print_state, name="state"),
        path("page/<int:page_id>/start/", views.start_print, name="start"),
        path("<int:pk>/download/", views.download, name="download"),
    ]
    return [path("print/", include((patterns, "renditions"), namespace="renditions"))]


@hooks.register("register_admin_menu_item")
def register_menu_item():
    return MenuItem(_("Print files"), reverse("renditions:all"), icon_name="doc-full", order=350)


def _button(page, user) -> list[Button]:
    products = getattr(page.specific, "products", None)
    if not products or not products() or not page.permissions_for_user(user).can_edit():
        return []
    return [Button(_("Print files"), reverse("renditions:page", args=[page.pk]), icon_name="doc-full", priority=45)]


@hooks.register("register_page_header_buttons")
def header_button(page, user, view_name, next_url=None):
    yield from _button(page, user)


@hooks.register("register_page_listing_more_buttons")
def listing_button(page, user, next_url=None):
    yield from _button(page, user)


@hooks.register("register_log_actions")
def register_log_actions(actions):
    @actions.register_action("renditions.print_file")
    class PrintFileFormatter(LogFormatter):
        label = _("Print file")

        def format_message(self, log_entry):
            data = log_entry.data or {}
            purpose = dict(PrintFile.PurposeChoice.choices).get(data.get("purpose"), "")
            state = dict(PrintFile.State.choices).get(data.get("to"), "")
            return _("PDF %(purpose)s: %(state)s") % {"purpose": purpose, "state": state}

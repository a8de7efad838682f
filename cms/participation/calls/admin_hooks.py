"""Calls in Wagtail's admin: addresses, menu, log entries. Read by the room's wagtail_hooks.py."""

from django.contrib.auth.models import Permission
from django.urls import include, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogFormatter

from .office import deeds, export, views
from .office.rights import MAY_SEE


@hooks.register("register_admin_urls")
def call_urls():
    patterns = [
        path("", views.all_calls, name="all"),
        path("<int:pk>/", views.call, name="call"),
        path("<int:pk>/jury/", deeds.set_jury, name="jury"),
        path("<int:pk>/close/", deeds.close, name="close"),
        path("<int:pk>/reopen/", deeds.reopen, name="reopen"),
        path("<int:pk>/tell/", deeds.tell, name="tell"),
        path("<int:pk>/export.<str:kind>", export.export, name="export"),
        path("application/<int:pk>/", views.application, name="application"),
        path("application/<int:pk>/decide/", deeds.decide, name="decide"),
        path("application/<int:pk>/erase/", deeds.erase_application, name="erase"),
        path("file/<int:pk>/", views.file, name="file"),
    ]
    return [path("calls/", include((patterns, "calls"), namespace="calls"))]


class CallsItem(MenuItem):
    """For the office, and for members of a jury while there is something to judge."""

    def is_shown(self, request):
        return request.user.has_perm(MAY_SEE) or request.user.juries.exists()


@hooks.register("register_admin_menu_item")
def calls_menu():
    label = pgettext_lazy("participation", "Calls and prizes")
    return CallsItem(label, reverse("calls:all"), name="calls", icon_name="pick", order=345)


@hooks.register("register_permissions")
def call_permissions():
    return Permission.objects.filter(content_type__app_label="participation", content_type__model="application")


@hooks.register("register_log_actions")
def call_log_actions(actions):
    words = {
        "received": gettext_lazy("Application %(number)s received"),
        "changed": gettext_lazy("Application %(number)s changed by its sender"),
        "erased": gettext_lazy("Application %(number)s erased"),
        "not-named": gettext_lazy("Application %(number)s: not to be named any more"),
        "points": gettext_lazy("Points for application %(number)s"),
        "conflict": gettext_lazy("Conflict of interest with application %(number)s"),
        "decision": gettext_lazy("Decision about application %(number)s"),
        "members": gettext_lazy("Members of the jury changed"),
        "state": gettext_lazy("State of the jury changed"),
    }

    class CallFormatter(LogFormatter):
        def format_message(self, log_entry):
            text = words.get(log_entry.data.get("deed"))
            return str(text) % {"number": log_entry.data.get("number", "")} if text else _("Call")

    for name, label in (
        ("participation.application", gettext_lazy("Application")),
        ("participation.jury", gettext_lazy("Jury")),
    ):
        actions.register_action(name)(type("Formatter", (CallFormatter,), {"label": label}))

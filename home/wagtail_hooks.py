"""Reports in the admin's menu, their panel on the dashboard, and their line in the audit log."""

from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.log_actions import LogFormatter

from .reports.dashboard import DueSoon
from .reports.review import REMINDED
from .reports.views import CadenceReport, PublicationAudit, ReviewReport

REPORTS = {"publication-audit": PublicationAudit, "content-review": ReviewReport, "rhythm": CadenceReport}


@hooks.register("register_admin_urls")
def urls():
    found = []
    for address, view in REPORTS.items():
        found += [
            path(f"reports/{address}/", view.as_view(), name=view.index_url_name),
            path(f"reports/{address}/results/", view.as_view(results_only=True), name=view.index_results_url_name),
        ]
    return found


def report_item(view, *, order: int):
    return lambda: MenuItem(view.page_title, reverse(view.index_url_name), icon_name=view.header_icon, order=order)


for position, view in enumerate(REPORTS.values()):
    hooks.register("register_reports_menu_item", report_item(view, order=10 + position))


@hooks.register("construct_homepage_panels", order=110)  # after the editors' desk has chosen its own
def due_soon(request, panels):
    panels.append(DueSoon(request))


@hooks.register("register_log_actions")
def log_actions(actions):
    @actions.register_action(REMINDED)
    class Reminded(LogFormatter):
        label = _("Reminded of the review")

        def format_message(self, log_entry):
            return _("A mail went out: due for review")

"""The budget's menu, addresses, dashboard panel, permissions, log entries, and the guard of its documents."""

from typing import Any

from django.contrib.auth.models import Permission
from django.urls import include, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.log_actions import LogFormatter

from cms.core.lamps import Lamp

from . import views
from .figures import figures_of
from .models import Budget, Item, Voucher
from .vault import PERMISSION, guard
from .wording import budget_warnings, item_warning

hooks.register("before_serve_document", guard)


@hooks.register("register_admin_urls")
def register_admin_urls():
    patterns = [
        path("", views.start, name="start"),
        path("add/", views.add_year, name="add_year"),
        path("<int:number>/", views.year, name="year"),
        path("<int:number>/edit/", views.edit_year, name="edit_year"),
        path("<int:number>/close/", views.close, name="close"),
        path("<int:number>/reopen/", views.reopen, name="reopen"),
        path("<int:number>/export.<str:kind>", views.export, name="export"),
        path("items/add/", views.add_item, name="add_item"),
        path("items/<int:pk>/", views.item, name="item"),
        path("items/<int:pk>/edit/", views.edit_item, name="edit_item"),
        path("items/<int:pk>/remove/", views.remove_item, name="remove_item"),
        path("vouchers/<int:pk>/document/", views.voucher_document, name="document"),
        path("vouchers/<int:pk>/<str:deed>/", views.voucher_deed, name="voucher_deed"),
    ]
    return [path("budget/", include((patterns, "budget"), namespace="budget"))]


class BudgetItem(MenuItem):
    def is_shown(self, request):
        return request.user.has_perm(PERMISSION)


@hooks.register("register_admin_menu_item")
def register_menu():
    return BudgetItem(gettext_lazy("Budget"), reverse("budget:start"), name="budget", icon_name="table", order=360)


@hooks.register("register_permissions")
def register_permissions():
    return Permission.objects.filter(content_type__app_label="budget", content_type__model__in=["budget", "item"])


class OverspendPanel(Component):
    """On the first page, only while something is too dear."""

    name = "budget_warnings"
    order = 40
    template_name = "budget/panel.html"

    def __init__(self, request):
        self.request = request

    def get_context_data(self, parent_context) -> dict[str, Any]:
        budget = None
        if self.request.user.has_perm(PERMISSION):
            budget = Budget.objects.filter(year=timezone.localdate().year, state=Budget.State.OPEN).first()
        if budget is None:
            return {"warnings": [], "items": []}
        figures = figures_of(budget)
        items = [{"item": one.item, "warning": item_warning(one)} for one in figures.dear_items]
        return {"budget": budget, "warnings": budget_warnings(figures), "items": items, "lamp": Lamp.NO}


@hooks.register("construct_homepage_panels", order=110)  # after the editions, which sort out Wagtail's own
def overspend_panel(request, panels):
    panels.append(OverspendPanel(request))


@hooks.register("register_log_actions")
def register_log_actions(actions):
    @actions.register_action("budget.source")
    class SourceFormatter(LogFormatter):
        label = gettext_lazy("Source of money changed")

        def format_message(self, log_entry):
            return _("Source “%(name)s”: %(amount)s €") % {
                "name": log_entry.data.get("name", ""),
                "amount": log_entry.data.get("amount", ""),
            }

    @actions.register_action("budget.item")
    class ItemFormatter(LogFormatter):
        label = gettext_lazy("Budget item changed")

        def format_message(self, log_entry):
            state = dict(Item.State.choices).get(log_entry.data.get("state"), "")
            return _("%(state)s, planned %(amount)s €") % {"state": state, "amount": log_entry.data.get("planned", "")}

    @actions.register_action("budget.voucher")
    class VoucherFormatter(LogFormatter):
        label = gettext_lazy("Voucher")

        def format_message(self, log_entry):
            data = log_entry.data
            kind = dict(Voucher.Kind.choices).get(data.get("kind"), "")
            text = f"{kind} {data.get('number', '')}: {data.get('amount', '')} €"
            return _("%(voucher)s removed") % {"voucher": text} if data.get("deed") == "removed" else text

    @actions.register_action("budget.year")
    class YearFormatter(LogFormatter):
        label = gettext_lazy("Budget year")

        def format_message(self, log_entry):
            closed = log_entry.data.get("to") == "closed"
            return _("Year closed") if closed else _("Year opened again")

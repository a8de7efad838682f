"""What every page of the office shares: permission, title, way back."""

from django.contrib.auth.mixins import PermissionRequiredMixin
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.generic import View
from django.views.generic.base import ContextMixin, TemplateResponseMixin
from wagtail.admin.views import generic
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin


class OfficePage(PermissionRequiredMixin, WagtailAdminTemplateMixin, TemplateResponseMixin, ContextMixin, View):
    """A page in the admin. Subclasses set `permission_required`, `template_name`, `page_title` and `trail`."""

    header_icon = "mail"
    trail: list[tuple[str, str]] = []  # (url name, label) between home and here

    def handle_no_permission(self):
        raise PermissionDenied

    def get_breadcrumbs_items(self):
        steps = [{"url": reverse(name), "label": label} for name, label in self.trail]
        return [*self.breadcrumbs_items, *steps, {"url": "", "label": self.get_page_title()}]

    def get(self, request, *args, **kwargs):
        return self.render_to_response(self.get_context_data(**kwargs))


class OfficeIndex(generic.IndexView):
    """A list whose rows lead to our own pages; new rows come from elsewhere, and nothing is deleted in bulk."""

    header_buttons = []

    def get_add_url(self):
        return None

    def get_list_more_buttons(self, instance):
        return []


MAILINGS = ("mailings:index", _("Mailings"))
SUBSCRIBERS = ("subscribers:index", _("Subscribers"))
BLOCKED = ("suppressions:index", _("Blocked addresses"))

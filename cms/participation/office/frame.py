"""What every page of this office shares: permission, title, way back."""

from django.contrib.auth.mixins import PermissionRequiredMixin
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.views.generic import View
from django.views.generic.base import ContextMixin, TemplateResponseMixin
from wagtail.admin.menu import MenuItem
from wagtail.admin.views import generic
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.permission_policies import ModelPermissionPolicy

from ..rights import MAY_READ, MAY_SET_READERS


class OfficePage(PermissionRequiredMixin, WagtailAdminTemplateMixin, TemplateResponseMixin, ContextMixin, View):
    """A page in the admin. Subclasses set `template_name`, `page_title` and `trail`."""

    permission_required = MAY_READ
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
    """A list whose rows lead to our own pages; new rows come from the public, and nothing is deleted in bulk."""

    header_buttons = []

    def get_add_url(self):
        return None

    def get_list_more_buttons(self, instance):
        return []


class InboxRights(ModelPermissionPolicy):
    """One permission for all that people send: to read it. What else may be done is asked page by page."""

    def user_has_any_permission(self, user, actions):
        return user.has_perm(MAY_READ)

    def user_has_permission(self, user, action):
        return user.has_perm(MAY_READ)


class ReaderRights(ModelPermissionPolicy):
    """Whoever may change groups says which group reads which form; nobody gives that right to themselves."""

    def user_has_permission(self, user, action):
        return action in ("change", "view") and user.has_perm(MAY_SET_READERS)

    def user_has_any_permission(self, user, actions):
        return any(self.user_has_permission(user, action) for action in actions)


class ReadersItem(MenuItem):
    """Shown to whoever may read answers."""

    def is_shown(self, request):
        return request.user.has_perm(MAY_READ)

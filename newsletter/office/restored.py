"""The question after a backup was restored: has somebody looked at the mailings? Until then nothing is sent."""

from django.contrib import messages
from django.shortcuts import redirect
from django.urls import path, reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.menu import MenuItem

from .. import guard
from ..models import Mailing
from .frame import MAILINGS, OfficePage

State = Mailing.State
UNFINISHED = [State.SCHEDULED, State.COUNTDOWN, State.SENDING, State.WAITING, State.PAUSED]


class RestoredData(OfficePage):
    permission_required = ("newsletter.change_mailing", "newsletter.send_mailing")
    template_name = "newsletter/admin/restored.html"
    header_icon = "warning"
    trail = [MAILINGS]

    def get_page_title(self):
        return _("Restored data")

    def get_context_data(self, **kwargs):
        unfinished = Mailing.objects.filter(state__in=UNFINISHED).order_by("-started_at")
        return super().get_context_data(trouble=guard.trouble(), unfinished=unfinished, **kwargs)

    def post(self, request):
        if guard.trouble():
            guard.confirm(user=request.user)
            messages.success(request, _("Confirmed. Mailings that were running stay paused until you go on with them."))
        return redirect("mailings:index")


class RestoredItem(MenuItem):
    """In the menu only while the question is open."""

    def is_shown(self, request) -> bool:
        return request.user.has_perms(RestoredData.permission_required) and bool(guard.trouble())


ITEM = RestoredItem(
    gettext_lazy("Restored data"), reverse_lazy("newsletter_restored"), name="restored", icon_name="warning", order=1
)
URLS = [path("newsletter/restored/", RestoredData.as_view(), name="newsletter_restored")]

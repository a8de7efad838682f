"""The admin's first page names mails that did not arrive: somebody may be waiting for one."""

from typing import Any

from wagtail import hooks
from wagtail.admin.ui.components import Component

from cms.core.lamps import Lamp

from .models import Notice

MOST = 8


class Undelivered(Component):
    """Until their words are blanked, two weeks after. Only for people who may see residents' addresses."""

    name = "notices_undelivered"
    order = 45
    template_name = "notices/admin/undelivered.html"

    def __init__(self, request):
        self.request = request

    def get_context_data(self, parent_context) -> dict[str, Any]:
        if not self.request.user.has_perm("notices.view_notice"):
            return {"notices": []}
        failed = Notice.objects.filter(state=Notice.State.FAILED).exclude(address="").order_by("-settled_at")
        return {"notices": failed[:MOST], "lamp": Lamp.NO}


@hooks.register("construct_homepage_panels")
def undelivered_panel(request, panels):
    panels.append(Undelivered(request))

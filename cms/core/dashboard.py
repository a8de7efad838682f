"""The dashboard's panel about the council itself: shown until nothing is missing."""

from typing import Any

from django.urls import reverse
from wagtail.admin.ui.components import Component
from wagtail.models import Site

from . import checks
from .completeness import blanks
from .lamps import Lamp
from .models import CouncilSettings


class SetupGaps(Component):
    name = "setup_gaps"
    order = 5
    template_name = "core/admin/setup_gaps.html"

    def __init__(self, request):
        self.request = request

    def get_context_data(self, parent_context) -> dict[str, Any]:
        user, site = self.request.user, Site.find_for_request(self.request)
        gaps = blanks(CouncilSettings.for_site(site)) if site and user.has_perm("core.change_councilsettings") else []
        address = reverse("wagtailsettings:edit", args=["core", "councilsettings", site.pk]) if gaps else ""
        troubles = checks.check_worker(None) if user.is_superuser else []
        return {"gaps": gaps, "address": address, "troubles": troubles, "no": Lamp.NO, "old": Lamp.OLD}

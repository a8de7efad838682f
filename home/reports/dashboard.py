"""The dashboard's panel about dates that slip: papers whose next edition is due, content to be looked at again."""

from typing import Any

from django.utils import timezone
from wagtail.admin.ui.components import Component

from .cadence import cadences
from .review import due_items

MOST = 5


class DueSoon(Component):
    name = "due_soon"
    order = 20
    template_name = "home/admin/due_soon.html"

    def __init__(self, request):
        self.request = request

    def get_context_data(self, parent_context) -> dict[str, Any]:
        today, user = timezone.localdate(), self.request.user
        if not user.has_perms(["wagtailadmin.access_admin"]):
            return {}
        reviews = [due for due in due_items(until=today, today=today) if due.owner in (None, user) or user.is_superuser]
        return {
            "papers": [cadence for cadence in cadences(today=today) if cadence.warns],
            "reviews": reviews[:MOST],
            "more": max(0, len(reviews) - MOST),
        }

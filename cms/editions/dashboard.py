"""The admin's first page: the current edition instead of a list of what Wagtail can do."""

from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.admin.ui.components import Component

from cms.core.context import html_lang
from cms.core.lamps import Lamp
from cms.core.medium import EDITORIAL_MEDIA

from .desk import Desk, current_edition
from .missing import gaps


class EditionDesk(Component):
    name = "edition_desk"
    order = 10
    template_name = "editions/admin/desk.html"

    def __init__(self, request):
        self.request = request

    def get_context_data(self, parent_context) -> dict[str, Any]:
        edition = current_edition()
        if edition is None:
            return {"edition": None}
        desk = Desk(edition)
        today = timezone.localdate()
        upcoming = desk.next_milestone(today=today)
        permissions = edition.permissions_for_user(self.request.user)
        return {
            "edition": edition,
            "milestones": desk.milestones(today=today),
            "next": upcoming[0] if upcoming else None,
            "days": upcoming[1] if upcoming else 0,
            "gaps": gaps(desk),
            "languages": [language_head(locale.language_code) for locale in desk.languages],
            "media": EDITORIAL_MEDIA,
            "rows": [matrix_row(row) for row in desk.rows()],
            "legend": list(Lamp),
            "ok": Lamp.OK,
            "can_add": permissions.can_add_subpage(),
            "can_copy": edition.get_parent().permissions_for_user(self.request.user).can_add_subpage(),
        }


def language_head(code: str) -> tuple[str, str, bool]:
    return dict(settings.LANGUAGES)[code], html_lang(code), translation.get_language_info(code)["bidi"]


def matrix_row(row) -> dict:
    """Cells as the template wants them: each with its words for screen readers and the page it stands for."""
    cells = [
        {
            "lamp": cell.lamp,
            "about": f"{cell.language}, {cell.medium}",
            "url": reverse("wagtailadmin_pages:edit", args=[cell.page_id]) if cell.page_id and cell.lamp is not Lamp.NA else "",
            "first": position % len(EDITORIAL_MEDIA) == 0,
        }
        for position, cell in enumerate(row.cells)
    ]
    return {"article": row.article, "cells": cells}

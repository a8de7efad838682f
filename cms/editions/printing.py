"""What the paper's print files say about an edition: seen from the editors' desk."""

import datetime

from django.apps import apps
from wagtail.models import Page


def printed_at(page: Page) -> datetime.datetime | None:
    """When the newest finished print file of this page was made."""
    try:
        PrintFile = apps.get_model("renditions", "PrintFile")
    except LookupError:
        return None
    newest = PrintFile.objects.filter(page_id=page.pk, state="ready").order_by("-created_at").first()
    return newest.created_at if newest else None

"""What the paper's print files say about an edition: seen from the editors' desk."""

import datetime
from collections.abc import Iterable

from wagtail.models import Page

from cms.renditions.models import PrintFile
from cms.renditions.printing import FINISHED


def printed_at(pages: Iterable[Page]) -> dict[int, datetime.datetime]:
    """Page id → when its newest finished print file was made. Pages without one are not in it."""
    ready = PrintFile.objects.filter(page_id__in=[page.pk for page in pages], state__in=FINISHED, source=PrintFile.Source.LIVE)
    return dict(ready.exclude(finished_at=None).order_by("finished_at").values_list("page_id", "finished_at"))


def failed_files(pages: Iterable[Page]) -> list[PrintFile]:
    """Print files whose last try failed and that no later one has replaced."""
    newest = {}
    for file in (
        PrintFile.objects.filter(page_id__in=[page.pk for page in pages]).order_by("requested_at", "pk").select_related("locale")
    ):
        newest[file.page_id, file.product, file.purpose, file.source] = file
    return [file for file in newest.values() if file.state == PrintFile.State.FAILED]

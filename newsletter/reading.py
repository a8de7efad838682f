"""Counts how often a mailed page is opened on the web. The links in mails are the same for everybody, so nobody is recognised.

A number below FEWEST is not shown: in a small group it could be somebody. Losing a count does no harm; waiting for one would.
"""

import datetime
import logging

from django.core.cache import cache
from django.db import DatabaseError, transaction
from django.db.models import F, Sum
from django.utils import timezone
from wagtail.models import Page

from .models import Mailing, MailingVersion, Reads

logger = logging.getLogger(__name__)

FEWEST = 5
DAYS = 60  # after a mailing has left, its page is counted this long
KNOWN_SECONDS = 60


def mailed_pages() -> set[str]:
    """Translation keys of the pages that were mailed lately."""
    known = cache.get("newsletter.mailed_pages")
    if known is None:
        since = timezone.now() - datetime.timedelta(days=DAYS)
        keys = Mailing.objects.filter(started_at__gt=since).exclude(page=None).values_list("page__translation_key", flat=True)
        known = {str(key) for key in keys.distinct()}
        cache.set("newsletter.mailed_pages", known, KNOWN_SECONDS)
    return known


def is_reader(request) -> bool:
    """Not the office, not a machine that fetches ahead."""
    purpose = request.headers.get("Sec-Purpose", request.headers.get("Purpose", ""))
    staff = getattr(request, "user", None)
    return request.method == "GET" and "prefetch" not in purpose and not (staff and staff.is_authenticated)


def count_page(page: Page, request) -> None:
    if is_reader(request) and str(page.translation_key) in mailed_pages():
        _count(page_id=page.pk)


def count_version(version: MailingVersion, request) -> None:
    if is_reader(request):
        _count(version_id=version.pk)


def _count(**what) -> None:
    day = timezone.localdate()
    try:
        with transaction.atomic():
            if not Reads.objects.filter(**what, day=day).update(number=F("number") + 1):
                Reads.objects.create(**what, day=day, number=1)
    except DatabaseError:
        logger.info("One reading was not counted")


def times_read(version: MailingVersion) -> int | None:
    """Since the mailing left; None if it is too few to be said."""
    mailing = version.mailing
    rows = Reads.objects.filter(version=version)
    if mailing.page:
        page = Page.objects.filter(translation_key=mailing.page.translation_key, locale__language_code=version.language)
        first = timezone.localdate(mailing.started_at) if mailing.started_at else timezone.localdate()
        rows = Reads.objects.filter(page__in=page, day__gte=first)
    number = rows.aggregate(all=Sum("number"))["all"] or 0
    return number if number >= FEWEST else None

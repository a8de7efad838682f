"""Content due for review: pages and documents whose day has come, and the mail that reminds who looks after them.

Whether somebody was reminded stands in the audit log, so that nobody is told twice about the same day.
"""

import datetime
from collections import defaultdict
from dataclasses import dataclass

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from wagtail.log_actions import log
from wagtail.models import ModelLogEntry, Page, PageLogEntry, Site, get_page_models
from wagtail.users.models import UserProfile

from cms.core.addresses import AddressError
from cms.core.lamps import Lamp
from cms.core.pages import BasePage
from cms.directory.models import LibraryDocument
from cms.notices.writing import notify, office_notify

AHEAD = datetime.timedelta(days=60)  # what the report shows beforehand
REMINDED = "home.review_reminder"


@dataclass(frozen=True)
class Due:
    """A page or a document; `owner` looks after it."""

    item: Page | LibraryDocument
    review_on: datetime.date
    today: datetime.date

    @property
    def lamp(self) -> Lamp:
        return Lamp.NO if self.review_on <= self.today else Lamp.WORK

    @property
    def is_due(self) -> bool:
        return self.review_on <= self.today

    @property
    def title(self) -> str:
        return str(self.item)

    @property
    def kind(self) -> str:
        model = self.item.specific_class if isinstance(self.item, Page) else None
        return str((model or self.item)._meta.verbose_name)

    @property
    def owner(self):
        return self.item.owner

    @property
    def owner_name(self) -> str:
        return (self.owner.get_full_name() or self.owner.get_username()) if self.owner else ""

    @property
    def changed(self) -> datetime.datetime | None:
        return self.item.last_published_at if isinstance(self.item, Page) else None

    @property
    def edit_url(self) -> str:
        if isinstance(self.item, Page):
            return reverse("wagtailadmin_pages:edit", args=[self.item.pk])
        return reverse(LibraryDocument.snippet_viewset.get_url_name("edit"), args=[self.item.pk])


def due_items(*, until: datetime.date, today: datetime.date | None = None) -> list[Due]:
    """Everything to be reviewed up to that day, the oldest first. Pages in the site's own language: the others follow it."""
    today = today or timezone.localdate()
    days = review_days(until)
    pages = Page.objects.filter(pk__in=days).select_related("owner", "content_type", "locale")
    documents = LibraryDocument.objects.filter(review_on__lte=until).select_related("owner")
    found = [Due(page, days[page.pk], today) for page in pages]
    found += [Due(document, document.review_on, today) for document in documents]
    return sorted(found, key=lambda due: (due.review_on, due.title))


def review_days(until: datetime.date) -> dict[int, datetime.date]:
    """Page id → day, of every page type in one query."""
    kinds = [model for model in get_page_models() if issubclass(model, BasePage)]
    own = {"live": True, "alias_of__isnull": True, "locale__language_code": settings.LANGUAGE_CODE, "review_on__lte": until}
    first, *others = [model.objects.order_by().filter(**own).values_list("pk", "review_on") for model in kinds]
    return dict(first.union(*others, all=True))


def remind_due() -> int:
    """A duty: one mail to each person with what is newly due; what nobody looks after goes to the office. Returns how many."""
    today = timezone.localdate()
    fresh = [due for due in due_items(until=today, today=today) if not was_reminded(due)]
    by_owner = defaultdict(list)
    for due in fresh:
        by_owner[due.owner if due.owner and due.owner.is_active and due.owner.email else None].append(due)
    return sum(remind(owner, items) for owner, items in by_owner.items())


def was_reminded(due: Due) -> bool:
    is_page = isinstance(due.item, Page)
    entries = PageLogEntry.objects.filter(page_id=due.item.pk) if is_page else ModelLogEntry.objects.for_instance(due.item)
    said = entries.filter(action=REMINDED).values_list("data", flat=True)
    return any(data.get("review_on") == due.review_on.isoformat() for data in said)


@transaction.atomic
def remind(owner, items: list[Due]) -> bool:
    """The mail and its traces, or neither; False if there is no address."""
    site = Site.objects.filter(is_default_site=True).first()
    context = {"items": items, "owner": owner, "report_url": reverse("review_report")}
    words = {"site": site, "context": context, "purpose": "home.review"}
    if owner is None:
        sent = office_notify("home/admin/review_mail", **words)
    else:
        try:
            sent = notify("home/admin/review_mail", to=owner.email, language=language_of(owner), **words)
        except AddressError:
            sent = office_notify("home/admin/review_mail", **words)
    if sent:
        for due in items:
            log(instance=due.item, action=REMINDED, data={"review_on": due.review_on.isoformat()})
    return bool(sent)


def language_of(user) -> str:
    profile = UserProfile.objects.filter(user=user).first()
    wanted = profile.preferred_language if profile else ""
    return wanted if wanted in dict(settings.LANGUAGES) else settings.LANGUAGE_CODE

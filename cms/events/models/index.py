"""EventIndexPage: the calendar of a council's site. How dates are found: calendar.py."""

import datetime

from django.db import models
from django.db.models import Max
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from cms.core.pages import BasePage
from cms.renditions.renderable import Product, Renderable
from cms.renditions.selection import MailItem, Show

from .. import printing
from ..calendar import calendar_view, start_of_today
from .pages import EventPage


class EventIndexPage(Renderable, BasePage):
    """All events: what is to come first, what was afterwards."""

    standfirst = models.TextField(_("standfirst"), blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("standfirst")]
    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = ["events.EventPage", "events.EventSeriesPage"]
    template = "events/event_index_page.html"

    class Meta:
        verbose_name = _("list of events")
        verbose_name_plural = _("lists of events")

    def events(self):
        """Live events below this page, in this language, with the moment `over` at which the last of their dates ends."""
        found = EventPage.objects.descendant_of(self).live().filter(alias_of__isnull=True)
        found = found.annotate(over=Max(Coalesce("dates__end", "dates__start")))
        return found.select_related("picture", "locale").prefetch_related("dates", "picture__renditions")

    def upcoming(self) -> list[EventPage]:
        events = self.events().filter(over__gte=start_of_today())  # a feast of three days also on its third
        return sorted(events, key=lambda event: (event.next_date.start, event.pk))

    def products(self) -> list[Product]:
        return printing.index_products()

    def print_objections(self, product: Product) -> list:
        return printing.index_objections(self)

    def printed_months(self) -> list[tuple[datetime.date, list[EventPage]]]:
        """(first day, events) of each month: every event once, at its next date, without what is cancelled."""
        found: dict[datetime.date, list[EventPage]] = {}
        held = [event for event in (self.upcoming() if self.path else []) if not event.next_date.is_cancelled]
        for event in held[: printing.MOST_ON_A_SHEET]:
            found.setdefault(event.next_date.local_start.date().replace(day=1), []).append(event)
        return list(found.items())

    def mail_items(self) -> list[MailItem]:
        """Events to come: of a whole week, or of as many as the office chooses."""
        return [
            MailItem(str(event.translation_key), event.title, Show.TEASER, page_id=event.pk)
            for event in (self.upcoming() if self.path else [])
        ]

    def content_context(self) -> dict:
        if not self.path:
            return {"upcoming": []}
        upcoming = self.upcoming()
        if self.mail_selection:
            by_key = {str(event.translation_key): event for event in upcoming}
            chosen = self.mail_selection.arrange(self.mail_items())
            upcoming = [by_key[item.key] for item, show in chosen if show != Show.OUT]
        return {"upcoming": upcoming}

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | {"calendar": calendar_view(self, query=request.GET)}

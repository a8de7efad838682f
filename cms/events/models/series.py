"""EventSeriesPage: several events under one name: a tour with stops, a week with days, a row of evenings."""

import datetime
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from cms.core.blocks import BodyBlock
from cms.core.calendar import CalendarEntry
from cms.core.pages import BasePage
from cms.renditions.renderable import Product, Renderable
from cms.renditions.selection import MailItem, Show

from .. import layouts, printing
from .dates import EventDate
from .pages import Colour, EventPage, organisations, picture_fields


@dataclass(frozen=True)
class Stop:
    """One date of one event of the series."""

    event: EventPage
    date: EventDate


class EventSeriesPage(Renderable, BasePage):
    """The events are pages below this one. They are typed once: here they are listed, printed and mailed together."""

    class Shape(models.TextChoices):
        TOUR = "tour", _("Tour: one stop after the other")
        WEEK = "week", _("Week: days with a programme")
        ROW = "row", _("Series: evenings, courses")

    shape = models.CharField(_("what it is"), max_length=6, choices=Shape.choices, default=Shape.TOUR)
    kicker = models.CharField(_("kicker"), max_length=60, blank=True)
    colour = models.CharField(_("colour"), max_length=8, choices=Colour.choices, default=Colour.PETROL)
    standfirst = models.TextField(_("standfirst"), blank=True, max_length=400)
    picture, picture_alt = picture_fields()
    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True)
    hosts = organisations(_("Host from the directory"))
    registration = models.TextField(_("registration"), blank=True, max_length=400, help_text=_("If it is the same everywhere."))
    partners = organisations(_("Partners"))

    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("shape"), FieldPanel("colour")]),
        FieldPanel("kicker"),
        FieldPanel("standfirst"),
        MultiFieldPanel([FieldPanel("picture"), FieldPanel("picture_alt")], heading=_("Picture")),
        FieldPanel("body"),
        FieldPanel("hosts"),
        FieldPanel("registration"),
        FieldPanel("partners"),
    ]
    search_fields = [
        *BasePage.search_fields,
        *(index.SearchField(name) for name in ("kicker", "standfirst", "body")),
        *(index.AutocompleteField(name) for name in ("kicker", "standfirst", "body")),
    ]
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        *(SynchronizedField(name) for name in ("picture", "shape", "colour")),
    ]
    parent_page_types = ["events.EventIndexPage", "home.HomePage", "home.StandardPage"]
    subpage_types = ["events.EventPage"]
    template = "events/event_series_page.html"

    class Meta:
        verbose_name = _("tour, week or series of events")
        verbose_name_plural = _("tours, weeks and series of events")

    def clean(self):
        super().clean()
        if self.picture and not self.picture_alt:
            raise ValidationError({"picture_alt": _("Describe the picture for people who cannot see it.")})

    @cached_property
    def stops(self) -> list[Stop]:
        """Every date of every live event of the series, in order of time."""
        if not self.path:
            return []
        events = EventPage.objects.child_of(self).live().filter(alias_of__isnull=True).select_related("locale", "picture")
        found = [Stop(event, date) for event in events.prefetch_related("dates") for date in event.all_dates]
        return sorted(found, key=lambda stop: (stop.date.start, stop.event.pk))

    @property
    def coming(self) -> list[Stop]:
        return [stop for stop in self.stops if not stop.date.is_over]

    @property
    def printed_stops(self) -> list[Stop]:
        """What stands on paper: without what has been cancelled, nobody needs to come."""
        return [stop for stop in self.stops if not stop.date.is_cancelled]

    def days(self, *, printed: bool = False) -> list[tuple[datetime.date, list[Stop]]]:
        found: dict[datetime.date, list[Stop]] = {}
        for stop in self.printed_stops if printed else self.stops:
            found.setdefault(stop.date.local_start.date(), []).append(stop)
        return list(found.items())

    @property
    def first_day(self) -> datetime.date | None:
        return self.printed_stops[0].date.local_start.date() if self.printed_stops else None

    @property
    def last_day(self) -> datetime.date | None:
        return max(stop.date.last_day for stop in self.printed_stops) if self.printed_stops else None

    @property
    def is_over(self) -> bool:
        return bool(self.stops) and not self.coming

    # What the folded programme asks a page for, see templates/collateral/leaflet.print.html.
    @property
    def programme_title(self) -> str:
        return self.title

    @property
    def programme_from(self) -> datetime.date | None:
        return self.first_day

    @property
    def programme_until(self) -> datetime.date | None:
        return self.last_day

    def programme(self) -> list[tuple[datetime.date, list[CalendarEntry]]]:
        from ..entries import entry_of  # speaks like templates do, which need the models

        return [(day, [entry_of(stop.date) for stop in stops]) for day, stops in self.days(printed=True)]

    flyer_plan = layouts.SERIES_FLYER

    def flyer_parts(self) -> list[str]:
        """The parts of a flyer for which there is something, see layouts/flyers.py."""
        content = {
            "about": self.standfirst,
            "body": self.body,
            "stops": self.printed_stops,
            "picture": self.picture,
            "part": self.registration or self.hosts,
            "partners": self.partners,
        }
        return [name for name, there in content.items() if there]

    def products(self) -> list[Product]:
        return printing.series_products(self)

    def print_objections(self, product: Product) -> list:
        return printing.series_objections(self)

    def mail_items(self) -> list[MailItem]:
        """The events of the series, each once."""
        events = {stop.event.pk: stop.event for stop in self.stops}
        return [MailItem(str(event.translation_key), event.title, Show.TEASER, page_id=event.pk) for event in events.values()]

    def reminder_dates(self) -> list:
        """Only its beginning: every event reminds of itself."""
        return [self.printed_stops[0].date.start] if self.printed_stops else []

    def content_context(self) -> dict:
        days = self.days()
        if self.mail_selection:
            shown = {item.key for item, show in self.mail_selection.arrange(self.mail_items()) if show != Show.OUT}
            days = [(day, [stop for stop in stops if str(stop.event.translation_key) in shown]) for day, stops in days]
        return {"event": self, "series": self, "days": [(day, stops) for day, stops in days if stops]}

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | self.content_context()

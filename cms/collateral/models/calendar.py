"""CalendarPage: the dates of a year or of an event week, as wall calendar, list and folded programme."""

import datetime

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.blocks import StructBlockValidationError
from wagtail.fields import StreamField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from cms.core import calendar as dates
from cms.core.blocks.base import NameBlock, choice
from cms.core.calendar import CalendarEntry, Kind
from cms.core.pages import BasePage
from cms.renditions.renderable import Design, Product, Renderable

from ..feasts import BY_KEY, FEASTS, FIRST_YEAR, LAST_YEAR, STATES, public_holidays

LONGEST_PROGRAMME = 31  # days that fit on a folded sheet at all


class FeastsField(models.JSONField):
    """Keys of feasts from the table, as boxes to tick."""

    def formfield(self, **kwargs):
        return forms.MultipleChoiceField(
            choices=[(feast.key, feast.name) for feast in FEASTS],
            widget=forms.CheckboxSelectMultiple(attrs={"class": "feasts"}),
            label=kwargs.get("label", self.verbose_name),
            help_text=self.help_text,
            required=False,
        )


class CalendarEntryBlock(blocks.StructBlock):
    date = blocks.DateBlock(label=_("Date"))
    end = blocks.DateBlock(label=_("Last day"), required=False, help_text=_("Only if it takes several days."))
    time = NameBlock(label=_("Time"), required=False, max_length=40, help_text=_("For example 18 Uhr or 9.30–10.15 Uhr"))
    title = blocks.CharBlock(label=_("Title"), max_length=120)
    kind = choice(_("Kind"), Kind.choices, Kind.CULTURE)
    place = blocks.CharBlock(label=_("Place"), required=False, max_length=120)
    text = blocks.TextBlock(
        label=_("Text"),
        required=False,
        rows=2,
        max_length=300,
        help_text=_("One sentence; shown in the programme, the list and on the web."),
    )

    class Meta:
        icon = "date"
        label = _("Date")

    def clean(self, value):
        cleaned = super().clean(value)
        if cleaned.get("end") and cleaned.get("date") and cleaned["end"] < cleaned["date"]:
            raise StructBlockValidationError(block_errors={"end": ValidationError(_("The last day lies before the first."))})
        return cleaned


class CalendarPage(Renderable, BasePage):
    """The year of a council, or a week full of events."""

    year = models.PositiveSmallIntegerField(
        _("year"),
        validators=[MinValueValidator(2020), MaxValueValidator(2100)],
        help_text=_("The wall calendar shows this year."),
    )
    standfirst = models.TextField(_("standfirst"), max_length=300, blank=True)
    entries = StreamField([("entry", CalendarEntryBlock())], verbose_name=_("dates"), blank=True)
    with_events = models.BooleanField(
        _("the events of this site too"),
        default=True,
        help_text=_("Events that belong into the overview of the year come by themselves; type here only what is no event."),
    )
    feasts = FeastsField(
        _("feast days"),
        default=list,
        blank=True,
        help_text=_("Their dates are known for %(first)d to %(last)d; type those of other years as dates.")
        % {"first": FIRST_YEAR, "last": LAST_YEAR},
    )
    state = models.CharField(
        _("public holidays of"),
        max_length=2,
        choices=STATES,
        blank=True,
        help_text=_("Without a state, no public holidays are shown."),
    )
    programme_title = models.CharField(
        _("name of the event week"),
        max_length=80,
        blank=True,
        help_text=_("The title of the folded programme, and one line in the calendar."),
    )
    programme_from = models.DateField(_("programme from"), null=True, blank=True)
    programme_until = models.DateField(
        _("programme until"), null=True, blank=True, help_text=_("Between these days there is a folded programme, day by day.")
    )

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("year"), FieldPanel("state")]), FieldPanel("standfirst")], heading=_("Calendar")
        ),
        FieldPanel("with_events"),
        FieldPanel("entries"),
        FieldPanel("feasts"),
        MultiFieldPanel(
            [FieldRowPanel([FieldPanel("programme_from"), FieldPanel("programme_until")])],
            heading=_("Programme of an event week"),
        ),
    ]
    search_fields = [
        *BasePage.search_fields,
        index.SearchField("standfirst"),
        index.SearchField("entries"),
        index.AutocompleteField("entries"),
    ]
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        *(SynchronizedField(name) for name in ("year", "feasts", "with_events", "state", "programme_from", "programme_until")),
    ]
    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types: list[str] = []
    template = "collateral/calendar_page.html"

    class Meta:
        verbose_name = _("calendar")
        verbose_name_plural = _("calendars")

    def clean(self):
        super().clean()
        first, last = self.programme_from, self.programme_until
        if first and not self.programme_title:
            raise ValidationError({"programme_title": _("The folded programme needs a title.")})
        if bool(first) != bool(last):
            raise ValidationError({"programme_until": _("A programme needs its first and its last day.")})
        if first and last and not 0 <= (last - first).days < LONGEST_PROGRAMME:
            raise ValidationError({"programme_until": _("A programme runs forwards and takes at most a month.")})

    def products(self) -> list[Product]:
        wall = (
            Design("months", _("Months"), "collateral/calendar_page.print.html"),
            Design("planner", _("Planner"), "collateral/calendar_planner.print.html"),
        )
        lists = (
            Design("list", _("List"), "collateral/calendar_list.print.html"),
            Design("columns", _("Two columns"), "collateral/calendar_columns.print.html"),
        )
        leaflet = (
            Design("days", _("Day by day"), "collateral/leaflet_days.print.html"),
            Design("cards", _("Coloured days"), "collateral/leaflet_cards.print.html"),
        )
        products = [
            Product.offer("wall", _("Wall calendar"), formats=("poster-a2", "poster-a3", "poster-a1"), designs=wall),
            Product.offer("list", _("List of dates"), formats=("poster-a4",), designs=lists),
        ]
        if self.programme_from and self.programme_until:
            formats = ("flyer-6-zigzag", "flyer-6-wrap", "flyer-8-parallel", "flyer-4-a5", "flyer-4-dl")
            products.append(Product.offer("leaflet", _("Folded programme"), formats=formats, designs=leaflet))
        return products

    @cached_property
    def own_entries(self) -> list[CalendarEntry]:
        """What editors typed, in order of time."""
        found = [
            CalendarEntry(
                start=block.value["date"],
                end=block.value.get("end"),
                time=block.value.get("time") or "",
                title=block.value["title"],
                kind=block.value["kind"],
                place=block.value.get("place") or "",
                text=block.value.get("text") or "",
                block=block.id or "",
            )
            for block in self.entries
        ]
        return sorted(found, key=lambda entry: (entry.start, entry.time.zfill(6)))

    def dates_between(self, first: datetime.date, last: datetime.date) -> list[CalendarEntry]:
        """What editors typed and the site's events, in order."""
        typed = [entry for entry in self.own_entries if entry.touches(first, last)]
        events = dates.entries(first, last, near=self, overview=True) if self.with_events and self.path else []
        return sorted([*typed, *events], key=lambda entry: (entry.start, entry.time.zfill(6)))

    def days_of_year(self, *, week: bool = False) -> list[CalendarEntry]:
        """Public holidays, feasts and own dates of the year, in order. `week`: the event week is one date instead of many."""
        holidays = [CalendarEntry(day, str(name), "holiday") for day, name in public_holidays(self.year, state=self.state)]
        feasts = [
            CalendarEntry(day, str(BY_KEY[key].name), "feast")
            for key in self.feasts or []
            if key in BY_KEY and (day := BY_KEY[key].day(self.year))
        ]
        first, last = datetime.date(self.year, 1, 1), datetime.date(self.year, 12, 31)
        own = self.dates_between(first, last)
        if week and self.programme_title and self.programme_from and self.programme_until:
            own = [entry for entry in own if not (self.programme_from <= entry.start <= entry.last <= self.programme_until)]
            own.append(CalendarEntry(self.programme_from, self.programme_title, Kind.CULTURE.value, end=self.programme_until))
        return sorted([*holidays, *feasts, *own], key=lambda entry: (entry.start, entry.own, entry.time.zfill(6)))

    def months(self) -> list[tuple[datetime.date, list[CalendarEntry]]]:
        """(first day, dates) of every month that has dates."""
        found: dict[datetime.date, list[CalendarEntry]] = {}
        for entry in self.days_of_year():
            found.setdefault(max(entry.start, datetime.date(self.year, 1, 1)).replace(day=1), []).append(entry)
        return sorted(found.items())

    def programme(self) -> list[tuple[datetime.date, list[CalendarEntry]]]:
        """(day, own dates) of the programme, each date on its first day within it."""
        first, last = self.programme_from, self.programme_until
        if not first or not last:
            return []
        found: dict[datetime.date, list[CalendarEntry]] = {}
        for entry in self.dates_between(first, last):
            found.setdefault(max(entry.start, first), []).append(entry)
        return sorted(found.items())

    def content_context(self) -> dict:
        return {"months": self.months()}

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | self.content_context()

"""EventPage: what, when, where, for whom, in which order. Lists of events: index.py; tours and weeks: series.py."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel, PageChooserPanel
from wagtail.fields import StreamField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from cms.core.blocks import BodyBlock
from cms.core.calendar import Kind, Topic
from cms.core.models import CouncilImage
from cms.core.pages import BasePage
from cms.directory.blocks import OrganisationChooserBlock
from cms.renditions.renderable import Product, Renderable

from .. import layouts, printing, tongues
from ..blocks import AccessBlock, ProgrammeItemBlock, TimesBlock
from ..programme import Item, items_of
from .dates import EventDate, dates_of, write_dates

SAME_EVERYWHERE = ("picture", "colour", "kind", "topic", "overview", "address", "district", "call_page")


class Colour(models.TextChoices):
    POPPY = "poppy", _("Poppy red")
    PETROL = "petrol", _("Petrol")
    PLUM = "plum", _("Plum")
    LEAF = "leaf", _("Leaf green")
    SKY = "sky", _("Sky blue")


def picture_fields() -> tuple[models.Field, models.Field]:
    """The picture of an event or a series, and what it shows."""
    picture = models.ForeignKey(
        CouncilImage, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("picture")
    )
    words = _("What the picture shows, for people who cannot see it.")
    return picture, models.CharField(_("alternative text"), max_length=255, blank=True, help_text=words)


def organisations(label) -> StreamField:
    return StreamField([("partner", OrganisationChooserBlock(label=label))], verbose_name=label, blank=True)


class EventPage(Renderable, BasePage):
    """One event, on one or several dates."""

    kicker = models.CharField(_("kicker"), max_length=60, blank=True, help_text=_("The series, for example “Offenes Frühstück”."))
    colour = models.CharField(_("colour"), max_length=8, choices=Colour.choices, default=Colour.POPPY)
    standfirst = models.TextField(_("standfirst"), blank=True, max_length=400)
    picture, picture_alt = picture_fields()
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices, default=Kind.MEETING)
    topic = models.CharField(_("topic"), max_length=10, choices=Topic.choices, blank=True)
    overview = models.BooleanField(
        _("in the overview of the year"),
        default=True,
        help_text=_("On the wall calendar and the printed list. Not for what happens every week: it would fill them."),
    )
    times = StreamField(TimesBlock(), verbose_name=_("dates"), blank=True)
    time_note = models.CharField(_("about the time"), max_length=160, blank=True)
    place = models.CharField(_("place"), max_length=120, blank=True)
    address = models.CharField(_("address"), max_length=160, blank=True)
    way = models.CharField(_("how to get there"), max_length=200, blank=True)
    district = models.CharField(_("district"), max_length=60, blank=True)
    access = StreamField([("access", AccessBlock())], verbose_name=_("access for all"), blank=True)
    spoken = models.CharField(max_length=200, blank=True, editable=False)  # languages from `access`, for the database to search
    host = models.CharField(_("host"), max_length=160, blank=True, help_text=_("In words, if it is nobody of the directory."))
    hosts = organisations(_("Host from the directory"))
    target_group = models.CharField(_("for whom"), max_length=160, blank=True)
    cost = models.CharField(_("cost"), max_length=60, blank=True, help_text=_("For example “Kostenlos”."))
    cost_note = models.CharField(_("about the cost"), max_length=160, blank=True)
    registration = models.TextField(
        _("registration"), blank=True, max_length=400, help_text=_("How people register, and until when. Empty: nobody has to.")
    )
    questions = models.TextField(_("guiding questions"), blank=True, help_text=_("One per line."))
    programme = StreamField([("item", ProgrammeItemBlock())], verbose_name=_("programme"), blank=True)
    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True)
    partners = organisations(_("Partners"))
    call_page = models.ForeignKey(
        "wagtailcore.Page",
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("call for participation"),
        help_text=_("The page with the form on which people offer to take part, for example with a stall."),
    )

    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("kicker"), FieldPanel("colour")]),
        FieldPanel("standfirst"),
        MultiFieldPanel([FieldPanel("times"), FieldPanel("time_note")], heading=_("Dates")),
        FieldRowPanel([FieldPanel("kind"), FieldPanel("topic"), FieldPanel("overview")]),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("place"), FieldPanel("district")]),
                FieldRowPanel([FieldPanel("address"), FieldPanel("way")]),
                FieldPanel("access"),
            ],
            heading=_("Place"),
        ),
        MultiFieldPanel(
            [
                FieldPanel("hosts"),
                FieldRowPanel([FieldPanel("host"), FieldPanel("target_group")]),
                FieldRowPanel([FieldPanel("cost"), FieldPanel("cost_note")]),
                FieldPanel("registration"),
                PageChooserPanel("call_page"),
            ],
            heading=_("Taking part"),
        ),
        InlinePanel("registration_settings", heading=_("Registration on the website"), label=_("Registration"), max_num=1),
        InlinePanel("open_slots", heading=_("Bookable appointments"), label=_("Appointments"), max_num=1),
        MultiFieldPanel([FieldPanel("picture"), FieldPanel("picture_alt")], heading=_("Picture")),
        FieldPanel("questions"),
        FieldPanel("programme"),
        FieldPanel("body"),
        FieldPanel("partners"),
    ]
    search_fields = [
        *BasePage.search_fields,
        *(index.SearchField(name) for name in ("kicker", "standfirst", "place", "questions", "body")),
        *(index.AutocompleteField(name) for name in ("kicker", "standfirst", "place", "questions", "body")),
    ]
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        *(SynchronizedField(name) for name in SAME_EVERYWHERE),
    ]
    parent_page_types = ["events.EventIndexPage", "events.EventSeriesPage", "home.HomePage", "home.StandardPage"]
    subpage_types: list[str] = []
    template = "events/event_page.html"

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")

    def save(self, *args, **kwargs):
        self.spoken = tongues.kept(code for fact in self.access for code in fact.value.get("languages") or ())
        super().save(*args, **kwargs)
        write_dates(self)

    @cached_property
    def all_dates(self) -> list[EventDate]:
        """As the stream says, in order; those that are stored know their row."""
        rows = {row.key: row.pk for row in self.dates.all()} if self.pk else {}
        found = dates_of(self)
        for date in found:
            date.pk = rows.get(date.key)
        return found

    @cached_property
    def next_date(self) -> EventDate | None:
        """The next one that takes place, else the next, else the last one that was; None while nobody has entered any."""
        coming = [date for date in self.all_dates if not date.is_over]
        held = [date for date in coming if not date.is_cancelled]
        return next(iter([*held, *coming, *reversed(self.all_dates)]), None)

    @property
    def coming_dates(self) -> list[EventDate]:
        return [date for date in self.all_dates if not date.is_over]

    @property
    def is_over(self) -> bool:
        return bool(self.all_dates) and all(date.is_over for date in self.all_dates)

    @property
    def is_cancelled(self) -> bool:
        """Everything that is still to come is cancelled."""
        return bool(self.coming_dates) and all(date.is_cancelled for date in self.coming_dates)

    @cached_property
    def series(self):
        """The tour, week or series that this event is part of; None for most."""
        from .series import EventSeriesPage

        parent = self.get_parent() if self.depth and self.depth > 1 else None
        return parent.specific if parent and parent.specific_class is EventSeriesPage else None

    @property
    def tongues(self) -> list[str]:
        """Codes of the languages spoken or interpreted there."""
        return tongues.read(self.spoken)

    @cached_property
    def items(self) -> list[Item]:
        """The programme, ready for every medium."""
        return items_of(self.programme)

    @property
    def question_list(self) -> list[str]:
        return [line.strip() for line in self.questions.splitlines() if line.strip()]

    def clean(self):
        super().clean()
        if self.picture and not self.picture_alt:
            raise ValidationError({"picture_alt": _("Describe the picture for people who cannot see it.")})

    flyer_plan = layouts.FLYER

    def flyer_parts(self) -> list[str]:
        """The parts of a flyer for which there is something, see layouts/flyers.py."""
        content = {
            "about": self.standfirst or self.target_group,
            "questions": self.question_list,
            "body": self.body,
            "programme": self.items,
            "place": True,
            "access": self.access,
            "picture": self.picture,
            "part": self.registration or self.host or self.hosts,
            "partners": self.partners,
        }
        return [name for name, there in content.items() if there]

    def products(self) -> list[Product]:
        return printing.event_products(has_picture=bool(self.picture_id))

    def print_objections(self, product: Product) -> list:
        return printing.event_objections(self, product)

    def reminder_dates(self) -> list:
        return [date.start for date in self.all_dates if not date.is_cancelled]

    def content_context(self) -> dict:
        return {"event": self, "dates": self.coming_dates or self.all_dates, "next_date": self.next_date, "programme": self.items}

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | self.content_context()

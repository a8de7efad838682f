"""EventPage: what, when, where, for whom, in which order; EventIndexPage lists what is to come."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Max, Min
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from cms.core.blocks import BodyBlock
from cms.core.models import CouncilImage
from cms.core.pages import BasePage
from cms.directory.blocks import OrganisationChooserBlock
from cms.renditions.renderable import Product, Renderable
from cms.renditions.selection import MailItem, Show

from .. import printing
from ..blocks import AccessBlock, ProgrammeItemBlock
from ..programme import Item, items_of


class EventIndexPage(Renderable, BasePage):
    """All events: what is to come first, what was afterwards."""

    standfirst = models.TextField(_("standfirst"), blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("standfirst")]
    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = ["events.EventPage"]
    template = "events/event_index_page.html"

    class Meta:
        verbose_name = _("list of events")
        verbose_name_plural = _("lists of events")

    def events(self):
        """Live events below this page, in this language, with `first` and `last` moment."""
        found = EventPage.objects.child_of(self).live().filter(alias_of__isnull=True)
        found = found.annotate(first=Min("dates__start"), last=Max("dates__start"))
        return found.select_related("picture", "locale").prefetch_related("dates", "picture__renditions")

    def upcoming(self) -> list["EventPage"]:
        events = self.events().filter(last__gte=start_of_today())
        return sorted(events, key=lambda event: (event.next_date.start, event.pk))

    def past(self, most: int = 24) -> list["EventPage"]:
        return list(self.events().filter(last__lt=start_of_today()).order_by("-last")[:most])

    def mail_items(self) -> list[MailItem]:
        """Events to come: of a whole week, or of as many as the office chooses."""
        return [
            MailItem(str(event.translation_key), event.title, Show.TEASER, page_id=event.pk)
            for event in (self.upcoming() if self.path else [])
        ]

    def content_context(self) -> dict:
        if not self.path:
            return {"upcoming": [], "past": []}
        upcoming = self.upcoming()
        if self.mail_selection:
            by_key = {str(event.translation_key): event for event in upcoming}
            chosen = self.mail_selection.arrange(self.mail_items())
            upcoming = [by_key[item.key] for item, show in chosen if show != Show.OUT]
        return {"upcoming": upcoming, "past": self.past()}

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | self.content_context()


class EventPage(Renderable, BasePage):
    """One event, on one or several dates."""

    class Colour(models.TextChoices):
        POPPY = "poppy", _("Poppy red")
        PETROL = "petrol", _("Petrol")
        PLUM = "plum", _("Plum")
        LEAF = "leaf", _("Leaf green")
        SKY = "sky", _("Sky blue")

    kicker = models.CharField(_("kicker"), max_length=60, blank=True, help_text=_("The series, for example “Offenes Frühstück”."))
    colour = models.CharField(_("colour"), max_length=8, choices=Colour.choices, default=Colour.POPPY)
    standfirst = models.TextField(_("standfirst"), blank=True, max_length=400)
    picture = models.ForeignKey(
        CouncilImage, null=True, blank=True, on_delete=models.SET_NULL, related_name="+", verbose_name=_("picture")
    )
    picture_alt = models.CharField(
        _("alternative text"), max_length=255, blank=True, help_text=_("What the picture shows, for people who cannot see it.")
    )
    time_note = models.CharField(_("about the time"), max_length=160, blank=True)
    place = models.CharField(_("place"), max_length=120, blank=True)
    address = models.CharField(_("address"), max_length=160, blank=True)
    way = models.CharField(_("how to get there"), max_length=200, blank=True)
    district = models.CharField(_("district"), max_length=60, blank=True)
    access = StreamField([("access", AccessBlock())], verbose_name=_("access for all"), blank=True)
    host = models.CharField(_("host"), max_length=160, blank=True)
    target_group = models.CharField(_("for whom"), max_length=160, blank=True)
    cost = models.CharField(_("cost"), max_length=60, blank=True, help_text=_("For example “Kostenlos”."))
    cost_note = models.CharField(_("about the cost"), max_length=160, blank=True)
    registration = models.TextField(
        _("registration"), blank=True, max_length=400, help_text=_("How people register, and until when. Empty: nobody has to.")
    )
    questions = models.TextField(_("guiding questions"), blank=True, help_text=_("One per line."))
    programme = StreamField([("item", ProgrammeItemBlock())], verbose_name=_("programme"), blank=True)
    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True)
    partners = StreamField([("partner", OrganisationChooserBlock(label=_("Partner")))], verbose_name=_("partners"), blank=True)

    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("kicker"), FieldPanel("colour")]),
        FieldPanel("standfirst"),
        InlinePanel("dates", heading=_("Dates"), label=_("Date"), min_num=1),
        FieldPanel("time_note"),
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
                FieldRowPanel([FieldPanel("host"), FieldPanel("target_group")]),
                FieldRowPanel([FieldPanel("cost"), FieldPanel("cost_note")]),
                FieldPanel("registration"),
            ],
            heading=_("Taking part"),
        ),
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
        *(SynchronizedField(name) for name in ("picture", "address", "district")),
    ]
    parent_page_types = ["events.EventIndexPage", "home.HomePage", "home.StandardPage"]
    subpage_types: list[str] = []
    template = "events/event_page.html"

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")

    @cached_property
    def all_dates(self) -> list:
        return sorted(self.dates.all(), key=lambda date: date.start)

    @cached_property
    def next_date(self):
        """The next one to come, else the last one that was; None while nobody has entered any."""
        return next((date for date in self.all_dates if not date.is_over), self.all_dates[-1] if self.all_dates else None)

    @property
    def is_over(self) -> bool:
        return bool(self.all_dates) and all(date.is_over for date in self.all_dates)

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

    def products(self) -> list[Product]:
        return printing.event_products()

    def print_objections(self, product: Product) -> list:
        return printing.event_objections(self, product)

    def reminder_dates(self) -> list:
        return [date.start for date in self.all_dates]

    def content_context(self) -> dict:
        return {"event": self, "dates": self.all_dates, "next_date": self.next_date, "programme": self.items}

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | self.content_context()


def start_of_today():
    return timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)

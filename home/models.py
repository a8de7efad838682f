"""The home page and standard pages of a council's site."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from cms.core.blocks import BodyBlock, EventsBlock, VoicesBlock
from cms.core.pages import BasePage
from cms.editions.models import EditionPage
from cms.renditions.renderable import Product, Renderable

# What the council does in public: it may stand below the home page and below any standard page.
WORK = (
    "campaigns.CampaignPage",
    "events.EventIndexPage",
    "events.EventPage",
    "events.EventSeriesPage",
    "collateral.FlyerPage",
    "collateral.LetterPage",
    "collateral.PosterPage",
    "collateral.WelcomeSignPage",
    "collateral.CalendarPage",
    "participation.CallPage",
    "participation.ContactFormPage",
    "participation.IdeaBoxPage",
    "participation.SurveyPage",
    "participation.VolunteerPage",
    "directory.DirectoryPage",
    "directory.CouncilPage",
    "directory.LibraryPage",
)


class HomePage(Renderable, BasePage):
    """The front page of the site: the current edition, the campaign, the next dates, the sign-up."""

    campaign_title = models.CharField(_("campaign"), max_length=120, blank=True)
    campaign_text = models.TextField(_("what it is about"), blank=True)
    voices = StreamField(VoicesBlock(), verbose_name=_("faces of the campaign"), blank=True)
    events = StreamField(
        EventsBlock(), verbose_name=_("dates"), blank=True, help_text=_("If empty, the dates of the current edition are shown.")
    )

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel([FieldPanel("campaign_title"), FieldPanel("campaign_text"), FieldPanel("voices")], heading=_("Campaign")),
        FieldPanel("events"),
    ]
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "editions.PublicationPage",
        "home.StandardPage",
        *WORK,
    ]
    max_count_per_parent = 1
    template = "home/home_page.html"

    class Meta:
        verbose_name = _("home page")

    def current_edition(self) -> EditionPage | None:
        return (
            EditionPage.objects.descendant_of(self)
            .live()
            .filter(alias_of__isnull=True)
            .order_by("-date", "-number")
            .select_related("cover_image", "locale")
            .first()
        )

    def content_context(self) -> dict:
        edition = self.current_edition()
        return {"edition": edition, "lead": edition.lead() if edition else None, "articles": edition.articles if edition else []}

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | self.content_context()


class StandardPage(Renderable, BasePage):
    """Anything that stays: mission statement, legal notice, data protection, accessibility, contact."""

    standfirst = models.TextField(_("standfirst"), blank=True)
    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True)
    in_footer = models.BooleanField(_("show in the footer"), default=False)
    as_pdf = models.BooleanField(
        _("offer as PDF"),
        default=False,
        help_text=_("An accessible PDF is made whenever the page is published, in every language, and offered on the page."),
    )

    content_panels = [*BasePage.content_panels, FieldPanel("standfirst"), FieldPanel("body")]
    promote_panels = [*BasePage.promote_panels, FieldPanel("in_footer"), FieldPanel("as_pdf")]
    search_fields = [
        *BasePage.search_fields,
        *(index.SearchField(name) for name in ("standfirst", "body")),
        *(index.AutocompleteField(name) for name in ("standfirst", "body")),  # finds words by their beginning
    ]
    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = [
        "home.StandardPage",
        *WORK,
    ]
    template = "home/standard_page.html"

    class Meta:
        verbose_name = _("standard page")
        verbose_name_plural = _("standard pages")

    def products(self) -> list[Product]:
        return [Product(key="sheet", label=_("Single sheet"), sheet="a4", template="home/standard_page.print.html")]

    def printed_on_publish(self) -> list:
        return [self] if self.as_pdf else []

    def content_context(self) -> dict:
        return {"below": self.below()}

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | self.content_context()

    def below(self) -> list[Page]:
        """What lies below this page in its language, for readers who came to find it."""
        if not self.path:
            return []
        return list(Page.objects.child_of(self).live().filter(alias_of__isnull=True).order_by("path"))

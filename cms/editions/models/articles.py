"""ArticlePage: one article of an edition."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from cms.core.blocks import BodyBlock
from cms.core.pages import BasePage
from cms.renditions.renderable import Product, Renderable

from .fields import alt_field, picture_field
from .sections import Section


class ArticlePage(Renderable, BasePage):
    """One article of an edition."""

    class Front(models.TextChoices):
        LEAD = "lead", _("Lead story")
        TEASER = "teaser", _("Teaser")
        NONE = "none", _("Not on page 1")

    class PrintShape(models.TextChoices):
        """How it stands on paper; the planner chooses well if nobody else does."""

        AUTO = "", _("As it fits best")
        HERO = "hero", _("Large picture above the text")
        COMPACT = "compact", _("Picture in the text, notes beside it")
        COLUMNS = "columns", _("Small, everything in columns")
        RESERVE = "reserve", _("Only where there is room, else on the web")

    section = models.ForeignKey(
        Section, null=True, blank=True, on_delete=models.PROTECT, related_name="+", verbose_name=_("section")
    )
    front = models.CharField(_("on page 1"), max_length=8, choices=Front.choices, default=Front.NONE)
    kicker = models.CharField(_("kicker"), max_length=60, blank=True)
    standfirst = models.TextField(_("standfirst"), blank=True)
    byline = models.CharField(_("byline"), max_length=120, blank=True, help_text=_("Who wrote it."))
    lead_image = picture_field(_("lead picture"))
    lead_alt = alt_field()
    lead_caption = models.CharField(_("caption"), max_length=300, blank=True)
    print_shape = models.CharField(_("on paper"), max_length=10, choices=PrintShape.choices, blank=True)
    starts_page = models.BooleanField(_("begins a new page on paper"), default=False)
    body = StreamField(BodyBlock(), verbose_name=_("text"), blank=True)

    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("section"), FieldPanel("front")]),
        FieldPanel("kicker"),
        FieldPanel("standfirst"),
        FieldPanel("byline"),
        MultiFieldPanel(
            [FieldPanel("lead_image"), FieldPanel("lead_alt"), FieldPanel("lead_caption")], heading=_("Lead picture")
        ),
        FieldPanel("body"),
        FieldRowPanel([FieldPanel("print_shape"), FieldPanel("starts_page")]),
    ]
    search_fields = [
        *BasePage.search_fields,
        *(index.SearchField(name) for name in ("kicker", "standfirst", "byline", "body")),
        *(index.AutocompleteField(name) for name in ("kicker", "standfirst", "byline", "body")),  # finds words by their beginning
    ]
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        *(SynchronizedField(name) for name in ("section", "front", "byline", "lead_image", "print_shape", "starts_page")),
    ]
    parent_page_types = ["editions.EditionPage"]
    subpage_types: list[str] = []
    template = "editions/article_page.html"

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")

    @cached_property
    def edition(self):
        """The edition it stands in."""
        from .editions import EditionPage

        return EditionPage.objects.select_related("locale", "cover_image").get(path=self.path[: -self.steplen])

    @cached_property
    def section_here(self) -> Section | None:
        """The section in this article's language."""
        if self.section is None or self.section.locale_id == self.locale_id:
            return self.section
        return (
            Section.objects.filter(translation_key=self.section.translation_key, locale_id=self.locale_id).first() or self.section
        )

    def products(self) -> list[Product]:
        return [Product(key="sheet", label=_("Single sheet"), sheet="a4", template="editions/article_page.print.html")]

    def printed_on_publish(self) -> list:
        return [self.edition]

    def clean(self):
        super().clean()
        if self.lead_image and not self.lead_alt:
            raise ValidationError({"lead_alt": _("Please say what the picture shows: some readers hear it.")})

    def content_context(self) -> dict:
        return {"article": self, "edition": self.edition, "section": self.section_here}

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | self.content_context()

"""PosterPage: one claim, one picture, the facts. Printed as poster, display, small ad and picture for social media."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from cms.core.models import CouncilImage
from cms.core.pages import BasePage
from cms.core.shortlinks import short_url
from cms.directory.blocks import OrganisationChooserBlock
from cms.renditions.formats import POSTERS, SOCIAL
from cms.renditions.renderable import Design, Product, Renderable


class PosterPage(Renderable, BasePage):
    """A poster. Type sizes and line breaks are found by themselves, see cms/renditions/display_type.py."""

    class PictureKind(models.TextChoices):
        PHOTO = "photo", _("Photograph or drawing with a background")
        FIGURE = "figure", _("Cut-out figure without a background")

    kicker = models.CharField(
        _("kicker"), max_length=60, blank=True, help_text=_("A few words above the claim, for example what kind of event it is.")
    )
    claim = models.TextField(
        _("claim"),
        max_length=120,
        help_text=_(
            "What one reads from five metres away: at most six words. It is broken by sense; to break it yourself, press Enter."
        ),
    )
    picture = models.ForeignKey(
        CouncilImage,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("picture"),
        help_text=_("At A2, 2500 pixels across are just enough. Leave it empty for a poster of type alone."),
    )
    picture_alt = models.CharField(
        _("alternative text"), max_length=255, blank=True, help_text=_("What the picture shows, for people who cannot see it.")
    )
    picture_kind = models.CharField(_("kind of picture"), max_length=8, choices=PictureKind.choices, default=PictureKind.PHOTO)
    text = models.TextField(
        _("short text"), max_length=300, blank=True, help_text=_("One or two sentences. Up to the first comma it stands out.")
    )
    when = models.CharField(_("when"), max_length=120, blank=True, help_text=_("For example: Sonntag, 11. Oktober 2026, 10 Uhr"))
    where = models.CharField(_("where"), max_length=160, blank=True)
    what = models.CharField(
        _("good to know"), max_length=160, blank=True, help_text=_("Cost, registration, languages, access for wheelchairs.")
    )
    last_day = models.DateField(
        _("last day"), null=True, blank=True, help_text=_("After this day nobody should print the poster any more.")
    )
    link_page = models.ForeignKey(
        Page,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("page that the code opens"),
        help_text=_("If empty, the code opens this page, in the reader's language."),
    )
    link_url = models.URLField(_("or another address"), blank=True)
    partners = StreamField([("organisation", OrganisationChooserBlock())], verbose_name=_("partners"), blank=True)

    content_panels = [
        *BasePage.content_panels,
        MultiFieldPanel([FieldPanel("kicker"), FieldPanel("claim"), FieldPanel("text")], heading=_("Words")),
        MultiFieldPanel([FieldPanel("picture"), FieldPanel("picture_alt"), FieldPanel("picture_kind")], heading=_("Picture")),
        MultiFieldPanel(
            [FieldPanel("when"), FieldPanel("where"), FieldPanel("what"), FieldPanel("last_day")], heading=_("Facts")
        ),
        MultiFieldPanel([FieldRowPanel([FieldPanel("link_page"), FieldPanel("link_url")])], heading=_("QR code")),
        FieldPanel("partners"),
    ]
    search_fields = [
        *BasePage.search_fields,
        *(index.SearchField(name) for name in ("claim", "text", "when", "where", "what")),
        *(index.AutocompleteField(name) for name in ("claim", "text", "where")),
    ]
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        *(SynchronizedField(name) for name in ("picture", "picture_kind", "last_day", "link_page", "link_url", "partners")),
    ]
    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types: list[str] = []
    template = "collateral/poster_page.html"

    class Meta:
        verbose_name = _("poster")
        verbose_name_plural = _("posters")

    def clean(self):
        super().clean()
        if self.picture and not self.picture_alt:
            raise ValidationError({"picture_alt": _("Please say what the picture shows: some readers hear it.")})
        if self.link_page and self.link_url:
            raise ValidationError({"link_url": _("Choose a page or write an address, not both: there is one code.")})

    def products(self) -> list[Product]:
        """Without a picture the typographic design is the usual one."""
        designs = (
            Design("picture", _("Picture"), "collateral/poster_page.print.html"),
            Design("planes", _("Colour planes"), "collateral/poster_planes.print.html"),
            Design("type", _("Type alone"), "collateral/poster_type.print.html"),
        )
        if not self.picture:
            designs = designs[::-1]
        return [
            Product.offer("poster", _("Poster"), formats=POSTERS, designs=designs),
            Product.offer("display", _("Roll-up and board"), formats=("roll-up", "board"), designs=designs),
            Product.offer("ad", _("Handbill and newspaper advertisement"), formats=("sheet-a6", "ad"), designs=designs),
            Product.offer("social", _("Picture for social media"), formats=SOCIAL, designs=designs),
        ]

    @cached_property
    def address(self) -> str:
        """The short address in the QR code."""
        if self.link_url:
            return short_url(url=self.link_url)
        return short_url(page=self.link_page or self)

    @property
    def is_figure(self) -> bool:
        return self.picture_kind == self.PictureKind.FIGURE

    def facts(self) -> list[tuple[str, str, str]]:
        """(field, label, text) of what is filled in."""
        labels = (("when", _("When")), ("where", _("Where")), ("what", _("Good to know")))
        return [(name, label, getattr(self, name)) for name, label in labels if getattr(self, name)]

    def content_context(self) -> dict:
        return {"facts": self.facts(), "address": self.address}

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | self.content_context()

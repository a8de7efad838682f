"""PublicationPage: a paper that appears again and again."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail_localize.fields import SynchronizedField

from cms.core.pages import BasePage
from cms.renditions.renderable import Renderable


class PublicationPage(Renderable, BasePage):
    """A paper that appears again and again, for example “Vielfalt”, twice a year."""

    class Sheet(models.TextChoices):
        A4 = "a4", _("A4")
        TABLOID = "tabloid", _("Tabloid 285 × 400 mm")

    class Nameplate(models.TextChoices):
        WORDMARK = "wordmark", _("Word mark with sun")
        PLAIN = "plain", _("Title in type")

    subtitle = models.CharField(_("subtitle"), max_length=160, blank=True)
    editions_per_year = models.PositiveSmallIntegerField(_("editions per year"), default=2)
    sheet = models.CharField(_("page format"), max_length=10, choices=Sheet.choices, default=Sheet.A4)
    nameplate = models.CharField(_("nameplate"), max_length=10, choices=Nameplate.choices, default=Nameplate.WORDMARK)
    print_run = models.PositiveIntegerField(_("print run"), default=0, help_text=_("Copies per edition."))
    sheet_price = models.DecimalField(
        _("price of four pages (EUR)"),
        max_digits=7,
        decimal_places=4,
        null=True,
        blank=True,
        help_text=_("What one copy of four printed pages costs, from your printer's offer. The flatplan calculates with it."),
    )

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("subtitle"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("editions_per_year"), FieldPanel("print_run"), FieldPanel("sheet_price")]),
                FieldRowPanel([FieldPanel("sheet"), FieldPanel("nameplate")]),
            ],
            heading=_("The paper"),
        ),
    ]
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        *(SynchronizedField(name) for name in ("editions_per_year", "sheet", "nameplate", "print_run", "sheet_price")),
    ]
    parent_page_types = ["home.HomePage"]
    subpage_types = ["editions.EditionPage"]
    template = "editions/publication_page.html"

    class Meta:
        verbose_name = _("publication")
        verbose_name_plural = _("publications")

    def editions(self):
        """Live editions in this language, newest first."""
        from .editions import EditionPage

        editions = EditionPage.objects.child_of(self).live().filter(alias_of__isnull=True).order_by("-date", "-number")
        return editions.select_related("locale", "cover_image").prefetch_related("cover_image__renditions")

    def content_context(self) -> dict:
        return {"editions": list(self.editions())}

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | self.content_context()

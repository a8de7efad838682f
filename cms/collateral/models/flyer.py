"""FlyerPage: a folded sheet whose panels are blocks. The same content prints in every fold that has a place for each panel."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.search import index
from wagtail_localize.fields import SynchronizedField

from cms.core.pages import BasePage
from cms.renditions.formats import FLYERS, SHEETS
from cms.renditions.renderable import Design, Product, Renderable

from ..blocks import PLACE_NAMES, PanelsBlock, place_of
from ..panels import FoldPanel


class FlyerPage(Renderable, BasePage):
    class Fold(models.TextChoices):
        WRAP = "flyer-6-wrap", _("Flyer DIN lang, 6 pages, wrap fold")
        ZIGZAG = "flyer-6-zigzag", _("Flyer DIN lang, 6 pages, zigzag fold")
        PARALLEL = "flyer-8-parallel", _("Flyer DIN lang, 8 pages, double parallel fold")
        SINGLE = "flyer-4-dl", _("Flyer DIN lang, 4 pages")
        A5 = "flyer-4-a5", _("Flyer A5, 4 pages")

    class Look(models.TextChoices):
        COLOUR = "colour", _("Panels in colour")
        LIST = "list", _("List in two columns")

    standfirst = models.TextField(
        _("standfirst"), blank=True, help_text=_("For the web page and the mail: what the flyer is about.")
    )
    fold = models.CharField(_("fold"), max_length=20, choices=Fold.choices, default=Fold.WRAP)
    look = models.CharField(_("design"), max_length=8, choices=Look.choices, default=Look.COLOUR)
    panels = StreamField(PanelsBlock(), verbose_name=_("panels"), blank=True)

    content_panels = [
        *BasePage.content_panels,
        FieldPanel("standfirst"),
        FieldPanel("fold"),
        FieldPanel("look"),
        FoldPanel(heading=_("How it folds")),
        FieldPanel("panels"),
    ]
    search_fields = [
        *BasePage.search_fields,
        *(index.SearchField(name) for name in ("standfirst", "panels")),
        *(index.AutocompleteField(name) for name in ("standfirst", "panels")),
    ]
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        *(SynchronizedField(name) for name in ("fold", "look")),
    ]
    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types: list[str] = []
    template = "collateral/flyer_page.html"

    class Meta:
        verbose_name = _("flyer")
        verbose_name_plural = _("flyers")

    def clean(self):
        super().clean()
        if homeless := self.without_place(self.fold):
            raise ValidationError({"fold": self.homeless_text(homeless, fold=self.fold)})

    def without_place(self, fold: str) -> list[str]:
        """Places that panels of this flyer ask for and that fold does not have."""
        there = {panel.key for panel in SHEETS[fold].panels}
        return [place for child in self.panels or [] if (place := place_of(child)) not in there]

    @staticmethod
    def homeless_text(places: list[str], *, fold: str) -> str:
        names = ", ".join(f"“{PLACE_NAMES[place]}”" for place in places)
        text = _now("“%(fold)s” has no panel %(places)s. Move that content to another panel or choose another fold.")
        return text % {"fold": _now(SHEETS[fold].label), "places": names}

    @staticmethod
    def coverless_text() -> str:
        return _now("This flyer has no title panel yet. Add one: it is what people see first.")

    def products(self) -> list[Product]:
        """The flyer in its own fold first, then in every other that has a place for each panel."""
        others = [fold for fold in FLYERS if fold != self.fold and not self.without_place(fold)]
        designs = [
            Design("colour", _("Panels in colour"), "collateral/flyer_page.print.html"),
            Design("list", _("List in two columns"), "collateral/flyer_list.print.html"),
        ]
        designs.sort(key=lambda design: design.key != self.look)
        return [Product.offer("flyer", _("Flyer"), formats=(self.fold, *others), designs=tuple(designs))]

    @property
    def cover(self):
        """The value of the title panel; None before there is one."""
        return next((child.value for child in self.panels or [] if child.block_type == "cover"), None)

    def responsible_name(self) -> str:
        parts = [part for child in self.panels or [] for part in child.value.get("content") or ()]
        return next((part.value["responsible"] for part in parts if part.block_type == "legal_notice"), "") or ""

    def content_context(self) -> dict:
        return {"cover": self.cover}

    def get_context(self, request, *args, **kwargs):
        return super().get_context(request, *args, **kwargs) | self.content_context()

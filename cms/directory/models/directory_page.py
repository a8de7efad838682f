"""DirectoryPage: where to turn to. Filters on the web, a contact overview on paper, the same entries in a mail."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from cms.core.pages import BasePage
from cms.renditions.renderable import Product, Renderable


class DirectoryPage(Renderable, BasePage):
    """Its entries stand in the directory, not on the page: a corrected phone number is right in every medium at once."""

    standfirst = models.TextField(_("standfirst"), blank=True)
    notice = models.TextField(
        _("notice"), blank=True, max_length=300, help_text=_("Stands out above the list, for example emergency numbers.")
    )

    content_panels = [*BasePage.content_panels, FieldPanel("standfirst"), FieldPanel("notice")]
    search_fields = [
        *BasePage.search_fields,
        *(index.SearchField(name) for name in ("standfirst", "notice")),
        *(index.AutocompleteField(name) for name in ("standfirst", "notice")),
    ]
    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types: list[str] = []
    template = "directory/directory_page.html"

    class Meta:
        verbose_name = _("directory of contact points")
        verbose_name_plural = _("directories of contact points")

    def products(self) -> list[Product]:
        template = "directory/directory_page.print.html"
        return [Product("overview", _("Contact overview"), "a4", template, formats=("a4", "a3"))]

    def content_context(self) -> dict:
        """For paper and mail: everybody, by need."""
        from ..finding import Directory  # needs the models

        return {"groups": Directory().by_need()}

    def get_context(self, request, *args, **kwargs):
        from ..finding import Directory, Wish

        directory, wish = Directory(), Wish.of(request.GET)
        shown = directory.page(wish, number=request.GET.get("page", 1))
        return super().get_context(request, *args, **kwargs) | {"directory": directory, "wish": wish, "shown": shown}

"""What a page offers: the media it can be rendered in, what it can be printed as, and a preview of each.

Mixed into every page type. The previews call the same render() as the finished piece.
"""

from dataclasses import dataclass

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _

from cms.core.medium import Medium


@dataclass(frozen=True)
class Product:
    """Something a page can be printed as. `sheet` names a format of the registry in sheet.py."""

    key: str
    label: str
    sheet: str
    template: str  # the print template, e.g. "editions/edition_page.print.html"


class Renderable:
    """Mixin for pages; put it before BasePage."""

    def products(self) -> list[Product]:
        """What this page can be printed as, the usual one first. Empty: it cannot be printed."""
        return []

    def printed_on_publish(self) -> list:
        """Pages whose PDF for readers is made anew when this page is published."""
        return []

    @property
    def preview_modes(self):
        modes = [(Medium.WEB.value, _("Web")), (Medium.EMAIL.value, _("E-mail")), (Medium.TEXT.value, _("E-mail as text"))]
        if self.products():
            modes.insert(1, (Medium.PRINT.value, _("Print")))
        return modes

    default_preview_mode = Medium.WEB.value

    def serve_preview(self, request, mode_name):
        from .preview import serve_rendition  # here, because views need the URL configuration

        medium = Medium(mode_name or Medium.WEB)
        if medium is Medium.WEB:
            return super().serve_preview(request, mode_name)
        response: HttpResponse = serve_rendition(self, medium=medium, request=request)
        return response

"""What a page offers: the media it can be rendered in, what it can be printed as, and a preview of each.

Mixed into every page type. The previews call the same render() as the finished piece.
"""

from dataclasses import dataclass, replace

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _

from cms.core.medium import Medium


@dataclass(frozen=True)
class Design:
    """One designed template of a product."""

    key: str
    label: str
    template: str  # the print template, e.g. "editions/edition_page.print.html"


@dataclass(frozen=True)
class Product:
    """Something a page can be printed as: in which formats, in which designs, and which of them is chosen.

    `sheet` is the key of a format, see `formats.py` and `newspapers.py`; the first of `formats` and `designs` is the usual.
    """

    key: str
    label: str
    sheet: str
    template: str
    formats: tuple[str, ...] = ()
    designs: tuple[Design, ...] = ()
    design: str = ""

    @property
    def kind(self) -> str:
        """The key without the number of a part: "posters:2" is a set of posters too."""
        return self.key.partition(":")[0]

    @property
    def part(self) -> int:
        """Which part of a product that is made as several files, counted from 1."""
        return int(self.key.partition(":")[2] or 1)

    def in_part(self, number: int) -> "Product":
        return self if number == 1 else replace(self, key=f"{self.key}:{number}", label=f"{self.label} ({number})")

    def chosen(self, *, sheet: str = "", design: str = "") -> "Product":
        """This product in that format and design; what is empty stays. Raises ValueError for what it does not offer."""
        product = self
        if sheet and sheet != self.sheet:
            if sheet not in self.formats and not (sheet.startswith("ad:") and "ad" in self.formats):
                raise ValueError(f"{self.key} is not made as {sheet}.")
            product = replace(product, sheet=sheet)
        if design and design != self.design:
            found = next((item for item in self.designs if item.key == design), None)
            if found is None:
                raise ValueError(f"{self.key} has no design {design}.")
            product = replace(product, design=design, template=found.template)
        return product

    @classmethod
    def offer(cls, key: str, label: str, *, formats: tuple[str, ...], designs: tuple[Design, ...]) -> "Product":
        """A product whose usual format and design are the first ones named."""
        return cls(key, label, formats[0], designs[0].template, formats=formats, designs=designs, design=designs[0].key)


class Renderable:
    """Mixin for pages; put it before BasePage."""

    def products(self) -> list[Product]:
        """What this page can be printed as, the usual one first. Empty: it cannot be printed."""
        return []

    def product_named(self, key: str) -> Product | None:
        """One of the products, or a part of one: "posters:2"."""
        kind, _colon, number = key.partition(":")
        found = next((product for product in self.products() if product.key == kind), None)
        if found is None or not number:
            return found
        return found.in_part(int(number)) if number.isdecimal() and key in self.parts_of(kind) else None

    def parts_of(self, key: str) -> list[str]:
        """The keys of the files that make up a product: several if one file of it would take too long."""
        return [key]

    def printed_on_publish(self) -> list:
        """Pages whose PDF for readers is made anew when this page is published."""
        return []

    def as_draft(self):
        """This object with everything that belongs to it in its newest, perhaps unpublished version."""
        return self

    def printed_pages(self) -> list:
        """The page itself and those whose texts are printed in it: preflight looks at all of them."""
        return [self]

    def print_objections(self, product: Product) -> list:
        """Findings (see preflight/findings.py) that only this page type can know, for example a release that is missing."""
        return []

    mail_selection = None  # an editor's choice for one mailing, see selection.py
    mail_fields: tuple = ()  # (name, label) of fields that can be left out of a mail
    announced = ""  # what automatic mailings may tell of it: "new" when it is published

    def mail_items(self) -> list:
        """MailItems (see selection.py) that can be put in order for a mail, in the order the page itself would have."""
        return []

    def mail_objections(self, *, html: str) -> list:
        """Findings about a mail made of this page, like print_objections(): errors keep it from leaving. `html` is the mail."""
        return []

    def reminder_dates(self) -> list:
        """Moments of which readers may want to be reminded."""
        return []

    def responsible_name(self) -> str:
        """Who answers for this piece if it is somebody else than the council says."""
        return ""

    @property
    def preview_modes(self):
        modes = [(Medium.WEB.value, _("Web")), (Medium.EMAIL.value, _("E-mail")), (Medium.TEXT.value, _("E-mail as text"))]
        products = self.products()
        if len(products) == 1:
            modes.insert(1, (Medium.PRINT.value, _("Print")))
        else:
            modes[1:1] = [
                (f"{Medium.PRINT.value}:{one.key}", _("Print: %(product)s") % {"product": one.label}) for one in products
            ]
        return modes

    default_preview_mode = Medium.WEB.value

    def serve_preview(self, request, mode_name):
        from .preview import serve_rendition  # here, because views need the URL configuration

        name, _colon, product = (mode_name or Medium.WEB.value).partition(":")
        medium = Medium(name)
        if medium is Medium.WEB:
            return super().serve_preview(request, mode_name)
        response: HttpResponse = serve_rendition(self, medium=medium, request=request, product=product)
        return response

"""Printed matter of the newsletter room itself: consent sheets, cards with codes, lists to sign. Made by cms.renditions."""

from django.template.loader import render_to_string
from django.utils import timezone, translation
from wagtail.models import Page, Site

from cms.core.context import html_lang
from cms.core.medium import Medium
from cms.core.models import CouncilSettings
from cms.renditions.pdf import make_pdf
from cms.renditions.render import Rendition
from cms.renditions.renderable import Product


def make_sheet(product: Product, *, language: str, site: Site, context: dict) -> bytes:
    """An accessible PDF of the product's template in `language`, in the council's house style. Raises PdfError."""
    root = site.root_page
    translated = Page.objects.filter(translation_key=root.translation_key, locale__language_code=language).first()
    page = (translated or root).specific
    with translation.override(language):
        html = render_to_string(
            product.template,
            context
            | {
                "page": page,
                "council": CouncilSettings.for_site(site),
                "today": timezone.localdate(),
                "html_lang": html_lang(language),
                "html_dir": "rtl" if translation.get_language_bidi() else "ltr",
                "language": language,
                "medium": Medium.PRINT.value,
            },
        )
    rendition = Rendition(page=page, medium=Medium.PRINT, language=language, content=html, product=product)
    return make_pdf(rendition).data

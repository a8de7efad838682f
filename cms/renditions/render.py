"""render(): one page, one language, one medium → one Rendition. The only way content becomes an artefact."""

from collections.abc import Mapping
from copy import copy
from dataclasses import dataclass, field

from django.template.loader import render_to_string
from django.utils import translation
from wagtail.models import Locale, Page

from cms.core.medium import Medium, medium_template

from . import mjml, text
from .errors import RenditionError
from .renderable import Product
from .selection import Selection, apply


@dataclass(frozen=True)
class Rendition:
    """What came out. `content` is HTML for web, print and e-mail, and plain text for TEXT."""

    page: Page
    medium: Medium
    language: str
    content: str
    product: Product | None = None
    problems: list[str] = field(default_factory=list)


def render(
    page: Page,
    *,
    medium: Medium,
    product: Product | None = None,
    locale: Locale | str | None = None,
    extra: Mapping | None = None,
    selection: Selection | None = None,
) -> Rendition:
    """Render `page` in `medium`, in `locale` if a live translation exists there.

    `product` chooses what is printed (default: the page's first). `extra` adds to the template context; newsletter
    passes its placeholders this way. `selection` is what an editor chose of the page for one mail. Raises RenditionError
    if the page is not in that language or not printable, and TemplateDoesNotExist if a template for the medium is missing.
    """
    page = in_locale(page, locale=locale)
    if selection is not None:
        page = apply(copy(page), selection)
    if medium is Medium.PRINT and product is None:
        products = page.products()
        if not products:
            raise RenditionError(f"{page.get_verbose_name()} cannot be printed.")
        product = products[0]
    with translation.override(page.locale.language_code):
        context = page_context(page, medium=medium, product=product) | dict(extra or {})
        name = product.template if product and medium is Medium.PRINT else medium_template(page.template, medium=medium)
        content = render_to_string(name, context)
    problems: list[str] = []
    if medium is Medium.EMAIL:
        content, problems = mjml.compile_mail(content)
    elif medium is Medium.TEXT:
        content = text.tidy(content)
    return Rendition(
        page=page, medium=medium, language=page.locale.language_code, content=content, product=product, problems=problems
    )


def in_locale(page: Page, *, locale: Locale | str | None) -> Page:
    if locale is None:
        return page.specific
    code = getattr(locale, "language_code", locale)
    if page.locale.language_code == code:
        return page.specific
    translated = Page.objects.filter(translation_key=page.translation_key, locale__language_code=code).first()
    if translated is None:
        raise RenditionError(f"“{page.title}” does not exist in {code}.")
    return translated.specific


def page_context(page: Page, *, medium: Medium, product: Product | None) -> dict:
    """What every template of every medium may rely on."""
    return {
        "page": page,
        "self": page,
        "medium": medium.value,
        "product": product,
        "council": page.council,
        "html_lang": page.html_lang,
        "html_dir": page.text_direction,
        "language": page.locale.language_code,
        **page.content_context(),
    }

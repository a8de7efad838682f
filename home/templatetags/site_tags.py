"""Tags for the frame of web pages: `{% site_frame as frame %}` gives languages, menu, footer and the current edition."""

from django import template
from django.conf import settings
from wagtail.models import Page

from cms.core.context import html_lang
from cms.editions.models import EditionPage

from ..navigation import Frame

register = template.Library()


@register.simple_tag(takes_context=True)
def site_frame(context) -> Frame:
    """Computed once per rendering and kept in the context."""
    page = context.get("page")
    shown = context.get("edition")
    return Frame(
        context.get("request"),
        page=page if isinstance(page, Page) else None,
        shown=shown if isinstance(shown, EditionPage) else None,
    )


@register.filter(name="html_lang")
def html_lang_filter(code: str) -> str:
    return html_lang(code)


@register.filter
def language_name(code: str) -> str:
    """The name of a language in itself: “Türkçe”."""
    return dict(settings.LANGUAGES).get(code, code)

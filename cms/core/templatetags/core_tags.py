"""Template language of the house; loaded everywhere. Each tag knows the medium from the context."""

import segno
from django import template
from django.conf import settings
from django.utils.safestring import mark_safe

from ..medium import Medium, medium_of
from ..rich_text import render_rich_text
from ..shortlinks import short_url
from ..typography import typeset

register = template.Library()


@register.filter
def shown_in(stream, medium):
    """The blocks of a stream that editors want in this medium. `{% for block in self|shown_in:medium %}`"""
    medium = Medium(medium or Medium.WEB)
    return [child for child in stream if child.block.is_shown_in(child.value, medium=medium)]


@register.filter
def typo(text):
    """Quotation marks, dashes and non-breaking spaces by the rules of the active language. Plain text in and out."""
    return typeset(str(text or ""))


@register.simple_tag(takes_context=True)
def rich(context, value):
    """Rich text for the medium at hand: links absolute in mail, escaped and cleaned, typeset."""
    return render_rich_text(value, medium=medium_of(context))


@register.simple_tag
def page_short_url(page):
    """https://…/q/abc234 for a page, the same in every language."""
    return short_url(page=page)


@register.simple_tag
def link_short_url(url):
    return short_url(url=url)


@register.filter
def without_scheme(url):
    return str(url).removeprefix("https://").removeprefix("http://").removeprefix("www.").rstrip("/")


@register.simple_tag
def qr(url, colour="#1c1b1f"):
    """A QR code as inline SVG with quiet zone, error level M, one path; size by CSS."""
    svg = segno.make(url, error="m", micro=False).svg_inline(scale=1, border=4, dark=colour, light="#ffffff", omitsize=True)
    return mark_safe(svg)  # made by segno from its own numbers; the address is only in the modules


@register.filter
def absolute(url):
    """An address with scheme and host, as paper and mail need it."""
    url = str(url or "")
    return f"{settings.BASE_URL}{url}" if url.startswith("/") else url

"""Template language of the house; loaded everywhere. Each tag knows the medium from the context."""

import segno
from django import template
from django.conf import settings
from django.utils import translation
from django.utils.safestring import mark_safe

from ..mail_style import PAPER, light_rendition, mail_values
from ..mail_style import mail_style as style_of
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
def rich(context, value, link_colour=None):
    """Rich text for the medium at hand: links absolute in mail, escaped and cleaned, typeset."""
    colour = link_colour or getattr(context.get("council"), "main_colour", "")
    return render_rich_text(value, medium=medium_of(context), link_colour=colour)


@register.simple_tag(takes_context=True)
def page_href(context, page):
    """Where a page is found in the active language; absolute everywhere but on the web. "" for one nobody can open."""
    page = page and page.localized
    if not page or not page.live:
        return ""
    return (page.url if medium_of(context) is Medium.WEB else page.full_url) or ""


@register.filter
def languages_of(page):
    """The other languages a page is published in: pairs of language info and page."""
    others = [other for other in page.live_translations() if other.pk != page.pk]
    return [(translation.get_language_info(other.locale.language_code), other) for other in others]


@register.simple_tag(takes_context=True)
def mail_style(context, role):
    """The inline style of a role in the mail, see mail_style.py: `style="{% mail_style "h2" %}"`"""
    return mark_safe(style_of(role, language=context.get("language") or "", main=council_colour(context)))


@register.simple_tag(takes_context=True)
def mail_value(context, name):
    """A font stack, size, side or colour of the mail: `align="{% mail_value "align" %}"`"""
    return mark_safe(mail_values(context.get("language") or "", main=council_colour(context))[name])


@register.simple_tag
def mail_picture(image, spec, ground=PAPER):
    """A rendition light enough for a mail, on a plain ground; None if there is no picture."""
    return light_rendition(image, spec=spec, ground=ground) if image else None


def council_colour(context) -> str:
    return getattr(context.get("council"), "main_colour", "")


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

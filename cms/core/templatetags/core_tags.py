"""Template language of the house; loaded everywhere. Each tag knows the medium from the context."""

import re
from urllib.parse import urlsplit

import segno
from django import template
from django.conf import settings
from django.utils import translation
from django.utils.html import format_html, format_html_join
from django.utils.safestring import mark_safe

from ..blocks.people import here
from ..context import html_lang
from ..mail_style import PAPER, PETROL, SECTION_COLOURS, light_rendition, mail_values
from ..mail_style import mail_style as style_of
from ..medium import Medium, medium_of
from ..privacy_page import privacy_url
from ..rich_text import render_rich_text
from ..shortlinks import short_url
from ..typography import comma, in_quotation_marks, listed, local_digits, typeset

register = template.Library()
register.simple_tag(comma)
register.filter(listed)
register.filter(local_digits)

TEXT_WIDTH = 72  # characters in a line of the plain text part


@register.filter
def shown_in(stream, medium):
    """The blocks of a stream that editors want in this medium. `{% for block in self|shown_in:medium %}`"""
    medium = Medium(medium or Medium.WEB)
    return [child for child in stream if child.block.is_shown_in(child.value, medium=medium)]


@register.filter
def typo(text):
    """Quotation marks, dashes and non-breaking spaces by the rules of the active language. Plain text in and out."""
    return typeset(str(text or ""))


@register.filter
def quoted(text):
    """`text` in the quotation marks of the active language, unless it already has some."""
    return typeset(in_quotation_marks(str(text or "")))


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
    """The other languages a page is published in: name in its own script, direction, and the page there."""
    names = dict(settings.LANGUAGES)
    return [
        {"name": names[code], "bidi": translation.get_language_info(code)["bidi"], "lang": html_lang(code), "page": other}
        for other in page.live_translations()
        if other.pk != page.pk and (code := other.locale.language_code) in names
    ]


@register.simple_tag(takes_context=True)
def mail_style(context, role):
    """The inline style of a role in the mail, see mail_style.py: `style="{% mail_style "h2" %}"`"""
    return mark_safe(style_of(role, **mail_look(context)))


@register.simple_tag(takes_context=True)
def mail_value(context, name):
    """A font stack, size, side or colour of the mail: `align="{% mail_value "align" %}"`"""
    return mark_safe(mail_values(**mail_look(context))[name])


def mail_look(context) -> dict:
    """Language, colour and design of the mail that is being written."""
    return {
        "language": context.get("language") or "",
        "main": council_colour(context, "main_colour"),
        "accent": council_colour(context, "accent_colour"),
        "design": context.get("design") or "",
    }


@register.filter
def mail_section_colour(section):
    """The colour of a section's kicker in the mail, #rrggbb."""
    return SECTION_COLOURS.get(getattr(section, "colour", ""), PETROL)


@register.filter
def kicker_of(article):
    """The line above an article's headline: its kicker, else the name of its section."""
    return article.kicker or getattr(article.section_here, "name", "")


@register.filter
def underlined(text, stroke="-"):
    """A heading in plain text: the line and a stroke of the same length below it."""
    text = str(text or "")
    return f"{text}\n{stroke * min(len(text), TEXT_WIDTH)}" if text else ""


@register.filter
def paragraphs(text):
    """Plain text with blank lines between its paragraphs as HTML for the mail, escaped."""
    parts = [part.strip() for part in re.split(r"\n\s*\n", str(text or "").replace("\r\n", "\n")) if part.strip()]
    lines = [format_html_join(mark_safe("<br />"), "{}", ((line,) for line in part.split("\n"))) for part in parts]
    return format_html_join("", '<p style="margin:0 0 14px">{}</p>', ((part,) for part in lines))


@register.filter
def not_among(pages, others):
    """`pages` without those in `others`: a list, one page, or None."""
    others = others if isinstance(others, list | tuple) else [others]
    return [page for page in pages or [] if page not in others]


@register.filter
def at(sequence, place):
    """The item at a place, counted from 0; None if there is none."""
    return sequence[place] if place < len(sequence) else None


@register.filter
def phone_uri(number):
    """The digits of a German phone number for tel: links. 089 99998-120 → +498999998120"""
    digits = re.sub(r"[^\d+]", "", str(number or "").replace("(0)", ""))
    return f"+49{digits[1:]}" if digits.startswith("0") and not digits.startswith("00") else re.sub(r"^00", "+", digits)


@register.filter
def as_band(blocks):
    """The first quotation of a back page with the heading and picture beside it, as one band; `rest` is everything else."""
    first = {}
    for block in blocks:
        first.setdefault(block.block_type, block)
    quote = first.get("pull_quote")
    if quote is None:
        return {"quote": None, "rest": blocks}
    taken = [quote, *(block for kind in ("heading", "image") if (block := first.get(kind)))]
    return {
        "quote": quote.value,
        "heading": first["heading"].value if "heading" in first else None,
        "image": first["image"].value["image"] if "image" in first else None,
        "rest": [block for block in blocks if block not in taken],
    }


@register.filter
def host_of(url):
    """The host of an address, as readers know it: www. is left out."""
    return (urlsplit(str(url or "")).hostname or "").removeprefix("www.")


@register.filter
def half_width(rendition, limit):
    """The width in px at which a rendition is shown: half its own (it is made for dense screens), at most `limit`."""
    return min(int(limit), max(1, rendition.width // 2))


@register.simple_tag
def mail_crop(crop):
    """The image filter for a crop of the picture block, 552 px wide in the mail."""
    return {"wide": "fill-1104x620", "square": "fill-1104x1104", "portrait": "fill-828x1035"}.get(crop, "max-1104x1400")


@register.simple_tag
def mail_picture(image, spec, ground=PAPER):
    """A rendition light enough for a mail, on a plain ground; None if there is no picture, or if it is kept back."""
    return light_rendition(image, spec=spec, ground=ground) if image and image.is_public else None


def council_colour(context, name: str) -> str:
    return getattr(context.get("council"), name, "")


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
    """A QR code as inline SVG with quiet zone, error level M, one path; size by CSS. Its address is also in `data-qr`."""
    svg = segno.make(url, error="m", micro=False).svg_inline(scale=1, border=4, dark=colour, light="#ffffff", omitsize=True)
    drawing = mark_safe(svg.removeprefix("<svg "))  # made by segno from its own numbers
    return format_html('<svg data-qr="{}" {}', url, drawing)


@register.simple_tag(takes_context=True)
def privacy_page(context):
    """Address of the page about data protection, or nothing: `{% privacy_page as url %}`"""
    return privacy_url(context.get("request"))


@register.filter
def absolute(url):
    """An address with scheme and host, as paper and mail need it."""
    url = str(url or "")
    return f"{settings.BASE_URL}{url}" if url.startswith("/") else url


register.filter(here)


@register.filter
def host(url):
    """The name of the machine an address leads to, as readers know it."""
    return (urlsplit(str(url or "")).hostname or "").removeprefix("www.")


@register.filter
def dialled(phone):
    """A phone number as a telephone wants it: digits and a leading plus."""
    return re.sub(r"(?!^\+)\D", "", str(phone or ""))

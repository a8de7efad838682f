"""Template language of forms, ideas and results."""

import re

from django import template
from django.utils import formats, translation
from django.utils.html import format_html
from django.utils.translation import gettext as _

from cms.core.context import html_lang
from cms.core.templatetags.core_tags import local_digits

from ..layouts import notice_layout as layout_of

register = template.Library()


@register.simple_tag
def in_language(code: str):
    """Attributes for a text in another language than the page's, perhaps written from the other side."""
    direction = "rtl" if translation.get_language_info(code)["bidi"] else "ltr"
    return format_html('lang="{}" dir="{}"', html_lang(code), direction)


@register.filter
def as_number(value) -> str:
    """With one decimal, written as the active language does it."""
    return formats.number_format(value, decimal_pos=1)


@register.filter
def day_and_time(moment) -> str:
    """Sonntag, 31. Januar 2027, 23.59 Uhr: of a moment on the clock to be shown."""
    return local_digits(formats.date_format(moment, _("l, j F Y, H:i")))


@register.filter
def breakable(address: str) -> str:
    """A short address that may go on in the next line after a slash or a dot."""
    return re.sub(r"([/.])", "\\1\u200b", str(address))


@register.simple_tag
def notice_layout(piece) -> dict:
    """Where everything stands on a notice or card: `{% notice_layout piece as at %}`"""
    return layout_of(piece.shape)

"""Merge fields in the text of a letter."""

from django import template
from django.utils.html import format_html_join

from cms.core.medium import medium_of
from cms.renditions.templatetags.print_tags import located_block

register = template.Library()


@register.simple_tag(takes_context=True)
def letter_text(context, letter):
    """The text of a letter in the medium at hand, its fields filled."""
    parts = []
    for child in letter.page.body:
        if child.block.is_shown_in(child.value, medium=medium_of(context)):
            parts.append((letter.filled(located_block(context, child)),))
    return format_html_join("\n", "{}", parts)

"""`{% fold product html_dir as sides %}`: the sides of a folded sheet with their panels, see folding.py and flyer.css."""

from django import template

from ..folding import folded_sheet, sides

register = template.Library()


@register.simple_tag
def fold(product, html_dir="ltr"):
    return sides(folded_sheet(product, rtl=html_dir == "rtl"))

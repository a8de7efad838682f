"""Logos and faces from the directory, in the medium at hand."""

from collections.abc import Iterable

from django import template
from django.utils.html import format_html

from cms.core.medium import Medium, medium_of

from ..models import Visibility

register = template.Library()

LOGO_AREA = 420.0  # mm²: logos of every shape look equally large if they cover the same area


@register.filter
def entries(chosen) -> list:
    """Chosen people or organisations in the active language; those deleted since are left out."""
    return [entry.here for entry in chosen or [] if entry is not None] if isinstance(chosen, Iterable) else []


@register.filter
def here(entry):
    """One chosen entry in the active language; None if it was deleted."""
    return entry.here if entry is not None else None


@register.filter
def contact_points(value) -> list:
    """The public entries a block of contact points names: organisations, then people."""
    found = [*entries(value.get("organisations")), *entries(value.get("people"))]
    return [entry for entry in found if entry.visibility == Visibility.PUBLIC]


@register.simple_tag(takes_context=True)
def logo(context, organisation, area=LOGO_AREA, most=44.0):
    """The logo of an organisation, `area` mm² large and at most `most` mm wide; its name if it has none.

    On paper and on the web as drawing, else as picture.
    """
    medium = medium_of(context)
    if organisation.logo:
        width, height = logo_size(organisation.logo.ratio, area=float(area), most=float(most))
        if medium is Medium.PRINT:
            box = '<span class="logo" role="img" aria-label="{}" style="width:{}mm;height:{}mm">{}</span>'
            drawing = named(organisation.logo.svg, name=organisation.name)
            return format_html(box, organisation.name, f"{width:.1f}", f"{height:.1f}", drawing)
        return format_html(
            '<img class="logo" src="{}" alt="{}" width="{}" height="{}">',
            organisation.logo_file.url,
            organisation.name,
            round(width * 4),
            round(height * 4),
        )
    image = organisation.logo_image
    if image and medium is Medium.PRINT:
        from cms.renditions.templatetags.print_tags import print_picture

        width, height = logo_size(image.width / max(1, image.height), area=float(area), most=float(most))
        picture = print_picture(context, image, width=width, alt=organisation.name, name=organisation.name)
        return format_html(
            '<span class="logo" style="width:{}mm;height:{}mm">{}</span>', f"{width:.1f}", f"{height:.1f}", picture
        )
    return format_html('<span class="logo logo-name">{}</span>', organisation.name)


def named(svg: str, *, name: str):
    """The drawing with the organisation's name for those who cannot see it."""
    start = svg.index(">") + 1
    return format_html("{}<title>{}</title>{}", type(svg)(svg[:start]), name, type(svg)(svg[start:]))


def logo_size(ratio: float, *, area: float, most: float) -> tuple[float, float]:
    """Width and height in mm."""
    ratio = min(12.0, max(0.15, ratio))
    width = min(most, (area * ratio) ** 0.5)
    return width, width / ratio

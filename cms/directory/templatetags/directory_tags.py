"""Logos and faces from the directory, in the medium at hand."""

from collections.abc import Iterable

from django import template
from django.utils import formats
from django.utils.html import format_html
from django.utils.translation import gettext as _

from cms.core.medium import Medium, medium_of
from cms.core.templatetags.core_tags import local_digits

from ..finding import Directory, Wish, load
from ..models import Visibility
from ..opening import clock

register = template.Library()

MOST_POINTS = 12  # that a block chooses by itself
LOGO_AREA = 420.0  # mm²: logos of every shape look equally large if they cover the same area


@register.filter
def entries(chosen) -> list:
    """Chosen people or organisations in the active language; those deleted since are left out."""
    return [entry.here for entry in chosen or [] if entry is not None] if isinstance(chosen, Iterable) else []


@register.filter
def here(entry):
    """One chosen entry in the active language; None if it was deleted."""
    return entry.here if entry is not None else None


@register.simple_tag
def contact_points(value) -> list:
    """The entries that a block of contact points names, then those it chooses by need, language and district."""
    named = [*entries(value.get("organisations")), *entries(value.get("people"))]
    found = [entry for entry in named if entry.visibility != Visibility.INTERNAL]
    wish = Wish(need=value.get("need") or "", language=value.get("language") or "", district=value.get("district") or "")
    if not wish:
        return found
    there = {(type(entry), entry.translation_key) for entry in found}
    rows = [row for row in Directory().find(wish) if (row.kind, row.key) not in there]
    return found + load(rows[: value.get("most") or MOST_POINTS])


@register.filter
def initials(name) -> str:
    """Two letters in the place of a portrait: Dr. Anjali Seidel-Rao → AS"""
    words = [word for word in str(name).split() if not word.endswith(".")]
    return "".join(word[0] for word in (words[:1] + words[-1:] if len(words) > 1 else words)).upper()


@register.filter
def session_day(session) -> str:
    """Dienstag, 8. Dezember 2026"""
    return local_digits(formats.date_format(session.local_start, _("l, j F Y")))


@register.filter
def short_day(session) -> str:
    """8. Dezember"""
    return local_digits(formats.date_format(session.local_start, "MONTH_DAY_FORMAT"))


@register.filter
def session_time(session) -> str:
    """18 Uhr"""
    return _("%(time)s o’clock") % {"time": clock(f"{session.local_start:%H:%M}")}


@register.filter
def printable_sessions(sessions) -> list:
    """Sessions of the whole council that everybody may come to, for paper: four, none of them cancelled."""
    return [one for one in sessions if not one.committee_id and one.is_public and not one.is_cancelled][:4]


@register.filter
def halves(goals) -> tuple[list, list]:
    """A list in two parts of about the same length when printed, its order kept."""
    goals = list(goals or [])
    sizes = [60 + len(goal.value["title"]) + len(goal.value["text"] or "") for goal in goals]
    cut = min(range(len(goals) + 1), key=lambda place: abs(sum(sizes[:place]) - sum(sizes[place:])))
    return goals[:cut], goals[cut:]


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

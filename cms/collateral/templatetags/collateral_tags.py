"""Template language of collateral: plans of posters, signs and calendars."""

from django import template
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from cms.collateral import calendar_plan
from cms.collateral.calendar_plan import WallPlan, plan_wall
from cms.collateral.leaflet_plan import MARGIN, LeafletPlan, heading_size, plan_leaflet
from cms.collateral.models.calendar import CalendarEntry, Kind
from cms.collateral.poster_plan import PosterPlan, Words, plan_poster
from cms.collateral.welcome_plan import SignPlan, plan_sign
from cms.core.templatetags.core_tags import local_digits
from cms.core.typography import typeset
from cms.renditions import faces
from cms.renditions.display_type import Setting, set_text
from cms.renditions.sheet import Panel
from cms.renditions.templatetags.piece_tags import PieceSheet

register = template.Library()


@register.simple_tag
def poster_plan(page, piece: PieceSheet, design: str) -> PosterPlan:
    plan = plan_poster(Words.of(page), piece=piece, design=design, has_picture=bool(page.picture))
    if page.picture:
        plan.aspect = page.picture.width / page.picture.height
    return plan


@register.filter
def frame(plan, name: str) -> str:
    """The place of a part for a style attribute; "" if the plan has no such part."""
    found = plan.frames.get(name)
    return found.style if found else ""


@register.simple_tag
def sign_plan(page, piece: PieceSheet, design: str) -> SignPlan:
    return plan_sign(
        page.greetings,
        claim=page.greeting,
        place=page.place,
        text=page.text,
        piece=piece,
        design=design,
        sender=sender_lines(page, piece),
        easy=page.language_code == "de-x-leicht",
    )


def sender_lines(page, piece: PieceSheet) -> tuple[str, ...]:
    """What stands at the foot of a sign beside its text: council, who is responsible, the picture's credit."""
    council = page.council
    lines = [council.council_name]
    if council.responsible and piece.kind != "social":
        lines.append(f"{_('Responsible for content (V.i.S.d.P.):')} {council.responsible}")
    if page.picture and page.picture.credit:
        lines.append(f"{_('Picture:')} {page.picture.credit}")
    return tuple(typeset(line) for line in lines)


@register.filter
def reaches_end(tile, plan: SignPlan) -> bool:
    """Whether a tile is the last of its row and so reaches into the bleed."""
    return tile.x + tile.width > plan.field.width - 0.01


@register.filter
def wall_words(plan: SignPlan) -> list[dict]:
    """The greetings of a word wall, each with its place and the number of its colour."""
    words = []
    for line in plan.lines:
        x = 0.0
        for greeting in line.greetings:
            width = greeting.face.width(greeting.text) * line.size
            place = f"inset-inline-start:{x:.2f}mm;top:{line.y:.2f}mm;width:{width:.2f}mm;height:{line.height:.2f}mm"
            style = f"{place};font-size:{line.size:.3f}mm;line-height:{line.height:.2f}mm"
            words.append({"greeting": greeting, "style": style, "colour": len(words) % 5})
            x += width + line.gap
    return words


@register.simple_tag
def wall_plan(page, piece: PieceSheet, design: str) -> WallPlan:
    return plan_wall(page.days_of_year(week=True), year=page.year, piece=piece, design=design)


@register.simple_tag
def leaflet_plan(page, piece: PieceSheet) -> LeafletPlan:
    easy, days = page.language_code == "de-x-leicht", page.programme()
    plan = plan_leaflet(days, piece=piece, easy=easy)
    plan.heading = heading_size(plan, [(date_format(day, "l"), date_format(day, "j. F")) for day, _dates in days], easy=easy)
    return plan


@register.filter
def span_of(entry: CalendarEntry) -> str:
    """The day of an entry within its month, or its first and last day there: 7. · 7.–9."""
    pattern = pgettext("day of the month, as in Django's date filter", "j")
    text = date_format(entry.start, pattern)
    if entry.last != entry.start and entry.last.month == entry.start.month:
        text = f"{text}–{date_format(entry.last, pattern)}"
    return local_digits(text)


@register.simple_tag
def kinds() -> list[tuple[str, str]]:
    """Kinds of dates with their labels, for the legend."""
    return [*Kind.choices, ("feast", _("Feast day"))]


@register.simple_tag
def leaflet_claim(page, panel: Panel) -> Setting:
    """The title of a folded programme, as large as its panel allows."""
    text = typeset(page.programme_title or page.title)
    easy = page.language_code == "de-x-leicht"
    return set_text(
        text,
        width=panel.width - 2 * MARGIN,
        height=90,
        face=faces.EASY if easy else faces.CLAIM,
        leading=1.24 if faces.joins(text) else 1.0,
        most_lines=5,
        largest=19,
    )


@register.filter
def line_text(entry: CalendarEntry) -> str:
    return calendar_plan.line_text(entry)

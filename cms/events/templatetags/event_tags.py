"""Template language of events: how dates are said in every language, places on pieces, schema.org."""

import datetime
import math

from django import template
from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cms.core.structured import as_script
from cms.core.templatetags.core_tags import local_digits

from .. import layouts
from ..structured_data import event_data

register = template.Library()


@register.simple_tag
def event_layout(name, piece, product) -> dict:
    return layouts.layout(name, shape=piece.shape, ad=product.key == "ad", small=piece.small)


@register.simple_tag(takes_context=True)
def flyer_panels(context, piece, side) -> list[dict]:
    event, programme = context["event"], context["programme"]
    content = {
        "about": event.standfirst or event.target_group,
        "questions": event.question_list,
        "body": event.body,
        "programme": programme,
        "place": True,
        "access": event.access,
        "picture": event.picture,
        "part": event.registration or event.host,
        "partners": event.partners,
    }
    filled = {name for name, there in content.items() if there}
    return layouts.panels_of(piece.sheet, side=side, mirrored=context.get("html_dir") == "rtl", filled=filled)


@register.simple_tag
def covering(image, box, piece) -> int:
    """Width in mm of a picture that covers a place and its bleed, whichever way it is cropped."""
    _left, _top, width, height = box.rect(piece.sheet)
    ratio = image.width / image.height if image and image.height else 1
    bleed = 2 * piece.sheet.bleed
    return math.ceil(max(width + bleed, (height + bleed) * ratio))


@register.simple_tag
def disc_type(box, piece) -> str:
    """The diameter of a disc as its type size, so that what stands in it grows with it."""
    return f"font-size:{piece.across(box.w):.2f}mm"


@register.filter
def sides(box, html_dir) -> list[str]:
    """The sides of the sheet that a place touches: there it reaches into the bleed."""
    first, last = ("right", "left") if html_dir == "rtl" else ("left", "right")
    touches = {"top": box.y <= 0, "bottom": box.y + (box.h or 0) >= 100, first: box.x <= 0, last: box.x + box.w >= 100}
    return [side for side, touched in touches.items() if touched]


@register.filter
def clock(time) -> str:
    """9.30 as this language writes it: a time or a moment; nothing for none."""
    if not time:
        return ""
    if isinstance(time, datetime.datetime):
        time = timezone.localtime(time).time()
    return local_digits(formats.time_format(time, _("H:i")))


@register.filter
def day_number(date) -> str:
    return local_digits(date.local_start.day) if date else ""


@register.filter
def month_name(date) -> str:
    return formats.date_format(date.local_start, "E") if date else ""  # as after a day: 12 грудня


@register.filter
def weekday_and_date(date) -> str:
    """Sonntag, 29. November 2026"""
    return local_digits(formats.date_format(date.local_start, _("l, j F Y"))) if date else ""


@register.filter
def times(date) -> str:
    """9.30 bis 12.30 Uhr"""
    if not date:
        return ""
    if date.end and date.one_day:
        return _("%(start)s to %(end)s") % {"start": clock(date.start), "end": clock(date.end)}
    return _("from %(start)s") % {"start": clock(date.start)}


@register.filter
def further(event) -> str:
    """“and 2 further dates” for an event on several dates."""
    more = len([date for date in event.all_dates if not date.is_over]) - 1
    return (
        ngettext("and %(count)s further date", "and %(count)s further dates", more) % {"count": local_digits(more)}
        if more > 0
        else ""
    )


@register.filter
def speakers(item) -> str:
    """Tesfay Berhane, Schreiner; Hoa Tran"""
    comma = _(", ")
    said = [f"{speaker.name}{comma}{speaker.function}" if speaker.function else speaker.name for speaker in item.speakers]
    return (_("; ") if any(speaker.function for speaker in item.speakers) else comma).join(said)


@register.simple_tag(takes_context=True)
def event_script(context, event, picture_url=""):
    data = event_data(event, council=context["council"], picture_url=picture_url, request=context.get("request"))
    return as_script(data)

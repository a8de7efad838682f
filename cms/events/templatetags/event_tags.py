"""Template language of events: how dates are said in every language, places on pieces, schema.org."""

import math
from urllib.parse import urlencode, urlsplit

from django import template
from django.conf import settings
from django.urls import reverse
from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cms.core.calendar import Wanted
from cms.core.structured import as_script
from cms.core.templatetags.core_tags import local_digits
from cms.core.typography import comma, listed

from .. import layouts, tongues, wording
from ..poster_dates import dates_on
from ..structured_data import event_data, series_data

register = template.Library()
register.filter("clock", wording.clock)
register.filter("times", wording.times)
register.filter("day_month", wording.day_month)
register.filter("state_words", wording.state_words)
register.filter("tongue_name", tongues.tongue_name)
register.simple_tag(wording.span, name="day_span")


@register.simple_tag
def event_layout(name, piece, product) -> dict:
    return layouts.layout(name, shape=piece.shape, ad=product.key == "ad", small=piece.small)


@register.simple_tag
def series_layout(name, piece, series) -> dict:
    """With many dates they get the room of the picture and of the text."""
    return layouts.series_layout(name, shape=piece.shape, count=len(series.printed_stops))


@register.simple_tag(takes_context=True)
def poster_dates(context, series, at, piece):
    return dates_on(series, at=at, piece=piece, easy=context.get("language") == "de-x-leicht")


@register.simple_tag(takes_context=True)
def flyer_panels(context, piece, side) -> list[dict]:
    parts = context["event"].flyer_parts()
    mirrored = context.get("html_dir") == "rtl"
    return layouts.panels_of(piece.sheet, side=side, mirrored=mirrored, filled=set(parts), plan=context["event"].flyer_plan)


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
def day_number(date) -> str:
    return local_digits(date.local_start.day) if date else ""


@register.filter
def month_name(date) -> str:
    return formats.date_format(date.local_start, "E") if date else ""  # as after a day: 12 грудня


@register.filter
def weekday_and_date(date) -> str:
    """Sonntag, 29. November 2026"""
    return wording.day(date.local_start) if date else ""


@register.filter
def further(event) -> str:
    """“and 2 further dates” for an event on several dates."""
    more = len([date for date in event.coming_dates if not date.is_cancelled]) - 1
    return further_dates(more) if more > 0 else ""


@register.filter
def further_dates(count: int) -> str:
    return ngettext("and %(count)s further date", "and %(count)s further dates", count) % {"count": local_digits(count)}


@register.filter
def speakers(item) -> str:
    """Tesfay Berhane, Schreiner; Hoa Tran"""
    said = [f"{speaker.name}{comma()}{speaker.function}" if speaker.function else speaker.name for speaker in item.speakers]
    return _("; ").join(said) if any(speaker.function for speaker in item.speakers) else listed(said)


@register.simple_tag(takes_context=True)
def event_script(context, event, picture_url=""):
    data = event_data(event, council=context["council"], picture_url=picture_url, request=context.get("request"))
    return as_script(data)


@register.simple_tag(takes_context=True)
def series_script(context, series, picture_url=""):
    data = series_data(series, council=context["council"], picture_url=picture_url, request=context.get("request"))
    return as_script(data)


@register.simple_tag
def calendar_feed(asked) -> dict:
    """Where the dates that a visitor chose can be subscribed to."""
    path = reverse("events:feed")
    if chosen := asked.wanted.chosen:
        path += "?" + urlencode(chosen)
    return {"url": path, "webcal": f"webcal://{urlsplit(settings.BASE_URL).netloc}{path}"}


@register.filter
def without_filters(asked) -> str:
    return asked.query(wanted=Wanted())


@register.filter
def day_query(asked, day) -> str:
    """The list from a day on."""
    return asked.query(mode="list", first=day)

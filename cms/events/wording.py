"""How dates of events are said in the active language."""

import datetime

from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from cms.core.templatetags.core_tags import local_digits


def clock(time) -> str:
    """9.30 as this language writes it: a time or a moment; nothing for none."""
    if not time:
        return ""
    return local_digits(formats.time_format(local_time(time), _("H:i")))


def local_time(time) -> datetime.time:
    return timezone.localtime(time).time() if isinstance(time, datetime.datetime) else time


def times(date) -> str:
    """9.30 bis 12.30 Uhr"""
    if not date:
        return ""
    if date.end and date.one_day:
        return _("%(start)s to %(end)s") % {"start": clock(date.start), "end": clock(date.end)}
    return _("from %(start)s") % {"start": clock(date.start)}


def time_of_day(date) -> str:
    """When it begins, as short as can be: 18 Uhr, 9.30 Uhr."""
    time = date.local_start.time()
    pattern = _("H:i") if time.minute else pgettext("a full hour, as in Django's time filter", "H:i")
    return pgettext("time of day", "%(time)s") % {"time": local_digits(formats.time_format(time, pattern))}


def day(date: datetime.date) -> str:
    return local_digits(formats.date_format(date, _("l, j F Y")))


def day_month(date: datetime.date) -> str:
    """5. Dezember"""
    return local_digits(formats.date_format(date, _("j F")))


def state_words(date) -> str:
    """“Cancelled”, or where a moved date stood before; nothing for one that takes place as planned."""
    if date.is_cancelled:
        return _("Cancelled")
    if not date.is_moved:
        return ""
    if date.was and date.was != date.start:
        was = day_month(date.local_was)
        moved_day = date.local_was.date() != date.local_start.date()
        return _("Moved from %(day)s") % {"day": was} if moved_day else _("Now at another time")
    return _("Now at another place")


def span(first: datetime.date | None, last: datetime.date | None) -> str:
    """25 September to 3 October 2027"""
    if not first or not last:
        return ""
    end = local_digits(formats.date_format(last, "DATE_FORMAT"))
    if first == last:
        return end
    return _("%(first)s to %(last)s") % {"first": day_month(first), "last": end}

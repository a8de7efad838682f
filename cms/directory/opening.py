"""Opening hours: written by the office as people write them, kept as times per weekday, said in the reader's language.

Kept as seven lists, Monday first, of [start, end] as "09:00".
"""

import datetime
import re

from babel.dates import get_day_names
from django.conf import settings
from django.utils import formats, translation
from django.utils.translation import gettext as _

from cms.core.typography import listed

Week = list[list[list[str]]]
DAYS = 7
MOST_SPANS = 4
SPAN = re.compile(r"^(\d{1,2})(?:[.:h](\d{2}))?\s*(?:[-–—]|bis|to)\s*(\d{1,2})(?:[.:h](\d{2}))?$", re.IGNORECASE)
CLOSED = {"", "-", "–", "zu", "geschlossen", "closed"}
DAY_WORDS = [
    ("mo", "montag", "mon", "monday"),
    ("di", "dienstag", "tue", "tuesday"),
    ("mi", "mittwoch", "wed", "wednesday"),
    ("do", "donnerstag", "thu", "thursday"),
    ("fr", "freitag", "fri", "friday"),
    ("sa", "samstag", "sat", "saturday", "sonnabend"),
    ("so", "sonntag", "sun", "sunday"),
]
DAY_OF = {word: number for number, words in enumerate(DAY_WORDS) for word in words}


class OpeningError(ValueError):
    """These are no opening hours; the message says what to write."""


def empty() -> Week:
    return [[] for _day in range(DAYS)]


def is_week(value) -> bool:
    return isinstance(value, list) and len(value) == DAYS


def parse_day(text: str) -> list[list[str]]:
    """“9–12, 14–16.30” → [["09:00", "12:00"], ["14:00", "16:30"]]. Raises OpeningError."""
    text = re.sub(r"\s*(uhr|o'clock)\s*", " ", text.strip().lower()).strip()
    if text in CLOSED:
        return []
    spans = [_span(part.strip()) for part in re.split(r",|;|/|\bund\b|\band\b", text) if part.strip()]
    spans.sort()
    if any(one[1] > other[0] for one, other in zip(spans, spans[1:], strict=False)):
        raise OpeningError(_("Two times overlap: “%s”.") % text)
    if len(spans) > MOST_SPANS:
        raise OpeningError(_("Write at most four times for one day."))
    return spans


def _span(text: str) -> list[str]:
    match = SPAN.match(text)
    if not match:
        raise OpeningError(_("Write times like “9–12, 14–16.30”, not “%s”.") % text)
    start, end = _time(match[1], match[2]), _time(match[3], match[4])
    if start >= end:
        raise OpeningError(_("“%s” ends before it begins.") % text)
    return [start, end]


def _time(hour: str, minute: str | None) -> str:
    hours, minutes = int(hour), int(minute or 0)
    if hours > 24 or minutes > 59 or (hours == 24 and minutes):
        raise OpeningError(_("“%s” is no time.") % f"{hour}:{minute or '00'}")
    return f"{hours:02}:{minutes:02}"


def parse_week(text: str) -> Week:
    """“Mo–Do 9–16; Fr 9–12” as it stands in a table. Raises OpeningError."""
    week = empty()
    for part in (part.strip() for part in re.split(r"[;\n]", text) if part.strip()):
        match = re.match(r"^([^\W\d_]+)\.?(?:\s*(?:[-–—]|bis|to)\s*([^\W\d_]+)\.?)?\s*:?\s+(.*)$", part)
        first = DAY_OF.get(match[1].lower()) if match else None
        last = DAY_OF.get(match[2].lower()) if match and match[2] else first
        if first is None or last is None or last < first:
            raise OpeningError(_("Write days and times like “Mo–Do 9–16; Fr 9–12”, not “%s”.") % part)
        for day in range(first, last + 1):
            week[day] = parse_day(match[3])
    return week


def as_text(spans: list[list[str]]) -> str:
    """One day as the office writes it: “9–12, 14–16.30”."""
    return ", ".join(f"{_short(start)}–{_short(end)}" for start, end in spans)


def _short(time: str) -> str:
    hours, minutes = time.split(":")
    return f"{int(hours)}" if minutes == "00" else f"{int(hours)}.{minutes}"


def week_as_text(week: Week | None) -> str:
    """What parse_week() reads again."""
    german = [words[0].capitalize() for words in DAY_WORDS]
    rows = []
    for first, last, spans in runs(week):
        days = german[first] if first == last else f"{german[first]}–{german[last]}"
        rows.append(f"{days} {as_text(spans)}")
    return "; ".join(rows)


def runs(week: Week | None) -> list[tuple[int, int, list[list[str]]]]:
    """(first day, last day, times) of days in a row with the same times; days that are closed are left out."""
    found: list[tuple[int, int, list[list[str]]]] = []
    for day, spans in enumerate(week if is_week(week) else empty()):
        if found and found[-1][1] == day - 1 and found[-1][2] == spans:
            found[-1] = (found[-1][0], day, spans)
        elif spans:
            found.append((day, day, spans))
    return found


def lines(week: Week | None) -> list[tuple[str, str]]:
    """(days, times) in the active language: “Mo–Do”, “9–16 Uhr”."""
    code = (translation.get_language() or settings.LANGUAGE_CODE).split("-")[0]
    wide = (translation.get_language() or "") == "de-x-leicht" or code == "ar"
    names = get_day_names("wide" if wide else "abbreviated", locale=code)
    names = [names[day].rstrip(".") for day in range(DAYS)]
    found = []
    for first, last, spans in runs(week):
        if first == last:
            days = names[first]
        elif wide:
            days = _("%(first)s to %(last)s") % {"first": names[first], "last": names[last]}
        else:
            days = f"{names[first]}–{names[last]}"
        found.append((days, listed(said(start, end) for start, end in spans)))
    return found


def said(start: str, end: str) -> str:
    """9.30 bis 12 Uhr, as this language writes it."""
    return _("%(start)s to %(end)s") % {"start": clock(start), "end": clock(end)}


def clock(time: str) -> str:
    from cms.core.templatetags.core_tags import local_digits  # needs the models that import this

    hours, minutes = (int(part) for part in time.split(":"))
    if not minutes and (translation.get_language() or "").startswith("de"):
        return str(hours)  # 9 bis 12 Uhr
    return local_digits(formats.time_format(datetime.time(hours % 24, minutes), _("H:i")))


def in_words(week: Week | None) -> str:
    """All of it in one line, for paper and mail."""
    return " · ".join(f"{days} {times}" for days, times in lines(week))

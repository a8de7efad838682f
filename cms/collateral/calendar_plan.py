"""Where everything stands on a wall calendar: twelve months with their dates below, or a planner with a field for every day.

Lengths are mm; x from the inline start, so a calendar in Arabic begins at the right.
"""

import calendar
import datetime
import itertools
from dataclasses import dataclass, replace

from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from cms.core.typography import typeset
from cms.renditions import faces
from cms.renditions.display_type import hyphenated_lines, paragraph_lines
from cms.renditions.templatetags.piece_tags import Frame, PieceSheet

from .models.calendar import CalendarEntry

HEAD, FOOT = 0.12, 0.075  # shares of the sheet's height
LIST_SIZES = (1.12, 1.0, 0.92, 0.84, 0.76, 0.7, 0.64, 0.58)  # type of the lists, in units of the sheet
WEEK_HEIGHTS = (2.1, 1.9, 1.7, 1.5)  # of a row of days, in units
SLOT_SIZES = (0.74, 0.66, 0.6, 0.54, 0.48, 0.43)  # and in the fields of the planner
GOOD_SLOT = 0.66  # smaller type asks the next day for room
COLUMN = 0.485  # width of one of the two columns of a list, of a month's
LINE, DATES = 1.3, 1.9  # leading, and the width of the dates before the titles, in em
ARABIC_INITIALS = "نثرخجسح"  # Monday to Sunday


@dataclass(frozen=True)
class DayCell:
    day: datetime.date
    x: float
    y: float
    width: float
    height: float
    entries: tuple[CalendarEntry, ...]  # that begin here
    kind: str  # of the most important date on this day, "" for none
    weekend: bool
    size: float = 0.0  # of the type, on a planner
    room: float = 0.0  # height for its words, on a planner
    lent: bool = False  # the day above writes into this field

    @property
    def style(self) -> str:
        return Frame(self.x, self.y, self.width, self.height).style


@dataclass(frozen=True)
class Month:
    first: datetime.date
    frame: Frame
    cells: tuple[DayCell, ...]
    entries: tuple[CalendarEntry, ...]
    list_top: float = 0.0
    first_column: int = 0  # how many dates stand in the first column of the list

    @property
    def list_columns(self) -> tuple[tuple[CalendarEntry, ...], ...]:
        return self.entries[: self.first_column], self.entries[self.first_column :]

    @property
    def list_height(self) -> float:
        return self.frame.height - self.list_top


@dataclass(frozen=True)
class WallPlan:
    head: Frame
    body: Frame
    foot: Frame
    months: tuple[Month, ...]
    weekdays: tuple[str, ...]
    cell: float = 0.0  # width of a day
    size: float = 0.0  # of the type in the lists
    week: float = 0.0  # height of a week


def weekday_names() -> tuple[str, ...]:
    """Short names from Monday to Sunday, as they stand above columns in the active language."""
    if (translation.get_language() or "").startswith("ar"):
        return tuple(ARABIC_INITIALS)
    monday = datetime.date(2024, 1, 1)
    return tuple(date_format(monday + datetime.timedelta(days=number), "D")[:2] for number in range(7))


def plan_wall(entries: list[CalendarEntry], *, year: int, piece: PieceSheet, design: str) -> WallPlan:
    sheet, edge = piece.sheet, piece.edge
    head = Frame(0, 0, sheet.width, sheet.height * HEAD)
    foot_height = max(sheet.height * FOOT, piece.code)
    foot = Frame(edge, sheet.height - edge - foot_height, sheet.width * 0.46, foot_height)
    top = head.height + 3.4 * sheet.unit
    body = Frame(edge, top, sheet.width - 2 * edge, foot.y - top - 2 * sheet.unit)
    make = _planner if design == "planner" else _months
    return make(entries, year=year, head=head, body=body, foot=foot, unit=sheet.unit)


def _months(entries: list[CalendarEntry], *, year: int, head: Frame, body: Frame, foot: Frame, unit: float) -> WallPlan:
    """Rows are as high as their fullest month needs; the lists are set in the largest type with which all rows fit."""
    across = 3 if body.height > body.width else 4
    gap = 3.2 * unit
    width, top = (body.width - (across - 1) * gap) / across, 4.5 * unit
    firsts = [datetime.date(year, number + 1, 1) for number in range(12)]
    lists = [_beginning(entries, first) for first in firsts]
    rows = [range(start, start + across) for start in range(0, 12, across)]
    for size, line in ((share * unit, height * unit) for share in LIST_SIZES for height in WEEK_HEIGHTS):
        grids = [top + max(_weeks(firsts[number]) for number in row) * line + 0.8 * unit for row in rows]
        lengths = [max(_list_height(lists[number], width=width, size=size) for number in row) for row in rows]
        spare = body.height - sum(grids) - sum(lengths) - len(rows) * unit
        if spare >= 0:
            break
    months, y, between = [], body.y, unit + max(0.0, spare) / len(rows)
    for row, grid, length in zip(rows, grids, lengths, strict=True):
        for place, number in enumerate(row):
            frame = Frame(body.x + place * (width + gap), y, width, grid + length)
            cells = tuple(
                _cell(day, entries, x=day.weekday() * width / 7, y=top + _week(day) * line, width=width / 7, height=line)
                for day in _days(firsts[number])
            )
            half = half_of([_lines(entry, width=width, size=size) for entry in lists[number]])
            months.append(Month(firsts[number], frame, cells, lists[number], list_top=grid, first_column=half))
        y += grid + length + between
    return WallPlan(head, body, foot, tuple(months), weekday_names(), cell=width / 7, size=size, week=line)


def _weeks(first: datetime.date) -> int:
    return _week(_days(first)[-1]) + 1


def _week(day: datetime.date) -> int:
    """The row of a day in its month's grid, from 0."""
    return (day.replace(day=1).weekday() + day.day - 1) // 7


def _list_height(entries: tuple[CalendarEntry, ...], *, width: float, size: float) -> float:
    lines = [_lines(entry, width=width, size=size) for entry in entries]
    half = half_of(lines)
    return max(sum(lines[:half]), sum(lines[half:])) * size * LINE + 0.4 * size


def _lines(entry: CalendarEntry, *, width: float, size: float) -> int:
    room = (width * COLUMN - DATES * size) * 0.97
    return paragraph_lines(line_text(entry), width=room, size=size, face=faces.MEDIUM)


def half_of(lines: list[int]) -> int:
    """How many entries stand in the first of two columns, so that both are as nearly as possible of one length."""
    return min(range(len(lines) + 1), key=lambda number: (max(sum(lines[:number]), sum(lines[number:])), -number))


def line_text(entry: CalendarEntry) -> str:
    """What stands beside the date in a list: the title, and the time of own dates."""
    text = f"{entry.title}, {entry.time}" if entry.time and entry.own else entry.title
    if entry.last != entry.start:
        text = _("%(title)s, until %(day)s") % {"title": text, "day": date_format(entry.last, "MONTH_DAY_FORMAT")}
    return typeset(text)


def _planner(entries: list[CalendarEntry], *, year: int, head: Frame, body: Frame, foot: Frame, unit: float) -> WallPlan:
    width, title = body.width / 12, 2.6 * unit
    height = (body.height - title) / 31
    months = []
    for number in range(12):
        first = datetime.date(year, number + 1, 1)
        frame = Frame(body.x + number * width, body.y, width, body.height)
        cells = [
            _slot(_cell(day, entries, x=0, y=title + (day.day - 1) * height, width=width, height=height), unit=unit)
            for day in _days(first)
        ]
        months.append(Month(first, frame, tuple(_lending(cells, unit=unit)), _beginning(entries, first)))
    return WallPlan(head, body, foot, tuple(months), weekday_names(), cell=width)


def _slot(cell: DayCell, *, unit: float, days: int = 1, most: float = 1.0) -> DayCell:
    """The field of a day with the largest type in which its dates fit beside the number, in the height of so many days."""
    width, language = (cell.width - 2.5 * unit) * 0.97, translation.get_language() or ""
    for size in (share * unit for share in SLOT_SIZES if share <= most):
        lines = [
            hyphenated_lines(typeset(entry.title), width=width, size=size, face=faces.MEDIUM, language=language)
            for entry in cell.entries
        ]
        if None not in lines and sum(lines) * size * 1.14 + 0.3 * size * len(lines) <= cell.height * days:
            break
    return replace(cell, size=size, room=cell.height * days)


def _lending(cells: list[DayCell], *, unit: float) -> list[DayCell]:
    """Small type becomes larger where the next day is an empty working day: its field is written into."""
    for place, (cell, following) in enumerate(itertools.pairwise(cells)):
        free = not following.entries and not following.weekend and following.day.weekday() < 5
        if cell.entries and cell.size < GOOD_SLOT * unit and free:
            larger = _slot(cell, unit=unit, days=2, most=GOOD_SLOT)
            if larger.size > cell.size:
                cells[place], cells[place + 1] = larger, replace(following, lent=True)
    return cells


def _days(first: datetime.date) -> list[datetime.date]:
    return [first.replace(day=day) for day in range(1, calendar.monthrange(first.year, first.month)[1] + 1)]


def _beginning(entries: list[CalendarEntry], first: datetime.date) -> tuple[CalendarEntry, ...]:
    """The dates of a month; one that began in the year before belongs to January."""
    return tuple(entry for entry in entries if max(entry.start, datetime.date(first.year, 1, 1)).replace(day=1) == first)


def _cell(day: datetime.date, entries: list[CalendarEntry], *, x: float, y: float, width: float, height: float) -> DayCell:
    on = [entry for entry in entries if entry.touches(day, day)]
    own = [entry for entry in on if entry.own]
    kind = (own or on)[0].kind if on else ""
    return DayCell(
        day=day,
        x=x,
        y=y,
        width=width,
        height=height,
        entries=tuple(entry for entry in on if entry.start == day or day == datetime.date(day.year, 1, 1)),
        kind=kind,
        weekend=day.weekday() == 6 or any(entry.kind == "holiday" for entry in on),
    )

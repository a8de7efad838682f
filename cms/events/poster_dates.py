"""Which dates of a tour or a week stand on a poster: as many as have room in type that can be read; the foot leads to the others.

Measures follow `.stops-box` in css/print/event.css; its type still gives way to the real frame (renditions/layout/fitting.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils import formats

from cms.renditions import faces
from cms.renditions.display_type import paragraph_lines
from cms.renditions.templatetags.piece_tags import PT, PieceSheet

from . import wording

DESIGNED = 0.92  # of the step `lead`
LEAST_PT = 9.0  # the month is 0.9 of it, and white type needs 8
LEAST_FIT = 0.5  # of its designed size, also on sheets where that is large
IN_ONE_COLUMN = 4
LEADING, COLUMN_GAP, DAY, TITLE = 1.22, 1.6, 5.7, 1.12  # em
SPAN, FURTHER = 1.25 * LEADING + 0.35, LEADING + 0.4  # em: the line above the dates, the one below
SAFETY = 1.03  # estimated heights may be a little short


@dataclass(frozen=True)
class PosterDates:
    stops: list
    further: int  # dates that have no room
    least_fit: str  # how far the type may shrink, as an attribute writes it in every language

    @property
    def in_two_columns(self) -> bool:
        return len(self.stops) > IN_ONE_COLUMN


def dates_on(series, *, at: dict, piece: PieceSheet, easy: bool) -> PosterDates:
    """The first dates that fit into the place `at["stops"]` of a poster in the smallest type it may have."""
    designed = DESIGNED * piece.type_size("lead")
    least = min(designed, max(LEAST_FIT * designed, LEAST_PT * PT / piece.sheet.scale))
    width, height = piece.across(at["stops"].w) / least, piece.down(at["stops"].h) / least
    stops = series.printed_stops
    if len(stops) > IN_ONE_COLUMN:
        width = (width - COLUMN_GAP) / 2
    rows = [at["air"] + LEADING * _lines(series, stop, width=width - DAY, easy=easy) for stop in stops]
    count = next((number for number in range(len(stops), 1, -1) if _height(rows, number) <= height), 1)
    return PosterDates(stops=stops[:count], further=len(stops) - count, least_fit=f"{least / designed:.3f}")


def _height(rows: Sequence[float], number: int) -> float:
    """How high the first `number` dates stand with the lines above and below, in em."""
    shown = rows[:number]
    is_split = number > IN_ONE_COLUMN
    tallest = min(max(sum(shown[:at]), sum(shown[at:])) for at in range(1, number)) if is_split else sum(shown)
    return SPAN + tallest * SAFETY + (FURTHER if number < len(rows) else 0)


def _lines(series, stop, *, width: float, easy: bool) -> float:
    """Lines of one date as events/stop.print.html sets it: what, when, where; those of the title are higher."""
    strong, medium = (faces.EASY, faces.EASY) if easy else (faces.STRONG, faces.MEDIUM)
    when = f"{formats.date_format(stop.date.local_start, 'l')}, {wording.times(stop.date).replace(' ', '\u00a0')}"
    what = stop.event.district if series.shape == series.Shape.TOUR and stop.event.district else stop.event.title
    lines = paragraph_lines(what, width=width, size=TITLE, face=strong) * TITLE
    return lines + sum(paragraph_lines(text, width=width, size=1, face=medium) for text in (when, stop.date.where) if text)

"""A folded programme: days poured into the panels, in the largest type with which all of them fit. Lengths are mm."""

import datetime
from dataclasses import dataclass, field

from cms.core.typography import typeset
from cms.renditions import faces
from cms.renditions.display_type import paragraph_lines
from cms.renditions.sheet import Panel
from cms.renditions.templatetags.piece_tags import Frame, PieceSheet

from .models.calendar import CalendarEntry

PT = 25.4 / 72
SIZES = (12.0, 11.4, 10.8, 10.2, 9.6, 9.0, 8.4, 7.8, 7.2)  # pt
MARGIN, TOP, BOTTOM = 8.0, 11.0, 10.0
LEADING = 1.3
TIME_COLUMN = 0.27  # of the panel's text width


@dataclass
class PanelText:
    """One panel: its place on its side of the sheet, and the days that stand on it."""

    panel: Panel
    frame: Frame
    days: list[tuple[datetime.date, list[CalendarEntry], bool]] = field(default_factory=list)  # (day, dates, goes on)


@dataclass
class LeafletPlan:
    size: float  # of the type, mm
    panels: dict[str, PanelText]

    def side(self, name: str) -> list[PanelText]:
        return [text for text in self.panels.values() if text.panel.side == name]

    @property
    def inside(self) -> list[PanelText]:
        return self.side("inside")

    @property
    def outside(self) -> list[PanelText]:
        return self.side("outside")


def plan_leaflet(days: list[tuple[datetime.date, list[CalendarEntry]]], *, piece: PieceSheet, easy: bool) -> LeafletPlan:
    """The first size with which everything finds a place inside; else the smallest, and the last panel is overset."""
    for points in SIZES:
        plan, complete = _pour(days, piece=piece, size=points * PT, face=faces.EASY if easy else faces.MEDIUM)
        if complete:
            return plan
    return plan


def _pour(days, *, piece: PieceSheet, size: float, face: faces.Face) -> tuple[LeafletPlan, bool]:
    panels = {panel.key: PanelText(panel, _frame(panel, piece=piece)) for panel in piece.sheet.panels}
    plan = LeafletPlan(size, panels)
    row = iter(plan.inside)
    text, used, complete = next(row), 0.0, True
    for day, entries in days:
        heading, started = 2.9 * size, False
        for entry in entries:
            height = entry_height(entry, width=text.frame.width, size=size, face=face)
            needed = height + (0 if started else heading)
            if used + needed > text.frame.height:
                following = next(row, None)
                if following is None:
                    complete = False
                else:
                    text, used, goes_on = following, 0.0, started
                    text.days.append((day, [], goes_on))
                    needed, started = height + heading, True
            if not started:
                text.days.append((day, [], False))
                started = True
            text.days[-1][1].append(entry)
            used += needed
    return plan, complete


def _frame(panel: Panel, *, piece: PieceSheet) -> Frame:
    height = piece.sheet.height - TOP - BOTTOM
    return Frame(panel.x + MARGIN, TOP, panel.width - 2 * MARGIN, height)


def entry_height(entry: CalendarEntry, *, width: float, size: float, face: faces.Face) -> float:
    """Title, place and text beside the time."""
    column = width * (1 - TIME_COLUMN)
    lines = paragraph_lines(typeset(entry.title), width=column * 0.95, size=size, face=faces.STRONG)
    for words in (entry.place, entry.text):
        if words:
            lines += paragraph_lines(typeset(words), width=column * 0.95, size=size * 0.92, face=face) * 0.94
    return lines * size * LEADING + 0.75 * size

"""A folded programme: days poured into the panels, in the largest type with which all of them fit. Lengths are mm."""

import datetime
from dataclasses import dataclass, field
from itertools import pairwise

from cms.core.typography import typeset
from cms.renditions import faces
from cms.renditions.display_type import paragraph_lines
from cms.renditions.sheet import Panel
from cms.renditions.templatetags.piece_tags import Frame, PieceSheet

from .models.calendar import CalendarEntry

PT = 25.4 / 72
WHOLE = 9.6  # pt: from this size on days are kept whole; below, one may run on into the next panel
SIZES = (14.4, 13.8, 13.2, 12.6, 12.0, 11.4, 10.8, 10.2, 9.6, 9.0, 8.4, 7.8, 7.2)  # pt
MARGIN, TOP, BOTTOM = 8.0, 11.0, 10.0
LEADING = 1.3
TIME_COLUMN = 0.27  # of the panel's text width
HEADING = 2.9  # a day's name with the room around it, in sizes of the type
HEADING_SHARE = 1.35  # a day's name against the text
MOST_GAP = 5.0  # between two days, where a panel has fewer of them


@dataclass
class PanelText:
    """One panel: its place on its side of the sheet, and the days that stand on it."""

    panel: Panel
    frame: Frame
    days: list[tuple[datetime.date, list[CalendarEntry], bool]] = field(default_factory=list)  # (day, dates, goes on)
    gap: float = 0.0  # further room after each day, so that the panels end level


@dataclass
class LeafletPlan:
    size: float  # of the type, mm
    panels: dict[str, PanelText]
    heading: float = 0.0  # size of a day's name

    def side(self, name: str) -> list[PanelText]:
        return [text for text in self.panels.values() if text.panel.side == name]

    @property
    def has_flap(self) -> bool:
        return "flap" in self.panels

    @property
    def inside(self) -> list[PanelText]:
        return self.side("inside")

    @property
    def outside(self) -> list[PanelText]:
        return self.side("outside")


def plan_leaflet(days: list[tuple[datetime.date, list[CalendarEntry]]], *, piece: PieceSheet, easy: bool) -> LeafletPlan:
    """The first size with which everything finds a place inside; else the smallest, and the last panel is overset."""
    face = faces.EASY if easy else faces.MEDIUM
    for points in SIZES:
        if points >= WHOLE and (balanced := _balance(days, piece=piece, size=points * PT, face=face)):
            return balanced
    for points in SIZES:
        plan, complete = _pour(days, piece=piece, size=points * PT, face=face)
        if complete:
            return plan
    return plan


def _balance(days, *, piece: PieceSheet, size: float, face: faces.Face) -> LeafletPlan | None:
    """Whole days, so divided that the fullest panel is as short as can be. None: they do not fit."""
    plan = LeafletPlan(size, {panel.key: PanelText(panel, _frame(panel, piece=piece)) for panel in piece.sheet.panels})
    inside = plan.inside
    width, room = min(text.frame.width for text in inside), min(text.frame.height for text in inside)
    heights = [
        HEADING * size + sum(entry_height(entry, width=width, size=size, face=face) for entry in entries)
        for _day, entries in days
    ]
    ends = _divide(heights, into=len(inside))
    groups = [range(start, end) for start, end in pairwise([0, *ends])]
    used = [sum(heights[number] for number in group) for group in groups]
    if max(used, default=0.0) > room:
        return None
    for text, group, height in zip(inside, groups, used, strict=True):
        text.days = [(*days[number], False) for number in group]
        text.gap = min((max(used) - height) / max(1, len(group) - 1), MOST_GAP)
    return plan


def _divide(heights: list[float], *, into: int) -> list[int]:
    """Where each of `into` runs ends, so that the longest is as short as possible and the others are nearly as long."""
    mean = sum(heights) / into
    best: dict[int, tuple[float, float, list[int]]] = {0: (0.0, 0.0, [])}
    for _run in range(into):
        best = {
            end: min(
                (max(longest, run := sum(heights[start:end])), uneven + (run - mean) ** 2, [*ends, end])
                for start, (longest, uneven, ends) in best.items()
                if start <= end
            )
            for end in range(len(heights) + 1)
        }
    return best[len(heights)][2]


def _pour(days, *, piece: PieceSheet, size: float, face: faces.Face) -> tuple[LeafletPlan, bool]:
    panels = {panel.key: PanelText(panel, _frame(panel, piece=piece)) for panel in piece.sheet.panels}
    plan = LeafletPlan(size, panels)
    row = iter(plan.inside)
    text, used, complete = next(row), 0.0, True
    for day, entries in days:
        heading, started = HEADING * size, False
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


def heading_size(plan: LeafletPlan, names: list[tuple[str, str]], *, easy: bool) -> float:
    """The largest size, up to HEADING_SHARE of the text's, with which every (day of the week, date) stands on one line."""
    strong, medium = (faces.EASY, faces.EASY) if easy else (faces.CLAIM, faces.MEDIUM)
    ems = max((strong.width(f"{day} ", tracked=False) + medium.width(date, tracked=False) for day, date in names), default=1.0)
    return min(HEADING_SHARE * plan.size, 0.96 * min(text.frame.width for text in plan.inside) / ems)

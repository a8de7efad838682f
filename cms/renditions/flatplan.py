"""The flatplan: which story stands on which page, in which shape, and how high its picture is.

The planner knows stories only by their measures, so it lays out any paper. Pictures take up what is left of a page, so that
pages end level; the number of pages becomes a multiple of four. Nothing is ever cut: every shape flows on if it must.
"""

import itertools
from dataclasses import dataclass, field
from functools import cached_property
from math import ceil, inf
from xml.etree.ElementTree import Element

from .measure import Measures, find, find_all, has_class, whole

GAP = 3  # lines between two stories
MAX_STORIES_ON_A_PAGE = 5
MAX_PAGES = 400


@dataclass
class Story:
    """One article by its measures, in lines of one text column."""

    element: Element
    head: float
    side: float
    flow: float  # running text
    spans: float  # tables and pictures across the columns
    caption: float = 0
    ratio: float = 0  # height / width of its picture; 0: no picture
    slack: float = 0  # added when a first layout ran over

    @cached_property
    def wants_room(self) -> bool:
        return has_class(self.element, "prominent")

    @classmethod
    def measured(cls, element: Element, measures: Measures) -> "Story":
        text, picture = find(element, "text"), find(element, "pic")
        spans = sum(measures.lines(child) for child in text if has_class(child, "span")) if text is not None else 0
        return cls(
            element=element,
            head=measures.lines(find(element, "head")),
            side=measures.lines(find(element, "side")),
            flow=max(0, measures.lines(text) - spans),
            spans=spans,
            caption=measures.lines(find(element, "pic-caption")) if picture is not None else 0,
            ratio=float(picture.get("data-ratio") or 0.66) if picture is not None else 0,
        )


@dataclass(frozen=True)
class Shape:
    """A story in one of three shapes: hero, compact or linear. Heights in whole lines."""

    name: str
    height: int  # with the smallest picture
    picture: int  # its smallest picture
    stretch: int  # how many lines the picture may grow


@dataclass
class Group:
    """The stories of one page, or of several if the first is long."""

    stories: list[Story]
    shapes: tuple[Shape, ...] = ()
    pages: int = 1
    left: int = 0
    cost: float = inf

    @property
    def elements(self) -> list[Element]:
        return [story.element for story in self.stories]


@dataclass
class Flatplan:
    """Plans the inner pages of one sheet format. `columns` of running text, `lines` per page."""

    columns: int
    lines: int
    column_mm: float
    easy: bool = False
    _groups: dict = field(default_factory=dict)

    def shapes(self, story: Story) -> list[Shape]:
        """What this story can look like here."""
        found = []
        side, spans, slack = whole(story.side), whole(story.spans), story.slack
        head = whole(story.head)
        if not self.easy and self.columns > 1:
            narrow = self.columns - 1
            text = ceil(story.flow / narrow + slack) + spans + 1
            if story.ratio:
                least, most = self._picture(story, columns=narrow)
                caption = whole(story.caption) + 1
                base = max(least, side)
                height = head + base + caption + ceil(story.flow / self.columns + slack) + spans + 1
                found.append(Shape("hero", height, base, max(0, most - base)))
                small = min(least, 11)
                height = head + max(side, small + caption + text)
                found.append(Shape("compact", height, small, max(0, min(most, 20) - small) if side <= small + text else 0))
            else:
                found.append(Shape("compact", head + max(side, text), 0, 0))
        if not found or min(shape.height for shape in found) > self.lines:
            least, most = self._picture(story, columns=self.columns) if story.ratio else (0, 0)
            caption = whole(story.caption) + 1 if story.ratio else 0
            height = head + whole(story.side / self.columns + 1) + least + caption
            height += ceil(story.flow / self.columns + slack) + spans + 1
            found.append(Shape("linear", height, least, most - least))
        return found

    def _picture(self, story: Story, *, columns: int) -> tuple[int, int]:
        """Lowest and tallest crop of its picture in lines, `columns` wide."""
        width = (columns * self.column_mm + (columns - 1) * 4.5) / 4.445
        natural = width * story.ratio
        least = max(9, min(natural * 0.72, width * 0.5))
        most = min(self.lines * 0.6, max(least, natural * 1.3 if story.ratio > 0.9 else natural * 1.22))
        return round(least), round(most)

    def group(self, stories: list[Story]) -> Group:
        """The best shapes for these stories together; its cost says how well they fill their pages."""
        best = Group(stories)
        for shapes in itertools.product(*(self.shapes(story) for story in stories)):
            height = sum(shape.height for shape in shapes) + GAP * (len(shapes) - 1)
            pages = max(1, ceil(height / self.lines))
            if pages > 1 and (len(stories) > 2 or shapes[0].height <= self.lines):
                continue
            left = pages * self.lines - height
            unfilled = max(0, left - sum(shape.stretch for shape in shapes))
            cost = unfilled**1.6 + self._taste(stories, shapes)
            if cost < best.cost:
                best = Group(stories, shapes, pages, left, cost)
        return best

    @staticmethod
    def _taste(stories: list[Story], shapes: tuple[Shape, ...]) -> float:
        """One loud story on a page, first; the ones of page 1 want room."""
        heroes = [place for place, shape in enumerate(shapes) if shape.name == "hero"]
        cost = 18 * max(0, len(heroes) - 1) + (6 if heroes and heroes[0] > 0 else 0) + (4 if not heroes else 0)
        cost += sum(25 for story, shape in zip(stories, shapes, strict=True) if story.wants_room and shape.name != "hero")
        return cost + sum(30 for shape in shapes if shape.name == "linear") + 6 * max(0, len(stories) - 3)

    def plan(self, stories: list[Story], *, other_pages: int) -> list[Group]:
        """Groups in order. The pages they take plus `other_pages` make a multiple of four if that can be done."""
        if not stories:
            return []
        best = self._partitions(stories)
        if not best:
            return [self.group([story]) for story in stories]
        fitting = [count for count in sorted(best) if (count + other_pages) % 4 == 0]
        return best[fitting[0] if fitting else min(best)][1]

    def _partitions(self, stories: list[Story]) -> dict[int, tuple[float, list[Group]]]:
        """For each possible number of pages the cheapest way to fill them (dynamic programming over the running order)."""
        table: list[dict[int, tuple[float, list[Group]]]] = [{0: (0.0, [])}] + [{} for _ in stories]
        for start in range(len(stories)):
            for end in range(start + 1, min(len(stories), start + MAX_STORIES_ON_A_PAGE) + 1):
                group = self.group(stories[start:end])
                if group.cost == inf:
                    continue
                for pages, (cost, groups) in table[start].items():
                    total = pages + group.pages
                    if total <= MAX_PAGES and cost + group.cost < table[end].get(total, (inf, []))[0]:
                        table[end][total] = (cost + group.cost, [*groups, group])
        return table[-1]


def stories_in(root: Element, measures: Measures) -> list[Story]:
    return [Story.measured(element, measures) for element in find_all(root, "story") if not has_class(element, "dates")]


def picture_heights(group: Group) -> list[int]:
    """Lines for each story's picture: the smallest, plus a fair share of what is left of the page."""
    left, heights = group.left, [shape.picture for shape in group.shapes]
    if group.pages > 1:
        left = min(left, 6)
    room = sum(shape.stretch for shape in group.shapes)
    for place, shape in enumerate(group.shapes):
        if room and shape.stretch:
            heights[place] += min(shape.stretch, left * shape.stretch // room)
    spare = left - sum(height - shape.picture for height, shape in zip(heights, group.shapes, strict=True))
    for place, shape in enumerate(group.shapes):
        more = min(spare, shape.picture + shape.stretch - heights[place]) if shape.stretch else 0
        heights[place] += max(0, more)
        spare -= max(0, more)
    return heights

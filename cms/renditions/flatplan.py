"""The flatplan: which story stands on which page, in which shape, and how high its picture is.

The planner knows stories only by their measures, so it lays out any paper. Pictures take up what is left of a page, so that
pages end level. Nothing is ever cut: every shape flows on if it must.
"""

import itertools
from dataclasses import dataclass, field, replace
from functools import cached_property
from math import ceil, inf
from xml.etree.ElementTree import Element

from .measure import Measures, find, find_all, has_class, whole
from .sheet import LINE_MM

GAP = 3  # lines between two stories
MAX_STORIES_ON_A_PAGE = 5
MAX_PAGES = 400
PAGE_COST = 40  # what a page more must bring in looks
FILLER_COST = 45  # what a page that only repeats a quote or a picture costs on top


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
    box: float = 0  # the fact box, counted in `side` too
    slack: dict[str, float] = field(default_factory=dict)  # lines more than estimated, by shape, known after a first layout

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
            box=measures.lines(find(element, "box")),
            ratio=float(picture.get("data-ratio") or 0.66) if picture is not None else 0,
        )


@dataclass(frozen=True)
class Shape:
    """A story in one of four shapes: hero, compact, columns or linear. Heights in whole lines."""

    name: str
    height: int  # with the smallest picture
    picture: int  # its smallest picture
    stretch: int  # how many lines the picture may grow
    solid: int  # what stands together at its top: head, picture and the first lines


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
        side, spans = whole(story.side), whole(story.spans)
        head = whole(story.head)
        if not self.easy and self.columns > 1:
            narrow = self.columns - 1
            text = ceil(story.flow / narrow) + spans + 1
            if story.ratio:
                least, most = self._picture(story, columns=narrow)
                caption = whole(story.caption) + 1
                base = max(least, side)
                height = head + base + caption + ceil(story.flow / self.columns) + spans + 1
                found.append(Shape("hero", height, base, max(0, most - base), head + base + caption + 4))
                small = min(least, 11)
                height = head + max(side, small + caption + text)
                stretch = max(0, min(most, 20) - small) if side <= small + text else 0
                found.append(Shape("compact", height, small, stretch, head + max(side, small + caption + 4)))
            else:
                found.append(Shape("compact", head + max(side, text), 0, 0, head + max(side, 4)))
            if not {"letter", "dates"} & set((story.element.get("class") or "").split()):
                found.append(self._in_columns(story))
        if not found or min(shape.height for shape in found) > self.lines:
            least, most = self._picture(story, columns=self.columns) if story.ratio else (0, 0)
            caption = whole(story.caption) + 1 if story.ratio else 0
            height = head + whole(story.side / self.columns + 1) + least + caption
            height += ceil(story.flow / self.columns) + spans + 1
            solid = min(self.lines, height - ceil(story.flow / self.columns) - spans + 3)
            found.append(Shape("linear", height, least, most - least, solid))
        return [replace(shape, height=shape.height + ceil(story.slack.get(shape.name, 0))) for shape in found]

    def _in_columns(self, story: Story) -> Shape:
        """The densest shape: picture and box stand in the columns."""
        picture = round(min(13, self.column_mm * story.ratio / LINE_MM)) if story.ratio else 0
        head = whole(story.head) + whole((story.side - story.box) / self.columns) + 1
        column = story.flow + story.box + picture + (story.caption + 2 if picture else 0)
        height = head + ceil(column / self.columns) + whole(story.spans) + 1
        return Shape("columns", height, picture, 0, head + picture + 5)

    def narrow(self, story: Story) -> list[Shape]:
        """Beside the column of dates: one text column less, nothing at the side, the picture above the text or in it."""
        columns = self.columns - 1
        head = whole(story.head * 1.3) + whole((story.side - story.box) / columns * 1.1) + 1
        text, spans = story.flow + story.box, whole(story.spans)
        if not story.ratio:
            return [Shape("narrow", head + ceil(text / columns) + spans + 1, 0, 0, 0)]
        least, most = self._picture(story, columns=columns)
        least, caption = min(11, least), whole(story.caption) + 1
        above = head + least + caption + ceil(text / columns) + spans + 1
        small = round(min(13, self.column_mm * story.ratio / LINE_MM))
        within = head + ceil((text + small + caption) / columns) + spans + 1
        return [Shape("narrow", above, least, most - least, 0), Shape("narrow-columns", within, small, 0, 0)]

    def _picture(self, story: Story, *, columns: int) -> tuple[int, int]:
        """Lowest and tallest crop of its picture in lines, `columns` wide."""
        width = (columns * self.column_mm + (columns - 1) * 4.5) / LINE_MM
        natural = width * story.ratio
        least = max(9, min(natural * 0.72, width * 0.5))
        most = min(self.lines * 0.6, max(least, natural * 1.3 if story.ratio > 0.9 else natural * 1.22))
        return round(least), round(most)

    def group(self, stories: list[Story]) -> Group:
        """The best shapes for these stories together; its cost says how well they fill their pages."""
        best = Group(stories)
        for shapes in itertools.product(*(self.shapes(story) for story in stories)):
            pages, left, waste, splits = self._flow(shapes)
            if pages > 1 and splits == 0:
                continue  # two groups say the same
            if pages > 2 and len(stories) > 2:
                continue
            unfilled = max(0, left - sum(shape.stretch for shape in shapes))
            cost = unfilled**1.6 + waste**1.6 + 30 * splits + self._taste(stories, shapes, pages=pages)
            if cost < best.cost:
                best = Group(stories, shapes, pages, left, cost)
        return best

    def _flow(self, shapes: tuple[Shape, ...]) -> tuple[int, int, int, int]:
        """How these shapes run down the pages: pages, lines left on the last, lines wasted on others, stories divided."""
        page, line, waste, splits = 1, 0, 0, 0
        for shape in shapes:
            gap = GAP if line else 0
            if line and line + gap + shape.solid > self.lines:
                waste += self.lines - line
                page, line, gap = page + 1, 0, 0
            line += gap + shape.height
            while line > self.lines:
                page, line, splits = page + 1, line - self.lines, splits + 1
        return page, self.lines - line, waste, splits

    @staticmethod
    def _taste(stories: list[Story], shapes: tuple[Shape, ...], *, pages: int) -> float:
        """One loud story on a page, first; the ones of page 1 want room."""
        heroes = [place for place, shape in enumerate(shapes) if shape.name == "hero"]
        cost = 18 * max(0, len(heroes) - pages) + (6 if heroes and heroes[0] > 0 else 0) + (4 if not heroes else 0)
        cost += sum(25 for story, shape in zip(stories, shapes, strict=True) if story.wants_room and shape.name != "hero")
        return (
            cost + sum(30 for shape in shapes if shape.name == "linear") + sum(4 for shape in shapes if shape.name == "columns")
        )

    def plan(self, stories: list[Story], *, other_pages: int) -> list[Group]:
        """Groups in order, on as many pages as look best; what is missing to a multiple of four costs extra."""
        if not stories:
            return []
        best = self._partitions(stories)
        if not best:
            return [self.group([story]) for story in stories]

        def price(count: int) -> float:
            missing = -(count + other_pages) % 4
            return best[count][0] + PAGE_COST * (count + missing) + FILLER_COST * missing

        return best[min(best, key=price)][1]

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

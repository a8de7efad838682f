"""The flatplan: which story stands on which page, in which shape, and how high its picture is.

The planner knows stories only by their measures, so it lays out any paper. Pictures take up what is left of a page, so that
pages end level. Nothing is ever cut: what does not fit on a page runs on to the next. What shapes there are: shapes.py.
"""

import itertools
from dataclasses import dataclass, field
from functools import cache
from math import inf
from xml.etree.ElementTree import Element

from .copyfit import PLAIN, Setting
from .measure import has_class
from .pour import Run, run
from .shapes import Shape, Shaping
from .stories import GAP, Story

HEAD_RULE = 0.42  # lines of rule and padding above the head of a story that is not the first of its page
CONTINUED_HEAD = 2.0  # lines that name a story on the page it continues on
JUMP = 1.0  # line of “continued on page …”
MAX_STORIES_ON_A_PAGE = 5
MAX_PAGES = 400
MAX_SPLIT = 60  # pages that one story may run over
PAGE_COST = 40.0  # what a page more must bring in looks
FILLER_COST = 100.0  # what a page that only repeats a quote or a picture costs on top
STRIP = 7.0  # lines left from which a strip can stand at the foot of a page
STRIP_LEAST = 5.0  # lines that stay white for which pictures make room for a strip
STRIP_MOST = 18.0  # lines that a strip is high at most
STRIP_COST = 34.0
ALONE_COST = 50.0  # of the letter or the dates on a page of their own
LARGE = 0.55  # of a page: what is lower can be set large on a page of its own
COPYFIT_COST = 3.0  # what setting text closer by one percent of anything must bring in looks
SPLIT_COST = 26.0  # what running on to a next page must bring in looks
EASY_SPLIT_COST = 150.0  # in Leichte Sprache: a text stays together if it can
SHORT = 8.0  # lines: a story that runs on for so little looks like a mistake
FOOT = 0.6  # lines that pictures leave free: margins of boxes at the foot of a column


@dataclass
class Placing:
    """A story on its pages: the text of each, and the page of the group it begins on."""

    story: Story
    shape: Shape
    page: int
    runs: list[Run] = field(default_factory=list)


@dataclass
class Group:
    """The stories of one page, or of several if one runs on."""

    stories: list[Story]
    shapes: tuple[Shape, ...] = ()
    placings: list[Placing] = field(default_factory=list)
    pages: int = 1
    left: float = 0
    cost: float = inf
    strips: bool = True  # whether a strip may stand at its foot
    band: float = 0.0  # lines of the strip that does, once it is written

    @property
    def splits(self) -> int:
        """How often stories run on to a next page."""
        return sum(len(placing.runs) - 1 for placing in self.placings)

    @property
    def short_rests(self) -> int:
        return sum(1 for placing in self.placings if len(placing.runs) > 1 and placing.runs[-1].height < SHORT)

    @property
    def setting(self) -> Setting:
        """Of the running text on its pages."""
        return next((shape.setting for shape in self.shapes if shape.setting != PLAIN), PLAIN)

    def fitted(self, story: Story) -> Setting:
        """What this story is set in."""
        return next((shape.setting for one, shape in zip(self.stories, self.shapes, strict=True) if one is story), PLAIN)

    @property
    def elements(self) -> list[Element]:
        return [story.element for story in self.stories]

    @property
    def unfilled(self) -> float:
        """Lines of its last page that even the largest pictures leave."""
        return max(0.0, self.left - sum(self.spare))

    @property
    def spare(self) -> list[float]:
        """How much each picture may grow: only those of stories that stand whole on the last page."""
        return [
            placing.shape.stretch if placing.page == self.pages and len(placing.runs) == 1 else 0.0 for placing in self.placings
        ]

    def alone(self, *, lines: float) -> bool:
        """Whether this is the letter or the dates on a page of their own, set large so that they fill it."""
        if len(self.stories) != 1 or not 0 < self.stories[0].fixed < lines * LARGE:
            return False
        return any(has_class(self.stories[0].element, name) for name in ("letter", "dates"))

    @property
    def strip(self) -> float:
        """Lines for a strip at the foot; pictures grow less where the strip then closes the page."""
        unfilled = self.unfilled
        fixed = len(self.stories) == 1 and self.stories[0].fixed
        if not self.strips or fixed or self.pages > 1 or unfilled < STRIP_LEAST or self.left < STRIP:
            return 0.0
        return max(unfilled, STRIP)

    def white(self, *, strip: float = 0.0) -> float:
        """Lines that are left above the strip when pictures have grown."""
        return max(0.0, self.left - strip - FOOT - sum(self.spare))

    def pictures(self, *, strip: float = 0.0) -> list[float]:
        """Lines for each story's picture: the smallest, plus a fair share of what is left of the page above the strip."""
        spare = self.spare
        room = sum(spare)
        used = max(0.0, min(self.left - strip - FOOT, room))
        return [
            placing.shape.picture + (used * more / room if room else 0.0)
            for placing, more in zip(self.placings, spare, strict=True)
        ]


@dataclass
class Flatplan(Shaping):
    """Plans the inner pages of one sheet format."""

    strips: bool = False  # whether there are quotes that may stand at the foot of another page
    settings: tuple[Setting, ...] = (PLAIN,)  # what running text may be set in: closer than usual only if that is needed

    def group(self, stories: list[Story], *, settings: tuple[Setting, ...] = ()) -> Group:
        """The best shapes for these stories together; its cost says how well they fill their pages."""
        best = Group(stories)
        for setting in settings or self.settings:
            for shapes in itertools.product(*(self.shapes_of(story, setting) for story in stories)):
                group = self.place(stories, shapes)
                if group.pages > 1 and group.splits == 0:
                    continue  # two groups say the same
                if group.pages > 2 and len(stories) > 3:
                    continue
                group.cost += self._taste(group) + COPYFIT_COST * setting.strength
                if group.cost < best.cost:
                    best = group
        return best

    def place(self, stories: list[Story], shapes: tuple[Shape, ...]) -> Group:
        """How these shapes run down the pages; its cost counts what they leave empty."""
        group = Group(stories, shapes, strips=self.strips)
        page, line, waste = 1, 0.0, 0.0
        for story, shape in zip(stories, shapes, strict=True):
            gap = GAP if line else -HEAD_RULE
            if line and line + gap + shape.solid > self.lines:
                waste += max(0.0, self.lines - line)  # the last story may reach a hair below the page
                page, line, gap = page + 1, 0.0, -HEAD_RULE
            placing = Placing(story, shape, page)
            group.placings.append(placing)
            if line + gap + shape.height <= self.lines + 0.05 or story.fixed:
                placing.runs.append(run(self.pieces(story, shape), shape.columns, narrow=shape.columns < self.columns))
                line += gap + shape.height
            else:
                line = self._run_on(placing, top=line + gap + shape.above)
                page += len(placing.runs) - 1
        group.pages, group.left = page, self.lines - line
        unfilled = group.unfilled
        if group.alone(lines=self.lines):
            group.cost = ALONE_COST
        elif group.strip:
            group.cost = min(unfilled**1.6, STRIP_COST + max(0.0, unfilled - STRIP_MOST) ** 1.6) + waste**1.6
        else:
            group.cost = unfilled**1.6 + waste**1.6
        return group

    def _run_on(self, placing: Placing, *, top: float) -> float:
        """Divide a story among pages. Returns the line at which it ends on its last."""
        shape = placing.shape
        pieces = self.pieces(placing.story, shape)
        first = run(pieces, shape.columns, room=max(0.0, self.lines - top - JUMP), narrow=shape.columns < self.columns)
        placing.runs.append(first)
        rest = first.rest
        while rest and len(placing.runs) < MAX_SPLIT:
            room = self.lines - CONTINUED_HEAD
            whole = run(rest, self.columns, room=room)
            part = whole if not whole.rest else run(rest, self.columns, room=room - JUMP, force=True)
            placing.runs.append(part)
            rest = part.rest
        return CONTINUED_HEAD + placing.runs[-1].height if len(placing.runs) > 1 else top + first.height

    def _taste(self, group: Group) -> float:
        """One loud story on a page, first; the ones of page 1 want room."""
        shapes = group.shapes
        heroes = [place for place, shape in enumerate(shapes) if shape.name == "hero"]
        cost = 18.0 * max(0, len(heroes) - group.pages) + (6 if heroes and heroes[0] > 0 else 0) + (4 if not heroes else 0)
        cost += sum(25 for story, shape in zip(group.stories, shapes, strict=True) if story.wants_room and shape.name != "hero")
        cost += sum(30 for shape in shapes if shape.name == "linear") + sum(4 for shape in shapes if shape.name == "columns")
        cost += sum(
            0.6 * max(0.0, shape.height - shape.least)
            for story, shape in zip(group.stories, shapes, strict=True)
            if shape.name == "compact" and not story.ratio and not story.fixed
        )
        return cost + (EASY_SPLIT_COST if self.easy else SPLIT_COST) * group.splits + 30 * group.short_rests

    def plan(self, stories: list[Story], *, other_pages: int, multiple: int = 4, limit: int = 0) -> list[Group]:
        """Groups in order, on as many pages as look best, at most `limit` of the whole paper if that is possible.

        What is missing to a multiple costs extra.
        """
        if not stories:
            return []
        best = self._partitions(stories)
        if not best:
            return [self.group([story]) for story in stories]

        def price(count: int) -> tuple[bool, float]:
            missing = -(count + other_pages) % multiple
            late = bool(limit) and count + other_pages > limit
            if late:
                return True, count
            return False, best[count][0] + PAGE_COST * (count + missing) + FILLER_COST * missing

        return best[min(best, key=price)][1]

    def _partitions(self, stories: list[Story]) -> dict[int, tuple[float, list[Group]]]:
        """For each possible number of pages the cheapest way to fill them (dynamic programming over the running order)."""
        table: list[dict[int, tuple[float, list[Group]]]] = [{0: (0.0, [])}] + [{} for _ in stories]
        for start in range(len(stories)):
            for group in self._groups_from(stories, start):
                for pages, (cost, groups) in table[start].items():
                    total, end = pages + group.pages, start + len(group.stories)
                    if total <= MAX_PAGES and cost + group.cost < table[end].get(total, (inf, []))[0]:
                        table[end][total] = (cost + group.cost, [*groups, group])
        return table[-1]

    def _groups_from(self, stories: list[Story], start: int):
        least = 0.0
        for end in range(start + 1, min(len(stories), start + MAX_STORIES_ON_A_PAGE) + 1):
            if end > start + 1 and stories[end - 1].element.get("data-starts-page") is not None:
                return
            least += min(shape.height for shape in self.shapes_of(stories[end - 1])) + GAP
            if end > start + 1 and least > 2.5 * self.lines:
                return
            group = self.group(stories[start:end])
            if group.cost < inf:
                yield group

    def excess(self, stories: list[Story], *, pages: int) -> dict[int, float]:
        """Lines of text column that each story is too long, by its place, if all had to stand on so many pages."""
        heights = [min(shape.height for shape in self.shapes_of(story)) for story in stories]

        @cache
        def cheapest(start: int, left: int) -> tuple[float, tuple]:
            if start == len(stories):
                return 0.0, ()
            if not left:
                return inf, ()
            found = (inf, ())
            for end in range(start + 1, len(stories) + 1):
                over = max(0.0, sum(heights[start:end]) + GAP * (end - start - 1) - self.lines)
                rest, cuts = cheapest(end, left - 1)
                found = min(found, (rest + over**1.2, ((start, end, over), *cuts)))
            return found

        _cost, pieces = cheapest(0, max(1, pages))
        late: dict[int, float] = {}
        for start, end, over in pieces:
            if over > 0.05:
                longest = max(range(start, end), key=lambda place: (not stories[place].fixed, stories[place].flow))
                late[longest] = over * self.columns
        return late

"""The flatplan: which story stands on which page, in which shape, and how high its picture is.

The planner knows stories only by their measures, so it lays out any paper. Pictures take up what is left of a page, so that
pages end level. Nothing is ever cut: what does not fit on a page runs on to the next.
"""

import itertools
from dataclasses import dataclass, field
from functools import cache
from math import inf
from xml.etree.ElementTree import Element

from .pour import Pieces, Run, run
from .sheet import LINE_MM
from .stories import GAP, Story

HEAD_RULE = 0.42  # lines of rule and padding above the head of a story that is not the first of its page
CONTINUED_HEAD = 2.0  # lines that name a story on the page it continues on
JUMP = 1.0  # line of “continued on page …”
MAX_STORIES_ON_A_PAGE = 5
MAX_PAGES = 400
MAX_SPLIT = 60  # pages that one story may run over
PAGE_COST = 40.0  # what a page more must bring in looks
FILLER_COST = 70.0  # what a page that only repeats a quote or a picture costs on top
STRIP = 9.0  # lines left from which a strip can stand at the foot of a page
STRIP_LEAST = 5.0  # lines that stay white for which pictures make room for a strip
STRIP_MOST = 18.0  # lines that a strip is high at most
STRIP_COST = 34.0
FOOT = 0.6  # lines that pictures leave free: margins of boxes at the foot of a column


@dataclass(frozen=True)
class Shape:
    """A story in one of four shapes: hero, compact, columns or linear. Heights in lines."""

    name: str
    above: float  # head, picture, caption: what stands above the text
    text: float
    columns: int
    picture: float = 0  # its smallest picture
    stretch: float = 0  # how many lines the picture may grow
    least: float = 0  # height of what stands beside text and picture
    dense: bool = False  # picture and box stand among the text

    @property
    def height(self) -> float:
        """With the smallest picture."""
        return max(self.above + self.text, self.least)

    @property
    def solid(self) -> float:
        """What stands together at its top: head, picture and the first lines."""
        return self.above + min(self.text, 6 + (self.picture + 2 if self.dense else 0))


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

    @property
    def strip(self) -> float:
        """Lines for a strip at the foot; pictures grow less where the strip then closes the page."""
        unfilled = self.unfilled
        alone = len(self.stories) == 1 and self.stories[0].fixed  # dates and letter fill a page by themselves
        if alone or self.pages > 1 or unfilled < STRIP_LEAST or self.left < STRIP:
            return 0.0
        return max(unfilled, STRIP)

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
class Flatplan:
    """Plans the inner pages of one sheet format. `columns` of running text, `lines` per page."""

    columns: int
    lines: float
    column_mm: float
    easy: bool = False
    strips: bool = False  # whether there are quotes that may stand at the foot of another page

    def shapes(self, story: Story) -> list[Shape]:
        """What this story can look like here."""
        if story.fixed:
            return [Shape("compact", story.fixed, 0, self.columns)]
        found = []
        if not self.easy and self.columns > 1:
            found += self._with_side(story)
            found.append(self._in_columns(story))
        if not found or min(shape.height for shape in found) > self.lines:
            found.append(self._linear(story))
        return found

    def _with_side(self, story: Story) -> list[Shape]:
        narrow = run(story.text, self.columns - 1, narrow=True).height
        if not story.ratio:
            return [Shape("compact", story.head_small, narrow, self.columns - 1, least=story.head_small + story.side)]
        least, most = self._picture(story, columns=self.columns - 1)
        base = max(least, story.side - story.caption)
        wide = run(story.text, self.columns).height
        hero = Shape("hero", story.head + base + story.caption, wide, self.columns, base, max(0.0, most - base))
        small = min(least, 11.0)
        compact = Shape(
            "compact",
            story.head_small + small + story.caption,
            narrow,
            self.columns - 1,
            small,
            max(0.0, min(most, 24.0) - small),
            story.head_small + story.side,
        )
        return [hero, compact]

    def _in_columns(self, story: Story) -> Shape:
        """The densest shape: picture and box stand in the columns."""
        picture = round(min(13.0, self.column_mm * story.ratio / LINE_MM), 2) if story.ratio else 0.0
        text = run(story.dense_text(picture), self.columns).height
        return Shape("columns", story.head_small + story.side_wide, text, self.columns, picture, dense=True)

    def _linear(self, story: Story) -> Shape:
        """One below the other: what every story can be set in."""
        least, most = self._picture(story, columns=self.columns) if story.ratio else (0.0, 0.0)
        least = max(8.0, least * 0.55) if story.ratio else 0.0  # it grows if there is room
        above = story.head + story.side + least + (story.caption if story.ratio else 0)
        return Shape("linear", above, run(story.text, self.columns).height, self.columns, least, most - least)

    def narrow(self, story: Story) -> list[Shape]:
        """Beside the column of dates: one text column less, nothing at the side, the picture above the text or in it."""
        columns = self.columns - 1
        head = story.head_narrow + story.side_wide
        box = (story.box,) if story.box else ()
        if not story.ratio:
            pieces = story.dense_text(0)
            return [Shape("narrow", head, run(pieces, columns, narrow=True).height, columns, dense=bool(box))]
        least, most = self._picture(story, columns=columns)
        least = min(11.0, least)
        above = Shape(
            "narrow",
            head + least + story.caption,
            run(story.dense_text(0), columns, narrow=True).height,
            columns,
            least,
            most - least,
            dense=bool(box),
        )
        small = round(min(13.0, self.column_mm * story.ratio / LINE_MM), 2)
        within = run(story.dense_text(small), columns, narrow=True).height
        return [above, Shape("narrow-columns", head, within, columns, small, dense=True)]

    def _picture(self, story: Story, *, columns: int) -> tuple[float, float]:
        """Lowest and tallest crop of its picture in lines, `columns` wide."""
        width = (columns * self.column_mm + (columns - 1) * 4.5) / LINE_MM
        natural = width * story.ratio
        least = max(9.0, min(natural * 0.72, width * 0.5))
        most = min(self.lines * 0.6, max(least, natural * 1.3 if story.ratio > 0.9 else natural * 1.34))
        return round(least, 2), round(max(least, most), 2)

    def pieces(self, story: Story, shape: Shape) -> Pieces:
        if not shape.dense:
            return story.text
        return story.dense_text(0 if shape.name == "narrow" else shape.picture)

    def group(self, stories: list[Story]) -> Group:
        """The best shapes for these stories together; its cost says how well they fill their pages."""
        best = Group(stories)
        for shapes in itertools.product(*(self._shapes_of(story) for story in stories)):
            group = self._place(stories, shapes)
            splits = sum(len(placing.runs) - 1 for placing in group.placings)
            if group.pages > 1 and splits == 0:
                continue  # two groups say the same
            if group.pages > 2 and len(stories) > 3:
                continue
            if group.cost + self._taste(group, splits=splits) < best.cost:
                group.cost += self._taste(group, splits=splits)
                best = group
        return best

    def _shapes_of(self, story: Story) -> list[Shape]:
        known = story.__dict__.setdefault("_shapes", {})
        key = (self.columns, self.lines, self.easy)
        if key not in known:
            shapes = self.shapes(story)
            wanted = [shape for shape in shapes if shape.name == story.element.get("data-shape")]
            known[key] = wanted or shapes
        return known[key]

    def _place(self, stories: list[Story], shapes: tuple[Shape, ...]) -> Group:
        """How these shapes run down the pages; its cost counts what they leave empty."""
        group = Group(stories, shapes)
        page, line, waste = 1, 0.0, 0.0
        for story, shape in zip(stories, shapes, strict=True):
            gap = GAP if line else -HEAD_RULE
            if line and line + gap + shape.solid > self.lines:
                waste += self.lines - line
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
        if group.strip and self.strips:
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

    @staticmethod
    def _taste(group: Group, *, splits: int) -> float:
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
        short = sum(1 for placing in group.placings if len(placing.runs) > 1 and placing.runs[-1].height < 8)
        return cost + 26 * splits + 30 * short

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
            least += min(shape.height for shape in self._shapes_of(stories[end - 1])) + GAP
            if end > start + 1 and least > 2.5 * self.lines:
                return
            group = self.group(stories[start:end])
            if group.cost < inf:
                yield group

    def excess(self, stories: list[Story], *, pages: int) -> dict[int, float]:
        """Lines of text column that each story is too long, by its place, if all had to stand on so many pages."""
        heights = [min(shape.height for shape in self._shapes_of(story)) for story in stories]

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

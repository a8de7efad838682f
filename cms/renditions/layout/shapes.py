"""Shapes: what a story can look like on paper, from its measures. Pure arithmetic; the flatplan chooses among them."""

from dataclasses import dataclass, replace

from ..sheet import LINE_MM
from .copyfit import PLAIN, Setting
from .pour import Pieces, run
from .stories import Story

TALLEST = 1.5  # of a picture's own height: what it may grow to where a page has room, its sides cropped


@dataclass(frozen=True)
class Shape:
    """A story in one of its shapes: hero, compact, columns, narrow or linear. Heights in lines."""

    name: str
    above: float  # head, picture, caption: what stands above the text
    text: float
    columns: int
    picture: float = 0  # its smallest picture
    stretch: float = 0  # how many lines the picture may grow
    least: float = 0  # height of what stands beside text and picture
    dense: bool = False  # picture and box stand among the text
    setting: Setting = PLAIN  # of its running text

    @property
    def height(self) -> float:
        """With the smallest picture."""
        return max(self.above + self.text, self.least)

    @property
    def solid(self) -> float:
        """What stands together at its top: head, picture and the first lines."""
        return self.above + min(self.text, 6 + (self.picture + 2 if self.dense else 0))


@dataclass
class Shaping:
    """The shapes of stories on one sheet format. `columns` of running text, `lines` per page."""

    columns: int
    lines: float
    column_mm: float
    easy: bool = False

    def shapes_of(self, story: Story, setting: Setting = PLAIN) -> list[Shape]:
        """What may be chosen among: the shape that editors want, where they want one."""
        known = story.__dict__.setdefault("_shapes", {})
        key = (self.columns, self.lines, self.easy, setting, len(story.text_in(setting)))
        if key not in known:
            shapes = self.shapes(story, setting)
            wanted = [shape for shape in shapes if shape.name == story.element.get("data-shape")]
            known[key] = wanted or shapes
        return known[key]

    def shapes(self, story: Story, setting: Setting = PLAIN) -> list[Shape]:
        """What this story can look like here."""
        if story.fixed:
            return [Shape("compact", story.fixed, 0, self.columns)]
        found = []
        if self.columns > 1 and not self.easy:
            found += [*self._with_side(story, setting), self._in_columns(story, setting)]
        elif self.columns > 1 and story.ratio:
            found.append(self._hero(story, setting))
        if not found or self.easy or min(shape.height for shape in found) > self.lines:
            found.append(self._linear(story, setting))
        return [replace(shape, setting=setting) for shape in found] if setting != PLAIN else found

    def _with_side(self, story: Story, setting: Setting) -> list[Shape]:
        narrow = run(story.text_in(setting), self.columns - 1, narrow=True).height
        if not story.ratio:
            return [Shape("compact", story.head_small, narrow, self.columns - 1, least=story.head_small + story.side)]
        least, most = self._picture(story, columns=self.columns - 1)
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
        return [self._hero(story, setting), compact]

    def _hero(self, story: Story, setting: Setting) -> Shape:
        """A large picture beside what introduces the story, the text below both."""
        least, most = self._picture(story, columns=self.columns - 1)
        base = max(least, story.side - story.caption)
        wide = run(story.text_in(setting), self.columns).height
        return Shape("hero", story.head + base + story.caption, wide, self.columns, base, max(0.0, most - base))

    def _in_columns(self, story: Story, setting: Setting) -> Shape:
        """The densest shape: picture and box stand in the columns."""
        picture = round(min(13.0, self.column_mm * story.ratio / LINE_MM), 2) if story.ratio else 0.0
        text = run(story.dense_text(picture, setting=setting), self.columns).height
        return Shape("columns", story.head_small + story.side_wide, text, self.columns, picture, dense=True)

    def _linear(self, story: Story, setting: Setting) -> Shape:
        """One below the other: what every story can be set in."""
        least, most = self._picture(story, columns=self.columns) if story.ratio else (0.0, 0.0)
        least = max(8.0, least * 0.55) if story.ratio else 0.0  # it grows if there is room
        above = story.head + story.side + least + (story.caption if story.ratio else 0)
        return Shape("linear", above, run(story.text_in(setting), self.columns).height, self.columns, least, most - least)

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
        most = min(self.lines * 0.6, max(least, natural * (1.3 if story.ratio > 0.9 else TALLEST)))
        return round(least, 2), round(max(least, most), 2)

    def pieces(self, story: Story, shape: Shape) -> Pieces:
        if not shape.dense:
            return story.text_in(shape.setting)
        return story.dense_text(0 if shape.name == "narrow" else shape.picture, setting=shape.setting)

"""Pages on sheets for the copier: folded booklets, posters on A4 sheets to glue, several pieces on a sheet with cut marks.

Pure geometry in PDF points, with pikepdf; what has to be written on the sheets comes back as labels, see overlays.py.
"""

from dataclasses import dataclass, field
from itertools import batched, product
from math import ceil
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name

from .ink.marks import strokes
from .press import opened

POINTS = 72 / 25.4
A4, A3 = (210.0, 297.0), (297.0, 420.0)
PAPER_THICKNESS = 0.1  # mm, of the usual 80 g paper
TILE_MARGIN, OVERLAP = 10.0, 10.0  # mm: unprinted edge of a copier's sheet, and what lies under the next sheet
TICK, LEAST_EDGE = 4.0, 6.0  # mm: length of a cut mark, and the edge it needs
SLACK = 0.6  # mm that a piece may be larger than the paper


@dataclass(frozen=True)
class Label:
    """Words on a sheet; x and y (mm from its top left corner) are the middle of the left edge, or the middle if centred."""

    page: int
    x: float
    y: float
    text: str
    size: float = 8.0  # pt
    centred: bool = False


@dataclass
class Imposed:
    """Sheets as PDF, their size in mm, and what is to be written on them."""

    pdf: pikepdf.Pdf
    size: tuple[float, float]
    labels: list[Label] = field(default_factory=list)


class _Press:
    """The file being made: its forms are the pages of the source, drawn where they are wanted."""

    def __init__(self, made: bytes | Path, *, size: tuple[float, float]):
        self.source = opened(made)
        self.out = pikepdf.new()
        self.size = size
        self.forms = []
        for page in self.source.pages:
            form = self.out.copy_foreign(page.as_form_xobject())
            form.BBox = Array([float(value) for value in page.TrimBox])
            self.forms.append(form)
        left, bottom, right, top = (float(value) for value in self.source.pages[0].TrimBox)
        self.width, self.height = (right - left) / POINTS, (top - bottom) / POINTS

    def sheet(self, drawn: list[tuple], *, lines: bytes = b"") -> None:
        """One sheet. `drawn`: (page number, x, y of its lower left corner, scale, clip or None), all in mm."""
        width, height = (value * POINTS for value in self.size)
        page = self.out.add_blank_page(page_size=(width, height))
        names, parts = Dictionary(), []
        for number, x, y, scale, clip in drawn:
            form = self.forms[number]
            left, bottom = (float(value) for value in list(form.BBox)[:2])
            names[f"/P{number}"] = form
            window = "{:.3f} {:.3f} {:.3f} {:.3f} re W n ".format(*(value * POINTS for value in clip)) if clip else ""
            x, y = x * POINTS - left * scale, y * POINTS - bottom * scale
            parts.append(f"q {window}{scale:.5f} 0 0 {scale:.5f} {x:.3f} {y:.3f} cm /P{number} Do Q")
        page.Resources = Dictionary(XObject=names)
        page.Contents = self.out.make_stream("\n".join(parts).encode() + b"\nq " + lines + b"Q")
        page.TrimBox = page.MediaBox

    def done(self, labels: list[Label] | None = None, *, duplex: str = "/Simplex") -> Imposed:
        info = self.source.docinfo
        self.out.docinfo["/Title"] = str(info.get("/Title", ""))
        self.out.Root.ViewerPreferences = Dictionary(PrintScaling=Name("/None"), Duplex=Name(duplex), DisplayDocTitle=True)
        return Imposed(self.out, self.size, labels or [])


def booklet(made: bytes | Path, *, rtl: bool = False) -> Imposed:
    """Two pages on each side of a sheet, so that the folded pile reads in order; print on both sides, flip on the short edge.

    Blank pages that are needed come before the last page, which stays the back. Inner sheets stand out when folded (creep): their
    pages move towards the spine by the thickness of the paper.
    """
    press = _Press(made, size=(0, 0))
    fits_a4 = press.width <= A4[1] / 2 + SLACK and press.height <= A4[0] + SLACK
    press.size = (A4[1], A4[0]) if fits_a4 else (A3[1], A3[0])
    width, height = press.size
    scale = min(1.0, width / 2 / press.width, height / press.height)
    w, bottom = press.width * scale, (height - press.height * scale) / 2
    pages = booklet_order(len(press.forms), rtl=rtl)
    for number, (left, right) in enumerate(pages):
        creep = PAPER_THICKNESS * (number // 2)
        drawn = []
        if left is not None:
            drawn.append((left, width / 2 - w + creep, bottom, scale, (0, 0, width / 2, height)))
        if right is not None:
            drawn.append((right, width / 2 - creep, bottom, scale, (width / 2, 0, width / 2, height)))
        press.sheet(drawn)
    return press.done(duplex="/DuplexFlipShortEdge")


def booklet_order(count: int, *, rtl: bool = False) -> list[tuple[int | None, int | None]]:
    """(left page, right page) of every side of every sheet, from the outermost; pages count from 0, None is blank."""
    total = ceil(count / 4) * 4
    pages: list = [*range(count - 1), *[None] * (total - count), count - 1]
    sides = []
    for sheet in range(total // 4):
        front = (pages[total - 1 - 2 * sheet], pages[2 * sheet])
        back = (pages[2 * sheet + 1], pages[total - 2 - 2 * sheet])
        sides += [front, back]
    return [(right, left) for left, right in sides] if rtl else sides


@dataclass(frozen=True)
class Grid:
    """How a poster is divided: sheets across and down, and the size (mm) of paper and of what is printed on each."""

    columns: int
    rows: int
    paper: tuple[float, float]

    @property
    def window(self) -> tuple[float, float]:
        return tuple(length - 2 * TILE_MARGIN for length in self.paper)

    @property
    def step(self) -> tuple[float, float]:
        return tuple(length - OVERLAP for length in self.window)

    def name(self, column: int, row: int) -> str:
        return f"{chr(65 + row)}{column + 1}"


def grid_for(width: float, height: float) -> Grid:
    """The way to lay A4 sheets that takes the fewest."""
    grids = []
    for paper in (A4, A4[::-1]):
        step = [length - 2 * TILE_MARGIN - OVERLAP for length in paper]
        columns, rows = (
            max(1, ceil((length - OVERLAP - 0.01) / part)) for length, part in zip((width, height), step, strict=True)
        )
        grids.append(Grid(columns, rows, paper))
    return min(grids, key=lambda grid: grid.columns * grid.rows)


def tiles(made: bytes | Path, *, words: dict[str, str]) -> Imposed:
    """A poster on A4 sheets: first the plan, then the sheets by row. `words`: plan, sheet, glue; see orders.py."""
    press = _Press(made, size=A4)
    grid = grid_for(press.width, press.height)
    labels: list[Label] = []
    press.size = grid.paper
    for number in range(len(press.forms)):
        _plan(press, grid, labels, number=number, words=words)
        for row, column in product(range(grid.rows), range(grid.columns)):
            _tile(press, grid, labels, number=number, row=row, column=column, words=words)
    return press.done(labels)


def _plan(press: _Press, grid: Grid, labels: list[Label], *, number: int, words: dict) -> None:
    """The whole poster small, with the sheets' edges and names."""
    width, height = press.size
    head = 28.0
    scale = min((width - 40) / press.width, (height - head - 20) / press.height)
    left, bottom = (width - press.width * scale) / 2, (height - head - press.height * scale) / 2
    lines, page = [], len(press.out.pages)
    top = bottom + press.height * scale
    for column in range(1, grid.columns):
        x = left + column * grid.step[0] * scale
        lines.append((x, bottom - 3, x, top + 3))
    for row in range(1, grid.rows):
        y = top - row * grid.step[1] * scale
        lines.append((left - 3, y, left + press.width * scale + 3, y))
    drawn = strokes([tuple(value * POINTS for value in line) for line in lines])
    press.sheet([(number, left, bottom, scale, None)], lines=drawn)
    labels.append(Label(page, width / 2, 16, words["plan"], size=12, centred=True))
    for row, column in product(range(grid.rows), range(grid.columns)):
        across = min((column + 0.5) * grid.step[0], press.width - 10) * scale
        down = min((row + 0.5) * grid.step[1], press.height - 10) * scale
        labels.append(Label(page, left + across, height - top + down, grid.name(column, row), size=13, centred=True))


def _tile(press: _Press, grid: Grid, labels: list[Label], *, number: int, row: int, column: int, words: dict) -> None:
    (width, height), page = press.size, len(press.out.pages)
    (step_x, step_y), (window_w, window_h) = grid.step, grid.window
    x = TILE_MARGIN - column * step_x
    y = height - TILE_MARGIN + row * step_y - press.height
    lines = []
    if column < grid.columns - 1:  # the next sheet's edge
        edge = TILE_MARGIN + step_x
        lines.append((edge, TILE_MARGIN - TICK, edge, height - TILE_MARGIN + TICK))
        labels.append(Label(page, edge - 34, 6.5, words["glue"].format(name=grid.name(column + 1, row)), size=6.5))
    if row < grid.rows - 1:
        edge = TILE_MARGIN + OVERLAP
        lines.append((TILE_MARGIN - TICK, edge, width - TILE_MARGIN + TICK, edge))
        text = words["glue"].format(name=grid.name(column, row + 1))
        labels.append(Label(page, width / 2, height - 6.5, text, size=6.5, centred=True))
    cuts = _cut_here(grid, row=row, column=column, height=height, width=width)
    drawn = strokes(_points(cuts)) + strokes(_points(lines), dashed=True)
    press.sheet([(number, x, y, 1.0, (TILE_MARGIN, TILE_MARGIN, window_w, window_h))], lines=drawn)
    place = row * grid.columns + column + 1
    said = words["sheet"].format(name=grid.name(column, row), number=place, count=grid.columns * grid.rows)
    labels.append(Label(page, TILE_MARGIN, 6.5, said))


def _cut_here(grid: Grid, *, row: int, column: int, height: float, width: float) -> list[tuple]:
    """Cut marks at the edges that will lie on top of another sheet: left and above."""
    lines = []
    if column:
        lines += [(TILE_MARGIN, y, TILE_MARGIN, y + TICK) for y in (TILE_MARGIN - TICK, height - TILE_MARGIN)]
    if row:
        y = height - TILE_MARGIN
        lines += [(x, y, x + TICK, y) for x in (TILE_MARGIN - TICK, width - TILE_MARGIN)]
    return lines


def _points(lines: list[tuple]) -> list[tuple]:
    return [tuple(value * POINTS for value in line) for line in lines]


def n_up(made: bytes | Path) -> Imposed:
    """As many copies as fit on A4 (or A3, if only one would), at full size, with cut marks; backs lie behind their fronts."""
    press = _Press(made, size=A4)
    columns, rows, press.size = _most(press.width, press.height)
    width, height = press.size
    left, bottom = (width - columns * press.width) / 2, (height - rows * press.height) / 2
    lines = _cut_lines(press, columns=columns, rows=rows, left=left, bottom=bottom)
    for sides in batched(range(len(press.forms)), 2, strict=False):
        for number in sides:
            places = product(range(columns), range(rows))
            press.sheet(
                [(number, left + i * press.width, bottom + j * press.height, 1.0, None) for i, j in places],
                lines=strokes(_points(lines)),
            )
    return press.done(duplex="/DuplexFlipLongEdge" if len(press.forms) > 1 else "/Simplex")


def _most(width: float, height: float) -> tuple[int, int, tuple[float, float]]:
    """(columns, rows, paper): on A4 if two or more fit there, else on A3; at least one."""
    for paper in (A4, A3):
        found = []
        for sheet in (paper, paper[::-1]):
            columns, rows = int((sheet[0] + SLACK) / width), int((sheet[1] + SLACK) / height)
            found.append((columns * rows, columns, rows, sheet))
        count, columns, rows, sheet = max(found, key=lambda entry: entry[0])
        if count >= 2:
            return columns, rows, sheet
    return (columns, rows, sheet) if count else (1, 1, (max(width, A3[0]), max(height, A3[1])))


def _cut_lines(press: _Press, *, columns: int, rows: int, left: float, bottom: float) -> list[tuple]:
    """A tick at each end of each cut: outside the pieces where there is room, else at the very edge of the paper."""
    width, height = press.size
    lines = []
    out_x, out_y = (TICK if edge >= LEAST_EDGE else 0 for edge in (left, bottom))
    for column in range(columns + 1):
        x = left + column * press.width
        if 0.3 < x < width - 0.3:
            first = bottom - 1 - out_y if out_y else max(0.0, bottom)
            lines += [(x, first, x, first + TICK), (x, height - first - TICK, x, height - first)]
    for row in range(rows + 1):
        y = bottom + row * press.height
        if 0.3 < y < height - 0.3:
            first = left - 1 - out_x if out_x else max(0.0, left)
            lines += [(first, y, first + TICK, y), (width - first - TICK, y, width - first, y)]
    return lines

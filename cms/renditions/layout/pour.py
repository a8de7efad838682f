"""Pouring measured text into columns: which lines stand in which column, how high the columns are, what is left over.

Pure arithmetic on atoms, the smallest parts of a text that stand together. Heights are lines of running text (12.6 pt).
Columns whose content is known need no balancing by WeasyPrint, which costs four times the layout itself.
"""

from dataclasses import dataclass
from functools import lru_cache
from math import inf

ORPHANS = 2
EPSILON = 0.04
FARTHEST = 5  # paragraphs that a pull quote moves at most
WORTH_MOVING = 0.6  # of a line that columns must get lower for it
STEP = 0.25  # of a line, when looking for the lowest columns that hold a text


@dataclass(frozen=True, eq=False)
class Atom:
    """A paragraph, a list item, a box. `path` leads to its element below the story's text; "pic" and "box" are moved there."""

    path: tuple
    height: float
    gap: float = 0.0  # to what stands above it in the same column
    top: float = 0.0  # of its height, what falls away at the top of a column
    lines: int = 0  # of a paragraph that may be divided; 0: stands together
    line: float = 1.0
    marks: tuple[int, ...] = ()  # visible characters up to the end of each line
    hyphens: tuple[int, ...] = ()  # lines that end within a word
    keep: bool = False  # stays with what follows
    span: bool = False  # stands across all columns
    floats: bool = False  # a pull quote: may stand between other paragraphs
    narrow: float = 0.0  # height of a span across one column less


@dataclass(frozen=True)
class Piece:
    """An atom, or some lines of it: from line `start` up to line `end`; None: to its end."""

    atom: Atom
    start: int = 0
    end: int | None = None

    @property
    def whole(self) -> bool:
        return self.start == 0 and self.end is None

    @property
    def height(self) -> float:
        if self.whole:
            return self.atom.height
        last = self.atom.lines if self.end is None else self.end
        return (last - self.start) * self.atom.line


Pieces = tuple[Piece, ...]


@dataclass(frozen=True)
class Segment:
    """What stands between two parts across all columns: columns side by side, or one such part."""

    columns: tuple[Pieces, ...]
    height: float
    span: bool = False
    above: float = 0.0  # distance to what is above it


def pieces_of(atoms: list[Atom]) -> Pieces:
    return tuple(Piece(atom) for atom in atoms)


@lru_cache(maxsize=20_000)
def pour(pieces: Pieces, columns: int, height: float, force: bool = False) -> tuple[tuple[Pieces, ...], Pieces]:
    """`pieces` in at most `columns` columns of this height, and the rest. `force` puts something into the first column."""
    poured: list[Pieces] = []
    rest = pieces
    for number in range(columns):
        if not rest:
            break
        column, rest = _column(rest, height=height, force=force and number == 0)
        poured.append(column)
    return tuple(poured), rest


def _column(pieces: Pieces, *, height: float, force: bool) -> tuple[Pieces, Pieces]:
    placed: list[Piece] = []
    y = 0.0
    for number, piece in enumerate(pieces):
        gap, size = (piece.atom.gap, piece.height) if placed else (0.0, piece.height - (piece.atom.top if not piece.start else 0))
        if piece.start:
            gap = 0.0
        if y + gap + size <= height + EPSILON:
            placed.append(piece)
            y += gap + size
            continue
        rest = pieces[number:]
        if divided := _divide(piece, room=height - y - gap):
            placed.append(divided[0])
            rest = (divided[1], *rest[1:])
        elif not placed and force:
            placed.append(piece)
            rest = rest[1:]
        while len(placed) > 1 and placed[-1].atom.keep and placed[-1].end is None and rest:
            rest = (placed.pop(), *rest)
        if len(placed) == 1 and placed[0].atom.keep and rest and not force:
            return (), pieces
        return tuple(placed), rest
    return tuple(placed), ()


def _divide(piece: Piece, *, room: float) -> tuple[Piece, Piece] | None:
    """The paragraph cut where at most `room` lines stand above the cut: two lines on each side, no word divided."""
    atom = piece.atom
    last = atom.lines if piece.end is None else piece.end
    most = min(int((room + EPSILON) / atom.line), last - piece.start - ORPHANS) if atom.lines else 0
    for count in range(most, ORPHANS - 1, -1):
        if piece.start + count - 1 not in atom.hyphens:
            cut = piece.start + count
            return Piece(atom, piece.start, cut), Piece(atom, cut, piece.end)
    return None


@lru_cache(maxsize=5_000)
def balanced(pieces: Pieces, columns: int) -> tuple[tuple[Pieces, ...], float]:
    """The lowest columns that hold everything, and their height. A pull quote stands where they end most level."""
    if not pieces:
        return (), 0.0
    best = _lowest(pieces, columns)
    for order in _arrangements(pieces) if columns > 1 else ():
        if not pour(order, columns, round(best[1] - WORTH_MOVING, 3))[1]:  # one look, before columns are searched
            best = _lowest(order, columns)
    return best


def _arrangements(pieces: Pieces) -> list[Pieces]:
    """The text with its pull quote a few paragraphs earlier or later, nearest first."""
    place = next((number for number, piece in enumerate(pieces) if piece.atom.floats), None)
    if place is None:
        return []
    rest = pieces[:place] + pieces[place + 1 :]
    spots = sorted(range(max(1, place - FARTHEST), min(len(rest), place + FARTHEST + 1)), key=lambda spot: abs(spot - place))
    return [(*rest[:spot], pieces[place], *rest[spot:]) for spot in spots if spot != place and _parts(rest[spot - 1], rest[spot])]


def _parts(above: Piece, below: Piece) -> bool:
    """Whether a pull quote may stand between these two: not below a heading, not within a list, not at another quote."""
    together = len(above.atom.path) > 1 and above.atom.path[0] == below.atom.path[0]
    return not (above.atom.keep or together or above.atom.floats or below.atom.floats)


def _lowest(pieces: Pieces, columns: int) -> tuple[tuple[Pieces, ...], float]:
    total = sum(piece.height + piece.atom.gap for piece in pieces)
    tallest = max((piece.height for piece in pieces if not piece.atom.lines), default=1.0)
    height = max(total / columns - 2, tallest - 1, 1.0)
    while True:
        poured, rest = pour(pieces, columns, round(height, 3))
        if not rest:
            return poured, max(map(column_height, poured))
        height += STEP


def column_height(column: Pieces) -> float:
    height = 0.0
    for number, piece in enumerate(column):
        if number == 0:
            height += piece.height - (piece.atom.top if not piece.start else 0)
        else:
            height += piece.height + (0 if piece.start else piece.atom.gap)
    return height


@dataclass(frozen=True)
class Run:
    """The part of a text on one page."""

    segments: tuple[Segment, ...]
    height: float
    rest: Pieces = ()


@lru_cache(maxsize=20_000)
def run(pieces: Pieces, columns: int, *, room: float = inf, narrow: bool = False, force: bool = False) -> Run:
    """As much of a text as `room` holds: segments of balanced columns between the parts that stand across them."""
    segments: list[Segment] = []
    y = 0.0
    while pieces:
        first = pieces[0]
        above = first.atom.gap if segments and not first.start else 0.0
        if first.atom.span:
            height = first.atom.narrow if narrow and first.atom.narrow else first.height
            if y + above + height > room + EPSILON and not (force and not segments):
                return Run(tuple(segments), y, pieces)
            segments.append(Segment(((first,),), height, span=True, above=above))
            y, pieces = y + above + height, pieces[1:]
            continue
        end = next((place for place, piece in enumerate(pieces) if piece.atom.span), len(pieces))
        part = pieces[:end]
        poured, height = balanced(part, columns)
        if y + above + height > room + EPSILON:
            poured, left = pour(part, columns, round(max(0.0, room - y - above), 3), force and not segments)
            if any(poured):
                height = max(column_height(column) for column in poured)
                segments.append(Segment(poured, height, above=above))
                y += above + height
            return Run(tuple(segments), y, left + pieces[end:])
        segments.append(Segment(poured, height, above=above))
        y, pieces = y + above + height, pieces[end:]
    return Run(tuple(segments), y)


def text_height(atoms: Pieces, columns: int, *, narrow: bool = False) -> float:
    return run(atoms, columns, narrow=narrow).height

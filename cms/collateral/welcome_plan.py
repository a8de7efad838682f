"""A patchwork of greetings: rows of tiles of unequal width that fill a field, whatever the scripts. Lengths are mm.

Rows are chosen so that all greetings are set in nearly one size; every tile gets the room its words take.
"""

from dataclasses import dataclass, replace
from itertools import accumulate

from cms.core.typography import typeset
from cms.renditions import faces
from cms.renditions.display_type import Setting, paragraph_lines, set_text
from cms.renditions.templatetags.piece_tags import Frame, PieceSheet

from .greetings import Greeting

COLOURS = ("poppy", "petrol", "sky", "sun", "wheat", "plum", "leaf", "honey", "mist")
TALL = 0.5  # most of a row's height that the type takes: letters stand free above the language's name
LETTER_ROOM = 0.10  # of the row's height, beside the words
MOST_IN_ROW = 4


@dataclass(frozen=True)
class Tile:
    greeting: Greeting
    x: float
    y: float
    width: float
    height: float
    size: float  # of the greeting's type
    pad: float  # from the tile's side to its words
    colour: str
    corner: int  # where the quarter disc lies: 0–3, 4 for none
    least: float = 0.0  # no type is smaller

    @property
    def label(self) -> float:
        """Size of the language's name."""
        return max(self.height * 0.15, self.least)

    @property
    def style(self) -> str:
        return Frame(self.x, self.y, self.width, self.height).style


@dataclass(frozen=True)
class Row:
    """Greetings beside each other, set so that together they fill the width."""

    greetings: tuple[Greeting, ...]
    size: float

    @property
    def height(self) -> float:
        return self.size / TALL


def patchwork(greetings: list[Greeting], *, width: float, height: float, pad: float, least: float = 0.0) -> list[Tile]:
    """Tiles in reading order that fill width × height; `pad` keeps words from the tile's sides."""
    rows = best_rows(greetings, width=width, height=height, pad=pad)
    if not rows:
        return []
    heights = _heights(rows, height=height)
    tiles: list[Tile] = []
    y = 0.0
    for number, (row, row_height) in enumerate(zip(rows, heights, strict=True)):
        row_tiles = _tiles(row, y=y, width=width, height=row_height, pad=pad, above=tiles, number=number)
        tiles += [replace(tile, least=least) for tile in row_tiles]
        y += row_height
    return tiles


def best_rows(greetings: list[Greeting], *, width: float, height: float, pad: float) -> list[Row]:
    """The division into rows whose natural heights come closest to the field's, with type of nearly one size."""
    best: tuple[float, list[Row]] | None = None
    for per_row in [number / 4 for number in range(4, MOST_IN_ROW * 4 + 1)]:
        ideal = height / max(1.0, len(greetings) / per_row)
        rows = _divide(greetings, width=width, ideal=ideal, pad=pad)
        total = sum(row.height for row in rows)
        sizes = [min(row.size, ideal * TALL) for row in rows]
        cost = abs(total - height) / height + 0.7 * (max(sizes) - min(sizes)) / max(sizes)
        if best is None or cost < best[0]:
            best = (cost, rows)
    return best[1] if best else []


def _divide(greetings: list[Greeting], *, width: float, ideal: float, pad: float) -> list[Row]:
    """Into rows whose height is as near as possible to `ideal`: shortest path over the places between greetings."""
    costs: list[tuple[float, list[Row]]] = [(0.0, [])]
    for end in range(1, len(greetings) + 1):
        options = []
        for start in range(max(0, end - MOST_IN_ROW), end):
            row = _row(tuple(greetings[start:end]), width=width, pad=pad)
            ratio = row.height / ideal
            cost = max(ratio, 1 / max(ratio, 0.01)) ** 2 - 1 if ratio < 1 else (ratio - 1) * 0.55
            options.append((costs[start][0] + cost, [*costs[start][1], row]))
        costs.append(min(options, key=lambda option: option[0]))
    return costs[-1][1]


def _row(greetings: tuple[Greeting, ...], *, width: float, pad: float) -> Row:
    ems = sum(greeting.face.width(greeting.text) + LETTER_ROOM / TALL for greeting in greetings)
    return Row(greetings, max(0.1, (width - 2 * pad * len(greetings)) / ems))


def _heights(rows: list[Row], *, height: float) -> list[float]:
    """Natural heights stretched to the field; no row more than half as high again as the mean."""
    mean = height / len(rows)
    natural = [min(max(row.height, mean * 0.72), mean * 1.45) for row in rows]
    return [value * height / sum(natural) for value in natural]


def _tiles(row: Row, *, y: float, width: float, height: float, pad: float, above: list[Tile], number: int) -> list[Tile]:
    """Widths as the words need them at the row's size; what is over is shared out."""
    size = min(row.size, height * TALL)
    needs = [greeting.face.width(greeting.text) * size + 2 * pad for greeting in row.greetings]
    spare = (width - sum(needs)) / len(needs)
    tiles, x = [], 0.0
    for place, (greeting, need) in enumerate(zip(row.greetings, needs, strict=True)):
        near = [
            tile.colour
            for tile in above
            if tile.y + tile.height > y - 0.01 and tile.x < x + need + spare and tile.x + tile.width > x
        ]
        near += [tiles[-1].colour] if tiles else []
        used = [tile.colour for tile in above + tiles]
        colour = min((name for name in COLOURS if name not in near), key=lambda name: (used.count(name), _turn(name, number)))
        corner = (number * 2 + place * 3) % 5
        tiles.append(Tile(greeting, x, y, need + spare, height, size, pad, colour, corner))
        x += need + spare
    return tiles


def _turn(name: str, number: int) -> int:
    """Where the search for a colour begins moves on with every row."""
    return (COLOURS.index(name) - number) % len(COLOURS)


@dataclass(frozen=True)
class WallLine:
    """One line of the word wall: greetings that fill the width, in one size."""

    greetings: tuple[Greeting, ...]
    y: float
    height: float
    size: float
    gap: float


def word_wall(greetings: list[Greeting], *, width: float, height: float) -> list[WallLine]:
    """All greetings as lines that run from edge to edge; few words are large, many are small. They fill the height."""
    best: tuple[float, list[tuple[Greeting, ...]]] | None = None
    for count in range(max(1, len(greetings) // MOST_IN_ROW), len(greetings) + 1):
        lines = _balanced(greetings, count=count)
        sizes = [_wall_size(line, width=width) for line in lines]
        total = sum(size * 1.28 for size in sizes)
        cost = abs(total - height) + (0.5 * (total - height) if total > height else 0)
        if best is None or cost < best[0]:
            best = (cost, lines)
    lines = best[1]
    sizes = [_wall_size(line, width=width) for line in lines]
    scale = min(1.0, height / sum(size * 1.28 for size in sizes))
    rest = (height - sum(size * 1.28 * scale for size in sizes)) / len(lines)
    placed, y = [], 0.0
    for line, size in zip(lines, sizes, strict=True):
        ems = sum(greeting.face.width(greeting.text) for greeting in line)
        gap = (width - ems * size * scale) / max(1, len(line) - 1)
        placed.append(WallLine(line, y, size * 1.28 * scale + rest, size * scale, gap))
        y += size * 1.28 * scale + rest
    return placed


def _wall_size(line: tuple[Greeting, ...], *, width: float) -> float:
    ems = sum(greeting.face.width(greeting.text) for greeting in line) + 0.6 * (len(line) - 1)
    return width / ems


def _balanced(greetings: list[Greeting], *, count: int) -> list[tuple[Greeting, ...]]:
    """In order, into `count` lines whose lengths differ as little as possible."""
    run = [0.0, *accumulate(greeting.face.width(greeting.text) + 0.6 for greeting in greetings)]
    target, total = run[-1] / count, len(greetings)
    best: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}]
    for _line in range(count):
        best.append(
            {
                end: min(
                    (cost + (run[end] - run[start] - target) ** 2, start)
                    for start, (cost, _from) in best[-1].items()
                    if start < end
                )
                for end in range(min(best[-1]) + 1, total + 1)
            }
        )
    lines, end = [], total
    for number in range(count, 0, -1):
        start = best[number][end][1]
        lines.append(tuple(greetings[start:end]))
        end = start
    return lines[::-1]


@dataclass(frozen=True)
class SignPlan:
    """The parts of a sign: head with the large greeting, field of greetings, foot. x from the inline start."""

    claim: Setting
    head: Frame
    text: Frame
    place: Frame
    emblem: Frame
    field: Frame
    foot: Frame
    tiles: tuple[Tile, ...] = ()
    lines: tuple[WallLine, ...] = ()

    @property
    def sun(self) -> Frame:
        """The disc behind the emblem: as large as the large greeting beside it allows, or behind all of it below."""
        emblem, text = self.emblem, self.text
        centre = emblem.x + emblem.width / 2
        if text.x + text.width > centre:
            return Frame(centre - 0.51 * emblem.height, emblem.y, 1.02 * emblem.height, 1.02 * emblem.height)
        free = centre - text.x - text.width - 0.4 * text.x
        size = min(1.5 * emblem.height, max(2 * free, 0.9 * emblem.width))
        return Frame(centre - size / 2, emblem.y + 0.47 * emblem.height - size / 2, size, size)

    @property
    def frames(self) -> dict[str, Frame]:
        names = ("head", "text", "place", "emblem", "field", "foot", "sun")
        return {name: getattr(self, name) for name in names}


def plan_sign(
    greetings: list[Greeting],
    *,
    claim: str,
    place: str,
    text: str,
    piece: PieceSheet,
    design: str,
    sender: tuple[str, ...] = (),
    easy: bool = False,
) -> SignPlan:
    """Everything on the sign measured out. Raises RenditionError if a greeting's font is missing."""
    for greeting in greetings:
        greeting.check()
    sheet, edge, unit = piece.sheet, piece.edge, piece.sheet.unit
    face, claim, place = (faces.EASY if easy else faces.CLAIM), typeset(claim), typeset(place)
    beside = piece.shape in ("wide", "strip")
    foot_h = _foot_height(typeset(text), piece=piece, width=sheet.width - 2 * edge, sender=sender, easy=easy)
    foot = Frame(edge, sheet.height - piece.low - foot_h, sheet.width - 2 * edge, foot_h)
    if beside:
        head = Frame(0, 0, sheet.width * 0.34, foot.y - 1.6 * unit)
    else:
        head = Frame(0, 0, sheet.width, sheet.height * (0.31 if len(greetings) <= 5 else 0.27 if piece.shape != "tall" else 0.22))
    place_size = piece.type_size("body")
    place_h = (
        paragraph_lines(place, width=head.width * (0.8 if beside else 0.5), size=place_size, face=faces.MEDIUM) * place_size * 1.3
        if place
        else 0
    )
    room = head.height - edge - place_h - (3.4 if place else 2.6) * unit
    share = 1.0 if beside else 0.57 if design == "patchwork" else 0.86
    width = head.width * share - (1.7 if beside else 1.0) * edge
    setting = set_text(
        claim,
        width=width,
        height=room * (0.62 if beside else 1),
        face=face,
        leading=1.24 if faces.joins(claim) else 0.98,
        most_lines=3,
        largest=sheet.height * 0.16,
    )
    top = edge + max(0.0, (room - setting.height) * (0 if beside else 0.5))
    below = top + setting.height + 1.2 * unit
    field = (
        Frame(head.width, 0, sheet.width - head.width, foot.y - 2.6 * unit)
        if beside
        else Frame(0, head.height, sheet.width, foot.y - 2.6 * unit - head.height)
    )
    emblem_h = (head.height - below - place_h - 2 * unit) if beside else head.height - 0.6 * edge
    emblem_w = min(head.width * (0.8 if beside else 0.36), emblem_h * 0.9)
    emblem_x = (head.width - emblem_w) / 2 if beside else head.width - emblem_w - edge * 0.6
    plan = {
        "claim": setting,
        "head": head,
        "text": Frame(edge, top, width, setting.height),
        "place": Frame(edge, below, width, place_h),
        "emblem": Frame(emblem_x, head.height - emblem_h, max(0.0, emblem_w), max(0.0, emblem_h)),
        "field": field,
        "foot": foot,
    }
    legal = piece.type_size("legal")
    if design == "wall":
        inner = Frame(field.x + edge, field.y, field.width - 2 * edge, field.height)
        plan["lines"] = tuple(word_wall(greetings, width=inner.width, height=inner.height))
        plan["field"] = inner
    else:
        plan["tiles"] = tuple(
            patchwork(
                greetings,
                width=field.width,
                height=field.height,
                pad=_pad(greetings, piece=piece),
                least=legal,
            )
        )
    return SignPlan(**plan)


def _pad(greetings: list[Greeting], *, piece: PieceSheet) -> float:
    """Many small tiles stand closer; the outer words keep the sheet's edge where they can."""
    return piece.edge * (1.0 if len(greetings) <= 14 else 0.6 if len(greetings) <= 26 else 0.45)


def _foot_height(text: str, *, piece: PieceSheet, width: float, sender: tuple[str, ...], easy: bool) -> float:
    small, legal = piece.type_size("small"), piece.type_size("legal")
    face = faces.EASY if easy else faces.STRONG
    lines = paragraph_lines(text, width=width * 0.6, size=small * 1.1, face=face) if text else 0
    beside = sum(paragraph_lines(part, width=width * 0.36 * 0.96, size=legal, face=faces.STRONG) for part in sender)
    return max(lines * small * 1.1 * 1.32, beside * legal * 1.3)

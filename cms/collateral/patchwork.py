"""A patchwork of greetings: rows of tiles of unequal width that fill a field, whatever the scripts. Lengths are mm.

Rows are chosen so that all greetings are set in nearly one size; every tile gets the room its words take.
"""

from dataclasses import dataclass, replace

from cms.renditions.templatetags.piece_tags import Frame

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

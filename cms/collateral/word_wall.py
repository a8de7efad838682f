"""A wall of greetings: lines that run from edge to edge, each in the size that fills the width. Lengths are mm."""

from dataclasses import dataclass
from itertools import accumulate

from .greetings import Greeting

MOST_IN_LINE = 4
LEADING = 1.28
SPACE = 0.6  # em between two greetings, at least


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
    for count in range(max(1, len(greetings) // MOST_IN_LINE), len(greetings) + 1):
        lines = _balanced(greetings, count=count)
        sizes = [_wall_size(line, width=width) for line in lines]
        total = sum(size * LEADING for size in sizes)
        cost = abs(total - height) + (0.5 * (total - height) if total > height else 0)
        if best is None or cost < best[0]:
            best = (cost, lines)
    lines = best[1]
    sizes = [_wall_size(line, width=width) for line in lines]
    scale = min(1.0, height / sum(size * LEADING for size in sizes))
    rest = (height - sum(size * LEADING * scale for size in sizes)) / len(lines)
    placed, y = [], 0.0
    for line, size in zip(lines, sizes, strict=True):
        ems = sum(greeting.face.width(greeting.text) for greeting in line)
        gap = (width - ems * size * scale) / max(1, len(line) - 1)
        placed.append(WallLine(line, y, size * LEADING * scale + rest, size * scale, gap))
        y += size * LEADING * scale + rest
    return placed


def _wall_size(line: tuple[Greeting, ...], *, width: float) -> float:
    ems = sum(greeting.face.width(greeting.text) for greeting in line) + SPACE * (len(line) - 1)
    return width / ems


def _balanced(greetings: list[Greeting], *, count: int) -> list[tuple[Greeting, ...]]:
    """In order, into `count` lines whose lengths differ as little as possible."""
    run = [0.0, *accumulate(greeting.face.width(greeting.text) + SPACE for greeting in greetings)]
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

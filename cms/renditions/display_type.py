"""Large type that fits by itself: a text, a box and a face → lines broken by sense and the largest size that fits.

WeasyPrint breaks lines greedily and knows no text-wrap: balance, so claims on pieces are broken here. Knows no Django.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

import pyphen

from .faces import CLAIM, NOTO, Face

SOFT_HYPHEN = "\u00ad"
UGLY = 0.16  # how much size a good break is worth
SLACK = 1.0  # em that a line may be longer than the shortest possible longest one, if that breaks better
PARTS = re.compile(rf"( +|{SOFT_HYPHEN})")
ENDED = re.compile(r"[.!?؟] \S+$")
LEANING = 4  # words up to so many letters lean on the next one: articles, prepositions


@dataclass(frozen=True)
class Setting:
    """How a text is set: its lines, and the size of the type in mm."""

    lines: tuple[str, ...]
    size: float
    fits: bool = True
    leading: float = 1.0

    @property
    def height(self) -> float:
        return len(self.lines) * self.size * self.leading

    @property
    def cap_height(self) -> float:
        """Height of a capital in mm (Rubik: 0.7 em)."""
        return self.size * 0.7


def set_text(
    text: str,
    *,
    width: float,
    height: float,
    face: Face = CLAIM,
    leading: float = 1.0,
    most_lines: int = 4,
    largest: float = 1e6,
    smallest: float = 0.0,
) -> Setting:
    """The text as large as it fits into width × height (mm). Line breaks that the editor typed are kept.

    Below `smallest` it is set in that size and `fits` is False.
    """
    paragraphs = tuple(line.strip() for line in text.replace("\r", "").split("\n") if line.strip())
    if not paragraphs:
        return Setting(lines=(), size=0.0, leading=leading)
    face = face if face.carries("".join(paragraphs)) else NOTO
    best = max(
        (
            _try(lines, width=width, height=height, face=face, leading=leading)
            for lines in _breakings(paragraphs, most_lines, face)
        ),
        key=lambda tried: (tried[0] * (1 - UGLY * tried[2]), -len(tried[1])),
    )
    size = min(best[0], largest)
    return Setting(lines=best[1], size=max(size, smallest), fits=size >= smallest - 1e-6, leading=leading)


def _try(found: tuple[tuple[str, ...], float], *, width: float, height: float, face: Face, leading: float):
    """(size, lines, ugliness) of one breaking."""
    lines, ugly = found
    longest = max(face.width(line) for line in lines)
    return min(width / max(longest, 0.01), height / (len(lines) * leading)), lines, ugly


@lru_cache(maxsize=512)
def _breakings(paragraphs: tuple[str, ...], most_lines: int, face: Face) -> tuple[tuple[tuple[str, ...], float], ...]:
    """Good ways to break the text, one for each number of lines, with a measure of how ugly each is."""
    if len(paragraphs) > 1:
        return ((paragraphs, 0.0),)
    words = PARTS.split(paragraphs[0])
    places = len(words) // 2 + 1
    ways = (_best(words, count=count, face=face) for count in range(1, min(most_lines, places) + 1))
    return tuple(way for way in ways if way)


def _best(words: list[str], *, count: int, face: Face):
    """`count` lines with the shortest possible longest line; among nearly as short ones, the one broken by sense."""
    total, widths = len(words) // 2 + 1, {}
    for first in range(total):
        for last in range(first, total):
            line = _line(words, first, last)
            widths[first, last] = (face.width(line), line)
    least = _shortest(widths, total=total, count=count)
    if least is None:
        return None
    limit = max(least * 1.12, min(least + SLACK, least * 1.2)) + 1e-6
    best: dict[tuple[int, int], tuple[float, tuple[str, ...]]] = {(0, 0): (0.0, ())}
    for lines in range(1, count + 1):
        for end in range(1, total + 1):
            options = [
                (best[lines - 1, start][0] + cost, (*best[lines - 1, start][1], widths[start, end - 1][1]))
                for start in range(end)
                if (lines - 1, start) in best
                and (cost := _cost(*widths[start, end - 1], limit=limit, last=end == total, single=end - start == 1)) is not None
            ]
            if options:
                best[lines, end] = min(options)
    found = best.get((count, total))
    return (found[1], found[0]) if found else None


def _line(words: list[str], first: int, last: int) -> str:
    line = "".join(words[2 * first : 2 * last + 1]).replace(SOFT_HYPHEN, "")
    hyphen = 2 * last + 1 < len(words) and words[2 * last + 1] == SOFT_HYPHEN
    return f"{line}-" if hyphen else line


def _shortest(widths: dict, *, total: int, count: int) -> float | None:
    """The smallest longest line with which `count` lines are enough."""
    least = {0: 0.0}
    for _line_number in range(count):
        following: dict[int, float] = {}
        for start, longest in least.items():
            for end in range(start + 1, total + 1):
                value = max(longest, widths[start, end - 1][0])
                following[end] = min(following.get(end, value), value)
        least = following
    return least.get(total)


def _cost(width: float, line: str, *, limit: float, last: bool, single: bool) -> float | None:
    """How bad a line is: empty room, a short word left behind at its end, a lonely word as the last line. None: too long."""
    if width > limit:
        return None
    cost = ((limit - width) / limit) ** 2 * (0.6 if last else 1.0)
    final = line.rsplit(" ", 1)[-1]
    if not last:
        if final[-1] in ".,;:!?–،؟":
            cost -= 0.35
        elif final.endswith("-"):
            cost += 0.9
        elif len(final) <= LEANING + 1 and ENDED.search(line):
            cost += 0.5  # “zu Ihnen. Auch”: a sentence begun at the end of a line
        elif len(final) <= LEANING:
            cost += 0.4 if final.islower() else 0.1
    elif single and len(line) <= 5:
        cost += 0.4
    return cost


def paragraph_lines(text: str, *, width: float, size: float, face: Face) -> int:
    """Lines that running text of this size takes in a column of this width (mm); too long words are hyphenated."""
    face = face if face.carries(text) else NOTO
    lines, room = 0, 0.0
    for paragraph in text.replace("\r", "").split("\n"):
        lines, room = lines + 1, width
        for word in paragraph.split():
            needed = face.width(word, tracked=False) * size
            if needed > room and room < width:
                lines, room = lines + 1, width
            if needed > width:  # a word that only hyphens bring into the column
                lines, needed = lines + int(needed / width), needed % width
            room -= needed + face.width(" ", tracked=False) * size
    return lines


HYPHENATED = (6, 3, 3)  # letters of a word, before and after its hyphen: `hyphenate-limit-chars` of narrow fields


def hyphenated_lines(text: str, *, width: float, size: float, face: Face = CLAIM, language: str) -> int | None:
    """Lines of running text that is hyphenated as WeasyPrint does it; None if a part of a word is wider than the column (mm)."""
    face = face if face.carries(text) else NOTO
    lines, used, blank = 1, 0.0, face.width(" ", tracked=False) * size
    for word in text.split():
        rest, places = word, hyphen_places(word, language=language)
        while True:
            gap = blank if used else 0.0
            if used + gap + face.width(rest, tracked=False) * size <= width:
                used += gap + face.width(rest, tracked=False) * size
                break
            done = len(word) - len(rest)
            heads = [(place, word[done:place] + mark) for place, mark in places if place > done]
            fitting = [place for place, head in heads if used + gap + face.width(head, tracked=False) * size <= width]
            if not fitting and not used:
                return None
            rest, lines, used = word[max(fitting, default=done) :], lines + 1, 0.0
    return lines


@lru_cache(maxsize=2048)
def hyphen_places(word: str, *, language: str) -> tuple[tuple[int, str], ...]:
    """Where a word may be divided, and what is written there: a hyphen, or nothing after one that it has already."""
    least, before, after = HYPHENATED
    own = [(match.end(), "") for match in re.finditer(r"\w-(?=\w)", word)]
    known = pyphen.language_fallback(language.replace("-", "_"))
    letters = re.search(rf"[^\W\d_]{{{least},}}", word)
    if not known or not letters:
        return tuple(own)
    found = pyphen.Pyphen(lang=known).positions(letters.group())
    inside = [place for place in found if before <= place <= len(letters.group()) - after]
    return tuple(sorted([*own, *((letters.start() + place, "-") for place in inside)]))

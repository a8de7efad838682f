"""Hyphenation patterns without reading all 66,000 of German before the first word is divided, as pyphen does.

Here the file is only cut into lines; a pattern is read when a word contains it. How patterns divide a word stays pyphen's work.
"""

from functools import cache
from pathlib import Path

import pyphen

ELABORATE = (b"^^", b"=")  # marks of files whose patterns hold more than letters and digits: pyphen reads those itself


class QuickPatterns(pyphen.HyphDict):
    """The patterns of one file."""

    def __init__(self, path: Path):
        name, _end, body = path.read_bytes().replace(b"\r", b"").partition(b"\n")
        if any(mark in body for mark in ELABORATE):
            super().__init__(path)
            return
        encoding = name.decode().strip().lower().removeprefix("microsoft-")
        lines = body.decode(encoding).split("\n")
        letters = body.translate(None, b"0123456789").decode(encoding).split("\n")
        found = ((key, line) for key, line in zip(letters, lines, strict=True) if key != line)  # without a digit it says nothing
        self.patterns = Unread((key.strip(), line) for key, line in found if not key.startswith(pyphen.ignored))
        self.maxlen, self.cache = max(map(len, self.patterns)), {}


class Unread(dict):
    """Patterns by their letters, as they stand in the file."""

    def get(self, letters: str) -> tuple[int, tuple[int, ...]] | None:
        line = super().get(letters)
        return read(line) if line else None


@cache
def read(line: str) -> tuple[int, tuple[int, ...]] | None:
    """What a pattern says about each place between its letters, in pyphen's form; None if it says nothing."""
    values = tuple(int(value or "0") for value, _letter in pyphen.parse(line.strip()))
    return (0, values) if any(values) else None


def read_quickly() -> None:
    """Let pyphen read its files like this, in this process."""
    pyphen.HyphDict = QuickPatterns

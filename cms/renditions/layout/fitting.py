"""Type that gives way to its frame: smaller until the text fits, or larger while there is room.

`data-fit-min="0.7"` lets the type of a frame shrink through `--fit`; `data-fit-most="1.3"` lets that of all such frames of a
page grow together. Runs in the render process.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from math import sqrt
from xml.etree.ElementTree import Element

from weasyprint import Document

from .frames import Fit, frames_in, measured, words_in

STEP = 0.02  # the search stops this near to the largest size that fits
TRIES = 4
ROOM = 2  # free lines from which on type may grow
FIT = re.compile(r"--fit:[^;]*;?")


@dataclass
class _Search:
    """The largest size between `least` and 1 at which one frame fits."""

    frame: Element
    least: float
    good: float = 0.0  # the largest known to fit; 0: none yet
    bad: float = 1.0  # the smallest known not to fit
    now: float = 1.0

    @property
    def best(self) -> float:
        return self.good or self.least

    @property
    def done(self) -> bool:
        return bool(self.good and self.bad - self.good <= STEP) or self.bad <= self.least

    def learn(self, fit: Fit) -> None:
        if fit.over:
            self.bad = min(self.bad, self.now)
        else:
            self.good = max(self.good, self.now)

    def next_size(self, fit: Fit) -> float:
        """Halfway between what fits and what does not; before anything fits, as much smaller as the text is too long."""
        if self.good:
            return round((self.good + self.bad) / 2, 3)
        drawn = len(words_in(self.frame)) or 1
        share = sqrt(max(0.2, 1 - fit.characters_over / drawn)) if fit.characters_over else 0.9
        return max(self.least, round(min(self.now * share, self.bad - STEP), 3))


def fit_frames(root: Element, render: Callable[[], Document]) -> tuple[Document, list[Fit]]:
    """The document with every frame that may shrink set so that it just fits, and how all frames fit."""
    frames = frames_in(root)
    document = render()
    fits = measured(document, frames)
    growths = _growths([frame for frame in frames if frame.get("data-fit-most") and id(frame) in fits], fits)
    if growths:
        document, fits = _grown(frames, growths, render)
    searches = [
        _Search(frame, least=float(frame.get("data-fit-min")))
        for frame in frames
        if frame.get("data-fit-min") and id(frame) in fits and fits[id(frame)].over
    ]
    for _try in range(TRIES):
        unsettled = [search for search in searches if not search.done]
        if not unsettled:
            break
        for search in unsettled:
            search.now = search.next_size(fits[id(search.frame)])
            set_size(search.frame, search.now)
        document = render()
        fits = measured(document, frames)
        for search in unsettled:
            search.learn(fits[id(search.frame)])
    missed = [search for search in searches if search.now != search.best]
    for search in missed:
        set_size(search.frame, search.best)
    if missed:
        document = render()
        fits = measured(document, frames)
    return document, list(fits.values())


@dataclass
class _Growth:
    """The largest size from 1 on at which each of some frames of a page fits: what stands side by side looks alike."""

    frames: list[Element]
    bad: float  # the smallest known not to fit
    good: float = 1.0
    now: float = 1.0

    @property
    def done(self) -> bool:
        return self.bad - self.good <= STEP + 1e-6

    def set(self, size: float) -> None:
        self.now = round(size, 3)
        for frame in self.frames:
            set_size(frame, self.now)

    def learn(self, fits: dict[int, Fit]) -> None:
        if any(fits[id(frame)].over for frame in self.frames):
            self.bad = self.now
        else:
            self.good = self.now


def _growths(frames: list[Element], fits: dict[int, Fit]) -> list[_Growth]:
    """One for each page where all frames with words have room."""
    pages: dict[int, list[Element]] = {}
    for frame in frames:
        if words_in(frame).strip():
            pages.setdefault(fits[id(frame)].page, []).append(frame)
    return [
        _Growth(together, bad=min(float(frame.get("data-fit-most")) for frame in together) + STEP)
        for together in pages.values()
        if all(fits[id(frame)].lines_under >= ROOM for frame in together)
    ]


def _grown(frames: list[Element], growths: list[_Growth], render: Callable[[], Document]) -> tuple[Document, dict[int, Fit]]:
    for attempt in range(TRIES):
        for growth in growths:
            if not growth.done:
                growth.set((growth.good + growth.bad) / 2 if attempt else growth.bad - STEP)
        document = render()
        fits = measured(document, frames)
        for growth in growths:
            growth.learn(fits)
        if all(growth.done for growth in growths):
            break
    missed = [growth for growth in growths if growth.now != growth.good]
    for growth in missed:
        growth.set(growth.good)
    if missed:
        document = render()
        fits = measured(document, frames)
    return document, fits


def set_size(frame: Element, size: float) -> None:
    """Write `--fit` on the frame."""
    style = FIT.sub("", frame.get("style") or "").strip()
    frame.set("style", f"{style}{';' if style and not style.endswith(';') else ''}--fit:{size:g}")
    frame.set("data-fit-set", f"{size:g}")

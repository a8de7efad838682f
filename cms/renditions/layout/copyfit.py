"""Gentle copyfit: how much closer or wider running text may be set so that a story fills its place. Never silently more.

Settings are steps from how the house sets text, gentlest first: first where words are divided, then the letter-spacing, then the
size. Never more than 2 % of either. Knows no layout; stories are measured in a setting, flatplan and levelling choose one.
"""

from dataclasses import dataclass
from xml.etree.ElementTree import Element

import pyphen

from .measure import add_class

MOST = 2.0  # percent, of letter-spacing (of the type size) and of the type size
ZONE = 3.0  # percent of a line that may stay white before a word is divided, where text is set closer; usually 9 %


@dataclass(frozen=True)
class Setting:
    """A way to set running text. Percent: `spacing` and `size` of the type size, `leading` of the line height."""

    spacing: float = 0.0
    size: float = 0.0
    leading: float = 0.0
    zone: float = 0.0  # 0: as usual

    @property
    def strength(self) -> float:
        """How far it is from how the house sets text."""
        return abs(self.spacing) + abs(self.size) + abs(self.leading) + (0.5 if self.zone else 0.0)

    @property
    def style(self) -> str:
        """For paper.css."""
        found = f"--track:{self.spacing / 100:g}em;--size:{1 + self.size / 100:g}em;--lead:{1 + self.leading / 100:g}"
        return found + (f";--zone:{self.zone:g}%" if self.zone else "")

    def data(self) -> dict[str, float]:
        """What differs from the usual setting, for people who want to know what was done."""
        values = {"spacing": self.spacing, "size": self.size, "leading": self.leading, "zone": self.zone}
        return {name: value for name, value in values.items() if value}

    def put_on(self, story: Element) -> None:
        if self != PLAIN:
            add_class(story, "fitted")
            story.set("style", ";".join(part for part in (story.get("style"), self.style) if part))


PLAIN = Setting()


@dataclass(frozen=True)
class Scale:
    """The settings of one language, gentlest first."""

    closer: tuple[Setting, ...] = ()
    wider: tuple[Setting, ...] = ()


def scale_for(language: str, *, right_to_left: bool, easy: bool) -> Scale:
    """What may be done to text in this language.

    Nothing to Leichte Sprache, whose large open type is the point. Letters of Arabic script join: spaces between them would tear
    words apart, so only size and line height change.
    """
    if easy:
        return Scale()
    if right_to_left:
        steps = [Setting(size=step, leading=step) for step in (1.0, MOST)]
        return Scale(closer=tuple(Setting(size=-item.size, leading=-item.leading) for item in steps), wider=tuple(steps))
    zone = ZONE if pyphen.language_fallback(language.replace("-", "_")) else 0.0
    closer = [(0.0, 0.0)] if zone else []
    closer += [(-0.6, 0.0), (-1.2, 0.0), (-1.2, -1.0), (-1.2, -MOST)]
    wider = [(1.2, 0.0), (1.2, MOST)]
    return Scale(
        closer=tuple(Setting(spacing=spacing, size=size, zone=zone) for spacing, size in closer),
        wider=tuple(Setting(spacing=spacing, size=size) for spacing, size in wider),
    )

"""The faces that large words are set in, their files, and how wide a text runs in them. Knows no Django.

Widths come from the shaped text (HarfBuzz through Pillow): Arabic, Devanagari and kerning are measured as they will be printed.
"""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from PIL import ImageFont

OWN_FONTS = Path(__file__).resolve().parent.parent / "static" / "fonts"
SYSTEM_FONTS = (Path("/usr/share/fonts"), Path("/usr/local/share/fonts"))
MEASURE_PX = 200


class FaceMissing(Exception):
    """The file of a face is not on this system."""


@dataclass(frozen=True)
class Face:
    """One font file as CSS names it. `tracking` in em belongs to the design; scripts that join letters get none."""

    family: str
    weight: int
    file: str  # in our own folder, or the name of a file in a system folder
    tracking: float = 0.0
    index: int = 0  # in a collection (.ttc)

    def path(self) -> Path:
        """Raises FaceMissing."""
        return _path(self.file)

    def carries(self, text: str) -> bool:
        """Whether every character has a glyph; blanks and joiners need none."""
        known = _characters(self.file, self.index)
        return all(ord(letter) in known or letter.isspace() or letter in "\u00ad\u200c\u200d" for letter in text)

    def width(self, text: str, *, tracked: bool = True) -> float:
        """How wide the shaped text runs, in em; without tracking as running text is set."""
        natural = _font(self.file, self.index).getlength(text) / MEASURE_PX
        return natural + (self.tracking * len(text) if tracked and not joins(text) else 0)


CLAIM = Face("Rubik", 800, "Rubik_800ExtraBold.ttf", tracking=-0.04)
STRONG = Face("Rubik", 700, "Rubik_700Bold.ttf", tracking=-0.015)
MEDIUM = Face("Rubik", 500, "Rubik_500Medium.ttf")
EASY = Face("Atkinson Hyperlegible Next", 700, "AtkinsonHyperlegibleNext_700Bold.ttf")
NOTO = Face("Noto Sans", 700, "NotoSans-Bold.ttf", tracking=-0.01)


def joins(text: str) -> bool:
    """Whether the letters hang together, so that tracking would tear them apart."""
    return any("\u0590" <= letter <= "\u109f" or "\u1200" <= letter <= "\u18ff" for letter in text)


@lru_cache(maxsize=64)
def _path(file: str) -> Path:
    if (OWN_FONTS / file).is_file():
        return OWN_FONTS / file
    for folder in SYSTEM_FONTS:
        found = next(folder.rglob(file), None) if folder.is_dir() else None
        if found:
            return found
    raise FaceMissing(file)


@lru_cache(maxsize=64)
def _font(file: str, index: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(_path(file)), MEASURE_PX, index=index)


@lru_cache(maxsize=64)
def _characters(file: str, index: int) -> frozenset[int]:
    from fontTools.ttLib import TTFont

    with TTFont(str(_path(file)), fontNumber=index, lazy=True) as font:
        return frozenset(font.getBestCmap())

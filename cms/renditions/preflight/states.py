"""The graphics state while a page is read, and what several pages share: fonts, colour spaces, parsed forms."""

from dataclasses import dataclass, field

import pikepdf

from .fonts import Font, read_font
from .limits import decoded
from .marks import EVERYWHERE, IDENTITY, Box, Matrix
from .spaces import BLACK, Colour


@dataclass(slots=True)
class State:
    matrix: Matrix = IDENTITY
    clip: Box = EVERYWHERE
    clip_shaped: bool = False
    fill: Colour = BLACK
    stroke: Colour = BLACK
    fill_pattern: pikepdf.Object | None = None  # a pattern's dictionary or stream, where one paints instead of a colour
    stroke_pattern: pikepdf.Object | None = None
    line: float = 1.0
    fill_alpha: float = 1.0
    stroke_alpha: float = 1.0
    fill_overprint: bool = False
    stroke_overprint: bool = False
    overprint_mode: int = 0
    blend: str = "/Normal"
    soft_mask: bool = False
    font: Font | None = None
    size: float = 0.0
    letter_space: float = 0.0
    word_space: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    render: int = 0


def _blend_mode(value) -> str:
    return str(value[0] if isinstance(value, pikepdf.Array) else value)


STATE_KEYS = {  # of an ExtGState dictionary: where it goes, and what makes a value of it
    "/ca": ("fill_alpha", float),
    "/CA": ("stroke_alpha", float),
    "/OP": ("stroke_overprint", bool),
    "/op": ("fill_overprint", bool),
    "/OPM": ("overprint_mode", int),
    "/BM": ("blend", _blend_mode),
    "/SMask": ("soft_mask", lambda value: isinstance(value, pikepdf.Dictionary)),
    "/LW": ("line", float),
}


@dataclass
class Cache:
    """What several pages share, by object number."""

    fonts: dict = field(default_factory=dict)
    spaces: dict = field(default_factory=dict)
    streams: dict = field(default_factory=dict)

    def font(self, source) -> Font:
        key = getattr(source, "objgen", (0, 0))
        if key == (0, 0):
            return read_font(source)
        if key not in self.fonts:
            self.fonts[key] = read_font(source)
        return self.fonts[key]

    def instructions(self, stream) -> list:
        key = stream.objgen
        if key not in self.streams:
            decoded(stream)
            self.streams[key] = pikepdf.parse_content_stream(stream)
        return self.streams[key]

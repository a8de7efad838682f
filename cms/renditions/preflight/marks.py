"""Marks: what a page paints, one by one, in mm from the trim's top left corner. Made by reading.py, judged by the checks."""

from dataclasses import dataclass, field

import pikepdf

from .fonts import Font
from .spaces import BLACK, Colour

Matrix = tuple[float, float, float, float, float, float]
Box = tuple[float, float, float, float]  # left, top, right, bottom in mm
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
EVERYWHERE: Box = (-1e9, -1e9, 1e9, 1e9)
POINTS = 72 / 25.4  # points in a mm


@dataclass(slots=True, eq=False)
class Mark:
    """`kind`: text, fill, stroke, picture, shading. `box` is what is seen of it, `whole` what it would be unclipped."""

    kind: str
    box: Box
    whole: Box
    colour: Colour = BLACK
    alpha: float = 1.0
    overprint: bool = False
    overprint_mode: int = 0
    blend: str = "/Normal"
    soft_mask: bool = False
    shaped: bool = False  # not simply the rectangle `box`
    points: float = 0.0  # size of type, or width of a line, in pt
    font: Font | None = None
    empty_glyphs: int = 0
    glyphs: int = 0
    image: pikepdf.Object | None = None
    matrix: Matrix = IDENTITY
    runs: list | None = None  # a drawing of horizontal strokes: (x, y, length, width) in mm; QR codes are made so
    inline: bool = False
    gaps: tuple[tuple[float, float], ...] = ()  # of a line of type: where wide white begins and ends, in mm from the left
    hyphen: bool = False  # type that ends with one

    @property
    def width(self) -> float:
        return self.box[2] - self.box[0]

    @property
    def height(self) -> float:
        return self.box[3] - self.box[1]

    @property
    def is_solid(self) -> bool:
        """Hides what lies below it."""
        return self.alpha > 0.98 and not self.soft_mask and self.blend in ("/Normal", "/Compatible") and not self.overprint


@dataclass
class PageMarks:
    """One page as it is painted. `width` and `height` are the trim's, in mm; the boxes are mm in the same coordinates."""

    number: int
    page: pikepdf.Page
    width: float
    height: float
    base: Matrix  # from user space to mm
    boxes: dict[str, Box] = field(default_factory=dict)
    marks: list[Mark] = field(default_factory=list)
    groups: list = field(default_factory=list)  # transparency groups: their colour spaces' kinds
    broken_shadings: list[Box] = field(default_factory=list)
    meshes: list[Box] = field(default_factory=list)  # gradients that are no straight or round ones
    unreadable: int = 0  # operators nobody understands

    @property
    def trim(self) -> Box:
        return (0.0, 0.0, self.width, self.height)


def multiply(first: Matrix, second: Matrix) -> Matrix:
    """First, then second."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def transformed(box: Box, matrix: Matrix) -> Box:
    """The upright box around a transformed one."""
    a, b, c, d, e, f = matrix
    left, top, right, bottom = box
    if b == 0 == c:
        across, down = (a * left + e, a * right + e), (d * top + f, d * bottom + f)
    else:
        across = (a * left + c * top + e, a * right + c * top + e, a * left + c * bottom + e, a * right + c * bottom + e)
        down = (b * left + d * top + f, b * right + d * top + f, b * left + d * bottom + f, b * right + d * bottom + f)
    return (min(across), min(down), max(across), max(down))


def common(first: Box, second: Box) -> Box | None:
    """Where two boxes overlap; None if they do not."""
    box = (max(first[0], second[0]), max(first[1], second[1]), min(first[2], second[2]), min(first[3], second[3]))
    return box if box[2] >= box[0] and box[3] >= box[1] else None


def contains(outer: Box, inner: Box, *, slack: float = 0.05) -> bool:
    return (
        outer[0] <= inner[0] + slack
        and outer[1] <= inner[1] + slack
        and outer[2] >= inner[2] - slack
        and outer[3] >= inner[3] - slack
    )


def around(boxes) -> Box:
    boxes = list(boxes)
    return (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))


def rect_of(box: Box) -> tuple[float, float, float, float]:
    """Left, top, right, bottom → x, y, width, height, as findings want it."""
    return (box[0], box[1], box[2] - box[0], box[3] - box[1])

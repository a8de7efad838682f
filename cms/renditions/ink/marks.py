"""Crop and fold marks in registration colour, outside trim and bleed (ISO 12647-1; DIN lang flyers as print shops fold them)."""

import pikepdf
from pikepdf import Array, Dictionary, Name

from ..sheet import Sheet

POINTS = 72 / 25.4
AWAY, LENGTH, EDGE = 1.0, 5.0, 1.0  # mm: beyond the bleed, the mark itself, paper beyond it
LEAST_AWAY = 3.0  # mm from the trim, also where there is no bleed
WIDTH = 0.25  # pt


def room(bleed: float) -> float:
    """How much paper (mm) marks need around the trim."""
    return _start(bleed) + LENGTH + EDGE


def _start(bleed: float) -> float:
    return max(LEAST_AWAY, bleed + AWAY)


def draw(pdf: pikepdf.Pdf, *, sheet: Sheet, bleed: float) -> None:
    """Marks on every page; folds where the sheet is folded, on its outside and inside. Needs TrimBox set."""
    registration = pdf.make_indirect(
        Array(
            [
                Name.Separation,
                Name.All,
                Name.DeviceCMYK,
                Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([0, 0, 0, 0]), C1=Array([1, 1, 1, 1]), N=1),
            ]
        )
    )
    for number, page in enumerate(pdf.pages):
        resources = page.resources
        if "/ColorSpace" not in resources:
            resources["/ColorSpace"] = Dictionary()
        resources.ColorSpace[Name("/Registration")] = registration
        side = ("outside", "inside")[number % 2]
        left, bottom, right, top = (float(value) for value in page.BleedBox)
        window = f"q {left:.4f} {bottom:.4f} {right - left:.4f} {top - bottom:.4f} re W n "
        page.contents_add(pdf.make_stream(window.encode()), prepend=True)  # nothing of the page reaches the marks
        page.contents_add(pdf.make_stream(b" Q"))
        lines = crop_lines(page.TrimBox, bleed=bleed)
        page.contents_add(
            pdf.make_stream(
                b"q /Registration CS 1 SCN "
                + strokes(lines)
                + strokes(fold_lines(page.TrimBox, folds=sheet.folds(side), bleed=bleed), dashed=True)
                + b"Q"
            )
        )


def strokes(lines: list[tuple[float, float, float, float]], *, dashed: bool = False) -> bytes:
    """Operators that draw the lines (pt)."""
    drawn = " ".join(f"{x0:.3f} {y0:.3f} m {x1:.3f} {y1:.3f} l S" for x0, y0, x1, y1 in lines)
    return f"{WIDTH} w {'[2 1.5] 0 d' if dashed else '[] 0 d'} {drawn} ".encode()


def crop_lines(trim, *, bleed: float) -> list[tuple[float, float, float, float]]:
    """Two lines at each corner, pointing at the trim."""
    left, bottom, right, top = (float(value) for value in trim)
    near, far = _start(bleed) * POINTS, (_start(bleed) + LENGTH) * POINTS
    lines = []
    for x in (left, right):
        lines += [(x, bottom - near, x, bottom - far), (x, top + near, x, top + far)]
    for y in (bottom, top):
        lines += [(left - near, y, left - far, y), (right + near, y, right + far, y)]
    return lines


def fold_lines(trim, *, folds: list[float], bleed: float) -> list[tuple[float, float, float, float]]:
    """One line above and below each fold; `folds` in mm from the left trim edge."""
    left, bottom, _right, top = (float(value) for value in trim)
    near, far = _start(bleed) * POINTS, (_start(bleed) + LENGTH) * POINTS
    lines = []
    for place in folds:
        x = left + place * POINTS
        lines += [(x, bottom - near, x, bottom - far), (x, top + near, x, top + far)]
    return lines

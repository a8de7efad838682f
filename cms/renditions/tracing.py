"""A drawing that comes as PDF, as SVG: fills, lines and gradients of its only page. What is neither is refused.

Run by cms.directory in a confined process: `confined.ask()` with the PDF. Stands on the reading of preflight.
"""

from io import BytesIO

import pikepdf

from .colour import on_screen
from .preflight.functions import evaluate, outputs
from .preflight.limits import Budget, TooMuch
from .preflight.marks import IDENTITY, Matrix, PageMarks, multiply, transformed
from .preflight.meshes import is_mesh
from .preflight.reading import OPERATORS, Reader
from .preflight.spaces import Colour, read_space
from .preflight.states import Cache
from .processes.confined import serve

STEPS = 8  # between the ends of a gradient whose colours do not run straight
Stops = list[tuple[float, str]]


class Refused(Exception):
    """The page holds something that is no drawing; `code`: type, picture, effects, pages, damaged, nothing, large."""

    def __init__(self, code: str):
        super().__init__(code)
        self.code = code


def work(_job: dict, data: bytes) -> dict:
    try:
        return {"svg": traced(data)}
    except Refused as refusal:
        return {"refused": refusal.code}
    except TooMuch:
        return {"refused": "large"}
    except (pikepdf.PdfError, RecursionError, ValueError, TypeError, KeyError, AttributeError):
        return {"refused": "damaged"}


def traced(data: bytes) -> str:
    """The page as SVG text, in points. Raises Refused and TooMuch."""
    with pikepdf.open(BytesIO(data), suppress_warnings=True) as pdf:
        if len(pdf.pages) != 1:
            raise Refused("pages")
        page = pdf.pages[0]
        left, low, right, high = sorted_box([float(value) for value in page.cropbox])
        base = (1.0, 0.0, 0.0, -1.0, -left, high)
        out = PageMarks(1, page, right - left, high - low, base, boxes={"trim": transformed((left, low, right, high), base)})
        tracer = Tracer(out, budget=Budget(seconds=10, operators=200_000), cache=Cache())
        tracer.read()
        if not tracer.parts:
            raise Refused("nothing")
        size = f"0 0 {right - left:g} {high - low:g}"
        return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{size}">{"".join(tracer.parts)}</svg>'


def sorted_box(box: list[float]) -> tuple[float, float, float, float]:
    return (min(box[0], box[2]), min(box[1], box[3]), max(box[0], box[2]), max(box[1], box[3]))


class Tracer(Reader):
    """Reads one page and writes what it paints into `parts`."""

    def __init__(self, out: PageMarks, *, budget: Budget, cache: Cache):
        self.parts: list[str] = []
        self.gradients = 0
        self.outline: list[str] = []
        self.clip_outlines, self.clip_outline = [], ""
        super().__init__(out, budget=budget, cache=cache)

    # what is clipped: only gradients need to know, drawing programs clip everything else to the page

    def save(self, operands):
        super().save(operands)
        self.clip_outlines.append(self.clip_outline)

    def restore(self, operands):
        super().restore(operands)
        if self.clip_outlines:
            self.clip_outline = self.clip_outlines.pop()

    def _form(self, form):
        before = self.clip_outlines, self.clip_outline
        self.clip_outlines = []
        super()._form(form)
        self.clip_outlines, self.clip_outline = before

    # paths

    def _at(self, x: float, y: float) -> str:
        a, b, c, d, e, f = self.state.matrix
        return f"{a * x + c * y + e:.5g} {b * x + d * y + f:.5g}"

    def move(self, operands):
        super().move(operands)
        self.outline.append("M" + self._at(*self.current))

    def line_to(self, operands):
        super().line_to(operands)
        self.outline.append("L" + self._at(*self.current))

    def curve(self, operands):
        start, values = self.current, [float(value) for value in operands]
        super().curve(operands)
        pairs = list(zip(values[::2], values[1::2], strict=True))
        if len(pairs) == 2:  # v and y leave one control point out; the page's own operator says which
            pairs = [start, *pairs] if self.operator == "v" else [*pairs, pairs[-1]]
        self.outline.append("C" + " ".join(self._at(*pair) for pair in pairs))

    def rectangle(self, operands):
        super().rectangle(operands)
        x, y, width, height = (float(value) for value in operands)
        corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height)]
        self.outline.append("M" + "L".join(self._at(*corner) for corner in corners) + "Z")

    def close(self, operands):
        super().close(operands)
        self.outline.append("Z")

    # painting

    def paint(self, *, fill: bool, stroke: bool):
        outline, self.outline = "".join(self.outline), []
        if outline and self.operator in ("s", "b", "b*"):
            outline += "Z"
        if outline and (fill or stroke):
            self._draw(outline, fill=fill, stroke=stroke)
        if outline and self.pending_clip:
            self.clip_outline = outline
        self._new_path()

    def _draw(self, outline: str, *, fill: bool, stroke: bool) -> None:
        state = self.state
        if state.soft_mask or state.blend not in ("/Normal", "/Compatible"):
            raise Refused("effects")
        paint = self._paint(state.fill, state.fill_pattern) if fill else "none"
        attributes = f'fill="{paint}"' + (' fill-rule="evenodd"' if "*" in self.operator else "")
        if fill and state.fill_alpha < 1:
            attributes += f' fill-opacity="{state.fill_alpha:g}"'
        if stroke:
            a, b, c, d, _e, _f = state.matrix
            width = state.line * abs(a * d - b * c) ** 0.5
            attributes += f' stroke="{self._paint(state.stroke, state.stroke_pattern)}" stroke-width="{width:.4g}"'
            if state.stroke_alpha < 1:
                attributes += f' stroke-opacity="{state.stroke_alpha:g}"'
        self.parts.append(f'<path {attributes} d="{outline}"/>')

    def _paint(self, colour: Colour, pattern) -> str:
        if pattern is None and colour.space.kind != "pattern":
            return hex_of(colour)
        if not isinstance(pattern, pikepdf.Dictionary) or isinstance(pattern, pikepdf.Stream) or "/Shading" not in pattern:
            raise Refused("picture")
        matrix = pattern.get("/Matrix")
        own = tuple(float(value) for value in matrix) if isinstance(matrix, pikepdf.Array) else IDENTITY
        return f"url(#{self._gradient(pattern['/Shading'], multiply(own, self.out.base))})"

    def shading(self, operands):
        source = self._resource("/Shading", operands[0])
        name = self._gradient(source, self.state.matrix)
        whole = "M{0} {1}H{2}V{3}H{0}Z".format(*(f"{value:g}" for value in self.out.boxes["trim"]))
        self.parts.append(f'<path fill="url(#{name})" d="{self.clip_outline or whole}"/>')

    def _gradient(self, source, matrix: Matrix) -> str:
        """The id of a gradient that is written before what it paints."""
        kind = source.get("/ShadingType")
        if kind not in (2, 3) or is_mesh(source):
            raise Refused("picture")
        stops = stops_of(source, self.resources)
        coords = [float(value) for value in source["/Coords"]]
        if kind == 2:
            tag, place = "linearGradient", dict(zip(("x1", "y1", "x2", "y2"), coords, strict=True))
        else:
            tag, (place, stops) = "radialGradient", circle(coords, stops)
        self.gradients += 1
        name = f"g{self.gradients}"
        geometry = " ".join(f'{key}="{value:.6g}"' for key, value in place.items())
        turned = " ".join(f"{value:.6g}" for value in matrix)
        inner = "".join(f'<stop offset="{offset:.4g}" stop-color="{colour}"/>' for offset, colour in stops)
        units = f'gradientUnits="userSpaceOnUse" gradientTransform="matrix({turned})"'
        self.parts.append(f'<{tag} id="{name}" {units} {geometry}>{inner}</{tag}>')
        return name

    # what no logo may hold

    def _show(self, text: bytes, **_more):
        if text and self.state.render not in (3, 7):
            raise Refused("type")

    def _picture(self, image, *, inline: bool = False):
        raise Refused("picture")

    operators = OPERATORS | {
        "q": save, "Q": restore, "m": move, "l": line_to, "c": curve, "v": curve, "y": curve, "re": rectangle, "h": close,
        "sh": shading,
    }  # fmt: skip


def stops_of(source, resources) -> Stops:
    """Where a gradient has which colour. Raises Refused if its function cannot be read."""
    space, function = read_space(source.get("/ColorSpace"), resources), source.get("/Function")
    domain = source.get("/Domain")
    low, high = (float(domain[0]), float(domain[1])) if isinstance(domain, pikepdf.Array) else (0.0, 1.0)
    if function is None or outputs(function) != space.size or high <= low:
        raise Refused("damaged")
    places = {step / STEPS for step in range(STEPS + 1)}
    if isinstance(function, pikepdf.Dictionary) and function.get("/FunctionType") == 3:
        inner = [(float(bound) - low) / (high - low) for bound in function["/Bounds"]]
        places |= {place for bound in inner for place in (bound - 1e-4, bound) if 0 < place < 1}
    elif isinstance(function, pikepdf.Dictionary) and function.get("/FunctionType") == 2 and float(function.get("/N", 1)) == 1:
        places = {0.0, 1.0}
    stops = []
    for place in sorted(places):
        values = evaluate(function, [low + place * (high - low)])
        if values is None:
            raise Refused("damaged")
        stops.append((place, hex_of(Colour(space, tuple(values)))))
    return stops


def circle(coords: list[float], stops: Stops) -> tuple[dict[str, float], Stops]:
    """Two circles as SVG knows them: from a point to a circle. Raises Refused if neither lies in the other."""
    x0, y0, r0, x1, y1, r1 = coords
    if r0 > r1:
        (x0, y0, r0), (x1, y1, r1) = (x1, y1, r1), (x0, y0, r0)
        stops = [(1 - place, colour) for place, colour in reversed(stops)]
    if r1 <= 0 or ((x1 - x0) ** 2 + (y1 - y0) ** 2) ** 0.5 > r1 - r0 + 1e-3:
        raise Refused("picture")
    begins = r0 / r1
    stops = [(begins + place * (1 - begins), colour) for place, colour in stops]
    return {"cx": x1, "cy": y1, "r": r1, "fx": x0, "fy": y0}, stops


def hex_of(colour: Colour) -> str:
    ink = colour.ink
    light = on_screen(tuple(ink)) if ink is not None else colour.rgb or (0.0, 0.0, 0.0)
    return "#" + "".join(f"{round(255 * min(1.0, max(0.0, part))):02x}" for part in light)


if __name__ == "__main__":
    serve(work)

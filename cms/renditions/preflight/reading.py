"""Reading: a page's content stream, forms included, becomes marks. Follows ISO 32000-1, 8 and 9; nothing is drawn here."""

import contextlib
import math
import re
from copy import copy
from dataclasses import dataclass, field

import pikepdf

from .fonts import Font, read_font
from .limits import DEPTH, Budget, TooMuch, decoded
from .marks import EVERYWHERE, IDENTITY, POINTS, Box, Mark, Matrix, PageMarks, common, multiply, transformed
from .spaces import BLACK, CMYK, GRAY, PATTERN, RGB, Colour, Space, read_space

HEX = re.compile(rb"<([0-9A-Fa-f]*)>")
NUMBER = re.compile(rb"-?[0-9.]+")
RUNS = 40_000  # strokes of one path that are remembered
COLOUR_OPERATORS = {"g": GRAY, "rg": RGB, "k": CMYK}


@dataclass(slots=True)
class State:
    matrix: Matrix = IDENTITY
    clip: Box = EVERYWHERE
    clip_shaped: bool = False
    fill: Colour = BLACK
    stroke: Colour = BLACK
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


def page_instructions(page: pikepdf.Page) -> list:
    """The page's operators, its streams joined. Raises TooMuch."""
    contents = page.obj.get("/Contents")
    parts = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
    for part in parts:
        if isinstance(part, pikepdf.Stream):
            decoded(part)
    return pikepdf.parse_content_stream(page) if any(isinstance(part, pikepdf.Stream) for part in parts) else []


class Reader:
    """Reads one page; what it has read is in `out`."""

    def __init__(self, out: PageMarks, *, budget: Budget, cache: Cache):
        self.out, self.budget, self.cache = out, budget, cache
        self.state = State(matrix=out.base)
        self.stack: list[State] = []
        self._new_path()
        self.text_matrix = self.line_matrix = IDENTITY

    def read(self) -> PageMarks:
        resources = self.out.page.obj.get("/Resources") or pikepdf.Dictionary()
        self._group(self.out.page.obj.get("/Group"))
        self._run(page_instructions(self.out.page), resources, depth=0)
        return self.out

    def _run(self, instructions, resources, *, depth: int) -> None:
        self.budget.spend(len(instructions))
        outer, outer_depth = getattr(self, "resources", None), getattr(self, "depth", 0)
        self.resources, self.depth = resources, depth
        for instruction in instructions:
            if isinstance(instruction, pikepdf.ContentStreamInlineImage):
                self._picture(instruction.iimage, inline=True)
                continue
            method = OPERATORS.get(str(instruction.operator))
            if method is None:
                self.out.unreadable += str(instruction.operator) not in IGNORED
                continue
            with contextlib.suppress(TypeError, ValueError, IndexError, AttributeError, KeyError, OverflowError):
                method(self, instruction.operands)
        self.resources, self.depth = outer, outer_depth

    def _resource(self, kind: str, name):
        found = self.resources.get(kind) if isinstance(self.resources, pikepdf.Dictionary) else None
        return found.get(str(name)) if isinstance(found, pikepdf.Dictionary) else None

    # graphics state

    def save(self, _operands):
        if len(self.stack) < 5000:
            self.stack.append(copy(self.state))

    def restore(self, _operands):
        if self.stack:
            self.state = self.stack.pop()

    def concat(self, operands):
        self.state.matrix = multiply(tuple(map(float, operands)), self.state.matrix)

    def line_width(self, operands):
        self.state.line = float(operands[0])

    def extended(self, operands):
        values, state = self._resource("/ExtGState", operands[0]), self.state
        if not isinstance(values, pikepdf.Dictionary):
            return
        given = dict(values.items())
        for key, (name, kind) in STATE_KEYS.items():
            if key in given:
                setattr(state, name, kind(given[key]))
        if "/OP" in given:
            state.fill_overprint = bool(given.get("/op", given["/OP"]))
        if "/Font" in given:
            state.font, state.size = self.cache.font(given["/Font"][0]), float(given["/Font"][1])

    # colour

    def _set_space(self, operands) -> Space:
        name = str(operands[0])
        key = (self.resources.objgen if isinstance(self.resources, pikepdf.Object) else None, id(self.resources), name)
        if key not in self.cache.spaces:
            self.cache.spaces[key] = (read_space(operands[0], self.resources), self.resources)  # kept alive: id() stays unique
        return self.cache.spaces[key][0]

    def fill_space(self, operands):
        space = self._set_space(operands)
        self.state.fill = Colour(space, space.initial)

    def stroke_space(self, operands):
        space = self._set_space(operands)
        self.state.stroke = Colour(space, space.initial)

    def fill_colour(self, operands):
        self.state.fill = _colour(self.state.fill.space, operands)

    def stroke_colour(self, operands):
        self.state.stroke = _colour(self.state.stroke.space, operands)

    # paths: only what is needed to judge them, in user space

    def _new_path(self):
        self.left = self.top = math.inf
        self.right = self.bottom = -math.inf
        self.pieces = 0
        self.rectangles_only = True
        self.runs: list | None = []
        self.current = (0.0, 0.0)
        self.pending_clip = False

    def _point(self, x: float, y: float):
        self.left, self.right = min(self.left, x), max(self.right, x)
        self.top, self.bottom = min(self.top, y), max(self.bottom, y)

    def move(self, operands):
        self.current = (float(operands[0]), float(operands[1]))
        self.pieces += 1
        self.rectangles_only = False

    def line_to(self, operands):
        x, y = float(operands[0]), float(operands[1])
        if self.runs is not None:
            if y == self.current[1] and len(self.runs) < RUNS:
                self.runs.append((*self.current, x))
            else:
                self.runs = None
        self._point(*self.current)
        self._point(x, y)
        self.current = (x, y)

    def curve(self, operands):
        values = list(map(float, operands))
        self._point(*self.current)
        for x, y in zip(values[::2], values[1::2], strict=False):
            self._point(x, y)
        self.current = (values[-2], values[-1])
        self.runs = None
        self.rectangles_only = False

    def rectangle(self, operands):
        x, y, width, height = map(float, operands)
        self._point(x, y)
        self._point(x + width, y + height)
        self.pieces += 1
        self.runs = None
        if self.pieces > 1:
            self.rectangles_only = False

    def close(self, _operands):
        self.runs = None

    def clip(self, _operands):
        self.pending_clip = True

    def paint(self, *, fill: bool, stroke: bool):
        if self.right >= self.left:
            matrix, state = self.state.matrix, self.state
            box = transformed((self.left, self.top, self.right, self.bottom), matrix)
            upright = (matrix[1] == 0 == matrix[2]) or (matrix[0] == 0 == matrix[3])
            shaped = not (self.rectangles_only and upright)
            if fill:
                self._mark("fill", box, colour=state.fill, shaped=shaped)
            if stroke:
                self._stroke(box)
            if self.pending_clip:
                seen = common(state.clip, box)
                state.clip = seen or (0.0, 0.0, -1.0, -1.0)
                state.clip_shaped = state.clip_shaped or shaped
        self._new_path()

    def _stroke(self, box: Box):
        a, b, c, d, _e, _f = self.state.matrix
        scale = math.sqrt(abs(a * d - b * c))
        wide = self.state.line * scale
        half = wide / 2
        grown = (box[0] - half, box[1] - half, box[2] + half, box[3] + half)
        mark = self._mark("stroke", grown, colour=self.state.stroke, shaped=True, points=wide * POINTS)
        if mark and self.runs and len(self.runs) > 60 and b == 0 == c:
            e, f = self.state.matrix[4:]
            mark.runs = [(min(x, end) * a + e, y * d + f, abs(end - x) * abs(a), wide) for x, y, end in self.runs]

    def _mark(self, kind: str, box: Box, *, colour: Colour, shaped: bool = False, **more) -> Mark | None:
        state = self.state
        seen = common(state.clip, box)
        if seen is None:
            return None
        stroke = kind == "stroke"
        mark = Mark(
            kind,
            seen,
            box,
            colour=colour,
            alpha=state.stroke_alpha if stroke else state.fill_alpha,
            overprint=state.stroke_overprint if stroke else state.fill_overprint,
            overprint_mode=state.overprint_mode,
            blend=state.blend,
            soft_mask=state.soft_mask,
            shaped=shaped or state.clip_shaped,
            **more,
        )
        if mark.alpha > 0:
            self.out.marks.append(mark)
        return mark

    # text

    def begin_text(self, _operands):
        self.text_matrix = self.line_matrix = IDENTITY

    def set_font(self, operands):
        source = self._resource("/Font", operands[0])
        self.state.font, self.state.size = self.cache.font(source), float(operands[1])

    def text_position(self, operands):
        self.line_matrix = multiply((1, 0, 0, 1, float(operands[0]), float(operands[1])), self.line_matrix)
        self.text_matrix = self.line_matrix

    def text_position_leading(self, operands):
        self.state.leading = -float(operands[1])
        self.text_position(operands)

    def text_matrix_set(self, operands):
        self.text_matrix = self.line_matrix = tuple(map(float, operands))

    def next_line(self, _operands):
        self.text_position((0, -self.state.leading))

    def show(self, operands):
        self._show(bytes(operands[0]), adjust=0.0)

    def next_line_show(self, operands):
        self.next_line(())
        self.show(operands)

    def next_line_show_spaced(self, operands):
        self.state.word_space, self.state.letter_space = float(operands[0]), float(operands[1])
        self.next_line_show(operands[2:])

    def show_many(self, operands):
        raw = operands[0].unparse()
        if b"(" in raw.replace(b"()", b""):  # text in parentheses: let the library undo the escapes
            items = operands[0].as_list()
            text = b"".join(bytes(item) for item in items if isinstance(item, pikepdf.String))
            self._show(text, adjust=sum(float(item) for item in items if not isinstance(item, pikepdf.String)))
            return
        text = bytes.fromhex(b"".join(HEX.findall(raw)).decode())
        numbers = NUMBER.findall(HEX.sub(b" ", raw))
        self._show(text, adjust=sum(map(float, numbers)))

    def _show(self, text: bytes, *, adjust: float):
        state, font = self.state, self.state.font or Font()
        codes = font.codes(text)
        advance = (font.advance(codes) - adjust) / 1000 * state.size + len(codes) * state.letter_space
        if state.word_space and not font.two_byte:
            advance += text.count(b" ") * state.word_space
        advance *= state.stretch
        matrix = multiply(self.text_matrix, state.matrix)
        if codes and state.render != 7:
            low, high = state.rise - 0.2 * state.size, state.rise + 0.74 * state.size
            box = transformed((min(0, advance), low, max(0, advance), high), matrix)
            outlined = state.render in (1, 5)
            size = abs(state.size) * math.hypot(matrix[2], matrix[3]) * POINTS
            if state.render != 3 and state.size:
                self._mark(
                    "text",
                    box,
                    colour=state.stroke if outlined else state.fill,
                    shaped=True,
                    points=size,
                    font=font,
                    glyphs=len(codes),
                    empty_glyphs=sum(1 for code in codes if code in font.empty_codes) if font.empty_codes else 0,
                )
        self.text_matrix = multiply((1, 0, 0, 1, advance, 0), self.text_matrix)

    # pictures, forms, gradients

    def do(self, operands):
        item = self._resource("/XObject", operands[0])
        if not isinstance(item, pikepdf.Stream):
            return
        kind = item.get("/Subtype")
        if kind == "/Image":
            self._picture(item)
        elif kind == "/Form":
            self._form(item)

    def _picture(self, image, *, inline: bool = False):
        box = transformed((0, 0, 1, 1), self.state.matrix)
        a, b, c, d = self.state.matrix[:4]
        tilted = (abs(b) + abs(c)) > 1e-6 and (abs(a) + abs(d)) > 1e-6
        self._mark("picture", box, colour=self.state.fill, shaped=tilted, image=image, matrix=self.state.matrix, inline=inline)

    def _form(self, form):
        if self.depth >= DEPTH:
            raise TooMuch("depth")
        before, text = copy(self.state), (self.text_matrix, self.line_matrix)
        stack, self.stack = self.stack, []
        matrix = form.get("/Matrix")
        if isinstance(matrix, pikepdf.Array) and len(matrix) == 6:
            self.state.matrix = multiply(tuple(map(float, matrix)), self.state.matrix)
        bounds = form.get("/BBox")
        if isinstance(bounds, pikepdf.Array) and len(bounds) == 4:
            box = transformed(_sorted_box(tuple(map(float, bounds))), self.state.matrix)
            self.state.clip = common(self.state.clip, box) or (0.0, 0.0, -1.0, -1.0)
        self._group(form.get("/Group"))
        own = form.get("/Resources")
        self._run(self.cache.instructions(form), own if own is not None else self.resources, depth=self.depth + 1)
        self.state, self.stack = before, stack
        self.text_matrix, self.line_matrix = text

    def _group(self, group):
        if isinstance(group, pikepdf.Dictionary) and group.get("/S") == "/Transparency":
            space = group.get("/CS")
            resources = getattr(self, "resources", None)
            self.out.groups.append(read_space(space, resources).kind if space is not None else "")

    def shading(self, operands):
        from .shadings import shading_colours

        source = self._resource("/Shading", operands[0])
        colours, fits = shading_colours(source, self.resources)
        box = self.state.clip if self.state.clip != EVERYWHERE else self.out.trim
        if not fits:
            self.out.broken_shadings.append(box)
        for colour in colours:
            self._mark("shading", box, colour=colour, shaped=True)


def _colour(space: Space, operands) -> Colour:
    values = tuple(float(value) for value in operands if not isinstance(value, pikepdf.Name))
    if space.indexed:
        return Colour(space, (0.0,) * max(1, len(values)))
    if space.kind == "pattern" or (operands and isinstance(operands[-1], pikepdf.Name)):
        return Colour(PATTERN, ())
    return Colour(space, values)


def _sorted_box(box: Box) -> Box:
    return (min(box[0], box[2]), min(box[1], box[3]), max(box[0], box[2]), max(box[1], box[3]))


def _device(space: Space, *, stroke: bool):
    def set_colour(reader: Reader, operands):
        colour = Colour(space, tuple(map(float, operands)))
        if stroke:
            reader.state.stroke = colour
        else:
            reader.state.fill = colour

    return set_colour


def _painter(*, fill: bool, stroke: bool):
    return lambda reader, _operands: reader.paint(fill=fill, stroke=stroke)


def _set(name: str, factor: float = 1.0):
    return lambda reader, operands: setattr(reader.state, name, float(operands[0]) * factor)


OPERATORS = {
    "q": Reader.save,
    "Q": Reader.restore,
    "cm": Reader.concat,
    "w": Reader.line_width,
    "gs": Reader.extended,
    "cs": Reader.fill_space,
    "CS": Reader.stroke_space,
    "sc": Reader.fill_colour,
    "scn": Reader.fill_colour,
    "SC": Reader.stroke_colour,
    "SCN": Reader.stroke_colour,
    "m": Reader.move,
    "l": Reader.line_to,
    "c": Reader.curve,
    "v": Reader.curve,
    "y": Reader.curve,
    "re": Reader.rectangle,
    "h": Reader.close,
    "W": Reader.clip,
    "W*": Reader.clip,
    "n": _painter(fill=False, stroke=False),
    "BT": Reader.begin_text,
    "Tf": Reader.set_font,
    "Td": Reader.text_position,
    "TD": Reader.text_position_leading,
    "Tm": Reader.text_matrix_set,
    "T*": Reader.next_line,
    "Tj": Reader.show,
    "TJ": Reader.show_many,
    "'": Reader.next_line_show,
    '"': Reader.next_line_show_spaced,
    "Tc": _set("letter_space"),
    "Tw": _set("word_space"),
    "Tz": _set("stretch", 0.01),
    "TL": _set("leading"),
    "Ts": _set("rise"),
    "Tr": lambda reader, operands: setattr(reader.state, "render", int(operands[0])),
    "Do": Reader.do,
    "sh": Reader.shading,
    **{name: _device(space, stroke=False) for name, space in COLOUR_OPERATORS.items()},
    **{name.upper(): _device(space, stroke=True) for name, space in COLOUR_OPERATORS.items()},
    **{name: _painter(fill=True, stroke=False) for name in ("f", "F", "f*")},
    **{name: _painter(fill=False, stroke=True) for name in ("S", "s")},
    **{name: _painter(fill=True, stroke=True) for name in ("B", "B*", "b", "b*")},
}
IGNORED = {"ET", "BMC", "BDC", "EMC", "MP", "DP", "BX", "EX", "j", "J", "M", "d", "ri", "i", "d0", "d1"}

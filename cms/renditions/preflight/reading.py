"""Reading: a page's content stream, forms included, becomes marks. Follows ISO 32000-1, 8 and 9; nothing is drawn here."""

import contextlib
from copy import copy

import pikepdf

from .limits import DEPTH, Budget, TooMuch, decoded
from .marks import EVERYWHERE, IDENTITY, Box, PageMarks, common, multiply, transformed
from .meshes import is_mesh
from .path_operators import PathOperators
from .shadings import shading_colours
from .spaces import CMYK, GRAY, PATTERN, RGB, Colour, Space, read_space
from .states import STATE_KEYS, Cache, State
from .text_operators import TextOperators

COLOUR_OPERATORS = {"g": GRAY, "rg": RGB, "k": CMYK}


def page_instructions(page: pikepdf.Page) -> list:
    """The page's operators, its streams joined. Raises TooMuch."""
    contents = page.obj.get("/Contents")
    parts = list(contents) if isinstance(contents, pikepdf.Array) else [contents]
    for part in parts:
        if isinstance(part, pikepdf.Stream):
            decoded(part)
    return pikepdf.parse_content_stream(page) if any(isinstance(part, pikepdf.Stream) for part in parts) else []


class Reader(PathOperators, TextOperators):
    """Reads one page; what it has read is in `out`."""

    def __init__(self, out: PageMarks, *, budget: Budget, cache: Cache):
        self.out, self.budget, self.cache = out, budget, cache
        self.state = State(matrix=out.base)
        self.stack: list[State] = []
        self._new_path()
        self.text_matrix = self.line_matrix = IDENTITY
        self.operator = ""  # the one that is being read

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
            self.operator = str(instruction.operator)
            method = self.operators.get(self.operator)
            if method is None:
                self.out.unreadable += self.operator not in IGNORED
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
        self._set_fill(Colour(space, space.initial))

    def stroke_space(self, operands):
        space = self._set_space(operands)
        self._set_stroke(Colour(space, space.initial))

    def fill_colour(self, operands):
        self._set_fill(_colour(self.state.fill.space, operands), pattern=self._pattern_named(operands))

    def stroke_colour(self, operands):
        self._set_stroke(_colour(self.state.stroke.space, operands), pattern=self._pattern_named(operands))

    def _set_fill(self, colour: Colour, *, pattern=None):
        self.state.fill, self.state.fill_pattern = colour, pattern

    def _set_stroke(self, colour: Colour, *, pattern=None):
        self.state.stroke, self.state.stroke_pattern = colour, pattern

    def _pattern_named(self, operands):
        is_name = operands and isinstance(operands[-1], pikepdf.Name)
        return self._resource("/Pattern", operands[-1]) if is_name else None

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
        box = self.state.clip if self.state.clip != EVERYWHERE else self.out.trim
        self._shading(self._resource("/Shading", operands[0]), box)

    def _shading(self, source, box: Box):
        colours, fits = shading_colours(source, self.resources)
        if not fits:
            self.out.broken_shadings.append(box)
        if is_mesh(source):
            self.out.meshes.append(box)
        for colour in colours:
            self._mark("shading", box, colour=colour, shaped=True)

    def pattern(self, source, box: Box):
        """What a pattern paints within `box`: a gradient's colours, or one tile's content as if it filled the box."""
        if isinstance(source, pikepdf.Stream):
            self._tile(source, box)
        elif isinstance(source, pikepdf.Dictionary) and "/Shading" in source:
            self._shading(source["/Shading"], box)

    def _tile(self, tile: pikepdf.Stream, box: Box):
        if self.depth >= DEPTH:
            raise TooMuch("depth")
        before, stack, text = self.state, self.stack, (self.text_matrix, self.line_matrix)
        own = tile.get("/Resources")
        matrix = tile.get("/Matrix")
        numbers = tuple(map(float, matrix)) if isinstance(matrix, pikepdf.Array) and len(matrix) == 6 else IDENTITY
        bounds = transformed(tuple(map(float, tile["/BBox"])), multiply(numbers, self.out.base))
        shift = (1.0, 0.0, 0.0, 1.0, box[0] - bounds[0], box[1] - bounds[1])  # the tile to where it is seen
        self.state, self.stack = State(matrix=multiply(multiply(numbers, self.out.base), shift), clip=box), []
        if tile.get("/PaintType") == 2:
            self.state.fill = self.state.stroke = before.fill
        self._run(self.cache.instructions(tile), own if own is not None else self.resources, depth=self.depth + 1)
        self.state, self.stack = before, stack
        self.text_matrix, self.line_matrix = text


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
        (reader._set_stroke if stroke else reader._set_fill)(Colour(space, tuple(map(float, operands))))

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
Reader.operators = OPERATORS
IGNORED = {"ET", "BMC", "BDC", "EMC", "MP", "DP", "BX", "EX", "j", "J", "M", "d", "ri", "i", "d0", "d1"}

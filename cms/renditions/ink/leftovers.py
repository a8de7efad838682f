"""Whatever a PDF still holds that is not ink, turned into ink: fills, lines, gradients, patterns, masks, groups.

Walks from each page through its resources, so that everything that is drawn is seen once. Pictures: embedded.py.
"""

from collections.abc import Callable, Iterable, Iterator

import pikepdf
from pikepdf import Array, ContentStreamInlineImage, ContentStreamInstruction, Dictionary, Name, Operator, Stream

from . import embedded, shadings
from .inks import Inks
from .spaces import CMYK, GRAY, RGB, Space, numbers, resolve

Filter = Callable[[Iterable, Dictionary], Iterator]
SETS_SPACE = {"g": (GRAY, 0), "G": (GRAY, 1), "rg": (RGB, 0), "RG": (RGB, 1), "k": (CMYK, 0), "K": (CMYK, 1)}
LUMINANCE = (0.3, 0.59, 0.11)


class Leftovers:
    """One pass over a PDF. `then` is a further filter over the instructions, such as overprint."""

    def __init__(self, pdf: pikepdf.Pdf, *, inks: Inks, then: Filter):
        self.pdf, self.inks, self.then = pdf, inks, then
        self.seen: set = set()
        self.resources: list[Dictionary] = []

    def convert(self) -> None:
        for page in self.pdf.pages:
            resources = page.resources
            page.Contents = self.pdf.make_stream(self._rewritten(page, resources))
            self._group(page.obj)
            self._within(resources)
        for resources in self.resources:
            self._drop_spaces(resources)

    # --- from one thing to what it uses ------------------------------------------------------------------------------
    def _first_time(self, item) -> bool:
        key = item.objgen if item.is_indirect else id(item)
        if key in self.seen and item.is_indirect:
            return False
        self.seen.add(key)
        return True

    def _within(self, resources: Dictionary) -> None:
        if not isinstance(resources, Dictionary) or not self._first_time(resources):
            return
        self.resources.append(resources)
        for state in _values(resources, "/ExtGState"):
            self._soft_mask(state)
        for item in _values(resources, "/XObject"):
            self._drawn(item, resources)
        for shading in _values(resources, "/Shading"):
            self._shading(shading)
        for pattern in _values(resources, "/Pattern"):
            if isinstance(pattern, Stream):
                self._stream(pattern, resources)
            elif "/Shading" in pattern:
                self._shading(pattern.Shading)
        for font in _values(resources, "/Font"):
            if font.get("/Subtype") == Name.Type3 and self._first_time(font):
                self._type3(font, resources)

    def _drawn(self, item, resources: Dictionary) -> None:
        if item.get("/Subtype") == Name.Form:
            self._stream(item, resources)
        elif item.get("/Subtype") == Name.Image and self._first_time(item):
            embedded.convert(item, inks=self.inks, resources=resources)

    def _stream(self, item: Stream, outer: Dictionary, *, write: Callable | None = None) -> None:
        if not self._first_time(item):
            return
        resources = item.get("/Resources", outer)
        item.write((write or self._rewritten)(item, resources))
        self._group(item)
        self._within(resources)

    def _type3(self, font: Dictionary, outer: Dictionary) -> None:
        resources = font.get("/Resources", outer)
        for drawing in font.CharProcs.values():
            if self._first_time(drawing):
                drawing.write(self._rewritten(drawing, resources))
        self._within(resources)

    def _shading(self, shading) -> None:
        if self._first_time(shading):
            shadings.convert(shading, inks=self.inks)

    def _group(self, item) -> None:
        group = item.get("/Group")
        if isinstance(group, Dictionary) and "/CS" in group and resolve(group.CS).needs_ink:
            group.CS = Name.DeviceCMYK

    def _soft_mask(self, state: Dictionary) -> None:
        """A mask by luminosity is no colour: its greys must stay what they are."""
        mask = state.get("/SMask")
        if not isinstance(mask, Dictionary) or not isinstance(mask.get("/G"), Stream):
            return
        group = mask.G.get("/Group")
        space = resolve(group.CS) if isinstance(group, Dictionary) and "/CS" in group else GRAY
        if not space.needs_ink:
            self._stream(mask.G, Dictionary())
            return
        group.CS = Name.DeviceGray
        if "/BC" in mask:
            mask.BC = Array([_luminance(numbers(mask.BC))])
        self._stream(mask.G, Dictionary(), write=_in_grey)

    @staticmethod
    def _drop_spaces(resources: Dictionary) -> None:
        """Nothing refers to these any more."""
        spaces = resources.get("/ColorSpace")
        for name in list(spaces.keys()) if isinstance(spaces, Dictionary) else []:
            space = resolve(spaces[name])
            if space.needs_ink:
                del spaces[name]
            elif space.kind == "pattern" and space.base and space.base.needs_ink:
                spaces[name] = Array([Name.Pattern, Name.DeviceCMYK])

    # --- one content stream ------------------------------------------------------------------------------------------
    def _rewritten(self, stream, resources: Dictionary) -> bytes:
        instructions = pikepdf.parse_content_stream(stream)
        return pikepdf.unparse_content_stream(list(self.then(self._in_ink(instructions, resources), resources)))

    def _in_ink(self, instructions: Iterable, resources: Dictionary) -> Iterator:
        spaces, stack = [GRAY, GRAY], []  # of fills, of lines
        for instruction in instructions:
            operator = str(instruction.operator)
            if operator == "q":
                stack.append(list(spaces))
            elif operator == "Q":
                spaces = stack.pop() if stack else spaces
            elif operator in SETS_SPACE:
                space, place = SETS_SPACE[operator]
                spaces[place] = space
                yield from self._plain(instruction, operator, space)
                continue
            elif operator in ("cs", "CS"):
                space = spaces[operator == "CS"] = resolve(instruction.operands[0], resources)
                name = Name.DeviceCMYK if space.needs_ink else instruction.operands[0]
                yield ContentStreamInstruction([name], instruction.operator)
                continue
            elif operator in ("sc", "scn", "SC", "SCN"):
                yield self._coloured(instruction, spaces[operator[0] == "S"])
                continue
            elif isinstance(instruction, ContentStreamInlineImage):
                yield from self._inline(instruction, resources)
                continue
            yield instruction

    def _plain(self, instruction, operator: str, space: Space) -> Iterator:
        values = numbers(instruction.operands)
        if space is GRAY or (space is CMYK and sum(values) <= self.inks.most):
            yield instruction
        else:
            ink = self.inks.of(values, space=space)
            yield ContentStreamInstruction(list(ink), Operator("k" if operator.islower() else "K"))

    def _coloured(self, instruction, space: Space):
        """scn in a device space, an embedded one, or with a pattern."""
        values = numbers(instruction.operands)
        if space.kind == "pattern":
            space = space.base or space
        names = [value for value in instruction.operands if isinstance(value, Name)]
        full = space.kind in ("rgb", "lab") or (space.kind == "cmyk" and (space.profile or sum(values) > self.inks.most))
        if not full or not values:
            return instruction
        return ContentStreamInstruction([*self.inks.of(values, space=space), *names], instruction.operator)

    def _inline(self, instruction: ContentStreamInlineImage, resources: Dictionary) -> Iterator:
        image = embedded.from_inline(instruction.iimage, pdf=self.pdf, inks=self.inks)
        if image is None:
            yield instruction
            return
        drawn = resources.get("/XObject")
        if drawn is None:
            drawn = resources["/XObject"] = Dictionary()
        name = Name(f"/Inline{len(drawn)}")
        drawn[name] = image
        self.seen.add(image.objgen)
        yield ContentStreamInstruction([name], Operator("Do"))


def _values(resources: Dictionary, kind: str) -> list:
    found = resources.get(kind)
    return [value for value in found.values() if isinstance(value, Dictionary | Stream)] if isinstance(found, Dictionary) else []


def _luminance(values: list[float]) -> float:
    if len(values) == 3:
        return round(sum(part * weight for part, weight in zip(values, LUMINANCE, strict=True)), 4)
    return values[0] if values else 0.0


def _in_grey(stream, _resources) -> bytes:
    out = []
    for instruction in pikepdf.parse_content_stream(stream):
        operator = str(instruction.operator)
        if operator in ("rg", "RG"):
            grey = _luminance(numbers(instruction.operands))
            instruction = ContentStreamInstruction([grey], Operator("g" if operator == "rg" else "G"))
        out.append(instruction)
    return pikepdf.unparse_content_stream(out)

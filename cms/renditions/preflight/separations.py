"""Separations: pages drawn twice by pdfium, once with cyan, magenta and yellow in the place of light, once with black.

pdfium draws RGB only; but ink and light are each other's complement, so opacity and blending come out as on the press.
"""

from collections.abc import Iterator
from io import BytesIO

import pikepdf
from pikepdf import Array, ContentStreamInstruction, Dictionary, Name, Operator, Stream
from PIL import Image, ImageChops

from .functions import evaluate
from .job import Job
from .limits import DEPTH, TooMuch
from .marks import PageMarks
from .pixels import ink_of_picture
from .reading import COLOUR_OPERATORS, page_instructions
from .spaces import BLACK, PATTERN, Colour, read_space

DPI = 72
MOST_AREA = 7_000_000  # px
FILLS, STROKES = {"f", "F", "f*"}, {"S", "s"}
SHOWS = {"Tj", "TJ", "'", '"'}
SAMPLES = 32


def separations(job: Job, pages: list[PageMarks]) -> Iterator[tuple[PageMarks, Image.Image]]:
    """For each page its total ink as grey, 255 = 400 %. Changes the open PDF: must be the last that is done with it."""
    if not pages:
        return
    keep = {page.number for page in pages}
    for number in range(len(job.pdf.pages), 0, -1):
        if number not in keep:
            del job.pdf.pages[number - 1]
    for key in [key for key in job.pdf.Root.keys() if key not in ("/Type", "/Pages")]:  # noqa: SIM118 - a PDF dictionary
        del job.pdf.Root[key]
    originals = [(page_instructions(page.page), page.page.obj.get("/Resources")) for page in pages]
    drawn = []
    for black in (False, True):
        plates = Plates(job, black=black)
        for page, (instructions, resources) in zip(pages, originals, strict=True):
            plates.recolour_page(page, instructions, resources if resources is not None else Dictionary())
        drawn.append(_drawn(job, pages, black=black))
    for page, coloured, black in zip(pages, *drawn, strict=True):
        light = ImageChops.invert(coloured).convert("L", (0.25, 0.25, 0.25, 0))
        yield page, ImageChops.add(light, ImageChops.invert(black).point(lambda value: value / 4))


def _drawn(job: Job, pages: list[PageMarks], *, black: bool) -> list[Image.Image]:
    import pypdfium2

    out = BytesIO()
    job.pdf.save(out, compress_streams=False, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    document = pypdfium2.PdfDocument(out.getvalue())
    pictures = []
    for page, target in zip(pages, document, strict=True):
        job.budget.check_time()
        left, top, right, bottom = page.boxes["media"]
        area = (right - left) * (bottom - top) / 25.4**2
        dpi = min(DPI, (MOST_AREA / max(area, 1e-6)) ** 0.5)
        bitmap = target.render(scale=dpi / 72, grayscale=black, may_draw_forms=False)
        pictures.append(bitmap.to_pil().convert("L" if black else "RGB"))
    document.close()
    return pictures


class Plates:
    """Rewrites content streams so that their colours are those of one pass."""

    def __init__(self, job: Job, *, black: bool):
        self.job, self.black = job, black
        self.done: dict = {}

    def recolour_page(self, page: PageMarks, instructions, resources) -> None:
        obj = page.page.obj
        obj.Contents = self.job.pdf.make_stream(self.recoloured(instructions, resources))
        obj.Resources = self.resources(resources, depth=0)
        for key in ("/Annots", "/CropBox", "/Group", "/UserUnit", "/StructParents", "/AA", "/Thumb"):
            if key in obj:
                del obj[key]

    def values(self, colour: Colour) -> list[float]:
        """The colour in this pass as light. What is no ink is left white: it is reported elsewhere."""
        ink = colour.ink
        if ink is None or colour.is_registration:
            ink = (0.0, 0.0, 0.0, 0.0)
        ink = [max(0.0, min(1.0, part)) for part in ink]
        return [1 - ink[3]] if self.black else [1 - part for part in ink[:3]]

    def operator(self, *, stroke: bool) -> Operator:
        return Operator(("G" if stroke else "g") if self.black else ("RG" if stroke else "rg"))

    def recoloured(self, instructions, resources) -> bytes:
        return pikepdf.unparse_content_stream(list(Recolouring(self, resources).of(instructions)))

    def resources(self, resources, *, depth: int) -> Dictionary:
        """The same resources with forms, pictures, patterns and gradients in the colours of this pass."""
        if depth > DEPTH:
            raise TooMuch("depth")
        changed = Dictionary()
        for kind in ("/Font", "/ExtGState", "/ColorSpace"):
            if kind in resources:
                changed[kind] = resources[kind]
        for kind, change in (("/XObject", self._object), ("/Pattern", self._pattern), ("/Shading", self._shading)):
            found = resources.get(kind)
            if isinstance(found, Dictionary):
                items = {name: change(item, resources, depth) for name, item in found.items()}
                changed[kind] = Dictionary({name: item for name, item in items.items() if item is not None})
        return changed

    def _object(self, item, resources, depth: int):
        if not isinstance(item, Stream):
            return None
        key = item.objgen
        if key not in self.done:
            form = item.get("/Subtype") == "/Form"
            self.done[key] = self._form(item, resources, depth) if form else self._picture(item)
        return self.done[key]

    def _form(self, form: Stream, resources, depth: int) -> Stream:
        self.job.budget.check_time()
        own = form.get("/Resources")
        own = own if own is not None else resources
        made = self.job.pdf.make_stream(self.recoloured(self.job.cache.instructions(form), own))
        for key in ("/BBox", "/Matrix", "/PatternType", "/PaintType", "/TilingType", "/XStep", "/YStep"):
            if key in form:
                made[key] = form[key]
        if "/PatternType" not in form:
            made.Type, made.Subtype = Name.XObject, Name.Form
        if isinstance(form.get("/Group"), Dictionary):
            group = {key: value for key, value in form["/Group"].items() if key != "/CS"}
            made.Group = Dictionary(group)
        made.Resources = self.resources(own, depth=depth + 1)
        return made

    def _picture(self, image: Stream):
        if image.get("/ImageMask", False):
            return image
        ink = ink_of_picture(image)
        if ink is None:
            ink = Image.new("CMYK", (1, 1), (0, 0, 0, 0))
        bands = ink.split()
        light = ImageChops.invert(bands[3]) if self.black else ImageChops.invert(Image.merge("RGB", bands[:3]))
        made = self.job.pdf.make_stream(light.tobytes())
        made.Type, made.Subtype = Name.XObject, Name.Image
        made.Width, made.Height, made.BitsPerComponent = light.width, light.height, 8
        made.ColorSpace = Name.DeviceGray if self.black else Name.DeviceRGB
        for key in ("/SMask", "/Mask"):
            if isinstance(image.get(key), Stream):
                made[key] = image[key]
        return made

    def _pattern(self, item, resources, depth: int):
        if isinstance(item, Stream):
            return self._form(item, resources, depth)
        if isinstance(item, Dictionary) and "/Shading" in item:
            shading = self._shading(item["/Shading"], resources, depth)
            kept = {key: value for key, value in item.items() if key in ("/PatternType", "/Matrix")}
            return Dictionary(kept | {"/Shading": shading}) if shading is not None else None
        return None

    def _shading(self, source, resources, _depth: int):
        """Axial and radial gradients, their function replaced by samples of the inks of this pass."""
        if not isinstance(source, Dictionary) or source.get("/ShadingType") not in (2, 3):
            return None
        space = read_space(source.get("/ColorSpace"), resources)
        domain = source.get("/Domain")
        low, high = (float(domain[0]), float(domain[1])) if isinstance(domain, Array) and len(domain) > 1 else (0.0, 1.0)
        samples = bytearray()
        for step in range(SAMPLES):
            values = evaluate(source.get("/Function"), [low + (high - low) * step / (SAMPLES - 1)])
            light = self.values(Colour(space, tuple(values or ())))
            samples += bytes(round(part * 255) for part in light)
        count = 1 if self.black else 3
        function = self.job.pdf.make_stream(bytes(samples))
        function.FunctionType, function.Size, function.BitsPerSample = 0, Array([SAMPLES]), 8
        function.Domain, function.Range = Array([low, high]), Array([0, 1] * count)
        kept = {key: value for key, value in source.items() if key in ("/ShadingType", "/Coords", "/Domain", "/Extend", "/BBox")}
        made = Dictionary(kept)
        made.ColorSpace = Name.DeviceGray if self.black else Name.DeviceRGB
        made.Function = function
        return made


class Recolouring:
    """One content stream in the colours of one pass. Follows overprint: what overprints leaves other inks alone."""

    def __init__(self, plates: Plates, resources):
        self.plates, self.resources = plates, resources
        self.fill = self.stroke = BLACK
        self.overprints = {False: False, True: False}  # by stroke
        self.stack: list = []

    def of(self, instructions) -> Iterator[ContentStreamInstruction]:
        for stroke in (False, True):
            yield self._colour(BLACK, stroke=stroke)
        for instruction in instructions:
            if isinstance(instruction, pikepdf.ContentStreamInlineImage):
                continue
            name = str(instruction.operator)
            if name in ("BDC", "BMC", "EMC", "DP", "MP", "ri", "i"):
                continue
            try:
                yield from self._one(name, instruction)
            except (TypeError, ValueError, IndexError, AttributeError):
                continue

    def _one(self, name: str, instruction) -> Iterator:
        operands = instruction.operands
        lower = name.lower()
        stroke = name[:1].isupper()
        if lower in COLOUR_OPERATORS and name in (lower, name.upper()):
            yield self._set(Colour(COLOUR_OPERATORS[lower], tuple(map(float, operands))), stroke=stroke)
        elif lower == "cs":
            space = read_space(operands[0], self.resources)
            yield self._set(Colour(space, space.initial), stroke=stroke)
        elif lower in ("sc", "scn"):
            yield from self._scn(operands, stroke=stroke)
        elif name in FILLS | STROKES | SHOWS and self._leaves_alone(stroke=name in STROKES):
            yield from self._unpainted(name, instruction)
        else:
            self._follow(name, operands)
            yield instruction

    def _scn(self, operands, *, stroke: bool) -> Iterator:
        space = (self.stroke if stroke else self.fill).space
        if operands and isinstance(operands[-1], Name):
            yield ContentStreamInstruction([Name.Pattern], Operator("CS" if stroke else "cs"))
            yield ContentStreamInstruction([operands[-1]], Operator("SCN" if stroke else "scn"))
            self._remember(Colour(PATTERN, ()), stroke=stroke)
        else:
            yield self._set(Colour(space, tuple(map(float, operands))), stroke=stroke)

    def _set(self, colour: Colour, *, stroke: bool) -> ContentStreamInstruction:
        self._remember(colour, stroke=stroke)
        return self._colour(colour, stroke=stroke)

    def _remember(self, colour: Colour, *, stroke: bool) -> None:
        if stroke:
            self.stroke = colour
        else:
            self.fill = colour

    def _colour(self, colour: Colour, *, stroke: bool) -> ContentStreamInstruction:
        return ContentStreamInstruction(self.plates.values(colour), self.plates.operator(stroke=stroke))

    def _follow(self, name: str, operands) -> None:
        if name == "q":
            self.stack.append((self.fill, self.stroke, dict(self.overprints)))
        elif name == "Q" and self.stack:
            self.fill, self.stroke, self.overprints = self.stack.pop()
        elif name == "gs":
            states = self.resources.get("/ExtGState") if isinstance(self.resources, Dictionary) else None
            values = states.get(str(operands[0])) if isinstance(states, Dictionary) else None
            if isinstance(values, Dictionary):
                if "/OP" in values:
                    self.overprints = {False: bool(values.get("/op", values["/OP"])), True: bool(values["/OP"])}
                elif "/op" in values:
                    self.overprints[False] = bool(values["/op"])

    def _leaves_alone(self, *, stroke: bool) -> bool:
        """Whether the paint overprints and has no ink of this pass."""
        ink = (self.stroke if stroke else self.fill).ink
        if not self.overprints[stroke] or ink is None:
            return False
        return (ink[3] if self.plates.black else max(ink[:3])) < 0.002

    @staticmethod
    def _unpainted(name: str, instruction) -> Iterator:
        if name in SHOWS:
            yield ContentStreamInstruction([3], Operator("Tr"))
            yield instruction
            yield ContentStreamInstruction([0], Operator("Tr"))
        else:
            yield ContentStreamInstruction([], Operator("n"))

"""Fonts as a PDF describes them: whether they are in the file, how wide their glyphs are, which codes show an empty box."""

import re
import struct
from dataclasses import dataclass, field

import pikepdf

from .limits import MOST_STREAM, TooMuch, decoded

SUBSET = re.compile(r"^[A-Z]{6}\+")
HYPHEN = re.compile(rb"<([0-9A-Fa-f]{4})>\s*<(?:002[dD]|2010|00[aA][dD])>")
EMBEDDED = ("/FontFile", "/FontFile2", "/FontFile3")
TYPICAL_WIDTH = 500.0


@dataclass(eq=False)
class Font:
    """`widths` in thousandths of the size, by code."""

    name: str = "?"
    embedded: bool = False
    is_type3: bool = False
    two_byte: bool = False
    widths: dict[int, float] = field(default_factory=dict)
    usual_width: float = TYPICAL_WIDTH
    empty_codes: frozenset[int] = frozenset()  # codes that show .notdef
    hyphens: frozenset[int] = frozenset((0x2D, 0xAD))  # codes

    @property
    def family(self) -> str:
        """The name without subset tag, letters and digits only, in lower case: how families are compared."""
        return plain_name(self.name)

    def codes(self, text: bytes) -> tuple[int, ...]:
        if self.two_byte:
            text = text[: len(text) // 2 * 2]
            return struct.unpack(f">{len(text) // 2}H", text)
        return tuple(text)

    def advance(self, codes) -> float:
        """Sum of the widths, in thousandths of the size."""
        widths, usual = self.widths, self.usual_width
        return sum([widths.get(code, usual) for code in codes])


def plain_name(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", SUBSET.sub("", name).lower())


def read_font(source: pikepdf.Object) -> Font:
    """What preflight needs to know about a font dictionary. Never fails: what is missing is taken as usual."""
    font = Font()
    if not isinstance(source, pikepdf.Dictionary):
        return font
    font.name = SUBSET.sub("", str(source.get("/BaseFont", source.get("/Name", "?"))).lstrip("/"))
    font.is_type3 = source.get("/Subtype") == "/Type3"
    descendants = source.get("/DescendantFonts")
    if source.get("/Subtype") == "/Type0" and isinstance(descendants, pikepdf.Array) and len(descendants):
        _read_composite(font, source, descendants[0])
    else:
        _read_simple(font, source)
    return font


def _is_embedded(source: pikepdf.Object) -> bool:
    descriptor = source.get("/FontDescriptor") if isinstance(source, pikepdf.Dictionary) else None
    return isinstance(descriptor, pikepdf.Dictionary) and any(isinstance(descriptor.get(key), pikepdf.Stream) for key in EMBEDDED)


def _read_composite(font: Font, source: pikepdf.Dictionary, inner: pikepdf.Object) -> None:
    font.embedded = _is_embedded(inner)
    encoding = source.get("/Encoding")
    font.two_byte, font.hyphens = True, _hyphens(source.get("/ToUnicode"))
    if not isinstance(inner, pikepdf.Dictionary):
        return
    font.usual_width = _number(inner.get("/DW"), 1000.0)
    widths = inner.get("/W")
    if isinstance(widths, pikepdf.Array):
        font.widths = _composite_widths(widths)
    if encoding in ("/Identity-H", "/Identity-V"):
        font.empty_codes = frozenset({0}) | _mapped_to_nothing(inner.get("/CIDToGIDMap"))


def _hyphens(mapping) -> frozenset[int]:
    """Codes that mean a hyphen."""
    if not isinstance(mapping, pikepdf.Stream):
        return frozenset()
    try:
        data = decoded(mapping, limit=500_000)
    except (TooMuch, pikepdf.PdfError):
        return frozenset()
    return frozenset(int(code, 16) for code in HYPHEN.findall(data))


def _mapped_to_nothing(mapping) -> frozenset[int]:
    """Codes that a mapping of a TrueType font sends to its glyph 0."""
    if not isinstance(mapping, pikepdf.Stream):
        return frozenset()
    try:
        data = decoded(mapping, limit=min(MOST_STREAM, 140_000))
    except (TooMuch, pikepdf.PdfError):
        return frozenset()
    glyphs = struct.unpack(f">{len(data) // 2}H", data[: len(data) // 2 * 2])
    return frozenset(code for code, glyph in enumerate(glyphs) if glyph == 0)


def _composite_widths(array: pikepdf.Array) -> dict[int, float]:
    """`[first [w w w] first last w …]` of ISO 32000-1, 9.7.4.3."""
    widths: dict[int, float] = {}
    items = array.as_list()
    place = 0
    while place + 1 < len(items):
        first, second = items[place], items[place + 1]
        if isinstance(second, pikepdf.Array):
            start = int(_number(first, 0))
            widths |= {start + number: _number(value, 0) for number, value in enumerate(second.as_list())}
            place += 2
        elif place + 2 < len(items):
            start, end = int(_number(first, 0)), int(_number(second, 0))
            width = _number(items[place + 2], 0)
            widths |= dict.fromkeys(range(start, min(end, start + 65535) + 1), width)
            place += 3
        else:
            break
    return widths


def _read_simple(font: Font, source: pikepdf.Dictionary) -> None:
    font.embedded = font.is_type3 or _is_embedded(source)
    widths, first = source.get("/Widths"), int(_number(source.get("/FirstChar"), 0))
    if isinstance(widths, pikepdf.Array):
        scale = 1.0
        if font.is_type3 and isinstance(source.get("/FontMatrix"), pikepdf.Array):
            scale = _number(source["/FontMatrix"][0], 0.001) * 1000
        font.widths = {first + number: _number(value, 0) * scale for number, value in enumerate(widths.as_list()[:256])}
    encoding = source.get("/Encoding")
    differences = encoding.get("/Differences") if isinstance(encoding, pikepdf.Dictionary) else None
    if isinstance(differences, pikepdf.Array):
        font.empty_codes = _named_nothing(differences.as_list()[:1000])


def _named_nothing(differences: list) -> frozenset[int]:
    codes, code = set(), 0
    for item in differences:
        if isinstance(item, pikepdf.Name):
            if item == "/.notdef":
                codes.add(code)
            code += 1
        else:
            code = int(_number(item, 0))
    return frozenset(codes)


def _number(value, default: float) -> float:
    try:
        return float(value)
    except (TypeError, ValueError, ArithmeticError):
        return default

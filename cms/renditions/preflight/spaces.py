"""Colour spaces and colours of a PDF, and how much ink a colour is."""

from dataclasses import dataclass

import pikepdf

from .limits import DEPTH

PROCESS = {"/Cyan": 0, "/Magenta": 1, "/Yellow": 2, "/Black": 3}
DEVICE = {
    "/DeviceGray": ("gray", 1),
    "/G": ("gray", 1),
    "/CalGray": ("gray", 1),
    "/DeviceRGB": ("rgb", 3),
    "/RGB": ("rgb", 3),
    "/DeviceCMYK": ("cmyk", 4),
    "/CMYK": ("cmyk", 4),
    "/Pattern": ("pattern", 0),
}
PLAIN = DEVICE | {"/CalRGB": ("calrgb", 3), "/Lab": ("lab", 3)}
Ink = tuple[float, float, float, float]


@dataclass(frozen=True)
class Space:
    """`kind`: gray, rgb, cmyk, iccrgb, calrgb, lab, spot, pattern. Spots have names and an ink that they stand for."""

    kind: str
    size: int
    names: tuple[str, ...] = ()
    solid: Ink | None = None  # what one spot colour at 100 % looks like in process inks
    indexed: bool = False
    broken: bool = False  # its ICC profile does not belong to it

    @property
    def is_rgb(self) -> bool:
        return self.kind in ("rgb", "iccrgb", "calrgb")

    @property
    def initial(self) -> tuple[float, ...]:
        return (0.0, 0.0, 0.0, 1.0) if self.kind == "cmyk" else (1.0 if self.kind == "spot" else 0.0,) * max(self.size, 1)


GRAY, RGB, CMYK, PATTERN = Space("gray", 1), Space("rgb", 3), Space("cmyk", 4), Space("pattern", 0)
UNKNOWN = Space("gray", 1, broken=True)


@dataclass(frozen=True)
class Colour:
    space: Space
    values: tuple[float, ...]

    @property
    def ink(self) -> Ink | None:
        """Cyan, magenta, yellow, black from 0 to 1; None for light (RGB, Lab) and for patterns."""
        values, kind = self.values, self.space.kind
        if kind == "cmyk" and len(values) >= 4:
            return values[:4]
        if kind == "gray" and values:
            return (0.0, 0.0, 0.0, 1.0 - values[0])
        if kind == "spot":
            return self._spot_ink()
        return None

    def _spot_ink(self) -> Ink:
        ink = [0.0, 0.0, 0.0, 0.0]
        for name, value in zip(self.space.names, self.values, strict=False):
            if name == "/All":
                ink = [max(part, value) for part in ink]
            elif name in PROCESS:
                ink[PROCESS[name]] = max(ink[PROCESS[name]], value)
            elif name != "/None":
                solid = self.space.solid or (0.0, 0.0, 0.0, 1.0)
                ink = [min(1.0, part + value * inked) for part, inked in zip(ink, solid, strict=True)]
        return tuple(ink)

    @property
    def rgb(self) -> tuple[float, float, float] | None:
        """Roughly as seen on a screen, for contrast. None for patterns."""
        kind, values = self.space.kind, self.values
        if self.space.is_rgb and len(values) >= 3:
            return values[:3]
        if kind == "lab" and values:
            return (values[0] / 100,) * 3
        ink = self.ink
        if ink is None:
            return None
        cyan, magenta, yellow, black = ink
        return tuple((1 - part) * (1 - black) for part in (cyan, magenta, yellow))

    @property
    def is_registration(self) -> bool:
        return self.space.kind == "spot" and "/All" in self.space.names and any(value > 0.02 for value in self.values)

    @property
    def is_white(self) -> bool:
        ink = self.ink
        if ink is not None:
            return max(ink) < 0.005
        return self.space.is_rgb and min(self.values, default=0) > 0.995

    @property
    def is_pure_black(self) -> bool:
        ink = self.ink
        return ink is not None and ink[3] > 0.985 and max(ink[:3]) < 0.005


BLACK = Colour(GRAY, (0.0,))


def read_space(source, resources=None, *, depth: int = 0) -> Space:
    """The colour space that a name or array stands for. Never fails; what nobody can read is UNKNOWN."""
    if depth > DEPTH:
        return UNKNOWN
    if isinstance(source, pikepdf.Name):
        named = _named(resources, str(source))
        if str(source) in DEVICE:
            return Space(*DEVICE[str(source)])
        return read_space(named, resources, depth=depth + 1) if named is not None else UNKNOWN
    if not isinstance(source, pikepdf.Array) or len(source) == 0:
        return UNKNOWN
    kind = str(source[0])
    if kind in PLAIN:
        return Space(*PLAIN[kind])
    if kind == "/ICCBased" and len(source) > 1:
        return _icc_space(source[1])
    if kind in ("/Indexed", "/I") and len(source) > 1:
        base = read_space(source[1], resources, depth=depth + 1)
        return Space(base.kind, 1, base.names, base.solid, indexed=True, broken=base.broken)
    if kind in ("/Separation", "/DeviceN") and len(source) > 3:
        return _spot_space(source, resources, depth=depth)
    return UNKNOWN


def _named(resources, name: str):
    spaces = resources.get("/ColorSpace") if isinstance(resources, pikepdf.Dictionary) else None
    found = spaces.get(name) if isinstance(spaces, pikepdf.Dictionary) else None
    return None if isinstance(found, pikepdf.Name) and str(found) == name else found


ICC_SIZES = {b"GRAY": 1, b"RGB ": 3, b"CMYK": 4, b"Lab ": 3}


def icc_header(stream) -> tuple[bytes, bytes] | None:
    """Class and colour space of an ICC profile; None if it is none. Only its first bytes are unpacked."""
    import zlib

    from .limits import filters_of

    try:
        raw = stream.read_raw_bytes()
        filters = filters_of(stream)
        if filters == ["/FlateDecode"]:
            raw = zlib.decompressobj().decompress(raw, 128)
        elif filters:
            raw = stream.read_bytes()[:128]
    except (zlib.error, pikepdf.PdfError, ValueError):
        return None
    if len(raw) < 128 or raw[36:40] != b"acsp" or raw[16:20] not in ICC_SIZES:
        return None
    return raw[12:16], raw[16:20]


def _icc_space(stream) -> Space:
    if not isinstance(stream, pikepdf.Stream):
        return UNKNOWN
    try:
        size = int(stream.get("/N", 0))
    except (TypeError, ValueError):
        size = 0
    header = icc_header(stream)
    broken = header is None or ICC_SIZES[header[1]] != size
    if header and header[1] == b"Lab ":
        return Space("lab", 3, broken=broken)
    return Space({1: "gray", 3: "iccrgb", 4: "cmyk"}.get(size, "gray"), size or 1, broken=broken)


def _spot_space(source: pikepdf.Array, resources, *, depth: int) -> Space:
    from .functions import evaluate

    names = (str(source[1]),) if source[0] == "/Separation" else tuple(str(name) for name in list(source[1])[:32])
    alternate = read_space(source[2], resources, depth=depth + 1)
    solid = None
    if len(names) == 1:
        values = evaluate(source[3], [1.0])
        if values is not None:
            solid = Colour(alternate, tuple(values)).ink if alternate.kind in ("cmyk", "gray") else None
    return Space("spot", len(names), names, solid)

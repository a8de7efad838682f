"""Colour spaces of a PDF, resolved to what their numbers mean (ISO 32000-1, 8.6)."""

from collections.abc import Sequence
from dataclasses import dataclass

import pikepdf
from pikepdf import Array, Dictionary, Name

DEVICE = {
    "/DeviceGray": "gray",
    "/G": "gray",
    "/CalGray": "gray",
    "/DeviceRGB": "rgb",
    "/RGB": "rgb",
    "/CalRGB": "rgb",
    "/DeviceCMYK": "cmyk",
    "/CMYK": "cmyk",
    "/Lab": "lab",
    "/Pattern": "pattern",
    "/Separation": "spot",
    "/DeviceN": "spot",
}
ICC_KINDS = {1: "gray", 3: "rgb", 4: "cmyk"}
COMPONENTS = {"gray": 1, "rgb": 3, "cmyk": 4, "lab": 3}


@dataclass(frozen=True)
class Space:
    """gray, rgb, cmyk, lab, pattern, spot, indexed or other; with the embedded profile it is measured by, if any."""

    kind: str
    profile: bytes | None = None
    base: "Space | None" = None  # of an indexed or an uncoloured pattern space
    raw: object = None

    @property
    def needs_ink(self) -> bool:
        """Whether numbers in it have to be turned into ink."""
        return self.kind in ("rgb", "lab") or (self.kind == "cmyk" and self.profile is not None)


GRAY, RGB, CMYK = Space("gray"), Space("rgb"), Space("cmyk")


def resolve(value, resources=None) -> Space:
    """The colour space that a name or an array stands for. `resources` gives named ones their meaning."""
    if isinstance(value, Name) or (isinstance(value, str) and value.startswith("/")):
        named = resources.get("/ColorSpace") if resources is not None else None
        if str(value) in DEVICE and str(value) not in ("/Separation", "/DeviceN"):
            return Space(DEVICE[str(value)], raw=value)
        if isinstance(named, Dictionary) and str(value) in named:
            return resolve(named[str(value)])
        return Space("other", raw=value)
    if isinstance(value, Array) and len(value):
        return _resolve_array(value)
    return Space("other", raw=value)


def _resolve_array(value: Array) -> Space:
    family = str(value[0])
    if family == "/ICCBased" and len(value) > 1 and isinstance(value[1], pikepdf.Stream):
        kind = ICC_KINDS.get(int(value[1].get("/N", 0)), "other")
        return Space(kind, profile=value[1].read_bytes() if kind != "gray" else None, raw=value)
    if family in ("/Indexed", "/I") and len(value) > 3:
        return Space("indexed", base=resolve(value[1]), raw=value)
    if family == "/Pattern" and len(value) > 1:
        return Space("pattern", base=resolve(value[1]), raw=value)
    return Space(DEVICE.get(family, "other"), raw=value)


def numbers(operands: Sequence) -> list[float]:
    """The numbers among operands; a pattern's name is left out."""
    return [float(value) for value in operands if not isinstance(value, Name | pikepdf.String)]

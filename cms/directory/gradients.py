"""Gradients of a logo, from what drawing programs write to what a browser, WeasyPrint and the press pass all draw alike.

Borrowed stops and vectors are filled in, colours are plain, spreading is left out; one that runs nowhere is a flat colour.
"""

import re
from collections.abc import Callable
from xml.etree import ElementTree as ET

SVG = "http://www.w3.org/2000/svg"
XLINK = "{http://www.w3.org/1999/xlink}href"
VECTORS = {"linearGradient": ("x1", "y1", "x2", "y2"), "radialGradient": ("cx", "cy", "r", "fx", "fy")}
SHARED = ("gradientUnits", "gradientTransform")
NUMBER = re.compile(r"^\s*-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?%?\s*$", re.IGNORECASE)
TRANSFORM = re.compile(r"^[-+\w\s.,()]*$")
COLOUR = re.compile(r"^(#[0-9a-fA-F]{3,8}|[a-zA-Z]+|rgb\([\d\s.,%]+\))$")
MOST_STOPS, MOST_LENDERS = 40, 8
BLACK = "#000000"

Stops = list[tuple[str, str, str]]  # offset, colour, opacity


def local(element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def plain_id(name: str) -> str:
    """An id that needs no quoting anywhere."""
    return re.sub(r"[^-\w.]", "-", name)


class Gradients:
    """Those of one drawing. `styled(element)` gives an element's declarations, from its classes and its style."""

    def __init__(self, root, *, styled: Callable[[ET.Element], dict[str, str]]):
        self.styled = styled
        self.found = {item.get("id"): item for item in root.iter() if local(item) in VECTORS and item.get("id")}

    def paint(self, name: str) -> str:
        """What stands in fill or stroke: the gradient, or a flat colour if it is none."""
        element = self.found.get(name)
        if element is None:
            return BLACK
        stops = self._stops(element)
        if not stops:
            return BLACK
        return f"url(#{plain_id(name)})" if len(stops) > 1 and self._runs(element) else stops[-1][1]

    def clean(self, element) -> ET.Element | None:
        """The gradient on its own feet; None if nothing can be painted with it."""
        name = element.get("id")
        if not name or not self.paint(name).startswith("url("):
            return None
        copy = ET.Element(f"{{{SVG}}}{local(element)}", {"id": plain_id(name)} | self._geometry(element))
        for offset, colour, opacity in self._stops(element):
            opaque = {} if opacity == "1" else {"stop-opacity": opacity}
            ET.SubElement(copy, f"{{{SVG}}}stop", {"offset": offset, "stop-color": colour} | opaque)
        return copy

    def _family(self, element):
        """The gradient, then the one it borrows from, and so on; a circle of lenders ends."""
        for _step in range(MOST_LENDERS):
            yield element
            lender = self.found.get((element.get(XLINK) or element.get("href") or "").removeprefix("#"))
            if lender is None:
                return
            element = lender

    def _geometry(self, element) -> dict[str, str]:
        kept: dict[str, str] = {}
        for name in (*VECTORS[local(element)], *SHARED):
            value = next((item.get(name) for item in self._family(element) if item.get(name) is not None), None)
            good = TRANSFORM if name in SHARED else NUMBER
            if value is not None and good.match(value):
                kept[name] = value.strip()
        return kept

    def _runs(self, element) -> bool:
        """Whether it leads from one place to another: a vector or circle without extent shows its last colour only."""
        geometry = self._geometry(element)
        if local(element) == "radialGradient":
            return _number(geometry.get("r", "50%")) > 0
        start = (_number(geometry.get("x1", "0")), _number(geometry.get("y1", "0")))
        return start != (_number(geometry.get("x2", "100%")), _number(geometry.get("y2", "0")))

    def _stops(self, element) -> Stops:
        for item in self._family(element):
            stops = [self._stop(child) for child in item if local(child) == "stop"]
            if stops:
                return stops[:MOST_STOPS]
        return []

    def _stop(self, stop) -> tuple[str, str, str]:
        style = {"stop-color": stop.get("stop-color"), "stop-opacity": stop.get("stop-opacity")} | self.styled(stop)
        colour, opacity, offset = style["stop-color"] or BLACK, style["stop-opacity"] or "1", stop.get("offset") or "0"
        if not COLOUR.match(colour.strip()) or colour.strip().lower() == "currentcolor":
            colour = BLACK
        return (
            offset.strip() if NUMBER.match(offset) else "0",
            colour.strip(),
            f"{min(1.0, max(0.0, _number(opacity))):g}" if NUMBER.match(opacity) else "1",
        )


def _number(text: str) -> float:
    """0.5 and 50% are the same."""
    text = text.strip()
    return float(text.removesuffix("%")) / (100 if text.endswith("%") else 1)

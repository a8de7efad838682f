"""Cleaning SVG by allow-list: shapes, fills and strokes come through; everything that acts, loads or needs a font is refused.

Gradients become the mean of their colours: paper prints them flat, and a logo that needs one is sent as a picture.
"""

import re
from xml.etree import ElementTree as ET

from django.utils.translation import gettext as _

SVG = "http://www.w3.org/2000/svg"
XLINK = "{http://www.w3.org/1999/xlink}href"
SHAPES = {"svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "use", "defs", "symbol", "clipPath"}
DROPPED = {"title", "desc", "metadata", "style", "linearGradient", "radialGradient", "namedview", "sodipodi", "switch-off"}
GRADIENTS = {"linearGradient", "radialGradient"}
NUMBERS = {
    "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "width", "height", "d", "points", "transform",
    "stroke-width", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "stroke-dasharray", "stroke-dashoffset",
    "opacity", "fill-opacity", "stroke-opacity", "fill-rule", "clip-rule", "clipPathUnits", "preserveAspectRatio", "display",
    "visibility",
}  # fmt: skip
PAINTS = {"fill", "stroke"}
STYLED = (NUMBERS | PAINTS | {"clip-path"}) - {"d", "points", "x", "y", "width", "height"}
SAFE_VALUE = re.compile(r"^[-+\w\s.,%()#]*$")
COLOUR = re.compile(r"^(#[0-9a-fA-F]{3,8}|[a-zA-Z]+|rgb\([\d\s.,%]+\))$")
LOCAL = re.compile(r"^url\(\s*['\"]?#([-\w.:]+)['\"]?\s*\)")
RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
MOST_ELEMENTS = 4000


def clean_svg(data: bytes) -> str:
    """The drawing as SVG text with a viewBox and no size. Raises ParseError for what is no XML, ValueError with the reason."""
    if re.search(rb"<!(ENTITY|DOCTYPE[^>]*\[)", data, re.IGNORECASE):
        raise ValueError(_("This SVG defines entities. Export it again as “plain SVG”."))
    root = ET.fromstring(re.sub(rb"<!DOCTYPE[^>]*>", b"", data))  # noqa: S314 - entities are refused above
    if local(root) != "svg":
        raise ET.ParseError("no svg")
    if sum(1 for _element in root.iter()) > MOST_ELEMENTS:
        raise ValueError(_("This logo has more than 4,000 parts. Ask for a simpler version."))
    cleaner = Cleaner(rules=style_rules(root), gradients=gradient_colours(root))
    clean = cleaner.element(root, depth=0)
    if clean is None or not any(local(part) in SHAPES - {"svg", "g", "defs"} for part in clean.iter()):
        raise ValueError(_("There is nothing drawn in this SVG."))
    clean.attrib = {"viewBox": view_box(root)}
    ET.register_namespace("", SVG)
    return ET.tostring(clean, encoding="unicode")


def local(element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def view_box(root) -> str:
    """Raises ValueError if the drawing has no size."""
    numbers = re.split(r"[\s,]+", (root.get("viewBox") or "").strip())
    if len(numbers) != 4:
        size = [re.match(r"^\s*([\d.]+)", root.get(side) or "") for side in ("width", "height")]
        numbers = ["0", "0", *(match[1] for match in size if match)]
    try:
        values = [float(number) for number in numbers]
    except ValueError:
        values = []
    if len(values) != 4 or not (0 < values[2] < 1e6 and 0 < values[3] < 1e6):
        raise ValueError(_("This SVG does not say how large it is. Export it again with a viewBox."))
    return " ".join(f"{value:g}" for value in values)


def style_rules(root) -> dict[str, dict[str, str]]:
    """Selector → declarations of simple <style> rules, as drawing programs write them: .cls-1, path, #id."""
    rules: dict[str, dict[str, str]] = {}
    for element in root.iter():
        if local(element) != "style":
            continue
        text = "".join(element.itertext())
        if "@import" in text or "@font-face" in text:
            raise ValueError(_("This SVG loads other files. Export it again with everything in it, text as outlines."))
        for selectors, body in RULE.findall(re.sub(r"/\*.*?\*/", "", text, flags=re.DOTALL)):
            for selector in selectors.split(","):
                rules.setdefault(selector.strip(), {}).update(declarations(body))
    return rules


def declarations(text: str) -> dict[str, str]:
    pairs = (part.partition(":") for part in text.split(";") if ":" in part)
    return {name.strip(): value.replace("!important", "").strip() for name, _colon, value in pairs}


def gradient_colours(root) -> dict[str, str]:
    """Id of each gradient → the mean of its stops; one that only borrows another's stops gets theirs."""
    found = {element.get("id"): element for element in root.iter() if local(element) in GRADIENTS and element.get("id")}
    colours = {}
    for name, element in found.items():
        lender = found.get((element.get(XLINK) or element.get("href") or "").lstrip("#"), element)
        stops = list(element) or list(lender)
        colours[name] = mean([colour_of(stop) for stop in stops if local(stop) == "stop"])
    return colours


def colour_of(stop) -> str:
    return declarations(stop.get("style") or "").get("stop-color") or stop.get("stop-color") or "#000000"


def mean(colours: list[str]) -> str:
    triples = [triple for colour in colours if (triple := rgb(colour))]
    if not triples:
        return "#000000"
    return "#" + "".join(f"{round(sum(part) / len(part)):02x}" for part in zip(*triples, strict=True))


def rgb(colour: str) -> tuple[int, ...] | None:
    digits = colour.strip().lstrip("#")
    if re.fullmatch(r"[0-9a-fA-F]{3}", digits):
        digits = "".join(digit * 2 for digit in digits)
    if re.fullmatch(r"[0-9a-fA-F]{6}", digits):
        return tuple(int(digits[place : place + 2], 16) for place in (0, 2, 4))
    numbers = re.findall(r"\d+", colour)
    return tuple(int(number) for number in numbers[:3]) if colour.startswith("rgb(") and len(numbers) >= 3 else None


class Cleaner:
    """Copies what is allowed, resolves styles into attributes, refuses the rest."""

    def __init__(self, *, rules: dict[str, dict[str, str]], gradients: dict[str, str]):
        self.rules, self.gradients = rules, gradients

    def element(self, source, *, depth: int):
        name = local(source)
        if depth > 60:
            raise ValueError(_("This logo is nested too deeply. Ask for a simpler version."))
        if isinstance(source.tag, str) and not source.tag.startswith(f"{{{SVG}}}") and source.tag != name:
            return None  # what drawing programs note for themselves
        if name in DROPPED or not name:
            return None
        if name not in SHAPES:
            raise ValueError(refusal(name))
        copy = ET.Element(f"{{{SVG}}}{name}", self.attributes(source))
        for child in source:
            if (clean := self.element(child, depth=depth + 1)) is not None:
                copy.append(clean)
        return copy

    def attributes(self, source) -> dict[str, str]:
        given = {key: value for key, value in source.attrib.items() if key in NUMBERS | PAINTS | {"clip-path"}}
        styles: dict[str, str] = {}
        for selector in (local(source), *(f".{name}" for name in (source.get("class") or "").split()), f"#{source.get('id')}"):
            styles |= self.rules.get(selector, {})
        styles |= declarations(source.get("style") or "")
        if {"filter", "mask"} & {*styles, *source.attrib}:
            raise ValueError(
                _("This logo uses effects (blur, shadow, mask). Ask for a version without, or upload it as a picture.")
            )
        given |= {key: value for key, value in styles.items() if key in STYLED}
        clean = {key: kept for key, value in given.items() if (kept := self.value(key, value)) is not None}
        if name := source.get("id"):
            clean["id"] = re.sub(r"[^-\w.]", "-", name)
        if local(source) == "use":
            clean["href"] = self.reference(source)
        return clean

    def value(self, key: str, value: str) -> str | None:
        value = value.strip()
        if key in PAINTS:
            return self.paint(value)
        if key == "clip-path":
            found = LOCAL.match(value)
            return f"url(#{found[1]})" if found else None
        return value if SAFE_VALUE.match(value) else None

    def paint(self, value: str) -> str:
        """A flat colour. `currentColor` is black: paper would print it as such anyway."""
        if found := LOCAL.match(value):
            return self.gradients.get(found[1], "#000000")
        return value if COLOUR.match(value) and value.lower() != "currentcolor" else "#000000"

    def reference(self, source) -> str:
        target = source.get(XLINK) or source.get("href") or ""
        if not re.match(r"^#[-\w.:]+$", target):
            raise ValueError(_("This SVG loads other files. Export it again with everything in it, text as outlines."))
        return target


def refusal(name: str) -> str:
    if name in ("text", "tspan", "textPath", "font"):
        return _("This logo contains type. Ask for it “with text converted to paths”, so that it looks the same everywhere.")
    if name in ("image", "pattern", "foreignObject"):
        return _("This SVG holds a pixel picture. Upload it in the field for a picture, or ask for a real vector drawing.")
    if name in ("filter", "mask"):
        return _("This logo uses effects (blur, shadow, mask). Ask for a version without, or upload it as a picture.")
    return _("This SVG contains “%(name)s”, which no logo needs. Export it again as “plain SVG”.") % {"name": name[:40]}

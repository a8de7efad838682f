"""Cleaning SVG by allow-list: shapes, fills and strokes come through; everything that acts, loads or needs a font is refused.

Gradients come through as well (gradients.py): the press pass turns them into ink.
"""

import re
from xml.etree import ElementTree as ET

from django.utils.translation import gettext as _

from .gradients import BLACK, COLOUR, SVG, VECTORS, XLINK, Gradients, local, plain_id

SHAPES = {"svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "use", "defs", "symbol", "clipPath"}
DROPPED = {"title", "desc", "metadata", "style", "stop", "namedview", "sodipodi", "switch-off"}
NUMBERS = {
    "x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "r", "rx", "ry", "width", "height", "d", "points", "transform",
    "stroke-width", "stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "stroke-dasharray", "stroke-dashoffset",
    "opacity", "fill-opacity", "stroke-opacity", "fill-rule", "clip-rule", "clipPathUnits", "preserveAspectRatio", "display",
    "visibility",
}  # fmt: skip
PAINTS = {"fill", "stroke"}
STYLED = (NUMBERS | PAINTS | {"clip-path"}) - {"d", "points", "x", "y", "width", "height"}
SAFE_VALUE = re.compile(r"^[-+\w\s.,%()#]*$")
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
    cleaner = Cleaner(root, rules=style_rules(root))
    clean = cleaner.element(root, depth=0)
    if clean is None or not any(local(part) in SHAPES - {"svg", "g", "defs"} for part in clean.iter()):
        raise ValueError(_("There is nothing drawn in this SVG."))
    clean.attrib = {"viewBox": view_box(root)}
    ET.register_namespace("", SVG)
    return ET.tostring(clean, encoding="unicode")


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


class Cleaner:
    """Copies what is allowed, resolves styles into attributes, refuses the rest."""

    def __init__(self, root, *, rules: dict[str, dict[str, str]]):
        self.rules, self.gradients = rules, Gradients(root, styled=self.styles)

    def element(self, source, *, depth: int):
        name = local(source)
        if depth > 60:
            raise ValueError(_("This logo is nested too deeply. Ask for a simpler version."))
        if isinstance(source.tag, str) and not source.tag.startswith(f"{{{SVG}}}") and source.tag != name:
            return None  # what drawing programs note for themselves
        if name in DROPPED or not name:
            return None
        if name in VECTORS:
            return self.gradients.clean(source)
        if name not in SHAPES:
            raise ValueError(refusal(name))
        copy = ET.Element(f"{{{SVG}}}{name}", self.attributes(source))
        for child in source:
            if (clean := self.element(child, depth=depth + 1)) is not None:
                copy.append(clean)
        return copy

    def attributes(self, source) -> dict[str, str]:
        given = {key: value for key, value in source.attrib.items() if key in NUMBERS | PAINTS | {"clip-path"}}
        styles = self.styles(source)
        if {"filter", "mask"} & {*styles, *source.attrib}:
            raise ValueError(
                _("This logo uses effects (blur, shadow, mask). Ask for a version without, or upload it as a picture.")
            )
        given |= {key: value for key, value in styles.items() if key in STYLED}
        clean = {key: kept for key, value in given.items() if (kept := self.value(key, value)) is not None}
        if name := source.get("id"):
            clean["id"] = plain_id(name)
        if local(source) == "use":
            clean["href"] = self.reference(source)
        return clean

    def styles(self, source) -> dict[str, str]:
        """What its name, classes, id and style say about it, the nearest last."""
        found: dict[str, str] = {}
        for selector in (local(source), *(f".{name}" for name in (source.get("class") or "").split()), f"#{source.get('id')}"):
            found |= self.rules.get(selector, {})
        return found | declarations(source.get("style") or "")

    def value(self, key: str, value: str) -> str | None:
        value = value.strip()
        if key in PAINTS:
            return self.paint(value)
        if key == "clip-path":
            found = LOCAL.match(value)
            return f"url(#{plain_id(found[1])})" if found else None
        return value if SAFE_VALUE.match(value) else None

    def paint(self, value: str) -> str:
        """A colour or a gradient. `currentColor` is black: paper would print it as such anyway."""
        if found := LOCAL.match(value):
            return self.gradients.paint(found[1])
        return value if COLOUR.match(value) and value.lower() != "currentcolor" else BLACK

    def reference(self, source) -> str:
        target = source.get(XLINK) or source.get("href") or ""
        if not re.match(r"^#[-\w.:]+$", target):
            raise ValueError(_("This SVG loads other files. Export it again with everything in it, text as outlines."))
        return f"#{plain_id(target[1:])}"


def refusal(name: str) -> str:
    if name in ("text", "tspan", "textPath", "font"):
        return _("This logo contains type. Ask for it “with text converted to paths”, so that it looks the same everywhere.")
    if name in ("image", "pattern", "foreignObject"):
        return _("This SVG holds a pixel picture. Upload it in the field for a picture, or ask for a real vector drawing.")
    if name in ("filter", "mask"):
        return _("This logo uses effects (blur, shadow, mask). Ask for a version without, or upload it as a picture.")
    return _("This SVG contains “%(name)s”, which no logo needs. Export it again as “plain SVG”.") % {"name": name[:40]}

"""Measuring a document before it is laid out: how many lines its parts take in one column of running text.

Runs in the render process, on WeasyPrint's box tree (private, but stable for years; weasyprint is pinned and tests cover it).
"""

import math
import re
from copy import copy
from xml.etree.ElementTree import Element

from weasyprint import Document
from weasyprint.formatting_structure import boxes

LINE_PX = 16.8  # 12.6 pt
INVISIBLE = re.compile(r"[\s\u00ad\u200b]+")


def has_class(element: Element, name: str) -> bool:
    return name in (element.get("class") or "").split()


def add_class(element: Element, *names: str) -> None:
    element.set("class", " ".join([*(element.get("class") or "").split(), *names]))


def find(element: Element, name: str) -> Element | None:
    """The first descendant with class `name`."""
    return next((child for child in element.iter() if isinstance(child.tag, str) and has_class(child, name)), None)


def find_all(element: Element, name: str) -> list[Element]:
    return [child for child in element.iter() if isinstance(child.tag, str) and has_class(child, name)]


class Measures:
    """Heights in lines and pages of elements in a rendered document."""

    def __init__(self, document: Document):
        self._boxes: dict[int, list[tuple[int, boxes.Box]]] = {}
        for number, page in enumerate(document.pages, 1):
            seen = set()
            for box in page._page_box.descendants():
                key = id(box.element)
                pseudo = "::" in (box.element_tag or "")
                if box.element is None or pseudo or not isinstance(box, boxes.BlockLevelBox) or key in seen:
                    continue
                seen.add(key)
                self._boxes.setdefault(key, []).append((number, box))

    def lines(self, element: Element | None) -> float:
        """Height with margins, in lines; fractions matter for sums."""
        if element is None:
            return 0
        return sum(box.margin_height() for _page, box in self._boxes.get(id(element), [])) / LINE_PX

    def place(self, element: Element) -> tuple[float, float | None]:
        """Top and height of the element's border box in lines; None if it takes no room."""
        for _page, box in self._boxes.get(id(element), []):
            return box.border_box_y() / LINE_PX, box.border_height() / LINE_PX
        return 0.0, None

    def line_texts(self, element: Element) -> list[str]:
        return [
            "".join(part.text for part in line.descendants() if isinstance(part, boxes.TextBox))
            for _page, box in self._boxes.get(id(element), [])
            for line in box.descendants()
            if isinstance(line, boxes.LineBox)
        ]


def whole(lines: float) -> int:
    return math.ceil(lines - 0.02)


def clone(element: Element) -> Element:
    """The element with attributes of its own and the same children."""
    twin = Element(element.tag, dict(element.attrib))
    twin.text = element.text
    twin.extend(list(element))
    return twin


def split_element(element: Element, offset: int) -> tuple[Element, Element]:
    """`element` cut after `offset` characters of its text, inline markup kept on both sides."""
    first, second = Element(element.tag, dict(element.attrib)), Element(element.tag, dict(element.attrib))
    second.attrib.pop("id", None)
    text = element.text or ""
    first.text, second.text = text[:offset], text[offset:]
    left = offset - len(text)
    for child in element:
        tail, size = child.tail or "", len("".join(child.itertext()))
        if left <= 0:
            second.append(child)
        elif left >= size:
            kept = copy(child)
            kept.tail = tail[: left - size]
            first.append(kept)
            second.text = tail[left - size :]
        else:
            before, after = split_element(child, left)
            before.tail, after.tail = None, tail
            first.append(before)
            second.append(after)
        left -= size + len(tail)
    return first, second

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
SENTENCE_END = re.compile(r"[.!?…]['”“»›’)\]]*\s+")
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
        self._pages_by_id: dict[str, int] = {}
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

    def pages(self, element: Element) -> list[int]:
        """The pages an element stands on."""
        return [page for page, _box in self._boxes.get(id(element), [])]

    def first_page_of(self, identifier: str) -> int | None:
        """The page on which the element with this id begins."""
        if not self._pages_by_id:
            for pieces in self._boxes.values():
                page, box = pieces[0]
                if name := box.element.get("id"):
                    self._pages_by_id[name] = page
        return self._pages_by_id.get(identifier)

    def bottom(self, element: Element) -> float:
        """Where the element ends on its last page, in lines from the top of the sheet."""
        _page, box = self._boxes[id(element)][-1]
        return (box.position_y + box.margin_height()) / LINE_PX

    def line_texts(self, element: Element) -> list[str]:
        return [
            "".join(part.text for part in line.descendants() if isinstance(part, boxes.TextBox))
            for _page, box in self._boxes.get(id(element), [])
            for line in box.descendants()
            if isinstance(line, boxes.LineBox)
        ]


def whole(lines: float) -> int:
    return math.ceil(lines - 0.02)


def split_by_lines(element: Element, texts: list[str], *, keep: int, at_sentence: bool = True) -> tuple[Element, Element] | None:
    """A paragraph cut so that the first part fills at most `keep` lines, at the end of a sentence if asked.

    None if there is no such place.
    """
    shown = sum(len(INVISIBLE.sub("", line.rstrip("-\u2010"))) for line in texts[:keep])
    raw = "".join(element.itertext())
    offset = seen = 0
    while offset < len(raw) - 1 and seen < shown:
        seen += not INVISIBLE.match(raw[offset])
        offset += 1
    ends = [match.end() for match in SENTENCE_END.finditer(raw) if match.end() <= offset + 1]
    if at_sentence:
        if not ends or ends[-1] < 60 or len(raw) - ends[-1] < 40:
            return None
        cut = ends[-1]
    else:
        cut = raw.rfind(" ", 0, offset) + 1
        if cut <= 0:
            return None
    first, second = split_element(element, cut)
    add_class(first, "cut")
    add_class(second, "continued")
    return first, second


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

"""Frames of fixed size: how their text fits, and where blocks came to stand.

`data-fit="name"` on an element with a height reports lines and characters over or under (its type may give way: fitting.py).
`data-block` and `data-field` are located for findings. Runs in the render process.
"""

import re
from dataclasses import asdict, dataclass, field
from xml.etree.ElementTree import Element

from weasyprint import Document
from weasyprint.formatting_structure import boxes

MM = 25.4 / 96  # one CSS px
SLACK_PX = 1.0  # rounding, and descenders of the last line
INVISIBLE = re.compile(r"[\s\u00ad\u200b\u2003]+")
UNSEEN = {"svg", "style", "script", "title", "template"}


@dataclass
class Fit:
    """How the content of one frame fits. Lengths in mm from the trim's top left corner, `rect` is x, y, width, height."""

    name: str
    page: int
    rect: list[float]
    lines_over: int = 0
    lines_under: int = 0
    characters_over: int = 0
    mm_over: float = 0.0
    fit: float = 1.0  # the share of its designed size that the type is set in
    block: str = ""
    story: str = ""  # the article, if the frame is one: its page's id
    copyfit: dict = field(default_factory=dict)  # what was done to its text: percent of spacing, size, leading; see copyfit.py

    @property
    def over(self) -> bool:
        return bool(self.lines_over or self.characters_over or self.mm_over)

    def data(self) -> dict:
        return asdict(self) | {"over": self.over}


@dataclass
class Piece:
    page: int
    box: boxes.Box


@dataclass
class BoxIndex:
    """The boxes of chosen elements in a rendered document."""

    pieces: dict[int, list[Piece]] = field(default_factory=dict)

    @classmethod
    def of(cls, document: Document, elements: list[Element], *, first_page: int = 1) -> "BoxIndex":
        index, wanted = cls(), {id(element) for element in elements}
        for number, page in enumerate(document.pages, first_page):
            seen: set[int] = set()
            for box in page._page_box.descendants(placeholders=True):
                key = id(box.element)
                pseudo = "::" in (box.element_tag or "")
                if key in wanted and key not in seen and not pseudo and not isinstance(box, boxes.TextBox | boxes.LineBox):
                    seen.add(key)
                    index.pieces.setdefault(key, []).append(Piece(number, box))
        return index

    def __getitem__(self, element: Element) -> list[Piece]:
        return self.pieces.get(id(element), [])


def frames_in(root: Element) -> list[Element]:
    return [element for element in root.iter() if isinstance(element.tag, str) and element.get("data-fit")]


def _fit(frame: Element, pieces: list[Piece]) -> Fit:
    first = pieces[0].box
    fit = Fit(
        name=frame.get("data-fit") or "",
        page=pieces[0].page,
        rect=millimetres(first),
        fit=float(frame.get("data-fit-set") or 1),
        block=frame.get("data-block") or frame.get("data-field") or "",
    )
    right, bottom = first.content_box_x() + first.width, first.content_box_y() + _height(first)
    lines = [line for line in first.descendants(placeholders=True) if isinstance(line, boxes.LineBox) and _text(line)]
    over = [line for line in lines if _outside(line, left=first.content_box_x(), right=right, bottom=bottom)]
    for piece in pieces[1:]:  # what ran on to the next page
        over += [line for line in piece.box.descendants(placeholders=True) if isinstance(line, boxes.LineBox) and _text(line)]
    lost = _lost(frame, pieces)
    height = lines[0].height if lines else 16.8
    fit.characters_over = sum(len(_text(line)) for line in over) + lost
    fit.mm_over = round(_excess(first, left=first.content_box_x(), right=right, bottom=bottom, skip=over) * MM, 1)
    fit.lines_over = len(over) + (max(1, round(lost * len(lines) / max(1, _characters(lines)))) if lost else 0)
    if not fit.over and lines:
        fit.lines_under = _free_lines(lines, bottom=bottom, height=height)
    return fit


def _height(frame) -> float:
    """As it is declared, in px: WeasyPrint lets a grid grow with what is too long for it."""
    declared = frame.style["height"]
    return min(frame.height, declared.value) if getattr(declared, "unit", None) == "px" else frame.height


def _outside(line, *, left: float, right: float, bottom: float) -> bool:
    below = line.position_y + line.height > bottom + max(SLACK_PX, line.height * 0.2)
    beside = line.position_x > right - SLACK_PX or line.position_x + line.width < left - SLACK_PX
    return below or beside


def _excess(frame, *, left: float, right: float, bottom: float, skip: list) -> float:
    """How far a word or a picture sticks out at the side or the foot, in px; lines in `skip` are counted already.

    A word too long begins where its line begins: on the right in a frame that is read from there.
    """
    beyond, skipped = [0.0], {id(box) for line in skip for box in line.descendants(placeholders=True)}
    from_right = frame.style["direction"] == "rtl"
    for box in frame.descendants(placeholders=True):
        if isinstance(box, boxes.TextBox) and id(box) not in skipped:
            beyond.append(left - box.position_x if from_right else box.position_x + box.width - right)
        elif isinstance(box, boxes.ReplacedBox) and box.style["position"] != "absolute":
            beyond.append(box.position_y + box.margin_height() - bottom)
    return max(value if value > 1.5 else 0.0 for value in beyond)


def _free_lines(lines: list, *, bottom: float, height: float) -> int:
    """Whole lines left below the last line of the last column."""
    last = max(lines, key=lambda line: line.position_y + line.height)
    return max(0, int((bottom - last.position_y - last.height + SLACK_PX) / height))


def _text(line) -> str:
    return "".join(part.text for part in line.descendants(placeholders=True) if isinstance(part, boxes.TextBox)).strip()


def _characters(lines: list) -> int:
    return sum(len(INVISIBLE.sub("", _text(line))) for line in lines)


def _lost(frame: Element, pieces: list[Piece]) -> int:
    """Characters that are in the document but were not laid out: a fixed height at the foot of a page drops them."""
    wanted = len(INVISIBLE.sub("", "".join(_words(frame))))
    drawn = 0
    for piece in pieces:
        for box in piece.box.descendants(placeholders=True):
            if isinstance(box, boxes.TextBox) and "::" not in (box.element_tag or ""):
                drawn += len(INVISIBLE.sub("", box.text))
    return wanted - drawn if wanted - drawn > max(6, wanted * 0.02) else 0


def _words(element: Element):
    if not isinstance(element.tag, str) or element.tag.rpartition("}")[2] in UNSEEN or element.get("hidden") is not None:
        return
    yield element.text or ""
    for child in element:
        yield from _words(child)
        yield child.tail or ""


def millimetres(box) -> list[float]:
    """x, y, width, height of a box's border edge in mm from the trim's top left corner."""
    return [round(value * MM, 2) for value in (box.border_box_x(), box.border_box_y(), box.border_width(), box.border_height())]


def measured(document: Document, frames: list[Element]) -> dict[int, Fit]:
    """id of a frame → how it fits, for those that were laid out."""
    index = BoxIndex.of(document, frames)
    return {id(frame): _fit(frame, index[frame]) for frame in frames if index[frame]}


def words_in(element: Element) -> str:
    return "".join(_words(element))


def measure_places(document: Document, root: Element, *, first_page: int = 1) -> dict[str, list[float]]:
    """Block id or field name → page, x, y, width, height in mm: all that stands of it on its first page."""
    named: dict[str, list[Element]] = {}
    for element in root.iter():
        name = (element.get("data-block") or element.get("data-field")) if isinstance(element.tag, str) else None
        if name:
            named.setdefault(name, []).append(element)
    everything = [element for elements in named.values() for element in elements]
    index = BoxIndex.of(document, everything, first_page=first_page)
    found = {}
    for name, elements in named.items():
        pieces = [piece for element in elements for piece in index[element]]
        if pieces:
            page = min(piece.page for piece in pieces)
            found[name] = [page, *_union([millimetres(piece.box) for piece in pieces if piece.page == page])]
    return found


def _union(rects: list[list[float]]) -> list[float]:
    left, top = min(rect[0] for rect in rects), min(rect[1] for rect in rects)
    right, bottom = max(rect[0] + rect[2] for rect in rects), max(rect[1] + rect[3] for rect in rects)
    return [left, top, round(right - left, 2), round(bottom - top, 2)]

"""Writing stories into pages: their texts in the columns that were planned, divided at the lines that were measured.

Runs in the render process.
"""

from copy import deepcopy
from xml.etree.ElementTree import Element, SubElement

from .measure import INVISIBLE, add_class, clone, find, find_all, has_class, split_element
from .pour import Piece, Pieces, Run

SHAPES = {"hero", "compact", "columns", "linear", "first", "flip", "alone"}


def write_text(target: Element, story: Element, run: Run) -> None:
    """Fill `target` with the columns of a run."""
    source = find(story, "text")
    for number, segment in enumerate(run.segments):
        if segment.span:
            part = clone(element_at(story, source, segment.columns[0][0].atom.path))
            part.set("style", f"{part.get('style') or ''};margin-top:calc({segment.above:.3f} * var(--l))")
            target.append(part)
            continue
        box = SubElement(target, "div", {"class": "cols"})
        above = f"margin-top:calc({segment.above:.3f} * var(--l));" if number else ""
        box.set("style", f"{above}height:calc({segment.height:.3f} * var(--l))")
        for place, pieces in enumerate(segment.columns):
            column = SubElement(box, "div", {"class": "col", "style": f"--n:{place}"})
            write_column(column, story, source, pieces)


def write_column(column: Element, story: Element, source: Element, pieces: Pieces) -> None:
    container, parent = None, None
    for number, piece in enumerate(pieces):
        path = piece.atom.path
        element = cut_out(element_at(story, source, path), piece)
        if number == 0 and not piece.start:
            add_class(element, "coltop", *(["ind"] if _indented(source, path) else []))
        if len(path) == 2:
            if container != path[0]:
                container, parent = path[0], _container(source[path[0]], first=path[1])
                column.append(parent)
            parent.append(element)
        else:
            container = None
            column.append(element)


def element_at(story: Element, source: Element, path: tuple) -> Element:
    if path in (("pic",), ("box",)):
        return find(story, path[0])
    element = source
    for step in path:
        element = element[step]
    return element


def _container(element: Element, *, first: int) -> Element:
    twin = Element(element.tag, dict(element.attrib))
    if element.tag == "ol" and first:
        twin.set("style", f"counter-reset:item {first}")
    return twin


def _indented(source: Element, path: tuple) -> bool:
    """Whether a paragraph at the top of a column follows another one."""
    if len(path) > 1 or not isinstance(path[0], int) or path[0] == 0 or source[path[0]].tag != "p":
        return False
    return source[path[0] - 1].tag == "p" and not has_class(source[path[0] - 1], "question")


def cut_out(element: Element, piece: Piece) -> Element:
    """The lines of a piece as an element of their own."""
    if piece.whole:
        return clone(element)
    raw = "".join(element.itertext())
    begin = offset_of(raw, piece.atom.marks[piece.start - 1]) if piece.start else 0
    end = offset_of(raw, piece.atom.marks[piece.end - 1]) if piece.end is not None else len(raw)
    part = element
    if end < len(raw):
        part = split_element(part, end)[0]
    if begin:
        part = split_element(part, begin)[1]
    part = clone(part)
    if end < len(raw):
        strip_end(part)
    add_class(part, *(["continued"] if piece.start else []), *(["cut"] if piece.end is not None else []))
    return part


def strip_end(element: Element) -> None:
    """Without the space that was between two lines: it would make a full last line too long, which is then broken anew."""
    last = element
    while len(last) and not (last[-1].tail or "").strip():
        last[-1].tail = None
        last = last[-1]
    if len(last):
        last[-1].tail = last[-1].tail.rstrip()
    else:
        last.text = (last.text or "").rstrip()


def offset_of(raw: str, marks: int) -> int:
    """The place in `raw` after so many visible characters, and after the space that follows them."""
    seen = offset = 0
    while offset < len(raw) and (seen < marks or INVISIBLE.match(raw[offset])):
        seen += not INVISIBLE.match(raw[offset])
        offset += 1
    return offset


def dressed(story: Element, *, shape: str, first: bool, page: int, style: str) -> Element:
    """A copy of the story with an empty text, in the classes of its shape."""
    element = deepcopy(story)
    text = find(element, "text")
    if text is not None and not find_all(element, "events"):
        for child in list(text):
            text.remove(child)
        text.text = None
    kept = [name for name in (element.get("class") or "").split() if name not in SHAPES]
    element.set("class", " ".join([*kept, shape, *(["first"] if first else []), *(["flip"] if page % 2 else [])]))
    element.set("style", style)
    if shape in ("columns", "narrow-columns"):
        main, side = find(element, "main"), find(element, "side")
        if (box := find(side, "box")) is not None:
            side.remove(box)
        if shape and (figure := find(main, "pic")) is not None:
            main.remove(figure)
    return element

"""Stories: what they measure, and how they are written into the page in the shape and the columns that were planned.

Runs in the render process.
"""

from copy import deepcopy
from dataclasses import dataclass
from functools import cached_property
from xml.etree.ElementTree import Element, SubElement

from .measure import INVISIBLE, Measures, add_class, clone, find, find_all, has_class, split_element
from .pour import Atom, Piece, Pieces, Run, pieces_of

GAP = 3.0  # lines between two stories
LEAST_DIVIDED = 6  # characters of a word that hyphenation may divide
BREAKABLE = {"items", "answer"}  # containers whose parts may stand in different columns
KEEP = {"cross", "sub", "question", "asked"}
FALLS_AWAY = {"cross": 1.0, "pull": 1.0, "question": 0.5}  # padding above, in lines, that the top of a column does without
SHAPES = {"hero", "compact", "columns", "linear", "first", "flip", "alone"}
FIGURES = ("head", "head_small", "head_narrow", "side", "side_wide", "box", "caption", "caption_column", "fixed")


@dataclass
class Story:
    """One article by its measures, in lines of running text."""

    element: Element
    head: float = 0
    side: float = 0  # standfirst, byline and box in one column
    text: Pieces = ()
    caption: float = 0
    ratio: float = 0  # height / width of its picture; 0: no picture
    box: float = 0  # the fact box, counted in `side` too
    head_small: float = 0  # head in the smaller sizes of dense shapes
    head_narrow: float = 0  # the same, one column narrower
    side_wide: float = 0  # standfirst and byline across two columns
    caption_column: float = 0
    fixed: float = 0  # the height of what is always set in the same way

    @cached_property
    def wants_room(self) -> bool:
        return has_class(self.element, "prominent")

    @property
    def reserve(self) -> bool:
        """Printed only where there is room."""
        return self.element.get("data-reserve") is not None

    @cached_property
    def quote(self) -> bool:
        return find(self.element, "pull") is not None

    @property
    def flow(self) -> float:
        """Lines of running text in one column."""
        return sum(piece.height + piece.atom.gap for piece in self.text if not piece.atom.span)

    @property
    def characters(self) -> int:
        text = find(self.element, "text")
        return len(" ".join("".join(text.itertext()).split())) if text is not None else 0

    def dense_text(self, picture: float) -> Pieces:
        """The text with picture and box among it."""
        pieces = list(self.text)
        if self.box:
            middle = len([piece for piece in pieces if not piece.atom.span]) // 2
            while 0 < middle < len(pieces) and pieces[middle - 1].atom.keep:
                middle += 1
            pieces.insert(middle, self._box)
        if picture:
            pieces.insert(0, Piece(Atom(("pic",), picture + self.caption_column + 0.4)))
        return tuple(pieces)

    @cached_property
    def _box(self) -> Piece:
        return Piece(Atom(("box",), self.box, gap=0.5))

    @classmethod
    def of(cls, element: Element, figures: dict) -> "Story":
        picture = find(element, "pic")
        atoms = [Atom(**(atom | {name: tuple(atom[name]) for name in ("path", "marks", "hyphens")})) for atom in figures["atoms"]]
        return cls(
            element=element,
            ratio=float(picture.get("data-ratio") or 0.66) if picture is not None else 0,
            text=pieces_of(atoms),
            **{name: figures[name] for name in FIGURES},
        )


def keep_endings(text: Element | None) -> None:
    """The last word of a paragraph is not divided: no line holds only a part of a word."""
    for paragraph in text.iter("p") if text is not None else ():
        last = paragraph[-1] if len(paragraph) else None
        words = ((paragraph.text if last is None else last.tail) or "").rstrip()
        start = words.rfind(" ") + 1
        if not start or len(words) - start < LEAST_DIVIDED or paragraph.get("class"):
            continue
        SubElement(paragraph, "span", {"class": "ends"}).text = words[start:]
        if last is None:
            paragraph.text = words[:start]
        else:
            last.tail = words[:start]


# measuring


def probes(element: Element) -> list[Element]:
    """The story as it is measured: plain, with the parts as a compact shape has them, and as narrow columns have them."""
    plain = without_ids(element)
    if any(has_class(element, name) for name in ("letter", "online-list", "ready-made-row")):
        add_class(plain, "compact")
        return [plain]
    return [plain, _compact_probe(without_ids(element)), _columns_probe(without_ids(element))]


def without_ids(element: Element) -> Element:
    twin = deepcopy(element)
    for child in twin.iter():
        child.attrib.pop("id", None)
    return twin


def _compact_probe(twin: Element) -> Element:
    add_class(twin, "compact", "probe")
    main, text = find(twin, "main"), find(twin, "text")
    main.remove(find(main, "side"))
    for child in [child for child in text if not has_class(child, "span")]:
        text.remove(child)
    text.text = None
    main.append(deepcopy(find(twin, "head")))
    return twin


def _columns_probe(twin: Element) -> Element:
    add_class(twin, "columns", "probe")
    main = find(twin, "main")
    main.remove(find(main, "text"))
    twin.remove(find(twin, "head"))
    side = find(main, "side")
    if (box := find(side, "box")) is not None:
        side.remove(box)
    return twin


def figures_of(probed: list[Element], measures: Measures) -> dict:
    """What a story measures, as plain values that can be kept."""
    plain = probed[0]
    figures = dict.fromkeys(FIGURES, 0.0) | {"atoms": []}
    if len(probed) == 1:
        return figures | {"fixed": measures.lines(plain) - GAP}
    compact, columns = probed[1:]
    figures |= {
        "head": measures.lines(find(plain, "head")),
        "side": measures.lines(find(plain, "side")),
        "box": measures.lines(find(plain, "box")),
        "head_small": measures.lines(find(compact, "head")),
        "head_narrow": measures.lines(find(find(compact, "main"), "head")),
        "caption": measures.lines(find(compact, "pic-caption")),
        "side_wide": measures.lines(find(columns, "side")),
        "caption_column": measures.lines(find(columns, "pic-caption")),
    }
    figures["atoms"] = list(_atoms(find(plain, "text"), find(compact, "text"), measures))
    return figures


def _atoms(text: Element, narrow: Element, measures: Measures):
    spans = iter(list(narrow))
    bottom = None
    for path, element in _leaves(text):
        top, height = measures.place(element)
        if height is None:
            continue
        span = has_class(element, "span")
        classes = set((element.get("class") or "").split())
        atom = {
            "path": path,
            "height": height,
            "gap": max(0.0, top - bottom) if bottom is not None else 0.0,
            "top": next((FALLS_AWAY[name] for name in classes if name in FALLS_AWAY), 0.0),
            "keep": bool(classes & KEEP) or element.tag in ("h3", "h4", "h5"),
            "span": span,
            "floats": "pull" in classes and not span,
            "narrow": measures.lines(next(spans, None)) if span else 0.0,
        }
        yield atom | _lines(element, height, measures, divisible=not classes & KEEP)
        bottom = top + height


def _leaves(text: Element):
    """Elements that stand together, with their paths."""
    for number, child in enumerate(text):
        if BREAKABLE & set((child.get("class") or "").split()) and len(child):
            yield from (((number, place), part) for place, part in enumerate(child))
        else:
            yield (number,), child


def _lines(element: Element, height: float, measures: Measures, *, divisible: bool) -> dict:
    """Where the lines of a paragraph end; nothing for what must not be divided."""
    texts = measures.line_texts(element) if element.tag == "p" and divisible else []
    if len(texts) < 4:
        return {"lines": 0, "line": 1.0, "marks": [], "hyphens": []}
    source = INVISIBLE.sub("", "".join(element.itertext()))
    marks, hyphens, seen = [], [], 0
    for number, text in enumerate(texts):
        visible = INVISIBLE.sub("", text)
        if visible[-1:] in "-\u2010" and source[seen + len(visible) - 1 : seen + len(visible)] not in ("-", "\u2010"):
            hyphens.append(number)
            visible = visible[:-1]
        seen += len(visible)
        marks.append(seen)
    return {"lines": len(texts), "line": height / len(texts), "marks": marks, "hyphens": hyphens}


# writing


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
    add_class(part, *(["continued"] if piece.start else []), *(["cut"] if piece.end is not None else []))
    return part


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

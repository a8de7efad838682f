"""Measuring stories: what is laid out for it once, and what of it is kept. Only what was not measured before is laid out.

Runs in the render process.
"""

from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element, SubElement, tostring

from .copyfit import Setting
from .measure import INVISIBLE, Measures, add_class, find, has_class
from .stories import FIGURES, GAP, Story, text_of
from .typesetter import Typesetter, digest, keep_figures, kept_figures

LEAST_DIVIDED = 6  # characters of a word that hyphenation may divide
BREAKABLE = {"items", "answer"}  # containers whose parts may stand in different columns
KEEP = {"cross", "sub", "question", "asked"}
FALLS_AWAY = {"cross": 1.0, "pull": 1.0, "question": 0.5}  # padding above, in lines, that the top of a column does without
NOTHING_AROUND = {"river": 0.0, "cover": 0.0, "opening": 0.0, "dates": 0.0, "foot": 0.0}


@dataclass
class Measurer:
    """Measures the stories of one document in as few passes as possible; what it finds outlives the job in `folder`."""

    typesetter: Typesetter
    folder: Path | None
    width: float  # of a page, mm

    def measure(self, stories: list[Story], *, around: list[Element] | None = None) -> dict[str, float]:
        """Give stories their measures that have none yet. Returns heights of what stands `around` them (see outer_figures)."""
        wanted = [(self._key(story.element), story) for story in stories if not story.measured]
        outer = self._key(*around) if around else ""
        known = kept_figures(self.folder, [*(key for key, _story in wanted), *([outer] if outer else [])])
        new = {key: probes(story.element) for key, story in wanted if key not in known}
        frames = [without_ids(element) for element in around or []] if outer not in known else []
        if new or frames:
            measures = self._laid_out([*frames, *(probe for several in new.values() for probe in several)])
            fresh = {key: figures_of(several, measures) for key, several in new.items()}
            fresh |= {outer: outer_figures(frames, measures)} if frames else {}
            known |= self._kept(fresh)
        for key, story in wanted:
            story.take(known[key])
        return NOTHING_AROUND | known.get(outer, {})

    def fit(self, stories: list[Story], *, settings: tuple[Setting, ...]) -> None:
        """Measure the texts of these stories in settings of copyfit, where that was not done before."""
        wanted = [
            (self._key(story.element, str(setting)), story, setting)
            for story in stories
            for setting in settings
            if story.text and not story.opened and setting not in story.fitted
        ]
        known = kept_figures(self.folder, [key for key, *_rest in wanted])
        new = {key: text_probe(story.element, setting) for key, story, setting in wanted if key not in known}
        if new:
            measures = self._laid_out(list(new.values()))
            known |= self._kept({key: {"atoms": list(_atoms(find(probe, "text"), measures))} for key, probe in new.items()})
        for key, story, setting in wanted:
            usual = {piece.atom.path: piece.atom.narrow for piece in story.text}
            atoms = [atom | {"narrow": usual.get(tuple(atom["path"]), 0.0)} for atom in known[key]["atoms"]]
            story.fitted[setting] = text_of(atoms)

    def _key(self, *parts: Element | str) -> str:
        texts = (part if isinstance(part, str) else tostring(part, encoding="unicode") for part in parts)
        return digest(self.typesetter.geometry, *texts)

    def _laid_out(self, elements: list[Element]) -> Measures:
        return Measures(self.typesetter.measured(elements, width=self.width))

    def _kept(self, figures: dict[str, dict]) -> dict[str, dict]:
        keep_figures(self.folder, figures)
        return figures


def keep_endings(text: Element | None) -> None:
    """The last word of a paragraph is not divided: no line holds only a part of a word.

    The space before it stands with the word: left at the end of a text that just fills a line, WeasyPrint 70 breaks that anew.
    """
    for paragraph in text.iter("p") if text is not None else ():
        last = paragraph[-1] if len(paragraph) else None
        words = ((paragraph.text if last is None else last.tail) or "").rstrip()
        start = words.rfind(" ")
        if start < 0 or len(words) - start <= LEAST_DIVIDED or paragraph.get("class"):
            continue
        SubElement(paragraph, "span", {"class": "ends"}).text = words[start:]
        if last is None:
            paragraph.text = words[:start]
        else:
            last.tail = words[:start]


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


def text_probe(element: Element, setting: Setting) -> Element:
    """Only the story's text, set closer or wider."""
    twin = without_ids(element)
    main = find(twin, "main")
    twin.remove(find(twin, "head"))
    for child in [child for child in main if not has_class(child, "text")]:
        main.remove(child)
    setting.put_on(twin)
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
    figures["atoms"] = list(_atoms(find(plain, "text"), measures, narrow=find(compact, "text")))
    return figures


def _atoms(text: Element, measures: Measures, *, narrow: Element | None = None):
    """The atoms of a text; `narrow` holds its parts across all columns once more, one column narrower."""
    spans = iter(list(narrow if narrow is not None else ()))
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


def outer_figures(elements: list[Element], measures: Measures) -> dict[str, float]:
    """Heights in lines of what stands on the first page, among the dates and at the foot of the last page."""
    figures = {}
    for element in elements:
        if has_class(element, "front"):
            opening = find(element, "opening")
            head = [find(opening, "head"), find(opening, "standfirst")] if opening is not None else []
            figures |= {
                "river": measures.lines(find(element, "river")),
                "cover": measures.lines(find(element, "cover-caption")),
                "opening": sum(measures.lines(part) for part in head),
            }
        elif has_class(element, "dates"):
            figures["dates"] = measures.lines(find(element, "text"))
        else:
            figures["foot"] = max([measures.lines(child) for child in find(element, "foot")] or [0])
    return figures

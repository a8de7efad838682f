"""A story as the planner knows it: its measures, and its text in each setting that it was measured in.

Measured in story_measures.py, written into pages by story_text.py. Runs in the render process.
"""

from dataclasses import dataclass, field
from functools import cached_property
from xml.etree.ElementTree import Element

from .copyfit import PLAIN, Setting
from .measure import find, has_class
from .pour import Atom, Piece, Pieces, pieces_of

GAP = 3.0  # lines between two stories
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
    measured: bool = True
    opened: bool = False  # its beginning stands on page 1, `text` is the rest
    fitted: dict[Setting, Pieces] = field(default_factory=dict)  # its text in settings of copyfit, as far as measured

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

    def text_in(self, setting: Setting) -> Pieces:
        """Its text in a setting; as usual if it was not measured in it."""
        return self.fitted.get(setting, self.text)

    def dense_text(self, picture: float, *, setting: Setting = PLAIN) -> Pieces:
        """The text with picture and box among it."""
        pieces = list(self.text_in(setting))
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
    def unmeasured(cls, element: Element) -> "Story":
        picture = find(element, "pic")
        return cls(element, ratio=float(picture.get("data-ratio") or 0.66) if picture is not None else 0, measured=False)

    def take(self, figures: dict) -> None:
        """Its measures, see story_measures.py."""
        self.text, self.measured = text_of(figures["atoms"]), True
        for name in FIGURES:
            setattr(self, name, figures[name])


def text_of(atoms: list[dict]) -> Pieces:
    return pieces_of([Atom(**(atom | {name: tuple(atom[name]) for name in ("path", "marks", "hyphens")})) for atom in atoms])

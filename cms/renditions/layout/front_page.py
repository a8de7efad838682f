"""Page 1: the opening of the lead story as far as it fits, the rest of the page for the cover. And the last page.

Part of Composition.
"""

from dataclasses import replace
from xml.etree.ElementTree import Element

from ..sheet import LINE_MM, Sheet
from .flatplan import Flatplan
from .measure import add_class, find, has_class
from .picture_widths import ask_for
from .pour import Pieces, Run, Segment, column_height, pour
from .stories import Story
from .story_text import write_text

NAMEPLATE = 0.319  # height of nameplate and subtitle as a share of the page's width, as in paper.css
LEAST_COVER, MOST_COVER = 0.34, 0.62  # of what the nameplate leaves
JUMP = 1.0


class FrontPage:
    body: Element
    sheet: Sheet
    columns: int
    lines: float
    planner: Flatplan
    outer: dict[str, float]  # measures of what is no story, in lines

    def _open(self, front: Element, lead: Story | None) -> Pieces | None:
        """Fill page 1: the opening of the lead story as far as it fits, the rest of the page to the cover picture.

        Returns what is left of the story; None if page 1 holds nothing of it.
        """
        opening, cover = find(front, "opening"), find(front, "cover")
        lines = (self.sheet.height - NAMEPLATE * self.sheet.width - self.sheet.bottom + 2) / LINE_MM
        beside = self.outer["river"] if self.columns > 1 else 0.0
        least, most = (lines * LEAST_COVER, lines * MOST_COVER) if cover is not None else (0.0, 0.0)
        room = lines - self.outer["cover"] - 1
        head = self.outer["opening"] if opening is not None else 0.0
        depth = max(8 if cover is not None else 20, beside - head, room - least * 1.45 - head)
        depth = max(4, min(depth, room - least - head))
        if opening is not None and lead is not None:
            depth = self._levelled(lead, depth=depth, most=room - least - head, least=max(6, beside - head, room - most - head))
        rest, used = self._begin(opening, lead, depth=depth) if opening is not None and lead is not None else (None, 0.0)
        if cover is not None:
            height = room - max(head + used, beside)
            height = max(least, min(most, height))
            cover.set("style", f"--cover:{height:.3f}")
            ask_for(cover, width=self.sheet.width + 6, height=height * LINE_MM)
        return rest

    def _levelled(self, lead: Story, *, depth: float, least: float, most: float) -> float:
        """The depth near `depth` with which the rest of the story ends its page level, if it has no picture to do that."""
        if lead.ratio or not lead.text:
            return depth

        def price(lines: int) -> float:
            _poured, rest = self._divided(lead, depth=depth + lines)
            heights = [shape.height for shape in self.planner.shapes(replace(lead, text=rest))]
            left = min((self.lines - height for height in heights if height <= self.lines), default=self.lines)
            return max(0.0, left - 1) + abs(lines) * 0.3

        steps = [lines for lines in range(-10, 11) if least <= depth + lines <= most]
        return depth + min(steps, key=price, default=0)

    def _divided(self, lead: Story, *, depth: float) -> tuple[list[Pieces], Pieces]:
        """What of the lead story stands in columns of this depth on page 1, and the rest."""
        text = lead.text
        plain = next((place for place, piece in enumerate(text) if not _plain(piece, lead)), len(text))
        columns, rest = pour(text[:plain], max(1, self.columns - 1), depth - JUMP)
        poured = [column for column in columns if column]
        if poured and not rest and plain < len(text) and poured[-1][-1].atom.keep:
            *kept, heading = poured[-1]
            poured[-1], rest = tuple(kept), (heading,)
        return [column for column in poured if column], rest + text[plain:]

    def _begin(self, opening: Element, lead: Story, *, depth: float) -> tuple[Pieces | None, float]:
        """Write the beginning of the lead story on page 1. Returns the rest, and how many lines deep the beginning is."""
        target = find(opening, "text")
        poured, rest = self._divided(lead, depth=depth)
        jump = find(opening, "jump")
        if not poured:
            add_class(jump, "alone")
            return None, JUMP + 1
        height = max(column_height(column) for column in poured)
        goes_on = bool(rest) or find(lead.element, "pic") is not None or find(lead.element, "box") is not None
        write_text(target, lead.element, Run((Segment(tuple(poured), height + (JUMP if goes_on else 0)),), height))
        opening.remove(jump)
        if goes_on:
            jump.set("class", "jump-line")
            jump[0].set("class", "jump-link")
            target[-1][-1].append(jump)
        else:
            opening.set("id", lead.element.get("id") or "")
        return rest, height + JUMP

    def _after_opening(self, stories: list[Story], lead: Story, rest: Pieces) -> list[Story]:
        """The stories of the inner pages: the lead without what stands on page 1, or without the lead if that was all."""
        if not rest and find(lead.element, "pic") is None and find(lead.element, "box") is None:
            return [story for story in stories if story is not lead]
        lead.text, lead.opened = rest, True
        add_class(lead.element, "jumped")
        return stories

    # last page

    def _set_back(self, back: Element) -> None:
        """The poster of the back page takes what its foot leaves."""
        poster = find(back, "poster")
        if poster is None:
            return
        lines = (self.sheet.height - self.sheet.bottom) / LINE_MM
        poster.set("style", f"--poster:{max(18.0, min(lines * 0.74, lines - self.outer['foot'] - 3)):.3f}")


def _plain(piece, lead: Story) -> bool:
    """Whether this may stand on page 1: paragraphs and headings."""
    path = piece.atom.path
    if len(path) > 1 or piece.atom.span:
        return False
    element = find(lead.element, "text")[path[0]]
    return element.tag == "p" and not has_class(element, "question") or has_class(element, "cross")

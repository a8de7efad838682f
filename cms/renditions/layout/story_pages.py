"""Stories as they were planned, written as pages: shapes, columns, jump lines, strips. Part of Composition."""

from copy import deepcopy
from math import ceil
from xml.etree.ElementTree import Element, SubElement

from weasyprint import Document
from weasyprint.formatting_structure import boxes

from ..sheet import LINE_MM, Sheet
from .filling import Filling
from .flatplan import STRIP_MOST, Flatplan, Group, Placing
from .levelling import airs
from .measure import add_class, find, find_all, has_class
from .picture_widths import ask_for
from .pour import Run
from .shapes import Shape
from .story_text import dressed, write_text

LINE_PX = 16.8
TOO_LOW_PX = 3.0
LINE_PT = 12.6
DATE_LINE, DATE_GAP = 16.8, 26.0  # pt: of dates on a page of their own, see .dates.alone in paper.css
DATES_SHARE, MOST_GROWN = 0.62, 1.4  # of that page for the dates themselves; how much larger than that they are set at most
OVER_MM = 5.0  # what reaches the edge goes so far beyond it, as in paper.css


class StoryPages:
    sheet: Sheet
    column_mm: float
    filling: Filling
    planner: Flatplan
    columns: int
    lines: float
    outer: dict[str, float]

    def write_group(self, group: Group, *, page: int) -> list[Element]:
        """The elements of a group's pages, the first of which is `page`."""
        elements: list[Element] = []
        lines = min(group.strip, STRIP_MOST)
        band = self.filling.strip(group.elements, lines=lines - 1) if lines else None
        group.band = lines if band is not None else 0.0
        pictures, air = group.pictures(strip=group.band), airs(group, easy=self.planner.easy)
        for number, (placing, picture) in enumerate(zip(group.placings, pictures, strict=True)):
            first = number == 0 or placing.page != group.placings[number - 1].page + len(group.placings[number - 1].runs) - 1
            at, alone = page + placing.page - 1, group.alone(lines=self.lines)
            style = f"--pic:{picture:.3f};--aside:{placing.story.side:.3f};{air[number].style}"
            self._ask_for_picture(placing.story.element, shape=placing.shape, lines=picture)
            elements.append(self._first_part(placing, style=style, first=first, alone=alone, page=at))
            for later, run in enumerate(placing.runs[1:], 1):
                elements.append(self._continued(placing, run, later=later))
            self._place_later(elements, placing)
        return elements if band is None else [*elements, band]

    def _grown(self, dates: int) -> float:
        """How much larger dates are set that have a page to themselves: type grows in both directions."""
        if not dates:
            return 1.0
        each = self.outer["dates"] / dates * DATE_LINE + DATE_GAP
        return max(1.0, min(MOST_GROWN, ((self.lines * LINE_PT * DATES_SHARE) / (ceil(dates / 2) * each)) ** 0.5))

    @staticmethod
    def _place_later(elements: list[Element], placing: Placing) -> None:
        """Pages of its group before the one a story begins on, for references to it."""
        for element in elements:
            if element.get("id") == placing.story.element.get("id") and placing.page > 1:
                element.set("data-later", str(placing.page - 1))

    def _first_part(self, placing: Placing, *, style: str, first: bool, alone: bool, page: int) -> Element:
        story, shape = placing.story, placing.shape
        if story.fixed:
            element = deepcopy(story.element)
            add_class(element, shape.name, *(["first"] if first else []))
            element.set("style", style)
            if alone:
                add_class(element, "alone")
                element.set("style", f"{style};--grow:{self._grown(len(find_all(element, 'event'))):.3f}")
            return element
        element = dressed(story.element, shape=shape.name, first=first, page=page, style=style)
        shape.setting.put_on(element)
        text = find(element, "text")
        if text is not None and not find_all(element, "events"):
            write_text(text, story.element, placing.runs[0])
            if len(placing.runs) > 1:
                self._jump_on(text, placing, later=1)
        return element

    def _ask_for_picture(self, story: Element, *, shape: Shape, lines: float) -> None:
        """The story's picture as wide as its frame needs it."""
        if find(story, "pic") is None:
            return
        count = 1 if shape.dense else shape.columns if shape.name in ("linear", "narrow") else self.columns - 1
        width = count * self.column_mm + (count - 1) * self.sheet.gutter + (0 if shape.dense else self.sheet.side + OVER_MM)
        ask_for(find(story, "pic"), width=width, height=lines * LINE_MM)

    def _continued(self, placing: Placing, run: Run, *, later: int) -> Element:
        """The story on one of its next pages."""
        story = placing.story.element
        colour = [name for name in (story.get("class") or "").split() if name.startswith("c-")]
        element = Element("article", {"class": " ".join(["story", "columns", "first", "continued-story", *colour])})
        element.set("id", f"{story.get('id')}-{later + 1}")
        placing.shape.setting.put_on(element)
        head = SubElement(element, "header", {"class": "head"})
        line = SubElement(head, "p", {"class": "continued-head"})
        title = SubElement(line, "b")
        title.text = story.get("data-title") or ""
        element.set("data-later", str(placing.page + later - 1))
        before = story.get("id") if later == 1 else f"{story.get('id')}-{later}"
        link = SubElement(line, "a", {"class": "page-link", "href": f"#{before}"})
        link.text = f"{story.get('data-continued-from') or ''} "
        main = SubElement(element, "div", {"class": "main"})
        text = SubElement(main, "div", {"class": "text"})
        write_text(text, story, run)
        if later < len(placing.runs) - 1:
            self._jump_on(text, placing, later=later + 1)
        return element

    @staticmethod
    def _jump_on(text: Element, placing: Placing, *, later: int) -> None:
        """“Continued on page …” below the last column."""
        story = placing.story.element
        line = SubElement(text, "p", {"class": "jump-line"})
        link = SubElement(line, "a", {"class": "jump-link", "href": f"#{story.get('id')}-{later + 1}"})
        link.text = f"{story.get('data-continued-on') or ''} "

    def write_group_loosely(self, group: Group) -> list[Element]:
        """The same stories with columns that WeasyPrint balances: slower, but they hold any text on as many pages as it takes."""
        elements = []
        for number, (story, shape) in enumerate(zip(group.stories, group.shapes, strict=True)):
            element = deepcopy(story.element)
            name = "linear" if shape.dense or len(group.placings[number].runs) > 1 else shape.name
            add_class(element, "loose", name, *(["first"] if number == 0 else []))
            element.set("style", f"--pic:{shape.picture:.3f};--aside:{story.side:.3f}")
            shape.setting.put_on(element)
            elements.append(element)
        return elements

    def overflows(self, elements: list[Element], document: Document) -> bool:
        """Whether a column holds more than its height, or something in a column has found no place on the page."""
        placed = {
            id(box.element)
            for page in document.pages
            for box in page._page_box.descendants(placeholders=True)
            if box.element is not None
        }
        if any(id(part) not in placed for column in find_all(document.tree, "col") for part in column):
            return True
        for page in document.pages:
            for box in page._page_box.descendants():
                if box.element is None or not isinstance(box, boxes.BlockBox) or "::" in (box.element_tag or ""):
                    continue
                if has_class(box.element, "cols"):
                    bottom = box.content_box_y() + box.height + TOO_LOW_PX
                    if any(
                        line.position_y + line.height > bottom for line in box.descendants() if isinstance(line, boxes.LineBox)
                    ):
                        return True
        return False

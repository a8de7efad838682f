"""From a document to composed pages: measure what is new, plan, pour the columns, lay out page by page, join.

Runs in the render process. Documents without `data-flatplan` on their body are set as they are.
"""

import json
from pathlib import Path
from xml.etree.ElementTree import Element

from weasyprint import CSS, HTML, Document

from ..sheet import LINE_MM, Sheet
from .copyfit import scale_for
from .dates_page import DatesPage
from .filling import Filling
from .fitting import fit_frames
from .flatplan import Flatplan, Group
from .frames import Fit, measure_places
from .front_page import FrontPage
from .levelling import Levelling, white_lines
from .line_memory import remembering_lines
from .measure import find, find_all, has_class
from .parts import Part, first_pages, level_headings, level_parts
from .picture_widths import is_fine
from .single_sheets import spare_a_sheet
from .stories import Story
from .story_measures import Measurer, keep_endings
from .story_pages import StoryPages
from .typesetter import Typesetter, joined


class Composition(FrontPage, DatesPage, StoryPages, Levelling):
    """One document being composed on one sheet."""

    def __init__(
        self, html: HTML, *, sheet: Sheet, easy: bool, css: list[CSS], fetcher, options: dict, look: str = "", measures: str = ""
    ):
        self.html, self.sheet, self.easy = html, sheet, easy
        self.tree: Element = html.etree_element
        self.body: Element = next(child for child in self.tree.iter() if child.tag == "body")
        self.folder = Path(measures) if measures else None
        faces = self.folder.parent if self.folder else None
        geometry = json.dumps([sheet.css(bleed=0, easy=easy), easy])
        self.typesetter = Typesetter(html, css=css, look=look, fetcher=fetcher, options=options, geometry=geometry, folder=faces)
        self.columns = sheet.text_columns(easy=easy)
        self.column_mm = sheet.column_width(easy=easy)
        self.lines = (sheet.height - sheet.top - sheet.bottom) / LINE_MM - 0.1
        self.limit = int(self.body.get("data-page-limit") or 0)
        self.problems: list[str] = []
        self.fits: list[Fit] = []
        self.places: dict[str, list[float]] = {}

    def compose(self) -> Document:
        """The laid-out document, ready to be written."""
        with remembering_lines():
            return self._composed()

    def _composed(self) -> Document:
        if self.body.get("data-flatplan") is None:
            level_headings(self.body)
            document, self.fits = fit_frames(self.body, self.typesetter.document)
            document = spare_a_sheet(self.body, document, self.typesetter.document)
            self.places = measure_places(document, self.body)
            return document
        self.planner = Flatplan(columns=self.columns, lines=self.lines, column_mm=self.column_mm, easy=self.easy)
        self.measurer = Measurer(self.typesetter, folder=self.folder, width=self.sheet.width)
        right_to_left = self.tree.get("dir") == "rtl"
        self.scale = scale_for(self.tree.get("lang") or "", right_to_left=right_to_left, easy=self.easy)
        level_headings(self.body)
        self._measure()
        self.planner.strips = sum(story.quote for story in self.stories) > 1
        return self._set_pages()

    def _measure(self) -> None:
        """The stories in order with their measures, and those of what stands around them.

        Stories of the reserve have none before somebody asks for them: most stay on the web.
        """
        elements = [item for item in find_all(self.body, "story") if not has_class(item, "dates")]
        for element in elements:
            keep_endings(find(element, "text"))
        self.stories = [Story.unmeasured(element) for element in elements]
        others = [item for item in (find(self.body, "front"), self._dates(), find(self.body, "back")) if item is not None]
        self.outer = self.measurer.measure([story for story in self.stories if not story.reserve], around=others)

    # setting

    def _set_pages(self) -> Document:
        front, back = find(self.body, "front"), find(self.body, "back")
        lead = next((story for story in self.stories if has_class(story.element, "lead")), None)
        opening = self._open(front, lead) if front is not None else None
        dates = self._dates_part()
        stories = [story for story in self.stories if story.element not in self.taken and not story.reserve]
        if opening is not None and lead is not None:
            stories = self._after_opening(stories, lead, opening)
        others = (front is not None) + (back is not None) + (dates is not None)
        band = self._dates_band() if dates is None else None
        if band is not None:
            stories.append(band)
        groups = self._with_reserve(stories, others=others)
        if dates is not None and self._missing(groups, others) > 1:
            dates, groups, others = self._without_dates_page(dates, stories, groups, others)
        groups = self._widened(groups)
        stories = [story for group in groups for story in group.stories]
        parts = self._parts(groups, front=front, back=back, dates=dates)
        self._number_references(parts)
        documents = [self._set(part, page) for part, page in zip(parts, first_pages(parts), strict=True)]
        documents = self._corrected(parts, documents)
        self._report(stories, groups, documents, parts, others=others)
        return joined(documents)

    def _with_reserve(self, stories: list[Story], *, others: int) -> list[Group]:
        """The plan, with articles of the reserve in the place of fillers and of what would stay white."""
        groups = self._plan(stories, others=others)
        order = {id(story): place for place, story in enumerate(self.stories)}
        for story in self.stories:
            if not story.reserve or story.element in self.taken or not self._missing(groups, others):
                continue
            self.measurer.measure([other for other in self.stories if other.reserve])
            wider = sorted([*stories, story], key=lambda one: order.get(id(one), len(order)))
            trial = self._plan(wider, others=others)
            if self._padded(trial, others) <= self._padded(groups, others):
                stories, groups = wider, trial
        names = {story.element.get("id") for story in stories} | {element.get("id") for element in self.taken}
        return self._plan_online(stories, groups, names=names, others=others)

    def _without_dates_page(self, dates: Element, stories: list[Story], groups: list[Group], others: int):
        """The dates among the stories, if that spares pages that would only repeat something."""
        taken, self.taken = self.taken, []
        back = [story for story in self.stories if story.element in taken]
        order = {id(story): place for place, story in enumerate(self.stories)}
        wider = sorted([*stories, *back], key=lambda one: order.get(id(one), len(order)))
        band = self._dates_band()
        trial = self._with_reserve([*wider, band], others=others - 1)
        if self._padded(trial, others - 1) < self._padded(groups, others):
            return None, trial, others - 1
        self.taken = taken
        return dates, groups, others

    def _plan_online(self, stories: list[Story], groups: list[Group], *, names: set, others: int) -> list[Group]:
        """The list of what is only on the web without what is printed after all; without the list if nothing is left."""
        online = find(self.body, "online-list")
        if online is None:
            return groups
        titles = find(online, "titles")
        for item in [item for item in titles if item.get("data-story") in names]:
            titles.remove(item)
        if len(titles):
            return groups
        return self._plan([story for story in stories if story.element is not online], others=others)

    def _missing(self, groups: list[Group], others: int) -> int:
        return self._padded(groups, others) - sum(group.pages for group in groups) - others

    def _padded(self, groups: list[Group], others: int) -> int:
        multiple = self.sheet.page_multiple
        return -(-(sum(group.pages for group in groups) + others) // multiple) * multiple

    def _parts(self, groups: list[Group], *, front, back, dates: Element | None) -> list[Part]:
        """Front, stories with the page of dates near the middle, fillers, back."""
        others = sum(element is not None for element in (front, back, dates))
        missing = -(sum(group.pages for group in groups) + others) % self.sheet.page_multiple
        self.filling = self._filling(groups)
        fillers = self.filling.pages(missing)
        parts = [Part([front])] if front is not None else []
        place = self._place_of_dates(groups) if dates is not None else None
        page = 2
        for number, group in enumerate([*groups, None]):
            if number == place:
                parts.append(Part([self._flipped(dates, page=page)]))
                page += 1
            if group is None:
                break
            parts.append(Part(self.write_group(group, page=page), pages=group.pages, group=group))
            page += group.pages
            for filler in fillers.get(number, []):
                parts.append(Part([filler]))
                page += 1
        if back is not None:
            self._set_back(back)
            parts.append(Part([back]))
        return parts

    def _filling(self, groups: list[Group]) -> Filling:
        """What may be repeated to fill pages: of the stories in this paper, and quotes of those that are only on the web."""
        printed = [story for group in groups for story in group.stories]
        online = [story.element for story in self.stories if story not in printed and story.element not in self.taken]
        paths = self.typesetter.fetcher.pictures
        wide = self.sheet.width + 2 * self.sheet.bleed
        pictures = [
            story.element
            for story in printed
            if (figure := find(story.element, "pic")) is not None and is_fine(figure, width=wide, paths=paths)
        ]
        where = find(self.body, "where")
        label = where[0] if where is not None and len(where) else None
        labels = (label.text or "", label.get("data-else") or "") if label is not None else ("", "")
        return Filling([group.elements for group in groups], online=online, plates=pictures, labels=labels, width=wide)

    def _set(self, part: Part, page: int) -> Document:
        level_parts(part.elements, first=page == 1)
        return self.typesetter.part(part.elements, first_page=page)

    def _corrected(self, parts: list[Part], documents: list[Document]) -> list[Document]:
        """Sets again, in columns that balance themselves, what did not come out as planned; renumbers if pages moved."""
        starts, anew = first_pages(parts), False
        for part, document in zip(parts, documents, strict=True):
            if part.group is not None and (len(document.pages) != part.pages or self.overflows(part.elements, document)):
                part.elements, anew = self.write_group_loosely(part.group), True
        for _round in range(3):
            for part, document in zip(parts, documents, strict=True):
                part.pages = len(document.pages)
            moved = starts != first_pages(parts)
            renumbered = self._number_references(parts)
            if not (anew or moved or renumbered):
                break
            starts, anew = first_pages(parts), False
            documents = [self._set(part, page) for part, page in zip(parts, starts, strict=True)]
        return documents

    def _number_references(self, parts: list[Part]) -> bool:
        """Write page numbers into references to stories. Returns whether one has changed.

        Left to target-counter() in CSS, forward references would make WeasyPrint lay out pages twice.
        """
        pages = {}
        for part, page in zip(parts, first_pages(parts), strict=True):
            for element in part.elements:
                for child in element.iter():
                    if name := child.get("id"):
                        pages.setdefault(name, page + int(child.get("data-later") or 0))
        changed = False
        for part in parts:
            for link in (link for element in part.elements for link in element.iter("a")):
                page = pages.get((link.get("href") or "")[1:])
                if page and link.get("data-page") != str(page):
                    link.set("data-page", str(page))
                    changed = True
                elif not page and link.get("data-else"):
                    link.text, link.attrib["href"] = link.attrib.pop("data-else"), "#more-online"
                    link.set("class", "")  # says no page, so that the number below is not shown
                    link.set("data-page", str(pages.get("more-online", "")))
        return changed

    def _report(self, stories: list[Story], groups: list[Group], documents: list[Document], parts: list[Part], *, others: int):
        """How each article fits, and where every block stands."""
        for document, page in zip(documents, first_pages(parts), strict=True):
            for name, place in measure_places(document, document.tree, first_page=page).items():
                self.places.setdefault(name, place)
        pages = sum(len(document.pages) for document in documents)
        late = {}
        if self.limit and pages > self.limit:
            late = self.planner.excess(stories, pages=self.limit - others)
            self.problems.append("too-many-pages")
        elif pages % self.sheet.page_multiple:
            self.problems.append("pages-not-multiple-of-four")
        home = {id(story): group for group in groups for story in group.stories}
        for number, story in enumerate(stories):
            self.fits.append(self._story_fit(story, group=home.get(id(story)), over=late.get(number, 0.0)))

    def _story_fit(self, story: Story, *, group: Group | None, over: float) -> Fit:
        name = story.element.get("id") or ""
        page, *rect = self.places.get(f"{name}", [0, 0, 0, 0, 0])
        each = story.characters / story.flow if story.flow else 40
        return Fit(
            name=story.element.get("data-title") or name,
            page=int(page),
            rect=rect,
            lines_over=round(over),
            characters_over=round(over * each, -1) if over else 0,
            lines_under=0 if over or group is None or story.fixed else white_lines(group, easy=self.easy) * self.columns,
            story=name.removeprefix("story-"),
            copyfit=group.fitted(story).data() if group is not None else {},
        )

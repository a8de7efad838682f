"""From a document to composed pages: measure once, plan, set, look whether it came out as planned.

Runs in the render process. Documents without `data-flatplan` on their body are set as they are.
"""

from xml.etree.ElementTree import Element

from weasyprint import CSS, HTML, Document

from .dates_page import DatesPage
from .filling import filler_pages
from .flatplan import GAP, Flatplan, Group, Story, picture_heights, stories_in
from .frames import Fit, fit_frames, measure_places
from .front_page import FrontPage
from .measure import Measures, add_class, find, find_all, has_class, whole
from .sheet import LINE_MM, Sheet

ROUNDS = 4
TOLERANCE = 1.5  # lines kept free below a page's last picture or line
WORTH_ANOTHER_PASS = 5  # lines left on a page that are filled in one more pass


class Composition(FrontPage, DatesPage):
    """One document being composed on one sheet."""

    def __init__(self, html: HTML, *, sheet: Sheet, easy: bool, css: list[CSS], fetcher, options: dict):
        self.html, self.sheet, self.easy, self.css, self.fetcher, self.options = html, sheet, easy, css, fetcher, options
        self.tree: Element = html.etree_element
        self.body: Element = next(child for child in self.tree.iter() if child.tag == "body")
        self.columns = sheet.text_columns(easy=easy)
        self.column_mm = sheet.column_width(easy=easy)
        self.problems: list[str] = []
        self.fits: list[Fit] = []
        self.places: dict[str, list[float]] = {}

    def compose(self) -> Document:
        """The laid-out document, ready to be written."""
        if self.body.get("data-flatplan") is None:
            level_headings(self.body)
            document, self.fits = fit_frames(self.body, self._render)
            self.places = measure_places(document, self.body)
            return document
        measures = self._measure()
        self.planner = Flatplan(columns=self.columns, lines=self.sheet.lines, column_mm=self.column_mm, easy=self.easy)
        self._set_front(measures)
        self._set_back(measures)
        dates_page = self._set_dates(measures)
        stories = [story for story in stories_in(self.body, measures) if not self._placed(story.element)]
        document = self._set_pages(stories, dates_page=dates_page)
        self.places = measure_places(document, self.body)
        return document

    @staticmethod
    def _placed(element: Element) -> bool:
        return has_class(element, "brief") or has_class(element, "narrow")

    def _render(self, *extra: CSS) -> Document:
        options = self.options | ({"cache": {}} if self.fetcher.measuring else {})  # its one-pixel pictures must not stay
        return self.html.render(stylesheets=[*self.css, *extra], **options)

    def _measure(self) -> Measures:
        """Every part in one column on an endless page, pictures left out."""
        endless = CSS(
            string=f"@page{{size:{self.sheet.width}mm 60000mm!important;bleed:0}}",
            url_fetcher=self.fetcher,
        )
        self.fetcher.measuring = True
        add_class(self.body, "measuring")
        try:
            return Measures(self._render(endless))
        finally:
            self.fetcher.measuring = False
            self.body.set("class", self.body.get("class").replace("measuring", "").strip())

    # last page

    def _set_back(self, measures: Measures) -> None:
        """The poster of the back page takes what its foot leaves."""
        back = find(self.body, "back")
        poster = find(back, "poster") if back is not None else None
        if poster is None:
            return
        foot = whole(max([measures.lines(child) for child in find(back, "foot")] or [0]))
        lines = int((self.sheet.height - self.sheet.bottom) / LINE_MM)
        poster.set("style", f"--poster:{max(18, min(round(lines * 0.74), lines - foot - 3))}")

    # inner pages

    def _set_pages(self, stories: list[Story], *, dates_page: bool) -> Document:
        others = sum(find(self.body, name) is not None for name in ("front", "back")) + dates_page
        band = next((item for item in find_all(self.body, "story") if has_class(item, "dates")), None)
        if band is not None and not dates_page:
            stories.append(Story(element=band, head=6, side=0, flow=self._band_lines(band), spans=0))
        document = None
        for _round in range(ROUNDS):
            groups = self.planner.plan(stories, other_pages=others)
            missing = -(sum(group.pages for group in groups) + others) % 4
            self.fillers = filler_pages([group.elements for group in groups], count=missing)
            document = self._set(groups, dates_page=dates_page)
            late = self._overrun(groups, Measures(document))
            if not late and self._number_references(Measures(document).first_page_of):
                document = self._set(groups, dates_page=dates_page)
            if not late:
                document = self._level(groups, document, dates_page=dates_page)
                break
            for group, excess in late:
                for story, shape, lines in zip(group.stories, group.shapes, excess, strict=True):
                    story.slack[shape.name] = story.slack.get(shape.name, 0) + lines
        if len(document.pages) % 4:
            self.problems.append("pages-not-multiple-of-four")
        return document

    def _set(self, groups: list[Group], *, dates_page: bool) -> Document:
        self._apply(groups, dates_page=dates_page)
        level_headings(self.body)
        return self._render()

    def _level(self, groups: list[Group], document: Document, *, dates_page: bool) -> Document:
        """Give what is left of each page, now known exactly, to its pictures."""
        measures = Measures(document)
        end = self.sheet.lines + self.sheet.top / LINE_MM
        before, grown = [group.left for group in groups], 0
        for group in groups:
            room = int(end - measures.bottom(group.elements[-1]) - TOLERANCE)
            used = sum(height - shape.picture for height, shape in zip(picture_heights(group), group.shapes, strict=True))
            spare = sum(shape.stretch for shape in group.shapes) - used
            if group.pages == 1 and room >= WORTH_ANOTHER_PASS and spare > 0:
                group.left = used + min(room, spare)
                grown += 1
        if not grown:
            return document
        levelled = self._set(groups, dates_page=dates_page)
        if not self._overrun(groups, Measures(levelled)):
            return levelled
        for group, left in zip(groups, before, strict=True):
            group.left = left
        return self._set(groups, dates_page=dates_page)

    def _band_lines(self, band: Element) -> float:
        return sum(5.0 for _item in find_all(band, "event"))

    def _apply(self, groups: list[Group], *, dates_page: bool) -> None:
        """Write the plan into the document: order, shapes, picture heights, page breaks."""
        main = find(self.body, "stories")
        for child in list(main):
            main.remove(child)
        place = self._place_of_dates(groups) if dates_page else None
        page = 2
        for number, group in enumerate(groups):
            if number == place:
                main.append(self._flipped(self._dates_page, page=page))
                page += 1
            heights = picture_heights(group)
            for position, (story, shape, height) in enumerate(zip(group.stories, group.shapes, heights, strict=True)):
                self._shape(story.element, shape.name, first=position == 0, page=page)
                if len(group.stories) == 1 and shape.height < self.sheet.lines * 0.55:
                    add_class(story.element, "alone")
                story.element.set("style", f"--pic:{height};--aside:{whole(story.side)}")
                main.append(story.element)
            page += group.pages
            for filler in self.fillers.get(number, []):
                main.append(filler)
                page += 1
        if place is not None and place >= len(groups):
            main.append(self._flipped(self._dates_page, page=page))
        self._number_references(self._planned_pages(groups, place=place).get)

    def _planned_pages(self, groups: list[Group], *, place: int | None) -> dict[str, int]:
        """Where each story begins if everything comes out as planned, by its id."""
        pages, page = {"front": 1}, 2
        for number, group in enumerate([*groups, None]):
            if number == place:
                pages |= {item.get("id"): page for item in self._dates_page.iter() if item.get("id")}
                page += 1
            for story in group.stories if group else []:
                pages[story.element.get("id")] = page
            page += group.pages + len(self.fillers.get(number, [])) if group else 0
        return pages

    def _number_references(self, page_of) -> bool:
        """Write page numbers into references to stories. Returns whether one has changed.

        Left to target-counter() in CSS, every forward reference would make WeasyPrint lay out all pages once more.
        """
        changed = False
        for link in self.body.iter("a"):
            href = link.get("href") or ""
            page = page_of(href[1:]) if href.startswith("#") and len(href) > 1 else None
            if page and link.get("data-page") != str(page):
                link.set("data-page", str(page))
                changed = True
        return changed

    def _shape(self, element: Element, shape: str, *, first: bool, page: int) -> None:
        mine = {"hero", "compact", "columns", "linear", "first", "flip", "alone"}
        self._out_of_columns(element)
        if shape == "columns":
            self._into_columns(element, picture=True)
        element.set("class", " ".join(name for name in element.get("class").split() if name not in mine))
        add_class(element, shape, *(["first"] if first else []), *(["flip"] if page % 2 else []))

    def _flipped(self, element: Element, *, page: int) -> Element:
        element.set("class", "dates-page" + ("" if page % 2 else " flip"))
        return element

    @staticmethod
    def _place_of_dates(groups: list[Group]) -> int:
        """Before which group the page of dates comes: near the middle, on a right-hand page if there is one."""
        starts, page = [], 2
        for group in groups:
            starts.append(page)
            page += group.pages
        starts.append(page)
        middle = (2 + page) / 2
        return min(range(len(starts)), key=lambda place: (starts[place] % 2 == 0, abs(starts[place] - middle)))

    def _overrun(self, groups: list[Group], measures: Measures) -> list[tuple[Group, list[float]]]:
        """Groups that took more pages than planned, and how many lines each of their stories is too long."""
        late = []
        for group in groups:
            first, last = measures.pages(group.elements[0]), measures.pages(group.elements[-1])
            if not first or not last or last[-1] - first[0] + 1 <= group.pages:
                continue
            excess = []
            for story, shape, picture in zip(group.stories, group.shapes, picture_heights(group), strict=True):
                gap = 0 if has_class(story.element, "first") else GAP
                planned = shape.height + picture - shape.picture
                excess.append(max(0.0, min(12.0, measures.lines(story.element) - gap - planned)))
            late.append((group, excess if sum(excess) >= 1 else [2.0 for _story in group.stories]))
        return late


def level_headings(body: Element) -> None:
    """Close gaps between heading levels: PDF/UA (ISO 14289-1, 7.4.2) forbids them, and stories move."""
    last = 0
    for element in body.iter():
        if element.tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            last = min(int(element.tag[1]), last + 1)
            element.tag = f"h{last}"

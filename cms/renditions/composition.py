"""From a document to composed pages: measure once, plan, set, look whether it came out as planned.

Runs in the render process. Documents without `data-flatplan` on their body are set as they are.
"""

from xml.etree.ElementTree import Element

from weasyprint import CSS, HTML, Document

from .filling import filler_pages
from .flatplan import GAP, Flatplan, Group, Story, picture_heights, stories_in
from .measure import Measures, add_class, find, find_all, has_class, split_by_lines, whole
from .sheet import LINE_MM, Sheet

ROUNDS = 4
FRONT_HEAD_MM = 67.0  # nameplate and subtitle, as in paper.css
DATES_HEAD = 8  # lines that the heading of the page of dates takes
TOLERANCE = 1.5  # lines kept free below a page's last picture or line
WORTH_ANOTHER_PASS = 5  # lines left on a page that are filled in one more pass


class Composition:
    """One document being composed on one sheet."""

    def __init__(self, html: HTML, *, sheet: Sheet, easy: bool, css: list[CSS], fetcher, options: dict):
        self.html, self.sheet, self.easy, self.css, self.fetcher, self.options = html, sheet, easy, css, fetcher, options
        self.tree: Element = html.etree_element
        self.body: Element = next(child for child in self.tree.iter() if child.tag == "body")
        self.columns = sheet.text_columns(easy=easy)
        self.column_mm = sheet.column_width(easy=easy)
        self.problems: list[str] = []

    def compose(self) -> Document:
        """The laid-out document, ready to be written."""
        if self.body.get("data-flatplan") is None:
            level_headings(self.body)
            return self._render()
        measures = self._measure()
        self.planner = Flatplan(columns=self.columns, lines=self.sheet.lines, column_mm=self.column_mm, easy=self.easy)
        self._set_front(measures)
        self._set_back(measures)
        dates_page = self._set_dates(measures)
        stories = [story for story in stories_in(self.body, measures) if not self._placed(story.element)]
        return self._set_pages(stories, dates_page=dates_page)

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

    # page 1

    def _set_front(self, measures: Measures) -> None:
        """Fill page 1: the opening of the lead story as far as it fits, the rest of the page to the cover picture."""
        front = find(self.body, "front")
        if front is None:
            return
        opening, river, cover = find(front, "opening"), find(front, "river"), find(front, "cover")
        lines = (self.sheet.height - FRONT_HEAD_MM - self.sheet.bottom + 2) / LINE_MM
        beside = whole(measures.lines(river)) if self.columns > 1 else 0
        least = whole(lines * 0.34) if cover is not None else 0
        most = whole(lines * 0.62) if cover is not None else 0
        caption = whole(measures.lines(find(front, "cover-caption"))) if cover is not None else 0
        room = lines - caption - 1
        head = self._opening_head(opening, measures)
        text_lines = max(8 if cover is not None else 20, beside - head, round(room - least * 1.45 - head))
        text_lines = max(4, min(text_lines, int(room - least - head)))
        used = self._jump(opening, measures, lines=text_lines)
        if cover is not None:
            height = int(room - max(head + used, beside))
            cover.set("style", f"--cover:{max(least, min(most, height))}")

    def _opening_head(self, opening: Element | None, measures: Measures) -> int:
        return (
            whole(measures.lines(find(opening, "head")) + measures.lines(find(opening, "standfirst")))
            if opening is not None
            else 0
        )

    def _jump(self, opening: Element | None, measures: Measures, *, lines: int) -> int:
        """Move the beginning of the lead story to page 1. Returns how many lines deep it stands there."""
        lead = next((story for story in find_all(self.body, "story") if has_class(story, "lead")), None)
        if opening is None or lead is None:
            return 0
        target, source = find(opening, "text"), find(lead, "text")
        columns = max(1, self.columns - 1)
        capacity, used = columns * lines - 1, 0
        while len(source):
            part = source[0]
            texts = measures.line_texts(part)
            heading = has_class(part, "cross")
            if not texts or (part.tag != "p" and not heading) or (heading and capacity - used < 8):
                break
            if used + len(texts) > capacity:
                pieces = None
                if capacity - used >= 4:
                    pieces = split_by_lines(part, texts, keep=capacity - used, at_sentence=bool(len(target)))
                if pieces:
                    target.append(pieces[0])
                    source[0] = pieces[1]
                    used = capacity
                break
            source.remove(part)
            target.append(part)
            used += len(texts)
        if len(target) and has_class(target[-1], "cross"):
            source.insert(0, target[-1])
            target.remove(target[-1])
        self._link_jump(opening, lead, source, target)
        return -(-(used + 1) // columns)

    def _link_jump(self, opening: Element, lead: Element, source: Element, target: Element) -> None:
        """“Continued on page …” at the end of what stands on page 1, or nothing if that was all."""
        jump = find(opening, "jump")
        if len(source) or find(lead, "pic") is not None or find(lead, "box") is not None:
            add_class(lead, "jumped") if len(target) else None
            if jump is not None and not len(target):
                add_class(jump, "alone")
            elif jump is not None and len(target):
                last = target[-1]
                link = jump[0]
                link.set("class", "jump-link")
                spacer = Element("span")
                spacer.text = " "
                last.append(spacer)
                last.append(link)
                opening.remove(jump)
            return
        opening.set("id", lead.get("id") or "")
        opening.remove(jump) if jump is not None else None
        find(self.body, "stories").remove(lead)

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

    # dates and short news

    def _set_dates(self, measures: Measures) -> bool:
        """A page of its own for dates beside short news, if there is enough of both; else a band among the stories."""
        stories, dates, briefs = find(self.body, "stories"), None, find(self.body, "briefs")
        dates = next((item for item in find_all(self.body, "story") if has_class(item, "dates")), None)
        chosen: list[Element] = []
        beside = None
        if dates is not None and briefs is not None and self.columns >= 3:
            column = measures.lines(find(dates, "text")) + 7  # heading above, address below
            capacity = (self.columns - 1) * (self.sheet.lines - DATES_HEAD) - 4
            if column <= self.sheet.lines:
                chosen = self._briefs(measures, capacity=capacity)
                beside = None if chosen else self._story_beside(measures)
        if not chosen and beside is None:
            if briefs is not None:
                stories.remove(briefs)
            return False
        page = Element("section", {"class": "dates-page"})
        stories.remove(dates)
        stories.remove(briefs)
        if beside is not None:
            stories.remove(beside)
            page.append(beside)
        else:
            box = find(briefs, "text")
            for story in chosen:
                stories.remove(story)
                add_class(story, "brief")
                box.append(story)
            page.append(briefs)
        page.append(dates)
        self._dates_page = page
        return True

    def _story_beside(self, measures: Measures) -> Element | None:
        """The story that fills the page beside the dates best."""
        fitting = []
        for story in stories_in(self.body, measures):
            kept = {"prominent", "letter", "lead"} & set(story.element.get("class").split())
            for shape in self.planner.narrow(story) if not kept else []:
                room = self.sheet.lines - 3 - shape.height
                if room >= 0:
                    fitting.append((shape.name == "narrow-columns", max(0, room - shape.stretch), len(fitting), story, shape))
        if not fitting:
            return None
        _dense, _unfilled, _place, story, shape = min(fitting)
        picture = shape.picture + min(shape.stretch, self.sheet.lines - 3 - shape.height)
        add_class(story.element, "narrow")
        story.element.set("style", f"--pic:{picture}")
        self._into_columns(story.element, picture=shape.name == "narrow-columns")
        return story.element

    def _into_columns(self, element: Element, *, picture: bool) -> None:
        """Move the box (and the picture) of a story into its columns."""
        main, side, text = find(element, "main"), find(element, "side"), find(element, "text")
        box, figure = find(side, "box"), find(main, "pic")
        if box is not None:
            side.remove(box)
            places = [place for place, child in enumerate(text) if child.tag == "p"]
            text.insert(places[len(places) // 2] + 1 if places else len(text), box)
        if picture and figure is not None:
            main.remove(figure)
            text.insert(0, figure)

    def _out_of_columns(self, element: Element) -> None:
        """Undo _into_columns, when a second plan gives the story another shape."""
        main, side, text = find(element, "main"), find(element, "side"), find(element, "text")
        for child in [child for child in text if has_class(child, "box")]:
            text.remove(child)
            side.append(child)
        for child in [child for child in text if has_class(child, "pic")]:
            text.remove(child)
            main.insert(1, child)

    def _briefs(self, measures: Measures, *, capacity: float) -> list[Element]:
        """Short stories for that page, in order; none if they would not fill half of it."""
        chosen, used = [], 0.0
        for story in stories_in(self.body, measures):
            kept = {"prominent", "letter", "lead"} & set(story.element.get("class").split())
            height = 5 + story.head * 0.6 + story.side + story.flow + (10 if story.ratio else 0)
            if kept or story.spans or story.flow > 30 or used + height > capacity:
                continue
            chosen.append(story.element)
            used += height
        return chosen if used > capacity * 0.45 else []

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

"""The page of dates, with short news or one story beside them; and stories whose picture and box stand in the columns.

Part of Composition.
"""

from xml.etree.ElementTree import Element

from .flatplan import Flatplan, stories_in
from .measure import Measures, add_class, find, find_all, has_class
from .sheet import Sheet

DATES_HEAD = 8  # lines that the heading of the page of dates takes


class DatesPage:
    body: Element
    sheet: Sheet
    columns: int
    planner: Flatplan

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

"""The page of dates, with short news or one story beside them. Part of Composition."""

from copy import deepcopy
from xml.etree.ElementTree import Element

from ..sheet import Sheet
from .flatplan import Flatplan
from .measure import add_class, find, find_all, has_class
from .pour import run
from .shapes import Shape
from .stories import Story
from .story_measures import Measurer
from .story_text import dressed, write_text

DATES_HEAD = 8  # lines that the heading of the page of dates takes
AROUND_DATES = 7  # lines of heading and address above and below the column of dates
KEPT_ELSEWHERE = {"prominent", "letter", "lead"}  # stories that never stand beside the dates
SPARE = 0.5  # lines kept free at the foot
A_DATE = 5.0  # lines
SHORT_NEWS = 30.0  # lines of text that a piece of short news has at most


class DatesPage:
    body: Element
    sheet: Sheet
    columns: int
    lines: float
    planner: Flatplan
    stories: list[Story]
    outer: dict[str, float]
    measurer: Measurer

    def _dates(self) -> Element | None:
        return next((item for item in find_all(self.body, "story") if has_class(item, "dates")), None)

    def _dates_part(self) -> Element | None:
        """A page of its own for dates beside short news or a story, if there is enough; what it takes goes into `taken`."""
        self.taken: list[Element] = []
        dates, briefs = self._dates(), find(self.body, "briefs")
        if dates is None or briefs is None or self.columns < 3 or self.outer["dates"] + AROUND_DATES > self.lines:
            return None
        page = Element("section", {"class": "dates-page"})
        chosen = self._briefs(capacity=(self.columns - 1) * (self.lines - DATES_HEAD) - 4)
        if chosen:
            briefs = deepcopy(briefs)
            for story in chosen:
                brief = deepcopy(story.element)
                add_class(brief, "brief", "loose")
                find(briefs, "text").append(brief)
            page.append(briefs)
            self.taken = [story.element for story in chosen]
        elif (beside := self._story_beside()) is not None:
            page.append(beside)
        else:
            return None
        page.append(dates)
        return page

    def _dates_band(self) -> Story | None:
        """The dates among the stories, across the page."""
        dates = self._dates()
        if dates is None:
            return None
        count = len(find_all(dates, "event"))
        return Story(element=dates, fixed=8 + -(-count // self.columns) * max(A_DATE, self.outer["dates"] / max(1, count)))

    def _story_beside(self) -> Element | None:
        """The story that fills the page beside the dates best; one of the reserve if no other fits."""
        return self._best_beside(reserve=False) or self._best_beside(reserve=True)

    def _best_beside(self, *, reserve: bool) -> Element | None:
        fitting = []
        candidates = [story for story in self.stories if story.reserve == reserve]
        self.measurer.measure(candidates)
        for place, story in enumerate(candidates):
            kept = KEPT_ELSEWHERE & set((story.element.get("class") or "").split())
            for shape in self.planner.narrow(story) if not kept and not story.fixed else []:
                room = self.lines - SPARE - shape.height
                if room >= 0:
                    white = max(0.0, room - shape.stretch)
                    fitting.append((shape.name == "narrow-columns", white, place, story, shape))
        if not fitting:
            return None
        *_rank, story, shape = min(fitting, key=lambda choice: choice[:3])
        self.taken = [story.element]
        return self._beside(story, shape)

    def _beside(self, story: Story, shape: Shape) -> Element:
        picture = shape.picture + min(shape.stretch, self.lines - SPARE - shape.height)
        self._ask_for_picture(story.element, shape=shape, lines=picture)
        element = dressed(
            story.element, shape="columns" if shape.name == "narrow-columns" else "narrow", first=True, page=0, style=""
        )
        add_class(element, "narrow")
        if (box := find(find(element, "side"), "box")) is not None:
            find(element, "side").remove(box)
        element.set("style", f"--pic:{picture:.3f}")
        write_text(find(element, "text"), story.element, run(self.planner.pieces(story, shape), shape.columns, narrow=True))
        return element

    def _flipped(self, element: Element, *, page: int) -> Element:
        element.set("class", "dates-page" + ("" if page % 2 else " flip"))
        return element

    @staticmethod
    def _place_of_dates(groups: list) -> int:
        """Before which group the page of dates comes: near the middle, on a right-hand page if there is one."""
        starts, page = [], 2
        for group in groups:
            starts.append(page)
            page += group.pages
        starts.append(page)
        middle = (2 + page) / 2
        return min(range(len(starts)), key=lambda place: (starts[place] % 2 == 0, abs(starts[place] - middle)))

    def _briefs(self, *, capacity: float) -> list[Story]:
        """Short stories for that page, in order; none if they would not fill half of it."""
        chosen, used = [], 0.0
        for story in self.stories:
            kept = KEPT_ELSEWHERE & set((story.element.get("class") or "").split())
            height = 5 + story.head * 0.6 + story.side + story.flow + (10 if story.ratio else 0)
            spans = any(piece.atom.span for piece in story.text)
            if kept or story.fixed or story.reserve or spans or story.flow > SHORT_NEWS or used + height > capacity:
                continue
            chosen.append(story)
            used += height
        return chosen if used > capacity * 0.45 else []

"""Levelling pages: text set closer where that saves a page, wider where a page would stay white, and a little air.

Never more than copyfit.py allows; what was done to a story is reported with it. Part of Composition.
"""

from dataclasses import dataclass

from ..sheet import Sheet
from .copyfit import PLAIN, Scale, Setting
from .flatplan import FOOT, Flatplan, Group
from .measure import has_class
from .stories import Story
from .story_measures import Measurer

CLOSER_GAINS = 0.07  # of its lines a text can lose by being set as closely as allowed
WHITE = 0.8  # lines at the foot of a page that nobody notices
HOPELESS = 8.0  # lines: so much white is no matter of type
SURE_STRIP = 9.0  # lines in which nearly every quote finds room
BETTER = 0.3  # lines less white for which text is set wider
MOST_GAP, MOST_HEAD, MOST_CAPTION, MOST_LETTER = 1.2, 0.8, 1.0, 2.0  # lines of air, see Air
EASY_AIR = 2.0  # times as much around the large type of Leichte Sprache


@dataclass(frozen=True)
class Air:
    """Lines of white given to one story."""

    gap: float = 0.0  # above it
    head: float = 0.0  # below its head
    caption: float = 0.0  # between its picture and its text
    inside: float = 0.0  # of a letter: above and below its text

    @property
    def lines(self) -> float:
        return self.gap + self.head + self.caption + self.inside

    @property
    def style(self) -> str:
        return f"--gap:{self.gap:.3f};--below-head:{self.head:.3f};--below-pic:{self.caption:.3f};--inside:{self.inside:.3f}"


def airs(group: Group, *, easy: bool = False) -> list[Air]:
    """Air for the stories of a page from the lines that would stay white, to each place a fair share; more among large type."""
    white = group.white(strip=group.band) if group.pages == 1 else 0.0
    more = EASY_AIR if easy else 1.0
    most = [
        Air(
            gap=MOST_GAP if number else 0.0,
            head=MOST_HEAD * more if not story.fixed else 0.0,
            caption=MOST_CAPTION * more if shape.stretch and not shape.dense else 0.0,
            inside=MOST_LETTER if has_class(story.element, "letter") else 0.0,
        )
        for number, (story, shape) in enumerate(zip(group.stories, group.shapes, strict=True))
    ]
    room = sum(air.lines for air in most)
    share = min(1.0, white / room) if room else 0.0
    return [Air(air.gap * share, air.head * share, air.caption * share, air.inside * share) for air in most]


def white_lines(group: Group, *, easy: bool = False) -> int:
    """Whole lines that stay white at the foot of its last page after all."""
    return max(0, int(group.white(strip=group.band) - sum(air.lines for air in airs(group, easy=easy))))


class Levelling:
    planner: Flatplan
    measurer: Measurer
    scale: Scale
    sheet: Sheet
    limit: int

    def _plan(self, stories: list[Story], *, others: int) -> list[Group]:
        """The plan for these stories, `others` being pages that are none of theirs; with text set closer if that helps."""
        paper = {"other_pages": others, "multiple": self.sheet.page_multiple}
        groups = self.planner.plan(stories, limit=self.limit, **paper)
        target = self._fewer_pages(groups, others=others)
        if target and self.scale.closer and self._nearly_fits(stories, pages=target - others):
            self.planner.settings = (PLAIN, self._closest(stories))
            closer = self.planner.plan(stories, limit=target, **paper)
            self.planner.settings = (PLAIN,)
            if sum(group.pages for group in closer) + others <= target:
                groups = closer
        return [self._without_short_rest(group) if group.setting == PLAIN else self._gentlest(group) for group in groups]

    def _fewer_pages(self, groups: list[Group], *, others: int) -> int:
        """The page count that would be better than this plan's: the limit, or the next lower multiple. 0: it is good."""
        pages, multiple = sum(group.pages for group in groups) + others, self.sheet.page_multiple
        if self.limit and pages > self.limit:
            return self.limit
        return pages - pages % multiple if pages % multiple else 0

    def _nearly_fits(self, stories: list[Story], *, pages: int) -> bool:
        if pages < 1:
            return False
        over = sum(self.planner.excess(stories, pages=pages).values())
        return 0 < over <= CLOSER_GAINS * sum(story.flow for story in stories)

    def _closest(self, stories: list[Story]) -> Setting:
        closest = self.scale.closer[-1]
        self.measurer.fit(stories, settings=(closest,))
        return closest

    def _without_short_rest(self, group: Group) -> Group:
        """The group with its text closer, if that spares readers to turn the page for a few lines."""
        nearly = group.splits and (group.short_rests or self._nearly_fits(group.stories, pages=group.pages - 1))
        if not nearly or not self.scale.closer:
            return group
        closer = self.planner.group(group.stories, settings=(self._closest(group.stories),))
        better = (closer.pages, closer.splits) < (group.pages, group.splits) and closer.placings
        return self._gentlest(closer) if better else group

    def _gentlest(self, group: Group) -> Group:
        """What was reached with the closest setting, with the gentlest that reaches it too."""
        self.measurer.fit(group.stories, settings=self.scale.closer)
        for setting in self.scale.closer:
            gentle = self.planner.group(group.stories, settings=(setting,))
            if gentle.placings and gentle.pages <= group.pages and gentle.splits <= group.splits:
                return gentle
        return group

    def _widened(self, groups: list[Group]) -> list[Group]:
        """Pages that would stay white at their foot, with their text set wider: as little as fills them."""
        groups = list(groups)
        white = [place for place, group in enumerate(groups) if self._is_white(group)]
        for setting in self.scale.wider:
            self.measurer.fit([story for place in white for story in groups[place].stories], settings=(setting,))
            for place in list(white):
                wider = self._wider(groups[place], setting)
                if wider is not None and wider.unfilled < groups[place].unfilled - BETTER:
                    groups[place] = wider
                if wider is None or groups[place].unfilled <= WHITE:
                    white.remove(place)  # a page that is full, or would be too full, needs nothing wider
        return groups

    def _is_white(self, group: Group) -> bool:
        fixed = all(story.fixed or story.opened for story in group.stories)
        fillable = group.strip < SURE_STRIP and WHITE + FOOT < group.unfilled <= HOPELESS
        return group.pages == 1 and group.setting == PLAIN and not fixed and fillable

    def _wider(self, group: Group, setting: Setting) -> Group | None:
        """The page in the same shapes with its text in a setting; None if it does not hold that."""
        names = [shape.name for shape in group.shapes]
        pairs = [self.planner.shapes_of(story, setting) for story in group.stories]
        shapes = [next((one for one in some if one.name == name), None) for some, name in zip(pairs, names, strict=True)]
        if None in shapes:
            return None
        trial = self.planner.place(group.stories, tuple(shapes))
        return trial if trial.pages == 1 and not trial.splits and trial.left >= 0 else None

"""Is the next edition of each paper due? A paper that appears twice a year has half a year from one edition to the next."""

import datetime
from dataclasses import dataclass

from django.conf import settings
from wagtail.models import Page

from cms.core.lamps import Lamp
from cms.editions.copying import next_date
from cms.editions.models import EditionPage, PublicationPage

AHEAD = datetime.timedelta(weeks=8)  # to write, translate, print


@dataclass(frozen=True)
class Cadence:
    publication: Page
    last: EditionPage | None  # published
    planned: EditionPage | None  # the draft that comes next
    due: datetime.date | None  # when the next one should be out
    this_year: int
    today: datetime.date

    @property
    def lamp(self) -> Lamp:
        if self.due is None:
            return Lamp.WORK if self.planned else Lamp.NO
        if self.due < self.today:
            return Lamp.NO
        if self.due - self.today > AHEAD:
            return Lamp.OK
        return Lamp.WORK if self.planned else Lamp.OLD

    @property
    def warns(self) -> bool:
        """Late, or soon due with nobody at work on it."""
        return self.lamp in (Lamp.NO, Lamp.OLD)

    @property
    def days(self) -> int:
        """Until it is due; how late it is, as a positive number, if it is."""
        return abs((self.due - self.today).days) if self.due else 0

    # for the export
    @property
    def paper(self) -> str:
        return self.publication.title

    @property
    def editions_per_year(self) -> int:
        return self.publication.editions_per_year

    @property
    def last_title(self) -> str:
        return self.last.title if self.last else ""

    @property
    def last_date(self) -> datetime.date | None:
        return self.last.date if self.last else None

    @property
    def planned_title(self) -> str:
        return self.planned.title if self.planned else ""

    @property
    def is_late(self) -> bool:
        return self.due is not None and self.due < self.today


def cadences(*, today: datetime.date) -> list[Cadence]:
    """Of every paper in the site's own language that has a rhythm."""
    papers = PublicationPage.objects.live().filter(locale__language_code=settings.LANGUAGE_CODE, editions_per_year__gt=0)
    return [cadence_of(paper, today=today) for paper in papers.order_by("path")]


def cadence_of(paper: PublicationPage, *, today: datetime.date) -> Cadence:
    editions = list(EditionPage.objects.child_of(paper).order_by("-date", "-number"))
    published = [edition for edition in editions if edition.live]
    last = published[0] if published else None
    planned = next((edition for edition in editions if not edition.live and (last is None or edition.date >= last.date)), None)
    if last is not None:
        last.publication = paper  # next_date() need not ask for it
    return Cadence(
        paper, last, planned, next_date(last) if last else None, sum(one.date.year == today.year for one in published), today
    )

"""Dates of one site in one language, found by the database: as visitors want them, month by month or as a list.

The calendar page, the feeds and the entries for printed calendars all ask here.
"""

import calendar
import datetime
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q, QuerySet
from django.utils import timezone
from wagtail.models import Page, PageViewRestriction

from cms.core.calendar import Kind, Topic, Wanted

from . import tongues
from .models.dates import EventDate

ON_ONE_PAGE = 40  # dates of the list
IN_ONE_DAY = 5  # of a month; the others are counted and linked
HEAVY = ("body", "programme", "access", "times", "questions", "partners", "hosts")  # not needed to list a date
YEARS = range(2000, 2101)


def home_path(page: Page) -> str:
    """Of the home page of a page's language: events count wherever they stand below it."""
    return page.path[: Page.steplen * 2]


def dates_near(page: Page, *, wanted: Wanted | None = None) -> QuerySet[EventDate]:
    """Dates of live events on `page`'s site in its language, without those behind a password."""
    wanted = wanted or Wanted()
    found = EventDate.objects.filter(event__live=True, event__alias_of__isnull=True, event__path__startswith=home_path(page))
    path = ExpressionWrapper(OuterRef("event__path"), output_field=CharField())
    locks = PageViewRestriction.objects.annotate(below=path).filter(below__startswith=F("page__path"))
    found = found.exclude(Exists(locks))
    for name in ("kind", "topic", "district"):
        if value := getattr(wanted, name):
            found = found.filter(**{f"event__{name}": value})
    if wanted.language:
        found = found.filter(event__spoken__contains=f",{wanted.language},")
    return found.select_related("event__locale").defer(*(f"event__{name}" for name in HEAVY))


def between(dates: QuerySet[EventDate], first: datetime.date, last: datetime.date | None = None) -> QuerySet[EventDate]:
    """Those that are on, at least in part, on the days from `first` to `last`."""
    found = dates.filter(Q(start__gte=midnight(first)) | Q(end__gt=midnight(first)))
    return found.filter(start__lt=midnight(last + datetime.timedelta(days=1))) if last else found


def midnight(day: datetime.date) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(day, datetime.time()))


def start_of_today() -> datetime.datetime:
    return midnight(timezone.localdate())


@dataclass(frozen=True)
class Choice:
    """One field of the filter: its options as (value, label, chosen)."""

    name: str
    options: list[tuple[str, str, bool]]


def choices(page: Page, *, wanted: Wanted) -> list[Choice]:
    """Only what there is to choose from; in one question to the database."""
    rows = set(
        dates_near(page).order_by().values_list("event__kind", "event__topic", "event__district", "event__spoken").distinct()
    )
    codes = {code for row in rows for code in tongues.read(row[3])}
    options = {
        "topic": [(value, str(Topic(value).label)) for value in Topic.values if value in {row[1] for row in rows}],
        "kind": [(value, str(Kind(value).label)) for value in Kind.values if value in {row[0] for row in rows}],
        "district": [(name, name) for name in sorted({row[2] for row in rows if row[2]})],
        "language": sorted(((code, tongues.tongue_name(code)) for code in codes), key=lambda option: option[1].casefold()),
    }
    chosen = wanted.chosen
    return [
        Choice(name, [(value, label, chosen.get(name) == value) for value, label in found])
        for name, found in options.items()
        if found or name in chosen
    ]


@dataclass(frozen=True)
class Day:
    """One field of a month."""

    day: datetime.date
    dates: list[EventDate] = field(default_factory=list)
    inside: bool = True  # of the month, not of the one before or after it
    today: bool = False

    @property
    def shown(self) -> list[EventDate]:
        return self.dates[:IN_ONE_DAY]

    @property
    def more(self) -> int:
        return max(0, len(self.dates) - IN_ONE_DAY)


@dataclass(frozen=True)
class Asked:
    """What a visitor asked for; whatever makes no sense is the usual."""

    mode: str = "list"  # list, month, past
    wanted: Wanted = Wanted()
    month: datetime.date | None = None
    first: datetime.date | None = None  # of the list
    page: int = 1

    @classmethod
    def read(cls, query) -> "Asked":
        mode = query.get("view") if query.get("view") in ("month", "past") else "list"
        number = query.get("page") or ""
        return cls(
            mode=mode,
            wanted=Wanted.read(query),
            month=as_day(f"{query.get('month') or ''}-01"),
            first=as_day(query.get("from") or ""),
            page=min(int(number), 10_000) if number.isdecimal() and len(number) < 6 else 1,
        )

    def query(self, **changes) -> str:
        """The same question with changes, as it stands in an address."""
        asked = replace(self, **({"page": 1} | changes))
        values = {
            "view": asked.mode if asked.mode != "list" else "",
            "month": f"{asked.month:%Y-%m}" if asked.month and asked.mode == "month" else "",
            "from": asked.first.isoformat() if asked.first and asked.mode == "list" else "",
            **vars(asked.wanted),
            "page": str(asked.page) if asked.page > 1 else "",
        }
        return "?" + urlencode({name: value for name, value in values.items() if value})


def as_day(text: str) -> datetime.date | None:
    try:
        day = datetime.date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.year in YEARS else None


def month_weeks(page: Page, *, first: datetime.date, wanted: Wanted) -> list[list[Day]]:
    """The weeks of a month from Monday, every date on each of its days."""
    weeks = calendar.Calendar().monthdatescalendar(first.year, first.month)
    found = list(between(dates_near(page, wanted=wanted), weeks[0][0], weeks[-1][-1]).order_by("start", "pk"))
    today = timezone.localdate()
    on: dict[datetime.date, list[EventDate]] = {}
    for date in found:
        day = max(date.local_start.date(), weeks[0][0])
        while day <= min(date.last_day, weeks[-1][-1]):
            on.setdefault(day, []).append(date)
            day += datetime.timedelta(days=1)
    return [[Day(day, on.get(day, []), day.month == first.month, day == today) for day in week] for week in weeks]


def neighbour(first: datetime.date, *, months: int) -> datetime.date:
    """The first day of the month so many months away."""
    number = first.year * 12 + first.month - 1 + months
    return datetime.date(number // 12, number % 12 + 1, 1)


def calendar_view(page: Page, *, query) -> dict:
    """Everything the calendar page shows for an address."""
    asked = Asked.read(query)
    found = {"asked": asked, "choices": choices(page, wanted=asked.wanted), "feed": asked.wanted.chosen}
    if asked.mode == "month":
        first = asked.month or timezone.localdate().replace(day=1)
        here = replace(asked, month=first)
        return found | {
            "asked": here,
            "month": first,
            "weeks": month_weeks(page, first=first, wanted=asked.wanted),
            "earlier": here.query(month=neighbour(first, months=-1)),
            "later": here.query(month=neighbour(first, months=1)),
            "as_list": here.query(mode="list", first=max(first, timezone.localdate())),
            "as_month": here.query(),
        }
    return found | listed(page, asked=asked)


def listed(page: Page, *, asked: Asked) -> dict:
    dates = dates_near(page, wanted=asked.wanted)
    if asked.mode == "past":
        dates = dates.filter(start__lt=start_of_today()).exclude(end__gt=start_of_today()).order_by("-start", "-pk")
    else:
        dates = between(dates, asked.first or timezone.localdate()).order_by("start", "pk")
    skipped = (asked.page - 1) * ON_ONE_PAGE
    found = list(dates[skipped : skipped + ON_ONE_PAGE + 1])  # one more than is shown: whether there is a next page
    by_month: dict[datetime.date, list[EventDate]] = {}
    for date in found[:ON_ONE_PAGE]:
        by_month.setdefault(date.local_start.date().replace(day=1), []).append(date)
    day = asked.first or timezone.localdate()
    return {
        "months": list(by_month.items()),
        "earlier": asked.query(page=asked.page - 1) if asked.page > 1 else "",
        "later": asked.query(page=asked.page + 1) if len(found) > ON_ONE_PAGE else "",
        "as_list": asked.query(mode="list"),
        "as_month": asked.query(mode="month", month=day.replace(day=1)),
        "past": asked.query(mode="past"),
    }

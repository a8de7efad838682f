"""The calendar on the web: as a list and by month, as visitors want it, without JavaScript, with few questions."""

import datetime
import re

import html5lib
import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from wagtail.models import PageViewRestriction

from cms.core.calendar import Wanted
from cms.events.calendar import month_weeks
from cms.events.models import EventDate, EventPage
from tests.bodies import ARABIC, translate_tree
from tests.events.content import access, change, make_event, make_index, make_series, moment, rhythm
from tests.kept import kept

pytestmark = pytest.mark.django_db


@pytest.fixture
def index(home):
    return kept("calendar", lambda: make_index(home))


@pytest.fixture
def december(index):
    """A breakfast every first Sunday, once cancelled; a festival of two days; a meeting in another district."""
    with time_machine.travel(datetime.datetime(2036, 11, 20, 12, tzinfo=datetime.UTC), tick=True):
        make_event(
            index,
            title="Frühstück",
            times=[
                rhythm("first", "2036-11-01", "2037-03-31", weekdays=["SU"]),
                change("2036-12-07", words="Die Heizung ist kaputt."),
                change("2037-01-04", "moved", new_date=datetime.date(2037, 1, 11), words="Eine Woche später."),
            ],
            topic="together",
            kind="meeting",
            access=[("access", access("ar", "uk", kind="interpreting"))],
        )
        make_event(
            index,
            title="Straßenfest",
            dates=[(moment(2036, 12, 30, 14, 0), moment(2037, 1, 1, 22, 0))],
            kind="culture",
            topic="culture",
            district="Nordend",
            access=[],
        )
        yield index


def shown(index, **query) -> str:
    response = Client().get(index.url, query)
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def titles(html: str) -> list[str]:
    return re.findall(r'class="agenda__title"[^>]*><a[^>]*>([^<]+)</a>', html)


def test_the_list_says_what_comes_and_what_has_changed(december):
    html = shown(december)
    assert titles(html)[:3] == ["Frühstück", "Straßenfest", "Frühstück"]
    assert "Abgesagt" in html and "Die Heizung ist kaputt." in html
    assert "Verlegt vom 4. Januar" in html and "Eine Woche später." in html


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ({"kind": "culture"}, {"Straßenfest"}),
        ({"topic": "together"}, {"Frühstück"}),
        ({"district": "Nordend"}, {"Straßenfest"}),
        ({"language": "uk"}, {"Frühstück"}),
        ({"language": "uk", "district": "Nordend"}, set()),
        ({"kind": "nonsense", "page": "-1", "from": "gestern"}, {"Straßenfest", "Frühstück"}),
        ({"from": "2037-02-01"}, {"Frühstück"}),
        ({"from": "2037-05-01"}, set()),
    ],
)
def test_visitors_find_what_they_look_for(december, query, found):
    html = shown(december, **query)
    assert set(titles(html)) == found
    if not found and "language" in query:
        assert "Wählen Sie weniger Filter" in html


def test_the_filter_offers_only_what_there_is_and_keeps_what_was_chosen(december):
    html = shown(december, district="Nordend")
    assert '<option value="Nordend" selected>Nordend</option>' in html and 'value="Südstadt"' in html
    assert "Ukrainisch</option>" in html and "Polnisch</option>" not in html


def test_a_month_is_a_table_with_every_date_on_each_of_its_days(december):
    html = shown(december, view="month", month="2036-12")
    assert "Termine im Dezember 2036</caption>" in html
    assert html.count('<th scope="col">') == 7
    assert html.count("Straßenfest</bdi>") == 3  # two days of December, and New Year's Day in the last week
    assert "Die Heizung" not in html and "Abgesagt" in html
    assert html5lib.HTMLParser().parse(html) is not None
    assert "month=2036-11" in html and "month=2037-01" in html


@pytest.mark.parametrize("month", ["2028-02", "2027-12", "2027-03", "2027-10"])
def test_every_day_of_a_month_is_there_once(index, month):
    first = datetime.date.fromisoformat(f"{month}-01")
    days = [day.day for week in month_weeks(index, first=first, wanted=Wanted()) for day in week]
    assert len(days) == len(set(days)) and len(days) % 7 == 0 and days[0].weekday() == 0
    inside = [day for day in days if day.month == first.month]
    assert inside == [first + datetime.timedelta(days=number) for number in range(len(inside))]


@pytest.mark.parametrize("month", ["9999-12", "0000-00", "x", "2036-13", "2100-12", "2000-01"])
def test_a_month_that_does_not_exist_breaks_nothing(index, month):
    assert "<table" in shown(index, view="month", month=month)


def test_today_is_marked(index):
    with time_machine.travel(datetime.datetime(2028, 2, 29, 22, 59, tzinfo=datetime.UTC)):  # one minute before midnight
        assert "2028-02-29" in re.search(r'<time datetime="([^"]+)" aria-current="date">', shown(index, view="month"))[1]
    with time_machine.travel(datetime.datetime(2028, 2, 29, 23, 1, tzinfo=datetime.UTC)):
        assert "2028-03-01" in re.search(r'<time datetime="([^"]+)" aria-current="date">', shown(index, view="month"))[1]


def test_on_new_years_eve_the_list_goes_on_in_january(index):
    make_event(index, title="Danach", dates=[(moment(2037, 1, 1, 10, 0), None)])
    with time_machine.travel(datetime.datetime(2036, 12, 31, 20, tzinfo=datetime.UTC)):
        html = shown(index)
    assert titles(html) == ["Danach"] and "Januar <span>2037</span>" in html


def test_many_dates_on_one_day_are_counted_and_linked(index):
    for number in range(8):
        make_event(index, title=f"Termin {number}", dates=[(moment(2036, 12, 5, 10 + number, 0), None)])
    html = shown(index, view="month", month="2036-12")
    assert "3 weitere" in html and "from=2036-12-05" in html


def test_a_page_behind_a_password_is_not_in_the_calendar(index):
    secret = make_event(index, title="Geheim")
    make_event(index, title="Offen")
    PageViewRestriction.objects.create(page=secret, restriction_type=PageViewRestriction.PASSWORD, password="x")
    assert titles(shown(index)) == ["Offen"]


def test_a_draft_is_in_no_calendar_and_an_unpublished_event_leaves_it(index):
    event = make_event(index, title="Weg")
    assert titles(shown(index)) == ["Weg"]
    event.unpublish()
    assert titles(shown(index)) == []


def test_the_calendar_speaks_arabic(december, locales):
    arabic = translate_tree(december, locale=locales["ar"], words=ARABIC)
    page = EventPage.objects.get(title="Frühstück").copy_for_translation(locales["ar"])
    page.title = "فطور"
    page.save_revision().publish()
    html = shown(arabic, view="month", month="2036-12")
    assert 'dir="rtl"' in html and "٢٠٣٦" in html and "أُلغي" in html
    assert "العربية</option>" in html


def test_a_cancelled_date_is_cancelled_in_every_language_at_once(index, locales):
    german = make_event(index, title="Frühstück", times=[rhythm("week", "2036-12-06", "2036-12-20")])
    arabic_index = translate_tree(index, locale=locales["ar"], words=ARABIC)
    arabic = german.copy_for_translation(locales["ar"])
    arabic.title = "فطور"
    arabic.save_revision().publish()
    raw = german.times.get_prep_value()
    german.times = [*[(block.block_type, block.value) for block in german.times], change("2036-12-13", words="Glatteis")]
    german.save_revision().publish()
    states = EventDate.objects.filter(event=arabic).order_by("start").values_list("state", "note")
    assert list(states) == [("planned", ""), ("cancelled", ""), ("planned", "")]
    html = shown(arabic_index)
    assert "أُلغي" in html and "Glatteis" not in html
    # What the translator publishes later, from a draft of before, does not bring it back.
    old = EventPage.objects.get(pk=arabic.pk)
    old.times = old.times.stream_block.to_python(raw)
    old.save_revision().publish()
    assert EventDate.objects.filter(event=arabic, state="cancelled").count() == 1


def test_rows_of_dates_stay_the_same_when_a_date_is_moved(index):
    event = make_event(index, dates=[(moment(2036, 12, 6, 10, 0), None), (moment(2036, 12, 7, 10, 0), None)])
    first, second = EventDate.objects.filter(event=event).order_by("start")
    raw = event.times.get_prep_value()
    raw[0]["value"]["date"] = "2036-12-08"
    event.times = event.times.stream_block.to_python(raw)
    event.save_revision().publish()
    first.refresh_from_db()
    assert timezone.localtime(first.start).day == 8
    assert set(EventDate.objects.filter(event=event).values_list("pk", flat=True)) == {first.pk, second.pk}


def test_the_events_of_a_tour_stand_in_the_calendar(index):
    make_event(make_series(index), title="Der Rat steht im Nordend")
    assert titles(shown(index)) == ["Der Rat steht im Nordend"]


@pytest.fixture
def two_thousand(index):
    """In one month, straight into the database: what the calendar asks for is the same."""
    event = make_event(index, title="Vorlage", access=[("access", access("ar"))])
    start = moment(2036, 12, 1, 9, 0)
    made = []
    for number in range(2000):
        copy = EventPage(
            title=f"Termin {number}",
            draft_title=f"Termin {number}",
            slug=f"termin-{number}",
            path=f"{event.path[:-4]}{number + 4000:04d}",
            depth=event.depth,
            url_path=f"{index.url_path}termin-{number}/",
            locale_id=event.locale_id,
            content_type_id=event.content_type_id,
            live=True,
            place="Feuerwache",
            district=f"Viertel {number % 12}",
            kind=("culture", "meeting")[number % 2],
            spoken=",ar,de,",
        )
        made.append(copy)
    insert(made)
    EventDate.objects.bulk_create(
        [EventDate(event=page, key="d", start=start + datetime.timedelta(hours=number % 720)) for number, page in enumerate(made)]
    )
    return index


def insert(pages: list[EventPage]) -> None:
    """Rows of both tables: bulk_create() does not know inheritance."""
    from django.db.models.sql import InsertQuery
    from wagtail.models import Page

    bases = [
        Page(**{field.attname: getattr(page, field.attname) for field in Page._meta.concrete_fields if field.attname != "id"})
        for page in pages
    ]
    Page.objects.bulk_create(bases, batch_size=400)
    for page, base in zip(pages, bases, strict=True):
        page.pk = page.page_ptr_id = base.pk
    for begin in range(0, len(pages), 200):
        query = InsertQuery(EventPage)
        query.insert_values(EventPage._meta.local_concrete_fields, pages[begin : begin + 200])
        query.get_compiler("default").execute_sql()


@pytest.mark.parametrize("view", [{"view": "month", "month": "2036-12"}, {"from": "2036-12-01"}])
def test_two_thousand_events_cost_twelve_questions(two_thousand, django_assert_max_num_queries, view):
    client = Client()
    assert client.get(two_thousand.url, view).status_code == 200
    with django_assert_max_num_queries(12) as asked:
        client.get(two_thousand.url, view)
    assert len(asked) > 1

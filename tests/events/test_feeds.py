"""Feeds: what other calendars make of them, read by icalendar and by vobject, which refuses what the norm forbids."""

import datetime

import icalendar
import pytest
import time_machine
import vobject
from django.test import Client

from tests.bodies import ARABIC, translate_tree
from tests.events.content import access, change, make_event, make_index, moment, rhythm

pytestmark = pytest.mark.django_db
NOVEMBER = datetime.datetime(2036, 11, 20, 12, tzinfo=datetime.UTC)


@pytest.fixture
def breakfast(home):
    """Across the end of winter time; the second date is cancelled, the third moved."""
    with time_machine.travel(NOVEMBER, tick=True):
        yield make_event(
            make_index(home),
            title="Brot, Tee; und Käse",
            times=[
                rhythm("last", "2037-01-01", "2037-04-30", weekdays=["SU"]),
                change("2037-02-22", words="Glatteis"),
                change("2037-03-29", "moved", new_date=datetime.date(2037, 4, 5), place="Bücherei"),
            ],
            topic="together",
            access=[("access", access("ar", kind="interpreting"))],
        )


def feed(path: str = "/de/events/calendar.ics", **query) -> bytes:
    response = Client().get(path, query)
    assert response.status_code == 200 and response["Content-Type"] == "text/calendar; charset=utf-8"
    return response.content


def entries(data: bytes) -> list:
    strict = vobject.readOne(data.decode())
    assert strict.validate(raiseException=True) is None or True
    read = icalendar.Calendar.from_ical(data)
    assert [event.errors for event in read.events] == [[]] * len(read.events)
    events = sorted(read.events, key=lambda event: event.start)
    assert len(getattr(strict, "vevent_list", [])) == len(events)
    return events


def test_every_date_is_an_entry_of_its_own_with_its_state(breakfast):
    found = entries(feed())
    assert [str(event["summary"]) for event in found] == ["Brot, Tee; und Käse"] * 4
    assert [str(event["status"]) for event in found] == ["CONFIRMED", "CANCELLED", "CONFIRMED", "CONFIRMED"]
    assert [int(event["sequence"]) for event in found] == [0, 2, 1, 0]
    assert "Glatteis" in found[1]["description"] and "Abgesagt" in found[1]["description"]
    assert len({event["uid"] for event in found}) == 4


def test_clocks_change_and_breakfast_does_not(breakfast):
    found = entries(feed())
    assert [event.start.strftime("%H:%M %z") for event in found] == ["09:30 +0100"] * 2 + ["09:30 +0200"] * 2
    data = feed()
    assert b"DTSTART;TZID=Europe/Berlin:" in data and data.count(b"BEGIN:VTIMEZONE") == 1
    zone = vobject.readOne(data.decode()).vevent_list[-1].dtstart.value
    assert zone.utcoffset() == datetime.timedelta(hours=2)


def test_a_moved_date_keeps_its_name_so_that_it_replaces_the_old_one(breakfast):
    before = {str(event["uid"]) for event in entries(feed())}
    raw = breakfast.times.get_prep_value()
    breakfast.times = breakfast.times.stream_block.to_python(raw[:1])
    breakfast.save_revision().publish()
    assert {str(event["uid"]) for event in entries(feed())} == before


def test_a_moved_date_is_where_it_is_now(breakfast):
    moved = entries(feed())[2]
    assert moved.start.date() == datetime.date(2037, 4, 5)
    assert moved["location"].startswith("Bücherei") and "Gaswerkstraße" not in moved["location"]


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ({"topic": "together"}, 4),
        ({"topic": "sport"}, 0),
        ({"district": "Südstadt"}, 4),
        ({"language": "ar"}, 4),
        ({"language": "uk"}, 0),
    ],
)
def test_a_feed_holds_what_was_asked_for(breakfast, query, count):
    assert len(entries(feed(**query))) == count


def test_a_feed_speaks_the_language_of_its_address(breakfast, locales):
    translate_tree(breakfast.get_parent().specific, locale=locales["ar"], words=ARABIC)
    page = breakfast.copy_for_translation(locales["ar"])
    page.title = "فطور"
    page.save_revision().publish()
    found = entries(feed("/ar/events/calendar.ics"))
    assert {str(event["summary"]) for event in found} == {"فطور"}
    assert {event["uid"] for event in found} == {event["uid"] for event in entries(feed())}


def test_lines_are_folded_by_the_norm(breakfast):
    data = feed()
    assert all(len(line) <= 75 for line in data.split(b"\r\n")) and b"\n" not in data.replace(b"\r\n", b"")


def test_one_event_has_a_file_of_its_own(breakfast):
    assert len(entries(feed(f"/de/events/{breakfast.slug}.ics"))) == 4
    assert Client().get("/de/events/gibt-es-nicht.ics").status_code == 404


def test_a_reader_that_has_it_already_is_told_so(breakfast):
    response = Client().get("/de/events/calendar.ics")
    again = Client().get("/de/events/calendar.ics", headers={"if-none-match": response["ETag"]})
    assert again.status_code == 304 and again.content == b""


def test_a_language_without_pages_has_no_feed(breakfast):
    assert Client().get("/uk/events/calendar.ics").status_code == 404


def test_a_feed_asks_few_questions(breakfast, django_assert_max_num_queries):
    for number in range(10):
        make_event(breakfast.get_parent(), title=f"Termin {number}", dates=[(moment(2036, 12, 1 + number, 10, 0), None)])
    feed()
    with django_assert_max_num_queries(8):
        feed()

"""Calendar files: what a reader's calendar makes of them."""

import icalendar
import pytest

from cms.events.ical import calendar_entry, calendar_file, date_component
from tests.events.content import make_event, make_index, moment

pytestmark = pytest.mark.django_db


@pytest.fixture
def event(home):
    return make_event(make_index(home), dates=[(moment(2026, 10, 24, 18, 0), moment(2026, 10, 25, 18, 0))])


def read(data: bytes):
    return icalendar.Calendar.from_ical(data).events[0]


def test_an_entry_has_time_place_and_address(event):
    entry = read(calendar_entry(event, event.all_dates[0]))
    assert entry["summary"] == "Wer wird Lotse?"
    assert entry["location"].startswith("Alte Feuerwache, Gaswerkstraße 5")
    assert entry["url"] == event.full_url and "Fladenbrot" in entry["description"]


def test_times_are_the_councils_across_the_end_of_summer_time(event):
    data = calendar_entry(event, event.all_dates[0])
    entry = read(data)
    assert entry.start.utcoffset().total_seconds() == 7200 and entry.end.utcoffset().total_seconds() == 3600
    assert b"DTSTART;TZID=Europe/Berlin:20261024T180000" in data and b"BEGIN:VTIMEZONE" in data
    assert len(data) < 3000  # not the clock changes of seventy years


def test_a_cancelled_entry_takes_itself_out_of_the_calendar(event):
    data = calendar_entry(event, event.all_dates[0], uid="a@b", sequence=2, cancelled=True)
    assert b"METHOD:CANCEL" in data
    entry = read(data)
    assert entry["status"] == "CANCELLED" and entry["sequence"] == 2 and entry["uid"] == "a@b"


def test_what_people_type_cannot_become_a_property(event):
    event.title = "Brot; Käse, Tee\r\nATTENDEE:mailto:evil@example.org"
    data = calendar_entry(event, event.all_dates[0], note="\r\nX-EVIL:1")
    assert b"\r\nATTENDEE" not in data and b"\r\nX-EVIL" not in data
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))


def test_a_calendar_of_several_entries_names_itself(event):
    entries = [date_component(event, date) for date in event.all_dates]
    calendar = icalendar.Calendar.from_ical(calendar_file(entries, name="Termine", refresh_hours=12))
    assert calendar["x-wr-calname"] == "Termine" and len(calendar.events) == 1


def test_an_empty_calendar_is_a_calendar():
    assert icalendar.Calendar.from_ical(calendar_file([])).events == []

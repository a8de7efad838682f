"""Rhythms become the right days and hours: at the end of the year, on leap days, and when the clocks change."""

import datetime

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from cms.events.blocks import TimesBlock
from cms.events.recurrence import MOST_DATES, State, days_of, occurrences, rule_of
from tests.events.content import change, one_date, rhythm

BERLIN = timezone.get_default_timezone()


def stream(*blocks):
    return TimesBlock().normalize(list(blocks))


def days(*blocks) -> list[str]:
    return [f"{timezone.localtime(date.start):%Y-%m-%d}" for date in occurrences(stream(*blocks))]


def local(*parts: int) -> datetime.datetime:
    return datetime.datetime(*parts, tzinfo=BERLIN)


def test_every_first_saturday_until_summer():
    found = days(rhythm("first", "2027-01-01", "2027-04-30", weekdays=["SA"]))
    assert found == ["2027-01-02", "2027-02-06", "2027-03-06", "2027-04-03"]


def test_the_last_sunday_is_the_fifth_or_the_fourth():
    assert days(rhythm("last", "2026-11-01", "2027-02-28", weekdays=["SU"])) == [
        "2026-11-29",
        "2026-12-27",
        "2027-01-31",
        "2027-02-28",
    ]


def test_every_two_weeks_runs_over_the_end_of_the_year():
    assert days(rhythm("fortnight", "2026-12-16", "2027-01-27")) == ["2026-12-16", "2026-12-30", "2027-01-13", "2027-01-27"]


def test_two_days_of_every_week():
    assert days(rhythm("week", "2027-01-04", "2027-01-17", weekdays=["MO", "TH"])) == [
        "2027-01-04",
        "2027-01-07",
        "2027-01-11",
        "2027-01-14",
    ]


def test_the_thirty_first_is_left_out_where_there_is_none():
    assert days(rhythm("day", "2027-01-31", "2027-05-31")) == ["2027-01-31", "2027-03-31", "2027-05-31"]


def test_a_leap_day_comes_back_in_leap_years_only():
    assert days(rhythm("year", "2028-02-29", "2036-12-31")) == ["2028-02-29", "2032-02-29", "2036-02-29"]


def test_a_weekly_date_passes_the_leap_day():
    assert "2028-02-29" in days(rhythm("week", "2028-02-22", "2028-03-07"))


@pytest.mark.parametrize(
    ("first", "last", "offsets"), [("2027-03-27", "2027-03-28", (1, 2)), ("2027-10-30", "2027-10-31", (2, 1))]
)
def test_half_past_nine_stays_half_past_nine_when_the_clocks_change(first, last, offsets):
    found = occurrences(stream(rhythm("week", first, last, weekdays=["SA", "SU"])))
    local_starts = [timezone.localtime(date.start) for date in found]
    assert [(start.hour, start.minute) for start in local_starts] == [(9, 30), (9, 30)]
    assert tuple(start.utcoffset() // datetime.timedelta(hours=1) for start in local_starts) == offsets
    assert all(date.end - date.start == datetime.timedelta(hours=3) for date in found)


def test_a_time_that_the_night_leaves_out_is_an_hour_later():
    (date,) = occurrences(stream(one_date(local(2027, 3, 28, 2, 30))))
    assert timezone.localtime(date.start) == local(2027, 3, 28, 3, 30)


def test_a_night_of_twenty_five_hours_is_longer():
    (date,) = occurrences(stream(one_date(local(2027, 10, 30, 22, 0), local(2027, 10, 31, 4, 0))))
    assert date.end - date.start == datetime.timedelta(hours=7)


def test_a_party_ends_on_the_next_day():
    block = ("day", {"date": datetime.date(2026, 12, 31), "start": datetime.time(22), "end": datetime.time(2), "last": None})
    (date,) = occurrences(stream(block))
    assert timezone.localtime(date.end) == local(2027, 1, 1, 2, 0)


def test_holidays_are_left_out_and_cancelled_dates_are_not():
    found = occurrences(
        stream(
            rhythm("week", "2026-12-16", "2027-01-06", without=["2026-12-23"]),
            change("2026-12-30", words="Zwischen den Jahren schlafen alle aus."),
        )
    )
    assert [(f"{date.start:%d.%m.}", date.state) for date in found] == [
        ("16.12.", State.PLANNED),
        ("30.12.", State.CANCELLED),
        ("06.01.", State.PLANNED),
    ]
    assert found[1].note == "Zwischen den Jahren schlafen alle aus."


def test_a_moved_date_keeps_its_key_its_length_and_knows_where_it_stood():
    before = occurrences(stream(rhythm("last", "2027-03-28", "2027-03-28", weekdays=["SU"])))[0]
    blocks = [rhythm("last", "2027-03-28", "2027-03-28", weekdays=["SU"])]
    blocks.append(change("2027-03-28", "moved", new_date=datetime.date(2027, 4, 4), place="Bücherei"))
    after = occurrences(stream(*blocks))[0]
    assert after.key.partition(":")[2] == before.key.partition(":")[2] == "20270328"
    assert (after.state, after.was, after.place) == (State.MOVED, before.start, "Bücherei")
    assert timezone.localtime(after.start) == local(2027, 4, 4, 9, 30) and after.end - after.start == before.end - before.start


@pytest.mark.parametrize(
    ("planned", "moved_to"), [((2027, 10, 30), (2027, 11, 6)), ((2027, 11, 6), (2027, 10, 30)), ((2027, 3, 27), (2028, 2, 28))]
)
def test_a_night_moved_from_or_to_a_change_of_the_clock_ends_at_the_usual_time(planned, moved_to):
    begins, ends = datetime.timedelta(hours=22), datetime.timedelta(days=1, hours=4)
    day = local(*planned)
    blocks = [one_date(day + begins, day + ends), change(f"{day:%Y-%m-%d}", "moved", new_date=datetime.date(*moved_to))]
    (date,) = occurrences(stream(*blocks))
    assert timezone.localtime(date.start) == local(*moved_to) + begins
    assert timezone.localtime(date.end) == local(*moved_to) + ends


def test_dates_of_several_blocks_stand_in_order_of_time():
    assert days(rhythm("week", "2027-02-01", "2027-02-08"), one_date(local(2027, 1, 5, 10, 0))) == [
        "2027-01-05",
        "2027-02-01",
        "2027-02-08",
    ]


def test_the_rule_is_one_that_other_calendars_understand():
    _kind, value = rhythm("first", "2027-01-01", "2027-04-30", weekdays=["SA"])
    assert rule_of(value) == "FREQ=MONTHLY;BYDAY=1SA;UNTIL=20270430T235959"


def test_a_rhythm_never_runs_away():
    _kind, value = rhythm("week", "2027-01-01", "2090-01-01", weekdays=["MO", "TU", "WE", "TH", "FR", "SA", "SU"])
    assert len(days_of(value)) == MOST_DATES


@pytest.mark.parametrize(
    "blocks",
    [
        [rhythm("week", "2027-02-01", "2027-01-01")],
        [rhythm("first", "2027-01-04", "2027-01-20", weekdays=["FR"])],
        [rhythm("week", "2027-01-01", "2090-01-01")],
        [rhythm("week", "2027-02-01", "2027-03-01"), change("2027-02-02")],
        [rhythm("week", "2027-02-01", "2027-03-01"), change("2027-02-01", "moved")],
        [("day", {"date": datetime.date(2027, 1, 2), "start": datetime.time(9), "end": None, "last": datetime.date(2027, 1, 1)})],
    ],
    ids=["ends before it begins", "no such day", "too many", "change of nothing", "moved nowhere", "last before first"],
)
def test_what_makes_no_sense_is_refused(blocks):
    with pytest.raises(ValidationError):
        TimesBlock().clean(stream(*blocks))


def test_what_makes_sense_is_accepted():
    TimesBlock().clean(stream(rhythm("week", "2027-02-01", "2027-03-01"), change("2027-02-08")))

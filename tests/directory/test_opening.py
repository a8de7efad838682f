"""Opening hours: written as people write them, said in the reader's language."""

import pytest
from django.utils import translation

from cms.directory import opening
from cms.directory.fields import WeekFormField

WEEK = opening.parse_week("Mo–Do 9–12, 14–16.30; Fr 9–12")


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("9–12, 14–16.30", [["09:00", "12:00"], ["14:00", "16:30"]]),
        ("14-16.30 und 9-12 Uhr", [["09:00", "12:00"], ["14:00", "16:30"]]),
        ("9.00 bis 12:15", [["09:00", "12:15"]]),
        ("0–24", [["00:00", "24:00"]]),
        ("geschlossen", []),
        ("  ", []),
    ],
)
def test_a_day_is_read_as_people_write_it(text, spans):
    assert opening.parse_day(text) == spans


@pytest.mark.parametrize(
    "text", ["neun bis zwölf", "9", "16–9", "25–26", "9–13, 12–14", "9–10, 11–12, 13–14, 15–16, 17–18", "9–12<script>"]
)
def test_what_is_no_time_is_refused_with_a_reason(text):
    with pytest.raises(opening.OpeningError, match="."):
        opening.parse_day(text)


@pytest.mark.parametrize("text", ["Mo", "Fr–Mo 9–12", "Xy 9–12", "Mo–Do neun"])
def test_a_week_that_cannot_be_read_is_refused(text):
    with pytest.raises(opening.OpeningError):
        opening.parse_week(text)


def test_a_week_survives_being_written_and_read_again():
    assert opening.week_as_text(WEEK) == "Mo–Do 9–12, 14–16.30; Fr 9–12"
    assert opening.parse_week(opening.week_as_text(WEEK)) == WEEK


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("de", "Mo–Do 9 bis 12 Uhr, 14 bis 16.30 Uhr · Fr 9 bis 12 Uhr"),
        ("en", "Mon–Thu 09:00 to 12:00, 14:00 to 16:30 · Fri 09:00 to 12:00"),
    ],
)
def test_days_with_the_same_hours_are_said_together(language, said):
    with translation.override(language):
        assert opening.in_words(WEEK) == said


def test_arabic_says_the_days_in_full_with_its_own_digits():
    with translation.override("ar"):
        days, times = opening.lines(WEEK)[0]
    assert days == "من الاثنين إلى الخميس" and "٠٩:٠٠" in times


def test_the_form_has_a_line_for_each_day_and_says_which_time_is_wrong():
    field = WeekFormField(required=False)
    assert field.clean(["9-12", "", "", "", "", "", ""])[0] == [["09:00", "12:00"]]
    assert field.clean([""] * 7) == []
    assert field.widget.decompress(WEEK)[0] == "9–12, 14–16.30"
    with pytest.raises(Exception, match="13-12"):
        field.clean(["13-12", "", "", "", "", "", ""])


def test_nothing_is_said_where_nothing_is_known():
    assert opening.in_words([]) == "" and opening.in_words(None) == "" and opening.week_as_text([]) == ""

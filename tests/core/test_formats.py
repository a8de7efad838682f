"""Dates as people write them who read the language."""

import datetime

import pytest
from django.utils import translation
from django.utils.formats import date_format

from cms.events.wording import day

MOMENT = datetime.datetime(2027, 10, 3, 16, 5)  # noqa: DTZ001 -- as it is shown


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("de", ["3. Oktober 2027", "3. Oktober", "Sonntag, 3. Oktober 2027"]),
        ("de-x-leicht", ["3. Oktober 2027", "3. Oktober", "Sonntag, 3. Oktober 2027"]),
        ("en", ["3 October 2027", "3 October", "Sunday, 3 October 2027"]),
        ("tr", ["3 Ekim 2027", "3 Ekim", "3 Ekim 2027, Pazar"]),
        ("uk", ["3 жовтня 2027 р.", "3 жовтня", "Неділя, 3 жовтня 2027"]),
        ("ar", ["3 أكتوبر 2027", "3 أكتوبر", "الأحد، ٣ أكتوبر ٢٠٢٧"]),
    ],
)
def test_the_day_comes_first_and_months_stand_in_the_right_case(language, words):
    with translation.override(language):
        assert [date_format(MOMENT), date_format(MOMENT, "MONTH_DAY_FORMAT"), day(MOMENT.date())] == words


@pytest.mark.parametrize("language", ["de", "en", "ar"])
def test_nobody_reads_a_day_as_a_month(language):
    with translation.override(language):
        short = date_format(MOMENT, "SHORT_DATETIME_FORMAT")
    assert short.startswith(("03", "3 ")) and "16:05" in short

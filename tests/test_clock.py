"""There is one clock, the council's: what is said about a moment is said on it, whoever looks and however late at night."""

import datetime

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone
from wagtail.users.models import UserProfile

from cms.campaigns.models import ReleaseEvent
from cms.events.models import EventDate, Occasion
from cms.participation.models import Step
from newsletter.exchange.columns import day_of
from newsletter.exchange.judging import consent_moment
from newsletter.models import ConsentEvent, Feedback
from newsletter.office.forms import SendForm
from newsletter.towns import consent_in

NEW_YEAR = datetime.datetime(2027, 1, 1, 0, 30, tzinfo=timezone.get_default_timezone()).astimezone(datetime.UTC)


@pytest.mark.parametrize(
    "row",
    [ReleaseEvent(at=NEW_YEAR), Step(at=NEW_YEAR), ConsentEvent(at=NEW_YEAR), Feedback(received_at=NEW_YEAR)],
    ids=lambda row: type(row).__name__,
)
def test_half_an_hour_after_midnight_is_not_yesterday(row):
    assert str(row).endswith("2027-01-01 00:30")


def test_a_consent_taken_along_to_another_town_is_of_the_day_on_which_it_was_given():
    assert consent_in([{"kind": "confirmed", "at": NEW_YEAR.isoformat()}]) == datetime.date(2027, 1, 1)


@pytest.mark.parametrize("kind", [EventDate, Occasion])
def test_a_party_on_new_years_eve_is_of_one_day_in_the_calendar_and_for_those_who_registered(kind):
    date = kind(start=NEW_YEAR - datetime.timedelta(hours=4), end=NEW_YEAR + datetime.timedelta(hours=2))
    assert date.one_day


@pytest.mark.django_db
def test_an_editor_far_away_types_the_councils_time(client, editor, home):
    """What is typed as 18 o'clock must be 18 o'clock on the poster, so nobody gets a clock of their own."""
    client.force_login(editor)
    address = reverse("wagtailadmin_account")
    assert "current_time_zone" not in client.get(address).content.decode()
    client.post(address, {"locale-preferred_language": "de", "locale-current_time_zone": "America/New_York"})
    assert UserProfile.get_for_user(editor).get_current_time_zone() == "Europe/Berlin"


@time_machine.travel("2027-01-01T12:00:00+00:00")
@pytest.mark.parametrize("typed", ["2027-03-28 02:30", "2027-10-31 02:30"])
def test_a_time_that_the_clock_leaves_out_or_shows_twice_is_asked_about_and_never_guessed(typed):
    form = SendForm({"people": 3, "at": typed})
    assert not form.is_valid() and "Europe/Berlin" in str(form.errors["at"])
    assert SendForm({"people": 3, "at": typed.replace("02:30", "03:30")}).is_valid()


def test_a_day_to_come_is_refused_until_it_is_there():
    """Also by a worker that has been asked before."""
    with time_machine.travel("2026-12-31T12:00:00+00:00"):
        assert day_of("01.01.2027") is None
    with time_machine.travel("2026-12-31T23:30:00+00:00"):
        assert day_of("01.01.2027") == datetime.date(2027, 1, 1), "half an hour after midnight in the town"


@time_machine.travel("2027-01-01T07:00:00+00:00", tick=False)
def test_a_consent_of_this_morning_was_not_given_at_noon():
    assert consent_moment(datetime.date(2027, 1, 1)) == timezone.now()
    assert consent_moment(datetime.date(2026, 12, 31)).hour == 12

"""Events in every medium: when, where, who, and how people get in."""

import datetime
import json
import re

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from cms.core.medium import Medium
from cms.renditions.render import render
from tests.bodies import ARABIC, translate_tree
from tests.events.content import make_event, make_index, moment
from tests.kept import kept
from tests.test_matrix import well_formed

pytestmark = pytest.mark.django_db


@pytest.fixture
def index(home):
    return kept("calendar", lambda: make_index(home))


@pytest.fixture
def event(index):
    return kept("event", lambda: make_event(index))


def output(page, medium: Medium) -> str:
    if medium is Medium.WEB:
        response = Client().get(page.url)
        assert response.status_code == 200
        return response.content.decode()
    rendition = render(page, medium=medium)
    assert rendition.problems == []
    return rendition.content


@pytest.mark.parametrize("medium", list(Medium))
def test_an_event_says_when_and_where(event, medium):
    source = output(event, medium)
    out = " ".join(source.split())
    assert "Wer wird Lotse?" in out
    assert "Samstag, 29. November 2036" in out and "9.30 bis 12.30 Uhr" in out
    assert "Alte Feuerwache" in out
    if medium is not Medium.PRINT:
        assert "Hoa Tran, Lotsin; Ines Kaltwasser, Büro" in out and "Ohne Stufen" in out
    if medium is not Medium.TEXT:
        assert well_formed(source, medium) == []


@pytest.mark.parametrize("medium", list(Medium))
def test_an_event_speaks_arabic(event, locales, medium):
    translate_tree(event.get_parent().specific, locale=locales["ar"], words=ARABIC)
    page = event.copy_for_translation(locales["ar"])
    page.title = "من سيكون مرشدًا؟"
    page.save_revision().publish()
    out = output(page, medium)
    assert "مرشدًا" in out and "٢٩" in out
    assert [date.start for date in page.all_dates] == [date.start for date in event.all_dates]
    if medium is not Medium.TEXT:
        assert 'dir="rtl"' in out and well_formed(out, medium) == []


@pytest.mark.parametrize("medium", [Medium.WEB, Medium.EMAIL, Medium.TEXT])
def test_the_list_has_the_next_event_first_and_the_past_apart(index, medium):
    late = make_event(index, title="Später", dates=[(moment(2037, 1, 1, 10, 0), None)])
    # Its first date is long over, its next comes before all others.
    soon = make_event(index, title="Bald", dates=[(moment(2020, 1, 1, 10, 0), None), (moment(2036, 6, 1, 10, 0), None)])
    make_event(index, title="Vorbei", dates=[(moment(2020, 1, 1, 10, 0), None)])
    assert index.upcoming() == [soon, late]
    out = output(index, medium)
    assert out.index("Bald") < out.index("Später")
    assert "Vorbei" not in out


def test_what_was_has_an_address_of_its_own(index):
    make_event(index, title="Vorbei", dates=[(moment(2020, 1, 1, 10, 0), None)])
    make_event(index, title="Bald", dates=[(moment(2036, 6, 1, 10, 0), None)])
    page = Client().get(index.url, {"view": "past"}).content.decode()
    assert "Vorbei" in page and "Bald" not in page


def test_an_event_today_is_still_to_come(index):
    start = timezone.localtime().replace(hour=0, minute=1)
    event = make_event(index, title="Heute", dates=[(start, None)])
    assert index.upcoming() == [event]


def test_what_has_no_end_is_over_with_its_day_and_not_a_minute_after_it_began(index):
    event = make_event(index, title="Treff", dates=[(moment(2028, 2, 29, 18, 0), None)])
    for now, is_over in ((moment(2028, 2, 29, 18, 1), False), (moment(2028, 3, 1, 0, 0), True)):
        with time_machine.travel(now, tick=False):
            assert ("Das ist vorbei" in Client().get(event.url).content.decode()) is is_over


@time_machine.travel(moment(2037, 1, 1, 0, 30), tick=False)
def test_a_party_into_the_new_year_and_a_feast_of_three_days_are_not_over_at_midnight(index):
    party = make_event(index, title="Silvester", dates=[(moment(2036, 12, 31, 20, 0), moment(2037, 1, 1, 2, 0))])
    feast = make_event(index, title="Winterfest", dates=[(moment(2036, 12, 30, 10, 0), moment(2037, 1, 1, 18, 0))])
    over = make_event(index, title="Jahresrückblick", dates=[(moment(2036, 12, 31, 10, 0), moment(2036, 12, 31, 12, 0))])
    assert index.upcoming() == [feast, party]
    coming, past = (Client().get(index.url, {"view": view}).content.decode() for view in ("list", "past"))
    assert "Silvester" in coming and "Winterfest" in coming and over.title not in coming
    assert "Silvester" not in past and "Winterfest" not in past and over.title in past


def test_times_are_those_of_the_council_on_both_sides_of_the_change_to_summer_time(index):
    winter, summer = moment(2036, 3, 29, 9, 30), moment(2036, 3, 31, 9, 30)
    event = make_event(index, title="Umstellung", dates=[(winter, None), (summer, None)])
    assert [date.local_start.hour for date in event.all_dates] == [9, 9]
    assert {date.local_start.utcoffset() for date in event.all_dates} == {
        datetime.timedelta(hours=1),
        datetime.timedelta(hours=2),
    }


def test_search_engines_are_told(event):
    html = output(event, Medium.WEB)
    data = json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.S)[1])
    assert data["@type"] == "Event" and data["startDate"] == "2036-11-29T09:30:00+01:00"
    assert data["location"]["address"]["streetAddress"] == "Gaswerkstraße 5"


def test_a_title_cannot_break_out_of_the_description_for_search_engines(index):
    event = make_event(index, title="</script><script>alert(1)</script>", slug="boese")
    assert "<script>alert(1)" not in output(event, Medium.WEB)


def test_an_event_that_is_over_says_so(index):
    event = make_event(index, title="Vorbei", dates=[(moment(2020, 1, 1, 10, 0), None)])
    assert "Das ist vorbei." in output(event, Medium.WEB)


def test_a_speaker_deleted_from_the_directory_leaves_the_page_standing(event):
    from cms.directory.models import Organisation, Person

    Person.objects.all().delete()
    Organisation.objects.all().delete()
    fresh = type(event).objects.get(pk=event.pk)
    for medium in Medium:
        assert "Ines Kaltwasser" in output(fresh, medium) or medium is Medium.PRINT


def test_an_event_without_anything_but_a_title_is_shown(index):
    from cms.events.models import EventPage

    event = EventPage(title="Nur ein Titel", slug="nur-ein-titel")
    index.add_child(instance=event)
    event.save_revision().publish()
    for medium in Medium:
        assert "Nur ein Titel" in output(event, medium).replace("\u00a0", " ")
    assert index.upcoming() == []
    codes = [finding.code for product in event.products() for finding in event.print_objections(product)]
    assert set(codes) == {"event-no-date"}


def test_the_list_asks_few_questions(index, django_assert_max_num_queries):
    for number in range(6):
        make_event(index, title=f"Termin {number}")
    Client().get(index.url)
    with django_assert_max_num_queries(24):
        Client().get(index.url)

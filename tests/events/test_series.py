"""A tour with its stops and a week with its days: in every medium, on posters, flyers and as a folded programme."""

import json
import re

import pytest
from django.test import Client

from cms.collateral.models import CalendarPage
from cms.core.blocks import BodyBlock
from cms.core.calendar import entries
from cms.core.medium import Medium
from cms.renditions.inspection import look_at_pdf
from cms.renditions.pdf import Purpose, make_pdf
from cms.renditions.render import render
from tests.bodies import ARABIC, translate_tree
from tests.events.content import change, make_event, make_index, make_series, moment, one_date
from tests.kept import kept
from tests.test_matrix import well_formed

pytestmark = pytest.mark.django_db


@pytest.fixture
def tour(home):
    return kept("tour", lambda: make_tour(home))


def make_tour(home):
    """Two stops and one that is cancelled."""
    series = make_series(make_index(home))
    for number, (title, district) in enumerate([("Am Bahndamm", "Nordend"), ("Am Gaswerk", "Südstadt")]):
        make_event(series, title=title, district=district, dates=[(moment(2036, 12, 5 + 7 * number, 10, 0), None)])
    times = [one_date(moment(2036, 12, 19, 10, 0)), change("2036-12-19", words="Sturm")]
    make_event(series, title="Am Wehr", district="Weststadt", times=times)
    return series


def output(page, medium: Medium) -> str:
    if medium is Medium.WEB:
        return Client().get(page.url).content.decode()
    rendition = render(page, medium=medium)
    assert rendition.problems == []
    return rendition.content


@pytest.mark.parametrize("medium", [Medium.WEB, Medium.EMAIL, Medium.TEXT])
def test_a_tour_names_every_stop_and_what_has_changed(tour, medium):
    source = output(tour, medium)
    out = " ".join(source.split())
    assert out.index("Am Bahndamm") < out.index("Am Gaswerk") < out.index("Am Wehr")
    assert "Nordend" in out and "Abgesagt" in out and "Sturm" in out
    assert "5. Dezember bis" in out
    if medium is not Medium.TEXT:
        assert well_formed(source, medium) == []


@pytest.mark.parametrize("product", ["poster", "flyer", "leaflet"])
def test_paper_has_every_stop_that_takes_place_in_every_format_and_design(tour, product):
    offered = next(one for one in tour.products() if one.key == product)
    for sheet in offered.formats:
        for design in offered.designs:
            html = render(tour, medium=Medium.PRINT, product=offered.chosen(sheet=sheet, design=design.key)).content
            assert "Am Gaswerk" in html if product == "leaflet" else "Südstadt" in html, (sheet, design)
            assert "Weststadt" not in html and "Am Wehr" not in html


def make_long_week(home):
    """Thirty days: more than a small poster can hold."""
    series = make_series(make_index(home), title="Dreißig Tage")
    for day in range(1, 31):
        make_event(series, title=f"Tag {day} im Garten", dates=[(moment(2036, 9, day, 18, 0), None)])
    return series


@pytest.mark.parametrize("design", ["picture", "dates"])
def test_a_poster_names_as_many_dates_as_can_be_read_and_says_how_many_are_left(home, design):
    series = kept("long-week", lambda: make_long_week(home))
    product = next(one for one in series.products() if one.key == "poster").chosen(sheet="poster-a5", design=design)
    rendition = render(series, medium=Medium.PRINT, product=product)
    shown = rendition.content.count(' class="stop"')
    assert 6 <= shown < 30
    assert f"und {30 - shown} weitere Termine: <bdi>" in rendition.content
    findings = look_at_pdf(make_pdf(rendition, purpose=Purpose.PRESS), rendition=rendition, purpose=Purpose.PRESS)
    assert {finding["code"] for finding in findings}.isdisjoint({"overset", "type-small", "type-small-white", "text-cut"})


def test_a_tour_in_arabic_runs_from_the_right(tour, locales):
    translate_tree(tour.get_parent().specific, locale=locales["ar"], words=ARABIC)
    arabic = tour.copy_for_translation(locales["ar"])
    arabic.title = "جولة المجلس"
    arabic.save_revision().publish()
    for event in tour.get_children().specific():
        event.copy_for_translation(locales["ar"]).save_revision().publish()
    arabic = type(tour).objects.get(pk=arabic.pk)
    for medium in Medium:
        out = output(arabic, medium)
        assert "جولة المجلس" in out
        assert medium is Medium.TEXT or 'dir="rtl"' in out
    assert len(arabic.printed_stops) == 2


def test_an_empty_series_cannot_be_printed_and_breaks_nothing(home):
    series = make_series(make_index(home))
    assert "Im Moment ist nichts geplant." in output(series, Medium.WEB)
    assert {finding.code for product in series.products() for finding in series.print_objections(product)} == {"event-no-date"}
    assert [product.key for product in series.products()] == ["poster", "flyer"]


def test_an_event_says_what_it_is_part_of(tour):
    event = tour.get_children().first().specific
    assert f'href="{tour.url}"' in output(event, Medium.WEB)


def test_search_engines_know_what_is_cancelled_and_what_belongs_together(tour):
    data = structured(tour)
    assert data["@type"] == "EventSeries"
    status = [event["eventStatus"].rpartition("/")[2] for event in data["subEvent"]]
    assert status == ["EventScheduled", "EventScheduled", "EventCancelled"]
    assert structured(tour.get_children().first().specific)["superEvent"]["name"] == "Rat auf Tour"


def test_search_engines_know_where_a_moved_date_stood(home):
    import datetime

    moved = change("2036-12-19", "moved", new_date=datetime.date(2036, 12, 20))
    event = make_event(make_index(home), times=[one_date(moment(2036, 12, 19, 10, 0)), moved])
    data = structured(event)
    assert data["eventStatus"] == "https://schema.org/EventRescheduled"
    assert (data["startDate"], data["previousStartDate"]) == ("2036-12-20T10:00:00+01:00", "2036-12-19T10:00:00+01:00")


def structured(page) -> dict:
    html = Client().get(page.url).content.decode()
    return json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.S)[1])


def test_the_year_for_the_wall_is_fed_by_the_events(tour, home):
    make_event(tour.get_parent(), title="Jede Woche", overview=False, dates=[(moment(2036, 6, 1, 10, 0), None)])
    calendar = CalendarPage(title="Jahr", slug="jahr", year=2036)
    home.add_child(instance=calendar)
    assert [entry.title for entry in calendar.days_of_year()] == ["Am Bahndamm", "Am Gaswerk"]
    calendar.with_events = False
    assert calendar.days_of_year() == []


def test_a_block_shows_the_next_events_in_every_medium(tour, home):
    import datetime

    from home.models import StandardPage

    page = StandardPage(title="Mitmachen", slug="mitmachen")
    value = {"title": "Demnächst", "number": 2, "topic": "", "kind": "", "district": "", "show_in": ["web", "print", "email"]}
    page.body = BodyBlock().normalize([("next_dates", value)])
    home.add_child(instance=page)
    page.save_revision().publish()
    for medium in Medium:
        out = output(page, medium)
        assert "Demnächst" in out and "Am Bahndamm" in out and "Am Gaswerk" in out and "Am Wehr" not in out
        assert medium is Medium.TEXT or well_formed(out, medium) == []
    assert [entry.title for entry in entries(datetime.date(2036, 12, 6), near=page, most=1)] == ["Am Gaswerk"]

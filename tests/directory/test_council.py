"""The council: who sits in it on a day, how it is made up, what readers see of its sessions; its profile as a flyer."""

import datetime
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import Locale

from cms.core.medium import Medium
from cms.directory.composition import Composition
from cms.directory.models import Committee, CouncilPage, Mandate, Person, Session, Term
from cms.directory.models.mandates import members
from cms.directory.templatetags.directory_tags import halves, initials
from cms.renditions.render import render
from tests.factories import make_home
from tests.kept import kept

from .content import make_council, make_session, translated

pytestmark = pytest.mark.django_db


@pytest.fixture
def council(home):
    return kept("council", lambda: make_council(home))


def names(term, **more) -> list[str]:
    return [mandate.person.name for mandate in members(term, **more)]


def test_chairs_come_first_then_deputies_then_the_others(council):
    assert names(Term.objects.get()) == ["Jaspal Gill", "Omid Rahimi", "Georg Zandt", "Rosa Delgado"]


def test_who_left_or_comes_later_does_not_sit_today(council):
    Mandate.objects.filter(person__name="Rosa Delgado").update(ends=datetime.date(2026, 6, 30))
    assert "Rosa Delgado" not in names(Term.objects.get(), on=datetime.date(2026, 11, 21))
    assert "Rosa Delgado" in names(Term.objects.get(), on=datetime.date(2026, 6, 30))


def test_the_composition_is_counted_from_the_members(council):
    composition = Composition(members(Term.objects.get()))
    assert [(group.kind, len(group.members)) for group in composition.groups] == [("elected", 3), ("appointed", 1)]
    assert composition.lists == ["Vielfalt Lindenau", "Frauen mischen mit"]
    assert composition.chair.person.name == "Jaspal Gill"
    committee, rows = composition.committees[0]
    assert [mandate.person.name for mandate, _seat in rows] == ["Omid Rahimi", "Jaspal Gill"], "its own chair comes first"


def test_the_current_term_is_the_one_of_today(council):
    Term.objects.create(starts=datetime.date(2031, 11, 1), ends=datetime.date(2037, 10, 31))
    assert council.shown_term.starts.year == 2025


def test_readers_never_see_the_titles_of_what_is_not_public(council, client):
    for page in (client.get(council.url).content.decode(), render(council, medium=Medium.EMAIL).content):
        assert "Sprachmittler in jede Schule" in page
        assert "Huber" not in page
    assert "Huber" not in render(council, medium=Medium.TEXT).content
    assert Session.objects.filter(committee=None).get().closed_count == 1


def test_a_cancelled_session_says_so_on_the_web_and_is_not_printed(council, client):
    Session.objects.update(state=Session.State.CANCELLED)
    assert "Abgesagt" in client.get(council.url).content.decode()
    assert "Ratssaal" not in render(council, medium=Medium.PRINT).content


def test_only_public_sessions_of_the_whole_council_are_printed(council):
    printed = render(council, medium=Medium.PRINT).content
    assert printed.count("Ratssaal") == 1


def test_sessions_that_were_are_shown_if_there_is_something_to_read(council, client):
    make_session(days=-30, agenda=[("Bericht der Meldestelle", False)])
    make_session(days=-40)
    page = client.get(council.url).content.decode()
    assert "Bericht der Meldestelle" in page and page.count('class="session"') == 3


def test_in_arabic_committees_agenda_and_functions_are_arabic(council, client):
    arabic = Locale.objects.get_or_create(language_code="ar")[0]
    translated(Committee.objects.get(), "ar", name="لجنة المالية")
    session = Session.objects.get(committee=None)
    translated(session, "ar", agenda=[("item", {"title": "ترحيب", "text": "", "closed": False})])
    council.get_parent().specific.copy_for_translation(arabic).save_revision().publish()
    page = council.copy_for_translation(arabic)
    page.title = "المجلس"
    page.save_revision().publish()
    shown = client.get(page.url).content.decode()
    assert 'dir="rtl"' in shown and "لجنة المالية" in shown and "ترحيب" in shown and "رئيس" in shown
    assert "Finanzausschuss" not in shown


def test_a_large_council_needs_no_more_queries(council, client):
    term = Term.objects.get()
    client.get(council.url)
    with CaptureQueriesContext(connection) as few:
        client.get(council.url)
    for number in range(60):
        person = Person.objects.create(name=f"Mitglied {number}", locale=council.locale)
        Mandate.objects.create(person=person, term=term)
    with CaptureQueriesContext(connection) as many:
        assert client.get(council.url).content.count(b"bench__face") == 64
    assert len(many) <= len(few)


def test_the_profile_flyer_holds_composition_goals_and_sessions(council):
    for sheet in ("flyer-6-wrap", "flyer-6-zigzag"):
        printed = render(council, medium=Medium.PRINT, product=council.products()[0].chosen(sheet=sheet)).content
        for words in (
            "Er berät den Stadtrat.",
            "Vielfalt Lindenau",
            "Jaspal Gill",
            "Ziel 11",
            "Eine Woche vorher hier.",
            "data-qr",
        ):
            assert words in printed, words
        assert printed.count('class="fside"') == 2 and not re.search(r"\{\{|\{%", printed)


def test_goals_stand_in_two_panels_of_about_the_same_length(council):
    first, second = halves(council.goals)
    assert [len(first), len(second)] in ([5, 6], [6, 5])
    assert halves([]) == ([], [])


@pytest.mark.parametrize(("name", "letters"), [("Dr. Anjali Seidel-Rao", "AS"), ("Fatou Sarr", "FS"), ("Kalyna", "K"), ("", "")])
def test_a_member_without_a_portrait_has_initials(name, letters):
    assert initials(name) == letters


def test_a_council_page_without_a_council_is_served_all_the_same(client):
    home = make_home()
    page = CouncilPage(title="Der Rat", slug="rat", locale=home.locale)
    home.add_child(instance=page)
    page.save_revision().publish()
    assert client.get(page.url).status_code == 200
    for medium in (Medium.PRINT, Medium.EMAIL, Medium.TEXT):
        assert "Der Rat" in render(page, medium=medium).content


def test_an_unsaved_page_can_be_previewed():
    page = CouncilPage(title="Neu", slug="neu", locale=make_home().locale)
    assert page.next_sessions == [] and page.members == []

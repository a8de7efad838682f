"""Calendar, registration, directory, council, library and forms in a real browser: accessible, on every screen, by keyboard."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation
from wagtail.models import Locale

from cms.campaigns.mails import own_link as campaign_link
from cms.core.public_forms import MINIMUM_SECONDS
from cms.directory.checking import address as check_address
from cms.directory.models import LibraryPage
from cms.events.models import Registration
from cms.participation.calls.applying import own_link as application_link
from cms.participation.models import Application, Message
from cms.participation.receiving import own_link as message_link
from tests.bodies import ARABIC, translate_tree
from tests.campaigns.content import make_campaign, make_person
from tests.campaigns.test_moderation import make_submission
from tests.directory.content import make_council, make_directory, make_need, make_organisation, published
from tests.directory.papers import make_document
from tests.events.registering import link_in, mails, make_consultation, make_seminar, send
from tests.factories import make_home
from tests.participation.content import filled, make_contact, make_ideas, make_survey, make_volunteers, send_url
from tests.participation.test_calls import apply_url, entry, make_call
from tests.snapshots import Snapshot

from .conftest import axe_complaints, press, send_form
from .test_web_pages import overflow

pytestmark = [pytest.mark.slow, pytest.mark.once, pytest.mark.django_db(transaction=True)]


def build_town() -> list[str]:
    """A council with everything residents use, in German and in Arabic; returns the German addresses."""
    Locale.objects.get_or_create(language_code="ar")
    home = make_home()
    consultation, appointments = make_consultation(home)
    seminar, places = make_seminar(home, capacity=1)
    forms = [make_contact(home), make_volunteers(home), make_ideas(home), make_survey(home, results="always"), make_call(home)]
    campaign = make_campaign(home)
    make_need("Hilfe mit Papieren", key="papiere")
    house = make_organisation(week=[[["09:00", "12:00"]]] * 5 + [[], []])
    make_document()
    library = published(LibraryPage, home, title="Dokumente", slug="dokumente")
    pages = [consultation, seminar, *forms, campaign, make_person(campaign), library, make_directory(home), make_council(home)]
    for page in pages:
        translate_tree(page, locale=Locale.objects.get(language_code="ar"), words=ARABIC)
    index = seminar.get_parent().url
    private = [*registered(places), f"/de/events/registration/{appointments.pk}/", *written(forms[0], forms[-1])]
    private += [
        of("campaigns:own", campaign_link.token(str(make_submission(campaign).uid))),
        of("campaigns:take_part", campaign.slug),
    ]
    private += [f"{send_url(forms[3])}results/", re.sub(r"^https?://[^/]+", "", check_address(house))]
    return [index, f"{index}?view=month&month=2036-12", *[page.url for page in pages], *private]


def of(name: str, *args) -> str:
    with translation.override("de"):
        return reverse(name, args=args)


def registered(places) -> list[str]:
    """Thanks, the own page of somebody with a place and of somebody who waits, and the form when all places are taken."""
    thanks = send(places, name="Amira Saleh").url
    waiting = send(places, name="Bilal Mansour").url
    return [thanks, waiting, link_in(mails()[0]), link_in(mails()[-1]), f"/de/events/registration/{places.pk}/"]


def written(contact, call) -> list[str]:
    Client().post(send_url(contact), filled(contact, text="Der Bus fährt nicht.", email="meryem@example.org"))
    Client().post(apply_url(call), entry(call))
    message, application = Message.objects.get(), Application.objects.get()
    return [
        f"{send_url(contact)}thanks/",
        of("participation:own", message_link.token(message.pk)),
        of("participation:application", application_link.token(application.pk)),
    ]


@pytest.fixture(scope="module")
def town_as_built(migrated, django_db_blocker):
    """(addresses, snapshot); the pictures of the pages are already scaled."""
    with django_db_blocker.unblock():
        paths = build_town()
        for path in paths:
            assert Client().get(path).status_code == 200, path
        built = Snapshot()
        migrated.restore()
    return paths, built


@pytest.fixture
def paths(town_as_built, transactional_db) -> list[str]:
    town_as_built[1].restore()
    return town_as_built[0]


@pytest.mark.parametrize(("language", "width", "scheme"), [("de", 1280, "light"), ("ar", 360, "dark")])
def test_axe_finds_nothing_where_residents_come_to_the_council(open_page, paths, language, width, scheme):
    window = open_page(f"/{language}/", width=width, scheme=scheme)
    found = []
    for path in paths:
        path = f"/{language}/{path.removeprefix('/de/')}"
        assert window.goto(path).status == 200, path
        assert window.locator("html").get_attribute("lang") == language
        found += [f"{path}: {complaint}" for complaint in [axe_complaints(window)] if complaint]
        if overflow(window) > 0:
            found.append(f"{path} is {overflow(window)} px too wide")
    assert not found, "\n".join(found)


def tab_to(window, selector: str) -> None:
    """Goes on with the tab key until the element has the focus, and sees that it shows."""
    for _press in range(120):
        window.keyboard.press("Tab")
        if window.evaluate("selector => document.activeElement.matches(selector)", selector):
            shown = "getComputedStyle(document.activeElement).outlineStyle"
            assert window.evaluate(shown) != "none", selector
            return
    pytest.fail(f"the tab key does not reach {selector}")


def follow(window) -> None:
    """Presses Enter on what has the focus, and waits for the next page."""
    with window.expect_navigation():
        window.keyboard.press("Enter")


def test_from_the_month_to_a_registration_without_a_mouse(open_page, paths):
    window = open_page(paths[0])
    tab_to(window, ".calendar-views a[href*=month]")
    follow(window)
    window.goto(f"{paths[0]}?view=month&month=2036-11")
    tab_to(window, ".month-nav a[rel=next]")
    follow(window)
    assert "2036" in window.locator("#month").inner_text()
    tab_to(window, ".month__date a[href*=mitreden]")
    follow(window)
    tab_to(window, ".dates-open a.btn")
    follow(window)
    tab_to(window, "[name=name]")
    window.keyboard.type("Chidi Okonkwo")
    tab_to(window, "[name=address]")
    window.keyboard.type("chidi@example.org")
    tab_to(window, ".form form .btn")
    window.wait_for_timeout(MINIMUM_SECONDS * 1000)
    follow(window)
    assert window.locator("h1").inner_text() == "Sie stehen auf der Liste."
    assert Registration.objects.get(name="Chidi Okonkwo").state == Registration.State.WAITING


def test_an_appointment_is_chosen_with_the_arrow_keys(open_page, paths):
    window = open_page(next(path for path in paths if path.endswith("/sprechstunde/")))
    press(window.locator(".dates-open a.btn").first)
    tab_to(window, "[name=slot]")
    window.keyboard.press("Space")
    window.keyboard.press("ArrowDown")
    chosen = window.evaluate("document.querySelector('[name=slot]:checked').value")
    window.locator("[name=name]").fill("Rosa Delgado")
    window.locator("[name=address]").fill("rosa@example.org")
    send_form(window.locator(".form form .btn"))
    assert str(Registration.objects.get(name="Rosa Delgado").slot_id) == chosen

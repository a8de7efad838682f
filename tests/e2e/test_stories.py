"""What residents and the office tell about a day with the council, done in a real browser from the first page to the last."""

import datetime

import icalendar
import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone
from playwright.sync_api import expect
from wagtail.models import Locale

from cms.events.blocks import ChangeBlock, RegularlyBlock
from cms.events.models import EventPage, Registration
from cms.participation.calls import judging
from cms.participation.models import Application, CallPage
from tests.bodies import ARABIC, translate_tree
from tests.directory.content import make_directory, make_need, make_organisation, translated
from tests.events.content import make_index
from tests.events.registering import START, link_in, mails, make_consultation, make_seminar, send
from tests.factories import make_home
from tests.participation.content import stream
from tests.participation.test_calls import make_call

from .conftest import axe_complaints, patient, press, send_form
from .test_print_desk import add_block, publish
from .test_web_pages import overflow

pytestmark = [pytest.mark.slow, pytest.mark.once, pytest.mark.django_db(transaction=True, serialized_rollback=True)]

PHONE = {"width": 360, "has_touch": True, "is_mobile": True}
State = Registration.State


@pytest.fixture
def home(locales):
    return make_home()


@pytest.fixture
def desk(chromium, live_server, client):
    """Opens the admin for somebody, in a window of their own."""
    windows = []

    def open_for(user):
        client.force_login(user)
        context = patient(chromium.new_context(base_url=live_server.url, viewport={"width": 1280, "height": 900}, locale="de-DE"))
        context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}])
        windows.append(context)
        return context.new_page()

    yield open_for
    for context in windows:
        context.close()


def arabic(page):
    return translate_tree(page, locale=Locale.objects.get(language_code="ar"), words=ARABIC)


def fits(window) -> None:
    assert overflow(window) <= 0
    assert axe_complaints(window) == ""


def test_she_waits_for_a_place_on_an_arabic_phone_and_moves_up_when_somebody_cancels(open_page, home):
    event, occasion = make_seminar(home, capacity=1)
    page = arabic(event)
    send(occasion, name="Georg Zandt")
    phone = open_page(page.url, locale="ar", **PHONE)
    phone.locator(".to-registration a").click()
    press(phone.locator(".dates-open a.btn"))
    fits(phone)
    phone.locator("[name=name]").fill("أميرة صالح")
    phone.locator("[name=address]").fill("amira@example.org")
    send_form(phone.locator(".form form .btn"))
    fits(phone)
    hers = Registration.objects.get(name="أميرة صالح")
    assert hers.state == State.WAITING and hers.language == "ar"
    her_link = link_in(mails()[-1])
    phone.goto(her_link)
    assert "١" in phone.locator(".reg__say").inner_text()
    somebody = open_page(link_in(mails()[0]))
    press(somebody.locator(".reg__cancel .btn"))
    assert "abgesagt" in somebody.locator(".reg__say").inner_text().lower()
    hers.refresh_from_db()
    assert hers.state == State.REGISTERED and mails()[-1].address == "amira@example.org"
    phone.goto(her_link)
    fits(phone)
    calendar = phone.locator("a[href$='termin.ics']").get_attribute("href")
    (entry,) = icalendar.Calendar.from_ical(phone.request.get(calendar).body()).events
    assert entry.start == START


def test_he_books_an_hour_with_a_member_and_nobody_else_gets_it(open_page, home):
    event, occasion = make_consultation(home)
    window = open_page(event.url, **PHONE)
    window.locator(".to-registration a").click()
    press(window.locator(".dates-open a.btn"))
    first = window.locator("[name=slot]").first.get_attribute("value")
    window.locator("[name=slot]").first.check(force=True)
    window.locator("[name=name]").fill("Chidi Okonkwo")
    window.locator("[name=address]").fill("chidi@example.org")
    send_form(window.locator(".form form .btn"))
    assert "Das hat geklappt." in window.locator("main").inner_text()
    assert str(Registration.objects.get().slot_id) == first
    window.goto(reverse("events:register", args=[occasion.pk]))
    expect(window.locator(f"[name=slot][value='{first}']")).to_have_count(0)
    assert window.locator("[name=slot]").count() == 11


def test_she_finds_somebody_who_helps_with_papers_and_speaks_arabic(open_page, home):
    make_need("Hilfe mit Papieren", key="papiere")
    translated(make_organisation(), "ar", helps_with="استشارة من اليوم الأول")
    make_organisation("Volkshochschule", needs="papiere", languages="de,en")
    page = arabic(make_directory(home))
    phone = open_page(page.url, locale="ar", **PHONE)
    phone.locator("[name=need]").select_option("papiere")
    phone.locator("[name=language]").select_option("ar")
    press(phone.locator(".finder .btn"))
    (found,) = phone.locator(".points .contact").all()
    assert "استشارة من اليوم الأول" in found.inner_text()
    assert found.locator("a[href^='tel:']").get_attribute("href") == "tel:+498999991310"
    fits(phone)


def fill_block(window, number: int, **values) -> None:
    """Types into the fields of a date in the form of an event; the calendar that opens under a field is closed again."""
    for name, value in values.items():
        field = window.locator(f"[name='times-{number}-value-{name}']")
        if field.evaluate("field => field.tagName") == "SELECT":
            field.select_option(value)
        else:
            field.fill(value)
            field.press("Tab")


def test_the_office_makes_a_weekly_event_and_cancels_one_date(open_page, desk, editor, home):
    index = make_index(home)
    window = desk(editor)
    window.goto(reverse("wagtailadmin_pages:add", args=["events", "eventpage", index.pk]))
    window.locator("[name=title]").fill("Sprachcafé")
    first = timezone.localdate() + datetime.timedelta(days=7)
    days = [first + datetime.timedelta(days=7 * week) for week in range(4)]
    add_times(window, RegularlyBlock)
    fill_block(window, 0, rhythm="week", start="17:00", end="19:00", first=f"{days[0]:%d.%m.%Y}", until=f"{days[3]:%d.%m.%Y}")
    publish(window)
    event = EventPage.objects.get(title="Sprachcafé")
    assert [date.local_start.date() for date in event.all_dates] == days
    window.goto(reverse("wagtailadmin_pages:edit", args=[event.pk]))
    add_times(window, ChangeBlock)
    fill_block(window, 1, date=f"{days[2]:%d.%m.%Y}", words="Die Bücherei ist zu.")
    publish(window)
    reader = open_page(index.url)
    cancelled = reader.locator(".agenda__row.off")
    expect(cancelled).to_have_count(1)
    assert "Die Bücherei ist zu." in cancelled.inner_text()
    expect(reader.locator(".agenda__row")).to_have_count(4)


def add_times(window, block) -> None:
    """A block at the end of the dates, which are the first stream of the form."""
    add_block(window, block(), stream=0)


def test_her_work_is_judged_wins_and_is_shown(open_page, desk, editor, home, django_user_model):
    call = make_call(home, questions=stream(CallPage, "questions", []))
    window = open_page(call.url)
    window.locator("[name=about][value=self]").check()
    window.locator("[name=category]").select_option(index=1)
    for name, value in {
        "title": "Fünf Aquarelle",
        "text": "Vom Fluss.",
        "name": "Nadia Rahimi",
        "email": "n@example.org",
    }.items():
        window.locator(f"[name={name}]").fill(value)
    for name in ("naming", "agreed"):
        window.locator(f"[name={name}]").check()
    send_form(window.locator(".form form .btn"))
    row = Application.objects.get()
    deadline_has_passed(call)
    anna = django_user_model.objects.create_user("anna", "anna@lindenau.example", "lindenau")
    anna.user_permissions.add(Permission.objects.get(codename="access_admin"))
    judging.set_members(judging.jury_of(call.form), [anna], user=editor)
    judges(desk(anna), call, row)
    decides(desk(editor), call, row)
    window.goto(call.url)
    assert "Nadia Rahimi" in window.locator(".winners").inner_text()
    assert "1. preis" in window.locator(".winners").inner_text().casefold()


def deadline_has_passed(call) -> None:
    page = CallPage.objects.get(pk=call.pk)
    page.deadline = timezone.localdate() - datetime.timedelta(days=1)
    page.save_revision().publish()


def judges(window, call, row) -> None:
    window.goto(reverse("calls:call", args=[call.form.pk]))
    press(window.locator("th a", has_text=row.title))
    for block, points in zip(call.criteria, ("5", "4"), strict=True):
        window.locator(f"[name='{block.id}']").fill(points)
    press(window.locator("[name=points]"))
    assert "n@example.org" not in window.content()  # the jury judges the work


def decides(window, call, row) -> None:
    """The office closes the points, names the winner, writes it onto the page and tells everybody."""
    address = reverse("calls:call", args=[call.form.pk])
    window.goto(address)
    press(window.locator("form[action$='/close/'] button"))
    assert "93,3" in window.locator(".call-table").inner_text()
    window.goto(reverse("calls:application", args=[row.pk]))
    decision = window.locator("form[action$='/decide/']")
    decision.locator("[name=won]").check()
    decision.locator("[name=prize]").fill("1. Preis")
    press(decision.locator("button"))
    page = CallPage.objects.get(pk=call.pk)
    winner = {"name": "Nadia Rahimi", "prize": "1. Preis", "text": "", "image": None, "number": row.number}
    page.winners = stream(CallPage, "winners", [("winner", winner)])
    page.save_revision().publish()
    window.goto(address)
    press(window.locator("form[action$='/tell/'] button"))
    row.refresh_from_db()
    assert row.state == Application.State.WON

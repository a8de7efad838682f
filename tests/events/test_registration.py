"""Registering for an event: places, the waiting list, the link in the mail, and what nobody may find out."""

import base64
import datetime

import icalendar
import pytest
import time_machine
from django.test import Client

from cms.events import registration, reminders
from cms.events.models import Registration
from cms.events.questions import questions_of
from tests.events.registering import START, link_in, mails, make_seminar, send, stamp, states
from tests.kept import kept

pytestmark = pytest.mark.django_db


@pytest.fixture
def seminar(home):
    return kept("seminar", lambda: make_seminar(home))


@pytest.fixture
def occasion(seminar):
    return seminar[1]


def page(occasion, *, language="de"):
    return Client().get(f"/{language}/events/registration/{occasion.pk}/")


def entry_of(mail) -> icalendar.Event:
    return icalendar.Calendar.from_ical(base64.b64decode(mail.attachments[0]["content"])).events[0]


# --- coming and going ------------------------------------------------------------------------------------------------------
def test_who_registers_gets_a_place_and_a_mail_with_a_calendar_file(occasion):
    response = send(occasion, name="Amira Saleh")
    assert response.status_code == 302 and "Das hat geklappt." in Client().get(response.url).content.decode()
    assert states(occasion) == [("Amira Saleh", "registered")]
    (mail,) = mails()
    assert mail.subject == "Sie sind angemeldet: Mitreden lernen" and mail.address == "amira.saleh@example.org"
    assert "Mittwoch, 3. Dezember 2036" in mail.text and "Alte Feuerwache" in mail.text and "Gaswerkstraße 5" in mail.html
    entry = entry_of(mail)
    assert entry.start == START and entry["status"] == "CONFIRMED"


def test_the_event_page_leads_to_the_form(seminar):
    event, occasion = seminar
    html = Client().get(event.url).content.decode()
    assert f"/de/events/registration/{occasion.pk}/" in html and "Plätze sind frei." in html


def test_when_all_places_are_taken_people_wait_and_move_up_by_themselves(occasion):
    for name in ("Eins Eins", "Zwei Zwei", "Drei Drei", "Vier Vier"):
        response = send(occasion, name=name)
    assert "Sie stehen auf der Liste." in Client().get(response.url).content.decode()
    assert [state for _name, state in states(occasion)] == ["registered", "registered", "waiting", "waiting"]
    Client().post(link_in(mails()[0]), {"act": "cancel"})
    assert [state for _name, state in states(occasion)] == ["cancelled", "registered", "registered", "waiting"]
    (moved_up,) = mails("Sie haben einen Platz")
    assert moved_up.address == "drei.drei@example.org" and entry_of(moved_up).start == START


def test_more_places_move_the_waiting_up(seminar):
    event, occasion = seminar
    for name in ("Eins Eins", "Zwei Zwei", "Drei Drei"):
        send(occasion, name=name)
    terms = event.registration_settings.get()
    terms.capacity = 3
    event.registration_settings = [terms]
    event.save_revision().publish()
    assert [state for _name, state in states(occasion)] == ["registered"] * 3


def test_a_group_that_does_not_fit_yet_keeps_its_rank_and_is_passed_over(home):
    _event, occasion = make_seminar(home, capacity=3, group_max=3)
    for name, people in (("Eins Eins", 2), ("Zwei Zwei", 1), ("Gruppe Drei", 3), ("Einzel Vier", 1)):
        send(occasion, name=name, people=people)
    Client().post(link_in(mails()[1]), {"act": "cancel"})
    assert dict(states(occasion)) == {
        "Eins Eins": "registered",
        "Zwei Zwei": "cancelled",
        "Gruppe Drei": "waiting",
        "Einzel Vier": "registered",
    }


def test_without_a_waiting_list_full_is_full(home):
    _event, occasion = make_seminar(home, capacity=1, waiting_list=False)
    send(occasion, name="Eins Eins")
    response = send(occasion, name="Zwei Zwei")
    assert response.status_code == 409 and "letzte Platz ist gerade vergeben" in response.content.decode()
    assert "Alle Plätze sind vergeben." in page(occasion).content.decode()
    assert len(states(occasion)) == 1


@pytest.mark.parametrize(
    ("terms", "at", "said"),
    [
        ({"opens": START - datetime.timedelta(days=10)}, START - datetime.timedelta(days=11), "noch nicht offen"),
        ({"closes": START - datetime.timedelta(days=5)}, START - datetime.timedelta(days=4), "Anmeldung ist geschlossen"),
        ({"closes_hours": 24}, START - datetime.timedelta(hours=23), "Anmeldung ist geschlossen"),
    ],
)
def test_before_it_opens_and_after_it_closes_nobody_gets_in(home, terms, at, said):
    _event, occasion = make_seminar(home, **terms)
    with time_machine.travel(at, tick=False):
        assert said in page(occasion).content.decode()
        assert send(occasion).status_code == 410
    assert states(occasion) == []


def test_it_opens_and_closes_by_the_councils_clock(home):
    opens = datetime.datetime(2036, 10, 26, 8, 0, tzinfo=START.tzinfo)  # the morning after summer time has ended
    _event, occasion = make_seminar(home, opens=opens)
    with time_machine.travel(datetime.datetime(2036, 10, 26, 6, 59, tzinfo=datetime.UTC), tick=False):
        assert "noch nicht offen" in page(occasion).content.decode()
    with time_machine.travel(datetime.datetime(2036, 10, 26, 7, 0, tzinfo=datetime.UTC), tick=False):
        assert 'name="address"' in page(occasion).content.decode()


def test_a_page_that_is_no_longer_published_takes_nobody(seminar):
    event, occasion = seminar
    event.unpublish()
    assert page(occasion).status_code == 404 and send(occasion).status_code == 404


# --- what is asked ------------------------------------------------------------------------------------------------------------
def test_questions_are_asked_and_the_answers_kept(home):
    option = {"label": "Welcher Tisch?", "kind": "options", "options": "Schule\nArbeit", "required": True}
    asked = {"ask_diet": True, "ask_childcare": True, "ask_interpreter": True, "questions": [("question", option)]}
    event, occasion = make_seminar(home, **asked)
    event_settings = event.registration_settings.get()
    own = f"q-own-{event_settings.questions[0].id}"
    html = page(occasion).content.decode()
    assert "Welcher Tisch?" in html and "Arbeit" in html and "Dolmetsch" in html
    assert send(occasion).status_code == 422
    send(occasion, **{own: "1", "q-diet": "ohne Nüsse", "q-childcare": "2", "q-interpreter": "Arabisch"})
    answers = Registration.objects.get().answers
    said = {question.key: question.said(answers) for question in questions_of(event_settings)}
    assert list(said.values()) == ["Arabisch", "2", "ohne Nüsse", "Arbeit"]


def test_a_group_may_not_be_larger_than_the_editor_allows(home):
    _event, occasion = make_seminar(home, capacity=9, group_max=3)
    assert send(occasion, people=4).status_code == 422
    assert send(occasion, people=3).status_code == 302
    assert Registration.objects.get().people == 3


# --- the link -----------------------------------------------------------------------------------------------------------------
def test_opening_the_link_changes_nothing_whoever_opens_it(occasion):
    send(occasion)
    link = link_in(mails()[0])
    for _scanner in range(3):
        response = Client().get(link)
        assert response.status_code == 200 and "Sie haben einen Platz." in response.content.decode()
    assert Client().head(link).status_code == 200
    assert states(occasion) == [("Amira Saleh", "registered")] and len(mails()) == 1
    assert response["Referrer-Policy"] == "no-referrer" and "noindex" in response["X-Robots-Tag"]


def test_people_change_their_own_data_by_the_link(home):
    _event, occasion = make_seminar(home, capacity=4, group_max=3)
    send(occasion, people=3)
    send(occasion, name="Zwei Zwei", people=2)
    link = link_in(mails()[0])
    response = Client().post(link, {"act": "change", "name": "Amira S.", "phone": "0123", "people": 2})
    assert "Ihre Änderungen sind gespeichert." in response.content.decode()
    changed = Registration.objects.get(name="Amira S.")
    assert (changed.phone, changed.people) == ("0123", 2)
    assert dict(states(occasion))["Zwei Zwei"] == "registered"  # the place given back was theirs
    response = Client().post(link, {"act": "change", "name": "Amira S.", "people": 3})
    assert response.status_code == 409 and "nicht so viele freie Plätze" in response.content.decode()


def test_cancelling_in_one_tab_and_changing_in_another(occasion):
    send(occasion)
    link = link_in(mails()[0])
    Client().post(link, {"act": "cancel"})
    response = Client().post(link, {"act": "change", "name": "Noch da"})
    assert response.status_code == 409 and "Das geht nicht mehr." in response.content.decode()
    Client().post(link, {"act": "cancel"})
    assert states(occasion) == [("Amira Saleh", "cancelled")] and len(mails("storniert")) == 1
    assert entry_of(mails("storniert")[0])["status"] == "CANCELLED"


def test_the_calendar_file_can_be_had_again_by_the_link(occasion):
    send(occasion)
    response = Client().get(link_in(mails()[0]) + "termin.ics")
    assert response["Content-Type"].startswith("text/calendar")
    assert icalendar.Calendar.from_ical(response.content).events[0].start == START


@pytest.mark.parametrize("language", ["de", "ar", "de-x-leicht"])
def test_forged_and_used_up_links_open_nothing(occasion, language):
    send(occasion)
    link = link_in(mails()[0]).replace("/de/", f"/{language}/")
    Registration.objects.all().delete()
    for address in (link, link[:-4] + "x/", f"/{language}/events/mine/x/", f"/{language}/events/mine/{'a' * 900}/"):
        for response in (Client().get(address), Client().post(address, {"act": "cancel"})):
            assert response.status_code == 410
    assert Client().get(f"/{language}/events/registration/thanks/forged/").status_code == 404


# --- nobody finds out who is registered ----------------------------------------------------------------------------------------
def test_registering_with_an_address_that_is_registered_looks_the_same(home):
    _event, occasion = make_seminar(home, capacity=5)
    fresh = send(occasion, name="Amira Saleh")
    again = send(occasion, name="Wer Anders", address="Amira.Saleh@EXAMPLE.org")
    assert again.status_code == fresh.status_code
    assert Client().get(again.url).content == Client().get(fresh.url).content
    assert states(occasion) == [("Amira Saleh", "registered"), ("Wer Anders", "held")]
    assert [mail.subject.partition(":")[0] for mail in mails()] == ["Sie sind angemeldet", "Sie sind schon angemeldet"]


def test_not_even_the_last_free_place_tells(home):
    """One place is left. Whether the address asked for has a place or not: afterwards none is free."""
    for known in (False, True):
        _event, occasion = make_seminar(home, capacity=2, title=f"Seminar {known}")
        send(occasion, name="Eins Eins", address="eins@example.org")
        send(occasion, name="Zwei Zwei", address="eins@example.org" if known else "zwei@example.org")
        assert "Warteliste" in page(occasion).content.decode()


def test_the_second_place_is_free_again_after_a_day_and_the_next_one_gets_it(home):
    _event, occasion = make_seminar(home, capacity=2)
    send(occasion, name="Eins Eins")
    send(occasion, name="Eins Eins")
    send(occasion, name="Wartet Drei")
    assert registration.release_held() == 0
    Registration.objects.filter(state="held").update(registered_at=START - datetime.timedelta(days=4000))
    assert registration.release_held() == 1
    assert states(occasion) == [("Eins Eins", "registered"), ("Wartet Drei", "registered")]


def test_the_mailbox_decides_which_of_two_to_keep(home):
    _event, occasion = make_seminar(home, capacity=5, group_max=4)
    send(occasion, name="Amira Saleh", people=1)
    send(occasion, name="Amira Saleh", people=4)
    second = link_in(mails("schon angemeldet")[0])
    assert "Möchten Sie lieber" in Client().get(second).content.decode()
    Client().post(second, {"act": "take"})
    assert list(Registration.objects.order_by("pk").values_list("state", "people")) == [("cancelled", 1), ("registered", 4)]


def test_many_attempts_with_one_address_end_whether_it_is_registered_or_not(home):
    _event, occasion = make_seminar(home, capacity=20)
    codes = [send(occasion, address="eine@example.org").status_code for _attempt in range(6)]
    assert codes == [302] * 4 + [429] * 2
    assert len(mails()) == 4


# --- bad input -----------------------------------------------------------------------------------------------------------------
def test_the_same_form_posted_twice_registers_once(occasion):
    started = stamp()
    first, second = (send(occasion, started=started) for _press in range(2))
    assert first.status_code == second.status_code == 302
    assert states(occasion) == [("Amira Saleh", "registered")] and len(mails()) == 1


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"name": ""}, "Bitte schreiben Sie Ihren Namen."),
        ({"address": ""}, "Bitte schreiben Sie Ihre E-Mail-Adresse."),
        ({"address": "kein at"}, "Bitte prüfen Sie die E-Mail-Adresse"),
        ({"name": "x" * 10_000}, "höchstens 120 Zeichen"),
        ({"phone": "1" * 10_000}, "höchstens 40 Zeichen"),
        ({"started": "forged"}, "Das ging sehr schnell"),
    ],
)
def test_bad_input_gets_a_clear_answer_and_nothing_is_lost(occasion, typed, said):
    response = send(occasion, **({"name": "Amira Saleh", "address": "amira@example.org", "phone": "0911 1"} | typed))
    html = response.content.decode()
    assert response.status_code == 422 and said in html
    assert "amira@example.org" in html or "address" in typed
    assert states(occasion) == []


def test_script_is_text_everywhere(occasion):
    name = "<script>alert(1)</script>"
    send(occasion, name=name, address="a@example.org")
    (mail,) = mails()
    assert "<script>alert" not in mail.html and "&lt;script&gt;" in mail.html and name in mail.text
    assert "<script>alert" not in Client().get(link_in(mail)).content.decode()


def test_line_breaks_and_direction_marks_do_not_get_into_the_name(occasion):
    send(occasion, name="Amira\r\nBcc: evil@example.org\u202e", address="a@example.org")
    assert Registration.objects.get().name == "Amira Bcc: evil@example.org"
    assert mails()[0].address == "a@example.org"


def test_a_bot_in_the_trap_is_thanked_and_forgotten(occasion):
    response = send(occasion, website="https://spam.example")
    assert response.status_code == 302 and states(occasion) == [] and mails() == []


def test_an_occasion_that_does_not_exist_is_not_found():
    assert Client().get("/de/events/registration/999999/").status_code == 404


@pytest.mark.parametrize("language", ["en", "tr", "ar", "uk", "de-x-leicht"])
def test_pages_and_mails_speak_the_readers_language(occasion, language):
    html = page(occasion, language=language).content.decode()
    german = ["Zurück zur Veranstaltung", "Anmelden</button>", "Wir brauchen, was Sie schreiben"]
    assert not [words for words in german if words in html] or language == "de-x-leicht"
    assert ('dir="rtl"' in html) == (language == "ar")
    send(occasion, language=language)
    (mail,) = mails()
    assert mail.language == language and f"/{language}/events/mine/" in mail.text
    assert "Sie sind angemeldet" not in mail.subject or language == "de-x-leicht"


# --- before and after ----------------------------------------------------------------------------------------------------
def test_everybody_with_a_place_is_reminded_once(occasion):
    for name in ("Eins Eins", "Zwei Zwei", "Wartet Drei"):
        send(occasion, name=name)
    Registration.objects.update(registered_at=START - datetime.timedelta(days=20))
    with time_machine.travel(START - datetime.timedelta(days=3), tick=False):
        assert reminders.remind_due() == 0
    with time_machine.travel(START - datetime.timedelta(days=1), tick=False):
        assert reminders.remind_due() == 2
        assert reminders.remind_due() == 0
    assert [mail.address for mail in mails("Bald")] == ["eins.eins@example.org", "zwei.zwei@example.org"]

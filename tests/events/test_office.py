"""The office's desk: who is registered, people who phone, cancelling with undo, moving up, and the lists for the door."""

import io

import pytest
from django.contrib.auth.models import Permission
from django.test import Client
from pypdfium2 import PdfDocument
from wagtail.models import ModelLogEntry

from cms.events.models import Registration
from tests.events.registering import mails, make_consultation, make_seminar, send, states
from tests.kept import kept

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(editor):
    client = Client()
    client.force_login(editor)
    return client


@pytest.fixture
def occasion(home):
    _event, occasion = kept("seminar with meals", lambda: make_seminar(home, ask_diet=True, group_max=2))
    for name in ("Eins Eins", "Zwei Zwei", "Wartet Drei"):
        send(occasion, name=name, people=1, **{"q-diet": "vegan"})
    return occasion


def act(desk, name: str, what: str, **more):
    row = Registration.objects.get(name=name)
    return desk.post(f"/admin/registrations/registration/{row.pk}/", {"act": what, **more}, follow=True)


def test_the_list_of_dates_says_how_many_come_and_wait(desk, occasion):
    html = " ".join(desk.get("/admin/registrations/").content.decode().split())
    assert "Mitreden lernen" in html and "<b>2</b> / 2" in html
    assert "Mitreden lernen" not in desk.get("/admin/registrations/?past=1").content.decode()


def test_people_are_found_by_name_address_and_state(desk, occasion):
    where = f"/admin/registrations/{occasion.pk}/"
    assert desk.get(where).content.decode().count("regs-acts") == 3
    for query in ("?q=wartet", "?q=wartet.drei@", "?state=waiting"):
        html = desk.get(where + query).content.decode()
        assert "Wartet Drei" in html and "Eins Eins" not in html
    assert "Niemand gefunden." in desk.get(where + "?q=niemand").content.decode()


def test_cancelling_moves_the_next_up_and_can_be_undone(desk, occasion):
    response = act(desk, "Eins Eins", "cancel")
    assert "Eins Eins ist abgesagt." in response.content.decode()
    assert dict(states(occasion)) == {"Eins Eins": "cancelled", "Zwei Zwei": "registered", "Wartet Drei": "registered"}
    act(desk, "Eins Eins", "restore")
    assert dict(states(occasion))["Eins Eins"] == "waiting"  # the place is somebody else's now
    act(desk, "Eins Eins", "move_up")
    assert dict(states(occasion))["Eins Eins"] == "registered"  # the office may, beyond the number of places


def test_who_phones_is_written_down_without_an_e_mail_address(desk, occasion):
    where = f"/admin/registrations/{occasion.pk}/enter/"
    assert "oder eine Telefonnummer" in desk.post(where, {"name": "Erna Alt", "language": "de"}).content.decode()
    response = desk.post(
        where, {"name": "Erna Alt", "phone": "0911 5", "language": "de", "people": 1, "q-diet": "weich"}, follow=True
    )
    assert response.status_code == 200
    row = Registration.objects.get(name="Erna Alt")
    assert (row.state, row.source, row.address, row.digest) == ("waiting", "office", "", "")
    assert row.answers == {"diet": "weich"} and not [mail for mail in mails() if "Erna" in mail.text]


def test_the_office_is_told_when_an_address_is_there_already(desk, occasion):
    where = f"/admin/registrations/{occasion.pk}/enter/"
    html = desk.post(where, {"name": "X", "address": "EINS.eins@example.org", "language": "de", "people": 1}).content.decode()
    assert "für diesen Termin schon angemeldet" in html and "EINS.eins@example.org" in html


def test_a_note_is_kept_and_stands_on_the_door_list(desk, occasion):
    act(desk, "Eins Eins", "note", note="kommt später")
    assert "kommt später" in desk.get(f"/admin/registrations/{occasion.pk}/door.html").content.decode()


def test_the_door_list_has_who_comes_and_what_they_need_but_no_addresses(desk, occasion):
    html = desk.get(f"/admin/registrations/{occasion.pk}/door.html").content.decode()
    assert "Eins Eins" in html and "vegan" in html
    assert "Wartet Drei" not in html and "@example.org" not in html


def test_the_door_list_is_a_pdf(desk, occasion):
    response = desk.get(f"/admin/registrations/{occasion.pk}/door.pdf")
    assert response["Content-Type"] == "application/pdf" and "no-store" in response["Cache-Control"]
    text = PdfDocument(io.BytesIO(response.content))[0].get_textpage().get_text_range()
    assert "Eins Eins" in text and "vegan" in text and "@" not in text


def test_tables_cannot_become_formulas(desk, home):
    _event, occasion = make_seminar(home)
    send(occasion, name="=HYPERLINK(1)", address="a@example.org", phone="+49 911")
    for kind in ("door", "contacts"):
        text = desk.get(f"/admin/registrations/{occasion.pk}/{kind}.csv").content.decode()
        assert "'=HYPERLINK(1)" in text and ("a@example.org" in text) == (kind == "contacts")
    assert "'+49 911" in text
    assert ModelLogEntry.objects.filter(action="events.list_saved").count() == 2


def test_the_list_of_appointments_shows_the_free_ones_too(desk, home):
    _event, occasion = make_consultation(home)
    send(occasion, name="Amira Saleh", slot=occasion.slots.first().pk)
    html = desk.get(f"/admin/registrations/{occasion.pk}/door.html").content.decode()
    assert "Amira Saleh" in html and html.count("door__free") == 11


def test_an_appointment_is_given_on_the_phone(desk, home):
    _event, occasion = make_consultation(home)
    where, slot = f"/admin/registrations/{occasion.pk}/enter/", occasion.slots.first()
    data = {"name": "Erna Alt", "phone": "0911 5", "language": "de", "slot": slot.pk}
    assert desk.post(where, data).status_code == 302
    assert Registration.objects.get().slot == slot
    assert desk.post(where, data).status_code == 200  # it is no longer among the choices
    assert Registration.objects.count() == 1


def test_cancelling_a_date_asks_first_and_tells_everybody(desk, occasion):
    where = f"/admin/registrations/{occasion.pk}/cancel/"
    assert "3 Personen sind angemeldet" in desk.get(where).content.decode()
    occasion.refresh_from_db()
    assert not occasion.is_cancelled
    desk.post(where)
    occasion.refresh_from_db()
    assert occasion.is_cancelled and len(mails("Fällt aus")) == 3


def test_only_people_with_the_right_see_and_change_registrations(occasion, django_user_model):
    user = django_user_model.objects.create_user("gast", "gast@lindenau.example", "lindenau")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client = Client()
    client.force_login(user)
    row = Registration.objects.first()
    addresses = ["", f"{occasion.pk}/", f"{occasion.pk}/enter/", f"{occasion.pk}/door.pdf", f"{occasion.pk}/contacts.csv"]
    assert {client.get(f"/admin/registrations/{address}").status_code for address in addresses} == {302}
    assert client.post(f"/admin/registrations/registration/{row.pk}/", {"act": "cancel"}).status_code == 302
    user.user_permissions.add(Permission.objects.get(codename="view_registration"))
    client.force_login(django_user_model.objects.get(pk=user.pk))
    assert client.get(f"/admin/registrations/{occasion.pk}/").status_code == 200
    assert client.get(f"/admin/registrations/{occasion.pk}/contacts.csv").status_code == 302
    client.post(f"/admin/registrations/registration/{row.pk}/", {"act": "cancel"})
    assert Registration.objects.get(pk=row.pk).state == "registered"
    assert Client().get(f"/admin/registrations/{occasion.pk}/").status_code == 302

"""Bookable appointments: made from the pattern of an event, booked by one person each, in every language."""

import base64
import datetime

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from cms.directory.models import Person
from cms.events.models import Occasion, OpenSlots, Registration, Slot
from tests.events.registering import START, link_in, mails, make_consultation, make_seminar, send
from tests.kept import kept

pytestmark = pytest.mark.django_db


@pytest.fixture
def consultation(home):
    return kept("consultation", lambda: make_consultation(home))


@pytest.fixture
def occasion(consultation):
    return consultation[1]


def page(occasion, *, language="de") -> str:
    return Client().get(f"/{language}/events/registration/{occasion.pk}/").content.decode()


def slot_at(occasion, hour: int, minute: int, *, member="Hoa Tran") -> Slot:
    return occasion.slots.get(start=START.replace(hour=hour, minute=minute), member=member)


def times_of(occasion, *, member="Hoa Tran") -> list[str]:
    return [slot.local_start.strftime("%H:%M") for slot in occasion.slots.filter(member=member)]


def test_every_member_has_an_appointment_every_twenty_minutes(occasion):
    assert times_of(occasion) == ["16:00", "16:20", "16:40", "17:00", "17:20", "17:40"]
    assert occasion.slots.count() == 12
    assert occasion.slots.last().end == START + datetime.timedelta(hours=2)


def test_pauses_and_members_who_come_later_are_kept_to(home):
    event, occasion = make_consultation(home, minutes=30, pause=10)
    assert [slot.local_start.strftime("%H:%M") for slot in occasion.slots.filter(member="Hoa Tran")] == [
        "16:00",
        "16:40",
        "17:20",
    ]
    pattern = event.open_slots.get()
    block = pattern.members[0]
    block.value["begins"], block.value["ends"] = datetime.time(16, 30), datetime.time(17, 10)
    event.open_slots = [pattern]
    event.save_revision().publish()
    assert times_of(occasion) == ["16:30"]


def test_people_see_members_with_their_languages_and_only_free_times(occasion):
    Slot.objects.filter(member="Tesfay Berhane", start__gt=START).delete()
    html = page(occasion)
    assert "Hoa Tran" in html and "Türkisch" in html and html.count('name="slot"') == 7
    send(occasion, slot=slot_at(occasion, 16, 0).pk)
    assert page(occasion).count('name="slot"') == 6
    assert "Turkish" in page(occasion, language="en") and "التركية" in page(occasion, language="ar")


def test_who_books_gets_the_member_and_the_time_in_the_mail(occasion):
    slot = slot_at(occasion, 17, 20)
    assert send(occasion, slot=slot.pk).status_code == 302
    (mail,) = mails()
    assert "17.20 bis 17.40 Uhr" in mail.text and "Bei: Hoa Tran, Zimmer 3" in mail.text
    assert b"DTSTART;TZID=Europe/Berlin:20361203T172000" in base64.b64decode(mail.attachments[0]["content"])


def test_a_taken_appointment_is_refused_and_nothing_typed_is_lost(occasion):
    slot = slot_at(occasion, 16, 0)
    send(occasion, name="Erste Person", slot=slot.pk)
    response = send(occasion, name="Zweite Person", phone="0911 77", slot=slot.pk)
    html = response.content.decode()
    assert response.status_code == 409 and "gerade vergeben" in html
    assert "zweite.person@example.org" in html and "0911 77" in html and f'value="{slot.pk}"' not in html


@pytest.mark.parametrize("slot", ["", "x", "-1", "99999999999999999999999", "999999"])
def test_an_appointment_that_does_not_exist_is_refused(occasion, slot):
    response = send(occasion, slot=slot)
    assert response.status_code in (409, 422) and Registration.objects.count() == 0


def test_an_appointment_of_another_event_is_refused(home, occasion):
    other = Slot.objects.create(
        occasion=make_seminar(home)[1], member_key=occasion.uid, member="X", start=START, end=START + datetime.timedelta(hours=1)
    )
    assert send(occasion, slot=other.pk).status_code == 409


def test_one_booking_for_each_person_however_the_address_is_written(occasion):
    first, second = slot_at(occasion, 16, 0), slot_at(occasion, 17, 0)
    one = send(occasion, address="Amira@Example.org", slot=first.pk)
    two = send(occasion, address="amira@example.ORG", slot=second.pk)
    assert one.status_code == two.status_code == 302
    assert Client().get(one.url).content == Client().get(two.url).content
    # To everybody else both are taken, so nobody learns that the address was known; the mail lets the person choose.
    assert page(occasion).count('name="slot"') == 10
    assert list(Registration.objects.values_list("state", flat=True)) == ["registered", "held"]
    choice = mails("schon angemeldet")[0]
    Client().post(link_in(choice), {"act": "take"})
    assert Registration.objects.get(state="registered").slot == second
    assert page(occasion).count('name="slot"') == 11


def test_keeping_the_first_gives_the_second_back(occasion):
    send(occasion, slot=slot_at(occasion, 16, 0).pk)
    send(occasion, slot=slot_at(occasion, 17, 0).pk)
    Client().post(link_in(mails("schon angemeldet")[0]), {"act": "cancel"})
    assert list(Registration.objects.order_by("pk").values_list("state", flat=True)) == ["registered", "cancelled"]
    assert page(occasion).count('name="slot"') == 11 and len(mails()) == 2


def test_a_cancelled_appointment_can_be_booked_again(occasion):
    slot = slot_at(occasion, 16, 0)
    send(occasion, name="Erste Person", slot=slot.pk)
    Client().post(link_in(mails()[0]), {"act": "cancel"})
    assert send(occasion, name="Zweite Person", slot=slot.pk).status_code == 302


def test_a_booked_appointment_that_is_no_longer_in_the_pattern_stays_with_its_person(consultation):
    event, occasion = consultation
    late = slot_at(occasion, 17, 40)
    send(occasion, slot=late.pk)
    pattern = event.open_slots.get()
    pattern.minutes = 60
    event.open_slots = [pattern]
    event.save_revision().publish()
    late.refresh_from_db()
    assert late.state == Slot.State.CLOSED and Registration.objects.get().slot == late
    assert page(occasion).count('name="slot"') == 4


def test_when_the_date_moves_the_appointments_move_and_everybody_is_told(consultation):
    event, occasion = consultation
    send(occasion, slot=slot_at(occasion, 16, 20).pk)
    block = event.times[0]
    block.value["start"], block.value["end"] = datetime.time(17, 0), datetime.time(19, 0)
    event.save_revision().publish()
    assert Registration.objects.get().slot.local_start.hour == 17
    assert "17.20 bis 17.40 Uhr" in mails("Neue Zeit")[0].text
    assert Occasion.objects.get().slots.count() == 12


def test_a_member_of_another_language_is_named_in_it(consultation, locales):
    _event, occasion = consultation
    person = Person.objects.get(translation_key=slot_at(occasion, 16, 0).member_key)
    arabic = person.copy_for_translation(locales["ar"])
    arabic.name = "هوا تران"
    arabic.save()
    assert arabic.name in page(occasion, language="ar")


def test_a_pattern_needs_sensible_minutes():
    with pytest.raises(ValidationError) as error:
        OpenSlots(minutes=2, pause_minutes=500).full_clean(exclude=["event"])
    assert {"minutes", "pause_minutes"} <= set(error.value.message_dict)

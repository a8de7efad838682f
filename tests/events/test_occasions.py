"""Dates that are moved, cancelled or deleted, with people registered for them; and the end of their data."""

import base64
import datetime
import io

import icalendar
import pytest
import time_machine
from django.core.management import call_command
from wagtail.models import ModelLogEntry

from cms.core.models import DataProtection
from cms.events import occasions
from cms.events.models import Occasion, Registration
from cms.notices.models import Notice
from tests.events.registering import START, mails, make_seminar, send
from tests.kept import kept

pytestmark = pytest.mark.django_db


@pytest.fixture
def seminar(home):
    event, occasion = kept("seminar", lambda: make_seminar(home))
    for name in ("Eins Eins", "Zwei Zwei", "Wartet Drei"):
        send(occasion, name=name)
    return event, occasion


def told(kind: str) -> set[str]:
    return {mail.address for mail in mails(kind)}


def everybody() -> set[str]:
    return {"eins.eins@example.org", "zwei.zwei@example.org", "wartet.drei@example.org"}


def entry_of(mail):
    return icalendar.Calendar.from_ical(base64.b64decode(mail.attachments[0]["content"])).events[0]


def change(event, **value) -> None:
    """As an editor says it: a change of one day below the dates."""
    usual = {"new_date": None, "new_start": None, "new_end": None, "place": "", "words": ""}
    event.times.append(("change", {"date": START.date()} | usual | value))
    event.save_revision().publish()


def test_a_moved_date_is_told_to_everybody_with_a_new_calendar_file(seminar):
    event, occasion = seminar
    first = entry_of(mails("Sie sind angemeldet")[0])
    block = event.times[0]
    block.value["date"] = datetime.date(2036, 12, 10)
    event.save_revision().publish()
    occasion.refresh_from_db()
    assert occasion.local_start.date() == datetime.date(2036, 12, 10)
    assert told("Neue Zeit") == everybody()
    mail = next(mail for mail in mails("Neue Zeit") if mail.attachments)
    assert (
        "Das sollte am Mittwoch, 3. Dezember 2036 um 16.00 Uhr sein" in mail.text.replace("\u00a0", " ") or "16 Uhr" in mail.text
    )
    again = entry_of(mail)
    assert again["uid"] == first["uid"] and again["sequence"] > first["sequence"] and again.start.day == 10


def test_a_date_moved_by_a_change_of_one_day_keeps_its_people(seminar):
    event, occasion = seminar
    change(event, what="moved", new_start=datetime.time(18, 0), words="Der Saal ist erst am Abend frei.")
    occasion.refresh_from_db()
    assert occasion.local_start.hour == 18 and occasion.registrations.count() == 3
    assert told("Neue Zeit") == everybody()
    assert "Der Saal ist erst am Abend frei." in mails("Neue Zeit")[0].text


def test_a_cancelled_date_is_told_to_everybody_and_leaves_their_calendars(seminar):
    event, occasion = seminar
    change(event, what="cancelled", words="Die Referentin ist krank.")
    assert told("Fällt aus") == everybody()
    mail = next(mail for mail in mails("Fällt aus") if mail.attachments)
    assert entry_of(mail)["status"] == "CANCELLED"
    assert "Die Referentin ist krank." in mail.text
    assert send(occasion, name="Zu Spät").status_code == 410
    event.save_revision().publish()
    assert len(mails("Fällt aus")) == 3  # told once, however often the page is published


def test_publishing_again_without_a_change_tells_nobody(seminar):
    event, _occasion = seminar
    before = Notice.objects.count()
    event.title = "Mitreden lernen, neu"
    event.save_revision().publish()
    assert Notice.objects.count() == before
    assert Occasion.objects.get().title == "Mitreden lernen, neu"


def test_a_date_taken_off_the_page_is_a_cancelled_date(seminar):
    event, occasion = seminar
    value = dict(event.times.pop().value) | {"date": datetime.date(2036, 12, 20)}
    event.times.append(("day", value))  # a new block, not the old one changed
    event.save_revision().publish()
    occasion.refresh_from_db()
    assert occasion.is_cancelled and told("Fällt aus") == everybody()
    assert Occasion.objects.filter(state="planned").count() == 1


def test_deleting_the_page_cancels_its_dates(seminar):
    event, occasion = seminar
    event.delete()
    occasion.refresh_from_db()
    assert occasion.is_cancelled and told("Fällt aus") == everybody()


def test_the_office_is_told_about_people_without_e_mail(seminar):
    _event, occasion = seminar
    Registration.objects.filter(name="Zwei Zwei").update(address="", digest="", phone="0911 55")
    occasions.cancel(occasion.pk)
    assert told("Fällt aus") == everybody() - {"zwei.zwei@example.org"}
    office = Notice.objects.get(purpose="events.office")
    assert "Zwei Zwei: 0911 55" in office.text and office.language == "de"


def test_registrations_are_deleted_when_their_time_is_over_and_the_number_stays(seminar):
    _event, occasion = seminar
    assert DataProtection.longest("keep_registrations_days") == 60
    with time_machine.travel(START + datetime.timedelta(days=50), tick=False):
        call_command("retention", "--really", stdout=io.StringIO())
        assert Registration.objects.count() == 3
    with time_machine.travel(START + datetime.timedelta(days=61), tick=False):
        call_command("retention", "--really", stdout=io.StringIO())
    assert Registration.objects.count() == 0
    occasion.refresh_from_db()
    assert occasion.forgotten == 2
    assert not Notice.objects.filter(purpose="events.registration").exclude(address="").exists()


def test_the_log_says_what_happened_and_to_nobody_by_name(seminar):
    _event, occasion = seminar
    occasions.cancel(occasion.pk)
    entries = ModelLogEntry.objects.filter(action__startswith="events.")
    assert {"events.registration_added", "events.occasion_cancelled"} <= set(entries.values_list("action", flat=True))
    for entry in entries:
        assert "Eins" not in entry.label + str(entry.data) and entry.message


def test_the_same_date_in_two_languages_is_one_occasion(seminar, locales):
    event, occasion = seminar
    from tests.bodies import ARABIC, translate_tree

    translate_tree(event.get_parent().specific, locale=locales["ar"], words=ARABIC)
    arabic = event.copy_for_translation(locales["ar"])
    arabic.title = "تعلّم المشاركة"
    arabic.save_revision().publish()
    assert Occasion.objects.count() == 1
    send(occasion, name="Amira Saleh", language="ar")
    assert "تعلّم المشاركة" in mails()[-1].subject

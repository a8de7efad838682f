"""Events that people can register for, and what people write into the form."""

import datetime
import re

import time_machine
from django.test import Client
from django.utils import timezone

from cms.core import public_forms
from cms.directory.models import Person
from cms.events.models import EventIndexPage, Occasion, OpenSlots, Registration, RegistrationSettings
from cms.notices.models import Notice
from tests.events.content import make_event, make_index

START = timezone.make_aware(datetime.datetime(2036, 12, 3, 16, 0))


def make_seminar(home, *, start=START, end=START + datetime.timedelta(hours=2), dates=None, title="Mitreden lernen", **terms):
    """An event with places; returns (event, its first occasion)."""
    index = EventIndexPage.objects.first() or make_index(home)
    event = make_event(index, title=title, dates=dates or [(start, end)])
    event.registration_settings.add(RegistrationSettings(**{"capacity": 2, "closes_hours": 1} | terms))
    event.save_revision().publish()
    return event, Occasion.objects.filter(event_key=event.translation_key).first()


def make_consultation(home, *, members=("Hoa Tran", "Tesfay Berhane"), minutes=20, pause=0, end=None, **terms):
    """Two members, two hours, every twenty minutes: twelve appointments."""
    event = make_event(make_index(home), title="Sprechstunde", dates=[(START, end or START + datetime.timedelta(hours=2))])
    people = [Person.objects.create(name=name, locale=event.locale, languages=["de", "tr"]) for name in members]
    rows = [("member", {"person": person, "begins": None, "ends": None, "room": "Zimmer 3"}) for person in people]
    event.open_slots.add(OpenSlots(minutes=minutes, pause_minutes=pause, members=rows))
    if terms:
        event.registration_settings.add(RegistrationSettings(**terms))
    event.save_revision().publish()
    return event, Occasion.objects.get(event_key=event.translation_key)


def stamp(seconds: int = 60) -> str:
    """The form was shown that long ago."""
    with time_machine.travel(timezone.now() - datetime.timedelta(seconds=seconds), tick=False):
        return public_forms.stamp()


def written(name="Amira Saleh", *, address=None, started=None, **more) -> dict:
    """What a person typed."""
    address = address if address is not None else f"{re.sub(r'[^a-z]', '.', name.lower())}@example.org"
    return {"name": name, "address": address, "started": started or stamp(), "website": "", **more}


def send(occasion, *, language="de", client=None, **typed):
    return (client or Client()).post(f"/{language}/events/registration/{occasion.pk}/", written(**typed))


def mails(kind: str = "") -> list[Notice]:
    found = Notice.objects.filter(purpose="events.registration").order_by("pk")
    return [mail for mail in found if kind in mail.subject]


def link_in(mail: Notice, *, last: bool = False) -> str:
    found = re.findall(r"https?://[^/\s]+(/\S+/events/mine/\S+/)", mail.text)
    return found[-1 if last else 0]


def states(occasion) -> list[tuple[str, str]]:
    return list(Registration.objects.filter(occasion=occasion).order_by("pk").values_list("name", "state"))

"""Mails to people who registered: what happened, when and where, a calendar file, and the link for everything else.

All kinds share templates/events/registration_mail; the words of each kind are there.
"""

import datetime
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings as django_settings
from django.utils import translation
from django.utils.text import slugify
from django.utils.translation import gettext as _
from wagtail.models import Site

from cms.notices.writing import Attachment, notify, office_notify

from .ical import calendar_entry
from .links import address_of
from .models import EventDate, EventPage, Occasion, Registration
from .terms import page_of, words_of

TEMPLATE = "events/registration_mail"
WITH_ENTRY = ("registered", "moved_up", "moved", "reminder")  # the calendar file that lets people come
WITHOUT_PLACE = ("cancelled", "called_off")  # the file that takes it out of their calendars
State = Registration.State


@dataclass(frozen=True)
class Time:
    """What the calendar file needs to know of a date."""

    start: datetime.datetime
    end: datetime.datetime | None
    place: str


def send(
    registration: Registration,
    *,
    kind: str = "",
    second: Registration | None = None,
    was: datetime.datetime | None = None,
    by_office: bool = False,
    tell_office: bool = True,
) -> None:
    """One mail, or a note to the office for people without an address. `kind`: by default what the state says.

    `second`: what the same address asked for again; `was`: when it was to be before it was moved.
    """
    kind = kind or registration.state
    occasion = registration.occasion
    if not registration.address:
        if tell_office and kind == "moved_up":
            office(occasion, [registration], kind=kind)
        return
    event = page_of(occasion.event_key, language=registration.language)
    words = words_of(occasion.event_key, language=registration.language)
    notify(
        TEMPLATE,
        to=registration.address,
        language=registration.language,
        site=site_of(event),
        purpose="events.registration",
        about=about(registration),
        attachments=files(registration, kind=kind, event=event),
        context={
            "kind": kind,
            "language": registration.language,
            "registration": registration,
            "occasion": occasion,
            "date": registration.date,
            "title": event.title if event else occasion.title,
            "event": event,
            "place": place_of(occasion, event=event),
            "changed": what_changed(occasion, event=event),
            "note": words.note if words else "",
            "url": address_of(registration),
            "second": second,
            "second_url": address_of(second) if second else "",
            "was": Occasion(start=was, end=None) if was else None,
            "by_office": by_office,
        },
    )


def files(registration: Registration, *, kind: str, event: EventPage | None) -> list[Attachment]:
    cancelled = kind in WITHOUT_PLACE
    if event is None or registration.state == State.WAITING or kind not in WITH_ENTRY + WITHOUT_PLACE:
        return []
    return [Attachment(file_name(event), "text/calendar", calendar_file(registration, event=event, cancelled=cancelled))]


def calendar_file(registration: Registration, *, event: EventPage, cancelled: bool = False) -> bytes:
    """The registration as an entry for the person's calendar, in the language of `event`."""
    occasion, slot = registration.occasion, registration.slot
    time = slot or occasion
    note = ""
    if slot:
        with translation.override(event.language_code):
            note = _("Your appointment with %(member)s") % {"member": slot.member}
    return calendar_entry(
        event,
        Time(time.start, time.end, occasion.place),
        uid=f"{registration.uid}@{urlsplit(django_settings.BASE_URL).hostname}",
        sequence=occasion.sequence + cancelled,
        cancelled=cancelled,
        note=note,
    )


def file_name(event: EventPage) -> str:
    return f"{slugify(event.slug)[:40] or 'termin'}.ics"


def place_of(occasion: Occasion, *, event: EventPage | None) -> list[str]:
    """Lines: the place of this day, and street and way there if it is the event's own place."""
    if event is None:
        return [occasion.place] if occasion.place else []
    date = date_of(occasion, event=event)
    where = date.where if date else event.place
    lines = [where, event.address, event.way] if where == event.place else [where]
    return [line for line in lines if line]


def what_changed(occasion: Occasion, *, event: EventPage | None) -> str:
    """The editor's own words about a date that was moved or called off."""
    date = date_of(occasion, event=event) if event else None
    return date.note if date else ""


def date_of(occasion: Occasion, *, event: EventPage) -> EventDate | None:
    """The date on the page of one language."""
    return event.dates.filter(key=occasion.date_key).first()


def office(occasion: Occasion, silent: list[Registration], *, kind: str) -> None:
    """Somebody has no e-mail: please phone."""
    event = page_of(occasion.event_key)
    office_notify(
        "events/admin/office_mail",
        site=site_of(event),
        purpose="events.office",
        about=about(silent[0]),
        context={"kind": kind, "occasion": occasion, "people": silent},
    )


def site_of(event: EventPage | None) -> Site | None:
    return event.get_site() if event else None


def about(registration: Registration) -> str:
    return f"registration {registration.uid}"

"""The demo's seminar with registration and its consultation hour with appointments, and invented people in both.

No mails are written for them: who tries the demo sees only mails about what they do themselves.
"""

import datetime
import re
import unicodedata

from django.utils import timezone
from wagtail.models import Page

from cms.core.addresses import digest
from cms.directory.models import Person
from cms.events import slots
from cms.events.models import EventPage, Occasion, OpenSlots, Registration, RegistrationSettings, Slot

from .content import registrations as words
from .ledger import Ledger

SEMINAR, CONSULTATION = "seminar-mitreden", "sprechstunde"
PLACES = 20


def ensure_terms(pages: list[Page]) -> None:
    """Before the pages are translated: on which terms people register."""
    for page in pages:
        if page.slug == SEMINAR and not page.registration_settings.exists():
            open_seminar(page)
        if page.slug == CONSULTATION and not page.open_slots.exists():
            open_consultation(page)


def open_seminar(page: EventPage) -> None:
    page.registration_settings.add(
        RegistrationSettings(
            capacity=PLACES,
            group_max=2,
            closes=moment("2027-01-22", "18:00"),
            reminder_days=3,
            ask_diet=True,
            ask_interpreter=True,
            ask_childcare=True,
            questions=[("question", words.QUESTION)],
            note=words.NOTE,
        )
    )
    page.save_revision().publish()


def open_consultation(page: EventPage) -> None:
    rows = []
    for name, begins, ends, room in words.MEMBERS:
        if person := Person.objects.filter(name=name, locale=page.locale).first():
            times = {"begins": begins and time(begins), "ends": ends and time(ends)}
            rows.append(("member", {"person": person, "room": room, **times}))
    page.open_slots.add(OpenSlots(minutes=20, members=rows))
    page.registration_settings.add(RegistrationSettings(closes_hours=20, reminder_days=1, ask_interpreter=True))
    page.save_revision().publish()


def ensure_registrations(pages: list[Page], *, ledger: Ledger) -> None:
    """Last, when everything is published in every language."""
    keys = {page.slug: page.translation_key for page in pages}
    seminar = Occasion.objects.filter(event_key=keys[SEMINAR]).first()
    if seminar and not seminar.registrations.exists():
        fill_seminar(seminar)
        ledger.note("registrations", count=len(words.SEMINAR))
    hours = Occasion.objects.filter(event_key=keys[CONSULTATION])
    if not Registration.objects.filter(occasion__in=hours).exists():
        ledger.note("appointments", count=sum(book(row, hours=hours) for row in words.BOOKED))


def fill_seminar(occasion: Occasion) -> None:
    page = EventPage.objects.get(translation_key=occasion.event_key, locale__language_code="de")
    own = f"own-{page.registration_settings.get().questions[0].id}"
    taken, first = 0, timezone.now() - datetime.timedelta(days=9)
    for place, (name, language, people, food, interpreter, children, group) in enumerate(words.SEMINAR):
        waits = taken + people > PLACES
        taken += 0 if waits else people
        answers = {"diet": food, "interpreter": interpreter, "childcare": children, own: group}
        Registration.objects.create(
            occasion=occasion,
            state=Registration.State.WAITING if waits else Registration.State.REGISTERED,
            people=people,
            answers={key: value for key, value in answers.items() if value},
            registered_at=first + datetime.timedelta(hours=7 * place),
            **person(name, language=language),
        )


def book(row: tuple, *, hours) -> bool:
    day, member, at, name, language, interpreter = row
    slot = Slot.objects.filter(occasion__in=hours, member=words.MEMBERS[member][0], start=moment(day, at)).first()
    if slot is None or slot not in slots.free_slots(slot.occasion):
        return False  # the demo is made on a later day: that appointment is over
    answers = {"interpreter": interpreter} if interpreter else {}
    Registration.objects.create(
        occasion=slot.occasion,
        slot=slot,
        state=Registration.State.REGISTERED,
        answers=answers,
        **person(name, language=language),
    )
    return True


def person(name: str, *, language: str) -> dict:
    """Name and how to reach them; the office wrote down who has no e-mail."""
    fields = {"name": name, "language": language, "note": words.NOTES.get(name, "")}
    if name in words.WITHOUT_MAIL:
        return fields | {"phone": words.WITHOUT_MAIL[name], "source": Registration.Source.OFFICE}
    letters = unicodedata.normalize("NFKD", name.replace("ı", "i")).encode("ascii", "ignore").decode().lower()
    address = f"{re.sub('[^a-z]+', '.', letters).strip('.')}@post.example"
    return fields | {"address": address, "digest": digest(address)}


def time(text: str) -> datetime.time:
    return datetime.time.fromisoformat(text)


def moment(day: str, at: str) -> datetime.datetime:
    return timezone.make_aware(datetime.datetime.combine(datetime.date.fromisoformat(day), time(at)))

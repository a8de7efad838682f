"""Lists of one occasion: for the door (who comes and what they need; no addresses), and with contacts for the office."""

from dataclasses import dataclass

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from cms.core.context import html_lang
from cms.core.medium import Medium
from cms.directory import spoken
from cms.renditions.pdf import make_pdf
from cms.renditions.render import Rendition
from cms.renditions.renderable import Product

from .models import Occasion, Registration, Slot
from .questions import questions_of, short_labels
from .terms import Terms, words_of
from .wording import clock

SHEET = Product("door-list", "", "a4", "events/admin/door_list.print.html")
LANGUAGES = dict(settings.LANGUAGES)


def in_german(code: str) -> str:
    """As the office reads it: not every door knows what العربية says."""
    return spoken.name_of(code, language=settings.LANGUAGE_CODE) or LANGUAGES.get(code, code)


@dataclass(frozen=True)
class Line:
    """One row at the door. `registration` is None for an appointment that nobody has booked."""

    registration: Registration | None
    slot: Slot | None
    needs: list[tuple[str, str]]

    @property
    def language(self) -> str:
        """Only where it is not German: somebody may have to help."""
        code = self.registration.language if self.registration else settings.LANGUAGE_CODE
        return "" if code.startswith(settings.LANGUAGE_CODE) else in_german(code)


def lines_of(occasion: Occasion, *, terms: Terms) -> list[Line]:
    """By time of the appointment, else by name."""
    coming = occasion.registrations.filter(state=Registration.State.REGISTERED).select_related("slot")
    questions = asked(occasion)
    if terms.slots is None:
        people = sorted(coming, key=lambda row: row.name.casefold())
        return [Line(row, None, needs_of(row, questions=questions)) for row in people]
    booked = {row.slot_id: row for row in coming}
    return [
        Line(booked.get(slot.pk), slot, needs_of(booked[slot.pk], questions=questions) if slot.pk in booked else [])
        for slot in occasion.slots.all()
        if slot.pk in booked or slot.state == Slot.State.OPEN
    ]


def asked(occasion: Occasion) -> list:
    """In the office's language, whatever language people answered in."""
    return questions_of(words_of(occasion.event_key, language=settings.LANGUAGE_CODE))


def needs_of(registration: Registration, *, questions: list) -> list[tuple[str, str]]:
    """(what, answer), short, without what was not answered."""
    short = short_labels()
    answered = [
        (short.get(question.key, question.label.rstrip("?: ")), question.said(registration.answers)) for question in questions
    ]
    return [(label, said) for label, said in answered if said]


def as_pdf(occasion: Occasion, *, terms: Terms) -> bytes:
    """For the printer on the corridor. Raises PdfError."""
    with translation.override(settings.LANGUAGE_CODE):
        html = render_to_string(SHEET.template, context(occasion, terms=terms) | {"medium": Medium.PRINT.value})
    rendition = Rendition(page=terms.page, medium=Medium.PRINT, language=settings.LANGUAGE_CODE, content=html, product=SHEET)
    return make_pdf(rendition).data


def context(occasion: Occasion, *, terms: Terms) -> dict:
    lines = lines_of(occasion, terms=terms)
    return {
        "page": terms.page,
        "council": terms.page.council,
        "occasion": occasion,
        "lines": lines,
        "people": sum(row.registration.people for row in lines if row.registration),
        "with_slots": terms.slots is not None,
        "now": timezone.now(),
        "html_lang": html_lang(settings.LANGUAGE_CODE),
        "html_dir": "ltr",
        "language": settings.LANGUAGE_CODE,
    }


def table(occasion: Occasion, *, terms: Terms, contacts: bool) -> tuple[list[str], list[list]]:
    """(heads, rows) for spreadsheets; `contacts` is the office's own list, with the waiting list."""
    questions, short = asked(occasion), short_labels()
    heads = [_("Appointment"), _("With")] if terms.slots else []
    heads += [_("Name"), _("People"), _("Language")]
    if contacts:
        heads += [_("State"), _("E-mail"), _("Phone"), _("Registered on"), _("Note")]
    heads += [short.get(question.key, question.label) for question in questions]
    rows = occasion.registrations.exclude(state=Registration.State.HELD).select_related("slot")
    if not contacts:
        rows = rows.filter(state=Registration.State.REGISTERED)
    return heads, [cells(row, questions=questions, with_slots=terms.slots is not None, contacts=contacts) for row in rows]


def cells(row: Registration, *, questions: list, with_slots: bool, contacts: bool) -> list:
    found = [clock(row.slot.start) if row.slot else "", row.slot.member if row.slot else ""] if with_slots else []
    found += [row.name, row.people, in_german(row.language)]
    if contacts:
        moment = timezone.localtime(row.registered_at).strftime("%d.%m.%Y %H:%M")
        found += [row.get_state_display(), row.address, row.phone, moment, row.note]
    return found + [question.said(row.answers) for question in questions]

"""Entries, a council and their pages for tests."""

import datetime

from django.utils import timezone
from wagtail.models import Locale

from cms.directory.models import Committee, CouncilPage, DirectoryPage, Mandate, Need, Organisation, Person, Seat, Session, Term

TERM = (datetime.date(2025, 11, 1), datetime.date(2031, 10, 31))


def german():
    return Locale.objects.get(language_code="de")


def make_need(name: str, *, key: str = "", order: int = 10) -> Need:
    return Need.objects.create(name=name, key=key, sort_order=order, locale=german())


def make_organisation(name: str = "Brückenhaus", **fields) -> Organisation:
    values = {"needs": "papiere", "languages": "de,ar", "district": "Südstadt", "phone": "089 99991-310"}
    values |= {"email": "rat@brueckenhaus.example", "helps_with": "Beratung vom ersten Tag an"}
    return Organisation.objects.create(locale=german(), **{"name": name, **values, **fields})


def translated(entry, code: str, **words):
    copy = entry.copy_for_translation(Locale.objects.get_or_create(language_code=code)[0])
    for name, said in words.items():
        setattr(copy, name, said)
    copy.save()
    return copy


def published(kind, home, **fields):
    page = kind(locale=home.locale, **fields)
    home.add_child(instance=page)
    page.save_revision().publish()
    return page


def make_directory(home, **fields) -> DirectoryPage:
    return published(DirectoryPage, home, **{"title": "Wer hilft wobei?", "slug": "anlaufstellen", **fields})


def make_council(home, **fields) -> CouncilPage:
    """Three elected members on two lists, one appointed; a committee; a session of the council and one of the committee."""
    term = Term.objects.create(starts=TERM[0], ends=TERM[1])
    committee = Committee.objects.create(name="Finanzausschuss", task="Verteilt das Geld", locale=german())
    rows = [
        ("Jaspal Gill", "elected", "Vielfalt Lindenau", "chair"),
        ("Rosa Delgado", "elected", "Frauen mischen mit", "member"),
        ("Omid Rahimi", "elected", "Vielfalt Lindenau", "deputy"),
        ("Georg Zandt", "appointed", "Fraktion Bürgerforum", "member"),
    ]
    for name, kind, list_name, function in rows:
        person = Person.objects.create(name=name, locale=german(), languages="de,pa")
        mandate = Mandate.objects.create(person=person, term=term, kind=kind, list_name=list_name, function=function)
        if function != "member":
            Seat.objects.create(mandate=mandate, committee=committee, function="chair" if function == "deputy" else "member")
    make_session(days=20, agenda=[("Begrüßung", False), ("Sprachmittler in jede Schule", False), ("Personalsache Huber", True)])
    make_session(days=30, committee=committee, is_public=False)
    values = {
        "title": "Der Rat",
        "slug": "rat",
        "about": "<p>Er berät den Stadtrat.</p>",
        "agenda_note": "Eine Woche vorher hier.",
    }
    goals = [("goal", {"title": f"Ziel {number}", "text": "Das wollen wir erreichen."}) for number in range(1, 12)]
    return published(CouncilPage, home, **{**values, "goals": goals, **fields})


def make_session(*, days: int, committee=None, is_public: bool = True, agenda=()) -> Session:
    start = timezone.localtime().replace(hour=18, minute=0, second=0, microsecond=0) + datetime.timedelta(days=days)
    items = [("item", {"title": title, "text": "", "closed": closed}) for title, closed in agenda]
    return Session.objects.create(
        locale=german(), starts_at=start, place="Ratssaal", committee=committee, is_public=is_public, agenda=items
    )

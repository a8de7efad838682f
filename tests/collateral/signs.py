"""Posters, signs and calendars for the tests of this room."""

import datetime

from wagtail.models import Page

from cms.collateral.models import CalendarPage, PosterPage, WelcomeSignPage
from tests.factories import make_image

ENTRIES = [
    ("2027-02-09", None, "18 Uhr", "Sitzung des Integrationsrats", "council", "Rathaus", ""),
    ("2027-05-22", "2027-05-23", "", "Straßenfest", "culture", "Rübezahlplatz", ""),
    ("2027-09-25", None, "11 Uhr", "Eröffnung mit Chor", "culture", "Fischmarkt", "Danach Suppe."),
    ("2027-09-25", None, "9 Uhr", "Stadtrundgang", "learning", "Alte Brücke", ""),
    ("2027-09-27", None, "19 Uhr", "Film: Die Näherinnen", "culture", "Kino Kurbel", ""),
]
NAMES = ("date", "end", "time", "title", "kind", "place", "text")


def added(page: Page, *, home: Page) -> Page:
    page.locale = home.locale
    home.add_child(instance=page)
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def make_poster(home: Page, *, picture: bool = True, **fields) -> PosterPage:
    values = {
        "title": "Plakat Frühstück",
        "slug": "plakat",
        "kicker": "Offenes Frühstück",
        "claim": "Bring mit, was du morgens isst.",
        "text": "Sechs Sorten Tee sind da, Brezeln auch.",
        "when": "Sonntag, 29. November 2026, 9.30 Uhr",
        "where": "Alte Feuerwache",
        "picture_alt": "Ein gedeckter Tisch",
    }
    return added(PosterPage(**(values | fields), picture=make_image("Tisch") if picture else None), home=home)


def make_sign(home: Page, *, languages: list[str], **fields) -> WelcomeSignPage:
    values = {
        "title": "Schild",
        "slug": "schild",
        "greeting": "Herzlich willkommen",
        "place": "im Rathaus",
        "text": "Fragen Sie uns.",
    }
    return added(WelcomeSignPage(**(values | fields), languages=languages), home=home)


def make_calendar(home: Page, **fields) -> CalendarPage:
    values = {"title": "Jahreskalender", "slug": "kalender", "year": 2027, "state": "BY", "feasts": ["nowruz", "eid-al-fitr"]}
    page = CalendarPage(**(values | fields))
    page.entries = page._meta.get_field("entries").to_python(
        [
            {"type": "entry", "value": dict(zip(NAMES, row, strict=True)), "id": f"entry-{place}"}
            for place, row in enumerate(ENTRIES)
        ]
    )
    return added(page, home=home)


WEEK = {
    "programme_title": "Woche der Vielfalt",
    "programme_from": datetime.date(2027, 9, 25),
    "programme_until": datetime.date(2027, 10, 3),
}

"""An event with everything, as editors build it."""

import datetime

from django.utils import timezone
from django.utils.text import slugify

from cms.directory.models import Organisation, Person
from cms.events.models import EventIndexPage, EventPage, EventSeriesPage
from tests.factories import make_image, paragraph

BERLIN = timezone.get_default_timezone()


def moment(*parts: int) -> datetime.datetime:
    return datetime.datetime(*parts, tzinfo=BERLIN)


def make_index(home) -> EventIndexPage:
    index = EventIndexPage(title="Termine", slug="termine", standfirst="Was wir vorhaben.")
    home.add_child(instance=index)
    index.save_revision().publish()
    return index


def one_date(start: datetime.datetime, end: datetime.datetime | None = None) -> tuple[str, dict]:
    """A block of the stream `times`."""
    start = timezone.localtime(start)
    value = {"date": start.date(), "start": start.time().replace(microsecond=0), "end": None, "last": None}
    if end:
        end = timezone.localtime(end)
        value |= {"end": end.time(), "last": end.date() if end.date() != start.date() else None}
    return ("day", value)


def rhythm(rhythm: str, first: str, until: str, *, start: str = "09:30", end: str = "12:30", weekdays=(), without=()):
    """A block of the stream `times`. Days as 2036-11-29."""
    day, time = datetime.date.fromisoformat, datetime.time.fromisoformat
    return (
        "regularly",
        {
            "rhythm": rhythm,
            "weekdays": list(weekdays),
            "start": time(start),
            "end": time(end) if end else None,
            "first": day(first),
            "until": day(until),
            "without": [day(one) for one in without],
        },
    )


def change(date: str, what: str = "cancelled", **values) -> tuple[str, dict]:
    """A block of the stream `times`: what became of the date planned for that day."""
    empty = {"new_date": None, "new_start": None, "new_end": None, "place": "", "words": ""}
    return ("change", empty | {"date": datetime.date.fromisoformat(date), "what": what} | values)


def access(*languages: str, kind: str = "step_free") -> dict:
    return {"kind": kind, "state": "yes", "title": "Ohne Stufen", "text": "Rampe am Hof", "languages": list(languages)}


def make_series(parent, *, title: str = "Rat auf Tour", **fields) -> EventSeriesPage:
    values = {
        "slug": slugify(title),
        "kicker": "Integrationsrat Lindenau",
        "standfirst": "Ein Stand, zwei Klappstühle.",
        "picture": make_image(title),
        "picture_alt": "Zeichnung: ein Stand",
        "body": [paragraph("Wir kommen in jedes Viertel.")],
    }
    series = EventSeriesPage(title=title, **(values | fields))
    parent.add_child(instance=series)
    series.save_revision().publish()
    return series


def make_event(parent, *, title: str = "Wer wird Lotse?", dates=None, times=None, **fields) -> EventPage:
    """A breakfast with programme, a speaker of the directory and a partner."""
    speaker = Person.objects.create(name="Hoa Tran", function="Lotsin", locale=parent.locale)
    partner = Organisation.objects.create(name="Frauentreff Südstadt", locale=parent.locale)
    values = {
        "kicker": "Offenes Frühstück",
        "standfirst": "Es gibt Fladenbrot und sechs Sorten Tee.",
        "picture": make_image(title),
        "picture_alt": "Zeichnung: ein Tisch mit Brot",
        "place": "Alte Feuerwache",
        "address": "Gaswerkstraße 5",
        "district": "Südstadt",
        "host": "Integrationsrat",
        "cost": "Kostenlos",
        "registration": "Bis 25. November im Rathaus",
        "questions": "Was tut eine Lotsin?\nUnd was nicht?",
        "access": [("access", access())],
        "programme": [
            (
                "item",
                {
                    "start": datetime.time(10, 0),
                    "end": None,
                    "title": "Was eine Lotsin nicht tut",
                    "kind": "talk",
                    "text": "",
                    "speakers": [
                        {"person": speaker, "name": "", "function": ""},
                        {"person": None, "name": "Ines Kaltwasser", "function": "Büro"},
                    ],
                },
            ),
            (
                "item",
                {"start": datetime.time(11, 15), "end": None, "title": "Pause", "kind": "break", "text": "", "speakers": []},
            ),
        ],
        "partners": [("partner", partner)],
        "body": [paragraph("Sie gehen mit zum Amt.")],
    }
    event = EventPage(title=title, **({"slug": slugify(title)} | values | fields))
    usual = [(moment(2036, 11, 29, 9, 30), moment(2036, 11, 29, 12, 30))]
    event.times = times or [one_date(start, end) for start, end in dates or usual]
    parent.add_child(instance=event)
    event.save_revision().publish()
    return event

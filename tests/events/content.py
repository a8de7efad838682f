"""An event with everything, as editors build it."""

import datetime

from django.utils import timezone
from django.utils.text import slugify

from cms.directory.models import Organisation, Person
from cms.events.models import EventDate, EventIndexPage, EventPage
from tests.factories import make_image, paragraph

BERLIN = timezone.get_default_timezone()


def moment(*parts: int) -> datetime.datetime:
    return datetime.datetime(*parts, tzinfo=BERLIN)


def make_index(home) -> EventIndexPage:
    index = EventIndexPage(title="Termine", slug="termine", standfirst="Was wir vorhaben.")
    home.add_child(instance=index)
    index.save_revision().publish()
    return index


def make_event(parent, *, title: str = "Wer wird Lotse?", dates=None, **fields) -> EventPage:
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
        "access": [("access", {"kind": "step_free", "state": "yes", "title": "Ohne Stufen", "text": "Rampe am Hof"})],
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
    for start, end in dates or [(moment(2036, 11, 29, 9, 30), moment(2036, 11, 29, 12, 30))]:
        event.dates.add(EventDate(start=start, end=end))
    parent.add_child(instance=event)
    event.save_revision().publish()
    return event

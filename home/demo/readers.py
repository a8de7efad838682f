"""Topics and invented subscribers, added the way an office adds people: with written consent, through newsletter.optin."""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from anyascii import anyascii
from django.conf import settings
from django.utils import timezone

from newsletter import optin
from newsletter.models import Subscriber, Topic

from .content import readers, site
from .ledger import Ledger

DOMAIN = "lindenau.example"


@dataclass(frozen=True)
class Reader:
    address: str
    language: str
    topics: tuple[str, ...]
    source: tuple[str, tuple[int, int, int]]


def ensure_topics(*, ledger: Ledger) -> dict[str, Topic]:
    topics = {}
    for content in readers.TOPICS:
        topics[content["slug"]], created = Topic.objects.get_or_create(slug=content["slug"], defaults=content)
        ledger.note("topics", created)
    return topics


def ensure_readers(*, topics: dict[str, Topic], ledger: Ledger) -> None:
    """Everybody at once or nobody: whoever was erased or left since must not come back with the next run."""
    if Subscriber.objects.exists():
        return
    everybody = list(invented_readers())
    for number, reader in enumerate(everybody):
        subscriber = enrol(reader, topics=topics)
        if number < readers.WHO_LEFT:
            optin.leave(subscriber, way="mail")
    for reader in office_readers():
        enrol(reader, topics=topics)
    ledger.note("subscribers", count=Subscriber.objects.count())


def invented_readers() -> Iterator[Reader]:
    """The same people in the same order every time."""
    wishes = [("zeitung", "termine"), ("zeitung",), ("zeitung", "termine"), ("termine",)]
    for language, count in readers.READERS.items():
        given, family = readers.NAMES[language]
        for number in range(count):
            name = f"{given[number % len(given)]}.{family[(number + number // len(given)) % len(family)]}"
            mark = ".ls" if language == "de-x-leicht" else ""
            yield Reader(
                address=f"{latin(name)}{mark}@{DOMAIN}",
                language=language,
                topics=wishes[number % len(wishes)],
                source=readers.SOURCES[number % len(readers.SOURCES)],
            )


def office_readers() -> Iterator[Reader]:
    for language, _name in settings.LANGUAGES:
        yield Reader(f"probe.{language}@{DOMAIN}", language, ("redaktion",), readers.OFFICE_SOURCE)


def latin(name: str) -> str:
    """A name as it stands in an address: jürgen.pöhlmann → juergen.poehlmann."""
    spelled = name.lower().translate(str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"}))
    return re.sub(r"[^a-z.]", "", anyascii(spelled).lower())


def enrol(reader: Reader, *, topics: dict[str, Topic]) -> Subscriber:
    source, day = reader.source
    at = timezone.make_aware(datetime.datetime(*day, 11))
    subscriber = optin.enrol(
        reader.address,
        language=reader.language,
        topics=[topics[slug] for slug in reader.topics],
        source=source,
        wording=optin.wording_for(language=reader.language, council_name=site.COUNCIL["council_name"]),
        at=at,
    )
    Subscriber.objects.filter(pk=subscriber.pk).update(created_at=at)
    return subscriber

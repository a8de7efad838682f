"""Writing what was judged: readers, subscriptions and entries of consent by COPY or executemany, requests by bulk_create.

The caller holds a transaction. Numbers are drawn beforehand, so that nothing has to be read back.
"""

import base64
import datetime
import hashlib
import json
import os
from dataclasses import dataclass, field
from functools import lru_cache

from django.db import connection, models
from django.utils import timezone
from wagtail.models import Site

from cms.core.models import CouncilSettings

from .. import segments
from ..models import ConsentEvent, ConsentWording, SignupRequest, Subscriber, Subscription, Topic
from ..models.consent import stamp
from ..optin import REQUEST_DAYS, wording_for
from .judging import Entry, Outcome, consent_moment

SUBSCRIBER = ("id", "uid", "address", "digest", "name", "language", "second_language", "third_language", "format")
SUBSCRIBER += ("state", "wants", "created_at", "changed_at")
SUBSCRIPTION = ("subscriber_id", "topic_id", "state", "changed_at")
EVENT = ("subject", "sequence", "kind", "at", "recorded_at", "language", "details", "address", "previous", "seal")


@dataclass
class Taking:
    """One import. `name` is the file's, for the evidence."""

    name: str
    site: Site | None
    _slugs: dict[int, str] = field(init=False)
    _wordings: dict[str, ConsentWording] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._slugs = dict(Topic.objects.values_list("pk", "slug"))

    def take(self, entries: list[Entry]) -> None:
        """Write a slice. Entries whose outcome changes nothing are left alone."""
        now = timezone.now()
        added = [entry for entry in entries if entry.outcome is Outcome.ADDED]
        added.sort(key=lambda entry: entry.digest)  # neighbours in the indexes are written one after the other
        extended = [entry for entry in entries if entry.outcome is Outcome.EXTENDED]
        asked = [entry for entry in entries if entry.outcome is Outcome.ASKED]
        numbers = draw_numbers(Subscriber, len(added))
        for entry, number in zip(added, numbers, strict=True):
            entry.subscriber = number
        if added or extended:
            bulk(Subscriber, SUBSCRIBER, self._subscribers(added, now))
            bulk(Subscription, SUBSCRIPTION, self._subscriptions(added + extended, now))
            bulk(ConsentEvent, EVENT, self._events(added + extended, now))
            segments.note_topics(entry.subscriber for entry in extended)
        if asked:
            self._ask(asked, now)

    def _subscribers(self, entries: list[Entry], now: datetime.datetime):
        moment, wants_of = as_stored(now), lru_cache(maxsize=256)(segments.wants_of)
        for entry, uid in zip(entries, new_uids(len(entries)), strict=True):
            yield (
                entry.subscriber,
                uid,
                entry.address,
                entry.digest,
                entry.name,
                entry.language,
                entry.second_language,
                entry.third_language,
                entry.format,
                "active",
                wants_of(entry.topics),
                moment,
                moment,
            )

    @staticmethod
    def _subscriptions(entries: list[Entry], now: datetime.datetime):
        moment = as_stored(now)
        for entry in entries:
            for topic in entry.topics:
                yield entry.subscriber, topic, "active", moment

    def _events(self, entries: list[Entry], now: datetime.datetime):
        """As evidence.record() writes them, with the seal put together from prepared pieces (see ConsentEvent.expected_seal)."""
        recorded, recorded_stored = stamp(now), as_stored(now)
        details_of = lru_cache(maxsize=256)(self._details)
        for entry in entries:
            at, at_stored = moments(entry.consent)
            if entry.earlier:
                details = as_json(self._facts(entry.source, entry.topics) | {"earlier": entry.earlier})
            else:
                details = details_of(entry.source, entry.topics)
            number, previous = (entry.head[0] + 1, entry.head[1]) if entry.head else (1, "")
            text = (
                f'["{entry.digest}", {number}, "enrolled", "{at}", "{recorded}", "{entry.language}", "", {details}, "{previous}"]'
            )
            seal = hashlib.sha256(text.encode()).hexdigest()
            yield (
                entry.digest,
                number,
                "enrolled",
                at_stored,
                recorded_stored,
                entry.language,
                details,
                entry.address,
                previous,
                seal,
            )

    def _details(self, source: str, topics: tuple[int, ...]) -> str:
        return as_json(self._facts(source, topics))

    def _facts(self, source: str, topics: tuple[int, ...]) -> dict:
        return {"source": source, "file": self.name, "topics": [self._slugs[topic] for topic in topics]}

    def _ask(self, entries: list[Entry], now: datetime.datetime) -> None:
        """Requests like those of the form; the sweeper has the mails sent little by little."""
        requests = SignupRequest.objects.bulk_create(
            [
                SignupRequest(
                    address=entry.address,
                    digest=entry.digest,
                    name=entry.name,
                    language=entry.language,
                    source=SignupRequest.Source.IMPORT,
                    wording=self._wording(entry.language),
                    form=self.name,
                    site=self.site,
                    requested_at=now,
                    expires_at=now + datetime.timedelta(days=REQUEST_DAYS),
                )
                for entry in entries
            ]
        )
        through = SignupRequest.topics.through
        wanted = zip(requests, entries, strict=True)
        through.objects.bulk_create(
            [through(signuprequest=request, topic_id=topic) for request, entry in wanted for topic in entry.topics]
        )
        ConsentEvent.objects.bulk_create(
            [self._asked_event(request, entry, now) for request, entry in zip(requests, entries, strict=True)]
        )

    def _asked_event(self, request: SignupRequest, entry: Entry, now: datetime.datetime) -> ConsentEvent:
        number, previous = (entry.head[0] + 1, entry.head[1]) if entry.head else (1, "")
        event = ConsentEvent(
            subject=entry.digest,
            sequence=number,
            kind=ConsentEvent.Kind.REQUESTED,
            at=now,
            recorded_at=now,
            language=entry.language,
            wording=request.wording,
            details={
                "request": str(request.uid),
                "source": request.source,
                "form": self.name,
                "topics": [self._slugs[topic] for topic in entry.topics],
            },
            address=entry.address,
            previous=previous,
        )
        event.seal = event.expected_seal()
        return event

    def _wording(self, language: str) -> ConsentWording:
        if language not in self._wordings:
            council = CouncilSettings.for_site(self.site) if self.site else CouncilSettings()
            name = council.council_name or council.council_short
            self._wordings[language] = wording_for(language=language, council_name=name)
        return self._wordings[language]


def as_json(value: dict) -> str:
    """As the seal writes it: sorted, ASCII."""
    return json.dumps(value, sort_keys=True, ensure_ascii=True)


def new_uids(number: int) -> list[str]:
    """As subscribers.new_uid(), many at once: a random beginning they share, so that they are neighbours in the index."""
    beginning = base64.urlsafe_b64encode(os.urandom(3)).decode()
    letters = base64.urlsafe_b64encode(os.urandom(9 * number)).decode()
    return sorted(beginning + letters[place : place + 12] for place in range(0, len(letters), 12))


@lru_cache(maxsize=1024)
def moments(day: datetime.date) -> tuple[str, str]:
    """A day as the seal writes it and as the database takes it."""
    moment = consent_moment(day)
    return stamp(moment), as_stored(moment)


def as_stored(moment: datetime.datetime) -> str:
    """As text: in each of very many rows psycopg would format a datetime anew."""
    return str(connection.ops.adapt_datetimefield_value(moment))


def prepare_connection() -> None:
    """On SQLite: 64 MB for the leaves of the indexes instead of 2, and 80 MB of journal before its pages go into the file:
    fingerprints come in no order, so that each slice changes many of the same pages.
    """
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA cache_size = -65536")
            cursor.execute("PRAGMA wal_autocheckpoint = 20000")


def draw_numbers(model: type[models.Model], number: int) -> list[int]:
    """Primary keys that nobody else gets. On SQLite the caller's transaction holds the only lock."""
    if not number:
        return []
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            draw = "WITH s AS MATERIALIZED (SELECT pg_get_serial_sequence(%s, 'id')::regclass AS name) "  # not for each number
            draw += "SELECT nextval(s.name) FROM s, generate_series(1, %s)"
            cursor.execute(draw, [table, number])
            return [row[0] for row in cursor.fetchall()]
        cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [table])
        last = cursor.fetchone()
        first = (last[0] if last else 0) + 1
        return list(range(first, first + number))


def bulk(model: type[models.Model], columns: tuple[str, ...], rows) -> None:
    """COPY on PostgreSQL, executemany elsewhere; every other column gets its default in the table or stays NULL."""
    table, names = model._meta.db_table, ", ".join(f'"{name}"' for name in columns)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            with cursor.cursor.copy(f'COPY "{table}" ({names}) FROM STDIN') as copy:
                for row in rows:
                    copy.write_row(row)
        else:
            places = ", ".join(["?"] * len(columns))
            sql = f'INSERT INTO "{table}" ({names}) VALUES ({places})'  # noqa: S608 -- names of our own
            connection.connection.executemany(sql, rows)

"""What becomes of each row of a file: decided for a slice at once, the same way in a dry run as when it is taken over."""

import datetime
import json
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db import connection, models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from cms.core.addresses import AddressError
from cms.core.tables import plain

from .. import towns
from ..headers import HeaderError, single_line
from ..models import ConsentEvent, SignupRequest, Subscriber, Subscription, Suppression, Topic
from .columns import ACTIVE_WORDS, Choices, day_of, language_of, squeezed
from .fingerprints import address_and_digest
from .seen import Seen

FORMATS = {"text": "text", "nurtext": "text", "plain": "text", "textonly": "text"}


class Outcome(models.TextChoices):
    """What a row leads to. The first three change something, the others say why nothing happens."""

    ADDED = "added", _("taken over with the consent from elsewhere")
    EXTENDED = "extended", _("already a reader; topics added with the consent from elsewhere")
    ASKED = "asked", _("without a proven consent: is asked by mail")
    KNOWN = "known", _("already on the list")
    WAITING = "waiting", _("has been asked already and has not answered yet")
    TWICE = "twice", _("stands in this file before")
    LEFT = "left", _("has unsubscribed: refused")
    BLOCKED = "blocked", _("is blocked or was erased: refused")
    INACTIVE = "inactive", _("was not subscribed where the file comes from: refused")
    BAD_ADDRESS = "address", _("no valid e-mail address")
    BAD_LANGUAGE = "language", _("unknown language")
    BAD_TOPIC = "topic", _("unknown topic")
    NO_TOPIC = "no-topic", _("no topic")
    BAD_DAY = "day", _("the day of the consent is not a day of the past")
    BAD_ROW = "row", _("the row cannot be read")


WAITING = (SignupRequest.State.NEW, SignupRequest.State.MAILED)
CHANGING = (Outcome.ADDED, Outcome.EXTENDED, Outcome.ASKED)


@dataclass(slots=True)
class Entry:
    """One row, understood. `consent` is the day it was given, None if the row proves none."""

    line: int
    address: str = ""
    digest: str = ""
    name: str = ""
    language: str = ""
    second_language: str = ""
    third_language: str = ""
    format: str = "html"
    topics: tuple[int, ...] = ()
    consent: datetime.date | None = None
    source: str = ""
    earlier: list | None = None  # the chain of another town
    outcome: Outcome | None = None
    subscriber: int | None = None  # if already on the list
    head: tuple[int, str] | None = None  # last number and seal of the chain, if there is one

    @property
    def is_proven(self) -> bool:
        return bool(self.source and self.consent)


class Refusal(Exception):
    """Why a row cannot become an entry."""

    def __init__(self, outcome: Outcome):
        super().__init__(outcome)
        self.outcome = outcome


@dataclass
class Judge:
    """Knows the choices of one import, and the topics."""

    choices: Choices
    seen: Seen | None = None  # for a dry run, in which nothing is in the tables yet
    _topics: dict[str, int] = field(init=False)
    _topic_sets: dict[str, tuple[int, ...]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self._topics = {}
        for topic in Topic.objects.all():
            for name in (topic.slug, topic.name, *(words.get("name", "") for words in topic.translations.values())):
                if name:
                    self._topics.setdefault(squeezed(name), topic.pk)
        self.file_day = day_of(self.choices.consent_date)

    def read(self, rows: Iterable[tuple[int, list | dict | None]]) -> list[Entry]:
        """Every row as an entry, in their order; with an outcome where the file alone decides. Asks no table."""
        entries, new = [], set()
        for line, cells in rows:
            entry = Entry(line)
            entries.append(entry)
            try:
                self._read(entry, cells)
            except Refusal as refusal:
                entry.outcome = refusal.outcome
                continue
            if entry.digest in new or (self.seen and not self.seen.add(entry.digest)):
                entry.outcome = Outcome.TWICE
            else:
                new.add(entry.digest)
        return entries

    @staticmethod
    def judge(entries: list[Entry]) -> None:
        """Give the others their outcome by what the tables know."""
        open_ones = {entry.digest: entry for entry in entries if entry.outcome is None}
        _look_up(open_ones)
        for entry in open_ones.values():
            if entry.outcome is None:
                entry.outcome = Outcome.ADDED if entry.is_proven else Outcome.ASKED

    def _read(self, entry: Entry, cells: list | dict | None) -> None:
        if cells is None:
            raise Refusal(Outcome.BAD_ROW)
        if isinstance(cells, dict):
            cells, entry.earlier = self._from_town(cells)
        else:
            cells = {name: cells[place] for name, place in self.choices.columns.items() if place < len(cells)}
        get = cells.get
        entry.address = plain(get("address") or "")
        try:
            entry.address, entry.digest = address_and_digest(entry.address)
        except AddressError:
            raise Refusal(Outcome.BAD_ADDRESS) from None
        if (state := get("state")) and squeezed(state) not in ACTIVE_WORDS:
            raise Refusal(Outcome.INACTIVE)
        entry.language = self._language(get("language")) or self.choices.language
        entry.second_language = self._language(get("second_language"))
        entry.third_language = self._language(get("third_language"))
        if kind := get("format"):
            entry.format = FORMATS.get(squeezed(kind), "html")
        entry.topics = self._topics_of(get("topics") or "")
        entry.name = _name(get("name") or "")
        self._read_consent(entry, day=get("consent_date") or "", source=get("consent_source") or "")

    def _from_town(self, record: dict) -> tuple[dict, list | None]:
        try:
            return towns.cells_of(record)
        except towns.NotARecord:
            raise Refusal(Outcome.BAD_ROW) from None

    def _language(self, text: str | None) -> str:
        if not text:
            return ""
        found = language_of(text)
        if not found:
            raise Refusal(Outcome.BAD_LANGUAGE)
        return found

    def _topics_of(self, text: str) -> tuple[int, ...]:
        found = self._topic_sets.get(text)
        if found is None:
            names = [name for name in text.replace(";", ",").replace("|", ",").split(",") if name.strip()]
            keys = [self._topics.get(squeezed(name)) for name in names]
            if None in keys:
                raise Refusal(Outcome.BAD_TOPIC)
            found = tuple(sorted(set(keys))) or tuple(sorted(self.choices.topics))
            if not found:
                raise Refusal(Outcome.NO_TOPIC)
            self._topic_sets[text] = found
        return found

    def _read_consent(self, entry: Entry, *, day: str, source: str) -> None:
        if day.strip():
            entry.consent = day_of(day)
            if entry.consent is None:
                raise Refusal(Outcome.BAD_DAY)
        else:
            entry.consent = self.file_day
        entry.source = (source.strip() or self.choices.consent_source)[:200]


def _name(text: str) -> str:
    text = plain(text)
    if text.isprintable() and "  " not in text:
        return text[:80]
    try:
        return single_line(text)[:80]
    except HeaderError:
        return ""


def _look_up(entries: dict[str, Entry]) -> None:
    """Settle what the tables know: blocked, left, on the list, asked; and where the chains of the others end."""
    if not entries:
        return
    digests = list(entries)
    for (digest,) in among(Suppression, "digest", digests):
        entries[digest].outcome = Outcome.BLOCKED
    readers = {}
    for digest, pk, state in among(Subscriber, "digest", digests, "id", "state"):
        entry = entries[digest]
        entry.subscriber = pk
        if state != Subscriber.State.ACTIVE:
            entry.outcome = entry.outcome or Outcome.LEFT
        elif entry.outcome is None:
            readers[pk] = entry
    if readers:
        _look_up_topics(readers)
    for digest, state in among(SignupRequest, "digest", digests, "state"):
        if state in WAITING and not entries[digest].is_proven:
            entries[digest].outcome = entries[digest].outcome or Outcome.WAITING
    for subject, sequence, seal in among(ConsentEvent, "subject", digests, "sequence", "seal"):
        entries[subject].head = max(entries[subject].head or (0, ""), (sequence, seal))


def _look_up_topics(readers: dict[int, Entry]) -> None:
    held: dict[int, dict[int, str]] = {}
    for subscriber, topic, state in among(Subscription, "subscriber_id", list(readers), "topic_id", "state"):
        held.setdefault(subscriber, {})[topic] = state
    for pk, entry in readers.items():
        states = held.get(pk, {})
        if any(states.get(topic) == Subscription.State.LEFT for topic in entry.topics):
            entry.outcome = Outcome.LEFT
            continue
        entry.topics = tuple(topic for topic in entry.topics if topic not in states)
        if not entry.topics:
            entry.outcome = Outcome.KNOWN
        elif entry.is_proven:
            entry.outcome = Outcome.EXTENDED


def among(model: type[models.Model], key: str, values: list, *columns: str) -> list[tuple]:
    """(key, columns …) of the rows whose key is among many values. A table with fewer rows than that is read as a whole.

    `values` are fingerprints or numbers: nothing that would have to be quoted within an array.
    """
    names = ", ".join(f'"{name}"' for name in (key, *columns))
    select = f'SELECT {names} FROM "{model._meta.db_table}"'  # noqa: S608 -- names of our own, here and below
    with connection.cursor() as cursor:
        cursor.execute(f"{select} LIMIT {len(values) + 1}")
        rows = cursor.fetchall()
        if len(rows) <= len(values):
            wanted = set(values)
            return [row for row in rows if row[0] in wanted]
        if connection.vendor == "postgresql":  # psycopg would adapt a list value by value
            kind = "bigint[]" if isinstance(values[0], int) else "text[]"
            cursor.execute(f'{select} WHERE "{key}" = ANY(%s::{kind})', ["{" + ",".join(map(str, values)) + "}"])
        else:
            cursor.execute(f'{select} WHERE "{key}" IN (SELECT value FROM json_each(%s))', [json.dumps(values)])  # noqa: S608
        return cursor.fetchall()


def consent_moment(day: datetime.date) -> datetime.datetime:
    """A day of which no time is known: noon, but never a moment to come."""
    return min(datetime.datetime.combine(day, datetime.time(12), datetime.UTC), timezone.now())

"""Who gets a mailing, in which language, and why: counted before, frozen as rows when it starts.

Freezing is one INSERT … SELECT for the people who get it and one for those who do not, and a count that proves it.
"""

import contextlib
from collections import Counter
from dataclasses import dataclass

from django.conf import settings
from django.db import connection, transaction
from django.db.models import (
    Case,
    CharField,
    Count,
    Exists,
    F,
    Func,
    IntegerField,
    Max,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Sum,
    Value,
    When,
)
from django.db.models.functions import Length
from django.utils import timezone

from cms.core.addresses import on_the_wire

from . import guard, segments
from .ledger import tally
from .models import ConsentEvent, Delivery, Exclusion, Mailing, Subscriber, Subscription, Suppression

ATTEMPTS = 3
ARRIVED = [Delivery.State.ACCEPTED, Delivery.State.UNCERTAIN]  # or may have arrived: then a correction does no harm


class CountsDiffer(Exception):
    """Deliveries and exclusions are not exactly the people who wanted the topics: nothing may be sent."""


@dataclass(frozen=True)
class LanguageCount:
    """`people` want `wanted` and get `gets`, which differs when the page does not exist in their language."""

    wanted: str
    gets: str
    people: int

    @property
    def is_fallback(self) -> bool:
        return self.wanted != self.gets


def candidates(mailing: Mailing) -> QuerySet[Subscriber]:
    """Everybody who wants one of the mailing's topics, each once, with `obstacle`: why they get nothing, or empty."""
    wanted = Subscription.objects.filter(
        subscriber=OuterRef("pk"), state=Subscription.State.ACTIVE, topic__in=mailing.topics.all()
    )
    return Subscriber.objects.filter(Exists(wanted)).annotate(obstacle=_obstacle(mailing)).order_by()


def audience(mailing: Mailing) -> QuerySet[Subscriber]:
    """The candidates nothing stands against."""
    return candidates(mailing).filter(obstacle="")


def count_by_language(mailing: Mailing) -> list[LanguageCount]:
    """The audience as it is now, largest group first."""
    available = set(mailing.versions.values_list("language", flat=True))
    people = Counter()
    for group, number in _census(mailing).items():
        wishes = group.language, group.second_language, group.third_language
        gets = next((wish for wish in wishes if wish in available), mailing.fallback_language)  # as _language() has it
        people[wishes[0], gets] += number
    rows = [LanguageCount(*languages, number) for languages, number in people.items() if number]
    return sorted(rows, key=lambda row: (-row.people, row.wanted, row.gets))


def _census(mailing: Mailing) -> Counter[segments.Group]:
    """The audience by groups: of everybody by state and topics, only of a few by whatever else may stand against them."""
    if mailing.corrects_id:
        return segments.census(audience(mailing))
    few = Counter(segments.Group(*group) for _key, *group in segments.paused_or_blocked(*segments.Group._fields))
    topics = set(mailing.topics.values_list("pk", flat=True))
    many = {
        group: people
        for group, people in (segments.census() - few).items()
        if group.state == Subscriber.State.ACTIVE and topics & group.topics
    }
    return Counter(many) + segments.census(audience(mailing).filter(pk__in=segments.paused_or_blocked()))


def excluded(mailing: Mailing) -> dict[str, int]:
    """{reason: how many} of those who wanted the topics and got nothing."""
    return dict(mailing.exclusions.order_by().values_list("reason").annotate(Count("pk")))


def freeze(mailing: Mailing) -> int:
    """Write one delivery per person, one exclusion per candidate who gets none; returns the size of the audience.

    Raises CountsDiffer or guard.Restored, and then nothing has been written.
    """
    guard.check()
    for _attempt in range(ATTEMPTS - 1):
        # Somebody may subscribe or leave between the count and the writing.
        with contextlib.suppress(CountsDiffer), transaction.atomic():
            return _freeze(mailing)
    with transaction.atomic():
        return _freeze(mailing)


def _freeze(mailing: Mailing) -> int:
    expected = candidates(mailing).count()
    written = _insert(Delivery, _deliveries(mailing))
    left_out = _insert(Exclusion, _exclusions(mailing)) if written != expected else 0
    if written + left_out != expected:
        raise CountsDiffer(f"{expected} candidates, but {written} deliveries and {left_out} exclusions")
    groups = mailing.deliveries.order_by().values_list("language", "state")
    counted = list(groups.annotate(people=Count("pk"), foreign=Sum(_Bytes("domain") - Length("domain"))))
    tally.start(mailing, Counter({(language, state): people for language, state, people, _foreign in counted}))
    if any(foreign for *_group, foreign in counted):
        _spell_domains(mailing)
    return written


# --- what is written -----------------------------------------------------------------------------------------------------
def _deliveries(mailing: Mailing) -> QuerySet:
    """Columns of Delivery, by name."""
    consented = (
        ConsentEvent.objects.filter(
            subject=OuterRef("digest"), kind__in=[ConsentEvent.Kind.CONFIRMED, ConsentEvent.Kind.ENROLLED]
        )
        .order_by()
        .values("subject")
        .annotate(latest=Max("at"))
        .values("latest")
    )
    gets = _language(mailing)
    return (
        audience(mailing)
        .annotate(
            new_mailing_id=Value(mailing.pk),
            new_subscriber_id=F("pk"),
            new_address=F("address"),
            new_name=F("name"),
            new_domain=_Domain("address"),
            new_reader_language=F("language"),
            new_language=gets,
            new_format=F("format"),
            new_consent_date=_LocalDate(Subquery(consented)),
            new_token=_Token("pk"),
            new_state=_held(_held_back(mailing)),
            new_reason=Value(""),
            new_attempts=Value(0),
            new_reply=Value(""),
        )
        .order_by("pk")
    )


def _exclusions(mailing: Mailing) -> QuerySet:
    return (
        candidates(mailing)
        .exclude(obstacle="")
        .annotate(new_mailing_id=Value(mailing.pk), new_subscriber_id=F("pk"), new_reason=F("obstacle"))
    )


def _insert(model, rows: QuerySet) -> int:
    """INSERT … SELECT of the annotations called “new_column”; returns how many rows."""
    names = [name for name in rows.query.annotations if name.startswith("new_")]
    sql, parameters = rows.values_list(*names).query.sql_with_params()
    columns = ", ".join(connection.ops.quote_name(name.removeprefix("new_")) for name in names)
    with connection.cursor() as cursor:
        cursor.execute(f"INSERT INTO {model._meta.db_table} ({columns}) {sql}", parameters)  # noqa: S608
        return cursor.rowcount


# --- and how it is worked out --------------------------------------------------------------------------------------------
def _obstacle(mailing: Mailing) -> Case:
    person, reason = Subscriber.State, Exclusion.Reason
    blocked = Suppression.objects.filter(digest=OuterRef("digest"))
    cases = [
        When(Exists(blocked), then=Value(reason.SUPPRESSED.value)),
        When(state=person.LEFT, then=Value(reason.LEFT.value)),
        When(state=person.UNREACHABLE, then=Value(reason.UNREACHABLE.value)),
        When(state=person.COMPLAINED, then=Value(reason.COMPLAINED.value)),
        When(paused_until__gt=timezone.localdate(), then=Value(reason.PAUSED.value)),
    ]
    if mailing.corrects_id:
        wrong = Delivery.objects.filter(mailing=mailing.corrects_id, subscriber=OuterRef("pk"), state__in=ARRIVED)
        if mailing.corrects_languages:
            wrong = wrong.filter(language__in=mailing.corrects_languages)
        cases.append(When(~Exists(wrong), then=Value(reason.NOT_CONCERNED.value)))
    return Case(*cases, default=Value(""), output_field=CharField())


def first_wish(available: list[str], *, otherwise: str, of: str = "") -> Case:
    """The first of a reader's languages that is available. `of` leads from the row to the reader."""
    wishes = [f"{of}{name}" for name in ("language", "second_language", "third_language")]
    return Case(
        *(When(**{f"{wish}__in": available}, then=F(wish)) for wish in wishes if available),
        default=Value(otherwise),
        output_field=CharField(),
    )


def _language(mailing: Mailing) -> Case:
    """The first of the reader's languages the mailing has, else the mailing's main one."""
    available = list(mailing.versions.values_list("language", flat=True))
    return first_wish(available, otherwise=mailing.fallback_language)


def _held_back(mailing: Mailing) -> list[str]:
    return list(mailing.versions.filter(held_back=True).values_list("language", flat=True))


def _held(held_back: list[str]) -> Case | Value:
    if not held_back:
        return Value(Delivery.State.QUEUED.value)
    return Case(
        When(Q(new_language__in=held_back), then=Value(Delivery.State.HELD.value)),
        default=Value(Delivery.State.QUEUED.value),
        output_field=CharField(),
    )


class _Token(Func):
    """The reader's number, then 48 random bits: in that order an index of a million grows at its end."""

    output_field = CharField()

    def as_sqlite(self, compiler, connection, **extra):
        template = "printf('%%%%08x', %(expressions)s) || lower(hex(randomblob(6)))"
        return super().as_sql(compiler, connection, template=template, **extra)

    def as_postgresql(self, compiler, connection, **extra):
        template = "lpad(to_hex(%(expressions)s), 8, '0') || substr(replace(gen_random_uuid()::text, '-', ''), 1, 12)"
        return super().as_sql(compiler, connection, template=template, **extra)


class _Domain(Func):
    """What stands behind the @ sign, in small letters."""

    output_field = CharField()

    def as_sqlite(self, compiler, connection, **extra):
        (column,) = self.source_expressions
        sql, parameters = compiler.compile(column)
        return f"lower(substr({sql}, instr({sql}, '@') + 1))", [*parameters, *parameters]

    def as_postgresql(self, compiler, connection, **extra):
        return super().as_sql(compiler, connection, template="lower(split_part(%(expressions)s, '@', 2))", **extra)


class _LocalDate(Func):
    """The day of a moment, here."""

    def as_sqlite(self, compiler, connection, **extra):
        # Django sets the process's time zone, which is SQLite's “localtime”.
        return super().as_sql(compiler, connection, template="date(%(expressions)s, 'localtime')", **extra)

    def as_postgresql(self, compiler, connection, **extra):
        template = f"(%(expressions)s AT TIME ZONE '{settings.TIME_ZONE}')::date"
        return super().as_sql(compiler, connection, template=template, **extra)


class _Bytes(Func):
    """How many bytes a text has, in UTF-8."""

    output_field = IntegerField()

    def as_sqlite(self, compiler, connection, **extra):
        return super().as_sql(compiler, connection, template="length(CAST(%(expressions)s AS BLOB))", **extra)

    def as_postgresql(self, compiler, connection, **extra):
        return super().as_sql(compiler, connection, function="octet_length", **extra)


def _spell_domains(mailing: Mailing) -> None:
    """Domains with special letters as they go on the wire: müller.de is xn--mller-kva.de there."""
    foreign = mailing.deliveries.annotate(bytes=_Bytes("domain")).exclude(bytes=Length("domain"))
    for domain in list(foreign.order_by().values_list("domain", flat=True).distinct()):
        wire = on_the_wire(f"x@{domain}").rpartition("@")[2]
        mailing.deliveries.filter(domain=domain).update(domain=wire)

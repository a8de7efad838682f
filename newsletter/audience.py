"""Who gets a mailing, in which language, and why: counted before, frozen as rows when it starts."""

from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, QuerySet

from . import evidence
from .message import local_date
from .models import Delivery, Mailing, Subscriber, Subscription, Suppression

ROWS_AT_ONCE = 1000


@dataclass(frozen=True)
class LanguageCount:
    """`people` want `wanted` and get `gets`, which differs when the page does not exist in their language."""

    wanted: str
    gets: str
    people: int

    @property
    def is_fallback(self) -> bool:
        return self.wanted != self.gets


def audience(mailing: Mailing) -> QuerySet[Subscriber]:
    """Confirmed readers of any of the mailing's topics who are not blocked, each once."""
    wanted = Subscription.objects.filter(
        subscriber=OuterRef("pk"), state=Subscription.State.ACTIVE, topic__in=mailing.topics.all()
    )
    blocked = Suppression.objects.filter(digest=OuterRef("digest"))
    return Subscriber.objects.filter(Exists(wanted), ~Exists(blocked), state=Subscriber.State.ACTIVE)


def count_by_language(mailing: Mailing) -> list[LanguageCount]:
    """The audience as it is now, largest group first."""
    available = set(mailing.versions.values_list("language", flat=True))
    rows = audience(mailing).order_by().values_list("language").annotate(people=Count("pk")).order_by("-people", "language")
    return [LanguageCount(language, gets(language, available, mailing.fallback_language), people) for language, people in rows]


def gets(language: str, available: set[str], fallback: str) -> str:
    return language if language in available else fallback


def freeze(mailing: Mailing) -> int:
    """Write one delivery per person; people who already have one keep it. Returns the size of the audience."""
    available = set(mailing.versions.values_list("language", flat=True))
    rows: list[Subscriber] = []
    for subscriber in audience(mailing).order_by("pk").iterator(chunk_size=ROWS_AT_ONCE):
        rows.append(subscriber)
        if len(rows) == ROWS_AT_ONCE:
            _write(mailing, rows, available)
            rows = []
    _write(mailing, rows, available)
    return mailing.deliveries.count()


def _write(mailing: Mailing, subscribers: list[Subscriber], available: set[str]) -> None:
    confirmed = evidence.confirmed_on([subscriber.digest for subscriber in subscribers])
    Delivery.objects.bulk_create(
        [
            Delivery(
                mailing=mailing,
                subscriber=subscriber,
                address=subscriber.address,
                reader_language=subscriber.language,
                language=gets(subscriber.language, available, mailing.fallback_language),
                consent_date=local_date(confirmed.get(subscriber.digest)),
            )
            for subscriber in subscribers
        ],
        ignore_conflicts=True,
    )

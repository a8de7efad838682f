"""How many people are where: by language, topic and state. Counted in one index, also for a million.

That index holds a copy of the topics each reader wants; whatever changes subscriptions has it brought up to date here.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from django.db import transaction
from django.db.models import Count, QuerySet

from .models import Subscriber, Subscription, Suppression

SLICE = 500  # of readers written at once


class Group(NamedTuple):
    """Readers who are alike."""

    state: str
    wants: str
    language: str
    second_language: str
    third_language: str

    @property
    def topics(self) -> set[int]:
        return {int(topic) for topic in self.wants.split()}


def census(readers: QuerySet[Subscriber] | None = None) -> Counter[Group]:
    """How many readers are alike; of everybody, or of these."""
    readers = Subscriber.objects.all() if readers is None else readers
    rows = readers.order_by().values_list(*Group._fields).annotate(people=Count("*"))  # the key is not in the index
    return Counter({Group(*group): people for *group, people in rows})


def count(*, state: str = "", language: str = "", topic: int | None = None) -> int:
    """Readers with this state, language and topic; what is empty does not matter."""
    readers = {name: value for name, value in (("state", state), ("language", language)) if value}
    if topic is None:
        return Subscriber.objects.filter(**readers).count()
    groups = census().items()
    return sum(people for group, people in groups if topic in group.topics and readers.items() <= group._asdict().items())


def by_language() -> dict[str, int]:
    """Active readers of each language, the largest group first."""
    rows = Subscriber.objects.filter(state=Subscriber.State.ACTIVE).order_by().values_list("language")
    return dict(rows.annotate(people=Count("pk")).order_by("-people"))


def by_topic() -> dict[int, int]:
    """Active subscriptions of each topic by its key."""
    numbers = Counter()
    for group, people in census().items():
        numbers.update(dict.fromkeys(group.topics, people))
    return dict(numbers)


def paused_or_blocked(*columns: str) -> QuerySet:
    """Each once, with their key and these columns: the few against whom something may stand that a census does not know."""
    paused = Subscriber.objects.filter(paused_until__isnull=False)
    blocked = Subscriber.objects.filter(digest__in=Suppression.objects.values("digest"))
    one, other = (readers.order_by().values_list("pk", *columns) for readers in (paused, blocked))
    return one.union(other).order_by()


def wants_of(topics: Iterable[int]) -> str:
    """As Subscriber.wants holds them."""
    return " ".join(str(topic) for topic in sorted(set(topics)))


@transaction.atomic
def note_topics(people: Iterable[int]) -> None:
    """Copy what these readers want to where it is counted. Called by whatever changes subscriptions, in its transaction.

    The lock makes the last of two changes at the same time see both.
    """
    keys = sorted(people)
    for first in range(0, len(keys), SLICE):
        piece = keys[first : first + SLICE]
        noted = dict(Subscriber.objects.select_for_update().filter(pk__in=piece).order_by("pk").values_list("pk", "wants"))
        active = Subscription.objects.filter(subscriber__in=piece, state=Subscription.State.ACTIVE).order_by()
        wanted, changed = defaultdict(set), defaultdict(list)
        for reader, topic in active.values_list("subscriber_id", "topic_id"):
            wanted[reader].add(topic)
        for reader, wants in noted.items():
            if (now := wants_of(wanted[reader])) != wants:
                changed[now].append(reader)
        for wants, readers in changed.items():
            Subscriber.objects.filter(pk__in=readers).update(wants=wants)

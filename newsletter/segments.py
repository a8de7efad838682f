"""How many people are where: by language, topic and state. Answered from indexes alone, also for a million."""

from collections import Counter

from django.db.models import Count, Exists, OuterRef, QuerySet
from django.utils import timezone

from .models import Subscriber, Subscription, Suppression

NOT_ACTIVE = [state for state in Subscriber.State if state != Subscriber.State.ACTIVE]


def count(*, state: str = "", language: str = "", topic: int | None = None) -> int:
    """Readers with this state, language and topic; what is empty does not matter."""
    readers = {name: value for name, value in (("state", state), ("language", language)) if value}
    if topic is None:
        return Subscriber.objects.filter(**readers).count()
    wanted = Subscription.objects.filter(topic=topic, state=Subscription.State.ACTIVE)
    if readers == {"state": Subscriber.State.ACTIVE}:  # nearly everybody: the few others are counted faster
        others = Subscriber.objects.filter(state__in=NOT_ACTIVE)  # not by a join: SQLite would begin it at the wrong end
        return wanted.count() - others.filter(Exists(wanted.filter(subscriber=OuterRef("pk")))).count()
    if state == Subscriber.State.ACTIVE and is_wanted_by_all(topic):
        return Subscriber.objects.filter(**readers).count()
    return wanted.filter(**{f"subscriber__{name}": value for name, value in readers.items()}).count()


def is_wanted_by_all(topic: int) -> bool:
    """Every active reader has this topic, as is usual for a council's newsletter: then nobody has to be looked up one by one."""
    return count(state=Subscriber.State.ACTIVE, topic=topic) == count(state=Subscriber.State.ACTIVE)


def by_language() -> dict[str, int]:
    """Active readers of each language, the largest group first."""
    rows = Subscriber.objects.filter(state=Subscriber.State.ACTIVE).order_by().values_list("language")
    return dict(rows.annotate(people=Count("pk")).order_by("-people"))


def by_topic() -> dict[int, int]:
    """Active subscriptions of each topic by its key."""
    rows = Subscription.objects.filter(state=Subscription.State.ACTIVE).order_by().values_list("topic")
    return dict(rows.annotate(people=Count("pk")))


def by_wishes(readers: QuerySet[Subscriber]) -> Counter[tuple[str, str, str]]:
    """How many of them want which languages, the dearest first."""
    rows = readers.order_by().values_list("language", "second_language", "third_language").annotate(people=Count("pk"))
    return Counter({(first, second, third): people for first, second, third, people in rows})


def by_wishes_of_all() -> Counter[tuple[str, str, str]]:
    """Of all active readers who may get mail now: everybody, less the few who are blocked or want none for a while."""
    active = by_wishes(Subscriber.objects.filter(state=Subscriber.State.ACTIVE))
    few = Subscriber.objects.exclude(state__in=NOT_ACTIVE)  # the same people, but not found by the index of their state
    paused = few.filter(paused_until__gt=timezone.localdate())
    digests = Suppression.objects.values("digest")
    blocked, both = few.filter(digest__in=digests), paused.filter(digest__in=digests)
    return active - by_wishes(paused) - (by_wishes(blocked) - by_wishes(both))

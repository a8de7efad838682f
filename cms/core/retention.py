"""How long personal data are kept. Each room registers its rules; zero days mean “for ever”.

A rule counts what is due and, when told to, forgets it in slices, so that no table is locked for long.
"""

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from django.core.cache import cache
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

SLICE = 2000


@dataclass(frozen=True)
class Rule:
    """What is due, and how it is forgotten. `forget` gets primary keys."""

    name: str
    label: str
    days: int
    due: Callable[[datetime.datetime], QuerySet]
    forget: Callable[[list], None]

    def count(self) -> int:
        return self._due().count() if self.days else 0

    def carry_out(self) -> int:
        """Forget everything that is due; returns how many."""
        gone = 0
        while self.days and (keys := list(self._due().values_list("pk", flat=True)[:SLICE])):
            with transaction.atomic():
                self.forget(keys)
            gone += len(keys)
        return gone

    def _due(self) -> QuerySet:
        return self.due(timezone.now() - datetime.timedelta(days=self.days)).order_by("pk")


_sources: list[Callable[[], list[Rule]]] = []


def register(rules: Callable[[], list[Rule]]) -> None:
    """`rules` is asked each time: the periods are settings that people change."""
    if rules not in _sources:
        _sources.append(rules)


def all_rules() -> list[Rule]:
    return [rule for source in _sources for rule in source()]


def carry_out_daily() -> int:
    """The duty: once a day, whatever is due. Returns how many things were forgotten."""
    if not cache.add("retention", 1, 24 * 3600):
        return 0
    return sum(rule.carry_out() for rule in all_rules())

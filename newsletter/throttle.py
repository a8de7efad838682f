"""The pace: how fast mails may leave, for all workers of a site together. Limits are in SendingPolicy, their state in Pace rows.

Permits are drawn in small blocks at fixed distances, so that no window of a second (hour, minute for one provider) ever
holds one mail more than allowed; a permit that is not used at once expires. All times are the database's.
"""

import datetime
import math
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from django.db import connection, transaction
from django.utils import timezone
from wagtail.models import Site

from .models import Pace, SendingPolicy
from .transport.answers import Answer, Outcome

SECOND, MINUTE, HOUR, DAY = 1, 60, 3600, 86400
BLOCK_SECONDS = 0.05  # permits drawn in one go: as many as the limit allows in this time, at least one
ROUNDING = 1e-6  # seconds; a float holds the time of day less exactly than that
WARM_UP = 50  # mails on the first day; twice as many on each day after it
WARM_UP_DAYS = 20  # then 50 · 2²⁰ a day: no limit any more
SLOWEST = 2.0  # mails a minute, to a provider that keeps asking for patience
TRUSTED_AGAIN = 600.0  # mails a minute; above this a learned limit is forgotten
DOUBLES_IN = 15 * MINUTE  # how fast a learned limit recovers
LOOK_BACK = MINUTE  # answers of a provider in this time decide …
FEWEST = 3  # … if at least so many were “not now”
SHARE = 0.2  # … and at least this share of all


@dataclass(frozen=True)
class Limit:
    """At most `number` mails in any `window` seconds."""

    key: str
    number: float
    window: float

    @property
    def block(self) -> int:
        return max(1, math.floor(self.number * BLOCK_SECONDS / self.window))

    @property
    def distance(self) -> float:
        """Seconds between two blocks. With blocks of more than one, room for those used at the end of their time."""
        spare = BLOCK_SECONDS if self.block > 1 else 0.0
        return (self.window + spare) / math.floor(self.number / self.block) + ROUNDING


@dataclass
class Drawn:
    """What is left of a block, until when."""

    number: int = 0
    until: float = 0.0


@dataclass
class Tally:
    """What a provider answered lately, in this process."""

    since: float = 0.0
    answers: int = 0
    not_now: int = 0


def database_time() -> float:
    """Seconds since 1970, one clock for all machines."""
    if connection.vendor != "postgresql":
        return time.time()  # everybody who shares an SQLite file is on this machine
    with connection.cursor() as cursor:
        cursor.execute("SELECT EXTRACT(EPOCH FROM clock_timestamp())::float8")
        return cursor.fetchone()[0]


@dataclass
class Buckets:
    """The limits of one site. One object per connection or worker thread; they meet in the database.

    `is_limited`: the council allows only so many mails in a time, or none at night.
    """

    site: Site
    policy: SendingPolicy = None
    clock: Callable[[], float] = database_time
    tick: Callable[[], float] = time.monotonic
    _drawn: dict[str, Drawn] = field(default_factory=dict)
    _tallies: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    _slowed: frozenset[str] = frozenset()
    _looked: float = -math.inf

    def __post_init__(self):
        if self.policy is None:
            self.policy = SendingPolicy.for_site(self.site)
        policy = self.policy
        numbers = policy.messages_per_second or policy.messages_per_hour or policy.per_domain_per_minute
        self.is_limited = bool(numbers or policy.warm_up_from or policy.quiet_from is not None)

    # --- asking ----------------------------------------------------------------------------------------------------------
    def take(self, domain: str) -> float:
        """0: one mail to `domain` may go now. Else the seconds to wait before asking again; nothing is used up then."""
        if self._is_free():
            return 0.0
        now = self.clock()
        wait = self._quiet_for(now)
        if wait:
            return wait
        limits = list(self._limits(domain, now))
        missing = [limit for limit in limits if not self._has_permit(limit, now)]
        if missing:
            wait = self._draw(missing)
            now = self.clock()
            if wait or not all(self._has_permit(limit, now) for limit in limits if limit not in missing):
                return wait or BLOCK_SECONDS  # another permit expired while we waited for the lock
        for limit in limits:
            self._drawn[limit.key].number -= 1
        return 0.0

    def sleeping_domains(self) -> list[str]:
        """Providers that get nothing at this moment, for the claim's query: nobody else has to wait for them."""
        if self._is_free():
            return []
        prefix = self._key("domain:")
        rows = Pace.objects.filter(key__startswith=prefix, next_free__gt=self.clock())
        return [key.removeprefix(prefix) for key in rows.values_list("key", flat=True)]

    def _is_free(self) -> bool:
        """No limit at all: the usual case costs next to nothing."""
        return not self.is_limited and not self._slow_domains()

    # --- learning --------------------------------------------------------------------------------------------------------
    def note(self, answer: Answer, *, domain: str) -> None:
        """Learn from an answer: a provider that often says “not now” gets half as many mails a minute."""
        now = self.tick()
        tally = self._tallies[domain]
        if now - tally.since > LOOK_BACK:
            tally.since, tally.answers, tally.not_now = now, 0, 0
        tally.answers += 1
        if answer.outcome != Outcome.LATER or answer.text.startswith("4.2."):  # 4.2.x: this mailbox, not the provider
            return
        tally.not_now += 1
        if tally.not_now >= FEWEST and tally.not_now >= SHARE * tally.answers:
            self.slow_down(domain, rate=tally.answers * MINUTE / max(now - tally.since, 1.0))
            del self._tallies[domain]

    def slow_down(self, domain: str, *, rate: float) -> None:
        """Half of `rate` (mails a minute), or half of what was learned before, from now on and for everybody."""
        now = self.clock()
        with transaction.atomic():
            row = self._rows([self._key(f"domain:{domain}")])[0]
            current = min(filter(None, [recovered(row, now), rate, self.policy.per_domain_per_minute]))
            row.rate = max(SLOWEST, min(current, TRUSTED_AGAIN) / 2)
            row.slowed_at = now
            row.next_free = max(row.next_free, now + MINUTE / row.rate)
            row.save()
        self._looked = -math.inf

    def _slow_domains(self) -> frozenset[str]:
        """Keys of providers with a learned limit; looked up once a second."""
        if self.tick() - self._looked > SECOND:
            rows = Pace.objects.filter(key__startswith=self._key("domain:"), rate__gt=0)
            now = self.clock()
            self._slowed = frozenset(row.key for row in rows if recovered(row, now))
            self._looked = self.tick()
        return self._slowed

    # --- drawing permits -------------------------------------------------------------------------------------------------
    def _key(self, what: str) -> str:
        return f"{self.site.pk}:{what}"

    def _limits(self, domain: str, now: float) -> Iterator[Limit]:
        policy = self.policy
        if policy.messages_per_second:
            yield Limit(self._key("second"), policy.messages_per_second, SECOND)
        if policy.messages_per_hour:
            yield Limit(self._key("hour"), policy.messages_per_hour, HOUR)
        key = self._key(f"domain:{domain}")
        if policy.per_domain_per_minute or key in self._slow_domains():
            yield Limit(key, policy.per_domain_per_minute or math.inf, MINUTE)
        today = local_day(now)
        if policy.warm_up_from and (today - policy.warm_up_from).days < WARM_UP_DAYS:
            yield Limit(self._key(f"day:{today}"), warm_up_number(policy.warm_up_from, today), DAY)

    def _has_permit(self, limit: Limit, now: float) -> bool:
        drawn = self._drawn.setdefault(limit.key, Drawn())
        return drawn.number > 0 and now <= drawn.until

    def _draw(self, limits: list[Limit]) -> float:
        """A block of each, or the seconds to wait and none of any."""
        with transaction.atomic():
            rows = {row.key: row for row in self._rows([limit.key for limit in limits])}
            now = self.clock()  # not before: waiting for the lock takes time
            limits = [self._as_learned(limit, rows[limit.key], now) for limit in limits]
            wait = max((self._wait(limit, rows[limit.key], now) for limit in limits), default=0.0)
            if wait > 0:
                return wait
            for limit in limits:
                self._use(limit, rows[limit.key], now)
        return 0.0

    @staticmethod
    def _as_learned(limit: Limit, row: Pace, now: float) -> Limit:
        learned = recovered(row, now)
        return Limit(limit.key, min(limit.number, learned), limit.window) if learned else limit

    @staticmethod
    def _wait(limit: Limit, row: Pace, now: float) -> float:
        if limit.window == DAY:
            return 0.0 if row.used < limit.number else seconds_until_midnight(now)
        return max(0.0, row.next_free - now)

    def _use(self, limit: Limit, row: Pace, now: float) -> None:
        drawn = self._drawn[limit.key]
        if limit.window == DAY:
            number = max(1, min(int(limit.number / DAY), int(limit.number) - row.used))  # a second's share
            row.used += number
            drawn.number, drawn.until = number, now + SECOND
        elif math.isinf(limit.number):  # learned, and recovered in this moment
            row.rate = 0
            drawn.number, drawn.until = 1, now
        else:
            row.next_free = now + limit.distance
            drawn.number, drawn.until = limit.block, now + (BLOCK_SECONDS if limit.block > 1 else 0.0)
        row.save()

    @staticmethod
    def _rows(keys: list[str]) -> list[Pace]:
        """The rows, locked until the end of the transaction, made if they are new; always in the same order."""
        wanted = Pace.objects.select_for_update().filter(key__in=keys).order_by("key")
        if wanted.count() < len(keys):
            Pace.objects.bulk_create([Pace(key=key) for key in sorted(keys)], ignore_conflicts=True)
        return list(wanted)

    def _quiet_for(self, now: float) -> float:
        """Seconds left of the quiet hours, 0 outside of them."""
        start, end = self.policy.quiet_from, self.policy.quiet_until
        if start is None or end is None:
            return 0.0
        local = datetime.datetime.fromtimestamp(now, timezone.get_current_timezone())
        clock = local.time()
        inside = start <= clock < end if start < end else clock >= start or clock < end
        if not inside:
            return 0.0
        day = local.date() if clock < end else local.date() + datetime.timedelta(days=1)
        # `fold`: in the hour that comes twice a year, the end that is still ahead and not the one an hour ago.
        return datetime.datetime.combine(day, end, local.tzinfo).replace(fold=local.fold).timestamp() - now


def recovered(row: Pace, now: float) -> float:
    """The learned mails a minute, doubling with time; 0 when there is no learned limit (any more)."""
    if not row.rate:
        return 0.0
    rate = row.rate * 2 ** (max(0.0, now - row.slowed_at) / DOUBLES_IN)
    return 0.0 if rate >= TRUSTED_AGAIN else rate


def local_day(now: float) -> datetime.date:
    return datetime.datetime.fromtimestamp(now, timezone.get_current_timezone()).date()


def seconds_until_midnight(now: float) -> float:
    zone = timezone.get_current_timezone()
    tomorrow = local_day(now) + datetime.timedelta(days=1)
    return datetime.datetime.combine(tomorrow, datetime.time.min, zone).timestamp() - now


def warm_up_number(start: datetime.date, today: datetime.date) -> int:
    """Mails on this day of a warm-up that began at `start`; before it, none are held back."""
    days = (today - start).days
    return WARM_UP * 2**days if days >= 0 else 10**9


def forget_old() -> int:
    """Rows that say nothing any more: days of a warm-up that are over, providers that have recovered."""
    yesterday = database_time() - DAY
    return (
        Pace.objects.filter(next_free__lt=yesterday, slowed_at__lt=yesterday)
        .exclude(key__contains=f":day:{local_day(yesterday + DAY)}")
        .delete()[0]
    )

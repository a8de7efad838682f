"""What became of a mailing, for people: one sentence per mail, tables per language and provider, a list to save.

Reads only. Numbers per state come from the ledger's book; single mails are found by address, state, language or provider.
"""

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.core.cache import cache
from django.db.models import Count, Q, QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from cms.core.spreadsheets import safe

from . import ledger
from .models import Delivery, Exclusion, Mailing
from .models.deliveries import SET_ASIDE

State = Delivery.State
TO_LOOK_AT = (State.UNCERTAIN, State.BOUNCED, State.FAILED)
GROUPS = {  # what a table shows in one column; together always everybody
    "out": (State.ACCEPTED,),
    "trouble": (State.BOUNCED, State.FAILED, State.UNCERTAIN),
    "not": (State.CANCELLED,),
    "open": (State.QUEUED, State.SENDING, State.RETRY, State.HELD),
}
PROVIDERS = 15  # rows of the table per provider; the rest is one more row
PROVIDER_SECONDS = 10  # the table per provider reads every row, so it is not made anew for every look …
PROVIDER_REST = 50  # … and the less often, the longer it takes


@dataclass(frozen=True)
class Wish:
    """Which single mails somebody wants to see, from the address of the page."""

    state: str = ""
    language: str = ""
    domain: str = ""
    search: str = ""

    @classmethod
    def of(cls, query: Mapping[str, str]) -> "Wish":
        state = query.get("state", "")
        return cls(
            state=state if state in State.values or state == "all" else "",
            language=query.get("language", "")[:15],
            domain=query.get("domain", "")[:253].lower(),
            search=query.get("q", "").strip()[:254].lower(),
        )

    @property
    def query(self) -> str:
        """The same wish as part of an address."""
        parts = {"state": self.state, "language": self.language, "domain": self.domain, "q": self.search}
        return urlencode({name: value for name, value in parts.items() if value})

    @property
    def is_narrow(self) -> bool:
        return bool(self.query)


def mails(mailing: Mailing, *, wish: Wish) -> QuerySet[Delivery]:
    """The single mails; without a wish those that a person should look at."""
    rows = mailing.deliveries.all()
    if wish.state and wish.state != "all":
        rows = rows.in_pile(wish.state) if wish.state in SET_ASIDE else rows.filter(state=wish.state)
    elif not wish.is_narrow:
        rows = rows.in_pile(*TO_LOOK_AT)
    if wish.language:
        rows = rows.filter(language=wish.language)
    if wish.domain:
        rows = rows.filter(domain=wish.domain)
    if wish.search:
        rows = rows.filter(Q(address__icontains=wish.search) | Q(name__icontains=wish.search))
    return rows.order_by("pk")


def sentence(delivery: Delivery) -> str:
    """What became of one mail, without numbers only mail servers understand."""
    reason = delivery.get_reason_display()
    if delivery.state == State.ACCEPTED:
        return _("Given to the reader's mail server, %s.") % moment(delivery.accepted_at)
    if delivery.state == State.RETRY:
        return _("Waits until %s: the reader's mail server said “not now”.") % moment(delivery.next_attempt)
    if delivery.state == State.BOUNCED:
        return _("Came back: %s") % reason if reason else _("Came back.")
    if delivery.state == State.FAILED:
        return _("Refused: %s") % reason if reason else _("Refused.")
    if delivery.state == State.CANCELLED:
        return _("Not sent: %s") % reason if reason else _("Not sent.")
    return {
        State.QUEUED: _("Waits for its turn."),
        State.SENDING: _("Is being sent now."),
        State.UNCERTAIN: _("The connection broke at the last moment; it may have arrived or not."),
        State.HELD: _("Waits for its language."),
    }[State(delivery.state)]


def moment(at) -> str:
    return date_format(timezone.localtime(at), "SHORT_DATETIME_FORMAT") if at else "–"


def grouped(numbers: Mapping[str, int]) -> dict[str, int]:
    """Numbers per state → numbers per column, and their sum."""
    row = {name: sum(numbers.get(state, 0) for state in states) for name, states in GROUPS.items()}
    return row | {"total": sum(numbers.values())}


def by_language(mailing: Mailing) -> dict[str, dict[str, int]]:
    """{language: {column: how many}}."""
    return {language: grouped(numbers) for language, numbers in ledger.numbers_by_language(mailing).items()}


def by_provider(mailing: Mailing) -> list[tuple[str, dict[str, int]]]:
    """(domain, {column: how many}), the largest first; all small ones together as the last row, named ""."""
    key = f"newsletter.providers.{mailing.pk}"
    if (known := cache.get(key)) is not None:
        return known
    began = time.monotonic()
    counted: dict[str, dict[str, int]] = {}
    for domain, state, number in mailing.deliveries.order_by().values_list("domain", "state").annotate(number=Count("pk")):
        counted.setdefault(domain, {})[state] = number
    rows = sorted(((domain, grouped(numbers)) for domain, numbers in counted.items()), key=lambda row: (-row[1]["total"], row[0]))
    shown, rest = rows[:PROVIDERS], rows[PROVIDERS:]
    if rest:
        shown.append(("", {column: sum(numbers[column] for _domain, numbers in rest) for column in rest[0][1]}))
    cache.set(key, shown, max(PROVIDER_SECONDS, (time.monotonic() - began) * PROVIDER_REST))
    return shown


def left_out(mailing: Mailing) -> list[tuple[str, int]]:
    """Why people who wanted the topic got nothing: (reason in words, how many)."""
    labels = dict(Exclusion.Reason.choices)
    rows = mailing.exclusions.order_by().values_list("reason").annotate(number=Count("pk")).order_by("-number")
    return [(labels.get(reason, reason), number) for reason, number in rows]


def table(mailing: Mailing, *, wish: Wish) -> Iterator[list[str]]:
    """The single mails as rows of a file, guarded against formulas."""
    yield [_("E-mail"), _("Language"), _("Mail server"), _("State"), _("What became of it"), _("What the mail server said")]
    labels = dict(State.choices)
    for row in mails(mailing, wish=wish).iterator(chunk_size=2000):
        cells = [row.address, row.language, row.domain, str(labels[row.state]), sentence(row), row.reply]
        yield [safe(cell) for cell in cells]

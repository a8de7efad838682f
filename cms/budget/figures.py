"""What the numbers of a budget mean: paid, promised, forecast to the end of the year, price per copy, and what is too much.

Everything is worked out from one reading of the rows; nothing here writes.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from .models import Budget, Item, Voucher

NOTHING = Decimal(0)


class Alarm(StrEnum):
    """From bad to worse; the words are in wording.py."""

    NEARLY_SPENT = "nearly-spent"
    PLANNED_TOO_MUCH = "planned-too-much"
    FORECAST_TOO_MUCH = "forecast-too-much"
    SPENT_TOO_MUCH = "spent-too-much"


@dataclass(frozen=True)
class ItemFigures:
    item: Item
    paid: Decimal  # invoices less credit notes
    promised: Decimal  # accepted offers
    ordered: Decimal  # what the print package says its copies cost
    copies: int

    @property
    def planned(self) -> Decimal:
        return NOTHING if self.item.state == Item.State.CANCELLED else self.item.planned

    @property
    def forecast(self) -> Decimal:
        """What it will have cost at the end of the year."""
        if self.item.state in (Item.State.PAID, Item.State.CANCELLED):
            return self.paid
        if self.item.expected is not None:
            return max(self.paid, self.item.expected)
        return max(self.paid, self.promised or self.ordered or self.item.planned)

    @property
    def cost(self) -> Decimal:
        """What is known of the price today; the plan is not knowledge."""
        if self.item.state in (Item.State.PAID, Item.State.CANCELLED):
            return self.paid
        return max(self.paid, self.promised or self.ordered)

    @property
    def open(self) -> Decimal:
        return self.forecast - self.paid

    @property
    def price_per_copy(self) -> Decimal | None:
        cost = self.cost or self.forecast
        return (cost / self.copies).quantize(Decimal("0.0001")) if self.copies and cost else None

    @property
    def share(self) -> Decimal | None:
        """Of the plan that is known to be spent: 0.42 is 42 %; None if nothing was planned."""
        return self.cost / self.item.planned if self.item.planned else None

    @property
    def too_much(self) -> Decimal:
        return max(self.forecast - self.planned, NOTHING)

    @property
    def warning(self) -> Alarm | None:
        if self.paid > self.planned:
            return Alarm.SPENT_TOO_MUCH
        return Alarm.FORECAST_TOO_MUCH if self.forecast > self.planned else None


@dataclass(frozen=True)
class BudgetFigures:
    budget: Budget
    sources: Decimal
    items: list[ItemFigures]

    @property
    def available(self) -> Decimal:
        return self.sources + self.budget.carried_over

    @property
    def planned(self) -> Decimal:
        return sum((item.planned for item in self.items), NOTHING)

    @property
    def paid(self) -> Decimal:
        return sum((item.paid for item in self.items), NOTHING)

    @property
    def forecast(self) -> Decimal:
        return sum((item.forecast for item in self.items), NOTHING)

    @property
    def open(self) -> Decimal:
        return self.forecast - self.paid

    @property
    def spoken_for(self) -> Decimal:
        """Paid or promised: what cannot be taken back."""
        return sum((item.cost for item in self.items), NOTHING)

    @property
    def left(self) -> Decimal:
        """At the end of the year, as far as anybody knows today."""
        return self.available - self.forecast

    @property
    def available_after(self) -> Decimal:
        """What has not been paid out so far."""
        return self.available - self.paid

    @property
    def warnings(self) -> list[Alarm]:
        """The worst only: who has spent too much need not read that it will be."""
        if self.paid > self.available:
            return [Alarm.SPENT_TOO_MUCH]
        if self.forecast > self.available:
            return [Alarm.FORECAST_TOO_MUCH]
        found = [Alarm.PLANNED_TOO_MUCH] if self.planned > self.available else []
        if self.budget.is_open and self.available and self.spoken_for * 100 >= self.available * self.budget.warn_at:
            found.append(Alarm.NEARLY_SPENT)
        return found

    @property
    def dear_items(self) -> list[ItemFigures]:
        return [item for item in self.items if item.warning]

    def kinds(self) -> list[tuple[str, Decimal, Decimal, Decimal]]:
        """(name, planned, paid, forecast) of every kind that is used, in the order of the choices."""
        found = []
        for kind, label in Item.Kind.choices:
            mine = [item for item in self.items if item.item.kind == kind]
            if mine:
                sums = (sum((getattr(item, name) for item in mine), NOTHING) for name in ("planned", "paid", "forecast"))
                found.append((str(label), *sums))
        return found


def figures_of(budget: Budget) -> BudgetFigures:
    """Five queries, however many items there are."""
    items = with_rows(budget.items.all())
    sources = sum((source.amount for source in budget.sources.all()), NOTHING)
    return BudgetFigures(budget=budget, sources=sources, items=[of_item(item) for item in items])


def with_rows(items):
    """The query with what `of_item` looks at."""
    return items.select_related("page", "package", "budget").prefetch_related("vouchers__document", "package__items")


def of_item(item: Item) -> ItemFigures:
    vouchers = list(item.vouchers.all())
    bills = sum((one.amount for one in vouchers if one.kind == Voucher.Kind.INVOICE), NOTHING)
    credits = sum((one.amount for one in vouchers if one.kind == Voucher.Kind.CREDIT), NOTHING)
    accepted = [one for one in vouchers if one.kind == Voucher.Kind.OFFER and one.state == Voucher.State.ACCEPTED]
    pieces = list(item.package.items.all()) if item.package else []
    return ItemFigures(
        item=item,
        paid=bills - credits,
        promised=sum((one.amount for one in accepted), NOTHING),
        ordered=(item.package.price or NOTHING).quantize(Decimal("0.01")) if item.package else NOTHING,
        copies=item.copies or sum(piece.copies for piece in pieces),
    )

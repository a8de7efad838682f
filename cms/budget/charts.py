"""Bars of the year's overview, worked out as shares of their width; the template draws them as SVG."""

from dataclasses import dataclass
from decimal import Decimal

from .figures import BudgetFigures

WIDTH = 100


@dataclass(frozen=True)
class Bar:
    """Everything in percent of the drawing's width."""

    label: str
    planned: float
    paid: float
    forecast: float
    amounts: tuple[Decimal, Decimal, Decimal]  # planned, paid, forecast in euros


def bars_of(figures: BudgetFigures) -> dict:
    """The whole year's bar against the money there is, and one bar for each kind against the dearest."""
    longest = max(figures.available, figures.planned, figures.forecast, Decimal(1))
    kinds = figures.kinds()
    dearest = max([amount for _label, *amounts in kinds for amount in amounts] or [Decimal(1)]) or Decimal(1)
    return {
        "year": Bar("", *_shares(figures.planned, figures.paid, figures.forecast, of=longest), _amounts(figures)),
        "available": share(figures.available, of=longest),
        "kinds": [Bar(label, *_shares(*amounts, of=dearest), tuple(amounts)) for label, *amounts in kinds],
    }


def _amounts(figures: BudgetFigures) -> tuple[Decimal, Decimal, Decimal]:
    return figures.planned, figures.paid, figures.forecast


def _shares(*amounts: Decimal, of: Decimal) -> list[float]:
    return [share(amount, of=of) for amount in amounts]


def share(amount: Decimal, *, of: Decimal) -> float:
    return round(float(max(amount, Decimal(0)) / of * WIDTH), 2)

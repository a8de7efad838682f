"""The year as a table for the treasury: sources, items with their vouchers, sums."""

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _

from cms.core.spreadsheets import table_response

from .figures import BudgetFigures
from .models import Voucher
from .wording import item_warning


def heads() -> list[str]:
    names = [_("Kind"), _("Title"), _("State"), _("Planned"), _("Paid"), _("Forecast"), _("Copies"), _("Price per copy")]
    return [*names, _("Page"), _("Print package"), _("Vouchers"), _("Remark")]


def rows(figures: BudgetFigures) -> list[list]:
    """Amounts as numbers."""
    budget = figures.budget
    found: list[list] = [[_("Source of money"), source.name, "", source.amount] for source in budget.sources.all()]
    if budget.carried_over:
        found.append([_("Source of money"), _("Carried over from %(year)s") % {"year": budget.year - 1}, "", budget.carried_over])
    found += [_row(entry) for entry in figures.items]
    found.append([_("Sum"), "", "", figures.planned, figures.paid, figures.forecast])
    found.append([_("Left at the end of the year"), "", "", "", figures.available_after, figures.left])
    width = len(heads())
    return [row + [""] * (width - len(row)) for row in found]


def _row(entry) -> list:
    item = entry.item
    vouchers = "; ".join(_voucher(one) for one in item.vouchers.all())
    return [
        str(item.get_kind_display()),
        item.title,
        str(item.get_state_display()),
        entry.planned,
        entry.paid,
        entry.forecast,
        entry.copies or "",
        entry.price_per_copy or "",
        item.page.title if item.page else "",
        item.package.title if item.package else "",
        vouchers,
        item_warning(entry),
    ]


def _voucher(voucher: Voucher) -> str:
    return f"{voucher.get_kind_display()} {voucher.date:%d.%m.%Y} {voucher.supplier} {voucher.number}".strip()


def answer(figures: BudgetFigures, *, kind: str) -> HttpResponse:
    name = f"haushalt-{figures.budget.year}-{timezone.localdate():%Y-%m-%d}"
    return table_response(heads(), rows(figures), kind=kind, name=name, title=str(figures.budget.year))

"""What the figures say in sentences: warnings, and the line under a print run."""

from django.urls import reverse
from django.utils.translation import gettext as _

from cms.renditions.costs import CostLine
from cms.renditions.models import Package, PrintFile

from .figures import Alarm, BudgetFigures, ItemFigures, of_item, with_rows
from .models import Item
from .money import euros, per_copy, percent
from .vault import PERMISSION


def budget_warnings(figures: BudgetFigures) -> list[str]:
    return [_budget_warning(alarm, figures) for alarm in figures.warnings]


def _budget_warning(alarm: Alarm, figures: BudgetFigures) -> str:
    year = figures.budget.year
    if alarm is Alarm.SPENT_TOO_MUCH:
        text = _("%(amount)s more is paid in %(year)s than there is.")
        return text % {"year": year, "amount": euros(figures.paid - figures.available)}
    if alarm is Alarm.FORECAST_TOO_MUCH:
        text = _("At the end of %(year)s %(amount)s will be missing.")
        return text % {"year": year, "amount": euros(-figures.left)}
    if alarm is Alarm.PLANNED_TOO_MUCH:
        text = _("%(amount)s more is planned for %(year)s than there is.")
        return text % {"year": year, "amount": euros(figures.planned - figures.available)}
    text = _("%(share)s of the money of %(year)s is spent or promised.")
    return text % {"year": year, "share": percent(figures.spoken_for / figures.available)}


def item_warning(figures: ItemFigures) -> str:
    """Empty if all is well."""
    if figures.warning is Alarm.SPENT_TOO_MUCH:
        return _("%(amount)s more than planned is paid.") % {"amount": euros(figures.paid - figures.planned)}
    if figures.warning is Alarm.FORECAST_TOO_MUCH:
        return _("It will cost %(amount)s more than planned.") % {"amount": euros(figures.too_much)}
    return ""


def run_line(figures: ItemFigures) -> str:
    """“This run: 180,00 € · 0,09 € per copy · 42 % of what is planned”"""
    cost = figures.cost
    if not cost:
        return _("Planned for this run: %(amount)s") % {"amount": euros(figures.planned)}
    parts = [_("This run: %(amount)s") % {"amount": euros(cost)}]
    if figures.price_per_copy:
        parts.append(_("%(amount)s per copy") % {"amount": per_copy(figures.price_per_copy)})
    if figures.share is not None:
        parts.append(_("%(share)s of what is planned") % {"share": percent(figures.share)})
    return " · ".join(parts)


def run_costs(*, user, package: Package | None = None, print_file: PrintFile | None = None) -> list[CostLine]:
    """What the print desk shows beside a package or a file, for people of the budget."""
    if not user.has_perm(PERMISSION):
        return []
    found = [of_item(item) for item in with_rows(items_for(package=package, print_file=print_file))]
    lines = [_cost_line(figures) for figures in found]
    if not lines and user.has_perm("budget.add_item"):
        address = reverse("budget:add_item")
        address += f"?package={package.pk}" if package else f"?page={print_file.page_id}"
        lines.append(CostLine(text=_("Put it into the budget"), url=address))
    return lines


def _cost_line(figures: ItemFigures) -> CostLine:
    text, warning = run_line(figures), item_warning(figures)
    address = reverse("budget:item", args=[figures.item.pk])
    return CostLine(text=f"{text} – {warning}" if warning else text, url=address, loud=bool(warning))


def items_for(*, package: Package | None = None, print_file: PrintFile | None = None):
    """The items that pay for a package; for a file: for a package with it in, else for its page in any language."""
    items = Item.objects.exclude(state=Item.State.CANCELLED)
    if package:
        return items.filter(package=package)
    packed = items.filter(package__items__print_file=print_file).distinct()
    if packed.exists():
        return packed
    return items.filter(page__translation_key=print_file.page.translation_key)

"""The year as a table for the treasury: CSV that Excel opens in German, or XLSX. No cell can become a formula."""

import csv
import io

from django.http import HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.styles import Font

from .figures import BudgetFigures
from .models import Voucher
from .wording import item_warning

KINDS = ("csv", "xlsx")
DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def safe(value: str) -> str:
    """An apostrophe before what a spreadsheet would calculate."""
    return f"'{value}" if value.startswith(DANGEROUS) else value


def heads() -> list[str]:
    names = [_("Kind"), _("Title"), _("State"), _("Planned"), _("Paid"), _("Forecast"), _("Copies"), _("Price per copy")]
    return [*names, _("Page"), _("Print package"), _("Vouchers"), _("Remark")]


def rows(figures: BudgetFigures) -> list[list]:
    """Sources, items and sums; texts guarded, amounts as numbers."""
    budget = figures.budget
    found: list[list] = [[_("Source of money"), safe(source.name), "", source.amount] for source in budget.sources.all()]
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
        safe(item.title),
        str(item.get_state_display()),
        entry.planned,
        entry.paid,
        entry.forecast,
        entry.copies or "",
        entry.price_per_copy or "",
        safe(item.page.title) if item.page else "",
        safe(item.package.title) if item.package else "",
        safe(vouchers),
        item_warning(entry),
    ]


def _voucher(voucher: Voucher) -> str:
    return f"{voucher.get_kind_display()} {voucher.date:%d.%m.%Y} {voucher.supplier} {voucher.number}".strip()


def answer(figures: BudgetFigures, *, kind: str) -> HttpResponse:
    name = f"haushalt-{figures.budget.year}-{timezone.localdate():%Y-%m-%d}.{kind}"
    data, content_type = (as_csv(figures), "text/csv; charset=utf-8") if kind == "csv" else (as_xlsx(figures), XLSX)
    response = HttpResponse(data, content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "private, no-store"
    return response


def as_csv(figures: BudgetFigures) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(heads())
    for row in rows(figures):
        writer.writerow([value if isinstance(value, str) else str(value).replace(".", ",") for value in row])
    return out.getvalue().encode("utf-8-sig")


def as_xlsx(figures: BudgetFigures) -> bytes:
    book = Workbook()
    sheet = book.active
    sheet.title = str(figures.budget.year)
    sheet.append(heads())
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for row in rows(figures):
        sheet.append(row)
        for cell in sheet[sheet.max_row]:
            if cell.data_type == "f":
                cell.data_type = "s"
        for place in (4, 5, 6):
            sheet.cell(row=sheet.max_row, column=place).number_format = "#,##0.00 €"
        sheet.cell(row=sheet.max_row, column=8).number_format = "0.00## €"
    for place, width in zip("ABCDEFGHIJKL", (18, 36, 12, 14, 14, 14, 10, 14, 30, 30, 40, 34), strict=True):
        sheet.column_dimensions[place].width = width
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()

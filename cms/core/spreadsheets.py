"""Tables for people who open them in a spreadsheet: CSV that German Excel understands, XLSX. No text becomes a formula."""

import csv
import io
from collections.abc import Iterable
from decimal import Decimal

from django.http import HttpResponse
from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Font

KINDS = ("csv", "xlsx")
DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
TYPES = {"csv": "text/csv; charset=utf-8", "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}
WIDEST = 60  # characters of a column


def safe(value):
    """Numbers as they are; texts with an apostrophe before what a spreadsheet would calculate, and without control characters."""
    if type(value) is str and value[:1].isalnum() and value.isprintable():
        return value  # by far the most; all that follows takes three times as long
    if value is None or isinstance(value, int | float | Decimal):
        return "" if value is None else value
    text = ILLEGAL_CHARACTERS_RE.sub(" ", str(value))
    return f"'{text}" if text.lstrip().startswith(DANGEROUS) or text.startswith(DANGEROUS) else text


def with_comma(cell):
    """Money as German spreadsheets read it."""
    return str(cell).replace(".", ",") if isinstance(cell, Decimal) else cell


def as_csv(heads: list, rows: Iterable[Iterable]) -> bytes:
    """With the mark by which spreadsheets know UTF-8."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([safe(str(head)) for head in heads])
    writer.writerows([with_comma(safe(cell)) for cell in row] for row in rows)
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def as_xlsx(heads: list, rows: Iterable[Iterable], *, title: str) -> bytes:
    book = Workbook()
    sheet = book.active
    sheet.title = "".join(letter for letter in title if letter not in r"[]:*?/\'")[:31] or "Table"
    sheet.freeze_panes = "A2"
    sheet.append([safe(str(head)) for head in heads])
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for row in rows:
        sheet.append([safe(cell) for cell in row])
        for cell in sheet[sheet.max_row]:
            if isinstance(cell.value, Decimal):
                cell.number_format = "#,##0.00##"
    for column in sheet.columns:
        longest = max(len(str(cell.value or "")) for cell in column)
        sheet.column_dimensions[column[0].column_letter].width = min(WIDEST, longest + 2)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def table_response(heads: list, rows: Iterable[Iterable], *, kind: str, name: str, title: str) -> HttpResponse:
    """`kind`: one of KINDS; `name`: of the file, without its ending."""
    data = as_csv(heads, rows) if kind == "csv" else as_xlsx(heads, rows, title=title)
    response = HttpResponse(data, content_type=TYPES[kind])
    response["Content-Disposition"] = f'attachment; filename="{name}.{kind}"'
    response["Cache-Control"] = "private, no-store"
    return response

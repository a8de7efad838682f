"""A file as rows of text, whatever it is: CSV in any encoding and with any separator, XLSX, or JSON Lines of another town."""

import codecs
import csv
import datetime
import json
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from .spreadsheets import DANGEROUS

SAMPLE = 5
SEPARATORS = ";\t,|"
ENCODINGS = ("utf-8", "cp1252", "cp1254", "cp1251", "cp1256", "utf-16")
PIECE = 1 << 20


def plain(text: str) -> str:
    """What spreadsheets.safe() or a spreadsheet made of a value, taken back; without blanks around it and without NUL."""
    text = text.strip().replace("\0", "")
    return text[1:] if text.startswith("'") and text[1:].startswith(DANGEROUS) else text


class Unreadable(Exception):
    """The file cannot be read; the message is for the office."""


def look_at(path: Path, *, name: str, encoding: str = "") -> dict:
    """Kind, encoding, separator, columns and first rows of a file, ready for JSON. Raises Unreadable."""
    if path.stat().st_size == 0:
        raise Unreadable(_("The file is empty."))
    suffix = Path(name).suffix.lower()
    if suffix == ".xlsx" or zipfile.is_zipfile(path):
        shape = {"kind": "xlsx"}
    elif suffix in (".jsonl", ".ndjson"):
        return {"kind": "jsonl", "columns": [], "sample": [], "header": False}
    else:
        shape = {"kind": "csv", "encoding": encoding or encoding_of(path)}
        shape["separator"] = separator_of(path, encoding=shape["encoding"])
    first = []
    for _number, cells in _lines(path, shape):
        first.append(cells[:50])
        if len(first) > SAMPLE:
            break
    if not first:
        raise Unreadable(_("The file has no rows."))
    header = not any("@" in cell for cell in first[0])
    width = max(map(len, first))
    names = first[0] if header else []
    columns = [names[n] if n < len(names) and names[n] else _("Column %d") % (n + 1) for n in range(width)]
    return shape | {"header": header, "columns": columns, "sample": first[1:] if header else first[:SAMPLE]}


def rows(path: Path, shape: dict, *, skip: int = 0) -> Iterator[tuple[int, list[str] | dict]]:
    """(line in the file, cells) of everything below the header, after the first `skip` rows. Raises Unreadable.

    JSON Lines give the object instead of cells, or None for a line that is none.
    """
    lines = _objects(path) if shape["kind"] == "jsonl" else _lines(path, shape)
    for _row in range(skip + bool(shape["header"])):
        if next(lines, None) is None:
            return
    yield from lines


def encoding_of(path: Path) -> str:
    """UTF-8 if the whole file is, UTF-16 by its mark, else the old Windows one."""
    with path.open("rb") as file:
        if file.read(2) in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
            return "utf-16"
        file.seek(0)
        decoder = codecs.getincrementaldecoder("utf-8")()
        try:
            while piece := file.read(PIECE):
                decoder.decode(piece)
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            return "cp1252"
    return "utf-8"


def separator_of(path: Path, *, encoding: str) -> str:
    """The character that cuts the first rows, the heading too, into the same number of columns, as many as possible."""
    with _open(path, encoding) as file:
        head = [line for line in (file.readline() for _row in range(20)) if line.strip()]
    if head and (said := re.fullmatch(r"sep=(.)\s*", head[0])):
        return said[1]
    best, most = ",", (False, 1)
    for separator in SEPARATORS:
        widths = [len(cells) for cells in csv.reader(head, delimiter=separator)]
        width, often = Counter(widths).most_common(1)[0] if widths else (1, 0)
        found = (widths[:1] == [width], width)  # what only the rows below the heading have in common stands in their words
        if width > 1 and often * 2 > len(head) and found > most:
            best, most = separator, found
    return best


def _open(path: Path, encoding: str):
    return path.open(encoding="utf-8-sig" if encoding == "utf-8" else encoding, errors="replace", newline="")


def _lines(path: Path, shape: dict) -> Iterator[tuple[int, list[str]]]:
    """Every row with at least one cell that is not empty."""
    try:
        source = _sheet(path) if shape["kind"] == "xlsx" else _csv(path, shape)
        for number, cells in source:
            if any(cells):
                yield number, cells
    except (csv.Error, UnicodeError, InvalidFileException, zipfile.BadZipFile, KeyError, ValueError, OSError) as error:
        raise Unreadable(_("The file cannot be read: %s") % error) from error


def _csv(path: Path, shape: dict) -> Iterator[tuple[int, list[str]]]:
    with _open(path, shape["encoding"]) as file:
        reader = csv.reader(file, delimiter=shape["separator"])
        for cells in reader:
            if reader.line_num == 1 and cells and cells[0].startswith("sep="):
                continue
            yield reader.line_num, cells


def _sheet(path: Path) -> Iterator[tuple[int, list[str]]]:
    book = load_workbook(path, read_only=True, data_only=True, keep_links=False)
    try:
        for number, cells in enumerate(book.worksheets[0].iter_rows(values_only=True), 1):
            yield number, [_text(cell) for cell in cells]
    finally:
        book.close()


def _text(cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, datetime.datetime):
        return cell.date().isoformat() if cell.time() == datetime.time() else cell.isoformat(sep=" ")
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return plain(str(cell))


def _objects(path: Path) -> Iterator[tuple[int, dict | None]]:
    with _open(path, "utf-8") as file:
        for number, line in enumerate(file, 1):
            if not line.strip():
                continue
            try:
                found = json.loads(line)
            except ValueError:
                found = None
            yield number, found if isinstance(found, dict) else None

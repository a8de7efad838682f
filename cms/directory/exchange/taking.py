"""A table of entries: read once, judged line by line, taken over when somebody says so. The dry run is the same code."""

import tempfile
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import log
from wagtail.models import Locale

from cms.core import tables

from ..models import EntryImport, Organisation, Person
from ..models.entries import Entry
from .columns import CellError, Column, columns, guess, squeezed

MOST_ROWS = 5000
MOST_MB = 5
KINDS: dict[str, type[Entry]] = {"organisations": Organisation, "people": Person}


class Outcome(models.TextChoices):
    NEW = "new", gettext_lazy("is added")
    CHANGED = "changed", gettext_lazy("is changed")
    SAME = "same", gettext_lazy("stays as it is")
    ERROR = "error", gettext_lazy("is left out")


@dataclass
class Line:
    """One row of the file and what becomes of it."""

    number: int
    name: str
    outcome: Outcome
    reason: str = ""
    entry: Entry | None = None


def upload(file, *, kind: str, user=None) -> EntryImport:
    """Reads the whole file. Raises tables.Unreadable with a message for the office."""
    if file.size > MOST_MB * 1_000_000:
        raise tables.Unreadable(_("The file is larger than %s MB.") % MOST_MB)
    with tempfile.NamedTemporaryFile(suffix=Path(file.name).suffix) as copy:
        for chunk in file.chunks():
            copy.write(chunk)
        copy.flush()
        shape = tables.look_at(Path(copy.name), name=file.name)
        if shape["kind"] == "jsonl":
            raise tables.Unreadable(_("Use a table: CSV or Excel (xlsx)."))
        shape["header"] = True
        heads, rows = [], []
        for number, cells in tables.rows(Path(copy.name), shape | {"header": False}):
            if not heads:
                heads = [cell.strip().removeprefix("'") for cell in cells]
            elif len(rows) >= MOST_ROWS:
                raise tables.Unreadable(_("The file has more than %s rows.") % MOST_ROWS)
            else:
                rows.append([number, [tables.plain(cell) for cell in cells]])
    if not rows:
        raise tables.Unreadable(_("The file has no rows below its headings."))
    return EntryImport.objects.create(
        kind=kind, name=file.name[:200], columns=heads, rows=rows, mapping=guess(heads, kind=kind), created_by=user
    )


def judge(row: EntryImport) -> list[Line]:
    """What would become of each line; nothing is changed."""
    return _Judge(row).lines()


def check(row: EntryImport, *, mapping: dict[str, int]) -> EntryImport:
    """The dry run: the report by line is kept with the import."""
    row.mapping, row.state = mapping, EntryImport.State.CHECKED
    row.report = [[line.number, line.name, line.outcome.value, line.reason] for line in judge(row)]
    row.save()
    return row


@transaction.atomic
def take_over(row: EntryImport, *, user=None) -> EntryImport:
    """Adds and changes entries. A second press changes nothing."""
    row = EntryImport.objects.select_for_update().get(pk=row.pk)
    if row.state != EntryImport.State.CHECKED:
        return row
    lines = judge(row)
    for line in lines:
        if line.outcome in (Outcome.NEW, Outcome.CHANGED):
            line.entry.save()
            log(line.entry, "directory.import", user=user, data={"import": row.pk, "line": line.number})
    row.report = [[line.number, line.name, line.outcome.value, line.reason] for line in lines]
    row.state = EntryImport.State.DONE
    row.save()
    return row


class _Judge:
    def __init__(self, row: EntryImport) -> None:
        self.row, self.model = row, KINDS[row.kind]
        self.columns = [column for column in columns(row.kind) if column.field in row.mapping]
        self.locale = Locale.objects.get(language_code=settings.LANGUAGE_CODE)
        known = self.model.objects.filter(locale=self.locale).select_related("locale")
        self.known = {squeezed(entry.name): entry for entry in known}
        organisations = Organisation.objects.filter(locale=self.locale)
        self.organisations = {squeezed(entry.name): entry for entry in organisations} if row.kind == "people" else {}
        self.seen: set[str] = set()

    def lines(self) -> list[Line]:
        return [self.line(number, cells) for number, cells in self.row.rows]

    def line(self, number: int, cells: list[str]) -> Line:
        values = {column.field: self.cell(column, cells) for column in self.columns}
        name = values.get("name", "")[:160]
        key = squeezed(name)
        if not key:
            return Line(number, name, Outcome.ERROR, _("The name is missing."))
        if key in self.seen:
            return Line(number, name, Outcome.ERROR, _("This name is in the file twice."))
        self.seen.add(key)
        known = self.known.get(key)
        entry = known or self.model(locale=self.locale)
        before = {column.field: getattr(entry, column.field) for column in self.columns}
        errors = self.fill(entry, values)
        if errors:
            return Line(number, name, Outcome.ERROR, " ".join(errors))
        if known is None:
            return Line(number, name, Outcome.NEW, entry=entry)
        changed = [column for column in self.columns if before[column.field] != getattr(entry, column.field)]
        if not changed:
            return Line(number, name, Outcome.SAME)
        return Line(number, name, Outcome.CHANGED, ", ".join(str(column.label) for column in changed), entry=entry)

    def cell(self, column: Column, cells: list[str]) -> str:
        place = self.row.mapping[column.field]
        return cells[place].strip() if place < len(cells) else ""

    def fill(self, entry: Entry, values: dict[str, str]) -> list[str]:
        """Puts the values into the entry; an empty cell leaves what was there. Returns what is wrong."""
        errors = []
        for column in self.columns:
            text = values[column.field]
            if not text:
                continue
            try:
                setattr(entry, column.field, self.organisation(text) if column.field == "organisation" else column.read(text))
            except CellError as error:
                errors.append(f"{column.label}: {error}.")
        try:
            entry.clean_fields(exclude=["locale", "translation_key"])
        except ValidationError as error:
            errors += [f"{field}: {' '.join(said)}" for field, said in error.message_dict.items()]
        return errors

    def organisation(self, text: str) -> Organisation:
        found = self.organisations.get(squeezed(text))
        if found is None:
            raise CellError(_("No organisation in the directory is called “%s”") % text)
        return found

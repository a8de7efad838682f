"""The steps of an import: uploaded → checking → checked → running → done. In turns, slice by slice, each slice a transaction.

A worker that dies loses nothing: the position is written with the slice, and the report is cut back to it.
"""

import csv
import datetime
import io
import itertools
import time
from collections import Counter
from pathlib import Path

from django.contrib.auth.models import AbstractBaseUser
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Site

from cms.core import tables
from cms.core.spreadsheets import safe

from ..models import SubscriberImport
from . import columns
from .judging import CHANGING, Entry, Judge, Outcome
from .seen import Seen
from .taking import Taking, prepare_connection

State = SubscriberImport.State
SLICE = 20_000
TURN_SECONDS = 20
STALE = datetime.timedelta(minutes=5)
LARGEST = 300 * 1024 * 1024  # bytes


class ImportRefused(Exception):
    """This step cannot be done; the message is for the office."""


def upload(file: UploadedFile, *, site: Site | None, user: AbstractBaseUser | None) -> SubscriberImport:
    """Keep the file and see what is in it. Raises ImportRefused."""
    if file.size > LARGEST:
        raise ImportRefused(_("The file is larger than %d MB. Please cut it into several.") % (LARGEST >> 20))
    suffix = Path(file.name).suffix.lower()[:8]
    row = SubscriberImport(name=Path(file.name).name[:150], site=site, created_by=user)
    row.file.save(f"{timezone.now():%Y%m%d-%H%M%S}{suffix}", file, save=False)
    try:
        row.shape = tables.look_at(Path(row.file.path), name=row.name)
    except tables.Unreadable as error:
        row.file.delete(save=False)
        raise ImportRefused(str(error)) from error
    row.choices = columns.Choices(columns=columns.guess(row.shape["columns"])).as_json()
    row.save()
    return row


def read_again(row: SubscriberImport, *, encoding: str) -> None:
    """The letters looked wrong: look at the file in another encoding. Raises ImportRefused."""
    try:
        shape = tables.look_at(Path(row.file.path), name=row.name, encoding=encoding)
    except (tables.Unreadable, LookupError) as error:
        raise ImportRefused(str(error)) from error
    guessed = columns.Choices(columns=columns.guess(shape["columns"])).as_json()
    SubscriberImport.objects.filter(pk=row.pk, position=0).update(shape=shape, choices=guessed, state=State.UPLOADED)


def choose(row: SubscriberImport, choices: columns.Choices) -> None:
    """Take over what the office chose and have the file checked. Raises ImportRefused."""
    if row.shape["kind"] != "jsonl" and "address" not in choices.columns:
        raise ImportRefused(_("Please say which column holds the e-mail address."))
    if bool(choices.consent_source) != bool(choices.consent_date):
        raise ImportRefused(_("For a consent of the whole file both are needed: the day and where it can be seen."))
    ready = SubscriberImport.objects.filter(pk=row.pk, state__in=[State.UPLOADED, State.CHECKED, State.FAILED], position=0)
    values = {"state": State.CHECKING, "choices": choices.as_json(), "counts": {}, "rows": 0, "trouble": ""}
    if not ready.update(**values, touched_at=timezone.now()):
        raise ImportRefused(_("This file is being worked on."))
    _wake(row.pk)


def start(row: SubscriberImport, *, user: AbstractBaseUser | None) -> None:
    """Take over what the check has shown. Raises ImportRefused."""
    checked = SubscriberImport.objects.filter(pk=row.pk, state=State.CHECKED)
    if not checked.update(state=State.RUNNING, position=0, counts={}, touched_at=timezone.now()):
        raise ImportRefused(_("This file has been taken over already, or has not been checked yet."))
    log(instance=row, action="newsletter.import", user=user, data={"file": row.name, "rows": row.rows})
    _wake(row.pk)


def _wake(pk: int) -> None:
    from ..tasks import work_on_import

    transaction.on_commit(lambda: work_on_import.enqueue(pk))


def wake_imports() -> int:
    """The duty: go on with what a dead worker left."""
    from ..tasks import work_on_import

    left = SubscriberImport.objects.filter(state__in=[State.CHECKING, State.RUNNING], touched_at__lt=timezone.now() - STALE)
    keys = list(left.values_list("pk", flat=True))
    for key in keys:
        work_on_import.enqueue(key)
    return len(keys)


def work_on(pk: int, *, seconds: float = TURN_SECONDS) -> bool:
    """One turn at an import; True if there is more to do."""
    row = SubscriberImport.objects.filter(pk=pk).select_related("site").first()
    if row is None or row.state not in (State.CHECKING, State.RUNNING):
        return False
    try:
        return _check(row) if row.state == State.CHECKING else _run(row, seconds=seconds)
    except (tables.Unreadable, OSError) as error:
        SubscriberImport.objects.filter(pk=pk).update(state=State.FAILED, trouble=str(error))
        return False


def _slices(row: SubscriberImport):
    lines = tables.rows(Path(row.file.path), row.shape, skip=row.position)
    return iter(lambda: list(itertools.islice(lines, SLICE)), [])


def _check(row: SubscriberImport) -> bool:
    """The dry run: everything is judged, nothing is written but the report."""
    judge = Judge(columns.Choices(**row.choices), seen=Seen())
    counts: Counter[str] = Counter()
    _new_report(row)
    for number, lines in enumerate(_slices(row)):
        entries = judge.read(lines)
        judge.judge(entries)
        counts.update(entry.outcome.value for entry in entries)
        _append_report(row, entries)
        if number % 10 == 9:
            SubscriberImport.objects.filter(pk=row.pk).update(counts=counts, rows=counts.total(), touched_at=timezone.now())
    done = SubscriberImport.objects.filter(pk=row.pk, state=State.CHECKING)
    done.update(state=State.CHECKED, counts=counts, rows=counts.total(), touched_at=timezone.now())
    return False


def _run(row: SubscriberImport, *, seconds: float) -> bool:
    judge = Judge(columns.Choices(**row.choices))
    taking = Taking(name=row.name, site=row.site)
    end = time.monotonic() + seconds
    prepare_connection()
    if row.position == 0:
        _new_report(row)
    for lines in _slices(row):
        if not _take_slice(row, judge.read(lines), taking=taking):  # read first: the database's lock is held for the rest
            return False
        if time.monotonic() > end:
            return True
    SubscriberImport.objects.filter(pk=row.pk, state=State.RUNNING, position=row.position).update(
        state=State.DONE, touched_at=timezone.now()
    )
    return False


@transaction.atomic
def _take_slice(row: SubscriberImport, entries: list[Entry], *, taking: Taking) -> bool:
    """Judge and write one slice; False if another worker is at it."""
    now = SubscriberImport.objects.select_for_update().get(pk=row.pk)
    if now.position != row.position or now.state != State.RUNNING:
        return False
    Judge.judge(entries)
    taking.take(entries)
    counts = Counter(now.counts)
    counts.update(entry.outcome.value for entry in entries)
    now.report_bytes = _append_report(now, entries)
    now.position += len(entries)
    now.counts = dict(counts)
    now.save(update_fields=["position", "counts", "report_bytes", "touched_at"])
    row.position = now.position
    return True


def _new_report(row: SubscriberImport) -> None:
    if row.report:
        row.report.delete(save=False)
    text = io.StringIO()
    csv.writer(text, delimiter=";").writerow([_("Row in the file"), _("E-mail"), _("What becomes of it")])
    content = ("\ufeff" + text.getvalue()).encode()
    row.report.save(f"{Path(row.file.name).stem}-report.csv", ContentFile(content), save=False)
    row.report_bytes = len(content)
    row.save(update_fields=["report", "report_bytes"])


def _append_report(row: SubscriberImport, entries: list[Entry]) -> int:
    """Add the slice to the report, behind what is certain; returns the new length in bytes."""
    text = io.StringIO()
    labels = {outcome: str(outcome.label) for outcome in {entry.outcome for entry in entries}}
    csv.writer(text, delimiter=";").writerows((entry.line, safe(entry.address[:254]), labels[entry.outcome]) for entry in entries)
    with Path(row.report.path).open("r+b") as report:
        report.truncate(row.report_bytes)
        report.seek(row.report_bytes)
        report.write(text.getvalue().encode())
        row.report_bytes = report.tell()
    return row.report_bytes


def summary(row: SubscriberImport) -> list[tuple[str, str, int, bool]]:
    """(outcome, in words, rows, does it change something), in the order of Outcome."""
    return [(o.value, o.label, row.counts[o.value], o in CHANGING) for o in Outcome if row.counts.get(o.value)]

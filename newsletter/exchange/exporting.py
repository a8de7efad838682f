"""Lists and evidence for the office, streamed in constant memory: CSV, XLSX, JSON Lines for another town, evidence as ZIP."""

import csv
import io
import itertools
import json
import tempfile
import zipfile
from collections.abc import Iterator

from django.utils import timezone
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font

from cms.core.spreadsheets import safe

from .. import towns
from ..models import ConsentEvent, ConsentWording, Subscriber, Subscription, Suppression
from ..models.consent import stamp

ROWS = 2000
PIECE = 64 * 1024


def people() -> Iterator[tuple[list[Subscriber], dict[int, list[tuple[str, str]]], dict[str, list[ConsentEvent]]]]:
    """Slices of readers with their topics (slug, state) by reader and their chains by fingerprint."""
    rows = Subscriber.objects.order_by("pk").iterator(chunk_size=ROWS)
    while piece := list(itertools.islice(rows, ROWS)):
        topics: dict[int, list[tuple[str, str]]] = {}
        held = Subscription.objects.filter(subscriber__in=piece).values_list("subscriber_id", "topic__slug", "state")
        for reader, slug, state in held.order_by("topic__sort_order"):
            topics.setdefault(reader, []).append((slug, state))
        chains: dict[str, list[ConsentEvent]] = {}
        events = ConsentEvent.objects.filter(subject__in=[reader.digest for reader in piece]).select_related("wording")
        for event in events.order_by("subject", "sequence"):
            chains.setdefault(event.subject, []).append(event)
        yield piece, topics, chains


def table() -> Iterator[list[str]]:
    """Heading and rows as people read them; an import understands every column."""
    yield [
        _("E-mail"),
        _("Name"),
        _("Language"),
        _("Second language"),
        _("Third language"),
        _("Kind of mail"),
        _("State"),
        _("Topics"),
        _("Day of the consent"),
        _("Where the consent is"),
    ]
    for readers, topics, chains in people():
        for reader in readers:
            active = [slug for slug, state in topics.get(reader.pk, []) if state == Subscription.State.ACTIVE]
            day, source = last_consent(chains.get(reader.digest, []))
            fields = (reader.address, reader.name, reader.language, reader.second_language, reader.third_language, reader.format)
            yield [safe(value) for value in (*fields, reader.state, ", ".join(active), day, source)]


def last_consent(chain: list[ConsentEvent]) -> tuple[str, str]:
    """Day and origin of the consent that holds."""
    for event in reversed(chain):
        if event.kind in towns.CONSENT:
            source = event.details.get("source") or event.details.get("form") or event.details.get("message_id", "")
            return timezone.localdate(event.at).isoformat(), str(source)
    return "", ""


def as_csv(rows: Iterator[list]) -> Iterator[bytes]:
    """With the mark by which spreadsheets know UTF-8."""
    yield b"\xef\xbb\xbf"
    for piece in iter(lambda: list(itertools.islice(rows, ROWS)), []):
        text = io.StringIO()
        csv.writer(text, delimiter=";").writerows(piece)
        yield text.getvalue().encode()


def as_xlsx(rows: Iterator[list[str]]) -> Iterator[bytes]:
    book = Workbook(write_only=True)
    sheet = book.create_sheet(_("Subscribers"))
    sheet.freeze_panes = "A2"
    heading = [WriteOnlyCell(sheet, value=name) for name in next(rows)]
    for cell in heading:
        cell.font = Font(bold=True)
    for column, width in zip("ABCDEFGHIJ", (34, 24, 12, 12, 12, 12, 14, 28, 16, 40), strict=True):
        sheet.column_dimensions[column].width = width
    sheet.append(heading)
    for row in rows:
        sheet.append(row)
    with tempfile.TemporaryFile() as file:
        book.save(file)
        file.seek(0)
        yield from iter(lambda: file.read(PIECE), b"")


def as_json_lines() -> Iterator[bytes]:
    """For another town: everybody with the whole chain of consent; who is blocked here goes along as blocked."""
    for readers, topics, chains in people():
        blocked = set(
            Suppression.objects.filter(digest__in=[reader.digest for reader in readers]).values_list("digest", flat=True)
        )
        lines = [
            towns.record_of(
                reader,
                topics=topics.get(reader.pk, []),
                events=chains.get(reader.digest, []),
                blocked=reader.digest in blocked,
            )
            for reader in readers
        ]
        yield "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines).encode()


def evidence_table() -> Iterator[list[str]]:
    """One row for every entry of every chain, erased people as their fingerprint."""
    yield ["address", "fingerprint", "number", "what", "at", "recorded", "language", "wording", "details", "previous", "seal"]
    events = ConsentEvent.objects.select_related("wording").order_by("subject", "sequence")
    for event in events.iterator(chunk_size=ROWS):
        row = (event.address, event.subject, event.sequence, event.kind, stamp(event.at), stamp(event.recorded_at))
        row += (
            event.language,
            str(event.wording or ""),
            json.dumps(event.details, ensure_ascii=False),
            event.previous,
            event.seal,
        )
        yield [safe(value) for value in row]


def evidence_zip() -> Iterator[bytes]:
    """For the data protection officer: every entry as CSV and JSON Lines, every wording, and how to check the seals."""
    pipe = Pipe()
    with zipfile.ZipFile(pipe, "w", zipfile.ZIP_DEFLATED) as archive:
        members = (
            ("README.txt", iter([_readme().encode()])),
            ("consent.csv", as_csv(evidence_table())),
            ("subscribers.jsonl", as_json_lines()),
            ("wordings.json", iter([_wordings()])),
        )
        for name, content in members:
            with archive.open(name, "w", force_zip64=True) as member:
                for piece in content:
                    member.write(piece)
                    yield pipe.take()
            yield pipe.take()
    yield pipe.take()


class Pipe(io.RawIOBase):
    """What a ZIP is written into; it is taken out again at once."""

    def __init__(self) -> None:
        super().__init__()
        self._pieces: list[bytes] = []

    def writable(self) -> bool:
        return True

    def write(self, data) -> int:
        self._pieces.append(bytes(data))
        return len(data)

    def take(self) -> bytes:
        taken, self._pieces = b"".join(self._pieces), []
        return taken


def _wordings() -> bytes:
    rows = [
        {"language": row.language, "version": row.version, "sha256": row.digest, "text": row.text, "since": stamp(row.created_at)}
        for row in ConsentWording.objects.order_by("language", "version")
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2).encode()


def _readme() -> str:
    made = timezone.localtime().strftime("%Y-%m-%d %H:%M")
    return _(
        "Evidence of consent, %(made)s\n\n"
        "consent.csv: one row for every entry, oldest first within each person.\n"
        "subscribers.jsonl: one person a line, with topics and the whole chain; another Vielfalt can import it.\n"
        "wordings.json: every text people agreed to, word for word.\n\n"
        "Each seal is the SHA-256 of a JSON list, ASCII and with sorted keys: fingerprint, number, what, at, recorded, language, "
        "SHA-256 of the wording, details, seal of the entry before. “manage.py verify_consent” checks all of it, and the signed "
        "checkpoints show entries that were removed.\n"
    ) % {"made": made}

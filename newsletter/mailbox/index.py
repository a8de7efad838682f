"""A searchable list of the stored mails in SQLite, so that 10,000 of them page quickly. It follows the folder by itself."""

import sqlite3
import threading
import time
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime

from django.utils.translation import get_language_info

from .reading import read_mail
from .store import MailStore, UnknownMail

PAGE_SIZE = 50
BATCH = 100
SCHEMA = """
CREATE TABLE IF NOT EXISTS mail (
    id TEXT PRIMARY KEY, received REAL NOT NULL, sender TEXT NOT NULL, recipients TEXT NOT NULL, subject TEXT NOT NULL,
    preview TEXT NOT NULL, language TEXT NOT NULL, size INTEGER NOT NULL, attachments INTEGER NOT NULL,
    seen INTEGER NOT NULL DEFAULT 0, words TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS mail_received ON mail (received DESC, id DESC);
CREATE INDEX IF NOT EXISTS mail_unread ON mail (seen, received DESC, id DESC);
"""
COLUMNS = "id, received, sender, recipients, subject, preview, language, size, attachments, seen"


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One line of the list."""

    id: str
    received: datetime
    sender: str
    recipients: str
    subject: str
    preview: str
    language: str
    size: int
    attachments: int
    seen: bool

    @property
    def direction(self) -> str:
        """By the language the mail names: an Arabic subject may begin with a Latin word. Else the text decides."""
        try:
            return "rtl" if get_language_info(self.language.partition(",")[0].strip() or "-")["bidi"] else "auto"
        except KeyError:
            return "auto"


@dataclass(frozen=True, kw_only=True)
class ListPage:
    entries: list[Entry]
    number: int
    last: int
    found: int


class MailIndex:
    def __init__(self, store: MailStore) -> None:
        self.store = store
        self._catching_up = threading.Lock()
        self._scanned = (-1, 0.0)  # modification time of the folder at the last scan, time of that scan
        with self._database() as database:
            database.execute("PRAGMA journal_mode=wal")
            database.executescript(SCHEMA)

    @contextmanager
    def _database(self) -> Iterator[sqlite3.Connection]:
        database = sqlite3.connect(self.store.folder / "index.sqlite3", timeout=20)
        try:
            database.execute("PRAGMA synchronous=off")
            with database:
                yield database
        finally:
            database.close()

    def catch_up(self, *, at_most: int | None = None, patience: float = -1) -> None:
        """Lists new files, newest first, and forgets vanished ones. Cheap when nothing changed.

        A page passes `at_most` (mails) and `patience` (seconds): it never waits for a long backlog (see keep_up).
        """
        if not self._catching_up.acquire(timeout=patience):
            return
        try:
            modified, now = self.store.folder.stat().st_mtime_ns, time.time()
            if (modified, True) == (self._scanned[0], self._scanned[1] - modified / 1e9 > 1):
                return
            with self._database() as database:
                known = {row[0] for row in database.execute("SELECT id FROM mail")}
                present = self.store.ids()
                database.executemany("DELETE FROM mail WHERE id = ?", [(mail_id,) for mail_id in known - present])
            new = sorted(present - known, reverse=True)
            self._insert(new[:at_most])
            if at_most is None or len(new) <= at_most:
                self._scanned = (modified, now)
        finally:
            self._catching_up.release()

    def _insert(self, mail_ids: list[str]) -> None:
        for start in range(0, len(mail_ids), BATCH):
            rows = [row for mail_id in mail_ids[start : start + BATCH] if (row := self._row(mail_id))]
            with self._database() as database:
                database.executemany("INSERT OR IGNORE INTO mail VALUES (?,?,?,?,?,?,?,?,?,0,?)", rows)

    def _row(self, mail_id: str) -> tuple | None:
        try:
            data, received = self.store.read(mail_id), self.store.received_at(mail_id)
        except UnknownMail:
            return None
        mail = read_mail(data)
        words = folded(" ".join([mail.sender, mail.recipients, mail.header("Subject"), mail.text[:20_000] or mail.preview]))
        shown = (mail.sender, mail.recipients, mail.header("Subject"), mail.preview, mail.language)
        return (mail_id, received, *shown, len(data), len(mail.attachments), words)

    def counts(self) -> tuple[int, int]:
        """(all, unread)"""
        with self._database() as database:
            return database.execute("SELECT count(*), count(*) FILTER (WHERE seen = 0) FROM mail").fetchone()

    def page(self, number: int = 1, *, query: str = "", unread_only: bool = False) -> ListPage:
        conditions, values = conditions_for(query, unread_only=unread_only)
        with self._database() as database:
            found = database.execute(f"SELECT count(*) FROM mail WHERE {conditions}", values).fetchone()[0]
            last = max(1, -(-found // PAGE_SIZE))
            number = min(max(1, number), last)
            rows = database.execute(
                f"SELECT {COLUMNS} FROM mail WHERE {conditions} ORDER BY received DESC, id DESC LIMIT ? OFFSET ?",
                [*values, PAGE_SIZE, (number - 1) * PAGE_SIZE],
            ).fetchall()
        return ListPage(entries=[as_entry(row) for row in rows], number=number, last=last, found=found)

    def entry(self, mail_id: str) -> Entry:
        with self._database() as database:
            row = database.execute(f"SELECT {COLUMNS} FROM mail WHERE id = ?", [mail_id]).fetchone()
        if row is None:
            raise UnknownMail(mail_id)
        return as_entry(row)

    def neighbours(self, mail_id: str) -> tuple[str | None, str | None]:
        """(id of the next newer mail, id of the next older one)"""
        query = "SELECT id FROM mail WHERE (received, id) {} (SELECT received, id FROM mail WHERE id = ?) ORDER BY {} LIMIT 1"
        with self._database() as database:
            newer = database.execute(query.format(">", "received, id"), [mail_id]).fetchone()
            older = database.execute(query.format("<", "received DESC, id DESC"), [mail_id]).fetchone()
        return newer and newer[0], older and older[0]

    def mark_seen(self, mail_id: str) -> None:
        with self._database() as database:
            database.execute("UPDATE mail SET seen = 1 WHERE id = ? AND seen = 0", [mail_id])

    def mark_all_seen(self) -> None:
        with self._database() as database:
            database.execute("UPDATE mail SET seen = 1 WHERE seen = 0")

    def delete_all(self) -> None:
        for mail_id in self.store.ids():
            self.store.delete(mail_id)
        self.catch_up()


def conditions_for(query: str, *, unread_only: bool) -> tuple[str, list[str]]:
    """Every word must occur somewhere in sender, recipients, subject or text; case and accents do not matter."""
    words = folded(query).split()[:10]
    escaped = (word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") for word in words)
    conditions = ["seen = 0"] if unread_only else []
    return " AND ".join([*conditions, *["words LIKE ? ESCAPE '\\'"] * len(words)]) or "1", [f"%{word}%" for word in escaped]


def folded(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def as_entry(row: tuple) -> Entry:
    keys = COLUMNS.split(", ")
    values = dict(zip(keys, row, strict=True))
    return Entry(**values | {"received": datetime.fromtimestamp(values["received"], UTC), "seen": bool(values["seen"])})


def keep_up(index: MailIndex, *, stop: threading.Event, seconds: float = 1.0) -> None:
    """Lists arriving mails in the background until `stop` is set, so that the first look at 10,000 of them finds them listed."""
    while not stop.wait(seconds):
        index.catch_up()

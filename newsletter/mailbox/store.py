"""Mails on disk: one complete .eml file per accepted message, written atomically. The files are the mailbox."""

import os
import re
import secrets
import time
from pathlib import Path

MAIL_ID = re.compile(r"[0-9A-Za-z_-]{1,80}")


class UnknownMail(LookupError):
    """There is no such mail (any more)."""


class MailStore:
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def deliver(self, content: bytes, *, sender: str, recipients: list[str]) -> str:
        """Keeps a mail with its envelope on top, as a delivery agent writes it (RFC 5321 section 4.4), and returns its id."""
        envelope = [f"Return-Path: <{sender}>", *(f"Delivered-To: {address}" for address in recipients)]
        data = "".join(f"{line}\r\n" for line in envelope).encode() + content
        mail_id = f"{time.time_ns():020d}-{secrets.token_hex(4)}"
        unfinished = self.folder / f".{mail_id}"
        try:
            unfinished.write_bytes(data)
            unfinished.replace(self.folder / f"{mail_id}.eml")
        except OSError:
            unfinished.unlink(missing_ok=True)
            raise
        return mail_id

    def ids(self) -> set[str]:
        names = (name.removesuffix(".eml") for name in os.listdir(self.folder) if name.endswith(".eml"))
        return {name for name in names if MAIL_ID.fullmatch(name)}

    def read(self, mail_id: str) -> bytes:
        try:
            return self._path(mail_id).read_bytes()
        except FileNotFoundError:
            raise UnknownMail(mail_id) from None

    def received_at(self, mail_id: str) -> float:
        """Seconds since the epoch: from our own file names, else when the file was put here."""
        nanoseconds = mail_id.partition("-")[0]
        if len(nanoseconds) == 20 and nanoseconds.isdigit():
            return int(nanoseconds) / 1e9
        try:
            return self._path(mail_id).stat().st_mtime
        except FileNotFoundError:
            raise UnknownMail(mail_id) from None

    def delete(self, mail_id: str) -> None:
        self._path(mail_id).unlink(missing_ok=True)

    def _path(self, mail_id: str) -> Path:
        if not MAIL_ID.fullmatch(mail_id):
            raise UnknownMail(mail_id)
        return self.folder / f"{mail_id}.eml"

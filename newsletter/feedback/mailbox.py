"""Reads the bounce mailbox by IMAP or POP3. Mail that is none of our business stays exactly as it was.

A mail is taken off the server only after its row is committed; a crash in between means it is read again, and the row's
digest says that it was counted.
"""

import contextlib
import imaplib
import logging
import poplib
import re
import ssl
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ..models import Feedback, MailboxMark
from .noting import KEPT_BYTES, note_mail

logger = logging.getLogger(__name__)

TIMEOUT_SECONDS = 30
AT_ONCE = 200  # mails per visit: the next visit is a minute away
LINES = 4000  # of a mail's body are fetched by POP3
REMEMBERED = 5000  # ids of foreign mail kept for POP3, which has no other memory
PORTS = {"imap": 143, "imaps": 993, "pop3": 110, "pop3s": 995}


class MailboxError(Exception):
    """The mailbox cannot be read; the message is for the office."""


@dataclass(frozen=True)
class Mailbox:
    """From `imaps://user:password@host:993/INBOX`; also imap (with STARTTLS where offered), pop3 and pop3s."""

    scheme: str
    host: str
    port: int
    user: str
    password: str
    folder: str

    @classmethod
    def from_url(cls, url: str) -> "Mailbox":
        parts = urlsplit(url)
        if parts.scheme not in PORTS or not parts.hostname or not parts.username:
            raise MailboxError(_("BOUNCE_MAILBOX_URL must look like imaps://user:password@host/INBOX."))
        return cls(
            scheme=parts.scheme,
            host=parts.hostname,
            port=parts.port or PORTS[parts.scheme],
            user=unquote(parts.username),
            password=unquote(parts.password or ""),
            folder=unquote(parts.path.strip("/")) or "INBOX",
        )

    @property
    def name(self) -> str:
        """Without the password: for logs and the mark's row."""
        return f"{self.user}@{self.host}:{self.port}/{self.folder}"


def read_mailbox() -> list[Feedback]:
    """Look into the configured mailbox; returns what was new. Raises MailboxError; [] if no mailbox is configured."""
    if not settings.BOUNCE_MAILBOX_URL:
        return []
    mailbox = Mailbox.from_url(settings.BOUNCE_MAILBOX_URL)
    mark, _new = MailboxMark.objects.get_or_create(mailbox=mailbox.name)
    reader = read_imap if mailbox.scheme.startswith("imap") else read_pop3
    try:
        found = reader(mailbox, mark)
    except (imaplib.IMAP4.error, poplib.error_proto, OSError, EOFError) as error:
        trouble = _("The bounce mailbox %(name)s cannot be read: %(error)s") % {"name": mailbox.name, "error": error}
        MailboxMark.objects.filter(pk=mark.pk).update(trouble=trouble)
        raise MailboxError(trouble) from error
    MailboxMark.objects.filter(pk=mark.pk).update(trouble="", read_at=timezone.now())
    return found


def trouble() -> str:
    """Why the bounce mailbox cannot be read at the moment, for the office; empty if it can, or if there is none."""
    if not settings.BOUNCE_MAILBOX_URL:
        return ""
    return MailboxMark.objects.exclude(trouble="").values_list("trouble", flat=True).first() or ""


@contextlib.contextmanager
def imap(mailbox: Mailbox):
    if mailbox.scheme == "imaps":
        connection = imaplib.IMAP4_SSL(
            mailbox.host, mailbox.port, ssl_context=ssl.create_default_context(), timeout=TIMEOUT_SECONDS
        )
    else:
        connection = imaplib.IMAP4(mailbox.host, mailbox.port, timeout=TIMEOUT_SECONDS)
    try:
        if mailbox.scheme == "imap" and "STARTTLS" in connection.capabilities:
            connection.starttls(ssl.create_default_context())
        connection.login(mailbox.user, mailbox.password)
        connection.capabilities = tuple(connection.capability()[1][-1].decode().upper().split())  # more of them after login
        yield connection
    finally:
        with contextlib.suppress(imaplib.IMAP4.error, OSError):
            connection.logout()


def read_imap(mailbox: Mailbox, mark: MailboxMark) -> list[Feedback]:
    """New mail by UID; peeked at, so that foreign mail stays unread."""
    found = []
    with imap(mailbox) as connection:
        answer, said = connection.select(f'"{mailbox.folder}"')
        if answer != "OK":
            raise imaplib.IMAP4.error(said[0].decode("utf-8", "replace"))
        validity = (connection.response("UIDVALIDITY")[1] or [b""])[0] or b""
        if mark.validity != validity.decode():
            mark.validity, mark.last_uid = validity.decode(), 0
        _answer, listed = connection.uid("SEARCH", None, f"UID {mark.last_uid + 1}:*")
        uids = sorted(uid for uid in map(int, listed[0].split()) if uid > mark.last_uid)
        for uid in uids[:AT_ONCE]:
            raw = peek(connection, uid)
            with transaction.atomic():
                feedback = note_mail(raw, via="mailbox") if raw else None
                ours = feedback is not None or (bool(raw) and was_ours(raw))
                mark.last_uid = uid
                mark.save(update_fields=["validity", "last_uid"])
            if ours:
                connection.uid("STORE", str(uid), "+FLAGS.SILENT", r"(\Seen \Deleted)")
                expunge(connection, uid)
            if feedback:
                found.append(feedback)
    return found


def peek(connection: imaplib.IMAP4, uid: int) -> bytes:
    _answer, data = connection.uid("FETCH", str(uid), f"(BODY.PEEK[]<0.{KEPT_BYTES}>)")
    return next((part[1] for part in data if isinstance(part, tuple)), b"")


def expunge(connection: imaplib.IMAP4, uid: int) -> None:
    """Only this one. Without UIDPLUS it stays marked as deleted: a plain EXPUNGE would remove other people's too."""
    if "UIDPLUS" in connection.capabilities:
        connection.uid("EXPUNGE", str(uid))


def was_ours(raw: bytes) -> bool:
    """Read before, but the crash came before it was taken off the server."""
    from .reading import read

    return read(raw).is_ours


@contextlib.contextmanager
def pop3(mailbox: Mailbox):
    if mailbox.scheme == "pop3s":
        connection = poplib.POP3_SSL(mailbox.host, mailbox.port, timeout=TIMEOUT_SECONDS, context=ssl.create_default_context())
    else:
        connection = poplib.POP3(mailbox.host, mailbox.port, timeout=TIMEOUT_SECONDS)
    try:
        if mailbox.scheme == "pop3" and "STLS" in connection.capa():
            connection.stls(ssl.create_default_context())
        connection.user(mailbox.user)
        connection.pass_(mailbox.password)
        yield connection
        connection.quit()  # only now does the server delete
    finally:
        connection.close()


def read_pop3(mailbox: Mailbox, mark: MailboxMark) -> list[Feedback]:
    """POP3 knows no flags: ids of foreign mail are remembered, ours are deleted when the visit ends well."""
    found = []
    with pop3(mailbox) as connection:
        listed = [line.decode("ascii", "replace").split(maxsplit=1) for line in connection.uidl()[1]]
        foreign = set(mark.left_alone)
        new = [(int(number), uid) for number, uid in listed if uid not in foreign]
        for number, uid in new[:AT_ONCE]:
            lines = connection.top(number, LINES)[1]  # RETR would mark foreign mail as read
            raw = re.sub(rb"\r?\n", b"\r\n", b"\r\n".join(lines) + b"\r\n")
            feedback = note_mail(raw, via="mailbox")
            if feedback is not None or was_ours(raw):
                connection.dele(number)
            else:
                foreign.add(uid)
            if feedback:
                found.append(feedback)
    present = [uid for _number, uid in listed if uid in foreign]
    MailboxMark.objects.filter(pk=mark.pk).update(left_alone=present[-REMEMBERED:])
    return found

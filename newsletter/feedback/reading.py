"""A mail that came to one of our return addresses → what it says. By MIME part, never by searching raw bytes.

RFC 3464 (delivery reports), RFC 5965 (complaints), RFC 8098 (read receipts), RFC 3834 (automatic replies).
"""

import email
import email.policy
import re
from dataclasses import dataclass
from email.message import EmailMessage, Message
from email.parser import BytesHeaderParser

from ..models import Feedback
from .rules import ENHANCED, judge

Kind = Feedback.Kind

RETURN_ADDRESS = re.compile(r"\bbounces\+([a-z0-9]{20})@", re.I)
UNSUBSCRIBE_ADDRESS = re.compile(r"\bunsubscribe\+([a-z0-9]{20})@", re.I)
LEAVE_LINK = re.compile(r"/newsletter/u/([^/>\s]+)/")
ENVELOPE_HEADERS = ("X-Original-To", "Delivered-To", "Envelope-To", "X-Envelope-To", "To", "Cc")
MAX_TEXT = 20_000  # characters of a report's prose that are looked at


@dataclass
class Report:
    """`token` leads to a delivery or a sign-up request. Empty: nothing in the mail says which."""

    kind: Feedback.Kind
    token: str = ""
    leave_token: str = ""
    status: str = ""
    said: str = ""
    is_ours: bool = True


def read(raw: bytes, *, recipient: str = "") -> Report:
    """`recipient`: the address on the envelope, where the way in knows it. Never raises for broken mail."""
    try:
        return _read(email.message_from_bytes(raw, policy=email.policy.default), recipient=recipient)
    except RecursionError:  # parts within parts within parts: somebody means harm, and only the headers are looked at
        return _read(BytesHeaderParser(policy=email.policy.default).parsebytes(raw[:MAX_TEXT]), recipient=recipient)


def _read(own: EmailMessage, *, recipient: str) -> Report:
    addressed = " ".join([recipient, *(header_text(own, name) for name in ENVELOPE_HEADERS)])
    if found := UNSUBSCRIBE_ADDRESS.search(addressed):
        return _wish_to_leave(own, token=found[1].lower())
    report = _classify(own)
    if found := RETURN_ADDRESS.search(addressed):
        report.token = found[1].lower()
    report.is_ours = bool(report.token or report.leave_token)
    return report


def header_text(message: Message, name: str) -> str:
    try:
        return " ".join(str(value) for value in message.get_all(name, []))
    except (ValueError, IndexError, AttributeError, TypeError, UnicodeError):  # the header parser gives up on some spam
        return ""


def _wish_to_leave(message: EmailMessage, *, token: str) -> Report:
    if is_automatic(message):
        return Report(Kind.REPLY, token=token)
    return Report(Kind.UNSUBSCRIBE, token=token)


def _classify(message: EmailMessage) -> Report:
    parts = {part.get_content_type(): part for part in reversed(list(message.walk()))}
    embedded = original_headers(parts)
    if "message/feedback-report" in parts:
        return _complaint(parts["message/feedback-report"], embedded)
    if "message/delivery-status" in parts:
        return _delivery_report(parts["message/delivery-status"], message, embedded)
    if "message/disposition-notification" in parts or is_automatic(message):
        return Report(Kind.REPLY, **traces(embedded))
    return _prose(message, embedded)


def is_automatic(message: EmailMessage) -> bool:
    """RFC 3834, and what out-of-office programs wrote before it."""
    submitted = header_text(message, "Auto-Submitted").strip().lower()
    if submitted and submitted != "no":
        return True
    if any(header_text(message, name) for name in ("X-Autoreply", "X-Autorespond", "X-Autoresponder", "X-Auto-Response-From")):
        return True
    return header_text(message, "Precedence").strip().lower() in ("auto_reply", "auto-reply", "junk")


def original_headers(parts: dict) -> str:
    """The headers of the mail the report is about, as text; empty if the report does not carry them."""
    for content_type in ("message/rfc822", "text/rfc822-headers", "message/rfc822-headers"):
        if part := parts.get(content_type):
            payload = part.get_payload()
            inner = payload[0] if isinstance(payload, list) and payload else None
            text = inner.as_string() if inner is not None else part_text(part)
            return text.split("\n\n", 1)[0][:MAX_TEXT]
    return ""


def part_text(part: Message) -> str:
    payload = part.get_payload(decode=True)
    return (
        (payload or b"").decode(part.get_content_charset() or "utf-8", "replace") if isinstance(payload, bytes) else str(payload)
    )


def traces(text: str) -> dict[str, str]:
    """Tokens of ours in the headers of the original mail. Folding may have broken the lines."""
    unfolded = re.sub(r"\r?\n[ \t]+", "", text)
    token, link = RETURN_ADDRESS.search(unfolded), LEAVE_LINK.search(unfolded)
    return {"token": token[1].lower() if token else "", "leave_token": link[1] if link else ""}


def _complaint(part: Message, embedded: str) -> Report:
    fields = _fields(part)
    kind = fields.get("feedback-type", "abuse").strip().lower()
    found = traces(f"{fields.get('original-mail-from', '')}\n{embedded}")
    if kind in ("not-spam", "auth-failure", "dmarc", "virus", "other"):
        return Report(Kind.UNCLEAR if kind in ("other", "virus") else Kind.REPLY, said=f"Feedback-Type: {kind}", **found)
    return Report(Kind.COMPLAINT, said=f"Feedback-Type: {kind}", **found)


def _fields(part: Message) -> dict[str, str]:
    """All header-like fields of a machine-readable part, of all its blocks, names in lower case; the last block wins."""
    payload = part.get_payload()
    blocks = payload if isinstance(payload, list) else [email.message_from_string(part_text(part))]
    found: dict[str, str] = {}
    for block in blocks:
        text = part_text(block) if not block.keys() else ""
        block = email.message_from_string(text) if text.strip() else block
        found |= {name.lower(): header_text(block, name) or str(value) for name, value in block.items()}
    return found


def _delivery_report(part: Message, message: EmailMessage, embedded: str) -> Report:
    fields = _fields(part)
    action = fields.get("action", "").strip().lower()
    status = fields.get("status", "").strip()
    said = re.sub(r"\s+", " ", fields.get("diagnostic-code", "").partition(";")[2] or fields.get("diagnostic-code", "")).strip()
    found = traces(embedded)
    if action in ("delayed", "relayed", "expanded", "delivered"):
        return Report(Kind.DELAYED if action == "delayed" else Kind.REPLY, status=status, said=said, **found)
    # The remote server's own words carry a finer number than the reporting server's summary (5.0.0 with “550 5.1.1 …”).
    words = ENHANCED.search(said)
    finer = words[0] if words and (not status or status.endswith(".0.0") or words[0].startswith(("5.7", "4.7"))) else status
    verdict = judge(status=finer, text=said or _first_text(message))
    return Report(verdict.kind, status=verdict.status or status, said=said or _first_text(message)[:500], **found)


def _first_text(message: EmailMessage) -> str:
    body = message.get_body(("plain", "html")) if isinstance(message, EmailMessage) else None
    try:
        return (body.get_content() if body is not None else part_text(message))[:MAX_TEXT]
    except (LookupError, ValueError, KeyError, AttributeError):
        return ""


def _prose(message: EmailMessage, embedded: str) -> Report:
    """A report in plain words only (qmail, old gateways), or a person who answered to the return address."""
    text = _first_text(message)
    found = traces(embedded or text)
    sender = f"{header_text(message, 'From')} {header_text(message, 'Return-Path')}".lower()
    from_machine = any(name in sender for name in ("mailer-daemon", "postmaster", "mail delivery", "<>")) or not sender.strip()
    if not from_machine:
        return Report(Kind.UNCLEAR, said=text[:500], **found)
    verdict = judge(text=text)
    return Report(verdict.kind, status=verdict.status, said=text[:500], **found)

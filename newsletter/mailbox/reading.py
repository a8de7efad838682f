"""Takes a stored mail apart: headers, HTML body, text body, attachments. Copes with whatever was sent."""

import re
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from html import unescape
from urllib.parse import quote

INLINE_TYPES = {"image/png", "image/jpeg", "image/gif", "image/webp"}  # what the page may show itself; SVG can carry script
CID = re.compile(r"""(?P<before>["'(=\s])cid:(?P<id>[^"')>\s]+)""", re.IGNORECASE)
HEAD = re.compile(r"<head\b[^>]*>", re.IGNORECASE)
DOCTYPE = re.compile(r"\s*<!doctype[^>]*>", re.IGNORECASE)
NOT_TEXT = re.compile(r"<(head|style|script|title)\b.*?</\1\s*>|<!--.*?-->|<[^>]*>", re.IGNORECASE | re.DOTALL)
INVISIBLE = re.compile(r"[\u00ad\u034f\u200b-\u200f\u2007\ufeff]+")
INVALID = re.compile(r"[\ud800-\udfff\x00]")  # neither a page nor a database can hold these
PREVIEW_LENGTH = 160


@dataclass(frozen=True, kw_only=True)
class Part:
    """An attached or embedded file."""

    name: str
    content_type: str
    content: bytes
    content_id: str = ""

    @property
    def size(self) -> int:
        return len(self.content)


@dataclass(frozen=True, kw_only=True)
class Mail:
    headers: list[tuple[str, str]]
    html: str
    text: str
    parts: list[Part] = field(default_factory=list)

    def header(self, name: str) -> str:
        return next((value for key, value in self.headers if key.lower() == name.lower()), "")

    @property
    def sender(self) -> str:
        return self.header("From") or self.header("Return-Path")

    @property
    def recipients(self) -> str:
        return self.header("To") or ", ".join(value for key, value in self.headers if key == "Delivered-To")

    @property
    def language(self) -> str:
        return self.header("Content-Language")

    @property
    def preview(self) -> str:
        text = self.text or unescape(NOT_TEXT.sub(" ", self.html))
        return " ".join(INVISIBLE.sub(" ", text[:4000]).split())[:PREVIEW_LENGTH]

    @property
    def attachments(self) -> list[tuple[int, Part]]:
        """(number, part) of what is not shown within the HTML."""
        return [
            (number, part) for number, part in enumerate(self.parts) if not (part.content_id and part.content_id in self.html)
        ]


def read_mail(data: bytes) -> Mail:
    message = message_from_bytes(data, policy=policy.default)
    html, text, parts = "", "", []
    for part in message.walk():
        if part.is_multipart():
            continue
        kind = part.get_content_type()
        attached = part.get_content_disposition() == "attachment" or part.get_filename()
        if kind == "text/html" and not attached and not html:
            html = decoded(part)
        elif kind == "text/plain" and not attached and not text:
            text = decoded(part)
        else:
            parts.append(as_part(part))
    return Mail(headers=all_headers(message), html=html, text=text, parts=parts)


def all_headers(message: EmailMessage) -> list[tuple[str, str]]:
    headers = []
    for name, raw in message.raw_items():
        try:
            value = str(message.policy.header_fetch_parse(name, raw))
        except Exception:  # the standard library's parser fails in many ways on broken headers; they are shown as they came
            value = str(raw)
        headers.append((name, INVALID.sub("\ufffd", value)))
    return headers


def decoded(part: EmailMessage) -> str:
    content = part.get_payload(decode=True) or b""
    try:
        return content.decode(part.get_content_charset("utf-8"), "replace")
    except LookupError:
        return content.decode("utf-8", "replace")


def as_part(part: EmailMessage) -> Part:
    return Part(
        name=INVALID.sub("\ufffd", part.get_filename() or ""),
        content_type=part.get_content_type(),
        content=part.get_payload(decode=True) or b"",
        content_id=str(part.get("Content-ID", "")).strip().strip("<>"),
    )


def for_frame(html: str, *, inline_url: str) -> str:
    """The HTML body for a sandboxed frame: links open in a new tab, embedded pictures come from `inline_url`."""
    html = CID.sub(lambda match: f"{match['before']}{inline_url}{quote(unescape(match['id']), safe='')}", html)
    base = '<base target="_blank">'
    if head := HEAD.search(html):
        return html[: head.end()] + base + html[head.end() :]
    doctype = DOCTYPE.match(html)
    start = doctype.end() if doctype else 0
    return html[:start] + base + html[start:]

"""Is an uploaded file a PDF that can be kept? What editors are told if not, and what is known of it if so."""

import hashlib
from dataclasses import asdict, dataclass

from django.core.exceptions import ValidationError
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _

from cms.renditions.documents import DocumentFacts, Unreadable, look_at_document

MOST_BYTES = 60 * 1024 * 1024
PAGE_BREAK = "\f"


class DocumentError(ValidationError):
    """The file cannot be kept; the message says why and what helps."""


@dataclass(frozen=True)
class Looked:
    """A PDF that was opened: its text with page breaks, and what else there is to know as plain values."""

    text: str
    facts: dict
    page_count: int
    size: int
    checksum: str


def look_at(data: bytes) -> Looked:
    """Raises DocumentError."""
    if not data:
        raise DocumentError(_("This file is empty. Save it again and upload it once more."))
    if len(data) > MOST_BYTES:
        most, size = filesizeformat(MOST_BYTES), filesizeformat(len(data))
        text = _("This file has %(size)s; at most %(most)s can be kept. Save it with smaller pictures, or in several parts.")
        raise DocumentError(text % {"size": size, "most": most})
    if b"%PDF-" not in data[:1024]:
        raise DocumentError(_("This is not a PDF. Save the document as PDF in the program it was written in, and upload that."))
    try:
        found = look_at_document(data)
    except Unreadable as error:
        raise DocumentError(reason(error.code)) from error
    return Looked(
        text=PAGE_BREAK.join(found.texts).replace("\x00", " "),
        facts=plain(found),
        page_count=found.page_count,
        size=len(data),
        checksum=hashlib.sha256(data).hexdigest(),
    )


def reason(code: str) -> str:
    if code == "encrypted":
        return _("This PDF is locked by a password, so nobody could read it. Save it again without a password.")
    if code == "large":
        return _("This PDF is too large or too intricate to be checked. Save it anew, with smaller pictures or in several parts.")
    return _("This PDF is damaged and cannot be opened. Save it again in the program it was written in.")


def plain(found: DocumentFacts) -> dict:
    values = asdict(found) | {"page_count": found.page_count}
    del values["texts"]
    return values

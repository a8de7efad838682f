"""Logos as drawings: uploaded SVG or PDF becomes one clean SVG that may stand inside a page, on paper as in the browser.

What a logo must not hold (script, foreign files, fonts, pixels, effects) is refused with a sentence that says what to do.
"""

import re
from dataclasses import dataclass
from hashlib import sha256
from xml.etree import ElementTree

from django.core.exceptions import ValidationError
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from . import pdf_logo
from .svg import clean_svg

MOST_BYTES = 400_000
VIEW_BOX = re.compile(r'viewBox="[-\d.e]+ [-\d.e]+ ([\d.e]+) ([\d.e]+)"')


class LogoError(ValidationError):
    """The file is no logo we can print; the message says why and what helps."""


@dataclass(frozen=True)
class Logo:
    """A clean drawing; `ratio` is width / height."""

    source: str
    ratio: float

    @property
    def svg(self) -> SafeString:
        """With ids of its own, so that two logos in one page do not take each other's parts."""
        prefix = "l" + sha256(self.source.encode()).hexdigest()[:6]
        named = re.sub(r'(\bid="|url\(#|href="#)', rf"\g<1>{prefix}-", self.source)
        return mark_safe(named)  # made by clean_svg() from elements and attributes it knows


def drawing(data: bytes) -> str:
    """A clean SVG made of an uploaded SVG or PDF. Raises LogoError."""
    if len(data) > MOST_BYTES:
        raise LogoError(_("This logo is larger than 400 KB. Ask for a simpler version."))
    if data.lstrip()[:5] == b"%PDF-":
        try:
            data = pdf_logo.as_svg(data).encode()
        except pdf_logo.NotADrawing as error:
            raise LogoError(str(error)) from error
    try:
        return clean_svg(data)
    except ElementTree.ParseError as error:
        raise LogoError(
            _("This file is neither an SVG nor a PDF. Ask for the logo as SVG, or use the field for a picture.")
        ) from error
    except ValueError as error:
        raise LogoError(str(error)) from error


def validate(upload) -> None:
    """For the form: refuses what drawing() cannot use. Files stored already have passed."""
    if getattr(upload, "_committed", False):
        return
    upload.seek(0)
    drawing(upload.read())
    upload.seek(0)


def stored(field_file) -> Logo | None:
    """The drawing in storage; None if the field is empty or the file is gone."""
    if not field_file:
        return None
    try:
        with field_file.storage.open(field_file.name) as file:
            source = file.read().decode()
    except OSError:
        return None
    size = VIEW_BOX.search(source)
    return Logo(source=source, ratio=float(size[1]) / float(size[2])) if size else None

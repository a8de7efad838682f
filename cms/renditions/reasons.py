"""Why there is no PDF and what to do about it, as codes that are stored and sentences in the reader's language."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from .errors import RenditionError

REASONS = {
    "picture-missing": gettext_noop("Picture “{picture}” in “{page}” is missing. Choose another picture or remove the block."),
    "picture-broken": gettext_noop("Picture “{picture}” in “{page}” is damaged. Upload it again or choose another."),
    "font-missing": gettext_noop(
        "The font “{font}” is missing ({file}). Install the product again; nothing is printed in another face."
    ),
    "memory": gettext_noop(
        "The PDF needs more than {limit} MB of memory. Use fewer or smaller pictures, or raise PDF_MEMORY_MB."
    ),
    "timeout": gettext_noop(
        "The PDF took longer than {limit} seconds. Try again; if it happens again, divide the longest article."
    ),
    "busy": gettext_noop("Other PDFs are being made right now. Please try again in a minute."),
    "disk-full": gettext_noop("The disk is full. Ask your administrator for space, then render again."),
    "crashed": gettext_noop("The PDF could not be made ({detail}). Please tell your administrator."),
    "interrupted": gettext_noop(
        "Making the PDF was interrupted {attempts} times. Please tell your administrator, then render again."
    ),
    "transparent": gettext_noop(
        "{variant} allows nothing to shine through, but on page {pages} something does. Choose another design or PDF/X-4."
    ),
    "no-picture": gettext_noop("Only formats for social media are made as pictures. Choose one of those."),
    "picture-huge": gettext_noop(
        "Picture “{picture}” in “{page}” has more than {limit} megapixels. Upload a smaller one; 40 megapixels are enough."
    ),
    "forbidden": gettext_noop("The document asks for “{address}”, which is not part of this house. Remove it from the text."),
    "too-deep": gettext_noop("Lists or boxes are nested too deeply. Take some of them apart."),
    "content": gettext_noop("{detail}"),
}


class PdfError(RenditionError):
    """No PDF; `code` and `details` are stored, the text is made in the reader's language."""

    def __init__(self, code: str, **details):
        self.code, self.details = code, details
        super().__init__(reason_text(code, details))


def reason_text(code: str, details: dict) -> str:
    """Why there is no PDF and what to do about it, in the active language."""
    values = {name: str(value) for name, value in details.items()}
    try:
        return _(REASONS.get(code, REASONS["crashed"])).format(**values)
    except KeyError:
        return _(REASONS["crashed"]).format(detail=code)

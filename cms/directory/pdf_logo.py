"""A logo that comes as PDF, as SVG: its paths and gradients. What is neither is refused; a font is never guessed."""

from django.conf import settings
from django.utils.translation import gettext as _

from cms.renditions.processes import confined
from cms.renditions.processes.confined import Died, Limits, TooSlow

SECONDS = 20


class NotADrawing(ValueError):
    """The PDF holds more, or less, than what a logo is made of."""


def as_svg(data: bytes) -> str:
    """Raises NotADrawing with a reason for editors."""
    limits = Limits(memory_mb=settings.PDF_MEMORY_MB, cpu_seconds=SECONDS)
    try:
        answer = confined.ask("cms.renditions.tracing", {}, data=data, limits=limits, timeout=SECONDS * 2)
    except (Died, TooSlow):
        answer = {"refused": "damaged"}
    if "refused" in answer:
        raise NotADrawing(reason(answer["refused"]))
    return answer["svg"]


def reason(code: str) -> str:
    if code == "type":
        return _("This logo contains type. Ask for it “with text converted to paths”, so that it looks the same everywhere.")
    if code == "pages":
        return _("This PDF has several pages. Ask for a file with the logo alone.")
    if code == "nothing":
        return _("There is nothing drawn in this PDF.")
    if code == "picture":
        return _("This PDF holds a picture. Ask for a plain vector drawing, or use the field for a picture.")
    if code == "effects":
        return _("This logo uses effects (blur, shadow, mask). Ask for a version without, or upload it as a picture.")
    if code == "large":
        return _("This logo is larger than 400 KB. Ask for a simpler version.")
    return _("This PDF cannot be opened: it is damaged or locked by a password.")

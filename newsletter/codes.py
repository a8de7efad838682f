"""QR codes of the sign-up with the language in them, as picture, as card to put up, and the list people write on."""

import io
from dataclasses import dataclass

import segno
from django.conf import settings
from django.http import Http404
from django.urls import reverse
from django.utils import translation
from wagtail.models import Site

from cms.core.models import CouncilSettings
from cms.renditions.renderable import Product

from .models import Topic
from .optin import wording_for
from .sheets import make_sheet

LANGUAGES = dict(settings.LANGUAGES)
CARD = Product("signup-card", "", "a5", "newsletter/card.print.html")
LIST = Product("signup-list", "", "a4", "newsletter/list.print.html")
LINES = 14


@dataclass(frozen=True)
class Code:
    language: str
    name: str
    url: str


def code(language: str) -> Code:
    """The code of one language. Raises Http404 for a language that readers cannot choose."""
    if language not in LANGUAGES:
        raise Http404
    with translation.override(language):
        return Code(language, LANGUAGES[language], settings.BASE_URL + reverse("newsletter:signup"))


def all_codes() -> list[Code]:
    return [code(language) for language in LANGUAGES]


def file_of(code: Code, *, kind: str, site: Site) -> tuple[bytes, str]:
    """Content and content type; `kind` is svg, png, card or list. Raises Http404 and PdfError."""
    drawing = segno.make(code.url, error="q", micro=False)
    if kind == "svg":
        return _drawn(drawing, kind="svg", scale=10), "image/svg+xml"
    if kind == "png":
        return _drawn(drawing, kind="png", scale=40), "image/png"
    if kind in ("card", "list"):
        return sheet(code, product=CARD if kind == "card" else LIST, site=site), "application/pdf"
    raise Http404


def _drawn(drawing: segno.QRCode, *, kind: str, scale: int) -> bytes:
    """`scale` in px per module: 40 px are good for 10 cm in print."""
    stream = io.BytesIO()
    drawing.save(stream, kind=kind, scale=scale, border=4)
    return stream.getvalue()


def sheet(code: Code, *, product: Product, site: Site) -> bytes:
    """A card or a list as PDF, in the language of the code. Raises PdfError."""
    council = CouncilSettings.for_site(site)
    wording = wording_for(language=code.language, council_name=council.council_name or council.council_short)
    context = {"code": code, "topics": list(Topic.objects.filter(on_form=True)), "wording": wording, "lines": range(LINES)}
    return make_sheet(product, language=code.language, site=site, context=context)

"""The pictures of a person's own pieces, for their approval: drawn in a task by the product's own preview."""

from dataclasses import dataclass

from django.core.cache import cache
from django.utils.translation import gettext as _

from cms.core.medium import Medium
from cms.renditions.pdf import PdfError
from cms.renditions.preview import is_laid_out, laid_out, preview_key
from cms.renditions.render import Rendition, render

from .models import TestimonialPage
from .printing import MEDIA

SHOWN = ("poster", "ad")
ASK_AGAIN_SECONDS = 120
FAILURE_KEPT_SECONDS = 900


@dataclass(frozen=True)
class Piece:
    """One printed piece of the person. `key` names its picture once it is ready."""

    name: str
    label: str
    rendition: Rendition
    key: str

    @property
    def is_ready(self) -> bool:
        return is_laid_out(self.rendition)

    @property
    def has_failed(self) -> bool:
        return bool(cache.get(failure(self.key)))


def pieces_of(page: TestimonialPage) -> list[Piece]:
    """Poster and advertisement as they would be printed, as far as the person has agreed to them."""
    found = []
    for product in page.products():
        if product.key in SHOWN and may_become(page, product.key):
            rendition = render(page, medium=Medium.PRINT, product=product)
            found.append(Piece(product.key, str(product.label), rendition, preview_key(rendition)))
    return found


def may_become(page: TestimonialPage, product: str) -> bool:
    release = page.release
    return release is None or not release.media or MEDIA[product] in release.media


def order(page: TestimonialPage, pieces: list[Piece]) -> None:
    """Have what is missing drawn, once at a time however often the page is looked at."""
    from .tasks import draw_for_approval

    missing = [piece for piece in pieces if not piece.is_ready and not piece.has_failed]
    if missing and cache.add(f"campaigns.draw.{missing[0].key}", 1, ASK_AGAIN_SECONDS):
        draw_for_approval.enqueue(page.pk)


def draw(page: TestimonialPage) -> int:
    """The task's work. Returns how many pieces are ready."""
    ready = 0
    for piece in pieces_of(page.get_latest_revision_as_object()):
        try:
            laid_out(piece.rendition)
            ready += 1
        except PdfError as error:
            cache.set(failure(piece.key), str(error) or _("It cannot be shown."), FAILURE_KEPT_SECONDS)
    return ready


def failure(key: str) -> str:
    return f"campaigns.undrawn.{key}"

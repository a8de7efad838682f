"""Small drawings of formats for the print desk: the shape with its folds, and what a format is called. Inline SVG, no files."""

from django.utils.functional import lazystr
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

from .sheet import Sheet

BOX = 56  # px, the longer side of a drawing
# The names in formats.py, which knows no Django, so that makemessages finds them.
NAMES = [
    _("Tabloid 285 × 400 mm"),
    _("Postcard A6"),
    _("City-light 1185 × 1750 mm (1:4)"),
    _("Billboard 18/1, 3560 × 2520 mm (1:10)"),
    _("Exhibition board 700 × 1000 mm"),
    _("Roll-up 850 × 2000 mm"),
    _("Letter DIN 5008 form B"),
    _("Flyer DIN lang, 4 pages"),
    _("Flyer A5, 4 pages"),
    _("Flyer DIN lang, 6 pages, wrap fold"),
    _("Flyer DIN lang, 6 pages, zigzag fold"),
    _("Flyer DIN lang, 8 pages, double parallel fold"),
    _("Social card 1200 × 630 px"),
    _("Social card 1080 × 1350 px"),
]
KINDS = {
    "paper": lazystr(_("Paper")),
    "poster": lazystr(_("Posters")),
    "display": lazystr(_("Displays")),
    "flyer": lazystr(_("Folded flyers")),
    "card": lazystr(_("Cards and single sheets")),
    "letter": lazystr(_("Letters")),
    "social": lazystr(_("Pictures for social media")),
    "ad": lazystr(_("Newspaper advertisements")),
}


def format_name(sheet: Sheet) -> str:
    return gettext(sheet.label) if sheet.label else sheet.key


def kind_name(sheet: Sheet) -> str:
    return gettext(str(KINDS.get(sheet.kind, KINDS["card"])))


def size_text(sheet: Sheet) -> str:
    """1 mm is what is printed; large posters say their final size."""
    if sheet.px:
        return f"{sheet.px[0]} × {sheet.px[1]} px"
    width, height = (f"{side * sheet.scale:g}" for side in (sheet.width, sheet.height))
    return f"{width} × {height} mm"


def drawing(sheet: Sheet) -> SafeString:
    """The format as a small SVG: folds are dashed, papers show a second page behind the first."""
    scale = (BOX - 8) / max(sheet.width, sheet.height)
    width, height = max(6, sheet.width * scale), max(6, sheet.height * scale)
    left, top = (BOX - width) / 2, (BOX - height) / 2
    folds = format_html_join(
        "",
        '<path class="print-fold" stroke-dasharray="3 2.5" d="M{0} {1}V{2}"/>',
        ((f"{left + x * scale:.1f}", f"{top:.1f}", f"{top + height:.1f}") for x in sheet.folds("outside")),
    )
    behind = format_html('<path d="M{} {}h{}v{}"/>', *(f"{v:.1f}" for v in (left + 4, top - 4, width, height)))
    return format_html(
        '<svg class="print-drawing" fill="none" stroke="#0b4f5c" stroke-width="1.5" viewBox="0 0 {box} {box}"'
        ' width="{box}" height="{box}" aria-hidden="true" focusable="false">'
        '{behind}<rect x="{x}" y="{y}" width="{w}" height="{h}"/>{folds}</svg>',
        box=BOX,
        behind=behind if sheet.page_multiple > 1 else "",
        x=f"{left:.1f}",
        y=f"{top:.1f}",
        w=f"{width:.1f}",
        h=f"{height:.1f}",
        folds=folds,
    )

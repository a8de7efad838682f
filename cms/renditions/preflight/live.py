"""Preflight while somebody is typing: what can be said about a draft before any PDF for the press is made."""

from ..ink.condition import DEFAULT
from ..newspapers import sheet_of
from ..render import Rendition
from .content import check_page
from .findings import Finding, Severity, sorted_findings
from .linking import findings_of
from .printed_text import read_html
from .resolution import resolution_share


def check_draft(rendition: Rendition, *, made: dict | None = None) -> list[Finding]:
    """Content, pictures too small for their place, and what the layout (`made`: see preview.laid_out) says does not fit."""
    made = made or {}
    found = findings_of(
        check_resolution(rendition),
        fits=made.get("fits", ()),
        places=made.get("places", {}),
        problems=made.get("problems", ()),
        page=rendition.page,
    )
    return sorted_findings([*found, *check_page(rendition.page, product=rendition.product, html=rendition.content)])


def check_resolution(rendition: Rendition) -> list[Finding]:
    """Pictures whose originals are too small for the width they are printed in."""
    from cms.core.models import CouncilImage

    printed, sheet = read_html(rendition.content), sheet_of(rendition.product.sheet)
    images = {image.file.name: image for image in CouncilImage.objects.filter(file__in=[item.name for item in printed.pictures])}
    share, found = resolution_share(sheet), []
    for picture in printed.pictures:
        image = images.get(picture.name)
        if image is None or not picture.width_mm:
            continue
        ppi = round(image.width / (picture.width_mm * sheet.scale) * 25.4)
        least, good = round(DEFAULT.min_ppi * share), round(DEFAULT.good_ppi * share)
        if ppi >= good:
            continue
        height = round(picture.width_mm * image.height / image.width)
        details = {"found": ppi, "wanted": good, "width": picture.width_mm, "height": height, "name": image.title}
        code, severity = ("picture-coarse", Severity.ERROR) if ppi < least else ("picture-soft", Severity.WARNING)
        found.append(Finding(code, severity, details=details, block=picture.block))
    return found

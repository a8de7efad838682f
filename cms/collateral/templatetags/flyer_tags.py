"""A flyer's panels on its folded sheet."""

from django import template

from cms.renditions.errors import RenditionError
from cms.renditions.folding import folded_sheet, sides

from ..blocks import PLACE_NAMES, place_of

register = template.Library()


@register.simple_tag
def flyer_sides(page, product, html_dir="ltr") -> list[list[dict]]:
    """The sides with their panels in reading order: geometry, place, and the block that lies there, if any.

    Raises RenditionError if the chosen fold has no place for a panel: nothing is left out in silence.
    """
    if homeless := page.without_place(product.sheet):
        raise RenditionError(page.homeless_text(homeless, fold=product.sheet))
    blocks = {place_of(child): child for child in page.panels}
    if "title" not in blocks:
        raise RenditionError(page.coverless_text())
    has_legal = any(_holds(child, "legal_notice") for child in blocks.values())
    return [
        [
            {
                "geometry": panel,
                "place": panel.key,
                "name": PLACE_NAMES[panel.key],
                "block": blocks.get(panel.key),
                "legal": panel.key == "back" and not has_legal,
                "shape": blocks[panel.key].value.get("shape") or "none" if panel.key in blocks else "rise",
            }
            for panel in side.panels
        ]
        for side in sides(folded_sheet(product, rtl=html_dir == "rtl"))
    ]


def _holds(child, kind: str) -> bool:
    return any(part.block_type == kind for part in child.value.get("content") or [])


FOOT = ("legal_notice", "partners", "code", "pull_quote")


@register.filter
def body_part(content, shape=""):
    """The blocks of a panel without those that stand at its foot."""
    blocks = list(content or [])
    return blocks[: len(blocks) - len(foot_part(blocks, shape))]


@register.filter
def foot_part(content, shape=""):
    """The last blocks of a panel that belong at its foot: QR code, partners, legal notice; on the large circle the last block."""
    blocks, foot = list(content or []), []
    for block in reversed(blocks):
        if block.block_type not in FOOT:
            break
        foot.insert(0, block)
    return foot or (blocks[-1:] if shape == "rise" and len(blocks) > 1 else [])

"""Folded sheets as templates see them: panels in reading order, with their place on the open sheet and how far their ground
reaches into the bleed. Papers that read from the right are mirrored: their title is the leftmost panel outside.
"""

from dataclasses import dataclass

from .newspapers import sheet_of
from .renderable import Product
from .sheet import Panel, Sheet

READING = ("title", "flap", "flap-2", "back")  # then inside, as numbered
USUAL_WIDTH = 100.0  # mm; type on wider panels is set larger


@dataclass(frozen=True)
class FoldedPanel:
    """One panel, lengths in mm from the left trim edge."""

    key: str
    x: float
    width: float
    first: bool  # at the left trim edge
    last: bool  # at the right one
    scale: float  # of type and shapes against the usual panel

    @property
    def style(self) -> str:
        """Place and measures as custom properties."""
        return (
            f"left:{self.x:.3f}mm;width:{self.width:.3f}mm;--w:{self.width:.3f}mm;--k:{self.scale:.3f};"
            f"--out-l:{'var(--bleed)' if self.first else '0mm'};--out-r:{'var(--bleed)' if self.last else '0mm'}"
        )


@dataclass(frozen=True)
class Side:
    key: str  # outside | inside
    panels: tuple[FoldedPanel, ...]


def folded_sheet(product: Product, *, rtl: bool) -> Sheet:
    """The sheet of a product, mirrored where the flyer reads from the right."""
    sheet = sheet_of(product.sheet)
    return sheet.mirrored() if rtl and sheet.panels else sheet


def sheet_for(rendition) -> Sheet:
    """The sheet that a print rendition is laid out on."""
    return folded_sheet(rendition.product, rtl=rendition.page.text_direction == "rtl")


def sides(sheet: Sheet) -> tuple[Side, ...]:
    """Outside and inside, each with its panels in the order in which people read them."""
    found = []
    for key in ("outside", "inside"):
        panels = [panel for panel in sheet.panels if panel.side == key]
        panels.sort(key=lambda panel: (READING.index(panel.key) if panel.key in READING else len(READING), panel.key))
        found.append(Side(key=key, panels=tuple(_folded(panel, sheet=sheet) for panel in panels)))
    return tuple(found)


def _folded(panel: Panel, *, sheet: Sheet) -> FoldedPanel:
    usual = USUAL_WIDTH * 210.0
    return FoldedPanel(
        key=panel.key,
        x=panel.x,
        width=panel.width,
        first=panel.x < 0.01,
        last=panel.x + panel.width > sheet.width - 0.01,
        scale=max(1.0, (panel.width * sheet.height / usual) ** 0.5) if panel.width > USUAL_WIDTH else 1.0,
    )

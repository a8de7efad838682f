"""PressCondition: everything a printer demands, as plain values. Made from a PrinterProfile; knows no Django."""

from dataclasses import asdict, dataclass
from pathlib import Path

from ..sheet import Sheet

USUAL_BLEED = 3.0  # mm, of formats that leave it to the printer
ICC_FOLDER = Path(__file__).resolve().parents[2] / "static" / "icc"


@dataclass(frozen=True)
class PressCondition:
    """Lengths in mm, resolutions in ppi, lines and type in pt, ink in % of area coverage."""

    name: str = "FOGRA39"
    icc: str = str(ICC_FOLDER / "FOGRA39L_free.icc")  # the ICC profile's file
    identifier: str = "FOGRA39"  # the name printers look up in the registry of color.org
    variant: str = "pdf/x-4"  # or pdf/x-3, pdf/x-1a
    max_ink: int = 300
    min_ppi: int = 200  # below: error
    good_ppi: int = 270  # below: warning
    bleed: float = 3.0
    marks: bool = False
    safe: float = 3.0
    spine_safe: float = 10.0
    min_line: float = 0.25
    min_line_negative: float = 0.4
    min_type: float = 6.0
    min_type_negative: float = 8.0
    black_overprint: bool = True
    page_multiple: int = 1

    def bleed_of(self, sheet: Sheet) -> float:
        """The bleed (mm) of a sheet: none where the format has none, more where it asks for more than usual (roll-ups)."""
        if not sheet.bleed:
            return 0.0
        return max(self.bleed, sheet.bleed) if sheet.bleed > USUAL_BLEED else self.bleed

    def data(self) -> dict:
        return asdict(self)

    @classmethod
    def of(cls, data: dict) -> "PressCondition":
        return cls(**data)


DEFAULT = PressCondition()

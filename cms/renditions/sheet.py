"""Sheet: a format with all its geometry. Lengths are mm. What there is stands in formats.py. Knows no Django."""

from dataclasses import asdict, dataclass, fields, replace

LINE_MM = 12.6 / 72 * 25.4  # one line of running text; pictures and boxes are whole lines high


@dataclass(frozen=True)
class Panel:
    """One panel of a folded sheet: where it lies on its side of the open sheet, from the left trim edge."""

    key: str  # title, back, flap, inside-1 …
    side: str  # outside | inside: the first and the second page of the PDF
    x: float
    width: float


@dataclass(frozen=True)
class Sheet:
    """Trim size, bleed, safe zones, margins, columns and folds of one page."""

    key: str
    width: float
    height: float
    top: float
    side: float
    bottom: float
    columns: int  # columns of the design grid; running text spans two of them
    gutter: float
    label: str = ""  # English, translated where it is shown
    kind: str = "paper"  # paper | sheet | flyer | card | poster | display | ad | letter | social
    bleed: float = 3.0
    safe: float = 5.0  # live text keeps this far from the trim
    spine_safe: float = 0.0  # and this far from the spine, if pages are bound
    panels: tuple[Panel, ...] = ()
    page_multiple: int = 1
    scale: int = 1  # 1:n of the final size: very large posters are made small and enlarged by the printer
    px: tuple[int, int] | None = None  # a picture of this size instead of paper: social cards

    @property
    def content_width(self) -> float:
        return self.width - 2 * self.side

    @property
    def unit(self) -> float:
        """One hundredth of the sheet's mean length: what designs that grow with their format calculate with."""
        return (self.width * self.height) ** 0.5 / 100

    @property
    def lines(self) -> int:
        """Whole lines of running text between the margins."""
        return int((self.height - self.top - self.bottom + 0.01) / LINE_MM)

    def folds(self, side: str) -> list[float]:
        """Where the sheet is folded on this side, from the left trim edge."""
        return [panel.x for panel in self.panels if panel.side == side and panel.x > 0]

    def mirrored(self) -> "Sheet":
        """As a sheet that reads from the right: what lay left lies right."""
        panels = tuple(replace(panel, x=round(self.width - panel.x - panel.width, 3)) for panel in self.panels)
        return replace(self, panels=tuple(sorted(panels, key=lambda panel: (panel.side != "outside", panel.x))))

    def text_columns(self, *, easy: bool = False) -> int:
        """How many columns running text is set in; Leichte Sprache is larger and takes one less."""
        columns = self.columns // 2
        return max(1, columns - 1) if easy else max(1, columns)

    def column_width(self, *, easy: bool = False) -> float:
        count = self.text_columns(easy=easy)
        return (self.content_width - (count - 1) * self.gutter) / count

    def css(self, *, bleed: float, easy: bool = False) -> str:
        """The page box and the measures that print style sheets calculate with. `bleed` is 0 on screen."""
        measures = {
            "page-w": self.width,
            "page-h": self.height,
            "top": self.top,
            "side": self.side,
            "bottom": self.bottom,
            "gutter": self.gutter,
            "column": self.column_width(easy=easy),
            "content": self.content_width,
            "unit": self.unit,
            "safe": self.safe,
            "bleed": bleed,
        }
        properties = "".join(f"--{name}:{value:.3f}mm;" for name, value in measures.items())
        properties += f"--columns:{self.text_columns(easy=easy)};--lines:{self.lines};"
        return (
            f"@page{{size:{self.width}mm {self.height}mm;margin:{self.top}mm {self.side}mm {self.bottom}mm;bleed:{bleed}mm}}"
            f":root{{{properties}}}"
        )

    def data(self) -> dict:
        """As plain values, for the render process."""
        return asdict(self)

    @classmethod
    def of(cls, data: dict) -> "Sheet":
        values = {field.name: data[field.name] for field in fields(cls)}
        values["panels"] = tuple(Panel(**panel) for panel in values["panels"])
        values["px"] = tuple(values["px"]) if values["px"] else None
        return cls(**values)

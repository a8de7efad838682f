"""Sheet: a format with all its geometry in mm, and the registry of formats. Later formats are added here and nowhere else."""

from dataclasses import dataclass

LINE_MM = 12.6 / 72 * 25.4  # one line of running text; pictures and boxes are whole lines high


@dataclass(frozen=True)
class Sheet:
    """Trim size, bleed and safe zone, margins and columns of one page; every length in mm."""

    key: str
    width: float
    height: float
    top: float
    side: float
    bottom: float
    columns: int  # columns of the design grid; running text spans two of them
    gutter: float
    bleed: float = 3.0
    safe: float = 5.0  # live text keeps this far from the trim

    @property
    def content_width(self) -> float:
        return self.width - 2 * self.side

    @property
    def lines(self) -> int:
        """Whole lines of running text between the margins."""
        return int((self.height - self.top - self.bottom + 0.01) / LINE_MM)

    def text_columns(self, *, easy: bool = False) -> int:
        """How many columns running text is set in; Leichte Sprache is larger and takes one less."""
        columns = self.columns // 2
        return max(1, columns - 1) if easy else columns

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
        }
        properties = "".join(f"--{name}:{value:.3f}mm;" for name, value in measures.items())
        properties += f"--columns:{self.text_columns(easy=easy)};--lines:{self.lines};"
        return (
            f"@page{{size:{self.width}mm {self.height}mm;margin:{self.top}mm {self.side}mm {self.bottom}mm;bleed:{bleed}mm}}"
            f":root{{{properties}}}"
        )


def _sheets(*sheets: Sheet) -> dict[str, Sheet]:
    return {sheet.key: sheet for sheet in sheets}


SHEETS = _sheets(
    Sheet(key="a4", width=210, height=297, top=23, side=13, bottom=20, columns=6, gutter=4.5),
    Sheet(key="tabloid", width=285, height=400, top=26, side=15, bottom=22, columns=8, gutter=5),
    Sheet(key="a5", width=148, height=210, top=19, side=11, bottom=16, columns=4, gutter=4.5),
    Sheet(key="a3", width=297, height=420, top=28, side=16, bottom=24, columns=8, gutter=5),
)


def sheet(key: str) -> Sheet:
    """The sheet registered as `key`. Raises KeyError, naming what there is."""
    try:
        return SHEETS[key]
    except KeyError:
        raise KeyError(f"No sheet “{key}”; there are {', '.join(SHEETS)}.") from None

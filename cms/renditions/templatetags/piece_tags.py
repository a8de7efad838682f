"""Template language of pieces: posters, signs, ads, cards. How to use it stands in css/print/pieces.css."""

from dataclasses import dataclass

from django import template
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import mark_safe

from cms.core.typography import typeset

from .. import faces
from ..display_type import Setting, set_text
from ..newspapers import sheet_of
from ..sheet import Sheet

register = template.Library()

PT = 25.4 / 72
# Type on pieces: step → (hundredths of the sheet’s mean length, never below so many pt: white type needs 8).
STEPS = {"legal": (1.0, 8.0), "small": (1.3, 8.2), "body": (2.1, 8.6), "lead": (2.9, 9.5), "big": (4.2, 12.0)}
# Height / width from which on a sheet has this shape.
SHAPES = ((1.8, "tall"), (1.08, "portrait"), (0.78, "square"), (0.4, "wide"), (0.0, "strip"))
CODE_MM = 19.8  # with its quiet zone; 15 mm of modules is the least that phones read from paper
FACES = {"claim": faces.CLAIM, "strong": faces.STRONG, "medium": faces.MEDIUM, "easy": faces.EASY}
LEADING = {"latin": 1.0, "joined": 1.22}


@dataclass(frozen=True)
class Frame:
    """A place on a sheet; x is counted from the inline start, so pieces in Arabic are mirrored by themselves."""

    x: float
    y: float
    width: float
    height: float

    @property
    def style(self) -> str:
        return f"inset-inline-start:{self.x:.2f}mm;top:{self.y:.2f}mm;width:{self.width:.2f}mm;height:{self.height:.2f}mm"


@dataclass(frozen=True)
class PieceSheet:
    """A sheet as designs see it: its shape, its margins, and lengths in percent of it. Lengths are mm."""

    sheet: Sheet

    @property
    def shape(self) -> str:
        return next(name for least, name in SHAPES if self.sheet.height / self.sheet.width >= least)

    @property
    def kind(self) -> str:
        return self.sheet.kind

    @property
    def small(self) -> bool:
        """Too small for anything that is not needed."""
        return self.sheet.unit < 1.0

    @property
    def with_code(self) -> bool:
        """Nobody scans a picture on his own screen, and a code needs room beside it."""
        return self.kind != "social" and min(self.sheet.width, self.sheet.height) >= 50

    @property
    def edge(self) -> float:
        """How far text keeps from the trim."""
        share = 5.2 if self.kind in ("ad", "social") else 4.2
        return round(max(share * self.sheet.unit, self.sheet.safe + 1, 2.5), 2)

    @property
    def low(self) -> float:
        """How far the foot keeps from the lower trim: on what stands on the floor it is lifted to where people see it."""
        return round(self.sheet.height * 0.13, 2) if self.shape == "tall" and self.kind == "display" else self.edge

    @property
    def code(self) -> float:
        """Side of the QR code with its quiet zone."""
        return round(max(10.5 * self.sheet.unit, CODE_MM / self.sheet.scale), 2)

    @property
    def logo_area(self) -> float:
        """mm² of a partner's logo."""
        return round(24 * self.sheet.unit**2, 1)

    @property
    def logo_width(self) -> float:
        return round(15 * self.sheet.unit, 1)

    @property
    def style(self) -> str:
        """The measures as custom properties, for the style attribute of `.piece`."""
        values = {"edge": self.edge, "low": self.low, "code": self.code}
        values |= {name: self.type_size(name) for name in STEPS}
        return "".join(f"--{name}:{value:.3f}mm;" for name, value in values.items())

    def type_size(self, step: str) -> float:
        share, least = STEPS[step]
        return max(share * self.sheet.unit, least * PT / self.sheet.scale)

    def across(self, percent: float) -> float:
        return self.sheet.width * float(percent) / 100

    def down(self, percent: float) -> float:
        return self.sheet.height * float(percent) / 100


@register.simple_tag
def piece_of(product) -> PieceSheet:
    """The sheet that a piece is printed on: `{% piece_of product as piece %}`"""
    return PieceSheet(sheet_of(product.sheet))


@register.simple_tag(takes_context=True)
def display_type(context, text, piece, *, width, height, face="claim", lines=4, least=3.2, most=100.0) -> Setting:
    """`text` as large as it fits into a box of `width` × `height` percent of the piece, its lines broken by sense.

    `least` and `most` bound the size in hundredths of the sheet's mean length. Give the result to `display_lines`.
    """
    easy = context.get("language") == "de-x-leicht"
    chosen = FACES["easy" if easy else face]
    text = typeset(str(text or ""))
    return set_text(
        text,
        width=piece.across(width),
        height=piece.down(height),
        face=chosen,
        leading=LEADING["joined" if faces.joins(text) else "latin"],
        most_lines=int(lines),
        smallest=max(float(least) * piece.sheet.unit, 9 * PT / piece.sheet.scale),
        largest=float(most) * piece.sheet.unit,
    )


@register.filter
def display_lines(setting: Setting):
    """The lines of a setting with <br> between them; spaces in a line do not break."""
    return format_html_join(mark_safe("<br>"), "{}", ((line.replace(" ", "\u00a0"),) for line in setting.lines))


@register.filter
def display_style(setting: Setting):
    """Size and leading of a setting for a style attribute. In a `data-fit` frame the type may still shrink."""
    return f"font-size:calc({setting.size:.3f}mm * var(--fit, 1));line-height:{setting.leading}"


@register.simple_tag
def accent_first(text, css="name"):
    """A text whose first part, up to its first comma or full stop, stands out in a span of this class."""
    text = typeset(str(text or ""))
    place = next((number for number, letter in enumerate(text) if letter in ",.،:"), -1)
    if not 0 < place <= 40:
        return format_html("{}", text)
    return format_html('<b class="{}">{}</b>{}', escape(css), text[: place + 1], text[place + 1 :])

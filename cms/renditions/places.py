"""Places: where the parts of a piece stand, in percent of the sheet; mirrored for languages that are read from the right."""

from dataclasses import dataclass

from .sheet import Sheet


@dataclass(frozen=True)
class Place:
    """A box on a piece: x, w in percent of the sheet's width, y, h of its height. Without `h` it is as high as wide."""

    x: float
    y: float
    w: float
    h: float | None = None

    def rect(self, sheet: Sheet, *, mirrored: bool = False) -> tuple[float, float, float, float]:
        """Left, top, width and height in mm."""
        x = 100 - self.x - self.w if mirrored else self.x
        width = sheet.width * self.w / 100
        height = width if self.h is None else sheet.height * self.h / 100
        return sheet.width * x / 100, sheet.height * self.y / 100, width, height

    def style(self, sheet: Sheet, *, mirrored: bool = False) -> str:
        names = ("left", "top", "width", "height")
        return "".join(f"{name}:{value:.2f}mm;" for name, value in zip(names, self.rect(sheet, mirrored=mirrored), strict=True))

"""Where everything stands on the pieces of a campaign, by design and shape of the sheet. Percent of the sheet, see Place.

`sun` and `dot` are circles, `figure` a person cut out with the feet on the band, `words` a frame of text that may shrink;
bare numbers are whole percents.
"""

from .advertisements import AD, QUOTE_AD, SMALL_AD, SMALL_QUOTE_AD
from .boards import BOARD, BOARD_QUOTE
from .many import CHORUS, FACES, rows_for, tiles
from .one_person import CARD, CARD_QUOTE, PLANES, QUOTE, SOCIAL

__all__ = ["LAYOUTS", "SMALL", "layout", "rows_for", "tiles"]

LAYOUTS = {
    "planes": PLANES,
    "social": SOCIAL,
    "card": CARD,
    "card_quote": CARD_QUOTE,
    "ad": AD,
    "quote": QUOTE,
    "quote_ad": QUOTE_AD,
    "board": BOARD,
    "board_quote": BOARD_QUOTE,
    "chorus": CHORUS,
    "faces": FACES,
}
SMALL = {"ad": SMALL_AD, "quote_ad": SMALL_QUOTE_AD}


def layout(name: str, *, shape: str, small: bool = False) -> dict:
    if small and name in SMALL and shape in ("portrait", "square"):
        return SMALL[name]
    shapes = LAYOUTS[name]
    return shapes.get(shape) or shapes["portrait"]

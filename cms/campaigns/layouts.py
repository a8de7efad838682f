"""Where everything stands on the pieces of a campaign, by design and shape of the sheet. Percent of the sheet, see Place.

`sun` and `dot` are circles, `figure` a person cut out with the feet on the band, `words` a frame of text that may shrink;
bare numbers are whole percents.
"""

from cms.renditions.places import Place
from cms.renditions.sheet import Sheet

PLANES = {
    "tall": {
        "most": 6,
        "sun": Place(4, 12, 112),
        "dot": Place(-22, 44, 50),
        "figure": Place(4, 16, 92, 45),
        "band": 58,
        "first": Place(5.5, 3, 70, 7),
        "last": Place(5.5, 61, 89, 8.5),
        "words": Place(5.5, 70.5, 84, 8.5),
    },
    "portrait": {
        "most": 3.5,
        "sun": Place(14, 13, 96),
        "dot": Place(-15, 44, 42),
        "figure": Place(17, 9.5, 82, 56.5),
        "band": 62,
        "first": Place(4.6, 3.6, 52, 9.2),
        "last": Place(4.6, 64.2, 90.8, 13.8),
        "words": Place(4.9, 78.2, 75, 10),
    },
    "square": {
        "most": 4.6,
        "sun": Place(30, 6, 82),
        "dot": Place(-12, 40, 32),
        "figure": Place(38, 4, 62, 62),
        "band": 62,
        "first": Place(5, 5, 44, 15),
        "last": Place(5, 64, 66, 13),
        "words": Place(5, 78, 66, 10.5),
    },
    "wide": {
        "most": 5.4,
        "sun": Place(51, -4, 58),
        "dot": Place(90, -22, 24),
        "figure": Place(51, 1, 47, 80),
        "band": 79,
        "first": Place(4, 6, 36, 17),
        "last": Place(4, 23.5, 46.5, 20),
        "words": Place(4.2, 46, 44, 31),
    },
    "strip": {
        "most": 7,
        "sun": Place(62, -18, 27),
        "dot": Place(96, -60, 16),
        "figure": Place(63, 4, 25, 96),
        "band": None,
        "first": Place(2, 8, 24, 27),
        "last": Place(2, 35, 28, 32),
        "words": Place(32, 10, 32, 58),
    },
}
# Advertisements: light above, the council's colour below, as in the paper.
AD = {
    "portrait": {
        "most": 5,
        "sun": Place(30, 15, 76),
        "figure": Place(26, 13.5, 80, 41.5),
        "stage": 55,
        "panel": Place(0, 55, 100, 25),
        "claim": Place(6, 4, 88, 8.5),
        "words": Place(6, 57.2, 88, 21.5),
    },
    "square": {
        "most": 5,
        "sun": Place(40, 16, 66),
        "figure": Place(40, 15, 62, 40),
        "stage": 55,
        "panel": Place(0, 55, 100, 25),
        "claim": Place(6, 4.5, 88, 9),
        "words": Place(6, 57.6, 88, 21),
    },
    "wide": {
        "most": 5,
        "sun": Place(56, -8, 58),
        "figure": Place(57.6, 2, 41, 74),
        "stage": 76,
        "panel": Place(0, 44, 100, 32),
        "claim": Place(5, 6, 50, 33),
        "words": Place(5, 47.5, 54, 26),
    },
    "tall": {
        "most": 7,
        "sun": Place(4, 18, 110),
        "figure": Place(8, 14, 92, 42),
        "stage": 54,
        "panel": Place(0, 54, 100, 26),
        "claim": Place(6, 2.6, 88, 12),
        "words": Place(6, 56, 88, 22),
    },
    "strip": {
        "most": 7,
        "sun": Place(63, -18, 27),
        "figure": Place(63, 4, 25, 96),
        "stage": 100,
        "panel": None,
        "claim": Place(2, 7, 28, 48),
        "words": Place(32.5, 6, 31, 60),
    },
}
# Too small for a code and a sentence about the person.
SMALL_AD = {
    "most": 7,
    "sun": Place(40, 15, 66),
    "figure": Place(38, 15, 70, 32),
    "stage": 47,
    "panel": Place(0, 47, 100, 27),
    "claim": Place(6, 4, 88, 9),
    "words": Place(6, 48.6, 88, 24.6),
}
# The same for the design that begins with the sentence; the foot stands on white.
QUOTE_AD = {
    "portrait": {
        "claim": Place(6, 4, 88, 6),
        "said": Place(6, 12, 88, 34),
        "disc": Place(37, 46, 66),
        "name": Place(6, 54, 33, 24),
        "foot": 80,
    },
    "square": {
        "claim": Place(6, 4, 70, 8),
        "said": Place(6, 14, 88, 32),
        "disc": Place(52, 47, 50),
        "name": Place(6, 52, 44, 24),
        "foot": 80,
    },
    "wide": {
        "claim": Place(5, 5, 50, 9),
        "said": Place(5, 16, 54, 40),
        "disc": Place(60, 6, 44),
        "name": Place(5, 58, 52, 17),
        "foot": 76,
    },
    "tall": {
        "claim": Place(6, 3, 88, 5),
        "said": Place(6, 9.5, 88, 32),
        "disc": Place(20, 42, 80),
        "name": Place(6, 73, 88, 7.5),
        "foot": 81,
    },
    "strip": {
        "claim": Place(2, 7, 30, 16),
        "said": Place(2, 25, 40, 34),
        "disc": Place(67, -16, 22),
        "name": Place(45, 26, 20, 40),
        "foot": 67,
    },
}
SMALL_QUOTE_AD = {
    "claim": Place(6, 4, 88, 9),
    "said": Place(6, 15, 88, 33),
    "disc": Place(52, 46, 46),
    "name": Place(6, 51, 46, 24),
    "foot": 76,
}
QUOTE = {
    "tall": {
        "claim": Place(5.5, 3, 80, 5),
        "said": Place(5.5, 11, 89, 30),
        "disc": Place(14, 44, 96),
        "name": Place(5.5, 79, 84, 6),
        "band": 77,
    },
    "portrait": {
        "claim": Place(4.8, 3.6, 60, 6),
        "said": Place(4.8, 12.5, 90, 36),
        "disc": Place(38, 48, 66),
        "name": Place(4.8, 63, 32, 16),
        "band": 84,
    },
    "square": {
        "claim": Place(5, 4.5, 60, 8),
        "said": Place(5, 14, 90, 34),
        "disc": Place(52, 50, 52),
        "name": Place(5, 55, 44, 20),
        "band": 79,
    },
    "wide": {
        "claim": Place(4, 6, 40, 10),
        "said": Place(4, 20, 55, 40),
        "disc": Place(60, 6, 46),
        "name": Place(4, 61.5, 54, 13),
        "band": 79,
    },
    "strip": {
        "claim": Place(2, 8, 30, 18),
        "said": Place(2, 28, 54, 46),
        "disc": Place(66, -16, 24),
        "name": Place(44, 8, 22, 20),
        "band": None,
    },
}
BOARD = {
    "tall": {
        "sun": Place(4, 9, 108),
        "dot": Place(-22, 36, 46),
        "figure": Place(6, 11, 88, 41),
        "band": 48,
        "first": Place(5.5, 2.6, 70, 6),
        "last": Place(5.5, 50.5, 89, 7),
        "said": Place(5.5, 58.6, 89, 8.4),
        "sheet": 68,
        "long": Place(5.5, 70.2, 89, 9.5),
        "facts": None,
    },
    "portrait": {
        "sun": Place(16, 12, 86),
        "dot": Place(-14, 32, 36),
        "figure": Place(24, 11, 72, 46),
        "band": 50,
        "first": Place(4.6, 3, 60, 6.6),
        "last": Place(4.6, 51.8, 60, 9),
        "said": Place(4.6, 61.6, 90, 9),
        "sheet": 72,
        "long": Place(4.6, 75.6, 56, 12.4),
        "facts": Place(64, 75.6, 32, 11.6),
    },
}
BOARD_QUOTE = {
    "tall": {
        "sun": Place(4, 26, 102),
        "figure": Place(8, 26, 86, 36),
        "band": 57,
        "first": Place(5.5, 2.6, 70, 3.6),
        "last": Place(5.5, 60, 89, 6),
        "said": Place(5.5, 8, 89, 17.5),
        "sheet": 68,
        "long": Place(5.5, 70.2, 89, 9.5),
        "facts": None,
    },
    "portrait": {
        "sun": Place(36, 32, 72),
        "figure": Place(38, 31, 60, 40),
        "band": 65,
        "first": Place(4.6, 3, 60, 4.5),
        "last": Place(4.6, 67.2, 60, 3.9),
        "said": Place(4.6, 9.5, 90, 24),
        "sheet": 72,
        "long": Place(4.6, 75.6, 56, 12.4),
        "facts": Place(64, 75.6, 32, 11.6),
    },
}
CHORUS = {
    "tall": {
        "sun": Place(-6, 24, 112),
        "dot": Place(60, 14, 50),
        "figures": (Place(-16, 30, 62, 32), Place(56, 30, 62, 32), Place(8, 22, 84, 41)),
        "band": 60,
        "claim": Place(5.5, 4, 89, 17),
        "words": Place(5.5, 64, 88, 14),
    },
    "portrait": {
        "sun": Place(-2, 27.5, 104),
        "dot": Place(66, 12, 42),
        "figures": (Place(-11, 30, 58, 44), Place(53, 30, 58, 44), Place(15, 21.5, 70, 53)),
        "band": 71,
        "claim": Place(4.6, 3.6, 90, 23),
        "words": Place(4.9, 75, 90, 11),
    },
    "square": {
        "sun": Place(14, 24, 80),
        "dot": Place(76, 10, 34),
        "figures": (Place(2, 34, 46, 42), Place(54, 34, 46, 42), Place(23, 26, 54, 50)),
        "band": 73,
        "claim": Place(5, 5, 84, 22),
        "words": Place(5, 77, 70, 12),
    },
    "wide": {
        "sun": Place(42, -4, 58),
        "dot": Place(84, -20, 30),
        "figures": (Place(33, 18, 37, 64), Place(70, 18, 37, 64), Place(46, 4, 46, 78)),
        "band": 79,
        "claim": Place(4, 7, 38, 34),
        "words": Place(4.2, 45, 31, 30),
    },
    "strip": {
        "sun": Place(52, -20, 36),
        "dot": Place(92, -50, 20),
        "figures": (Place(46, 16, 20, 84), Place(74, 16, 20, 84), Place(58, 4, 24, 96)),
        "band": None,
        "claim": Place(2, 10, 42, 56),
        "words": Place(2, 68, 30, 12),
    },
}
# Share of the sheet that the faces of a campaign cover, from above or from the end of the line.
FACES = {
    "tall": {"field": Place(0, 0, 100, 58), "claim": Place(5.5, 62, 89, 12), "words": Place(5.5, 75, 84, 8), "band": 57},
    "portrait": {
        "field": Place(0, 0, 100, 66),
        "claim": Place(4.6, 68.2, 90.8, 11),
        "words": Place(4.9, 80, 74, 8),
        "band": 64,
    },
    "square": {"field": Place(0, 0, 100, 62), "claim": Place(5, 65, 66, 14), "words": Place(5, 80, 66, 9), "band": 61},
    "wide": {"field": Place(44, 0, 56, 80), "claim": Place(4, 12, 37, 34), "words": Place(4.2, 49, 35, 22), "band": 78},
    "strip": {"field": Place(42, 0, 48, 100), "claim": Place(2, 12, 36, 50), "words": Place(2, 64, 36, 10), "band": None},
}
# A card for social media has no legal line: room for the sentence.
SOCIAL = PLANES | {"portrait": PLANES["portrait"] | {"most": 5.4, "words": Place(4.9, 78.6, 90, 14)}}
# The picture side of a postcard has no foot at all.
CARD = PLANES | {
    "wide": PLANES["wide"]
    | {
        "figure": Place(50, 4, 49, 88),
        "sun": Place(50, -5, 62),
        "band": 90,
        "first": Place(4.4, 9, 36, 19),
        "last": Place(4.4, 28, 44, 21),
        "words": Place(4.6, 54, 44, 32),
    }
}
CARD_QUOTE = QUOTE | {
    "wide": {
        "claim": Place(4.4, 8, 40, 10),
        "said": Place(4.4, 23, 52, 42),
        "disc": Place(57, 20, 50),
        "name": Place(4.4, 69, 50, 15),
        "band": 90,
    }
}
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
# Grounds of the tiles, each with the colour of the cut-out behind the person; neighbours never share one.
TILES = (
    ("sun", "poppy"),
    ("sky", "sun"),
    ("mist", "leaf"),
    ("poppy", "sand"),
    ("leaf", "sun"),
    ("plum", "mist"),
    ("sand", "petrol"),
)


SMALL = {"ad": SMALL_AD, "quote_ad": SMALL_QUOTE_AD}


def layout(name: str, *, shape: str, small: bool = False) -> dict:
    if small and name in SMALL and shape in ("portrait", "square"):
        return SMALL[name]
    shapes = LAYOUTS[name]
    return shapes.get(shape) or shapes["portrait"]


def rows_for(count: int, *, width: float, height: float) -> list[int]:
    """How many tiles stand in each row so that they fill width × height (any unit), each as nearly 5 : 6 as it can be."""

    def ugliness(rows: int) -> float:
        return abs((height / rows) / (width / (count / rows)) - 1.2)

    rows = min(range(1, count + 1), key=ugliness)
    base, more = divmod(count, rows)
    middle = sorted(range(rows), key=lambda row: abs(row - (rows - 1) / 2))[:more]  # the fuller rows in the middle
    return [base + (row in middle) for row in range(rows)]


def tiles(people: list, *, field: Place, sheet: Sheet) -> list[dict]:
    """A tile for each person, filling the field; `side` is the diameter in mm of the cut-out behind the person."""
    if not people:
        return []
    width, height = sheet.width * field.w / 100, sheet.height * field.h / 100
    rows = rows_for(len(people), width=width, height=height)
    found, waiting = [], iter(people)
    for row, count in enumerate(rows):
        side = 0.82 * min(width / count, height / len(rows))
        for column in range(count):
            ground, shape = TILES[(row * 3 + column) % len(TILES)]
            box = Place(
                field.x + column * field.w / count, field.y + row * field.h / len(rows), field.w / count, field.h / len(rows)
            )
            edges = {"first": box.x < 0.01, "last": box.x + box.w > 99.99}  # these reach into the bleed
            tile = {"person": next(waiting), "box": box, "ground": ground, "shape": shape, "side": f"{side:.1f}"}
            found.append(tile | edges | {"width": round(max(width / count, height / len(rows)))})
    return found

"""Pieces of the whole campaign: three people with the claim, or everybody's face on a tile."""

from cms.renditions.places import Place
from cms.renditions.sheet import Sheet

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

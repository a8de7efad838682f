"""Where everything stands on the pieces of an event, by design and shape of the sheet; and what the panels of a flyer hold.

Percent of the sheet, see Place.
"""

from cms.renditions.places import Place

PICTURE = {
    "tall": {
        "picture": Place(0, 0, 100, 46),
        "band": 43,
        "day": Place(58, 37, 36),
        "kicker": Place(5.5, 47.5, 50, 3),
        "title": Place(5.5, 51, 89, 12),
        "words": Place(5.5, 64, 89, 7.5),
        "facts": Place(5.5, 72, 89, 9),
    },
    "portrait": {
        "picture": Place(0, 0, 100, 50),
        "band": 48,
        "day": Place(69.5, 46, 25.5),
        "kicker": Place(4.7, 52.2, 56, 3),
        "title": Place(4.7, 55.4, 64, 13.4),
        "words": Place(4.7, 70, 78, 6),
        "facts": Place(4.7, 77.8, 76, 9.4),
    },
    "square": {
        "picture": Place(0, 0, 100, 46),
        "band": 42,
        "day": Place(68, 27, 26),
        "kicker": Place(5, 48, 56, 4),
        "title": Place(5, 53, 90, 15),
        "words": None,
        "facts": Place(5, 69.5, 90, 12),
    },
    "wide": {
        "picture": Place(50, 0, 50, 82),
        "band": 78,
        "day": Place(41, 57, 18),
        "kicker": Place(4, 6, 42, 5),
        "title": Place(4, 12, 43, 25),
        "words": Place(4, 39, 34, 14),
        "facts": Place(4, 56.5, 35, 20.5),
    },
    "strip": {
        "picture": Place(66, 0, 34, 100),
        "band": None,
        "day": Place(58, 10, 16),
        "kicker": Place(2, 8, 30, 8),
        "title": Place(2, 18, 30, 40),
        "words": None,
        "facts": Place(34, 10, 23, 52),
    },
}
DAY = {
    "tall": {
        "disc": Place(-8, 10, 104),
        "dot": Place(62, 38, 50),
        "number": Place(8, 17, 72, 18),
        "month": Place(8, 35.5, 72, 5),
        "kicker": Place(5.5, 4, 80, 3),
        "title": Place(5.5, 52, 89, 13),
        "words": Place(5.5, 66, 89, 6),
        "facts": Place(5.5, 72.5, 89, 9),
        "band": 49,
    },
    "portrait": {
        "disc": Place(-9, 9.5, 74),
        "dot": Place(60, 2, 52),
        "number": Place(4.5, 16, 52, 24),
        "month": Place(4.5, 41, 52, 6),
        "kicker": Place(4.7, 4, 90, 3),
        "title": Place(4.7, 55.4, 90, 12.5),
        "words": Place(4.7, 68.6, 88, 6.6),
        "facts": Place(4.7, 77, 76, 9.4),
        "band": 53,
    },
    "square": {
        "disc": Place(-7, 10, 50),
        "dot": Place(64, -8, 44),
        "number": Place(5, 16, 34, 24),
        "month": Place(5, 41, 34, 8),
        "kicker": Place(5, 4, 60, 4),
        "title": Place(5, 57, 90, 12),
        "words": None,
        "facts": Place(5, 70, 90, 11.5),
        "band": 54,
    },
    "wide": {
        "disc": Place(-6, 2, 46),
        "dot": Place(84, -14, 24),
        "number": Place(4, 14, 31, 36),
        "month": Place(4, 51, 31, 9),
        "kicker": Place(44, 7, 38, 5),
        "title": Place(44, 14, 39, 25),
        "words": Place(44, 42, 51, 12.5),
        "facts": Place(44, 58, 52, 19),
        "band": 79,
    },
    "strip": {
        "disc": Place(-2, -20, 24),
        "dot": Place(92, -50, 16),
        "number": Place(2, 8, 16, 46),
        "month": Place(2, 54, 16, 12),
        "kicker": Place(25, 10, 30, 8),
        "title": Place(25, 20, 36, 42),
        "words": None,
        "facts": Place(64, 12, 25, 52),
        "band": None,
    },
}
# Advertisements: no room for a text, and the foot stands on white, because small white type fills up in newsprint.
PICTURE_AD = {
    "portrait": {
        "picture": Place(0, 0, 100, 40),
        "day": Place(70, 28.5, 24),
        "kicker": Place(6, 42.5, 58, 4),
        "title": Place(6, 47.5, 88, 13),
        "facts": Place(6, 61, 88, 16),
        "foot": 79,
    },
    "square": {
        "picture": Place(0, 0, 100, 36),
        "day": Place(74, 20.5, 20),
        "kicker": Place(6, 38.5, 58, 5),
        "title": Place(6, 44.5, 88, 13),
        "facts": Place(6, 58.5, 88, 16),
        "foot": 78,
    },
    "wide": {
        "picture": Place(56, 0, 44, 76),
        "day": Place(47.5, 50, 16),
        "kicker": Place(5, 6, 48, 6),
        "title": Place(5, 14, 48, 27),
        "facts": Place(5, 43, 42, 28),
        "foot": 76,
    },
    "tall": {
        "picture": Place(0, 0, 100, 30),
        "day": Place(50, 21, 44),
        "kicker": Place(6, 35, 44, 4),
        "title": Place(6, 40, 88, 15),
        "facts": Place(6, 57, 88, 20.5),
        "foot": 81,
    },
    "strip": {
        "picture": Place(70, 0, 30, 68),
        "day": Place(63, 8, 13),
        "kicker": Place(2, 7, 30, 9),
        "title": Place(2, 18, 32, 44),
        "facts": Place(36, 8, 26, 56),
        "foot": 68,
    },
}
DAY_AD = {
    "portrait": {
        "disc": Place(-9, 4, 60),
        "dot": Place(56, -6, 56),
        "number": Place(4, 9, 40, 16),
        "month": Place(4, 26, 40, 5),
        "kicker": None,
        "title": Place(6, 44, 88, 15),
        "facts": Place(6, 60.5, 88, 16.5),
        "panel": 41,
        "foot": 79,
    },
    "wide": {
        "disc": Place(-6, 4, 42),
        "dot": Place(84, -16, 26),
        "number": Place(4, 14, 27, 32),
        "month": Place(4, 48, 27, 8),
        "kicker": Place(40, 7, 40, 6),
        "title": Place(40, 15, 55, 25),
        "facts": Place(40, 43, 55, 28),
        "panel": None,
        "foot": 76,
    },
    "tall": {
        "disc": Place(-8, 3, 92),
        "dot": Place(66, -4, 60),
        "number": Place(6, 8, 62, 14),
        "month": Place(6, 23, 62, 5),
        "kicker": None,
        "title": Place(6, 42, 88, 15),
        "facts": Place(6, 58.5, 88, 19.5),
        "panel": 39,
        "foot": 81,
    },
    "strip": {
        "disc": Place(-2, -24, 22),
        "dot": Place(92, -50, 16),
        "number": Place(2, 6, 15, 38),
        "month": Place(2, 44, 15, 12),
        "kicker": Place(24, 7, 30, 9),
        "title": Place(24, 18, 36, 44),
        "facts": Place(62, 8, 30, 56),
        "panel": None,
        "foot": 68,
    },
}
DAY_AD["square"] = DAY_AD["portrait"] | {"disc": Place(-7, 2, 42), "dot": Place(66, -10, 44), "foot": 78}
DAY_AD["square"] |= {"number": Place(4, 5, 28, 18), "month": Place(4, 24, 28, 7), "title": Place(6, 43, 88, 14)}
DAY_AD["square"] |= {"facts": Place(6, 58, 88, 16.5)}
# One column: no picture, no code.
SMALL_AD = {
    "disc": Place(56, -6, 54),
    "dot": Place(90, 100, 1),
    "number": Place(63, 5, 34, 18),
    "month": Place(63, 23.5, 34, 6),
    "kicker": None,
    "title": Place(6, 5, 52, 32),
    "facts": Place(6, 43, 88, 29),
    "panel": 40,
    "foot": 74,
}
SMALL_PICTURE_AD = {
    "picture": Place(0, 0, 100, 26),
    "band": None,
    "day": Place(66, 4, 31),
    "kicker": None,
    "title": Place(6, 28, 88, 13),
    "words": None,
    "facts": Place(6, 42.5, 88, 29),
    "foot": 74,
}
# Posters of a tour or a week: its dates need the room that a single event has for its text.
SERIES_PICTURE = {
    "portrait": {
        "picture": Place(0, 0, 100, 39),
        "band": 37,
        "kicker": Place(4.7, 41.4, 80, 3),
        "title": Place(4.7, 44.4, 90, 9.6),
        "words": Place(4.7, 54.6, 84, 5.6),
        "stops": Place(4.7, 61, 90.6, 25.6),
        "many": Place(4.7, 55.2, 90.6, 30.4),
    },
    "tall": {
        "picture": Place(0, 0, 100, 34),
        "band": 32,
        "kicker": Place(5.5, 36, 80, 3),
        "title": Place(5.5, 39, 89, 9),
        "words": Place(5.5, 49, 89, 6),
        "stops": Place(5.5, 56, 89, 27),
        "many": Place(5.5, 49.5, 89, 33),
    },
}
SERIES_DATES = {
    "portrait": {
        "disc": Place(55, -7, 58),
        "band": 88,
        "kicker": Place(4.7, 4.6, 52, 3),
        "title": Place(4.7, 8.6, 47, 22),
        "stops": Place(4.7, 35, 90.6, 50),
    },
    "tall": {
        "disc": Place(50, -5, 64),
        "band": 85,
        "kicker": Place(5.5, 4.6, 52, 3),
        "title": Place(5.5, 8.6, 43, 20),
        "stops": Place(5.5, 33, 89, 49),
    },
}
SMALL = {"day": SMALL_AD, "picture": SMALL_PICTURE_AD}
LAYOUTS = {"picture": PICTURE, "day": DAY, "picture_ad": PICTURE_AD, "day_ad": DAY_AD}
LAYOUTS |= {"series_picture": SERIES_PICTURE, "series_dates": SERIES_DATES}


def layout(name: str, *, shape: str, ad: bool = False, small: bool = False) -> dict:
    if ad and small and shape in ("portrait", "square"):
        return SMALL[name]
    return LAYOUTS[f"{name}_ad" if ad else name][shape]


# Panel → what it holds, by the number of panels on a side; a panel inside for which there is nothing takes over from another.
FLYER = {
    2: {
        "title": ("title",),
        "inside-1": ("about", "questions", "body"),
        "inside-2": ("programme",),
        "back": ("place", "part", "partners"),
    },
    3: {
        "title": ("title",),
        "inside-1": ("about", "questions", "body"),
        "inside-2": ("programme",),
        "inside-3": ("place", "picture", "partners"),
        "flap": ("part",),
        "back": ("access",),
    },
    4: {
        "title": ("title",),
        "inside-1": ("about", "body"),
        "inside-2": ("questions", "place"),
        "inside-3": ("programme",),
        "inside-4": ("access",),
        "flap-2": ("picture",),
        "flap": ("part",),
        "back": ("partners",),
    },
}

# A tour or a week: its dates stand in the middle, where there is most room.
SERIES_FLYER = {
    2: {"title": ("title",), "inside-1": ("about", "body"), "inside-2": ("stops",), "back": ("part", "partners")},
    3: {
        "title": ("title",),
        "inside-1": ("body", "partners"),
        "inside-2": ("stops",),
        "inside-3": ("picture", "part"),
        "flap": ("about",),
        "back": (),
    },
    4: {
        "title": ("title",),
        "inside-1": ("body",),
        "inside-2": ("picture",),
        "inside-3": ("stops",),
        "inside-4": ("part", "partners"),
        "flap-2": (),
        "flap": ("about",),
        "back": (),
    },
}


WIDEST_GROWTH = 1.45  # of the type on a panel as wide as half of A4, if there is little text; narrow ones grow less
USUAL_PANEL = 99  # mm


def held(count: int, *, filled: set[str], plan: dict = FLYER) -> dict[str, list[str]]:
    """Panel → its parts that have content, for `count` panels on a side; none inside stays empty beside one with several."""
    parts = {key: [name for name in names if name in filled] for key, names in plan[count].items()}
    inside = [key for key in parts if key.startswith("inside")]
    for empty in [key for key in inside if not parts[key]]:
        giver = max((key for key in inside if key < empty), key=lambda key: len(parts[key]), default=empty)
        parts[giver], parts[empty] = parts[giver][:1], parts[giver][1:]
    return parts


def panels_of(sheet, *, side: str, mirrored: bool, filled: set[str], plan: dict = FLYER) -> list[dict]:
    """The panels of one side with their parts. A flyer that is read from the right opens the other way.

    The title comes first, because it is read first, wherever it lies on the sheet.
    """
    here = sorted((panel for panel in sheet.panels if panel.side == side), key=lambda panel: panel.key != "title")
    parts = held(len(here), filled=filled | {"title"}, plan=plan)
    return [
        {
            "key": panel.key,
            "parts": parts[panel.key],
            "left": f"{(sheet.width - panel.x - panel.width if mirrored else panel.x):.2f}",
            "width": f"{panel.width:.2f}",
            "most": f"{min(WIDEST_GROWTH, 1.3 * max(1, panel.width / USUAL_PANEL)):.2f}",
            "first": (panel.x == 0) != mirrored,
            "last": (abs(panel.x + panel.width - sheet.width) < 0.01) != mirrored,
        }
        for panel in here
    ]

"""Advertisements of one event, by shape of the sheet; those one column wide have no picture or a small one, and no code.

There is no room for a text, and the foot stands on white, because small white type fills up in newsprint.
"""

from cms.renditions.places import Place

PICTURE_AD = {
    "portrait": {
        "picture": Place(0, 0, 100, 40),
        "day": Place(75, 31.5, 20),
        "kicker": Place(6, 42.5, 58, 4),
        "title": Place(6, 47.5, 88, 13),
        "facts": Place(6, 62, 88, 15.5),
        "foot": 79,
    },
    "square": {
        "picture": Place(0, 0, 100, 36),
        "day": Place(77, 25, 17),
        "kicker": Place(6, 38.5, 58, 5),
        "title": Place(6, 44.5, 88, 13),
        "facts": Place(6, 58.5, 88, 16),
        "foot": 78,
    },
    "wide": {
        "picture": Place(56, 0, 44, 76),
        "day": Place(48, 53, 14),
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

"""Where everything stands on notices and cards, by shape of the sheet, in percent of it: see Place.

The code and how to use it stand on a white card; below `foot` (whole percents) the ground is plain, so that small type
can be read.
"""

from cms.renditions.places import Place

NOTICE = {
    "tall": {
        "disc": Place(-21, 45.5, 104),
        "dot": Place(76, -6, 44),
        "kicker": Place(6, 4, 68, 3),
        "title": Place(6, 8, 88, 22),
        "words": Place(6, 31.5, 84, 12),
        "card": Place(8, 45, 84, 41),
        "code": Place(21, 46.6, 58),
        "how": Place(12, 75.6, 76, 9.4),
        "foot": 88,
    },
    "portrait": {
        "disc": Place(61, 33.5, 56),
        "dot": Place(-12, 74, 34),
        "kicker": Place(5, 4.5, 80, 3),
        "title": Place(5, 8.2, 90, 25),
        "words": Place(5, 34.5, 54, 13),
        "card": Place(5, 49, 90, 34.5),
        "code": Place(50.5, 50.6, 43.5),
        "how": Place(9, 53, 40, 27),
        "foot": 87,
    },
    "square": {
        "disc": Place(58, 29, 60),
        "dot": Place(-12, 70, 34),
        "kicker": Place(5, 5, 60, 4),
        "title": Place(5, 10, 90, 20),
        "words": Place(5, 31, 51, 13),
        "card": Place(5, 45, 90, 38),
        "code": Place(58.5, 46.5, 35),
        "how": Place(9, 49, 47, 30),
        "foot": 86,
    },
    "wide": {
        "disc": Place(53.5, -14, 58),
        "dot": Place(-8, 74, 18),
        "kicker": Place(4.5, 6, 44, 5),
        "title": Place(4.5, 13, 47, 36),
        "words": Place(4.5, 51, 46, 25),
        "card": Place(56, 8, 39.5, 75),
        "code": Place(58.5, 10.5, 34.5),
        "how": Place(59, 60.5, 34, 21),
        "foot": 83,
    },
}


def notice_layout(shape: str) -> dict:
    return NOTICE[shape]

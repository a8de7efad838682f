"""Where everything stands on notices and cards, by shape of the sheet, in percent of it: see Place."""

from cms.renditions.places import Place

NOTICE = {
    "tall": {
        "disc": Place(-20, 47, 120),
        "dot": Place(72, -8, 46),
        "kicker": Place(6, 4, 70, 3),
        "title": Place(6, 8, 88, 24),
        "words": Place(6, 33.5, 84, 13),
        "code": Place(17, 52, 62),
        "how": Place(6, 81.5, 88, 9.5),
    },
    "portrait": {
        "disc": Place(18, 46, 96),
        "dot": Place(-14, 76, 38),
        "kicker": Place(5, 4.5, 80, 3),
        "title": Place(5, 8.2, 90, 25),
        "words": Place(5, 34.5, 84, 11.5),
        "code": Place(44, 49.5, 50),
        "how": Place(5, 54, 36, 27),
    },
    "square": {
        "disc": Place(40, 34, 76),
        "dot": Place(-12, 72, 34),
        "kicker": Place(5, 5, 60, 4),
        "title": Place(5, 10, 90, 22),
        "words": Place(5, 34, 46, 20),
        "code": Place(56, 38, 38),
        "how": Place(5, 56, 44, 24),
    },
    "wide": {
        "disc": Place(52, -12, 66),
        "dot": Place(-8, 72, 22),
        "kicker": Place(4.5, 6, 46, 5),
        "title": Place(4.5, 13, 50, 34),
        "words": Place(4.5, 49, 48, 17),
        "code": Place(61, 8, 34),
        "how": Place(60, 60, 36, 26),
    },
    "strip": {
        "disc": Place(64, -40, 44),
        "dot": Place(-4, 60, 12),
        "kicker": Place(2, 8, 40, 8),
        "title": Place(2, 18, 46, 44),
        "words": None,
        "code": Place(80, 12, 17),
        "how": Place(50, 14, 26, 60),
    },
}


def notice_layout(shape: str) -> dict:
    return NOTICE[shape]

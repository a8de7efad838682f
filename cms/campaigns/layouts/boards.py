"""Exhibition boards: the person above, words below."""

from cms.renditions.places import Place

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

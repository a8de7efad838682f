"""Advertisements, also the smallest ones."""

from cms.renditions.places import Place

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
    "sun": Place(42, 14, 62),
    "figure": Place(39, 13.5, 68, 29.5),
    "stage": 43,
    "panel": Place(0, 43, 100, 31),
    "claim": Place(6, 4, 88, 9),
    "words": Place(6, 44.4, 88, 29),
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

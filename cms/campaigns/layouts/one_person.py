"""A person before colour planes, or the sentence first: posters, social cards, postcards."""

from cms.renditions.places import Place

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
# A card for social media has no legal line: room for the sentence.
SOCIAL = PLANES | {"portrait": PLANES["portrait"] | {"most": 5.4, "words": Place(4.9, 78.6, 90, 14)}}
# The picture side of a postcard has no foot at all.
CARD = PLANES | {
    "wide": PLANES["wide"]
    | {
        "figure": Place(50, 4, 49, 88),
        "sun": Place(50, -5, 62),
        "band": 90,
        "first": Place(4.4, 9, 36, 15),
        "last": Place(4.4, 23.5, 44, 17),
        "words": Place(4.6, 52, 44, 34),
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

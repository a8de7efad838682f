"""Posters of a tour or a week: its dates need the room that a single event has for its text.

`air` is the white above and below a date in em, as in css/print/event.css; `many` differs if there are many dates.
"""

from cms.renditions.places import Place

SERIES_PICTURE = {
    "portrait": {
        "picture": Place(0, 0, 100, 39),
        "band": 37,
        "kicker": Place(4.7, 41.4, 80, 3),
        "title": Place(4.7, 44.4, 90, 9.6),
        "words": Place(4.7, 54.6, 84, 5.6),
        "stops": Place(4.7, 61, 90.6, 25.6),
        "air": 0.64,
        "many": {
            "picture": Place(0, 0, 100, 32),
            "band": 30,
            "kicker": Place(4.7, 34.4, 80, 3),
            "title": Place(4.7, 37.2, 90, 8.4),
            "stops": Place(4.7, 46.6, 90.6, 38.8),
        },
    },
    "tall": {
        "picture": Place(0, 0, 100, 34),
        "band": 32,
        "kicker": Place(5.5, 36, 80, 3),
        "title": Place(5.5, 39, 89, 9),
        "words": Place(5.5, 49, 89, 6),
        "stops": Place(5.5, 56, 89, 27),
        "air": 0.64,
        "many": {"stops": Place(5.5, 49.5, 89, 33)},
    },
}
SERIES_DATES = {
    "portrait": {
        "disc": Place(55, -7, 58),
        "band": 88,
        "kicker": Place(4.7, 4.6, 52, 3),
        "title": Place(4.7, 8.6, 47, 22),
        "stops": Place(4.7, 35, 90.6, 50),
        "air": 1.2,
    },
    "tall": {
        "disc": Place(50, -5, 64),
        "band": 85,
        "kicker": Place(5.5, 4.6, 52, 3),
        "title": Place(5.5, 8.6, 43, 20),
        "stops": Place(5.5, 33, 89, 49),
        "air": 1.2,
    },
}

"""The council's money of 2026: 5,000 euros for the paper, flyers, posters, speakers, stand, sound and music. All invented."""

YEAR = 2026
SOURCES = [
    ("Haushalt der Stadt Lindenau", "4500.00", "Haushaltsstelle 0.0210"),
    ("Sparkassenstiftung Pegnachtal", "500.00", "Zusage vom 4. März 2026"),
]
NOTES = "Beschluss des Integrationsrats vom 19. Januar 2026."

# (title, kind, planned, state, copies, slug of the page, vouchers as (kind, day, from whom, number, amount, state, with a document))
ITEMS = [
    (
        "Vielfalt Nr. 23, Frühjahr",
        "edition",
        "980.00",
        "paid",
        2000,
        "nr-23",
        [
            ("offer", (2026, 2, 9), "Druckerei Pegnachtal", "A-2026-031", "964.00", "accepted", False),
            ("invoice", (2026, 4, 22), "Druckerei Pegnachtal", "R-2026-118", "964.00", "open", True),
        ],
    ),
    (
        "Vielfalt Nr. 24, Herbst",
        "edition",
        "980.00",
        "ordered",
        2000,
        "nr-24",
        [
            ("offer", (2026, 9, 3), "Druckerei Pegnachtal", "A-2026-164", "1118.60", "accepted", True),
            ("offer", (2026, 9, 4), "Flussdruck Oberlind", "4471", "1240.00", "declined", True),
        ],
    ),
    (
        "Profil-Flyer in fünf Sprachen",
        "flyer",
        "420.00",
        "paid",
        3000,
        "flyer-profil",
        [("invoice", (2026, 6, 11), "Druckerei Pegnachtal", "R-2026-201", "396.00", "open", True)],
    ),
    (
        "Plakate „Wir sind Lindenau“",
        "poster",
        "430.00",
        "ordered",
        2000,
        "wir-sind-lindenau",
        [("invoice", (2026, 10, 1), "Druckerei Pegnachtal", "R-2026-333", "180.00", "open", True)],
    ),
    (
        "Kunstnacht: Station und Kunstbasar",
        "event",
        "350.00",
        "planned",
        None,
        "kunstnacht",
        [("offer", (2026, 10, 19), "Zeltverleih Brandl", "88", "310.00", "open", True)],
    ),
    (
        "Honorare für Referentinnen und Referenten",
        "speakers",
        "900.00",
        "ordered",
        None,
        "",
        [("invoice", (2026, 5, 30), "Dr. Selma Aydın", "2026-07", "450.00", "open", False)],
    ),
    (
        "Infostand in den Stadtteilen",
        "stand",
        "340.00",
        "paid",
        None,
        "",
        [
            ("invoice", (2026, 3, 17), "Holzwerkstatt Wiesner", "26-019", "372.40", "open", True),
            ("credit", (2026, 4, 2), "Holzwerkstatt Wiesner", "26-019G", "40.00", "open", False),
        ],
    ),
    (
        "Ton und Technik beim Sommerfest",
        "sound",
        "260.00",
        "paid",
        None,
        "",
        [("invoice", (2026, 7, 20), "Klangwerk Lindenau", "5512", "260.00", "open", False)],
    ),
    ("Musik beim Stadtteilfest", "music", "240.00", "cancelled", None, "", []),
]

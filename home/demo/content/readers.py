"""Topics of the newsletter and the invented readers: given names and family names by language, topics in every language."""

TOPICS = [
    {
        "slug": "zeitung",
        "name": "Zeitung Vielfalt",
        "description": "Zweimal im Jahr die neue Ausgabe.",
        "sort_order": 0,
        "on_form": True,
        "translations": {
            "de-x-leicht": {"name": "Zeitung Vielfalt", "description": "Die neue Zeitung. Sie kommt 2 Mal im Jahr."},
            "en": {"name": "Vielfalt, the paper", "description": "The new edition, twice a year."},
            "tr": {"name": "Vielfalt gazetesi", "description": "Yılda iki kez yeni sayı."},
            "ar": {"name": "جريدة Vielfalt", "description": "العدد الجديد مرتين في السنة."},
            "uk": {"name": "Газета Vielfalt", "description": "Новий випуск двічі на рік."},
        },
    },
    {
        "slug": "termine",
        "name": "Termine & Aktionen",
        "description": "Einmal im Monat: was in Lindenau los ist.",
        "sort_order": 1,
        "on_form": True,
        "translations": {
            "de-x-leicht": {"name": "Termine und Aktionen", "description": "1 Mal im Monat: Das ist los in Lindenau."},
            "en": {"name": "Dates & activities", "description": "Once a month: what is going on in Lindenau."},
            "tr": {"name": "Etkinlikler ve eylemler", "description": "Ayda bir: Lindenau’da neler oluyor."},
            "ar": {"name": "المواعيد والأنشطة", "description": "مرة في الشهر: ماذا يحدث في لينديناو."},
            "uk": {"name": "Події та акції", "description": "Раз на місяць: що відбувається в Лінденау."},
        },
    },
    {
        "slug": "redaktion",
        "name": "Redaktion (Probe)",
        "description": "Eine Adresse je Sprache, zum Ausprobieren vor dem Versand.",
        "sort_order": 2,
        "on_form": False,
        "translations": {},
    },
]

# How many readers of the 200 get their mail in which language; six more, one per language, belong to the office.
READERS = {"de": 92, "de-x-leicht": 12, "en": 22, "tr": 30, "ar": 24, "uk": 14}

GERMAN_GIVEN = [
    "Anneliese", "Bernd", "Christa", "Detlef", "Elke", "Frieder", "Gudrun", "Heiner", "Irmgard", "Jürgen", "Katja", "Lothar",
    "Marlies", "Norbert", "Petra", "Reinhold", "Sabine", "Thorsten", "Ulrike", "Volker", "Waltraud", "Hannelore", "Silke", "Uwe",
]  # fmt: skip
GERMAN_FAMILY = [
    "Ammon", "Beierlein", "Dietz", "Eberlein", "Fuchs", "Gebhardt", "Haas", "Jobst", "Kraus", "Lindner", "Meier", "Neubauer",
    "Pöhlmann", "Raab", "Schuster", "Thoma", "Vogel", "Wenzel", "Zapf", "Löhe", "Sommer", "Hübner", "Ritter",
]  # fmt: skip

# Written in Latin letters: they become addresses. Words of two languages are only combined within one list.
NAMES = {
    "de": (GERMAN_GIVEN, GERMAN_FAMILY),
    "de-x-leicht": (GERMAN_GIVEN[::-1], GERMAN_FAMILY),
    "en": (
        ["Abena", "Chidi", "Grace", "Kwame", "Nadia", "Oliver", "Priya", "Rajesh", "Shireen", "Thandi", "Wanjiru", "Yaw"],
        ["Asante", "Banerjee", "Chukwu", "Ferreira", "Mensah", "Njoroge", "Okafor", "Perera", "Singh", "Walker", "Zulu"],
    ),
    "tr": (
        [
            "Ahmet",
            "Ayşe",
            "Cem",
            "Deniz",
            "Elif",
            "Fatma",
            "Gül",
            "Hakan",
            "İpek",
            "Kemal",
            "Leyla",
            "Murat",
            "Nur",
            "Selim",
            "Zeynep",
        ],
        ["Arslan", "Aydın", "Çelik", "Demir", "Güneş", "Kaya", "Koç", "Öz", "Şahin", "Yalçın", "Yıldız"],
    ),
    "ar": (
        ["Amal", "Bilal", "Dalia", "Fadi", "Hanan", "Ibrahim", "Jamila", "Khaled", "Layla", "Mona", "Nabil", "Rami", "Salma"],
        ["Aljundi", "Darwish", "Farah", "Haddad", "Khalil", "Mansour", "Nasser", "Qasim", "Saleh", "Taha", "Younes"],
    ),
    "uk": (
        ["Andrii", "Bohdan", "Daryna", "Halyna", "Iryna", "Kateryna", "Maksym", "Nadiia", "Oksana", "Taras", "Yulia"],
        ["Bondarenko", "Hnatiuk", "Ivanenko", "Kovalenko", "Kravets", "Melnyk", "Petrenko", "Shevchuk", "Tkachenko"],
    ),
}

# Where written consent was collected, and when (year, month, day).
SOURCES = [
    ("Liste vom Infostand, Wochenmarkt am Gaswerk", (2026, 3, 14)),
    ("Karten vom Familienfest am Wehr", (2026, 6, 28)),
    ("Liste vom Turnier der Vielfalt", (2026, 9, 13)),
    ("Karten aus der Sprechstunde, Zimmer 12", (2026, 10, 22)),
]
OFFICE_SOURCE = ("Probeadresse der Geschäftsstelle", (2026, 1, 15))
WHO_LEFT = 6  # of the 200; they stay on record so that nobody adds them again

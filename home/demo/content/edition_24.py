"""Edition 24, Herbst 2026: front page, letter, dates, back page. Its articles are in the modules named by section."""

import datetime

from . import kultur_arbeit, nachbarschaft, rat_recht, sport_schule

EDITION = {
    "title": "Vielfalt Nr. 24",
    "slug": "nr-24",
    "number": 24,
    "season": "Herbst 2026",
    "date": datetime.date(2026, 11, 20),
    "editorial_deadline": datetime.date(2026, 10, 16),
    "print_date": datetime.date(2026, 11, 9),
    "page_limit": 8,
    "headline": "Was uns zusammenbringt, tropft manchmal",
    "standfirst": "Ein Wasserhahn, ein Schwimmbecken, ein Topf Linsensuppe: In diesem Heft kommt auffallend viel ins Fließen. Vierzehn Beiträge über Orte, an denen sich Lindenau begegnet.",
    "cover_image": "garten",
    "cover_alt": "Zeichnung: Vier Menschen mit Gießkannen stehen um einen übergroßen Wasserhahn. Ein Mann sitzt im Rollstuhl. Hinter den Beeten fährt ein roter Zug an der Stadt vorbei.",
    "cover_caption": "Am Bahndamm holen alle ihr Wasser an derselben Stelle. Das hat zuerst alles schlimmer gemacht – und dann besser.",
    "letter": (
        "Liebe Nachbarinnen, liebe Nachbarn,\n\n"
        "in der Apotheke höre ich jeden Tag, was der Stadt fehlt: meistens Zeit, manchmal Eisen, selten guter Wille. "
        "Dieses Heft handelt von Leuten, die nicht gewartet haben, bis jemand zuständig war. Sie haben einen Zettel geschrieben, "
        "ein Becken gemietet oder einen Topf auf den Herd gestellt.\n\n"
        "Im März wählen wir den Integrationsrat neu. Ich verspreche Ihnen keine Wunder, ich verkaufe ja auch keine. "
        "Aber wer wählt, darf hinterher schimpfen, und zwar mit Recht.\n\n"
        "Lesen Sie das Heft im Bus und lassen Sie es dort liegen."
    ),
    "letter_name": "Jaspal Gill",
    "letter_role": "Vorsitzender des Integrationsrats",
    "letter_image": "portrait-jaspal",
    "legal_note": (
        "Redaktion dieser Ausgabe: Ines Kaltwasser, Mehmet Aydın. Zeichnungen: Jonne Reith. Auflage 9 000, gedruckt auf Recyclingpapier. "
        "Die nächste Ausgabe erscheint im Mai 2027, Einsendungen bis 19. März."
    ),
}

EVENTS = [
    {
        "title": "Offenes Frühstück: Wer wird Lotse?",
        "date": datetime.date(2026, 11, 29),
        "time": "9.30 Uhr",
        "place": "Alte Feuerwache, Gaswerkstraße 5",
        "text": "Fladenbrot, Brezeln und sechs Sorten Tee. Kinderecke ab 3 Jahren, Rampe am Hof.",
    },
    {
        "title": "Sprechstunde: Briefe vom Amt verstehen",
        "date": datetime.date(2026, 12, 3),
        "time": "16 Uhr",
        "place": "Rathaus, Zimmer 12",
        "text": "Bringen Sie den Brief mit, auch wenn er schon alt ist.",
    },
    {
        "title": "Öffentliche Sitzung des Integrationsrats",
        "date": datetime.date(2026, 12, 8),
        "time": "18 Uhr",
        "place": "Rathaus, Großer Saal",
        "text": "Mit Gebärdensprache. Fragen aus dem Publikum kommen zuerst dran.",
    },
    {
        "title": "Rat auf Tour: Infostand in der Südstadt",
        "date": datetime.date(2026, 12, 12),
        "time": "10 Uhr",
        "place": "Wochenmarkt am Gaswerk",
        "text": "Es gibt heißen Apfelsaft. Wer meckern will, bekommt zwei.",
    },
    {
        "title": "Ein Wort, vier Stimmen: Der Chor singt im Advent",
        "date": datetime.date(2026, 12, 19),
        "time": "17 Uhr",
        "place": "Pfarrsaal St. Jakob",
        "text": "Eintritt frei, der Kuchen nicht.",
    },
    {
        "title": "Beginn der Schulung für Lotsinnen und Lotsen",
        "date": datetime.date(2027, 1, 14),
        "time": "18.30 Uhr",
        "place": "Volkshochschule, Raum 3",
        "text": "Vier Donnerstage, kostenlos, mit Kinderbetreuung.",
    },
]

BACK_PAGE = [
    ("heading", "Wir sind Lindenau."),
    ("pull_quote", {"text": "Im Chor fragt niemand, woher dein Alt kommt.", "who": "Ljudmyla Bondar", "role": "Chorleiterin"}),
    (
        "image",
        {
            "image": "portrait-ljudmyla",
            "alt": "Gezeichnetes Porträt: Ljudmyla Bondar lacht, mit runder Brille und gelbem Schal.",
            "caption": "Eines von zehn Gesichtern, die seit Oktober an 140 Stellen in der Stadt hängen.",
            "crop": "square",
            "print_size": "full",
        },
    ),
    ("heading", {"text": "Und wer sind Sie?", "level": "3"}),
    (
        "paragraph",
        [
            "Die nächste Runde der Plakate startet im Februar. Sie brauchen ein Telefon, zehn Minuten und einen Satz, den sonst niemand sagen kann. "
            "Sie sehen Ihr Plakat, bevor es jemand anderes sieht. Und wenn Sie es sich anders überlegen, verschwindet es wieder.",
        ],
    ),
    ("button", {"label": "Meinen Satz einreichen", "page": "mitmachen", "kind": "call"}),
]

# The order of the paper: what opens page 1 first, then section by section.
ARTICLES = [*nachbarschaft.ARTICLES, *rat_recht.ARTICLES, *kultur_arbeit.ARTICLES, *sport_schule.ARTICLES]

"""Edition 23, Frühjahr 2026: “Am Wasser”. The older edition, with five long stories and only in German."""

import datetime

from . import am_wasser

EDITION = {
    "title": "Vielfalt Nr. 23",
    "slug": "nr-23",
    "number": 23,
    "season": "Frühjahr 2026",
    "date": datetime.date(2026, 5, 8),
    "editorial_deadline": datetime.date(2026, 4, 3),
    "print_date": datetime.date(2026, 4, 27),
    "headline": "Am Wasser",
    "standfirst": "Die Pegnach ist elf Meter breit und an den meisten Stellen nicht tief. Trotzdem geht die halbe Stadt an ihr spazieren. Fünf Geschichten vom Ufer.",
    "cover_image": "wehr",
    "cover_alt": "Zeichnung: Wasser stürzt über das Wehr in der Pegnach. Davor steht ein Reiher, dahinter dreht sich ein Mühlrad.",
    "cover_caption": "Am Wehr ist die Stadt am lautesten und am ruhigsten.",
    "letter": (
        "Liebe Nachbarinnen, liebe Nachbarn,\n\n"
        "ein Fluss fragt nicht, wo man herkommt. Er kommt selbst von woanders und bleibt auch nicht. "
        "In diesem Heft stehen Leute, die an der Pegnach etwas gefunden haben: Fische, Ruhe oder ihre Schuhe.\n\n"
        "Seit April ist die Alte Brücke wieder offen. Zwölf Jahre lang haben wir darüber geredet, als ginge es um Beton. "
        "Es ging um zwei Kilometer Schulweg. Merken wir uns das für das nächste Mal.\n\n"
        "Das Heft ist wasserfest, solange Sie es nicht hineinwerfen."
    ),
    "letter_name": "Jaspal Gill",
    "letter_role": "Vorsitzender des Integrationsrats",
    "letter_image": "portrait-jaspal",
    "legal_note": "Redaktion dieser Ausgabe: Ines Kaltwasser, Mehmet Aydın. Zeichnungen: Jonne Reith. Auflage 8 500, gedruckt auf Recyclingpapier.",
}

EVENTS = [
    {
        "title": "Lampionfahrt auf der Pegnach",
        "date": datetime.date(2026, 5, 30),
        "time": "21 Uhr",
        "place": "Bootssteg am Wehr",
        "text": "Zwölf Boote, achtzig Lampions. Rettungswesten in allen Größen.",
    },
    {
        "title": "Offenes Frühstück: Wer übersetzt mit?",
        "date": datetime.date(2026, 6, 14),
        "time": "9.30 Uhr",
        "place": "Alte Feuerwache, Gaswerkstraße 5",
        "text": "Mit Kinderecke. Es gibt Fladenbrot und Räucherfisch.",
    },
    {
        "title": "Familienfest am Wehr",
        "date": datetime.date(2026, 6, 28),
        "time": "12 Uhr",
        "place": "Pegnachwiesen",
        "text": "Mit Entenrennen. Die Enten sind aus Gummi.",
    },
    {
        "title": "Öffentliche Sitzung des Integrationsrats",
        "date": datetime.date(2026, 7, 7),
        "time": "18 Uhr",
        "place": "Rathaus, Großer Saal",
        "text": "Thema: Licht auf der Alten Brücke. Mit Gebärdensprache.",
    },
    {
        "title": "Prüfung für den Fischereischein",
        "date": datetime.date(2026, 7, 18),
        "time": "10 Uhr",
        "place": "Vereinsheim am Altarm",
        "text": "In sechs Sprachen. Der Fisch bleibt deutsch.",
    },
]

BACK_PAGE = [
    ("heading", "Wo ist Ihr Platz am Wasser?"),
    (
        "pull_quote",
        {"text": "Ich kann nicht schwimmen. Rudern geht.", "who": "Tesfay Berhane", "role": "Sieger der Sperrholzregatta"},
    ),
    (
        "image",
        {
            "image": "frei-tesfay",
            "alt": "Gezeichnete Figur: Tesfay Berhane lacht.",
            "caption": "Tesfay Berhane, nach dem Rennen und noch trocken.",
            "crop": "square",
            "print_size": "full",
        },
    ),
    (
        "paragraph",
        ["Schicken Sie uns ein Foto und einen Satz. Die schönsten Plätze zeigen wir im Herbst, die schönsten Sätze auch."],
    ),
    ("button", {"label": "Platz verraten", "page": "mitmachen", "kind": "call"}),
]

ARTICLES = am_wasser.ARTICLES

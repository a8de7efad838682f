"""Edition 23, Frühjahr 2026: “Am Wasser”. The older edition, shorter and only in German."""

import datetime

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
        "In diesem Heft stehen Leute, die an der Pegnach etwas gefunden haben: Fische, Ruhe oder ihre Schuhe."
    ),
    "letter_name": "Jaspal Gill",
    "letter_role": "Vorsitzender des Integrationsrats",
    "letter_image": "portrait-jaspal",
    "legal_note": "Redaktion dieser Ausgabe: Ines Kaltwasser, Mehmet Aydın. Zeichnungen: Jonne Reith. Auflage 8 500, gedruckt auf Recyclingpapier.",
}

EVENTS = [
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
        "text": "",
    },
]

BACK_PAGE = [
    ("heading", "Wo ist Ihr Platz am Wasser?"),
    (
        "paragraph",
        ["Schicken Sie uns ein Foto und einen Satz. Die schönsten Plätze zeigen wir im Herbst, die schönsten Sätze auch."],
    ),
    ("button", {"label": "Platz verraten", "page": "mitmachen", "kind": "call"}),
]

WEHR = {
    "title": "Der Mann, der dem Fluss zuhört",
    "slug": "der-mann-der-dem-fluss-zuhoert",
    "section": "Nachbarschaft",
    "front": "lead",
    "kicker": "Am Wehr",
    "standfirst": "Wehrwart Josef Ammon erkennt den Pegel am Geräusch. Im Herbst geht er in Rente. Sein Nachfolger übt schon, mit geschlossenen Augen.",
    "byline": "Ines Kaltwasser",
    "lead_image": "wehr",
    "lead_alt": "Zeichnung: Wasser stürzt über das Wehr in der Pegnach. Davor steht ein Reiher, dahinter dreht sich ein Mühlrad.",
    "lead_caption": "Ein Meter zwölf, sagt Ammon. Der Pegel sagt: ein Meter elf.",
    "body": [
        (
            "paragraph",
            [
                "Josef Ammon steht auf dem Steg und macht die Augen zu. „Ein Meter zwölf“, sagt er. Bilal Rahimi, 24, macht die Augen ebenfalls zu, wartet länger und sagt: „Ein Meter neun?“ Dann gehen beide zur Messlatte. Ein Meter elf. „Du wirst“, sagt Ammon.",
                "Seit 31 Jahren öffnet und schließt er die drei Tafeln des Wehrs. Es gibt dafür einen Motor und ein Programm, aber das Programm weiß nicht, dass unterhalb die Kinder baden. Rahimi, der in Masar-e Scharif Wasserbau studieren wollte und in Lindenau Mechatroniker geworden ist, hat sich als Einziger auf die Stelle beworben.",
            ],
        ),
        (
            "pull_quote",
            {
                "text": "Leise ist schlimmer als laut. Wenn das Wehr leise ist, steht das Wasser schon drüber.",
                "who": "Josef Ammon",
                "role": "Wehrwart",
            },
        ),
        (
            "paragraph",
            [
                "Zum Abschied hat Ammon sich gewünscht, einmal alle drei Tafeln gleichzeitig zu heben. Das Wasserwirtschaftsamt prüft den Antrag.",
            ],
        ),
    ],
}

ANGLER = {
    "title": "Anglerlatein für Anfänger",
    "slug": "anglerlatein-fuer-anfaenger",
    "section": "Sport & Schule",
    "front": "teaser",
    "kicker": "Angeln",
    "standfirst": "Der Fischereiverein hatte kaum noch Mitglieder. Dann übersetzte jemand den Prüfungsbogen.",
    "byline": "Mehmet Aydın",
    "lead_image": "angler",
    "lead_alt": "Zeichnung: Ein alter Mann mit Anglerhut zeigt einem Mädchen mit Zöpfen, wie man die Rute hält.",
    "lead_caption": "Vereinswirt Löhe mit dem jüngsten Mitglied. Gesprochen wird wenig, das war schon immer so.",
    "body": [
        (
            "paragraph",
            [
                "Neunzehn Mitglieder, Durchschnittsalter 68: So stand es 2023 um den Fischereiverein Pegnach. Dann kam Vasyl Kravets, der am Dnipro geangelt hatte, und fiel durch die Prüfung. „Ich kannte alle Fische“, sagt er, „aber keinen mit Nachnamen.“",
                "Vereinswirt Heiner Löhe setzte sich mit ihm an den Stammtisch. Sie übersetzten 300 Fragen, erst ins Ukrainische, dann mit Hilfe der anderen Gäste ins Türkische und Russische. Heute hat der Verein 54 Mitglieder. Der größte Fisch der Saison war ein Wels von einem Meter vierzig. Oder sechzig. Hier gehen die Übersetzungen auseinander.",
            ],
        ),
    ],
}

BRUECKE = {
    "title": "Die Brücke, die zu spät kam",
    "slug": "die-bruecke-die-zu-spaet-kam",
    "section": "Rat & Recht",
    "front": "teaser",
    "kicker": "Südstadt",
    "standfirst": "Zwölf Jahre war die Alte Brücke gesperrt. Jetzt ist sie wieder offen, und alle gehen darüber, als wäre es nie anders gewesen.",
    "byline": "Ines Kaltwasser",
    "lead_image": "bruecke",
    "lead_alt": "Zeichnung: Auf einer alten Steinbrücke über die Pegnach gehen und radeln Menschen, darunter schwimmen Enten.",
    "lead_caption": "38 Meter lang, vier Meter breit, zwölf Jahre lang nur zum Anschauen.",
    "body": [
        (
            "paragraph",
            [
                "Von der Südstadt zur Grundschule sind es 200 Meter Luftlinie. Bis April waren es zwei Kilometer, weil die Alte Brücke als baufällig galt. 2014 stellte der Integrationsrat den ersten Antrag, sie zu sanieren. Er wurde vertagt, geprüft, wieder vertagt und einmal versehentlich genehmigt.",
                "Am Tag der Eröffnung gingen 640 Menschen hinüber. Als Erste lief Amira Keita, weil sie zu spät zur Schule kam. Gezählt hat der Bauhof, der wissen wollte, ob es sich lohnt. Es lohnt sich. Nun wird über die Beleuchtung gestritten.",
            ],
        ),
    ],
}

BAHNHOF = {
    "title": "Gleis 2, zweite Bank von links",
    "slug": "gleis-2-zweite-bank-von-links",
    "section": "Nachbarschaft",
    "kicker": "Ankommen",
    "standfirst": "Wo haben Sie Lindenau zum ersten Mal gesehen? Vier Antworten, ein Bahnsteig.",
    "byline": "Hoa Tran",
    "lead_image": "bahnhof",
    "lead_alt": "Zeichnung: Menschen mit Koffern stehen auf einem Bahnsteig, im Hintergrund die Stadt.",
    "lead_caption": "Wer hier aussteigt, sieht zuerst die Linde und dann den Parkautomaten.",
    "body": [
        (
            "list",
            [
                "„1969. Es hat geschneit, und ich hatte Sandalen an. Ein Schaffner gab mir seine Zeitung, für die Füße.“ <b>Yusuf Öz, 79</b>",
                "„Ich bin hier geboren. Aber wirklich gesehen habe ich die Stadt, als ich nach einem Jahr in Accra zurückkam.“ <b>Kofi Asante, 34</b>",
                "„Es war Nacht. Auf der zweiten Bank von links lag ein Handschuh. Ich dachte: Hier verlieren die Leute also auch Sachen.“ <b>Ljudmyla Bondar, 58</b>",
                "„Ich wollte nur umsteigen.“ <b>Tesfay Berhane, 22</b>",
            ],
        ),
    ],
}

REGATTA = {
    "title": "Elf Boote, neun davon dicht",
    "slug": "elf-boote-neun-davon-dicht",
    "section": "Kultur & Arbeit",
    "kicker": "Berufsschule",
    "standfirst": "Eine Klasse aus 13 Ländern baut Boote aus Sperrholz. Die Note gibt der Fluss.",
    "byline": "Mehmet Aydın",
    "lead_image": "wehr",
    "lead_alt": "Zeichnung: Wasser stürzt über das Wehr in der Pegnach. Davor steht ein Reiher, dahinter dreht sich ein Mühlrad.",
    "lead_caption": "Hier endete die Regatta. Für zwei Boote schon etwas früher.",
    "body": [
        (
            "paragraph",
            [
                "Die Aufgabe passte auf einen Bierdeckel: zwei Platten Sperrholz, eine Tube Leim, kein Metall, und es muss jemand darin sitzen. Sechs Wochen lang roch die Berufsschule nach Lack. Dann trugen 22 Auszubildende elf Boote an die Pegnach.",
                "Zwei gingen sofort unter, darunter das schönste. „Form vier, Funktion sechs“, sagte Werkstattlehrer Dirk Sommer und reichte Handtücher. Gewonnen hat ein Boot, das aussah wie eine Schublade. Es war eine Schublade. Gerudert hat sie Tesfay Berhane, der nach eigener Auskunft nicht schwimmen kann. Im Herbst beginnt sein Kurs.",
            ],
        ),
    ],
}

ARTICLES = [WEHR, BAHNHOF, BRUECKE, REGATTA, ANGLER]

"""The tour, the week and the yearly fixtures in Leichte Sprache. Not yet checked by a group of readers.

`changes` are the words beside a change of date, in the order of the event's times.
"""

TOUR = {
    "title": "Der Rat kommt zu Ihnen",
    "kicker": "4 Stadt-Teile",
    "standfirst": "Wir kommen in Ihren Stadt-Teil. Sagen Sie uns: Was fehlt?",
    "picture_alt": "Ein Stand auf dem Markt. Menschen sprechen miteinander.",
    "body": [
        (
            "paragraph",
            [
                "Sie brauchen keinen Termin.",
                "Sie brauchen keine Papiere.",
                "Wir schreiben auf, was Sie sagen.",
                "Der Rat antwortet.",
            ],
        )
    ],
}
WEEK = {
    "title": "Die Woche der Vielfalt",
    "kicker": "Ein Fest mit vielen Kulturen",
    "standfirst": "Die Woche hat 9 Tage. Es gibt 10 Treffen. Alle Menschen können kommen.",
    "picture_alt": "Ein Chor singt. Vorne steht die Leiterin.",
    "body": [
        (
            "paragraph",
            [
                "Alle Treffen kosten nichts.",
                "Bei jedem Treffen steht: Wer übersetzt?",
                "Und bei jedem Treffen steht: Gibt es Stufen?",
            ],
        )
    ],
}
# What all stops of the tour and all days of the week say
STOP = {"kicker": "Integrations-Rat auf Tour", "picture_alt": TOUR["picture_alt"]}
DAY = {"kicker": "Woche der Vielfalt", "cost": "Es kostet nichts"}
STOPS = {
    "rat-auf-tour-bahndamm": {
        "title": "Der Rat ist in den Gärten",
        "place": "Gärten am Bahn-Damm, Tor 2",
        "standfirst": "Sagen Sie uns: Was ärgert Sie? Es gibt heißen Apfel-Saft.",
    },
    "rat-auf-tour-altstadt": {
        "title": "Der Rat ist auf dem Fisch-Markt",
        "place": "Fisch-Markt, vor dem Rathaus",
        "standfirst": "Am Abend vorher ist die Kunst-Nacht. Am Morgen sind wir für Sie da.",
    },
    "rat-auf-tour-weststadt": {
        "title": "Der Rat ist an der Wehr-Schule",
        "place": "Schul-Hof von der Wehr-Schule",
        "standfirst": "Kinder können auch kommen. Sagt uns: Was fehlt?",
        "changes": ["Am 20. März ist das Fest Newroz."],
    },
}
EVENTS = {
    "sprechstunde": {
        "title": "Wir hören Ihnen zu",
        "kicker": "Sprech-Stunde vom Integrations-Rat",
        "place": "Rathaus, Zimmer 12",
        "standfirst": "Sie haben eine Frage? Wir haben 20 Minuten Zeit für Sie. Wenn Sie wollen, übersetzt jemand für Sie.",
        "picture_alt": "3 Menschen sitzen an einem Tisch. Auf dem Tisch liegen Papiere.",
        "changes": ["Der Rat ist an diesem Tag in einer anderen Stadt."],
    },
    "abend-wer-spricht": {
        "title": "Wer darf reden?",
        "kicker": "Ein Abend über Politik",
        "place": "Stadt-Bücherei, Lese-Saal",
        "standfirst": "Viele Menschen reden. Wer hört zu? 3 Menschen erzählen davon.",
        "picture_alt": "3 Menschen sitzen an einem Tisch und sprechen.",
        "questions": "Wer fehlt bei einer Wahl?\nWie kann ich Nein sagen?\nMüssen alle das Gleiche wollen?",
        "programme": [
            ("19:00", "", "talk", "Eine Frau erzählt von ihrer Arbeit", "", [("Ruxandra Munteanu", "Dolmetscherin")]),
            (
                "19:20",
                "",
                "discussion",
                "Wer fehlt am Tisch?",
                "",
                [("Jaspal Gill", "Leiter vom Integrations-Rat"), ("Ljudmyla Bondar", "Leiterin vom Chor")],
            ),
            ("20:15", "", "break", "Pause mit Brot", "", []),
            ("20:30", "21:30", "discussion", "Sie fragen", "Jeder Mensch hat 1 Minute.", []),
        ],
    },
    "infoabend-verein": {
        "title": "So gründen Sie einen Verein",
        "kicker": "Ein Abend mit Infos",
        "place": "Haus vom Verein Kalyna",
        "standfirst": "Ein Verein ist eine Gruppe mit Regeln. Wir erklären die Regeln. Sie können viel fragen.",
        "picture_alt": "3 Menschen sitzen an einem Tisch und sprechen.",
    },
    "neujahrsempfang": {
        "title": "Das neue Jahr beginnt",
        "kicker": "Ein Fest für alle Vereine",
        "place": "Rathaus, Großer Saal",
        "standfirst": "34 Vereine kommen. Wir begrüßen zusammen das neue Jahr. Es gibt kurze Reden und Musik.",
        "picture_alt": WEEK["picture_alt"],
    },
    "europafest": {
        "title": "Das Europa-Fest",
        "place": "Fisch-Markt",
        "standfirst": "Das Fest ist in jedem Jahr am 9. Mai. Es gibt Suppen aus vielen Ländern. Es gibt Musik.",
        "picture_alt": WEEK["picture_alt"],
    },
    "strassenfest": {
        "title": "Das Straßen-Fest",
        "place": "Rübezahl-Platz",
        "standfirst": "Das Fest dauert 2 Tage. Es fahren keine Autos. Bringen Sie einen Stuhl mit.",
        "picture_alt": TOUR["picture_alt"],
    },
    "turnier": {
        "title": "Wir spielen Fußball",
        "place": "Sport-Platz in der Süd-Stadt",
        "standfirst": "16 Mannschaften spielen. Wer zusammen spielt, wissen wir am Morgen.",
        "picture_alt": "Kinder halten einen Pokal hoch.",
    },
    "familienfest": {
        "title": "Das Fest für Familien",
        "place": "Wiese am Wehr",
        "standfirst": "An diesem Tag denken wir an Menschen auf der Flucht. Wir feiern zusammen.",
        "picture_alt": TOUR["picture_alt"],
    },
}
DAYS = {
    "eroeffnung": {
        "title": "Das Fest beginnt",
        "place": "Fisch-Markt",
        "standfirst": "Ein Chor singt. Danach essen wir Suppe.",
    },
    "stadtrundgang": {
        "title": "Ein Spazier-Gang durch Lindenau",
        "place": "Treff-Punkt: Alte Brücke",
        "standfirst": "Wir erzählen von der Stadt. Der Spazier-Gang dauert 2 Stunden.",
    },
    "erzaehlcafe": {
        "title": "Wir erzählen von Wörtern",
        "place": "Stadt-Bücherei",
        "standfirst": "Bringen Sie ein Wort aus Ihrer Sprache mit.",
    },
    "film": {
        "title": "Ein Film über Frauen, die nähen",
        "place": "Kino Kurbel",
        "standfirst": "Sie können den Text im Film lesen. Danach sprechen wir über den Film.",
    },
    "zeugnis": {
        "title": "Ihr Zeugnis aus einem anderen Land",
        "place": "Volks-Hochschule, Raum 3",
        "standfirst": "Gilt Ihr Zeugnis auch in Deutschland? Wir helfen Ihnen. Jemand übersetzt.",
    },
    "backstube": {
        "title": "Wir backen zusammen",
        "place": "Bäckerei Haddad",
        "standfirst": "Wir backen Brot. Kinder ab 6 Jahren können mitmachen.",
    },
    "sitzung-im-freien": {
        "title": "Fragen Sie den Rat",
        "place": "Rübezahl-Platz",
        "standfirst": "Wir sitzen draußen. Sie können uns alles fragen. Wir sprechen 3 Sprachen.",
    },
    "landesversammlung": {
        "title": "Alle Integrations-Räte treffen sich",
        "place": "Rathaus, Großer Saal",
        "standfirst": "61 Räte kommen nach Lindenau. Am Vormittag können Sie zuhören.",
    },
    "markt-der-vereine": {
        "title": "Der Markt der Vereine",
        "place": "Fisch-Markt",
        "standfirst": "Es gibt 30 Stände und Musik. Sie müssen nichts bezahlen.",
    },
    "langer-tisch": {
        "title": "Wir frühstücken zusammen",
        "place": "Fisch-Markt",
        "standfirst": "Bringen Sie Ihr Frühstück mit. Alle sitzen an 1 langen Tisch.",
    },
}
PAGES = {
    "rat-auf-tour": TOUR,
    "woche-der-vielfalt": WEEK,
    **{slug: STOP | words for slug, words in STOPS.items()},
    **EVENTS,
    **{slug: DAY | words for slug, words in DAYS.items()},
}

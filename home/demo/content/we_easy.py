"""The campaign, three of its people and two events in Leichte Sprache. Not yet checked by a group of readers."""

CAMPAIGN = {
    "title": "Wir sind Lindenau",
    "claim": "Wir sind\nLindenau.",
    "kicker": "10 Menschen aus unserer Stadt",
    "standfirst": "10 Menschen sagen einen Satz.\nSie sagen: Darum leben wir hier.\nIhre Bilder hängen überall in der Stadt.",
    "goals": "Alle Menschen in Lindenau sollen zu sehen sein.\nAlle sagen selbst, was sie wichtig finden.\nAlle können später auch Nein sagen.",
    "call_title": "Möchten Sie mitmachen?",
    "call_text": "Im Februar geht es weiter. Sie brauchen nur ein Telefon. Und Sie brauchen 10 Minuten Zeit.",
    "call_steps": "Schicken Sie uns einen Satz und ein Foto.\nWir zeigen Ihnen das Plakat. Noch sieht es niemand anderes.\nSie sagen Ja oder Nein. Sie können auch später Nein sagen.",
    "call_label": "So machen Sie mit",
}
NUMBERS = [("10", "Menschen"), ("9", "Sprachen"), ("140", "Plakate")]
BODY = [
    ("heading", "Warum machen wir das?"),
    (
        "paragraph",
        [
            "Früher hing in Lindenau ein Plakat.",
            "Auf dem Plakat war das Meer.",
            "Das Meer ist weit weg.",
            "Darum zeigen wir jetzt Menschen von hier.",
        ],
    ),
]
PEOPLE = {
    "samira-haddad": {
        "line": "Sie ist Bäckerin.",
        "statement": "Viele Menschen kennen mein Brot. Dann kennen sie auch mich.",
        "long_statement": "Ich backe in der Nacht. Manche Menschen kommen spät von der Arbeit. Ich gebe ihnen eine Brezel.",
        "origin": "Homs in Syrien",
        "languages": "Arabisch und Deutsch",
        "portrait_alt": "Frau Haddad lacht. Sie trägt ein lila Kopf-Tuch.",
        "body": [
            (
                "paragraph",
                [
                    "Samira Haddad ist Bäckerin.",
                    "Sie fängt um 3 Uhr in der Nacht an.",
                    "Sie hat das Backen von ihrem Groß-Vater gelernt.",
                    "Das war in Syrien.",
                    "Heute hat sie eine eigene Bäckerei in Lindenau.",
                ],
            ),
        ],
    },
    "ljudmyla-bondar": {
        "line": "Sie leitet den Chor.",
        "statement": "Im Chor sind alle gleich.",
        "long_statement": "Im Chor singen 32 Menschen. Sie sprechen 11 Sprachen. Zusammen klingt es schön.",
        "origin": "Poltawa in der Ukraine",
        "languages": "Ukrainisch und Deutsch",
        "portrait_alt": "Frau Bondar lacht. Sie hat eine runde Brille und einen gelben Schal.",
        "body": [
            (
                "paragraph",
                [
                    "Ljudmyla Bondar war Musik-Lehrerin.",
                    "Das war in der Ukraine.",
                    "In Lindenau hat sie einen Chor gegründet.",
                    "Der Chor trifft sich am Dienstag.",
                    "Alle können mitsingen.",
                ],
            ),
        ],
    },
    "kofi-asante": {
        "line": "Er trainiert Jugendliche.",
        "statement": "Fußball versteht jeder.",
        "long_statement": "In meiner Mannschaft sind Kinder aus 14 Ländern. Manchmal streiten wir. Dann spielen wir weiter.",
        "origin": "Kumasi in Ghana",
        "languages": "Twi, Englisch und Deutsch",
        "portrait_alt": "Herr Asante lacht. Er trägt ein rotes Trikot.",
        "body": [
            (
                "paragraph",
                [
                    "Kofi Asante ist Trainer.",
                    "Er trainiert am Mittwoch um 5 Uhr.",
                    "Alle Kinder können kommen.",
                    "Es kostet nichts.",
                ],
            )
        ],
    },
}
INDEX = {"title": "Termine", "standfirst": "Hier sehen Sie: Was ist los in Lindenau?"}
EVENTS = {
    "offenes-fruehstueck": {
        "title": "Wer hilft mit?",
        "kicker": "Frühstück für alle",
        "standfirst": "Wir frühstücken zusammen. Wir suchen Menschen, die anderen helfen. Zum Beispiel beim Amt.",
        "picture_alt": "Ein Tisch mit Brot und Tee. 6 Hände greifen nach dem Essen.",
        "time_note": "Sie können später kommen. Sie können früher gehen.",
        "place": "Alte Feuer-Wache, großer Saal",
        "way": "Fahren Sie mit der Linie 3. Steigen Sie bei Gaswerk aus.",
        "host": "Integrations-Rat",
        "target_group": "Alle Menschen",
        "cost": "Es kostet nichts",
        "cost_note": "Sie können Kuchen mitbringen.",
        "registration": "Bitte melden Sie sich an. Rufen Sie an: 089 99998-120",
        "access": [
            ("step_free", "yes", "Ohne Stufen", "Sie können mit dem Roll-Stuhl kommen."),
            ("sign_language", "yes", "Gebärden-Sprache", "Von 10 Uhr bis 11.15 Uhr."),
            ("childcare", "yes", "Für Kinder", "Wir passen auf Ihre Kinder auf."),
        ],
        "programme": [
            ("9:30", "", "arrival", "Ankommen und Tee trinken", "", []),
            ("10:00", "", "talk", "Was macht eine Lotsin?", "", [("Hoa Tran", "Lotsin")]),
            ("11:15", "", "break", "Pause mit Suppe", "", []),
            ("11:45", "12:30", "discussion", "Fragen stellen", "", [("Ines Kaltwasser", "")]),
        ],
        "body": [
            (
                "paragraph",
                ["Lotsen sind Helfer.", "Sie gehen mit zum Amt.", "Sie gehen mit zur Schule.", "Sie bekommen dafür einen Kurs."],
            )
        ],
    },
    "rat-auf-tour-suedstadt": {
        "title": "Der Rat kommt zu Ihnen",
        "kicker": "Integrations-Rat auf Tour",
        "standfirst": "Wir stehen auf dem Markt. Sagen Sie uns: Was fehlt in Ihrem Stadt-Teil?",
        "picture_alt": "Ein Stand auf dem Markt. Menschen sprechen miteinander.",
        "time_note": "",
        "place": "Markt am Gaswerk",
        "way": "Fahren Sie mit der Linie 3. Steigen Sie bei Gaswerk aus.",
        "host": "Integrations-Rat",
        "target_group": "Alle Menschen in der Süd-Stadt",
        "cost": "Es kostet nichts",
        "cost_note": "",
        "registration": "",
        "questions": "Was fehlt auf dem Weg zur Schule?\nWo haben Sie Angst?\nWas soll so bleiben?",
        "access": [("step_free", "yes", "Ohne Stufen", "Sie können mit dem Roll-Stuhl kommen.")],
        "programme": [],
        "body": [("paragraph", ["Wir schreiben auf, was Sie sagen.", "Der Rat liest es.", "Dann antwortet der Rat."])],
    },
}

"""Leichte Sprache: texts of their own, not translations. One statement per sentence, one sentence per paragraph,
short words, no subjunctive, hard words explained in a box, hyphens in long words. Not yet checked by a group of readers.
"""

import datetime

SECTIONS = {
    "Nachbarschaft": "Nachbarschaft",
    "Rat & Recht": "Rat und Recht",
    "Kultur & Arbeit": "Kultur und Arbeit",
    "Sport & Schule": "Sport und Schule",
}

HOME = {
    "title": "Der Integrations-Rat in Lindenau",
    "seo_title": "Vielfalt in Leichter Sprache – Integrations-Rat Lindenau",
    "search_description": "Die Zeitung vom Integrations-Rat in Leichter Sprache.",
    "campaign_title": "Wir sind Lindenau.",
    "campaign_text": "10 Menschen aus unserer Stadt sagen etwas. Sie leben gern hier.",
}

VOICES = [
    (
        "Ljudmyla Bondar",
        "Sie leitet den Chor.",
        "figur-ljudmyla",
        "Frau Bondar mit Brille und gelbem Schal",
        "Im Chor sind alle gleich.",
    ),
    ("Kofi Asante", "Er trainiert Jugendliche.", "figur-kofi", "Herr Asante im roten Trikot", "Fußball versteht jeder."),
    (
        "Samira Haddad",
        "Sie ist Bäckerin.",
        "figur-samira",
        "Frau Haddad mit lila Kopf-Tuch",
        "Viele Menschen kennen mein Brot. Dann kennen sie auch mich.",
    ),
    ("Jaspal Gill", "Er ist Apotheker.", "figur-jaspal", "Herr Gill mit rotem Turban", "Husten hat jeder einmal."),
    (
        "Emre Yalçın",
        "Er arbeitet bei der Straßen-Bahn.",
        "figur-emre",
        "Herr Yalçın mit dunkler Jacke",
        "Ich weiß immer: Wo ist welche Bahn?",
    ),
    (
        "Hoa Tran",
        "Sie verkauft Blumen.",
        "figur-hoa",
        "Frau Tran mit grüner Bluse",
        "Mit meinen Blumen feiern die Menschen. Und sie trauern mit ihnen.",
    ),
    ("Walter Schrödl", "Er hat einen Garten.", "figur-walter", "Herr Schrödl mit Stroh-Hut", "Ich grüße jetzt alle."),
    ("Amira Keita", "Sie ist Schülerin.", "figur-amira", "Amira im gestreiften Pulli", "Ich schreibe gern auf Papier."),
    (
        "Ruxandra Munteanu",
        "Sie ist Pflegerin.",
        "figur-ruxandra",
        "Frau Munteanu mit langen roten Haaren",
        "In der Nacht höre ich zu.",
    ),
    (
        "Tesfay Berhane",
        "Er macht eine Ausbildung.",
        "figur-tesfay",
        "Herr Berhane im lila Pulli",
        "Mein Chef spricht Fränkisch. Ich jetzt auch.",
    ),
]

PUBLICATION = {
    "title": "Vielfalt",
    "subtitle": "Die Zeitung vom Integrations-Rat",
    "search_description": "Hier finden Sie die Zeitung Vielfalt in Leichter Sprache.",
}

EDITION = {
    "title": "Vielfalt Nummer 24",
    "season": "Herbst 2026",
    "search_description": "Die Zeitung Vielfalt in Leichter Sprache: 4 Texte und viele Termine.",
    "headline": "Das machen wir zusammen",
    "standfirst": "In dieser Zeitung geht es um Menschen aus Lindenau. Sie machen etwas zusammen. Zum Beispiel: gießen, backen und schwimmen.",
    "cover_alt": "Vier Menschen stehen um einen großen Wasser-Hahn. Ein Mann sitzt im Roll-Stuhl.",
    "cover_caption": "Am Bahn-Damm holen alle Wasser am selben Wasser-Hahn.",
    "letter": (
        "Liebe Leserinnen und Leser!\n\nIch heiße Jaspal Gill.\nIch leite den Integrations-Rat.\n\n"
        "Der Integrations-Rat ist eine Gruppe von Menschen.\nDie Gruppe hilft allen, die neu in der Stadt sind.\n\n"
        "Im März wählen wir neu.\nBitte wählen Sie mit!"
    ),
    "letter_role": "Leiter vom Integrations-Rat",
    "legal_note": "Die Texte sind von Ines Kaltwasser und Mehmet Aydın. Die Bilder hat Jonne Reith gezeichnet.",
}

EVENTS = [
    {
        "title": "Frühstück für alle",
        "date": datetime.date(2026, 11, 29),
        "time": "halb 10 Uhr am Vormittag",
        "place": "Alte Feuer-Wache, Gaswerk-Straße 5",
        "text": "Das Frühstück kostet nichts. Es gibt keine Stufen.",
    },
    {
        "title": "Hilfe bei Briefen vom Amt",
        "date": datetime.date(2026, 12, 3),
        "time": "16 Uhr",
        "place": "Rathaus, Zimmer 12",
        "text": "Bringen Sie Ihren Brief mit. Wir lesen ihn zusammen.",
    },
    {
        "title": "Der Integrations-Rat trifft sich",
        "date": datetime.date(2026, 12, 8),
        "time": "18 Uhr",
        "place": "Rathaus, Großer Saal",
        "text": "Sie dürfen zuhören und Fragen stellen. Es gibt Gebärden-Sprache.",
    },
    {
        "title": "Wir sind auf dem Markt",
        "date": datetime.date(2026, 12, 12),
        "time": "10 Uhr",
        "place": "Wochen-Markt am Gaswerk",
        "text": "Sprechen Sie mit uns. Es gibt heißen Apfel-Saft.",
    },
    {
        "title": "Der Chor singt",
        "date": datetime.date(2026, 12, 19),
        "time": "17 Uhr",
        "place": "Pfarr-Saal Sankt Jakob",
        "text": "Der Eintritt kostet nichts.",
    },
]

BACK_PAGE = [
    ("heading", "Wir sind Lindenau."),
    ("pull_quote", {"text": "Im Chor sind alle gleich.", "who": "Ljudmyla Bondar", "role": "Sie leitet den Chor."}),
    (
        "image",
        {
            "image": "portrait-ljudmyla",
            "alt": "Frau Bondar lacht. Sie hat eine Brille und einen gelben Schal.",
            "caption": "Das ist Ljudmyla Bondar. Ihr Bild hängt auf Plakaten in der Stadt.",
            "crop": "square",
            "print_size": "full",
        },
    ),
    ("heading", {"text": "Möchten Sie auch auf ein Plakat?", "level": "3"}),
    (
        "paragraph",
        [
            "Schicken Sie uns 1 Satz.",
            "Schicken Sie uns 1 Foto von sich.",
            "Sie sehen das Plakat zuerst.",
            "Dann sagen Sie: Ja oder Nein.",
        ],
    ),
    ("button", {"label": "Hier mitmachen", "page": "mitmachen", "kind": "call"}),
]

GAERTEN = {
    "title": "Elf Gärten und ein Wasser-Hahn",
    "kicker": "Gärten",
    "standfirst": "Früher gab es Streit um das Wasser. Heute gibt es Regeln. Und sonntags gibt es Kuchen.",
    "lead_alt": "Vier Menschen stehen um einen großen Wasser-Hahn. Ein Mann sitzt im Roll-Stuhl.",
    "lead_caption": "Das sind Amira, Herr Schrödl, Frau Haddad und Herr Yalçın.",
    "body": [
        ("heading", "Wo sind die Gärten?"),
        (
            "paragraph",
            [
                "Die Gärten sind am Bahn-Damm.",
                "Dort fährt der Zug vorbei.",
                "Es gibt 11 Gärten.",
                "Aber es gibt nur 1 Wasser-Hahn.",
                "Alle holen dort Wasser.",
            ],
        ),
        ("heading", "Was war das Problem?"),
        (
            "paragraph",
            [
                "Vor 2 Jahren war es sehr trocken.",
                "Alle Menschen brauchten viel Wasser.",
                "Es gab Streit.",
                "Herr Yalçın sitzt im Roll-Stuhl.",
                "Der Weg zum Wasser-Hahn war oft voll.",
                "Dann kam er nicht durch.",
            ],
        ),
        ("heading", "Was hat geholfen?"),
        ("paragraph", ["Amira ist 15 Jahre alt.", "Sie hat Regeln aufgeschrieben.", "Die Regeln heißen: Gieß-Ordnung."]),
        (
            "fact_box",
            {
                "title": "Was ist eine Gieß-Ordnung?",
                "text": ["Das sind Regeln für das Wasser.", "Die Regeln hängen am Wasser-Hahn.", "Sie sind in 6 Sprachen."],
            },
        ),
        ("paragraph", ["Das sind die Regeln:"]),
        (
            "list",
            {
                "style": "number",
                "items": [
                    "Jeder nimmt 3 Kannen. Dann kommt der Nächste.",
                    "Ist die Kanne zu schwer? Dann rufen Sie. Jemand hilft.",
                    "Leere Kannen stehen nicht in der Reihe.",
                    "Am Sonntag um 4 Uhr holt keiner Wasser. Dann gibt es Kuchen.",
                ],
            },
        ),
        ("heading", "Was kommt jetzt?"),
        (
            "paragraph",
            [
                "Im März kommt ein neuer Wasser-Hahn.",
                "Der Weg dorthin wird fest.",
                "Dann kommt auch Herr Yalçın gut zum Wasser.",
                "Der alte Wasser-Hahn bleibt da.",
            ],
        ),
        ("heading", "Möchten Sie einen Garten?"),
        (
            "paragraph",
            [
                "Im Frühling sind 2 Gärten frei.",
                "Ein Garten kostet 96 Euro im Jahr.",
                "Das Wasser bezahlen Sie extra.",
                "Wir helfen Ihnen beim Antrag.",
                "Rufen Sie an: 089 99998-120",
            ],
        ),
    ],
}

WILLKOMMEN = {
    "title": "Ein neues Schild am Rathaus",
    "kicker": "Rathaus",
    "standfirst": "Auf dem Schild steht: Willkommen. Das Wort steht dort in 14 Sprachen.",
    "lead_alt": "Vier Menschen stehen vor dem Rathaus. Über ihnen sind bunte Sprech-Blasen.",
    "lead_caption": "Im Rathaus sprechen die Menschen viele Sprachen.",
    "body": [
        ("heading", "Was ist neu?"),
        (
            "paragraph",
            [
                "Am Rathaus hängt ein altes Schild.",
                "Darauf steht: Bürgerservice, Nebenstelle B.",
                "Das verstehen viele Menschen nicht.",
                "Deshalb kommt ein neues Schild.",
                "Es kommt am ersten Advent.",
            ],
        ),
        (
            "fact_box",
            {
                "title": "Was ist der erste Advent?",
                "text": ["Das ist ein Sonntag vor Weihnachten.", "In diesem Jahr ist er am 29. November."],
            },
        ),
        ("heading", "Welche Sprachen stehen auf dem Schild?"),
        (
            "paragraph",
            [
                "Auf dem Schild stehen 14 Sprachen.",
                "Im Rathaus spricht jemand jede von diesen Sprachen.",
                "Auch die Gebärden-Sprache ist dabei.",
                "Welche Sprache steht oben?",
                "Das hat das Los entschieden.",
                "Ein kleines Mädchen hat die Lose gezogen.",
            ],
        ),
        ("heading", "Brauchen Sie Hilfe im Rathaus?"),
        (
            "paragraph",
            [
                "Gehen Sie zur Pforte.",
                "Die Pforte ist gleich am Eingang.",
                "Sagen Sie dort Ihre Sprache.",
                "Dann kommt jemand zu Ihnen.",
                "Der Eingang im Hof hat keine Stufen.",
            ],
        ),
    ],
}

OFEN = {
    "title": "Arbeit in der Nacht",
    "kicker": "Arbeit",
    "standfirst": "Samira Haddad ist Bäckerin. Sie arbeitet, wenn andere schlafen.",
    "lead_alt": "Frau Haddad trägt ein Brett mit Brezeln. Hinter ihr brennt der Ofen.",
    "lead_caption": "Frau Haddad backt jede Nacht 200 Brezeln.",
    "body": [
        ("heading", "Wer ist Frau Haddad?"),
        (
            "paragraph",
            [
                "Frau Haddad kommt aus Homs.",
                "Homs ist eine Stadt in Syrien.",
                "Ihr Opa war auch Bäcker.",
                "Von ihm hat sie das Backen gelernt.",
                "In Lindenau hat sie noch einmal gelernt.",
                "Jetzt ist sie Bäcker-Meisterin.",
            ],
        ),
        (
            "fact_box",
            {
                "title": "Was ist eine Meisterin?",
                "text": [
                    "Eine Meisterin hat eine schwere Prüfung gemacht.",
                    "Sie darf einen eigenen Laden haben.",
                    "Sie darf andere Menschen ausbilden.",
                ],
            },
        ),
        ("heading", "Was macht sie in der Nacht?"),
        (
            "list",
            {
                "style": "number",
                "items": [
                    "Um 3 Uhr macht sie den Teig.",
                    "Um halb 5 Uhr macht sie die Brezeln.",
                    "Danach backt sie Fladen-Brot.",
                    "Um 10 Minuten nach 6 Uhr macht sie den Laden auf.",
                ],
            },
        ),
        ("heading", "Wer kauft bei ihr?"),
        (
            "paragraph",
            [
                "Am Anfang kaufte fast keiner das Fladen-Brot.",
                "Heute backt sie am Freitag 80 Fladen-Brote.",
                "Alle werden verkauft.",
                "Der Laden ist in der Färber-Gasse 8.",
                "Er ist offen von Dienstag bis Samstag.",
            ],
        ),
    ],
}

BECKEN = {
    "title": "Frauen lernen schwimmen",
    "kicker": "Sport",
    "standfirst": "Am Dienstag ist das Becken nur für Frauen. 40 Frauen lernen dort schwimmen.",
    "lead_alt": "Fünf Frauen lachen im Wasser. Sie haben bunte Bade-Kappen.",
    "lead_caption": "Am Dienstag ist es im Becken oft lustig.",
    "body": [
        ("heading", "Wer schwimmt dort?"),
        (
            "paragraph",
            [
                "Die Frauen kommen aus 11 Ländern.",
                "Frau Schuster ist 71 Jahre alt.",
                "Als Kind durfte sie nicht schwimmen.",
                "Frau Öz wohnte als Kind am Meer.",
                "Auch sie durfte nicht ins Wasser.",
                "Jetzt lernen beide zusammen.",
            ],
        ),
        ("heading", "Was ziehen die Frauen an?"),
        ("paragraph", ["Manche Frauen tragen einen Bikini.", "Manche Frauen tragen einen Burkini.", "Beides ist erlaubt."]),
        (
            "fact_box",
            {
                "title": "Was ist ein Burkini?",
                "text": ["Ein Burkini ist ein Bade-Anzug.", "Er bedeckt den Körper und die Haare."],
            },
        ),
        ("heading", "Wie lernen die Frauen?"),
        (
            "paragraph",
            [
                "Zuerst sitzen sie auf der Stufe.",
                "Dann halten sie sich am Rand fest.",
                "Dann lassen sie los.",
                "Dann klatschen alle.",
                "Im Sommer machen sie eine Prüfung.",
            ],
        ),
        ("heading", "Möchten Sie auch schwimmen?"),
        (
            "list",
            [
                "Der Kurs ist am Dienstag von 20 Uhr bis halb 10 Uhr.",
                "Er kostet 2 Euro.",
                "Das Stadt-Bad ist in der Wehr-Straße 14.",
                "Rufen Sie an: 089 99998-177",
            ],
        ),
    ],
}

MITMACHEN = {
    "title": "Mitmachen",
    "standfirst": "Hier steht: So können Sie uns helfen.",
    "search_description": "Hier steht: So können Sie beim Integrations-Rat mitmachen.",
    "body": [
        ("heading", "Plakate: Wir sind Lindenau"),
        (
            "paragraph",
            [
                "Schicken Sie uns 1 Satz und 1 Foto.",
                "Sie sehen das Plakat zuerst.",
                "Sie sagen Ja oder Nein.",
                "Sie dürfen auch später noch Nein sagen.",
            ],
        ),
        ("heading", "Anderen Menschen helfen"),
        (
            "paragraph",
            [
                "Manche Menschen sind neu in der Stadt.",
                "Sie brauchen Hilfe beim Amt oder beim Arzt.",
                "Lotsinnen und Lotsen gehen mit.",
                "Das können Sie auch lernen.",
                "Der Kurs ist an 4 Abenden.",
                "Er kostet nichts.",
            ],
        ),
        (
            "contact_card",
            {
                "name": "Ines Kaltwasser",
                "role": "Sie hilft Ihnen.",
                "address": "Rathaus, Zimmer 12, Am Fischmarkt 1, 09999 Lindenau",
                "hours": "Montag bis Donnerstag, von 9 Uhr bis 16 Uhr",
                "phone": "089 99998-120",
                "email": "integrationsrat@lindenau.example",
            },
        ),
    ],
}

DATENSCHUTZ = {
    "title": "Daten-Schutz",
    "standfirst": "Daten sind zum Beispiel: Ihr Name oder Ihre E-Mail-Adresse. Wir passen auf Ihre Daten auf.",
    "search_description": "Hier steht: Das machen wir mit Ihren Daten.",
    "body": [
        ("heading", "Sie lesen unsere Seiten"),
        ("paragraph", ["Wir beobachten Sie nicht.", "Wir geben keine Daten weiter."]),
        ("heading", "Sie bekommen unsere Post per E-Mail"),
        (
            "paragraph",
            [
                "Dann speichern wir Ihre E-Mail-Adresse.",
                "Wir speichern auch Ihre Sprache.",
                "Sie können die Post immer abbestellen.",
                "Dafür ist ein Link in jeder E-Mail.",
                "Dann löschen wir Ihre E-Mail-Adresse.",
            ],
        ),
        ("heading", "Haben Sie Fragen?"),
        (
            "paragraph",
            [
                "Schreiben Sie an: datenschutz@lindenau.example",
                "Sie dürfen fragen: Was wissen Sie über mich?",
                "Sie dürfen sagen: Löschen Sie meine Daten.",
            ],
        ),
    ],
}

BARRIEREFREIHEIT = {
    "title": "Seiten für alle Menschen",
    "standfirst": "Alle Menschen sollen unsere Seiten benutzen können. Das heißt: Barriere-Freiheit.",
    "search_description": "Hier steht: So barriere-frei sind unsere Seiten.",
    "body": [
        ("heading", "Was gibt es in Leichter Sprache?"),
        (
            "paragraph",
            ["Die wichtigsten Seiten gibt es in Leichter Sprache.", "Aus der Zeitung gibt es 4 Texte in Leichter Sprache."],
        ),
        ("heading", "So finden Sie sich zurecht"),
        (
            "list",
            [
                "Oben ist das Menü. Dort finden Sie alle Seiten.",
                "Oben können Sie auch die Sprache wechseln.",
                "Unten steht unsere Adresse.",
            ],
        ),
        ("heading", "Was geht noch nicht?"),
        ("paragraph", ["Die Filme haben noch keine Gebärden-Sprache.", "Daran arbeiten wir."]),
        ("heading", "Können Sie etwas nicht benutzen?"),
        (
            "paragraph",
            [
                "Bitte sagen Sie es uns.",
                "Rufen Sie an: 089 99998-120",
                "Oder schreiben Sie: integrationsrat@lindenau.example",
                "Wir antworten in 2 Wochen.",
            ],
        ),
    ],
}

# By the slug of the German page, in the order of the tree.
LEITBILD = {
    "title": "Unser Leit-Bild",
    "standfirst": "Ein Leit-Bild sagt: So wollen wir in der Stadt zusammen leben.",
    "body": [
        ("heading", "Unsere 7 Sätze"),
        ("paragraph", ["Wer hier wohnt, gehört dazu.", "Das gilt vom ersten Tag an."]),
        ("paragraph", ["Wir lernen Deutsch.", "Und die Stadt schreibt so, dass alle es verstehen."]),
        ("paragraph", ["Kinder müssen nicht übersetzen.", "Nicht beim Arzt.", "Nicht in der Schule.", "Nicht auf dem Amt."]),
        ("paragraph", ["Jeder Mensch soll die passende Arbeit finden.", "Zeugnisse aus anderen Ländern zählen auch."]),
        ("paragraph", ["Jeder Mensch darf glauben, was er möchte.", "Niemand muss etwas glauben."]),
        ("paragraph", ["Wir dürfen streiten.", "Aber niemand darf einen anderen Menschen beleidigen.", "Gewalt ist verboten."]),
        ("paragraph", ["Wir prüfen das alle 2 Jahre.", "Dann sagen wir allen, was wir geschafft haben."]),
        ("heading", "Wer hat das Leit-Bild gemacht?"),
        ("paragraph", ["340 Menschen aus Lindenau haben mit-gemacht.", "Der Stadt-Rat war dafür."]),
    ],
}

PAGES = {
    "lindenau": {**HOME, "voices": VOICES},
    "leitbild": LEITBILD,
    "mitmachen": MITMACHEN,
    "datenschutz": DATENSCHUTZ,
    "barrierefreiheit": BARRIEREFREIHEIT,
    "vielfalt": PUBLICATION,
    "nr-24": {**EDITION, "events": EVENTS, "back_page": BACK_PAGE},
    "elf-gaerten-ein-wasserhahn": GAERTEN,
    "vierzehnmal-willkommen": WILLKOMMEN,
    "nachtschicht-am-ofen": OFEN,
    "dienstags-gehoert-das-becken-uns": BECKEN,
}

"""Three flyers: the seminar on the market square, the council's profile with its eleven goals, the state's course for councils.

Panels are dictionaries: place, title, line below, colour, shape, and content like any body. People and organisations by key.
"""

ORGANISATIONS = [
    {
        "key": "integrationsrat",
        "name": "Integrationsrat Lindenau",
        "kind": "administration",
        "helps_with": "Fragen, Ideen, Beschwerden",
        "address": "Rathaus, Zimmer 12, Am Fischmarkt 1",
        "phone": "089 99998-120",
        "email": "integrationsrat@lindenau.example",
        "languages": "de,tr,ar",
        "week": [[["09:00", "16:00"]]] * 4 + [[]] * 3,
        "logo": "linde",
    },
    {
        "key": "landesverband",
        "name": "Landesverband der Integrationsräte",
        "kind": "association",
        "address": "Torstraße 9, 09990 Hallburg",
        "phone": "089 99990-310",
        "email": "kurse@landesverband.example",
        "url": "https://landesverband.example/",
        "logo": "verband",
    },
    {
        "key": "ministerium",
        "name": "Ministerium für Zusammenleben",
        "kind": "funder",
        "url": "https://zusammenleben.example/",
        "logo": "land",
    },
    {
        "key": "staedtebund",
        "name": "Städtebund",
        "kind": "association",
        "url": "https://staedtebund.example/",
        "logo": "staedte",
    },
    {
        "key": "akademie",
        "name": "Akademie am Wehr",
        "kind": "education",
        "helps_with": "Grundlagen, ganzes Land",
        "address": "Wehrstraße 4, 09991 Lindenau",
        "phone": "089 99991-44",
        "email": "anmeldung@akademie-wehr.example",
        "logo": "wehr",
    },
    {
        "key": "volkshochschule",
        "name": "Volkshochschule Hallburg",
        "kind": "education",
        "helps_with": "Grundlagen, auch abends",
        "address": "Kaiplatz 2, 09990 Hallburg",
        "phone": "089 99990-88",
        "email": "rat@vhs-hallburg.example",
        "logo": "vhs",
    },
    {
        "key": "werkbank",
        "name": "Werkbank Demokratie e. V.",
        "kind": "association",
        "helps_with": "Aufbau, vor Ort bei Ihnen",
        "address": "Schmiedgasse 11, 09993 Oberbruck",
        "phone": "089 99993-15",
        "email": "werkbank@demokratie.example",
        "logo": "werkbank",
    },
]

# name, function, organisation, portrait; the greeting name only where it differs
PEOPLE = [
    {
        "key": "katrin",
        "name": "Katrin Ohlmüller",
        "function": "Bürgermeisterin der Stadt Lindenau an der Pegnach",
        "alt": "Gezeichnetes Porträt: Katrin Ohlmüller mit braunem Haar und roter Jacke, lachend",
        "signature": "unterschrift",
    },
    {
        "key": "jaspal",
        "name": "Jaspal Gill",
        "function": "Vorsitzender des Integrationsrats",
        "organisation": "integrationsrat",
        "alt": "Gezeichnetes Porträt: Jaspal Gill mit rotem Turban und Brille",
    },
    {
        "key": "ines",
        "name": "Ines Kaltwasser",
        "function": "Geschäftsstelle des Integrationsrats",
        "organisation": "integrationsrat",
        "phone": "089 99998-121",
        "email": "ines.kaltwasser@lindenau.example",
        "alt": "Gezeichnetes Porträt: Ines Kaltwasser mit roter Brille",
    },
    {
        "key": "silvana",
        "name": "Silvana Petrović",
        "greeting_name": "Dr. Silvana Petrović",
        "function": "Staatssekretärin im Ministerium für Zusammenleben",
        "organisation": "ministerium",
        "alt": "Gezeichnetes Porträt: Dr. Silvana Petrović mit Dutt und runder Brille",
    },
    {
        "key": "kwame",
        "name": "Kwame Boateng",
        "function": "Vorsitzender des Landesverbands der Integrationsräte",
        "organisation": "landesverband",
        "alt": "Gezeichnetes Porträt: Kwame Boateng mit grauem Bart und kariertem Hemd",
    },
    {
        "key": "gerda",
        "name": "Gerda Wiesenthal",
        "function": "Geschäftsführerin des Städtebunds",
        "organisation": "staedtebund",
        "alt": "Gezeichnetes Porträt: Gerda Wiesenthal mit weißem Haar und violetter Brille",
    },
    {
        "key": "anjali",
        "name": "Dr. Anjali Seidel-Rao",
        "function": "Stadtsoziologin",
        "alt": "Gezeichnetes Porträt: Anjali Seidel-Rao mit schwarzem Zopf",
    },
    {
        "key": "tomasz",
        "name": "Tomasz Zieliński",
        "function": "Bauamt Lindenau",
        "alt": "Gezeichnetes Porträt: Tomasz Zieliński mit rotblondem Bart",
    },
    {
        "key": "meryem",
        "name": "Meryem Öztürk",
        "function": "Jugendhaus Wehrstraße",
        "alt": "Gezeichnetes Porträt: Meryem Öztürk mit blauem Kopftuch",
    },
    {
        "key": "luise",
        "name": "Luise Bergmann",
        "function": "Seniorenbeirat",
        "alt": "Gezeichnetes Porträt: Luise Bergmann mit grauem Haar und roter Brille",
    },
]

SEMINAR = {
    "title": "Wem gehört der Marktplatz?",
    "slug": "flyer-marktplatz",
    "standfirst": "Ein Tag über Bänke, Bälle und alle, die hier zu Hause sind: Seminar des Integrationsrats am 17. April 2027.",
    "fold": "flyer-6-wrap",
    "look": "colour",
    "cover": {
        "claim": "Wem\ngehört der\nMarktplatz?",
        "subtitle": "Ein Tag über Bänke, Bälle\nund alle, die hier zu Hause sind",
        "facts": "Samstag, 17. April 2027\n9.30 bis 16 Uhr, Ratssaal",
        "image": "werkstatt",
        "alt": "Zeichnung: Drei Menschen sitzen an einem Tisch und reden, über ihnen zwei große Sprechblasen.",
        "ground": "petrol",
    },
    "panels": [
        {
            "place": "flap",
            "ground": "sun",
            "shape": "rise",
            "content": [
                (
                    "points",
                    {
                        "title": "Darum geht es",
                        "points": [
                            "Wer sitzt auf dem Markt, und wer eilt nur durch?",
                            "Wo spielen Kinder, wenn dienstags Markt ist?",
                            "Warum sehen die Bänke den Brunnen nicht?",
                        ],
                    },
                ),
                (
                    "paragraph",
                    "Die Stadt baut den Marktplatz um, und wir wollen vorher hinschauen: mit Menschen, die dort handeln, warten, kicken, flirten und Tauben füttern. Einen Tag lang, ohne Podium, mit Klemmbrett und Klappstuhl.",
                ),
                (
                    "fact_box",
                    {"title": "Kommen Sie dazu.", "text": "Sie brauchen kein Vorwissen. Nur feste Schuhe und eine Meinung."},
                ),
            ],
        },
        {
            "place": "back",
            "title": "So sind Sie dabei",
            "ground": "paper",
            "content": [
                (
                    "fact_box",
                    {
                        "title": "Anmelden bis 9. April",
                        "text": ["lindenau.example/markt", "Telefon 089 99998-120", "oder im Rathaus, Zimmer 12"],
                        "facts": [
                            ("Kosten", "keine, das Mittagessen auch nicht"),
                            ("Sprachen", "Deutsch, mit Dolmetschern für Arabisch, Türkisch und Ukrainisch. Bitte vorher sagen."),
                            ("Ohne Stufen", "Aufzug am Hof, Hörschleife im Saal, Kinderbetreuung ab drei Jahren"),
                        ],
                    },
                ),
                ("code", {"words": "Scannen,\nNamen eintippen,\nfertig."}),
                (
                    "legal_notice",
                    {
                        "design": "Büro Papierschnitt",
                        "pictures": "Jonne Reith",
                        "print_run": 1200,
                        "note": "Auf Recyclingpapier. Gefördert aus dem Programm „Plätze für alle“.",
                    },
                ),
            ],
        },
        {
            "place": "inside-1",
            "title": "Ein Platz ist ein Versprechen",
            "ground": "sand",
            "shape": "pair",
            "content": [
                (
                    "paragraph",
                    [
                        "Wenn am Samstag um sechs die Stände aufgebaut werden, hört man auf dem Lindenauer Markt neun Sprachen, noch ehe der erste Kaffee verkauft ist. Um zwei ist alles leer, dann gehört der Platz den Autos.",
                        "Im Herbst beschließt der Stadtrat, wie der Markt nach dem Umbau aussehen soll. Pläne gibt es drei. Gefragt wurden bisher Fachleute. Wir fragen die, die jeden Tag darüber laufen.",
                        "Was am Nachmittag auf den Tischen liegt, bringen wir in die Sitzung: als Liste, als Modell aus Pappe und notfalls als Bank.",
                    ],
                ),
                (
                    "pull_quote",
                    {
                        "text": "Eine Bank kostet 900 Euro. Ein Platz ohne Bank kostet Freundschaften.",
                        "who": "Schülerin, 15",
                        "role": "bei der ersten Begehung",
                    },
                ),
            ],
        },
        {
            "place": "inside-2",
            "title": "Der Tag",
            "subtitle": "Samstag, 17. April, Ratssaal, 1. Stock",
            "ground": "petrol",
            "shape": "spot",
            "content": [
                (
                    "timetable",
                    {
                        "title": "",
                        "rows": [
                            ("9.30", "Ankommen", "", "Kaffee, Tee, Sesamkringel"),
                            ("10.00", "Begrüßung", "Jaspal Gill", "Vorsitzender"),
                            ("10.15", "Bänke, Blicke, Bälle: wie Plätze einladen", "Dr. Anjali Seidel-Rao", "Stadtsoziologin"),
                            ("11.15", "Rundgang mit Klemmbrett: was unter dem Pflaster liegt", "Tomasz Zieliński", "Bauamt"),
                            ("12.30", "Lange Tafel", "", "Auf dem Markt, bei Regen im Hof"),
                            (
                                "13.30",
                                "Drei Werkstätten: Spielen, Sitzen, Handeln",
                                "Meryem Öztürk, Luise Bergmann",
                                "und die Marktleute",
                            ),
                            ("15.15", "Was wir dem Stadtrat sagen", "", "Zehn Sätze, gemeinsam geschrieben"),
                            ("16.00", "Ende", "", "Wer mag, bleibt zum Abbauen und Singen"),
                        ],
                    },
                )
            ],
        },
        {
            "place": "inside-3",
            "title": "Mit dabei",
            "ground": "paper",
            "content": [
                (
                    "people",
                    [
                        ("anjali", "zählt, wer wo\nwie lange stehen bleibt"),
                        ("tomasz", "kennt jede Leitung\nund jede Linde"),
                        ("meryem", "hat das Tor\naufs Pflaster gemalt"),
                        ("luise", "sitzt seit 1974\nam liebsten am Brunnen"),
                    ],
                )
            ],
        },
    ],
}

PROFILE = {
    "title": "Elf Ziele, ein Rathaus",
    "slug": "flyer-profil",
    "standfirst": "Wer im Integrationsrat sitzt, was er will und wann er tagt: das Profil des Rates in elf Zielen.",
    "fold": "flyer-4-a5",
    "look": "list",
    "cover": {
        "claim": "Elf Ziele,\nein Rathaus.",
        "subtitle": "Wer wir sind, was wir wollen und wann Sie uns dabei zuschauen können",
        "facts": "Der Integrationsrat 2025 bis 2031",
        "image": "rathaus",
        "alt": "Zeichnung: das Rathaus mit dem Willkommensschild in vielen Sprachen",
        "ground": "petrol",
    },
    "panels": [
        {
            "place": "inside-1",
            "title": "Wer wir sind",
            "ground": "sun",
            "content": [
                (
                    "paragraph",
                    "Der Integrationsrat vertritt alle, die mit einer anderen Sprache oder einem anderen Pass nach Lindenau gekommen sind, und ihre Kinder. Er berät den Stadtrat und stellt eigene Anträge.",
                ),
                (
                    "fact_box",
                    {
                        "title": "So ist er zusammengesetzt",
                        "text": "",
                        "facts": [
                            ("Gewählt", "Zwölf Mitglieder, direkt gewählt von 4 310 Wahlberechtigten"),
                            ("Entsandt", "Sechs Mitglieder aus dem Stadtrat, eines aus jeder Fraktion"),
                            ("Listen", "Vielfalt Lindenau, Südstadt gemeinsam, Frauen mischen mit, Einzelbewerbungen"),
                            ("Vorsitz", "Jaspal Gill, Stellvertretung: Mehmet Aydın"),
                            ("Beratend", "Jugendparlament, Seniorenbeirat, Verwaltung"),
                        ],
                    },
                ),
                (
                    "pull_quote",
                    {
                        "text": "Wir sitzen nicht am Rand des Tisches. Wir haben einen Stuhl mitgebracht.",
                        "who": "Jaspal Gill",
                        "role": "Vorsitzender",
                    },
                ),
            ],
        },
        {
            "place": "back",
            "title": "Kommen Sie vorbei",
            "ground": "petrol",
            "content": [
                (
                    "fact_box",
                    {
                        "title": "Die Sitzungen sind öffentlich",
                        "text": "",
                        "facts": [
                            ("Wann", "Jeden zweiten Dienstag im Monat um 18 Uhr, außer im August"),
                            ("Wo", "Ratssaal, 1. Stock, Aufzug am Hof"),
                            ("Tagesordnung", "Eine Woche vorher am Rathaus und unter lindenau.example/rat"),
                            ("Sprachen", "Wir dolmetschen, wenn Sie es drei Tage vorher sagen"),
                            ("Rederecht", "Am Anfang jeder Sitzung gehört Ihnen eine Viertelstunde"),
                        ],
                    },
                ),
                ("contacts", {"title": "", "organisations": ["integrationsrat"]}),
                ("code", {"words": "Anträge, Protokolle\nund die nächsten Termine"}),
                ("legal_notice", {"design": "Büro Papierschnitt", "pictures": "Jonne Reith", "print_run": 3000}),
            ],
        },
        {
            "place": "inside-2",
            "title": "Was wir wollen",
            "ground": "leaf",
            "content": [
                (
                    "goals",
                    {
                        "goals": [
                            (
                                "Mitreden",
                                "Wer hier lebt, entscheidet mit. Wir wollen das Wahlrecht in der Stadt für alle, die länger als fünf Jahre hier sind.",
                            ),
                            (
                                "Deutsch lernen",
                                "Kurse am Vormittag, am Abend und mit Kinderbetreuung. Niemand wartet länger als acht Wochen.",
                            ),
                            (
                                "Muttersprache",
                                "Jedes Kind darf stolz sein auf beide Sprachen. Wir fordern Unterricht in sechs davon.",
                            ),
                            ("Schule", "Elterngespräche mit Dolmetscherin. Ein Zeugnis darf nie am falschen Formular hängen."),
                            ("Arbeit", "Abschlüsse schneller anerkennen. Die Stadt geht voran und stellt ein, wer es kann."),
                            ("Wohnen", "Kein Name ist ein Grund für eine Absage. Wir begleiten zu Besichtigungen."),
                            (
                                "Gesundheit",
                                "Eine Ärztin muss verstehen, wo es weh tut. Sprachmittler in jede Praxis, die sie braucht.",
                            ),
                            ("Ämter", "Briefe, die man versteht. Jedes Formular gibt es in Leichter Sprache."),
                            (
                                "Sicherheit",
                                "Wer beleidigt oder angegriffen wird, bekommt Hilfe. Die Meldestelle im Rathaus hört zu, auch anonym.",
                            ),
                            ("Alter", "Pflege, die fragt, was jemand isst, betet und singt. Ein Grabfeld für jede Religion."),
                            (
                                "Feste",
                                "Fünf Neujahre im Jahr sind ein Reichtum. Der interkulturelle Kalender hängt in jeder Schule.",
                            ),
                        ],
                    },
                ),
            ],
        },
    ],
}

STATE = {
    "title": "Kompetenz im Rat",
    "slug": "flyer-kompetenz-im-rat",
    "standfirst": "Eine Qualifizierungsreihe des Landes für Mitglieder der Integrationsräte: zwei Module, drei Anbieter, kein Beitrag.",
    "fold": "flyer-6-wrap",
    "look": "colour",
    "cover": {
        "claim": "Kompetenz\nim Rat",
        "subtitle": "Die Qualifizierungsreihe für Mitglieder der Integrationsräte im ganzen Land",
        "facts": "Zwei Module, kostenfrei\nJanuar bis November 2027",
        "image": "sprechstunde",
        "alt": "Zeichnung: Zwei Menschen lesen gemeinsam einen Brief.",
        "ground": "plum",
        "sender": "Landesverband der Integrationsräte",
    },
    "panels": [
        {
            "place": "flap",
            "title": "Drei Anbieter",
            "subtitle": "Rufen Sie dort an, wo Sie lernen möchten.",
            "ground": "sand",
            "content": [
                ("contacts", {"title": "", "organisations": ["akademie", "volkshochschule", "werkbank"]}),
                (
                    "paragraph",
                    "Alle Kurse gibt es auch am Wochenende. Fahrt und Kinderbetreuung zahlt das Land, Dolmetscher bestellen wir für Sie.",
                ),
            ],
        },
        {
            "place": "back",
            "title": "Wer dahinter steht",
            "ground": "paper",
            "content": [
                (
                    "paragraph",
                    "Die Reihe entstand, weil Räte danach gefragt haben. Der Landesverband plant sie, das Ministerium bezahlt sie, der Städtebund öffnet die Türen der Rathäuser.",
                ),
                ("contacts", {"title": "Fragen zur Reihe", "organisations": ["landesverband"]}),
                (
                    "partners",
                    {"label": "Gemeinsam getragen von", "organisations": ["ministerium", "landesverband", "staedtebund"]},
                ),
                (
                    "legal_notice",
                    {
                        "publisher": "Landesverband der Integrationsräte, Torstraße 9, 09990 Hallburg",
                        "responsible": "Kwame Boateng",
                        "design": "Büro Papierschnitt",
                        "pictures": "Jonne Reith",
                        "printer": "Druckerei Pegnachtal",
                        "print_run": 8000,
                        "note": "Gefördert vom Ministerium für Zusammenleben.",
                    },
                ),
            ],
        },
        {
            "place": "inside-1",
            "title": "Willkommen",
            "ground": "sun",
            "content": [
                (
                    "greeting",
                    {
                        "text": "Ein Mandat bekommt man geschenkt, das Handwerk nicht. Wer gewählt ist, soll wissen, wie ein Haushalt gelesen wird.",
                        "person": "silvana",
                    },
                ),
                (
                    "greeting",
                    {
                        "text": "In meinem ersten Antrag standen drei Fehler und eine gute Idee. Hier lernen Sie, die Fehler vorher zu finden.",
                        "person": "kwame",
                    },
                ),
                (
                    "greeting",
                    {
                        "text": "Rathäuser haben viele Türen. Diese Reihe zeigt, welche offen sind und an welche man zweimal klopfen muss.",
                        "person": "gerda",
                    },
                ),
            ],
        },
        {
            "place": "inside-2",
            "title": "Modul 1: Grundlagen",
            "subtitle": "Zwei Tage, für alle, die neu gewählt sind",
            "ground": "plum",
            "shape": "spot",
            "content": [
                (
                    "points",
                    {
                        "title": "Fragen, die wir klären",
                        "points": [
                            "Was darf ein Integrationsrat, was muss er?",
                            "Wie wird aus Ärger ein Antrag?",
                            "Wer liest den Haushalt, und von welcher Seite?",
                            "Wie rede ich drei Minuten frei?",
                        ],
                    },
                ),
                (
                    "list",
                    [
                        "Gemeindeordnung ohne Fußnoten",
                        "Eine Sitzung durchspielen, mit Geschäftsordnung",
                        "Einen Antrag schreiben und verteidigen",
                        "Besuch in einem Rat in der Nachbarschaft",
                    ],
                ),
            ],
        },
        {
            "place": "inside-3",
            "title": "Modul 2: Aufbau",
            "subtitle": "Drei Abende, für Erfahrene und Vorsitzende",
            "ground": "petrol",
            "content": [
                (
                    "points",
                    {
                        "title": "Fragen, die wir klären",
                        "points": [
                            "Wie leitet man eine Sitzung, in der gestritten wird?",
                            "Wie kommt ein Thema in die Zeitung?",
                            "Wie findet man Verbündete in anderen Fraktionen?",
                        ],
                    },
                ),
                (
                    "list",
                    [
                        "Moderieren und Mehrheiten bauen",
                        "Pressearbeit mit einer Redakteurin",
                        "Fördermittel finden und abrechnen",
                    ],
                ),
                ("code", {"words": "Termine und\nAnmeldung"}),
            ],
        },
    ],
}

FLYERS = [SEMINAR, PROFILE, STATE]

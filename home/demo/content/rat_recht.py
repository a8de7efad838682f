"""Edition 24, section “Rat & Recht”."""

import datetime

WILLKOMMEN = {
    "title": "Vierzehnmal Willkommen",
    "slug": "vierzehnmal-willkommen",
    "section": "Rat & Recht",
    "front": "teaser",
    "kicker": "Rathaus",
    "standfirst": "Bisher stand am Eingang „Bürgerservice, Nebenstelle B“. Ab Advent steht dort ein Gruß, und zwar in jeder Sprache, die im Haus gesprochen wird.",
    "byline": "Ines Kaltwasser",
    "lead_image": "rathaus",
    "lead_alt": "Zeichnung: Vier Menschen stehen vor dem weißen Rathaus mit Uhrturm, über den Fenstern schweben bunte Sprechblasen.",
    "lead_caption": "Zwölf Schrauben, vierzehn Sprachen: So klingt das Rathaus, wenn alle gleichzeitig grüßen.",
    "body": [
        (
            "paragraph",
            [
                "Hausmeister Gerhard Knorr hat gemessen. Zwei Meter vierzig breit ist das Feld neben der Drehtür, achtzig Zentimeter hoch. „Da geht Willkommen siebenmal drauf“, hat er im Frühjahr gesagt, „oder viermal in schön.“ Jetzt wird es vierzehnmal, in schön, und dafür hat Knorr die Garderobe versetzt.",
                "Der Vorschlag kam von der Pforte. Dort sitzt Leyla Arslan, und sie führt eine Strichliste. Im Januar fragten 212 Menschen nach dem Weg, 161 davon standen bereits richtig. „Bürgerservice, Nebenstelle B“, sagt Arslan, „das klingt wie ein Ort, an dem man Ärger bekommt.“",
            ],
        ),
        ("heading", "Nur Sprachen, die jemand spricht"),
        (
            "paragraph",
            [
                "Der Integrationsrat stellte eine Bedingung: Auf das Schild kommt nur, was im Haus auch jemand beantworten kann. Also ging im Juni ein Zettel durch alle Büros. Heraus kamen vierzehn Sprachen, darunter drei, von denen niemand wusste. Im Steueramt spricht ein Kollege Tigrinya, im Standesamt eine Kollegin Gebärdensprache, und der Kämmerer kann Isländisch, er hat es bisher für nutzlos gehalten.",
            ],
        ),
        (
            "pull_quote",
            {
                "text": "Wer vor dem richtigen Schild steht und trotzdem fragt, hat kein Problem mit dem Schild. Das Schild hat eins.",
                "who": "Leyla Arslan",
                "role": "Pforte im Rathaus",
            },
        ),
        (
            "paragraph",
            [
                "Gestritten wurde über die Reihenfolge. Alphabetisch? Nach Zahl der Sprecherinnen? Am Ende entschied das Los. Gezogen hat die dreijährige Tochter der Bürgermeisterin, und zwar zuerst Vietnamesisch. Isländisch steht an letzter Stelle, der Kämmerer hat es mit Fassung getragen.",
                "Die Kosten: 1 940 Euro für Schild, Schrift und Montage, dazu 60 Euro für Kuchen. Am ersten Advent um elf wird es enthüllt. Danach, sagt Knorr, könne man auch gleich den Briefkasten beschriften. Der heißt bisher „Posteinlauf“.",
            ],
        ),
        (
            "fact_box",
            {
                "title": "Wer hilft mir im Rathaus?",
                "text": "Fragen Sie an der Pforte nach Ihrer Sprache. Wenn jemand im Haus sie spricht, kommt er oder sie herunter.",
                "facts": [
                    ("Wann", "Montag bis Freitag 8 bis 12 Uhr, Donnerstag auch 14 bis 18 Uhr"),
                    ("Wo", "Am Fischmarkt 1, Eingang ohne Stufen an der Hofseite"),
                ],
            },
        ),
    ],
}

BESCHLUESSE = {
    "title": "Was der Rat beschlossen hat",
    "slug": "was-der-rat-beschlossen-hat",
    "section": "Rat & Recht",
    "kicker": "Beschlüsse",
    "standfirst": "1 200 Euro für einen Wasseranschluss und fünf weitere Entscheidungen seit dem Sommer, in einer Tabelle und ohne Amtsdeutsch.",
    "byline": "Mehmet Aydın",
    "lead_image": "tour",
    "lead_alt": "Zeichnung: Ein Marktstand mit rot-weißem Dach, daran zwei Frauen mit Faltblättern, davor ein Kind, eine Radfahrerin und eine ältere Frau.",
    "lead_caption": "Viele Anträge beginnen am Infostand. Der mit dem Wasserhahn zum Beispiel.",
    "body": [
        (
            "paragraph",
            [
                "Dreimal hat der Integrationsrat seit Juli getagt, das erste Mal bei 34 Grad und offenen Fenstern. Deshalb steht im Protokoll, dass eine Wortmeldung wegen Glockenläutens wiederholt wurde. Beschlossen wurde trotzdem:",
            ],
        ),
        (
            "table",
            {
                "caption": "Beschlüsse von Juli bis Oktober 2026",
                "columns": ["Worum es ging", "Geld", "Ja : Nein"],
                "rows": [
                    ["Zweiter Wasseranschluss in der Kolonie am Bahndamm", "1 200 €", "13 : 0"],
                    ["Willkommensschild am Rathaus", "2 000 €", "12 : 1"],
                    ["Dolmetschen bei Elternabenden, ein Schuljahr", "3 600 €", "11 : 2"],
                    ["Eigene Schwimmzeit für Frauen bis Juli 2027", "2 880 €", "9 : 4"],
                    ["Sitzungen mit Gebärdensprache", "1 500 €", "13 : 0"],
                    ["Zuschuss für einen Bierwagen beim Stadtfest", "0 €", "2 : 11"],
                ],
            },
        ),
        (
            "paragraph",
            [
                "Am längsten dauerte die Schwimmzeit, fast zwei Stunden. Dagegen sprach, dass ein Bad allen gehört. Dafür sprach, dass vierzig Frauen sonst gar nicht kämen. Den Ausschlag gab der Bademeister: Dienstags von acht bis halb zehn, sagte er, sei das Lehrbecken seit Jahren leer.",
                "Alle Beschlüsse stehen im Wortlaut in den Protokollen. Sie liegen in Zimmer 12 aus und werden auf Wunsch vorgelesen.",
            ],
        ),
        ("continues_online", "Mehr über den Rat: wer dort sitzt und wie ein Antrag entsteht"),
        (
            "page_teaser",
            {"page": "ueber-den-rat", "text": "Wer im Rat sitzt, wann er tagt und wie Ihre Frage auf die Tagesordnung kommt."},
        ),
    ],
}

WAHL = {
    "title": "Darf ich wählen?",
    "slug": "darf-ich-waehlen",
    "section": "Rat & Recht",
    "kicker": "Wahl im März",
    "standfirst": "Am 14. März wird der Integrationsrat neu gewählt. Wer mitwählen darf, wer kandidieren kann und warum der Brief gelb ist: sieben Antworten.",
    "byline": "Mehmet Aydın",
    "lead_image": "wahl",
    "lead_alt": "Zeichnung: Eine junge Frau mit Zöpfen wirft einen Brief in eine Wahlurne, ein Mann mit gelber Mütze hält seinen bereit.",
    "lead_caption": "Der echte Brief ist gelb, damit er nicht bei der Werbung landet. Die Idee hatte die Post.",
    "body": [
        (
            "interview",
            {
                "title": "Sieben Fragen, sieben Antworten",
                "intro": "Es antwortet das Wahlamt der Stadt, Zimmer 4.",
                "questions": [
                    (
                        "Wer darf wählen?",
                        "Alle, die mindestens 16 Jahre alt sind, seit drei Monaten in Lindenau wohnen und keinen deutschen Pass haben. Auch wer eingebürgert wurde oder zwei Pässe hat, darf wählen.",
                    ),
                    (
                        "Muss ich mich anmelden?",
                        "Meistens nicht. Wer eingebürgert ist, muss sich bis zum 19. Februar eintragen lassen, weil das Amt es sonst nicht weiß. Das dauert fünf Minuten.",
                    ),
                    (
                        "Was steht in dem gelben Brief?",
                        "Ihre Wahlbenachrichtigung. Sie kommt bis zum 12. Februar. Auf der Rückseite beantragen Sie die Briefwahl.",
                    ),
                    (
                        "Und wenn der Brief nicht kommt?",
                        "Dann gehen Sie mit Ausweis ins Rathaus, Zimmer 4. Wer auf der Liste steht, darf auch ohne Brief wählen.",
                    ),
                    (
                        "Wer darf kandidieren?",
                        "Alle ab 18, die seit einem Jahr hier gemeldet sind, mit jedem Pass, auch mit dem deutschen. Vorschläge brauchen zwanzig Unterschriften bis zum 11. Januar.",
                    ),
                    (
                        "Erfährt jemand, was ich gewählt habe?",
                        "Nein. Nicht das Amt, nicht die Ausländerbehörde, nicht Ihr Schwager.",
                    ),
                    (
                        "Was hat der Rat überhaupt zu sagen?",
                        "Er berät den Stadtrat bei allem, was Zugewanderte betrifft, und verteilt selbst 20 000 Euro im Jahr. Ohne ihn gäbe es weder die Schwimmzeit noch den zweiten Wasserhahn.",
                    ),
                ],
            },
        ),
        (
            "video",
            {
                "title": "Wählen in drei Minuten",
                "url": "https://film.lindenau.example/waehlen-in-drei-minuten",
                "image": "wahl",
                "alt": "Standbild: zwei Menschen mit Briefen an einer Wahlurne",
                "duration": "3:05",
                "transcript": "<p>Ein gelber Brief liegt im Kasten. Kofi Asante öffnet ihn und liest: Wahlbenachrichtigung. Er geht am Sonntag in die Schule am Gaswerk, zeigt seinen Ausweis, bekommt einen Stimmzettel und geht in die Kabine.</p><p>Er macht bis zu drei Kreuze. Dann faltet er den Zettel und wirft ihn in die Urne. Draußen verkauft die Klasse 8b Waffeln.</p>",
            },
        ),
        (
            "fact_box",
            {
                "title": "Die Termine",
                "facts": [
                    ("11. Januar", "letzter Tag für Wahlvorschläge, 18 Uhr"),
                    ("12. Februar", "bis dahin ist der gelbe Brief da"),
                    ("19. Februar", "letzter Tag zum Eintragen für Eingebürgerte"),
                    ("14. März", "Wahlsonntag, 8 bis 18 Uhr"),
                ],
            },
        ),
        (
            "contact_card",
            {
                "name": "Wahlamt der Stadt Lindenau",
                "role": "Fragen zur Wahl, Briefwahl, Eintragung",
                "address": "Rathaus, Zimmer 4, Am Fischmarkt 1, 09999 Lindenau",
                "hours": "Montag bis Freitag 8 bis 12 Uhr, Donnerstag auch 14 bis 18 Uhr",
                "phone": "089 99998-104",
                "email": "wahlamt@lindenau.example",
                "languages": "Deutsch, Englisch, Türkisch, Arabisch, Ukrainisch",
            },
        ),
    ],
}

BRIEFE = {
    "title": "Der Brief, der drei Wochen in der Schublade lag",
    "print_shape": "reserve",
    "slug": "der-brief-in-der-schublade",
    "section": "Rat & Recht",
    "kicker": "Sprechstunde",
    "standfirst": "Donnerstags um vier werden in Zimmer 12 Umschläge geöffnet. Meistens steht weniger drin, als man fürchtet.",
    "byline": "Ines Kaltwasser",
    "lead_image": "sprechstunde",
    "lead_alt": "Zeichnung: Ein Mann mit grauem Schnurrbart und eine Frau mit grünem Kopftuch lesen am Schreibtisch gemeinsam einen Brief.",
    "lead_caption": "Zuerst wird gelesen, dann geatmet, dann telefoniert.",
    "body": [
        (
            "paragraph",
            [
                "Der Umschlag war grau und hatte ein Fenster. Frau Nazari hatte ihn drei Wochen lang nicht geöffnet, weil graue Umschläge nach ihrer Erfahrung nichts Gutes bedeuten. Dann trug sie ihn ins Rathaus, Zimmer 12. Mehmet Aydın, der dort an diesem Donnerstag Sprechstunde hielt, schnitt ihn mit dem Brieföffner auf, las und fing an zu lachen. Frau Nazari bekam 214 Euro Heizkosten zurück.",
                "So geht es nicht immer aus. Von 340 Briefen im vergangenen Jahr enthielten 96 eine Frist, 41 eine Rechnung und 12 etwas, bei dem nur noch eine Anwältin half. „Aber schlimmer wird ein Brief nie dadurch, dass man ihn liest“, sagt Aydın. Er war dreißig Jahre lang Schriftsetzer und hat eine Regel aus der Druckerei mitgebracht: Erst zu Ende lesen, dann fluchen.",
            ],
        ),
        (
            "list",
            [
                "<b>Datum suchen.</b> Steht eine Frist darin? Die gilt, auch wenn man den Brief nicht versteht.",
                "<b>Umschlag aufheben.</b> Auf gelben Umschlägen steht, wann die Frist beginnt.",
                "<b>Nicht zahlen, nicht unterschreiben,</b> bevor jemand mitgelesen hat.",
            ],
        ),
        (
            "contact_card",
            {
                "name": "Sprechstunde des Integrationsrats",
                "role": "Briefe verstehen, die richtige Stelle finden",
                "address": "Rathaus, Zimmer 12, Am Fischmarkt 1, 09999 Lindenau",
                "hours": "Donnerstag 16 bis 18 Uhr, ohne Termin",
                "phone": "089 99998-120",
                "email": "integrationsrat@lindenau.example",
                "languages": "Deutsch, Türkisch, Rumänisch, Arabisch; andere nach Anruf",
            },
        ),
        (
            "event_teaser",
            {
                "title": "Sprechstunde: Briefe vom Amt verstehen",
                "date": datetime.date(2026, 12, 3),
                "time": "16 Uhr",
                "place": "Rathaus, Zimmer 12",
                "text": "Die letzte vor der Winterpause. Am 7. Januar geht es weiter.",
            },
        ),
    ],
}

ARTICLES = [WILLKOMMEN, BESCHLUESSE, WAHL, BRIEFE]

"""Four events of Lindenau: the open breakfast, a stop of the tour, a seminar with a timetable, the art night.

Times are blocks of the stream `times`, in the council's time zone. Speakers are (name, function).
"""

INDEX = {
    "title": "Termine",
    "slug": "termine",
    "standfirst": "Frühstücken, fragen, zuhören, mitmachen: Was der Integrationsrat und seine Freunde vorhaben.",
}

BREAKFAST = {
    "title": "Wer wird Lotse?",
    "slug": "offenes-fruehstueck",
    "kicker": "Offenes Frühstück",
    "colour": "poppy",
    "standfirst": "Es gibt Fladenbrot, Brezeln und sechs Sorten Tee. Und die Frage, ob Sie jemandem durch die ersten Monate in Lindenau helfen möchten.",
    "picture": "fruehstueck",
    "picture_alt": "Zeichnung von oben: Sechs Hände greifen nach Brot, Oliven und Teegläsern.",
    "kind": "meeting",
    "topic": "together",
    "overview": False,
    "times": [
        (
            "regularly",
            {
                "rhythm": "last",
                "weekdays": ["SU"],
                "first": "2026-11-29",
                "until": "2027-06-30",
                "start": "9:30",
                "end": "12:30",
            },
        ),
        ("change", {"date": "2026-12-27", "what": "cancelled", "words": "Zwischen den Jahren schlafen alle aus."}),
        ("change", {"date": "2027-03-28", "what": "moved", "new_date": "2027-04-04", "words": "Wegen Ostern eine Woche später."}),
    ],
    "time_note": "Sie können später kommen und früher gehen.",
    "place": "Alte Feuerwache, Schlauchturmsaal",
    "address": "Gaswerkstraße 5",
    "way": "Linie 3 bis „Gaswerk“, dann 200 Meter.",
    "district": "Südstadt",
    "host": "Integrationsrat mit dem Frauentreff Südstadt",
    "target_group": "Alle, die Zeit und Neugier haben",
    "cost": "Kostenlos",
    "cost_note": "Wer mag, bringt etwas Süßes mit. Kinder sind willkommen.",
    "registration": "Bis 25. November im Rathaus, Zimmer 12, Telefon 089 99998-120. Wer es vergisst, kommt einfach.",
    "access": [
        ("step_free", "yes", "Ohne Stufen", "Rampe am Hof, Türen 95 cm, Toilette mit Haltegriffen."),
        ("sign_language", "yes", "Gebärdensprache", "Von 10 bis 11.15 Uhr dolmetscht eine Fachkraft."),
        ("interpreting", "yes", "Flüsterdolmetschen", "Arabisch und Ukrainisch, bitte bei der Anmeldung sagen.", ["ar", "uk"]),
        ("induction_loop", "yes", "Höranlage", "Induktionsschleife in den ersten vier Reihen."),
        ("childcare", "yes", "Kinderecke", "Betreut von 9.30 bis 12 Uhr, ab 3 Jahren."),
        ("parking", "no", "Parkplätze: nur zwei", "Beide sind für Menschen mit blauem Ausweis reserviert."),
    ],
    "programme": [
        ("9:30", "", "arrival", "Ankommen, Tee einschenken", "Das Buffet ist offen.", [("Frauentreff Südstadt", "")]),
        (
            "10:00",
            "",
            "talk",
            "Was eine Lotsin nicht tut",
            "Sie ist keine Anwältin und kein Taxi. Was bleibt, ist ziemlich viel.",
            [("Hoa Tran", "Lotsin seit 2019")],
        ),
        (
            "10:30",
            "",
            "discussion",
            "Drei Tische, drei Geschichten",
            "Schule, Amt, Arzt: Lotsen erzählen von einem Fall, der gut ausging, und einem, der es nicht tat.",
            [("Tesfay Berhane", ""), ("Ruxandra Munteanu", ""), ("Walter Schrödl", "")],
        ),
        ("11:15", "", "break", "Pause mit Linsensuppe", "", []),
        (
            "11:45",
            "12:30",
            "discussion",
            "Fragen und Anmelden",
            "Die Schulung dauert vier Abende im Januar und Februar.",
            [("Ines Kaltwasser", "Geschäftsstelle")],
        ),
    ],
    "questions": "",
    "body": [
        ("heading", "Was Lotsinnen und Lotsen tun"),
        (
            "paragraph",
            "Sie gehen mit: zum Bürgeramt, in die Kita, zum ersten Elternabend. Sie übersetzen nicht jedes Wort, aber die Stimmung. Zweiundzwanzig Menschen machen das in Lindenau schon. Es dürften vierzig sein.",
        ),
    ],
}

TOUR = {
    "title": "Der Rat steht in der Südstadt",
    "slug": "rat-auf-tour-suedstadt",
    "kicker": "Rat auf Tour",
    "colour": "petrol",
    "standfirst": "Ein Stand, zwei Klappstühle, heißer Apfelsaft. Sagen Sie, was in Ihrem Viertel fehlt. Wer meckern will, bekommt zwei Becher.",
    "picture": "tour",
    "picture_alt": "Zeichnung: Ein Infostand mit Sonnenschirm auf dem Markt, Menschen reden über die Theke.",
    "kind": "council",
    "topic": "politics",
    "times": [
        ("day", {"date": "2026-12-12", "start": "10:00", "end": "13:00"}),
        ("day", {"date": "2027-01-23", "start": "10:00", "end": "13:00"}),
    ],
    "time_note": "Bei Sturm fällt der Stand aus, der Apfelsaft nicht.",
    "place": "Wochenmarkt am Gaswerk",
    "address": "Gaswerkplatz",
    "way": "Linie 3 bis „Gaswerk“.",
    "district": "Südstadt",
    "host": "Integrationsrat Lindenau",
    "target_group": "Alle in der Südstadt",
    "cost": "Kostenlos",
    "cost_note": "",
    "registration": "",
    "access": [
        ("step_free", "yes", "Ohne Stufen", "Der Platz ist eben, die Theke hat eine niedrige Seite."),
        ("spoken", "yes", "Türkisch und Arabisch", "Zwei Mitglieder des Rates sprechen es am Stand.", ["tr", "ar"]),
    ],
    "programme": [],
    "questions": "Was fehlt auf dem Weg zur Schule?\nWo gehen Sie nicht gern allein?\nWas soll auf jeden Fall bleiben?",
    "body": [
        (
            "paragraph",
            "Der Rat zieht von Viertel zu Viertel. Was Sie sagen, schreiben wir auf eine Karte, und die Karte hängt bis zur nächsten Sitzung im Großen Saal. Dort muss jemand darauf antworten.",
        )
    ],
}

SEMINAR = {
    "title": "Mitreden lernen",
    "slug": "seminar-mitreden",
    "kicker": "Seminar für neue Ratsmitglieder",
    "colour": "plum",
    "standfirst": "Wie liest man einen Haushalt, wie stellt man einen Antrag, und was tut man, wenn er abgelehnt wird? Ein Samstag für alle, die im März gewählt werden wollen.",
    "picture": "wahl",
    "picture_alt": "Zeichnung: Menschen stehen um eine Wahlurne, gelbe Briefe in den Händen.",
    "kind": "learning",
    "topic": "politics",
    "times": [("day", {"date": "2027-01-30", "start": "9:30", "end": "16:30"})],
    "time_note": "Mit Mittagessen.",
    "place": "Volkshochschule, Raum 3",
    "address": "Schulgasse 11",
    "way": "Fünf Minuten vom Bahnhof, am Fluss entlang.",
    "district": "Altstadt",
    "host": "Integrationsrat und Volkshochschule Lindenau",
    "target_group": "Kandidatinnen und Kandidaten für den Integrationsrat",
    "cost": "Kostenlos",
    "cost_note": "Fahrtkosten werden erstattet.",
    "registration": "Bis 22. Januar unter integrationsrat@lindenau.example oder 089 99998-120. Zwanzig Plätze.",
    "access": [
        ("step_free", "yes", "Aufzug", "Eingang am Hof, Aufzug in alle Stockwerke."),
        ("childcare", "yes", "Kinderbetreuung", "Bitte bei der Anmeldung sagen, wie alt die Kinder sind."),
        ("easy_language", "yes", "Einfache Sprache", "Alle Folien gibt es auch in einfacher Sprache."),
    ],
    "programme": [
        ("9:30", "", "arrival", "Ankommen und Kaffee", "", []),
        (
            "10:00",
            "",
            "talk",
            "Was darf der Integrationsrat?",
            "Gemeindeordnung in vierzig Minuten, ohne Paragrafen vorzulesen.",
            [("Jaspal Gill", "Vorsitzender")],
        ),
        (
            "10:45",
            "",
            "talk",
            "Einen Haushalt lesen",
            "Wo das Geld steht und wo es sich versteckt.",
            [("Mehmet Aydın", "Mitglied im Finanzausschuss")],
        ),
        ("12:00", "", "break", "Mittagessen", "", []),
        (
            "13:00",
            "",
            "workshop",
            "Vom Ärger zum Antrag",
            "In drei Gruppen, mit echten Fällen aus der Sprechstunde.",
            [("Ines Kaltwasser", "Geschäftsstelle"), ("Ruxandra Munteanu", "Dolmetscherin")],
        ),
        ("14:45", "", "break", "Pause mit Kuchen", "", []),
        (
            "15:00",
            "16:30",
            "discussion",
            "Abgelehnt. Und jetzt?",
            "Drei ehemalige Mitglieder erzählen von Niederlagen, die sich gelohnt haben.",
            [("Walter Schrödl", ""), ("Hoa Tran", "")],
        ),
    ],
    "questions": "Was kann ein Integrationsrat bewirken, und was nicht?\nWie wird aus einer Beschwerde ein Antrag?\nWer hilft, wenn die Sprache der Vorlagen zu schwer ist?",
    "body": [
        (
            "paragraph",
            "Im März 2027 wird der Integrationsrat neu gewählt. Wer kandidiert, muss nicht alles wissen. Aber wissen, wen man fragt. An diesem Samstag lernen Sie die Leute kennen, die Sie später anrufen werden.",
        )
    ],
}

ART_NIGHT = {
    "title": "Die Nacht hat vier Ecken",
    "slug": "kunstnacht",
    "kicker": "Kunstnacht Lindenau",
    "colour": "sky",
    "standfirst": "Der Chor singt im Treppenhaus, Tesfay Berhane öffnet vierzehn Schubladen, und auf dem Kunstbasar tauscht man Bilder gegen Kuchen.",
    "picture": "chor",
    "picture_alt": "Zeichnung: Ein Chor mit weit offenen Mündern, vorn hebt die Chorleiterin beide Hände.",
    "kind": "culture",
    "topic": "culture",
    "times": [("day", {"date": "2027-02-19", "start": "18:00", "end": "23:30"})],
    "time_note": "Der Basar beginnt um sieben.",
    "place": "Pfarrsaal St. Jakob und Höfe der Altstadt",
    "address": "Jakobsplatz 2",
    "way": "Alle Linien bis „Markt“.",
    "district": "Altstadt",
    "host": "Integrationsrat mit dem Kulturamt",
    "target_group": "Alle, auch wenn sie früh ins Bett müssen",
    "cost": "Eintritt frei",
    "cost_note": "Der Kuchen nicht.",
    "registration": "Wer ausstellen will, meldet sich bis 31. Januar: integrationsrat@lindenau.example.",
    "access": [
        ("step_free", "yes", "Pfarrsaal ohne Stufen", "In zwei Höfen liegt Kopfsteinpflaster."),
        ("sign_language", "yes", "Gebärdenchor", "Das erste Lied wird auch gebärdet."),
    ],
    "programme": [
        (
            "18:00",
            "",
            "music",
            "Ein Wort, vier Stimmen",
            "Der Chor singt in vier Treppenhäusern zugleich.",
            [("Ljudmyla Bondar", "Chorleiterin")],
        ),
        ("19:00", "", "workshop", "Kunstbasar", "Bilder gegen Kuchen, Kuchen gegen Bilder.", []),
        ("20:30", "", "talk", "Schubladen, die seufzen", "Ein Schrank, vierzehn Geschichten.", [("Tesfay Berhane", "Schreiner")]),
        ("22:00", "23:30", "music", "Tanz im Hof", "Bis die Nachbarn mittanzen.", [("Kofi Asante", "legt auf")]),
    ],
    "questions": "",
    "body": [
        (
            "paragraph",
            "Vier Ecken, vier Höfe, eine Nacht. Wer etwas zu zeigen hat, bekommt eine Wand, einen Tisch oder ein Treppenhaus. Wer nichts zu zeigen hat, kommt zum Schauen, das braucht die Kunst auch.",
        )
    ],
}

EVENTS = [BREAKFAST, SEMINAR, ART_NIGHT]

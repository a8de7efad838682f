"""Edition 24, section “Sport & Schule”."""

BECKEN = {
    "title": "Dienstags gehört das Becken uns",
    "print_shape": "reserve",
    "slug": "dienstags-gehoert-das-becken-uns",
    "section": "Sport & Schule",
    "front": "teaser",
    "kicker": "Schwimmen",
    "standfirst": "Vierzig Frauen lernen im Stadtbad schwimmen. Die älteste ist 71 und will im Sommer vom Einer springen.",
    "byline": "Hoa Tran",
    "lead_image": "becken",
    "lead_alt": "Zeichnung: Fünf Frauen mit bunten Badekappen lachen im Becken, eine trägt einen Burkini.",
    "lead_caption": "Lehrbecken, 20.15 Uhr. Die Badekappen sind ein Geschenk vom Schwimmverein, übrig vom Fasching.",
    "body": [
        (
            "paragraph",
            [
                "Um acht hängt Bademeister Uli Wenzel das Schild um: „Heute nur Frauen“. Dann setzt er sich mit seinem Kreuzworträtsel in den Vorraum, denn auch er darf jetzt nicht mehr hinein. Die Aufsicht am Becken hat seine Kollegin Petra Lindner, die seit 22 Jahren Kindern das Schwimmen beibringt. „Kinder glauben dir, dass Wasser trägt“, sagt sie. „Erwachsene wollen einen Beweis.“",
                "Der Beweis dauert meistens drei Wochen. Erst sitzen sie auf der Stufe. Dann halten sie sich am Rand. Dann kommt der Abend, an dem eine loslässt, und weil es hallt im Lehrbecken, klatschen alle.",
            ],
        ),
        ("heading", "71 Jahre, 25 Meter"),
        (
            "paragraph",
            [
                "Erna Schuster ist in Lindenau geboren, zweihundert Meter vom Wehr entfernt. Schwimmen durfte sie nie, der Vater hatte am Fluss einen Bruder verloren. „Mit 71 fragt mich keiner mehr“, sagt sie. Neben ihr zieht Fatma Öz ihre Bahn, die als Kind am Meer wohnte und nie hineindurfte. Die beiden haben sich am Beckenrand kennengelernt, an dem sie sich sechs Wochen lang gemeinsam festhielten.",
            ],
        ),
        (
            "pull_quote",
            {
                "text": "Untergehen kann ich allein. Für das Obenbleiben habe ich die anderen.",
                "who": "Erna Schuster",
                "role": "71, Schwimmschülerin",
            },
        ),
        (
            "paragraph",
            [
                "Vierzig Frauen aus elf Ländern stehen auf der Liste, dreiundzwanzig weitere warten. Wer einen Burkini tragen möchte, trägt einen, wer einen Bikini tragen möchte, auch. Für Kinder bis sechs gibt es eine Betreuung im Vorraum. Herr Wenzel hat dort inzwischen mehr gebastelt als gerätselt.",
                "Im Juli ist Prüfung: 25 Meter, ein Ring aus dem Wasser, ein Sprung vom Rand. Erna Schuster findet den Rand zu niedrig. Sie übt vor dem Spiegel, wie man auf dem Einmeterbrett steht. Es soll nach nichts aussehen.",
            ],
        ),
        (
            "fact_box",
            {
                "title": "Mitschwimmen",
                "facts": [
                    ("Wann", "dienstags 20 bis 21.30 Uhr, nicht in den Ferien"),
                    ("Wo", "Stadtbad, Wehrstraße 14, Linie 3 bis „Stadtbad“"),
                    ("Was es kostet", "2 Euro, mit Lindenau-Pass nichts"),
                    ("Warteliste", "Frauentreff Südstadt, 089 99998-177, auch auf Türkisch und Arabisch"),
                ],
            },
        ),
    ],
}

POKAL = {
    "title": "Der Pokal bleibt in der Südstadt, der Elfmeterpunkt nicht",
    "print_shape": "reserve",
    "slug": "der-pokal-bleibt-in-der-suedstadt",
    "section": "Sport & Schule",
    "kicker": "Fußball",
    "standfirst": "Beim Turnier der Vielfalt gewinnen „Die Unabsteigbaren“ im Regen. Danach fehlt auf dem Platz ein Stück Rasen.",
    "byline": "Mehmet Aydın",
    "lead_image": "pokal",
    "lead_alt": "Zeichnung: Elif Kaya und Kofi Asante lachen neben einem mannshohen goldenen Pokal.",
    "lead_caption": "Elif Kaya und Turnierleiter Kofi Asante. Die Sonne kam pünktlich, als alles vorbei war.",
    "body": [
        (
            "paragraph",
            [
                "Es stand 2:2, es goss, und der Ball lag in einer Pfütze auf dem Elfmeterpunkt. Elif Kaya nahm vier Schritte Anlauf, rutschte beim dritten, traf den Ball mit dem Schienbein und den Rasen mit allem anderen. Der Ball ging links ins Tor. Der Rasen ging rechts daneben.",
                "Damit gewannen „Die Unabsteigbaren“ aus der Südstadt das zwölfte Turnier der Vielfalt, zum dritten Mal hintereinander. Sechzehn Mannschaften waren angetreten, darunter das Standesamt („Ja, ich will“), die Freiwillige Feuerwehr („Löschzwerge“) und der FC Pfarrsaal, der in Chorstärke anreiste und auch so klang.",
            ],
        ),
        (
            "table",
            {
                "caption": "So ging es aus",
                "columns": ["Platz", "Mannschaft", "Tore", "Gelbe Karten"],
                "rows": [
                    ["1", "Die Unabsteigbaren", "19 : 6", "1"],
                    ["2", "Dinamo Färbergasse", "17 : 8", "0"],
                    ["3", "Löschzwerge", "11 : 9", "2"],
                    ["4", "FC Pfarrsaal", "9 : 9", "0"],
                    ["16", "Ja, ich will", "1 : 23", "0"],
                ],
            },
        ),
        (
            "paragraph",
            [
                "Die Fairnesswertung, das eigentliche Ziel des Turniers, ging an das Standesamt. Es hatte nach jedem Gegentor gratuliert. Trainer Kofi Asante, der das Turnier seit zwölf Jahren leitet und noch nie einen Schiedsrichter gebraucht hat, pfiff nur zweimal: zum Anstoß und zum Grillen.",
            ],
        ),
        (
            "gallery",
            {
                "title": "Gesichter vom Spielfeldrand",
                "images": [
                    (
                        "portrait-kofi",
                        "Gezeichnetes Porträt: Kofi Asante",
                        "Kofi Asante, Turnierleiter: „Abseits ist in jeder Sprache ungerecht.“",
                    ),
                    (
                        "portrait-emre",
                        "Gezeichnetes Porträt: Emre Yalçın",
                        "Emre Yalçın, Stadionsprecher, kündigte jede Auswechslung an wie eine Straßenbahn.",
                    ),
                    (
                        "portrait-hoa",
                        "Gezeichnetes Porträt: Hoa Tran",
                        "Hoa Tran brachte Blumen für den Letzten. Der Erste hatte ja den Pokal.",
                    ),
                ],
            },
        ),
        (
            "paragraph",
            [
                "Den Elfmeterpunkt hat die Stadtgärtnerei inzwischen nachgesät. Bis April ist er gesperrt, mit Flatterband und einem Schild. Auf dem Schild steht: „Bitte nicht betreten. Wächst.“ Jemand hat dazugeschrieben: „Wir auch.“",
            ],
        ),
    ],
}

DOLMETSCHEN = {
    "title": "Wer dolmetscht beim Elternabend?",
    "print_shape": "reserve",
    "slug": "wer-dolmetscht-beim-elternabend",
    "section": "Sport & Schule",
    "kicker": "Aufruf",
    "standfirst": "Nicht die Kinder. Seit September schickt der Integrationsrat Erwachsene mit, die übersetzen, was der Lehrer sagt, und zwar alles.",
    "byline": "Ines Kaltwasser",
    "lead_image": "schule",
    "lead_alt": "Zeichnung: Vor einer Schultafel sitzen ein Lehrer, eine Dolmetscherin in Rot und ein Elternpaar an einem Tisch.",
    "lead_caption": "Zwei Sprachen, eine Tafel, und niemand muss raten.",
    "body": [
        (
            "paragraph",
            [
                "Luca, neun, war bis zum Sommer der Dolmetscher seiner Familie. Er übersetzte beim Zahnarzt, am Telefon und beim Elternsprechtag. Dort sagte der Lehrer: „Luca stört oft den Unterricht und macht keine Hausaufgaben.“ Luca übersetzte: „Sie sagt, ich bin sehr lebhaft.“",
                "„Das war gar nicht schlecht“, sagt Simon Haas, der Lehrer. „Aber es war nicht die ganze Wahrheit.“ Auch in ernsten Fällen sitzen Kinder zwischen den Stühlen: wenn es um Noten geht, um eine Diagnose, um Geld für die Klassenfahrt, das die Eltern nicht haben und über das sie vor dem Kind nicht reden wollen.",
            ],
        ),
        (
            "image",
            {
                "image": "portrait-ruxandra",
                "alt": "Gezeichnetes Porträt: Ruxandra Munteanu",
                "caption": "Ruxandra Munteanu dolmetscht Rumänisch: „Ich übersetze auch die Pausen.“",
                "crop": "square",
                "print_size": "column",
            },
        ),
        ("heading", "Zwei Stunden, 25 Euro, ein Versprechen"),
        (
            "paragraph",
            [
                "Jetzt gibt es eine Liste mit 28 Frauen und Männern für zwölf Sprachen. Schulen und Kindergärten rufen an, spätestens fünf Tage vorher, und zahlen nichts. Die Dolmetscherinnen bekommen 25 Euro für einen Abend und versprechen, nichts weiterzuerzählen. Eine von ihnen ist Ruxandra Munteanu. Neulich hat sie in einer Stunde dreimal dasselbe Wort gesucht. Es hieß „Sitzenbleiben“, und auf Rumänisch klingt es, sagt sie, viel freundlicher.",
                "Gesucht werden noch Menschen, die Ukrainisch, Bulgarisch, Dari oder Vietnamesisch sprechen. Ein Zeugnis braucht es nicht, nur einen Abend Schulung und gute Nerven. Luca hat Feierabend. Er sagt, er vermisst es ein bisschen. Er habe immer als Erster alles gewusst.",
            ],
        ),
        ("button", {"label": "Beim Dolmetschen mitmachen", "page": "mitmachen", "kind": "call"}),
    ],
}

ARTICLES = [BECKEN, POKAL, DOLMETSCHEN]

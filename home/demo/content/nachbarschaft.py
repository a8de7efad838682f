"""Edition 24, section “Nachbarschaft”."""

import datetime

GAERTEN = {
    "title": "Elf Gärten, ein Wasserhahn",
    "slug": "elf-gaerten-ein-wasserhahn",
    "section": "Nachbarschaft",
    "front": "lead",
    "kicker": "Titelgeschichte",
    "standfirst": "In der Kolonie am Bahndamm müssen alle zum selben Hahn. Erst gab es Streit um die Kanne. Heute hängt dort eine Gießordnung in sechs Sprachen – und sonntags gibt es Kuchen.",
    "byline": "Ines Kaltwasser",
    "lead_image": "garten",
    "lead_alt": "Zeichnung: Vier Menschen mit Gießkannen stehen um einen großen Wasserhahn, einer sitzt im Rollstuhl. Dahinter fährt ein roter Zug.",
    "lead_caption": "Drei Umdrehungen nach links, dann läuft es: Amira Keita, Walter Schrödl, Samira Haddad und Emre Yalçın am einzigen Hahn der Kolonie. Der 18.42-Uhr-Zug gilt als Feierabend.",
    "body": [
        (
            "paragraph",
            [
                "Um halb sieben quietscht das Rad zum ersten Mal. Walter Schrödl, 78, dreht es mit beiden Händen, links herum, drei Umdrehungen, dann kommt das Wasser. „Vier geht auch“, sagt er, „aber dann spritzt es dem Nächsten auf die Schuhe.“ Der Nächste ist an diesem Morgen eine Nächste: Samira Haddad hat seit drei Uhr gebacken. Sie gießt noch ihre Minze, dann geht sie schlafen.",
                "Die Kolonie am Bahndamm liegt dort, wo der Zug nach Pegnach die Stadt verlässt. Elf Parzellen, elf Hütten, ein einziger Wasserhahn. Die Leitung stammt von 1958, eine zweite wurde nie gelegt. So stehen hier seit fast siebzig Jahren Menschen mit Kannen in einer Reihe.",
            ],
        ),
        ("heading", "Der Sommer, in dem niemand grüßte"),
        (
            "paragraph",
            [
                "Vor zwei Jahren, in einem trockenen Juli, wurde aus der Reihe ein Gedränge. Wer abends kam, fand den Hahn besetzt. Jemand hängte ein Schloss daran. Jemand anderes sägte es ab. Emre Yalçın, der Parzelle sieben bewirtschaftet und im Rollstuhl gießt, kam an manchen Tagen gar nicht mehr durch: Der Weg stand voll mit Kannen, mit denen sich andere ihren Platz freihielten.",
                "Im August vertrockneten bei Hoa Tran zweihundert Dahlien. Sie ist Floristin, die Blumen waren für eine Hochzeit bestellt. „Ich habe der Braut Gladiolen gegeben“, sagt sie. „Die Ehe hält. Aber ich habe ein Jahr lang mit keinem hier geredet.“",
            ],
        ),
        (
            "pull_quote",
            {
                "text": "Wir haben um Wasser gestritten. Dabei wussten wir bloß nicht, wie die anderen heißen.",
                "who": "Emre Yalçın",
                "role": "Parzelle 7",
            },
        ),
        ("heading", "Drei Kannen, dann die Nächste"),
        (
            "paragraph",
            [
                "Das Blatt Papier brachte Amira Keita mit, damals 13. Sie schrieb mit Filzstift, auf Deutsch, ihr Vater schrieb es auf Französisch, die anderen setzten ihre Sprachen darunter. Vier Regeln, mehr passten nicht auf die Seite:",
            ],
        ),
        (
            "list",
            {
                "style": "number",
                "items": [
                    "Drei Kannen, dann die Nächste.",
                    "Wer nicht heben kann, ruft.",
                    "Leere Kannen stehen nicht an.",
                    "Sonntags um vier gießt niemand, da gibt es Kuchen.",
                ],
            },
        ),
        (
            "paragraph",
            [
                "Beschlossen wurde das Blatt nie. Es wurde einfach eingehalten. Den ersten Kuchen backte Schrödl, der bis dahin nicht wusste, wie man einen Ofen vorheizt. „Er war innen flüssig“, sagt Samira Haddad, die es beurteilen kann. „Wir haben ihn mit Löffeln gegessen.“ Seither steht sonntags ein Tapeziertisch quer über dem Weg, und wer gießen will, muss erst einmal Platz nehmen.",
                "Im September hat der Integrationsrat 1 200 Euro für einen zweiten Anschluss bewilligt, mit niedrigem Hebel und festem Weg. Gebaut wird im März. Den alten Hahn, darauf bestehen alle elf, lassen sie stehen.",
            ],
        ),
        (
            "interview",
            {
                "title": "„Papier kann man nicht stumm schalten“",
                "intro": "Drei Fragen an Amira Keita, 15, die Erfinderin der Gießordnung",
                "image": "portrait-amira",
                "alt": "Gezeichnetes Porträt: Amira Keita",
                "questions": [
                    (
                        "Warum Filzstift und keine App?",
                        "Weil Herr Schrödl kein Handy mit in den Garten nimmt. Und weil man Papier nicht stumm schalten kann.",
                    ),
                    (
                        "Wer hält sich nicht daran?",
                        "Mein Vater. Er nimmt vier Kannen, wenn keiner schaut. Dafür bringt er den besten Kuchen mit.",
                    ),
                    (
                        "Was wünschst du dir vom neuen Anschluss?",
                        "Dass er genauso quietscht. Sonst hört ja niemand, dass jemand da ist.",
                    ),
                ],
            },
        ),
        (
            "fact_box",
            {
                "title": "So kommen Sie zu einem Garten",
                "text": "Im Frühjahr werden zwei Parzellen frei, 140 und 180 Quadratmeter groß.",
                "facts": [
                    ("Was es kostet", "96 Euro Pacht im Jahr, Wasser nach Verbrauch"),
                    ("Bis wann", "Bewerbung bis 15. Januar 2027"),
                    ("Wer hilft", "Die Lotsinnen und Lotsen, donnerstags 16 bis 18 Uhr, Rathaus, Zimmer 12"),
                ],
            },
        ),
        ("continues_online", "Die Gießordnung in sechs Sprachen, zum Lesen und Aufhängen"),
    ],
}

SCHLUESSEL = {
    "title": "Wer hat den Schlüssel?",
    "slug": "wer-hat-den-schluessel",
    "section": "Nachbarschaft",
    "kicker": "Südstadt",
    "standfirst": "Ein Treppenhaus in der Gaswerkstraße, 24 Klingeln, ein Paketdienst. Und eine Liste, die im dritten Stock hängt.",
    "byline": "Mehmet Aydın",
    "lead_image": "treppenhaus",
    "lead_alt": "Zeichnung: Ein Paketbote in Rot steht mit einem großen Karton im Treppenhaus. Eine alte Frau schaut aus ihrer Tür, ein Mädchen lehnt am Geländer.",
    "lead_caption": "Der Aufzug fährt wieder. Die meisten gehen trotzdem zu Fuß.",
    "body": [
        (
            "paragraph",
            [
                "Das Paket war groß wie ein Kühlschrank und wog, wie sich später herausstellte, auch so viel. Es war einer. Der Bote stellte ihn um 11.10 Uhr ins Erdgeschoss der Gaswerkstraße 31, legte einen Zettel darauf und fuhr davon. Auf dem Zettel stand: „Bei Nachbar abgegeben.“ Der Nachbar hieß: „Treppe“.",
                "So begann am 3. Februar, was die 24 Parteien im Haus inzwischen „den Kühlschranktag“ nennen. Denn die Empfängerin, Dilnaz Omar aus dem fünften Stock, lag mit gebrochenem Knöchel im Bett, der Aufzug war seit Weihnachten kaputt, und mit dem Namen auf dem Karton konnte im Erdgeschoss niemand etwas anfangen.",
            ],
        ),
        ("heading", "Acht Leute, 84 Stufen"),
        (
            "paragraph",
            [
                "Horst Beierlein aus dem Erdgeschoss klingelte sich nach oben. Im ersten Stock fand er zwei Studenten, im zweiten eine Hebamme nach der Nachtschicht, im dritten Herrn und Frau Nguyen, die zwar nicht tragen konnten, aber dirigieren. „Links, links, Pause“, sagt Herr Nguyen, „das kann ich jetzt in fünf Sprachen.“ Nach einer Stunde stand das Gerät in der richtigen Küche. Frau Omar kochte im Sitzen Tee für acht.",
                "Dabei kam heraus, dass im ganzen Haus kein Mensch den Schlüssel eines anderen besaß. Wer sich aussperrte, rief den Notdienst, 180 Euro. Allein im Vorjahr war das elfmal passiert.",
            ],
        ),
        (
            "pull_quote",
            {
                "text": "Ich wohne hier seit 1984. Ich kannte die Schuhe vor den Türen, aber nicht die Füße.",
                "who": "Horst Beierlein",
                "role": "Erdgeschoss links",
            },
        ),
        (
            "paragraph",
            [
                "Nun hängt im dritten Stock, weil der in der Mitte liegt, eine Liste. Wer möchte, trägt ein, bei wem sein Zweitschlüssel liegt. Aus 24 Parteien sind es 19 geworden. Ausgesperrt hat sich seit Februar sechsmal jemand, bezahlt hat keiner. Außerdem steht auf der Liste:",
            ],
        ),
        (
            "list",
            [
                "wer tagsüber Pakete annimmt (Nguyen, immer),",
                "wer eine Bohrmaschine hat (Beierlein, nicht vor neun),",
                "wer Fieber messen kann und darf (die Hebamme),",
                "wer auf keinen Fall vor zwölf geweckt werden will (beide Studenten).",
            ],
        ),
        (
            "paragraph",
            [
                "Die Hausverwaltung wollte die Liste aus Gründen des Brandschutzes entfernen. Beierlein hat zurückgeschrieben, sie sei aus Papier und hänge an Stein. Seither ist Ruhe. Der Aufzug wurde im Mai repariert.",
            ],
        ),
    ],
}

SUPPE = {
    "title": "Eine Linsensuppe, drei Küchen",
    "print_shape": "reserve",
    "slug": "eine-linsensuppe-drei-kuechen",
    "section": "Nachbarschaft",
    "kicker": "Zu Tisch",
    "standfirst": "Mit Essig, mit Kreuzkümmel oder mit Speck? Drei Nachbarinnen kochen gegeneinander und essen miteinander. Kein Kompromiss, aber drei Rezepte.",
    "byline": "Ines Kaltwasser",
    "lead_image": "suppe",
    "lead_alt": "Zeichnung: Ein großer dampfender Topf. Von links gießt eine Hand Essig hinein, von rechts streut eine andere Gewürze, davor liegen Zitronen und Knoblauch.",
    "lead_caption": "Am Ende war der Topf leer. Welcher, darüber gehen die Aussagen auseinander.",
    "body": [
        (
            "paragraph",
            [
                "Der Streit begann an der Kasse. Hannelore Pöhlmann hatte Linsen auf dem Band und eine Flasche Essig. Hinter ihr stand Dilnaz Omar, ebenfalls mit Linsen. „Essig?“, fragte sie. „Essig“, sagte Frau Pöhlmann. „Was sonst?“ Die Kassiererin, Ayşe Demir, legte das Kassenzeichen hin und sagte, so könne man das nicht stehen lassen.",
                "Drei Wochen später stehen drei Töpfe auf drei Platten in der Küche der Alten Feuerwache. Elf Leute sind gekommen, um zu urteilen, darunter vier Feuerwehrmänner, die nur ihre Kaffeemaschine abholen wollten.",
            ],
        ),
        (
            "table",
            {
                "caption": "Für vier Personen: was in welchen Topf kommt",
                "columns": ["Zutat", "Pöhlmann", "Omar", "Demir"],
                "rows": [
                    ["Linsen", "250 g braune", "250 g rote", "250 g rote"],
                    ["Gemüse", "Lauch, Sellerie, Kartoffel", "Zwiebel, Tomate", "Zwiebel, Karotte"],
                    ["Gewürz", "Lorbeer, Majoran", "Kreuzkümmel, Kurkuma", "Minze, Paprika"],
                    ["Dazu", "100 g Speck", "Zitrone, Fladenbrot", "Butter, Zitrone"],
                    ["Streitpunkt", "3 Löffel Essig", "kein Essig", "Mehlschwitze"],
                ],
            },
        ),
        ("heading", {"text": "So geht es in allen drei Küchen", "level": "3"}),
        (
            "list",
            {
                "style": "number",
                "items": [
                    "Linsen waschen. Darüber sind sich alle einig, nur nicht, wie oft.",
                    "Zwiebel oder Lauch in Fett anschwitzen, Gewürze dazu, eine Minute rühren.",
                    "Linsen und Gemüse hinein, mit 1,2 Litern Wasser auffüllen.",
                    "Rote Linsen 20, braune 45 Minuten leise kochen.",
                    "Salz erst jetzt. Dann Essig, Zitrone oder Butter, je nach Überzeugung.",
                ],
            },
        ),
        (
            "paragraph",
            [
                "Gewonnen hat niemand. Die Feuerwehr stimmte geschlossen für Speck, die Kinder für Zitrone, und Frau Pöhlmann aß zwei Teller von Frau Omar, „nur zur Kontrolle“. Beim Abwasch fragte Ayşe Demir, wie es eigentlich mit Gulasch sei. Die Küche ist für den 21. Januar reserviert.",
            ],
        ),
    ],
}

LOTSEN = {
    "title": "Vier Abende, dann kennen Sie den Weg",
    "print_shape": "reserve",
    "slug": "vier-abende-dann-kennen-sie-den-weg",
    "section": "Nachbarschaft",
    "kicker": "Gesucht",
    "standfirst": "Zum Amt, zum Elternabend, zur Ärztin: Lotsinnen und Lotsen gehen mit. Beim Frühstück am 29. November kann man sie ausfragen.",
    "byline": "Hoa Tran",
    "lead_image": "fruehstueck",
    "lead_alt": "Zeichnung von oben: Sechs Hände greifen über einen gedeckten Tisch nach Brot, Oliven und Teegläsern.",
    "lead_caption": "Sechs Sorten Tee und eine Frage: Hätten Sie Zeit für jemanden, der neu ist?",
    "body": [
        (
            "paragraph",
            [
                "Mein erster Fall war ein Schulranzen. Die Mutter hatte gelesen, der Ranzen müsse „ergonomisch“ sein, und wollte wissen, bei welchem Amt man das beantragt. Wir sind zusammen in den Laden gegangen. Der Junge nahm den mit dem Hai. Seither bin ich Lotsin, das war 2019.",
                "Eine Lotsin ist keine Anwältin und kein Taxi. Sie füllt keine Anträge aus, sie sitzt daneben. Sie sagt: Die Frau am Schalter meint es nicht böse, die schaut immer so. Zwölf von uns gibt es gerade, zusammen sprechen wir 17 Sprachen. Gebraucht werden dreimal so viele, vor allem mit Ukrainisch, Dari und Tigrinya. Und mit Fränkisch.",
            ],
        ),
        (
            "timetable",
            {
                "title": "Frühstück am Sonntag, 29. November",
                "rows": [
                    ("9.30", "Ankommen, Tee einschenken", "Frauentreff Südstadt", ""),
                    ("10.00", "Was eine Lotsin nicht tut", "Hoa Tran", "Lotsin seit 2019"),
                    ("10.30", "Drei Tische: Schule, Amt, Arzt", "Tesfay Berhane, Ruxandra Munteanu, Walter Schrödl", "Lotsen"),
                    ("11.15", "Pause mit Linsensuppe", "", ""),
                    ("11.45", "Fragen und Anmelden", "Ines Kaltwasser", "Geschäftsstelle"),
                ],
            },
        ),
        (
            "event_teaser",
            {
                "title": "Offenes Frühstück: Wer wird Lotse?",
                "date": datetime.date(2026, 11, 29),
                "time": "9.30 Uhr",
                "place": "Alte Feuerwache, Gaswerkstraße 5, Linie 3 bis „Gaswerk“",
                "text": "Kostenlos und ohne Anmeldung. Flüsterdolmetschen auf Arabisch und Ukrainisch.",
            },
        ),
        ("button", {"label": "Lotsin oder Lotse werden", "page": "mitmachen", "kind": "main"}),
    ],
}

ARTICLES = [GAERTEN, SCHLUESSEL, SUPPE, LOTSEN]

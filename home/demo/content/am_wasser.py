"""The five stories of edition 23, “Am Wasser”, in the order of the paper."""

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
        ("heading", "Drei Tafeln, eine Kurbel"),
        (
            "paragraph",
            [
                "Das Wehr ist älter als alle, die es bedient haben. 1887 wurde es für die Färber gebaut, 1954 bekam es Stahl, 1996 einen Schaltkasten. Die Kurbel von früher hängt noch an der Wand, geölt und beschriftet: „Nur wenn sonst nichts geht.“ Ammon hat sie viermal gebraucht, zuletzt im Februar, als der Strom ausfiel und die halbe Südstadt im Dunkeln saß.",
                "In dieser Nacht rief er Rahimi an. Der kam mit dem Fahrrad, ohne Licht und ohne Jacke, und drehte. Eine Tafel braucht 140 Umdrehungen. „Bei hundert habe ich auf Dari geschimpft“, sagt Rahimi. „Da hat er mitgezählt. Auf Fränkisch.“ Um vier Uhr früh war der Keller der Musikschule trocken. Das weiß in der Musikschule bis heute niemand.",
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
        ("heading", "Was man hören kann"),
        (
            "paragraph",
            [
                "Ammon unterscheidet elf Geräusche. Es gibt das Plätschern, das Rauschen, das Grollen, und dazwischen liegen die, auf die es ankommt. Ein Ast im Rechen klingt wie ein Löffel im Glas. Ein Fahrrad klingt wie zwei. Im Oktober, wenn das Laub kommt, wird der Fluss heiser.",
                "Rahimi hat angefangen, die Geräusche aufzunehmen. Auf seinem Telefon liegen jetzt elf Dateien mit den Namen, die Ammon ihnen gibt: Löffel, Heiser, Sonntag. „Sonntag“ ist, wenn oberhalb niemand Wasser braucht. Die Dateien schickt er seiner Mutter nach Masar-e Scharif. Sie schläft dazu ein, sagt sie. Bei „Löffel“ wird sie wach.",
                "Den Dienstplan schreiben die beiden noch auf Papier. Links steht Ammon, rechts Rahimi, und seit März ist die rechte Spalte länger. Im Amt hat man gefragt, ob die Stelle nicht ganz entfallen könne, es gebe Sensoren. Ammon lud den Abteilungsleiter ein und bat ihn, die Augen zu schließen. Nach zehn Minuten sagte der Mann: „Da klappert was.“ Es war sein Dienstwagen, die Heckklappe stand offen. Die Stelle bleibt.",
            ],
        ),
        (
            "fact_box",
            {
                "title": "Das Wehr besuchen",
                "text": "Jeden ersten Samstag im Monat zeigen Josef Ammon und Bilal Rahimi das Wehr, auf Deutsch, Dari und Englisch.",
                "facts": [
                    ("Treffpunkt", "11 Uhr am Steg, Wehrstraße 2. Der Weg ist ohne Stufen."),
                    ("Kinder", "ab sechs Jahren, mit Erwachsenen. Wer will, darf kurbeln."),
                    ("Hochwasser", "Warnungen per Telefon und in sechs Sprachen: 089 99998-140"),
                ],
            },
        ),
        (
            "paragraph",
            [
                "Zum Abschied hat Ammon sich gewünscht, einmal alle drei Tafeln gleichzeitig zu heben. Das Wasserwirtschaftsamt prüft den Antrag. Rahimi hat schon geübt, wie er klingen wird.",
            ],
        ),
    ],
}

BAHNHOF = {
    "title": "Gleis 2, zweite Bank von links",
    "slug": "gleis-2-zweite-bank-von-links",
    "section": "Nachbarschaft",
    "kicker": "Ankommen",
    "standfirst": "Wo haben Sie Lindenau zum ersten Mal gesehen? Sieben Antworten, ein Bahnsteig.",
    "byline": "Hoa Tran",
    "lead_image": "bahnhof",
    "lead_alt": "Zeichnung: Menschen mit Koffern stehen auf einem Bahnsteig, im Hintergrund die Stadt.",
    "lead_caption": "Wer hier aussteigt, sieht zuerst die Linde und dann den Parkautomaten.",
    "body": [
        (
            "paragraph",
            [
                "Der Bahnhof von Lindenau hat zwei Gleise, vier Bänke und eine Uhr, die zwei Minuten vorgeht. Fast alle, die neu sind, kommen hier an. Wir haben uns einen Tag lang auf die zweite Bank von links gesetzt und gefragt, wie es war.",
            ],
        ),
        (
            "list",
            [
                "„1969. Es hat geschneit, und ich hatte Sandalen an. Ein Schaffner gab mir seine Zeitung, für die Füße.“ <b>Yusuf Öz, 79</b>",
                "„Ich bin hier geboren. Aber wirklich gesehen habe ich die Stadt, als ich nach einem Jahr in Accra zurückkam.“ <b>Kofi Asante, 34</b>",
                "„Es war Nacht. Auf der zweiten Bank von links lag ein Handschuh. Ich dachte: Hier verlieren die Leute also auch Sachen.“ <b>Ljudmyla Bondar, 58</b>",
                "„Ich habe gefragt, wo das Zentrum ist. Der Mann sagte: Sie stehen drin. Er meinte den Kiosk.“ <b>Ruxandra Munteanu, 41</b>",
                "„Mein Vater hat mich abgeholt, mit einem Schild. Es stand mein Name darauf. Ich hatte ihn neun Jahre nicht gesehen, aber das Schild hätte er sich sparen können.“ <b>Hamid Karimi, 27</b>",
                "„Vom Fenster aus, 1951, aus dem Zug von Eger. Meine Mutter sagte: Nur für ein paar Wochen. Die Koffer stehen heute noch auf dem Dachboden.“ <b>Luise Bergmann, 82</b>",
                "„Ich wollte nur umsteigen.“ <b>Tesfay Berhane, 22</b>",
            ],
        ),
        (
            "paragraph",
            [
                "Den Handschuh hat übrigens der Bahnhofsvorsteher aufgehoben. Er liegt im Fundbüro, rechts, Größe acht. Wer den linken hat, möge sich melden.",
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
                "In der Akte, die im Bauamt drei Ordner füllt, steht alles. Zwei Gutachten nennen die Brücke marode, eines nennt sie malerisch. Ein Schüler rechnete 2017 vor, dass seine Klasse in vier Jahren zusammen einmal um die Erde gelaufen war, nur wegen des Umwegs. Die Rechnung stimmt. Der Schüler studiert heute Bauingenieurwesen.",
            ],
        ),
        ("heading", "Es lag am Kabel"),
        (
            "paragraph",
            [
                "Dann stellte sich heraus, dass nicht der Stein das Problem war, sondern ein Kabel. Es lief unter dem Pflaster, gehörte niemandem und durfte deshalb nicht bewegt werden. Tomasz Zieliński vom Bauamt telefonierte drei Monate lang mit allen, denen ein Kabel fehlen konnte. Am Ende zog er daran. Auf der anderen Seite ging im Vereinsheim der Angler das Licht aus.",
            ],
        ),
        (
            "pull_quote",
            {
                "text": "Zwölf Jahre haben alle auf die Steine geschaut. Man hätte darunter schauen müssen.",
                "who": "Tomasz Zieliński",
                "role": "Bauamt",
            },
        ),
        (
            "paragraph",
            [
                "Am Tag der Eröffnung gingen 640 Menschen hinüber. Als Erste lief Amira Keita, weil sie zu spät zur Schule kam. Gezählt hat der Bauhof, der wissen wollte, ob es sich lohnt. Es lohnt sich. Nun wird über die Beleuchtung gestritten: Die einen wollen Laternen, die anderen Fledermäuse. Im Juli entscheidet der Rat. Beides zugleich, sagt Zieliński, gehe auch, man müsse die Laternen nur rechtzeitig ausmachen.",
            ],
        ),
        (
            "fact_box",
            {
                "title": "Die Brücke in Zahlen",
                "facts": [
                    ("1 186 000 Euro", "hat die Sanierung gekostet, 14 000 weniger als geplant."),
                    ("1 740 Meter", "kürzer ist der Schulweg."),
                    ("12 Jahre", "vom ersten Antrag bis zum ersten Schritt."),
                ],
            },
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
    "lead_image": "werkstatt",
    "lead_alt": "Zeichnung: Drei Menschen sitzen mit Tassen und Plänen an einem Tisch, über ihnen zwei Sprechblasen.",
    "lead_caption": "Lagebesprechung vor dem Stapellauf. Links der Plan, rechts der Notfallplan.",
    "body": [
        (
            "paragraph",
            [
                "Die Aufgabe passte auf einen Bierdeckel: zwei Platten Sperrholz, eine Tube Leim, kein Metall, und es muss jemand darin sitzen. Sechs Wochen lang roch die Berufsschule nach Lack. Dann trugen 22 Auszubildende elf Boote an die Pegnach.",
                "Zwei gingen sofort unter, darunter das schönste. „Form vier, Funktion sechs“, sagte Werkstattlehrer Dirk Sommer und reichte Handtücher. Gewonnen hat ein Boot, das aussah wie eine Schublade. Es war eine Schublade. Gerudert hat sie Tesfay Berhane, der nach eigener Auskunft nicht schwimmen kann. Im Herbst beginnt sein Kurs.",
            ],
        ),
        ("heading", "Leim hat keine Sprache"),
        (
            "paragraph",
            [
                "In der Klasse werden neun Sprachen gesprochen, und in keiner gab es ein Wort für „Spant“. Also haben sie eins erfunden: Rippe. Auch „Kiel“ heißt jetzt anders, nämlich „Rücken“. „Am Ende hatten wir einen ganzen Körper“, sagt Sommer. „Nur bei Bug und Heck gab es Streit, welches vorne ist.“",
                "Mariam Diallo, 19, hat ihr Boot dreimal gebaut. Das erste war zu schwer, das zweite zu leicht, beim dritten hat sie den Kapitän gewogen. Sie kam als Vierte ins Ziel und als Einzige mit trockenen Socken. Im Sommer fängt sie bei einer Bootswerft am Altmühlsee an. Das Bewerbungsschreiben bestand aus einem Foto.",
            ],
        ),
        (
            "pull_quote",
            {
                "text": "Alle haben gefragt, woher ich komme. Auf dem Fluss hat nur gezählt, wohin.",
                "who": "Mariam Diallo",
                "role": "angehende Bootsbauerin",
            },
        ),
        (
            "paragraph",
            [
                "Die elf Boote stehen bis zu den Ferien in der Aula, neun aufrecht, zwei gefaltet. Nächstes Jahr soll es Beton sein. Sommer hat sich erkundigt: Beton schwimmt, wenn man ihn lässt.",
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
        (
            "interview",
            {
                "title": "Vier Fragen an Vasyl Kravets",
                "intro": "Er ist seit einem Jahr Jugendwart.",
                "questions": [
                    (
                        "Was war die schwerste Frage?",
                        "Nummer 214: Wie lange schont man die Nase? Ich dachte, das ist ein Druckfehler. Es ist ein Fisch.",
                    ),
                    ("Beißen sie hier anders?", "Sie beißen höflicher. Am Dnipro zieht der Fisch. Hier fragt er erst."),
                    ("Worüber reden Sie beim Angeln?", "Über nichts. Das ist das Schöne. Man kann das in jeder Sprache."),
                    ("Und wenn keiner beißt?", "Dann war die Luft gut. Das habe ich von Herrn Löhe. Er sagt es jeden Sonntag."),
                ],
            },
        ),
        (
            "pull_quote",
            {
                "text": "Früher saßen wir nebeneinander und haben geschwiegen. Jetzt schweigen wir in sechs Sprachen.",
                "who": "Heiner Löhe",
                "role": "Vereinswirt",
            },
        ),
        (
            "paragraph",
            [
                "Das jüngste Mitglied ist neun und heißt Lia. Sie hat im Mai ihren ersten Barsch gefangen, ihn Günther getauft und wieder hineingesetzt. Seitdem kommt sie jeden Samstag nachsehen. Löhe schwört, dass Günther zurückgekommen ist. Kravets schwört, dass es ein anderer war. Im Vereinsbuch steht: „Barsch, 22 Zentimeter, persönlich bekannt.“",
            ],
        ),
        (
            "fact_box",
            {
                "title": "Angeln lernen",
                "text": "Der Kurs dauert vier Samstage. Ruten und Gummistiefel stellt der Verein.",
                "facts": [
                    ("Wo", "Vereinsheim am Altarm, Pegnachwiesen 9"),
                    ("Kosten", "60 Euro, mit Lindenau-Pass 20 Euro"),
                    ("Anmelden", "bei Vasyl Kravets, 089 99998-188"),
                ],
            },
        ),
    ],
}

ARTICLES = [WEHR, BAHNHOF, BRUECKE, REGATTA, ANGLER]

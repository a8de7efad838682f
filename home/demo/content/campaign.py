"""The campaign “Wir sind Lindenau”: ten people, one sentence each. What is said elsewhere about them holds here, too."""

import datetime

CAMPAIGN = {
    "title": "Wir sind Lindenau",
    "slug": "wir-sind-lindenau",
    "claim": "Wir sind\nLindenau.",
    "kicker": "Zehn Gesichter, eine Stadt",
    "colour": "petrol",
    "standfirst": "Sie backen, pflegen, pfeifen Abseits. Zehn Menschen sagen in einem Satz, warum sie hier sind und hier bleiben. Ihre Plakate hängen an 140 Stellen in der Stadt.",
    "goals": (
        "Wer hier lebt, kommt vor: auf Plakaten, im Bus, in der Zeitung.\n"
        "Jede und jeder sagt selbst, was zu sagen ist.\n"
        "Niemand bleibt hängen, der nicht mehr hängen will."
    ),
    "call_title": "Und Sie?",
    "call_text": "Die nächste Runde startet im Februar. Sie brauchen nur ein Telefon, zehn Minuten und einen Satz, den sonst niemand sagen kann.",
    "call_steps": (
        "Satz und Foto schicken, in Ihrer Sprache.\n"
        "Sie sehen Plakat, Webseite und Anzeige, bevor es jemand anderes sieht.\n"
        "Sie sagen ja. Und wenn Sie später nein sagen, verschwindet alles wieder."
    ),
    "call_label": "So machen Sie mit",
}
CALL_PAGE = "mitmachen"
NUMBERS = [("10", "Menschen"), ("9", "Muttersprachen"), ("140", "Plakate, Bus und Bahn")]
BODY = [
    ("heading", "Warum wir das machen"),
    (
        "paragraph",
        [
            "Vor zwei Jahren hing in Lindenau ein Plakat mit einem Sonnenuntergang und dem Wort „Miteinander“. Der Sonnenuntergang war aus einer Bilddatenbank, das Miteinander auch. „Das Meer auf dem Bild ist 600 Kilometer weg“, sagte Amira Keita in der Jugendsitzung. „Wir sind näher.“",
            "Also hängen jetzt Menschen. Sie haben ihren Satz selbst gesagt, wir haben ihn nur aufgeschrieben. Jonne Reith hat sie gezeichnet, weil manche nicht fotografiert werden wollten und dann niemand.",
        ],
    ),
]

ALL_MEDIA = ["web", "poster", "ads", "paper", "newsletter", "social"]
GIVEN_UNTIL = datetime.date(2028, 9, 30)

PEOPLE = [
    {
        "key": "samira",
        "title": "Samira Haddad",
        "slug": "samira-haddad",
        "line": "Bäckermeisterin in der Färbergasse, seit 2011 in Lindenau",
        "statement": "Wer mein Brot isst, kennt mich schon halb.",
        "long_statement": "Der Teig hat keine Uhr. Um drei frage ich ihn mit dem Daumen, wie weit er ist. Wer von der Spätschicht kommt, kriegt eine Brezel durch den Spalt. Bezahlt wird am nächsten Tag, es hat noch nie jemand vergessen.",
        "age": 44,
        "origin": "Homs",
        "languages": "Arabisch, Deutsch, ein wenig Fränkisch",
        "district": "Altstadt",
        "topic": "work",
        "original_language": "ar",
        "original_statement": "من يأكل خبزي يعرف نصفي.",
        "alt": "Gezeichnetes Porträt: Samira Haddad, lachend, mit violettem Kopftuch und Schürze.",
        "body": [
            (
                "paragraph",
                [
                    "Der Teig hat keine Uhr, sagt Samira Haddad. Deshalb steht sie um drei Uhr in der Färbergasse und fragt ihn mit dem Daumen, wie weit er ist. Im Fenster brennt Licht, und wer von der Spätschicht kommt, bekommt manchmal eine Brezel durch den Spalt gereicht. Bezahlt wird am nächsten Tag. „Es hat noch nie jemand vergessen.“",
                    "Gelernt hat sie in Homs, bei ihrem Großvater, an einem Ofen, der nie ausging. In Lindenau fing sie mit neunundzwanzig noch einmal an, als Aushilfe hinter der Theke. Die Meisterprüfung schrieb sie mit einem Wörterbuch und einem Kind auf dem Schoß.",
                ],
            ),
            ("heading", "Fladen neben Brezel"),
            (
                "paragraph",
                "Am Anfang lag das Fladenbrot ganz unten im Regal. Dann fragte Frau Pöhlmann aus der Nummer 12, ob es davon auch ein halbes gebe. Heute backt Haddad jeden Freitag achtzig Stück. Die Hälfte geht an Leute, die Pöhlmann heißen oder Schrödl.",
            ),
            (
                "fact_box",
                {
                    "title": "Hier backt sie",
                    "text": "Bäckerei Haddad, Färbergasse 8. Dienstag bis Samstag, 6 bis 13 Uhr.",
                    "facts": [("Ihr Rat für Neue", "„Grüß jeden im Treppenhaus. Beim dritten Mal grüßen sie zurück.“")],
                },
            ),
        ],
    },
    {
        "key": "ljudmyla",
        "title": "Ljudmyla Bondar",
        "slug": "ljudmyla-bondar",
        "line": "Chorleiterin, seit 2022 in Lindenau",
        "statement": "Im Chor fragt niemand, woher dein Alt kommt.",
        "long_statement": "Wir sind 32 und haben elf Muttersprachen. Beim Singen merkt man davon nur, dass es schöner wird. Wer falsch singt, singt eben die zweite Stimme.",
        "age": 67,
        "origin": "Poltawa",
        "languages": "Ukrainisch, Deutsch, Noten",
        "district": "St. Jakob",
        "topic": "culture",
        "original_language": "uk",
        "original_statement": "У хорі ніхто не питає, звідки твій альт.",
        "alt": "Gezeichnetes Porträt: Ljudmyla Bondar lacht, mit runder Brille, grauem Dutt und gelbem Schal.",
        "body": [
            (
                "paragraph",
                [
                    "Vierzig Jahre lang hat Ljudmyla Bondar in Poltawa Musik unterrichtet, an einer Schule mit einem Flügel und zu vielen Türen. In Lindenau suchte sie zuerst ein Klavier und fand einen Pfarrsaal. Der Hausmeister gab ihr den Schlüssel für dienstags. Sie hat ihn bis heute.",
                    "Zur ersten Probe kamen fünf Leute und eine, die nur den Stuhl zurückbringen wollte. Sie singt heute Sopran.",
                ],
            ),
            (
                "interview",
                {
                    "title": "Drei Fragen an Ljudmyla Bondar",
                    "image": "portrait-ljudmyla",
                    "alt": "Gezeichnetes Porträt: Ljudmyla Bondar lacht, mit runder Brille, grauem Dutt und gelbem Schal.",
                    "questions": [
                        (
                            "Was tun Sie, wenn jemand brummt?",
                            "Ich stelle ihn neben jemanden, der laut singt. Beide glauben dann, es liegt am anderen.",
                        ),
                        (
                            "In welcher Sprache proben Sie?",
                            "Auf Italienisch. Piano versteht jeder, und forte braucht man bei uns nicht zu sagen.",
                        ),
                        ("Was fehlt Ihnen hier?", "Ein Bass. Schreiben Sie das bitte groß."),
                    ],
                },
            ),
        ],
    },
    {
        "key": "kofi",
        "title": "Kofi Asante",
        "slug": "kofi-asante",
        "line": "Jugendtrainer beim SV Lindenau",
        "statement": "Abseits ist in jeder Sprache ungerecht.",
        "long_statement": "Ich habe Kinder aus vierzehn Ländern und einen Schiedsrichter aus Fürth. Streit gibt es nur über Abseits. Darüber streiten wir aber gemeinsam.",
        "age": 38,
        "origin": "Kumasi",
        "languages": "Twi, Englisch, Deutsch",
        "district": "Südstadt",
        "topic": "sport",
        "original_language": "en",
        "original_statement": "Offside is unfair in every language.",
        "alt": "Gezeichnetes Porträt: Kofi Asante im rot gestreiften Trikot, mit Kinnbart, er lacht.",
        "body": [
            (
                "paragraph",
                [
                    "Mittwochs um fünf steht Kofi Asante am Gaswerkplatz und zählt Bälle. Es sind immer zwei weniger als am Montag. „Die Bälle wandern“, sagt er. „Ich finde das gut. Irgendwo spielt dann noch jemand.“",
                    "Das Turnier der Vielfalt leitet er seit zwölf Jahren. Gepfiffen hat er in der Zeit genau vier Mal, zwei Mal davon zum Grillen.",
                ],
            ),
        ],
    },
    {
        "key": "emre",
        "title": "Emre Yalçın",
        "slug": "emre-yalcin",
        "line": "Leitstelle der Stadtbahn, Parzelle sieben am Bahndamm",
        "statement": "Ich weiß, wo jede Bahn gerade steckt. Nur meine eigene suche ich noch.",
        "long_statement": "In der Leitstelle sehe ich die ganze Stadt als Linien. Am Samstag sitze ich im Garten am Bahndamm und sehe die Bahn von unten. Dann winke ich.",
        "age": 36,
        "origin": "",
        "languages": "Deutsch, Türkisch, Fahrplan",
        "district": "Am Bahndamm",
        "topic": "work",
        "original_language": "de",
        "original_statement": "",
        "alt": "Gezeichnetes Porträt: Emre Yalçın mit Schnurrbart und dunkler Jacke.",
        "body": [
            (
                "paragraph",
                "Emre Yalçın ist in Lindenau geboren, im alten Kreißsaal über der heutigen Bücherei. Er rollt jeden Morgen über die Rampe, die er selbst beantragt hat, in die Leitstelle der Stadtbahn. Der Antrag hatte drei Anlagen. „Die Bahn war pünktlicher.“",
            )
        ],
    },
    {
        "key": "hoa",
        "title": "Hoa Tran",
        "slug": "hoa-tran",
        "line": "Floristin und Lotsin am Marktplatz",
        "statement": "Ohne die Beerdigungen wüsste ich nicht, wie die Stadt lebt.",
        "long_statement": "Wer Blumen kauft, erzählt. Ich weiß, wer heiratet, bevor es die Braut weiß. Und wem die Rosen leidtun, der nimmt besser Nelken.",
        "age": 51,
        "origin": "Huế",
        "languages": "Vietnamesisch, Deutsch",
        "district": "Altstadt",
        "topic": "neighbourhood",
        "original_language": "vi",
        "original_statement": "Không có đám tang, tôi đã chẳng biết thành phố sống ra sao.",
        "alt": "Gezeichnetes Porträt: Hoa Tran lacht, mit schwarzem Bob und grün gemusterter Bluse.",
        "body": [
            (
                "paragraph",
                "Hoa Tran kam 1989 mit einem Vertrag für die Näherei, und als es die Näherei nicht mehr gab, hatte sie schon zwei Eimer Gerbera. Seit 2019 begleitet sie als Lotsin Familien durch ihre ersten Monate. „Zum Amt gehe ich mit Blumen. Nicht für das Amt. Für die, die danach eine brauchen.“",
            )
        ],
    },
    {
        "key": "walter",
        "title": "Walter Schrödl",
        "slug": "walter-schroedl",
        "line": "Kleingärtner am Bahndamm, Rentner, Hahnwart",
        "statement": "Ich habe mit 76 das Grüßen neu gelernt.",
        "long_statement": "Früher habe ich genickt. Das reicht, dachte ich. Dann kam das Mädchen von Parzelle neun und sagte: Nicken ist kein Wort. Seitdem sage ich guten Morgen, in vier Sprachen.",
        "age": 78,
        "origin": "",
        "languages": "Fränkisch, Hochdeutsch auf Wunsch",
        "district": "Am Bahndamm",
        "topic": "neighbourhood",
        "original_language": "de",
        "original_statement": "",
        "alt": "Gezeichnetes Porträt: Walter Schrödl mit Strohhut, weißem Bart und kariertem Hemd.",
        "body": [
            (
                "paragraph",
                "Seit 1974 hat Walter Schrödl dieselbe Parzelle und seit zwei Jahren ein Amt: Er öffnet morgens den Haupthahn. Drei Umdrehungen nach links. „Wer das Wasser hat, muss reden“, sagt er. „Sonst reden die anderen.“",
            )
        ],
    },
    {
        "key": "amira",
        "title": "Amira Keita",
        "slug": "amira-keita",
        "line": "Schülerin, schreibt Protokoll auf Papier",
        "statement": "Papier kann man nicht stumm schalten.",
        "long_statement": "In der Jugendsitzung schreibe ich mit der Hand. Dann hören alle, wenn ich umblättere, und warten. Das ist meine Redezeit.",
        "age": 15,
        "origin": "",
        "languages": "Deutsch, Französisch, Bambara",
        "district": "Südstadt",
        "topic": "learning",
        "original_language": "de",
        "original_statement": "",
        "alt": "Gezeichnetes Porträt: Amira Keita mit Afro und blau gestreiftem Pullover.",
        "body": [
            (
                "paragraph",
                "Amira Keita war dreizehn, als sie den Zettel an den Wasserhahn hängte, über den bis heute geredet wird. Ihre Mutter hat die Freigabe für dieses Bild unterschrieben, sie selbst auch, mit Füller.",
            )
        ],
    },
    {
        "key": "ruxandra",
        "title": "Ruxandra Munteanu",
        "slug": "ruxandra-munteanu",
        "line": "Pflegerin im Haus am Wehr, dolmetscht Rumänisch",
        "statement": "Nachts reden sie mit mir. Tags mit den Ärzten.",
        "long_statement": "Um vier Uhr fragt niemand, woher ich komme. Um vier Uhr fragt man, ob ich bleibe. Ja, sage ich. Bis sechs auf jeden Fall.",
        "age": 33,
        "origin": "Iași",
        "languages": "Rumänisch, Deutsch, Ungarisch",
        "district": "Wehrstraße",
        "topic": "care",
        "original_language": "ro",
        "original_statement": "Noaptea vorbesc cu mine. Ziua, cu doctorii.",
        "alt": "Gezeichnetes Porträt: Ruxandra Munteanu mit langem rotem Haar und hellblauem Kittel.",
        "body": [
            (
                "paragraph",
                "Auf Station zwei gibt es eine Lampe, die Ruxandra Munteanu nie ganz ausmacht. Wer wach liegt, sieht, dass noch jemand wach ist. Am Elternabend übersetzt sie auch die Pausen. „Die sind das Schwierigste.“",
            )
        ],
    },
    {
        "key": "jaspal",
        "title": "Jaspal Gill",
        "slug": "jaspal-gill",
        "line": "Apotheker, Vorsitzender des Integrationsrats",
        "statement": "Husten klingt überall gleich.",
        "long_statement": "In der Apotheke höre ich jeden Tag, was der Stadt fehlt: meistens Zeit, manchmal Eisen, selten guter Wille.",
        "age": 54,
        "origin": "Ludhiana",
        "languages": "Panjabi, Hindi, Englisch, Deutsch",
        "district": "Altstadt",
        "topic": "care",
        "original_language": "de",
        "original_statement": "",
        "alt": "Gezeichnetes Porträt: Jaspal Gill mit rotem Turban, Bart und Brille.",
        "body": [
            (
                "paragraph",
                "Seit 1998 steht Jaspal Gill hinter derselben Theke und seit acht Jahren vor dem Rat. Der Unterschied, sagt er, sei kleiner als man denkt: „Beide Male kommen die Leute erst, wenn es weh tut.“",
            )
        ],
    },
    {
        "key": "tesfay",
        "title": "Tesfay Berhane",
        "slug": "tesfay-berhane",
        "line": "Auszubildender in der Schreinerei Lindner",
        "statement": "Mein Meister flucht fränkisch. Ich antworte fränkisch.",
        "long_statement": "Im ersten Jahr habe ich genickt. Im zweiten habe ich gefragt. Jetzt widerspreche ich, und er schreibt es sich auf.",
        "age": 22,
        "origin": "Keren",
        "languages": "Tigrinya, Deutsch, Fränkisch",
        "district": "Gaswerk",
        "topic": "work",
        "original_language": "de",
        "original_statement": "",
        "alt": "Gezeichnetes Porträt: Tesfay Berhane lacht, mit Locken und violettem Rollkragenpullover.",
        "body": [
            (
                "paragraph",
                "Eine Schublade muss man hören, sagt Tesfay Berhane. Wenn sie seufzt, passt sie. Seine Prüfung hat er mit einem Schrank bestanden, in dem es vierzehn Schubladen gibt und keine, die klemmt.",
            )
        ],
    },
]

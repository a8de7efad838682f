"""Forms of the demo and what invented people of Lindenau sent through them. Translations of the forms: forms_words.py."""

import datetime

CONTACT = {
    "title": "Schreiben Sie uns",
    "slug": "schreiben",
    "kicker": "Kontakt",
    "colour": "petrol",
    "standfirst": "Eine Frage, ein Hinweis, eine Beschwerde? Schreiben Sie in der Sprache, in der es Ihnen leichtfällt.",
    "purpose": "Das Büro des Integrationsrats liest Ihre Nachricht und antwortet Ihnen. Weiter gibt es sie nur, wenn Sie das möchten.",
    "thanks": "Ihre Nachricht ist da. Meist antworten wir innerhalb einer Woche.",
}
VOLUNTEERS = {
    "title": "Lotsin oder Lotse werden",
    "slug": "lotsen",
    "kicker": "Mithelfen",
    "colour": "leaf",
    "standfirst": "Sie kennen die Stadt, andere sind gerade erst angekommen. Zwei Stunden im Monat machen den Unterschied.",
    "purpose": "Hoa Tran vom Lotsenbüro ruft Sie an und lädt Sie zur Schulung ein. Sonst bekommt niemand Ihre Angaben.",
    "consent": "Ich bin einverstanden, dass das Büro des Integrationsrats meine Angaben speichert, um mich als Lotsin oder Lotse anzusprechen. "
    "Das kann ich jederzeit zurücknehmen.",
    "thanks": "Wir rufen Sie in den nächsten Tagen an. Die nächste Schulung beginnt am 14. Januar 2027.",
}
INTERESTS = [
    "Mit zum Amt gehen",
    "Beim Lesen und Schreiben helfen",
    "Dolmetschen",
    "Die Stadt zeigen",
    "Beim Frühstück mithelfen",
]
VOLUNTEERS_BODY = [
    (
        "paragraph",
        [
            "Lotsinnen und Lotsen gehen mit: zum Amt, zur Schule, zur Ärztin. Sie entscheiden nichts und unterschreiben nichts. "
            "Sie sind da. Die Schulung dauert vier Abende und kostet nichts."
        ],
    )
]
IDEAS = {
    "title": "Die Ideenkiste",
    "slug": "ideenkiste",
    "kicker": "Ideen für Lindenau",
    "colour": "plum",
    "standfirst": "Was fehlt, was stört, was könnte schöner sein? Jede Idee wird gelesen, und jede bekommt eine Antwort.",
    "purpose": "Wir veröffentlichen Ihre Idee nur, wenn niemand dadurch erkannt oder verletzt wird, und kürzen sie dafür vielleicht. "
    "Eine Zustimmung per Klick gibt es nicht: Im Rat zählt das Argument.",
    "thanks": "Ihre Idee ist angekommen. Bevor sie erscheint, liest sie jemand im Büro.",
}
TOPICS = ["Unterwegs", "Sprache und Schule", "Zusammenleben", "Ämter"]
TOWN = {
    "title": "Wie kommen Sie durch die Stadt?",
    "slug": "umfrage-unterwegs",
    "kicker": "Umfrage",
    "colour": "sky",
    "standfirst": "Sechs Fragen, drei Minuten. Die Antworten gehen in die Stellungnahme zum neuen Nahverkehrsplan ein.",
    "purpose": "Der Integrationsrat stellt die Ergebnisse in seiner Sitzung am 9. Februar 2027 vor.",
    "thanks": "Ihre Antworten zählen mit.",
    "audience": "open",
    "results": "always",
    "summary": "Viele gehen zu Fuß. Was am Bus am meisten fehlt, sind Fahrten am Abend.",
    "closes_at": datetime.datetime(2027, 1, 31, 23, 59),
}
TOWN_QUESTIONS = [
    (
        "single",
        {
            "question": "Womit sind Sie meistens unterwegs?",
            "needed": True,
            "options": ["Zu Fuß", "Mit dem Fahrrad", "Mit dem Bus", "Mit dem Auto"],
        },
    ),
    (
        "multiple",
        {
            "question": "Was fehlt Ihnen am Bus?",
            "hint": "Höchstens drei Antworten.",
            "options": [
                "Fahrten am Abend",
                "Fahrten am Sonntag",
                "Fahrpläne, die man versteht",
                "Platz für Kinderwagen",
                "Günstigere Karten",
            ],
            "most": 3,
        },
    ),
    (
        "scale",
        {
            "question": "Wie sicher fühlen Sie sich abends auf dem Weg nach Hause?",
            "steps": "5",
            "low": "gar nicht",
            "high": "sehr",
        },
    ),
    (
        "matrix",
        {
            "question": "Wie gut kommen Sie dorthin?",
            "rows": ["Rathaus", "Krankenhaus", "Südstadt", "Bahnhof"],
            "columns": ["gut", "es geht", "schlecht"],
        },
    ),
    (
        "single",
        {
            "question": "Haben Sie schon einmal einen Termin verpasst, weil Sie nicht hingekommen sind?",
            "options": ["Nein", "Einmal", "Mehrmals"],
        },
    ),
    ("text", {"question": "Was würden Sie zuerst ändern?", "hint": "Bitte keine Namen."}),
]
CLUBS = {
    "title": "Vereine, Schulen und Betriebe gefragt",
    "slug": "umfrage-vereine",
    "kicker": "Umfrage mit Einladung",
    "colour": "poppy",
    "standfirst": "Wie willkommen sind Neue bei Ihnen? Wir haben 40 Einladungen verschickt, an Vereine, Schulen und Betriebe.",
    "purpose": "Jeder Code gilt für eine Antwort. Wer welchen Code benutzt hat, speichern wir nicht.",
    "thanks": "Danke. Die Ergebnisse stehen nach dem Ende hier.",
    "audience": "codes",
    "results": "closed",
    "summary": "Neue kommen fast überall, aber nur wenige bleiben. Am häufigsten fehlt jemand, der sie anspricht.",
    "closes_at": datetime.datetime(2026, 10, 31, 23, 59),
}
CLUB_QUESTIONS = [
    (
        "single",
        {
            "question": "Sind im letzten Jahr Menschen zu Ihnen gekommen, die neu in Lindenau sind?",
            "needed": True,
            "options": ["Ja, mehrere", "Ja, einzelne", "Nein"],
        },
    ),
    ("scale", {"question": "Wie leicht finden Neue bei Ihnen Anschluss?", "steps": "5", "low": "schwer", "high": "leicht"}),
    (
        "multiple",
        {
            "question": "Was würde Ihnen helfen?",
            "options": [
                "Flugblätter in mehreren Sprachen",
                "Jemand, der dolmetscht",
                "Geld für ein Fest",
                "Eine Ansprechperson im Rathaus",
            ],
        },
    ),
    ("text", {"question": "Was ist Ihnen gelungen?"}),
]
GROUPS = (("Vereine", 11), ("Schulen", 7), ("Betriebe", 6))
# What people wrote freely: question of the page → texts.
TOWN_TEXTS = [
    "Die 4 soll auch nach 20 Uhr fahren.",
    "Eine Bank an der Haltestelle Bleiche.",
    "Fahrplan mit Bildern statt Fußnoten.",
]
CLUB_TEXTS = ["Zwei neue Torhüter.", "Ein Elternabend in vier Sprachen.", "Das Grillfest, zu dem alle kamen."]

# An idea as it was sent, and its wordings (title, text, answer) in the other languages. Not checked by native readers.
IDEA_ROWS = [
    {
        "title": "Bank an der Haltestelle Bleiche",
        "text": "An der Haltestelle Bleiche warten jeden Morgen viele Ältere. Es gibt keine Bank und kein Dach.",
        "topic": 0,
        "district": "Bleiche",
        "shown_name": "Resi",
        "progress": "done",
        "answer": "Seit 3. November steht dort eine Bank mit Lehnen. Ein Dach folgt, wenn die Straße im Frühjahr ohnehin aufgegraben wird.",
        "en": (
            "A bench at the Bleiche stop",
            "Many older people wait at the Bleiche stop every morning. There is no bench and no roof.",
            "A bench with armrests has stood there since 3 November. A roof follows in spring, when the street is dug up anyway.",
        ),
        "ar": (
            "مقعد في موقف بلايخه",
            "ينتظر كثير من كبار السن كل صباح في موقف بلايخه. لا مقعد هناك ولا سقف.",
            "منذ 3 تشرين الثاني يوجد هناك مقعد بمساند. وسيأتي السقف في الربيع عندما تُحفر الطريق على أي حال.",
        ),
        "tr": (
            "Bleiche durağına bir bank",
            "Bleiche durağında her sabah birçok yaşlı bekliyor. Ne bank var ne de çatı.",
            "3 Kasım’dan beri orada kolçaklı bir bank var. Çatı, yol ilkbaharda zaten kazılırken yapılacak.",
        ),
        "uk": (
            "Лавка на зупинці «Бляйхе»",
            "На зупинці «Бляйхе» щоранку чекає багато літніх людей. Немає ні лавки, ні даху.",
            "Із 3 листопада там стоїть лавка з підлокітниками. Дах буде навесні, коли вулицю й так розкопають.",
        ),
        "de-x-leicht": (
            "Eine Bank an der Halte-Stelle Bleiche",
            "Jeden Morgen warten dort viele alte Menschen. Es gibt keine Bank und kein Dach.",
            "Seit dem 3. November steht dort eine Bank. Im Frühling kommt ein Dach.",
        ),
    },
    {
        "title": "كتب أطفال بالعربية في المكتبة",
        "text": "ابنتي تقرأ كثيرًا، لكن في مكتبة المدينة خمسة كتب عربية فقط. هل يمكن شراء المزيد؟",
        "language": "ar",
        "topic": 1,
        "district": "Südstadt",
        "shown_name": "أم ليان",
        "progress": "taken-up",
        "de": (
            "Arabische Kinderbücher in der Bücherei",
            "Meine Tochter liest viel, aber in der Stadtbücherei gibt es nur fünf arabische Bücher. Kann man mehr kaufen?",
            "Die Bücherei kauft bis Ostern 60 Kinderbücher auf Arabisch, Türkisch und Ukrainisch. Die Liste macht sie mit Eltern zusammen.",
        ),
        "answer": "ستشتري المكتبة حتى عيد الفصح 60 كتابًا للأطفال بالعربية والتركية والأوكرانية، وستضع القائمة مع الأهالي.",
        "en": (
            "Arabic children’s books in the library",
            "My daughter reads a lot, but the town library has only five Arabic books. Could more be bought?",
            "By Easter the library buys 60 children’s books in Arabic, Turkish and Ukrainian. Parents help to make the list.",
        ),
        "tr": (
            "Kütüphanede Arapça çocuk kitapları",
            "Kızım çok okuyor ama şehir kütüphanesinde yalnızca beş Arapça kitap var. Daha fazla alınabilir mi?",
            "Kütüphane paskalyaya kadar Arapça, Türkçe ve Ukraynaca 60 çocuk kitabı alıyor. Listeyi ailelerle birlikte yapıyor.",
        ),
        "uk": (
            "Арабські дитячі книжки в бібліотеці",
            "Моя донька багато читає, але в міській бібліотеці лише п’ять арабських книжок. Чи можна купити більше?",
            "До Великодня бібліотека купить 60 дитячих книжок арабською, турецькою та українською. Список складе разом із батьками.",
        ),
        "de-x-leicht": (
            "Arabische Bücher für Kinder",
            "Meine Tochter liest viel. In der Bücherei gibt es nur 5 arabische Bücher. Bitte kaufen Sie mehr.",
            "Die Bücherei kauft 60 Bücher für Kinder. Die Bücher sind auf Arabisch, Türkisch und Ukrainisch.",
        ),
    },
    {
        "title": "Formulare zum Üben",
        "text": "Im Sprachkurs würden wir gern mit echten Formularen üben. Vielleicht kann das Rathaus Muster geben.",
        "topic": 3,
        "district": "",
        "shown_name": "Pawel",
        "progress": "agenda",
        "answer": "Das steht am 9. Februar auf der Tagesordnung. Das Bürgeramt hat zugesagt, drei Muster mitzubringen.",
        "en": (
            "Forms to practise with",
            "In the language course we would like to practise with real forms. Perhaps the town hall can give us samples.",
            "It is on the agenda for 9 February. The citizens’ office has promised to bring three samples.",
        ),
        "ar": (
            "استمارات للتدريب",
            "نودّ في دورة اللغة أن نتدرّب على استمارات حقيقية. ربما تعطينا البلدية نماذج.",
            "هذا على جدول الأعمال في 9 شباط. وقد وعد مكتب المواطنين بإحضار ثلاثة نماذج.",
        ),
        "tr": (
            "Alıştırma için formlar",
            "Dil kursunda gerçek formlarla alıştırma yapmak istiyoruz. Belki belediye örnek verebilir.",
            "Bu konu 9 Şubat’ta gündemde. Vatandaş bürosu üç örnek getirmeye söz verdi.",
        ),
        "uk": (
            "Формуляри для вправ",
            "На мовному курсі ми хотіли б вправлятися зі справжніми формулярами. Може, ратуша дасть зразки.",
            "Це на порядку денному 9 лютого. Служба для громадян обіцяла принести три зразки.",
        ),
        "de-x-leicht": (
            "Formulare zum Üben",
            "Wir lernen Deutsch. Wir möchten mit echten Formularen üben. Bitte geben Sie uns Formulare.",
            "Der Rat spricht am 9. Februar darüber. Das Bürger-Amt bringt 3 Formulare mit.",
        ),
    },
    {
        "title": "Musik im Freibad, einen Tag in jeder Sprache",
        "text": "Einmal in der Woche eine andere Musik aus den Lautsprechern im Freibad. Wer mag, bringt eine Liste mit.",
        "topic": 2,
        "district": "Am Wehr",
        "shown_name": "",
        "progress": "not-possible",
        "answer": "Schöne Idee, geht leider nicht: Die Anlage darf nur Durchsagen. Das Freibad lädt Sie aber ein, beim Sommerfest Musik zu machen.",
        "en": (
            "Music at the open-air pool, each day another language",
            "Once a week different music from the loudspeakers at the pool. Whoever likes brings a list.",
            "A fine idea, but it cannot be done: the system may only be used for announcements. The pool invites you to play at its summer party.",
        ),
        "ar": (
            "موسيقى في المسبح المفتوح، كل يوم بلغة",
            "مرة في الأسبوع موسيقى مختلفة من مكبّرات الصوت في المسبح. ومن يحب يُحضر قائمة.",
            "فكرة جميلة، لكنها غير ممكنة للأسف: لا يُسمح للمكبّرات إلا بالإعلانات. لكن المسبح يدعوكم إلى العزف في حفل الصيف.",
        ),
        "tr": (
            "Açık havuzda müzik, her dilde bir gün",
            "Haftada bir gün havuzun hoparlörlerinden başka bir müzik. İsteyen bir liste getirir.",
            "Güzel fikir, ama ne yazık ki olmuyor: Hoparlörler yalnızca anons için kullanılabilir. Havuz sizi yaz şenliğinde müzik yapmaya davet ediyor.",
        ),
        "uk": (
            "Музика у відкритому басейні, щодня іншою мовою",
            "Раз на тиждень інша музика з гучномовців у басейні. Хто хоче, приносить список.",
            "Гарна ідея, але, на жаль, ні: гучномовці дозволено лише для оголошень. Та басейн запрошує вас зіграти на літньому святі.",
        ),
        "de-x-leicht": (
            "Musik im Schwimm-Bad",
            "1 Mal in der Woche gibt es Musik aus einem anderen Land.",
            "Das ist eine schöne Idee. Es geht leider nicht. Aber Sie können beim Sommer-Fest Musik machen.",
        ),
    },
    {
        "title": "Nachbarschaftsliste im Treppenhaus",
        "text": "Wer kann was, wer braucht was? Ein Blatt im Treppenhaus reicht. Der Rat könnte eine Vorlage in vielen Sprachen machen.",
        "topic": 2,
        "district": "Gaswerk",
        "shown_name": "Familie Öztürk",
        "progress": "arrived",
        "answer": "",
        "en": (
            "A list of neighbours in the stairwell",
            "Who can do what, who needs what? One sheet in the stairwell is enough. The council could make a template in many languages.",
            "",
        ),
        "ar": (
            "قائمة الجيران في بيت الدرج",
            "من يجيد ماذا، ومن يحتاج إلى ماذا؟ ورقة واحدة في بيت الدرج تكفي. يمكن للمجلس أن يُعدّ نموذجًا بلغات كثيرة.",
            "",
        ),
        "tr": (
            "Merdivende komşu listesi",
            "Kim ne yapabilir, kimin neye ihtiyacı var? Merdivende bir kâğıt yeter. Meclis birçok dilde bir örnek hazırlayabilir.",
            "",
        ),
        "uk": (
            "Список сусідів у під’їзді",
            "Хто що вміє, кому що потрібно? Досить одного аркуша в під’їзді. Рада могла б зробити зразок багатьма мовами.",
            "",
        ),
        "de-x-leicht": (
            "Eine Liste im Treppen-Haus",
            "Was kann ich? Was brauche ich? Das steht auf der Liste. Der Rat kann eine Liste in vielen Sprachen machen.",
            "",
        ),
    },
]
WAITING_IDEAS = [
    {"title": "Sonntags länger Bücherei", "text": "Sonntags ist die Bücherei zu, dabei hätten da alle Zeit.", "topic": 1},
    {"title": "Zebrastreifen Gaswerkstraße", "text": "Vor der Schule rasen die Autos. Bitte einen Zebrastreifen.", "topic": 0},
]
MESSAGES = [
    {
        "subject": "Termin beim Frühstück",
        "text": "Darf ich meine Mutter mitbringen? Sie spricht nur Dari.",
        "name": "Nilofar Azizi",
        "email": "nilofar@lindenau.example",
        "state": "answered",
        "answer": "Sehr gern! Am Tisch von Hoa Tran sitzt jemand, der Dari spricht.",
    },
    {
        "subject": "",
        "text": "متى تُعقد جلسة المجلس القادمة؟ أريد أن أحضر.",
        "name": "سامر",
        "email": "samer@lindenau.example",
        "language": "ar",
        "state": "new",
    },
    {
        "subject": "Zeitung im Briefkasten",
        "text": "In der Gaswerkstraße 9 bis 21 ist die „Vielfalt“ nicht angekommen.",
        "name": "",
        "email": "",
        "state": "read",
        "note": "Verteiler angerufen, kommt am Freitag noch einmal.",
    },
]
VOLUNTEER_ROWS = [
    {
        "name": "Jelena Marić",
        "phone": "0170 9999101",
        "interests": (0, 2),
        "languages": "Serbisch, Deutsch",
        "times": "Dienstag und Donnerstag ab 16 Uhr",
        "district": "Südstadt",
        "state": "answered",
    },
    {
        "name": "Yusuf Demir",
        "email": "yusuf@lindenau.example",
        "interests": (1, 4),
        "languages": "Türkisch, Deutsch, etwas Kurdisch",
        "times": "am Wochenende",
        "district": "Gaswerk",
        "state": "new",
    },
    {
        "name": "Oksana Hrytsenko",
        "email": "oksana@lindenau.example",
        "interests": (0, 1, 2),
        "languages": "Ukrainisch, Russisch, Englisch",
        "times": "vormittags",
        "district": "",
        "state": "new",
    },
]

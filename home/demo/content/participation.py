"""Forms of the demo and what invented people of Lindenau sent through them. Translations: English, Arabic (not checked by native readers)."""

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

# (title, text, language, topic, district, name shown, state, progress, German wording, answer, answer in Arabic or English)
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
    },
    {
        "title": "Nachbarschaftsliste im Treppenhaus",
        "text": "Wer kann was, wer braucht was? Ein Blatt im Treppenhaus reicht. Der Rat könnte eine Vorlage in vielen Sprachen machen.",
        "topic": 2,
        "district": "Gaswerk",
        "shown_name": "Familie Öztürk",
        "progress": "arrived",
        "answer": "",
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

LANGUAGES = ("en", "ar")
WORDS = {
    "Schreiben Sie uns": ("Write to us", "اكتبوا إلينا"),
    "Kontakt": ("Contact", "تواصل"),
    CONTACT["standfirst"]: (
        "A question, a hint, a complaint? Write in the language that comes easily to you.",
        "سؤال أو ملاحظة أو شكوى؟ اكتبوا باللغة التي تسهل عليكم.",
    ),
    CONTACT["purpose"]: (
        "The council’s office reads your message and answers you. It is passed on only if you want that.",
        "يقرأ مكتب المجلس رسالتكم ويجيبكم. ولا تُعطى لأحد آخر إلا إذا أردتم ذلك.",
    ),
    CONTACT["thanks"]: (
        "Your message is here. We usually answer within a week.",
        "وصلت رسالتكم. نجيب عادةً خلال أسبوع.",
    ),
    "Lotsin oder Lotse werden": ("Become a guide", "كونوا مرافقين للقادمين الجدد"),
    "Mithelfen": ("Help along", "مساعدة"),
    VOLUNTEERS["standfirst"]: (
        "You know the town, others have only just arrived. Two hours a month make the difference.",
        "أنتم تعرفون المدينة، وآخرون وصلوا للتو. ساعتان في الشهر تصنعان الفرق.",
    ),
    VOLUNTEERS["purpose"]: (
        "Hoa Tran of the guides’ office calls you and invites you to the training. Nobody else gets your details.",
        "تتصل بكم هوا تران من مكتب المرافقين وتدعوكم إلى التدريب. ولا يحصل أحد غيرها على بياناتكم.",
    ),
    VOLUNTEERS["consent"]: (
        "I agree that the council’s office keeps my details in order to approach me as a guide. I can take this back at any time.",
        "أوافق على أن يحفظ مكتب المجلس بياناتي ليتواصل معي كمرافق أو مرافقة. يمكنني سحب موافقتي في أي وقت.",
    ),
    VOLUNTEERS["thanks"]: (
        "We call you in the next few days. The next training begins on 14 January 2027.",
        "نتصل بكم في الأيام القادمة. يبدأ التدريب القادم في 14 كانون الثاني 2027.",
    ),
    VOLUNTEERS_BODY[0][1][0]: (
        "Guides come along: to the authorities, to school, to the doctor. They decide nothing and sign nothing. They are there. "
        "The training takes four evenings and costs nothing.",
        "المرافقون يذهبون معكم: إلى الدوائر والمدرسة والطبيبة. لا يقررون شيئًا ولا يوقّعون على شيء. إنهم حاضرون فحسب. "
        "يستغرق التدريب أربع أمسيات وهو مجاني.",
    ),
    "Mit zum Amt gehen": ("Go along to the authorities", "المرافقة إلى الدوائر"),
    "Beim Lesen und Schreiben helfen": ("Help with reading and writing", "المساعدة في القراءة والكتابة"),
    "Dolmetschen": ("Interpret", "الترجمة الشفوية"),
    "Die Stadt zeigen": ("Show the town", "التعريف بالمدينة"),
    "Beim Frühstück mithelfen": ("Help at the breakfast", "المساعدة في الفطور المشترك"),
    "Die Ideenkiste": ("The idea box", "صندوق الأفكار"),
    "Ideen für Lindenau": ("Ideas for Lindenau", "أفكار من أجل لينديناو"),
    IDEAS["standfirst"]: (
        "What is missing, what is in the way, what could be nicer? Every idea is read, and every one gets an answer.",
        "ما الذي ينقص؟ ما الذي يزعج؟ ما الذي يمكن أن يكون أجمل؟ كل فكرة تُقرأ، وكل فكرة تحصل على جواب.",
    ),
    IDEAS["purpose"]: (
        "We publish your idea only if it names and hurts nobody, and may shorten it for that. There are no votes by click: in the council the argument counts.",
        "ننشر فكرتكم فقط إذا لم تكشف هوية أحد ولم تجرحه، وقد نختصرها لذلك. لا يوجد تصويت بالنقر: في المجلس تُحسب الحجّة.",
    ),
    IDEAS["thanks"]: (
        "Your idea has arrived. Before it appears, somebody in the office reads it.",
        "وصلت فكرتكم. يقرؤها أحد في المكتب قبل أن تظهر.",
    ),
    "Unterwegs": ("Getting around", "التنقل"),
    "Sprache und Schule": ("Language and school", "اللغة والمدرسة"),
    "Zusammenleben": ("Living together", "العيش معًا"),
    "Ämter": ("Authorities", "الدوائر"),
    TOWN["title"]: ("How do you get around town?", "كيف تتنقلون في المدينة؟"),
    "Umfrage": ("Survey", "استطلاع"),
    TOWN["standfirst"]: (
        "Six questions, three minutes. The answers go into the council’s statement on the new plan for buses and trains.",
        "ستة أسئلة، ثلاث دقائق. تدخل الإجابات في رأي المجلس حول خطة المواصلات الجديدة.",
    ),
    TOWN["purpose"]: (
        "The council presents the results at its meeting on 9 February 2027.",
        "يعرض المجلس النتائج في جلسته يوم 9 شباط 2027.",
    ),
    TOWN["thanks"]: ("Your answers count.", "إجاباتكم محسوبة."),
    TOWN["summary"]: (
        "Many walk. What people miss most about the bus are rides in the evening.",
        "كثيرون يمشون. وأكثر ما ينقص في الحافلات هو الرحلات المسائية.",
    ),
    "Womit sind Sie meistens unterwegs?": ("How do you mostly get around?", "بماذا تتنقلون غالبًا؟"),
    "Zu Fuß": ("On foot", "سيرًا على الأقدام"),
    "Mit dem Fahrrad": ("By bicycle", "بالدراجة"),
    "Mit dem Bus": ("By bus", "بالحافلة"),
    "Mit dem Auto": ("By car", "بالسيارة"),
    "Was fehlt Ihnen am Bus?": ("What do you miss about the bus?", "ما الذي ينقصكم في الحافلات؟"),
    "Höchstens drei Antworten.": ("Three answers at most.", "ثلاث إجابات على الأكثر."),
    "Fahrten am Abend": ("Buses in the evening", "رحلات في المساء"),
    "Fahrten am Sonntag": ("Buses on Sundays", "رحلات يوم الأحد"),
    "Fahrpläne, die man versteht": ("Timetables one understands", "جداول مواعيد مفهومة"),
    "Platz für Kinderwagen": ("Room for prams", "مكان لعربات الأطفال"),
    "Günstigere Karten": ("Cheaper tickets", "تذاكر أرخص"),
    "Wie sicher fühlen Sie sich abends auf dem Weg nach Hause?": (
        "How safe do you feel on your way home in the evening?",
        "ما مدى شعوركم بالأمان مساءً في طريقكم إلى البيت؟",
    ),
    "gar nicht": ("not at all", "لا أشعر بالأمان"),
    "sehr": ("very", "جدًا"),
    "Wie gut kommen Sie dorthin?": ("How well can you get there?", "كيف تصلون إلى هناك؟"),
    "Rathaus": ("Town hall", "دار البلدية"),
    "Krankenhaus": ("Hospital", "المستشفى"),
    "Südstadt": ("Südstadt", "حي زودشتات"),
    "Bahnhof": ("Station", "محطة القطار"),
    "gut": ("well", "جيدًا"),
    "es geht": ("so-so", "لا بأس"),
    "schlecht": ("badly", "بصعوبة"),
    "Haben Sie schon einmal einen Termin verpasst, weil Sie nicht hingekommen sind?": (
        "Have you ever missed an appointment because you could not get there?",
        "هل فاتكم موعد من قبل لأنكم لم تستطيعوا الوصول؟",
    ),
    "Nein": ("No", "لا"),
    "Einmal": ("Once", "مرة"),
    "Mehrmals": ("Several times", "عدة مرات"),
    "Was würden Sie zuerst ändern?": ("What would you change first?", "ما أول شيء ستغيّرونه؟"),
    "Bitte keine Namen.": ("No names, please.", "من دون أسماء رجاءً."),
    CLUBS["title"]: ("Asking clubs, schools and employers", "أسئلة للجمعيات والمدارس والشركات"),
    "Umfrage mit Einladung": ("Survey by invitation", "استطلاع بدعوة"),
    CLUBS["standfirst"]: (
        "How welcome are newcomers with you? We sent 40 invitations to clubs, schools and employers.",
        "ما مدى الترحيب بالجدد عندكم؟ أرسلنا 40 دعوة إلى جمعيات ومدارس وشركات.",
    ),
    CLUBS["purpose"]: (
        "Each code is good for one answer. Who used which code is not kept.",
        "كل رمز يصلح لإجابة واحدة. ولا نحفظ من استخدم أي رمز.",
    ),
    CLUBS["thanks"]: ("Thank you. The results will be here after the end.", "شكرًا لكم. ستكون النتائج هنا بعد الانتهاء."),
    CLUBS["summary"]: (
        "Newcomers turn up almost everywhere, but few stay. What is missing most often is somebody who talks to them.",
        "يأتي الجدد إلى كل مكان تقريبًا، لكن قلّة منهم تبقى. وأكثر ما ينقص هو من يبادر إلى الحديث معهم.",
    ),
    "Sind im letzten Jahr Menschen zu Ihnen gekommen, die neu in Lindenau sind?": (
        "Did people who are new in Lindenau come to you last year?",
        "هل جاء إليكم في السنة الماضية أشخاص جدد في لينديناو؟",
    ),
    "Ja, mehrere": ("Yes, several", "نعم، عدة أشخاص"),
    "Ja, einzelne": ("Yes, a few", "نعم، بعض الأشخاص"),
    "Wie leicht finden Neue bei Ihnen Anschluss?": (
        "How easily do newcomers make friends with you?",
        "ما مدى سهولة اندماج الجدد عندكم؟",
    ),
    "schwer": ("hard", "صعب"),
    "leicht": ("easy", "سهل"),
    "Was würde Ihnen helfen?": ("What would help you?", "ما الذي يساعدكم؟"),
    "Flugblätter in mehreren Sprachen": ("Leaflets in several languages", "منشورات بعدة لغات"),
    "Jemand, der dolmetscht": ("Somebody who interprets", "من يترجم شفويًا"),
    "Geld für ein Fest": ("Money for a party", "مال لإقامة حفل"),
    "Eine Ansprechperson im Rathaus": ("A contact in the town hall", "شخص للتواصل في البلدية"),
    "Was ist Ihnen gelungen?": ("What has worked for you?", "ما الذي نجحتم فيه؟"),
}


def catalogue(code: str) -> dict[str, str]:
    place = LANGUAGES.index(code)
    return {german: words[place] for german, words in WORDS.items()}

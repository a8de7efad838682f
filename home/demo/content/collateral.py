"""Posters, the sign at the town hall, and the calendar for 2027. Everything that happens in them is invented."""

BREAKFAST = {
    "title": "Plakat: Offenes Frühstück",
    "slug": "plakat-fruehstueck",
    "kicker": "Offenes Frühstück",
    "claim": "Bring mit, was du morgens isst.",
    "picture": "fruehstueck",
    "picture_alt": "Zeichnung von oben: Sechs Hände greifen nach Brot, Oliven und Teegläsern.",
    "picture_kind": "photo",
    "text": "Sechs Sorten Tee sind da, Brezeln und Fladenbrot auch. Und die Frage: Wer wird Lotse?",
    "when": "Sonntag, 29. November 2026, 9.30 bis 12.30 Uhr",
    "where": "Alte Feuerwache, Schlauchturmsaal, Gaswerkstraße 5",
    "what": "Kostet nichts, ohne Stufen, mit Gebärdensprache und Kinderecke.",
    "last_day": "2026-11-29",
    "partners": ("Akademie am Wehr", "Werkbank Demokratie e. V."),
}
TOUR = {
    "title": "Plakat: Rat auf Tour",
    "slug": "plakat-rat-auf-tour",
    "kicker": "Rat auf Tour",
    "claim": "Wir kommen zu Ihnen. Auch in die Südstadt.",
    "picture": "tour",
    "picture_alt": "Zeichnung: Ein Infostand mit Sonnenschirm auf dem Markt, Menschen reden über die Theke.",
    "picture_kind": "photo",
    "text": "Ein Stand, zwei Klappstühle, heißer Apfelsaft. Sagen Sie, was in Ihrem Viertel fehlt.",
    "when": "Samstag, 12. Dezember 2026, und Samstag, 23. Januar 2027, 10 bis 13 Uhr",
    "where": "Wochenmarkt am Gaswerk",
    "what": "Ohne Anmeldung, auf Deutsch, Türkisch und Arabisch.",
    "last_day": "2027-01-23",
    "partners": (),
}
POSTERS = (BREAKFAST, TOUR)

# German segment → English, Turkish, Arabic, Ukrainian. Not checked by native readers.
TRANSLATIONS = {
    BREAKFAST["title"]: (
        "Poster: Open breakfast",
        "Afiş: Açık kahvaltı",
        "ملصق: فطور مفتوح",
        "Плакат: Відкритий сніданок",
    ),
    BREAKFAST["kicker"]: ("Open breakfast", "Açık kahvaltı", "فطور مفتوح للجميع", "Відкритий сніданок"),
    BREAKFAST["claim"]: (
        "Bring what you eat in the morning.",
        "Sabah ne yersen, onu getir.",
        "أحضر ما تأكله في الصباح.",
        "Принеси те, що їси вранці.",
    ),
    BREAKFAST["picture_alt"]: (
        "Drawing from above: six hands reach for bread, olives and glasses of tea.",
        "Yukarıdan çizim: Altı el ekmeğe, zeytine ve çay bardaklarına uzanıyor.",
        "رسم من الأعلى: ست أيادٍ تمتد إلى الخبز والزيتون وكؤوس الشاي.",
        "Малюнок згори: шість рук тягнуться до хліба, оливок і склянок чаю.",
    ),
    BREAKFAST["text"]: (
        "There are six kinds of tea, pretzels and flatbread. And one question: who will be a guide?",
        "Altı çeşit çay var, simit ve pide de. Bir de soru: Kim rehber olmak ister?",
        "لدينا ستة أنواع من الشاي، ومعها الكعك وخبز التنور. وسؤال واحد: من يصبح مرشداً؟",
        "Буде шість видів чаю, кренделі й перепічки. І питання: хто стане провідником?",
    ),
    BREAKFAST["when"]: (
        "Sunday, 29 November 2026, 9.30 to 12.30",
        "29 Kasım 2026 Pazar, 9.30–12.30",
        "الأحد 29 نوفمبر 2026، من 9:30 إلى 12:30",
        "Неділя, 29 листопада 2026 року, 9:30–12:30",
    ),
    BREAKFAST["where"]: (
        "Old Fire Station (Alte Feuerwache), Gaswerkstraße 5",
        "Eski itfaiye binası (Alte Feuerwache), Gaswerkstraße 5",
        "محطة الإطفاء القديمة (Alte Feuerwache)، Gaswerkstraße 5",
        "Стара пожежна частина (Alte Feuerwache), Gaswerkstraße 5",
    ),
    BREAKFAST["what"]: (
        "Free, no steps, with sign language and a corner for children.",
        "Ücretsiz, basamaksız, işaret dili ve çocuk köşesi var.",
        "الدخول مجاني ومن دون درج، مع لغة الإشارة وركن للأطفال.",
        "Безкоштовно, без сходів, з жестовою мовою і дитячим куточком.",
    ),
    TOUR["title"]: (
        "Poster: The council on tour",
        "Afiş: Meclis yollarda",
        "ملصق: المجلس في جولة",
        "Плакат: Рада їде до вас",
    ),
    TOUR["kicker"]: ("The council on tour", "Meclis yollarda", "المجلس في جولة", "Рада їде до вас"),
    TOUR["claim"]: (
        "We come to you. To the Südstadt too.",
        "Size geliyoruz. Südstadt’a da.",
        "نحن نأتي إليكم. حتى إلى الحي الجنوبي.",
        "Ми приходимо до вас. І в Південне місто.",
    ),
    TOUR["picture_alt"]: (
        "Drawing: a stand with a sunshade on the market, people talking across the counter.",
        "Çizim: Pazarda güneş şemsiyeli bir tezgâh, insanlar tezgâhın başında konuşuyor.",
        "رسم: كشك تحت مظلة في السوق وأناس يتحدثون عبر الطاولة.",
        "Малюнок: намет із парасолею на ринку, люди розмовляють через прилавок.",
    ),
    TOUR["text"]: (
        "A stand, two folding chairs, hot apple juice. Tell us what your neighbourhood is missing.",
        "Bir tezgâh, iki katlanır sandalye, sıcak elma suyu. Mahallenizde neyin eksik olduğunu söyleyin.",
        "كشك وكرسيان وعصير تفاح ساخن. قولوا لنا ما ينقص حيّكم.",
        "Намет, два розкладні стільці, гарячий яблучний сік. Скажіть, чого бракує у вашому районі.",
    ),
    TOUR["when"]: (
        "Saturday, 12 December 2026, and Saturday, 23 January 2027, 10 to 13",
        "12 Aralık 2026 Cumartesi ve 23 Ocak 2027 Cumartesi, 10–13",
        "السبت 12 ديسمبر 2026 والسبت 23 يناير 2027، من 10 إلى 13",
        "Субота, 12 грудня 2026 року, і субота, 23 січня 2027 року, 10–13",
    ),
    TOUR["where"]: (
        "Weekly market at the gasworks (Wochenmarkt am Gaswerk)",
        "Gaswerk semt pazarı (Wochenmarkt am Gaswerk)",
        "السوق الأسبوعي (Wochenmarkt am Gaswerk)",
        "Тижневий ринок (Wochenmarkt am Gaswerk)",
    ),
    TOUR["what"]: (
        "No registration, in German, Turkish and Arabic.",
        "Kayıt gerekmez; Almanca, Türkçe ve Arapça konuşulur.",
        "من دون تسجيل، بالألمانية والتركية والعربية.",
        "Без запису, німецькою, турецькою та арабською.",
    ),
}

WELCOME = {
    "title": "Willkommensschild im Rathaus",
    "slug": "willkommensschild",
    "greeting": "Herzlich willkommen",
    "place": "im Rathaus von Lindenau an der Pegnach",
    "languages": ["en", "tr", "ar", "uk", "ti", "fa", "pl", "hi", "ro", "el", "ka"],
    "text": "Wir sprechen mit Ihnen. Zimmer 12, erster Stock, mit Aufzug. Dolmetscher rufen wir dazu. Das kostet Sie nichts.",
}

CALENDAR = {
    "title": "Lindenauer Jahreskalender",
    "slug": "kalender-2027",
    "year": 2027,
    "state": "BY",
    "standfirst": "Sitzungen, Feste und Fristen für alle, die in Lindenau wohnen. Feiern Sie mit, auch wenn es nicht Ihr Fest ist.",
    "feasts": [
        *("orthodox-christmas", "mother-language", "lunar-new-year", "ramadan", "womens-day", "eid-al-fitr", "nowruz"),
        *("against-racism", "pesach", "roma-day", "orthodox-easter", "vaisakhi", "red-wednesday", "hidirellez", "vesak"),
        *("eid-al-adha", "refugee-day", "ashura", "enkutatash", "rosh-hashanah", "yom-kippur", "moon-festival"),
        *("languages", "meskel", "diwali", "saint-nicholas", "hanukkah", "human-rights", "migrants-day"),
    ],
    "programme_title": "Woche der Vielfalt",
    "programme_from": "2027-09-25",
    "programme_until": "2027-10-03",
}
SAAL, MARKT, BUECHEREI = "Rathaus, Großer Saal", "Fischmarkt", "Stadtbücherei"
# What is no event of this site: date, last day, time, title, kind, place, text
ENTRIES = (
    (
        "2027-01-14",
        "",
        "18 Uhr",
        "Schulung für Lotsinnen und Lotsen beginnt",
        "learning",
        "Rathaus, Zimmer 12",
        "Vier Abende, kostet nichts.",
    ),
    ("2027-02-09", "", "18 Uhr", "Sitzung des Integrationsrats", "council", SAAL, "Öffentlich, mit Gebärdensprache."),
    ("2027-02-21", "", "15 Uhr", "Vorlesen in neun Sprachen", "learning", BUECHEREI, ""),
    ("2027-03-06", "", "18 Uhr", "Fastenbrechen für alle", "culture", "Moschee an der Wehrstraße", ""),
    ("2027-03-15", "", "", "Anträge an den Projekttopf", "deadline", "", "20 000 Euro für Vereine und Nachbarschaften."),
    ("2027-03-20", "", "17 Uhr", "Newroz-Feuer an der Pegnach", "culture", "Wehrwiese", ""),
    ("2027-04-13", "", "18 Uhr", "Sitzung des Integrationsrats", "council", SAAL, ""),
    ("2027-04-24", "", "10 Uhr", "Pflanzentausch", "meeting", "Kolonie am Bahndamm", ""),
    ("2027-06-08", "", "18 Uhr", "Sitzung des Integrationsrats", "council", SAAL, ""),
    ("2027-07-10", "", "9 Uhr", "Frauenschwimmen: Sommerkurs beginnt", "learning", "Hallenbad", ""),
    ("2027-07-31", "", "", "Zettel für die Herbstausgabe", "deadline", "", "Ein Satz genügt, in jeder Sprache."),
    ("2027-08-10", "", "18 Uhr", "Sitzung des Integrationsrats", "council", SAAL, ""),
    ("2027-09-14", "", "18 Uhr", "Deutschkurse: Einschreibung", "learning", "Volkshochschule", ""),
    ("2027-10-12", "", "18 Uhr", "Sitzung des Integrationsrats", "council", SAAL, ""),
    ("2027-11-06", "", "17 Uhr", "Lichterzug der Kindergärten", "culture", "Alte Brücke", ""),
    ("2027-11-15", "", "", "Vorschläge für den Ehrenpreis", "deadline", "", ""),
    ("2027-12-04", "2027-12-05", "", "Markt der Nachbarn", "culture", MARKT, ""),
    ("2027-12-14", "", "18 Uhr", "Sitzung des Integrationsrats", "council", SAAL, "Mit der Verleihung des Ehrenpreises."),
)

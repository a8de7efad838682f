"""The town's contact points: needs, organisations, multipliers. German → English, Turkish, Arabic, Ukrainian.

Translations are not checked by native readers. All names, numbers and addresses are invented.
"""

import datetime

LANGUAGES = ("en", "tr", "ar", "uk")

PAGE = {
    "title": "Wer hilft wobei?",
    "slug": "anlaufstellen",
    "standfirst": "Ämter, Vereine und Menschen in Lindenau: wen Sie anrufen können, in welcher Sprache, wann.",
    "notice": "Im Notfall: Feuerwehr und Rettung 112, Polizei 110. Hilfetelefon Gewalt gegen Frauen: 116 016, kostenlos, in 18 Sprachen.",
}
PAGE_WORDS = {
    "Wer hilft wobei?": ("Who helps with what?", "Kim neye yardım eder?", "من يساعد وبماذا؟", "Хто і з чим допоможе?"),
    "Ämter, Vereine und Menschen in Lindenau: wen Sie anrufen können, in welcher Sprache, wann.": (
        "Offices, clubs and people in Lindenau: whom you can call, in which language, and when.",
        "Lindenau’daki daireler, dernekler ve insanlar: kimi, hangi dilde, ne zaman arayabilirsiniz.",
        "دوائر وجمعيات وأشخاص في لينديناو: بمن تتصلون، وبأي لغة، ومتى.",
        "Установи, спілки й люди в Лінденау: кому телефонувати, якою мовою і коли.",
    ),
    "Im Notfall: Feuerwehr und Rettung 112, Polizei 110. Hilfetelefon Gewalt gegen Frauen: 116 016, kostenlos, in 18 Sprachen.": (
        "In an emergency: fire and ambulance 112, police 110. Helpline violence against women: 116 016, free of charge, in 18 languages.",
        "Acil durumda: itfaiye ve ambulans 112, polis 110. Kadına yönelik şiddet yardım hattı: 116 016, ücretsiz, 18 dilde.",
        "في حالات الطوارئ: الإطفاء والإسعاف 112، الشرطة 110. هاتف المساعدة ضد العنف على النساء: 116 016، مجانًا وبـ 18 لغة.",
        "У разі небезпеки: пожежна й швидка 112, поліція 110. Гаряча лінія для жінок, що зазнали насильства: 116 016, безкоштовно, 18 мовами.",
    ),
}

# key, German, then the others
NEEDS = [
    ("papiere", "Hilfe mit Aufenthalt und Papieren", "help with residence and papers", "oturum ve evraklar için yardım", "مساعدة في الإقامة والأوراق", "допомогу з дозволом на проживання й документами"),
    ("deutsch", "einen Deutschkurs", "a German course", "Almanca kursu", "دورة لغة ألمانية", "курс німецької"),
    ("dolmetschen", "jemanden, der dolmetscht", "somebody who interprets", "tercüman", "مترجمًا", "перекладача"),
    ("wohnen", "eine Wohnung", "a flat", "ev", "سكنًا", "житло"),
    ("arbeit", "Arbeit oder eine Ausbildung", "work or training", "iş ya da meslek eğitimi", "عملًا أو تدريبًا مهنيًا", "роботу або навчання професії"),
    ("zeugnisse", "Anerkennung meiner Zeugnisse", "recognition of my certificates", "diplomamın tanınması", "الاعتراف بشهاداتي", "визнання моїх дипломів"),
    ("kita-schule", "Kita und Schule", "nursery and school", "kreş ve okul", "روضة أو مدرسة", "дитсадок і школу"),
    ("familie", "Rat für Familie und Kinder", "advice for family and children", "aile ve çocuklar için danışma", "مشورة للأسرة والأطفال", "пораду для родини й дітей"),
    ("gesundheit", "Ärztin und Gesundheit", "a doctor, health", "doktor ve sağlık", "طبيبًا أو رعاية صحية", "лікаря, здоров’я"),
    ("geld", "Hilfe bei Geld und Schulden", "help with money and debts", "para ve borç konusunda yardım", "مساعدة في المال والديون", "допомогу з грошима й боргами"),
    ("schutz", "Schutz vor Hass und Gewalt", "protection from hate and violence", "nefret ve şiddete karşı koruma", "حماية من الكراهية والعنف", "захист від ненависті та насильства"),
    ("begegnung", "Leute, Musik, Sport", "people, music, sport", "insanlarla tanışma, müzik, spor", "ناسًا وموسيقى ورياضة", "людей, музику, спорт"),
    ("mitreden", "einen Ort zum Mitreden", "a place to have a say", "söz hakkı", "مكانًا لإبداء الرأي", "де мати голос"),
]  # fmt: skip

MO_DO, MO_FR = range(4), range(5)


def week(*spans: tuple) -> list[list[list[str]]]:
    """(days, start, end) … → the week as cms.directory.opening keeps it."""
    days: list[list[list[str]]] = [[] for _day in range(7)]
    for which, start, end in spans:
        for day in which:
            days[day].append([start, end])
    return days


CHECKED = datetime.date(2026, 9, 15)

# The words of each in five languages; everything else is the same in all of them.
ORGANISATIONS = [
    {
        "name": "Ausländerbehörde der Stadt Lindenau", "kind": "administration", "needs": "papiere",
        "phone": "089 99998-200", "email": "auslaenderbehoerde@lindenau.example", "address": "Am Fischmarkt 1, Erdgeschoss", "district": "Altstadt",
        "languages": "de,en", "week": week((MO_FR, "08:00", "12:00"), ([3], "14:00", "18:00")), "access": "step-free,toilet,signing",
        "helps_with": ("Aufenthalt, Arbeitserlaubnis, Reiseausweis", "Residence, work permit, travel document", "Oturum, çalışma izni, seyahat belgesi", "الإقامة وتصريح العمل ووثيقة السفر", "Дозвіл на проживання й роботу, проїзний документ"),
        "hours": ("nur mit Termin, auch online", "by appointment only, also online", "yalnızca randevuyla, internetten de", "بموعد مسبق فقط، عبر الإنترنت أيضًا", "лише за записом, також онлайн"),
    },
    {
        "name": "Migrationsberatung Brückenhaus", "kind": "counselling", "needs": "papiere,geld,familie",
        "phone": "089 99991-310", "email": "beratung@brueckenhaus.example", "address": "Wehrstraße 12", "district": "Südstadt", "url": "https://brueckenhaus.example/",
        "languages": "de,en,ar,tr,uk,ru,ti", "week": week((MO_DO, "09:00", "12:00"), ([1, 3], "14:00", "17:00")), "access": "step-free,lift,toilet",
        "helps_with": ("Beratung vom ersten Tag an: Asyl, Familie, Briefe vom Amt", "Advice from day one: asylum, family, letters from offices", "İlk günden danışma: iltica, aile, resmi yazılar", "استشارة من اليوم الأول: اللجوء والأسرة ورسائل الدوائر", "Поради з першого дня: притулок, родина, листи з установ"),
        "hours": ("ohne Termin, bitte Briefe mitbringen", "no appointment needed, please bring your letters", "randevusuz, yazıları getirin", "دون موعد، يرجى إحضار الرسائل", "без запису, візьміть листи з собою"),
    },
    {
        "name": "Jugendmigrationsdienst", "kind": "counselling", "needs": "arbeit,kita-schule,familie",
        "phone": "089 99991-322", "email": "jmd@brueckenhaus.example", "address": "Wehrstraße 12, 1. Stock", "district": "Südstadt",
        "languages": "de,en,fa,ps,ar", "week": week((MO_DO, "12:00", "17:00")), "access": "lift",
        "helps_with": ("Schule, Ausbildung und Ärger, von 12 bis 27 Jahren", "School, training and trouble, ages 12 to 27", "12–27 yaş: okul, meslek ve dertler", "المدرسة والتدريب والمشكلات، من 12 إلى 27 عامًا", "Школа, навчання й клопоти, від 12 до 27 років"),
    },
    {
        "name": "Volkshochschule Lindenau", "kind": "education", "needs": "deutsch,zeugnisse",
        "phone": "089 99991-40", "email": "deutsch@vhs-lindenau.example", "address": "Schulgasse 5", "district": "Altstadt", "url": "https://vhs-lindenau.example/",
        "languages": "de,en,tr,uk", "week": week((MO_FR, "09:00", "12:30"), ([0, 2], "15:00", "18:00")), "access": "step-free,lift,toilet,loop",
        "helps_with": ("Deutsch von A1 bis C1, Prüfungen, Alphabetisierung", "German from A1 to C1, exams, literacy", "A1’den C1’e Almanca, sınavlar, okuma yazma", "الألمانية من A1 إلى C1 والامتحانات ومحو الأمية", "Німецька від A1 до C1, іспити, грамота"),
        "hours": ("Einstufung dienstags ab 9 Uhr", "Placement test on Tuesdays from 9 am", "Seviye tespiti salı günleri 9’dan itibaren", "تحديد المستوى أيام الثلاثاء من الساعة 9", "Перевірка рівня щовівторка від 9 години"),
    },
    {
        "name": "Sprachcafé in der Stadtbücherei", "kind": "education", "needs": "deutsch,begegnung",
        "phone": "089 99998-410", "email": "sprachcafe@lindenau.example", "address": "Marktplatz 3", "district": "Altstadt",
        "languages": "de,en,fr,es,ar", "week": week(([2], "16:00", "18:00"), ([5], "10:00", "12:00")), "access": "step-free,toilet",
        "helps_with": ("Deutsch reden bei Kaffee, ohne Anmeldung, mit Kindern", "Talk German over coffee, no registration, children welcome", "Kahve eşliğinde Almanca konuşma, kayıtsız, çocuklarla", "محادثة بالألمانية مع القهوة، دون تسجيل، ومع الأطفال", "Розмови німецькою за кавою, без запису, з дітьми"),
    },
    {
        "name": "Sprachmittler-Dienst der Stadt", "kind": "administration", "needs": "dolmetschen",
        "phone": "089 99998-150", "email": "sprachmittler@lindenau.example", "address": "Rathaus, Zimmer 14", "district": "Altstadt",
        "languages": "de,ar,tr,uk,ru,pl,ro,fa,ti,so,sq,gsg", "week": week((MO_DO, "09:00", "15:00")), "access": "step-free,lift,signing",
        "helps_with": ("Dolmetschen bei Schule, Arzt und Amt, für Sie kostenlos", "Interpreting at school, doctor’s and offices, free for you", "Okulda, doktorda, dairede ücretsiz tercüme", "ترجمة في المدرسة وعند الطبيب والدوائر، مجانًا لكم", "Переклад у школі, лікаря й установі, для вас безкоштовно"),
        "hours": ("bitte drei Tage vorher anrufen", "please call three days ahead", "lütfen üç gün önceden arayın", "يرجى الاتصال قبل ثلاثة أيام", "телефонуйте за три дні"),
    },
    {
        "name": "Wohnraumbüro", "kind": "administration", "needs": "wohnen,geld",
        "phone": "089 99998-260", "email": "wohnen@lindenau.example", "address": "Am Fischmarkt 4", "district": "Altstadt",
        "languages": "de,en", "week": week(([0, 1, 3], "08:30", "12:00"), ([3], "14:00", "17:30")), "access": "step-free",
        "helps_with": ("Wohnberechtigungsschein, Wohngeld, wenn die Kündigung kommt", "Housing permit, housing benefit, when you are given notice", "Sosyal konut belgesi, kira yardımı, tahliye", "شهادة السكن وإعانة السكن وعند إنهاء العقد", "Довідка на житло, субсидія, якщо виселяють"),
    },
    {
        "name": "Mieterverein Pegnachtal e. V.", "kind": "association", "needs": "wohnen",
        "phone": "089 99991-77", "email": "rat@mieterverein.example", "address": "Gaswerkstraße 8", "district": "Gaswerk",
        "languages": "de,tr,ru", "week": week(([1, 3], "16:00", "19:00")),
        "helps_with": ("Mietvertrag, Nebenkosten, Schimmel", "Rental contract, service charges, mould", "Kira sözleşmesi, yan giderler, küf", "عقد الإيجار والتكاليف الإضافية والعفن", "Договір оренди, комунальні, пліснява"),
    },
    {
        "name": "Agentur für Arbeit, Migration", "kind": "administration", "needs": "arbeit,zeugnisse",
        "phone": "089 99992-100", "email": "migration@agentur.example", "address": "Bahnhofplatz 2", "district": "Am Bahndamm",
        "languages": "de,en,ar,uk", "week": week((MO_FR, "08:00", "12:30"), ([3], "14:00", "18:00")), "access": "step-free,lift,toilet,parking",
        "helps_with": ("Stellen, Ausbildung, Kosten für Übersetzungen von Zeugnissen", "Jobs, training, costs of translating certificates", "İş, meslek eğitimi, diploma çeviri masrafları", "وظائف وتدريب وتكاليف ترجمة الشهادات", "Вакансії, навчання, кошти на переклад дипломів"),
    },
    {
        "name": "Handwerk integriert", "kind": "business", "needs": "arbeit",
        "phone": "089 99992-35", "email": "start@handwerk-pegnach.example", "address": "Zunftgasse 1", "district": "Gaswerk",
        "languages": "de,fa,ps,ti", "week": week((MO_FR, "07:30", "15:30")),
        "helps_with": ("Praktikum und Lehre in 60 Betrieben", "Internships and apprenticeships in 60 firms", "60 işletmede staj ve çıraklık", "تدريب عملي ومهني في 60 شركة", "Практика й учнівство у 60 фірмах"),
    },
    {
        "name": "Anerkennungsberatung", "kind": "counselling", "needs": "zeugnisse,arbeit",
        "phone": "089 99992-48", "email": "anerkennung@brueckenhaus.example", "address": "Bahnhofplatz 2, 2. Stock", "district": "Am Bahndamm",
        "languages": "de,en,uk,ru,ar,es", "week": week(([0, 2], "09:00", "15:00")), "access": "lift,toilet",
        "helps_with": ("Welcher Abschluss gilt, was fehlt, wer zahlt", "Which degree counts, what is missing, who pays", "Hangi diploma geçerli, ne eksik, kim öder", "أي شهادة معترف بها وما الناقص ومن يدفع", "Який диплом визнають, чого бракує, хто платить"),
        "hours": ("nur mit Termin", "by appointment only", "yalnızca randevuyla", "بموعد مسبق فقط", "лише за записом"),
    },
    {
        "name": "Servicestelle Kita und Schule", "kind": "education", "needs": "kita-schule,familie",
        "phone": "089 99998-330", "email": "kita@lindenau.example", "address": "Schulgasse 7", "district": "Altstadt",
        "languages": "de,en,tr,ar,ro", "week": week((MO_DO, "08:00", "15:00"), ([4], "08:00", "12:00")), "access": "step-free,toilet",
        "helps_with": ("Anmeldung, Willkommensklassen, Bildung und Teilhabe", "Enrolment, welcome classes, help with school costs", "Kayıt, hoş geldin sınıfları, okul yardımı", "التسجيل وصفوف الترحيب والدعم المدرسي", "Запис, вступні класи, допомога на навчання"),
    },
    {
        "name": "Familienzentrum Rübezahl", "kind": "counselling", "needs": "familie,begegnung",
        "phone": "089 99991-65", "email": "hallo@ruebezahl.example", "address": "Rübezahlplatz 4", "district": "Südstadt",
        "languages": "de,tr,ku,ar", "week": week((MO_FR, "09:00", "17:00")), "access": "step-free,toilet,easy",
        "helps_with": ("Elterncafé, Hebamme, Kleiderkammer", "Parents’ café, midwife, clothes store", "Ebeveyn kafesi, ebe, giysi deposu", "مقهى الأهل وقابلة ومخزن ملابس", "Кав’ярня для батьків, акушерка, одяг"),
    },
    {
        "name": "Frauenhaus und Notruf Lindenau", "kind": "counselling", "needs": "schutz,familie",
        "phone": "089 99991-110", "email": "notruf@frauenhaus.example", "district": "",
        "languages": "de,en,tr,ar,ru,fa", "week": week((range(7), "00:00", "24:00")),
        "helps_with": ("Schutz für Frauen und Kinder, Tag und Nacht, anonym", "Shelter for women and children, day and night, anonymous", "Kadın ve çocuklara gece gündüz, gizli koruma", "حماية للنساء والأطفال ليلًا ونهارًا ودون ذكر الاسم", "Захист жінок і дітей удень і вночі, анонімно"),
    },
    {
        "name": "Meldestelle gegen Diskriminierung", "kind": "administration", "needs": "schutz,mitreden",
        "phone": "089 99998-125", "email": "meldestelle@lindenau.example", "address": "Rathaus, Zimmer 11", "district": "Altstadt",
        "languages": "de,en,tr,ar", "week": week(([0, 3], "13:00", "17:00")), "access": "step-free,lift,signing,easy",
        "helps_with": ("Zuhören, aufschreiben, handeln, auch anonym", "We listen, write down and act, also anonymously", "Dinleriz, yazarız, harekete geçeriz, isimsiz de", "نستمع وندوّن ونتصرف، ودون ذكر الاسم أيضًا", "Вислухаємо, запишемо, діятимемо, також анонімно"),
    },
    {
        "name": "Gesundheitskiosk Südstadt", "kind": "health", "needs": "gesundheit",
        "phone": "089 99993-20", "email": "kiosk@gesund-suedstadt.example", "address": "Rübezahlplatz 1", "district": "Südstadt",
        "languages": "de,tr,ar,ru,uk,sq", "week": week((MO_FR, "10:00", "17:00")), "access": "step-free,toilet",
        "helps_with": ("Arzttermine, Impfen, Krankenkasse, ohne Versicherung", "Doctor’s appointments, vaccination, health insurance or none", "Randevu, aşı, sigorta ya da sigortasız", "مواعيد الأطباء واللقاح والتأمين أو من دونه", "Запис до лікаря, щеплення, страховка або без неї"),
    },
    {
        "name": "Psychosoziales Zentrum", "kind": "health", "needs": "gesundheit,familie",
        "phone": "089 99993-54", "email": "termin@psz-lindenau.example", "address": "Kirchgasse 9", "district": "St. Jakob",
        "languages": "de,en,ar,fa,uk,fr", "week": week(([0, 1, 3], "09:00", "16:00")), "access": "lift",
        "helps_with": ("Wenn die Flucht nachts wiederkommt: Gespräche und Therapie", "When flight returns at night: talks and therapy", "Kaçış geceleri geri geldiğinde: görüşme ve terapi", "حين تعود ذكريات اللجوء ليلًا: حديث وعلاج", "Коли втеча вертається вночі: розмови й терапія"),
    },
    {
        "name": "Schuldnerberatung", "kind": "counselling", "needs": "geld",
        "phone": "089 99991-88", "email": "schulden@brueckenhaus.example", "address": "Wehrstraße 14", "district": "Südstadt",
        "languages": "de,tr,pl", "week": week(([1], "09:00", "12:00"), ([3], "15:00", "18:00")),
        "helps_with": ("Mahnungen ordnen, mit Gläubigern reden, neu anfangen", "Sort reminders, talk to creditors, start again", "İhtarları düzenleme, alacaklılarla görüşme, yeni başlangıç", "ترتيب الإنذارات والتحدث مع الدائنين وبداية جديدة", "Розібрати борги, домовитися, почати знову"),
    },
    {
        "name": "Deutsch-Türkischer Kulturverein", "kind": "association", "needs": "begegnung,kita-schule",
        "phone": "089 99991-55", "email": "merhaba@dtkv.example", "address": "Gaswerkstraße 20", "district": "Gaswerk",
        "languages": "de,tr,ku", "week": week(([4], "17:00", "21:00"), ([6], "14:00", "20:00")), "access": "step-free",
        "helps_with": ("Hausaufgaben, Saz-Kurs, Frauenfrühstück", "Homework, saz lessons, women’s breakfast", "Ödev yardımı, saz kursu, kadın kahvaltısı", "واجبات مدرسية ودروس ساز وفطور للنساء", "Домашні завдання, уроки сазу, сніданок для жінок"),
    },
    {
        "name": "Ukrainischer Verein Kalyna", "kind": "association", "needs": "begegnung,papiere",
        "phone": "089 99991-91", "email": "pryvit@kalyna.example", "address": "Alte Feuerwache, Kirchgasse 2", "district": "St. Jakob",
        "languages": "uk,de,ru,en", "week": week(([2], "16:00", "19:00"), ([5], "11:00", "15:00")), "access": "step-free,toilet",
        "helps_with": ("Samstagsschule, Chor, Hilfe mit Formularen", "Saturday school, choir, help with forms", "Cumartesi okulu, koro, formlarda yardım", "مدرسة السبت وجوقة ومساعدة في الاستمارات", "Суботня школа, хор, допомога з анкетами"),
    },
    {
        "name": "Freundeskreis Damaskus–Lindenau", "kind": "association", "needs": "begegnung,dolmetschen",
        "phone": "089 99991-93", "email": "salam@freundeskreis.example", "address": "Marktplatz 11", "district": "Altstadt",
        "languages": "ar,de,en,ku", "week": week(([4, 5], "15:00", "20:00")),
        "helps_with": ("Begleitung zu Ämtern, Kochabende, Fußball", "Company at offices, cooking evenings, football", "Dairelere refakat, yemek akşamları, futbol", "مرافقة إلى الدوائر وأمسيات طبخ وكرة قدم", "Супровід до установ, вечори кухні, футбол"),
    },
    {
        "name": "FC Pegnach, Abteilung Alle", "kind": "association", "needs": "begegnung",
        "phone": "089 99991-22", "email": "kick@fc-pegnach.example", "address": "Sportplatz Südstadt", "district": "Südstadt",
        "languages": "de,en,fr,ti", "week": week(([1, 3], "17:00", "20:30")), "access": "step-free,parking",
        "helps_with": ("Fußball, Schwimmkurs für Frauen, Schuhe zum Leihen", "Football, women’s swimming course, boots to borrow", "Futbol, kadınlara yüzme kursu, ödünç ayakkabı", "كرة قدم ودورة سباحة للنساء وأحذية للإعارة", "Футбол, плавання для жінок, взуття напрокат"),
    },
]  # fmt: skip

# What the council's own office offers; the entry itself stands with the flyers.
COUNCIL = {
    "name": "Integrationsrat Lindenau",
    "needs": "mitreden,schutz",
    "district": "Altstadt",
    "access": "step-free,lift,toilet,signing,easy",
}

# People whom only the office sees: the network of multipliers. name, function, organisation, phone, mail, languages, district, needs
NETWORK = [
    ("Hawa Diallo", "Elternlotsin, Grundschule Südstadt", "", "089 99990-201", "hawa.diallo@netz.example", "fr,de", "Südstadt", "kita-schule"),
    ("Serhij Bondarenko", "spricht für die ukrainischen Familien am Gaswerk", "Ukrainischer Verein Kalyna", "089 99990-202", "serhij@netz.example", "uk,ru,de", "Gaswerk", "papiere,wohnen"),
    ("Imam Yusuf Karaca", "Moscheegemeinde am Bahndamm", "", "089 99990-203", "yusuf.karaca@netz.example", "tr,de", "Am Bahndamm", "begegnung"),
    ("Schwester Philomena", "Kleiderkammer St. Jakob", "", "089 99990-204", "philomena@netz.example", "de,en", "St. Jakob", "familie"),
    ("Rashid Noori", "Vorarbeiter, hilft bei Lehrstellen", "Handwerk integriert", "089 99990-205", "rashid.noori@netz.example", "fa,ps,de", "Gaswerk", "arbeit"),
    ("Letizia Marino", "Wirtin der „Kegelbahn“, kennt alle Wohnungen", "", "089 99990-206", "letizia@netz.example", "it,de", "Altstadt", "wohnen"),
]  # fmt: skip

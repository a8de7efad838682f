"""The council of the demo: term, members, committees, sessions, goals. Words in German, English, Turkish, Arabic, Ukrainian."""

import datetime

from .flyers import PROFILE
from .flyers_translated import PROFILE as PROFILE_WORDS

PAGE = {
    "title": "Der Rat",
    "slug": "rat",
    "standfirst": "Wer im Integrationsrat sitzt, was er will und wann Sie uns dabei zuschauen können.",
    "claim": "Achtzehn Stimmen,\nelf Ziele.",
    "picture": "rathaus",
    "picture_alt": "Zeichnung: das Rathaus mit dem Willkommensschild in vielen Sprachen",
    "about": "<p>Der Integrationsrat vertritt alle, die mit einer anderen Sprache oder einem anderen Pass nach Lindenau gekommen sind, und ihre Kinder. Er berät den Stadtrat und stellt eigene Anträge.</p>",
    "agenda_note": "Unsere Sitzungen sind öffentlich, Sie können einfach kommen. Die Tagesordnung steht eine Woche vorher auf dieser Seite und hängt im Schaukasten am Fischmarkt.",
}
# The goals are those of the flyer.
GOALS = [goal for panel in PROFILE["panels"] for kind, value in panel["content"] if kind == "goals" for goal in value["goals"]]
WORDS = PROFILE_WORDS | {
    "Der Rat": ("The council", "Meclis", "المجلس", "Рада"),
    PAGE["standfirst"]: (
        "Who sits on the integration council, what it wants and when you can watch us at it.",
        "Entegrasyon meclisinde kim var, ne istiyor ve bizi ne zaman izleyebilirsiniz.",
        "من يجلس في مجلس الاندماج، وماذا يريد، ومتى يمكنكم حضور جلساتنا.",
        "Хто засідає в раді з інтеграції, чого вона хоче і коли можна прийти подивитися.",
    ),
    PAGE["claim"]: ("Eighteen voices,\neleven goals.", "On sekiz ses,\non bir hedef.", "ثمانية عشر صوتًا،\nأحد عشر هدفًا.", "Вісімнадцять\nголосів,\nодинадцять цілей."),
    PAGE["agenda_note"]: (
        "Our sessions are public, just come along. The agenda is on this page a week before, and in the showcase at the fish market.",
        "Oturumlarımız herkese açıktır, gelmeniz yeterli. Gündem bir hafta önceden bu sayfada ve balık pazarındaki panoda.",
        "جلساتنا مفتوحة للجميع، يكفي أن تأتوا. جدول الأعمال على هذه الصفحة قبل أسبوع، وفي لوحة الإعلانات عند سوق السمك.",
        "Наші засідання відкриті, просто приходьте. Порядок денний за тиждень на цій сторінці та на стенді біля рибного ринку.",
    ),
}  # fmt: skip

TERM = (datetime.date(2025, 11, 1), datetime.date(2031, 10, 31))

# name, what it sees to: five languages each
COMMITTEES = [
    (
        "finanzen",
        ("Finanzausschuss", "Finance committee", "Maliye komisyonu", "لجنة المالية", "Фінансовий комітет"),
        ("Verteilt 20 000 Euro im Jahr an Vereine und Nachbarschaften", "Gives 20,000 euros a year to clubs and neighbourhoods", "Yılda 20.000 avroyu dernek ve mahallelere dağıtır", "توزّع 20,000 يورو سنويًا على الجمعيات والأحياء", "Розподіляє 20 000 євро на рік між спілками й сусідствами"),
    ),
    (
        "bildung",
        ("Ausschuss Bildung und Sprache", "Committee for education and language", "Eğitim ve dil komisyonu", "لجنة التعليم واللغة", "Комітет з освіти й мови"),
        ("Kita, Schule, Deutschkurse, Muttersprache", "Nursery, school, German courses, mother tongues", "Kreş, okul, Almanca kursları, anadil", "الروضة والمدرسة ودورات الألمانية واللغة الأم", "Садок, школа, курси німецької, рідна мова"),
    ),
    (
        "stadt",
        ("Ausschuss Wohnen und Stadtteile", "Committee for housing and districts", "Konut ve mahalleler komisyonu", "لجنة السكن والأحياء", "Комітет з житла й районів"),
        ("Besucht jedes Jahr alle fünf Stadtteile", "Visits all five districts every year", "Her yıl beş mahallenin hepsini ziyaret eder", "تزور الأحياء الخمسة كل عام", "Щороку відвідує всі п’ять районів"),
    ),
]  # fmt: skip

# key of the portrait, name, mandate, list or body, function, languages, committees (with function where there is one)
MEMBERS = [
    ("jaspal", "Jaspal Gill", "elected", "Vielfalt Lindenau", "chair", "de,pa,en", ["finanzen"]),
    ("mehmet", "Mehmet Aydın", "elected", "Südstadt gemeinsam", "deputy", "de,tr", ["finanzen:chair", "stadt"]),
    ("fatou", "Fatou Sarr", "elected", "Frauen mischen mit", "deputy", "de,fr,en", ["bildung:chair"]),
    ("halyna", "Halyna Marchenko", "elected", "Vielfalt Lindenau", "secretary", "de,uk,ru", ["bildung"]),
    ("omid", "Omid Rahimi", "elected", "Vielfalt Lindenau", "treasurer", "de,fa,en", ["finanzen:deputy"]),
    ("rosa", "Rosa Delgado", "elected", "Frauen mischen mit", "member", "de,es", ["stadt:chair"]),
    ("nikos", "Nikos Papadakis", "elected", "Südstadt gemeinsam", "member", "de,el", ["stadt"]),
    ("leyla", "Leyla Demir", "elected", "Südstadt gemeinsam", "member", "de,tr,ku", ["bildung"]),
    ("bilal", "Bilal Mansour", "elected", "Vielfalt Lindenau", "member", "de,ar", ["stadt"]),
    ("thuy", "Thuy Pham", "elected", "Frauen mischen mit", "member", "de,vi", ["bildung:deputy"]),
    ("yonas", "Yonas Tekle", "elected", "Einzelbewerbung", "member", "de,ti,en", ["stadt:deputy"]),
    ("agnieszka", "Agnieszka Wolska", "elected", "Vielfalt Lindenau", "member", "de,pl", ["finanzen"]),
    ("", "Petra Hagenbuch", "appointed", "Fraktion Grüne Pegnach", "member", "", ["bildung"]),
    ("", "Dr. Anton Löffler", "appointed", "Fraktion Bürgerforum", "member", "", ["finanzen"]),
    ("", "Sabine Kreitmair", "appointed", "Fraktion Soziale Stadt", "member", "", ["stadt"]),
    ("", "Georg Zandt", "appointed", "Fraktion Christliche Union", "member", "", []),
    ("", "Esra Vollmer", "appointed", "Fraktion Die Offene Liste", "member", "", ["bildung"]),
    ("", "Ludwig Hösl", "appointed", "Fraktion Freie Wähler", "member", "", ["finanzen"]),
    ("luise", "Luise Bergmann", "advisory", "Seniorenbeirat", "member", "", []),
    ("", "Minh Anh Krause", "advisory", "Jugendparlament", "member", "", []),
    ("ines", "Ines Kaltwasser", "advisory", "Verwaltung", "member", "", []),
]
PORTRAITS = {
    "mehmet": "Gezeichnetes Porträt: Mehmet Aydın mit Schnurrbart und Krawatte",
    "fatou": "Gezeichnetes Porträt: Fatou Sarr mit gelb gemustertem Kopftuch und großem Lachen",
    "halyna": "Gezeichnetes Porträt: Halyna Marchenko mit blondem Zopf und besticktem Kragen",
    "omid": "Gezeichnetes Porträt: Omid Rahimi mit grauen Schläfen und Vollbart",
    "rosa": "Gezeichnetes Porträt: Rosa Delgado mit dunklen Locken und Brille",
    "nikos": "Gezeichnetes Porträt: Nikos Papadakis mit weißem Schnurrbart",
    "leyla": "Gezeichnetes Porträt: Leyla Demir mit langem schwarzem Haar",
    "bilal": "Gezeichnetes Porträt: Bilal Mansour mit Bartstoppeln und Kapuzenpullover",
    "thuy": "Gezeichnetes Porträt: Thuy Pham mit schwarzem Bubikopf",
    "yonas": "Gezeichnetes Porträt: Yonas Tekle mit kurzen Locken und Hemd",
    "agnieszka": "Gezeichnetes Porträt: Agnieszka Wolska mit rotem Pferdeschwanz",
}

PLACE = "Ratssaal (Großer Saal), 1. Stock, Aufzug am Hof"
NOTE = (
    "Gebärdensprache und Arabisch werden gedolmetscht.",
    "Interpreting: sign language and Arabic.",
    "İşaret dili ve Arapça tercüme vardır.",
    "ترجمة إلى لغة الإشارة والعربية.",
    "Переклад жестовою мовою та арабською.",
)
# (days from today, committee, public, agenda); an item: words in five languages, whether it is behind closed doors
FIRST = [
    (("Begrüßung, Fragen der Besucherinnen und Besucher", "Welcome, questions from visitors", "Karşılama, ziyaretçilerin soruları", "ترحيب وأسئلة الحضور", "Вітання, запитання відвідувачів"), False),
    (("Antrag: Sprachmittler in jede Grundschule", "Motion: interpreters in every primary school", "Önerge: her ilkokula tercüman", "مقترح: مترجمون في كل مدرسة ابتدائية", "Пропозиція: перекладачі в кожну початкову школу"), False),
    (("Der Marktplatz nach dem Umbau: Bänke mit Blick auf den Brunnen", "The market square after rebuilding: benches facing the fountain", "Yenilenen meydan: çeşmeye bakan banklar", "ساحة السوق بعد التجديد: مقاعد تطل على النافورة", "Площа після перебудови: лавки з видом на фонтан"), False),
    (("Haushalt 2027 des Rates", "The council’s budget for 2027", "Meclisin 2027 bütçesi", "ميزانية المجلس لعام 2027", "Бюджет ради на 2027 рік"), False),
    (("Integrationspreis 2027: Wahl der Jury", "Integration prize 2027: election of the jury", "Entegrasyon Ödülü 2027: jüri seçimi", "جائزة الاندماج 2027: انتخاب لجنة التحكيم", "Премія з інтеграції 2027: вибори журі"), True),
]  # fmt: skip
PAST = [
    (("Bericht der Meldestelle gegen Diskriminierung", "Report of the office against discrimination", "Ayrımcılığa karşı başvuru yerinin raporu", "تقرير مكتب مكافحة التمييز", "Звіт пункту проти дискримінації"), False),
    (("Beschluss: Grabfeld für alle Religionen", "Resolution: a burial ground for all religions", "Karar: tüm dinler için mezarlık", "قرار: مقبرة لجميع الأديان", "Ухвала: цвинтар для всіх релігій"), False),
]  # fmt: skip
# day, committee, public, agenda
SESSIONS = [
    (datetime.datetime(2026, 10, 13, 18, 0), "", True, PAST),
    (datetime.datetime(2026, 12, 8, 18, 0), "", True, FIRST),
    (datetime.datetime(2026, 12, 15, 17, 0), "bildung", True, []),
    (datetime.datetime(2027, 1, 12, 18, 0), "", True, []),
    (datetime.datetime(2027, 1, 21, 17, 30), "finanzen", False, []),
    (datetime.datetime(2027, 2, 9, 18, 0), "", True, []),
    (datetime.datetime(2027, 3, 9, 18, 0), "", True, []),
]

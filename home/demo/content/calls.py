"""Two calls of the demo: the art bazaar (open) and the integration prize (decided), with invented applications.

Translations: English, Arabic (not checked by native readers).
"""

import datetime

CONSENT = (
    "Ich bin einverstanden, dass das Büro des Integrationsrats und die Jury meine Angaben lesen und bis ein Jahr nach der Entscheidung speichern. "
    "Das kann ich jederzeit zurücknehmen."
)
BAZAAR = {
    "title": "Ein Tisch auf dem Kunstbasar",
    "slug": "kunstbasar",
    "kicker": "Aufruf zur Kunstnacht",
    "colour": "plum",
    "standfirst": "Zwanzig Tische, eine Nacht, die ganze Alte Feuerwache: Zeigen und verkaufen Sie, was Sie malen, nähen, brennen, drucken.",
    "deadline": datetime.date(2027, 1, 31),
    "nomination": "self",
    "purpose": "Drei Leute aus Rat und Kunstverein wählen aus, damit auf zwanzig Tischen vieles zu sehen ist.",
    "consent": CONSENT,
    "naming": "Mein Name und meine Arbeit dürfen im Programm der Kunstnacht stehen.",
    "thanks": "Ihre Bewerbung ist da. Mitte Februar bekommen Sie Bescheid.",
}
BAZAAR_BODY = [
    (
        "paragraph",
        [
            "Ein Tisch ist zwei Meter lang und kostet nichts. Licht, Strom und Tee gibt es von uns, das Geld aus dem Verkauf gehört Ihnen. "
            "Sie müssen keine Künstlerin von Beruf sein. Sie müssen es nur selbst gemacht haben."
        ],
    )
]
BAZAAR_CATEGORIES = [
    ("category", {"name": "Bild", "text": "Malerei, Zeichnung, Fotografie, Druck."}),
    ("category", {"name": "Stoff und Faden", "text": "Nähen, Weben, Sticken, Filzen."}),
    ("category", {"name": "Ton, Holz, Metall", "text": "Alles, was man in die Hand nimmt."}),
    ("category", {"name": "Schrift", "text": "Kalligrafie, Hefte, Comics, kleine Bücher."}),
]
BAZAAR_QUESTIONS = [
    ("photo", {"question": "Ein Foto Ihrer Arbeit", "hint": "Vom Telefon reicht.", "needed": True}),
    ("single", {"question": "Brauchen Sie Strom am Tisch?", "needed": True, "options": ["Ja", "Nein"]}),
    ("line", {"question": "Wo kann man sonst etwas von Ihnen sehen?", "hint": "Ausstellung, Laden, Adresse im Netz"}),
]
BAZAAR_CRITERIA = [
    ("criterion", {"name": "Eigene Hand und eigene Idee", "most": 5, "weight": 2}),
    ("criterion", {"name": "Vielfalt auf den Tischen", "most": 5, "weight": 1}),
]
# (title, text, name, language, category)
BAZAAR_ROWS = [
    (
        "Der Fluss in fünf Blättern",
        "Aquarelle von der Pegnach, im Nebel gemalt, vom Wehr bis zur Alten Brücke.",
        "Leyla Demir",
        "de",
        0,
    ),
    (
        "Decken aus alten Hemden",
        "Patchwork aus Arbeitshemden, die mir Nachbarn geben. Auf jeder Decke steht, wem sie gehörten.",
        "Rosa Delgado",
        "de",
        1,
    ),
    ("خط على ورق مصنوع باليد", "أكتب أبيات شعر قصيرة بخط النسخ على ورق أصنعه من صحف قديمة.", "Bilal Mansour", "ar", 3),
]

PRIZE = {
    "title": "Integrationspreis 2026",
    "slug": "integrationspreis",
    "kicker": "Preis",
    "colour": "petrol",
    "standfirst": "Wer hat Lindenau in diesem Jahr ein Stück näher zusammengebracht? Drei Preise zu je 500 Euro, gestiftet von der Sparkassenstiftung.",
    "deadline": datetime.date(2026, 9, 30),
    "nomination": "others",
    "purpose": "Die Jury liest alle Vorschläge. Wer vorgeschlagen ist, erfährt davon erst, wenn er oder sie gewonnen hat.",
    "consent": CONSENT,
    "naming": "Ich habe gefragt: Wen ich vorschlage, darf bei einem Gewinn genannt werden.",
    "thanks": "Ihr Vorschlag ist da.",
    "result": "Die Jury hat unter neunzehn Vorschlägen drei ausgewählt, einstimmig und nach langem Streit um den zweiten Platz in der Kultur.",
}
PRIZE_CATEGORIES = [
    ("category", {"name": "Wirtschaft", "text": "Betriebe, die Türen öffnen."}),
    ("category", {"name": "Kunst und Kultur", "text": "Bühnen, Chöre, Werkstätten, einzelne Leute."}),
    ("category", {"name": "Sport", "text": "Vereine, Mannschaften, Trainerinnen."}),
]
PRIZE_QUESTIONS = [
    ("line", {"question": "Wie erreichen wir, wen Sie vorschlagen?", "needed": True}),
    ("document", {"question": "Ein Zeitungsbericht oder Brief dazu"}),
]
PRIZE_CRITERIA = [
    ("criterion", {"name": "Was sich dadurch geändert hat", "most": 10, "weight": 2}),
    ("criterion", {"name": "Wie viele mitmachen", "most": 10, "weight": 1}),
    ("criterion", {"name": "Ob es bleibt", "most": 10, "weight": 1}),
]
# (nominee, title, text, sender, category, points of two members, prize)
PRIZE_ROWS = [
    ("Backstube Haddad", "Ausbildung um vier Uhr früh", "Seit 2021 hat Samira Haddad elf junge Leute ausgebildet, neun davon ohne deutschen Schulabschluss. Alle haben bestanden.", "Walter Schrödl", 0, ((9, 7, 9), (10, 8, 9)), "Preis für Wirtschaft"),
    ("Schreinerei Wiesner", "Praktikum statt Zeugnis", "Wer drei Wochen mitarbeitet, darf bleiben.", "Emre Yalçın", 0, ((7, 5, 8), (8, 6, 7)), ""),
    ("Chor Querbeet", "Vierzig Stimmen, neun Sprachen", "Jedes Lied bringt jemand mit, alle lernen es in der fremden Sprache. Wer nicht singen kann, darf trotzdem.", "Luise Bergmann", 1, ((9, 10, 8), (9, 9, 9)), "Preis für Kunst und Kultur"),
    ("Erzählcafé im Bahnhof", "Koffergeschichten", "Einmal im Monat packt jemand einen Koffer aus und erzählt, was darin war.", "Halyna Marchenko", 1, ((8, 7, 7), (7, 8, 8)), ""),
    ("Schwimmgruppe im Lehrbecken", "Dreißig Frauen lernen schwimmen", "Dienstags um sieben, mit Kinderbetreuung und Vorhang vor der Scheibe. Die Warteliste ist so lang wie das Becken.", "Fatou Sarr", 2, ((10, 8, 9), (9, 9, 10)), "Preis für Sport"),
]  # fmt: skip
# (name, prize, praise, picture, alternative text, number of the application)
WINNERS = [
    ("Backstube Haddad", "Preis für Wirtschaft", "Elf Lehrlinge in fünf Jahren, und in der Backstube wird um vier Uhr früh auf Dari, Tigrinya und Fränkisch gelacht.", "backstube", "Zeichnung: Samira Haddad zieht ein Blech aus dem Ofen.", 1),
    ("Chor Querbeet", "Preis für Kunst und Kultur", "Vierzig Stimmen, neun Sprachen und kein Vorsingen. Die Jury hat den Probenraum nicht freiwillig verlassen.", "chor", "Zeichnung: Der Chor singt im Pfarrsaal.", 3),
    ("Schwimmgruppe im Lehrbecken", "Preis für Sport", "Wer mit fünfzig schwimmen lernt, kann danach auch einen Antrag ausfüllen, sagt die Trainerin. Dreißig Frauen haben es bewiesen.", "becken", "Zeichnung: Frauen schwimmen im Lehrbecken.", 5),
]  # fmt: skip

LANGUAGES = ("en", "ar")
# German → English, Arabic
WORDS = {
    BAZAAR["title"]: ("A table at the art bazaar", "طاولة في سوق الفن"),
    BAZAAR["kicker"]: ("Call for the art night", "دعوة إلى ليلة الفن"),
    BAZAAR["standfirst"]: ("Twenty tables, one night, the whole Old Fire Station: show and sell what you paint, sew, fire or print.", "عشرون طاولة وليلة واحدة ومبنى الإطفاء القديم كله: اعرضوا وبيعوا ما ترسمون وتخيطون وتصنعون من الفخار وتطبعون."),
    BAZAAR["purpose"]: ("Three people from the council and the art society choose, so that twenty tables show many things.", "يختار ثلاثة أشخاص من المجلس وجمعية الفن، كي تعرض الطاولات العشرون أشياء كثيرة."),
    CONSENT: ("I agree that the council’s office and the jury read what I send and keep it until one year after the decision. I can take this back at any time.", "أوافق على أن يقرأ مكتب مجلس الاندماج ولجنة التحكيم بياناتي وأن تُحفظ حتى سنة بعد القرار. يمكنني التراجع عن ذلك في أي وقت."),
    BAZAAR["naming"]: ("My name and my work may stand in the programme of the art night.", "يجوز ذكر اسمي وعملي في برنامج ليلة الفن."),
    BAZAAR["thanks"]: ("Your application is here. You will hear from us in the middle of February.", "وصل طلبكم. سنخبركم في منتصف شباط."),
    BAZAAR_BODY[0][1][0]: ("A table is two metres long and costs nothing. Light, power and tea are on us, what you sell is yours. You need not be an artist by trade. You only need to have made it yourself.", "طول الطاولة متران وهي مجانية. الإضاءة والكهرباء والشاي علينا، وثمن ما تبيعونه لكم. لا يلزم أن يكون الفن مهنتكم، يكفي أن تكونوا صنعتم الشيء بأنفسكم."),
    "Bild": ("Picture", "صورة"),
    "Malerei, Zeichnung, Fotografie, Druck.": ("Painting, drawing, photography, print.", "رسم وتخطيط وتصوير وطباعة."),
    "Stoff und Faden": ("Cloth and thread", "قماش وخيط"),
    "Nähen, Weben, Sticken, Filzen.": ("Sewing, weaving, embroidery, felt.", "خياطة ونسيج وتطريز ولبّاد."),
    "Ton, Holz, Metall": ("Clay, wood, metal", "طين وخشب ومعدن"),
    "Alles, was man in die Hand nimmt.": ("Everything one takes into one’s hands.", "كل ما يُمسك باليد."),
    "Schrift": ("Writing", "كتابة"),
    "Kalligrafie, Hefte, Comics, kleine Bücher.": ("Calligraphy, booklets, comics, small books.", "خط وكتيّبات وقصص مصورة وكتب صغيرة."),
    "Ein Foto Ihrer Arbeit": ("A photo of your work", "صورة لعملكم"),
    "Vom Telefon reicht.": ("From a phone is good enough.", "تكفي صورة من الهاتف."),
    "Brauchen Sie Strom am Tisch?": ("Do you need power at the table?", "هل تحتاجون إلى كهرباء عند الطاولة؟"),
    "Ja": ("Yes", "نعم"),
    "Nein": ("No", "لا"),
    "Wo kann man sonst etwas von Ihnen sehen?": ("Where else can your work be seen?", "أين يمكن رؤية أعمالكم أيضًا؟"),
    "Ausstellung, Laden, Adresse im Netz": ("Exhibition, shop, web address", "معرض أو متجر أو عنوان على الإنترنت"),
    "Eigene Hand und eigene Idee": ("Own hand and own idea", "يدٌ وفكرة خاصتان"),
    "Vielfalt auf den Tischen": ("Variety on the tables", "التنوع على الطاولات"),
    PRIZE["title"]: ("Integration prize 2026", "جائزة الاندماج 2026"),
    PRIZE["kicker"]: ("Prize", "جائزة"),
    PRIZE["standfirst"]: ("Who has brought Lindenau a little closer together this year? Three prizes of 500 euros each, given by the savings bank’s foundation.", "من قرّب بين أهل لينديناو هذا العام؟ ثلاث جوائز قيمة كل منها 500 يورو، تقدمة مؤسسة صندوق التوفير."),
    PRIZE["purpose"]: ("The jury reads every nomination. Whoever is nominated learns of it only after winning.", "تقرأ لجنة التحكيم كل ترشيح. ولا يعلم المرشَّح بذلك إلا إذا فاز."),
    PRIZE["naming"]: ("I have asked: whom I nominate may be named if they win.", "لقد سألت: يجوز ذكر اسم من أرشّحه إذا فاز."),
    PRIZE["thanks"]: ("Your nomination is here.", "وصل ترشيحكم."),
    PRIZE["result"]: ("Among nineteen nominations the jury chose three, unanimously, after a long quarrel about second place in culture.", "اختارت لجنة التحكيم ثلاثة من بين تسعة عشر ترشيحًا بالإجماع، بعد جدال طويل حول المركز الثاني في الثقافة."),
    "Wirtschaft": ("Economy", "الاقتصاد"),
    "Betriebe, die Türen öffnen.": ("Firms that open doors.", "مؤسسات تفتح الأبواب."),
    "Kunst und Kultur": ("Arts and culture", "الفن والثقافة"),
    "Bühnen, Chöre, Werkstätten, einzelne Leute.": ("Stages, choirs, workshops, single people.", "مسارح وجوقات وورش وأفراد."),
    "Sport": ("Sport", "الرياضة"),
    "Vereine, Mannschaften, Trainerinnen.": ("Clubs, teams, coaches.", "نوادٍ وفرق ومدربات."),
    "Wie erreichen wir, wen Sie vorschlagen?": ("How do we reach whom you nominate?", "كيف نتواصل مع من ترشّحونه؟"),
    "Ein Zeitungsbericht oder Brief dazu": ("A newspaper report or letter about it", "خبر صحفي أو رسالة عن ذلك"),
    "Was sich dadurch geändert hat": ("What has changed because of it", "ما تغيّر بفضله"),
    "Wie viele mitmachen": ("How many take part", "عدد المشاركين"),
    "Ob es bleibt": ("Whether it lasts", "هل يدوم"),
    "Backstube Haddad": ("Haddad’s bakery", "مخبز حداد"),
    "Preis für Wirtschaft": ("Prize for the economy", "جائزة الاقتصاد"),
    WINNERS[0][2]: ("Eleven apprentices in five years, and at four in the morning there is laughter in Dari, Tigrinya and Franconian.", "أحد عشر متدربًا في خمس سنوات، وفي الرابعة صباحًا يُضحك في المخبز بالدارية والتغرينية والفرانكونية."),
    WINNERS[0][4]: ("Drawing: Samira Haddad takes a tray out of the oven.", "رسم: سميرة حداد تُخرج صينية من الفرن."),
    "Chor Querbeet": ("Querbeet choir", "جوقة كفيربيت"),
    "Preis für Kunst und Kultur": ("Prize for arts and culture", "جائزة الفن والثقافة"),
    WINNERS[1][2]: ("Forty voices, nine languages and no audition. The jury did not leave the rehearsal of its own free will.", "أربعون صوتًا وتسع لغات ومن دون اختبار. لم تغادر اللجنة قاعة التدريب طوعًا."),
    WINNERS[1][4]: ("Drawing: the choir sings in the parish hall.", "رسم: الجوقة تغني في قاعة الرعية."),
    "Schwimmgruppe im Lehrbecken": ("Swimming group in the training pool", "مجموعة السباحة في حوض التعليم"),
    "Preis für Sport": ("Prize for sport", "جائزة الرياضة"),
    WINNERS[2][2]: ("Who learns to swim at fifty can fill in an application form as well, says the coach. Thirty women have proved it.", "من تتعلم السباحة في الخمسين تستطيع أيضًا ملء استمارة، كما تقول المدربة. وقد أثبتت ذلك ثلاثون امرأة."),
    WINNERS[2][4]: ("Drawing: women swim in the training pool.", "رسم: نساء يسبحن في حوض التعليم."),
}  # fmt: skip


def catalogue(code: str) -> dict[str, str]:
    place = LANGUAGES.index(code)
    return {german: others[place] for german, others in WORDS.items()} | {"": ""}

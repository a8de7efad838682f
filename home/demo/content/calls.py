"""Two calls of the demo: the art bazaar (open) and the integration prize (decided), with invented applications. Translations: forms_words.py."""

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
    ("Chor Querbeet", "Zweiunddreißig Stimmen, elf Muttersprachen", "Jedes Lied bringt jemand mit, alle lernen es in der fremden Sprache. Wer nicht singen kann, darf trotzdem.", "Luise Bergmann", 1, ((9, 10, 8), (9, 9, 9)), "Preis für Kunst und Kultur"),
    ("Erzählcafé im Bahnhof", "Koffergeschichten", "Einmal im Monat packt jemand einen Koffer aus und erzählt, was darin war.", "Halyna Marchenko", 1, ((8, 7, 7), (7, 8, 8)), ""),
    ("Schwimmgruppe im Lehrbecken", "Dreißig Frauen lernen schwimmen", "Dienstags um sieben, mit Kinderbetreuung und Vorhang vor der Scheibe. Die Warteliste ist so lang wie das Becken.", "Fatou Sarr", 2, ((10, 8, 9), (9, 9, 10)), "Preis für Sport"),
]  # fmt: skip
# (name, prize, praise, picture, alternative text, number of the application)
WINNERS = [
    ("Backstube Haddad", "Preis für Wirtschaft", "Elf Lehrlinge in fünf Jahren, und in der Backstube wird um vier Uhr früh auf Dari, Tigrinya und Fränkisch gelacht.", "backstube", "Zeichnung: Samira Haddad zieht ein Blech aus dem Ofen.", 1),
    ("Chor Querbeet", "Preis für Kunst und Kultur", "Zweiunddreißig Stimmen, elf Muttersprachen und kein Vorsingen. Die Jury hat den Probenraum nicht freiwillig verlassen.", "chor", "Zeichnung: Der Chor singt im Pfarrsaal.", 3),
    ("Schwimmgruppe im Lehrbecken", "Preis für Sport", "Wer mit fünfzig schwimmen lernt, kann danach auch einen Antrag ausfüllen, sagt die Trainerin. Dreißig Frauen haben es bewiesen.", "becken", "Zeichnung: Frauen schwimmen im Lehrbecken.", 5),
]  # fmt: skip

"""The council itself, its paper and sections, and the home page with the campaign."""

COUNCIL = {
    "council_name": "Integrationsrat der Stadt Lindenau an der Pegnach",
    "council_short": "Integrationsrat Lindenau",
    "town": "Lindenau an der Pegnach",
    "main_colour": "#0b4f5c",
    "accent_colour": "#c8321f",
    "street": "Am Fischmarkt 1",
    "postcode": "09999",
    "city": "Lindenau an der Pegnach",
    "phone": "089 99998-120",
    "email": "integrationsrat@lindenau.example",
    "publisher": "Stadt Lindenau an der Pegnach, Integrationsrat",
    "responsible": "Ines Kaltwasser, Am Fischmarkt 1, 09999 Lindenau an der Pegnach",
    "printer": "Druckerei Pegnachtal, Wehrstraße 30, 09999 Lindenau an der Pegnach",
    "legal_notice": (
        "<p>Die Stadt Lindenau an der Pegnach ist eine Körperschaft des öffentlichen Rechts, vertreten durch Bürgermeisterin Katrin Ohlmüller. "
        "Umsatzsteuer-Identifikationsnummer: DE999999999.</p>"
        "<p>Namentlich gezeichnete Beiträge geben die Meinung der Verfasserin oder des Verfassers wieder. Nachdruck mit Quellenangabe erlaubt und erwünscht.</p>"
    ),
    "privacy_contact": "Behördliche Datenschutzbeauftragte der Stadt, Rathaus, Zimmer 21",
    "privacy_email": "datenschutz@lindenau.example",
    "sender_name": "Vielfalt aus Lindenau",
    "sender_email": "post@lindenau.example",
    "reply_to": "integrationsrat@lindenau.example",
}

# In the order of the paper. Colours are those of cms.editions.models.Section.
SECTIONS = [("Nachbarschaft", "leaf"), ("Rat & Recht", "poppy"), ("Kultur & Arbeit", "plum"), ("Sport & Schule", "sky")]

PUBLICATION = {
    "title": "Vielfalt",
    "slug": "vielfalt",
    "subtitle": "Die Zeitung des Integrationsrats der Stadt Lindenau an der Pegnach",
    "search_description": "Alle Ausgaben der Zeitung Vielfalt aus Lindenau an der Pegnach: lesen, herunterladen, weitergeben.",
    "editions_per_year": 2,
    "print_run": 9000,
}

HOME = {
    "title": "Integrationsrat Lindenau",
    "slug": "lindenau",
    "seo_title": "Vielfalt – Integrationsrat Lindenau an der Pegnach",
    "search_description": "Die Zeitung des Integrationsrats, die Kampagne „Wir sind Lindenau“, Termine und Hilfe in sechs Sprachen.",
    "campaign_title": "Wir sind Lindenau.",
    "campaign_text": "Zehn Menschen aus unserer Stadt sagen, was sie hier hält. Auf Plakaten, im Bus und hier.",
}

# name, what they do, picture, alternative text, their sentence
VOICES = [
    (
        "Ljudmyla Bondar",
        "Chorleiterin",
        "figur-ljudmyla",
        "Ljudmyla Bondar mit runder Brille und gelbem Schal",
        "Im Chor fragt niemand, woher dein Alt kommt.",
    ),
    (
        "Kofi Asante",
        "Jugendtrainer",
        "figur-kofi",
        "Kofi Asante im rot gestreiften Trikot",
        "Abseits ist in jeder Sprache ungerecht.",
    ),
    (
        "Samira Haddad",
        "Bäckermeisterin",
        "figur-samira",
        "Samira Haddad mit violettem Kopftuch",
        "Wer mein Brot isst, kennt mich schon halb.",
    ),
    ("Jaspal Gill", "Apotheker", "figur-jaspal", "Jaspal Gill mit rotem Turban und Brille", "Husten klingt überall gleich."),
    (
        "Emre Yalçın",
        "Leitstelle der Stadtbahn",
        "figur-emre",
        "Emre Yalçın mit Schnurrbart und dunkler Jacke",
        "Ich weiß, wo jede Bahn gerade steckt. Nur meine eigene suche ich noch.",
    ),
    (
        "Hoa Tran",
        "Floristin",
        "figur-hoa",
        "Hoa Tran in grün gemusterter Bluse",
        "Ohne die Beerdigungen wüsste ich nicht, wie die Stadt lebt.",
    ),
    (
        "Walter Schrödl",
        "Kleingärtner",
        "figur-walter",
        "Walter Schrödl mit Strohhut und weißem Bart",
        "Ich habe mit 76 das Grüßen neu gelernt.",
    ),
    ("Amira Keita", "Schülerin", "figur-amira", "Amira Keita im gestreiften Pullover", "Papier kann man nicht stumm schalten."),
    (
        "Ruxandra Munteanu",
        "Pflegerin",
        "figur-ruxandra",
        "Ruxandra Munteanu mit langem rotem Haar",
        "Nachts reden sie mit mir. Tags mit den Ärzten.",
    ),
    (
        "Tesfay Berhane",
        "Auszubildender",
        "figur-tesfay",
        "Tesfay Berhane im violetten Rollkragenpullover",
        "Mein Meister flucht fränkisch. Ich antworte fränkisch.",
    ),
]

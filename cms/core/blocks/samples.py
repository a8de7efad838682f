"""What a block looks like in the picker, before anybody has written one. Sample content, not interface: never translated."""

import datetime

SENTENCE = "Um halb sieben quietscht das Rad zum ersten Mal. „Vier geht auch“, sagt Walter Schrödl und rückt die Kanne zurecht."

HEADING = {"text": "Drei Umdrehungen nach links", "level": "2"}
PARAGRAPH = {"text": f"<p>{SENTENCE}</p>"}
LIST = {"style": "bullet", "items": ["<p>Gießkannen zuerst</p>", "<p>Schläuche nach acht</p>", "<p>Sonntags Kuchen</p>"]}
PULL_QUOTE = {"text": "Wer mein Brot isst, kennt mich schon halb.", "who": "Samira Haddad", "role": "Bäckermeisterin"}
FACT_BOX = {
    "title": "Die Kolonie in Zahlen",
    "text": "<p>Elf Gärten, sechs Sprachen, ein Hahn.</p>",
    "facts": [{"term": "Pacht", "text": "<p>96 Euro im Jahr</p>"}],
}
TIMETABLE = {
    "title": "Der Abend",
    "rows": [
        {"time": "18 Uhr", "title": "Begrüßung", "speaker": "Jaspal Gill", "function": "Vorsitzender"},
        {"time": "18.30 Uhr", "title": "Fragen aus dem Saal", "speaker": "", "function": ""},
    ],
}
INTERVIEW = {
    "title": "Drei Fragen an Samira Haddad",
    "intro": "Bäckermeisterin in der Färbergasse",
    "image": None,
    "questions": [{"question": "Warum backen Sie nachts?", "answer": "<p>Weil die Stadt morgens Hunger hat.</p>"}],
}
PERSON_CARD = {"name": "Kofi Asante", "role": "Jugendtrainer", "image": None, "text": "Abseits ist in jeder Sprache ungerecht."}
CONTACT_CARD = {
    "name": "Geschäftsstelle",
    "role": "Fragen, Ideen, Einsendungen",
    "address": "Am Fischmarkt 1, 09999 Lindenau",
    "hours": "Montag bis Donnerstag, 9 bis 16 Uhr",
    "phone": "089 99998-120",
    "email": "integrationsrat@lindenau.example",
    "url": "",
    "languages": "Deutsch, Türkisch, Arabisch",
}
EVENT = {
    "title": "Offenes Frühstück",
    "date": datetime.date(2026, 11, 29),
    "time": "9.30 Uhr",
    "place": "Alte Feuerwache",
    "text": "Fladenbrot, Brezeln und sechs Sorten Tee.",
    "url": "",
}
BUTTON = {"label": "Zum Frühstück anmelden", "page": None, "url": "https://lindenau.example/", "kind": "main"}
DIVIDER = {"style": "rule"}

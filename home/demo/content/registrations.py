"""Who sits in the consultation hour, and invented people who registered for the seminar and booked appointments.

Everybody here is made up. Addresses end in .example, so no mail can ever reach anybody.
"""

# Members of the council in the consultation hour: name, from, until, room.
MEMBERS = [
    ("Mehmet Aydın", None, None, "Zimmer 12"),
    ("Halyna Marchenko", None, "17:00", "Zimmer 12a"),
    ("Bilal Mansour", "16:40", None, "Zimmer 14"),
]
# Day of the consultation hour, member (place in MEMBERS), time, name, language, interpreter
BOOKED = [
    ("2026-12-02", 0, "16:00", "Fatma Yıldırım", "tr", ""),
    ("2026-12-02", 0, "16:40", "Bashir Noori", "en", "Dari"),
    ("2026-12-02", 1, "16:20", "Oksana Hrytsenko", "uk", ""),
    ("2026-12-02", 2, "17:20", "Nour Al-Khatib", "ar", ""),
    ("2026-12-16", 0, "17:00", "Elif Demirtaş", "tr", ""),
    ("2026-12-16", 2, "16:40", "Georg Pfannmüller", "de", ""),
]
NOTE = "Bitte kommen Sie durch den Eingang am Hof. Das Mittagessen ist kostenlos; Wasser und Tee stehen immer da."
QUESTION = {
    "label": "In welche Gruppe möchten Sie am Nachmittag?",
    "kind": "options",
    "options": "Schule und Kita\nWohnen\nArbeit und Anerkennung",
    "required": True,
}
# Name, language, people, food, interpreter, children, group of the afternoon; the last three wait.
SEMINAR = [
    ("Amira Saleh", "ar", 1, "kein Schwein", "Arabisch", 2, "0"),
    ("Dragan Ilić", "de", 1, "", "", 0, "2"),
    ("Chidi Okonkwo", "en", 2, "vegan", "", 0, "2"),
    ("Hatice Karaca", "tr", 1, "", "", 1, "0"),
    ("Volodymyr Sydorenko", "uk", 1, "", "Ukrainisch", 0, "1"),
    ("Thi Lan Pham", "de", 1, "keine Nüsse", "", 0, "0"),
    ("Ruxandra Popa", "de", 2, "", "", 0, "1"),
    ("Yusuf Erdem", "tr", 1, "", "", 0, "2"),
    ("Mariam Haile", "en", 1, "vegetarisch", "Tigrinya", 3, "0"),
    ("Ahmad Rahimi", "de", 1, "", "", 0, "2"),
    ("Katarzyna Wójcik", "de", 1, "", "", 0, "1"),
    ("Sina Mohammadi", "de", 1, "vegan", "", 0, "2"),
    ("Bilal Chaouki", "de", 2, "kein Schwein", "", 0, "1"),
    ("Olena Kravets", "uk", 1, "", "", 1, "0"),
    ("José Manuel Ortega", "de", 1, "", "", 0, "2"),
    ("Nadia Benali", "ar", 1, "", "Arabisch", 0, "1"),
    ("Emre Şahin", "tr", 1, "", "", 0, "2"),
    ("Heidrun Vogelsang", "de", 1, "", "", 0, "0"),
    ("Tewodros Bekele", "en", 1, "", "", 0, "1"),
    ("Layla Hassoun", "ar", 2, "", "", 2, "0"),
    ("Piotr Nowicki", "de", 1, "", "", 0, "2"),
]
WITHOUT_MAIL = {"Heidrun Vogelsang": "089 99998-771"}  # phoned, the office wrote it down
NOTES = {"Chidi Okonkwo": "kommt erst um 11 Uhr", "Heidrun Vogelsang": "angerufen, hört schwer"}

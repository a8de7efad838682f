"""The directory and the council in Leichte Sprache: pages, needs, entries, committees, agendas. Not yet checked by a group of readers."""

DIRECTORY_PAGE = {
    "title": "Wer hilft wobei?",
    "standfirst": "Hier finden Sie Hilfe in Lindenau.\nSie sehen: Wen können Sie anrufen? In welcher Sprache? Wann?",
    "notice": "Sind Sie in Gefahr? Rufen Sie die Polizei: 110. Brennt es? Sind Sie sehr krank? Rufen Sie an: 112. "
    "Hilfe für Frauen bei Gewalt: 116 016. Der Anruf kostet nichts. Es gibt 18 Sprachen.",
}
# key → after “Ich suche …”
NEEDS = {
    "papiere": "Hilfe mit Papieren und Ausweis",
    "deutsch": "einen Deutsch-Kurs",
    "dolmetschen": "jemanden, der übersetzt",
    "wohnen": "eine Wohnung",
    "arbeit": "Arbeit oder Ausbildung",
    "zeugnisse": "Hilfe mit Zeugnissen aus einem anderen Land",
    "kita-schule": "Kinder-Garten und Schule",
    "familie": "Hilfe für Familie und Kinder",
    "gesundheit": "Ärztin oder Arzt",
    "geld": "Hilfe bei Geld und Schulden",
    "schutz": "Schutz vor Hass und Gewalt",
    "begegnung": "Menschen, Musik, Sport",
    "mitreden": "einen Ort zum Mit-Reden",
}
# name → what it helps with, about the opening hours
ORGANISATIONS = {
    "Ausländerbehörde der Stadt Lindenau": ("Papiere für Ihr Leben in Deutschland, Erlaubnis zum Arbeiten", "Sie brauchen einen Termin."),
    "Migrationsberatung Brückenhaus": ("Hilfe von Anfang an. Hilfe bei Briefen vom Amt.", "Sie brauchen keinen Termin. Bringen Sie Ihre Briefe mit."),
    "Jugendmigrationsdienst": ("Hilfe bei Schule und Ausbildung. Für junge Menschen von 12 bis 27 Jahren.", ""),
    "Volkshochschule Lindenau": ("Deutsch lernen, lesen lernen, schreiben lernen", "Wie gut ist Ihr Deutsch? Den Test gibt es am Dienstag um 9 Uhr."),
    "Sprachcafé in der Stadtbücherei": ("Deutsch sprechen und Kaffee trinken. Kinder können mitkommen.", ""),
    "Sprachmittler-Dienst der Stadt": ("Übersetzen in der Schule, beim Arzt, beim Amt. Es kostet nichts.", "Bitte rufen Sie 3 Tage vorher an."),
    "Wohnraumbüro": ("Hilfe bei der Wohnung. Hilfe bei der Kündigung.", ""),
    "Mieterverein Pegnachtal e. V.": ("Hilfe beim Miet-Vertrag. Hilfe bei Schimmel.", ""),
    "Agentur für Arbeit, Migration": ("Arbeit finden, Ausbildung finden", ""),
    "Handwerk integriert": ("Praktikum und Ausbildung in 60 Firmen", ""),
    "Anerkennungsberatung": ("Hilfe mit Zeugnissen aus einem anderen Land", "Sie brauchen einen Termin."),
    "Servicestelle Kita und Schule": ("Anmelden im Kinder-Garten und in der Schule", ""),
    "Familienzentrum Rübezahl": ("Café für Eltern, Hilfe bei der Geburt, Kleidung", ""),
    "Frauenhaus und Notruf Lindenau": ("Schutz für Frauen und Kinder, am Tag und in der Nacht", ""),
    "Meldestelle gegen Diskriminierung": ("Hat Sie jemand beleidigt? Hier hört Ihnen jemand zu.", ""),
    "Gesundheitskiosk Südstadt": ("Termine beim Arzt, Impfen, Kranken-Kasse", ""),
    "Psychosoziales Zentrum": ("Hilfe bei schlimmen Erinnerungen", ""),
    "Schuldnerberatung": ("Hilfe bei Schulden", ""),
    "Deutsch-Türkischer Kulturverein": ("Hilfe bei den Haus-Aufgaben, Musik, Frühstück für Frauen", ""),
    "Ukrainischer Verein Kalyna": ("Schule am Samstag, Chor, Hilfe bei Formularen", ""),
    "Freundeskreis Damaskus–Lindenau": ("Mit-Gehen zum Amt, zusammen kochen, Fußball", ""),
    "FC Pegnach, Abteilung Alle": ("Fußball. Schwimmen lernen für Frauen. Schuhe zum Ausleihen.", ""),
    "Integrationsrat Lindenau": ("Fragen, Ideen, Beschwerden", ""),
}  # fmt: skip

COUNCIL_PAGE = {
    "title": "Der Integrations-Rat",
    "standfirst": "Wer ist im Integrations-Rat? Was will der Rat? Wann trifft sich der Rat?",
    "claim": "18 Stimmen,\n11 Ziele.",
    "picture_alt": "Ein gemaltes Bild: das Rathaus. Am Rathaus hängt ein Schild in vielen Sprachen.",
    "about": "<p>Der Integrations-Rat ist eine Gruppe.</p><p>Die Gruppe spricht für Menschen aus anderen Ländern.</p>"
    "<p>Sie sagt der Stadt: Das brauchen wir.</p>",
    "agenda_note": "Sie dürfen zuhören. Kommen Sie einfach. Auf dieser Seite steht 1 Woche vorher: Darüber spricht der Rat.",
}
# In the order of the goals of the flyer.
GOALS = [
    ("Mit-Reden", "Wer 5 Jahre hier lebt, soll wählen dürfen."),
    ("Deutsch lernen", "Es soll genug Kurse geben. Auch am Abend. Auch mit Hilfe für die Kinder."),
    ("Mutter-Sprache", "Jedes Kind darf stolz sein auf seine Sprachen."),
    ("Schule", "Eltern sollen alles verstehen. Jemand soll übersetzen."),
    ("Arbeit", "Zeugnisse aus anderen Ländern sollen schneller gelten."),
    ("Wohnen", "Der Name ist egal. Alle sollen eine Wohnung bekommen können."),
    ("Gesundheit", "Die Ärztin soll Sie verstehen. Jemand soll übersetzen."),
    ("Ämter", "Alle sollen die Briefe vom Amt verstehen."),
    ("Sicherheit", "Hat Sie jemand beleidigt? Sie bekommen Hilfe."),
    ("Alter", "Gute Pflege für alle alten Menschen."),
    ("Feste", "Wir feiern viele Feste. Zum Beispiel 5 Mal Neu-Jahr."),
]
COMMITTEES = {
    "finanzen": ("Gruppe für Geld", "Verteilt Geld an Vereine: 20 000 Euro im Jahr"),
    "bildung": ("Gruppe für Lernen und Sprache", "Kinder-Garten, Schule, Deutsch-Kurse"),
    "stadt": ("Gruppe für Wohnen und Stadt-Teile", "Besucht jedes Jahr alle 5 Stadt-Teile"),
}
NOTE = "Es gibt Gebärden-Sprache. Jemand übersetzt in Arabisch."
# German title on an agenda → Leichte Sprache
AGENDA = {
    "Begrüßung, Fragen der Besucherinnen und Besucher": "Sie können Fragen stellen",
    "Antrag: Sprachmittler in jede Grundschule": "Übersetzer für jede Grund-Schule",
    "Der Marktplatz nach dem Umbau: Bänke mit Blick auf den Brunnen": "Neue Bänke auf dem Markt-Platz",
    "Haushalt 2027 des Rates": "Wie viel Geld hat der Rat im Jahr 2027?",
    "Integrationspreis 2027: Wahl der Jury": "Integrations-Preis 2027: Wer ist in der Jury?",
    "Bericht der Meldestelle gegen Diskriminierung": "Bericht: Hilfe bei Beleidigung",
    "Beschluss: Grabfeld für alle Religionen": "Ein Fried-Hof für alle Religionen",
}

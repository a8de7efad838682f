"""The mayor's welcome letter in German and in Leichte Sprache (not yet checked by a group of readers), and fifty newcomers who do not
exist. The other languages: flyers_translated.py.
"""

import datetime

WELCOME = {
    "title": "Willkommensbrief der Bürgermeisterin",
    "slug": "willkommensbrief",
    "subject": "Willkommen in Lindenau, {vorname} {nachname}",
    "reference": "BM-10/2026",
    "letter_date": datetime.date(2026, 10, 5),
    "salutation": "{anrede}",
    "closing": "Herzlich willkommen und bis bald",
    "postscript": "Am letzten Sonntag im Monat gibt es in der Alten Feuerwache ein offenes Frühstück. Ich bringe die Brezeln mit.",
    "enclosures": "Faltblatt „Wohin wende ich mich?“\nGutschein für die Stadtbücherei",
    "body": [
        (
            "paragraph",
            [
                "Sie sind in {ort} angekommen, und ich freue mich darüber. Wahrscheinlich stapeln sich noch Kartons im Flur, und der Briefkasten klemmt. Das geht hier den meisten so: Jede dritte Lindenauerin ist irgendwann zugezogen, ich auch.",
                "In der ersten Woche braucht man keine Reden, sondern Antworten. Deshalb liegt diesem Brief ein Faltblatt bei. Darin steht, wer Ihnen bei Papieren, Schule, Arzt und Wohnung hilft, mit Telefonnummern, an denen jemand abhebt.",
            ],
        ),
        ("heading", "Drei Dinge, die Sie gleich tun können"),
        (
            "list",
            [
                "Melden Sie sich im Bürgerbüro an, Rathaus, Erdgeschoss. Es ist auch am Donnerstagabend offen.",
                "Holen Sie mit dem Gutschein Ihren Ausweis für die Stadtbücherei. Sie ist warm und hat 31 Sprachen.",
                "Kommen Sie in die Sprechstunde des Integrationsrats, dienstags von 16 bis 18 Uhr. Sie brauchen keinen Termin.",
            ],
        ),
        (
            "paragraph",
            "Und wenn etwas nicht klappt, schreiben Sie mir. Ich lese die Briefe selbst, meistens abends, und antworte.",
        ),
    ],
}

EASY = {
    "title": "Willkommens-Brief von der Bürgermeisterin",
    "subject": "Willkommen in Lindenau, {vorname} {nachname}",
    "salutation": "{anrede}",
    "closing": "Herzlich willkommen",
    "postscript": "Am letzten Sonntag im Monat gibt es ein Frühstück. Es ist in der Alten Feuer-Wache. Ich komme auch.",
    "enclosures": "Falt-Blatt mit Adressen\nGutschein für die Stadt-Bücherei",
    "body": [
        (
            "paragraph",
            [
                "Sie wohnen jetzt in {ort}.",
                "Ich freue mich.",
                "Am Anfang ist vieles neu.",
                "Wir helfen Ihnen.",
            ],
        ),
        (
            "paragraph",
            [
                "In diesem Umschlag ist ein Falt-Blatt.",
                "Da stehen Telefon-Nummern.",
                "Hier bekommen Sie Hilfe beim Amt, in der Schule, beim Arzt und bei der Wohnung.",
            ],
        ),
        ("heading", "Das können Sie jetzt machen"),
        (
            "list",
            [
                "Gehen Sie ins Rathaus. Melden Sie sich im Bürger-Büro an. Am Donnerstag ist abends offen.",
                "Gehen Sie in die Stadt-Bücherei. Mit dem Gutschein bekommen Sie einen Ausweis.",
                "Haben Sie Fragen? Gehen Sie zum Integrations-Rat. Er ist am Dienstag von 16 bis 18 Uhr da.",
            ],
        ),
        ("paragraph", ["Etwas klappt nicht?", "Dann schreiben Sie mir.", "Ich antworte Ihnen."]),
    ],
}

FIRST = (
    "Amina Mehmet Oksana Layla Daniel Fatma Serhij Nour Katharina Emre Iryna Yusuf Zeynep Taras Hala Jonas Elif Olena Karim "
    "Sophie Hakan Natalija Rania Felix Merve Andrij Salma Lukas Derya Halyna Omar Clara Burak Marija Dina Anton Selin Ihor "
    "Samir Johanna Kemal Vira Lina Moritz Ayşe Petro Huda Paul Tülin Bohdan"
)
LAST = (
    "Yıldız Demir Kowalenko Haddad Winkler Kaya Schewtschenko Mansour Böhm Aslan Melnyk Özkan Arslan Bojko Khalil Richter "
    "Çelik Tkatschenko Nasser Vogel Şahin Krawtschenko Aziz Brandt Koç Lysenko Farouk Seidel Polat Marchenko Saleh Neumann "
    "Yavuz Rudenko Taha Hartmann Güneş Sawtschenko Barakat Lorenz Öztürk Moros Hamdan Kühn Doğan Pawlenko Younis Ernst "
    "Acar Hnatjuk"
)
STREETS = (
    "Färbergasse", "Wehrstraße", "Am Bahndamm", "Schmiedgasse", "Lange Zeile", "Torstraße", "Mühlweg", "Am Fischmarkt",
    "Südstadtring", "Gerberplatz",
)  # fmt: skip
SPOKEN = ("de", "tr", "uk", "ar")


def recipients_csv() -> str:
    """Fifty rows as the registration office's spreadsheet writes them."""
    languages = {"de": "Deutsch", "tr": "Türkisch", "uk": "Ukrainisch", "ar": "Arabisch"}
    rows = ["Vorname;Nachname;Straße;Hausnummer;PLZ;Ort;Sprache"]
    for place, (first, last) in enumerate(zip(FIRST.split(), LAST.split(), strict=True)):
        language = languages[own_language(first)]
        street = STREETS[place * 7 % len(STREETS)]
        rows.append(f"{first};{last};{street};{place * 13 % 89 + 1};09999;Lindenau an der Pegnach;{language}")
    return "\r\n".join(rows) + "\r\n"


TURKISH = "Mehmet Fatma Emre Zeynep Elif Hakan Merve Derya Burak Selin Kemal Ayşe Tülin Yusuf"
UKRAINIAN = "Oksana Serhij Iryna Taras Olena Natalija Andrij Halyna Marija Ihor Vira Petro Bohdan"
ARABIC = "Amina Layla Nour Hala Karim Rania Salma Omar Dina Samir Lina Huda"


def own_language(first: str) -> str:
    groups = {"tr": TURKISH, "uk": UKRAINIAN, "ar": ARABIC}
    return next((code for code, names in groups.items() if first in names.split()), "de")

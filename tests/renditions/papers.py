"""Editions for the tests of print: built from the shared factories, with every block in them."""

import datetime

from tests.factories import make_edition, make_image, paragraph

EVERYWHERE = ["web", "print", "email"]
TEXT = (
    "Um halb sieben quietscht das Rad zum ersten Mal. Walter Schrödl dreht es mit beiden Händen, drei Umdrehungen, dann kommt "
    "das Wasser. „Vier geht auch“, sagt er, „aber dann spritzt es dem Nächsten auf die Schuhe.“ Der Nächste ist eine Nächste."
)


def image_value(title="Bild", **kwargs):
    picture = make_image(title, **kwargs)
    picture.contextual_alt_text, picture.decorative = f"Zeichnung: {title}", False
    return picture


def every_block(*, url="https://vielfalt.example/film") -> list:
    """One of each block that has text or a picture."""
    shown = {"show_in": EVERYWHERE}
    return [
        paragraph(TEXT),
        ("heading", {"text": "Der Sommer ohne Gruß", "level": "2", **shown}),
        paragraph(TEXT * 2),
        ("list", {"style": "number", "items": ["<p>Drei Kannen.</p>", "<p>Dann die Nächste.</p>"], **shown}),
        ("pull_quote", {"text": "Wir wussten bloß nicht, wie die anderen heißen.", "who": "Emre", "role": "Parzelle 7", **shown}),
        ("image", {"image": image_value("Hahn"), "caption": "Am Hahn", "crop": "wide", "print_size": "two", **shown}),
        ("fact_box", {"title": "So geht es", "text": "<p>Ganz leicht.</p>", "facts": [], **shown}),
        (
            "timetable",
            {"title": "Ablauf", "rows": [{"time": "9.30 Uhr", "title": "Ankommen", "speaker": "", "function": ""}], **shown},
        ),
        (
            "video",
            {"title": "Ein Film", "url": url, "poster": image_value("Standbild"), "duration": "3:20", "transcript": "", **shown},
        ),
        (
            "person_card",
            {"name": "Samira Haddad", "role": "Bäckerin", "image": image_value("Samira"), "text": "Ich backe.", **shown},
        ),
        ("contact_card", {"name": "Rathaus", "role": "Alles", "address": "Am Fischmarkt 1", "phone": "089 99998-120", **shown}),
        ("continues_online", {"text": "Mehr im Netz", **shown}),
        ("divider", {"style": "rule", **shown}),
        paragraph(TEXT),
    ]


def rich_edition(home, *, articles=4):
    edition = make_edition(home, articles=articles)
    for number, article in enumerate(edition.articles):
        article.body = every_block() if number == 0 else [paragraph(TEXT * 6), *every_block()[3:5], paragraph(TEXT * 3)]
        article.save_revision().publish()
    edition.letter = f"Liebe Nachbarinnen,\n\n{TEXT}"
    edition.letter_name, edition.letter_role = "Jaspal Gill", "Vorsitzender"
    edition.events = [
        ("event", {"title": f"Frühstück {day}", "date": datetime.date(2026, 11, day), "time": "9.30 Uhr", "show_in": EVERYWHERE})
        for day in (21, 24, 29)
    ]
    edition.back_page = [
        ("heading", {"text": "Wir sind Lindenau.", "level": "2", "show_in": EVERYWHERE}),
        ("pull_quote", {"text": "Im Chor fragt niemand.", "who": "Ljudmyla", "role": "Chor", "show_in": EVERYWHERE}),
        ("image", {"image": image_value("Ljudmyla", width=900, height=900), "caption": "", "show_in": EVERYWHERE}),
    ]
    edition.save_revision().publish()
    return type(edition).objects.get(pk=edition.pk)

"""A body that holds every block once, in German and in Arabic, for tests that must see them all."""

import datetime

EVERYWHERE = ["web", "print", "email"]

GERMAN = {
    "heading": "Am Bahndamm",
    "text": 'Er sagt: "Vier geht auch", z. B. am 3. Mai.',
    "caption": "Drei Umdrehungen nach links",
    "alt": "Menschen mit Gießkannen",
    "question": "Warum backen Sie nachts?",
    "role": "Bäckermeisterin",
    "place": "Alte Feuerwache",
    "button": "Zum Frühstück anmelden",
    "online": "Alle Grüße zum Anhören",
}
ARABIC = {
    "heading": "عند سكة القطار",
    "text": "في البداية كان هناك خلاف على إبريق الماء.",
    "caption": "ثلاث لفات إلى اليسار",
    "alt": "أشخاص يحملون أباريق الماء",
    "question": "لماذا تخبزين ليلًا؟",
    "role": "خبّازة",
    "place": "مبنى الإطفاء القديم",
    "button": "سجّلوا للفطور",
    "online": "كل التحيات للاستماع",
}


def every_block(*, image, page, words: dict) -> list[tuple]:
    """Stream data with each block of BodyBlock. `page` is what teaser and button lead to."""
    rich = f"<p>{words['text']}</p>"
    picture = with_alt(image, words["alt"])
    values = {
        "heading": {"text": words["heading"], "level": "2"},
        "paragraph": {"text": f'<p>{words["text"]} <a linktype="page" id="{page.pk}">{words["online"]}</a></p>'},
        "list": {"style": "number", "items": [rich, rich]},
        "pull_quote": {"text": words["text"], "who": "Samira Haddad", "role": words["role"]},
        "fact_box": {"title": words["heading"], "text": rich, "facts": [{"term": words["role"], "text": rich}]},
        "table": {"caption": words["caption"], "table": table(words)},
        "timetable": {
            "title": words["heading"],
            "rows": [{"time": "18 Uhr", "title": words["caption"], "speaker": "Ines Kaltwasser", "function": words["role"]}],
        },
        "image": {"image": picture, "caption": words["caption"], "crop": "wide", "print_size": "two"},
        "gallery": {
            "title": words["heading"],
            "images": [{"image": picture, "caption": words["caption"]}, {"image": picture, "caption": words["alt"]}],
        },
        "video": {
            "title": words["heading"],
            "url": "https://film.example/v/24?a=1&b=2",
            "poster": picture,
            "duration": "3:20",
            "transcript": rich,
        },
        "interview": {
            "title": words["heading"],
            "intro": words["role"],
            "image": picture,
            "questions": [{"question": words["question"], "answer": rich}],
        },
        "person_card": {"name": "Samira Haddad", "role": words["role"], "image": picture, "text": words["text"]},
        "contact_card": {
            "name": "Büro",
            "role": words["role"],
            "address": "Am Fischmarkt 1",
            "hours": words["caption"],
            "phone": "089 99998-120",
            "email": "rat@lindenau.example",
            "url": "https://lindenau.example",
            "languages": words["role"],
        },
        "next_dates": {"title": words["caption"], "number": 3, "topic": "", "kind": "", "district": ""},
        "event_teaser": {
            "title": words["heading"],
            "date": datetime.date(2026, 11, 29),
            "time": "9.30 Uhr",
            "place": words["place"],
            "text": words["text"],
            "url": "https://lindenau.example/termin",
        },
        "testimonial_teaser": {"page": page},
        "page_teaser": {"page": page, "text": words["text"]},
        "button": {"label": words["button"], "page": page, "url": "", "kind": "call"},
        "continues_online": {"text": words["online"]},
        "divider": {"style": "rule"},
    }
    return [(kind, {**value, "show_in": EVERYWHERE}) for kind, value in values.items()]


def with_alt(image, alt: str):
    """The picture as ImageBlock gives it: with the alternative text of this place."""
    image.contextual_alt_text, image.decorative = alt, False
    return image


def table(words: dict) -> dict:
    return {
        "columns": [{"type": "text", "heading": words["heading"]}, {"type": "text", "heading": words["place"]}],
        "rows": [{"values": [words["role"], "13 : 0"]}, {"values": [words["alt"], "1 200 €"]}],
        "caption": "",
    }


def translate_tree(page, *, locale, words: dict):
    """`page` and those above it as live pages in another locale, with `words` in every text field that readers see."""
    parent = page.get_parent().specific
    if page.depth > 2 and not parent.get_translations().filter(locale=locale).exists():
        translate_tree(parent, locale=locale, words=words)
    copy = page.copy_for_translation(locale)
    copy.title = f"{words['heading']} {page.pk}"
    if getattr(copy, "season", None):
        copy.season = words["heading"]
    for name in ("headline", "standfirst", "subtitle", "letter", "lead_alt", "lead_caption", "cover_alt"):
        if getattr(copy, name, None):
            setattr(copy, name, words["text"])
    copy.save_revision().publish()
    return copy

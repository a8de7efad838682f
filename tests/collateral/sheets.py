"""Flyers and letters for tests, and where words stand in a PDF."""

from wagtail.models import Locale

from cms.collateral.models import FlyerPage, LetterPage
from cms.core.medium import Medium
from cms.directory.models import Organisation, Person
from cms.renditions.pdf import Purpose, make_pdf
from cms.renditions.render import render
from tests.factories import make_image, paragraph

EVERYWHERE = ["web", "print", "email"]
MM = 25.4 / 72
WORDS = {
    "title": "Marktplatz",
    "flap": "Klappentext",
    "flap-2": "Zweitklappe",
    "back": "Kontaktseite",
    "inside-1": "Einleitung",
    "inside-2": "Tagesplan",
    "inside-3": "Gesichter",
    "inside-4": "Nachwort",
}


def shown(kind: str, value: dict) -> tuple:
    return (kind, {**value, "show_in": EVERYWHERE})


def cover(claim: str = WORDS["title"], **more) -> tuple:
    return shown("cover", {"claim": claim, "subtitle": "Ein Tag", "facts": "17. April", "ground": "petrol", **more})


def panel(place: str, *content, title: str = "", **more) -> tuple:
    body = list(content) or [paragraph(f"Ein Absatz über {WORDS[place]}.")]
    return shown(
        "panel", {"place": place, "title": title or WORDS[place], "content": body, "ground": "sun", "shape": "none", **more}
    )


def make_flyer(home, *, panels: list, fold: str = "flyer-6-wrap", language: str = "de", **more) -> FlyerPage:
    flyer = FlyerPage(
        title="Faltblatt", slug=f"faltblatt-{language}", fold=fold, locale=Locale.objects.get(language_code=language), **more
    )
    flyer.panels = panels
    home.add_child(instance=flyer)
    return flyer


def german() -> Locale:
    return Locale.objects.get(language_code="de")


def make_person(name: str = "Katrin Ohlmüller", **more) -> Person:
    return Person.objects.create(name=name, function="Bürgermeisterin", locale=german(), **more)


def make_organisation(name: str = "Südverein", **more) -> Organisation:
    return Organisation.objects.create(name=name, helps_with="Papiere", phone="089 99998-120", locale=german(), **more)


def every_panel_block() -> list:
    """One of each block that only flyers have, and of each that comes from the directory."""
    person = make_person(portrait=make_image("Katrin", width=600, height=600), portrait_alt="Zeichnung: Katrin")
    club = make_organisation()
    return [
        shown("greeting", {"title": "Grußwort", "text": "<p>Willkommen am Tisch.</p>", "person": person}),
        shown("people", {"title": "Mit dabei", "people": [{"person": person, "text": "liest vor"}]}),
        shown("contacts", {"title": "Wohin", "organisations": [club], "people": [person]}),
        shown("goals", {"title": "Ziele", "start": 4, "goals": [{"title": "Mitreden", "text": "Wer hier lebt."}]}),
        shown("points", {"title": "Fragen", "points": ["Wer sitzt auf dem Markt?"]}),
        shown("partners", {"label": "Gefördert von", "organisations": [club]}),
        shown("code", {"words": "Scannen und kommen", "page": None, "url": "https://lindenau.example/markt"}),
        shown("legal_notice", {"design": "Büro Papierschnitt", "print_run": 1200, "note": "Recyclingpapier"}),
    ]


def make_letter(home, **more) -> LetterPage:
    fields = {"title": "Willkommen", "slug": "willkommen", "subject": "Willkommen, {vorname}", "postscript": "", **more}
    letter = LetterPage(locale=german(), **fields)
    letter.body = more.get("body") or [paragraph("Sie sind in {ort} angekommen.")]
    home.add_child(instance=letter)
    return letter


def pdf_of(page, *, sheet: str = "", design: str = "", purpose: str = "screen"):
    product = page.products()[0].chosen(sheet=sheet, design=design)
    return make_pdf(render(page, medium=Medium.PRINT, product=product), purpose=Purpose(purpose))


def words_at(data: bytes, word: str) -> list[tuple[int, float, float, float, float]]:
    """Where a word stands: page (from 0), left, top, right, bottom in mm from the page's top left corner."""
    import pypdfium2

    found = []
    for number, page in enumerate(pypdfium2.PdfDocument(data)):
        text = page.get_textpage()
        search = text.search(word, match_case=True)
        while place := search.get_next():
            boxes = [text.get_charbox(index) for index in range(place[0], place[0] + place[1])]
            left, right = min(box[0] for box in boxes), max(box[2] for box in boxes)
            bottom, top = min(box[1] for box in boxes), max(box[3] for box in boxes)
            height = page.get_height()
            found.append((number, left * MM, (height - top) * MM, right * MM, (height - bottom) * MM))
    return found


def text_of(data: bytes) -> list[str]:
    """The words of each page."""
    import pypdfium2

    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data)]

"""The demo's campaign and events in the other languages: translations from we_words.py and people_words.py,
Leichte Sprache from we_easy.py and people_words.py.
"""

from typing import Any

from wagtail.models import Locale, Page

from .content import occasions, people_words, we_easy, we_words
from .easy import CODE
from .ledger import Ledger
from .occasions import LANGUAGES, access_value, words_in
from .streams import Desk
from .translate import read_catalogue, translate_page
from .we import BODY, fill, programme_item

EASY_PEOPLE = we_easy.PEOPLE | people_words.EASY
TRANSLATED = {"wir-sind-lindenau", *EASY_PEOPLE, "termine", occasions.TOUR["slug"], *we_easy.EVENTS}


def ensure_we_abroad(pages: list[Page], *, desk: Desk, ledger: Ledger) -> None:
    """`pages` as made by we.py, parents first."""
    chosen = [page for page in pages if page.slug in TRANSLATED]
    for code in we_words.LANGUAGES:
        locale = Locale.objects.get(language_code=code)
        people = read_catalogue(code) | people_words.catalogue(code)
        catalogue = people | we_words.catalogue(code) | tour_words(code)
        for page in chosen:
            if not page.has_translation(locale):
                translate_page(page, locale=locale, catalogue=catalogue)
                ledger.note("translated pages")
    locale = Locale.objects.get(language_code=CODE)
    for page in chosen:
        if not page.has_translation(locale):
            publish_easy(page, locale=locale, content=easy_words(page.slug), desk=desk)
            ledger.note("pages in Leichte Sprache")


def tour_words(code: str) -> dict[str, str]:
    """The series above the stop of the tour: English and Arabic stand beside the German, Turkish and Ukrainian apart."""
    if code in LANGUAGES:
        return words_in(LANGUAGES.index(code))
    place, tour = ("tr", "uk").index(code), occasions.TOUR
    german = {name: tour[name][0] for name in ("title", "kicker", "standfirst", "body")}
    german["alt"] = occasions.DRAWINGS[tour["picture"]][0]
    return {text: occasions.TOUR_ABROAD[name][place] for name, text in german.items()}


def easy_words(slug: str) -> dict[str, Any]:
    if slug == "termine":
        return we_easy.INDEX
    if slug == occasions.TOUR["slug"]:
        return occasions.TOUR_EASY
    if slug in EASY_PEOPLE:
        return EASY_PEOPLE[slug]
    if slug in we_easy.EVENTS:
        return we_easy.EVENTS[slug]
    return we_easy.CAMPAIGN | {"numbers": we_easy.NUMBERS, "body": we_easy.BODY}


def publish_easy(page: Page, *, locale: Locale, content: dict[str, Any], desk: Desk) -> None:
    easy = page.copy_for_translation(locale)
    easy.search_description = content.get("standfirst") or content.get("statement", "")
    for name, value in content.items():
        if name == "body":
            easy.body = desk.stream(BODY, value, path=f"{CODE}/{page.slug}/body")
        elif name == "numbers":
            fill(easy, name, [("number", {"number": number, "label": label}) for number, label in value])
        elif name == "access":
            fill(easy, name, [("access", access_value(row)) for row in value])
        elif name == "programme":
            fill(easy, name, [("item", programme_item(row)) for row in value])
        else:
            setattr(easy, name, value)
    easy.draft_title = easy.title
    easy.save()
    easy.save_revision().publish()

"""The demo's campaign and events in the other languages: translations from we_words.py, people_words.py and occasions.py,
Leichte Sprache from we_easy.py, people_words.py and occasions_easy.py.
"""

from typing import Any

from wagtail.models import Locale, Page

from .content import occasions_easy, people_words, we_easy, we_words
from .easy import CODE
from .ledger import Ledger
from .occasions import access_value, words_in
from .streams import Desk
from .translate import read_catalogue, translate_page
from .we import BODY, fill, programme_item

EASY_PEOPLE = we_easy.PEOPLE | people_words.EASY
EASY = EASY_PEOPLE | we_easy.EVENTS | occasions_easy.PAGES | {"termine": we_easy.INDEX}
TRANSLATED = {"wir-sind-lindenau", *EASY}


def ensure_we_abroad(pages: list[Page], *, desk: Desk, ledger: Ledger) -> None:
    """`pages` as made by we.py, parents first."""
    chosen = [page for page in pages if page.slug in TRANSLATED]
    for code in we_words.LANGUAGES:
        locale = Locale.objects.get(language_code=code)
        people = read_catalogue(code) | people_words.catalogue(code)
        catalogue = people | we_words.catalogue(code) | words_in(code)
        for page in chosen:
            if not page.has_translation(locale):
                translate_page(page, locale=locale, catalogue=catalogue)
                ledger.note("translated pages")
    locale = Locale.objects.get(language_code=CODE)
    for page in chosen:
        if not page.has_translation(locale):
            publish_easy(page, locale=locale, content=easy_words(page.slug), desk=desk)
            ledger.note("pages in Leichte Sprache")


def easy_words(slug: str) -> dict[str, Any]:
    return EASY.get(slug) or we_easy.CAMPAIGN | {"numbers": we_easy.NUMBERS, "body": we_easy.BODY}


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
        elif name == "changes":
            say_why(easy, value)
        else:
            setattr(easy, name, value)
    easy.draft_title = easy.title
    easy.save()
    easy.save_revision().publish()


def say_why(easy: Page, reasons: list[str]) -> None:
    """The words beside dates that are cancelled or moved."""
    changes = [block for block in easy.times if block.block_type == "change"]
    for block, words in zip(changes, reasons, strict=True):
        block.value["words"] = words

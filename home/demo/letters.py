"""The demo's welcome letter with its fifty recipients."""

from collections.abc import Mapping

from wagtail.models import Locale, Page

from cms.collateral.blocks import LetterBodyBlock
from cms.collateral.letters import upload
from cms.collateral.models import LetterPage

from .content import letters as words
from .easy import CODE
from .ledger import Ledger
from .streams import Desk

BODY = LetterBodyBlock()
FILE_NAME = "zuzuege-oktober.csv"


def ensure_letter(german, *, home: Page, keys: Mapping[str, int]) -> LetterPage:
    """`german` is the builder of the German tree, see pages.py."""
    content = words.WELCOME
    found = LetterPage.objects.child_of(home).filter(slug=content["slug"]).first()
    if found is None:
        fields = {name: value for name, value in content.items() if name != "body"}
        fields |= {"contact_id": keys["person-ines"], "signer_id": keys["person-katrin"]}
        found = LetterPage(locale=german.locale, live=False, **fields)
        found.body = german.desk.stream(BODY, content["body"], path=f"{content['slug']}/body")
        home.add_child(instance=found)
        found.save_revision()
        german.ledger.note("pages")
    return found


def ensure_easy_letter(letter: LetterPage, *, desk: Desk, ledger: Ledger) -> None:
    """A text of its own in Leichte Sprache; like the others it is on no web site."""
    locale = Locale.objects.get(language_code=CODE)
    if letter.has_translation(locale):
        return
    easy = letter.copy_for_translation(locale)
    for name, value in words.EASY.items():
        setattr(easy, name, desk.stream(BODY, value, path=f"{CODE}/{letter.slug}/body") if name == "body" else value)
    easy.draft_title = easy.title
    easy.save()
    easy.save_revision()
    ledger.note("pages in Leichte Sprache")


def ensure_recipients(letter: LetterPage, *, ledger: Ledger) -> None:
    """After the translations, so that everybody gets the letter in the own language."""
    if not letter.runs.exists():
        upload(letter, words.recipients_csv().encode("utf-8-sig"), file_name=FILE_NAME)
        ledger.note("letter runs")

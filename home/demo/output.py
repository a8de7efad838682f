"""What the demo edition becomes: PDFs for reading and for the printer, and one mailing to the office's own addresses."""

from django.contrib.auth import get_user_model
from wagtail.models import Page

from cms.editions.models import EditionPage
from cms.renditions import printing
from cms.renditions.models import PrintFile
from cms.renditions.pdf import Purpose
from newsletter import mailing
from newsletter.dispatch import dispatch
from newsletter.models import Mailing, Topic

from .content import edition_24
from .ledger import Ledger
from .logins import EDITOR

PRINTED_IN = ("de", "ar")


def demo_editions(home: Page) -> list[EditionPage]:
    german = EditionPage.objects.descendant_of(home).get(slug=edition_24.EDITION["slug"])
    return [german, *german.get_translations().filter(locale__language_code__in=PRINTED_IN).exclude(pk=german.pk)]


def ensure_print_files(home: Page, *, ledger: Ledger) -> list[PrintFile]:
    """Asks for what was never asked for; the worker makes it."""
    files = []
    for edition in demo_editions(home):
        for purpose in (Purpose.SCREEN, Purpose.PRESS):
            known = PrintFile.objects.filter(page_id=edition.pk, purpose=purpose.value).first()
            if known is None:
                known = printing.request_print(edition, purpose=purpose)
                ledger.note("PDFs ordered")
            files.append(known)
    return files


def ensure_mailing(home: Page, *, topics: dict[str, Topic], ledger: Ledger) -> Mailing:
    """“Send as newsletter”: edition 24 to the topic of the office, one reader per language."""
    edition = demo_editions(home)[0]
    found = Mailing.objects.filter(page_id=edition.pk).first()
    if found:
        return found
    editor = get_user_model().objects.filter(username=EDITOR).first()
    made = mailing.create(edition, user=editor)
    mailing.update(made, topics=[topics["redaktion"]], lines={}, user=editor)
    ledger.note("mails on their way", count=mailing.start(made, user=editor))
    return made


def make_now(files: list[PrintFile], made: Mailing) -> None:
    """The worker's work, in this process. Whoever comes second finds nothing left to do."""
    for print_file in files:
        print_file.refresh_from_db()
        printing.make(print_file)
    made.refresh_from_db()
    dispatch(made)

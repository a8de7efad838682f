"""The demo's welcome package: German and Arabic, as many as the letter of October has recipients."""

from django.contrib.auth import get_user_model

from cms.collateral import welcome_package
from cms.collateral.models import LetterRun
from cms.collateral.welcome_package import SLOTS, Order
from cms.renditions.models import Package

from .ledger import Ledger
from .logins import EDITOR

TITLE = "Willkommenspaket Herbst 2026"
LANGUAGES = ("de", "ar")


def ensure_welcome_packages(*, ledger: Ledger) -> None:
    """Ordered like on the page “Welcome package”; the worker makes the files."""
    run = LetterRun.objects.first()
    if run is None or Package.objects.filter(title__startswith=TITLE).exists():
        return
    found = {slot.key: welcome_package.candidates(slot) for slot in SLOTS}
    pages = {key: choices[0] for key, choices in found.items() if choices}
    recipients = welcome_package.copies_for(run)
    details = {
        "print_shop": "Druckerei Pegnachtal, Industriestraße 4, Lindenau",
        "delivery_address": "Rathaus, Bürgerbüro, Am Fischmarkt 1, 09999 Lindenau",
        "notes": "Bitte je Sprache getrennt verpacken und beschriften.",
    }
    copies = {code: recipients.get(code, 0) for code in LANGUAGES}
    editor = get_user_model().objects.filter(username=EDITOR).first()
    made = welcome_package.order(Order(title=TITLE, pages=pages, copies=copies, signs=2, details=details), user=editor)
    ledger.note("welcome packages", count=len(made))

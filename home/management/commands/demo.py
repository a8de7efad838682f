"""`manage.py demo`: fills an empty database with the council of Lindenau. Run again, it adds only what is missing."""

import logging
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import translation
from wagtail.models import Locale

from home.demo.easy import ensure_easy_pages
from home.demo.images import ensure_images
from home.demo.ledger import Ledger
from home.demo.logins import ADMIN, EDITOR, ensure_logins
from home.demo.pages import ForeignContent, GermanPages
from home.demo.translate import ensure_translations

DEFAULT_PASSWORD = "lindenau"  # noqa: S105 - only accepted on this machine, see check_password


class Command(BaseCommand):
    help = "Create the demo council of Lindenau: pages in six languages, pictures, subscribers, logins. Safe to run again."

    def add_arguments(self, parser):
        parser.add_argument("--password", help=f"for the logins “{EDITOR}” and “{ADMIN}” (on localhost: {DEFAULT_PASSWORD})")

    def handle(self, *args, password: str | None = None, **options):
        logging.getLogger("wagtail").setLevel(logging.WARNING)  # it would name every page that is published
        ledger = Ledger()
        password = checked_password(password)
        try:
            with transaction.atomic(), translation.override(settings.LANGUAGE_CODE):
                for code, _name in settings.LANGUAGES:
                    Locale.objects.get_or_create(language_code=code)
                ensure_logins(password=password, ledger=ledger)
                images = ensure_images(ledger=ledger)
                german = GermanPages(images=images, ledger=ledger)
                home = german.ensure()
                ensure_translations(home, ledger=ledger)
                ensure_easy_pages(home, desk=german.desk, ledger=ledger)
        except ForeignContent as error:
            raise CommandError(
                f"This database already holds “{error}”. The demo wants an empty one; nothing was changed."
            ) from error
        self.report(ledger, password=password)

    def report(self, ledger: Ledger, *, password: str) -> None:
        if not ledger:
            self.stdout.write("demo: nothing to do, everything is there already")
            return
        self.stdout.write(f"demo: created {ledger}")
        self.stdout.write(f"demo: {settings.BASE_URL}/admin/ – log in as {EDITOR} or {ADMIN}, password {password}")


def checked_password(password: str | None) -> str:
    """A password that everybody can read in this file must not open a server that others can reach."""
    if password:
        return password
    if urlsplit(settings.BASE_URL).hostname not in ("localhost", "127.0.0.1"):
        raise CommandError("Choose a password for the logins of the demo: manage.py demo --password …")
    return DEFAULT_PASSWORD

"""`manage.py demo`: fills an empty database with the council of Lindenau. Run again, it adds only what is missing."""

import logging
from urllib.parse import urlsplit

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import translation
from wagtail.models import Locale

from cms.renditions.models import PrintFile
from cms.renditions.profiles import ensure_presets
from home.demo.budget import ensure_budget
from home.demo.calls import ensure_calls
from home.demo.collateral import ensure_collateral, translate_posters
from home.demo.directory import ensure_contact_points, translate_contact_points
from home.demo.easy import ensure_easy_pages
from home.demo.flyers import ensure_directory, ensure_flyer_translations, ensure_flyers
from home.demo.images import ensure_images
from home.demo.indexing import index_everything, indexing_later
from home.demo.ledger import Ledger
from home.demo.letters import ensure_easy_letter, ensure_letter, ensure_recipients
from home.demo.library import ensure_library, translate_library
from home.demo.logins import ADMIN, EDITOR, ensure_logins
from home.demo.newspapers import ensure_newspaper
from home.demo.occasions import ensure_events, link_calls, link_hosts
from home.demo.output import ensure_mailing, ensure_print_files, make_now
from home.demo.pages import ForeignContent, GermanPages, refuse_foreign_content
from home.demo.participation import ensure_forms, ensure_forms_abroad
from home.demo.queue import ensure_queue
from home.demo.readers import ensure_readers, ensure_topics
from home.demo.registrations import ensure_registrations, ensure_terms
from home.demo.translate import ensure_translations
from home.demo.we import ensure_campaign
from home.demo.we_abroad import ensure_we_abroad
from home.demo.welcome import ensure_welcome_packages
from home.models import HomePage
from newsletter.models import Topic

DEFAULT_PASSWORD = "lindenau"  # noqa: S105 - only accepted on this machine, see check_password


class Command(BaseCommand):
    help = "Create the demo council of Lindenau: pages in six languages, pictures, subscribers, logins. Safe to run again."

    def add_arguments(self, parser):
        parser.add_argument("--password", help=f"for the logins “{EDITOR}” and “{ADMIN}” (on localhost: {DEFAULT_PASSWORD})")
        parser.add_argument("--now", action="store_true", help="make the PDFs and send the mails here, not in the worker")
        parser.add_argument("--content-only", action="store_true", help="no PDFs and no mails")

    def handle(self, *args, password: str | None = None, now: bool = False, content_only: bool = False, **options):
        logging.getLogger("wagtail").setLevel(logging.WARNING)  # it would name every page that is published
        ledger = Ledger()
        password = checked_password(password)
        try:
            with transaction.atomic(), translation.override(settings.LANGUAGE_CODE), indexing_later():
                home, topics = fill(password=password, ledger=ledger)
                files, made = [], None
                if not content_only:
                    files = ensure_print_files(home, ledger=ledger)
                    made = ensure_mailing(home, topics=topics, ledger=ledger)
                    ensure_welcome_packages(ledger=ledger)
        except ForeignContent as error:
            raise CommandError(
                f"This database already holds “{error}”. The demo wants an empty one; nothing was changed."
            ) from error
        if ledger:
            index_everything()
        if now and made:
            make_now(files, made)
        self.report(ledger, password=password, files=files)

    def report(self, ledger: Ledger, *, password: str, files: list[PrintFile]) -> None:
        if not ledger:
            self.stdout.write("demo: nothing to do, everything is there already")
            return
        self.stdout.write(f"demo: created {ledger}")
        self.stdout.write(f"demo: {settings.BASE_URL}/admin/ – log in as {EDITOR} or {ADMIN}, password {password}")
        for print_file in files:
            print_file.refresh_from_db()
            what = f"{print_file.page} ({print_file.page.locale.language_code}, {print_file.purpose})"
            self.stdout.write(f"demo: PDF {what}: {print_file.file.path if print_file.file else print_file.get_state_display()}")


def fill(*, password: str, ledger: Ledger) -> tuple[HomePage, dict[str, Topic]]:
    """Everything that is content. Each step adds only what is missing."""
    refuse_foreign_content()
    for code, _name in settings.LANGUAGES:
        Locale.objects.get_or_create(language_code=code)
    ensure_logins(password=password, ledger=ledger)
    ledger.note("printer profiles", count=ensure_presets())
    ensure_newspaper(ledger=ledger)
    german = GermanPages(images=ensure_images(ledger=ledger), ledger=ledger)
    home = german.ensure()
    entries = ensure_directory(images=german.desk.images, locale=german.locale, ledger=ledger)
    flyers = ensure_flyers(german, home=home, keys=entries)
    letter = ensure_letter(german, home=home, keys=entries)
    ours = ensure_campaign(german, home=home) + ensure_events(german, home=home)
    posters = ensure_collateral(german, home=home)
    contact_points = ensure_contact_points(german, home=home)
    ensure_terms(ours)  # the members who sit in the consultation hour are there now
    forms = ensure_forms(german, ledger=ledger)
    calls = ensure_calls(german, ledger=ledger)
    link_hosts(ours)
    link_calls(ours, calls)
    library = ensure_library(german, home=home, ledger=ledger)
    ensure_translations(home, ledger=ledger)
    translate_posters(posters, ledger=ledger)
    ensure_flyer_translations(flyers, letter=letter, keys=entries, ledger=ledger)
    ensure_recipients(letter, ledger=ledger)
    ensure_easy_pages(home, desk=german.desk, ledger=ledger)
    ensure_easy_letter(letter, desk=german.desk, ledger=ledger)
    translate_contact_points(contact_points, desk=german.desk, ledger=ledger)
    ensure_forms_abroad(forms + calls, ledger=ledger)
    translate_library(library, ledger=ledger)
    ensure_we_abroad(ours, desk=german.desk, ledger=ledger)
    ensure_registrations(ours, ledger=ledger)
    ensure_queue(ours[0], ledger=ledger)
    ensure_budget(home, ledger=ledger)
    topics = ensure_topics(ledger=ledger)
    ensure_readers(topics=topics, ledger=ledger)
    return home, topics


def checked_password(password: str | None) -> str:
    """A password that everybody can read in this file must not open a server that others can reach."""
    if password:
        return password
    if urlsplit(settings.BASE_URL).hostname not in ("localhost", "127.0.0.1"):
        raise CommandError("Choose a password for the logins of the demo: manage.py demo --password …")
    return DEFAULT_PASSWORD

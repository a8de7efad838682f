"""For a pipe in the mail server: one report on standard input. Exit 75 makes the mail server keep it and try again."""

import sys

from django.core.management.base import BaseCommand
from django.db import DatabaseError

from newsletter.feedback.noting import note_mail

EX_TEMPFAIL = 75


class Command(BaseCommand):
    help = "Reads one bounce or complaint from standard input (for Postfix: pipe … argv=manage.py receive_report ${recipient})."

    def add_arguments(self, parser):
        parser.add_argument("recipient", nargs="?", default="", help="the address the report came to")

    def handle(self, *, recipient, **options):
        raw = sys.stdin.buffer.read()
        try:
            feedback = note_mail(raw, via="pipe", recipient=recipient)
        except DatabaseError as error:
            self.stderr.write(f"The report could not be written down: {error}")
            sys.exit(EX_TEMPFAIL)
        self.stdout.write(feedback.kind if feedback else "nothing to do")

"""`manage.py confirm_restored`: after restoring a backup, say that a person has looked at the mailings and may send again."""

from argparse import ArgumentParser

from django.core.management.base import BaseCommand, CommandError

from newsletter import guard
from newsletter.models import Mailing


class Command(BaseCommand):
    help = "Allow sending again after a backup was restored. Mailings that were running stay paused until somebody goes on."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--yes", action="store_true", help="do not ask")

    def handle(self, *, yes: bool, **options) -> None:
        trouble = guard.trouble()
        self.stdout.write(trouble or "These data do not look restored; nothing has to be confirmed.")
        unfinished = Mailing.objects.filter(state__in=["scheduled", "countdown", "sending", "waiting", "paused"])
        for mailing in unfinished:
            self.stdout.write(f"  {mailing.pk}  {mailing.title}  ({mailing.get_state_display()})")
        if not trouble:
            return
        if not yes and input("Stop what was sent after the backup, then type “yes”: ").strip() != "yes":
            raise CommandError("Nothing changed.")
        guard.confirm(user=None)
        self.stdout.write("Confirmed.")

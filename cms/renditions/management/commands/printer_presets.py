"""manage.py printer_presets: the printer profiles that come with the house. Safe to run again."""

from django.core.management.base import BaseCommand

from cms.renditions.profiles import ensure_presets


class Command(BaseCommand):
    help = "Creates the printer profiles that come with the house, as far as they do not exist."

    def handle(self, *args, **options):
        new = ensure_presets()
        if options["verbosity"]:
            self.stdout.write(f"{new} printer profiles created")

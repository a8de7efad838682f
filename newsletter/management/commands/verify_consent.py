"""`manage.py verify_consent`: checks every chain of consent and names what was changed or removed; then it exits with 1."""

from django.core.management.base import BaseCommand, CommandError

from newsletter.models import ConsentEvent
from newsletter.verification import verify

SHOWN = 100


class Command(BaseCommand):
    help = "Checks that nobody has tampered with the evidence of consent."

    def handle(self, **options):
        found = 0
        for tampering in verify():
            found += 1
            if found <= SHOWN:
                who = tampering.address or (tampering.subject and f"#{tampering.subject[:12]}") or "–"
                place = f", {tampering.event}" if tampering.event else ""
                self.stdout.write(self.style.ERROR(f"{who}{place}: {tampering.what}"))
        if found > SHOWN:
            self.stdout.write(f"… {found - SHOWN} more")
        if found:
            raise CommandError(f"The evidence of consent was tampered with: {found} findings.")
        self.stdout.write(f"The evidence of consent is intact: {ConsentEvent.objects.count()} entries.")

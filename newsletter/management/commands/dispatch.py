"""`manage.py dispatch`: send what is due in this process, without a task worker; for a timer, or to finish by hand."""

from django.core.management.base import BaseCommand

from newsletter.dispatch import dispatch
from newsletter.mailing import start_due
from newsletter.models import Mailing
from newsletter.recovery import release_stale


class Command(BaseCommand):
    help = "Send what is due in the running mailings, and start scheduled ones whose time has come."

    def handle(self, **options):
        start_due()
        release_stale()
        for mailing in Mailing.objects.filter(state__in=[Mailing.State.SENDING, Mailing.State.WAITING]):
            unfinished = True
            while unfinished:
                outcome = dispatch(mailing)
                unfinished = outcome.unfinished
                self.stdout.write(f"{mailing.pk}: {outcome.sent}")
                mailing.refresh_from_db()

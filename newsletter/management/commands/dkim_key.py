"""Makes the key that signs mails here, or shows the one that exists, and prints the line for the town's DNS."""

import textwrap

from django.core.management.base import BaseCommand, CommandError
from wagtail.models import Site

from cms.core.models import CouncilSettings
from newsletter.dkim import DkimError, Signer, key_file, make_key
from newsletter.message import Sender
from newsletter.models import SendingPolicy


class Command(BaseCommand):
    help = "Make (or show) the DKIM key of a site's sender domain and print its DNS record. An existing key is never replaced."

    def add_arguments(self, parser):
        parser.add_argument("--site", type=int, help="Number of the site; without it the default one.")
        parser.add_argument("--kind", choices=["rsa", "ed25519"], default="rsa", help="rsa is understood everywhere.")

    def handle(self, *, site, kind, **options):
        chosen = Site.objects.filter(pk=site) if site else Site.objects.filter(is_default_site=True)
        if (found := chosen.first()) is None:
            raise CommandError("There is no such site.")
        sender = Sender.of(CouncilSettings.for_site(found))
        if "@" not in sender.address:
            raise CommandError("The council has no sender address yet (Settings → Council).")
        policy = SendingPolicy.for_site(found)
        try:
            if not key_file(sender.domain, selector=policy.dkim_selector).exists():
                make_key(sender.domain, selector=policy.dkim_selector, kind=kind)
            signer = Signer(sender.domain, selector=policy.dkim_selector)
        except DkimError as error:
            raise CommandError(str(error)) from error
        name, value = signer.dns_record()
        parts = " ".join(f'"{part}"' for part in textwrap.wrap(value, 250, drop_whitespace=False))
        self.stdout.write(f"{key_file(sender.domain, selector=policy.dkim_selector)} ({signer.kind})\n")
        self.stdout.write(
            "Publish this record, wait until it can be looked up, then switch the signature on (Rules for sending):\n"
        )
        self.stdout.write(f"{name}. IN TXT ( {parts} )\n")

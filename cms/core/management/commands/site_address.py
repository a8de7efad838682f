"""`manage.py site_address`: lets a site that still lives on localhost follow BASE_URL. A site that was given a name keeps it."""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.management.base import BaseCommand
from wagtail.models import Site

STANDARD_PORTS = {"http": 80, "https": 443}


class Command(BaseCommand):
    help = "Give the default site the host name and port of BASE_URL, as long as it is called localhost."

    def handle(self, *args, **options) -> None:
        url = urlsplit(settings.BASE_URL)
        port = url.port or STANDARD_PORTS[url.scheme]
        for site in Site.objects.filter(hostname__in=["localhost", "127.0.0.1"], is_default_site=True):
            if (site.hostname, site.port) != (url.hostname, port):
                site.hostname, site.port = url.hostname, port
                site.save()
                self.stdout.write(f"The site's address is now {settings.BASE_URL}/")

"""The sitemap: every public page with its translations as hreflang alternates."""

from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from wagtail.models import Page


class PageSitemap(Sitemap):
    """Pages of all sites; Django splits the file at `limit` pages."""

    limit = 5000
    protocol = urlsplit(settings.BASE_URL).scheme

    def items(self):
        pages = Page.objects.live().public().filter(depth__gt=1, alias_of__isnull=True)
        return pages.select_related("locale").order_by("translation_key", "locale__language_code")

    def get_urls(self, page=1, site=None, protocol=None):
        """One entry per page with an address; a translation that the part's edge cuts off is fetched too."""
        shown = list(self.paginator.page(page).object_list)
        addresses = self.addresses([item.translation_key for item in shown])
        entries = []
        for item in shown:
            here = addresses.get(item.translation_key, {})
            location = here.get(item.locale.language_code)
            if location:
                entries.append(
                    {
                        "item": item,
                        "location": location,
                        "lastmod": item.last_published_at,
                        "changefreq": None,
                        "priority": "",
                        "alternates": [{"location": url, "lang_code": code} for code, url in here.items()]
                        if len(here) > 1
                        else [],
                    }
                )
        return entries

    def addresses(self, keys) -> dict:
        """{translation key: {language code: absolute address}} of everything public with these keys."""
        found: dict = {}
        for page in self.items().filter(translation_key__in=keys):
            url = page.get_url()
            if url:
                absolute = f"{settings.BASE_URL}{url}" if url.startswith("/") else url
                found.setdefault(page.translation_key, {})[page.locale.language_code] = absolute
        return found

    def get_latest_lastmod(self):
        return self.items().order_by("-last_published_at").values_list("last_published_at", flat=True).first()

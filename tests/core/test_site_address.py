"""`manage.py site_address`: absolute links begin with BASE_URL without anybody typing the name twice."""

import pytest
from django.core.management import call_command
from wagtail.models import Site


@pytest.mark.parametrize(
    ("base_url", "expected"),
    [
        ("http://localhost:8003", ("localhost", 8003)),
        ("https://vielfalt.example.org", ("vielfalt.example.org", 443)),
        ("http://paper.example.org", ("paper.example.org", 80)),
    ],
)
def test_a_site_on_localhost_follows_the_base_url(db, settings, base_url, expected):
    settings.BASE_URL = base_url
    call_command("site_address")
    site = Site.objects.get(is_default_site=True)
    assert (site.hostname, site.port) == expected
    assert site.root_url == base_url


def test_a_site_with_a_name_of_its_own_keeps_it(db, settings):
    Site.objects.filter(is_default_site=True).update(hostname="rathaus.example.org", port=443)
    settings.BASE_URL = "https://vielfalt.example.org"
    call_command("site_address")
    assert Site.objects.get(is_default_site=True).hostname == "rathaus.example.org"

"""How long the public pages take, and how many queries, against the smallest answer Django can give."""

import statistics
import time

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from wagtail.models import Site

from cms.editions.models import ArticlePage

ROUNDS = 30


def milliseconds(client: Client, path: str) -> float:
    started = time.perf_counter()
    response = client.get(path)
    taken = (time.perf_counter() - started) * 1000
    assert response.status_code == 200, (path, response.status_code)
    return taken


def main() -> None:
    site = Site.objects.get(is_default_site=True)
    client = Client(headers={"host": site.hostname})
    home = site.root_page.specific
    edition = home.current_edition()
    article = ArticlePage.objects.child_of(edition).live().first()
    pages = {
        "smallest answer (robots.txt)": "/robots.txt",
        "home": home.url,
        "edition": edition.url,
        "article": article.url,
    }
    pages = {name: path.split(site.hostname, 1)[-1].lstrip(":0123456789") or path for name, path in pages.items()}
    for path in pages.values():
        milliseconds(client, path)  # warm
    times: dict[str, list[float]] = {name: [] for name in pages}
    for _ in range(ROUNDS):  # interleaved, so that a noisy neighbour hits all alike
        for name, path in pages.items():
            times[name].append(milliseconds(client, path))
    floor = statistics.median(next(iter(times.values())))
    print(f"\nPages, {ROUNDS} rounds interleaved")
    for name, path in pages.items():
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get(path)
        median = statistics.median(times[name])
        print(f"  {name:<30} median {median:6.1f} ms   {median / floor:5.1f} × smallest   {len(queries):3} queries")

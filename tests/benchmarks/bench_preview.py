"""How long an editor waits for the printed page after typing stops: server time of the print preview of a changed article."""

import re
import statistics
import time

from django.test import RequestFactory

from cms.core.medium import Medium
from cms.editions.models import ArticlePage
from cms.renditions.preview import page_picture, serve_rendition

ROUNDS = 12


def main() -> None:
    article = ArticlePage.objects.filter(locale__language_code="de", live=True).exclude(lead_image=None).order_by("pk").first()
    show(article)  # the first preview of a day starts the render process; those after it are what editors feel
    taken = []
    for number in range(ROUNDS):
        article.standfirst = f"{article.standfirst[:60]} und noch ein Halbsatz, Fassung {number}."
        started = time.perf_counter()
        show(article)
        taken.append(time.perf_counter() - started)
    print(f"\nPrint preview of a changed article, {ROUNDS} times, until the first page is in sight (goal: median ≤ 1.0 s)")
    print(f"  median {statistics.median(taken):5.2f} s   slowest {max(taken):5.2f} s")


def show(article: ArticlePage) -> None:
    """What the preview panel does: the frame, then the first page's picture."""
    request = RequestFactory().get("/")
    frame = serve_rendition(article, medium=Medium.PRINT, request=request).content.decode()
    key, number = re.search(r"preview/([0-9a-f]{64})/(\d+)\.jpg", frame).groups()
    page_picture(request, key, int(number))

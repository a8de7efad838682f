"""How long the PDFs of the demo edition take, against WeasyPrint alone on the same HTML and style sheets.

Ours sets the type several times to find a layout in which every page is full; WeasyPrint alone pours it out once.
"""

import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from django.conf import settings

from cms.core.medium import Medium
from cms.editions.models import EditionPage
from cms.renditions import pdf
from cms.renditions.render import render

ROUNDS = 3

BARE = """
import json, sys
from pathlib import Path
from weasyprint import CSS, HTML
from cms.renditions.colour import theme_css
from cms.renditions.fetcher import ClosedFetcher
from cms.renditions.sheet import Sheet
job = json.load(sys.stdin)
fetcher = ClosedFetcher(pictures=job["pictures"], static=Path(job["static"]), press=False)
css = [CSS(string=theme_css(press=False, main=job["main"], accent=job["accent"]), url_fetcher=fetcher),
       CSS(string=Sheet.of(job["sheet"]).css(bleed=0, easy=False), url_fetcher=fetcher)]
HTML(string=job["html"], url_fetcher=fetcher).write_pdf("/dev/null", stylesheets=css, pdf_variant="pdf/ua-1")
"""


def seconds(work) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def bare(rendition) -> None:
    with tempfile.TemporaryDirectory() as folder:
        job = pdf._job(rendition, purpose=pdf.Purpose.SCREEN, output="pdf", folder=Path(folder))
        subprocess.run(
            [sys.executable, "-c", BARE],
            input=json.dumps(job).encode(),
            check=True,
            cwd=settings.BASE_DIR,
            stderr=subprocess.DEVNULL,
        )


def main() -> None:
    edition = EditionPage.objects.filter(number=24, locale__language_code="de").get()
    rendition = render(edition, medium=Medium.PRINT)
    jobs = {
        "bare WeasyPrint, poured once": lambda: bare(rendition),
        "screen PDF (PDF/UA-1)": lambda: pdf.make_pdf(rendition, purpose=pdf.Purpose.SCREEN),
        "press PDF (PDF/X-4)": lambda: pdf.make_pdf(rendition, purpose=pdf.Purpose.PRESS),
    }
    times: dict[str, list[float]] = {name: [] for name in jobs}
    for _ in range(ROUNDS):
        for name, work in jobs.items():
            times[name].append(seconds(work))
    floor = statistics.median(next(iter(times.values())))
    pages = pdf.make_pdf(rendition).pages
    print(f"\nPDF of the demo edition ({pages} pages), {ROUNDS} rounds interleaved, a fresh process each")
    for name, taken in times.items():
        median = statistics.median(taken)
        print(f"  {name:<30} median {median:6.2f} s   {median / floor:5.2f} × bare")

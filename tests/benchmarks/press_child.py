"""One measurement of the PDF benchmark in a process of its own: `python -m tests.benchmarks.press_child MODE`, the job on stdin.

Prints one JSON line with pages and CPU seconds, which other work on the machine disturbs less than the clock.
"""

import json
import re
import sys
import time
from pathlib import Path

from cms.renditions.colour import theme_css
from cms.renditions.layout import typesetter
from cms.renditions.processes import press_process
from cms.renditions.processes.fetcher import ClosedFetcher
from cms.renditions.sheet import Sheet


def clocked(work) -> tuple[float, object]:
    started = time.process_time()
    result = work()
    return time.process_time() - started, result


def ours(job: dict) -> dict:
    press_process.settle()
    seconds, (head, _pdf) = clocked(lambda: press_process.produce(job))
    return {"seconds": seconds, "pages": head["pages"], "problems": head["problems"]}


def warm(job: dict) -> dict:
    """In one process: the whole paper, then again after one article was edited, then unchanged."""
    first = ours(job)
    word = re.search(r"<p[^>]*>[^<]{200,}</p>", job["html"][job["html"].rindex('class="story c-') :])
    edited = job | {"html": job["html"].replace(word.group()[-60:], " Und noch ein Satz mehr." + word.group()[-60:], 1)}
    second = ours(edited)
    return {"seconds": second["seconds"], "pages": second["pages"], "first": first["seconds"], "again": ours(edited)["seconds"]}


def check(job: dict) -> dict:
    """Making the PDF, and preflight of it."""
    from cms.renditions.preflight.checker import checked

    press_process.settle()
    making, (head, pdf) = clocked(lambda: press_process.produce(job))
    asked = {"bound": True, "typefaces": None, "seconds": 600} | {name: job[name] for name in ("sheet", "condition", "purpose")}
    seconds, found = clocked(lambda: checked(asked, pdf))
    return {"seconds": seconds, "making": making, "pages": head["pages"], "findings": len(found["findings"])}


def bare(job: dict) -> dict:
    """WeasyPrint alone on the final HTML that our layout arrives at, with the same prepared pictures."""
    from weasyprint import CSS, HTML

    static = Path(job["static"])
    fetcher = ClosedFetcher(pictures=job["pictures"], static=static, condition=None, store=job["ink_store"])
    css = [
        CSS(string=theme_css(condition=None, main=job["main"], accent=job["accent"]), url_fetcher=fetcher),
        CSS(string=Sheet.of(job["sheet"]).css(bleed=0, easy=False), url_fetcher=fetcher),
    ]

    def work():
        document = HTML(string=job["final"], url_fetcher=fetcher).render(stylesheets=css, pdf_variant="pdf/ua-1")
        document.write_pdf(pdf_variant="pdf/ua-1")
        return len(document.pages)

    seconds, pages = clocked(work)
    return {"seconds": seconds, "pages": pages}


def final(job: dict) -> dict:
    """The HTML of all pages as our layout sets them, in one document."""
    from xml.etree.ElementTree import tostring

    trees = []
    typesetter_part = typesetter.Typesetter.part

    def part(self, elements, *, first_page):
        document = typesetter_part(self, elements, first_page=first_page)
        trees.append((first_page, document.tree))
        return document

    typesetter.Typesetter.part = part
    press_process.produce(job)
    pages = dict(trees)  # the last setting of each part counts
    bodies = [tostring(child, encoding="unicode", method="html") for _page, tree in sorted(pages.items()) for child in tree[-1]]
    head = job["html"][: job["html"].index("<body")]
    attributes = re.search(r"<body[^>]*>", job["html"]).group().replace(" data-flatplan", "")
    return {"html": f"{head}{attributes}{''.join(bodies)}</body></html>"}


def for_chromium(job: dict) -> dict:
    """The final HTML with plain files instead of our addresses, for a browser."""
    static, folder = Path(job["static"]), Path(job["folder"])
    fetcher = ClosedFetcher(pictures=job["pictures"], static=static, condition=None, store=job["ink_store"])
    html = job["final"]
    for number, url in enumerate(sorted(set(re.findall(r'media:[^"]+', html)))):
        made = fetcher.prefetch(url).result()
        body, kind = made.read(), made.kind
        file = folder / f"{number}.{kind.partition('/')[2]}"
        file.write_bytes(body)
        html = html.replace(f'"{url}"', f'"{file.as_uri()}"')
    style = theme_css(condition=None, main=job["main"], accent=job["accent"]) + Sheet.of(job["sheet"]).css(bleed=0, easy=False)
    for name in re.findall(r'<link rel="stylesheet" href="static:([^"]+)">', html):
        style += (static / name).read_text().replace("static:", f"{static.as_uri()}/")
    html = re.sub(r'<link rel="stylesheet"[^>]*>', "", html).replace("</head>", f"<style>{style}</style></head>")
    (folder / "final.html").write_text(html)
    return {"file": str(folder / "final.html")}


MODES = {"ours": ours, "warm": warm, "check": check, "bare": bare, "final": final, "chromium": for_chromium}

if __name__ == "__main__":
    print(json.dumps(MODES[sys.argv[1]](json.load(sys.stdin))))

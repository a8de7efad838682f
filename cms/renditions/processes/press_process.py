"""The render process: jobs on stdin, PDFs on stdout; it ends when it has grown large.

Started by warm.py only, confined. It never imports Django, and the web process never imports WeasyPrint.
"""

import errno
import gc
import json
import logging
import re
import select
import sys
import tempfile
from pathlib import Path
from urllib.parse import unquote

from ..ink.condition import PressCondition
from ..sheet import Sheet
from .confined import most_memory

FONT_URL = re.compile(r"font-family:\s*\"?([^;\"]+)\"?;.*?url\(static:([^)]+)\)")


MM = 25.4 / 96  # one CSS px
IDLE_SECONDS = 300
QUIET_SECONDS = 1  # a preview's pictures are asked for right after its pages
DEEPEST = 12_000  # calls within each other: a hundred nested lists need about 4,000
LARGE = 0.6  # of the memory allowed: then the next job gets a new process


class Refused(Exception):
    """The job cannot be done; `code` and `details` are put into words by the web process."""

    def __init__(self, code: str, **details):
        super().__init__(code)
        self.code, self.details = code, details


def main() -> None:
    """Serve jobs until stdin is closed, nobody asks any more, or too much memory is taken."""
    settle()
    while job := next_job():
        tempfile.tempdir = job["folder"]
        head, body = answer(job)
        head["last"] = most_memory() > job["memory_mb"] * LARGE
        for part in (json.dumps(head).encode(), body):
            sys.stdout.buffer.write(len(part).to_bytes(8) + part)
        sys.stdout.buffer.flush()
        if head["last"]:
            return


def settle() -> None:
    """Deep calls are fine; garbage is collected while nobody waits, not again and again among the boxes of growing pages."""
    sys.setrecursionlimit(DEEPEST)
    gc.disable()


def next_job() -> dict | None:
    """What comes on stdin: eight bytes of length, then JSON. None if nobody asks within IDLE_SECONDS."""
    if not select.select([sys.stdin.buffer], [], [], QUIET_SECONDS)[0]:
        gc.collect()
    if not select.select([sys.stdin.buffer], [], [], IDLE_SECONDS)[0]:
        return None
    length = int.from_bytes(sys.stdin.buffer.read(8))
    return json.loads(sys.stdin.buffer.read(length)) if length else None


def answer(job: dict) -> tuple[dict, bytes]:
    """What came out of the job, or the reason why nothing did."""
    try:
        if job["output"] == "picture":
            return {}, picture_of(job)
        if job["output"] == "check":
            from ..preflight.checker import checked

            return checked(job, Path(job["pdf"]).read_bytes()), b""
        return produce(job)
    except Refused as refusal:
        return {"error": refusal.code, "details": refusal.details}, b""
    except MemoryError:
        return {"error": "memory", "details": {"limit": job["memory_mb"]}}, b""
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        return {"error": "disk-full" if full else "crashed", "details": {"detail": str(error)}}, b""
    except RecursionError:
        return {"error": "too-deep", "details": {}}, b""
    except BaseException as error:  # FatalURLFetchingError is a BaseException
        if type(error).__name__ == "Forbidden":
            return {"error": "forbidden", "details": {"address": str(error)}}, b""
        return {"error": "crashed", "details": {"detail": f"{type(error).__name__}: {error}"}}, b""


def produce(job: dict) -> tuple[dict, bytes]:
    """The PDF of a job, or its pages as pictures, with what was noticed on the way."""
    from weasyprint import CSS, HTML

    from ..colour import theme_css
    from ..hyphen_patterns import read_quickly
    from ..ink.finishing import Unfinished, finish_of, finished
    from ..ink.gradients import mended
    from ..layout.composition import Composition
    from ..layout.taming import break_endless_words
    from ..placing import take_pictures_out
    from .fetcher import ClosedFetcher

    notices = listen()
    read_quickly()
    easy, sheet = job["easy"], Sheet.of(job["sheet"])
    condition = PressCondition.of(job["condition"]) if job["condition"] else None
    bleed = condition.bleed_of(sheet) if condition else sheet.bleed if job["output"] == "preview" else 0
    finish = finish_of(job)
    static = Path(job["static"])
    check_fonts(static)
    fetcher = ClosedFetcher(
        pictures=job["pictures"], static=static, condition=condition, store=job["ink_store"], ads=job["ready_made"]
    )
    html = HTML(string=job["html"], url_fetcher=fetcher)
    check_pictures(html.etree_element, fetcher)
    theme = theme_css(condition=condition, main=job["main"], accent=job["accent"]) + finish.css
    make_taggable(html.etree_element)
    if condition:
        take_pictures_out(html.etree_element)
    break_endless_words(html.etree_element)
    profiles: dict = {}
    css = [
        CSS(string=theme, url_fetcher=fetcher, color_profiles=profiles),
        CSS(string=sheet.css(bleed=bleed, easy=easy), url_fetcher=fetcher),
    ]
    options = {"pdf_variant": finish.variant, "cache": {}, "color_profiles": profiles}
    look = json.dumps([theme, sheet.data(), easy, bleed, job["condition"]], sort_keys=True)
    composition = Composition(
        html, sheet=sheet, easy=easy, css=css, fetcher=fetcher, options=options, look=look, measures=job.get("measures", "")
    )
    document = composition.compose()
    options.pop("color_profiles")
    if finish.rewritten:
        options |= {"uncompressed_pdf": True, "pdf_identifier": False}
    made = Path(job["folder"]) / "made.pdf"
    document.write_pdf(made, finisher=mended, **options)
    fetcher.store.tidy()
    head = {"pages": len(document.pages), "problems": composition.problems + sorted(set(notices))}
    head |= {"fits": [fit.data() for fit in composition.fits], "places": composition.places}
    if job["output"] == "preview":
        head |= {
            "bleed": bleed,
            "sizes": [[page.width * MM + 2 * bleed, page.height * MM + 2 * bleed] for page in document.pages],
        }
    del document, composition, html  # what comes next needs the memory
    try:
        return head, finished(made, job=job, places=head["places"])
    except Unfinished as reason:
        raise Refused(reason.code, **reason.details) from reason
    finally:
        made.unlink(missing_ok=True)


def listen() -> list[str]:
    """WeasyPrint's warnings, collected: each one is a finding about the document."""
    notices: list[str] = []

    class Collector(logging.Handler):
        def emit(self, record):
            notices.append(record.getMessage())

    logger = logging.getLogger("weasyprint")
    logger.handlers, logger.propagate = [Collector(level=logging.WARNING)], False
    return notices


def check_fonts(static: Path) -> None:
    """Refuse to print with another face than the designed one."""
    for family, path in FONT_URL.findall((static / "css" / "print" / "fonts.css").read_text()):
        if not (static / path).is_file():
            raise Refused("font-missing", font=family.strip(), file=path)


def check_pictures(tree, fetcher) -> None:
    """Prepare all pictures beside the layout, and name the one that is missing or broken."""
    from ..pictures import MOST_MEGAPIXELS, BrokenPicture

    wanted = [element for element in tree.iter("img") if (element.get("src") or "").startswith("media:")]
    for element in tree.iter():
        if isinstance(element.tag, str) and element.get("data-missing") is not None:
            raise Refused("picture-missing", **where(element))
    for element in wanted:
        name = unquote(element.get("src").partition("/")[2])
        if not Path(fetcher.pictures.get(name, "")).is_file():
            raise Refused("picture-missing", **where(element))
        fetcher.prefetch(element.get("src"))
    for element in wanted:
        try:
            fetcher.prefetch(element.get("src")).result()
        except BrokenPicture as broken:
            limit = {"limit": MOST_MEGAPIXELS} if broken.code == "picture-huge" else {}
            raise Refused(broken.code, **where(element), **limit) from None


def make_taggable(tree) -> None:
    """What PDF/UA asks of the structure and WeasyPrint 70 does not do by itself.

    A list item holds one block, because anonymous boxes inside it would be tagged as items again; a drawing without words
    for those who cannot see it is named.
    """
    from xml.etree.ElementTree import Element

    for item in [element for element in tree.iter() if element.tag in ("li", "dt", "dd")]:
        block = Element("div")
        block.text, item.text = item.text, None
        for child in list(item):
            item.remove(child)
            block.append(child)
        item.append(block)
    for drawing in tree.iter("{http://www.w3.org/2000/svg}svg"):
        if drawing.find("{http://www.w3.org/2000/svg}title") is None:
            title = Element("{http://www.w3.org/2000/svg}title")
            title.text = drawing.get("aria-label") or "QR"
            drawing.insert(0, title)


def where(element) -> dict:
    return {"picture": element.get("data-picture") or "", "page": element.get("data-page") or ""}


def picture_of(job: dict) -> bytes:
    """A page of a PDF of ours as JPEG; with an ICC profile as its inks will look."""
    from io import BytesIO

    import pypdfium2

    document = pypdfium2.PdfDocument(job["pdf"])
    if not 1 <= job["number"] <= len(document):
        raise Refused("crashed", detail=f"no page {job['number']}")
    page = document[job["number"] - 1]
    picture = page.render(scale=job["width"] / page.get_width()).to_pil().convert("RGB")
    if job["icc"]:
        from ..colour import soft_proof

        picture = soft_proof(picture, profile=job["icc"])
    out = BytesIO()
    picture.save(out, "JPEG", quality=84)
    return out.getvalue()


if __name__ == "__main__":
    main()

"""`make press-samples`: one of every product the demo offers, for every printer profile, on screen, for archive and copier.

Each piece is made the way the product makes it, then checked: preflight, qpdf --check, veraPDF (screen: ua1, archive: 3b).
var/press-samples/ then holds the files, a picture of each at 100 ppi and index.html. A piece that fails does not stop the
others, but makes the command fail. `python -m tests.press_samples FOLDER PATTERN …` makes some of them elsewhere.
"""

import html
import io
import itertools
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PPI = 100
LARGEST_PX = 2400  # of a picture's longer side
PAGES_OF_A_TYPE = 2  # the newest in all its variants, the next as usual
THOROUGHLY = ("de", "ar")  # one language of each direction; of the others one page of a type, for the press
USUAL_PRINTER = "offset-coated-fogra39"
OF_THE_DAY = ("event-past",)  # true of an old edition, and sooner or later of the whole demo
LANGUAGES = (*THOROUGHLY, "en", "tr", "uk", "de-x-leicht")


@dataclass
class Sample:
    """One piece: what it is made from, its bytes until they are written, and what was found wrong with it."""

    name: str
    page: object
    product: object
    purpose: object
    profile: object = None
    run: object = None  # a letter run: all its letters in one file
    arrangement: str = ""  # how a copier's sheets are put together
    data: bytes = b""
    complaints: list[str] = field(default_factory=list)

    @property
    def is_picture(self) -> bool:
        return self.product.sheet.startswith("social-")

    @property
    def file_name(self) -> str:
        return self.name + (".png" if self.is_picture else ".pdf")


def variants(product) -> Iterator:
    """A product in each of its formats and each of its designs, without repeating the usual one."""
    seen = set()
    formats = [sheet for sheet in product.formats or (product.sheet,) if sheet != "ad"]
    if "ad" in product.formats:
        formats += ad_formats()
    designs = [design.key for design in product.designs] or [""]
    for sheet, design in itertools.chain(((sheet, designs[0]) for sheet in formats), ((formats[0], one) for one in designs)):
        if (sheet, design) not in seen:
            seen.add((sheet, design))
            yield product.chosen(sheet=sheet, design=design)


def ad_formats() -> list[str]:
    """Every column size of every newspaper, at heights that are booked."""
    from cms.renditions.models import Newspaper

    return [
        f"ad:{paper.slug}:{columns}x{height}"
        for paper in Newspaper.objects.all()
        for columns, height in zip(range(1, len(paper.column_widths) + 1), itertools.chain((60, 120, 150), itertools.repeat(200)))
    ]


def planned(language: str) -> Iterator[Sample]:
    """Of every page type the newest page in all its variants, of one more the usual ones; German ones for every printer.

    Products of several page types that share templates and formats (posters of all forms) are shown in all variants once.
    """
    from cms.renditions.models import PrinterProfile
    from cms.renditions.pdf import Purpose

    thorough, shown = language in THOROUGHLY, set()
    for page, is_first in printable_pages(language):
        for product in page.products() if is_first or thorough else []:
            look = (product.template, product.formats)
            wholly = thorough and is_first and look not in shown
            shown.add(look)
            for variant in variants(product) if wholly else [product]:
                kind = page._meta.model_name.removesuffix("page")
                parts = (kind, page.slug[:24], product.key, variant.sheet, variant.design)
                name = f"{language}/{'-'.join(filter(None, parts)).replace(':', '-')}"
                is_usual = variant == product
                if (is_usual or variant.sheet == product.sheet) and thorough or variant.sheet.startswith("social-"):
                    yield Sample(f"{name}-screen", page, variant, Purpose.SCREEN)
                if variant.sheet.startswith("social-"):
                    continue
                if is_usual and wholly:
                    yield Sample(f"{name}-archive", page, variant, Purpose.ARCHIVE)
                everyone = is_usual and wholly and language == "de"
                for profile in PrinterProfile.objects.order_by("slug") if everyone else [profile_for(variant.sheet)]:
                    yield Sample(f"{name}-{profile.slug}", page, variant, Purpose.PRESS, profile)


def profile_for(sheet: str):
    """The printer that a piece usually goes to: its newspaper's, or offset on coated paper."""
    from cms.renditions.models import PrinterProfile
    from cms.renditions.print_as import newspaper_profile

    return newspaper_profile(sheet) or PrinterProfile.objects.get(slug=USUAL_PRINTER)


def letters() -> Iterator[Sample]:
    """Letters are on no web site, so they are not live: the drafts in both designs, and a whole run on paper of its own."""
    from cms.collateral.models import LetterPage, LetterRun
    from cms.renditions.pdf import Purpose

    profile = profile_for("letter")
    for page in LetterPage.objects.filter(alias_of=None).order_by("-pk"):
        for variant in variants(page.products()[0]):
            name = f"{page.locale.language_code}/letter-{page.slug[:24]}-{variant.design}"
            yield Sample(f"{name}-screen", page, variant, Purpose.SCREEN)
            yield Sample(f"{name}-{profile.slug}", page, variant, Purpose.PRESS, profile)
    for run in LetterRun.objects.order_by("pk")[:1]:
        name, product = f"de/letter-run-{run.letter.slug[:24]}", run.letter.products()[0]
        yield Sample(f"{name}-office", run.letter, product, Purpose.OFFICE, run=run)
        yield Sample(f"{name}-{profile.slug}", run.letter, product, Purpose.PRESS, profile, run=run)


def signs() -> Iterator[Sample]:
    """The welcome sign with as few and as many languages as it may have, in both designs; nothing of it is saved."""
    from cms.collateral.greetings import GREETINGS
    from cms.collateral.models import WelcomeSignPage
    from cms.renditions.pdf import Purpose

    profile = profile_for("letter")
    others = [greeting.code for greeting in GREETINGS if greeting.code != "de"]
    for count in (3, 40):
        page = WelcomeSignPage.objects.live().filter(locale__language_code="de", alias_of=None).first()
        page.languages, page.more = others[:count], []
        product = page.products()[0]
        for design in product.designs:
            name = f"de/welcomesign-{count}-languages-{design.key}-{profile.slug}"
            yield Sample(name, page, product.chosen(sheet="poster-a2", design=design.key), Purpose.PRESS, profile)


def copies() -> Iterator[Sample]:
    """For the copier: the newest German page of each type in every way its sheets can be put together."""
    from cms.renditions.newspapers import sheet_of
    from cms.renditions.pdf import Purpose
    from cms.renditions.print_as import arrangements_for

    for page, is_first in printable_pages("de"):
        for product in page.products() if is_first else []:
            for arrangement in [way for way in arrangements_for(sheet_of(product.sheet)) if way]:
                kind = page._meta.model_name.removesuffix("page")
                name = f"de/copier-{kind}-{product.key}-{product.sheet}-{arrangement}"
                yield Sample(name, page, product, Purpose.OFFICE, arrangement=arrangement)


def printable_pages(language: str) -> Iterator[tuple[object, bool]]:
    """Live pages that can be printed, the newest first, and whether one is the first of its type; a few of each type."""
    from wagtail.models import Page

    seen: dict[type, int] = {}
    for page in Page.objects.live().filter(locale__language_code=language, alias_of=None).order_by("-pk").specific():
        if getattr(page, "products", list)():
            seen[type(page)] = seen.get(type(page), 0) + 1
            if seen[type(page)] <= PAGES_OF_A_TYPE:
                yield page, seen[type(page)] == 1


def made(sample: Sample) -> Sample:
    """The piece with its bytes and what preflight says; what goes wrong is a complaint, so that the others are made too."""
    try:
        findings = make(sample)
    except Exception as error:  # noqa: BLE001 -- whatever it is: it is named at the end, and the command fails
        sample.complaints.append(f"{type(error).__name__}: {error}")
        return sample
    for finding in findings:
        if finding["severity"] != "info" and finding["code"] not in OF_THE_DAY:
            sample.complaints.append(f"{finding['severity']}: {finding['code']} p. {finding['page']} {finding['details']}")
    return sample


def make(sample: Sample) -> list[dict]:
    """Make it as the product does and let preflight look at it; qpdf and veraPDF follow when it is written."""
    from cms.core.medium import Medium
    from cms.renditions.inspection import look_at_page, look_at_pdf
    from cms.renditions.pdf import make_picture
    from cms.renditions.render import render

    rendition = render(sample.page, medium=Medium.PRINT, product=sample.product)
    if sample.is_picture:
        sample.data = make_picture(rendition)
        return look_at_page(rendition)
    condition = sample.profile.condition() if sample.profile else None
    pdf = pdf_of(sample, rendition=rendition, condition=condition)
    sample.data = pdf.data
    how = {"purpose": sample.purpose, "condition": condition, "arranged": bool(sample.arrangement)}
    return look_at_pdf(pdf, rendition=rendition, **how)


def pdf_of(sample: Sample, *, rendition, condition):
    """The PDF of a piece, or of all the letters of a run."""
    from cms.collateral.letters import run_pdf
    from cms.renditions.pdf import make_pdf

    if sample.run is None:
        return make_pdf(rendition, purpose=sample.purpose, condition=condition, arrangement=sample.arrangement)
    sample.run.printer_profile = sample.profile
    return run_pdf(sample.run)


def write(sample: Sample, *, folder: Path) -> None:
    """The file and a picture of each page; the bytes are let go, there are hundreds of pieces."""
    import pypdfium2

    path = folder / sample.file_name
    path.parent.mkdir(parents=True, exist_ok=True)
    for old in [path, *path.parent.glob(f"{path.stem}-[0-9][0-9].jpg")]:
        old.unlink(missing_ok=True)
    data, sample.data = sample.data, b""
    if not data:
        return
    path.write_bytes(data)
    if sample.is_picture:
        return
    checked = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True)
    if checked.returncode:
        sample.complaints.append("qpdf: " + (checked.stderr or checked.stdout).strip().splitlines()[-1])
    for number, page in enumerate(pypdfium2.PdfDocument(io.BytesIO(data)), 1):
        scale = min(PPI / 72, LARGEST_PX / max(page.get_size()))
        page.render(scale=scale).to_pil().convert("RGB").save(path.with_name(f"{path.stem}-{number:02}.jpg"), quality=85)


def validate(samples: list[Sample], *, folder: Path) -> None:
    """veraPDF: PDF/UA-1 for the screen, PDF/A-3b for the archive."""
    from tests.tools.verapdf.run import validate_all

    for purpose, flavour in (("screen", "ua1"), ("archive", "3b")):
        files = {str(folder / sample.file_name): sample for sample in samples if sample.purpose.value == purpose}
        files = {path: sample for path, sample in files.items() if path.endswith(".pdf") and Path(path).is_file()}
        reports = validate_all([Path(path) for path in files], flavour=flavour) if files else {}
        for path, sample in files.items():
            report = reports.get(path, ["FAIL", "veraPDF said nothing about it"])
            if not report[0].startswith("PASS"):
                sample.complaints += [f"veraPDF {flavour}: {line.strip()}" for line in report[1:4]]


def index(samples: list[Sample], *, folder: Path) -> None:
    rows = []
    for sample in samples:
        pictures = (
            [sample.file_name]
            if sample.is_picture
            else sorted(str(path.relative_to(folder)) for path in folder.glob(f"{sample.name}-[0-9][0-9].jpg"))
        )
        shown = "".join(f'<img src="{html.escape(name)}" alt="" loading="lazy" height="260"> ' for name in pictures)
        said = "<br>".join(html.escape(text) for text in sample.complaints) or "in order"
        rows.append(f'<h2><a href="{html.escape(sample.file_name)}">{html.escape(sample.name)}</a></h2><p>{said}</p>{shown}')
    page = f"<!doctype html><meta charset=utf-8><title>Press samples</title>{''.join(rows)}"
    (folder / "index.html").write_text(page)


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "var" / "press-samples"
    wanted = sys.argv[2:] or [""]
    from tests.benchmarks.__main__ import open_demo

    open_demo(folder / "world")
    from cms.renditions.profiles import ensure_presets

    ensure_presets()
    started = time.monotonic()
    everything = itertools.chain(*map(planned, LANGUAGES), letters(), signs(), copies())
    samples = [sample for sample in everything if any(re.search(pattern, sample.name) for pattern in wanted)]
    with ThreadPoolExecutor(max_workers=2) as press:
        for sample in press.map(made, samples):
            write(sample, folder=folder)
            print(f"{'!!' if sample.complaints else 'ok'} {sample.name} {'; '.join(sample.complaints[:4])}", flush=True)
    validate(samples, folder=folder)
    index(samples, folder=folder)
    bad = [sample for sample in samples if sample.complaints]
    minutes = (time.monotonic() - started) / 60
    print(f"\n{len(samples)} pieces in {folder}, made and checked in {minutes:.0f} min, {len(bad)} with complaints")
    for sample in bad:
        print(f"  {sample.name}: {'; '.join(sample.complaints[:6])}")
    sys.exit(bool(bad))


if __name__ == "__main__":
    main()

"""How long the PDFs of the paper take: against WeasyPrint alone on the same final HTML and pictures, after an edit, and against
Chromium's print-to-PDF; and how much memory. A fresh process for each measurement, interleaved; CPU seconds, against Chromium
the clock on the wall.
"""

import json
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from django.conf import settings
from PIL import Image, ImageChops

from cms.core.medium import Medium
from cms.editions.models import EditionPage
from cms.renditions import pdf
from cms.renditions.processes.warm import RenderProcess
from cms.renditions.render import render

ROUNDS = 3
LARGE_PAGES = 24
PHOTOS, PHOTO_SIZE = 40, (4000, 3000)  # 12 MP each
STORY = re.compile(r'<article class="story c-.*?</article>', re.DOTALL)


def child(mode: str, job: dict) -> dict:
    """The answer of one process."""
    result = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.press_child", mode],
        input=json.dumps(job),
        text=True,
        check=True,
        cwd=settings.BASE_DIR,
        stdout=subprocess.PIPE,
    )
    return json.loads(result.stdout.splitlines()[-1])


def job_for(rendition, *, purpose: pdf.Purpose) -> dict:
    """What the render process would be given, caught on its way."""
    caught: list[dict] = []
    talk, pdf._talk = pdf._talk, lambda job: (caught.append(job), b"")
    try:
        pdf._run(rendition, purpose=purpose, output="pdf")
    finally:
        pdf._talk = talk
    return caught[0]


def main() -> None:
    edition = EditionPage.objects.filter(number=24, locale__language_code="de").get()
    rendition = render(edition, medium=Medium.PRINT)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        jobs = {
            purpose: job_for(rendition, purpose=purpose) | {"folder": str(folder)}
            for purpose in (pdf.Purpose.SCREEN, pdf.Purpose.PRESS)
        }
        compare_with_bare(jobs, folder=folder)
        look_at(jobs)
        paper = large(jobs[pdf.Purpose.SCREEN])
        edit_large(paper, folder=folder)
        take_memory(jobs, folder=folder)
    unchanged(rendition)


def compare_with_bare(jobs: dict, *, folder: Path) -> None:
    screen, press = jobs[pdf.Purpose.SCREEN], jobs[pdf.Purpose.PRESS]
    new = {"measures": str(folder / "none")}
    screen["final"] = child("final", screen)["html"]
    child("ours", press)  # pictures are made ready once per condition
    kinds = {
        "WeasyPrint alone, final HTML": ("bare", screen),
        "screen PDF (PDF/UA-1)": ("ours", screen),
        "press PDF (PDF/X-4)": ("ours", press),
        "screen PDF, never measured before": ("ours", screen | new),
        "press PDF, never measured before": ("ours", press | new),
    }
    times: dict[str, list[float]] = {kind: [] for kind in kinds}
    for _round in range(ROUNDS):
        for kind, (mode, job) in kinds.items():
            shutil.rmtree(folder / "none", ignore_errors=True)
            answer = child(mode, job)
            times[kind].append(answer["seconds"])
    floor = statistics.median(next(iter(times.values())))
    print(
        f"\nPDF of the demo edition ({answer['pages']} pages), {ROUNDS} rounds interleaved, CPU seconds of a fresh process each"
    )
    for kind, taken in times.items():
        median = statistics.median(taken)
        print(f"  {kind:<36} median {median:6.2f} s   {median / floor:5.2f} × alone")


def look_at(jobs: dict) -> None:
    """Preflight, the first of a fresh process, against the making of the file it looks at."""
    print("\nPreflight of the same files, CPU seconds")
    for purpose, job in jobs.items():
        answers = [child("check", job) for _round in range(ROUNDS)]
        seconds, making = (statistics.median(answer[name] for answer in answers) for name in ("seconds", "making"))
        print(f"  {purpose.value:<36} median {seconds:6.2f} s   {seconds / making:5.2f} × of making it")


def large(job: dict) -> dict:
    """A paper of 24 pages: articles are added one by one, the same ones again and again, until it has them."""
    stories = [story.replace(" data-reserve", "") for story in STORY.findall(job["html"]) if " lead" not in story[:40]]
    plain = re.sub(r' data-page-limit="\d+"| data-reserve', "", job["html"])
    place = plain.index('<article class="story online-list') if "online-list" in plain else plain.index('<section class="briefs')

    def paper(count: int) -> dict:
        more = [
            re.sub(r'id="story-(\d+)"', rf'id="story-\1-{number}"', stories[number % len(stories)]) for number in range(count)
        ]
        return job | {"html": plain[:place] + "".join(more) + plain[place:]}

    few, many = 0, LARGE_PAGES + len(stories)
    while many - few > 1:
        middle = (few + many) // 2
        pages = child("ours", paper(middle))["pages"]
        if pages == LARGE_PAGES:
            return paper(middle)
        few, many = (middle, many) if pages < LARGE_PAGES else (few, middle)
    return paper(many)


def edit_large(job: dict, *, folder: Path) -> None:
    fresh = job | {"measures": str(folder / "large")}
    full = child("ours", fresh)
    edited = child("warm", job)
    print(f"\nPaper of {full['pages']} pages, CPU seconds")
    print(f"  made for the first time              {full['seconds']:6.2f} s   {full['pages'] / full['seconds']:5.1f} pages/s")
    ratio = edited["seconds"] / full["seconds"]
    print(f"  again in the warm process, one article edited {edited['seconds']:6.2f} s   {ratio:5.2f} × of the first time")
    print(
        f"  again in the warm process, unchanged          {edited['again']:6.2f} s   {edited['again'] / full['seconds']:5.2f} ×"
    )
    first = edited["first"]
    print(f"  in a new process, articles measured before    {first:6.2f} s   {full['pages'] / first:5.1f} pages/s")
    if chromium := shutil.which("chromium"):
        against_chromium(chromium, job | {"folder": str(folder), "final": child("final", job)["html"]})


def against_chromium(chromium: str, job: dict) -> None:
    """The clock on the wall from the start of a fresh process to its end: in Chromium our final HTML with the same pictures,
    our whole way from the edition's HTML in ours.
    """
    file = child("chromium", job)["file"]
    ours, theirs = [], []
    for _round in range(ROUNDS):
        shutil.rmtree(Path(job["folder"]) / "wall", ignore_errors=True)
        started = time.perf_counter()
        made = child("ours", job | {"measures": str(Path(job["folder"]) / "wall")})["pages"]
        ours.append((time.perf_counter() - started) / made)
        seconds, pages = print_with(chromium, file, folder=Path(job["folder"]))
        theirs.append(seconds / pages)
    print("\nWhole process on the clock, fresh each time, same pictures")
    print(f"  screen PDF, measured, planned, tagged ({made} pages)     {1 / statistics.median(ours):5.1f} pages/s")
    print(f"  Chromium's print-to-PDF of the same HTML ({pages} pages)  {1 / statistics.median(theirs):5.1f} pages/s")


def take_memory(jobs: dict, *, folder: Path) -> None:
    """What a render process takes at most for a large paper full of photos, none of which was made ready before."""
    paths = {f"photo-{number}.jpg": photo(number, folder=folder) for number in range(PHOTOS)}
    names = iter(paths)
    screen = jobs[pdf.Purpose.SCREEN]
    html = large(screen | {"html": with_insets(screen["html"])})["html"]
    html, placed = re.subn(r"(media:\d+)/[^\"]+", lambda found: f"{found[1]}/{next(names)}", html, count=PHOTOS)
    print(f"\nMost memory of a render process, {placed} photos of 12 MP")
    for purpose, job in jobs.items():
        process = RenderProcess(memory_mb=job["memory_mb"])
        fresh = {"html": html, "pictures": job["pictures"] | paths, "ink_store": str(folder / f"inks-{purpose.value}")}
        head, made = process.ask(job | fresh, timeout=600)
        status = Path("/proc", str(process.process.pid), "status").read_text()
        process.close()
        most = int(re.search(r"VmHWM:\s+(\d+)", status)[1]) / 1024
        print(f"  {purpose.value:<8} {head['pages']} pages, {len(made) / 1e6:3.0f} MB of PDF   {most:6.0f} MB")


def with_insets(html: str) -> str:
    """One picture more in each story, below its first paragraph."""
    inset = re.search(r'<figure[^>]*class="inset size-column">.*?</figure>', html, re.DOTALL)[0]
    return re.sub(r'class="text">.*?</p>', lambda found: found[0] + inset, html, flags=re.DOTALL)


def photo(number: int, *, folder: Path) -> str:
    """A photo like no other one, as large as those of a telephone."""
    path = folder / f"photo-{number}.jpg"
    soft = Image.effect_noise((PHOTO_SIZE[0] // 8, PHOTO_SIZE[1] // 8), 90).resize(PHOTO_SIZE, Image.Resampling.BICUBIC)
    bands = [ImageChops.offset(soft, number * 37 * place, 500 * place) for place in range(3)]
    Image.merge("RGB", bands).save(path, quality=88)
    return str(path)


def print_with(chromium: str, file: str, *, folder: Path) -> tuple[float, int]:
    """Seconds of the clock that Chromium runs, and the pages it made."""
    import pikepdf

    flags = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-pdf-header-footer"]
    with tempfile.TemporaryDirectory(dir=folder, ignore_cleanup_errors=True) as profile:
        addresses = [f"--user-data-dir={profile}", f"--print-to-pdf={folder / 'chromium.pdf'}", f"file://{file}"]
        started = time.perf_counter()
        subprocess.run([chromium, *flags, *addresses], check=True, capture_output=True, timeout=300)
        seconds = time.perf_counter() - started
    with pikepdf.open(folder / "chromium.pdf") as made:
        return seconds, len(made.pages)


def unchanged(rendition) -> None:
    """What asking again costs when nothing has changed: the checksum under which the finished file is found."""
    pdf.checksum(rendition, purpose=pdf.Purpose.SCREEN)
    started = time.perf_counter()
    pdf.checksum(rendition, purpose=pdf.Purpose.SCREEN)
    print(f"  unchanged, found in the store                 {(time.perf_counter() - started) * 1000:6.1f} ms")

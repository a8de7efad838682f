"""HTML → PDF, from the outside: a few jobs at a time in processes of their own, with limits on time and memory.

WeasyPrint lives in press_process.py; importing this module never loads it.
"""

import fcntl
import hashlib
import json
import re
import tempfile
import time
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote

from django.conf import settings
from django.core.files.storage import default_storage

from .folding import sheet_for
from .ink.condition import DEFAULT, PressCondition
from .processes import warm
from .processes.confined import Died, TooSlow
from .processes.local_files import local_path
from .processes.orders import particulars
from .reasons import PdfError, reason_text
from .render import Rendition

__all__ = ["Pdf", "PdfError", "Purpose", "checksum", "make_pdf", "make_picture", "make_preview", "press_slot", "reason_text"]

STATIC = Path(settings.BASE_DIR) / "cms" / "static"
READY_MADE_URL = re.compile(r"\"ready-made:(\d+)\"")
PICTURE_URL = re.compile(r"media:\d+/([^\"'\s)]+)")


class Purpose(StrEnum):
    """What a PDF is for."""

    SCREEN = "screen"  # sRGB, accessible: PDF/UA-1
    PRESS = "press"  # ink, with bleed, for one printing condition: PDF/X-4
    ARCHIVE = "archive"  # as on screen, for the town archive: PDF/A-3a and PDF/UA-1
    ARCHIVE_2 = "archive-2"  # the same as PDF/A-2a, for archives that take no PDF/A-3
    OFFICE = "office"  # for the copier: no bleed, RGB, imposed if wanted
    PROOF = "proof"  # as on screen, with watermark, page and version


@dataclass(frozen=True)
class Pdf:
    data: bytes
    pages: int
    problems: list[str]
    fits: list[dict] = field(default_factory=list)  # how frames and stories fit, see frames.py
    places: dict[str, list] = field(default_factory=dict)  # block id → page, x, y, width, height in mm


def condition_for(purpose: Purpose, *, condition: PressCondition | None = None) -> PressCondition | None:
    """The printing condition a purpose is made for: only the press has one, FOGRA39 if nothing is said."""
    return (condition or DEFAULT) if purpose is Purpose.PRESS else None


def make_pdf(
    rendition: Rendition,
    *,
    purpose: Purpose = Purpose.SCREEN,
    condition: PressCondition | None = None,
    arrangement: str = "",
    version: int | str = "",
) -> Pdf:
    """The PDF of a print rendition. Raises PdfError.

    `arrangement` (booklet, tiles, n-up) puts pages of OFFICE on sheets; `version` stands on a PROOF.
    """
    special = {"arrangement": arrangement, "version": version}
    head, body = _run(rendition, purpose=purpose, condition=condition, output="pdf", **special)
    return Pdf(data=body, pages=head["pages"], problems=head["problems"], fits=head["fits"], places=head["places"])


def make_picture(rendition: Rendition) -> bytes:
    """A card for social media as PNG, at exactly the pixels of its format. Raises PdfError."""
    if sheet_for(rendition).px is None:
        raise PdfError("no-picture")
    return _run(rendition, purpose=Purpose.SCREEN, output="png")[1]


def make_preview(rendition: Rendition) -> tuple[dict, bytes]:
    """Measures (`sizes` and `bleed` in mm, `fits`, `places`) and the PDF with bleed in screen colours. Raises PdfError."""
    head, body = _run(rendition, purpose=Purpose.SCREEN, output="preview")
    return {name: head[name] for name in ("sizes", "bleed", "fits", "places", "problems")}, body


def draw_page(path: Path, *, number: int, width: int, inks: bool = False) -> bytes:
    """A page of a PDF of ours as JPEG, `width` px wide; with `inks` as it will look on coated paper. Raises PdfError."""
    job = {
        "output": "picture",
        "pdf": str(path),
        "number": number,
        "width": width,
        "icc": DEFAULT.icc if inks else "",
        "folder": str(path.parent),
        "memory_mb": settings.PDF_MEMORY_MB,
    }
    return _talk(job)[1]


def checksum(rendition: Rendition, *, purpose: Purpose, condition: PressCondition | None = None) -> str:
    """Of everything that decides how the PDF looks: text, style sheets and fonts, pictures, format, purpose, condition."""
    digest = hashlib.sha256()
    ink = condition_for(purpose, condition=condition)
    geometry = json.dumps([sheet_for(rendition).data(), ink.data() if ink else None], sort_keys=True)
    for part in (rendition.content, geometry, purpose.value, _house_style()):
        digest.update(part.encode())
    for name in picture_names(rendition.content):
        if default_storage.exists(name):
            changed = default_storage.get_modified_time(name).isoformat()
            digest.update(f"{name} {default_storage.size(name)} {changed}".encode())
    return digest.hexdigest()


@lru_cache(maxsize=1)
def _house_style() -> str:
    """A digest of the code, style sheets, fonts and profiles that a PDF is made with."""
    digest = hashlib.sha256()
    files = [*Path(__file__).parent.rglob("*.py"), *(STATIC / "css" / "print").glob("*.css"), *(STATIC / "icc").glob("*.icc")]
    for file in sorted(files):
        digest.update(file.name.encode() + file.read_bytes())
    return digest.hexdigest()


def picture_names(html: str) -> list[str]:
    """Names in the storage of all pictures a document uses. A name that tries to leave the storage is none."""
    names = {unquote(name) for name in PICTURE_URL.findall(html)}
    return sorted(name for name in names if ".." not in Path(name).parts and not name.startswith("/"))


def _run(
    rendition: Rendition, *, purpose: Purpose, condition: PressCondition | None = None, output: str, **special
) -> tuple[dict, bytes]:
    with ExitStack() as stack:
        stack.enter_context(press_slot())
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="vielfalt-press-")))
        try:
            job = _job(rendition, purpose=purpose, condition=condition, output=output, folder=folder)
            job |= particulars(rendition, **special)
        except OSError as error:
            raise PdfError("disk-full" if error.errno == 28 else "crashed", detail=str(error)) from error
        return _talk(job)


def _job(rendition: Rendition, *, purpose: Purpose, condition: PressCondition | None = None, output: str, folder: Path) -> dict:
    council = rendition.page.council
    ink = condition_for(purpose, condition=condition)
    return {
        "html": rendition.content,
        "sheet": sheet_for(rendition).data(),
        "purpose": purpose.value,
        "condition": ink.data() if ink else None,
        "output": output,
        "easy": rendition.language == "de-x-leicht",
        "main": council.main_colour,
        "accent": council.accent_colour,
        "ready_made": _ready_made(rendition.content),
        "pictures": _local_pictures(rendition.content),
        "static": str(STATIC),
        "measures": str(Path(settings.VAR_DIR) / "press" / "measures"),
        "folder": str(folder),
        "memory_mb": settings.PDF_MEMORY_MB,
    }


def _ready_made(html: str) -> dict[str, str]:
    """Key → path of the ready-made advertisements a document holds, of those that may be printed."""
    from .models import ReadyMadeAd

    keys = READY_MADE_URL.findall(html)
    usable = ReadyMadeAd.objects.filter(pk__in=keys, state=ReadyMadeAd.State.USABLE) if keys else []
    return {str(ad.pk): str(local_path(ad.file.name, storage=ad.file.storage)) for ad in usable}


def _local_pictures(html: str) -> dict[str, str]:
    """Name → path of every picture the document uses: the only files of the storage that the process may read."""
    paths = {}
    for name in picture_names(html):
        with suppress(OSError):  # one that is gone from a storage elsewhere: the process names its place
            paths[name] = str(local_path(name))
    return paths


def _talk(job: dict) -> tuple[dict, bytes]:
    """The render process's answer. Raises PdfError."""
    try:
        head, body = warm.ask(job, timeout=settings.PDF_TIMEOUT_SECONDS)
    except TooSlow:
        raise PdfError("timeout", limit=settings.PDF_TIMEOUT_SECONDS) from None
    except Died as died:
        code = "memory" if died.out_of_memory else "crashed"
        raise PdfError(code, detail=died.detail, limit=job["memory_mb"]) from None
    if "error" in head:
        raise PdfError(head["error"], **head["details"])
    return head, body


@contextmanager
def press_slot(*, wait_seconds: float | None = None):
    """One of a few places at the press, across all processes of this machine. Raises PdfError if none gets free in time."""
    folder = Path(settings.VAR_DIR) / "press"
    folder.mkdir(parents=True, exist_ok=True)
    deadline = time.monotonic() + (settings.PDF_TIMEOUT_SECONDS if wait_seconds is None else wait_seconds)
    while True:
        for number in range(settings.PDF_AT_ONCE):
            lock = (folder / f"slot-{number}.lock").open("w")
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                lock.close()
                continue
            try:
                yield
            finally:
                lock.close()
            return
        if time.monotonic() > deadline:
            raise PdfError("busy")
        time.sleep(0.1)

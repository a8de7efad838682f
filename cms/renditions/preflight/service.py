"""Preflight from the Django side: a process of its own per file, with limits on time and memory."""

import re
import tempfile
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from ..ink.condition import PressCondition
from ..newspapers import sheet_of
from ..pdf import STATIC, Purpose, press_slot
from ..processes import confined, warm
from ..processes.confined import Died, Limits, TooSlow
from ..renderable import Product
from ..sheet import Sheet
from .findings import Finding
from .fonts import plain_name

SECONDS = 60
FAMILY = re.compile(r"font-family:\s*[\"']?([^;\"'}]+)")
FALLBACK_FAMILY = "noto"  # last in every font stack, see design.md


@dataclass(frozen=True)
class Report:
    """What preflight says about one file."""

    findings: list[Finding]


@lru_cache(maxsize=1)
def designed_typefaces() -> frozenset[str]:
    """Families that our own style sheets name."""
    css = (STATIC / "css" / "print" / "fonts.css").read_text()
    return frozenset({plain_name(name) for name in FAMILY.findall(css)} | {FALLBACK_FAMILY})


def preflight_pdf(
    data: bytes,
    *,
    sheet: Sheet | str,
    condition: PressCondition | None = None,
    purpose: Purpose | str = Purpose.PRESS,
    product: Product | None = None,
    own: bool = True,
) -> Report:
    """Check a PDF in a confined process. `own`: made by us, so that only designed typefaces may be in it.

    Our own files are checked by the warm render process; those of strangers by a process that ends with them. A file that kills
    the process, or takes too long, is a finding like any other.
    """
    sheet = sheet_of(sheet) if isinstance(sheet, str) else sheet
    job = {
        "sheet": sheet.data(),
        "condition": condition.data() if condition else None,
        "purpose": str(getattr(purpose, "value", purpose)),
        "bound": product is not None and product.key == "paper",
        "typefaces": sorted(designed_typefaces()) if own else None,
        "memory_mb": settings.PDF_MEMORY_MB,
        "seconds": SECONDS,
    }
    with press_slot():
        return _from_warm(job, data) if own else _from_own_process(job, data)


def _from_warm(job: dict, data: bytes) -> Report:
    with tempfile.TemporaryDirectory(prefix="vielfalt-preflight-") as folder:
        path = Path(folder) / "piece.pdf"
        path.write_bytes(data)
        try:
            answer, _body = warm.ask(job | {"output": "check", "pdf": str(path), "folder": folder}, timeout=SECONDS * 2)
        except (TooSlow, Died) as end:
            return _ended(end)
    if "error" in answer:
        return Report([Finding("too-much", details={"what": "memory" if answer["error"] == "memory" else "crash"})])
    return _report(answer)


def _from_own_process(job: dict, data: bytes) -> Report:
    limits = Limits(memory_mb=settings.PDF_MEMORY_MB, cpu_seconds=SECONDS)
    try:
        return _report(confined.ask("cms.renditions.preflight", job, data=data, limits=limits, timeout=SECONDS * 2))
    except (TooSlow, Died) as end:
        return _ended(end)


def _report(answer: dict) -> Report:
    return Report([Finding.of(item) for item in answer["findings"]])


def _ended(end: TooSlow | Died) -> Report:
    """The process is dead: it ran out of time or memory, or the file has hit a library's fault."""
    what = "time" if isinstance(end, TooSlow) else "memory" if end.out_of_memory else "crash"
    return Report([Finding("too-much", details={"what": what})])

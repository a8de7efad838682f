"""Preflight from the Django side: a process of its own per file, with limits on time and memory."""

import json
import os
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from .. import warm
from ..condition import PressCondition
from ..newspapers import sheet_of
from ..pdf import STATIC, Purpose, press_slot
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
        return _from_warm(job, data) if own else _answer(job, data)


def _from_warm(job: dict, data: bytes) -> Report:
    with tempfile.TemporaryDirectory(prefix="vielfalt-preflight-") as folder:
        path = Path(folder) / "piece.pdf"
        path.write_bytes(data)
        try:
            head, _body = warm.ask(job | {"output": "check", "pdf": str(path), "folder": folder}, timeout=SECONDS * 2)
        except warm.TooSlow:
            return Report([Finding("too-much", details={"what": "time"})])
        except warm.Died as died:
            return Report([Finding("too-much", details={"what": "memory" if "MemoryError" in died.detail else "crash"})])
    if "error" in head:
        return Report([Finding("too-much", details={"what": "memory" if head["error"] == "memory" else "crash"})])
    return Report([Finding.of(item) for item in head["findings"]])


def _answer(job: dict, data: bytes) -> Report:
    environment = {name: os.environ[name] for name in ("PATH", "LANG", "LC_ALL") if name in os.environ}
    base = Path(settings.BASE_DIR)
    try:
        result = subprocess.run(
            [sys.executable, "-m", "cms.renditions.preflight"],
            input=json.dumps(job).encode() + b"\n" + data,
            capture_output=True,
            timeout=SECONDS * 2,
            cwd=base,
            env=environment | {"PYTHONPATH": str(base)},
        )
        answer = json.loads(result.stdout)
    except subprocess.TimeoutExpired:
        return Report([Finding("too-much", details={"what": "time"})])
    except ValueError:  # the process is dead: it ran out of memory or time, or the file has hit a library's fault
        what = "memory" if b"MemoryError" in result.stderr or b"bad_alloc" in result.stderr else "crash"
        what = "time" if result.returncode == -24 else what  # SIGXCPU
        return Report([Finding("too-much", details={"what": what})])
    return Report([Finding.of(item) for item in answer["findings"]])

"""What an ICC profile says about itself, read from its bytes (ICC.1:2010); and the test whether it can be printed with.

Knows no Django. Run as a program it tries one profile out, so that a hostile one hurts only a confined process.
"""

import struct
from dataclasses import dataclass
from pathlib import Path

from ..processes import confined
from ..processes.confined import Died, Limits, TooSlow

MOST_BYTES = 12 * 1024 * 1024  # the largest profiles of the ECI have 2.7 MB
MOST_TAGS = 100
TRIAL_SECONDS = 20
TRIAL = Limits(memory_mb=400, cpu_seconds=TRIAL_SECONDS)


class IccError(Exception):
    """Not a profile that can be printed with; `code` says why."""

    def __init__(self, code: str, **details):
        super().__init__(code)
        self.code, self.details = code, details


@dataclass(frozen=True)
class IccProfile:
    """The facts in a profile's header, and its name as it tells it."""

    kind: str  # prtr, mntr, scnr, spac …
    space: str  # CMYK, RGB, GRAY …
    description: str
    tags: frozenset[str]

    @property
    def is_printing(self) -> bool:
        """Whether pictures can be converted into it: a CMYK printer with a table from colour to ink."""
        return self.kind == "prtr" and self.space == "CMYK" and "B2A0" in self.tags


def read(data: bytes) -> IccProfile:
    """The facts of a profile. Raises IccError for what is none, is cut off, or lies about its own size."""
    if len(data) > MOST_BYTES:
        raise IccError("icc-large", limit=MOST_BYTES // 1024 // 1024)
    if len(data) < 132 or data[36:40] != b"acsp":
        raise IccError("icc-none")
    (size,) = struct.unpack(">I", data[:4])
    (count,) = struct.unpack(">I", data[128:132])
    if size > len(data) or not 1 <= count <= MOST_TAGS or 132 + 12 * count > len(data):
        raise IccError("icc-broken")
    tags = {}
    for number in range(count):
        name, offset, length = struct.unpack(">4sII", data[132 + 12 * number : 144 + 12 * number])
        if offset + length > len(data):
            raise IccError("icc-broken")
        tags[name.decode("latin-1")] = data[offset : offset + length]
    kind, space = (data[place : place + 4].decode("latin-1").strip() for place in (12, 16))
    return IccProfile(kind=kind, space=space, description=_text(tags.get("desc", b"")), tags=frozenset(tags))


def _text(tag: bytes) -> str:
    """A description of version 2 (`desc`) or of version 4 (`mluc`, its first language)."""
    if tag[:4] == b"desc" and len(tag) > 12:
        (length,) = struct.unpack(">I", tag[8:12])
        return tag[12 : 12 + min(length, 200)].split(b"\0")[0].decode("latin-1").strip()
    if tag[:4] == b"mluc" and len(tag) >= 28:
        length, offset = struct.unpack(">II", tag[20:28])
        return tag[offset : offset + min(length, 400)].decode("utf-16-be", "replace").strip("\0 ")
    return ""


def read_file(path: Path) -> IccProfile:
    """As `read`, without loading a file that is too large. Raises IccError."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise IccError("icc-large", limit=MOST_BYTES // 1024 // 1024)
        return read(path.read_bytes())
    except OSError as error:
        raise IccError("icc-none") from error


def try_out(path: Path) -> None:
    """Convert one colour with the profile, in a process with little time and memory. Raises IccError."""
    try:
        answer = confined.ask("cms.renditions.ink.icc", {"profile": str(path)}, limits=TRIAL, timeout=TRIAL_SECONDS)
    except (Died, TooSlow):
        raise IccError("icc-broken") from None
    if not answer["prints"]:
        raise IccError("icc-broken")


def _trial(job: dict, _data: bytes) -> dict:
    from PIL import Image, ImageCms

    from ..colour import transform

    ink = ImageCms.applyTransform(Image.new("RGB", (2, 2), (200, 30, 30)), transform(job["profile"]))
    return {"prints": ink.mode == "CMYK" and any(ink.getpixel((0, 0)))}


if __name__ == "__main__":
    confined.serve(_trial)

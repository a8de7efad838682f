"""SVG → JPEG or PNG with resvg, at the resolution print needs. The same drawing gives the same bytes on the same library versions."""

import hashlib
import io
import os
from importlib.metadata import version
from pathlib import Path

import resvg_py
from django.conf import settings
from PIL import Image

from .draw import Picture

JPEG_QUALITY = 85


def rasterise(svg: str, *, width_px: int, transparent: bool = False) -> bytes:
    """A picture file `width_px` wide: JPEG on its own ground, PNG with alpha when `transparent`."""
    png = bytes(resvg_py.svg_to_bytes(svg_string=svg, width=width_px, skip_system_fonts=True))
    image, out = Image.open(io.BytesIO(png)), io.BytesIO()
    if transparent:
        image.save(out, "PNG", optimize=True)
    else:
        image.convert("RGB").save(out, "JPEG", quality=JPEG_QUALITY, subsampling=0, optimize=True, dpi=(300, 300))
    return out.getvalue()


def picture_file(picture: Picture, *, width_px: int | None = None) -> bytes:
    """The file of a registered picture, at its own print width unless told otherwise.

    Forty of them take half a minute, so development and tests keep what they have drawn (settings.KEPT_DRAWINGS).
    """
    svg, width_px = picture.draw(), width_px or picture.width_px
    if not settings.KEPT_DRAWINGS:
        return rasterise(svg, width_px=width_px, transparent=picture.transparent)
    made_of = f"{svg} {width_px} {picture.transparent} {JPEG_QUALITY} {version('resvg-py')} {version('pillow')}"
    kept = Path(settings.KEPT_DRAWINGS) / hashlib.sha256(made_of.encode()).hexdigest()
    if not kept.exists():
        kept.parent.mkdir(parents=True, exist_ok=True)
        partial = kept.with_suffix(f".{os.getpid()}")  # two processes may draw the same one
        partial.write_bytes(rasterise(svg, width_px=width_px, transparent=picture.transparent))
        partial.rename(kept)
    return kept.read_bytes()

"""SVG → JPEG or PNG with resvg, at the resolution print needs. The same drawing gives the same bytes on the same library versions."""

import io

import resvg_py
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
    """The file of a registered picture, at its own print width unless told otherwise."""
    return rasterise(picture.draw(), width_px=width_px or picture.width_px, transparent=picture.transparent)

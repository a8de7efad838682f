"""Pictures made fit for one PDF: upright, no larger than they are printed, in the colour space of the profile.

Runs in the render process; knows no Django.
"""

from io import BytesIO
from pathlib import Path

from PIL import Image, ImageFile, ImageOps

from .colour import picture_to_ink
from .condition import PressCondition

Image.MAX_IMAGE_PIXELS = 140_000_000
PRESS_PPI, SCREEN_PPI = 300, 150
PRESS_QUALITY, SCREEN_QUALITY = 90, 80
ALPHA = {"LA", "La", "PA", "RGBA", "RGBa"}


class BrokenPicture(Exception):
    """The file is not a picture, or only part of one."""


def prepare(path: Path, *, width_mm: float, condition: PressCondition | None) -> tuple[bytes, str]:
    """Bytes and media type of the picture for a place at most `width_mm` wide, in ink for a condition. Raises BrokenPicture."""
    ImageFile.LOAD_TRUNCATED_IMAGES = False  # WeasyPrint sets it: half a picture would be printed as half grey
    ppi = PRESS_PPI if condition else SCREEN_PPI
    target = max(64, round(width_mm / 25.4 * ppi))
    try:
        picture = _open(path, target=target)
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise BrokenPicture(str(error)) from error
    out = BytesIO()
    if picture.mode == "RGBA":
        picture.save(out, "PNG")  # stays RGB with a soft mask; the press pass turns it into ink
        return out.getvalue(), "image/png"
    if condition:
        picture = picture_to_ink(picture, profile=condition.icc)
        picture.save(out, "JPEG", quality=PRESS_QUALITY, subsampling=0)
    else:
        picture.save(out, "JPEG", quality=SCREEN_QUALITY)
    return out.getvalue(), "image/jpeg"


def _open(path: Path, *, target: int) -> Image.Image:
    if path.suffix.lower() in {".heic", ".heif"}:
        from pillow_heif import register_heif_opener

        register_heif_opener()
    with Image.open(path) as source:
        size = source.size
        source.draft(None, (target, target))  # JPEG: decode at the nearest eighth, four times faster
        source.load()
        profile = source.info.get("icc_profile")
        turned = source.getexif().get(0x0112, 1) != 1
        picture = ImageOps.exif_transpose(source) if turned else source.copy()
        picture.info["icc_profile"] = profile
    scale = target / picture.width
    wanted = (target, max(1, round(picture.height * scale)))
    if picture.mode == "P" or "transparency" in picture.info or picture.mode in ALPHA:
        picture = picture.convert("RGBA")
    elif picture.mode not in {"RGB", "L", "CMYK"}:
        picture = picture.convert("L" if picture.mode in {"1", "I", "I;16", "F"} else "RGB")
    if picture.mode == "RGBA" and picture.getextrema()[3][0] == 255:
        picture = picture.convert("RGB")
    if scale < 1 and min(size) > 1:
        picture = picture.resize(wanted, Image.Resampling.LANCZOS, reducing_gap=2.0)
        picture.info["icc_profile"] = profile
    return picture

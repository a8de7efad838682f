"""Pictures made fit for one PDF: upright, no larger than they are printed, in the colour space of the profile.

Runs in the render process; knows no Django.
"""

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageFile, ImageOps

from .ink.condition import PressCondition
from .ink.ink_store import InkStore
from .ink.inks import Inks
from .layout import cut_outs

MOST_MEGAPIXELS = 120  # that have to be decoded; a JPEG is decoded smaller when it is printed smaller
Image.MAX_IMAGE_PIXELS = 280_000_000  # beyond twice as many Pillow refuses to open the file at all
PRESS_PPI, SCREEN_PPI = 300, 150
PRESS_QUALITY, SCREEN_QUALITY = 90, 80
ALPHA = {"LA", "La", "PA", "RGBA", "RGBa"}
GRAPHIC_COLOURS = 2_000  # a picture with fewer is a drawing: kept without loss
LOSSLESS_PIXELS = 500_000  # a larger drawing with a soft edge takes too long without loss
CUT_OUT = "cut-out"  # a picture with a soft edge: see cut_outs.py
KINDS = {".png": "image/png", ".jpg": "image/jpeg", ".cut": CUT_OUT}


class BrokenPicture(Exception):
    """The file is not a picture, only part of one, or far too large; `code` says which."""

    def __init__(self, detail: str, *, code: str = "picture-broken"):
        super().__init__(detail)
        self.code = code


@dataclass(frozen=True)
class Prepared:
    """A picture ready for the PDF: in the store, or only here."""

    kind: str  # media type, or CUT_OUT
    path: Path | None = None
    data: bytes = b""

    @property
    def cut_out(self) -> "cut_outs.CutOut | None":
        return cut_outs.unpacked(self.read()) if self.kind == CUT_OUT else None

    def read(self) -> bytes:
        return self.path.read_bytes() if self.path else self.data


def prepare(path: Path, *, width_mm: float, condition: PressCondition | None, store: InkStore | None = None) -> Prepared:
    """The picture for a place at most `width_mm` wide, in ink for a condition. Raises BrokenPicture."""
    store = store or InkStore("")
    ppi = PRESS_PPI if condition else SCREEN_PPI
    target = max(64, round(width_mm / 25.4 * ppi))
    how = f"{target} {_profile_digest(condition.icc)} {condition.max_ink} {condition.variant}" if condition else str(target)
    try:
        key = store.key(path, how=how)
        known = store.find(key)
        if known:
            return Prepared(KINDS[known.suffix], path=known)
        data, suffix = _made(path, target=target, condition=condition)
    except Image.DecompressionBombError as error:
        raise BrokenPicture(str(error), code="picture-huge") from error
    except (OSError, SyntaxError, ValueError) as error:
        raise BrokenPicture(str(error)) from error
    kept = store.keep(key, data, kind=suffix)
    return Prepared(KINDS[suffix], path=kept) if kept else Prepared(KINDS[suffix], data=data)


@lru_cache(maxsize=8)
def _profile_digest(icc: str) -> str:
    return hashlib.sha256(Path(icc).read_bytes()).hexdigest()


def _made(path: Path, *, target: int, condition: PressCondition | None) -> tuple[bytes, str]:
    ImageFile.LOAD_TRUNCATED_IMAGES = False  # WeasyPrint sets it: half a picture would be printed as half grey
    picture, drawing = _open(path, target=target)
    out = BytesIO()
    large = picture.mode == "RGBA" and picture.width * picture.height > LOSSLESS_PIXELS
    if drawing and picture.mode in ("RGB", "RGBA") and not large:
        _on_screen(picture).save(out, "PNG", icc_profile=None)  # stays RGB, the press pass turns it into ink
        return out.getvalue(), ".png"
    if picture.mode == "RGBA":
        colour = cut_outs.reaching_out(picture)
        colour.info["icc_profile"] = picture.info.get("icc_profile")
        colour = Inks(condition).picture(colour) if condition else _on_screen(colour)
        return cut_outs.packed(colour, alpha=picture.getchannel("A")), ".cut"
    if condition:
        picture = Inks(condition).picture(picture)
        picture.save(out, "JPEG", quality=PRESS_QUALITY, subsampling=0, icc_profile=None)
    else:
        picture = _on_screen(picture)
        picture.save(out, "JPEG", quality=SCREEN_QUALITY, icc_profile=None)
    return out.getvalue(), ".jpg"


def _on_screen(picture: Image.Image) -> Image.Image:
    """In sRGB: no profile goes into the PDF, so colours of a wider space are brought over."""
    embedded = picture.info.get("icc_profile")
    if picture.mode == "RGBA" and embedded:
        alpha, picture = picture.getchannel("A"), picture.convert("RGB")
        picture.info["icc_profile"] = embedded
        return Image.merge("RGBA", (*_on_screen(picture).split(), alpha))
    if not embedded or picture.mode == "L":
        return picture.convert("RGB") if picture.mode == "CMYK" else picture
    from .colour import to_screen

    return to_screen(picture, source=embedded)


def _open(path: Path, *, target: int) -> tuple[Image.Image, bool]:
    """The picture upright and at most `target` px wide; and whether it is a drawing with few colours."""
    if path.suffix.lower() in {".heic", ".heif"}:
        from pillow_heif import register_heif_opener

        register_heif_opener()
    with Image.open(path) as picture:
        picture.draft(None, (target, target))  # JPEG: decode at the nearest eighth, four times faster
        if picture.width * picture.height > MOST_MEGAPIXELS * 1_000_000:
            raise BrokenPicture(f"{picture.width} × {picture.height}", code="picture-huge")
        picture.load()
    profile = picture.info.get("icc_profile")
    lossless = picture.format in ("PNG", "GIF", "BMP")
    if picture.getexif().get(0x0112, 1) != 1:
        picture = ImageOps.exif_transpose(picture)
    picture = _plain(picture)
    drawing = lossless and picture.mode in ("RGB", "RGBA") and picture.getcolors(GRAPHIC_COLOURS) is not None
    if picture.width > target and picture.height > 1:
        wanted = (target, max(1, round(picture.height * target / picture.width)))
        picture = picture.resize(wanted, Image.Resampling.LANCZOS, reducing_gap=2.0)
    picture.info["icc_profile"] = profile
    return picture, drawing


def _plain(picture: Image.Image) -> Image.Image:
    """In one of the modes RGB, RGBA, L or CMYK."""
    if picture.mode == "P" or "transparency" in picture.info or picture.mode in ALPHA:
        picture = picture.convert("RGBA")
    elif picture.mode not in {"RGB", "L", "CMYK"}:
        picture = picture.convert("L" if picture.mode in {"1", "I", "I;16", "F"} else "RGB")
    if picture.mode == "RGBA" and picture.getextrema()[3][0] == 255:
        picture = picture.convert("RGB")
    return picture

"""Pictures: resolution at the size they are printed, colour space, damage, distortion."""

import math
from io import BytesIO

import pikepdf
from PIL import Image, ImageFile

from .findings import Severity
from .job import Job
from .limits import MOST_PIXELS, filters_of
from .marks import Mark, common
from .resolution import resolution_share
from .spaces import read_space

LINE_ART_PPI = 600
WASTE_PPI = 450
POOR_JPEG = 75
STRETCHED = 0.05
NEARLY = 0.98  # pixels are whole, millimetres are not
NOTICED = 3.0  # mm: smaller pictures are dots


def check_images(job: Job) -> None:
    seen: dict = {}
    for page, mark in job.marks("picture"):
        if common(mark.box, page.boxes["bleed"]) is None:
            continue
        width, height = _size(mark)
        if width * height > MOST_PIXELS:
            job.add("picture-huge", page=page, box=mark.box, width=width, height=height)
            continue
        _check_resolution(job, page, mark, width=width, height=height)
        if job.for_press and not _is_mask(mark):
            _check_space(job, page, mark)
        if not mark.inline:
            seen.setdefault(mark.image.objgen, (page, mark))
    for page, mark in seen.values():
        _check_file(job, page, mark)


def _check_file(job: Job, page, mark: Mark) -> None:
    """What is true of a picture wherever it stands: told once."""
    if job.for_press and mark.image.get("/SMask") is not None:
        job.add("picture-alpha", Severity.INFO, page=page, box=mark.box)
    if filters_of(mark.image)[-1:] != ["/DCTDecode"]:
        return
    whole, quality = _jpeg_state(mark.image)
    if not whole:
        job.add("picture-damaged", page=page, box=mark.box)
    elif quality is not None and quality < POOR_JPEG and job.for_press:
        job.add("picture-artefacts", Severity.WARNING, page=page, box=mark.box, quality=quality)


def _size(mark: Mark) -> tuple[int, int]:
    try:
        if mark.inline:
            return int(mark.image.width), int(mark.image.height)
        return max(0, int(mark.image.get("/Width", 0))), max(0, int(mark.image.get("/Height", 0)))
    except (TypeError, ValueError, AttributeError, NotImplementedError):
        return 0, 0


def _is_mask(mark: Mark) -> bool:
    try:
        return bool(mark.image.image_mask) if mark.inline else bool(mark.image.get("/ImageMask", False))
    except (TypeError, ValueError, AttributeError, NotImplementedError):
        return False


def _is_line_art(mark: Mark) -> bool:
    try:
        bits = mark.image.bits_per_component if mark.inline else int(mark.image.get("/BitsPerComponent", 8))
    except (TypeError, ValueError, AttributeError, NotImplementedError):
        bits = 8
    return bits == 1 or _is_mask(mark)


def _check_resolution(job: Job, page, mark: Mark, *, width: int, height: int) -> None:
    """Pixels per inch at the placed size, from the matrix; at the final size for sheets made at reduced scale."""
    a, b, c, d = mark.matrix[:4]
    across, down = math.hypot(a, b) * job.sheet.scale, math.hypot(c, d) * job.sheet.scale
    if min(across, down) < NOTICED or min(width, height) < 1:
        return
    horizontal, vertical = width / across * 25.4, height / down * 25.4
    ppi = round(min(horizontal, vertical))
    details = {"found": ppi, "width": round(mark.width), "height": round(mark.height)}
    if min(width, height) > 2 and abs(horizontal / vertical - 1) > STRETCHED:
        job.add("picture-stretched", Severity.WARNING, page=page, box=mark.box, share=round(abs(horizontal / vertical - 1) * 100))
    if not job.for_press or job.condition is None:
        return
    share = resolution_share(job.sheet)
    least, good = round(job.condition.min_ppi * share), round(job.condition.good_ppi * share)
    if _is_line_art(mark):
        if ppi < LINE_ART_PPI * share:
            job.add("line-art-coarse", Severity.WARNING, page=page, box=mark.box, wanted=round(LINE_ART_PPI * share), **details)
    elif ppi < least:
        job.add("picture-coarse", page=page, box=mark.box, wanted=good, **details)
    elif ppi < good * NEARLY:
        job.add("picture-soft", Severity.WARNING, page=page, box=mark.box, wanted=good, **details)
    elif ppi > WASTE_PPI and width * height > 4_000_000:
        job.add("picture-waste", Severity.INFO, page=page, box=mark.box, wanted=WASTE_PPI, **details)


def _check_space(job: Job, page, mark: Mark) -> None:
    if mark.inline:
        space = read_space(mark.image.obj.get("/CS") or mark.image.obj.get("/ColorSpace"), page.page.obj.get("/Resources"))
    else:
        space = read_space(mark.image.get("/ColorSpace"), page.page.obj.get("/Resources"))
    variant = job.condition.variant if job.condition else "pdf/x-4"
    if space.kind == "rgb":
        job.add("picture-rgb", page=page, box=mark.box)
    elif space.kind in ("iccrgb", "calrgb", "lab"):
        severity = Severity.WARNING if variant == "pdf/x-4" else Severity.ERROR
        job.add("picture-light", severity, page=page, box=mark.box)
    if space.broken and (mark.inline or mark.image.get("/ColorSpace") is not None):
        job.add("profile-damaged", page=page, box=mark.box, count=1, what="picture")


def _jpeg_state(image: pikepdf.Stream) -> tuple[bool, int | None]:
    """Whether a JPEG is complete, and its quality as Pillow and most programmes count it, 1 to 100."""
    if filters_of(image) != ["/DCTDecode"]:
        return True, None
    data = image.read_raw_bytes()
    try:
        picture = Image.open(BytesIO(data))
        quality = _quality(picture.quantization)
        if b"\xff\xd9" not in data[-64:]:
            ImageFile.LOAD_TRUNCATED_IMAGES = False
            picture.draft(None, (max(1, picture.width // 8), max(1, picture.height // 8)))
            picture.load()
    except (OSError, SyntaxError, ValueError, AttributeError, Image.DecompressionBombError):
        return False, None
    return True, quality


# Sum of the luminance table of the JPEG standard at quality 50; scaled by 200 - 2q above, 5000 / q below (libjpeg).
STANDARD_SUM = 3688


def _quality(tables: dict) -> int | None:
    if not tables:
        return None
    scale = sum(tables[min(tables)]) * 100 / STANDARD_SUM
    return round(max(1.0, (200 - scale) / 2 if scale <= 100 else 5000 / scale))

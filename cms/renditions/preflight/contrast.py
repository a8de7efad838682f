"""Contrast of type with what lies behind it, measured in the finished file (WCAG 2.2, 1.4.3; for paper a bound of our own).

A plain ground below is taken from the marks; behind everything else the page is drawn without its type, and looked at.
"""

from functools import lru_cache
from io import BytesIO

import pikepdf
from PIL import Image

from ..colour import seen
from .findings import Severity
from .grounds import Grounds
from .job import PER_PAGE, Job, by_place
from .limits import MOST_PIXELS, filters_of
from .marks import Mark, PageMarks, around
from .pixels import ink_of_picture
from .spaces import Colour

LARGE, LARGE_BOLD = 18.0, 14.0  # pt, from which on WCAG asks for less
SMALL_RATIO, LARGE_RATIO = 4.5, 3.0
PRINT_RATIO = 2.5  # paper in daylight: below it older readers give up
TOLERANCE = 0.05
BOLD = ("bold", "black", "heavy", "semibold")
DPI = 54
MOST_AREA = 4_000_000  # px
MANY_PIXELS, SMALL = 1_000_000, 640  # pictures with more are made small: longest side in px
SHARE = 0.15  # of the ground behind a word that may be worse than the bound
LEAST_WIDTH = 0.3  # mm: less is a space
ORNAMENT = 2  # letters: single large ones are quotation marks and initials

Rgb = tuple[float, float, float]


def check_contrast(job: Job) -> None:
    if job.purpose not in ("screen", "press") and not job.for_archive:
        return
    severity = Severity.WARNING if job.for_press else Severity.ERROR
    raster = Raster(job)
    for page in job.pages:
        weak: dict[float, list[tuple[Mark, float]]] = {}
        for mark, wanted, found in _weak(page, job=job, raster=raster):
            weak.setdefault(wanted, []).append((mark, found))
        for wanted, marks in weak.items():
            ratios = {id(mark): found for mark, found in marks}
            groups = by_place([mark for mark, _found in marks])
            if len(groups) > PER_PAGE:
                groups = [[mark for mark, _found in marks]]
            for group in groups:
                found = round(min(ratios[id(mark)] for mark in group), 1)
                job.add("contrast", severity, page=page, box=around(mark.box for mark in group), found=found, wanted=wanted)


def _weak(page: PageMarks, *, job: Job, raster: "Raster"):
    """Marks of type, the contrast they should have, and the one they have."""
    grounds = Grounds(page)
    for mark in page.marks:
        if mark.kind != "text" or mark.width < LEAST_WIDTH or mark.soft_mask or mark.blend not in ("/Normal", "/Compatible"):
            continue
        front, wanted = _light(mark.colour, job=job), _wanted(mark, job=job)
        if front is None or wanted is None:
            continue
        ground = grounds.colour(mark)
        back = _light(ground, job=job) if ground is not None else None
        if back is not None:
            found = _ratio(front, back, alpha=mark.alpha)
        else:
            found = raster.ratio(page, mark, front=front, wanted=wanted)
        if found < wanted - TOLERANCE:
            yield mark, wanted, found


def _light(colour: Colour, *, job: Job) -> Rgb | None:
    """A colour as it is seen: inks on the paper they are meant for. None for patterns."""
    ink = colour.ink if job.condition else None
    return seen(ink, profile=job.condition.icc) if ink is not None else colour.rgb


def _wanted(mark: Mark, *, job: Job) -> float | None:
    size = mark.points * job.sheet.scale
    bold = mark.font is not None and any(word in mark.font.name.lower() for word in BOLD)
    large = size >= (LARGE_BOLD if bold else LARGE)
    if large and mark.glyphs <= ORNAMENT:
        return None
    return PRINT_RATIO if job.for_press else LARGE_RATIO if large else SMALL_RATIO


@lru_cache(maxsize=4096)
def _luminance(rgb: Rgb) -> float:
    """WCAG 2.2's relative luminance."""
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _ratio(front: Rgb, back: Rgb, *, alpha: float) -> float:
    if alpha < 0.999:
        front = tuple(alpha * one + (1 - alpha) * other for one, other in zip(front, back, strict=True))
    first, second = sorted((_luminance(front), _luminance(back)))
    return (second + 0.05) / (first + 0.05)


class Raster:
    """Pages drawn without their type, as far as somebody asks for them."""

    def __init__(self, job: Job):
        self.job = job
        self.document = None
        self.drawn: tuple[int, Image.Image, float] | None = None  # the page asked for last

    def ratio(self, page: PageMarks, mark: Mark, *, front: Rgb, wanted: float) -> float:
        """The contrast that nearly all of the ground behind a mark leaves it."""
        picture, scale = self._page(page)
        left, top, _right, _bottom = page.boxes["crop"]
        box = [round((value - start) * scale) for value, start in zip(mark.box, (left, top, left, top), strict=True)]
        box = [max(0, box[0]), max(0, box[1]), min(picture.width, max(box[2], box[0] + 1)), max(box[3], box[1] + 1)]
        box[3] = min(picture.height, box[3])
        region = picture.crop(box)
        colours = region.getcolors(region.width * region.height)
        ratios = sorted((_ratio(front, tuple(part / 255 for part in rgb), alpha=mark.alpha), count) for count, rgb in colours)
        allowed = SHARE * region.width * region.height
        for found, count in ratios:
            allowed -= count
            if allowed < 0 or found >= wanted:
                return found
        return 21.0

    def _page(self, page: PageMarks) -> tuple[Image.Image, float]:
        """The page and its px per mm."""
        if self.drawn is None or self.drawn[0] != page.number:
            self.job.budget.check_time()
            self.drawn = (page.number, *self._draw(page))
        return self.drawn[1:]

    def _draw(self, page: PageMarks) -> tuple[Image.Image, float]:
        import pypdfium2
        from pypdfium2 import raw

        if self.document is None:
            self.document = pypdfium2.PdfDocument(with_small_pictures(self.job.data))
        target = self.document[page.number - 1]
        for item in target.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=15):
            raw.FPDFTextObj_SetTextRenderMode(item.raw, raw.FPDF_TEXTRENDERMODE_INVISIBLE)
        width, height = target.get_size()
        scale = min(DPI / 72, (MOST_AREA / (width * height)) ** 0.5)
        picture = target.render(scale=scale, may_draw_forms=False, draw_annots=False).to_pil().convert("RGB")
        left, _top, right, _bottom = page.boxes["crop"]
        return picture, picture.width / (right - left)


def with_small_pictures(data: bytes) -> bytes:
    """The same file with its large photos made small: they are only looked at, and decoding them is nearly all the work."""
    with pikepdf.open(BytesIO(data), suppress_warnings=True) as pdf:
        large = [item for item in pdf.objects if isinstance(item, pikepdf.Stream) and _is_large_photo(item)]
        for image in large:
            small = ink_of_picture(image, longest=SMALL) if image.get("/ColorSpace") != "/DeviceRGB" else _light_of(image)
            if small is None:
                continue
            image.write(small.tobytes())
            image.Width, image.Height, image.BitsPerComponent = small.width, small.height, 8
            image.ColorSpace = pikepdf.Name.DeviceCMYK if small.mode == "CMYK" else pikepdf.Name.DeviceRGB
            for key in ("/Decode", "/DecodeParms"):
                if key in image:
                    del image[key]
        if not large:
            return data
        out = BytesIO()
        pdf.save(out, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
        return out.getvalue()


def _is_large_photo(item: pikepdf.Stream) -> bool:
    if item.get("/Subtype") != "/Image" or filters_of(item) != ["/DCTDecode"] or "/ColorSpace" not in item:
        return False
    if not isinstance(item.ColorSpace, pikepdf.Name) or item.ColorSpace not in ("/DeviceRGB", "/DeviceCMYK", "/DeviceGray"):
        return False
    return MANY_PIXELS < int(item.get("/Width", 0)) * int(item.get("/Height", 0)) <= MOST_PIXELS


def _light_of(image: pikepdf.Stream) -> Image.Image | None:
    """An RGB photo, small; None if it cannot be read."""
    try:
        picture = Image.open(BytesIO(image.read_raw_bytes()))
        picture.draft(None, (SMALL, SMALL))
        picture.load()
    except (OSError, SyntaxError, ValueError):
        return None
    return picture if picture.mode == "RGB" and "/Decode" not in image else None

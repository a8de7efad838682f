"""Geometry: boxes, bleed, safe zones, folds, number of pages."""

import pikepdf
from pikepdf import Array

from .findings import Severity
from .job import Job, by_place
from .limits import MOST_PAGES, TooMuch
from .marks import POINTS, Box, Mark, PageMarks, around, common, contains, multiply, transformed
from .reading import Reader

TOLERANCE = 0.15  # mm
THIN = 0.6  # mm: lines and strokes in the bleed are marks, larger things are the design
RTL = ("ar", "fa", "he", "ur", "ckb", "ps")


def open_pages(job: Job) -> None:
    """Read every page's boxes and content. Raises TooMuch."""
    if len(job.pdf.pages) == 0:
        job.add("no-pages")
        return
    if len(job.pdf.pages) > MOST_PAGES:
        raise TooMuch("pages")
    for number, page in enumerate(job.pdf.pages, 1):
        marks = _page(page, number=number)
        job.pages.append(marks)
        try:
            Reader(marks, budget=job.budget, cache=job.cache).read()
        except pikepdf.PdfError as error:
            job.add("damaged", page=number, detail=str(error)[:120])


def _page(page: pikepdf.Page, *, number: int) -> PageMarks:
    media = _box(page, "/MediaBox") or (0.0, 0.0, 595.0, 842.0)
    crop = _box(page, "/CropBox") or media
    trim = _box(page, "/TrimBox") or crop
    unit = float(page.obj.get("/UserUnit", 1) or 1) / POINTS
    left, _low, _right, high = trim
    width, height = (trim[2] - trim[0]) * unit, (trim[3] - trim[1]) * unit
    base = (unit, 0.0, 0.0, -unit, -left * unit, high * unit)
    turned = _rotation(page)
    if turned == 90:
        base, width, height = multiply(base, (0, 1, -1, 0, height, 0)), height, width
    elif turned == 180:
        base = multiply(base, (-1, 0, 0, -1, width, height))
    elif turned == 270:
        base, width, height = multiply(base, (0, -1, 1, 0, 0, width)), height, width
    bleed = _box(page, "/BleedBox") or trim
    boxes = {"media": media, "trim": trim, "bleed": bleed, "crop": crop}
    return PageMarks(number, page, width, height, base, boxes={name: transformed(box, base) for name, box in boxes.items()})


def _rotation(page: pikepdf.Page) -> int:
    try:
        return int(page.rotation) % 360
    except (TypeError, ValueError, AttributeError):
        return 0


def _box(page: pikepdf.Page, key: str) -> Box | None:
    """One of the page's boxes, also one it inherits; None if there is none that has a size."""
    node, depth = page.obj, 0
    while node is not None and depth < 20:
        value = node.get(key)
        if isinstance(value, Array) and len(value) == 4:
            try:
                numbers = [float(part) for part in value]
            except (TypeError, ValueError):
                return None
            left, right = sorted((numbers[0], numbers[2]))
            low, high = sorted((numbers[1], numbers[3]))
            return (left, low, right, high) if right - left > 0.01 and high - low > 0.01 else None
        if key not in ("/MediaBox", "/CropBox"):
            return None
        node, depth = node.get("/Parent"), depth + 1
    return None


def check_geometry(job: Job) -> None:
    for page in job.pages:
        _check_boxes(job, page)
        if job.for_press:
            _check_edges(job, page)
            _check_text_places(job, page)
            _check_marks_in_bleed(job, page)
        is_back = job.sheet.kind == "letter" and page.number % 2 == 0  # each letter of a run begins on a new sheet
        if not is_back and not any(not mark.colour.is_white or mark.kind in ("picture", "shading") for mark in page.marks):
            job.add("page-empty", Severity.WARNING, page=page)
    _check_count(job)


def _check_count(job: Job) -> None:
    if not job.for_press or not job.pages:
        return
    multiple = job.condition.page_multiple if job.condition else 1
    multiple = max(multiple, job.sheet.page_multiple if job.bound else 1, 2 if job.sheet.panels else 1)
    if len(job.pages) % multiple:
        job.add("page-multiple", count=len(job.pages), multiple=multiple)
    if job.sheet.kind == "ad" and len(job.pages) > 1:
        job.add("one-page-only", count=len(job.pages))


def _check_boxes(job: Job, page: PageMarks) -> None:
    sheet, obj = job.sheet, page.page.obj
    wanted = (round(sheet.width, 1), round(sheet.height, 1))
    has_trim = "/TrimBox" in obj or not job.for_press
    if not has_trim:
        job.add("trim-missing", page=page)
    size = (page.width, page.height)
    if has_trim and any(abs(have - want) > 0.6 for have, want in zip(size, wanted, strict=True)):
        sizes = {"width": round(page.width, 1), "height": round(page.height, 1), "wanted_width": wanted[0]}
        job.add("trim-size", page=page, **sizes, wanted_height=wanted[1])
    if not job.for_press:
        return
    if _rotation(page.page):
        job.add("rotated", Severity.WARNING, page=page)
    if "/UserUnit" in obj and float(obj["/UserUnit"]) != 1:
        job.add("user-unit", Severity.WARNING, page=page)
    if not has_trim:
        return
    boxes = page.boxes
    if not contains(boxes["media"], boxes["bleed"], slack=TOLERANCE) or not contains(boxes["bleed"], boxes["trim"], slack=0.02):
        job.add("boxes", page=page)
        return
    have = min(abs(bleed - trim) for bleed, trim in zip(boxes["bleed"], boxes["trim"], strict=True))
    if have < job.bleed - 0.05:
        job.add("bleed", page=page, found=round(have, 2), wanted=job.bleed)


def _coloured(mark: Mark) -> bool:
    return mark.kind in ("picture", "shading") or (mark.kind == "fill" and not mark.colour.is_white)


def _check_edges(job: Job, page: PageMarks) -> None:
    """Areas that reach the trim but not the end of the bleed show a white line when the knife is half a millimetre off."""
    if not job.bleed:
        return
    for place, mark in enumerate(page.marks):
        if not _coloured(mark) or common(mark.box, page.trim) is None or min(mark.width, mark.height) < 1:
            continue
        short = [value for value in _beyond(mark.box, page.trim) if -0.3 <= value < job.bleed - TOLERANCE]
        if short and not _goes_on(page, place, bleed=job.bleed):
            found = max(0, round(min(short), 1))
            job.add("short-of-bleed", Severity.WARNING, page=page, box=mark.box, found=found, wanted=job.bleed)


def _goes_on(page: PageMarks, place: int, *, bleed: float) -> bool:
    """Something above hides the area, or the same colour goes on below it to the end of the bleed."""
    mark, trim = page.marks[place], page.trim
    if any(
        later.kind in ("fill", "picture") and later.is_solid and not later.shaped and contains(later.box, mark.box)
        for later in page.marks[place + 1 :]
    ):
        return True
    far = -bleed + TOLERANCE
    left, top, right, bottom = (value >= -0.3 for value in _beyond(mark.box, trim))
    whole = (
        far if left else mark.box[0],
        far if top else mark.box[1],
        trim[2] - far if right else mark.box[2],
        trim[3] - far if bottom else mark.box[3],
    )
    return mark.kind == "fill" and any(
        below.kind == "fill" and not below.shaped and below.colour == mark.colour and contains(below.box, whole)
        for below in page.marks[:place]
    )


def _beyond(box: Box, trim: Box) -> tuple[float, float, float, float]:
    """How far a box reaches beyond each edge of the trim, in mm; negative: how far it keeps from it."""
    return (trim[0] - box[0], trim[1] - box[1], box[2] - trim[2], box[3] - trim[3])


def _check_text_places(job: Job, page: PageMarks) -> None:
    """Type over the trim, near it, near the spine, over a fold."""
    safe = min(job.condition.safe if job.condition else 3.0, job.sheet.safe)
    over, near, spine = [], [], []
    for mark in page.marks:
        if mark.kind != "text" or mark.colour.is_white and mark.width == 0:
            continue
        most = max(_beyond(mark.box, page.trim))
        inside = common(mark.box, page.trim)
        if inside is None or mark.width < 0.05:
            continue
        if most > 0.3:
            over.append(mark)
        elif -most < safe - TOLERANCE:
            near.append(mark)
        elif job.bound and _at_spine(job, page, mark):
            spine.append(mark)
    for code, marks, details in (
        ("text-cut", over, {}),
        ("text-near-edge", near, {"safe": safe}),
        ("text-near-spine", spine, {}),
    ):
        for group in by_place(marks):
            box = around(mark.box for mark in group)
            distance = round(max(0.0, -max(max(_beyond(mark.box, page.trim)) for mark in group)), 1)
            job.add(code, Severity.WARNING, page=page, box=box, **({"found": distance} | details if details else {}))
    _check_folds(job, page)


def _at_spine(job: Job, page: PageMarks, mark: Mark) -> bool:
    """The spine is left of odd pages; the other way round where one reads from the right."""
    safe = min(job.condition.spine_safe if job.condition else 0.0, job.sheet.side)
    right = (page.number % 2 == 0) != reads_from_right(job.pdf)
    distance = page.width - mark.box[2] if right else mark.box[0]
    return distance < safe - TOLERANCE


def reads_from_right(pdf: pikepdf.Pdf) -> bool:
    preferences = pdf.Root.get("/ViewerPreferences")
    if isinstance(preferences, pikepdf.Dictionary) and preferences.get("/Direction") == "/R2L":
        return True
    return str(pdf.Root.get("/Lang", "")).lower().split("-")[0] in RTL


def _check_folds(job: Job, page: PageMarks) -> None:
    folds = job.sheet.folds("outside" if page.number % 2 else "inside")
    if reads_from_right(job.pdf):
        folds = [job.sheet.width - fold for fold in folds]
    for fold in folds:
        crossing = [mark for mark in page.marks if mark.kind == "text" and mark.box[0] < fold - 0.5 and mark.box[2] > fold + 0.5]
        for group in by_place(crossing):
            job.add("text-over-fold", Severity.WARNING, page=page, box=around(mark.box for mark in group))


def _check_marks_in_bleed(job: Job, page: PageMarks) -> None:
    bleed = job.bleed
    zone = (-bleed + TOLERANCE, -bleed + TOLERANCE, page.width + bleed - TOLERANCE, page.height + bleed - TOLERANCE)
    found = [
        mark
        for mark in page.marks
        if mark.kind in ("stroke", "fill")
        and not mark.colour.is_white
        and min(mark.width, mark.height) < THIN
        and max(mark.width, mark.height) > 1
        and common(mark.box, page.trim) is None
        and (inside := common(mark.box, zone)) is not None
        and max(inside[2] - inside[0], inside[3] - inside[1]) > 0.3
    ]
    if found:
        job.add("marks-in-bleed", page=page, box=around(mark.box for mark in found))

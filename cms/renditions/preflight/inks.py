"""Ink coverage, measured on the raster: where more ink lies on the paper than it can take.

Only pages on which that could happen are drawn: paints that hide what is below them never add up.
"""

from PIL import Image, ImageChops, ImageFilter

from .findings import Severity
from .job import Job
from .marks import Box, PageMarks, common
from .pixels import most_ink
from .separations import separations

TOLERANCE = 4  # percent: JPEG and 8-bit rounding
CELL_MM = 2.0
LEAST_MM2 = 16.0  # smaller spots dry
PER_PAGE = 5


def check_inks(job: Job) -> None:
    if not (job.for_press and job.condition):
        return
    limit, known = (job.condition.max_ink + TOLERANCE) / 100, {}
    doubtful = [page for page in job.pages if _could_exceed(page, limit=limit, known=known)]
    try:
        drawn = list(separations(job, doubtful))
    except (RuntimeError, ValueError, TypeError, KeyError) as error:  # pdfium's own errors are RuntimeErrors
        job.add("ink-unmeasured", Severity.WARNING, detail=str(error)[:120])
        return
    for page in job.pages:
        _check_meshes(job, page, limit=limit)
    for page, total in drawn:
        for box, peak in _places(page, total, limit=job.condition.max_ink + TOLERANCE)[:PER_PAGE]:
            job.add("ink", page=page, box=box, found=peak, wanted=job.condition.max_ink)


def _check_meshes(job: Job, page: PageMarks, *, limit: float) -> None:
    """Nobody here draws them, but their corners say how much ink they need."""
    for mark in page.marks:
        ink = sum(mark.colour.ink or ())
        if mark.kind == "shading" and mark.box in page.meshes and ink > limit:
            job.add("ink", page=page, box=mark.box, found=round(ink * 100), wanted=job.condition.max_ink)


def _could_exceed(page: PageMarks, *, limit: float, known: dict) -> bool:
    """An upper bound of the page's ink: the heaviest paint, and what overprinting could add to something below it.

    `known` keeps the most ink of pictures that were measured already, by object number.
    """
    before: list[tuple[Box, float]] = []
    for mark in page.marks:
        if mark.colour.is_registration:
            continue
        if mark.kind == "picture" and not mark.inline:
            if mark.image.objgen not in known:
                known[mark.image.objgen] = most_ink(mark.image)
            own, coloured = known[mark.image.objgen]
        else:
            ink = mark.colour.ink or (0.0,) * 4
            own, coloured = sum(ink), sum(ink[:3])
        if own > limit:
            return True
        adds = mark.overprint or mark.blend not in ("/Normal", "/Compatible")
        if adds and any(own + below > limit for box, below in before if common(box, mark.box)):
            return True
        if mark.kind != "text" and own > 0:
            before.append((mark.box, own if adds else coloured))
    return False


def _places(page: PageMarks, total: Image.Image, *, limit: float) -> list[tuple[Box, int]]:
    """Connected areas with more ink than `limit`, the largest first, with the most ink in each, in percent."""
    level = limit / 400 * 255
    mask = total.point(lambda value: 255 if value > level else 0).filter(ImageFilter.MinFilter(3))
    if mask.getbbox() is None:
        return []
    left, top, right, bottom = page.boxes["media"]
    columns, rows = max(1, round((right - left) / CELL_MM)), max(1, round((bottom - top) / CELL_MM))
    cells = mask.resize((columns, rows), Image.Resampling.BOX)
    data = cells.tobytes()
    marked = {number for number, value in enumerate(data) if value > 40}
    found = []
    while marked:
        area = _connected(marked, columns=columns)
        if len(area) * CELL_MM**2 < LEAST_MM2:
            continue
        across, down = [cell % columns for cell in area], [cell // columns for cell in area]
        width, height = (right - left) / columns, (bottom - top) / rows
        box = (
            left + min(across) * width,
            top + min(down) * height,
            left + (max(across) + 1) * width,
            top + (max(down) + 1) * height,
        )
        scale_x, scale_y = total.width / columns, total.height / rows
        crop = (min(across) * scale_x, min(down) * scale_y, (max(across) + 1) * scale_x, (max(down) + 1) * scale_y)
        region = tuple(round(value) for value in crop)
        peak = ImageChops.multiply(total.crop(region), mask.crop(region)).getextrema()[1]
        found.append((len(area), box, round(peak / 255 * 400)))
    return [(box, peak) for _size, box, peak in sorted(found, key=lambda item: -item[0])]


def _connected(marked: set[int], *, columns: int) -> set[int]:
    """Take one connected area out of `marked`."""
    start = marked.pop()
    area, todo = {start}, [start]
    while todo:
        cell = todo.pop()
        near = [cell - columns, cell + columns]
        near += [cell - 1] if cell % columns else []
        near += [cell + 1] if (cell + 1) % columns else []
        for other in near:
            if other in marked:
                marked.discard(other)
                area.add(other)
                todo.append(other)
    return area

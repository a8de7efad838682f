"""QR codes found in the drawing of a page: their size and the quiet zone around them (ISO/IEC 18004)."""

from .job import Job
from .marks import Box, Mark, PageMarks, common, contains

LEAST_MM = 15.0  # side without quiet zone; smaller ones are not read by every telephone
QUIET = 4  # modules
SIDES = frozenset(range(21, 178, 4))


def check_codes(job: Job) -> None:
    if job.purpose not in ("press", "office"):
        return
    for page in job.pages:
        for number, mark in enumerate(page.marks):
            code = _code(mark)
            if code is None:
                continue
            module, symbol = code
            side = (symbol[2] - symbol[0]) * job.sheet.scale
            if side < LEAST_MM - 0.3:
                job.add("qr-small", page=page, box=symbol, found=round(side, 1), wanted=LEAST_MM)
            if _is_crowded(page, number, symbol, module=module):
                job.add("qr-quiet", page=page, box=symbol, wanted=round(QUIET * module * job.sheet.scale, 1))
            dark = mark.colour.rgb
            if dark and sum(dark) / 3 > 0.55:
                job.add("qr-pale", page=page, box=symbol)


def _code(mark: Mark) -> tuple[float, Box] | None:
    """Side of one module and the symbol's box in mm, if this drawing is a QR code: runs of whole modules filling a square."""
    if mark.kind != "stroke" or not mark.runs:
        return None
    module = mark.runs[0][3]
    if module <= 0:
        return None
    left, right = min(run[0] for run in mark.runs), max(run[0] + run[2] for run in mark.runs)
    top, bottom = min(run[1] for run in mark.runs) - module / 2, max(run[1] for run in mark.runs) + module / 2
    square = abs((right - left) - (bottom - top)) < module * 0.6
    whole = all(abs(run[2] / module - round(run[2] / module)) < 0.08 for run in mark.runs[:200])
    return (module, (left, top, right, bottom)) if square and whole and round((right - left) / module) in SIDES else None


def _is_crowded(page: PageMarks, number: int, symbol: Box, *, module: float) -> bool:
    """Something else lies within the quiet zone, or the ground below it is dark, or the code itself is cut off."""
    slack, quiet = module * 0.3, module * QUIET
    left, top, right, bottom = symbol
    zone: Box = (left - quiet + slack, top - quiet + slack, right + quiet - slack, bottom + quiet - slack)
    if not contains(page.marks[number].box, symbol, slack=slack):
        return True
    ground = 0
    for place in range(number - 1, -1, -1):
        mark = page.marks[place]
        if mark.shaped and _covers(mark, zone):  # what lies below, for example the border of a card, is hidden
            ground = place + 1
            break
        if mark.kind in ("fill", "picture") and not mark.shaped and contains(mark.box, zone, slack=0.05):
            if mark.kind == "picture" or not _is_light(mark):
                return True
            ground = place + 1
            break
    others = page.marks[ground:number] + page.marks[number + 1 :]
    return any(
        _paints(mark)
        and common(mark.box, zone) is not None
        and not _covers(mark, zone)
        and not contains(symbol, mark.box, slack=module)
        for mark in others
    )


def _paints(mark: Mark) -> bool:
    return mark.kind in ("picture", "shading") or not mark.colour.is_white


def _covers(mark: Mark, zone: Box) -> bool:
    """A light shape larger than the zone: a ground with round corners."""
    return mark.kind == "fill" and contains(mark.box, zone) and _is_light(mark)


def _is_light(mark: Mark) -> bool:
    rgb = mark.colour.rgb
    return rgb is None or sum(rgb) / 3 > 0.7

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
            module = _module(mark)
            if module is None:
                continue
            side = max(mark.whole[2] - mark.whole[0], mark.whole[3] - mark.whole[1]) * job.sheet.scale
            if side < LEAST_MM - 0.3:
                job.add("qr-small", page=page, box=mark.box, found=round(side, 1), wanted=LEAST_MM)
            if _is_crowded(page, number, mark, quiet=QUIET * module):
                job.add("qr-quiet", page=page, box=mark.box, wanted=round(QUIET * module * job.sheet.scale, 1))
            dark = mark.colour.rgb
            if dark and sum(dark) / 3 > 0.55:
                job.add("qr-pale", page=page, box=mark.box)


def _module(mark: Mark) -> float | None:
    """Side of one module in mm, if this drawing is a QR code: horizontal runs of whole modules that fill a square."""
    if mark.kind != "stroke" or not mark.runs:
        return None
    width = mark.runs[0][3]
    if width <= 0:
        return None
    left = min(run[0] for run in mark.runs)
    right = max(run[0] + run[2] for run in mark.runs)
    top, bottom = min(run[1] for run in mark.runs), max(run[1] for run in mark.runs) + width
    side = (right - left) / width
    square = abs((right - left) - (bottom - top)) < width * 0.6
    whole = all(abs(run[2] / width - round(run[2] / width)) < 0.08 for run in mark.runs[:200])
    return width if square and whole and round(side) in SIDES else None


def _is_crowded(page: PageMarks, number: int, code: Mark, *, quiet: float) -> bool:
    """Something else lies within the quiet zone, or the ground below it is dark."""
    slack = quiet / QUIET * 0.3
    zone: Box = (
        code.whole[0] - quiet + slack,
        code.whole[1] - quiet + slack,
        code.whole[2] + quiet - slack,
        code.whole[3] + quiet - slack,
    )
    if code.box != code.whole and not contains(code.box, code.whole, slack=slack):
        return True
    ground = 0
    for place in range(number - 1, -1, -1):
        mark = page.marks[place]
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
        and not contains(code.whole, mark.box, slack=slack)
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

"""Lines that are too thin to be printed."""

from .findings import Severity
from .job import Job
from .marks import POINTS, Mark


def check_lines(job: Job) -> None:
    """Thickness in pt at the final size, strokes and filled strips alike."""
    if not (job.for_press and job.condition):
        return
    for page in job.pages:
        thin: dict[tuple[str, float], list[Mark]] = {}
        for mark in page.marks:
            width = _thickness(mark)
            if width is None:
                continue
            width *= job.sheet.scale
            negative = mark.colour.is_white
            least = job.condition.min_line_negative if negative else job.condition.min_line
            if width < least - 0.02:
                thin.setdefault(("line-thin-white" if negative else "line-thin", round(width, 2)), []).append(mark)
        for (code, width), marks in thin.items():
            negative = code == "line-thin-white"
            wanted = job.condition.min_line_negative if negative else job.condition.min_line
            severity = Severity.WARNING if width else Severity.ERROR  # a line of no width is drawn as thin as the machine can
            job.add_marks(code, severity, page, marks, found=width, wanted=wanted)


def _thickness(mark: Mark) -> float | None:
    """In pt; None for what is no line."""
    if mark.kind == "stroke":
        return None if mark.runs else mark.points
    if mark.kind == "fill" and not mark.shaped and mark.box == mark.whole:
        thin, long = sorted((mark.width, mark.height))
        if long > 2 and thin < 0.2:
            return thin * POINTS
    return None

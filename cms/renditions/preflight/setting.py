"""How type is set: white rivers that run through justified lines, and too many hyphens below one another."""

from .findings import Severity
from .job import Job
from .marks import POINTS, Box, PageMarks, around

RIVER, LADDER = 4, 5  # lines from which on it is told
NEXT_LINE = (0.8, 1.9)  # distance of two lines, in sizes of their type
COLUMN = 12.0  # mm: ends of ragged lines of one column differ by less
NARROWEST = 0.3  # share of a gap that must lie above the next one


def check_setting(job: Job) -> None:
    for page in job.pages:
        for code, least, chains in (("rivers", RIVER, _rivers(page)), ("hyphen-ladder", LADDER, _ladders(page))):
            for chain in chains:
                if len(chain) >= least:
                    job.add(code, Severity.WARNING, page=page, box=around(box for box, _size in chain), lines=len(chain))


def _rivers(page: PageMarks) -> list[list[tuple[Box, float]]]:
    """Wide gaps that flow into one another from line to line."""
    gaps = [
        ((left, mark.box[1], right, mark.box[3]), mark.points / POINTS)
        for mark in page.marks
        if mark.gaps and mark.points
        for left, right in mark.gaps
    ]
    return _chains(gaps, follows=_flows)


def _ladders(page: PageMarks) -> list[list[tuple[Box, float]]]:
    ends = [(mark.box, mark.points / POINTS) for mark in page.marks if mark.hyphen and mark.points]
    return _chains(ends, follows=lambda first, second: abs(first[2] - second[2]) < COLUMN)


def _flows(first: Box, second: Box) -> bool:
    shared = min(first[2], second[2]) - max(first[0], second[0])
    return shared > NARROWEST * min(first[2] - first[0], second[2] - second[0])


def _chains(items: list, *, follows) -> list[list]:
    """Each item joined to the last chain whose end stands one line above it."""
    chains: list[list] = []
    for box, size in sorted(items, key=lambda item: item[0][1]):
        for chain in reversed(chains):
            above, above_size = chain[-1]
            down = (box[1] - above[1]) / max(size, 0.1)
            if NEXT_LINE[0] <= down <= NEXT_LINE[1] and abs(size - above_size) < 0.1 * size and follows(above, box):
                chain.append((box, size))
                break
        else:
            chains.append([(box, size)])
    return chains

"""Order: do page labels count upwards, and does the structure lead readers forwards through the pages?"""

from pikepdf import Array, Dictionary

from .accessibility import elements_of
from .findings import Severity
from .job import Job

MOST_RANGES = 1000
ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"))
ROMAN += ((5, "v"), (4, "iv"), (1, "i"))


def check_order(job: Job) -> None:
    _check_labels(job)
    if job.purpose == "screen" or job.for_archive:
        _check_reading(job)


def _check_labels(job: Job) -> None:
    """Two pages with the same label, or numbers that run backwards, end in a paper bound in the wrong order."""
    labels = page_labels(job)
    seen: dict[str, int] = {}
    for number, label in enumerate(labels, 1):
        if label in seen:
            job.add("page-order", Severity.WARNING, page=number, label=label, before=labels[number - 2])
        seen.setdefault(label, number)
    plain = [(int(label), number) for number, label in enumerate(labels, 1) if label.isdecimal()]
    for (before, _place), (value, number) in zip(plain, plain[1:], strict=False):
        if value < before:
            job.add("page-order", Severity.WARNING, page=number, label=str(value), before=str(before))


def page_labels(job: Job) -> list[str]:
    """What readers call each page (ISO 32000-1, 12.4.2); empty if the file does not say, or nobody can tell."""
    tree = job.pdf.Root.get("/PageLabels")
    ranges = tree.get("/Nums") if isinstance(tree, Dictionary) else None
    if not isinstance(ranges, Array) or len(ranges) > MOST_RANGES or len(ranges) % 2:
        return []
    items = ranges.as_list()
    starts = {int(place): how for place, how in zip(items[::2], items[1::2], strict=True) if isinstance(how, Dictionary)}
    if 0 not in starts:
        return []
    labels, how, begins = [], starts[0], 0
    for place in range(len(job.pages)):
        if place in starts:
            how, begins = starts[place], place
        value = int(how.get("/St", 1)) + place - begins
        labels.append(str(how.get("/P", "")) + _styled(value, style=str(how.get("/S", ""))))
    return labels


def _styled(value: int, *, style: str) -> str:
    if style in ("/R", "/r"):
        text = _roman(value)
        return text.upper() if style == "/R" else text
    if style in ("/A", "/a"):
        letter = chr((value - 1) % 26 + ord("a")) * ((value - 1) // 26 + 1)
        return letter.upper() if style == "/A" else letter
    return str(value) if style == "/D" else ""


def _roman(value: int) -> str:
    out = ""
    for size, letters in ROMAN:
        out += letters * (value // size)
        value %= size
    return out


def _check_reading(job: Job) -> None:
    """Content whose structure stands behind that of a later page is read aloud after it."""
    tree = job.pdf.Root.get("/StructTreeRoot")
    if not isinstance(tree, Dictionary):
        return
    numbers = {page.page.obj.objgen: page.number for page in job.pages}
    furthest, late = 0, {}
    for _kind, element, page in elements_of(tree):
        number = numbers.get(page)
        if number is None or not _holds_content(element):
            continue
        if number < furthest:
            late.setdefault(number, furthest)
        furthest = max(furthest, number)
    for number, after in sorted(late.items()):
        job.add("reading-order", Severity.WARNING, page=number, after=after)


def _holds_content(element: Dictionary) -> bool:
    """Whether something on a page belongs to it directly."""
    kids = element.get("/K")
    for kid in kids.as_list() if isinstance(kids, Array) else [kids]:
        if isinstance(kid, int) or (isinstance(kid, Dictionary) and kid.get("/Type") == "/MCR"):
            return True
    return False

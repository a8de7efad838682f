"""check_pdf(): all checks of one file, the hostile ones included. Pure: no Django, no network, nothing is written."""

from io import BytesIO

import pikepdf

from ..ink.condition import DEFAULT, PressCondition
from ..sheet import Sheet
from .accessibility import check_accessibility
from .codes import check_codes
from .colour import check_colour
from .contrast import check_contrast
from .findings import Finding, sorted_findings
from .geometry import check_geometry, open_pages
from .images import check_images
from .inks import check_inks
from .job import Job
from .limits import MOST_BYTES, SECONDS, Budget, TooMuch
from .lines import check_lines
from .order import check_order
from .setting import check_setting
from .structure import check_structure
from .typefaces import check_type

STEPS = (
    check_structure,
    check_geometry,
    check_colour,
    check_images,
    check_type,
    check_lines,
    check_codes,
    check_setting,
    check_accessibility,
    check_order,
    check_contrast,
    check_inks,
)


def check_pdf(
    data: bytes,
    *,
    sheet: Sheet,
    condition: PressCondition | None = None,
    purpose: str = "press",
    bound: bool = False,
    typefaces: frozenset[str] | None = None,
    seconds: float = SECONDS,
) -> list[Finding]:
    """Everything that is wrong with a PDF meant for this sheet and purpose, the worst first.

    `bound`: its pages are folded into one another, as a paper's. `typefaces`: families the design names, as
    fonts.plain_name() writes them. Whatever the file does, the answer is findings: a limit or damage becomes one of them.
    """
    if purpose == "press" and condition is None:
        condition = DEFAULT
    if len(data) > MOST_BYTES:
        return [Finding("too-much", details={"what": "bytes"})]
    try:
        with pikepdf.open(BytesIO(data), suppress_warnings=True) as pdf:
            job = Job(pdf, data, sheet, str(purpose), condition, bound, typefaces, Budget(seconds=seconds))
            _run(job)
            return sorted_findings(job.findings)
    except pikepdf.PasswordError:
        return [Finding("encrypted")]
    except TooMuch as limit:
        return [Finding("too-much", details={"what": limit.what})]
    except MemoryError:
        return [Finding("too-much", details={"what": "memory"})]
    except (pikepdf.PdfError, RecursionError, ValueError, TypeError, KeyError, AttributeError, OverflowError) as error:
        return [Finding("damaged", details={"detail": _first_line(error)})]


def checked(job: dict, data: bytes) -> dict:
    """check_pdf() for a process: everything as plain values."""
    findings = check_pdf(
        data,
        sheet=Sheet.of(job["sheet"]),
        condition=PressCondition.of(job["condition"]) if job["condition"] else None,
        purpose=job["purpose"],
        bound=job["bound"],
        typefaces=frozenset(job["typefaces"]) if job["typefaces"] is not None else None,
        seconds=job["seconds"] * 0.8,
    )
    return {"findings": [finding.data() for finding in findings]}


def _run(job: Job) -> None:
    try:
        open_pages(job)
        for step in STEPS:
            job.budget.check_time()
            step(job)
    except TooMuch as limit:
        job.add("too-much", what=limit.what)
    except MemoryError:
        job.add("too-much", what="memory")
    warnings = [str(warning) for warning in job.pdf.get_warnings()]
    if warnings and not any(finding.code == "damaged" for finding in job.findings):
        job.add("damaged", detail=_first_line(warnings[0]))


def _first_line(error) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0][:160]

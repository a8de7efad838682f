"""What one check is about: the file, its pages as marks, and what it is measured by. Findings are collected here."""

from collections.abc import Iterator
from dataclasses import dataclass, field

import pikepdf

from ..ink.condition import PressCondition
from ..sheet import Sheet
from .findings import Finding, Severity
from .limits import Budget
from .marks import Box, Mark, PageMarks, around, rect_of
from .states import Cache

X_VERSIONS = {"pdf/x-1a": "1.4", "pdf/x-3": "1.4", "pdf/x-4": "1.6"}
PER_PAGE = 12  # findings of one kind on one page that are told one by one


@dataclass
class Job:
    pdf: pikepdf.Pdf
    data: bytes  # the same file, for those who draw it
    sheet: Sheet
    purpose: str  # one of pdf.Purpose's values
    condition: PressCondition | None
    bound: bool = False  # pages are folded into one another: multiples, spine
    typefaces: frozenset[str] | None = None  # families the design names, see fonts.plain_name; None: any
    budget: Budget = field(default_factory=Budget)
    cache: Cache = field(default_factory=Cache)
    pages: list[PageMarks] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    @property
    def for_press(self) -> bool:
        return self.purpose == "press"

    @property
    def for_archive(self) -> bool:
        return self.purpose.startswith("archive")

    @property
    def bleed(self) -> float:
        return self.condition.bleed if self.condition and self.sheet.bleed else 0.0

    def add(self, code: str, severity: Severity = Severity.ERROR, *, page=None, box: Box | None = None, **details) -> None:
        number = page.number if isinstance(page, PageMarks) else page
        self.findings.append(Finding(code, severity, number, rect_of(box) if box else None, details))

    def add_marks(self, code: str, severity: Severity, page: PageMarks, marks: list[Mark], **details) -> None:
        """One finding for each mark, or one for all of them if there are many."""
        if len(marks) > PER_PAGE:
            self.add(code, severity, page=page, box=around(mark.box for mark in marks), count=len(marks), **details)
            return
        for mark in marks:
            self.add(code, severity, page=page, box=mark.box, **details)

    def marks(self, *kinds: str) -> Iterator[tuple[PageMarks, Mark]]:
        for page in self.pages:
            for mark in page.marks:
                if not kinds or mark.kind in kinds:
                    yield page, mark


def by_place(marks: list[Mark], *, gap: float = 2.5) -> list[list[Mark]]:
    """Marks that lie beside or below one another, together: the words of one line, the lines of one paragraph."""
    groups: list[tuple[Box, list[Mark]]] = []
    for mark in marks:
        for number, (box, group) in enumerate(groups):
            if (
                mark.box[0] <= box[2] + gap
                and mark.box[2] >= box[0] - gap
                and mark.box[1] <= box[3] + gap
                and mark.box[3] >= box[1] - gap
            ):
                groups[number] = (around([box, mark.box]), [*group, mark])
                break
        else:
            groups.append((mark.box, [mark]))
    return [group for _box, group in groups]

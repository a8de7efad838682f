"""Preflight at the right moments: when a file is made, when it is asked for again, and once more when it is released.

Findings are kept with the file as plain values; those about the page's content say so (`origin`), because they can change later.
"""

import json

from .models import PrintFile
from .pdf import Pdf, Purpose
from .preflight.content import check_page
from .preflight.findings import Finding, sorted_findings
from .preflight.linking import findings_of
from .render import Rendition
from .sheet import Sheet

CHECKED = (Purpose.PRESS, Purpose.SCREEN, Purpose.ARCHIVE, Purpose.ARCHIVE_2, Purpose.OFFICE)  # a proof is only looked at


def look_at_pdf(pdf: Pdf, *, rendition: Rendition, purpose: Purpose, condition=None, arranged: bool = False) -> list[dict]:
    """All findings about a finished PDF: the file's own, the layout's, the page's. Raises PdfError if there is no free place.

    Pages that are put together on sheets (`arranged`) are not measured: they were made to be cut.
    """
    product, file = rendition.product, []
    if purpose in CHECKED and not arranged:
        from .preflight.service import preflight_pdf  # here: it brings pikepdf, which the web process need not load

        report = preflight_pdf(pdf.data, sheet=product.sheet, condition=condition, purpose=purpose, product=product)
        file = [finding for finding in report.findings if finding.code != "one-page-only"]  # a series is packed page by page
    found = findings_of(file, fits=pdf.fits, places=pdf.places, problems=pdf.problems, page=rendition.page)
    return together(found, page=about_page(rendition))


def look_at_page(rendition: Rendition) -> list[dict]:
    """Of a picture for screens there is nothing to measure, only its content."""
    return together([], page=about_page(rendition))


def look_again(findings: list[dict], *, rendition: Rendition) -> list[dict]:
    """The same file, but perhaps another day: what is said about the content is said anew."""
    kept = [Finding.of(item) for item in findings if item.get("origin") != "page"]
    return together(kept, page=about_page(rendition))


def check_again(print_file: PrintFile) -> None:
    """Before the release: is everything about the page's content still true?"""
    from .printing import rendition_of

    findings = look_again(print_file.findings, rendition=rendition_of(print_file, moved_on=False))
    if findings != print_file.findings:
        PrintFile.objects.filter(pk=print_file.pk, state=print_file.state).update(findings=findings)
        print_file.findings = findings


def look_at_bytes(data: bytes, *, sheet: Sheet, condition) -> list[dict]:
    """Findings about somebody else's PDF; whatever it is, this does not fail."""
    from .preflight.service import preflight_pdf

    report = preflight_pdf(data, sheet=sheet, condition=condition, purpose=Purpose.PRESS, own=False)
    return together(report.findings, page=[])


def about_page(rendition: Rendition) -> list[Finding]:
    return check_page(rendition.page, product=rendition.product, html=rendition.content)


def together(file: list[Finding], *, page: list[Finding]) -> list[dict]:
    """As plain values, the worst first."""
    origin = {finding.key: "page" for finding in page}
    return [item.data() | {"origin": origin.get(item.key, "file")} for item in sorted_findings([*file, *page])]


def reports_of(print_file: PrintFile) -> tuple[bytes, bytes]:
    """The preflight report of a finished file as PDF and as JSON. Raises PdfError."""
    from .preflight.report import report_json, report_pdf

    return report_pdf(print_file), json.dumps(report_json(print_file), ensure_ascii=False, indent=2).encode()

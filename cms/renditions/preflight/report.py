"""The preflight report of a finished print file: as JSON for machines, and as a PDF that goes to the printer with it."""

import base64
import hashlib
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from cms.core.medium import Medium

from ..drawings import format_name, size_text
from ..ink.condition import DEFAULT, PressCondition
from ..newspapers import sheet_of
from ..pdf import Purpose, make_pdf
from ..raster import RasterError, page_pictures
from ..render import Rendition
from ..renderable import Product
from .findings import Finding, Severity, sorted_findings
from .wording import GROUPS, group_of, page_label, sentence, severity_label

SHEET = Product("preflight-report", "Preflight report", "poster-a4", "renditions/preflight_report.print.html")
MOST_PICTURES = 32
LEAST = (2.2, 1.4)  # percent: a thin place stays visible on the small picture
CHECKED = {  # groups of checks that were made, by purpose
    Purpose.PRESS: ("file", "geometry", "colour", "pictures", "type", "layout", "content"),
    Purpose.SCREEN: ("file", "pictures", "type", "accessibility", "layout", "content"),
    Purpose.ARCHIVE: ("file", "pictures", "type", "accessibility", "layout", "content"),
    Purpose.ARCHIVE_2: ("file", "pictures", "type", "accessibility", "layout", "content"),
    Purpose.OFFICE: ("file", "geometry", "pictures", "type", "layout", "content"),
}


@dataclass(frozen=True)
class Row:
    """One finding as the report shows it."""

    number: int
    finding: Finding
    accepted: str = ""  # by whom and when

    @property
    def text(self) -> str:
        return sentence(self.finding)

    @property
    def severity(self) -> str:
        return severity_label(self.finding)

    @property
    def place(self) -> str:
        return page_label(self.finding)


def report_json(print_file) -> dict:
    """Everything that was found about a print file, with sentences in the active language."""
    sheet, condition = sheet_of(print_file.sheet), condition_of(print_file)
    findings = _findings(print_file)
    return {
        "title": print_file.page.title,
        "language": print_file.locale.language_code,
        "product": print_file.product,
        "purpose": print_file.purpose,
        "file": {"sha256": _digest(print_file), "bytes": print_file.size, "pages": print_file.page_count},
        "sheet": {"key": sheet.key, "width_mm": sheet.width, "height_mm": sheet.height, "scale": sheet.scale},
        "condition": {name: value for name, value in condition.data().items() if name != "icc"} if condition else None,
        "counts": {severity.value: sum(item.severity is severity for item in findings) for severity in Severity},
        "findings": [
            item.data() | {"sentence": sentence(item), "group": group_of(item), "accepted": print_file.accepted.get(item.key)}
            for item in findings
        ],
    }


def report_pdf(print_file) -> bytes:
    """The report as an accessible PDF, in the active language. Raises PdfError."""
    page = print_file.page.specific
    language = translation.get_language() or settings.LANGUAGE_CODE
    context = report_context(print_file) | {
        "page": page,
        "council": page.council,
        "html_lang": language,
        "html_dir": "rtl" if translation.get_language_bidi() else "ltr",
        "language": language,
        "medium": Medium.PRINT.value,
    }
    html = render_to_string(SHEET.template, context)
    rendition = Rendition(page=page, medium=Medium.PRINT, language=language, content=html, product=SHEET)
    return make_pdf(rendition, purpose=Purpose.SCREEN).data


def report_context(print_file) -> dict:
    """What the template shows: verdict, facts, groups with their findings, pages with the places of findings."""
    order = list(GROUPS)
    findings = sorted(_findings(print_file), key=lambda item: order.index(group_of(item)))  # stays sorted within a group
    rows = [Row(number, item, _accepted(print_file, item)) for number, item in enumerate(findings, 1)]
    done = CHECKED.get(Purpose(print_file.purpose), CHECKED[Purpose.PRESS])
    keys = [key for key in GROUPS if key in done or any(group_of(row.finding) == key for row in rows)]
    return {
        "title": print_file.page.title,
        "verdict": _verdict(rows),
        "facts": _facts(print_file),
        "rows": rows,
        "groups": [(GROUPS[key], [row for row in rows if group_of(row.finding) == key]) for key in keys],
        "sheets": _pages(print_file, rows),
        "more_pages": max(0, print_file.page_count - MOST_PICTURES),
        "today": timezone.localdate(),
    }


def condition_of(print_file) -> PressCondition | None:
    """The demands a file was checked against; None for what is not for the press."""
    if Purpose(print_file.purpose) is not Purpose.PRESS:
        return None
    return print_file.condition() or DEFAULT


def _findings(print_file) -> list[Finding]:
    return sorted_findings(Finding.of(item) for item in print_file.findings)


def _verdict(rows: list[Row]) -> dict:
    """`kind` (error, warning, ok) with the words for it."""
    errors = sum(row.finding.severity is Severity.ERROR for row in rows)
    waiting = sum(row.finding.severity is Severity.WARNING and not row.accepted for row in rows)
    accepted = sum(row.finding.severity is Severity.WARNING and bool(row.accepted) for row in rows)
    if errors:
        return {"kind": "error", "words": _("Not ready for print"), "errors": errors, "waiting": waiting, "accepted": accepted}
    if waiting:
        words = _("Ready once the warnings are accepted")
        return {"kind": "warning", "words": words, "errors": 0, "waiting": waiting, "accepted": accepted}
    return {"kind": "ok", "words": _("Ready for print"), "errors": 0, "waiting": 0, "accepted": accepted}


def _facts(print_file) -> list[tuple[str, str]]:
    sheet, condition = sheet_of(print_file.sheet), condition_of(print_file)
    name, size = format_name(sheet), size_text(sheet)
    facts = [
        (_("Format"), name if size in name else f"{name} · {size}"),
        (_("Pages"), str(print_file.page_count)),
        (_("Language"), print_file.locale.get_display_name()),
        (_("Purpose"), print_file.get_purpose_display()),
    ]
    if condition:
        profile = print_file.printer_profile
        facts += [
            (_("Printer profile"), profile.name if profile else condition.name),
            (_("Printing condition"), condition.identifier),
            (_("PDF standard"), condition.variant.upper()),
            (_("Bleed"), f"{condition.bleed if sheet.bleed else 0:g} mm"),
            (_("Most ink"), f"{condition.max_ink} %"),
            (_("Pictures"), _("%(good)s ppi, at least %(least)s") % {"good": condition.good_ppi, "least": condition.min_ppi}),
        ]
    digest = _digest(print_file)
    return [*facts, ("SHA-256", f"{digest[:32]} {digest[32:]}")]


def _digest(print_file) -> str:
    """Of the file itself, so that everybody can see that the report is about this one."""
    digest = hashlib.sha256()
    with print_file.file.open("rb") as stream:
        for part in iter(lambda: stream.read(1 << 20), b""):
            digest.update(part)
    return digest.hexdigest()


def _accepted(print_file, finding: Finding) -> str:
    entry = print_file.accepted.get(finding.key)
    if not entry:
        return ""
    when = parse_datetime(str(entry.get("at", "")))
    shown = timezone.localtime(when).strftime("%d.%m.%Y %H:%M") if when else ""
    return _("accepted by %(name)s, %(when)s") % {"name": entry.get("name", ""), "when": shown}


def _pages(print_file, rows: list[Row]) -> list[dict]:
    """Small pictures of the pages with the places of findings in percent of the picture."""
    try:
        folder, pages = page_pictures(print_file.file)
    except RasterError:
        return []
    sheets = []
    for number, picture in enumerate(pages[:MOST_PICTURES], 1):
        here = [row for row in rows if row.finding.page == number and row.finding.rect]
        sheets.append(
            {
                "number": number,
                "src": _embedded(folder / f"{number}.jpg"),
                "ratio": round(picture["mm"][1] / picture["mm"][0], 4),
                "places": [_place(row, picture) for row in here],
            }
        )
    return sheets


def _embedded(path: Path) -> str:
    return f"data:image/jpeg;base64,{base64.b64encode(path.read_bytes()).decode()}"


def _place(row: Row, picture: dict) -> dict:
    (width, height), (left, top) = picture["mm"], picture["trim"]
    x, y, w, h = row.finding.rect
    box = {
        "left": 100 * (x + left) / width,
        "top": 100 * (y + top) / height,
        "width": max(100 * w / width, LEAST[0]),
        "height": max(100 * h / height, LEAST[1]),
    }
    box["left"], box["top"] = min(max(box["left"], 0), 97), min(max(box["top"], 0), 97)
    box["width"], box["height"] = min(box["width"], 100 - box["left"]), min(box["height"], 100 - box["top"])
    return {"row": row, "style": ";".join(f"{name}:{value:.2f}%" for name, value in box.items())}

"""Findings as people see them: the sentence, the place on the page's picture, the way to what causes it."""

from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from wagtail.fields import StreamField
from wagtail.models import Page

from ..models import PrintFile
from ..preflight.findings import Finding, Severity
from ..preflight.wording import sentence

ICONS = {Severity.ERROR: "circle-xmark", Severity.WARNING: "warning", Severity.INFO: "info-circle"}


@dataclass
class Shown:
    """One finding with everything the template needs."""

    finding: Finding
    number: int
    text: str
    icon: str
    link: str = ""
    accepted: dict | None = None


def shown(finding: Finding, *, number: int = 0, page: Page | None = None, accepted: dict | None = None) -> Shown:
    return Shown(
        finding=finding,
        number=number,
        text=sentence(finding),
        icon=ICONS[finding.severity],
        link=editor_link(finding, page=page) if page else "",
        accepted=accepted,
    )


def shown_findings(print_file: PrintFile, findings: list[Finding]) -> list[Shown]:
    page = print_file.page.specific
    return [
        shown(item, number=number, page=page, accepted=print_file.accepted.get(item.key))
        for number, item in enumerate(findings, start=1)
    ]


def editor_link(finding: Finding, *, page: Page) -> str:
    """The block or field in the editor that causes a finding; empty if nothing does."""
    if not finding.block:
        return ""
    owner = owner_of(finding, page=page)
    try:
        address = reverse("wagtailadmin_pages:edit", args=[owner.pk])
    except NoReverseMatch:
        return ""
    is_field = any(field.name == finding.block for field in owner._meta.get_fields())
    return f"{address}#id_{finding.block}" if is_field else f"{address}#block-{finding.block}-section"


def owner_of(finding: Finding, *, page: Page) -> Page:
    """The page whose block it is: the printed one, or one below it that is printed with it."""
    if finding.owner and finding.owner != page.pk:
        return Page.objects.filter(pk=finding.owner).first() or page
    if has_block(page, finding.block):
        return page
    return next((child for child in page.get_descendants().specific() if has_block(child, finding.block)), page)


def has_block(page: Page, block: str) -> bool:
    if any(field.name == block for field in page._meta.get_fields()):
        return True
    fields = [field for field in page._meta.get_fields() if isinstance(field, StreamField)]
    return any(block in ids(getattr(page, field.name).raw_data) for field in fields)


def ids(raw) -> set[str]:
    """The ids of all blocks in a StreamField's raw data, nested ones too."""
    found: set[str] = set()
    if isinstance(raw, dict):
        if isinstance(raw.get("id"), str) and "type" in raw:
            found.add(raw["id"])
        for value in raw.values():
            found |= ids(value)
    elif not isinstance(raw, str) and hasattr(raw, "__iter__"):
        for value in raw:
            found |= ids(value)
    return found


def marks(findings: list[Shown], pages: list[dict]) -> dict[int, list[dict]]:
    """Page number → rectangles on its picture, in percent of the picture."""
    placed: dict[int, list[dict]] = {}
    for item in findings:
        finding = item.finding
        if not finding.page or finding.rect is None or finding.page > len(pages):
            continue
        picture = pages[finding.page - 1]
        (width, height), (left, top) = picture["mm"], picture["trim"]
        x, y, w, h = finding.rect
        # something thin stays visible, and something outside stays on the picture
        w, h = max(w, width * 0.02), max(h, height * 0.012)
        box = {
            "left": within(100 * (x + left) / width),
            "top": within(100 * (y + top) / height),
            "width": min(100 * w / width, 100),
            "height": min(100 * h / height, 100),
        }
        style = ";".join(f"{name}:{value:.2f}%" for name, value in box.items())
        placed.setdefault(finding.page, []).append({"shown": item, "style": style})
    return placed


def within(percent: float) -> float:
    return max(0.0, min(percent, 98.0))

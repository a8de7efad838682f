"""The findings of a page's draft in the editor: a part of Wagtail's panel “Checks”, loaded beside and after each autosave."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe
from wagtail.models import Page

from cms.core.medium import Medium

from ..preview import laid_out
from ..printing import product_of
from ..render import RenditionError
from ..render import render as render_page
from .findings import Finding, Severity
from .live import check_draft
from .wording import page_label, sentence, severity_label

ICONS = {Severity.ERROR: "circle-xmark", Severity.WARNING: "warning", Severity.INFO: "info-circle"}


@dataclass(frozen=True)
class Line:
    """One finding as the panel shows it; `anchor` leads to the block or field on the same page."""

    finding: Finding
    anchor: str = ""

    @property
    def text(self) -> str:
        return sentence(self.finding)

    @property
    def label(self) -> str:
        return severity_label(self.finding)

    @property
    def place(self) -> str:
        return page_label(self.finding) if self.finding.page else ""

    @property
    def icon(self) -> str:
        return ICONS[self.finding.severity]


@require_safe
def page_checks(request, page_id: int) -> HttpResponse:
    """The findings about the newest draft as a piece of HTML."""
    page = get_object_or_404(Page, pk=page_id).specific
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    if not hasattr(page, "products"):
        raise Http404
    draft = page.get_latest_revision_as_object()
    context = {"page": draft, "lines": [], "reason": ""}
    try:
        context["lines"] = [Line(item, anchor=anchor_of(item, page=draft)) for item in draft_findings(draft)]
    except RenditionError as error:  # nothing to print, or a picture is missing: that is the finding
        context["reason"] = str(error)
    return render(request, "renditions/print_checks.html", context)


def draft_findings(page) -> list[Finding]:
    """What is wrong with a draft printed as its usual product. Raises RenditionError."""
    page = page.as_draft() if hasattr(page, "as_draft") else page
    rendition = render_page(page, medium=Medium.PRINT, product=product_of(page))
    _key, made = laid_out(rendition)
    return check_draft(rendition, made=made)


def anchor_of(finding: Finding, *, page) -> str:
    """Where in the editor of this page the cause is; empty if it is on another page or nowhere."""
    if not finding.block or (finding.owner and finding.owner != page.pk):
        return ""
    is_field = any(field.name == finding.block for field in page._meta.get_fields())
    return f"#panel-child-content-{finding.block}-section" if is_field else f"#block-{finding.block}-section"

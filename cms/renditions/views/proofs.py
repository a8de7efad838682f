"""Proofs: page by page with a verdict, and two of them laid over each other."""

from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin import messages

from .. import proofs
from ..errors import RenditionError
from ..models import PrintFile
from ..pdf import Purpose
from ..printing import FINISHED
from ..raster import RasterError, differences, page_pictures
from .files import pictures_of
from .rows import row, seen_file

COMMENT = 2000  # characters of one comment


def proof(request, pk: int):
    """The pages of a proof, each with “in order” or “to be changed” and a comment. A POST is the verdict."""
    print_file = seen_file(request, pk, purpose=Purpose.PROOF.value)
    state = proofs.state_of(print_file)
    pages, trouble = pictures_of(print_file)
    remarks = read_remarks(request, count=len(pages)) if request.method == "POST" else None
    if remarks is not None and state is not None:
        try:
            return decided(request, print_file, state=state, remarks=remarks)
        except RenditionError as error:
            messages.error(request, str(error))
    said = {str(item.page): {"ok": item.ok, "comment": item.comment} for item in remarks or []}
    said = said or (state.remarks if state else {})
    context = {
        "file": print_file,
        "row": row(print_file),
        "page": print_file.page,
        "version": proofs.version_of(print_file),
        "pages": [{"number": number, "remark": said.get(str(number), {}), **item} for number, item in enumerate(pages, start=1)],
        "trouble": trouble,
        "state": state,
        "may_decide": proofs.may_decide(state, request.user) and print_file.is_finished,
        "comment": request.POST.get("comment", ""),
    }
    return render(request, "renditions/proof.html", context)


def decided(request, print_file: PrintFile, *, state, remarks: list[proofs.Remark]) -> HttpResponseRedirect:
    action = request.POST.get("action", "")
    comment = request.POST.get("comment", "")[:COMMENT]
    proofs.decide(state, action=action, remarks=remarks, comment=comment, user=request.user)
    text = _("Approved.") if action == proofs.APPROVE else _("Sent back with your comments.")
    messages.success(request, text)
    if not print_file.page.permissions_for_user(request.user).can_edit():  # it was theirs only as long as the task was
        return HttpResponseRedirect(reverse("wagtailadmin_home"))
    return HttpResponseRedirect(reverse("renditions:proof", args=[print_file.pk]))


def read_remarks(request, *, count: int) -> list[proofs.Remark]:
    return [
        proofs.Remark(
            page=number,
            ok=request.POST.get(f"page-{number}") != "change",
            comment=request.POST.get(f"comment-{number}", "").strip()[:COMMENT],
        )
        for number in range(1, count + 1)
    ]


def compare(request, pk: int, other: int):
    """What changed from the older to the newer file: marked regions, and both laid over each other."""
    new, old = seen_file(request, pk, state__in=FINISHED), seen_file(request, other, state__in=FINISHED)
    if new.pk < old.pk:
        new, old = old, new
    if any(item.file.name.endswith(".png") for item in (new, old)):
        raise Http404
    try:
        both = all(item.purpose == Purpose.PROOF for item in (old, new))
        changes = differences(old.file, new.file, proofs=both)
        sizes = [page_pictures(item.file)[1] for item in (old, new)]
    except (RasterError, OSError, ValueError) as error:
        changes, sizes = [], [[], []]
        messages.error(request, str(error))
    context = {
        "old": row(old),
        "new": row(new),
        "old_version": proofs.version_of(old),
        "new_version": proofs.version_of(new),
        "page": new.page,
        "changes": [described(change, sizes=sizes) for change in changes],
        "changed": sum(bool(change["regions"]) for change in changes),
    }
    return render(request, "renditions/compare.html", context)


def described(change: dict, *, sizes: list[list[dict]]) -> dict:
    """A page's changes with rectangles in percent, and its size for the picture."""
    number = change["page"]
    size = next(pages[number - 1]["px"] for pages in reversed(sizes) if number <= len(pages))
    styles = [
        f"left:{100 * x:.2f}%;top:{100 * y:.2f}%;width:{100 * w:.2f}%;height:{100 * h:.2f}%" for x, y, w, h in change["regions"]
    ]
    return {"number": number, "only": change["only"], "styles": styles, "px": size}

"""How the text of a flyer fits its panels, for the drawing in its form."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cms.core.medium import Medium
from cms.renditions.errors import RenditionError
from cms.renditions.pdf import make_preview
from cms.renditions.render import render as render_page

from .models import FlyerPage
from .panels import drawing


def fits(request, page_id: int):
    """The drawing of the newest draft with a word on each panel."""
    page = get_object_or_404(FlyerPage, pk=page_id)
    if not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    draft = page.get_latest_revision_as_object()
    try:
        found, _pdf = make_preview(render_page(draft, medium=Medium.PRINT))
    except RenditionError as error:
        return render(request, "collateral/admin/fold_drawing.html", {"sides": drawing(draft), "problem": str(error)})
    return render(request, "collateral/admin/fold_drawing.html", {"sides": drawing(draft, words=words_of(found["fits"]))})


def words_of(found: list[dict]) -> dict[str, tuple[bool, str]]:
    """Block id → whether its panel is too full, and how much."""
    return {fit["block"]: (fit["over"], sentence(fit)) for fit in found if fit["block"]}


def sentence(fit: dict) -> str:
    if fit["over"]:
        lines, characters = max(1, fit["lines_over"]), fit["characters_over"]
        text = ngettext(
            "%(count)s line too long: cut about %(characters)s characters.",
            "%(count)s lines too long: cut about %(characters)s characters.",
            lines,
        )
        return text % {"count": lines, "characters": characters or 20}
    if fit["fit"] < 1:
        return _("Fits, set at %(share)s %% of its size.") % {"share": round(fit["fit"] * 100)}
    return _("Fits.")

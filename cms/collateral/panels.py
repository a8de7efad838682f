"""The drawing of the open sheet in the flyer's form: what lies where, and which panel is still free."""

from wagtail.admin.panels import Panel

from cms.renditions.formats import SHEETS

from .blocks import PLACE_NAMES, place_of


class FoldPanel(Panel):
    class BoundPanel(Panel.BoundPanel):
        template_name = "collateral/admin/fold_panel.html"

        def get_context_data(self, parent_context=None):
            context = super().get_context_data(parent_context)
            return context | {"sides": drawing(self.instance), "page": self.instance}


def drawing(page, *, words: dict | None = None) -> list[list[dict]]:
    """Outside and inside as rows of panels from the left: name, width in mm, the title of what lies there, how it fits."""
    taken = {place_of(child): child for child in page.panels or []}
    sheet = SHEETS[page.fold]
    if page.locale_id and page.text_direction == "rtl":
        sheet = sheet.mirrored()
    rows = []
    for side in ("outside", "inside"):
        panels = [panel for panel in sheet.panels if panel.side == side]
        rows.append(
            [
                {
                    "name": PLACE_NAMES[panel.key],
                    "width": panel.width,
                    "block": taken.get(panel.key),
                    "title": _title(taken.get(panel.key)),
                    "fit": (words or {}).get(taken[panel.key].id) if panel.key in taken else None,
                }
                for panel in panels
            ]
        )
    return rows


def _title(child) -> str:
    if child is None:
        return ""
    return str(child.value.get("claim") or child.value.get("title") or "").replace("\n", " ")

"""What a job says beyond the layout: dates, names, and the words that are laid over proofs and sheets to glue."""

from pathlib import Path

from django.conf import settings
from django.utils import translation
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from ..render import Rendition


def particulars(rendition: Rendition, *, arrangement: str = "", version: int | str = "") -> dict:
    """Plain values for the render process, in the language of the page."""
    page, product = rendition.page, rendition.product
    changed = page.latest_revision_created_at or page.last_published_at
    parts = [str(page.translation_key), rendition.language, product.key, product.sheet, product.design]
    with translation.override(rendition.language):
        return {
            "stamp": changed.isoformat() if changed else "",
            "document": "/".join(parts),
            "rtl": page.text_direction == "rtl",
            "language": page.html_lang,
            "arrangement": arrangement,
            "proof": {"word": _("Proof"), "line": _proof_line(changed, version=version)},
            "words": {
                "plan": _("How the poster is put together"),
                "sheet": _("Sheet {name} – {number} of {count}"),
                "glue": _("Glue sheet {name} here"),
            },
            "ink_store": str(Path(settings.VAR_DIR) / "press" / "ink"),
        }


def _proof_line(changed, *, version: int | str) -> str:
    """“Proof · version 3 · 12 October 2026, 16:40 · page 2 of 8 · not for print”."""
    parts = [_("Proof")]
    if version:
        parts.append(_("version {version}").format(version=version))
    if changed:
        parts.append(date_format(localtime(changed), "DATETIME_FORMAT"))
    return " · ".join([*parts, _("page {page} of {pages}"), _("not for print")])

"""Previews of the media that Wagtail does not serve itself: paper as pictures of its pages, e-mail, plain text.

A print preview is laid out once and kept for a while; its pages are drawn one by one as the browser asks for them, so that
the one in sight comes first. Other requests go on meanwhile, because waiting for the render process takes no processor time.
"""

import json
import re
import shutil
import tempfile
from contextlib import suppress
from pathlib import Path
from urllib.parse import unquote

from django.conf import settings
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from cms.core.medium import Medium

from .fit_wording import copyfit_words, fit_words
from .newspapers import sheet_of
from .pdf import Purpose, checksum, draw_page, make_preview
from .render import Rendition, RenditionError, render
from .renderable import Product

KEPT_PREVIEWS = 24
WIDTHS = (900, 1800)  # px: the page in the panel, and enlarged
CHECKSUM = re.compile(r"^[0-9a-f]{64}$")


def serve_rendition(page, *, medium: Medium, request: HttpRequest, product: str = "") -> HttpResponse:
    response = _rendition_response(page, medium=medium, request=request, product=product)
    # Wagtail runs the middleware on the page's own address, where the strict policy of the public site would strip the
    # inline styles that every mail consists of. What Django's csp_override sets.
    response._csp_config = settings.ADMIN_CSP
    return response


def _rendition_response(page, *, medium: Medium, request: HttpRequest, product: str) -> HttpResponse:
    try:
        if medium is Medium.PRINT:
            return _paper(page, request=request, product=product)
        rendition = render(page, medium=medium)
    except RenditionError as error:
        return HttpResponse(render_to_string("renditions/preview_error.html", {"reason": str(error)}, request=request))
    kind = "text/plain" if medium is Medium.TEXT else "text/html"
    return HttpResponse(rendition.content, content_type=f"{kind}; charset=utf-8")


def _paper(page, *, request: HttpRequest, product: str) -> HttpResponse:
    page = page.as_draft()
    chosen = _chosen(page, key=product, request=request)
    rendition = render(page, medium=Medium.PRINT, product=chosen)
    key, made = laid_out(rendition)
    sheet = sheet_of(chosen.sheet)
    context = {
        "title": rendition.page.title,
        "html_dir": rendition.page.text_direction,
        "product": rendition.product,
        "formats": [(name, _(sheet_of(name).label)) for name in rendition.product.formats if name != "ad"],
        "designs": rendition.product.designs,
        "is_paper": rendition.product.key == "paper",
        "key": key,
        "sheets": [_view(size, number=number, sheet=sheet, made=made) for number, size in enumerate(made["sizes"], 1)],
        "stories": [_story_line(fit) for fit in made["fits"] if fit["story"].isdecimal()],
        "too_long": [_wording(fit, page=rendition.page) for fit in made["fits"] if fit["over"]],
        "objections": _objections(rendition, made=made),
    }
    return HttpResponse(render_to_string("renditions/preview.html", context, request=request))


def _chosen(page, *, key: str, request: HttpRequest) -> Product:
    """The product in the format and design last chosen in this browser, where the page still offers them."""
    products = page.specific.products()
    product = next((product for product in products if key in ("", product.key)), None)
    if product is None:
        raise RenditionError(_("This page cannot be printed."))
    sheet, _bar, design = unquote(request.COOKIES.get(f"print-{product.key}", "")).partition("|")
    with suppress(ValueError):
        product = product.chosen(sheet=sheet)
    with suppress(ValueError):
        product = product.chosen(design=design)
    return product


def _objections(rendition: Rendition, *, made: dict) -> list[str]:
    """What else preflight can say about the text as it stands, in sentences."""
    from .preflight.live import check_draft
    from .preflight.wording import sentence

    return [sentence(finding) for finding in check_draft(rendition, made=made | {"fits": []})]


def _view(size: list[float], *, number: int, sheet, made: dict) -> dict:
    """A page for the template: its size in mm with bleed, and where trim, safe zone and folds lie, in percent of it."""
    width, height = size
    bleed = made["bleed"]
    side = "outside" if number % 2 else "inside"
    return {
        "number": number,
        "ratio": f"{width:.3f} / {height:.3f}",
        "bleed_x": f"{bleed / width * 100:.4f}",
        "bleed_y": f"{bleed / height * 100:.4f}",
        "safe_x": f"{(bleed + sheet.safe) / width * 100:.4f}",
        "safe_y": f"{(bleed + sheet.safe) / height * 100:.4f}",
        "folds": [f"{(bleed + fold) / width * 100:.4f}" for fold in sheet.folds(side)],
    }


def _wording(fit: dict, *, page) -> str:
    """“Page 3, title: 12 lines too long – cut about 600 characters.”"""
    name = page.frame_label(fit["name"]) if hasattr(page, "frame_label") else fit["name"]
    where = _("Page %(page)s, %(name)s:") % {"page": fit["page"], "name": name}
    if not fit["characters_over"]:
        return f"{where} " + _("something is too wide or too high for its place.")
    lines = ngettext("%(lines)s line too long", "%(lines)s lines too long", fit["lines_over"]) % {"lines": fit["lines_over"]}
    about = max(10, round(fit["characters_over"], -1))
    return f"{where} {lines} – " + _("cut about %(characters)s characters.") % {"characters": about}


def _story_line(fit: dict) -> tuple[str, str, bool]:
    """An article of a paper: where and what it is, how it fits and what was done for that, whether it is too long."""
    where = _("Page %(page)s, %(name)s:") % {"page": fit["page"], "name": fit["name"]}
    fits = [fit_words(fit), copyfit_words(fit.get("copyfit") or {})]
    return where, " – ".join(part for part in fits if part), fit["over"]


def preview_key(rendition: Rendition) -> str:
    """Under which a preview of exactly this content is kept."""
    return checksum(rendition, purpose=Purpose.PROOF)


def is_laid_out(rendition: Rendition) -> bool:
    return (_store() / preview_key(rendition) / "measures.json").exists()


def laid_out(rendition: Rendition) -> tuple[str, dict]:
    """Key and measures of the preview (see `pdf.make_preview`); laid out now unless exactly this was shown before."""
    key = preview_key(rendition)
    folder = _store() / key
    if not (folder / "measures.json").exists():
        made, data = make_preview(rendition)
        fresh = Path(tempfile.mkdtemp(prefix=".new-", dir=_store()))
        (fresh / "paper.pdf").write_bytes(data)
        (fresh / "measures.json").write_text(json.dumps(made))
        with suppress(OSError):  # another request was faster
            fresh.rename(folder)
        shutil.rmtree(fresh, ignore_errors=True)
        _tidy()
    folder.touch()
    return key, json.loads((folder / "measures.json").read_text())


def _store() -> Path:
    folder = Path(settings.VAR_DIR) / "press" / "previews"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _tidy() -> None:
    """Keep the newest previews."""
    newest_first = sorted(_store().iterdir(), key=lambda path: path.stat().st_mtime, reverse=True)
    for old in newest_first[KEPT_PREVIEWS:]:
        shutil.rmtree(old, ignore_errors=True)


def page_picture(request, key: str, number: int):
    """One page of a preview as JPEG. The key is its content's checksum: the address changes with the text, so it may be kept."""
    width = WIDTHS[request.GET.get("size") == "large"]
    inks = request.GET.get("colours") == "press"
    folder = _store() / key
    if not CHECKSUM.match(key) or not (folder / "paper.pdf").exists():
        raise Http404
    picture = folder / f"{number}-{width}{'-inks' if inks else ''}.jpg"
    if not picture.exists():
        try:
            data = draw_page(folder / "paper.pdf", number=number, width=width, inks=inks)
        except RenditionError as error:
            raise Http404(str(error)) from error
        fresh = picture.with_suffix(".part")
        fresh.write_bytes(data)
        fresh.replace(picture)
    response = FileResponse(picture.open("rb"), content_type="image/jpeg")
    response["Cache-Control"] = "private, max-age=86400, immutable"
    return response

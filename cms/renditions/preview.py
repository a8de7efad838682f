"""Previews of the media that Wagtail does not serve itself: paper as pictures of its pages, e-mail, plain text.

A print preview waits for the render process; other requests go on, because waiting takes no processor time.
"""

import json
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.safestring import mark_safe

from cms.core.medium import Medium

from .pdf import Purpose, checksum, make_page_pictures
from .render import Rendition, RenditionError, render

KEPT_PREVIEWS = 24


def serve_rendition(page, *, medium: Medium, request: HttpRequest) -> HttpResponse:
    response = _rendition_response(page, medium=medium, request=request)
    # Wagtail runs the middleware on the page's own address, where the strict policy of the public site would strip the
    # inline styles that every mail consists of. What Django's csp_override sets.
    response._csp_config = settings.ADMIN_CSP
    return response


def _rendition_response(page, *, medium: Medium, request: HttpRequest) -> HttpResponse:
    try:
        rendition = render(page, medium=medium)
        if medium is Medium.PRINT:
            return _paper(rendition, request=request)
    except RenditionError as error:
        return HttpResponse(render_to_string("renditions/preview_error.html", {"reason": str(error)}, request=request))
    kind = "text/plain" if medium is Medium.TEXT else "text/html"
    return HttpResponse(rendition.content, content_type=f"{kind}; charset=utf-8")


def _paper(rendition: Rendition, *, request: HttpRequest) -> HttpResponse:
    context = {
        "sheets": page_pictures(rendition),
        "title": rendition.page.title,
        "is_paper": rendition.product.key == "paper",
        "html_dir": rendition.page.text_direction,
        "style": mark_safe(PREVIEW_STYLE.read_text()),  # our own file; the frame has no style sheet of its own
    }
    return HttpResponse(render_to_string("renditions/preview.html", context, request=request))


PREVIEW_STYLE = Path(__file__).resolve().parent.parent / "static" / "css" / "print" / "preview.css"


def page_pictures(rendition: Rendition) -> list[dict]:
    """The pages as pictures, from a small private store if exactly this was shown before (the panel asks again and again)."""
    folder = Path(settings.VAR_DIR) / "press" / "previews"
    folder.mkdir(parents=True, exist_ok=True)
    stored = folder / f"{checksum(rendition, purpose=Purpose.SCREEN)}.json"
    if stored.exists():
        stored.touch()
        return json.loads(stored.read_text())
    pictures = make_page_pictures(rendition)
    fresh = stored.with_suffix(".part")
    fresh.write_text(json.dumps(pictures))
    fresh.replace(stored)
    for old in sorted(folder.glob("*.json"), key=lambda path: path.stat().st_mtime, reverse=True)[KEPT_PREVIEWS:]:
        old.unlink(missing_ok=True)
    return pictures

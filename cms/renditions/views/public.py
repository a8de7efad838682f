"""The public download of a published page's PDF, and how any stored file is answered."""

import mimetypes

from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404
from wagtail.models import Page

from ..pdf import Purpose
from ..printing import ready_file


def public_pdf(request, page_id: int, name: str):
    """The newest PDF for readers of a published page. Its address never changes; drafts are never served."""
    page = get_object_or_404(Page.objects.live().select_related("locale"), pk=page_id).specific
    if any(not restriction.accept_request(request) for restriction in page.get_view_restrictions()):
        raise Http404
    print_file = ready_file(page, purpose=Purpose.SCREEN)
    if print_file is None:
        raise Http404
    return file_response(print_file.file, inline=True)


def file_response(file, *, inline: bool) -> FileResponse:
    """A stored file under its own name. Raises Http404 if it is gone."""
    try:
        stream = file.open("rb")
    except (FileNotFoundError, ValueError):
        raise Http404 from None
    name = file.name.rpartition("/")[2]
    kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
    return FileResponse(stream, as_attachment=not inline, filename=name, content_type=kind)

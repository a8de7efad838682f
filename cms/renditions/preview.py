"""Previews of the media that Wagtail does not serve itself."""

from django.http import HttpRequest, HttpResponse

from cms.core.medium import Medium

from .render import render


def serve_rendition(page, *, medium: Medium, request: HttpRequest) -> HttpResponse:
    rendition = render(page, medium=medium)
    kind = "text/plain" if medium is Medium.TEXT else "text/html"
    return HttpResponse(rendition.content, content_type=f"{kind}; charset=utf-8")

"""One view: what the reader typed, found in the current language."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from .finding import find_pages, suggest
from .highlight import Hit

PER_PAGE = 10
LONGEST_QUERY = 200


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    query = " ".join(request.GET.get("q", "").replace("\x00", " ").split())[:LONGEST_QUERY]
    results = find_pages(query, request=request)
    shown = Paginator(results, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "query": query,
        "shown": shown,
        "hits": [Hit(page=page, query=query) for page in specific(shown.object_list)],
        "suggestion": suggest(query, request=request) if query and not shown.paginator.count else "",
    }
    return render(request, "search/search.html", context)


def specific(pages) -> list:
    return [page.specific for page in pages]

"""One view: what the reader typed, found in the current language."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe
from wagtail.models import Page

from cms.editions.models import ArticlePage, EditionPage

from .finding import find_documents, find_pages, suggest
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
        "hits": [Hit(page=page, query=query) for page in in_full(list(shown.object_list))],
        "documents": find_documents(query, request=request) if shown.number == 1 else None,
        "suggestion": suggest(query, request=request) if query and not shown.paginator.count else "",
    }
    return render(request, "search/search.html", context)


def in_full(pages) -> list:
    """The specific pages in the same order, articles with their edition; a few queries however many there are."""
    by_pk = {page.pk: page for page in Page.objects.filter(pk__in=[page.pk for page in pages]).specific()}
    found = [by_pk[page.pk] for page in pages if page.pk in by_pk]
    articles = [page for page in found if isinstance(page, ArticlePage)]
    paths = {article.path[: -Page.steplen] for article in articles}
    editions = {edition.path: edition for edition in EditionPage.objects.filter(path__in=paths)}
    for article in articles:
        article.edition = editions[article.path[: -Page.steplen]]
    return found

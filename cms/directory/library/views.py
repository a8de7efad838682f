"""One document with its files, at addresses that never change. What is internal is only shown to people of the office."""

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.cache import add_never_cache_headers
from django.views.decorators.http import require_safe
from wagtail.models import Locale, Page, Site

from cms.core.models import CouncilSettings

from ..models.documents import DocumentVersion, LibraryDocument
from ..models.library_page import LibraryPage
from .finding import topics_of, with_versions


@require_safe
def document(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(with_versions(LibraryDocument.objects.all()), slug=slug)
    refuse_strangers(request, found)
    version = found.version()
    context = {
        "document": found,
        "version": version,
        "topics": topics_of([found])[0],
        "related": related_pages(found),
        "library": library_page(request),
        "council": CouncilSettings.for_request(request),
    }
    response = render(request, "directory/library_document.html", context)
    if not found.is_public:
        add_never_cache_headers(response)
    return response


@require_safe
def download(request: HttpRequest, slug: str, language: str) -> FileResponse:
    """The PDF of one language, to be read in the browser. A newer file comes under the same address."""
    version = get_object_or_404(
        DocumentVersion.objects.select_related("document").defer("text"), document__slug=slug, language=language
    )
    refuse_strangers(request, version.document)
    try:
        stream = version.file.open("rb")
    except (FileNotFoundError, ValueError):
        raise Http404 from None
    response = FileResponse(stream, filename=f"{slug}-{language}.pdf", content_type="application/pdf")
    if not version.document.is_public:
        add_never_cache_headers(response)
    return response


def refuse_strangers(request: HttpRequest, found: LibraryDocument) -> None:
    """Raises Http404: nobody learns that an internal document exists."""
    if not found.is_public and not request.user.has_perm("directory.view_librarydocument"):
        raise Http404


def related_pages(found: LibraryDocument) -> list[Page]:
    """Published pages it belongs to, in the reader's language where there is one."""
    locale = Locale.get_active()
    linked = [link.page for link in found.links.select_related("page")]
    here = {
        page.translation_key: page
        for page in Page.objects.live()
        .public()
        .filter(translation_key__in=[page.translation_key for page in linked], locale=locale, alias_of__isnull=True)
    }
    pages = [here.get(page.translation_key, page) for page in linked]
    open_to_all = set(Page.objects.live().public().filter(pk__in=[page.pk for page in pages]).values_list("pk", flat=True))
    return [page for page in pages if page.pk in open_to_all]


def library_page(request: HttpRequest) -> LibraryPage | None:
    """The library of this site in the reader's language."""
    site = Site.find_for_request(request)
    home = site and site.root_page.get_translation_or_none(Locale.get_active())
    if not home:
        return None
    return LibraryPage.objects.descendant_of(home).live().filter(alias_of__isnull=True).select_related("locale").first()

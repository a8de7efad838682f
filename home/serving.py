"""How an address becomes a page: in the address's own language or not at all.

Wagtail alone would answer /uk/vielfalt/ with the German page when Ukrainian has no tree. One query finds the page by its
whole path; Wagtail's own way down the tree costs two per level.
"""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.translation.trans_real import parse_accept_lang_header
from wagtail.models import Locale, Page, Site
from wagtail.url_routing import RouteResult
from wagtail.views import serve as wagtail_serve

from cms.core.models import CouncilImage
from cms.editions.models import Section

from .navigation import home_pages
from .views import page_not_found


def open_site(request: HttpRequest) -> HttpResponse:
    """`/`: the home page in the reader's language if there is one, else in German, else in whatever exists."""
    site = Site.find_for_request(request)
    homes = home_pages(request, site=site) if site else {}
    if not homes:
        raise Http404
    code = next((code for code in wanted_languages(request) if code in homes), None)
    if code is None:
        code = settings.LANGUAGE_CODE if settings.LANGUAGE_CODE in homes else next(iter(homes))
    response = HttpResponseRedirect(homes[code].get_url(request))
    patch_vary_headers(response, ["Accept-Language", "Cookie"])
    return response


def wanted_languages(request: HttpRequest) -> list[str]:
    """Language codes by the reader's wish: the cookie first, then the browser's list with its base languages."""
    wanted = [request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")]
    for code, _weight in parse_accept_lang_header(request.META.get("HTTP_ACCEPT_LANGUAGE", "")):
        wanted += [code, code.split("-")[0]]
    return [code for code in wanted if code]


def serve_page(request: HttpRequest, path: str) -> HttpResponse:
    """A page, or our own 404 page: also while developing, where Django would show its list of addresses instead."""
    site = Site.find_for_request(request)
    home = home_pages(request, site=site).get(translation.get_language()) if site else None
    try:
        if home is None:
            raise Http404
        request._wagtail_route_for_request = find_route(request, home=home, path=path)
        return wagtail_serve(request, path)
    except Http404 as error:
        return page_not_found(request, error)


def find_route(request: HttpRequest, *, home: Page, path: str) -> RouteResult:
    """The page at `path` below `home`; raises Http404 for drafts, unknown paths and pages that are not in this language."""
    components = [component for component in path.split("/") if component]
    url_path = home.url_path + "".join(f"{component}/" for component in components)
    page = Page.objects.filter(url_path=url_path).first() if components else home
    if page is None:
        route = home.specific.route(request, components)  # a page type may have addresses of its own
        page = route.page
    else:
        route = RouteResult(with_relations(page))
    if not page.live or page.locale_id != home.locale_id or is_stand_in(page):
        raise Http404
    return route


def with_relations(page: Page) -> Page:
    """The specific page with what every template asks for: its language, its pictures, its section."""
    model = page.specific_class
    if model is None:
        raise Http404
    wanted = [
        field.name for field in model._meta.fields if field.many_to_one and field.related_model in (Locale, Section, CouncilImage)
    ]
    return model.objects.select_related(*wanted).get(pk=page.pk)


def is_stand_in(page: Page) -> bool:
    """An alias that wagtail-localize put into this language's tree: it shows the text of another language."""
    return page.alias_of_id is not None and page.alias_of.locale_id != page.locale_id

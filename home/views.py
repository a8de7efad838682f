"""Small public views that belong to no page: the council's colours, robots.txt, the icon, and errors."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template import loader
from django.templatetags.static import static
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe
from wagtail.models import Page, Site

from cms.core.colours import council_stylesheet
from cms.core.models import CouncilSettings

from .navigation import home_pages, published_here

DAY = 24 * 60 * 60


@require_safe
def council_css(request: HttpRequest) -> HttpResponse:
    """The council's own colours over tokens.css. Its address carries the colours, so it may be kept for long."""
    council = CouncilSettings.for_request(request) if Site.find_for_request(request) else CouncilSettings()
    css = council_stylesheet(main=council.main_colour, accent=council.accent_colour)
    response = HttpResponse(css, content_type="text/css; charset=utf-8")
    patch_cache_control(response, public=True, max_age=30 * DAY)
    return response


@require_safe
def robots_txt(request: HttpRequest) -> HttpResponse:
    lines = ["User-agent: *", "Disallow: /admin/", "Disallow: /*/search/", f"Sitemap: {settings.BASE_URL}/sitemap.xml"]
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")


@require_safe
def favicon(request: HttpRequest) -> HttpResponse:
    return redirect(static("img/favicon.svg"))


def page_not_found(request: HttpRequest, exception=None) -> HttpResponse:
    """404 that says in which languages the same address does exist."""
    return render(request, "404.html", {"elsewhere": same_path_elsewhere(request)}, status=404)


def same_path_elsewhere(request: HttpRequest) -> list[Page]:
    """Live pages at this path in other languages; slugs are the same in all of them."""
    prefix, _slash, path = request.path.lstrip("/").partition("/")
    site = Site.find_for_request(request)
    if site is None or not path or "\x00" in path or prefix not in dict(settings.LANGUAGES):
        return []
    path = path.rstrip("/") + "/"
    homes = home_pages(request, site=site)
    places = [home.url_path + path for home in homes.values()]
    pages = published_here(Page.objects.filter(url_path__in=places)).public().select_related("locale")
    order = [code for code, _name in settings.LANGUAGES]
    return sorted(pages, key=lambda page: order.index(page.locale.language_code))


def server_error(request: HttpRequest) -> HttpResponse:
    """500 without database, context processors or the file manifest: any of them may be what broke."""
    content = loader.get_template("500.html").render({"static_url": settings.STATIC_URL})
    return HttpResponse(content, status=500)

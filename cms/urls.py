"""Composition root: every room's URLs."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.contrib.sitemaps import views as sitemap_views
from django.urls import include, path, re_path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from cms.core.shortlinks import open_short_link
from cms.editions.feeds import AtomFeed, RssFeed
from cms.editions.sitemaps import PageSitemap
from home import views as home_views
from home.serving import open_site, serve_page
from search.views import search

SITEMAPS = {"pages": PageSitemap}

urlpatterns = [
    path("", open_site),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("pdf/", include("cms.renditions.urls")),
    path("q/<str:code>", open_short_link, name="short_link"),
    path("q/<str:code>/", open_short_link),
    path("newsletter/", include("newsletter.public_urls")),
    path("council.css", home_views.council_css, name="council_css"),
    path("robots.txt", home_views.robots_txt),
    path("favicon.ico", home_views.favicon),
    path("sitemap.xml", sitemap_views.index, {"sitemaps": SITEMAPS, "sitemap_url_name": "sitemap_part"}, name="sitemap"),
    path("sitemap-<section>.xml", sitemap_views.sitemap, {"sitemaps": SITEMAPS}, name="sitemap_part"),
]

if settings.ANYMAIL["WEBHOOK_SECRET"]:
    urlpatterns.append(path("anymail/", include("anymail.urls")))

if settings.DEBUG:
    from django.conf.urls.static import static

    urlpatterns += static(settings.MEDIA_URL, document_root=settings.MEDIA_ROOT)

urlpatterns += i18n_patterns(
    path("atom.xml", AtomFeed(), name="atom_feed"),
    path("rss.xml", RssFeed(), name="rss_feed"),
    path("search/", search, name="search"),
    path("newsletter/", include("newsletter.urls")),
    path("campaigns/", include("cms.campaigns.urls")),
    path("events/", include("cms.events.urls")),
    path("directory/", include("cms.directory.urls")),
    path("participation/", include("cms.participation.urls")),
    re_path(r"^((?:[\w\-]+/)*)$", serve_page),
    path("", include(wagtail_urls)),
    prefix_default_language=True,
)

handler404 = "home.views.page_not_found"
handler500 = "home.views.server_error"

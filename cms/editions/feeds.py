"""Atom and RSS of the newest articles, one feed per language."""

from django.contrib.syndication.views import Feed
from django.http import Http404
from django.template.defaultfilters import linebreaks
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.feedgenerator import Atom1Feed, Rss201rev2Feed
from django.utils.translation import gettext as _
from wagtail.models import Page, Site

from cms.core.context import html_lang
from cms.core.models import CouncilSettings

from .models import ArticlePage

NEWEST = 30


class ArticleFeed(Feed):
    """Articles of the site in the language of the address; 404 where that language has no home page."""

    url_name = ""

    def get_object(self, request):
        self.request = request
        site = Site.find_for_request(request)
        home = (
            site
            and Page.objects.filter(
                translation_key=site.root_page.translation_key,
                locale__language_code=translation.get_language(),
                live=True,
                alias_of__isnull=True,
            ).first()
        )
        if not home:
            raise Http404
        return home

    def title(self, home) -> str:
        name = CouncilSettings.for_request(self.request).council_short or home.title
        return name + ": " + _("New articles")  # not inside an f-string: older gettext does not look into those

    subtitle = description = ""

    def link(self, home) -> str:
        return home.get_url(self.request)

    def feed_url(self, home) -> str:
        return reverse(self.url_name)

    @property
    def language(self) -> str:  # Django reads it as an attribute, it never calls it
        return html_lang(translation.get_language())

    def items(self, home):
        articles = ArticlePage.objects.descendant_of(home).live().public().filter(alias_of__isnull=True)
        return articles.select_related("locale").order_by("-first_published_at", "path")[:NEWEST]

    def item_title(self, article) -> str:
        return article.title

    def item_description(self, article) -> str:
        return linebreaks(article.standfirst, autoescape=True)

    def item_link(self, article) -> str:
        return article.get_url(self.request)

    def item_guid(self, article) -> str:
        return f"urn:uuid:{article.translation_key}:{article.locale.language_code}"

    item_guid_is_permalink = False

    def item_author_name(self, article) -> str:
        return article.byline or CouncilSettings.for_request(self.request).council_name

    def item_pubdate(self, article):
        return article.first_published_at or timezone.now()

    def item_updateddate(self, article):
        return article.last_published_at or self.item_pubdate(article)


class AtomFeed(ArticleFeed):
    feed_type = Atom1Feed
    url_name = "atom_feed"


class RssFeed(ArticleFeed):
    feed_type = Rss201rev2Feed
    url_name = "rss_feed"

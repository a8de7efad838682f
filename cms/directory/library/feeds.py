"""Atom feed of what is new in the library; it takes the same questions as the page, so that a topic can be followed."""

from django.contrib.syndication.views import Feed
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _

from cms.core.context import html_lang
from cms.core.models import CouncilSettings

from ..models.documents import LibraryDocument, name_bodies
from .finding import Question, public_documents, with_versions

NEWEST = 30


class LibraryFeed(Feed):
    feed_type = Atom1Feed
    subtitle = description = ""

    def get_object(self, request) -> Question:
        self.request = request
        return Question.of(request.GET)

    def title(self, question: Question) -> str:
        return CouncilSettings.for_request(self.request).council_short + ": " + _("New documents")

    def link(self, question: Question) -> str:
        from .views import library_page

        page = library_page(self.request)
        return (page.get_url(self.request) if page else "/") + question.address().rstrip("?")

    def feed_url(self, question: Question) -> str:
        return reverse("directory:library_feed") + question.address().rstrip("?")

    @property
    def language(self) -> str:  # Django reads it as an attribute, it never calls it
        return html_lang(translation.get_language())

    def items(self, question: Question):
        newest = list(with_versions(public_documents(question).order_by("-public_since", "-pk"))[:NEWEST])
        name_bodies(newest)
        return newest

    def item_title(self, document: LibraryDocument) -> str:
        version = document.version()
        title = version.title if version and version.title else document.title
        return f"{document.number}: {title}" if document.number else title

    def item_description(self, document: LibraryDocument) -> str:
        facts = [document.get_kind_display(), document.body_name, document.about.text]
        return " · ".join(str(fact) for fact in facts if fact)

    def item_link(self, document: LibraryDocument) -> str:
        return reverse("directory:library_document", args=[document.slug])

    def item_guid(self, document: LibraryDocument) -> str:
        return f"{document.slug}@library"

    item_guid_is_permalink = False

    def item_pubdate(self, document: LibraryDocument):
        return document.public_since or timezone.now()

    item_updateddate = item_pubdate

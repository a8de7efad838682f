"""What was mailed, on the web: the list of a language, its feed, and mailings that have no page of their own."""

from django.contrib.syndication.views import Feed
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from wagtail.models import Site

from cms.core.context import html_lang
from cms.core.medium import Medium
from cms.core.models import CouncilSettings

from .. import archive, reading
from ..models import MailingVersion


@require_safe
def index(request):
    site = Site.find_for_request(request)
    found = archive.entries(language=get_language(), site=site)
    return render(request, "newsletter/archive.html", {"entries": found})


@require_safe
def mailing(request, pk: int):
    """The words of a mailing without a page. 404 before it has left: nothing is read early."""
    version = get_object_or_404(
        archive.sent(language=get_language(), site=Site.find_for_request(request)), mailing_id=pk, mailing__page=None
    )
    if not archive.address(version):
        raise Http404
    reading.count_version(version, request)
    others = [code for code in archive.languages(version.mailing) if code != version.language]
    return render(
        request,
        "newsletter/archived_mailing.html",
        {
            "version": version,
            "medium": Medium.WEB.value,
            "alternates": [(html_lang(code), archive.own_path(version.mailing, language=code)) for code in others],
        },
    )


class MailingFeed(Feed):
    """Atom, one per language: what was mailed in it."""

    feed_type = Atom1Feed

    def get_object(self, request):
        self.request = request
        return Site.find_for_request(request)

    def title(self, site) -> str:
        name = CouncilSettings.for_request(self.request).council_short or (site.site_name if site else "")
        return name + ": " + _("Newsletter")  # not inside an f-string: older gettext does not look into those

    subtitle = description = ""

    def link(self, site) -> str:
        return reverse("newsletter:archive")

    def feed_url(self, site) -> str:
        return reverse("newsletter:archive_feed")

    @property
    def language(self) -> str:  # Django reads it as an attribute, it never calls it
        return html_lang(get_language())

    def items(self, site) -> list[tuple[MailingVersion, str]]:
        return archive.entries(language=get_language(), site=site)

    def item_title(self, item) -> str:
        return item[0].subject

    def item_description(self, item) -> str:
        return item[0].preheader

    def item_link(self, item) -> str:
        return item[1]

    def item_guid(self, item) -> str:
        return f"urn:vielfalt:mailing:{item[0].mailing_id}:{item[0].language}"

    item_guid_is_permalink = False

    def item_author_name(self, item) -> str:
        return CouncilSettings.for_request(self.request).council_name

    def item_pubdate(self, item):
        return item[0].released_at or item[0].mailing.started_at

    def item_updateddate(self, item):
        return self.item_pubdate(item)

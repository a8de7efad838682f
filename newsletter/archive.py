"""What was mailed, for everybody to read: per language, without anybody's link. A page is read where it lives on the site."""

from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import Exists, OuterRef, QuerySet
from django.urls import reverse
from django.utils import translation
from wagtail.models import Page, Site

from .models import Delivery, Mailing, MailingVersion

NEWEST = 50


def sent(*, language: str, site: Site | None) -> QuerySet[MailingVersion]:
    """Versions that have left, newest first; not those that were stopped before anybody got them."""
    states = [Mailing.State.SENDING, Mailing.State.WAITING, Mailing.State.PAUSED, Mailing.State.SENT, Mailing.State.STOPPED]
    somebody_got_it = Delivery.objects.filter(mailing=OuterRef("mailing"), state=Delivery.State.ACCEPTED)
    versions = MailingVersion.objects.filter(language=language, held_back=False, mailing__state__in=states)
    versions = versions.filter(Exists(somebody_got_it), mailing__site=site)
    return versions.select_related("mailing", "mailing__page").order_by("-mailing__started_at", "-pk")


def address(version: MailingVersion) -> str:
    """Where it can be read now, as a path on this site; empty if its page has been taken off."""
    mailing = version.mailing
    if mailing.page is None:
        own = own_path(mailing, language=version.language)
        return own if urlsplit(version.archive_url).path == own else ""  # else: it had a page that is gone
    page = (
        Page.objects.live()
        .public()
        .filter(translation_key=mailing.page.translation_key, locale__language_code=version.language, alias_of=None)
    )
    found = page.first()
    return (found.get_url_parts() or ("", "", ""))[2] if found else ""


def own_path(mailing: Mailing, *, language: str) -> str:
    """Of a mailing without a page: its place in the archive."""
    with translation.override(language):
        return reverse("newsletter:mailing", args=[mailing.pk])


def entries(*, language: str, site: Site | None) -> list[tuple[MailingVersion, str]]:
    """(version, path), only what can be read."""
    found = [(version, address(version)) for version in sent(language=language, site=site)[:NEWEST]]
    return [(version, path) for version, path in found if path]


def languages(mailing: Mailing) -> list[str]:
    """Languages in which a free mailing has left, in the order of LANGUAGES."""
    have = set(mailing.versions.filter(held_back=False).values_list("language", flat=True))
    return [code for code, _name in settings.LANGUAGES if code in have]

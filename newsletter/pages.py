"""Pages of the site that the newsletter points to, found by their slug because no content app is known here."""

from django.conf import settings
from django.utils.translation import get_language
from wagtail.models import Page, Site

PRIVACY_SLUGS = ["datenschutz", "privacy", "datenschutzerklaerung"]


def privacy_url(request) -> str:
    """The privacy notice in the active language, else in any language; empty if the site has none yet."""
    site = Site.find_for_request(request) if request else None
    if site is None:
        return ""
    found = Page.objects.live().filter(slug__in=PRIVACY_SLUGS).select_related("locale")
    by_language = {page.locale.language_code: page for page in found}
    page = by_language.get(get_language()) or by_language.get("de") or next(iter(by_language.values()), None)
    return (page.get_url(request) or "") if page else ""


def mailing_url(mailing, *, language: str) -> str:
    """Where a mailing without a page can be read on the web as soon as it has left."""
    from .archive import own_path

    return settings.BASE_URL + own_path(mailing, language=language)

"""The page about data protection, found by its slug: every form and every mail points to it."""

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

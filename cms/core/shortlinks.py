"""Short links for paper: one per page or foreign address, stable for ever, opening the reader's language."""

from django.conf import settings
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.utils import translation
from django.utils.cache import patch_vary_headers
from wagtail.models import Page

from .models import ShortLink


def short_url(*, page: Page | None = None, url: str | None = None) -> str:
    """The absolute short address of a page (any translation of it) or of a foreign `url`."""
    target = {"translation_key": page.translation_key} if page else {"url": url}
    link, _created = ShortLink.objects.get_or_create(**target)
    return f"{settings.BASE_URL}/q/{link.code}"


def open_short_link(request, code: str):
    """Redirect to the page in the reader's language, else in German, else in any language it has."""
    link = get_object_or_404(ShortLink, code=code)
    if link.url:
        return HttpResponseRedirect(link.url)
    pages = {
        page.locale.language_code: page
        for page in Page.objects.filter(translation_key=link.translation_key, live=True).select_related("locale")
    }
    if not pages:
        raise Http404
    wanted = translation.get_language_from_request(request)
    page = pages.get(wanted) or pages.get(settings.LANGUAGE_CODE) or next(iter(pages.values()))
    response = HttpResponseRedirect(page.get_url(request))
    patch_vary_headers(response, ["Accept-Language", "Cookie"])
    return response

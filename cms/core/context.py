"""Context processor: what every public template needs, whether a page or a plain view is shown."""

from django.utils import translation
from wagtail.models import Site

from .models import CouncilSettings


def council(request) -> dict:
    language = translation.get_language() or "de"
    return {
        "council": CouncilSettings.for_request(request) if Site.find_for_request(request) else CouncilSettings(),
        "html_lang": html_lang(language),
        "html_dir": "rtl" if translation.get_language_info(language)["bidi"] else "ltr",
    }


def html_lang(language_code: str) -> str:
    """The `lang` attribute for a locale: Leichte Sprache is German to a screen reader."""
    return "de" if language_code == "de-x-leicht" else language_code

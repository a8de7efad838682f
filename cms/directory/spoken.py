"""Languages that people in the directory speak: ISO codes, named in the reader's language."""

from functools import lru_cache

from babel import Locale
from django.conf import settings
from django.utils import translation

# What the councils' offices meet most. Names come from Unicode's CLDR, in every language of the site.
CODES = (
    "de", "en", "tr", "ar", "uk", "ru", "pl", "ro", "fr", "es", "it", "fa", "ku", "ckb", "ti", "am", "so", "sq", "bs", "sr", "hr",
    "bg", "el", "hu", "pt", "nl", "vi", "zh", "th", "ja", "ko", "hi", "ur", "pa", "bn", "ta", "ps", "he", "ka", "hy", "az", "sw",
    "rom", "kab", "gsg",
)  # fmt: skip
# Missing in CLDR, or named there as nobody should be called.
OURS = {
    "rom": {"de": "Romanes", "en": "Romani", "tr": "Romanca", "ar": "الرومانية", "uk": "ромська"},
    "gsg": {
        "de": "Gebärdensprache",
        "en": "German Sign Language",
        "tr": "Alman İşaret Dili",
        "ar": "لغة الإشارة الألمانية",
        "uk": "німецька жестова мова",
    },
}


def names(codes, *, language: str = "") -> list[str]:
    """In the order given; codes nobody knows are left out."""
    language = language or translation.get_language() or settings.LANGUAGE_CODE
    return [name for code in codes if (name := name_of(code, language=language))]


@lru_cache(maxsize=2000)
def name_of(code: str, *, language: str) -> str:
    if code not in CODES:
        return ""
    language = language.split("-")[0]
    found = OURS.get(code, {}).get(language) or Locale(language).languages.get(code, code)
    return found[:1].upper() + found[1:]


def choices(*, language: str = "") -> list[tuple[str, str]]:
    """The first five as they stand, the others by name."""
    named = list(zip(CODES, names(CODES, language=language), strict=True))
    return named[:5] + sorted(named[5:], key=lambda pair: pair[1].casefold())


@lru_cache(maxsize=500)
def code_of(word: str) -> str:
    """The code of a language by code or name, in any language of the site; empty if nobody knows it."""
    wanted = word.strip().casefold()
    if wanted in CODES:
        return wanted
    for language, _name in settings.LANGUAGES:
        for code in CODES:
            if name_of(code, language=language).casefold() == wanted:
                return code
    return ""

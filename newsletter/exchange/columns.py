"""What the columns of a file mean, guessed from their names, and what the office chose for the whole file."""

import datetime
import re
import unicodedata
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from functools import lru_cache

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

FIELDS = {
    "address": _("E-mail"),
    "name": _("Name"),
    "language": _("Language"),
    "second_language": _("Second language"),
    "third_language": _("Third language"),
    "format": _("Kind of mail"),
    "topics": _("Topics"),
    "state": _("State"),
    "consent_date": _("Day of the consent"),
    "consent_source": _("Where the consent is"),
}
NAMES = {
    "address": "email e-mail mail address adresse mailadresse emailadresse e-mail-adresse emailaddress eposta e-posta",
    "name": "name fullname vollername nachname displayname anzeigename ad",
    "language": "language lang sprache locale dil",
    "second_language": "secondlanguage zweitesprache zweitsprache",
    "third_language": "thirdlanguage drittesprache drittsprache",
    "format": "format kindofmail artdermail",
    "topics": "topics topic themen thema lists list listen liste tags groups gruppen gruppe",
    "state": "state status zustand",
    "consent_date": "consentdate consent optin optindate optintime confirmedat confirmtime einwilligungam datumdereinwilligung "
    "einwilligungsdatum tagdereinwilligung dayoftheconsent angemeldetam",
    "consent_source": "consentsource optinsource quelle herkunft einwilligungliegt wodieeinwilligungliegt wheretheconsentis "
    "source",
}
ACTIVE_WORDS = {"", "active", "aktiv", "subscribed", "abonniert", "enabled", "confirmed", "bestatigt", "angemeldet"}
ACTIVE_WORDS |= {"1", "true", "ja", "yes"}
LANGUAGE_WORDS = {
    "de": "german deutsch almanca allemand",
    "en": "english englisch ingilizce",
    "tr": "turkish turkisch turkce",
    "ar": "arabic arabisch العربية arapca",
    "uk": "ukrainian ukrainisch українська ua",
    "de-x-leicht": "leicht leichtesprache easygerman plaingerman einfachesprache",
}
DAYS = ("%Y-%m-%d", "%d.%m.%Y", "%d.%m.%y", "%d/%m/%Y", "%Y/%m/%d", "%Y%m%d")


@dataclass
class Choices:
    """Which column is which field, and what holds where a row says nothing. Kept as JSON in the import."""

    columns: dict[str, int] = field(default_factory=dict)
    language: str = settings.LANGUAGE_CODE
    topics: list[int] = field(default_factory=list)
    consent_source: str = ""
    consent_date: str = ""  # ISO

    def as_json(self) -> dict:
        return asdict(self)


@lru_cache(maxsize=4096)
def squeezed(text: str) -> str:
    """Letters and digits only, small, without accents: for comparing what people call things."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return re.sub(r"[\W_]+", "", "".join(letter for letter in plain if not unicodedata.combining(letter)))


def guess(columns: list[str]) -> dict[str, int]:
    """Which field is in which column; only what is certain by its name."""
    found: dict[str, int] = {}
    wanted = {squeezed(name): key for key, names in NAMES.items() for name in names.split()}
    for number, column in enumerate(columns):
        key = wanted.get(squeezed(column))
        if key and key not in found:
            found[key] = number
    return found


LANGUAGES = {
    squeezed(word): code for code, native in settings.LANGUAGES for word in (code, native, *LANGUAGE_WORDS.get(code, "").split())
}


@lru_cache(maxsize=4096)
def language_of(text: str) -> str:
    """The code of a language by code or name in several languages; empty if it is none of ours. `de-AT` is German."""
    word = squeezed(text)
    return LANGUAGES.get(word) or LANGUAGES.get(squeezed(re.split(r"[-_]", text.strip())[0]), "")


def day_of(text: str) -> datetime.date | None:
    """A day as spreadsheets and other tools write it; None if it is none or lies in the future."""
    day = _written_day(text)
    return day if day and day <= timezone.localdate() else None


@lru_cache(maxsize=4096)
def _written_day(text: str) -> datetime.date | None:
    text = text.strip()
    for form in DAYS:
        with suppress(ValueError):
            return datetime.datetime.strptime(text[:10], form).date()
    return None

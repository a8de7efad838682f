"""Languages spoken or interpreted at events, as one text that a database can search. Names: cms/directory/spoken.py."""

from collections.abc import Iterable

from django.conf import settings
from django.utils import translation

from cms.directory import spoken


def tongue_choices() -> list[tuple[str, str]]:
    return spoken.choices()


def tongue_name(code: str) -> str:
    return spoken.name_of(code, language=translation.get_language() or settings.LANGUAGE_CODE)


def kept(codes: Iterable[str]) -> str:
    """ ",ar,de," """
    found = sorted(set(codes))
    return f",{','.join(found)}," if found else ""


def read(text: str) -> list[str]:
    return [code for code in text.split(",") if code]

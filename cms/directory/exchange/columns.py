"""What stands in the columns of a table of entries: named for people, recognised by name, read and written cell by cell."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from .. import opening, spoken
from ..models import Organisation, Visibility
from ..models.needs import need_names
from ..wording import Access


class CellError(ValueError):
    """This cell cannot be taken; the message says why."""


@dataclass(frozen=True)
class Column:
    """`read` makes the field's value of a cell (raises CellError), `write` a cell of the value."""

    field: str
    label: str
    names: str  # what others call it, squeezed
    read: Callable[[str], object] = str
    write: Callable[[object], str] = str
    only: str = ""  # "organisations" or "people"


def squeezed(text: str) -> str:
    """Letters and digits only, small, without accents: for comparing what people call things."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return re.sub(r"[\W_]+", "", "".join(letter for letter in plain if not unicodedata.combining(letter)))


def parts(text: str) -> list[str]:
    return [part.strip() for part in re.split(r"[,;/|\n]", text) if part.strip()]


def read_languages(text: str) -> tuple[str, ...]:
    codes = [(part, spoken.code_of(part)) for part in parts(text)]
    if unknown := [part for part, code in codes if not code]:
        raise CellError(_("Not a language: %s") % ", ".join(unknown))
    return tuple(code for _part, code in codes)


def read_needs(text: str) -> tuple[str, ...]:
    names = need_names()
    by_word = {squeezed(word): key for key, name in names.items() for word in (key, name)}
    found = [(part, by_word.get(squeezed(part), "")) for part in re.split(r"[;|\n]", text) if part.strip()]
    if unknown := [part.strip() for part, key in found if not key]:
        raise CellError(_("Not a need of this directory: %s") % ", ".join(unknown))
    return tuple(key for _part, key in found)


def write_needs(codes) -> str:
    names = need_names()
    return "; ".join(names.get(code, code) for code in codes)


def of_choices(choices, message: str) -> Callable[[str], str]:
    def read(text: str) -> str:
        wanted = squeezed(text)
        for value, label in choices:
            if wanted in (squeezed(value), squeezed(str(label))):
                return value
        raise CellError(message % text)

    return read


def read_access(text: str) -> tuple[str, ...]:
    read = of_choices(Access.choices, _("Not a kind of accessibility: %s"))
    return tuple(read(part) for part in parts(text))


def read_week(text: str) -> opening.Week:
    try:
        return opening.parse_week(text)
    except opening.OpeningError as error:
        raise CellError(str(error)) from error


def read_email(text: str) -> str:
    try:
        validate_email(text)
    except ValidationError as error:
        raise CellError(_("Not an e-mail address: %s") % text) from error
    return text


def read_url(text: str) -> str:
    address = text if "://" in text else f"https://{text}"
    try:
        URLValidator(schemes=["http", "https"])(address)
    except ValidationError as error:
        raise CellError(_("Not a web address: %s") % text) from error
    return address


def read_months(text: str) -> int:
    if not text.isdigit() or int(text) > 120:
        raise CellError(_("Not a number of months: %s") % text)
    return int(text)


def labelled(choices) -> Callable[[str], str]:
    return lambda value: str(dict(choices).get(value, value))


def columns(kind: str) -> list[Column]:
    """Those of organisations or people, in the order of the export."""
    every = [
        Column("name", gettext_lazy("Name"), "name organisation einrichtung verein person vollername"),
        Column(
            "kind",
            gettext_lazy("Kind"),
            "kind art typ",
            of_choices(Organisation.Kind.choices, _("Not a kind of organisation: %s")),
            labelled(Organisation.Kind.choices),
            only="organisations",
        ),
        Column("function", gettext_lazy("Function"), "function funktion rolle aufgabe", only="people"),
        Column("organisation", gettext_lazy("Organisation"), "verein einrichtung gehortzu", only="people"),
        Column("helps_with", gettext_lazy("Helps with"), "helpswith hilftbei angebot beschreibung thema themen"),
        Column("needs", gettext_lazy("Needs (separated by ;)"), "needs anliegen bedarf kategorien", read_needs, write_needs),
        Column("phone", gettext_lazy("Phone"), "phone telefon tel telefonnummer"),
        Column("email", gettext_lazy("E-mail"), "email mail emailadresse", read_email),
        Column("address", gettext_lazy("Address"), "address adresse anschrift"),
        Column("district", gettext_lazy("District"), "district stadtteil bezirk ortsteil"),
        Column(
            "languages",
            gettext_lazy("Languages"),
            "languages sprachen sprache",
            read_languages,
            lambda codes: ", ".join(spoken.names(codes)),
        ),
        Column(
            "week",
            gettext_lazy("Opening hours"),
            "week openinghours offnungszeiten sprechzeiten",
            read_week,
            opening.week_as_text,
        ),
        Column("hours", gettext_lazy("About the opening hours"), "hours zudenoffnungszeiten"),
        Column(
            "access",
            gettext_lazy("Accessibility"),
            "access accessibility barrierefreiheit",
            read_access,
            lambda codes: ", ".join(str(Access(code).label) for code in codes if code in Access.values),
        ),
        Column("url", gettext_lazy("Web address"), "url web webseite website internet", read_url, only="organisations"),
        Column(
            "visibility",
            gettext_lazy("Visible to"),
            "visibility sichtbarfur sichtbarkeit",
            of_choices(Visibility.choices, _("Not a visibility: %s")),
            labelled(Visibility.choices),
        ),
        Column("check_months", gettext_lazy("Check every … months"), "checkmonths prufenallemonate", read_months),
        Column("checker_email", gettext_lazy("Who is asked"), "checkeremail wergefragtwird", read_email),
    ]
    return [column for column in every if column.only in ("", kind)]


def guess(heads: list[str], *, kind: str) -> dict[str, int]:
    """Field → number of the column, for headings that are certain."""
    found: dict[str, int] = {}
    for column in columns(kind):
        known = {squeezed(str(column.label)), *column.names.split()}
        for number, head in enumerate(heads):
            if squeezed(head) in known and number not in found.values() and column.field not in found:
                found[column.field] = number
    return found

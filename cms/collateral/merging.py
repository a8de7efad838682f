"""Merge fields of letters: {vorname} in a text becomes what a recipient's row says. Unknown fields are errors."""

import difflib
import re
from collections.abc import Iterable

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from cms.core.typography import comma

FIELD = re.compile(r"\{\s*([^\W\d][\w-]*)\s*\}")
KNOWN = ("anrede", "titel", "vorname", "nachname", "name", "firma", "zusatz", "strasse", "plz", "ort", "land")


class UnknownField(ValueError):
    """A text uses a field that no recipient has."""


def fields_in(*texts: str) -> list[str]:
    """The fields that texts use, in their order, each once."""
    return list(dict.fromkeys(name.casefold() for text in texts for name in FIELD.findall(str(text or ""))))


def refuse_unknown(used: Iterable[str], *, known: Iterable[str]) -> None:
    """Raises UnknownField, with the nearest field that exists."""
    known = list(known)
    for name in used:
        if name in known:
            continue
        near = difflib.get_close_matches(name, known, n=1, cutoff=0.6)
        text = _("There is no field {%(name)s}.") % {"name": name}
        if near:
            text += " " + _("Did you mean {%(near)s}?") % {"near": near[0]}
        else:
            text += " " + _("There are: %(fields)s") % {"fields": ", ".join(f"{{{field}}}" for field in known)}
        raise UnknownField(text)


def merge(text: str, *, values: dict[str, str]) -> str:
    """Plain text with its fields filled. Raises UnknownField."""
    refuse_unknown(fields_in(text), known=values)
    return FIELD.sub(lambda found: values[found[1].casefold()], str(text or ""))


def merge_html(html: str, *, values: dict[str, str]) -> SafeString:
    """HTML with its fields filled, each value escaped. Raises UnknownField."""
    refuse_unknown(fields_in(html), known=values)
    return mark_safe(FIELD.sub(lambda found: escape(values[found[1].casefold()]), str(html)))  # only values are new, and escaped


def values_for(columns: dict[str, str]) -> dict[str, str]:
    """What the fields of a letter say for one row. Without a salutation there, a neutral one is made."""
    values = dict.fromkeys(KNOWN, "") | {name: value for name, value in columns.items() if name != "sprache"}
    person = " ".join(part for part in (values["titel"], values["vorname"], values["nachname"]) if part)
    values["name"] = person or values["firma"]
    if not values["anrede"]:
        values["anrede"] = _("Dear %(name)s,") % {"name": values["name"]} if values["name"] else _("Dear residents,")
    elif not values["anrede"].rstrip().endswith((",", "،", "!")):
        values["anrede"] = spoken(values)
    return values


def spoken(values: dict[str, str]) -> str:
    """“Frau” in the file's column becomes a whole salutation; a whole one only gets its comma."""
    given = values["anrede"].strip()
    if given.casefold() == "frau":
        return _("Dear Ms %(name)s,") % {"name": values["nachname"] or values["name"]}
    if given.casefold() == "herr":
        return _("Dear Mr %(name)s,") % {"name": values["nachname"] or values["name"]}
    return f"{given}{comma().rstrip()}"

"""What stands in the window of an envelope (DIN 5008), and whether it can be read and delivered there."""

import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from .recipients import Recipient, fold

WINDOW_LINES = 6
WINDOW_WIDTH = 77.0  # mm: 85 mm less 5 mm at the left and 3 mm at the right
TYPE_PT = 10.0
FACE = Path(settings.BASE_DIR) / "cms" / "static" / "fonts" / "Rubik_400Regular.ttf"
GERMANY = ("", "deutschland", "germany", "de", "d")


def window_lines(values: dict[str, str]) -> list[str]:
    """The lines of the address, from top to bottom; empty ones are left out."""
    name = " ".join(part for part in (values.get("titel"), values.get("vorname"), values.get("nachname")) if part)
    town = " ".join(part for part in (values.get("plz"), values.get("ort")) if part)
    abroad = values.get("land", "")
    country = abroad.upper() if fold(abroad) not in GERMANY else ""
    lines = (values.get("firma"), name, values.get("zusatz"), values.get("strasse"), town, country)
    return [line for line in lines if line]


def check_addresses(recipients: Iterable[Recipient]) -> None:
    """Adds errors and notes to each recipient."""
    seen: dict[str, int] = {}
    for one in recipients:
        lines = window_lines(one.values)
        check_parts(one)
        if len(lines) > WINDOW_LINES:
            one.errors.append(_("The address has %(count)s lines, the window holds six.") % {"count": len(lines)})
        for line in lines:
            if (wide := width_mm(line)) > WINDOW_WIDTH:
                text = _("“%(line)s” is %(more)s mm too long for the window.")
                one.errors.append(text % {"line": line[:60], "more": round(wide - WINDOW_WIDTH) or 1})
        key = "|".join(fold(line) for line in lines)
        if key in seen:
            one.errors.append(_("The same address stands in row %(row)s already.") % {"row": seen[key]})
        seen.setdefault(key, one.row)


def check_parts(one: Recipient) -> None:
    """What an address must have."""
    values, errors = one.values, one.errors
    if not values.get("nachname") and not values.get("firma"):
        errors.append(_("The name is missing."))
    if not values.get("strasse"):
        errors.append(_("The street is missing."))
    if not values.get("ort"):
        errors.append(_("The town is missing."))
    postcode = values.get("plz", "")
    if not postcode:
        errors.append(_("The postcode is missing."))
    elif fold(values.get("land", "")) in GERMANY and not re.fullmatch(r"\d{5}", postcode):
        hint = _("A leading zero may be lost.") if re.fullmatch(r"\d{4}", postcode) else ""
        errors.append(_("“%(postcode)s” is no German postcode.") % {"postcode": postcode} + (f" {hint}" if hint else ""))


def width_mm(text: str) -> float:
    """How wide a line of the address is set."""
    return _face().getlength(text) / 10 * 25.4 / 72


@lru_cache(maxsize=1)
def _face():
    from PIL import ImageFont

    return ImageFont.truetype(str(FACE), round(TYPE_PT * 10))

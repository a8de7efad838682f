"""Recipients of a letter from a CSV file: whatever a town's spreadsheet writes is read, and every row that is not right is named.

Knows no page and no database. Rows keep their number in the file, so that the office finds them again.
"""

import csv
import io
import re
import unicodedata
from dataclasses import asdict, dataclass, field

from django.utils.translation import gettext as _

MOST_BYTES = 5_000_000
MOST_ROWS = 5000
MOST_COLUMNS = 60
MOST_CHARACTERS = 500
# Column of a letter's merge field → names people give it, folded by fold().
COLUMNS = {
    "anrede": ("anrede", "briefanrede", "salutation"),
    "titel": ("titel", "title"),
    "vorname": ("vorname", "vornamen", "firstname", "givenname"),
    "nachname": ("nachname", "name", "familienname", "zuname", "lastname", "surname"),
    "firma": ("firma", "organisation", "einrichtung", "company"),
    "zusatz": ("zusatz", "adresszusatz", "co", "beizusatz"),
    "strasse": ("strasse", "str", "strassehausnummer", "strasseundhausnummer", "anschrift", "street", "address"),
    "hausnummer": ("hausnummer", "hausnr", "nr"),
    "plz": ("plz", "postleitzahl", "postcode", "zip"),
    "ort": ("ort", "stadt", "wohnort", "city", "town"),
    "land": ("land", "staat", "country"),
    "sprache": ("sprache", "language", "lang", "locale"),
}
LANGUAGES = {
    "de": ("de", "deu", "ger", "deutsch", "german"),
    "de-x-leicht": ("dexleicht", "leicht", "leichtesprache", "einfach"),
    "en": ("en", "eng", "englisch", "english"),
    "tr": ("tr", "tur", "turkisch", "tuerkisch", "turkce", "turkish"),
    "ar": ("ar", "ara", "arabisch", "arabic", "العربية"),
    "uk": ("uk", "ukr", "ua", "ukrainisch", "ukrainian", "українська"),
}


class UnreadableFile(ValueError):
    """The file as a whole cannot be used; the text says why."""


@dataclass
class Recipient:
    """One row: its number in the file, the language of the letter, and the columns by the name of their merge field."""

    row: int
    language: str
    values: dict[str, str]
    errors: list[str] = field(default_factory=list)  # not printed until mended
    notes: list[str] = field(default_factory=list)  # printed, but somebody should look

    def data(self) -> dict:
        return asdict(self) | {"values": list(self.values.items())}  # PostgreSQL does not keep the order of an object's keys

    @classmethod
    def of(cls, data: dict) -> "Recipient":
        return cls(**data | {"values": dict(data["values"])})


def fold(text: str) -> str:
    """A heading or a language as it is compared: without case, marks, spaces and signs."""
    text = text.casefold().replace("ß", "ss").replace("ä", "a").replace("ö", "o").replace("ü", "u").replace("ı", "i")
    plain = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    return re.sub(r"[\W_]+", "", plain)


def decoded(data: bytes) -> str:
    """The text of a file as spreadsheets write it: UTF-8, UTF-16 with a mark, else Windows-1252. Raises UnreadableFile."""
    if len(data) > MOST_BYTES:
        raise UnreadableFile(_("The file is larger than 5 MB. Divide it."))
    if data[:4] == b"PK\x03\x04" or data[:4] == b"\xd0\xcf\x11\xe0":
        raise UnreadableFile(_("This is a spreadsheet, not a CSV file. Save it there as “CSV UTF-8” and upload that."))
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def delimiter_of(text: str) -> str:
    """The sign that divides the first line into most columns."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    return max(";,\t", key=first.count)


def read_recipients(data: bytes, *, languages: list[str]) -> list[Recipient]:
    """All rows, each with its language if the letter exists in it, else German. Raises UnreadableFile."""
    text = decoded(data).replace("\x00", "")
    rows = [(number, row) for number, row in _rows(text) if any(cell.strip() for cell in row)]
    if len(rows) < 2:
        raise UnreadableFile(_("There is no recipient in this file. The first line must name the columns."))
    if len(rows) - 1 > MOST_ROWS:
        raise UnreadableFile(_("More than %(most)s recipients. Divide the file.") % {"most": MOST_ROWS})
    heads = headings(rows[0][1])
    missing = [name for name in ("nachname", "plz", "ort") if name not in heads]
    if "nachname" in missing and "firma" in heads:
        missing.remove("nachname")
    if missing:
        names = ", ".join(f"“{name}”" for name in missing)
        raise UnreadableFile(
            _("The first line does not name the column %(names)s. It must say what each column is.") % {"names": names}
        )
    return [recipient(number, row, heads=heads, languages=languages) for number, row in rows[1:]]


def _rows(text: str):
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text))
    try:
        for row in reader:
            yield reader.line_num, row
    except csv.Error as error:
        text = _("Line %(line)s cannot be read: a quotation mark is not closed, or a cell is far too long.")
        raise UnreadableFile(text % {"line": reader.line_num}) from error


def headings(row: list[str]) -> list[str]:
    """The merge field of each column; a heading that means nothing to us is a field of its own. Raises UnreadableFile."""
    if len(row) > MOST_COLUMNS:
        raise UnreadableFile(_("More than %(most)s columns.") % {"most": MOST_COLUMNS})
    known = {name: key for key, names in COLUMNS.items() for name in names}
    found: list[str] = []
    for place, cell in enumerate(row, 1):
        name = known.get(fold(cell)) or fold(cell) or f"spalte{place}"
        if name in found:
            raise UnreadableFile(_("Two columns are called “%(name)s”. Rename or remove one.") % {"name": cell.strip()})
        found.append(name)
    return found


def recipient(number: int, row: list[str], *, heads: list[str], languages: list[str]) -> Recipient:
    cells = [" ".join(cell.split()) for cell in row]
    values = dict(zip(heads, [*cells, *[""] * (len(heads) - len(cells))], strict=False))
    made = Recipient(row=number, language="de", values=values)
    if len(cells) > len(heads):
        made.errors.append(_("More cells than columns: an address was divided at the wrong place."))
    if any(len(value) > MOST_CHARACTERS for value in values.values()):
        made.errors.append(_("A cell has more than %(most)s characters.") % {"most": MOST_CHARACTERS})
        made.values = {name: value[:MOST_CHARACTERS] for name, value in values.items()}
    if any("\ufffd" in value for value in values.values()):
        made.errors.append(_("Some characters are broken. Save the file as “CSV UTF-8” and upload it again."))
    if number_of_house := values.pop("hausnummer", ""):
        made.values["strasse"] = f"{values.get('strasse', '')} {number_of_house}".strip()
    choose_language(made, values.get("sprache", ""), languages=languages)
    return made


def choose_language(made: Recipient, wanted: str, *, languages: list[str]) -> None:
    """Sets the language of the letter; German if the wanted one is unknown or the letter does not exist in it."""
    if not wanted:
        return
    code = next((code for code, names in LANGUAGES.items() if fold(wanted) in {fold(name) for name in names}), None)
    if code is None:
        made.notes.append(_("“%(language)s” is no language we know; the letter is in German.") % {"language": wanted})
    elif code not in languages:
        made.notes.append(_("There is no letter in “%(language)s”; it is in German.") % {"language": wanted})
    else:
        made.language = code

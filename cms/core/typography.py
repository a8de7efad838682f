"""Typesetting of plain text by the rules of its language. Applied when rendering, never stored.

German (and Leichte Sprache) has rules here, and phone numbers stay in order among Arabic; else texts are left exactly as their
translators wrote them.
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from django.utils import translation

NBSP = "\u00a0"
# Stand-ins for tags when rich text is typeset: an inline tag is transparent, a block tag starts a new sentence.
INLINE_TAG = "\ue000"
BLOCK_TAG = "\ue001"
MASK = "\ue002"  # stands for an address or a time while the words around it are set

PROTECTED = re.compile(
    rf"(?:https?://|www\.)[^\s\"„“”{INLINE_TAG}{BLOCK_TAG}]+"  # addresses
    r"|[\w.+-]+@[\w-]+(?:\.[\w-]+)+"  # e-mail
    r"|\b[\w-]+(?:\.[\w-]+)*\.(?:de|example|eu|info|net|org|com)\b(?:/\S*)?"  # bare hosts
    r"|\b\d{4}-\d{2}-\d{2}\b"  # ISO dates
    r"|\b\d{1,2}:\d{2}(?::\d{2})?\b"  # times and scores
)

ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
ARABIC_SCRIPT = ("ar", "fa", "ur", "ps", "ckb")  # their comma is turned the other way; Hebrew has the Latin one
QUOTES = {"de": ("„", "“"), "en": ("“", "”"), "tr": ("“", "”"), "ar": ("«", "»"), "uk": ("«", "»")}
# Written with their dots, with or without spaces; set with non-breaking ones.
ABBREVIATIONS = (
    *("V.i.S.d.P.", "i.d.R.", "u.v.m.", "z.B.", "d.h.", "u.a.", "u.ä.", "u.Ä.", "o.ä.", "o.Ä.", "z.T.", "v.a.", "u.U."),
    *("s.o.", "s.u.", "a.d.", "i.A.", "e.V.", "n.Chr.", "v.Chr.", "z.Hd.", "i.V.", "m.E.", "o.g.", "a.M.", "d.J.", "v.l.n.r."),
)


def abbreviation_pattern(abbreviation: str) -> str:
    parts = [re.escape(part) for part in abbreviation.rstrip(".").split(".")]
    first = parts[0]
    if len(first) == 1:
        parts[0] = f"[{first.lower()}{first.upper()}]"
    return rf"\.[ {NBSP}]?".join(parts) + r"\."


ABBREVIATION = re.compile(r"(?<![\w.])(?:" + "|".join(abbreviation_pattern(text) for text in ABBREVIATIONS) + r")(?!\w)")

UNIT = (
    "km²|m²|km|cm|mm|m|kg|g|l|ml|ha|€|Euro|EUR|Cent|Prozent|%|‰|Uhr|Grad|°C|°|kB|KB|MB|GB|ppi|dpi|pt|px|Mio\\.|Mrd\\.|"
    "Millionen|Milliarden|Jahre|Jahren|Stunden|Minuten|Meter|Kilometer|Seiten|Sprachen|Kinder|Menschen"
)
MONTH = (
    "Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|"
    "Jan\\.|Feb\\.|Mär\\.|Apr\\.|Jun\\.|Jul\\.|Aug\\.|Sep\\.|Sept\\.|Okt\\.|Nov\\.|Dez\\."
)
# Before the gap, after the gap: the space between becomes a non-breaking one.
KEPT_TOGETHER = [
    re.compile(rf"(?<={MASK}) (?=Uhr\b)"),  # after a time
    re.compile(rf"(?<=\d) (?=(?:{UNIT})(?!\w))"),
    re.compile(rf"(?<=\d\.) (?=(?:{MONTH})(?!\w))"),
    re.compile(r"(?<=\d\.) (?=\d{1,2}\. ?\d{4}\b)"),
    re.compile(r"(?<![\w.])(?:Nr|Nrn|S|Abs|Art|Bd|Kap|Abb|Tab|Tel|Hausnr)\. (?=\d)"),
    re.compile(r"(?<=§) (?=\d)"),
    re.compile(r"\b(?:Seite|Zimmer|Raum|Linie|Gleis|Hausnummer|Haus|Platz|Klasse|Heft|Ausgabe|Art) (?=\d)"),
    re.compile(r"\b(?:Dr|Prof|Hr|Fr|St|Dipl|Ing)\. (?=[A-ZÄÖÜ])"),
]
THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3}(?: \d{3})+(?![\d])")
ELLIPSIS = re.compile(r"(?<!\.)\.\.\.(?!\.)")
DASH = re.compile(rf"(?<=\S)[ {NBSP}](?:-|--|–)(?=[ {NBSP}])[ {NBSP}]")
# 10-12, 2024-2026: only rising numbers that are not part of a phone number, an ISBN or a date.
RANGE = re.compile(r"(?<![\d\-–/.,\w])(\d{1,4})[-](\d{1,4})(?![\d\-–]|[.,]\d|\w)")
# “089 120-99998” among Arabic would be shown as “120-99998 089”; a number that stands alone in brackets keeps them outside.
LTR, LTR_END = "\u2066", "\u2069"  # left-to-right isolate, and its end
PHONE = re.compile(rf"(?<![\w+{LTR}])(?<!{LTR}\()(?:\+\d|\(0\d+\)|0\d)[\d /()–{NBSP}-]{{3,}}\d(?!\w)")
PHONE_BEFORE = re.compile(rf"(?:Tel(?:efon)?|Fax|Mobil|Durchwahl|ISBN|Ruf|\d)[.:]?[ {NBSP}]*$", re.IGNORECASE)

OPENING_CONTEXT = set(" \t\n([{–—/„‚»›-\u00ad") | {NBSP, BLOCK_TAG}
ELIDED = re.compile(r"(?:s|n|ne|nen|nem|ner|ran|rauf|rein|raus|mal|ma|nauf|nunter)\b")


def typeset(text: str, *, language: str | None = None) -> str:
    """`text` with the quotation marks, dashes and spaces of `language` (default: the active one). Idempotent."""
    base = (language or translation.get_language() or "").split("-")[0]
    if base == "de" and text:
        return typeset_german(text)
    return PHONE.sub(lambda match: f"{LTR}{match.group()}{LTR_END}", text) if base in ARABIC_SCRIPT and text else text


def in_quotation_marks(text: str, *, language: str | None = None) -> str:
    """`text` as a quotation in `language` (default: the active one), unless it already begins with a quotation mark."""
    text = text.strip()
    if not text or text[0] in "„“”\"«»‚‘'":
        return text
    opening, closing = QUOTES.get((language or translation.get_language() or "").split("-")[0], ("“", "”"))
    return f"{opening}{text}{closing}"


def comma(language: str | None = None) -> str:
    """What stands between two items of a list in `language` (default: the active one), with its space."""
    return "، " if (language or translation.get_language() or "").split("-")[0] in ARABIC_SCRIPT else ", "


def listed(items: Iterable, *, language: str | None = None) -> str:
    """“a, b, c” as `language` (default: the active one) joins the items of a list."""
    return comma(language).join(map(str, items))


def local_digits(number) -> str:
    """A number in the digits that texts of the active language use: Arabic ones in Arabic."""
    text = str(number)
    return text.translate(ARABIC_DIGITS) if (translation.get_language() or "").split("-")[0] == "ar" else text


@lru_cache(maxsize=2048)
def typeset_german(text: str) -> str:
    protected: list[str] = []

    def mask(match: re.Match) -> str:
        protected.append(match.group())
        return MASK

    text = text.replace(MASK, "")
    text = quotation_marks(dashes_and_spaces(PROTECTED.sub(mask, text)))
    untouched = iter(protected)
    return re.sub(MASK, lambda _match: next(untouched), text)


def dashes_and_spaces(text: str) -> str:
    # Rubik has neither a thin space nor a hyphen of its own (U+2009, U+202F, U+2010).
    text = text.replace("\u202f", NBSP).replace("\u2009", NBSP).replace("\u2010", "-")
    text = ELLIPSIS.sub("…", text)
    text = DASH.sub(f"{NBSP}– ", text)
    text = RANGE.sub(lambda match: range_dash(match, text), text)
    text = ABBREVIATION.sub(space_abbreviation, text)
    text = THOUSANDS.sub(lambda match: match.group().replace(" ", NBSP), text)
    for pattern in KEPT_TOGETHER:
        text = pattern.sub(lambda match: match.group().replace(" ", NBSP), text)
    return text


def space_abbreviation(match: re.Match) -> str:
    """ "z.B." and "z. B." both become "z. B." with a non-breaking space."""
    parts = match.group().replace(" ", "").replace(NBSP, "").rstrip(".").split(".")
    return f".{NBSP}".join(parts) + "."


def range_dash(match: re.Match, text: str) -> str:
    first, last = match.groups()
    rising = int(first) < int(last) and not first.startswith("0")
    if not rising or PHONE_BEFORE.search(text[max(0, match.start() - 14) : match.start()]):
        return match.group()
    return f"{first}–{last}"


def quotation_marks(text: str) -> str:
    """Typewriter and English quotation marks become „…“ and ‚…‘, apostrophes ’."""
    quotes = OpenQuotes()
    out = []
    for index, char in enumerate(text):
        if char == BLOCK_TAG:
            quotes = OpenQuotes()
        elif char in "\"“”„'‚‘":
            char = quotes.mark(char, before=neighbour(text, index, -1), after=neighbour(text, index, 1), rest=text[index + 1 :])
        out.append(char)
    return "".join(out)


class OpenQuotes:
    """What is open at this point of a paragraph, across inline tags and addresses."""

    def __init__(self):
        self.double = self.single = 0

    def mark(self, char: str, *, before: str, after: str, rest: str) -> str:
        if char in '"“”„':
            return self.mark_double(char, before=before, after=after)
        return self.mark_single(char, before=before, after=after, rest=rest)

    def mark_double(self, char: str, *, before: str, after: str) -> str:
        opens = before in OPENING_CONTEXT and bool(after.strip()) and after not in ".,;:!?)"
        if char == "„" or (opens and (char != "“" or not self.double)):
            self.double += 1
            return "„"
        if not self.double and char == '"' and before.isdigit():
            return char  # inches
        self.double = max(0, self.double - 1)
        return "“"

    def mark_single(self, char: str, *, before: str, after: str, rest: str) -> str:
        opens = (before in OPENING_CONTEXT or before == '"') and after.isalnum()
        if char == "‚" or (opens and char in "'‘" and not ELIDED.match(rest) and closes_later(rest)):
            self.single += 1
            return "‚"
        if self.single and not after.isalnum():
            self.single -= 1
            return "‘"
        return char if char == "‘" else "’"


def neighbour(text: str, index: int, step: int) -> str:
    """The next character before or after `index` that is not an inline tag; a space at the ends."""
    index += step
    while 0 <= index < len(text) and text[index] == INLINE_TAG:
        index += step
    return text[index] if 0 <= index < len(text) else " "


def closes_later(rest: str) -> bool:
    """Whether a single quotation mark that could close stands further on in the same block."""
    return bool(re.search(rf"[^\s{BLOCK_TAG}]['‘’](?!\w)", rest.split(BLOCK_TAG, 1)[0]))

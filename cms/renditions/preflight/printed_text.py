"""What stands in a page's print HTML: its words by block, its pictures, the addresses of its QR codes."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import unquote

SILENT = {"style", "script", "title", "head", "template"}
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
INLINE = {"a", "abbr", "b", "bdi", "bdo", "cite", "code", "em", "i", "q", "small", "span", "strong", "sub", "sup", "u", "wbr"}
SPACES = re.compile(r"[\s\u00a0\u202f\u2009\u2003]+")
INVISIBLE = re.compile(r"[\u00ad\u200b\u2060\u2066-\u2069\u200e\u200f]")


def plain(text: str) -> str:
    """As read aloud: no soft hyphens, every space the same, quotation marks and case left out."""
    text = SPACES.sub(" ", INVISIBLE.sub("", str(text or "")))
    return re.sub(r"[„“”\"«»’'‚‘]", "", text).strip().lower()


@dataclass(frozen=True)
class Picture:
    name: str  # of the file in the storage
    alt: str
    block: str
    width_mm: int = 0  # the most it is printed in


@dataclass(frozen=True)
class Code:
    url: str
    block: str


@dataclass
class Printed:
    texts: dict[str, str] = field(default_factory=dict)  # block id or field name → its words; "" for what is in none
    pictures: list[Picture] = field(default_factory=list)
    codes: list[Code] = field(default_factory=list)

    @property
    def whole(self) -> str:
        """All words, comparable with plain()."""
        if not hasattr(self, "_whole"):
            self._whole = plain(" ".join(self.texts.values()))
        return self._whole


def read_html(html: str) -> Printed:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    for block, parts in reader.parts.items():
        text = SPACES.sub(" ", INVISIBLE.sub("", "".join(parts))).strip()
        if text:
            reader.printed.texts[block] = text
    return reader.printed


class _Reader(HTMLParser):
    """Follows the nesting of elements only as far as blocks need it; a stray end tag does no harm."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.printed, self.parts = Printed(), {}
        self.open: list[tuple[str, str]] = []  # tag, the block its content belongs to
        self.silent = 0

    @property
    def block(self) -> str:
        return self.open[-1][1] if self.open else ""

    def handle_starttag(self, tag, attrs):
        values = dict(attrs)
        block = values.get("data-block") or values.get("data-field") or self.block
        if tag not in INLINE:
            self._say(" ")
        if tag == "img":
            source = values.get("src") or ""
            if source.startswith("media:"):
                width, _slash, name = source.removeprefix("media:").partition("/")
                width_mm = int(width) if width.isdigit() else 0
                self.printed.pictures.append(Picture(unquote(name), values.get("alt") or "", block, width_mm))
        if tag == "svg" and values.get("data-qr"):
            self.printed.codes.append(Code(values["data-qr"], block))
        if tag in VOID:
            return
        self.open.append((tag, block))
        self.silent += tag in SILENT

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag):
        if tag in VOID or not any(name == tag for name, _block in self.open[-60:]):
            return
        while self.open:
            name, _block = self.open.pop()
            self.silent -= name in SILENT
            if name == tag:
                break
        if tag not in INLINE:
            self._say(" ")

    def handle_data(self, data):
        if not self.silent:
            self._say(data)

    def _say(self, words: str) -> None:
        self.parts.setdefault(self.block, []).append(words)

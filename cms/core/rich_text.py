"""Rich text from the editor, made fit for a medium: links resolved, cleaned, typeset.

What comes out is well-formed and holds nothing but the tags below, whatever was pasted into the editor.
"""

import html
import re
from html.parser import HTMLParser

import nh3
from django.conf import settings
from django.utils import translation
from django.utils.safestring import SafeString, mark_safe
from wagtail.rich_text import RichText, expand_db_html
from wagtail.rich_text.pages import PageLinkHandler

from .mail_style import PETROL, mail_style
from .medium import Medium
from .typography import BLOCK_TAG, INLINE_TAG, typeset

TAGS = {"p", "br", "b", "strong", "i", "em", "sub", "sup", "a", "ul", "ol", "li", "h2", "h3", "h4"}
BLOCK_TAGS = {"p", "br", "ul", "ol", "li", "h2", "h3", "h4"}
DROPPED_WITH_CONTENT = {"script", "style", "title", "head", "xml", "svg", "math", "template", "iframe", "object", "noscript"}
SCHEMES = {"http", "https", "mailto", "tel"}
MAX_CHARACTERS = 200_000  # far above any article; deeper or longer input is hostile
MAX_DEPTH = 60

TAG = re.compile(r"""<(/?)([a-z0-9]+)((?:[^>"]|"[^"]*")*)>""")
EMPTY_BLOCK = re.compile(r"<(p|li|h2|h3|h4)>(?:\s|&nbsp;|<br>)*</\1>")


class LivePageLinkHandler(PageLinkHandler):
    """Links to pages that nobody can open yet, or any more, lose their address; clean() then leaves their words."""

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict]) -> list[str]:
        pages = [page and page.localized for page in cls.get_many(attrs_list)]
        return [f'<a href="{html.escape(page.url or "")}">' if page and page.live else "<a>" for page in pages]


def render_rich_text(value: RichText | str | None, *, medium: Medium, link_colour: str = PETROL) -> SafeString:
    """Well-formed HTML for web, print and e-mail; readable plain text for TEXT. In the active language.

    `link_colour` is for e-mail only, where every link carries its own colour.
    """
    source = str(getattr(value, "source", value) or "")[:MAX_CHARACTERS]
    cleaned = clean(expand_db_html(source), absolute=medium is not Medium.WEB)
    if nesting(cleaned) > MAX_DEPTH:
        cleaned = f"<p>{' '.join(TAG.sub(' ', cleaned).split())}</p>"
    cleaned = typeset_html(cleaned)
    if medium is Medium.TEXT:
        # Plain text: every .txt template switches escaping off.
        return mark_safe(as_plain_text(cleaned))
    if medium is Medium.EMAIL:
        cleaned = with_mail_styles(cleaned, link_colour=link_colour)
    return mark_safe(cleaned)  # nh3 has cleaned it; nothing is added afterwards but our own style attributes


def nesting(cleaned: str) -> int:
    """How deep the tags of cleaned HTML are nested. mrml dies of very deep trees, see renditions/mjml.py."""
    depth = deepest = 0
    for slash, name, _attributes in TAG.findall(cleaned):
        if name != "br":
            depth += -1 if slash else 1
            deepest = max(deepest, depth)
    return deepest


def clean(source: str, *, absolute: bool) -> str:
    """Only our tags, closed and nested properly; links to nowhere become text."""

    def attribute(tag: str, name: str, value: str) -> str | None:
        if absolute and value.startswith("/"):
            return f"https:{value}" if value.startswith("//") else f"{settings.BASE_URL}{value}"
        return value

    cleaned = nh3.clean(
        source,
        tags=TAGS,
        clean_content_tags=DROPPED_WITH_CONTENT,
        attributes={"a": {"href"}},
        attribute_filter=attribute,
        url_schemes=SCHEMES,
        link_rel=None,
    )
    cleaned = re.sub(r"<a>(.*?)</a>", r"\1", cleaned, flags=re.DOTALL)
    return EMPTY_BLOCK.sub("", cleaned).strip()


def typeset_html(source: str) -> str:
    """Typeset the words of cleaned HTML as one text, so that a quotation may begin in one tag and end in another."""
    parts = TAG.split(source)  # text, slash, name, attributes, text, …
    tags, words = [], [parts[0]]
    for slash, name, attributes, text in zip(parts[1::4], parts[2::4], parts[3::4], parts[4::4], strict=True):
        tags.append(f"<{slash}{name}{attributes}>")
        words += [BLOCK_TAG if name in BLOCK_TAGS else INLINE_TAG, text]
    stand_ins = f"{INLINE_TAG}{BLOCK_TAG}"
    plain = [word if place % 2 else re.sub(f"[{stand_ins}]", "", html.unescape(word)) for place, word in enumerate(words)]
    pieces = re.split(f"[{stand_ins}]", typeset("".join(plain)))
    escaped = [html.escape(piece, quote=False) for piece in pieces]
    return escaped[0] + "".join(tag + piece for tag, piece in zip(tags, escaped[1:], strict=True))


def with_mail_styles(source: str, *, link_colour: str) -> str:
    """Inline styles, because mail clients drop style sheets."""
    language = translation.get_language() or ""

    def style(match: re.Match) -> str:
        slash, name, attributes = match.groups()
        rules = "" if slash else mail_style(f"rich-{name}", language=language, link=link_colour)
        if not rules:
            return match.group()
        extra = ' class="l"' if name == "a" else ""
        return f'<{name}{attributes}{extra} style="{rules}">'

    return TAG.sub(style, source).replace("<br>", "<br />")


class PlainText(HTMLParser):
    """Cleaned HTML → text: blank lines between paragraphs, dashes for list items, addresses behind link texts."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.lines: list[str] = []
        self.line = ""
        self.lists: list[int | None] = []  # None: bullets; a number: the last one used
        self.href = self.label = ""

    def handle_starttag(self, tag, attrs):
        if tag == "a":
            self.href, self.label = dict(attrs).get("href") or "", ""
        elif tag == "br":
            self.end_line()
        elif tag in ("ul", "ol"):
            self.end_line()
            self.lists.append(0 if tag == "ol" else None)
        elif tag == "li":
            self.end_line()
            self.line = self.bullet()
        elif tag in BLOCK_TAGS:
            self.end_line()

    def handle_endtag(self, tag):
        if tag == "a":
            self.end_link()
        elif tag in ("ul", "ol"):
            self.end_line()
            self.lists = self.lists[:-1]
            self.blank()
        elif tag == "li":
            self.end_line()
        elif tag in BLOCK_TAGS and not self.lists:
            self.end_line()
            self.blank()

    def handle_data(self, data):
        data = re.sub(r"[ \t\r\n]+", " ", data)
        self.label += data
        self.line += data.lstrip(" ") if not self.line or self.line.endswith(" ") else data

    def bullet(self) -> str:
        if not self.lists:
            return "- "
        depth = "  " * (len(self.lists) - 1)
        if self.lists[-1] is None:
            return f"{depth}- "
        self.lists[-1] += 1
        return f"{depth}{self.lists[-1]}. "

    def end_link(self):
        shown = self.href.removeprefix("mailto:").removeprefix("tel:")
        same = re.sub(r"\W", "", self.label) == re.sub(r"\W", "", shown)
        if shown and not same:
            self.line = f"{self.line.rstrip()} ({shown})"
        self.href = ""

    def end_line(self):
        if self.line.strip():
            self.lines.append(self.line.rstrip())
        self.line = ""

    def blank(self):
        if self.lines and self.lines[-1]:
            self.lines.append("")

    def text(self) -> str:
        self.end_line()
        return "\n".join(self.lines).strip()


def as_plain_text(source: str) -> str:
    parser = PlainText()
    parser.feed(source)
    parser.close()
    return parser.text()

"""MJML → HTML for e-mail, with a lint of what mrml lets pass. The only module that knows mjml-python."""

import re
import unicodedata
from html.parser import HTMLParser
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext as _
from mjml import mjml2html

from .errors import MailError

# mrml dies with a segmentation fault at a few thousand nested tags, and takes the process along.
MAX_DEPTH = 200
MAX_SOURCE_CHARACTERS = 2_000_000
# Gmail cuts longer mails off and hides what follows, including the way to unsubscribe.
MAX_HTML_BYTES = 102_400

STRUCTURE = {"mjml", "mj-head", "mj-body", "mj-attributes", "mj-section", "mj-group", "mj-wrapper", "mj-column"}
LEAVES = {"mj-all", "mj-class", "mj-breakpoint", "mj-image", "mj-divider", "mj-spacer"}
WITH_HTML = {"mj-text", "mj-button", "mj-table", "mj-raw", "mj-title", "mj-preview", "mj-style"}
VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
FORBIDDEN = {"script", "iframe", "object", "embed", "form", "input", "link", "base", "video", "audio", "svg", "picture"}
TAG = re.compile(r"<[a-zA-Z][^<>]*>")
ATTRIBUTE_VALUE = re.compile(r"\"[^\"]*\"|'[^']*'")
SPELT_OUT = re.compile(r"[^ -\[\]-~]+")
CSS_URL = re.compile(r"url\(\s*['\"]?([^'\")]+)", re.IGNORECASE)


def compile_mail(source: str) -> tuple[str, list[str]]:
    """HTML of an MJML document, and what the lint found. Raises MailError if there can be no HTML."""
    if len(source) > MAX_SOURCE_CHARACTERS:
        raise MailError(_("This page is far too long for an e-mail. Show fewer blocks in the medium “E-mail”."))
    lint = Lint()
    lint.feed(source)
    lint.close()
    if lint.deepest > MAX_DEPTH:
        raise MailError(_("A text on this page is nested too deeply for an e-mail. Paste it again without its formatting."))
    try:
        html = mjml2html(with_references(source), fonts={})  # without fonts={} every mail would fetch fonts from a foreign host
    except ValueError as error:
        raise MailError(
            _("The e-mail could not be put together: %(reason)s. Tell the people who look after Vielfalt.") % {"reason": error}
        ) from error
    problems = list(dict.fromkeys(lint.problems))
    if (size := len(html.encode())) > MAX_HTML_BYTES:
        problems.append(
            _("The e-mail has %(size)d kB. From 100 kB on some programs cut it off: show fewer blocks in the medium “E-mail”.")
            % {"size": round(size / 1024)}
        )
    return html, problems


def with_references(source: str) -> str:
    """MJML whose attributes hold the characters mrml would spell out (“ليل\\u{64b}ا”, “z.\\u{a0}B.”) as references.

    mrml 0.x writes attributes like a Rust debug string: it escapes combining, invisible and control characters.
    """
    return TAG.sub(lambda tag: ATTRIBUTE_VALUE.sub(lambda value: SPELT_OUT.sub(as_reference, value[0]), tag[0]), source)


def as_reference(match: re.Match) -> str:
    return "".join(
        f"&#x{ord(char):x};" if char in "\\\n\r\t" or unicodedata.category(char)[0] in "CMZ" else char for char in match[0]
    )


def own_hosts() -> set[str]:
    """Where pictures may come from: the site, and the servers its media and static files live on."""
    addresses = (settings.BASE_URL, settings.MEDIA_URL, settings.STATIC_URL)
    return {host for address in addresses if (host := urlsplit(address).hostname)}


class Lint(HTMLParser):
    """Walks through MJML and notes what mrml would drop, pass on or load from elsewhere without a word."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.problems: list[str] = []
        self.open: list[str] = []
        self.deepest = 0
        self.hosts = own_hosts()

    @property
    def in_html(self) -> bool:
        return any(tag in WITH_HTML for tag in self.open)

    def handle_starttag(self, tag, attrs):
        self.look_at(tag, dict(attrs))
        if tag not in VOID and tag not in LEAVES:
            self.open.append(tag)
            self.deepest = max(self.deepest, len(self.open))

    def handle_startendtag(self, tag, attrs):
        self.look_at(tag, dict(attrs))

    def handle_endtag(self, tag):
        if tag in self.open:
            while self.open.pop() != tag:
                pass

    def handle_data(self, data):
        if data.strip() and not self.in_html:
            self.note(_("Text outside a text block would be lost: “%(text)s”"), text=data.strip()[:60])
        if self.open and self.open[-1] == "mj-style":
            self.look_at_css(data)

    def look_at(self, tag: str, attributes: dict):
        if tag.startswith("mj"):
            if tag not in STRUCTURE | LEAVES | WITH_HTML and self.parent != "mj-attributes":
                self.note(_("Unknown component <%(tag)s>"), tag=tag)
            elif self.in_html:
                self.note(_("Component <%(tag)s> inside a text"), tag=tag)
        elif not self.in_html:
            self.note(_("HTML outside a text block would be lost: <%(tag)s>"), tag=tag)
        if tag in FORBIDDEN:
            self.note(_("<%(tag)s> has no place in an e-mail"), tag=tag)
        if tag in ("img", "mj-image") and attributes.get("alt") is None and self.parent != "mj-attributes":
            self.note(_("A picture has no alternative text: %(src)s"), src=attributes.get("src") or "")
        self.look_at_addresses(attributes)

    @property
    def parent(self) -> str:
        return self.open[-1] if self.open else ""

    def look_at_addresses(self, attributes: dict):
        for name in ("src", "background", "background-url", "srcset", "poster"):
            if address := attributes.get(name):
                self.look_at_loaded(address)
        href = attributes.get("href")
        if href is not None and not re.match(r"(?:https?://[^/\s]+|mailto:|tel:)", href):
            self.note(_("This link leads nowhere in an e-mail: “%(address)s”"), address=href)
        self.look_at_css(attributes.get("style") or "")

    def look_at_css(self, css: str):
        for address in CSS_URL.findall(css):
            self.look_at_loaded(address)
        if "@import" in css:
            self.note(_("A style sheet would be loaded from elsewhere"))

    def look_at_loaded(self, address: str):
        parts = urlsplit(address)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            self.note(_("This address is not complete: “%(address)s”"), address=address[:120])
        elif parts.hostname not in self.hosts:
            self.note(_("A picture would be loaded from %(host)s. Readers must not be watched."), host=parts.hostname)

    def note(self, message: str, **values):
        self.problems.append(message % values)

"""What of a finished mail some mail programs cannot show, and what makes it hard to read for some people.

The table mail_support.json is drawn from caniemail.com (see its “source”). A feature without support is a finding unless
FALLBACKS says why nothing is lost without it.
"""

import functools
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

from django.utils.translation import gettext as _

TABLE = Path(__file__).with_name("mail_support.json")

# What we use although some program ignores it, and what its readers get instead.
FALLBACKS = {
    "css-at-media": "one column is narrow enough for a phone as it is",
    "css-at-media-prefers-color-scheme": "the light mail",
    "css-border-radius": "square corners",
    "css-border-spacing": "the attribute cellspacing says the same",
    "css-box-sizing": "a few pixels more",
    "css-color-scheme": "the light mail",
    "css-cursor": "the usual pointer",
    "css-direction": "the attribute dir says the same",
    "css-display": "block is what the element is anyway",
    "css-display-none": "the preheader has no size and no colour either",
    "css-important": "the light mail",
    "css-letter-spacing": "the usual spacing",
    "css-max-height": "the preheader has no size and no colour either",
    "css-max-width": "Outlook gets its widths from comments of its own",
    "css-min-height": "as high as its content",
    "css-opacity": "the preheader has no size and no colour either",
    "css-outline": "the usual focus ring",
    "css-overflow": "the preheader has no size and no colour either",
    "css-pseudo-class-focus": "the usual focus ring",
    "css-selector-child": "the light mail",
    "css-table-layout": "the columns have widths",
    "css-vertical-align": "the attribute valign says the same",
    "css-word-break": "long words are rare and have soft hyphens",
    "css-word-spacing": "normal is what it says",
    "html-aria-label": "the words beside it",
    "html-aria-hidden": "read aloud as well",
    "html-bdi": "the characters have a direction of their own",
    "html-body": "the box inside it has the ground",
    "html-dir": "the property direction says the same",
    "html-lang": "read in the reader's own language",
    "html-meta-color-scheme": "the light mail",
    "html-role": "a table is read as a table",
    "html-style": "every element carries its own style",
    "html-target": "a link of a mail opens a window anyway",
}
ATTRIBUTES = {
    "dir",
    "lang",
    "srcset",
    "role",
    "align",
    "background",
    "cellpadding",
    "cellspacing",
    "height",
    "hidden",
    "valign",
    "width",
}
ATTRIBUTES |= {"aria-describedby", "aria-hidden", "aria-label", "aria-labelledby", "aria-live", "loading", "required", "target"}
TAGS = {"h1": "h1-h6", "h2": "h1-h6", "h3": "h1-h6", "h4": "h1-h6", "h5": "h1-h6", "h6": "h1-h6", "ul": "lists", "ol": "lists"}
SEMANTIC = {
    "article",
    "aside",
    "details",
    "figcaption",
    "figure",
    "footer",
    "header",
    "main",
    "mark",
    "nav",
    "section",
    "summary",
    "time",
}
FUNCTIONS = {
    "clamp(": "function-clamp",
    "min(": "function-min",
    "max(": "function-max",
    "calc(": "unit-calc",
    "var(": "variables",
}
FUNCTIONS |= {"linear-gradient(": "linear-gradient", "radial-gradient(": "radial-gradient", "conic-gradient(": "conic-gradient"}
UNITS = re.compile(r"[\d.](rem|vh|vw|vmin|vmax|ch|ex)\b")
DECLARATION = re.compile(r"([a-z-]+)\s*:\s*([^;{}]+)")
COMMENT = re.compile(r"<!--.*?-->", re.S)
EMPTY_LINKS = {"hier", "here", "mehr", "more", "klick", "click", "link", "weiter", "burada", "هنا", "тут"}


@dataclass(frozen=True)
class Finding:
    """`kind`: client or accessibility. The sentence is for editors."""

    kind: str
    text: str


@functools.cache
def table() -> dict[str, dict]:
    return json.loads(TABLE.read_text(encoding="utf-8"))["features"]


def findings(html: str) -> list[Finding]:
    """Everything about a finished mail that an editor should know before it leaves."""
    look = Look()
    look.feed(COMMENT.sub("", html))  # conditional comments are for Outlook only, and written for it
    look.close()
    return [*unsupported(look.features), *(Finding("accessibility", text) for text in look.barriers)]


def unsupported(features: set[str]) -> Iterator[Finding]:
    for slug in sorted(features - FALLBACKS.keys()):
        feature = table().get(slug)
        without = [name for name, level in (feature or {}).get("gaps", {}).items() if level == "n"]
        if without:
            values = {"feature": feature["title"], "programs": ", ".join(without)}
            yield Finding("client", _("“%(feature)s” does not work in %(programs)s.") % values)


class Look(HTMLParser):
    """Collects the features a mail uses, and what stands in the way of screen readers."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.features: set[str] = set()
        self.barriers: list[str] = []
        self.headings: list[int] = []
        self.in_style = False
        self.link: list[str] | None = None
        self.tables: list[bool] = []  # has a row of headings

    def handle_starttag(self, tag, attrs):
        attributes = dict(attrs)
        name = "semantics" if tag in SEMANTIC else TAGS.get(tag, tag)
        self.features.add(f"html-{name}")
        self.features |= {f"html-{name}" for name in attributes if name in ATTRIBUTES}
        self.look_at_css(attributes.get("style") or "")
        self.in_style = tag == "style"
        if tag == "html" and not attributes.get("lang"):
            self.note(_("The mail does not say which language it is in."))
        if tag == "img":
            self.look_at_picture(attributes)
        if tag == "table" and attributes.get("role") not in ("presentation", "none"):
            self.tables.append(False)
        if tag == "th" and self.tables:
            self.tables[-1] = True
        if tag == "a" and attributes.get("href"):
            self.link = [attributes.get("aria-label") or ""]
        if re.fullmatch(r"h[1-6]", tag):
            self.look_at_heading(int(tag[1]))

    def handle_endtag(self, tag):
        self.in_style = False
        if tag == "a" and self.link is not None:
            words = " ".join("".join(self.link).split())
            if not words:
                self.note(_("A link has no words; nobody using a screen reader knows where it leads."))
            elif words.lower().strip(" .…»>") in EMPTY_LINKS:
                self.note(_("The link “%s” does not say where it leads.") % words)
            self.link = None

    def handle_data(self, data):
        if self.in_style:
            self.look_at_sheet(data)
        elif self.link is not None:
            self.link.append(data)

    def note(self, text: str) -> None:
        if text not in self.barriers:
            self.barriers.append(text)

    def look_at_picture(self, attributes: dict) -> None:
        if self.link is not None:
            self.link.append(attributes.get("alt") or "")
        if attributes.get("alt") is None:
            self.note(_("A picture has no description: %s") % (attributes.get("src") or "").rsplit("/", 1)[-1])
        if not attributes.get("width"):
            self.note(
                _("A picture has no width, so Outlook shows it in its full size: %s")
                % (attributes.get("src") or "").rsplit("/", 1)[-1]
            )

    def look_at_heading(self, level: int) -> None:
        before = self.headings[-1] if self.headings else 0
        if level > before + 1:
            self.note(
                _("A heading of level %(level)s follows one of level %(before)s: a step is left out.")
                % {"level": level, "before": before}
            )
        self.headings.append(level)

    def look_at_sheet(self, css: str) -> None:
        for rule in re.findall(r"@([a-z-]+)", css):
            self.features.add(f"css-at-{rule}")
        if "prefers-color-scheme" in css:
            self.features.add("css-at-media-prefers-color-scheme")
        for block in re.findall(r"\{([^{}]*)\}", css):
            self.look_at_css(block)

    def look_at_css(self, css: str) -> None:
        for name, value in DECLARATION.findall(css.lower()):
            self.features.add(f"css-{self.known(name)}")
            value = value.strip()
            if name == "display" and value.split()[0] in ("flex", "grid", "none"):
                self.features.add(f"css-display-{value.split()[0]}")
            self.features |= {f"css-{slug}" for mark, slug in FUNCTIONS.items() if mark in value}
            self.features |= {f"css-unit-{unit}" for unit in UNITS.findall(value)}

    @staticmethod
    def known(name: str) -> str:
        """The property the table knows: padding for padding-left."""
        while f"css-{name}" not in table() and "-" in name:
            name = name.rpartition("-")[0]
        return name

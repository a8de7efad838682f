"""Template language of paper: pictures by media: address, headline sizes, the nameplate, the parts of a body."""

import re
import unicodedata
from urllib.parse import quote

from django import template
from django.utils import translation
from django.utils.html import escape, format_html
from django.utils.safestring import mark_safe

from cms.core.medium import Medium
from cms.core.typography import typeset

register = template.Library()

QUOTATION_MARKS = {"de": "„“", "en": "“”", "tr": "“”", "ar": "«»", "uk": "«»"}
CROPS = {"wide": 0.5625, "square": 1.0, "portrait": 1.25}
# Characters up to which a headline is set in a size; what is longer gets the smallest.
HEADLINE_SIZES = ((24, "xl"), (46, "l"), (80, "m"), (140, "s"))
TAG = re.compile(r"""<(/?)([a-zA-Z][\w-]*)((?:"[^"]*"|'[^']*'|[^'">])*?)(/?)>""")
VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
SHORT_WORD = 7  # letters of a word that does not stand alone on the last line of a headline
NAMEPLATE_CHARACTERS = 8.4  # as many as fit the width at full size


@register.simple_tag(takes_context=True)
def print_picture(context, image, *, width, alt="", name="", css=""):
    """`<img>` for paper, at most `width` mm wide, its focal point kept in view.

    The address is media:<mm>/<name>; only the render process can open it. A picture that is gone becomes a mark that stops
    the rendering with the name of block (`name`) and page.
    """
    page = context.get("story_page") or context.get("page")
    where = {"picture": name or getattr(image, "title", ""), "page": getattr(page, "title", "")}
    if image is None or not getattr(image, "file", None):
        return format_html('<span data-missing data-picture="{picture}" data-page="{page}"></span>', **where)
    alt = alt or getattr(image, "contextual_alt_text", "") or image.description or image.title
    return format_html(
        '<img class="{css}" src="media:{width}/{src}" alt="{alt}" style="object-position:{focus}"'
        ' data-picture="{picture}" data-page="{page}">',
        css=css,
        width=round(width),
        src=quote(image.file.name),
        alt=typeset(alt),
        focus=focus(image),
        **where,
    )


def focus(image) -> str:
    """Where a crop keeps its centre, as CSS object-position."""
    if not image.has_focal_point():
        return "50% 40%"
    point = image.get_focal_point()
    across, down = point.centroid.x / image.width, point.centroid.y / image.height
    return f"{across * 100:.0f}% {down * 100:.0f}%"


@register.filter
def picture_ratio(image, crop="original"):
    """Height / width of a picture in this crop; never taller than 4:5."""
    if image is None or not image.width:
        return "0.66"
    return f"{min(1.25, CROPS.get(crop, image.height / image.width)):.3f}"


@register.filter
def headline_size(text):
    length = len(str(text or ""))
    return next((size for most, size in HEADLINE_SIZES if length <= most), "xs")


@register.filter
def headline(text):
    """A headline typeset, with no short word alone on its last line."""
    words = typeset(str(text or "")).rsplit(" ", 1)
    short = len(words) == 2 and len(words[1]) <= SHORT_WORD and len(words[0]) > 2 * SHORT_WORD
    return f"{words[0]}\u00a0{words[1]}" if short and "-" not in words[0].rsplit(" ", 1)[-1] else " ".join(words)


@register.simple_tag
def nameplate(title, style="wordmark"):
    """The paper's name with the sun on the dot of its first i; narrower the longer it is."""
    title = str(title or "")
    scale = min(1.0, NAMEPLATE_CHARACTERS / max(1, len(title)))
    place = title.find("i")
    if style == "wordmark" and place >= 0:
        name = format_html("{}<i>i</i>{}", title[:place], title[place + 1 :])
    elif style == "wordmark":
        name = format_html('<i class="beside"></i>{}', title)
    else:
        name = format_html("{}", title)
    return format_html('<span class="np" dir="{}" style="--scale:{}">{}</span>', direction_of(title), f"{scale:.3f}", name)


def direction_of(text: str) -> str:
    """From which side a text is read: its first letter says it."""
    strong = next((unicodedata.bidirectional(letter) for letter in text if letter.isalpha()), "L")
    return "rtl" if strong in ("R", "AL") else "ltr"


@register.filter
def isolated(text, medium="print"):
    """On paper: names and addresses in another script stay in order; WeasyPrint forgets a plain `bdi` where a line ends."""
    if medium != "print":
        return text
    return format_html('<bdi class="long" dir="{}">{}</bdi>', direction_of(str(text)), text)


@register.filter
def sidebox(body):
    """The block that stands beside the picture instead of in the text: the first fact box or contact."""
    for block in body:
        if block.block_type in ("fact_box", "contact_card") and block.block.is_shown_in(block.value, medium=Medium.PRINT):
            return block
    return None


@register.simple_tag(takes_context=True)
def located_block(context, block):
    """A block whose outermost elements carry `data-block`, so that findings can say where it stands on paper."""
    html = block.render_as_block(context.flatten()) if hasattr(block, "render_as_block") else str(block)
    return mark_safe(mark_elements(html, attribute="data-block", value=block.id or ""))  # noqa: S308 -- the block escaped itself


def mark_elements(html: str, *, attribute: str, value: str) -> str:
    """`html` with an attribute on each of its outermost elements."""
    depth, parts, last = 0, [], 0
    for match in TAG.finditer(html):
        closing, name, _attributes, empty = match.groups()
        if closing:
            depth -= 1
            continue
        if depth == 0:
            place = match.start() + 1 + len(name)
            parts += [html[last:place], f' {attribute}="{escape(value)}"']
            last = place
        if not empty and name.lower() not in VOID:
            depth += 1
    return "".join([*parts, html[last:]])


@register.filter
def without_block(body, other):
    return [block for block in body if other is None or block.id != other.id]


@register.filter
def back_parts(body):
    """The back page by its parts: title, quote and picture make the poster, the rest stands below."""
    parts: dict = {"title": None, "quote": None, "picture": None, "rest": []}
    kinds = {"heading": "title", "pull_quote": "quote", "image": "picture"}
    for block in body:
        if not block.block.is_shown_in(block.value, medium=Medium.PRINT):
            continue
        kind = kinds.get(block.block_type)
        if kind and parts[kind] is None:
            parts[kind] = block
        else:
            parts["rest"].append(block)
    return parts


@register.filter
def paragraphs(text):
    """Plain text with blank lines between paragraphs, as a list."""
    return [part.strip() for part in str(text or "").replace("\r", "").split("\n\n") if part.strip()]


@register.simple_tag
def front_index(articles, lead, teasers, *, reserve=(), most=5):
    """What else is inside: the articles that page 1 does not show already and that are certain to be printed."""
    shown = {lead, *teasers[:3], *reserve}
    return [article for article in articles if article not in shown][:most]


@register.filter
def page_address(page):
    """The page's own address without scheme, to be typed off paper."""
    return (page.full_url or "").removeprefix("https://").removeprefix("http://").rstrip("/")


@register.filter
def grouped(number):
    """9000 as 9 000, with a space that does not break."""
    return f"{int(number):,}".replace(",", "\u00a0")


@register.filter
def quoted(text):
    """Words in the quotation marks of the active language; marks the editor typed around them are not doubled."""
    text = typeset(str(text or "").strip().strip('"„“”«»'))
    opening, closing = QUOTATION_MARKS.get((translation.get_language() or "en").split("-")[0], "“”")
    return f"{opening}{text}{closing}"

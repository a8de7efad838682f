"""Inline styles of the e-mail, by role. Mail clients drop style sheets, so every element carries its own.

Fonts are those the reader's system has; nothing is fetched. The same palette as in tokens.css.
"""

import re

from django.utils import translation
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import SourceImageIOError

from .colours import safe_colour, with_lightness
from .typography import comma

INK, STONE, PAPER, TINT, LINE = "#1c1b1f", "#625d56", "#faf6ef", "#f1e8d8", "#d9d2c5"
PETROL, POPPY, SUN = "#0b4f5c", "#c8321f", "#f5b324"
# Sections, a little darker than on paper: small type on the tinted ground needs 4.8 : 1.
SECTION_COLOURS = {"leaf": "#37704a", "plum": "#6d3b7c", "sky": "#2a649f", "poppy": "#bd2d1b", "petrol": PETROL}

FONTS = {
    "latin": {
        "sans": "'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif",
        "serif": "Georgia, 'Times New Roman', serif",
    },
    "easy": {
        "sans": "Verdana, 'Segoe UI', Roboto, Arial, sans-serif",
        "serif": "Verdana, 'Segoe UI', Roboto, Arial, sans-serif",
    },
    "arabic": {
        "sans": "'Segoe UI', Tahoma, 'Geeza Pro', 'Noto Sans Arabic', Arial, sans-serif",
        "serif": "'Noto Naskh Arabic', 'Geeza Pro', 'Traditional Arabic', Tahoma, serif",
    },
}
# Running text in px and its line height.
TEXT_SIZE = {"latin": (17, 1.55), "easy": (19, 1.7), "arabic": (19, 1.75)}

ROLES = {
    "kicker": "margin:0 0 4px;font-family:{sans};font-weight:700;font-size:14px;line-height:1.4;{capitals}",
    "h1": "margin:0;font-family:{sans};font-weight:800;font-size:{h1}px;line-height:{tight};color:{ink}",
    "h2": "margin:0;font-family:{sans};font-weight:800;font-size:24px;line-height:{close};color:{ink}",
    "h3": "margin:0;font-family:{sans};font-weight:800;font-size:21px;line-height:{close};color:{ink}",
    "h4": "margin:0;font-family:{sans};font-weight:700;font-size:18px;line-height:1.3;color:{ink}",
    "quote": "margin:0;font-family:{sans};font-weight:800;font-size:26px;line-height:{close};color:{main}",
    "claim": "margin:0;font-family:{sans};font-weight:800;font-size:28px;line-height:{close};color:#ffffff",
    "standfirst": "margin:12px 0 0;font-family:{serif};font-size:19px;line-height:{lines};color:{ink}",
    "p": "margin:0 0 14px",
    "teaser": "margin:6px 0 0;font-family:{serif};font-size:{size}px;line-height:{lines};color:{ink}",
    "note": "margin:8px 0 0;font-family:{sans};font-size:15px;line-height:1.45;color:{stone}",
    "sans": "font-family:{sans};font-size:16px;line-height:1.5;color:{ink}",
    "cell": "padding:8px {end} 8px {start};font-family:{sans};font-size:15px;line-height:1.45;vertical-align:top;"
    "text-align:{align};border-bottom:1px solid {line}",
    "link": "color:{link}",
    "title-link": "color:{ink};text-decoration:none",
    "rich-p": "margin:0 0 14px",
    "rich-ul": "margin:0 0 14px;{list}",
    "rich-ol": "margin:0 0 14px;{list}",
    "rich-li": "margin:0 0 6px",
    "rich-a": "color:{link}",
    "rich-h2": "margin:18px 0 6px;font-family:{sans};font-weight:800;font-size:24px;line-height:{close}",
    "rich-h3": "margin:18px 0 6px;font-family:{sans};font-weight:700;font-size:21px;line-height:{close}",
    "rich-h4": "margin:18px 0 6px;font-family:{sans};font-weight:700;font-size:18px;line-height:1.3",
}
# The three mail designs: what the frame in base.mjml looks like. Content follows in its own templates.
DESIGNS = {
    "paper": _("Newspaper: large picture, articles, dates, portrait"),
    "letter": _("Letter: personal, words first, few pictures"),
    "notice": _("Notice: short, dates and links at a glance"),
}
GROUNDS = {  # of the words, of boxes, around the mail; and how large the first headline is, in px
    "paper": {"ground": PAPER, "box": TINT, "around": "#eadfcb", "h1": 40},
    "letter": {"ground": "#ffffff", "box": "#f6f1e7", "around": TINT, "h1": 32},
    "notice": {"ground": "#ffffff", "box": "#fbf3e2", "around": "#f6ead0", "h1": 36},
}
MAX_PICTURE_BYTES = 100_000  # all pictures of a mail together load within seconds on a phone
HEX = re.compile(r"#[0-9a-fA-F]{6}")


def script_of(language: str) -> str:
    """Which of the three sets of fonts and sizes a language is set in."""
    if language == "de-x-leicht":
        return "easy"
    return "arabic" if is_rtl(language) else "latin"


def is_rtl(language: str) -> bool:
    return bool(language) and translation.get_language_info(language)["bidi"]


def hex_colour(value: str | None, default: str) -> str:
    """`value` if it is #rrggbb, else `default`. What goes into a style attribute is never taken on trust."""
    return value if value and HEX.fullmatch(value) else default


def mail_style(role: str, *, language: str, **look) -> str:
    """The style attribute of a role such as "h1" or "kicker"; "" for a role that needs none. `look` as in mail_values."""
    return ROLES.get(role, "").format(**mail_values(language, **look))


def mail_values(language: str, *, main: str = PETROL, accent: str = POPPY, link: str | None = None, design: str = "") -> dict:
    """Fonts, sizes, sides and colours for the mail in a language and a design; an unknown design looks like the paper."""
    frame = GROUNDS.get(design, GROUNDS["paper"])
    script = script_of(language)
    rtl = is_rtl(language)
    size, lines = TEXT_SIZE[script]
    return {
        **FONTS[script],
        **frame,
        "size": size,
        "lines": lines,
        "h1": frame["h1"] - 4 if script == "arabic" else frame["h1"],
        "tight": 1.3 if script == "arabic" else 1.06,
        "close": 1.4 if script == "arabic" else 1.18,
        # Arabic letters join: no tracking; capitals are hard to read in Leichte Sprache.
        "capitals": "letter-spacing:1px;text-transform:uppercase" if script == "latin" else "",
        "align": "right" if rtl else "left",
        "opposite": "left" if rtl else "right",
        "direction": "rtl" if rtl else "ltr",
        "comma": comma(language),
        "start": "8px" if rtl else "0",
        "end": "0" if rtl else "8px",
        "list": "padding:0 22px 0 0" if rtl else "padding:0 0 0 22px",
        "ink": INK,
        "stone": STONE,
        "paper": PAPER,
        "tint": TINT,
        "line": LINE,
        "sun": SUN,
        "accent": safe_colour(hex_colour(accent, POPPY), ground="#ffffff"),
        "main": safe_colour(hex_colour(main, PETROL), ground=TINT),
        "deep": with_lightness(hex_colour(main, PETROL), lightness=0.145),
        "link": hex_colour(link, "") or safe_colour(hex_colour(main, PETROL), ground=TINT),
    }


def light_rendition(image, *, spec: str, ground: str = PAPER):
    """A JPEG of `image` below MAX_PICTURE_BYTES if any quality manages that; the smallest one otherwise.

    `spec` is a Wagtail filter such as "fill-1200x675". Transparent parts get `ground`: mail clients that invert colours
    would put a cut-out on black. None if the file is gone: the text must still be readable.
    """
    rendition = None
    for quality in (72, 60, 48, 38):
        try:
            rendition = image.get_rendition(f"{spec}|format-jpeg|jpegquality-{quality}|bgcolor-{hex_colour(ground, PAPER)[1:]}")
        except SourceImageIOError:
            return None
        if rendition.file.size <= MAX_PICTURE_BYTES:
            break
    return rendition

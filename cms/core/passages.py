"""The passage of a text that a search has found, with the matches marked."""

import re

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from .folding import fold_with_places

LENGTH = 220
BEFORE = 60


def excerpt(text: str, *, words: list[str]) -> str:
    """About LENGTH characters of `text` around the first match, cut between words."""
    spans = matches(text, words=words)
    start = max(0, spans[0][0] - BEFORE) if spans else 0
    if start:
        start = text.find(" ", start) + 1
    end = min(len(text), start + LENGTH)
    if end < len(text):
        end = max(text.rfind(" ", start, end), start + 1) if " " in text[start:end] else end
    return ("… " if start else "") + text[start:end] + (" …" if end < len(text) else "")


def matches(text: str, *, words: list[str]) -> list[tuple[int, int]]:
    """Where words of `text` begin with one of the folded `words`: places in `text`, in order."""
    if not words:
        return []
    folded, places = fold_with_places(text)
    pattern = r"\b(?:" + "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)) + r")"
    return [(places[found.start()], places[found.end() - 1] + 1) for found in re.finditer(pattern, folded) if found.group()]


def mark(text: str, *, words: list[str]) -> SafeString:
    """`text`, escaped, with matches in <mark>."""
    pieces: list[tuple] = []
    at = 0
    for start, end in matches(text, words=words):
        if start < at:
            continue
        pieces += [(text[at:start],), (format_html("<mark>{}</mark>", text[start:end]),)]
        at = end
    return format_html_join("", "{}", [*pieces, (text[at:],)])

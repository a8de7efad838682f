"""Texts that no typesetter expects: endless words get places where they may break, every few letters.

Without them WeasyPrint looks for hyphens in the whole word again and again, for minutes. Nothing that people write is touched.
"""

import re

LONGEST, PART = 60, 24  # letters without a space: more than German has ever needed; places to break apart
ENDLESS = re.compile(rf"\S{{{LONGEST + 1},}}")
BREAK = "\u200b"
NOT_TEXT = ("style", "script", "title")


def break_endless_words(tree) -> None:
    """In every text of the document."""
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        if element.text and element.tag not in NOT_TEXT:
            element.text = ENDLESS.sub(_broken, element.text)
        if element.tail:
            element.tail = ENDLESS.sub(_broken, element.tail)


def _broken(match: re.Match) -> str:
    word = match[0]
    return BREAK.join(word[place : place + PART] for place in range(0, len(word), PART))

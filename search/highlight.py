"""What a hit shows: the sentence around the first match, with the matches marked."""

import html
import re

from django.utils.functional import cached_property
from django.utils.safestring import SafeString

from cms.core.folding import fold
from cms.core.passages import excerpt, mark
from cms.editions.reading import TAGS, prose

FIRST_FIELDS = ("standfirst", "headline", "letter", "body")


class Hit:
    """One page in a list of results."""

    def __init__(self, *, page, query: str):
        self.page = page
        self.words = [fold(word) for word in re.findall(r"\w+", query)]

    @cached_property
    def title(self) -> SafeString:
        return mark(self.page.title, words=self.words)

    @cached_property
    def snippet(self) -> SafeString:
        return mark(excerpt(page_text(self.page), words=self.words), words=self.words)


def page_text(page) -> str:
    """What can be read on the page besides its title, as running text."""
    parts = []
    for name in FIRST_FIELDS:
        value = getattr(page, name, "")
        parts += prose_of(value) if hasattr(value, "raw_data") else [str(value or "")]
    return " ".join(" ".join(part.split()) for part in parts if part)


def prose_of(stream) -> list[str]:
    texts = (text for block in stream.raw_data for text in prose(block["value"]))
    return [html.unescape(TAGS.sub(" ", text)) for text in texts]

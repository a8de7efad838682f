"""What a reader wants to know of articles before opening them: how long they take, and in which languages they exist."""

import math
import re
from collections.abc import Iterable, Iterator

from django.conf import settings

from .models import ArticlePage

WORDS_A_MINUTE = 200
TAGS = re.compile(r"<[^>]+>")
# Values that are not prose: addresses, codes, choices.
NOT_READ = {"show_in", "url", "id", "level", "style", "kind", "crop", "print_size", "page", "image", "poster", "email", "phone"}


def minutes(article: ArticlePage) -> int:
    """Reading time in minutes, at least one. Counted from the stored text, without loading pictures or pages."""
    words = len(article.standfirst.split())
    for block in article.body.raw_data:
        words += sum(len(TAGS.sub(" ", text).split()) for text in prose(block["value"]))
    return max(1, math.ceil(words / WORDS_A_MINUTE))


def prose(value) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            if key not in NOT_READ:
                yield from prose(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from prose(inner["value"] if isinstance(inner, dict) and "value" in inner else inner)


def add_languages(articles: Iterable[ArticlePage]) -> None:
    """Give each article `other_languages`: names of the languages it can also be read in. One query for all."""
    articles = list(articles)
    published: dict = {}
    rows = ArticlePage.objects.live().filter(
        translation_key__in=[article.translation_key for article in articles], alias_of__isnull=True
    )
    for key, code in rows.values_list("translation_key", "locale__language_code"):
        published.setdefault(key, set()).add(code)
    for article in articles:
        codes = published.get(article.translation_key, set())
        article.other_languages = [
            name for code, name in settings.LANGUAGES if code in codes and code != article.locale.language_code
        ]

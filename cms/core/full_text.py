"""A reader's words as a question to the search index, forgiving about umlauts.

The database does the matching (FTS5 on SQLite, tsvector on PostgreSQL), by the beginnings of words, because German glues
them together. It gets letters and digits only: quotes and operators in a reader's query would be syntax to it.
"""

import itertools
import re

from django.core.cache import cache
from django.db import connection
from modelsearch.query import And, Or, PlainText

WORDS = re.compile(r"\w+", re.UNICODE)
SPELLINGS = [("ae", "ä"), ("oe", "ö"), ("ue", "ü"), ("ss", "ß")]
ARABIC = re.compile("[\u0600-\u06ff]")
JOINED = ("وال", "بال", "ال", "لل")  # “and the”, “with the”, “the”, “for the” are one word with the noun
MOST_WORDS = 8
MOST_VARIANTS = 16
STATISTICS_EVERY = 60 * 60  # seconds


def words_of(text: str) -> list[str]:
    return WORDS.findall(text.lower())


def any_spelling(words: list[str]):
    """All the words, each by its beginning, as typed or with ae/ä, oe/ö, ue/ü, ss/ß exchanged.

    An Or of Ands, because SQLite's query language has no parentheses here: AND binds before OR.
    """
    combinations = itertools.islice(itertools.product(*(spellings(word) for word in words)), MOST_VARIANTS)
    queries = [all_of([PlainText(word) for word in combination]) for combination in combinations]
    return queries[0] if len(queries) == 1 else Or(queries)


def all_of(parts: list[PlainText]):
    return parts[0] if len(parts) == 1 else And(parts)


def spellings(word: str) -> list[str]:
    """The word as typed, then its other German spellings; in Arabic with and without what is written before it."""
    if ARABIC.search(word):
        bare = next((word[len(prefix) :] for prefix in JOINED if word.startswith(prefix) and len(word) > len(prefix) + 2), word)
        return list(dict.fromkeys([word, bare, *(prefix + bare for prefix in JOINED)]))
    found = [word]
    for ascii_letters, letter in SPELLINGS:
        for known in list(found):
            found += [known.replace(ascii_letters, letter), known.replace(letter, ascii_letters)]
    return list(dict.fromkeys(found))


def count_index() -> int:
    """A duty, hourly: SQLite must know how large the index is, or it looks up every entry in turn (3 s for 5,000, not 10 ms)."""
    if connection.vendor != "sqlite" or not cache.add("full_text.counted", True, STATISTICS_EVERY):
        return 0
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE wagtailsearch_indexentry")
    return 0

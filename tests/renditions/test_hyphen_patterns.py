"""Patterns read when they are needed divide words exactly as pyphen does."""

import random

import pyphen
import pytest

from cms.renditions.hyphen_patterns import QuickPatterns
from cms.renditions.hyphen_patterns import Unread as PatternsUnread

PARENTS = QuickPatterns.__mro__[1]  # pyphen's own, whatever this process uses
WORDS = [
    "Gemeinschaftsgarten",
    "Integrationsratsvorsitzende",
    "Straßenbahnhaltestelle",
    "Wassertonne",
    "Äpfel",
    "übermorgen",
    "Öffnungszeiten",
    "einschätzungsspielraum",
    "donaudampfschifffahrt",
    "Zuckerbäcker",
    "eßbar",
    "WIR-SIND-LINDENAU",
    "a",
    "ab",
    "xyz",
    "1234",
    "naïve",
    "спільнота",
    "громадський",
    "вулиця",
    "сусідство",
    "общежитие",
    "ekzemple",
    "enirejo",
    "estis",
    "asszonnyal",
    "mennyország",
    "meghosszabbít",
]


@pytest.mark.parametrize("language", ["de_DE", "uk_UA", "eo", "hu_HU"])
def test_words_are_divided_where_pyphen_divides_them(language):
    path = pyphen.LANGUAGES[language]
    own, quick = PARENTS(path), QuickPatterns(path)
    chance = random.Random(24)
    letters = [name.replace(".", "") for name in own.patterns]
    made = ["".join(chance.choices(letters, k=4)) for _number in range(200)]
    divided = [quick.positions(word) for word in (*WORDS, *made)]
    assert [[(int(place), place.data) for place in places] for places in divided] == [
        [(int(place), place.data) for place in own.positions(word)] for word in (*WORDS, *made)
    ]
    assert any(divided)


def test_german_is_not_read_before_a_word_needs_it():
    assert isinstance(QuickPatterns(pyphen.LANGUAGES["de_DE"]).patterns, PatternsUnread)


def test_this_process_uses_them():
    """Django's start has asked for them: headlines and the readability report divide words in the web process too."""
    assert pyphen.HyphDict is QuickPatterns

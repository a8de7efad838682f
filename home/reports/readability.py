"""How easy a text is: Flesch's reading ease where its formula knows the language, and the rules of Leichte Sprache.

German by Amstad (1978): 180 - words per sentence - 58.5 x syllables per word. English by Flesch (1948). Syllables are those of
the hyphenation (pyphen), as the common tools count them. For other languages only the length of sentences is told.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

import pyphen

from cms.core.lamps import Lamp

ENOUGH = 60  # words: less says nothing about a text
FORMULAS = {"de": (180.0, 1.0, 58.5), "en": (206.835, 1.015, 84.6)}
EASY, HARD = 50, 30  # reading ease: plain for most, hard for most
LONG, VERY_LONG = 18, 24  # words per sentence, where no formula is known
LEICHT_WORDS, LEICHT_LONGEST = 8, 15  # Leichte Sprache: words per sentence, and in the longest one
SENTENCE = re.compile(r"(?<!\b[A-Za-z])(?<!\d)[.!?…]+[”“»«\"')]*\s+|\n+|[:;]\s+(?=[A-ZÄÖÜ])")
WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@dataclass(frozen=True)
class Readability:
    """`ease` 0 (hard) to 100 (easy), None where no formula is known; lengths in words."""

    lamp: Lamp
    words: int = 0
    ease: int | None = None
    per_sentence: float = 0.0
    longest: int = 0


def readability(text: str, *, language: str) -> Readability:
    """`language` as in settings.LANGUAGES."""
    sentences = [len(WORD.findall(sentence)) for sentence in SENTENCE.split(text)]
    sentences = [words for words in sentences if words]
    words = sum(sentences)
    if words < ENOUGH:
        return Readability(Lamp.NA, words)
    mean, longest = words / len(sentences), max(sentences)
    if language == "de-x-leicht":
        lamp = Lamp.OK if mean <= LEICHT_WORDS and longest <= LEICHT_LONGEST else Lamp.OLD
        return Readability(lamp, words, None, mean, longest)
    ease = reading_ease(text, per_sentence=mean, words=words, language=language)
    if ease is None:
        lamp = Lamp.OK if mean <= LONG else Lamp.OLD if mean <= VERY_LONG else Lamp.NO
    else:
        lamp = Lamp.OK if ease >= EASY else Lamp.OLD if ease >= HARD else Lamp.NO
    return Readability(lamp, words, ease, mean, longest)


def reading_ease(text: str, *, per_sentence: float, words: int, language: str) -> int | None:
    if language not in FORMULAS:
        return None
    base, for_length, for_syllables = FORMULAS[language]
    syllables = sum(syllables_of(word, language=language) for word in WORD.findall(text.lower()))
    return round(max(0.0, min(100.0, base - for_length * per_sentence - for_syllables * syllables / words)))


def syllables_of(word: str, *, language: str) -> int:
    return len(hyphenator(language).positions(word)) + 1


@lru_cache(maxsize=4)
def hyphenator(language: str) -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="en_US" if language == "en" else "de_DE")

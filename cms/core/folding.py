"""Folding: letters as they compare in a search, with the way back to where they stood in the text."""

import unicodedata

GERMAN = {"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"}


def fold(text: str) -> str:
    """Lower case, umlauts written out, other marks removed: “Gärten” and “Gaerten” are the same."""
    return fold_with_places(text)[0]


def fold_with_places(text: str) -> tuple[str, list[int]]:
    """The folded text and, for each of its characters, the place in `text` it comes from."""
    folded: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        lower = character.lower()
        if lower in GERMAN:
            letters = GERMAN[lower]
        else:
            letters = "".join(part for part in unicodedata.normalize("NFKD", lower) if not unicodedata.combining(part))
        folded.append(letters)
        places += [place] * len(letters)
    return "".join(folded), places

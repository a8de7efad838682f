"""What a resident's photo is good for, in friendly words; and a fingerprint that finds the same photo again."""

import io
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext as _
from PIL import Image

from cms.core.images import print_size_text

FOR_POSTERS = 2400  # pixels on the longer side: A2 at 100 ppi, where nobody stands closer than a metre
FOR_PAPER = 1200
NEAR = 6  # of 64 bits: the same photo, smaller, lighter or saved again


class PhotoUse(StrEnum):
    POSTERS = "posters"
    PAPER = "paper"
    WEB = "web"


@dataclass(frozen=True)
class Advice:
    use: PhotoUse
    text: str
    size: str  # “prints up to 20 × 16 cm at 300 ppi”


def advice(width: int, height: int) -> Advice:
    """`width` and `height` in pixels."""
    longer = max(width, height)
    if longer >= FOR_POSTERS:
        use, text = PhotoUse.POSTERS, _("Your photo is large enough for everything, also for posters.")
    elif longer >= FOR_PAPER:
        use, text = (
            PhotoUse.PAPER,
            _("Your photo is fine for the web site and the newspaper. For posters a larger one is better."),
        )
    else:
        use = PhotoUse.WEB
        text = _("Your photo is small and only sharp on a screen. Send the original from your phone, not one from a chat.")
    return Advice(use, text, print_size_text(width, height))


def fingerprint(content: bytes) -> str:
    """64 bits as hexadecimal digits: whether each spot is lighter than its neighbour (difference hash)."""
    with Image.open(io.BytesIO(content)) as picture:
        picture.draft("L", (64, 64))
        grey = picture.convert("L").resize((9, 8), Image.Resampling.LANCZOS)
    spots = grey.tobytes()
    bits = 0
    for row in range(8):
        for column in range(8):
            place = row * 9 + column
            bits = bits << 1 | (spots[place] > spots[place + 1])
    return f"{bits:016x}"


def alike(one: str, other: str) -> bool:
    """Whether two fingerprints are of the same photo."""
    return bool(one and other) and (int(one, 16) ^ int(other, 16)).bit_count() <= NEAR

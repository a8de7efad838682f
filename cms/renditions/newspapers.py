"""Formats by key for the Django side: the registry, and the advertisements of the newspapers that editors have entered.

The key of an advertisement is `ad:<newspaper>:<columns>x<height in mm>`, for example `ad:pegnitz-bote:2x120`.
"""

import re

from . import formats
from .sheet import Sheet

AD_KEY = re.compile(r"^ad:(?P<slug>[-\w]+):(?P<columns>\d+)x(?P<height>\d+)$")


def sheet_of(key: str) -> Sheet:
    """The format with this key. Raises KeyError for a format, newspaper or column count that does not exist."""
    match = AD_KEY.match(key)
    if match is None:
        return formats.sheet(key)
    from .models import Newspaper

    paper = Newspaper.objects.filter(slug=match["slug"]).first()
    if paper is None:
        raise KeyError(f"No newspaper “{match['slug']}”.")
    return paper.ad(columns=int(match["columns"]), height=int(match["height"]))

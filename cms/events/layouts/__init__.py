"""Where everything stands on the pieces of an event, by design and shape of the sheet; and what the panels of a flyer hold.

Percent of the sheet, see Place.
"""

from .advertisements import DAY_AD, PICTURE_AD, SMALL_AD, SMALL_PICTURE_AD
from .flyers import FLYER, SERIES_FLYER, panels_of
from .posters import DAY, PICTURE
from .series_posters import SERIES_DATES, SERIES_PICTURE

__all__ = ["FLYER", "LAYOUTS", "SERIES_FLYER", "SMALL", "layout", "panels_of", "series_layout"]

SMALL = {"day": SMALL_AD, "picture": SMALL_PICTURE_AD}
LAYOUTS = {"picture": PICTURE, "day": DAY, "picture_ad": PICTURE_AD, "day_ad": DAY_AD}
SERIES = {"series_picture": SERIES_PICTURE, "series_dates": SERIES_DATES}
MANY = 7  # dates from which on a poster of a series gives them more room


def layout(name: str, *, shape: str, ad: bool = False, small: bool = False) -> dict:
    if ad and small and shape in ("portrait", "square"):
        return SMALL[name]
    return LAYOUTS[f"{name}_ad" if ad else name][shape]


def series_layout(name: str, *, shape: str, count: int) -> dict:
    """Of a poster with `count` dates; `is_crowded`: there is no room for a text."""
    at, is_crowded = SERIES[name][shape], count >= MANY
    return at | (at.get("many", {}) if is_crowded else {}) | {"is_crowded": is_crowded}

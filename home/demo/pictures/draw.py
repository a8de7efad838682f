"""Every picture of the demo world by name. `PICTURES["garten"].draw()` gives the SVG; `raster.py` makes the file that is uploaded.

Names: scenes as in the articles, portraits by first name, and, with transparency, `figur-…` for the same campaign face cut out
before its shapes, `frei-…` for the person alone.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from .cast import PORTRAITS
from .office import unterschrift
from .people import cut_out, free, portrait
from .scenes import garden, rooms, square, stage, table, town, water

# Widths in print: 22 cm and 13.5 cm at 300 ppi; on A2 posters persons are 29 cm wide, scenes cover 43 × 30 cm at 270 ppi.
# All give whole pixels in height; with a fraction resvg is three times slower.
SCENE_PX, PORTRAIT_PX, PERSON_PX, POSTER_PX, WIDE_POSTER_PX = 2640, 1600, 3120, 4800, 5760
CAMPAIGN = ("samira", "kofi", "ljudmyla", "emre", "hoa", "walter", "amira", "ruxandra", "jaspal", "tesfay")


@dataclass(frozen=True)
class Picture:
    """A drawing that knows its size in drawing units and the width in px it should be rasterised to."""

    name: str
    width: int
    height: int
    width_px: int
    transparent: bool
    draw: Callable[[], str]

    @property
    def title(self) -> str:
        """What can be seen, in German: the alternative text of the demo image."""
        return re.search(r"<title>(.*?)</title>", self.draw())[1]

    @property
    def filename(self) -> str:
        return f"{self.name}.{'png' if self.transparent else 'jpg'}"


def _scene(draw: Callable[[], str], width: int = 1200, height: int = 800, *, px: int = SCENE_PX) -> Picture:
    return Picture(draw.__name__, width, height, px, False, draw)


_SCENES = (
    _scene(garden.garten, 1600, 900),
    _scene(stage.becken),
    _scene(table.backstube),
    _scene(town.rathaus),
    _scene(stage.chor, px=POSTER_PX),
    _scene(stage.pokal),
    _scene(table.suppe),
    _scene(table.fruehstueck, 1600, 900, px=WIDE_POSTER_PX),
    _scene(town.treppenhaus),
    _scene(rooms.schule),
    _scene(rooms.lehrling),
    _scene(rooms.wahl, px=POSTER_PX),
    _scene(rooms.sprechstunde),
    _scene(town.tour, px=POSTER_PX),
    _scene(town.bahnhof),
    _scene(water.wehr, 1500, 1000),
    _scene(water.angler),
    _scene(water.bruecke, 1500, 1000),
    _scene(square.werkstatt, 1100, 1100),
)
_PORTRAITS = tuple(Picture(key, 600, 600, PORTRAIT_PX, False, partial(portrait, key)) for key in PORTRAITS)
_CUT_OUTS = tuple(Picture(f"figur-{key}", 480, 560, PORTRAIT_PX, True, partial(cut_out, key)) for key in CAMPAIGN)
_FREE = tuple(Picture(f"frei-{key}", 520, 600, PERSON_PX, True, partial(free, key)) for key in CAMPAIGN)

_SIGNATURE = Picture("unterschrift", 920, 210, 1400, True, unterschrift)

PICTURES: dict[str, Picture] = {picture.name: picture for picture in (_SIGNATURE, *_SCENES, *_PORTRAITS, *_CUT_OUTS, *_FREE)}

"""The registry of formats. A new one is added here and nowhere else; advertisements of newspapers are made by `ad_sheet`.

Sizes: ISO 216 (A series), DIN lang flyers as German print shops fold them, large posters at reduced scale. Knows no Django.
"""

from .sheet import Panel, Sheet

PX_MM = 25.4 / 96


def _strip(side: str, *panels: tuple[str, float]) -> tuple[Panel, ...]:
    """Panels side by side from the left trim edge."""
    placed, x = [], 0.0
    for key, width in panels:
        placed.append(Panel(key=key, side=side, x=x, width=width))
        x += width
    return tuple(placed)


def _plain(key: str, width: float, height: float, *, label: str, kind: str, **more) -> Sheet:
    """A sheet with margins in proportion to its size."""
    margin = round((width * height) ** 0.5 * 0.062, 1)
    defaults = {"top": margin, "side": margin, "bottom": margin, "columns": 4, "gutter": 4.5}
    return Sheet(key=key, width=width, height=height, label=label, kind=kind, **(defaults | more))


def _flyer(key: str, label: str, *, outside: tuple, inside: tuple, height: float) -> Sheet:
    width = sum(panel[1] for panel in outside)
    panels = _strip("outside", *outside) + _strip("inside", *inside)
    return _plain(key, width, height, label=label, kind="flyer", top=0, side=0, bottom=0, panels=panels)


def _social(key: str, label: str, width: int, height: int) -> Sheet:
    return _plain(
        key, round(width * PX_MM, 4), round(height * PX_MM, 4), label=label, kind="social", px=(width, height), bleed=0, safe=0
    )


A_SERIES = {
    "a0": (841, 1189),
    "a1": (594, 841),
    "a2": (420, 594),
    "a3": (297, 420),
    "a4": (210, 297),
    "a5": (148, 210),
}

_ALL = [
    # papers: the only ones that running text with many pages is set on
    Sheet("a4", 210, 297, 23, 13, 20, 6, 4.5, label="A4", page_multiple=4, spine_safe=10),
    Sheet("tabloid", 285, 400, 26, 15, 22, 8, 5, label="Tabloid 285 × 400 mm", page_multiple=4, spine_safe=10),
    Sheet("a5", 148, 210, 19, 11, 16, 4, 4.5, label="A5", page_multiple=4, spine_safe=10),
    Sheet("a3", 297, 420, 28, 16, 24, 8, 5, label="A3", page_multiple=4, spine_safe=10),
    # single sheets, cards, posters
    *(
        _plain(f"poster-{key}", *size, label=key.upper(), kind="poster", safe=10 if size[0] > 250 else 5)
        for key, size in A_SERIES.items()
    ),
    _plain("card-a6", 148, 105, label="Postcard A6", kind="card"),
    _plain("sheet-a6", 105, 148, label="A6", kind="card"),
    _plain("dl-99", 99, 210, label="DIN lang 99 × 210 mm", kind="card"),
    _plain("dl-105", 105, 210, label="DIN lang 105 × 210 mm", kind="card"),
    _plain("city-light", 296.25, 437.5, label="City-light 1185 × 1750 mm (1:4)", kind="poster", scale=4, bleed=5, safe=10),
    _plain("billboard", 356, 252, label="Billboard 18/1, 3560 × 2520 mm (1:10)", kind="poster", scale=10, safe=8),
    _plain("board", 700, 1000, label="Exhibition board 700 × 1000 mm", kind="display", bleed=5, safe=15),
    _plain("roll-up", 850, 2000, label="Roll-up 850 × 2000 mm", kind="display", bleed=10, safe=50),
    _plain("letter", 210, 297, label="Letter DIN 5008 form B", kind="letter", top=45, side=25, bottom=25, columns=2, bleed=0),
    # folded flyers; the title is the rightmost panel outside
    _flyer(
        "flyer-4-dl",
        "Flyer DIN lang, 4 pages",
        height=210,
        outside=(("back", 99), ("title", 99)),
        inside=(("inside-1", 99), ("inside-2", 99)),
    ),
    _flyer(
        "flyer-4-a5",
        "Flyer A5, 4 pages",
        height=210,
        outside=(("back", 148), ("title", 148)),
        inside=(("inside-1", 148), ("inside-2", 148)),
    ),
    _flyer(
        "flyer-6-wrap",
        "Flyer DIN lang, 6 pages, wrap fold",
        height=210,
        outside=(("flap", 97), ("back", 100), ("title", 100)),
        inside=(("inside-1", 100), ("inside-2", 100), ("inside-3", 97)),
    ),
    _flyer(
        "flyer-6-zigzag",
        "Flyer DIN lang, 6 pages, zigzag fold",
        height=210,
        outside=(("flap", 99), ("back", 99), ("title", 99)),
        inside=(("inside-1", 99), ("inside-2", 99), ("inside-3", 99)),
    ),
    _flyer(  # folded in half twice, the half that lies inside is 2 mm narrower a panel
        "flyer-8-parallel",
        "Flyer DIN lang, 8 pages, double parallel fold",
        height=210,
        outside=(("flap-2", 98), ("flap", 98), ("back", 100), ("title", 100)),
        inside=(("inside-1", 100), ("inside-2", 100), ("inside-3", 98), ("inside-4", 98)),
    ),
    _social("social-wide", "Social card 1200 × 630 px", 1200, 630),
    _social("social-portrait", "Social card 1080 × 1350 px", 1080, 1350),
]
SHEETS = {sheet.key: sheet for sheet in _ALL}

POSTERS = ("poster-a2", "poster-a0", "poster-a1", "poster-a3", "poster-a4", "poster-a5", "city-light", "billboard")
FLYERS = ("flyer-6-wrap", "flyer-6-zigzag", "flyer-8-parallel", "flyer-4-dl", "flyer-4-a5")
CARDS = ("card-a6", "sheet-a6", "dl-99", "dl-105")
SOCIAL = ("social-wide", "social-portrait")


def sheet(key: str) -> Sheet:
    """The sheet registered as `key`. Raises KeyError, naming what there is."""
    try:
        return SHEETS[key]
    except KeyError:
        raise KeyError(f"No sheet “{key}”; there are {', '.join(SHEETS)}.") from None


def ad_sheet(key: str, *, width: float, height: float, label: str = "") -> Sheet:
    """An advertisement of a newspaper: no bleed, everything within its frame."""
    return _plain(key, width, height, label=label, kind="ad", top=0, side=0, bottom=0, bleed=0, safe=0)

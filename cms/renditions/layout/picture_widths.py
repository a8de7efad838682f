"""How wide a picture is asked for: a frame taller than the picture enlarges it. Runs in the render process."""

import re
from math import ceil
from pathlib import Path
from urllib.parse import unquote
from xml.etree.ElementTree import Element

from PIL import Image

MM = 25.4
WIDTH = re.compile(r"^media:\d+/")
STEP_MM = 10  # pictures of nearly the same width are made ready once
PLATE_PPI = 220  # that a picture must have to fill a page's width


def ask_for(figure: Element | None, *, width: float, height: float) -> None:
    """Have the picture of `figure` made ready for a frame of this size in mm; nothing if it holds none."""
    picture = next(figure.iter("img"), None) if figure is not None else None
    if picture is None:
        return
    ratio = float(figure.get("data-ratio") or 0.66)
    wanted = ceil(max(width, height / ratio) / STEP_MM) * STEP_MM
    picture.set("src", WIDTH.sub(f"media:{wanted}/", picture.get("src") or ""))


def is_fine(figure: Element, *, width: float, paths: dict[str, str]) -> bool:
    """Whether the original of its picture has enough pixels for this width in mm."""
    picture = next(figure.iter("img"), None)
    name = unquote(WIDTH.sub("", picture.get("src") or "")) if picture is not None else ""
    if name not in paths or not Path(paths[name]).is_file():
        return False
    try:
        with Image.open(paths[name]) as original:
            return original.width >= width / MM * PLATE_PPI
    except OSError:
        return False

"""All pictures on one sheet, to look at: `python -m home.demo.pictures.contact_sheet OUT.png`."""

import io
import sys
from pathlib import Path

from PIL import Image

from .draw import PICTURES
from .raster import picture_file

CELL, COLUMNS, GAP, TABLE = 380, 5, 16, "#8d867c"


def contact_sheet() -> Image.Image:
    """Five pictures a row, each fitted into a square cell; cut-outs show the table through."""
    rows = -(-len(PICTURES) // COLUMNS)
    step = CELL + GAP
    sheet = Image.new("RGB", (COLUMNS * step + GAP, rows * step + GAP), TABLE)
    for k, picture in enumerate(PICTURES.values()):
        image = Image.open(io.BytesIO(picture_file(picture, width_px=CELL))).convert("RGBA")
        image.thumbnail((CELL, CELL))
        x, y = GAP + k % COLUMNS * step, GAP + k // COLUMNS * step
        sheet.paste(image, (x + (CELL - image.width) // 2, y + (CELL - image.height) // 2), image)
    return sheet


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    contact_sheet().save(Path(sys.argv[1]))

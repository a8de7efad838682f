"""How fine a picture has to be for the distance it is seen from. Apart from images.py: the web process asks, without pikepdf."""

from ..sheet import Sheet

LARGE = ((3000, 0.1), (1300, 0.25), (620, 0.5))  # longest side in mm → share of the usual resolution: seen from further away


def resolution_share(sheet: Sheet) -> float:
    """How much of the usual resolution is enough for a sheet at the size that hangs on the wall."""
    longest = max(sheet.width, sheet.height) * sheet.scale
    return next((share for size, share in LARGE if longest > size), 1.0)

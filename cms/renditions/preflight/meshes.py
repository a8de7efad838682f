"""The colours of mesh gradients (ISO 32000-1, 8.7.4.5.5 to 8): read from their corners, because nobody here draws them."""

import pikepdf

from .functions import evaluate
from .limits import TooMuch, decoded

MOST_BYTES = 4_000_000
MOST_COLOURS = 4_000
KINDS = (4, 5, 6, 7)  # triangles free and in rows, Coons and tensor patches
PATCH_POINTS = {6: (12, 8), 7: (16, 12)}  # of a patch that stands alone, of one that goes on from the last


def is_mesh(source) -> bool:
    return isinstance(source, pikepdf.Stream) and source.get("/ShadingType") in KINDS


def mesh_values(source: pikepdf.Stream) -> list[tuple[float, ...]]:
    """The values at the corners, in the shading's colour space; none if it cannot be read."""
    try:
        return list(_corners(source))
    except (TooMuch, KeyError, TypeError, ValueError, IndexError, ZeroDivisionError, pikepdf.PdfError):
        return []


def _corners(source: pikepdf.Stream):
    kind, function = int(source["/ShadingType"]), source.get("/Function")
    point, part = 2 * int(source["/BitsPerCoordinate"]), int(source["/BitsPerComponent"])
    flag = int(source["/BitsPerFlag"]) if kind != 5 else 0
    ranges = [float(value) for value in source["/Decode"]][4:]
    pairs = list(zip(ranges[::2], ranges[1::2], strict=True))
    bits, told = Bits(decoded(source, limit=MOST_BYTES)), 0
    while bits.left >= flag + point and told < MOST_COLOURS:
        goes_on = bits.take(flag) != 0
        points, colours = (PATCH_POINTS[kind][goes_on], 2 if goes_on else 4) if kind in PATCH_POINTS else (1, 1)
        bits.skip(points * point)
        for _number in range(colours):
            values = [low + bits.take(part) / (2**part - 1) * (high - low) for low, high in pairs]
            found = evaluate(function, values) if function is not None else values
            if found is not None:
                yield tuple(found)
            told += 1
        bits.skip_to_byte()


class Bits:
    """A row of bits, the highest first. Reading beyond the end raises IndexError."""

    def __init__(self, data: bytes):
        self.data, self.place = data, 0

    @property
    def left(self) -> int:
        return len(self.data) * 8 - self.place

    def take(self, count: int) -> int:
        if count > self.left:
            raise IndexError("end of data")
        end = self.place + count
        value = int.from_bytes(self.data[self.place // 8 : -(-end // 8)])
        self.place = end
        return value >> (-end % 8) & (2**count - 1)

    def skip(self, count: int) -> None:
        self.place += count

    def skip_to_byte(self) -> None:
        self.place = -(-self.place // 8) * 8

"""Inks: any colour or picture, from any source profile, as ink of one printing condition and within its limit.

Knows no Django: it runs in the render process.
"""

from functools import lru_cache

from PIL import Image, ImageChops, ImageMath

from ..colour import Ink, convert_pixel, ink_of, picture_to_ink
from .condition import PressCondition
from .spaces import Space

NEUTRAL = 4  # of 255: greys this close to neutral are printed in black alone
STRIP = 512  # rows of a picture that are worked on at once


class Inks:
    """Answers, for one condition, which ink something is printed with."""

    def __init__(self, condition: PressCondition):
        self.condition = condition
        self.most = condition.max_ink / 100
        self.own_profile = open_bytes(condition.icc)

    def of(self, values: list[float], *, space: Space) -> Ink:
        """The ink for a colour given as numbers of its space (0..1; Lab in its own ranges)."""
        if space.kind == "gray":
            return (0.0, 0.0, 0.0, round(1 - values[0], 4))
        if space.kind == "cmyk":
            return self.limited(self._from_cmyk(values, profile=space.profile))
        if space.kind == "lab":
            lightness, a, b = values
            pixel = (round(lightness * 2.55), round(a) % 256, round(b) % 256)
            return self.limited(convert_pixel("LAB", pixel, source=None, target=self.condition.icc))
        red, green, blue = (max(0, min(255, round(value * 255))) for value in values)
        if space.profile is None or max(red, green, blue) - min(red, green, blue) <= NEUTRAL:
            return self.limited(ink_of(red, green, blue, profile=self.condition.icc))
        return self.limited(convert_pixel("RGB", (red, green, blue), source=space.profile, target=self.condition.icc))

    def _from_cmyk(self, values: list[float], *, profile: bytes | None) -> Ink:
        if profile is None or profile == self.own_profile or not sum(values[:3]):
            return tuple(round(value, 4) for value in values)
        pixel = tuple(round(value * 255) for value in values)
        return convert_pixel("CMYK", pixel, source=profile, target=self.condition.icc)

    def limited(self, ink: Ink) -> Ink:
        return within_limit(ink, most=self.most)

    def picture(self, picture: Image.Image) -> Image.Image:
        """A picture in CMYK within the limit, or in grey if it has no colour at all. `info["icc_profile"]` is its source."""
        if picture.mode == "RGB" and is_neutral(picture):
            return picture.convert("L")
        if picture.mode == "L":
            return picture
        ink = picture_to_ink(picture, profile=self.condition.icc, own=self.own_profile)
        reaches = 4.0 if picture.mode == "CMYK" else most_ink(self.condition.icc)
        return ink if reaches <= self.most + 0.005 else limit_picture(ink, most=self.most)


@lru_cache(maxsize=4)
def open_bytes(path: str) -> bytes:
    with open(path, "rb") as file:  # noqa: PTH123
        return file.read()


def is_neutral(picture: Image.Image) -> bool:
    """Whether an RGB picture is only greys: it is then printed in black, which cannot get out of register."""
    red, green, blue = picture.split()
    return all(ImageChops.difference(red, other).getextrema()[1] <= NEUTRAL for other in (green, blue))


def within_limit(ink: Ink, *, most: float) -> Ink:
    """The ink with no more than `most` (1 = 100 % of area): black stays, the colours give way together."""
    *colours, black = ink
    if sum(ink) <= most + 1e-6 or not sum(colours):
        return ink
    factor = max(0.0, most - black) / sum(colours)
    return (*(int(part * factor * 10_000) / 10_000 for part in colours), black)


@lru_cache(maxsize=8)
def most_ink(profile: str) -> float:
    """The most ink the profile lays anywhere, found on a grid over all of sRGB (1 = 100 %)."""
    steps = [round(step * 255 / 16) for step in range(17)]
    grid = Image.new("RGB", (17 * 17, 17))
    grid.putdata([(red, green, blue) for blue in steps for green in steps for red in steps])
    data = picture_to_ink(grid, profile=profile).tobytes()
    return max(sum(data[place : place + 4]) for place in range(0, len(data), 4)) / 255


def limit_picture(picture: Image.Image, *, most: float) -> Image.Image:
    """A CMYK picture with no more than `most` of ink anywhere, by the same rule; itself if nothing has to be done."""
    out = picture
    for top in range(0, picture.height, STRIP):
        box = (0, top, picture.width, min(picture.height, top + STRIP))
        cyan, magenta, yellow, black = picture.crop(box).split()
        inks = {"c": cyan, "m": magenta, "y": yellow, "k": black}
        total = ImageMath.lambda_eval(lambda a: a["c"] + a["m"] + a["y"] + a["k"], **inks)
        if total.getextrema()[1] <= most * 255:
            continue
        out = picture.copy() if out is picture else out
        parts = [ImageMath.lambda_eval(_reduction(int(most * 255)), p=part, **inks) for part in (cyan, magenta, yellow)]
        out.paste(Image.merge("CMYK", (*parts, black)), box)
    return out


def _reduction(most: int):
    def work(a):
        colours = a["max"](a["c"] + a["m"] + a["y"], 1)
        room = a["max"](most - a["k"], 0)
        return a["convert"](a["p"] * a["min"](room, colours) / colours, "L")

    return work

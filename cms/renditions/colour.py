"""Colour on paper: the palette in sRGB and in ink, and conversion of everything else through an ICC profile.

Knows no Django: it runs in the render process.
"""

from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageCms

from .condition import DEFAULT, PressCondition

OUTPUT_PROFILE = DEFAULT.icc

# token: (sRGB, cyan, magenta, yellow, black in %). Ink sum stays below 240 %, so the palette also prints on newsprint.
PALETTE: dict[str, tuple[str, tuple[int, int, int, int]]] = {
    "ink": ("#1c1b1f", (0, 0, 0, 100)),
    "paper": ("#ffffff", (0, 0, 0, 0)),
    "sand": ("#faf6ef", (2, 3, 6, 0)),
    "mist": ("#e9f0f5", (8, 3, 1, 0)),
    "petrol": ("#0b4f5c", (90, 35, 35, 45)),
    "poppy": ("#c8321f", (5, 90, 95, 5)),
    "sun": ("#f5b324", (0, 32, 90, 0)),
    "leaf": ("#3f7d4e", (72, 20, 80, 20)),
    "plum": ("#6d3b7c", (65, 85, 10, 10)),
    "sky": ("#2f6fb0", (82, 48, 0, 0)),
    "stone": ("#6a655e", (0, 5, 12, 65)),
    "line": ("#d9d2c5", (0, 3, 9, 16)),
}
# Small type is set slightly darker than the paper colours, so that it keeps 4.8:1 on tinted grounds.
TEXT_COLOURS = {
    "leaf-text": ("#37704a", (75, 25, 80, 28)),
    "poppy-text": ("#bd2d1b", (5, 92, 95, 10)),
    "sky-text": ("#2a649f", (85, 52, 0, 8)),
}
Ink = tuple[float, float, float, float]


@lru_cache(maxsize=4)
def transform(profile: str = OUTPUT_PROFILE) -> ImageCms.ImageCmsTransform:
    """sRGB to the printing condition: relative colorimetric with black point compensation, as printers ask."""
    return _build(ImageCms.createProfile("sRGB"), profile)


def _build(source, profile: str) -> ImageCms.ImageCmsTransform:
    target = ImageCms.getOpenProfile(profile)
    return ImageCms.buildTransform(
        source,
        target,
        "RGB",
        "CMYK",
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )


def rgb_of(colour: str) -> tuple[int, int, int]:
    return tuple(int(colour[place : place + 2], 16) for place in (1, 3, 5))


_DESIGNED = {rgb_of(rgb): ink for rgb, ink in (*PALETTE.values(), *TEXT_COLOURS.values())}


@lru_cache(maxsize=4096)
def ink_of(red: int, green: int, blue: int, *, profile: str = OUTPUT_PROFILE) -> Ink:
    """The ink (0..1 each) for an sRGB colour (0..255 each): designed values first, greys as black only."""
    designed = _DESIGNED.get((red, green, blue))
    if designed:
        return tuple(part / 100 for part in designed)
    if max(red, green, blue) - min(red, green, blue) <= 4:
        return (0.0, 0.0, 0.0, round(1 - (red + green + blue) / 765, 4))
    pixel = ImageCms.applyTransform(Image.new("RGB", (1, 1), (red, green, blue)), transform(profile))
    return tuple(round(part / 255, 4) for part in pixel.getpixel((0, 0)))


def picture_to_ink(picture: Image.Image, *, profile: str = OUTPUT_PROFILE) -> Image.Image:
    """A picture in CMYK, read through its own embedded profile if it has one. Grey pictures stay grey."""
    if picture.mode in ("CMYK", "L"):
        return picture
    embedded = picture.info.get("icc_profile")
    rgb = picture.convert("RGB")
    if embedded and picture.mode == "RGB":
        try:
            return ImageCms.applyTransform(rgb, _build(ImageCms.ImageCmsProfile(BytesIO(embedded)), profile))
        except (ImageCms.PyCMSError, OSError):
            pass  # a damaged profile: the picture is then read as sRGB, which nearly every picture is
    return ImageCms.applyTransform(rgb, transform(profile))


def theme_css(*, condition: PressCondition | None, main: str = "", accent: str = "") -> str:
    """The palette as custom properties: inks for a printing condition, else sRGB. `main` and `accent` are the council's."""
    press = condition is not None
    palette = dict(PALETTE | TEXT_COLOURS)
    palette["plum-text"] = palette["plum"]
    palette["petrol-text"] = palette["petrol"]
    own = {"petrol": main, "petrol-text": main, "poppy": accent, "poppy-text": accent}
    css = []
    for name, (designed, ink) in palette.items():
        colour = designed
        if own.get(name) and own[name].lower() != PALETTE[name.removesuffix("-text")][0]:
            colour = own[name]
            if condition:
                ink = tuple(part * 100 for part in ink_of(*rgb_of(colour), profile=condition.icc))
        css.append(f"--{name}:device-cmyk({' '.join(f'{part:.4g}%' for part in ink)});" if press else f"--{name}:{colour};")
    theme = f":root{{{''.join(css)}}}"
    if press:
        theme += "@color-profile device-cmyk{src:url(icc:);components:cyan,magenta,yellow,black}"
    return theme

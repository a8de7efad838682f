"""Colour on paper: the palette in sRGB and in ink, and conversion of everything else through an ICC profile.

Knows no Django: it runs in the render process.
"""

from contextlib import suppress
from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageCms

from .ink.condition import DEFAULT, PressCondition

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
MOST_PROFILE_BYTES = 4 * 1024 * 1024  # embedded in a picture; larger ones are not read


@lru_cache(maxsize=4)
def transform(profile: str = OUTPUT_PROFILE) -> ImageCms.ImageCmsTransform:
    """sRGB to the printing condition: relative colorimetric with black point compensation, as printers ask."""
    return _build(ImageCms.createProfile("sRGB"), profile, mode="RGB")


@lru_cache(maxsize=16)
def transform_from(source: bytes, profile: str, *, mode: str) -> ImageCms.ImageCmsTransform:
    """From an embedded profile to the printing condition. Raises PyCMSError or OSError for a damaged one."""
    return _build(ImageCms.ImageCmsProfile(BytesIO(source)), profile, mode=mode)


def _build(source, profile: str, *, mode: str) -> ImageCms.ImageCmsTransform:
    return ImageCms.buildTransform(
        source,
        ImageCms.getOpenProfile(profile),
        mode,
        "CMYK",
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )


@lru_cache(maxsize=4096)
def convert_pixel(mode: str, pixel: tuple[int, ...], *, source: bytes | None, target: str) -> Ink:
    """The ink (0..1) for one colour of a mode (RGB, CMYK, LAB), read through its profile; a damaged one is ignored."""
    chosen = None
    if source and len(source) <= MOST_PROFILE_BYTES:
        with suppress(ImageCms.PyCMSError, OSError):
            chosen = transform_from(source, target, mode=mode)
    if chosen is None and mode == "CMYK":
        return tuple(round(part / 255, 4) for part in pixel)
    if chosen is None:
        chosen = transform(target) if mode == "RGB" else _build(ImageCms.createProfile("LAB"), target, mode="LAB")
    ink = ImageCms.applyTransform(Image.new(mode, (1, 1), pixel), chosen).getpixel((0, 0))
    return tuple(round(part / 255, 4) for part in ink)


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
    return convert_pixel("RGB", (red, green, blue), source=None, target=profile)


def picture_to_ink(picture: Image.Image, *, profile: str = OUTPUT_PROFILE, own: bytes | None = None) -> Image.Image:
    """A picture in CMYK, read through its own embedded profile if it has one. Grey pictures stay grey.

    `own` is the condition's profile as bytes: what is in that space already stays as it is.
    """
    if picture.mode == "L":
        return picture
    embedded = picture.info.get("icc_profile")
    if embedded and embedded != own and picture.mode in ("RGB", "CMYK") and len(embedded) <= MOST_PROFILE_BYTES:
        with suppress(ImageCms.PyCMSError, OSError):  # damaged: the picture is then read as sRGB, which nearly every picture is
            return ImageCms.applyTransform(picture, transform_from(embedded, profile, mode=picture.mode))
    if picture.mode == "CMYK":
        return picture
    return ImageCms.applyTransform(picture.convert("RGB"), transform(profile))


def to_screen(picture: Image.Image, *, source: bytes) -> Image.Image:
    """A picture in sRGB, read through its embedded profile; a damaged one is ignored."""
    if len(source) <= MOST_PROFILE_BYTES:
        with suppress(ImageCms.PyCMSError, OSError):
            profile, srgb = ImageCms.ImageCmsProfile(BytesIO(source)), ImageCms.createProfile("sRGB")
            return ImageCms.profileToProfile(picture, profile, srgb, outputMode="RGB")
    return picture.convert("RGB")


def soft_proof(picture: Image.Image, *, profile: str = OUTPUT_PROFILE) -> Image.Image:
    """An RGB picture as its inks will look on a screen: there and back through the condition."""
    return ImageCms.applyTransform(ImageCms.applyTransform(picture, transform(profile)), _back(profile))


@lru_cache(maxsize=4096)
def seen(ink: Ink, *, profile: str = OUTPUT_PROFILE) -> tuple[float, ...]:
    """What an ink (0..1 each) looks like on its paper, as sRGB (0..1 each)."""
    pixel = tuple(round(255 * min(1.0, max(0.0, part))) for part in ink)
    light = ImageCms.applyTransform(Image.new("CMYK", (1, 1), pixel), _back(profile)).getpixel((0, 0))
    return tuple(part / 255 for part in light)


@lru_cache(maxsize=4096)
def on_screen(ink: Ink, *, profile: str = OUTPUT_PROFILE) -> tuple[float, ...]:
    """An ink (0..1 each) as sRGB (0..1 each) for screens, whose paper is white; black alone stays neutral."""
    if not any(ink[:3]):
        return (1 - ink[3],) * 3
    pixel = tuple(round(255 * min(1.0, max(0.0, part))) for part in ink)
    light = ImageCms.applyTransform(Image.new("CMYK", (1, 1), pixel), _to_white(profile)).getpixel((0, 0))
    return tuple(part / 255 for part in light)


@lru_cache(maxsize=4)
def _to_white(profile: str) -> ImageCms.ImageCmsTransform:
    return ImageCms.buildTransform(
        ImageCms.getOpenProfile(profile),
        ImageCms.createProfile("sRGB"),
        "CMYK",
        "RGB",
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
        flags=ImageCms.Flags.BLACKPOINTCOMPENSATION,
    )


@lru_cache(maxsize=4)
def _back(profile: str) -> ImageCms.ImageCmsTransform:
    return ImageCms.buildTransform(
        ImageCms.getOpenProfile(profile),
        ImageCms.createProfile("sRGB"),
        "CMYK",
        "RGB",
        renderingIntent=ImageCms.Intent.ABSOLUTE_COLORIMETRIC,  # with the white of the paper (ISO 12646)
    )


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

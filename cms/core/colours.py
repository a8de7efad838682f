"""The council's own colours, kept readable: lightness is moved until the contrast holds, hue and saturation stay.

Contrast as in WCAG 2.2, 1.4.3. `council_stylesheet()` is what /council.css serves; the defaults are in tokens.css.
"""

import colorsys

TEXT_CONTRAST = 4.8  # a little above the 4.5 of AA, so that tinted grounds hold as well
SAND, NIGHT, WHITE, INK = "#faf6ef", "#15181a", "#ffffff", "#1c1b1f"
TINT, NIGHT_TINT = "#f1e8d8", "#23292c"
DEFAULT_MAIN, DEFAULT_ACCENT = "#0b4f5c", "#c8321f"
STEPS = 200


def channels(colour: str) -> tuple[float, float, float]:
    """Red, green, blue from 0 to 1 of "#rrggbb"."""
    return tuple(int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))


def luminance(colour: str) -> float:
    """Relative luminance from 0 (black) to 1 (white)."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels(colour)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio from 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def with_lightness(colour: str, *, lightness: float) -> str:
    hue, _lightness, saturation = colorsys.rgb_to_hls(*channels(colour))
    return "#" + "".join(f"{round(c * 255):02x}" for c in colorsys.hls_to_rgb(hue, lightness, saturation))


def safe_colour(colour: str, *, ground: str, ratio: float = TEXT_CONTRAST) -> str:
    """`colour`, or its nearest lighter or darker shade with at least `ratio` against `ground`."""
    colour = colour.lower()
    if contrast(colour, ground) >= ratio:
        return colour
    _hue, lightness, _saturation = colorsys.rgb_to_hls(*channels(colour))
    end = 0.0 if luminance(ground) > 0.18 else 1.0  # 0.18: where black and white are equally far away
    for step in range(1, STEPS + 1):
        shade = with_lightness(colour, lightness=lightness + (end - lightness) * step / STEPS)
        if contrast(shade, ground) >= ratio:
            return shade
    return "#000000" if end == 0.0 else WHITE


def text_on(ground: str) -> str:
    """White or ink, whichever is easier to read on `ground`."""
    return WHITE if contrast(WHITE, ground) >= contrast(INK, ground) else INK


def council_tokens(*, main: str, accent: str) -> tuple[dict[str, str], dict[str, str]]:
    """The tokens that change with the council's colours, in the light and in the dark scheme; empty for the defaults."""
    light: dict[str, str] = {}
    dark: dict[str, str] = {}
    if main.lower() != DEFAULT_MAIN:
        shade = safe_colour(main, ground=TINT)
        lit = safe_colour(main, ground=NIGHT_TINT, ratio=6)
        light |= {"petrol": shade, "main": shade, "btn": shade, "band": shade, "on-petrol": text_on(shade)}
        light |= {"on-btn": text_on(shade), "on-band": text_on(shade)}
        light["petrol-deep"] = safe_colour(with_lightness(main, lightness=0.13), ground=WHITE, ratio=11)
        deep = safe_colour(with_lightness(main, lightness=0.16), ground=WHITE, ratio=9)
        dark |= {"main": lit, "btn": lit, "on-btn": text_on(lit), "band": deep, "on-band": WHITE}
    if accent.lower() != DEFAULT_ACCENT:
        ink = text_on(accent)
        light |= {"poppy": safe_colour(accent, ground=ink), "on-poppy": ink, "accent": safe_colour(accent, ground=TINT)}
        dark["accent"] = safe_colour(accent, ground=NIGHT_TINT)
    return light, dark


def council_stylesheet(*, main: str, accent: str) -> str:
    light, dark = council_tokens(main=main, accent=accent)
    blocks = []
    if light:
        blocks.append(":root { " + " ".join(f"--{name}: {value};" for name, value in light.items()) + " }")
    if dark:
        inner = " ".join(f"--{name}: {value};" for name, value in dark.items())
        blocks.append("@media (prefers-color-scheme: dark) { :root { " + inner + " } }")
    return "\n".join(blocks) + "\n"

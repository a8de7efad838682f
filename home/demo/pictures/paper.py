"""Scissors and glue: every picture is cut from flat paper with these few functions.

A piece of paper is an SVG path with a hard, offset shadow; edges wobble a little; grain is vector speckle, so the same drawing prints.
All functions return SVG text and are pure: the same arguments always give the same bytes.
"""

import math
import random
import re
import zlib

from .palette import INK

SHADOW = 0.17


def num(value: float) -> str:
    """A coordinate with at most one decimal."""
    return f"{value:.1f}".removesuffix(".0")


def paper(d: str, fill: str, shadow: float = 0, *, opacity: float = 1, shade: float = SHADOW) -> str:
    """One piece of paper; `shadow` is the length of its hard shadow in picture units."""
    under = ""
    if shadow:
        under = f'<path d="{d}" transform="translate({num(shadow * 0.8)} {num(shadow)})" fill="{INK}" fill-opacity="{shade}"/>'
    alpha = "" if opacity == 1 else f' fill-opacity="{opacity}"'
    return f'{under}<path d="{d}" fill="{fill}"{alpha}/>'


def line(d: str, colour: str, width: float, *, shadow: float = 0, opacity: float = 1) -> str:
    """A strip of paper along a path, with round ends."""
    style = f'fill="none" stroke-width="{width}" stroke-linecap="round" stroke-linejoin="round"'
    under = (
        f'<path d="{d}" transform="translate({num(shadow * 0.8)} {num(shadow)})" stroke="{INK}" stroke-opacity="{SHADOW}" {style}/>'
        if shadow
        else ""
    )
    alpha = "" if opacity == 1 else f' stroke-opacity="{opacity}"'
    return f'{under}<path d="{d}" stroke="{colour}"{alpha} {style}/>'


def spline(points: list[tuple[float, float]], tension: float = 0.18) -> str:
    """A closed, smooth outline through the points."""
    n = len(points)
    d = f"M{num(points[0][0])},{num(points[0][1])}"
    for i in range(n):
        (x0, y0), (x1, y1), (x2, y2), (x3, y3) = (points[(i + k) % n] for k in (-1, 0, 1, 2))
        d += f"C{num(x1 + (x2 - x0) * tension)},{num(y1 + (y2 - y0) * tension)} "
        d += f"{num(x2 - (x3 - x1) * tension)},{num(y2 - (y3 - y1) * tension)} {num(x2)},{num(y2)}"
    return d + "Z"


def blob(cx: float, cy: float, rx: float, ry: float | None = None, seed: int = 1, wobble: float = 0.025, n: int = 14) -> str:
    """The outline of a circle or ellipse cut by hand."""
    ry = ry or rx
    r = random.Random(seed)
    points = []
    for i in range(n):
        angle = 2 * math.pi * i / n + r.uniform(-0.06, 0.06)
        k = 1 + r.uniform(-wobble, wobble)
        points.append((cx + rx * k * math.cos(angle), cy + ry * k * math.sin(angle)))
    return spline(points)


def dot(cx: float, cy: float, r: float, fill: str, *, ry: float | None = None, opacity: float = 1) -> str:
    """A small exact ellipse: eyes, buttons, berries."""
    alpha = "" if opacity == 1 else f' fill-opacity="{opacity}"'
    return f'<ellipse cx="{num(cx)}" cy="{num(cy)}" rx="{num(r)}" ry="{num(ry or r)}" fill="{fill}"{alpha}/>'


def ring(cx: float, cy: float, r: float, colour: str, width: float, *, shadow: float = 0) -> str:
    """A wheel rim or a cup seen from above."""
    d = f"M{num(cx - r)},{num(cy)}a{r},{r} 0 1 0 {2 * r},0a{r},{r} 0 1 0 {-2 * r},0"
    return line(d, colour, width, shadow=shadow)


def poly(*points: tuple[float, float]) -> str:
    return "M" + "L".join(f"{num(x)},{num(y)}" for x, y in points) + "Z"


def box(x: float, y: float, w: float, h: float, lean: float = 0) -> str:
    """A rectangle whose upper edge leans `lean` units to the right."""
    return poly((x + lean, y), (x + w + lean, y), (x + w, y + h), (x, y + h))


def half(cx: float, cy: float, r: float, turn: float = 0) -> str:
    """A half disc; `turn` in degrees."""
    x, y = r * math.cos(math.radians(turn)), r * math.sin(math.radians(turn))
    return f"M{num(cx - x)},{num(cy - y)}A{r},{r} 0 0 1 {num(cx + x)},{num(cy + y)}Z"


def place(x: float, y: float, scale: float, body: str, *, turn: float = 0, flip: bool = False, squash: float = 1) -> str:
    """Glue a finished piece somewhere; `squash` makes it narrower (< 1) or wider (> 1)."""
    sx = (-scale if flip else scale) * squash
    rotate = f" rotate({num(turn)})" if turn else ""
    return f'<g transform="translate({num(x)} {num(y)}){rotate} scale({sx:g} {scale:g})">{body}</g>'


def name_of(content: str) -> str:
    """An id that depends on the content only: stable between runs, never twice for different things."""
    return f"i{zlib.crc32(content.encode()):08x}"


def clipped(d: str, body: str) -> str:
    """The body, cut off at the outline."""
    clip = name_of(d)
    return f'<clipPath id="{clip}"><path d="{d}"/></clipPath><g clip-path="url(#{clip})">{body}</g>'


def grain(w: float, h: float, *, seed: int = 3, dark: float = 0.10, light: float = 0.16) -> str:
    """Fibres over the whole sheet: dark and light speckles in a large repeat."""
    r = random.Random(seed)
    size, specks = 480, ["", ""]
    for k in range(330):
        x, y, q = r.uniform(4, size - 4), r.uniform(4, size - 4), r.uniform(0.7, 1.7)
        specks[k % 2] += f"M{num(x)},{num(y)}l{num(q)},{num(r.uniform(-0.6, 0.9))}l{num(-q * 0.5)},{num(q)}z"
    body = (
        f'<path d="{specks[0]}" fill="#ffffff" fill-opacity="{light}"/><path d="{specks[1]}" fill="{INK}" fill-opacity="{dark}"/>'
    )
    ident = name_of(body)
    tile = f'<pattern id="{ident}" width="{size}" height="{size}" patternUnits="userSpaceOnUse">{body}</pattern>'
    return f'{tile}<rect width="{w}" height="{h}" fill="url(#{ident})"/>'


def _round(x: float, y: float, r: float) -> str:
    return f"M{num(x - r)},{num(y)}a{num(r)},{num(r)} 0 1 0 {num(2 * r)},0a{num(r)},{num(r)} 0 1 0 {num(-2 * r)},0z"


_REPEATS = {  # one repeat of a cloth, 2w by 2w, with its upper left corner at x, y
    "stripes": lambda x, y, w: box(x, y, w * 2, w),
    "bars": lambda x, y, w: box(x, y, w, w * 2),
    "dots": lambda x, y, w: _round(x + w * 0.5, y + w * 0.5, w * 0.26) + _round(x + w * 1.5, y + w * 1.5, w * 0.26),
    "zig": lambda x, y, w: poly(
        (x, y + w * 0.5), (x + w, y + w * 1.2), (x + w * 2, y + w * 0.5), (x + w * 2, y + w), (x + w, y + w * 1.7), (x, y + w)
    ),
    "check": lambda x, y, w: box(x, y, w, w) + box(x + w, y + w, w, w),
    "diamond": lambda x, y, w: poly((x + w, y + w * 0.1), (x + w * 1.7, y + w), (x + w, y + w * 1.9), (x + w * 0.3, y + w)),
    "petal": lambda x, y, w: (
        f"M{num(x + w)},{num(y + w * 0.2)}C{num(x + w * 1.5)},{num(y + w * 0.6)} {num(x + w * 1.5)},{num(y + w * 1.2)} {num(x + w)},{num(y + w * 1.6)}"
        f"C{num(x + w * 0.5)},{num(y + w * 1.2)} {num(x + w * 0.5)},{num(y + w * 0.6)} {num(x + w)},{num(y + w * 0.2)}Z"
    ),
}


def weave(kind: str, colour: str, d: str, w: float = 22) -> str:
    """Printed cloth: the outline `d` (absolute M, L and C only) covered with repeats in one colour.

    Cut out of drawn repeats instead of an SVG pattern: turned patterns take seconds to rasterise at print size.
    """
    pairs = [(float(x), float(y)) for x, y in re.findall(r"(-?[\d.]+)[ ,](-?[\d.]+)", d)]
    (left, right), (top, bottom) = ((min(v), max(v)) for v in zip(*pairs, strict=True))
    size, repeats = w * 2, ""
    for row in range(int(top // size), int(bottom // size) + 1):
        for column in range(int(left // size), int(right // size) + 1):
            repeats += _REPEATS[kind](column * size, row * size, w)
    return clipped(d, f'<path d="{repeats}" fill="{colour}"/>')


def sheet(w: int, h: int, body: str, *, title: str, ground: str | None = None) -> str:
    """The finished picture: a ground, the pieces, and grain over all of it. Without a ground it is a cut-out with transparency."""
    back = f'<rect width="{w}" height="{h}" fill="{ground}"/>' if ground else ""
    fibres = grain(w, h) if ground else ""
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {w} {h}" width="{w}" height="{h}" role="img"><title>{title}</title>{back}{body}{fibres}</svg>\n'

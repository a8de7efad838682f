"""Leaves, flowers, beds and trees."""

import math
import random

from .palette import AMBER, BARK, LEAF, MEADOW, MOSS, POPPY, SUN, WOOD
from .paper import blob, line, paper, place

GREENS = (LEAF, MOSS, MEADOW)


def frond(x: float, y: float, scale: float = 1, fill: str = LEAF, rot: float = 0, n: int = 4, shadow: float = 5) -> str:
    """The cut-out branch: a stem with fingers."""
    out = ["M-5,0"]
    for i in range(n):
        yy, w = -28 - i * 34, 46 - i * 7
        out.append(
            f"L-5,{yy + 18}C{-w},{yy + 18} {-w - 14},{yy - 2} {-w - 4},{yy - 20}C{-w + 16},{yy - 16} -8,{yy - 6} -5,{yy + 2}"
        )
    top = -28 - (n - 1) * 34
    out.append(f"C-12,{top - 26} -6,{top - 44} 0,{top - 52}C8,{top - 42} 12,{top - 24} 5,{top + 2}")
    for i in reversed(range(n)):
        yy, w = -28 - i * 34, 46 - i * 7
        out.append(f"C8,{yy - 6} {w - 16},{yy - 16} {w + 4},{yy - 20}C{w + 14},{yy - 2} {w},{yy + 18} 5,{yy + 18}")
    return place(x, y, scale, paper("".join(out) + "L5,0Z", fill, shadow), turn=rot)


def lime(x: float, y: float, scale: float = 1, fill: str = LEAF, rot: float = 0, *, vein: str = "", shadow: float = 5) -> str:
    """The lime leaf of Lindenau."""
    leaf = paper("M0,-46C-10,-66 -50,-66 -54,-30C-56,6 -22,34 4,62C20,36 56,8 52,-28C48,-62 12,-64 0,-46Z", fill, shadow)
    veins = line("M-2,-40C2,-10 2,20 3,50M0,-8L-28,-26M0,-8L28,-28M1,16L-18,4M1,16L20,2", vein, 4) if vein else ""
    return place(x, y, scale, leaf + veins, turn=rot)


def flower(x: float, y: float, colour: str, scale: float = 1) -> str:
    petals = "".join(
        place(0, 0, 1, paper("M0,-8C-24,-20 -22,-56 0,-62C22,-56 24,-20 0,-8Z", colour, 3), turn=a * 60 + 10) for a in range(6)
    )
    return place(x, y, scale, petals + paper(blob(0, 0, 17, 17, 3), POPPY if colour == SUN else SUN))


def sunflower(x: float, y: float, scale: float = 1, stem: float = 300) -> str:
    a, b = stem * 0.5, stem * 0.68
    out = line(f"M0,0C8,{stem * 0.4:.0f} -8,{stem * 0.7:.0f} 4,{stem}", LEAF, 13)
    out += paper(
        f"M2,{a:.0f}C40,{a - 50:.0f} 90,{a - 46:.0f} 104,{a - 10:.0f}C70,{a + 16:.0f} 30,{a + 16:.0f} 2,{a:.0f}Z", LEAF, 4
    )
    out += paper(
        f"M0,{b:.0f}C-40,{b - 50:.0f} -90,{b - 46:.0f} -104,{b - 10:.0f}C-70,{b + 16:.0f} -30,{b + 16:.0f} 0,{b:.0f}Z",
        "#356b42",
        4,
    )
    petal = "M0,-30C-20,-50 -17,-86 0,-98C17,-86 20,-50 0,-30Z"
    out += "".join(place(0, 0, 1, paper(petal, SUN if k % 2 else AMBER, 2), turn=k * 27.7) for k in range(13))
    return place(x, y, scale, out + paper(blob(0, 0, 42, 42, 5), "#5a3524", 3) + paper(blob(0, 0, 22, 22, 7), "#7a4a2e"))


def foliage(
    x: float,
    y: float,
    spread: float,
    *,
    seed: int,
    n: int = 40,
    size: float = 1,
    colours: tuple[str, ...] = GREENS,
    squash: float = 0.8,
) -> str:
    """A crown or a bush of single leaves."""
    r, out = random.Random(seed), ""
    for _ in range(n):
        a, d = r.random() * 2 * math.pi, r.random() ** 0.6 * spread
        leaf = paper("M0,0C10,-16 30,-16 40,0C30,14 10,14 0,0Z", colours[r.randrange(len(colours))], 2.5)
        out += place(
            x + math.cos(a) * d,
            y + math.sin(a) * d * squash,
            round(size * r.uniform(0.8, 1.3), 2),
            leaf,
            turn=round(r.uniform(0, 360)),
        )
    return out


def tree(x: float, y: float, scale: float, *, seed: int, n: int = 70, colours: tuple[str, ...] = GREENS) -> str:
    """A deciduous tree; x, y is where the trunk meets the ground."""
    trunk = paper("M-26,0C-14,-80 -20,-160 -16,-230L18,-230C20,-160 16,-80 30,0Z", BARK, 6) + line(
        "M0,-200C-20,-250 -60,-270 -80,-300M4,-200C30,-250 50,-270 84,-290", BARK, 16
    )
    crown = paper(blob(0, -360, 150, 130, seed), colours[0], 6)
    return place(x, y, scale, trunk + crown + foliage(0, -360, 168, seed=seed, n=n, size=1.25, colours=colours))


def bean_pole(x: float, seed: int) -> str:
    out = line(f"M{x - 40},640L{x + 10},400M{x + 60},640L{x + 4},400", WOOD, 9)
    return out + "".join(
        paper(blob(x - 30 + k * 17 + (k % 2) * 12, 610 - k * 38, 21, 15, k + seed), (LEAF, MOSS, MEADOW)[k % 3], 3)
        for k in range(6)
    )


def pumpkin(x: float, y: float, scale: float, colour: str) -> str:
    out = paper(blob(0, 0, 66, 50, 4), colour, 6) + paper(blob(0, 0, 30, 50, 6), "#1c1b1f", opacity=0.13)
    return place(x, y, scale, out + paper("M-6,-44L2,-72L16,-70L10,-44Z", LEAF))


def reeds(x: float, y: float, *, seed: int, n: int = 7, height: float = 150) -> str:
    """Reed and bulrush at the water's edge."""
    r, out = random.Random(seed), ""
    for k in range(n):
        dx, h, lean = k * 17 + r.uniform(-5, 5), height * r.uniform(0.6, 1.1), r.uniform(-26, 26)
        out += line(
            f"M{x + dx:.0f},{y}C{x + dx:.0f},{y - h * 0.5:.0f} {x + dx + lean * 0.4:.0f},{y - h * 0.8:.0f} {x + dx + lean:.0f},{y - h:.0f}",
            GREENS[k % 3],
            8,
            shadow=2,
        )
        if k % 3 == 1:
            out += line(
                f"M{x + dx + lean * 0.8:.0f},{y - h * 0.92:.0f}L{x + dx + lean:.0f},{y - h * 1.16:.0f}", BARK, 15, shadow=2
            )
    return out

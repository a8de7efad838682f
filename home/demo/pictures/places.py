"""Houses, towers, trains, water and sky."""

import random

from .palette import BLUSH, BRICK, DEEP, ICE, INK, KRAFT, LILAC, PETROL, PLUM, POPPY, SAND, SKY, STRAW, SUN, TEAL, WHITE
from .paper import blob, box, dot, line, paper, place, poly
from .things import clock_face

TOWN = (BLUSH, KRAFT, LILAC, STRAW, SAND, "#dba36d")
ROOFS = (POPPY, BRICK, PLUM, PETROL)


def cloud(x: float, y: float, s: float = 1) -> str:
    d = "M-110,30C-120,-20 -50,-40 -20,-20C0,-70 80,-60 84,-10C140,-10 140,34 100,34Z"
    return place(x, y, s, paper(d, "#ffffff", 5, shade=0.08))


def house(x: float, ground: float, w: float, h: float, wall: str, roof: str, *, lit: str = "", rows: int = 1) -> str:
    """A gabled house; `lit` is the colour of its windows."""
    y = ground - h
    out = paper(poly((x, y), (x + w / 2, y - w * 0.44), (x + w, y)), roof, 4) + paper(
        poly((x + w / 2, y - w * 0.44), (x + w, y), (x + w / 2, y)), INK, opacity=0.12
    )
    out += paper(box(x + 6, y, w - 12, h), wall) + paper(box(x + w * 0.66, y, w * 0.34 - 6, h), INK, opacity=0.07)
    for row in range(rows):
        for dx in range(22, int(w) - 30, 36):
            out += paper(box(x + dx, y + 20 + row * 50, 20, 30), lit or INK, opacity=1 if lit else 0.55)
    return out


def street(x: float, ground: float, end: float, *, seed: int, low: float = 80, high: float = 150, lit: str = "") -> str:
    """A row of gables from x to end."""
    r, out, k = random.Random(seed), "", seed
    while x < end:
        w, h = r.choice((92, 108, 124, 140)), r.uniform(low, high)
        out += house(x, ground, w, h, TOWN[k % len(TOWN)], ROOFS[(k * 3 + seed) % len(ROOFS)], lit=lit, rows=2 if h > 118 else 1)
        x, k = x + w + r.choice((0, 0, 14)), k + 1
    return out


def clock_tower(x: float, ground: float, height: float = 270, *, roof: str = PETROL) -> str:
    """The tower of St. Anna; x is its middle."""
    y = ground - height
    out = paper(poly((x - 58, ground), (x - 52, y), (x + 52, y), (x + 56, ground)), SAND, 6) + paper(
        poly((x + 14, y), (x + 52, y), (x + 56, ground), (x + 16, ground)), INK, opacity=0.09
    )
    out += paper(poly((x - 62, y + 4), (x, y - 104), (x + 62, y + 4)), roof, 4) + paper(
        poly((x, y - 104), (x + 62, y + 4), (x + 14, y + 4)), INK, opacity=0.15
    )
    out += dot(x, y - 108, 8, SUN) + place(x, y + 48, 0.44, clock_face(60)) + paper(box(x - 13, y + 110, 26, 50), DEEP)
    return out


def train(x: float, y: float, length: float = 750, colour: str = POPPY) -> str:
    """The red regional train; x, y is its lower left corner."""
    end = x + length
    out = paper(f"M{x},{y - 80}L{end - 66},{y - 86}C{end - 24},{y - 86} {end - 4},{y - 48} {end},{y - 6}L{x},{y}Z", colour, 8)
    out += paper(poly((x, y - 32), (end - 4, y - 38), (end - 1, y - 22), (x, y - 14)), SAND)
    k = x + 28
    while k + 50 < end - 70:
        out += paper(poly((k, y - 68), (k + 50, y - 69), (k + 50, y - 40), (k, y - 39)), DEEP)
        k += 74
    out += paper(f"M{end - 58},{y - 72}C{end - 38},{y - 70} {end - 24},{y - 58} {end - 18},{y - 40}L{end - 58},{y - 39}Z", ICE)
    return out + "".join(dot(x + dx * length, y + 2, 13, INK) for dx in (0.08, 0.16, 0.43, 0.51, 0.8, 0.88))


def arched_window(x: float, y: float, w: float = 70, h: float = 86, glass: str = TEAL) -> str:
    top = y + h * 0.32
    out = paper(
        f"M{x},{y + h}L{x},{top:.0f}C{x + w * 0.14:.0f},{y - h * 0.06:.0f} {x + w * 0.86:.0f},{y - h * 0.06:.0f} {x + w},{top:.0f}L{x + w},{y + h}Z",
        PETROL,
        4,
    )
    return out + paper(poly((x + 6, y + h - 5), (x + 6, y + h * 0.5), (x + w - 6, y + h * 0.28), (x + w - 6, y + h - 5)), glass)


def window(x: float, y: float, w: float, h: float, *, frame: str = SAND, glass: str = ICE) -> str:
    """A tall window with four panes."""
    out = paper(box(x, y, w, h), glass, 5) + paper(
        poly((x + w * 0.1, y + h), (x + w * 0.55, y), (x + w * 0.8, y), (x + w * 0.35, y + h)), WHITE, opacity=0.35
    )
    return (
        out
        + line(f"M{x + w / 2},{y}V{y + h}M{x},{y + h / 2}H{x + w}", frame, 8)
        + line(f"M{x},{y}H{x + w}V{y + h}H{x}Z", frame, 12)
    )


def brickwork(x: float, y: float, w: float, h: float, *, seed: int = 1, size: float = 100) -> str:
    """A wall of big bricks; cut it with a clip if it must end exactly."""
    r, out = random.Random(seed), ""
    rows, cols = int(h // (size * 0.9)) + 1, int(w // (size * 1.12)) + 2
    for row in range(rows):
        for col in range(cols):
            bx, by = x + col * size * 1.12 - (row % 2) * size * 0.5, y + row * size * 0.92
            out += paper(box(bx, by, size, size * 0.8), r.choice(("#b0572c", "#a44f27", "#8f4220")))
    return out


def wave(y: float, rise: float, colour: str, *, w: int, h: int, n: int = 6, phase: int = 0, shadow: float = 0) -> str:
    """Everything below a wavy line."""
    d, step = f"M-60,{y}", (w + 120) / n
    for k in range(n):
        x, s = -60 + k * step, rise if (k + phase) % 2 else -rise
        d += f"C{x + step * 0.35:.0f},{y + s} {x + step * 0.65:.0f},{y + s} {x + step:.0f},{y}"
    return paper(f"{d}L{w + 60},{h}L-60,{h}Z", colour, shadow)


def ripples(x: float, y: float, w: float, h: float, *, seed: int, n: int = 16, colour: str = WHITE, opacity: float = 0.55) -> str:
    r, out = random.Random(seed), ""
    for _ in range(n):
        px, py, q = x + r.uniform(0, w), y + r.uniform(0, h), r.uniform(24, 70)
        out += f"M{px:.0f},{py:.0f}q{q / 4:.0f},-9 {q / 2:.0f},0t{q / 2:.0f},0"
    return line(out, colour, 5, opacity=opacity)


def heron(x: float, y: float, scale: float) -> str:
    """Stands in the shallows; x, y is its feet."""
    out = (
        line("M-8,0L0,-120M18,0L22,-120", INK, 7)
        + paper("M-90,-110C-60,-190 60,-200 84,-150C100,-120 40,-96 -90,-110Z", "#8fb0c4", 5)
        + paper("M-90,-110C-50,-130 20,-150 84,-150C60,-100 -20,-96 -90,-110Z", SKY)
    )
    out += (
        line("M64,-160C110,-200 60,-240 84,-290", "#8fb0c4", 22, shadow=4)
        + paper(blob(90, -300, 26, 18, 4), SAND, 3)
        + paper(poly((108, -308), (176, -294), (106, -290)), SUN, 3)
    )
    return place(x, y, scale, out + line("M66,-306L30,-322", INK, 7) + dot(94, -304, 4, INK))


def duck(x: float, y: float, scale: float, colour: str = LILAC, *, flip: bool = False) -> str:
    out = paper("M-70,0C-90,-30 -110,-26 -104,-40C-60,-30 -40,-56 10,-50C30,-50 50,-30 62,0Z", colour, 4) + paper(
        blob(44, -70, 28, 26, 3), PETROL, 3
    )
    return place(
        x,
        y,
        scale,
        out + paper(poly((66, -76), (104, -64), (66, -60)), SUN, 2) + dot(52, -76, 4.5, WHITE) + paper(box(26, -50, 34, 9), SAND),
        flip=flip,
    )

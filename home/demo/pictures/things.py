"""Things one can hold, eat, pour from, kick or post."""

from .palette import AMBER, BREAD, DEEP, ICE, INK, KRAFT, PETROL, POPPY, RUST, SAND, SKY, STONE, STRAW, SUN, TEAL, WHITE, WOOD
from .paper import blob, box, dot, line, paper, place, poly, ring


def loaf() -> str:
    out = paper("M-120,20C-120,-50 -60,-80 0,-80C66,-80 122,-48 120,24C110,70 -108,72 -120,20Z", BREAD, 9)
    for k in range(3):
        x = k * 52
        out += paper(f"M{x - 70},-44C{x - 50},-30 {x - 40},0 {x - 46},30C{x - 60},10 {x - 72},-16 {x - 70},-44Z", "#f0c98a")
    return out


def pretzel() -> str:
    d = "M0,40C-30,-10 -96,-40 -110,10C-122,60 -60,84 0,20C60,84 122,60 110,10C96,-40 30,-10 0,40"
    salt = "".join(dot(x, y, 4, WHITE) for x, y in ((-84, 2), (-60, 44), (84, 2), (60, 44), (-30, 0), (30, 2)))
    return line(d, "#a9622a", 30, shadow=6) + line(d, "#c98543", 12) + salt


def ball() -> str:
    out = paper(blob(0, 0, 92, 92, 4, 0.01, 18), SAND, 9) + paper(poly((0, -34), (33, -10), (20, 28), (-20, 28), (-33, -10)), INK)
    seam = paper("M-24,-89C-10,-92 10,-92 24,-89L14,-66L-14,-66Z", INK) + line("M0,-34V-66", INK, 5)
    return out + "".join(place(0, 0, 1, seam, turn=a * 72) for a in range(5))


def can(colour: str = PETROL, shade: str = TEAL) -> str:
    out = line("M-40,-70C-90,-120 70,-150 78,-40", shade, 18)
    out += paper("M-92,-6L-190,-96L-176,-112L-70,-40Z", shade, 5) + paper("M-206,-84L-168,-130L-156,-118L-194,-74Z", SUN, 3)
    return out + paper("M-96,-62L86,-62L100,110L-104,110Z", colour, 9) + paper("M10,-62L86,-62L100,110L30,110Z", shade)


def notes(colour: str = SUN) -> str:
    heads = paper(blob(-30, 50, 26, 20, 3), colour, 5) + paper(blob(50, 30, 26, 20, 6), colour, 5)
    return heads + paper("M-14,50L-14,-50L76,-74L76,30L64,30L64,-40L-2,-22L-2,50Z", colour, 5)


def speech(colour: str, ink: str, n: int = 2) -> str:
    """A speech cut-out with written lines."""
    out = paper("M0,-60C-74,-68 -84,-52 -80,-6C-78,34 -60,42 -6,38L6,70L24,36C80,34 84,18 82,-10C80,-60 60,-66 0,-60Z", colour, 7)
    return out + "".join(line(f"M-44,{-26 + k * 22}h{86 - k * 30}", ink, 8) for k in range(n))


def pencil() -> str:
    out = paper(box(-16, -150, 32, 210), SUN, 6) + paper(box(4, -150, 12, 210), AMBER) + paper(box(-16, -176, 32, 26), POPPY)
    return out + paper(poly((-16, 60), (16, 60), (0, 104)), "#f0c98a") + paper(poly((-6, 88), (6, 88), (0, 104)), INK)


def tap() -> str:
    """The only tap of the colony, larger than life."""
    out = paper("M-34,-150L34,-150L44,420L-44,420Z", PETROL, 14) + paper("M4,-150L34,-150L44,420L10,420Z", DEEP)
    out += paper("M-30,-60C-120,-66 -176,-40 -180,40L-128,44C-124,6 -90,-4 -30,2Z", TEAL, 9) + paper(
        "M-190,38L-118,42L-120,66L-192,62Z", DEEP, 4
    )
    out += paper("M-14,-210L14,-210L18,-150L-18,-150Z", DEEP)
    spoke = "".join(
        place(
            0,
            -226,
            1,
            paper("M-9,0L-11,-66L11,-66L9,0Z", POPPY, 3) + paper(blob(0, -70, 21, 19, a + 2), POPPY, 3),
            turn=a * 60 + 14,
        )
        for a in range(6)
    )
    drops = "".join(
        place(-155 + dx, y, s, paper("M0,-26C16,0 18,20 0,24C-18,20 -16,0 0,-26Z", ICE))
        for dx, y, s in ((0, 118, 1), (4, 182, 0.85), (-4, 236, 0.7))
    )
    return out + spoke + paper(blob(0, -226, 25, 25, 4), SUN, 4) + drops


def letter(colour: str = WHITE, seal: str = POPPY) -> str:
    """A closed envelope, about 180 wide."""
    out = paper(poly((-92, -58), (90, -62), (94, 58), (-90, 62)), colour, 7) + paper(
        poly((-92, -58), (90, -62), (2, 14)), INK, opacity=0.08
    )
    return out + line("M-88,-54L2,12L88,-58", INK, 4, opacity=0.35) + dot(2, 10, 15, seal)


def page(w: float = 150, h: float = 190, *, head: str = PETROL, lines: int = 5) -> str:
    """An official letter with a coloured heading."""
    out = paper(poly((-w / 2, -h / 2), (w / 2, -h / 2 - 4), (w / 2 + 4, h / 2), (-w / 2 + 2, h / 2 + 4)), WHITE, 6)
    out += paper(box(-w / 2 + 16, -h / 2 + 18, w * 0.34, 18), head)
    return out + "".join(
        line(f"M{-w / 2 + 18:.0f},{-h / 2 + 62 + k * 24:.0f}h{(w - 40) * (1 if k % 3 < 2 else 0.6):.0f}", STONE, 6)
        for k in range(lines)
    )


def parcel(w: float = 300, h: float = 220) -> str:
    """A parcel with tape and an address."""
    out = paper(poly((-w / 2, -h / 2), (w / 2, -h / 2 - 6), (w / 2 + 4, h / 2), (-w / 2 + 2, h / 2 + 4)), "#c58f55", 10)
    out += paper(poly((w * 0.18, -h / 2 - 4), (w / 2, -h / 2 - 6), (w / 2 + 4, h / 2), (w * 0.2, h / 2 + 2)), "#a9743f")
    out += paper(box(-26, -h / 2 - 2, 46, h + 6), "#e2bd8b") + paper(
        poly((-w * 0.44, 6), (-w * 0.12, 4), (-w * 0.12, 70), (-w * 0.44, 72)), WHITE, 2
    )
    return out + line(f"M{-w * 0.4:.0f},26h{w * 0.22:.0f}M{-w * 0.4:.0f},48h{w * 0.14:.0f}", STONE, 6)


def cup(colour: str = SKY, shade: str = "#1f5183") -> str:
    """A mug with steam."""
    out = (
        line("M34,-22C72,-24 68,24 30,22", colour, 13, shadow=4)
        + paper("M-38,-44L38,-44L30,48L-30,48Z", colour, 6)
        + paper("M6,-44L38,-44L30,48L8,48Z", shade)
    )
    return out + line("M-14,-64C-24,-82 -4,-90 -14,-110M14,-64C4,-82 24,-90 14,-110", SAND, 6, opacity=0.75)


def tea_glass(x: float, y: float, tea: str) -> str:
    """From above."""
    return (
        paper(blob(x, y, 58, 58, int(x)), ICE, 7)
        + paper(blob(x, y, 40, 40, int(y)), tea)
        + paper(blob(x - 12, y - 12, 12, 9, 3), "#ffffff", opacity=0.55)
    )


def pot() -> str:
    """The big pot of the courtyard kitchen."""
    out = paper("M-160,-10C-150,-40 150,-40 160,-10L136,220C100,244 -100,244 -136,220Z", PETROL, 12) + paper(
        "M20,-36C110,-34 156,-24 160,-10L136,220C112,236 60,240 30,240Z", DEEP
    )
    out += line("M-158,40C-206,30 -206,92 -150,90M158,40C206,30 206,92 150,90", DEEP, 18, shadow=4)
    return out + paper(blob(0, -12, 160, 40, 4), TEAL) + paper(blob(0, -10, 138, 32, 4), "#c9791f")


def suitcase(colour: str = POPPY, shade: str = RUST) -> str:
    out = (
        line("M-26,-84V-150H26V-84", INK, 9)
        + paper(poly((-74, -84), (72, -88), (76, 96), (-72, 98)), colour, 7)
        + paper(poly((24, -86), (72, -88), (76, 96), (28, 97)), shade)
    )
    return out + line("M-70,-40H74M-70,56H74", SAND, 7) + dot(-50, 106, 12, INK) + dot(54, 104, 12, INK)


def clock_face(r: float = 60, *, hands: str = "") -> str:
    """A dial with twelve marks; `hands` is an SVG path."""
    marks = "".join(
        place(0, 0, 1, line(f"M0,{-r * 0.84:.0f}V{-r * (0.62 if k % 3 == 0 else 0.72):.0f}", INK, r * 0.07), turn=k * 30)
        for k in range(12)
    )
    return (
        paper(blob(0, 0, r, r, 4, 0.01), WHITE, r * 0.1)
        + marks
        + line(hands or f"M0,0V{-r * 0.56:.0f}M0,0L{r * 0.34:.0f},{r * 0.2:.0f}", INK, r * 0.09)
    )


def rod(length: float) -> str:
    """A fishing rod from 0,0 upwards."""
    return line(
        f"M0,0C{length * 0.2:.0f},{-length * 0.5:.0f} {length * 0.5:.0f},{-length * 0.8:.0f} {length:.0f},{-length:.0f}",
        WOOD,
        10,
        shadow=4,
    ) + ring(14, -40, 15, INK, 8)


def bunting(x1: float, y: float, x2: float, colours: tuple[str, ...], sag: float = 50) -> str:
    """A string of pennants between two points of equal height."""
    n, out = len(colours), line(f"M{x1},{y}Q{(x1 + x2) / 2:.0f},{y + sag * 2:.0f} {x2},{y}", INK, 4)
    for k, colour in enumerate(colours):
        t = (k + 0.5) / n
        px, py = x1 + (x2 - x1) * t, y + 4 * sag * t * (1 - t)
        out += paper(poly((px - 24, py - 3), (px + 24, py - 3), (px + 2, py + 52)), colour, 4)
    return out


def bread_board_plate(x: float, y: float, r: float, rim: str, inner: str) -> str:
    """A plate from above."""
    return (
        paper(blob(x, y, r, r, int(x)), rim, 9)
        + paper(blob(x, y, r * 0.74, r * 0.74, int(y)), "#ffffff")
        + place(x, y, r / 100, inner)
    )


def plant_pot(colour: str = POPPY) -> str:
    return (
        paper("M-44,0L44,0L32,80L-32,80Z", colour, 5)
        + paper("M6,0L44,0L32,80L10,80Z", RUST)
        + paper(box(-50, -12, 100, 20), colour, 3)
    )


def lamp(colour: str = SUN) -> str:
    """A hanging lamp with its cone of light."""
    glow = paper("M-60,60L60,60L230,520L-230,520Z", STRAW, opacity=0.22)
    return (
        glow
        + line("M0,-400V0", INK, 6)
        + paper("M-84,64C-76,10 -36,-10 0,-10C36,-10 76,10 84,64Z", colour, 6)
        + paper("M10,-10C42,-8 78,12 84,64L30,64C34,40 28,10 10,-10Z", AMBER)
        + dot(0, 66, 20, KRAFT, ry=8)
    )

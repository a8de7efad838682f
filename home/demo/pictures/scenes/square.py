"""Three people around a table argue about their market square."""

from ..palette import INK, KRAFT, LEAF, NAVY, PETROL, POPPY, SAND, SKY, SUN, WHITE, WOOD
from ..paper import blob, box, line, paper, place, poly, sheet
from ..people import bust
from ..things import cup


def _slip(colour: str, ink: str, *, wide: float = 300, high: float = 200) -> str:
    """A large speech slip with written lines."""
    out = paper(
        poly((-wide / 2, -high / 2 + 12), (wide / 2, -high / 2 - 12), (wide / 2 - 8, high / 2), (-wide / 2 + 8, high / 2)),
        colour,
        10,
    )
    out += paper(poly((-30, high / 2 - 4), (44, high / 2 - 4), (-8, high / 2 + 66)), colour)
    widths = (0.62, 0.74, 0.46)
    return out + "".join(
        line(f"M{-wide * 0.34:.0f},{-high * 0.24 + k * 46:.0f}h{wide * share:.0f}", ink, 15) for k, share in enumerate(widths)
    )


def werkstatt() -> str:
    w, h = 1100, 1100
    out = paper(blob(650, 480, 400, 400, 6), SUN)
    out += place(250, 230, 1.0, _slip(PETROL, SAND), turn=-6) + place(860, 190, 0.92, _slip(POPPY, WHITE), turn=5)
    out += (
        place(250, 600, 1.35, bust("meryem"))
        + place(850, 570, 1.35, bust("oumar", eyes="laugh"))
        + place(560, 690, 1.24, bust("luise"))
    )
    out += paper("M0,930L1100,886L1100,1100L0,1100Z", WOOD, -10) + paper("M0,930L1100,886L1100,918L0,966Z", "#b07b46")
    out += place(760, 930, 1.0, cup(SKY, NAVY))
    out += place(
        390,
        990,
        1.0,
        paper(box(-120, -64, 240, 128), WHITE, 6)
        + line("M0,-64V64", KRAFT, 4)
        + line("M-94,-26h66M-94,4h66M28,-26h66M28,4h50", INK, 7, opacity=0.5),
        turn=-5,
    )
    out += place(960, 1010, 1.0, paper(box(-90, -56, 180, 112), SUN, 6) + line("M-62,-18h120M-62,16h80", INK, 8), turn=6)
    out += place(120, 1000, 0.9, cup(LEAF, "#2c5e39"))
    return sheet(
        w, h, out, title="Drei Menschen sitzen an einem Tisch und reden, über ihnen zwei große Sprechblasen", ground="#f2e4c8"
    )

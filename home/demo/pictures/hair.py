"""Hair. Each style gives two pieces: what lies behind the face and what lies on it.

Coordinates: the middle of the face is 0,0; it is about 146 wide, its top at -114, its chin at 101.
A style takes (hair colour, cloth, cloth in the shade); cloth is for ribbons, bands and hats.
"""

import math
from collections.abc import Callable

from .headwear import HEADWEAR, Pieces
from .paper import blob, dot, line, paper

CAP_OF_HAIR = "M-84,-8C-96,-100 -56,-146 8,-146C74,-144 96,-96 84,-6C40,10 -40,10 -84,-8Z"


def bob(hair: str, cloth: str, cloth2: str) -> Pieces:
    back = paper(
        "M-96,70C-112,-30 -104,-146 4,-150C112,-148 112,-30 98,74C84,92 58,90 48,76L-50,76C-60,92 -86,88 -96,70Z", hair, 7
    )
    return back, paper(
        "M-80,-16C-88,-100 -44,-136 10,-134C66,-132 90,-88 80,-14C72,-40 66,-62 50,-78C10,-58 -40,-56 -62,-66C-72,-50 -76,-34 -80,-16Z",
        hair,
    )


def long(hair: str, cloth: str, cloth2: str) -> Pieces:
    back = paper(
        "M-100,250C-128,120 -118,-146 4,-152C118,-150 124,90 112,262C88,280 66,262 58,240L-54,232C-62,262 -84,268 -100,250Z",
        hair,
        8,
    )
    return back, paper(
        "M-80,10C-96,-90 -50,-140 8,-138C70,-136 94,-90 80,12C72,-30 62,-72 22,-92C6,-70 -44,-62 -66,-34C-72,-20 -76,-6 -80,10Z",
        hair,
    )


def bun(hair: str, cloth: str, cloth2: str) -> Pieces:
    back = paper(blob(22, -150, 46, 42, 5), hair, 6) + paper(
        "M-84,10C-98,-80 -60,-142 4,-142C72,-140 98,-80 84,10C40,30 -40,30 -84,10Z", hair, 6
    )
    return back, paper(
        "M-80,-14C-84,-96 -40,-132 6,-130C58,-130 86,-94 80,-12C70,-52 54,-82 14,-92C-30,-88 -66,-60 -80,-14Z", hair
    )


def knot(hair: str, cloth: str, cloth2: str) -> Pieces:
    back = paper(blob(-8, -152, 32, 30, 9), hair, 6) + paper(
        "M-80,-20C-86,-96 -52,-136 6,-136C64,-136 90,-92 80,-18C40,0 -40,0 -80,-20Z", hair, 6
    )
    return back, paper(
        "M-77,-22C-86,-86 -54,-126 4,-126C60,-126 86,-84 77,-20C70,-58 44,-92 4,-94C-38,-92 -68,-60 -77,-22Z", hair
    )


def afro(hair: str, cloth: str, cloth2: str) -> Pieces:
    turns = [math.pi * (0.95 + 0.155 * k) for k in range(8)]
    back = "".join(paper(blob(105 * math.cos(a), -62 + 112 * math.sin(a), 50, 46, int(a * 9)), hair, 6) for a in turns)
    back += paper(blob(0, -70, 108, 98, 4), hair)
    return back, paper(
        "M-78,-26C-90,-92 -50,-128 2,-126C56,-126 90,-92 78,-24C70,-56 58,-76 40,-84C20,-78 -6,-92 -26,-82C-52,-78 -70,-56 -78,-26Z",
        hair,
    )


def curls(hair: str, cloth: str, cloth2: str) -> Pieces:
    locks = [(-88, 30, 30), (-100, -18, 34), (-96, -72, 38), (-62, -116, 40), (-8, -134, 44), (50, -122, 42)]
    locks += [(92, -78, 38), (102, -22, 34), (92, 30, 30), (84, 70, 24), (-82, 72, 24)]
    back = "".join(paper(blob(x, y, q, q, i + 3, 0.05), hair, 6) for i, (x, y, q) in enumerate(locks)) + paper(
        blob(0, -50, 92, 84, 4), hair
    )
    fringe = [(-56, -78, 28), (-18, -98, 28), (24, -98, 30), (58, -76, 27)]
    return back, "".join(paper(blob(x, y, q, q, i + 20, 0.06), hair) for i, (x, y, q) in enumerate(fringe))


def ringlets(hair: str, cloth: str, cloth2: str) -> Pieces:
    """Short tight curls on top, cropped at the sides."""
    tops = [(-60, -104, 30), (-24, -130, 34), (22, -134, 36), (62, -108, 32), (-74, -66, 22), (76, -68, 22)]
    back = paper("M-80,-10C-88,-90 -52,-124 6,-124C64,-124 90,-88 80,-8C40,6 -40,6 -80,-10Z", hair, 5)
    back += "".join(paper(blob(x, y, q, q, i + 40, 0.07), hair, 5) for i, (x, y, q) in enumerate(tops))
    return back, "".join(
        paper(blob(x, y, q, q, i + 60, 0.07), hair)
        for i, (x, y, q) in enumerate([(-48, -92, 24), (-10, -102, 26), (30, -100, 25), (58, -84, 20)])
    )


def short(hair: str, cloth: str, cloth2: str) -> Pieces:
    return paper(CAP_OF_HAIR, hair, 6), paper(
        "M-82,-14C-92,-100 -52,-140 10,-140C70,-138 92,-96 82,-12C78,-34 74,-52 66,-66C36,-60 -4,-86 -34,-90C-56,-80 -74,-50 -82,-14Z",
        hair,
    )


def crop(hair: str, cloth: str, cloth2: str) -> Pieces:
    back = paper("M-79,-20C-85,-92 -52,-126 6,-126C62,-126 88,-88 79,-18C40,0 -40,0 -79,-20Z", hair, 5)
    return back, paper(
        "M-76,-28C-80,-80 -58,-118 4,-120C60,-118 82,-80 76,-26C74,-50 66,-66 54,-78C20,-88 -20,-88 -54,-78C-66,-66 -74,-50 -76,-28Z",
        hair,
    )


def quiff(hair: str, cloth: str, cloth2: str) -> Pieces:
    back = paper("M-82,-8C-92,-90 -66,-128 0,-134C70,-132 94,-90 84,-6C40,10 -40,10 -82,-8Z", hair, 6)
    return back, paper(
        "M-80,-22C-84,-66 -80,-96 -60,-112C-72,-140 -30,-162 14,-158C70,-158 98,-120 82,-12C78,-40 72,-62 58,-76C24,-70 -22,-72 -58,-84C-70,-64 -76,-44 -80,-22Z",
        hair,
    )


def parting(hair: str, cloth: str, cloth2: str) -> Pieces:
    """Combed to the side, high forehead."""
    back = paper("M-82,-6C-92,-88 -56,-134 8,-134C72,-132 94,-88 82,-4C40,10 -40,10 -82,-6Z", hair, 5)
    return back, paper(
        "M-79,-18C-88,-70 -66,-112 -36,-124C0,-146 74,-138 82,-60C84,-40 82,-26 79,-14C76,-44 66,-66 50,-84C10,-92 -24,-104 -36,-122C-50,-90 -72,-66 -79,-18Z",
        hair,
    )


def tufts(hair: str, cloth: str, cloth2: str) -> Pieces:
    """A bald head with hair over the ears."""
    back = paper(blob(-78, -14, 22, 40, 7), hair, 4) + paper(blob(79, -14, 22, 40, 3), hair, 4)
    return back, paper("M-40,-92C-24,-104 -10,-108 4,-108", hair) + line(
        "M-34,-90C-20,-100 -8,-103 2,-103", "#ffffff", 6, opacity=0.35
    )


def pixie(hair: str, cloth: str, cloth2: str) -> Pieces:
    return paper(CAP_OF_HAIR, hair, 6), paper(
        "M-80,0C-96,-96 -52,-142 8,-142C70,-140 94,-94 80,0C79,-24 75,-46 68,-62C60,-72 50,-78 40,-80C10,-42 -40,-32 -73,-44C-78,-28 -80,-14 -80,0Z",
        hair,
    )


def wavy(hair: str, cloth: str, cloth2: str) -> Pieces:
    back = paper(
        "M-94,124C-126,92 -98,52 -112,8C-124,-62 -96,-148 6,-150C112,-148 124,-62 110,8C98,52 126,94 96,126C70,142 50,122 44,100L-44,100C-52,122 -72,142 -94,124Z",
        hair,
        7,
    )
    return back, paper(
        "M-80,0C-96,-90 -50,-138 20,-136C74,-132 92,-84 80,0C76,-36 70,-66 46,-88C30,-60 -20,-40 -60,-46C-72,-36 -76,-18 -80,0Z",
        hair,
    )


def ponytail(hair: str, cloth: str, cloth2: str) -> Pieces:
    back = (
        paper("M50,-128C130,-160 176,-70 152,44C142,86 106,78 112,34C120,-24 104,-66 60,-84Z", hair, 6)
        + paper(blob(66, -110, 17, 20, 3), cloth, 3)
        + paper(CAP_OF_HAIR, hair, 6)
    )
    return back, paper(
        "M-80,-12C-88,-98 -46,-136 6,-134C60,-132 88,-94 80,-10C72,-54 48,-86 2,-96C-36,-86 -70,-56 -80,-12Z", hair
    )


def sidebraid(hair: str, cloth: str, cloth2: str) -> Pieces:
    back, front = wavy(hair, cloth, cloth2)
    back = paper("M-88,40C-104,-60 -92,-146 6,-148C104,-146 116,-60 100,60C60,90 -60,80 -88,40Z", hair, 7)
    plait = "".join(paper(blob(86 - k * 5, 62 + k * 40, 27 - k * 2, 29, k + 5, 0.04), hair, 4) for k in range(5))
    return back, front + plait + paper(blob(64, 262, 15, 12, 3), cloth, 3)


def braids(hair: str, cloth: str, cloth2: str) -> Pieces:
    back = ""
    for side in (-1, 1):
        back += "".join(paper(blob(side * (88 + k * 3), 10 + k * 42, 22 - k * 1.6, 26, k + 5, 0.04), hair, 5) for k in range(5))
        back += paper(blob(side * 102, 222, 14, 10, 3), cloth, 3)
    back += paper("M-86,10C-98,-80 -60,-146 4,-146C72,-144 98,-80 86,10Z", hair, 6)
    left = "M-80,-10C-90,-96 -46,-136 4,-134C10,-118 8,-104 4,-96C-34,-90 -66,-56 -80,-10Z"
    return back, paper(left + "M80,-10C90,-96 50,-136 4,-134C-2,-118 0,-104 4,-96C36,-90 66,-56 80,-10Z", hair)


def locs(hair: str, cloth: str, cloth2: str) -> Pieces:
    back = "".join(
        line(f"M{x * 0.7:.0f},-100C{x},-60 {x * 1.15:.0f},20 {x * 1.1:.0f},{y}", hair, 30, shadow=5)
        for x, y in ((-96, 120), (-76, 152), (78, 150), (98, 116))
    )
    back += paper(CAP_OF_HAIR, hair, 5)
    return back, paper(
        "M-80,-6C-92,-98 -48,-136 6,-134C62,-132 92,-96 80,-4C76,-40 62,-74 40,-90C20,-84 -20,-84 -38,-92C-60,-74 -76,-40 -80,-6Z",
        hair,
    ) + line("M-80,-52C-54,-92 54,-92 80,-50", cloth, 20)


def pigtails(hair: str, cloth: str, cloth2: str) -> Pieces:
    back = "".join(
        paper(blob(s * 108, -44, 42, 46, 6 + s, 0.06), hair, 5) + paper(blob(s * 82, -62, 15, 13, 3), cloth, 3) for s in (-1, 1)
    ) + paper(CAP_OF_HAIR, hair, 5)
    return back, paper(
        "M-80,-12C-88,-98 -46,-136 4,-134L2,-92C-36,-86 -70,-50 -80,-12ZM80,-12C88,-98 50,-136 0,-134L2,-92C38,-86 70,-50 80,-12Z",
        hair,
    )


def bowl(hair: str, cloth: str, cloth2: str) -> Pieces:
    back = paper("M-88,22C-100,-92 -56,-146 6,-146C72,-144 100,-92 88,24C40,36 -40,36 -88,22Z", hair, 6)
    return back, paper(
        "M-84,16C-96,-96 -52,-140 6,-140C66,-140 96,-94 84,16C80,-10 78,-34 74,-52C30,-62 -30,-62 -74,-52C-78,-34 -80,-10 -84,16Z",
        hair,
    )


def fringe(hair: str, cloth: str, cloth2: str) -> Pieces:
    return paper("M-92,24C-106,-20 -92,-66 -74,-80L76,-80C96,-64 106,-18 92,26C80,40 -80,40 -92,24Z", hair, 5), ""


def none(hair: str, cloth: str, cloth2: str) -> Pieces:
    return "", dot(-22, -96, 20, "#ffffff", ry=8, opacity=0.3)


STYLES: dict[str, Callable[[str, str, str], Pieces]] = {
    f.__name__: f
    for f in (
        bob,
        long,
        bun,
        knot,
        afro,
        curls,
        ringlets,
        short,
        crop,
        quiff,
        parting,
        tufts,
        pixie,
        wavy,
        ponytail,
        sidebraid,
        braids,
        locs,
        pigtails,
        bowl,
        none,
        fringe,
    )
} | HEADWEAR

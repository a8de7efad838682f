"""Food: the bakery at night, the breakfast, the soup of three kitchens."""

import math

from ..cast import PEOPLE
from ..clothes import arm, fist, reaching_hand, torso
from ..faces import head
from ..palette import (
    AMBER,
    BARK,
    BREAD,
    BRICK,
    DEEP,
    ICE,
    INK,
    KRAFT,
    LEAF,
    LILAC,
    MOSS,
    PETROL,
    PLUM,
    POPPY,
    SAND,
    SKY,
    STRAW,
    SUN,
    TEAL,
    WHITE,
    WOOD,
)
from ..paper import blob, box, clipped, dot, line, paper, place, poly, sheet, weave
from ..places import brickwork
from ..plants import frond
from ..things import bread_board_plate, pot, pretzel, tea_glass

NIGHT = "#4a2a57"


def backstube() -> str:
    w, h = 1200, 800
    baker = PEOPLE["samira"]
    out = _night_window() + _oven() + paper(blob(560, 400, 312, 312, 8), SUN)
    out += place(560, 348, 1.18, torso(2, baker.clothes) + place(0, 0, 1, head(baker.face), turn=-4))
    out += arm("M384,596C330,634 330,670 410,712", TEAL, width=104) + arm("M740,596C796,634 796,664 716,700", TEAL, width=104)
    out += paper("M120,700L1080,672L1100,730L110,766Z", WOOD, 10) + paper("M110,752L1100,716L1100,742L112,780Z", BARK)
    out += "".join(place(x, 676 - k * 6, 0.84, pretzel(), turn=(-6, 4, -3, 6)[k]) for k, x in enumerate((250, 478, 722, 950)))
    out += fist(366, 730, 2, size=42) + fist(838, 716, 2, size=42, shade=True)
    return sheet(
        w,
        h,
        out,
        title="Eine Bäckerin mit violettem Kopftuch trägt nachts ein Brett voller Brezeln aus der Backstube",
        ground=NIGHT,
    )


def _night_window() -> str:
    out = (
        paper(poly((60, 50), (430, 36), (430, 400), (60, 400)), DEEP, 8)
        + paper(blob(310, 150, 58, 58, 4), STRAW)
        + paper(blob(338, 136, 50, 52, 6), DEEP)
    )
    for x, y in ((120, 110), (180, 220), (384, 270), (110, 300), (230, 84), (290, 250)):
        out += paper(
            poly(
                (x, y - 12), (x + 4, y - 3), (x + 13, y), (x + 4, y + 4), (x, y + 13), (x - 4, y + 4), (x - 13, y), (x - 4, y - 3)
            ),
            STRAW,
        )
    out += paper(
        poly((60, 400), (60, 344), (110, 304), (160, 346), (220, 314), (280, 354), (340, 324), (430, 358), (430, 400)), "#05262d"
    )
    out += "".join(paper(box(x, 366, 14, 18), SUN) for x in (96, 204, 352))
    return out + line("M245,44V400M60,222H430", KRAFT, 12) + line("M60,50L430,36V400H60Z", KRAFT, 16)


def _oven() -> str:
    wall = poly((760, 30), (1200, 12), (1200, 700), (760, 700))
    out = paper(wall, BRICK, 10) + clipped(wall, brickwork(772, 40, 430, 640))
    out += paper("M830,580L830,320C850,180 1150,180 1170,320L1170,580Z", INK) + paper(
        "M862,580L862,340C880,222 1120,222 1138,340L1138,580Z", POPPY
    )
    out += paper("M900,580C890,500 930,460 940,390C980,440 990,480 1000,420C1040,460 1080,500 1096,580Z", SUN)
    return out + paper("M950,580C950,530 980,510 990,480C1020,510 1040,540 1046,580Z", STRAW)


def fruehstueck() -> str:
    w, h = 1600, 900
    out = weave("check", "#b52b19", box(0, 0, w, h), 100) + paper(blob(800, 450, 560, 372, 6, 0.02, 20), SAND, 18) + _plates()
    out += place(800, 470, 1.35, _flatbread())
    out += "".join(
        tea_glass(x, y, c)
        for x, y, c in (
            (790, 240, "#a8442a"),
            (660, 690, "#c9791f"),
            (950, 700, "#a8442a"),
            (330, 430, "#c9791f"),
            (1270, 440, "#a8442a"),
        )
    )
    hands = (
        (360, 170, 0.92, 5, SUN, "dots", POPPY, 132, False),
        (1270, 150, 0.92, 1, SKY, "stripes", SAND, -138, False),
        (300, 760, 0.92, 2, PLUM, "zig", LILAC, 42, False),
        (1330, 770, 0.95, 3, LEAF, "", SAND, -44, False),
        (800, 120, 0.8, 4, PETROL, "check", TEAL, 178, False),
        (812, 800, 0.86, 1, SAND, "bars", SKY, 2, True),
    )
    out += "".join(
        place(x, y, s, reaching_hand(skin, sleeve, kind, colour), turn=t, flip=f)
        for x, y, s, skin, sleeve, kind, colour, t, f in hands
    )
    return sheet(
        w,
        h,
        out,
        title="Sechs Hände greifen von allen Seiten nach Brot, Oliven und Teegläsern auf einem runden Tisch",
        ground=POPPY,
    )


def _plates() -> str:
    olives = "".join(
        paper(blob(math.cos(a) * 34, math.sin(a) * 34, 15, 22, int(a * 7)), "#2c2a20" if k % 2 else "#5d7a3a", 3)
        for k, a in enumerate((0.2, 1.3, 2.4, 3.5, 4.6, 5.7))
    )
    cheese = ""
    for k in range(3):
        x, y = k * 34, (k % 2) * 22
        cheese += paper(
            poly((x - 50, y - 20), (x - 20, y - 26), (x - 16, y + 8), (x - 48, y + 12)), "#fff3d6" if k % 2 else STRAW, 3
        )
    egg = paper(blob(0, 0, 56, 48, 3), WHITE, 3) + paper(blob(6, -2, 22, 20, 5), SUN)
    tomatoes = ""
    for k in range(3):
        x, y = k * 30 - 30, (k % 2) * 26
        tomatoes += paper(blob(x, y - 12, 21, 21, k + 2), POPPY, 3) + paper(
            poly((x - 4, y - 34), (x + 4, y - 34), (x, y - 22)), LEAF
        )
    out = bread_board_plate(560, 330, 118, SKY, olives) + bread_board_plate(
        1050, 320, 126, PETROL, cheese + paper("M-40,40L0,24L44,44L10,60Z", POPPY, 3)
    )
    return out + bread_board_plate(1120, 600, 112, LEAF, egg) + bread_board_plate(470, 590, 116, PLUM, tomatoes)


def _flatbread() -> str:
    out = paper(blob(0, 0, 130, 92, 5), BREAD, 10) + paper(blob(0, -2, 108, 72, 7), "#dda55c")
    for k in range(4):
        x = k * 46
        out += paper(f"M{x - 70},-40C{x - 56},-10 {x - 58},10 {x - 70},40C{x - 78},10 {x - 80},-12 {x - 70},-40Z", "#8a4d1e")
    return out + "".join(dot(-90 + k * 23, (-1) ** k * 26, 4, "#fff3d6") for k in range(9))


def suppe() -> str:
    w, h = 1200, 800
    out = (
        paper(blob(600, 410, 396, 372, 5), STRAW)
        + paper("M0,640L1200,600L1200,800L0,800Z", BRICK, -8)
        + paper("M0,640L1200,600L1200,624L0,666Z", "#b0572c")
    )
    for x, turn in ((480, -14), (600, 4), (716, 16)):
        out += place(x, 210, 1, line("M0,80C-42,30 40,-10 0,-80", SAND, 20), turn=turn)
    out += place(600, 408, 1.24, pot() + _lentils())
    # one hand from each kitchen: vinegar, cumin, lemon
    out += (
        arm("M-60,250C80,250 160,270 252,300", PLUM, width=92)
        + place(300, 292, 1, _bottle(), turn=64)
        + _drops(428, 268)
        + fist(286, 306, 2, size=46)
    )
    out += (
        arm("M1260,180C1130,190 980,196 872,240", SKY, width=92)
        + place(812, 228, 1, _cumin(), turn=-24)
        + fist(848, 248, 5, size=46, shade=True)
    )
    out += (
        place(228, 640, 1.15, _lemon())
        + place(330, 690, 0.8, _lemon())
        + frond(1010, 720, 0.9, LEAF, 62)
        + frond(1060, 742, 0.8, MOSS, 74)
        + _garlic(900, 712)
    )
    return sheet(
        w,
        h,
        out,
        title="Ein großer Topf Linsensuppe dampft, eine Hand gießt Essig hinein, eine andere streut Kreuzkümmel",
        ground=POPPY,
    )


def _lentils() -> str:
    out = "".join(
        paper(blob(x, y, 13, 10, int(x + 200)), POPPY if k % 3 == 0 else AMBER)
        for k, (x, y) in enumerate(((-90, -14), (-50, 2), (-16, -22), (20, -2), (54, -20), (92, -6), (-110, 0)))
    )
    return out + "".join(paper(blob(x, y, 12, 5, 3), LEAF) for x, y in ((-66, -26), (6, -30), (74, 4)))


def _drops(x: float, y: float) -> str:
    return "".join(
        place(x + dx, y + dy, k, paper("M0,-26C16,0 18,20 0,24C-18,20 -16,0 0,-26Z", BRICK))
        for dx, dy, k in ((0, 0, 0.7), (6, 52, 0.6), (3, 98, 0.5))
    )


def _bottle() -> str:
    body = "M-34,-20C-34,-50 -16,-56 -16,-90L-16,-124L16,-124L16,-90C16,-56 34,-50 34,-20L34,120L-34,120Z"
    return (
        paper(body, MOSS, 7)
        + paper("M8,-124L16,-124L16,-90C16,-56 34,-50 34,-20L34,120L12,120Z", INK, opacity=0.2)
        + paper(box(-30, 16, 60, 62), SAND)
    )


def _cumin() -> str:
    seeds = "".join(
        place(dx, dy, 1, paper(blob(0, 0, 9, 4, 3), BARK), turn=t)
        for dx, dy, t in (
            (-90, 15, 20),
            (-112, 40, -30),
            (-100, 66, 60),
            (-128, 60, 10),
            (-120, 96, -50),
            (-150, 92, 30),
            (-140, 128, 80),
        )
    )
    return (
        paper("M-66,-36L40,-44L58,44L-50,52Z", SUN, 6)
        + paper("M4,-41L40,-44L58,44L16,48Z", AMBER)
        + paper("M-66,-36L-50,52L-84,40L-92,-20Z", KRAFT)
        + seeds
    )


def _lemon() -> str:
    out = paper(blob(0, 0, 62, 54, 4), AMBER, 6) + paper(blob(0, 0, 52, 45, 6), WHITE) + paper(blob(0, 0, 45, 38, 7), SUN)
    return out + "".join(place(0, 0, 1, line("M0,0V-34", WHITE, 5), turn=k * 45) for k in range(8))


def _garlic(x: float, y: float) -> str:
    out = paper("M0,-70C6,-40 52,-30 50,10C48,44 20,52 0,52C-20,52 -48,44 -50,10C-52,-30 -6,-40 0,-70Z", WHITE, 6) + paper(
        "M0,-70C6,-40 52,-30 50,10C48,44 20,52 8,52C30,20 16,-30 0,-70Z", LILAC, opacity=0.7
    )
    return place(x, y, 1, out + line("M-8,-30C-24,0 -22,30 -12,48", ICE, 4))

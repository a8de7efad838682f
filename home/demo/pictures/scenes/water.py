"""Edition 23, "Am Wasser": the weir, the angler, the bridge."""

from ..clothes import arm, fist
from ..palette import (
    AMBER,
    BARK,
    BLUSH,
    BRICK,
    DEEP,
    ICE,
    INK,
    KRAFT,
    LEAF,
    MEADOW,
    MINT,
    MOSS,
    NAVY,
    PLUM,
    POPPY,
    RUST,
    SAND,
    SKY,
    STONE,
    STRAW,
    SUN,
    TEAL,
    WHITE,
    WOOD,
)
from ..paper import blob, box, dot, line, paper, place, poly, ring, sheet
from ..people import bust, child, standing, wheel
from ..places import clock_tower, cloud, duck, heron, house, ripples, street, wave
from ..plants import frond, reeds, tree
from ..things import rod

RIVER, RIVER_DARK = "#3f86c4", "#2b6ba3"
AUTUMN = (AMBER, "#d9742a", SUN)


def wehr() -> str:
    w, h = 1500, 1000
    out = (
        paper(blob(1140, 220, 128, 128, 5), SUN)
        + cloud(300, 130, 1.1)
        + cloud(720, 90, 0.8)
        + street(-30, 420, 620, seed=3, low=90, high=150)
        + clock_tower(690, 424, 250)
    )
    out += (
        paper("M0,410C400,380 1100,392 1500,400L1500,560L0,560Z", MINT)
        + tree(80, 470, 0.9, seed=6)
        + tree(860, 430, 0.62, seed=9)
        + _mill()
    )
    out += (
        paper(poly((0, 470), (1500, 446), (1500, 590), (0, 590)), RIVER)
        + ripples(30, 480, 1380, 80, seed=4, n=18)
        + duck(520, 540, 0.62)
        + duck(640, 556, 0.52, SAND, flip=True)
    )
    out += (
        _fall()
        + paper(poly((0, 760), (1500, 740), (1500, 1000), (0, 1000)), TEAL)
        + _foam()
        + ripples(40, 830, 1400, 140, seed=8, n=22)
    )
    out += heron(1150, 940, 0.98) + "".join(
        paper(blob(x, y, r, r * 0.6, int(x)), c, 7)
        for x, y, r, c in ((960, 900, 74, STONE), (1060, 950, 90, "#a39c90"), (1290, 940, 110, STONE))
    )
    out += (
        reeds(1350, 1000, seed=3, n=9, height=260)
        + reeds(40, 1000, seed=5, n=10, height=280)
        + paper("M0,930C140,900 260,960 330,1000L0,1000Z", LEAF, 6)
    )
    return sheet(
        w, h, out, title="Die Pegnach stürzt über das Wehr an der alten Mühle, im flachen Wasser steht ein Reiher", ground=ICE
    )


def _mill() -> str:
    out = house(1110, 470, 290, 240, KRAFT, BRICK, lit=STRAW, rows=3) + paper(box(1116, 330, 278, 10), BARK)
    spokes = "".join(
        place(1080, 470, 1, line("M0,0V-124", WOOD, 12) + paper(box(-26, -140, 52, 26), BARK, 3), turn=k * 36) for k in range(10)
    )
    return out + spokes + ring(1080, 470, 104, WOOD, 12, shadow=6) + paper(blob(1080, 470, 26, 26, 3), POPPY, 3)


def _fall() -> str:
    """The weir itself: a slanted sheet of water over a sill."""
    out = paper(poly((0, 572), (1500, 546), (1500, 600), (0, 628)), BARK, 6) + paper(
        poly((0, 600), (1500, 574), (1500, 780), (0, 800)), RIVER_DARK
    )
    for k in range(25):
        x, tone = k * 62 - 10, (ICE, RIVER, WHITE, "#8dbbe0")[k % 4]
        top, foot = 600 - k * 1.05, 790 - k * 0.8
        out += paper(poly((x, top), (x + 44, top - 1), (x + 38 + k % 3 * 8, foot), (x - 8, foot)), tone, opacity=0.9)
    return out


def _foam() -> str:
    return "".join(
        paper(blob(k * 58, 784 - k * 0.8 + (k % 3) * 10, 52, 30, k + 3, 0.06), WHITE, 5 if k % 2 else 0) for k in range(27)
    )


def angler() -> str:
    w, h = 1200, 800
    out = (
        paper(blob(880, 190, 120, 120, 4), POPPY)
        + paper("M0,360C300,310 700,330 1200,300L1200,520L0,520Z", "#d8b06a")
        + tree(1060, 400, 0.8, seed=12, colours=AUTUMN)
        + tree(930, 372, 0.5, seed=2, colours=AUTUMN)
    )
    out += (
        wave(420, 14, RIVER_DARK, w=w, h=h, n=5)
        + wave(500, 16, RIVER, w=w, h=h, n=6, phase=1, shadow=-5)
        + wave(610, 16, TEAL, w=w, h=h, n=5, shadow=-5)
    )
    out += (
        ripples(420, 440, 720, 140, seed=6, n=16)
        + ripples(480, 640, 680, 120, seed=7, n=10)
        + paper(blob(880, 470, 110, 12, 4), POPPY, opacity=0.5)
    )
    out += (
        line("M882,188C930,300 956,400 960,520", SAND, 3)
        + dot(960, 528, 13, POPPY)
        + paper(blob(960, 540, 46, 8, 4), WHITE, opacity=0.6)
    )
    out += paper("M-20,640C160,600 460,620 700,690C860,730 900,770 910,800L-20,800Z", LEAF, 8) + place(
        556, 508, 1, rod(320), turn=2
    )
    out += (
        place(238, 350, 1.08, bust("alois"))
        + arm("M376,640C440,660 500,620 546,544", "#7a6a48", width=88)
        + fist(560, 522, 1, size=42)
    )
    out += place(742, 548, 0.78, child("lina", eyes="right")) + place(1020, 750, 0.86, _bucket()) + place(1100, 640, 0.9, _fish())
    out += (
        reeds(20, 800, seed=4, n=7, height=200)
        + frond(610, 806, 0.8, MOSS, 14)
        + frond(520, 812, 0.7, MEADOW, -12)
        + reeds(1110, 810, seed=9, n=5, height=130)
    )
    return sheet(
        w, h, out, title="Ein alter Angler und ein Mädchen sitzen am Ufer der Pegnach und schauen auf den Schwimmer", ground=STRAW
    )


def _bucket() -> str:
    return (
        line("M-56,-50C-50,-130 50,-130 56,-50", INK, 8)
        + paper("M-62,-50L62,-50L48,66L-48,66Z", POPPY, 7)
        + paper("M14,-50L62,-50L48,66L18,66Z", RUST)
        + paper(blob(0, -50, 61, 14, 3), DEEP)
    )


def _fish() -> str:
    out = (
        paper("M-90,0C-50,-54 40,-50 84,-4C40,44 -50,44 -90,0Z", ICE, 6)
        + paper("M-80,0L-132,-36L-122,2L-132,40Z", SKY, 4)
        + paper("M-90,0C-50,44 40,44 84,-4C40,10 -40,14 -90,0Z", SKY)
    )
    return out + dot(52, -14, 7, INK) + line("M22,-28C10,-10 10,8 20,24", INK, 4, opacity=0.5)


def bruecke() -> str:
    w, h = 1500, 1000
    out = (
        paper(blob(360, 230, 136, 136, 6), SUN)
        + cloud(820, 120, 1)
        + cloud(1240, 200, 0.8)
        + street(560, 520, 1540, seed=7, low=110, high=200)
        + clock_tower(1010, 520, 300)
    )
    out += paper("M0,520C300,470 700,500 1500,500L1500,700L0,700Z", MINT) + tree(90, 560, 1, seed=5) + tree(450, 540, 0.6, seed=8)
    out += (
        paper(poly((0, 640), (1500, 620), (1500, 1000), (0, 1000)), RIVER)
        + ripples(30, 680, 1400, 280, seed=3, n=34)
        + _reflection()
    )
    out += (
        place(300, 346, 0.27, standing("mei", trousers=NAVY, shoes=INK, step=22, eyes="right"))
        + place(560, 262, 0.28, standing("salome", trousers=PLUM, shoes=SUN))
        + _arches()
    )
    out += place(880, 392, 1, _cyclist()) + duck(300, 900, 1) + duck(440, 930, 0.7, BLUSH) + duck(1130, 890, 0.9, SAND, flip=True)
    out += (
        reeds(1280, 1000, seed=6, n=11, height=260) + reeds(10, 1000, seed=2, n=8, height=230) + frond(1240, 1010, 1, LEAF, -10)
    )
    return sheet(
        w,
        h,
        out,
        title="Über die alte Steinbrücke gehen zwei Leute, ein Mann fährt Rad, auf der Pegnach schwimmen Enten",
        ground=ICE,
    )


DECK = "M-20,620C300,470 1200,470 1520,620"


def _arches() -> str:
    stone = "M-20,620C300,470 1200,470 1520,620L1520,860L1390,860C1390,690 1110,690 1110,860L980,860C980,640 520,640 520,860L390,860C390,690 110,690 110,860L-20,860Z"
    out = paper(stone, "#d9b98c", 12)
    out += line(
        "M110,850C110,690 390,690 390,850M520,850C520,640 980,640 980,850M1110,850C1110,690 1390,690 1390,850", "#b08d60", 22
    )
    for x, y in (
        (60, 640),
        (210, 600),
        (450, 640),
        (440, 760),
        (1050, 640),
        (1040, 760),
        (1290, 610),
        (1430, 650),
        (700, 560),
        (820, 590),
        (560, 590),
        (1180, 580),
        (50, 780),
        (1440, 800),
    ):
        out += paper(box(x, y, 56, 26), "#b08d60", opacity=0.55)
    return out + line(DECK, "#b08d60", 34) + line(DECK, SAND, 14)


def _reflection() -> str:
    return "".join(
        paper(blob(x, 880, rx, 22, int(x)), DEEP, opacity=0.25) for x, rx in ((40, 110), (455, 110), (1045, 110), (1450, 110))
    )


def _cyclist() -> str:
    """From the side, behind the parapet."""
    frame = line("M-74,96L-30,20L42,20L-8,96L-74,96M42,20L74,96M42,20L34,-14L10,-18", POPPY, 9, shadow=4) + line(
        "M-56,2H-18", INK, 11
    )
    rider = (
        place(-26, -158, 0.27, bust("jonas", height=330))
        + arm("M-16,-86C10,-70 20,-50 30,-20", SUN, width=17, shadow=3)
        + line("M-34,-66L-36,2L6,40L-4,92", NAVY, 24, shadow=3)
    )
    return wheel(-74, 96, 48, SUN) + wheel(74, 96, 48, SUN) + frame + rider

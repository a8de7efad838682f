"""The colony at the embankment."""

from ..palette import BLUSH, BRICK, ICE, KRAFT, LEAF, LILAC, MEADOW, MINT, MOSS, PETROL, PLUM, POPPY, STRAW, SUN
from ..paper import blob, paper, place, poly, sheet
from ..people import bust, in_wheelchair
from ..places import clock_tower, cloud, house, train
from ..plants import bean_pole, frond, pumpkin, sunflower
from ..things import can, tap


def garten() -> str:
    w, h = 1600, 900
    title = (
        "Nachbarinnen und Nachbarn stehen mit Gießkannen um einen großen Wasserhahn im Kleingarten, dahinter fährt ein roter Zug"
    )
    return sheet(w, h, _town() + _beds() + _neighbours() + _front(), title=title, ground=ICE)


def _town() -> str:
    out = paper(blob(1270, 190, 118, 118, 6), SUN) + cloud(210, 120) + cloud(760, 82, 0.8) + cloud(1480, 96, 0.6)
    rows = (
        (40, 150, 150, BLUSH, POPPY),
        (200, 120, 122, KRAFT, BRICK),
        (330, 110, 162, LILAC, PLUM),
        (980, 120, 142, STRAW, BRICK),
        (1110, 90, 116, BLUSH, PLUM),
        (1390, 130, 142, KRAFT, POPPY),
        (1520, 120, 122, LILAC, PETROL),
    )
    out += "".join(house(x, 366, bw, bh + 10, wall, roof) for x, bw, bh, wall, roof in rows) + clock_tower(556, 352, 232)
    out += paper("M0,350C300,318 1200,318 1600,346L1600,470L0,480Z", "#7d9a6d") + paper(
        "M0,352L1600,338L1600,352L0,366Z", "#5c4a3d"
    )
    return out + train(640, 348, 756)


def _beds() -> str:
    out = (
        paper("M0,430L620,398L560,900L0,900Z", MINT)
        + paper("M600,396L1040,392L1160,900L480,900Z", "#e2cfa8")
        + paper("M1030,392L1600,420L1600,900L1150,900Z", MINT)
    )
    for k in range(7):
        y = k * 62
        out += paper(poly((0, 470 + y), (560 - k * 14, 440 + y), (556 - k * 14, 456 + y), (0, 490 + y)), LEAF, opacity=0.5)
        out += paper(
            poly((1062 + k * 18, 440 + y), (1600, 464 + y), (1600, 484 + y), (1066 + k * 18, 458 + y)), LEAF, opacity=0.5
        )
    for k in range(9):
        out += frond(1090 + k * 62, 520 + (k % 3) * 6, 0.34, (LEAF, MOSS, MEADOW)[k % 3], -10 + k * 5 % 20, 3, 3)
    return out + "".join(bean_pole(x, x) for x in (120, 250, 380))


def _neighbours() -> str:
    out = paper(blob(792, 560, 252, 252, 9), STRAW) + place(836, 500, 0.86, tap())
    out += (
        place(1052, 530, 0.68, bust("samira", height=560, eyes="laugh"))
        + place(556, 545, 0.68, bust("walter", height=560))
        + place(330, 640, 0.64, bust("amira", height=560))
    )
    return out + place(640, 806, 0.5, can(), flip=True) + place(1352, 672, 0.62, in_wheelchair("emre"))


def _front() -> str:
    out = (
        sunflower(96, 520, 1.05, 420)
        + sunflower(206, 640, 0.8, 330)
        + sunflower(1536, 470, 0.95, 480)
        + place(1130, 846, 0.5, can(LEAF, MOSS))
    )
    out += pumpkin(430, 850, 1, POPPY) + pumpkin(520, 858, 0.7, "#e0762a") + pumpkin(900, 850, 0.8, "#e0762a")
    return out + "".join(
        frond(20 + k * 132, 930, 0.58 + (k % 3) * 0.12, (LEAF, MOSS, MEADOW)[k % 3], -12 + (k * 7) % 24, 3) for k in range(13)
    )

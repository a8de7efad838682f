"""In the streets and under the roofs of Lindenau."""

from ..clothes import arm, fist
from ..palette import (
    BARK,
    BLUSH,
    BRICK,
    DEEP,
    ICE,
    INK,
    KRAFT,
    LEAF,
    LILAC,
    MINT,
    MIST,
    MOSS,
    NAVY,
    PETROL,
    PLUM,
    POPPY,
    RUST,
    SAND,
    SKY,
    SUN,
    TEAL,
    WHITE,
    WOOD,
)
from ..paper import blob, box, dot, line, paper, place, poly, sheet
from ..people import bust, child, standing, wheel
from ..places import arched_window, clock_tower, cloud, street, train
from ..plants import frond, lime, tree
from ..things import bunting, clock_face, lamp, page, parcel, plant_pot, speech, suitcase


def rathaus() -> str:
    w, h = 1200, 800
    out = paper(blob(1010, 150, 100, 100, 4), SUN) + cloud(150, 110, 0.9) + _town_hall()
    colours = ((POPPY, SAND), (SUN, INK), (LEAF, SAND), (PLUM, SAND), (SKY, SAND), (PETROL, SAND), (BLUSH, INK))
    for k, (colour, ink) in enumerate(colours):
        out += place(192 + k * 136, 246 + abs(3 - k) * 40 - (k % 2) * 16, 0.74, speech(colour, ink), flip=k > 3)
    out += paper(poly((0, 650), (w, 630), (w, h), (0, h)), KRAFT)
    for key, x, y, s in (
        ("adaeze", 170, 640, 0.6),
        ("karim", 372, 664, 0.58),
        ("rosa", 838, 654, 0.58),
        ("pawel", 1034, 646, 0.6),
    ):
        out += place(x, y, s, bust(key))
    return sheet(
        w, h, out, title="Vor dem Rathaus stehen vier Menschen, über ihnen schweben sieben bunte Sprechblasen", ground=MIST
    )


def _town_hall() -> str:
    out = paper(poly((150, 660), (150, 330), (600, 120), (1050, 330), (1050, 660)), SAND, 10) + paper(
        poly((600, 120), (1050, 330), (1050, 660), (900, 660), (900, 260)), INK, opacity=0.05
    )
    out += paper(poly((110, 340), (600, 96), (1090, 340), (1060, 366), (600, 142), (140, 366)), POPPY, 6)
    out += (
        paper(poly((536, 140), (536, 46), (600, -20), (664, 46), (664, 140)), KRAFT, 6)
        + paper(poly((524, 52), (600, -30), (676, 52)), PETROL)
        + place(600, 88, 0.5, clock_face(60))
    )
    for row in range(2):
        for k in range(6):
            if row == 0 or k not in (2, 3):
                out += arched_window(215 + k * 138, 392 + row * 118, 70, 82)
    out += (
        paper("M508,662L508,520C530,448 670,448 692,520L692,662Z", KRAFT, 5)
        + paper("M526,662L526,524C544,466 656,466 674,524L674,662Z", BARK)
        + line("M600,480V662", SAND, 5)
    )
    out += paper(box(704, 530, 56, 106), WHITE, 5) + "".join(
        paper(box(710, 536 + k * 14, 44 - k % 3 * 9, 8), c) for k, c in enumerate((POPPY, PETROL, SUN, LEAF, PLUM, SKY, BRICK))
    )
    return out + dot(584, 586, 7, SUN) + dot(616, 586, 7, SUN)


def treppenhaus() -> str:
    w, h = 1200, 800
    out = paper(box(0, 0, w, 300), "#efd9b4") + paper(box(0, 292, w, 14), BRICK) + paper(box(0, 306, w, 494), MINT)
    out += place(600, 76, 1, lamp()) + _door(64, 120, PETROL, DEEP) + _letter_boxes(356, 150) + _stairs()
    out += place(200, 350, 0.98, bust("gerda")) + _door_edge(64, 120)
    out += place(610, 330, 1.02, bust("bote")) + place(1004, 236, 0.7, child("mika")) + _banister()
    out += arm("M436,600C380,640 400,690 470,690", POPPY, width=96) + arm("M790,600C850,640 830,690 740,690", POPPY, width=96)
    out += place(608, 664, 1.1, parcel(330, 230)) + fist(446, 690, 3, size=44) + fist(776, 686, 3, size=44, shade=True)
    out += (
        paper(box(0, 780, w, 20), BARK)
        + place(70, 690, 1.15, plant_pot())
        + frond(56, 690, 0.8, LEAF, -16)
        + frond(86, 690, 0.9, MOSS, 12)
    )
    return sheet(
        w,
        h,
        out,
        title="Ein Paketbote steht mit einem großen Paket im Treppenhaus, eine alte Nachbarin öffnet, ein Kind schaut übers Geländer",
        ground=MINT,
    )


def _door(x: float, y: float, colour: str, shade: str) -> str:
    return (
        paper(box(x - 16, y - 16, 292, 700), SAND, 6)
        + paper(box(x, y, 260, 684), "#3a2a33")
        + paper(poly((x - 44, y + 26), (x, y), (x, y + 684), (x - 44, y + 684)), colour, 4)
    )


def _door_edge(x: float, y: float) -> str:
    out = paper(poly((x - 64, y + 40), (x + 30, y), (x + 30, 800), (x - 64, 800)), PETROL, 6) + paper(
        poly((x - 44, y + 90), (x + 8, y + 68), (x + 8, y + 300), (x - 44, y + 310)), DEEP
    )
    return out + dot(x + 10, y + 380, 10, SUN)


def _letter_boxes(x: float, y: float) -> str:
    """Four rows of bells and boxes: two dozen names."""
    out = ""
    for k in range(4):
        bx = x + (k % 2) * 66
        by = y + (k // 2) * 60
        out += (
            paper(box(bx, by, 56, 46), (POPPY, SUN, SKY, PLUM)[k], 4)
            + line(f"M{bx + 12},{by + 14}h32", INK, 6, opacity=0.6)
            + paper(box(bx + 10, by + 28, 36, 8), WHITE)
        )
    return out


def _stairs() -> str:
    out = paper(
        "M770,800L770,740L840,740L840,660L910,660L910,580L980,580L980,500L1060,500L1060,430L1200,430L1200,800Z", "#d9a56a", 8
    )
    steps = ((770, 740, 70), (840, 660, 70), (910, 580, 70), (980, 500, 80), (1060, 430, 140))
    return out + "".join(paper(box(x - 8, y - 12, n + 8, 16), WOOD, 3) for x, y, n in steps)


def _banister() -> str:
    bars = "".join(
        line(f"M{x},{y - 118:.0f}V{y}", INK, 9)
        for x, y in ((806, 740), (876, 660), (946, 580), (1018, 500), (1090, 430), (1160, 430))
    )
    return bars + line("M780,634L1080,300L1210,292", BRICK, 22, shadow=7)


def tour() -> str:
    w, h = 1200, 800
    out = (
        cloud(140, 96, 0.8)
        + cloud(1060, 70, 0.7)
        + street(-40, 440, 1240, seed=5, low=150, high=230)
        + paper(poly((0, 436), (w, 430), (w, h), (0, h)), "#d8c7a4")
    )
    out += _gasworks(60, 440) + tree(1110, 470, 0.72, seed=4) + paper(poly((0, 560), (w, 600), (w, h), (0, h)), KRAFT) + _stand()
    out += place(190, 430, 0.5, standing("frieda", trousers=PETROL, shoes=INK)) + place(
        1016, 446, 0.48, standing("jonas", trousers=NAVY, shoes=POPPY, eyes="left")
    )
    out += place(888, 590, 0.42, standing("ilyas", trousers=SKY, shoes=SUN, small=True)) + place(1090, 730, 1, _bicycle())
    return sheet(
        w, h, out, title="Infostand des Integrationsrats auf dem Wochenmarkt der Südstadt, Leute bleiben stehen", ground=ICE
    )


def _gasworks(x: float, ground: float) -> str:
    out = paper(poly((x, ground), (x + 10, ground - 250), (x + 60, ground - 250), (x + 72, ground)), BRICK, 6) + paper(
        poly((x + 38, ground - 250), (x + 60, ground - 250), (x + 72, ground), (x + 42, ground)), RUST
    )
    return out + paper(box(x + 6, ground - 262, 60, 18), BARK, 3) + line(f"M{x + 8},{ground - 180}h56", SAND, 9)


def _stand() -> str:
    out = (
        line("M330,230V720M842,230V720", BARK, 16, shadow=5)
        + place(470, 400, 0.66, bust("sofia"))
        + place(690, 404, 0.64, bust("bao"))
    )
    for k in range(8):
        x = 280 + k * 76
        colour = (POPPY, WHITE)[k % 2]
        out += paper(f"M{x},170L{x + 76},170L{x + 76},262C{x + 70},296 {x + 6},296 {x},262Z", colour, 6)
    out += paper(poly((280, 170), (330, 96), (836, 96), (888, 170)), POPPY) + "".join(
        paper(poly((356 + k * 152, 170), (376 + k * 127 + 8, 96), (440 + k * 127, 96), (432 + k * 152, 170)), WHITE)
        for k in range(4)
    )
    out += (
        paper(poly((300, 560), (872, 548), (880, 592), (292, 606)), WOOD, 8)
        + paper(poly((306, 606), (866, 592), (846, 760), (326, 774)), PETROL, 8)
        + paper(poly((640, 598), (866, 592), (846, 760), (646, 766)), DEEP)
    )
    out += lime(476, 680, 0.9, SUN, 8, vein=PETROL) + line("M552,664h170M552,698h120", SAND, 14)
    out += (
        place(384, 520, 0.5, page(head=POPPY))
        + place(430, 524, 0.5, page(head=LEAF), turn=8)
        + place(560, 548, 0.7, _brochures())
        + place(794, 508, 0.8, plant_pot(SUN))
    )
    return (
        out
        + frond(784, 508, 0.5, LEAF, -18)
        + frond(806, 508, 0.56, MOSS, 12)
        + bunting(60, 120, 330, (SUN, SKY, PLUM, LEAF), 22)
        + bunting(846, 120, 1140, (PLUM, SUN, LEAF, SKY), 22)
    )


def _brochures() -> str:
    return "".join(
        paper(poly((-60 + k * 4, -k * 12), (60 + k * 4, -4 - k * 12), (66 + k * 4, 8 - k * 12), (-56 + k * 4, 12 - k * 12)), c, 3)
        for k, c in enumerate((SKY, SUN, POPPY, WHITE))
    )


def _bicycle() -> str:
    frame = line("M-90,0L-36,-92L50,-92L-10,0L-90,0M-10,0L-46,-116M50,-92L90,0M50,-92L42,-132L14,-136", POPPY, 11, shadow=5)
    return wheel(-90, 0, 62, SUN) + wheel(90, 0, 62, SUN) + frame + line("M-66,-120H-24", INK, 13)


def bahnhof() -> str:
    w, h = 1200, 800
    out = (
        paper(blob(240, 150, 92, 92, 4), SUN)
        + cloud(520, 80, 0.8)
        + street(-30, 330, 560, seed=9, low=90, high=150)
        + clock_tower(610, 330, 200)
    )
    out += (
        paper(poly((0, 326), (w, 320), (w, 600), (0, 600)), "#b9a888")
        + line("M0,520H1200M0,548H1200", BARK, 7)
        + "".join(paper(box(k * 66, 512, 40, 44), INK, opacity=0.12) for k in range(19))
    )
    out += place(-120, 500, 1.62, train(0, 0, 640)) + _platform_roof()
    out += (
        paper(poly((0, 590), (w, 570), (w, h), (0, h)), KRAFT)
        + paper(poly((0, 590), (w, 570), (w, 600), (0, 622)), WHITE)
        + paper(poly((0, 622), (w, 600), (w, 612), (0, 636)), SUN)
    )
    out += (
        place(210, 366, 0.505, standing("tom", trousers=NAVY, shoes=INK, step=6))
        + place(100, 760, 0.9, suitcase())
        + place(500, 366, 0.505, standing("nour", trousers=PLUM, shoes=INK))
    )
    out += (
        place(826, 370, 0.505, standing("grace", trousers=PETROL, shoes=POPPY))
        + place(938, 762, 0.72, suitcase(TEAL, DEEP))
        + place(640, 700, 1, _pram())
    )
    return sheet(
        w,
        h,
        out,
        title="Am Bahnsteig von Lindenau warten drei Menschen mit Koffern und Kinderwagen, der rote Zug fährt ein",
        ground=ICE,
    )


def _platform_roof() -> str:
    out = line("M1050,240V600", PETROL, 26, shadow=7) + line("M1050,330L960,240M1050,330L1140,240", PETROL, 14)
    out += paper(poly((700, 196), (1220, 160), (1220, 222), (690, 246)), POPPY, 8) + paper(
        poly((690, 246), (1220, 222), (1220, 240), (694, 262)), RUST
    )
    out += line("M716,250V300", INK, 7) + place(716, 336, 1, clock_face(44, hands="M0,0V-26M0,0L20,15"))
    return out + paper(box(930, 270, 200, 58), NAVY, 6) + line("M956,300h100M1080,300h26", WHITE, 11)


def _pram() -> str:
    hood = paper("M-84,-60C-84,-140 0,-150 20,-140L20,-60Z", PLUM, 6) + paper(
        "M-30,-146C0,-150 20,-140 20,-140L20,-60L-6,-60C10,-90 0,-130 -30,-146Z", INK, opacity=0.18
    )
    tub = paper("M-90,-60L104,-60C100,10 60,30 0,30C-60,30 -88,0 -90,-60Z", LILAC, 6)
    return line("M100,-60L150,-120", INK, 12) + hood + tub + wheel(-52, 56, 34, SUN) + wheel(64, 56, 34, SUN)

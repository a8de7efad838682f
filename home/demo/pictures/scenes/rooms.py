"""School, workshop, polling, and the desk where letters are explained."""

from ..cast import PEOPLE
from ..clothes import arm, fist, torso
from ..faces import head
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
    MOSS,
    NAVY,
    PETROL,
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
from ..people import bust
from ..places import window
from ..plants import frond, lime
from ..things import clock_face, cup, letter, page, pencil, speech


def schule() -> str:
    w, h = 1200, 800
    out = (
        paper(box(130, 60, 760, 380), WOOD, 8)
        + paper(box(150, 80, 720, 340), "#2a5340")
        + line("M200,150h150M200,196h210M640,340h170", WHITE, 8, opacity=0.5)
    )
    out += (
        place(560, 156, 0.9, lime(0, 0, 1, MINT))
        + place(1040, 150, 1, clock_face(76, hands="M0,0L-24,34M0,0V-44"))
        + paper(box(940, 270, 210, 150), SAND, 5)
    )
    out += "".join(paper(box(958 + k * 64, 286 + (k % 2) * 10, 50, 62), (POPPY, SUN, SKY)[k], 3) for k in range(3))
    out += (
        place(170, 420, 0.95, bust("lehrer"))
        + place(500, 408, 1.0, bust("leyla"))
        + place(806, 430, 0.95, bust("hodan"))
        + place(1076, 416, 0.92, bust("yusuf"))
    )
    out += place(332, 214, 0.95, speech(SUN, INK)) + place(664, 196, 0.95, speech(POPPY, WHITE), flip=True)
    out += paper("M0,700L1200,672L1200,800L0,800Z", WOOD, -8) + paper("M0,700L1200,672L1200,694L0,726Z", "#b07b46")
    out += (
        place(306, 730, 0.8, page(head=POPPY), turn=-78)
        + place(676, 716, 0.8, page(head=LEAF), turn=80)
        + place(960, 680, 0.66, cup(SKY, NAVY))
        + place(430, 740, 0.5, pencil(), turn=70)
    )
    return sheet(
        w,
        h,
        out,
        title="Elternabend im Klassenzimmer: Eine Dolmetscherin sitzt zwischen dem Lehrer und zwei Eltern",
        ground="#e6d3ae",
    )


def lehrling() -> str:
    w, h = 1200, 800
    apprentice = PEOPLE["gesellin"]
    out = paper(box(0, 0, w, 560), "#d7c3a0") + _tool_wall() + paper(blob(600, 420, 330, 318, 6), SUN)
    out += place(
        600,
        330,
        1.2,
        torso(apprentice.face.skin, apprentice.clothes) + place(0, 0, 1, head(apprentice.face), turn=apprentice.tilt),
    )
    out += arm("M420,560C350,610 380,680 500,672", POPPY, width=104) + arm("M786,560C850,610 830,660 724,660", POPPY, width=104)
    out += paper("M0,712L1200,690L1200,800L0,800Z", WOOD, -9) + paper("M0,712L1200,690L1200,714L0,740Z", "#b07b46")
    out += _plank() + _plane() + fist(520, 664, 2, size=46) + fist(704, 654, 2, size=46, shade=True)
    out += "".join(
        place(x, y, 1, line("M0,0C-26,-30 26,-40 14,-8C6,10 -20,0 -6,-18", "#f0c98a", 9, shadow=3), turn=t)
        for x, y, t in ((250, 690, 0), (330, 716, 60), (900, 690, -40), (160, 730, 110))
    )
    out += place(1070, 640, 0.9, _glue_pot()) + place(120, 640, 0.8, cup(POPPY, RUST))
    return sheet(
        w,
        h,
        out,
        title="Eine Frau mit Schutzbrille hobelt in der Werkstatt ein Brett, hinter ihr hängen Werkzeuge an der Wand",
        ground="#d7c3a0",
    )


def _tool_wall() -> str:
    out = paper(box(60, 70, 330, 330), PETROL, 8) + paper(box(810, 60, 330, 340), PETROL, 8)
    out += line("M110,120V300", WOOD, 18, shadow=4) + paper(box(76, 108, 70, 40), INK, 4)  # hammer
    out += paper(poly((190, 120), (214, 120), (260, 340), (180, 340)), "#cfd6d8", 5) + paper(
        "M180,110C180,80 236,80 240,112L236,146L186,146Z", BRICK, 4
    )  # saw
    out += (
        line("M316,120V220", POPPY, 20, shadow=4)
        + line("M316,220V330", "#cfd6d8", 9)
        + line("M360,120V210", SUN, 20, shadow=4)
        + line("M360,210V300", "#cfd6d8", 12)
    )  # chisels
    out += ring(900, 160, 46, "#cfd6d8", 18, shadow=5) + line("M934,196L990,300", "#cfd6d8", 26, shadow=5)  # spanner
    out += line("M1040,110V330M1040,330H1110", SUN, 20, shadow=5) + "".join(
        line(f"M1040,{130 + k * 30}h{16 if k % 2 else 9}", INK, 4) for k in range(7)
    )  # set square
    out += paper(poly((846, 330), (1010, 322), (1012, 366), (848, 372)), POPPY, 5) + dot(930, 346, 12, STRAW)  # level
    return out


def _plank() -> str:
    out = paper("M180,744L1040,712L1046,750L184,786Z", "#e3b778", 8) + paper("M184,786L1046,750L1046,766L186,800Z", "#b07b46")
    return out + line("M220,756C400,738 520,744 700,734M760,738C860,724 940,730 1020,726", "#b07b46", 4, opacity=0.7)


def _plane() -> str:
    out = paper("M470,700L760,686L770,736L466,752Z", BARK, 7) + paper("M600,694L760,686L770,736L606,745Z", INK, opacity=0.18)
    return out + paper(poly((588, 690), (626, 640), (650, 648), (622, 700)), "#cfd6d8", 4)


def _glue_pot() -> str:
    return (
        line("M10,-40L50,-150", WOOD, 13)
        + paper("M-56,-40L56,-40L46,70L-46,70Z", LEAF, 6)
        + paper("M10,-40L56,-40L46,70L14,70Z", MOSS)
        + paper(box(-30, -8, 60, 44), SAND)
    )


def sprechstunde() -> str:
    w, h = 1200, 800
    out = (
        window(420, 60, 330, 300, glass=ICE)
        + paper(blob(660, 150, 50, 50, 3), SUN)
        + frond(500, 352, 0.9, LEAF, -8)
        + frond(690, 352, 0.7, MOSS, 10)
    )
    out += (
        paper(box(396, 356, 380, 22), KRAFT, 5)
        + _shelf(70, 90)
        + paper(box(880, 90, 240, 170), SAND, 6)
        + lime(1000, 168, 1, LEAF, vein=MOSS)
        + line("M930,240h140", STONE, 7)
    )
    out += place(320, 404, 1.06, bust("mehmet", eyes="right", mouth="talk")) + place(880, 420, 1.06, bust("zarah"))
    out += paper("M0,664L1200,640L1200,800L0,800Z", "#c98a52", -9) + paper("M0,664L1200,640L1200,666L0,694Z", "#e0aa78")
    out += (
        place(600, 690, 1.15, page(190, 230, lines=6), turn=-4)
        + arm("M432,640C456,680 480,692 506,698", NAVY, width=88)
        + fist(520, 694, 2, size=42)
    )
    out += (
        arm("M768,650C760,690 750,704 728,712", BLUSH, width=86)
        + fist(712, 710, 2, size=42, shade=True)
        + line("M536,682L572,654", INK, 10)
    )
    out += (
        place(160, 650, 0.9, cup(POPPY, RUST)) + place(1060, 650, 0.9, cup(LEAF, MOSS)) + place(940, 726, 0.7, letter(), turn=8)
    )
    return sheet(
        w,
        h,
        out,
        title="Sprechstunde: Ein Ratsmitglied und eine Besucherin lesen am Schreibtisch gemeinsam einen Brief vom Amt",
        ground="#b9d0c8",
    )


def _shelf(x: float, y: float) -> str:
    out = ""
    for row in range(2):
        yy = y + row * 150
        for k in range(6):
            tall = 90 + (k * 37 + row * 23) % 34
            out += paper(
                box(x + 8 + k * 34, yy + 124 - tall, 28, tall), (POPPY, PETROL, SUN, PLUM, LEAF, SKY)[(k + row * 2) % 6], 3
            )
        out += paper(box(x - 10, yy + 124, 236, 14), WOOD, 5)
    return out


def wahl() -> str:
    w, h = 1200, 800
    out = paper(blob(600, 400, 400, 366, 5), STRAW) + place(200, 380, 1.0, bust("milica")) + place(1000, 370, 1.0, bust("oumar"))
    out += paper(poly((372, 430), (836, 420), (850, 800), (360, 800)), PETROL, 14) + paper(
        poly((640, 425), (836, 420), (850, 800), (650, 800)), DEEP
    )
    out += paper(poly((350, 388), (858, 376), (864, 440), (344, 454)), TEAL, 8) + paper(
        poly((476, 400), (726, 394), (728, 418), (474, 424)), INK
    )
    out += lime(602, 596, 1.6, SUN, 6, vein=PETROL) + line("M452,720h130M452,756h90M640,716h140", SAND, 12, opacity=0.75)
    for x, y, turn, seal in ((420, 130, -18, SKY), (790, 110, 16, LEAF), (600, 60, 4, PLUM)):
        out += place(x, y, 0.86, letter("#ffd76a", seal), turn=turn)
    out += place(604, 326, 1.1, letter("#ffd76a", POPPY), turn=82) + paper(
        poly((466, 414), (736, 408), (738, 436), (464, 442)), TEAL
    )
    out += arm("M300,640C400,560 440,440 522,350", LEAF, width=92) + fist(536, 324, 1, size=44)
    out += (
        place(250, 740, 1, letter("#ffd76a", POPPY), turn=-8)
        + place(958, 706, 1.05, letter("#ffd76a", PETROL), turn=7)
        + fist(1046, 726, 5, size=42, shade=True)
    )
    return sheet(w, h, out, title="Zwei junge Leute stehen an einer Wahlurne, Wahlbriefe fliegen herbei", ground=LILAC)

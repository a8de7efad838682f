"""Choir, cup and swimming pool."""

from ..faces import Face
from ..palette import AMBER, BERRY, ICE, KRAFT, LEAF, LILAC, MOSS, PETROL, PLUM, POPPY, RUST, SAND, SKY, STRAW, SUN, TEAL
from ..paper import blob, half, line, paper, place, poly, sheet
from ..people import bust, swimmer
from ..places import wave, window
from ..plants import lime
from ..things import ball, bunting, notes


def chor() -> str:
    w, h = 1200, 800
    out = paper(blob(600, 420, 500, 410, 5), LILAC)
    for key, x, y in (("deniz", 140, 352), ("sara", 410, 306), ("lin", 716, 318), ("anton", 1030, 346)):
        out += place(x, y, 0.84, bust(key))
    out += paper(poly((0, 610), (w, 580), (w, h), (0, h)), BERRY, -8)
    for key, x, y in (("olena", 270, 536), ("ljudmyla", 596, 520), ("maria", 906, 548)):
        out += place(x, y, 0.94, bust(key, mouth="sing"))
    out += (
        place(84, 96, 1, notes())
        + place(1110, 96, 0.95, notes(POPPY))
        + place(560, 70, 0.62, notes(SKY))
        + place(880, 110, 0.5, notes(LEAF))
    )
    return sheet(w, h, out, title="Sieben Menschen singen dicht beieinander", ground=STRAW)


def pokal() -> str:
    w, h = 1200, 800
    out = (
        paper(half(600, 560, 430, -4), SUN)
        + bunting(-20, 30, 620, (POPPY, PETROL, SAND, LEAF, PLUM, SKY), 34)
        + bunting(580, 30, 1220, (SAND, LEAF, POPPY, SKY, SUN, PLUM), 34)
    )
    out += paper(poly((0, 524), (w, 474), (w, h), (0, h)), LEAF)
    for k in range(4):
        out += paper(
            poly((k * 340 + 20, 523 - k * 14), (k * 340 + 170, 517 - k * 14), (k * 400 + 60, 800), (k * 400 - 170, 800)),
            "#356b42",
        )
    cup = "M430,110L770,110C770,320 720,410 640,430L640,500L720,540L720,584L480,584L480,540L560,500L560,430C480,410 430,320 430,110Z"
    out += line("M432,160C330,150 330,306 460,326M768,160C870,150 870,306 740,326", "#c27f08", 26, shadow=6)
    out += paper(cup, AMBER, 12) + paper("M610,110L770,110C770,320 720,410 640,430L640,500L720,540L720,584L620,584Z", "#c27f08")
    out += (
        lime(596, 262, 1.25, SAND, vein=AMBER) + place(216, 446, 1, bust("elif")) + place(990, 436, 1, bust("kofi", eyes="laugh"))
    )
    out += place(600, 690, 1, ball())
    return sheet(w, h, out, title="Eine Spielerin und ihr Trainer neben einem großen goldenen Pokal", ground=ICE)


def becken() -> str:
    w, h = 1200, 800
    out = "".join(window(20 + k * 200, 24, 170, 210, glass=(ICE, "#d6e6f2")[k % 2]) for k in range(6)) + paper(
        blob(926, 126, 78, 78, 3), SUN
    )
    out += wave(296, 24, TEAL, w=w, h=h, n=7) + wave(380, 24, SKY, w=w, h=h, n=6, phase=1, shadow=-6)
    cap = {"hair": "swim", "colour": "#26201f"}
    out += swimmer(
        Face(skin=4, cloth=POPPY, cloth2=RUST, eyes="laugh", nose="broad", **cap), SUN, x=236, y=402, scale=0.9, turn=-5
    )
    out += swimmer(
        Face(skin=1, cloth=SAND, cloth2=KRAFT, old=True, brow="#9b948a", **cap), PLUM, x=946, y=414, scale=0.88, turn=6
    )
    out += wave(506, 26, "#3f86c4", w=w, h=h, n=5, shadow=-8)
    out += swimmer(
        Face(skin=3, hair="burkini", cloth="#e0762a", cloth2="#bf5d18", eyes="laugh"), "#e0762a", x=590, y=492, scale=1.12, turn=2
    )
    out += wave(656, 28, TEAL, w=w, h=h, n=6, phase=1, shadow=-8)
    out += swimmer(Face(skin=2, cloth=LEAF, cloth2=MOSS, width=1.05, **cap), LEAF, x=1010, y=660, scale=0.76, turn=-6)
    out += swimmer(Face(skin=5, cloth=SUN, cloth2=AMBER, nose="broad", **cap), POPPY, x=196, y=672, scale=0.76, turn=5)
    out += wave(756, 22, PETROL, w=w, h=h, n=5, shadow=-8)
    out += "".join(paper(blob(40 + k * 104, 768 + (k % 2) * 12, 40, 20, k + 2), (POPPY, SAND)[k % 2], 5) for k in range(12))
    return sheet(
        w, h, out, title="Fünf Frauen mit bunten Badekappen lachen im Schwimmbecken, eine trägt einen Burkini", ground=STRAW
    )

"""Putting people together: busts behind tables, whole figures, swimmers, a man in his wheelchair, and the portraits."""

import math
from collections.abc import Callable
from dataclasses import replace

from .cast import PEOPLE, PORTRAITS, Sitter
from .clothes import Clothes, arm, fist, torso
from .faces import Face, head
from .palette import AMBER, DEEP, INK, KRAFT, PETROL, POPPY, SAND, SKIN, SUN
from .paper import blob, clipped, half, line, paper, place, poly, ring, sheet
from .plants import flower, frond, lime
from .things import ball, can, loaf, notes, pencil, speech


def bust(key: str, *, height: float = 430, **mood: str) -> str:
    """Head and shoulders; `mood` changes eyes or mouth for this picture."""
    person = PEOPLE[key]
    face = replace(person.face, **mood) if mood else person.face
    return torso(face.skin, person.clothes, height) + place(0, 0, 1, head(face), turn=person.tilt)


def child(key: str, **mood: str) -> str:
    """Head and small shoulders."""
    person = PEOPLE[key]
    face = replace(person.face, **mood) if mood else person.face
    return place(0, 26, 0.74, torso(face.skin, person.clothes, 470)) + place(0, 0, 1, head(face), turn=person.tilt)


def standing(key: str, *, trousers: str = INK, shoes: str = POPPY, step: float = 0, small: bool = False, **mood: str) -> str:
    """A whole figure, head at 0,0 and soles at about 860; `step` spreads the legs."""
    person = PEOPLE[key]
    face = replace(person.face, **mood) if mood else person.face
    cloth, (light, dark) = person.clothes.cloth, SKIN[face.skin]
    legs = line(f"M-48,480L{-50 - step},800", trousers, 84, shadow=6) + line(f"M52,480L{54 + step},800", trousers, 84, shadow=6)
    legs += line(f"M60,500L{66 + step},790", INK, 30, opacity=0.14)
    for x, side in ((-52 - step, -1), (56 + step, 1)):
        legs += paper(
            f"M{x - 46},842C{x - 48},796 {x + 40},796 {x + 46},842Z"
            if side > 0
            else f"M{x - 52},842C{x - 46},796 {x + 40},796 {x + 44},842Z",
            shoes,
            4,
        )
    coat = "M-110,166C-60,146 60,146 112,166C146,190 148,300 136,400L142,530C60,546 -60,546 -140,530L-132,400C-146,300 -144,190 -110,166Z"
    arms = line("M-124,214C-160,290 -168,360 -160,440", cloth, 62, shadow=5) + line(
        "M126,214C162,290 170,360 162,440", cloth, 62, shadow=5
    )
    arms += paper(blob(-160, 478, 27, 31, 3), light, 3) + paper(blob(162, 478, 27, 31, 5), dark, 3)
    upper = torso(
        face.skin, replace(person.clothes, kind="round" if person.clothes.kind == "hoodie" else person.clothes.kind), 580
    )
    body = (
        legs
        + arms
        + paper(coat, cloth, 6)
        + clipped(coat, upper + paper("M70,150L160,150L160,560L60,560C110,420 110,280 70,150Z", INK, opacity=0.10))
    )
    neck = paper("M-38,60L-42,150C-20,186 24,186 44,150L40,60Z", light) + paper(
        "M-20,98C10,110 34,92 40,60L44,150C30,174 12,180 0,178C14,150 6,130 -20,98Z", dark
    )
    return place(0, 0, 0.72 if small else 1, body + neck) + place(0, 0, 1, head(face), turn=person.tilt)


def swimmer(face: Face, suit: str, *, x: float, y: float, scale: float, turn: float = 0) -> str:
    """A head above the water with bare or covered shoulders."""
    neck = paper("M-40,60L-44,180L48,180L42,60Z", SKIN[face.skin][0])
    shoulders = paper("M-150,250C-140,180 -90,168 -44,150L48,150C94,168 140,180 156,250Z", suit, 4)
    return place(x, y, scale, neck + shoulders + head(face), turn=turn)


def wheel(cx: float, cy: float, r: float, rim: str = POPPY) -> str:
    spokes = "".join(
        line(f"M{cx},{cy}L{cx + r * 0.85 * math.cos(a * 0.785):.0f},{cy + r * 0.85 * math.sin(a * 0.785):.0f}", KRAFT, r * 0.034)
        for a in range(8)
    )
    return (
        ring(cx, cy, r, INK, r * 0.14, shadow=8)
        + ring(cx, cy, r * 0.85, rim, r * 0.06)
        + spokes
        + paper(blob(cx, cy, r * 0.16, r * 0.16, 3), SUN)
    )


def in_wheelchair(key: str) -> str:
    """A person in a wheelchair, turned three quarters to the left."""
    person = PEOPLE[key]
    skin = person.face.skin
    shirt = Clothes(cloth=SUN, kind="collar", pattern="bars", print=AMBER)
    out = line("M150,-150L196,-166", INK, 16) + line("M118,-120L124,110L-150,120L-196,292", INK, 15)
    out += line("M40,80L-190,92L-222,246", PETROL, 96, shadow=8) + line("M60,104L-170,118L-196,250", DEEP, 34)
    out += paper("M-170,286L-316,290C-320,254 -286,244 -262,240L-172,236Z", POPPY, 4) + line("M-130,302L-300,308", INK, 12)
    out += place(0, -270, 1, torso(skin, shirt, 330) + head(replace(person.face, eyes="laugh")))
    out += ring(-150, 330, 32, INK, 14, shadow=6) + wheel(80, 190, 176)
    out += arm("M128,-40C176,20 170,70 128,116", SUN, width=62)
    return out + fist(116, 128, skin, size=32)


_BEHIND: dict[str, Callable[[], str]] = {  # what hangs behind the sitter
    "ljudmyla": lambda: place(476, 130, 1.05, notes()),
    "amira": lambda: lime(104, 120, 1.1, rot=-18, vein="#2c5e39"),
    "tesfay": lambda: lime(500, 116, 1, POPPY, 24, vein="#8f2213"),
    "mehmet": lambda: place(500, 150, 1.05, speech(SUN, INK)) + place(108, 190, 0.85, speech(POPPY, SAND), flip=True),
    "ines": lambda: place(96, 132, 1, speech(SUN, INK)),
}
_IN_FRONT: dict[str, Callable[[], str]] = {  # what the sitter holds or stands behind
    "samira": lambda: place(448, 524, 0.82, loaf()),
    "kofi": lambda: place(116, 516, 0.72, ball()),
    "hoa": lambda: place(128, 536, 1.1, flower(0, 0, POPPY) + flower(-52, 46, SUN, 0.85) + flower(48, 50, "#c9aed1", 0.85)),
    "walter": lambda: place(490, 526, 0.68, can()),
    "ruxandra": lambda: frond(88, 600, 1.12, "#a9c9a6", -8),
    "jaspal": lambda: frond(520, 600, 1.08, rot=10),
    "emre": lambda: frond(86, 602, 1.05, SUN, -10),
    "ines": lambda: place(462, 500, 1, pencil(), turn=28),
}


def _sitting(sitter: Sitter, x: float, y: float, scale: float, height: float) -> str:
    body = torso(sitter.face.skin, sitter.clothes, height) + place(0, 0, 1, head(sitter.face), turn=sitter.tilt)
    return place(x, y, scale, body)


def portrait(key: str, size: int = 600) -> str:
    """A square bust on coloured ground."""
    sitter = PORTRAITS[key]
    lean = -12 if sitter.tilt < 0 else 12
    shape = (
        paper(blob(300, 300, 238, 238, len(key)), sitter.shape_colour)
        if sitter.shape == "disc"
        else paper(half(300, 410, 262, lean), sitter.shape_colour)
    )
    ground = shape + paper(poly((0, 480), (size, 414), (size, size), (0, size)), INK, opacity=0.10)
    behind, before = _BEHIND.get(key, str)(), _IN_FRONT.get(key, str)()
    return sheet(
        size, size, ground + behind + _sitting(sitter, 300, 286, 1.2, 430) + before, title=sitter.title, ground=sitter.ground
    )


def cut_out(key: str, w: int = 480, h: int = 560) -> str:
    """The same person without ground, for strips and heroes."""
    sitter = PORTRAITS[key]
    frame = f"M0,0H{w}V{h}H0Z"
    back = paper(blob(240, 330, 214, 214, len(key) + 2), sitter.ground) + paper(half(240, 560, 190), sitter.shape_colour)
    return sheet(w, h, clipped(frame, back + _sitting(sitter, 240, 232, 1.03, 360)), title=sitter.title)


def free(key: str, w: int = 520, h: int = 600) -> str:
    """The bust alone, with what the hands hold: for posters, which bring their own colour planes."""
    sitter = PORTRAITS[key]
    before = place(w / 2 - 300, 0, 1, _IN_FRONT.get(key, str)())
    return sheet(w, h, clipped(f"M0,0H{w}V{h}H0Z", _sitting(sitter, w / 2, 270, 1.24, 430) + before), title=sitter.title)

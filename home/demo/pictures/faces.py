"""A face is two papers, one in the light and one in the shade; the cut between them is the nose."""

from dataclasses import dataclass

from .hair import STYLES
from .headwear import HOODS
from .palette import INK, POPPY, SKIN, WHITE
from .paper import blob, dot, line, paper

FACE = "M-72,-38C-75,-94 -40,-114 0,-114C42,-114 76,-92 73,-34C71,24 50,99 2,101C-46,100 -69,26 -72,-38Z"
_SHADE_EDGE = "C50,99 71,24 73,-34C76,-92 42,-114 10,-114Z"
NOSES = {
    "straight": "M10,-114C4,-84 6,-62 4,-46C0,-22 -14,-2 -23,13C-27,22 -16,28 -3,27C1,37 -3,45 0,54C2,72 -2,88 2,101",
    "strong": "M10,-114C4,-84 9,-64 6,-50C4,-38 -22,-10 -30,11C-33,24 -19,31 -3,29C1,38 -3,45 0,54C2,72 -2,88 2,101",
    "small": "M10,-114C6,-84 4,-60 4,-40C2,-22 -7,-4 -14,8C-17,16 -10,21 -1,20C2,34 -2,44 0,54C2,72 -2,88 2,101",
    "broad": "M10,-114C6,-84 6,-62 3,-42C0,-22 -15,-4 -27,8C-36,20 -24,31 -2,28C2,37 -3,45 0,54C2,72 -2,88 2,101",
}


@dataclass(frozen=True, kw_only=True)
class Face:
    """Everything that tells one head from another. `width` and `height` stretch the whole head: 1 is the common shape."""

    skin: int = 2
    hair: str = "short"
    colour: str = "#26201f"
    eyes: str = "open"
    mouth: str = "smile"
    beard: str = ""
    glasses: str = ""
    brow: str = ""
    cloth: str = POPPY
    cloth2: str = INK
    ear: str = ""
    nose: str = "straight"
    old: bool = False
    child: bool = False
    freckles: bool = False
    width: float = 1
    height: float = 1


def head(face: Face) -> str:
    light, dark = SKIN[face.skin]
    back, front = STYLES[face.hair](face.colour, face.cloth, face.cloth2)
    hooded = face.hair in HOODS
    pieces = back
    if not hooded:
        pieces += paper(blob(-73, -8, 15, 23, 3), light) + paper(blob(73, -8, 15, 23, 3), dark)
        if face.ear:
            pieces += dot(-76, 24, 9, face.ear) + dot(76, 24, 9, face.ear)
    pieces += paper(FACE, light, 0 if hooded else 5, shade=0.13) + paper(
        NOSES["small" if face.child else face.nose] + _SHADE_EDGE, dark
    )
    pieces += dot(-43, 24, 19, POPPY, ry=14, opacity=0.26) + dot(44, 24, 15, POPPY, ry=13, opacity=0.24)
    if face.freckles:
        pieces += "".join(
            dot(x, y, 2.6, dark if x < 0 else INK, opacity=0.75 if x < 0 else 0.3)
            for x, y in ((-54, 10), (-40, 16), (-48, 24), (-32, 8), (34, 12), (46, 20), (50, 8))
        )
    pieces += _beard(face) + _eyes(face) + _brows(face) + _mouth(face)
    if face.old:
        pieces += line("M-58,8C-62,16 -62,22 -60,28M-46,36C-52,44 -52,52 -48,60M40,36C46,44 46,52 42,60", INK, 3, opacity=0.3)
    pieces += front + _glasses(face)
    if face.width == face.height == 1:
        return pieces
    return f'<g transform="scale({face.width} {face.height})">{pieces}</g>'


def _beard(face: Face) -> str:
    c = face.colour
    moustache = paper("M-42,42C-34,28 -14,26 -4,32C8,26 28,28 38,40C22,46 6,46 -4,42C-14,46 -28,48 -42,42Z", c)
    full = paper(
        "M-71,-6C-66,44 -48,112 2,116C54,112 68,44 72,-4C64,22 52,34 36,34C20,28 -18,28 -34,36C-52,36 -64,20 -71,-6Z", c, 4
    )
    chin = paper("M-50,52C-40,100 -18,112 2,112C24,112 44,98 54,50C40,66 26,40 2,38C-20,40 -38,66 -50,52Z", c)
    stubble = paper("M-70,0C-64,48 -46,100 2,101C50,99 66,48 71,0C58,30 40,34 2,30C-36,34 -56,32 -70,0Z", INK, opacity=0.22)
    goatee = paper("M-20,74C-18,104 -8,118 2,118C14,118 22,104 24,72C10,82 -8,82 -20,74Z", c, 2) + moustache
    return {"": "", "full": full + moustache, "chin": chin, "moustache": moustache, "stubble": stubble, "goatee": goatee}[
        face.beard
    ]


def _eyes(face: Face) -> str:
    y = -10 if face.child else -20
    out = ""
    for x, k in ((-37, 1.0), (33, 0.92)):
        if face.eyes == "laugh":
            out += paper(
                f"M{x - 19},{y + 6}C{x - 10},{y - 13} {x + 10},{y - 13} {x + 19},{y + 5}C{x + 10},{y - 4} {x - 10},{y - 4} {x - 19},{y + 6}Z",
                INK,
            )
        elif face.eyes == "down":
            out += line(f"M{x - 17},{y}C{x - 8},{y + 9} {x + 8},{y + 9} {x + 17},{y}", INK, 5.5)
        else:
            look = {"open": 0, "left": -5, "right": 5}[face.eyes]
            k *= 1.12 if face.child else 1
            out += paper(
                f"M{x - 19 * k:.1f},{y + 2}C{x - 9 * k:.1f},{y - 12} {x + 9 * k:.1f},{y - 12} {x + 19 * k:.1f},{y + 1}C{x + 9 * k:.1f},{y + 10} {x - 9 * k:.1f},{y + 10} {x - 19 * k:.1f},{y + 2}Z",
                WHITE,
            )
            out += dot(x - 1 + look, y - 0.5, 7.6 * k, INK) + dot(x - 4 + look, y - 3.5, 2, "#ffffff")
            out += paper(
                f"M{x - 21 * k:.1f},{y + 2}C{x - 10 * k:.1f},{y - 15} {x + 10 * k:.1f},{y - 15} {x + 21 * k:.1f},{y + 1}C{x + 10 * k:.1f},{y - 9} {x - 10 * k:.1f},{y - 9} {x - 21 * k:.1f},{y + 2}Z",
                INK,
            )
    return out


def _brows(face: Face) -> str:
    b = -38 if face.child else -46
    left = f"M-60,{b + 6}C-50,{b - 8} -30,{b - 8} -16,{b + 2}C-30,{b - 1} -48,{b + 1} -60,{b + 6}Z"
    return paper(
        f"{left}M14,{b + 2}C28,{b - 8} 46,{b - 8} 57,{b + 6}C46,{b + 1} 28,{b - 1} 14,{b + 2}Z", face.brow or face.colour
    )


def _mouth(face: Face) -> str:
    if face.mouth == "smile":
        return paper("M-36,47C-20,56 8,56 28,45C24,70 8,78 -6,78C-22,77 -33,66 -36,47Z", "#7c1f16") + paper(
            "M-31,50C-16,57 6,57 24,49C22,56 18,60 14,61C0,64 -12,64 -23,61C-27,58 -29,55 -31,50Z", WHITE
        )
    if face.mouth == "calm":
        lips = paper("M-34,52C-22,46 -12,47 -5,50C4,46 14,46 25,50C14,66 -22,68 -34,52Z", "#a3382a")
        return lips + line("M-34,52C-20,58 8,58 25,50", INK, 2.5, opacity=0.45)
    if face.mouth == "sing":
        return paper(blob(-4, 58, 18, 21, 4), "#7c1f16") + paper("M-17,48C-8,42 2,42 10,48C6,53 -12,53 -17,48Z", WHITE)
    if face.mouth == "talk":
        return paper("M-28,52C-14,44 8,44 20,51C16,70 -18,72 -28,52Z", "#7c1f16") + paper(
            "M-22,51C-10,46 4,46 15,51C6,56 -12,56 -22,51Z", WHITE
        )
    return line("M-30,50C-16,62 10,62 24,48", INK, 5)


def _glasses(face: Face) -> str:
    if not face.glasses:
        return ""
    y = -9 if face.child else -19
    frame = f'fill="#ffffff" fill-opacity=".22" stroke="{face.glasses}" stroke-width="6"'
    bridge = f'<path d="M-10,{y - 5}C-5,{y - 10} 2,{y - 10} 7,{y - 5}" fill="none" stroke="{face.glasses}" stroke-width="6"/>'
    return f'<path d="{blob(-38, y, 28, 25, 7, 0.02)}" {frame}/><path d="{blob(34, y, 27, 25, 9, 0.02)}" {frame}/>{bridge}'

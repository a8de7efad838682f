"""Shoulders, jackets, aprons, sleeves and hands."""

from dataclasses import dataclass

from .palette import INK, PETROL, SAND, SKIN
from .paper import blob, line, paper, place, poly, weave

LIFT = -40  # how far the shoulders come up to the chin


@dataclass(frozen=True, kw_only=True)
class Clothes:
    cloth: str = PETROL
    kind: str = "round"
    pattern: str = ""
    print: str = SAND
    under: str = SAND


def torso(skin: int, clothes: Clothes, height: float = 430) -> str:
    """From the neck to `height` below the middle of the face."""
    light, dark = SKIN[skin]
    h = height - LIFT
    outline = f"M-196,{h}C-202,300 -176,226 -112,204C-82,194 -58,186 -44,170C-30,196 30,196 46,170C60,186 84,194 114,204C178,226 202,300 198,{h}Z"
    out = paper("M-38,60L-42,190C-20,226 24,226 44,190L40,60Z", light) + paper(
        "M-20,98C10,110 34,92 40,60L44,190C30,214 12,220 0,218C14,170 6,130 -20,98Z", dark
    )
    out += paper(outline, clothes.cloth, 9)
    if clothes.pattern:
        out += weave(clothes.pattern, clothes.print, outline)
    out += paper(f"M128,208C178,228 202,300 198,{h}L120,{h}C150,330 152,262 128,208Z", INK, opacity=0.10)
    return place(0, LIFT, 1, out + _KINDS[clothes.kind](clothes, light, dark, h))


def _round(c: Clothes, light: str, dark: str, h: float) -> str:
    return paper("M-58,180C-40,234 40,236 60,180L48,170C34,212 -30,212 -46,170Z", c.under)


def _vee(c: Clothes, light: str, dark: str, h: float) -> str:
    return paper("M-46,172L2,262L48,172L66,186L4,300L-64,188Z", c.under) + _throat(light, dark, 254)


def _throat(light: str, dark: str, depth: float) -> str:
    return paper(f"M-41,168L2,{depth}L44,168Z", light) + paper(f"M2,{depth}L44,168L10,168Z", dark)


def _collar(c: Clothes, light: str, dark: str, h: float) -> str:
    flaps = paper("M-46,168L0,228L-46,262L-78,186Z", c.under, 4) + paper("M46,168L0,228L46,262L80,186Z", c.under, 4)
    return _throat(light, dark, 226) + flaps + line(f"M0,228V{h}", INK, 4, opacity=0.35)


def _tie(c: Clothes, light: str, dark: str, h: float) -> str:
    return (
        _collar(c, light, dark, h)
        + paper(f"M-16,232L16,232L22,262L34,{h}L-34,{h}L-22,262Z", c.print, 5)
        + paper(f"M0,232L16,232L22,262L34,{h}L0,{h}Z", INK, opacity=0.16)
    )


def _blazer(c: Clothes, light: str, dark: str, h: float) -> str:
    out = paper("M-46,166L2,330L48,166Z", c.under) + _throat(light, dark, 236)
    out += paper(f"M-48,168L-92,190L-112,258L-76,268L0,{h - 60}L2,330Z", c.cloth, 5)
    return out + paper(f"M48,168L92,190L112,258L76,268L0,{h - 60}L2,330Z", c.cloth, 5)


def _apron(c: Clothes, light: str, dark: str, h: float) -> str:
    out = paper("M-60,180C-40,232 42,232 62,180L48,170C34,212 -30,212 -46,170Z", c.cloth)
    return out + paper(f"M-88,{h}L-92,270L-64,264L-84,196L-62,190L-36,262L40,262L64,190L86,196L66,264L96,270L92,{h}Z", c.under, 6)


def _overall(c: Clothes, light: str, dark: str, h: float) -> str:
    bib = f"M-100,{h}L-96,300L-72,296L-92,200L-62,188L-44,292L48,292L64,188L94,200L74,296L100,300L104,{h}Z"
    return (
        _round(c, light, dark, h)
        + paper(bib, c.under, 6)
        + "".join(paper(blob(x, 300, 11, 11, 4), SAND, 2) for x in (-58, 62))
        + line("M-36,350L40,350L36,410L-32,410Z", INK, 4, opacity=0.3)
    )


def _turtle(c: Clothes, light: str, dark: str, h: float) -> str:
    return paper("M-50,140C-20,156 26,156 52,138L60,196C30,224 -30,224 -58,196Z", c.cloth, 4) + paper(
        "M-54,168C-20,184 26,184 56,166L58,178C26,196 -22,196 -56,180Z", INK, opacity=0.14
    )


def _scarf(c: Clothes, light: str, dark: str, h: float) -> str:
    out = paper(
        "M-72,150C-30,180 40,180 76,146C100,170 96,214 60,232C10,250 -60,240 -84,214C-94,190 -90,166 -72,150Z", c.under, 6
    )
    return out + paper(f"M20,232L72,224L96,{h - 20}L40,{h - 10}Z", c.under, 6)


def _hoodie(c: Clothes, light: str, dark: str, h: float) -> str:
    out = paper(
        "M-84,196C-70,150 -46,140 -40,168C-24,230 28,230 44,166C54,140 76,152 88,196C60,262 -56,262 -84,196Z", c.under, 6
    ) + _throat(light, dark, 214)
    return out + line("M-34,240L-38,330M36,240L42,318", SAND, 6)


def _vest(c: Clothes, light: str, dark: str, h: float) -> str:
    out = _collar(c, light, dark, h)
    out += paper(f"M-70,180L-124,206L-130,{h}L-12,{h}L-12,300Z", c.under, 6) + paper(
        f"M72,180L124,206L132,{h}L12,{h}L12,300Z", c.under, 6
    )
    return (
        out
        + paper(poly((-130, 350), (-12, 350), (-12, 380), (-130, 380)), SAND)
        + paper(poly((12, 350), (132, 350), (132, 380), (12, 380)), SAND)
    )


_KINDS = {
    "round": _round,
    "vee": _vee,
    "collar": _collar,
    "tie": _tie,
    "blazer": _blazer,
    "apron": _apron,
    "overall": _overall,
    "turtle": _turtle,
    "scarf": _scarf,
    "hoodie": _hoodie,
    "vest": _vest,
}


def arm(path: str, sleeve: str, *, width: float = 64, shadow: float = 6) -> str:
    """A sleeve along a path; the hand is glued on separately."""
    return line(path, sleeve, width, shadow=shadow)


def fist(x: float, y: float, skin: int, *, size: float = 34, turn: float = 0, shade: bool = False) -> str:
    """A closed hand that holds something."""
    light, dark = SKIN[skin]
    body = paper(blob(0, 0, 34, 30, 3), dark if shade else light, 4)
    body += line(
        "M6,-24C20,-16 26,-2 24,12M-8,-28C-2,-22 2,-16 4,-8", dark if not shade else INK, 4, opacity=0.8 if not shade else 0.25
    )
    return place(x, y, size / 34, body, turn=turn)


def reaching_hand(skin: int, sleeve: str, pattern: str = "", colour: str = SAND) -> str:
    """An arm from the lower edge with open fingers, seen from above."""
    light, dark = SKIN[skin]
    d = "M-70,520L-58,150L58,150L74,520Z"
    out = paper(d, sleeve, 10) + (weave(pattern, colour, d, 26) if pattern else "")
    out += paper("M-64,190L-60,140L60,140L64,190Z", INK, opacity=0.18)
    palm = "M-46,152C-52,90 -56,50 -50,10C-56,-50 -60,-90 -44,-94C-30,-96 -28,-60 -24,-20C-24,-80 -22,-120 -6,-120C10,-120 10,-76 10,-22C16,-70 20,-104 34,-100C48,-96 44,-50 40,-6C50,-34 62,-56 74,-48C84,-38 62,10 54,50C50,96 48,120 46,152Z"
    out += paper(palm, light, 8)
    return out + paper(
        "M10,-22C8,30 8,90 20,152L46,152C48,120 50,96 54,50C60,20 72,-6 76,-26C66,0 50,30 40,-6C34,20 20,20 10,-22Z", dark
    )

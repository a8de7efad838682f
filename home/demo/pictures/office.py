"""Portraits of those who sign, speak and answer: the mayor, signatories of the state, speakers of the seminar."""

from .clothes import Clothes
from .extras import Sitter
from .faces import Face
from .palette import (
    AMBER,
    BERRY,
    BLUSH,
    ICE,
    INK,
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
    STRAW,
    SUN,
    WHITE,
)

OFFICE: dict[str, Sitter] = {
    "katrin": Sitter(
        title="Katrin Ohlmüller, Bürgermeisterin",
        ground=SUN,
        shape="disc",
        shape_colour=WHITE,
        tilt=-2,
        face=Face(skin=1, hair="wavy", colour="#6b3f26", brow="#5a3420", ear=SUN, eyes="laugh", width=1.02),
        clothes=Clothes(cloth=POPPY, kind="blazer", under=SAND),
    ),
    "silvana": Sitter(
        title="Dr. Silvana Petrović, Staatssekretärin",
        ground=MINT,
        shape="half",
        shape_colour=PETROL,
        tilt=3,
        face=Face(skin=2, hair="knot", colour="#4a4441", brow="#3a3331", glasses=PETROL, ear=POPPY, nose="strong", old=True),
        clothes=Clothes(cloth=LEAF, kind="blazer", under=WHITE),
    ),
    "kwame": Sitter(
        title="Kwame Boateng, Landesverband der Integrationsräte",
        ground=STRAW,
        shape="disc",
        shape_colour=POPPY,
        tilt=-3,
        face=Face(skin=5, hair="tufts", colour="#8d8782", brow="#5a5552", beard="full", nose="broad", old=True, width=1.04),
        clothes=Clothes(cloth=NAVY, kind="collar", pattern="check", print="#2861a0", under=ICE),
    ),
    "gerda": Sitter(
        title="Gerda Wiesenthal, Städtebund",
        ground=LILAC,
        shape="disc",
        shape_colour=SUN,
        tilt=4,
        face=Face(skin=1, hair="bob", colour="#d9d3ca", brow="#b3aca3", glasses=PLUM, eyes="laugh", old=True, height=0.98),
        clothes=Clothes(cloth=PLUM, kind="turtle", under=BERRY),
    ),
    "anjali": Sitter(
        title="Dr. Anjali Seidel-Rao, Stadtsoziologin",
        ground=SUN,
        shape="half",
        shape_colour=AMBER,
        tilt=-3,
        face=Face(skin=3, hair="sidebraid", colour="#1d1719", brow="#1d1719", ear=SUN),
        clothes=Clothes(cloth=PLUM, pattern="petal", print=SUN, under=BERRY),
    ),
    "tomasz": Sitter(
        title="Tomasz Zieliński, Bauamt",
        ground=BLUSH,
        shape="disc",
        shape_colour=SAND,
        tilt=2,
        face=Face(skin=1, hair="quiff", colour="#b5762c", brow="#8d5a22", beard="full", freckles=True),
        clothes=Clothes(cloth=PETROL, kind="vest", under=SUN),
    ),
    "meryem": Sitter(
        title="Meryem Öztürk, Jugendhaus",
        ground=MIST,
        shape="half",
        shape_colour=LEAF,
        tilt=-4,
        face=Face(skin=2, hair="hijab", cloth=SKY, cloth2=NAVY, brow="#2b1d16", eyes="laugh"),
        clothes=Clothes(cloth=POPPY, kind="hoodie", under=RUST),
    ),
    "luise": Sitter(
        title="Luise Bergmann, Seniorenbeirat",
        ground=ICE,
        shape="disc",
        shape_colour=SKY,
        tilt=3,
        face=Face(skin=1, hair="bowl", colour="#b5afa8", brow="#7d7772", glasses=POPPY, old=True, mouth="calm", width=0.97),
        clothes=Clothes(cloth=MOSS, kind="scarf", under=BLUSH),
    ),
}


def unterschrift() -> str:
    """The mayor's name by hand, to stand above her printed one."""
    name = "M40,150C62,60 96,30 104,64C112,104 60,120 70,150C80,176 118,120 140,108C158,98 150,150 172,146C196,140 204,84 224,70C236,62 214,140 236,146C262,150 272,96 296,92C318,90 284,144 308,148C336,150 342,110 352,98M352,98L360,150C368,116 396,86 404,104C410,122 392,150 420,150"
    rest = "M452,120C452,70 520,40 530,84C536,124 470,170 460,128C452,96 536,60 566,66C580,70 560,150 578,148C600,140 598,104 622,102C642,102 612,150 640,148C664,144 664,60 680,52C692,46 668,150 690,150C716,148 706,108 728,104C744,104 728,150 756,146C790,138 830,128 880,132"
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 920 210"><title>Unterschrift</title>'
        f'<path d="{name}{rest}" fill="none" stroke="{INK}" stroke-width="7" stroke-linecap="round" stroke-linejoin="round"/>'
        f'<path d="M604,40h2M626,38h2" fill="none" stroke="{INK}" stroke-width="9" stroke-linecap="round"/></svg>'
    )

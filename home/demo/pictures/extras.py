"""Passers-by, singers, parents, anglers: the people of Lindenau without a portrait. Nobody looks like anybody else."""

from dataclasses import dataclass, field

from .clothes import Clothes
from .faces import Face
from .palette import (
    AMBER,
    BLUSH,
    DEEP,
    ICE,
    INK,
    KRAFT,
    LEAF,
    LILAC,
    MEADOW,
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
    TEAL,
)


@dataclass(frozen=True, kw_only=True)
class Person:
    face: Face
    clothes: Clothes = field(default_factory=Clothes)
    tilt: float = 0


@dataclass(frozen=True, kw_only=True)
class Sitter(Person):
    """A person with a portrait: who, on which ground, before which shape ("disc" or "half")."""

    title: str
    ground: str
    shape: str
    shape_colour: str


OTHERS: dict[str, Person] = {
    # the choir
    "olena": Person(
        face=Face(skin=1, hair="sidebraid", colour="#d9b25f", brow="#a98740", mouth="sing", cloth=POPPY),
        clothes=Clothes(cloth=TEAL, under=SAND),
        tilt=-4,
    ),
    "deniz": Person(
        face=Face(skin=3, hair="ringlets", colour="#2c211d", mouth="sing", glasses=SUN, beard="stubble"),
        clothes=Clothes(cloth=SAND, kind="collar", under=KRAFT),
        tilt=3,
    ),
    "maria": Person(
        face=Face(
            skin=5, hair="headwrap", colour="#1f1a1a", cloth=SUN, cloth2=AMBER, mouth="sing", ear=POPPY, nose="broad", width=1.05
        ),
        clothes=Clothes(cloth=POPPY, pattern="diamond", print=SUN, under=SUN),
        tilt=-2,
    ),
    "anton": Person(
        face=Face(skin=1, hair="tufts", colour="#cfc8bd", beard="goatee", mouth="sing", old=True, width=1.04),
        clothes=Clothes(cloth=PETROL, kind="tie", under=SAND, print=PLUM),
        tilt=3,
    ),
    "lin": Person(
        face=Face(skin=2, hair="knot", colour="#1b1718", mouth="sing", nose="small", height=1.04),
        clothes=Clothes(cloth=LEAF, kind="hoodie", under=MOSS),
        tilt=-3,
    ),
    "sara": Person(
        face=Face(skin=3, hair="shawl", colour="#2b1d19", cloth=TEAL, cloth2=DEEP, mouth="sing", nose="strong"),
        clothes=Clothes(cloth=SKY),
        tilt=4,
    ),
    # in front of the town hall
    "pawel": Person(
        face=Face(skin=1, hair="short", colour="#c08a45", beard="full", eyes="laugh"),
        clothes=Clothes(cloth=POPPY, kind="hoodie", under=RUST),
    ),
    "adaeze": Person(
        face=Face(skin=5, hair="locs", colour="#2b1f1c", cloth=SUN, ear=SUN),
        clothes=Clothes(cloth=SUN, kind="vee", pattern="zig", print=AMBER, under=PETROL),
        tilt=3,
    ),
    "rosa": Person(
        face=Face(skin=2, hair="wavy", colour="#d8d3cb", brow="#a8a29a", glasses=PLUM, old=True),
        clothes=Clothes(cloth=PLUM, kind="blazer", under=STRAW),
        tilt=-3,
    ),
    "karim": Person(
        face=Face(skin=3, hair="none", brow="#241d1b", colour="#241d1b", beard="chin", nose="strong"),
        clothes=Clothes(cloth=TEAL, kind="turtle"),
    ),
    # the tournament
    "elif": Person(
        face=Face(skin=2, hair="ponytail", colour="#3a221a", cloth=SUN, eyes="laugh"),
        clothes=Clothes(cloth=PETROL, kind="vee", pattern="bars", print=DEEP, under=SUN),
        tilt=4,
    ),
    # the stairwell
    "bote": Person(
        face=Face(skin=3, hair="cap", colour="#231c1a", cloth=POPPY, cloth2=RUST, beard="stubble"),
        clothes=Clothes(cloth=POPPY, kind="collar", under=RUST),
        tilt=-3,
    ),
    "gerda": Person(
        face=Face(skin=1, hair="curls", colour="#ded8ce", brow="#a8a29a", old=True, glasses=INK, eyes="laugh"),
        clothes=Clothes(cloth=LILAC, kind="scarf", under=PLUM),
        tilt=3,
    ),
    "mika": Person(
        face=Face(skin=4, hair="pigtails", colour="#211817", cloth=SUN, child=True, width=1.06, height=0.96),
        clothes=Clothes(cloth=SKY, kind="overall", under=SUN),
        tilt=5,
    ),
    # the parents' evening
    "lehrer": Person(
        face=Face(skin=1, hair="parting", colour="#8a3c1e", glasses=INK, mouth="talk", beard="goatee", eyes="right", height=1.04),
        clothes=Clothes(cloth=MEADOW, kind="collar", under=SAND),
        tilt=3,
    ),
    "leyla": Person(
        face=Face(skin=3, hair="wavy", colour="#1d1718", mouth="talk", ear=SUN, eyes="right"),
        clothes=Clothes(cloth=POPPY, kind="blazer"),
        tilt=-2,
    ),
    "hodan": Person(
        face=Face(
            skin=4, hair="hijab", colour="#241a17", cloth=SKY, cloth2=NAVY, brow="#241a17", eyes="left", mouth="line", width=1.03
        ),
        clothes=Clothes(cloth=SUN),
        tilt=-3,
    ),
    "yusuf": Person(
        face=Face(skin=5, hair="ringlets", colour="#1f1a1a", beard="full", eyes="left", nose="broad"),
        clothes=Clothes(cloth=KRAFT, kind="turtle"),
        tilt=-2,
    ),
    # the workshop
    "gesellin": Person(
        face=Face(skin=2, hair="ponytail", colour="#7b3f22", cloth=PETROL, freckles=True, glasses=PETROL),
        clothes=Clothes(cloth=POPPY, kind="overall", under=NAVY),
        tilt=-4,
    ),
    # the ballot box
    "milica": Person(
        face=Face(skin=1, hair="braids", colour="#4a2c1d", cloth=POPPY, nose="straight", eyes="left"),
        clothes=Clothes(cloth=LEAF, kind="vee", under=SAND),
        tilt=3,
    ),
    "oumar": Person(
        face=Face(skin=5, hair="beanie", colour="#1f1a1a", cloth=SUN, cloth2=AMBER, beard="moustache", eyes="right"),
        clothes=Clothes(cloth=SKY, kind="hoodie", under=NAVY),
        tilt=-3,
    ),
    # the consultation hour
    "zarah": Person(
        face=Face(skin=2, hair="tied", colour="#33231c", cloth=LEAF, cloth2=MOSS, eyes="left", mouth="talk"),
        clothes=Clothes(cloth=BLUSH, pattern="dots", print=POPPY, under=POPPY),
        tilt=-4,
    ),
    # the info stand
    "sofia": Person(
        face=Face(skin=3, hair="bun", colour="#2b1b17", ear=SUN, eyes="left"),
        clothes=Clothes(cloth=PLUM, kind="vest", under=SUN),
        tilt=3,
    ),
    "bao": Person(
        face=Face(skin=2, hair="bowl", colour="#1c1819", glasses=PETROL, nose="small", eyes="laugh"),
        clothes=Clothes(cloth=PETROL, kind="vest", under=SUN),
        tilt=-3,
    ),
    "frieda": Person(
        face=Face(skin=1, hair="bob", colour="#b0a9a0", brow="#8d867c", old=True, eyes="right"),
        clothes=Clothes(cloth=POPPY, kind="scarf", under=ICE),
        tilt=3,
    ),
    "ilyas": Person(
        face=Face(skin=3, hair="bowl", colour="#3a241b", child=True, eyes="left", width=1.06, height=0.95),
        clothes=Clothes(cloth=LEAF, pattern="stripes", print=MEADOW),
        tilt=-4,
    ),
    # the platform
    "nour": Person(
        face=Face(skin=3, hair="hijab", colour="#241a17", cloth=STRAW, cloth2=AMBER, brow="#3a2418"),
        clothes=Clothes(cloth=PETROL),
        tilt=2,
    ),
    "tom": Person(
        face=Face(skin=1, hair="quiff", colour="#b8673a", beard="stubble", eyes="left", freckles=True),
        clothes=Clothes(cloth=LEAF, kind="hoodie", under=MOSS),
        tilt=-3,
    ),
    "grace": Person(
        face=Face(skin=5, hair="bun", colour="#211817", ear=SUN, nose="broad"),
        clothes=Clothes(cloth=LILAC, kind="blazer", under=SAND),
        tilt=3,
    ),
    # by the water
    "alois": Person(
        face=Face(
            skin=1,
            hair="bucket",
            colour="#e2dcd2",
            brow="#bdb5a9",
            cloth=MEADOW,
            cloth2=LEAF,
            beard="goatee",
            old=True,
            mouth="line",
            eyes="right",
        ),
        clothes=Clothes(cloth="#7a6a48", kind="collar", under=MOSS),
        tilt=-2,
    ),
    "lina": Person(
        face=Face(
            skin=3, hair="braids", colour="#2b1b17", cloth=POPPY, child=True, mouth="smile", eyes="left", width=1.05, height=0.96
        ),
        clothes=Clothes(cloth=SUN, kind="overall", under=SKY),
        tilt=4,
    ),
    "mei": Person(
        face=Face(skin=2, hair="ponytail", colour="#1c1819", cloth=POPPY, nose="small"),
        clothes=Clothes(cloth=POPPY, kind="turtle"),
        tilt=-3,
    ),
    "jonas": Person(
        face=Face(skin=1, hair="curls", colour="#8a5a2e", eyes="laugh"),
        clothes=Clothes(cloth=SUN, kind="round", under=AMBER),
        tilt=3,
    ),
    "salome": Person(
        face=Face(skin=4, hair="crop", colour="#1f1716", ear=SUN, mouth="calm", height=1.03),
        clothes=Clothes(cloth=TEAL, kind="collar", under=SAND),
        tilt=-2,
    ),
}

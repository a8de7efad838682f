"""The people of Lindenau, all invented. Nobody looks like anybody else; whoever appears twice is meant to be the same person."""

from .benches import BENCHES
from .clothes import Clothes
from .extras import OTHERS, Person, Sitter
from .faces import Face
from .office import OFFICE
from .palette import (
    BERRY,
    BLUSH,
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
)
from .queue import QUEUE

PORTRAITS: dict[str, Sitter] = {
    "samira": Sitter(
        title="Samira Haddad, Bäckerin",
        ground=SUN,
        shape="disc",
        shape_colour=POPPY,
        tilt=-3,
        face=Face(skin=2, hair="hijab", cloth=PLUM, cloth2=BERRY, brow="#3a2418"),
        clothes=Clothes(cloth=TEAL, kind="apron"),
    ),
    "kofi": Sitter(
        title="Kofi Asante, Jugendtrainer",
        ground=ICE,
        shape="half",
        shape_colour=SUN,
        tilt=3,
        face=Face(skin=5, hair="crop", colour="#1f1a1a", beard="chin", nose="broad"),
        clothes=Clothes(cloth=POPPY, kind="vee", pattern="bars", print=RUST),
    ),
    "ljudmyla": Sitter(
        title="Ljudmyla Bondar, Chorleiterin",
        ground=PLUM,
        shape="disc",
        shape_colour=BLUSH,
        tilt=-4,
        face=Face(skin=1, hair="bun", colour="#b9b2a8", brow=STONE, eyes="laugh", glasses=PETROL, old=True),
        clothes=Clothes(cloth=SKY, kind="scarf", under=SUN),
    ),
    "emre": Sitter(
        title="Emre Yalçın, Leitstelle der Stadtbahn",
        ground=POPPY,
        shape="half",
        shape_colour=STRAW,
        tilt=2,
        face=Face(skin=3, hair="quiff", colour="#231d1c", beard="moustache", nose="strong"),
        clothes=Clothes(cloth=PETROL, kind="blazer"),
    ),
    "hoa": Sitter(
        title="Hoa Tran, Floristin",
        ground=MINT,
        shape="disc",
        shape_colour=SAND,
        tilt=4,
        face=Face(skin=2, hair="bob", colour="#1d191b", eyes="laugh", ear=POPPY, nose="small"),
        clothes=Clothes(cloth=LEAF, pattern="petal", print=STRAW, under=MOSS),
    ),
    "walter": Sitter(
        title="Walter Schrödl, Kleingärtner",
        ground=LEAF,
        shape="half",
        shape_colour=KRAFT,
        tilt=-2,
        face=Face(skin=1, hair="straw", colour="#e8e1d6", brow="#d8d0c4", beard="full", old=True),
        clothes=Clothes(cloth=SKY, kind="collar", pattern="check", print="#2861a0", under=ICE),
    ),
    "amira": Sitter(
        title="Amira Keita, Schülerin",
        ground=STRAW,
        shape="disc",
        shape_colour=TEAL,
        tilt=3,
        face=Face(skin=4, hair="afro", colour="#2a1c18", ear=SUN),
        clothes=Clothes(cloth=SAND, kind="vee", pattern="stripes", print=PETROL, under=POPPY),
    ),
    "ruxandra": Sitter(
        title="Ruxandra Munteanu, Pflegerin",
        ground=TEAL,
        shape="disc",
        shape_colour=STRAW,
        tilt=-3,
        face=Face(skin=1, hair="long", colour="#9c4a23", mouth="calm", ear=PETROL, freckles=True),
        clothes=Clothes(cloth=ICE, kind="vee", under="#8fb8d6"),
    ),
    "jaspal": Sitter(
        title="Jaspal Gill, Apotheker",
        ground=LILAC,
        shape="half",
        shape_colour=PETROL,
        face=Face(skin=3, hair="turban", colour="#2a2220", cloth=POPPY, cloth2=RUST, beard="full", glasses=INK),
        clothes=Clothes(cloth=SAND, kind="collar", under="#ffffff"),
    ),
    "tesfay": Sitter(
        title="Tesfay Berhane, Auszubildender",
        ground=SKY,
        shape="disc",
        shape_colour=SUN,
        tilt=-4,
        face=Face(skin=4, hair="curls", colour="#241a17", eyes="laugh"),
        clothes=Clothes(cloth=PLUM, kind="turtle", pattern="zig", print="#83509a"),
    ),
    "ines": Sitter(
        title="Ines Kaltwasser, Redaktion",
        ground=PETROL,
        shape="disc",
        shape_colour=MINT,
        tilt=3,
        face=Face(skin=1, hair="pixie", colour="#c79a4e", brow="#96703a", glasses=POPPY, height=1.03, width=0.97),
        clothes=Clothes(cloth=STRAW, kind="blazer", under=INK),
    ),
    "mehmet": Sitter(
        title="Mehmet Aydın, Mitglied des Integrationsrats",
        ground=KRAFT,
        shape="half",
        shape_colour=LEAF,
        tilt=-3,
        face=Face(
            skin=2, hair="parting", colour="#a49d96", brow="#6f6862", beard="moustache", nose="strong", old=True, width=1.04
        ),
        clothes=Clothes(cloth=NAVY, kind="tie", under="#ffffff", print=POPPY),
    ),
}

PORTRAITS |= OFFICE | BENCHES | QUEUE
PEOPLE: dict[str, Person] = {**PORTRAITS, **OTHERS}

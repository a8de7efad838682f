"""Portraits of people who would like to be part of the campaign: what lies in the office's queue."""

from .clothes import Clothes
from .extras import Sitter
from .faces import Face
from .palette import BERRY, BLUSH, ICE, INK, KRAFT, LEAF, LILAC, MINT, NAVY, PETROL, POPPY, RUST, SAND, SKY, STRAW, SUN, TEAL

QUEUE: dict[str, Sitter] = {
    "rami": Sitter(
        title="Rami Kassab, Imker",
        ground=MINT,
        shape="disc",
        shape_colour=SUN,
        tilt=3,
        face=Face(skin=3, hair="straw", colour="#2b2320", cloth=STRAW, cloth2=RUST, beard="chin", nose="strong", eyes="laugh"),
        clothes=Clothes(cloth=SAND, kind="overall", under=LEAF),
    ),
    "olena": Sitter(
        title="Olena Kravets, Schneiderin",
        ground=BLUSH,
        shape="half",
        shape_colour=BERRY,
        tilt=-3,
        face=Face(skin=1, hair="braids", colour="#7a4a2a", glasses=NAVY, ear=SUN, mouth="calm"),
        clothes=Clothes(cloth=NAVY, kind="scarf", under=POPPY),
    ),
    "zeynep": Sitter(
        title="Zeynep Kurt, Rettungssanitäterin",
        ground=SKY,
        shape="half",
        shape_colour=POPPY,
        tilt=4,
        face=Face(skin=2, hair="ponytail", colour="#1f1a1c", brow="#1f1a1c", nose="small"),
        clothes=Clothes(cloth=POPPY, kind="vest", under=INK),
    ),
    "hanna": Sitter(
        title="Hanna Vogl, Schülerin",
        ground=LILAC,
        shape="disc",
        shape_colour=TEAL,
        tilt=-4,
        face=Face(skin=1, hair="bob", colour="#c98a3d", eyes="laugh", freckles=True, nose="small", width=0.96),
        clothes=Clothes(cloth=TEAL, kind="hoodie", under=ICE),
    ),
    "daniel": Sitter(
        title="Daniel Osei, Postbote",
        ground=KRAFT,
        shape="disc",
        shape_colour=PETROL,
        tilt=3,
        face=Face(skin=5, hair="cap", colour="#1d1716", cloth=SUN, cloth2=INK, nose="broad", beard="moustache"),
        clothes=Clothes(cloth=SUN, kind="collar", under=NAVY),
    ),
}

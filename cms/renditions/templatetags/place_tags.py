"""`{% place box piece %}`: the style of a part of a piece, see places.py. `{{ name|beside }}`: what stands well on a colour."""

from django import template

from ..places import Place
from .piece_tags import PieceSheet

register = template.Library()

# A ground → the colour of a second cut-out on it.
BESIDE = {"petrol": "poppy", "poppy": "petrol", "plum": "leaf", "leaf": "poppy", "sky": "poppy"}


@register.simple_tag(takes_context=True)
def place(context, box: Place, piece: PieceSheet) -> str:
    return box.style(piece.sheet, mirrored=context.get("html_dir") == "rtl")


@register.filter
def beside(colour: str) -> str:
    return BESIDE.get(colour, "poppy")

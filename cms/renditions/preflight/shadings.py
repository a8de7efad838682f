"""Gradients: which colours they run through, and whether their functions give as many values as their colour space has."""

import pikepdf

from .functions import evaluate, outputs
from .spaces import Colour, read_space

STEPS = 8


def shading_colours(source, resources) -> tuple[list[Colour], bool]:
    """Some of the colours of a shading dictionary, and whether function and colour space belong together.

    A gradient whose function has another number of values is not printed at all by many machines.
    """
    if not isinstance(source, pikepdf.Dictionary | pikepdf.Stream):
        return [], False
    space = read_space(source.get("/ColorSpace"), resources)
    function = source.get("/Function")
    if function is None:
        return [Colour(space, space.initial)], int(source.get("/ShadingType", 0)) >= 4
    count = outputs(function)
    if count is not None and count != space.size:
        return [Colour(space, space.initial)], False
    if count is None:
        return [Colour(space, space.initial)], True
    low, high = 0.0, 1.0
    domain = source.get("/Domain")
    if isinstance(domain, pikepdf.Array) and len(domain) >= 2:
        low, high = float(domain[0]), float(domain[1])
    found = [evaluate(function, [low + (high - low) * step / STEPS]) for step in range(STEPS + 1)]
    return [Colour(space, tuple(values)) for values in found if values is not None], True

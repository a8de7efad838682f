"""Gradients: which colours they run through, and whether their functions give as many values as their colour space has."""

import pikepdf

from .functions import evaluate, outputs
from .meshes import is_mesh, mesh_values
from .spaces import Colour, Space, read_space

STEPS = 8


def shading_colours(source, resources) -> tuple[list[Colour], bool]:
    """Some of the colours of a shading dictionary, and whether function and colour space belong together.

    A gradient whose function has another number of values is not printed at all by many machines.
    """
    if not isinstance(source, pikepdf.Dictionary | pikepdf.Stream):
        return [], False
    space = read_space(source.get("/ColorSpace"), resources)
    if is_mesh(source):
        return _mesh_colours(source, space), True
    function = source.get("/Function")
    if function is None:
        return [Colour(space, space.initial)], False
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


def _mesh_colours(source, space: Space) -> list[Colour]:
    """The corner with most ink stands for all of them: a mesh may have thousands."""
    colours = [Colour(space, values) for values in mesh_values(source) if len(values) == space.size]
    colours.sort(key=lambda colour: sum(colour.ink or ()))
    return colours[-1:] or [Colour(space, space.initial)]

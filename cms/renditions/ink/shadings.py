"""Gradients of a PDF, turned into ink and repaired.

WeasyPrint 70 writes gradients of RGB into a CMYK space, where they are invisible, and a wrong exponent with more than two stops
(its issue 2922) or a half-transparent one: both are mended here. Mesh gradients and PostScript functions are left; preflight
names them.
"""

from pikepdf import Array, Dictionary, Name, Stream

from .inks import Inks
from .spaces import CMYK, RGB, Space, numbers, resolve


def convert(shading, *, inks: Inks) -> None:
    """Give one shading four inks per colour, if it has three numbers per colour."""
    space = resolve(shading.get("/ColorSpace", Name.DeviceGray))
    functions = _functions(shading)
    widths = {_width(function) for function in functions}
    if 3 in widths:  # whatever space it claims to be in
        _straighten(shading.Function)
        space = space if space.kind in ("rgb", "lab") else RGB
    elif not (space.kind == "cmyk" and widths == {4}):
        return
    for function in functions:
        _convert_function(function, inks=inks, space=space)
    if "/Background" in shading:
        shading.Background = Array(list(inks.of(numbers(shading.Background), space=space)))
    shading.ColorSpace = Name.DeviceCMYK


def _functions(shading) -> list:
    """The functions that give whole colours, those of a stitching function one by one."""
    top = shading.get("/Function")
    if not isinstance(top, Dictionary | Stream):
        return []
    if top.get("/FunctionType") != 3:
        return [top]
    return list(top.Functions)


def _straighten(top) -> None:
    """Even steps between the stops; WeasyPrint stitches also where there are only two."""
    for function in top.Functions if top.get("/FunctionType") == 3 else []:
        if function.get("/FunctionType") == 2:
            function.N = 1


def _width(function) -> int:
    """How many numbers a function gives."""
    if function.get("/FunctionType") == 2:
        return len(function.get("/C0", [0]))
    return len(function.get("/Range", [])) // 2


def _convert_function(function, *, inks: Inks, space: Space) -> None:
    if function.get("/FunctionType") == 2:
        for key, default in (("/C0", [0]), ("/C1", [1])):
            values = numbers(function.get(key, default))
            if len(values) == (4 if space.kind == CMYK.kind else 3):
                function[key] = Array(list(inks.of(values, space=space)))
    elif function.get("/FunctionType") == 0 and function.get("/BitsPerSample") == 8 and space.kind != CMYK.kind:
        samples = function.read_bytes()
        colours = [[part / 255 for part in samples[place : place + 3]] for place in range(0, len(samples) - 2, 3)]
        function.write(b"".join(bytes(round(part * 255) for part in inks.of(colour, space=space)) for colour in colours))
        function.Range = Array([0, 1] * 4)
        if "/Decode" in function:
            del function["/Decode"]

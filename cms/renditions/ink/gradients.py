"""Gradients mended before the file is written, on screen as in press.

WeasyPrint 70 paints each gradient of a drawing as a tile that repeats: some viewers show nothing of it, others the next tile at
the edge. And it bends the colours of half-transparent ones (its issue 2922). Into ink: shadings.py.
"""

import pydyf

ALPHA_AND_FORM, SHADING_ALONE = 2, 1  # operators that a gradient's tile, and the form within it, consist of


def mended(_document, pdf: pydyf.PDF) -> None:
    """A finisher for write_pdf()."""
    as_shadings(pdf)
    for item in pdf.objects:
        if isinstance(item, pydyf.Dictionary) and "ShadingType" in item:
            straighten(item["Function"])


def straighten(function: pydyf.Dictionary) -> None:
    """Even steps between the colours of a stitched gradient. Its opacity, one number a stop, is as it should be."""
    for part in function.get("Functions", []):
        if part["FunctionType"] == 2 and len(part["C0"]) > 1:
            part["N"] = 1


def as_shadings(pdf: pydyf.PDF) -> None:
    """Tiles with anything else in them, such as a mask for half transparent stops, stay."""
    known = {item.reference: item for item in pdf.objects if item.number}
    for place, tile in enumerate(pdf.objects):
        if isinstance(tile, pydyf.Stream) and tile.extra.get("PatternType") == 1 and (shading := _only_shading(tile, known)):
            pattern = pydyf.Dictionary({"Type": "/Pattern", "PatternType": 2, "Matrix": tile.extra["Matrix"], "Shading": shading})
            pattern.number, pattern.generation = tile.number, tile.generation
            pdf.objects[place] = pattern


def _only_shading(tile: pydyf.Stream, known: dict):
    """The one shading that a tile shows through one form; None if there is more to it."""
    forms = _resources(tile, known).get("XObject", {})
    if len(tile.stream) != ALPHA_AND_FORM or len(forms) != 1:
        return None
    form = known.get(next(iter(forms.values())))
    if not isinstance(form, pydyf.Stream) or len(form.stream) != SHADING_ALONE:
        return None
    shadings = _resources(form, known).get("Shading", {})
    return next(iter(shadings.values())) if len(shadings) == 1 else None


def _resources(stream: pydyf.Stream, known: dict) -> dict:
    found = stream.extra.get("Resources", {})
    return known.get(found, {}) if isinstance(found, bytes) else found

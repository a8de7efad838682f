"""A logo that comes as PDF, as SVG: paths with fill and stroke of its only page. What is no path is refused.

Type comes through as outlines of its glyphs' paths only if the sender converted it: a font is never guessed.
"""

import ctypes

from django.utils.translation import gettext as _


class NotADrawing(ValueError):
    """The PDF holds more, or less, than the paths a logo is made of."""


def as_svg(data: bytes) -> str:
    """Raises NotADrawing with a reason for editors."""
    import pypdfium2
    from pypdfium2 import raw

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise NotADrawing(_("This PDF cannot be opened: it is damaged or locked by a password.")) from error
    if len(document) != 1:
        raise NotADrawing(_("This PDF has several pages. Ask for a file with the logo alone."))
    page = document[0]
    left, bottom, right, top = page.get_bbox()
    parts = [_part(item, raw=raw) for item in page.get_objects(max_depth=10)]
    paths = "".join(part for part in parts if part)
    if not paths:
        raise NotADrawing(_("There is nothing drawn in this PDF."))
    size = f"0 0 {right - left:g} {top - bottom:g}"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{size}">'
        f'<g transform="matrix(1 0 0 -1 {(-left or 0):g} {top:g})">{paths}</g></svg>'
    )


def _part(item, *, raw) -> str:
    if item.type == raw.FPDF_PAGEOBJ_PATH:
        return _path(item, raw=raw)
    if item.type == raw.FPDF_PAGEOBJ_FORM:
        return ""  # its objects come after it
    if item.type == raw.FPDF_PAGEOBJ_TEXT:
        raise NotADrawing(
            _("This logo contains type. Ask for it “with text converted to paths”, so that it looks the same everywhere.")
        )
    raise NotADrawing(
        _("This PDF holds a picture or a gradient. Ask for a plain vector drawing, or use the field for a picture.")
    )


def _path(item, *, raw) -> str:
    matrix = item.get_matrix()
    for container in _containers(item):
        matrix = matrix.multiply(container.get_matrix())
    values = " ".join(f"{value:.6g}" for value in matrix.get())
    fill_mode, stroked = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(item, fill_mode, stroked)
    fill = _colour(raw.FPDFPageObj_GetFillColor, item) if fill_mode.value else "none"
    attributes = f'fill="{fill}"' + (' fill-rule="evenodd"' if fill_mode.value == raw.FPDF_FILLMODE_ALTERNATE else "")
    if stroked.value:
        width = ctypes.c_float()
        raw.FPDFPageObj_GetStrokeWidth(item, width)
        attributes += f' stroke="{_colour(raw.FPDFPageObj_GetStrokeColor, item)}" stroke-width="{width.value:g}"'
    if fill == "none" and not stroked.value:
        return ""  # a path that only clips
    return f'<path transform="matrix({values})" {attributes} d="{_outline(item, raw=raw)}"/>'


def _containers(item):
    while item := getattr(item, "container", None):
        yield item


def _colour(read, item) -> str:
    parts = [ctypes.c_uint() for _part in range(4)]
    read(item, *parts)
    return "#" + "".join(f"{part.value:02x}" for part in parts[:3])


def _outline(item, *, raw) -> str:
    """The segments as SVG path data; three points in a row make one curve."""
    steps, curve = [], []
    for number in range(raw.FPDFPath_CountSegments(item)):
        segment = raw.FPDFPath_GetPathSegment(item, number)
        x, y = ctypes.c_float(), ctypes.c_float()
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        point = f"{x.value:.5g} {y.value:.5g}"
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_BEZIERTO:
            curve.append(point)
            if len(curve) == 3:
                steps.append("C" + " ".join(curve))
                curve = []
        else:
            steps.append(("M" if kind == raw.FPDF_SEGMENT_MOVETO else "L") + point)
        if raw.FPDFPathSegment_GetClose(segment):
            steps.append("Z")
    return "".join(steps)

"""The press pass: what WeasyPrint leaves to do before a PDF/X-4 may go to a printer.

Exact boxes, the registry's name for the printing condition, no annotations, no RGB anywhere. Source: ISO 15930-7.
"""

from collections.abc import Iterator
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Operator, String

from .colour import ink_of, picture_to_ink
from .condition import PressCondition
from .sheet import Sheet

POINTS = 72 / 25.4


def make_press_ready(pdf_bytes: bytes, *, sheet: Sheet, condition: PressCondition) -> bytes:
    """A PDF/X-4 with every colour in ink. `sheet` gives the trim, `condition` bleed and inks."""
    with pikepdf.open(BytesIO(pdf_bytes)) as pdf:
        intent = pdf.Root.OutputIntents[0]
        intent.OutputConditionIdentifier = String(condition.identifier)
        intent.Info = String(condition.identifier)
        intent.RegistryName = String("http://www.color.org")
        for page in pdf.pages:
            _set_boxes(page, sheet=sheet, bleed=condition.bleed if sheet.bleed else 0)
            if "/Annots" in page:
                del page["/Annots"]
            page.Contents = pdf.make_stream(_in_ink(page, condition=condition))
        for item in pdf.objects:
            _convert(item, condition=condition)
        out = BytesIO()
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.disable)
        return out.getvalue()


def _set_boxes(page: pikepdf.Page, *, sheet: Sheet, bleed: float) -> None:
    left, bottom = (float(value) for value in list(page.TrimBox)[:2])
    right, top = left + sheet.width * POINTS, bottom + sheet.height * POINTS
    bleed *= POINTS
    page.TrimBox = Array([left, bottom, right, top])
    page.BleedBox = page.MediaBox = Array([left - bleed, bottom - bleed, right + bleed, top + bleed])


def _convert(item: pikepdf.Object, *, condition: PressCondition) -> None:
    """Turn one object's RGB into ink, whatever it is: picture, form, pattern, shading or transparency group."""
    if isinstance(item, pikepdf.Stream):
        if item.get("/Subtype") == Name.Image and item.get("/ColorSpace") == Name.DeviceRGB:
            _convert_image(item, condition=condition)
        elif item.get("/Subtype") == Name.Form or item.get("/PatternType") == 1:
            item.write(_in_ink(item, condition=condition))
    if isinstance(item, Dictionary | pikepdf.Stream):
        group = item.get("/Group")
        if isinstance(group, Dictionary) and group.get("/CS") == Name.DeviceRGB:
            group.CS = Name.DeviceCMYK
        if "/ShadingType" in item:
            _convert_shading(item, condition=condition)


def _in_ink(stream, *, condition: PressCondition) -> bytes:
    return pikepdf.unparse_content_stream(list(_instructions(stream, condition=condition)))


def _instructions(stream, *, condition: PressCondition) -> Iterator:
    for instruction in pikepdf.parse_content_stream(stream):
        operator = str(instruction.operator)
        if operator in ("rg", "RG"):
            red, green, blue = (round(float(value) * 255) for value in instruction.operands)
            ink = [float(part) for part in ink_of(red, green, blue, profile=condition.icc)]
            yield pikepdf.ContentStreamInstruction(ink, Operator("k" if operator == "rg" else "K"))
        else:
            yield instruction


def _convert_image(image: pikepdf.Stream, *, condition: PressCondition) -> None:
    rgb = pikepdf.PdfImage(image).as_pil_image().convert("RGB")
    ink = picture_to_ink(rgb, profile=condition.icc)
    data = BytesIO()
    ink.save(data, "JPEG", quality=92, subsampling=0)
    image.write(data.getvalue(), filter=Name.DCTDecode)
    image.ColorSpace = Name.DeviceCMYK if ink.mode == "CMYK" else Name.DeviceGray
    image.BitsPerComponent = 8
    if ink.mode == "CMYK":
        image.Decode = Array([1, 0] * 4)  # Pillow writes Adobe's inverted CMYK
    if "/DecodeParms" in image:
        del image["/DecodeParms"]


def _convert_shading(shading, *, condition: PressCondition) -> None:
    functions = shading.Function.Functions if "/Functions" in shading.Function else [shading.Function]
    for function in functions:
        for key in ("/C0", "/C1"):
            if key in function and len(function[key]) == 3:
                function[key] = Array(list(ink_of(*(round(float(part) * 255) for part in function[key]), profile=condition.icc)))
    shading.ColorSpace = Name.DeviceCMYK


def embedded_rgb(pdf: pikepdf.Pdf) -> list[str]:
    """Where RGB is left, as readable places; empty for a press-ready file. Tests and preflight ask this."""
    found = []
    for number, page in enumerate(pdf.pages, 1):
        found += [f"page {number}: {place}" for place in _rgb_in(page)]
    for item in pdf.objects:
        if isinstance(item, pikepdf.Stream):
            if item.get("/Subtype") == Name.Image and "RGB" in str(item.get("/ColorSpace")):
                found.append(f"image {item.objgen}")
            elif item.get("/Subtype") == Name.Form or item.get("/PatternType") == 1:
                found += [f"form {item.objgen}: {place}" for place in _rgb_in(item)]
    return found


def _rgb_in(stream) -> list[str]:
    return [
        str(instruction.operator)
        for instruction in pikepdf.parse_content_stream(stream)
        if str(instruction.operator) in ("rg", "RG")
        or (str(instruction.operator) in ("cs", "CS") and "RGB" in str(list(instruction.operands)))
    ]

"""Pictures inside a PDF that are not in ink yet: read through their own profile and written back in ink."""

from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream
from PIL import Image

from .inks import Inks
from .spaces import Space, resolve

PHOTO_PIXELS = 1_500_000  # above, a picture without loss would be too large a file
QUALITY = 92
MOST_PIXELS = 140_000_000


def convert(image: Stream, *, inks: Inks, resources: Dictionary | None = None) -> None:
    """Turn one image into ink in place; masks and what is in ink already stay."""
    if image.get("/ImageMask") or "/ColorSpace" not in image:
        return
    space = resolve(image.ColorSpace, resources)
    if space.kind == "indexed":
        if space.base.needs_ink:
            image.ColorSpace = _indexed(space, inks=inks)
    elif space.needs_ink:
        _write(image, _read(image, space=space), inks=inks)


def _read(image: Stream, *, space: Space) -> Image.Image:
    if int(image.Width) * int(image.Height) > MOST_PIXELS:
        raise pikepdf.PdfError("A picture in the document is larger than 140 megapixels.")
    picture = pikepdf.PdfImage(image).as_pil_image()
    if picture.mode not in ("RGB", "CMYK", "L"):
        picture = picture.convert("RGB")
    picture.info["icc_profile"] = space.profile
    return picture


def _write(image: Stream, picture: Image.Image, *, inks: Inks) -> None:
    without_loss = "/DCTDecode" not in repr(image.get("/Filter")) and picture.width * picture.height <= PHOTO_PIXELS
    ink = inks.picture(picture)
    if without_loss:
        image.write(ink.tobytes())
    else:
        data = BytesIO()
        ink.save(data, "JPEG", quality=QUALITY, subsampling=0)
        image.write(data.getvalue(), filter=Name.DCTDecode)
    image.ColorSpace = Name.DeviceCMYK if ink.mode == "CMYK" else Name.DeviceGray
    image.BitsPerComponent = 8
    for key in ("/DecodeParms", "/Decode", "/Intent"):
        if key in image:
            del image[key]
    if ink.mode == "CMYK" and not without_loss:
        image.Decode = Array([1, 0] * 4)  # Pillow writes Adobe's inverted CMYK


def _indexed(space: Space, *, inks: Inks) -> Array:
    """The same palette in ink: no pixel has to change."""
    _family, _base, high, table = space.raw
    data = table.read_bytes() if isinstance(table, Stream) else bytes(table)
    width = 4 if space.base.kind == "cmyk" else 3
    entries = [data[place : place + width] for place in range(0, (int(high) + 1) * width, width)]
    colours = [inks.of([part / 255 for part in entry.ljust(width, b"\0")], space=space.base) for entry in entries]
    table = b"".join(bytes(round(part * 255) for part in colour) for colour in colours)
    return Array([Name.Indexed, Name.DeviceCMYK, int(high), pikepdf.String(table)])


def from_inline(inline, *, pdf: pikepdf.Pdf, inks: Inks) -> Stream | None:
    """An inline image as an image of its own in ink; None if it is a mask or in ink already."""
    if inline.image_mask or inline.colorspace in ("/DeviceGray", "/G", "/DeviceCMYK", "/CMYK", None):
        return None
    try:
        picture = inline.as_pil_image().convert("RGB")
    except ValueError:  # pikepdf reads none below 3 px; preflight will name it
        return None
    ink = inks.picture(picture)
    return pdf.make_stream(
        ink.tobytes(),
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=ink.width,
        Height=ink.height,
        BitsPerComponent=8,
        ColorSpace=Name.DeviceCMYK if ink.mode == "CMYK" else Name.DeviceGray,
    )

"""Cut-out people: a JPEG and beside it the soft edge. WeasyPrint alone would pack and unpack such pictures four times as PNG.

`packed` is what the ink store keeps, `CutOut` what WeasyPrint draws. Runs in the render process.
"""

import zlib
from hashlib import sha256
from io import BytesIO

import pydyf
from PIL import Image, ImageFilter
from weasyprint.images import RasterImage

QUALITY = 92
STEPS = (64, 32, 16, 8)  # px, down to the blocks that a JPEG codes at once
NEIGHBOURS = ImageFilter.BoxBlur(1)
CERTAIN = 12  # of 255: what is fainter has lost its colour
NEAREST = Image.Resampling.NEAREST
SPACES = {"L": "/DeviceGray", "RGB": "/DeviceRGB", "CMYK": "/DeviceCMYK"}


class CutOut(RasterImage):
    """The JPEG and its edge, as WeasyPrint draws a picture."""

    def __init__(self, jpeg: bytes, edge: bytes):
        self.jpeg, self.edge = jpeg, edge
        with Image.open(BytesIO(jpeg)) as picture:
            self.width, self.height, self.mode = picture.width, picture.height, picture.mode
        self.id = sha256(jpeg).hexdigest()
        self.ratio = self.width / self.height
        self._dpi = None

    def get_x_object(self, interpolate, dpi_ratio):
        colour = self._image(self.jpeg, interpolate=interpolate, space=SPACES[self.mode], coding="/DCTDecode")
        if self.mode == "CMYK":
            colour.extra["Decode"] = pydyf.Array([1, 0] * 4)  # Pillow writes Adobe's inverted CMYK
        colour.extra["SMask"] = self._image(self.edge, interpolate=interpolate, space="/DeviceGray", coding="/FlateDecode")
        return colour

    def _image(self, data: bytes, *, interpolate: bool, space: str, coding: str) -> pydyf.Stream:
        extra = {
            "Type": "/XObject",
            "Subtype": "/Image",
            "Width": self.width,
            "Height": self.height,
            "ColorSpace": space,
            "BitsPerComponent": 8,
            "Interpolate": "true" if interpolate else "false",
            "Filter": coding,
        }
        return pydyf.Stream([data], pydyf.Dictionary(extra))


def packed(colour: Image.Image, *, alpha: Image.Image) -> bytes:
    """The length of the JPEG in eight bytes, the JPEG, the edge."""
    jpeg = BytesIO()
    colour.save(jpeg, "JPEG", quality=QUALITY, subsampling=0, icc_profile=None)
    return len(jpeg.getvalue()).to_bytes(8) + jpeg.getvalue() + zlib.compress(alpha.tobytes())


def unpacked(data: bytes) -> CutOut:
    length = 8 + int.from_bytes(data[:8])
    return CutOut(data[8:length], data[length:])


def reaching_out(picture: Image.Image) -> Image.Image:
    """The colours of an RGBA picture, carried on beyond its edge, so that neither JPEG nor a smaller drawing bring in black."""
    spread = picture.convert("RGBa")
    colour = Image.new("RGB", picture.size)
    for step in STEPS:
        part = spread.reduce(step).filter(NEIGHBOURS).convert("RGBA")
        certain = part.getchannel("A").point(lambda value: 255 if value >= CERTAIN else 0)
        size = (part.width * step, part.height * step)
        colour.paste(part.convert("RGB").resize(size, NEAREST), (0, 0), certain.resize(size, NEAREST))
    colour.paste(picture.convert("RGB"), (0, 0), picture.getchannel("A").point(lambda value: 255 if value else 0))
    return colour

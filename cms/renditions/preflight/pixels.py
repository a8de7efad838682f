"""Pixels of a picture as ink, small: enough to measure how much of it lies where."""

from io import BytesIO

import pikepdf
from PIL import Image, ImageChops

from .limits import MOST_PIXELS, filters_of
from .spaces import read_space

LONGEST = 640  # px, of pictures that are drawn
PEAK_LONGEST = 270  # px, where only the most ink is asked for: a pixel is still less than a mm on paper
PEAK = 0.999  # share of pixels that must stay below


def ink_of_picture(image: pikepdf.Stream, *, longest: int = LONGEST) -> Image.Image | None:
    """The picture in CMYK, 255 = full ink, at most `longest` px; None if it is not in ink or cannot be read."""
    try:
        width, height = int(image.get("/Width", 0)), int(image.get("/Height", 0))
        space = read_space(image.get("/ColorSpace"))
        if space.kind not in ("cmyk", "gray") or not 0 < width * height <= MOST_PIXELS or image.get("/ImageMask", False):
            return None
        picture = _opened(image, longest=longest)
        if picture is None:
            return None
        inverted = _is_inverted(image)
        if picture.mode == "CMYK":
            return ImageChops.invert(picture) if inverted != _adobe(picture) else picture
        grey = picture.convert("L")
        black = grey if inverted else ImageChops.invert(grey)
        none = Image.new("L", grey.size, 0)
        return Image.merge("CMYK", (none, none, none, black))
    except (OSError, ValueError, TypeError, SyntaxError, NotImplementedError, pikepdf.PdfError, AttributeError):
        return None


def _opened(image: pikepdf.Stream, *, longest: int) -> Image.Image | None:
    if filters_of(image) == ["/DCTDecode"]:
        picture = Image.open(BytesIO(image.read_raw_bytes()))
        picture.draft(None, (longest * 3 // 4, longest * 3 // 4))  # the nearest eighth above
        picture.load()
        info = dict(picture.info)
    else:
        picture = pikepdf.PdfImage(image).as_pil_image(apply_mask=False)
        info = {}
    if picture.mode not in ("CMYK", "L", "1"):
        return None
    if max(picture.size) > longest * 1.2:
        factor = -(-max(picture.size) // longest)
        picture = (picture.convert("L") if picture.mode == "1" else picture).reduce(factor)
    picture.info = info
    return picture


def _adobe(picture: Image.Image) -> bool:
    """Pillow turns the values of CMYK JPEGs with Adobe's marker round, as Photoshop writes them."""
    return "adobe" in picture.info


def _is_inverted(image: pikepdf.Stream) -> bool:
    decode = image.get("/Decode")
    return isinstance(decode, pikepdf.Array) and len(decode) >= 2 and float(decode[0]) > float(decode[1])


def total_ink(picture: Image.Image) -> Image.Image:
    """C + M + Y + K of a CMYK picture as grey: 255 = 400 %."""
    cyan, magenta, yellow, black = (band.point(lambda value: value / 4) for band in picture.split())
    return ImageChops.add(ImageChops.add(cyan, magenta), ImageChops.add(yellow, black))


def most_ink(image: pikepdf.Stream) -> tuple[float, float]:
    """The most ink of a picture and the most of its coloured inks alone, 1.0 = 100 %, a thousandth of the pixels left out."""
    picture = ink_of_picture(image, longest=PEAK_LONGEST)
    if picture is None:
        return 0.0, 0.0
    cyan, magenta, yellow, _black = picture.split()
    coloured = Image.merge("CMYK", (cyan, magenta, yellow, Image.new("L", picture.size, 0)))
    return _peak(total_ink(picture)), _peak(total_ink(coloured))


def _peak(grey: Image.Image) -> float:
    histogram, seen = grey.histogram(), 0
    allowed = grey.width * grey.height * (1 - PEAK)
    for value in range(255, -1, -1):
        seen += histogram[value]
        if seen > allowed:
            return value / 255 * 4
    return 0.0

"""What happens to a picture when it arrives: checked, stripped of everything that betrays people, and measured for print.

JPEG, PNG and WebP lose their metadata without being compressed again; HEIC becomes JPEG so that every medium can show it.
"""

import io
import struct
from pathlib import Path

from django.core.files.base import ContentFile
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageFile, ImageOps, JpegImagePlugin, UnidentifiedImageError
from pillow_heif import register_heif_opener
from willow.image import JPEGImageFile, PNGImageFile, WebPImageFile
from willow.registry import registry

register_heif_opener()

PRINT_PPI = 300
CM_PER_INCH = 2.54
MAX_PIXELS = 128_000_000
ORIENTATION = 0x0112

JPEG_KEPT = {0xE0: b"JFIF", 0xE2: b"ICC_PROFILE", 0xEE: b"Adobe"}  # APP0, APP2, APP14; all other APPn and comments go
PNG_DROPPED = {b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME", b"caBX"}
WEBP_DROPPED = {b"EXIF", b"XMP "}
WEBP_ICC_ALPHA_ANIMATION = 0b0011_0010  # the flags of a VP8X header that stay true


class PictureError(Exception):
    """A file that cannot become a picture; the message is for editors and says what to do."""


def size_in_header(picture_file) -> tuple[int, int]:
    """Width and height in pixels. Wagtail asks three times for each picture that is saved, and would decode it each time."""
    picture_file.f.seek(0)
    return Image.open(picture_file.f).size


for kind in (JPEGImageFile, PNGImageFile, WebPImageFile):
    registry.register_operation(kind, "get_size", size_in_header)


def check_picture(data: bytes, *, name: str) -> None:
    """Raise PictureError unless `data` is a whole picture of a size that the house can handle."""
    if not data:
        raise PictureError(_("The file is empty. Please choose it again, or copy it from the camera once more."))
    if data[:5] == b"%PDF-":
        raise PictureError(_("This is a PDF, not a picture. Please save the page as JPEG or PNG."))
    if b"<svg" in data[:4096].lower():
        raise PictureError(_("Drawings in SVG can carry programs and are not accepted. Please save it as PNG."))
    try:
        with Image.open(io.BytesIO(data)) as picture:
            width, height = picture.size
            if width * height > MAX_PIXELS:
                raise PictureError(
                    _("The picture has %(million)s million pixels; 128 million are the limit. Please save it smaller.")
                    % {"million": round(width * height / 1_000_000)}
                )
            decode(picture)
    except PictureError:
        raise
    except Image.DecompressionBombError as error:
        raise PictureError(_("The picture has more than 128 million pixels. Please save it smaller.")) from error
    except UnidentifiedImageError as error:
        raise PictureError(
            _("“%(name)s” is not a picture that can be read. Please use JPEG, PNG, WebP or HEIC.") % {"name": name}
        ) from error
    except (OSError, EOFError, SyntaxError, ValueError, struct.error) as error:
        raise PictureError(
            _("“%(name)s” is damaged: it ends too early or cannot be read. Please copy it from the camera once more.")
            % {"name": name}
        ) from error


def decode(picture: Image.Image) -> None:
    """Read to the end, so that half a file is noticed now and not at the printer's. JPEG in small: time and memory."""
    if picture.format == "PNG":
        picture.verify()
        return
    if picture.format in ("JPEG", "MPO"):
        picture.draft(None, (max(1, picture.width // 8), max(1, picture.height // 8)))
    ImageFile.LOAD_TRUNCATED_IMAGES = False  # importing WeasyPrint turns it on for the whole process
    picture.load()


def cleaned(data: bytes, *, name: str) -> tuple[bytes, str]:
    """The picture without EXIF, GPS, XMP, IPTC and comments, and its name. Orientation is baked in, ICC profile kept."""
    with Image.open(io.BytesIO(data)) as picture:
        kind, turned = picture.format, is_turned(picture, data=data)
        if kind == "HEIF":
            return as_jpeg(picture), str(Path(name).with_suffix(".jpg"))
        if turned:
            return upright(picture), name
    if kind in ("JPEG", "MPO"):
        return strip_jpeg(data), name
    if kind == "PNG":
        return strip_png(data), name
    if kind == "WEBP":
        return strip_webp(data), name
    return resaved(data), name


def is_turned(picture: Image.Image, *, data: bytes) -> bool:
    """Whether the camera was held otherwise. A PNG may say so behind its pixels: Pillow would decode them all to look there."""
    if picture.format == "PNG" and not any(chunk in data for chunk in PNG_DROPPED):
        return False
    return picture.getexif().get(ORIENTATION, 1) not in (0, 1)


def as_jpeg(picture: Image.Image) -> bytes:
    picture = ImageOps.exif_transpose(picture)
    icc = picture.info.get("icc_profile")
    if picture.mode in ("RGBA", "LA", "P"):
        ground = Image.new("RGB", picture.size, "#ffffff")
        picture = picture.convert("RGBA")
        ground.paste(picture, mask=picture)
        picture = ground
    out = io.BytesIO()
    picture.convert("RGB").save(out, "JPEG", quality=93, subsampling=0, icc_profile=icc, exif=b"", xmp=b"")
    return out.getvalue()


def upright(picture: Image.Image) -> bytes:
    """Turned as the camera meant it. A JPEG keeps its own quantisation tables, so nothing visible is lost."""
    options = {"icc_profile": picture.info.get("icc_profile"), "exif": b""}
    if isinstance(picture, JpegImagePlugin.JpegImageFile):
        sampling = JpegImagePlugin.get_sampling(picture)
        options |= {"qtables": picture.quantization, "optimize": True}
        if sampling >= 0:
            options["subsampling"] = sampling
        kind = "JPEG"
    else:
        kind = picture.format
        options |= {"lossless": True} if kind == "WEBP" else {}
    out = io.BytesIO()
    turned = ImageOps.exif_transpose(picture)
    for key in ("xmp", "XML:com.adobe.xmp", "Raw profile type exif", "exif", "comment"):
        turned.info.pop(key, None)
    turned.save(out, kind, **options)
    return out.getvalue()


def resaved(data: bytes) -> bytes:
    """GIF and AVIF: saved again by Pillow, which writes only what it is given."""
    with Image.open(io.BytesIO(data)) as picture:
        picture.info.pop("comment", None)
        out = io.BytesIO()
        several = getattr(picture, "n_frames", 1) > 1
        options = {"save_all": True} if several else {}
        if picture.format == "AVIF":
            options |= {"quality": 90, "exif": b"", "xmp": b"", "icc_profile": picture.info.get("icc_profile")}
        else:
            options |= {"comment": b""}
        picture.save(out, picture.format, **options)
    return out.getvalue()


def strip_jpeg(data: bytes) -> bytes:
    """Drop every marker segment that is not needed for decoding, and whatever hides behind the end of the picture."""
    out, position = [data[:2]], 2
    while position + 4 <= len(data):
        if data[position] != 0xFF:
            raise PictureError(_("The picture is damaged. Please copy it from the camera once more."))
        marker = data[position + 1]
        if marker == 0xFF:  # fill byte
            position += 1
            continue
        if marker == 0xD9:
            break
        length = struct.unpack(">H", data[position + 2 : position + 4])[0]
        segment = data[position : position + 2 + length]
        position += 2 + length
        if kept_in_jpeg(marker, segment):
            out.append(segment)
        if marker == 0xDA:  # a scan: its data run to the next marker that is neither stuffing nor restart
            end = scan_end(data, position)
            out.append(data[position:end])
            position = end
    return b"".join(out) + b"\xff\xd9"


def kept_in_jpeg(marker: int, segment: bytes) -> bool:
    if marker in JPEG_KEPT:
        return segment[4:].startswith(JPEG_KEPT[marker])
    return not (0xE0 <= marker <= 0xEF or marker == 0xFE)


def scan_end(data: bytes, position: int) -> int:
    while True:
        position = data.find(b"\xff", position)
        if position < 0 or position + 1 >= len(data):
            return len(data)
        if data[position + 1] not in (0x00, *range(0xD0, 0xD8)):
            return position
        position += 2


def strip_png(data: bytes) -> bytes:
    out, position = [data[:8]], 8
    while position + 8 <= len(data):
        length, kind = struct.unpack(">I4s", data[position : position + 8])
        chunk = data[position : position + 12 + length]
        position += 12 + length
        if kind not in PNG_DROPPED:
            out.append(chunk)
        if kind == b"IEND":
            break
    return b"".join(out)


def strip_webp(data: bytes) -> bytes:
    out, position = [], 12
    while position + 8 <= len(data):
        kind, length = struct.unpack("<4sI", data[position : position + 8])
        size = 8 + length + length % 2
        chunk = data[position : position + size]
        position += size
        if kind == b"VP8X":
            chunk = chunk[:8] + bytes([chunk[8] & WEBP_ICC_ALPHA_ANIMATION]) + chunk[9:]
        if kind not in WEBP_DROPPED:
            out.append(chunk)
    body = b"WEBP" + b"".join(out)
    return b"RIFF" + struct.pack("<I", len(body)) + body


def clean_file(file) -> ContentFile:
    """An uploaded file, checked and clean, under the name it should be stored. Raises PictureError."""
    name = Path(file.name or "picture").name
    file.seek(0)
    data = file.read()
    file.seek(0)
    check_picture(data, name=name)
    data, name = cleaned(data, name=name)
    content = ContentFile(data, name=name)
    content.is_clean = True
    return content


def is_clean(file) -> bool:
    """True for what clean_file returned, also when a model field has wrapped it."""
    return getattr(getattr(file, "file", file), "is_clean", False) or getattr(file, "is_clean", False)


def print_size_cm(width: int, height: int, *, ppi: int = PRINT_PPI) -> tuple[float, float]:
    """How large (cm) so many pixels print at `ppi`, rounded down: it must be true at the printer's."""
    return tuple(int(pixels / ppi * CM_PER_INCH * 10) / 10 for pixels in (width, height))


def print_size_text(width: int, height: int) -> str:
    """For editors: “prints up to 9 × 6 cm at 300 ppi”."""
    across, down = (
        number_format(int(size) if size >= 10 or size.is_integer() else size) for size in print_size_cm(width, height)
    )
    return _("prints up to %(width)s × %(height)s cm at 300 ppi") % {"width": across, "height": down}

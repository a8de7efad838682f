"""Pictures at the door: what is stripped, what stays, what is refused, and in which words."""

import io

import pytest
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image, ImageCms, ImageDraw, PngImagePlugin
from pillow_heif import from_pillow
from wagtail.images.forms import get_image_form
from wagtail.models import UploadedFile
from willow.image import Image as WillowImage

from cms.core import images
from cms.core.models import CouncilImage

ORIENTATION, GPS = 0x0112, 0x8825
SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><exif:GPSLatitude>49,30.5N</exif:GPSLatitude></x:xmpmeta>'
IPTC = b"Photoshop 3.0\x008BIM\x04\x04\x00\x00\x00\x00\x00\x14\x1c\x02\x5a\x00\x0aLauf-Stadt"


def drawn(width=60, height=40):
    """Red above, blue below: so that a turned picture can be told from an upright one."""
    picture = Image.new("RGB", (width, height), "#c8321f")
    ImageDraw.Draw(picture).rectangle((0, height // 2, width, height), fill="#2f6fb0")
    return picture


def noise(width, height):
    return Image.effect_noise((width, height), 90).convert("RGB")


def gps_exif(orientation=1):
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    exif[0x010F] = "Fruitphone"
    exif.get_ifd(GPS).update({1: "N", 2: (49.0, 30.0, 33.0), 3: "E", 4: (11.0, 16.0, 48.0)})
    return exif


def phone_jpeg(orientation=1, **size):
    """A JPEG as a phone writes it: EXIF with GPS, XMP, IPTC, comment, and a second picture hidden behind the first."""
    out = io.BytesIO()
    drawn(**size).save(out, "JPEG", quality=88, exif=gps_exif(orientation), icc_profile=SRGB, xmp=XMP, comment=b"Zuhause")
    data = out.getvalue()
    segment = b"\xff\xed" + (len(IPTC) + 2).to_bytes(2, "big") + IPTC
    hidden = io.BytesIO()
    drawn(8, 8).save(hidden, "JPEG", exif=gps_exif())
    return data[:2] + segment + data[2:] + hidden.getvalue()


def betrays_nothing(data: bytes) -> bool:
    with Image.open(io.BytesIO(data)) as picture:
        exif = picture.getexif()
        silent = not exif.get_ifd(GPS) and 0x010F not in exif and not getattr(picture, "getxmp", dict)()
    secrets = (b"Fruitphone", b"GPSLatitude", b"Lauf-Stadt", b"Zuhause", b"Photoshop 3.0")
    return silent and not any(secret in data for secret in secrets)


def stored(data: bytes, name: str) -> CouncilImage:
    return CouncilImage.objects.create(
        title="Bild", file=ImageFile(io.BytesIO(data), name=name), credit="Jonne Reith", description="Ein Bild"
    )


def content(image: CouncilImage) -> bytes:
    with image.file.open() as file:
        return file.read()


def test_the_test_picture_really_betrays_its_place():
    assert not betrays_nothing(phone_jpeg())


def test_a_phones_jpeg_loses_place_and_maker_but_not_a_single_pixel(db):
    data = phone_jpeg()
    clean = content(stored(data, "garten.jpg"))
    assert betrays_nothing(clean)
    with Image.open(io.BytesIO(data)) as before, Image.open(io.BytesIO(clean)) as after:
        assert after.info["icc_profile"] == SRGB
        assert before.convert("RGB").tobytes() == after.convert("RGB").tobytes()


def test_a_picture_taken_upright_is_stored_upright(db):
    image = stored(phone_jpeg(orientation=6), "hochkant.jpg")
    assert (image.width, image.height) == (40, 60)
    clean = content(image)
    assert betrays_nothing(clean)
    with Image.open(io.BytesIO(clean)) as picture:
        assert picture.getexif().get(ORIENTATION, 1) == 1
        assert picture.info["icc_profile"] == SRGB
        left, right = picture.getpixel((3, 30)), picture.getpixel((37, 30))
    assert right[0] > 150 > right[2]
    assert left[2] > 120 > left[0]


def test_a_phones_heic_becomes_an_upright_jpeg_without_its_place(db):
    heif = from_pillow(drawn())
    heif.info["exif"] = gps_exif(6).tobytes()
    heif.info["xmp"] = XMP
    out = io.BytesIO()
    heif.save(out, quality=90)
    image = stored(out.getvalue(), "IMG_0042.HEIC")
    clean = content(image)
    assert image.file.name.endswith(".jpg")
    assert betrays_nothing(clean)
    assert (image.width, image.height) == (40, 60)
    assert image.get_rendition("width-20").file.size > 0


def test_a_progressive_jpeg_survives(db):
    out = io.BytesIO()
    noise(120, 90).save(out, "JPEG", progressive=True, quality=90, exif=gps_exif(), restart_marker_blocks=4)
    clean = images.cleaned(out.getvalue(), name="a.jpg")[0]
    assert betrays_nothing(clean)
    with Image.open(io.BytesIO(out.getvalue())) as before, Image.open(io.BytesIO(clean)) as after:
        assert before.tobytes() == after.tobytes()


@pytest.mark.parametrize(("kind", "name"), [("PNG", "a.png"), ("WEBP", "a.webp"), ("AVIF", "a.avif"), ("GIF", "a.gif")])
@pytest.mark.parametrize("orientation", [1, 6])
def test_other_formats_are_clean_too(kind, name, orientation):
    out = io.BytesIO()
    options = {"exif": gps_exif(orientation)} if kind != "GIF" else {"comment": b"Zuhause"}
    if kind == "PNG":
        text = PngImagePlugin.PngInfo()
        text.add_itxt("XML:com.adobe.xmp", XMP.decode())
        text.add_text("Comment", "Zuhause")
        options["pnginfo"] = text
    elif kind in ("WEBP", "AVIF"):
        options["xmp"] = XMP
    drawn().save(out, kind, **options)
    assert not betrays_nothing(out.getvalue())
    clean, _name = images.cleaned(out.getvalue(), name=name)
    assert betrays_nothing(clean)
    with Image.open(io.BytesIO(clean)) as picture:
        picture.load()
        assert picture.size == ((40, 60) if orientation == 6 and kind != "GIF" else (60, 40))


def test_a_transparent_webp_keeps_its_transparency():
    out = io.BytesIO()
    see_through = drawn().convert("RGBA")
    see_through.putalpha(120)
    see_through.save(out, "WEBP", exif=gps_exif(), icc_profile=SRGB)
    clean, _name = images.cleaned(out.getvalue(), name="a.webp")
    with Image.open(io.BytesIO(clean)) as picture:
        assert (picture.mode, picture.info["icc_profile"]) == ("RGBA", SRGB)


REFUSED = {
    "empty": (b"", "a.jpg", "leer|empty"),
    "pdf": (b"%PDF-1.7\n%\xe2\xe3\n1 0 obj", "seite.jpg", "PDF"),
    "svg": (b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', "a.png", "SVG"),
    "cut off jpeg": (phone_jpeg(width=900, height=700)[:4000], "halb.jpg", "halb.jpg"),
    "text": (b"hello world, this is no picture", "brief.jpg", "brief.jpg"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_no_picture_is_refused_with_a_reason(db, editor, case):
    data, name, reason = REFUSED[case]
    form = get_image_form(CouncilImage)(
        {"title": "Bild", "description": "Ein Bild", "credit": "Jonne Reith", "licence": "own"},
        {"file": SimpleUploadedFile(name, data)},
        user=editor,
    )
    assert not form.is_valid()
    assert any(part in str(form.errors["file"]) for part in reason.split("|"))


def test_a_cut_off_png_is_refused():
    out = io.BytesIO()
    noise(200, 200).save(out, "PNG")
    with pytest.raises(images.PictureError, match="halb.png"):
        images.check_picture(out.getvalue()[:20_000], name="halb.png")


def test_more_pixels_than_the_house_can_handle_are_refused():
    out = io.BytesIO()
    Image.new("1", (16_000, 9_000)).save(out, "PNG")
    with pytest.raises(images.PictureError, match="144"):
        images.check_picture(out.getvalue(), name="riesig.png")


def test_credit_and_alternative_text_are_required(db, editor):
    form = get_image_form(CouncilImage)(
        {"title": "Bild", "licence": "own"}, {"file": SimpleUploadedFile("a.jpg", phone_jpeg())}, user=editor
    )
    assert not form.is_valid()
    assert {"credit", "description"} <= set(form.errors)


def test_a_picture_that_waits_for_its_credit_is_already_clean_and_says_how_large_it_prints(client, editor, home):
    client.force_login(editor)
    data = phone_jpeg(width=1063, height=709)
    answer = client.post(
        reverse("wagtailimages:add_multiple"),
        {"files[]": SimpleUploadedFile("garten.jpg", data, content_type="image/jpeg"), "title": "Garten"},
        headers={"x-requested-with": "XMLHttpRequest"},
    ).json()
    upload = UploadedFile.objects.get()
    with upload.file.open() as file:
        assert betrays_nothing(file.read())
    assert "9 × 6 cm" in answer["form"]
    prefix = f"uploaded-image-{upload.pk}"
    client.post(
        reverse("wagtailimages:create_multiple_from_uploaded_image", args=[upload.pk]),
        {
            f"{prefix}-title": "Garten",
            f"{prefix}-description": "Ein Garten",
            f"{prefix}-credit": "Jonne Reith",
            f"{prefix}-licence": "own",
        },
        headers={"x-requested-with": "XMLHttpRequest"},
    )
    image = CouncilImage.objects.get()
    assert betrays_nothing(content(image))
    assert image.file_hash


def test_a_replaced_file_is_cleaned_too(client, editor, home):
    image = stored(phone_jpeg(), "alt.jpg")
    client.force_login(editor)
    client.post(
        reverse("wagtailimages:edit", args=[image.pk]),
        {
            "title": "Bild",
            "description": "Ein Bild",
            "credit": "Jonne Reith",
            "licence": "own",
            "file": SimpleUploadedFile("neu.jpg", phone_jpeg(orientation=6)),
        },
    )
    image.refresh_from_db()
    assert "neu" in image.file.name
    assert betrays_nothing(content(image))


@pytest.mark.parametrize("name", ["wagtailimages:index", "wagtailimages:edit"])
def test_listing_and_edit_view_say_how_large_it_prints(client, editor, home, name):
    image = stored(phone_jpeg(width=1063, height=709), "garten.jpg")
    client.force_login(editor)
    address = reverse(name, args=[image.pk] if name.endswith("edit") else [])
    assert "9 × 6 cm" in client.get(address).content.decode()


def test_a_deleted_picture_warns_first_and_leaves_no_hole(client, editor, edition):
    image = edition.cover_image
    client.force_login(editor)
    address = reverse("wagtailimages:delete", args=[image.pk])
    assert reverse("wagtailimages:image_usage", args=[image.pk]) in client.get(address).content.decode()
    client.post(address)
    edition.refresh_from_db()
    assert edition.cover_image is None
    assert client.get(reverse("wagtailadmin_pages:edit", args=[edition.pk])).status_code == 200


def test_a_file_that_is_already_clean_is_not_read_again(db):
    clean = images.clean_file(ContentFile(phone_jpeg(), name="a.jpg"))
    assert images.is_clean(clean)
    image = CouncilImage(title="Bild", file=clean, credit="Jonne Reith")
    assert images.is_clean(image.file)


def test_a_pictures_size_is_known_without_decoding_it():
    whole = io.BytesIO()
    noise(300, 200).save(whole, "JPEG")
    beginning = whole.getvalue()[: len(whole.getvalue()) // 4]
    assert WillowImage.open(io.BytesIO(beginning)).get_size() == (300, 200)
    with pytest.raises(OSError, match="truncated"):
        Image.open(io.BytesIO(beginning)).load()

"""Pictures on their way into a PDF: upright, small enough, in ink, kept once, refused when they are bombs."""

import os
import time
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from cms.renditions.ink.condition import DEFAULT
from cms.renditions.ink.ink_store import InkStore
from cms.renditions.pictures import BrokenPicture, prepare


@pytest.fixture
def photo(tmp_path):
    noise = Image.effect_noise((1200, 800), 80)
    picture = Image.merge("RGB", (noise, noise.rotate(90), Image.new("L", noise.size, 90)))
    path = tmp_path / "photo.jpg"
    picture.save(path, quality=90)
    return path


def opened(prepared) -> Image.Image:
    return Image.open(BytesIO(prepared.read()))


def test_a_photo_is_no_larger_than_it_is_printed_and_in_ink_for_the_press(photo):
    press = opened(prepare(photo, width_mm=50, condition=DEFAULT))
    assert (press.mode, press.width) == ("CMYK", round(50 / 25.4 * 300))
    screen = opened(prepare(photo, width_mm=50, condition=None))
    assert (screen.mode, screen.width) == ("RGB", round(50 / 25.4 * 150))


def test_a_small_photo_is_not_blown_up(photo):
    assert opened(prepare(photo, width_mm=400, condition=DEFAULT)).width == 1200


def test_a_black_and_white_photo_is_printed_in_black_alone(tmp_path):
    path = tmp_path / "alt.jpg"
    Image.linear_gradient("L").convert("RGB").save(path)
    assert opened(prepare(path, width_mm=20, condition=DEFAULT)).mode == "L"


def test_a_drawing_with_few_colours_stays_without_loss(tmp_path):
    path = tmp_path / "logo.png"
    Image.new("RGB", (300, 100), (200, 30, 30)).save(path)
    assert opened(prepare(path, width_mm=60, condition=DEFAULT)).format == "PNG"


def test_a_photo_of_a_wider_space_keeps_its_colours_on_screen(tmp_path):
    wide = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    red, green = wide.index(b"rXYZ"), wide.index(b"gXYZ")
    wide[red : red + 4], wide[green : green + 4] = b"gXYZ", b"rXYZ"  # a space where red and green are changed round
    path = tmp_path / "wide.png"
    noise = Image.effect_noise((80, 80), 30)
    Image.merge("RGB", (noise.point(lambda v: 200), noise.point(lambda v: 20), noise)).save(path, icc_profile=bytes(wide))
    red, green, _blue = opened(prepare(path, width_mm=80, condition=None)).convert("RGB").resize((1, 1)).getpixel((0, 0))
    assert green > red


@pytest.mark.parametrize("damage", [b"not a profile", Path(DEFAULT.icc).read_bytes()[:4000]])
def test_a_damaged_embedded_profile_is_left_out(tmp_path, damage):
    path = tmp_path / "odd.png"
    noise = Image.effect_noise((90, 90), 60)
    Image.merge("RGB", (noise, noise.rotate(90), noise.point(lambda v: 9))).save(path, icc_profile=damage)
    assert opened(prepare(path, width_mm=30, condition=DEFAULT)).mode == "CMYK"


def test_what_was_made_ready_once_is_found_again_and_not_for_another_printer(photo, tmp_path):
    store = InkStore(str(tmp_path / "ink"))
    first = prepare(photo, width_mm=50, condition=DEFAULT, store=store)
    again = prepare(photo, width_mm=50, condition=DEFAULT, store=store)
    assert first.path == again.path
    assert first.path.stat().st_size > 1000
    others = [
        prepare(photo, width_mm=51, condition=DEFAULT, store=store),
        prepare(photo, width_mm=50, condition=None, store=store),
        prepare(photo, width_mm=50, condition=replace(DEFAULT, max_ink=240), store=store),
        prepare(photo, width_mm=50, condition=replace(DEFAULT, icc=DEFAULT.icc.replace("FOGRA39L", "IFRA26")), store=store),
    ]
    assert len({first.path, *(other.path for other in others)}) == 5


def test_a_picture_that_was_replaced_under_its_name_is_made_anew(photo, tmp_path):
    store = InkStore(str(tmp_path / "ink"))
    first = prepare(photo, width_mm=50, condition=DEFAULT, store=store)
    Image.new("RGB", (600, 400), (10, 200, 30)).save(photo)
    assert prepare(photo, width_mm=50, condition=DEFAULT, store=store).path != first.path


def test_the_store_stays_bounded_and_keeps_what_is_in_use(tmp_path):
    store = InkStore(str(tmp_path))
    paths = [store.keep(f"{number:02}aa", b"x" * 1000, kind=".jpg") for number in range(10)]
    for age, path in enumerate(reversed(paths[:8]), 1):
        os.utime(path, (time.time() - 7200 * age,) * 2)
    store.tidy(most=4000)
    assert [path.exists() for path in paths] == [False] * 6 + [True] * 4
    store.keep("zzaa", b"x" * 9000, kind=".jpg")
    store.tidy(most=1)
    assert (tmp_path / "zz" / "zzaa.jpg").exists()


def test_a_store_that_cannot_be_written_does_not_stop_the_press(photo, tmp_path):
    (tmp_path / "ink").write_text("a file where the folder should be")
    prepared = prepare(photo, width_mm=50, condition=DEFAULT, store=InkStore(str(tmp_path / "ink")))
    assert prepared.path is None
    assert opened(prepared).mode == "CMYK"


def huge_png(path, *, side: int):
    """A PNG that claims to be side × side and unpacks to nothing but zeros."""
    import struct
    import zlib

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0" * 9999)) + chunk(b"IEND", b"")
    )
    return path


@pytest.mark.parametrize("side", [14_200, 30_000])
def test_two_hundred_megapixels_are_refused_before_they_are_unpacked(tmp_path, side):
    with pytest.raises(BrokenPicture) as caught:
        prepare(huge_png(tmp_path / "bomb.png", side=side), width_mm=50, condition=DEFAULT)
    assert caught.value.code == "picture-huge"


def test_half_a_picture_is_refused(photo):
    photo.write_bytes(photo.read_bytes()[:9000])
    with pytest.raises(BrokenPicture) as caught:
        prepare(photo, width_mm=50, condition=DEFAULT)
    assert caught.value.code == "picture-broken"

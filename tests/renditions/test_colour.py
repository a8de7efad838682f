import re

import pytest
from django.conf import settings
from PIL import Image

from cms.renditions.colour import PALETTE, TEXT_COLOURS, ink_of, picture_to_ink, rgb_of, theme_css
from cms.renditions.ink.condition import DEFAULT


def test_black_text_is_black_ink_only():
    assert ink_of(0x1C, 0x1B, 0x1F) == (0, 0, 0, 1)
    assert ink_of(0, 0, 0) == (0, 0, 0, 1)


def test_greys_use_no_colour_and_white_no_ink():
    assert ink_of(128, 128, 128)[:3] == (0, 0, 0)
    assert ink_of(255, 255, 255) == (0, 0, 0, 0)


@pytest.mark.parametrize("name", [*PALETTE, *TEXT_COLOURS])
def test_no_colour_of_the_palette_takes_more_ink_than_newsprint_bears(name):
    _rgb, ink = (PALETTE | TEXT_COLOURS)[name]
    assert sum(ink) <= 240


def test_the_press_theme_knows_only_inks_and_the_screen_theme_only_rgb():
    press, screen = theme_css(condition=DEFAULT), theme_css(condition=None)
    assert "#" not in press
    assert press.count("device-cmyk(") == screen.count("#")
    assert "device-cmyk" not in screen


def test_the_councils_own_colour_reaches_the_press_as_ink():
    css = theme_css(condition=DEFAULT, main="#123456")
    own = re.search(r"--petrol:device-cmyk\(([^)]+)\)", css).group(1)
    assert own != re.search(r"--petrol:device-cmyk\(([^)]+)\)", theme_css(condition=DEFAULT)).group(1)


def test_photographs_become_ink_within_the_limit_of_the_paper():
    picture = picture_to_ink(Image.new("RGB", (8, 8), (20, 10, 30)))
    assert picture.mode == "CMYK"
    assert sum(picture.getpixel((3, 3))) / 255 <= 3.0


def test_paper_and_web_name_the_same_colours():
    tokens = (settings.BASE_DIR / "cms" / "static" / "css" / "tokens.css").read_text()
    for name in ("ink", "sand", "petrol", "poppy", "sun"):
        assert f"--{name}: {PALETTE[name][0]}" in tokens


def test_colours_are_read_from_six_digits():
    assert rgb_of("#0b4f5c") == (11, 79, 92)

"""Council colours stay readable, whatever a council chooses."""

import pytest

from cms.core.colours import contrast, council_stylesheet, council_tokens, safe_colour, text_on

PALE, LOUD, GREY, NEARLY_BLACK = "#fff59d", "#ff0000", "#777777", "#020202"


def test_contrast_is_that_of_wcag():
    assert round(contrast("#000000", "#ffffff"), 2) == 21
    assert round(contrast("#767676", "#ffffff"), 2) == 4.54


@pytest.mark.parametrize("colour", [PALE, LOUD, GREY, NEARLY_BLACK, "#FFFFFF", "#0b4f5c"])
@pytest.mark.parametrize("ground", ["#ffffff", "#f1e8d8", "#15181a", "#000000"])
def test_a_safe_colour_can_be_read_on_its_ground(colour, ground):
    assert contrast(safe_colour(colour, ground=ground), ground) >= 4.8


def test_a_colour_that_can_be_read_is_left_alone():
    assert safe_colour("#0B4F5C", ground="#ffffff") == "#0b4f5c"


def test_a_safe_colour_keeps_its_hue():
    shade = safe_colour("#ffcc00", ground="#ffffff")
    red, green, blue = (int(shade[at : at + 2], 16) for at in (1, 3, 5))
    assert red > green > blue == 0


@pytest.mark.parametrize("colour", [PALE, LOUD, GREY, NEARLY_BLACK])
def test_text_on_buttons_and_bands_can_be_read_in_both_schemes(colour):
    light, dark = council_tokens(main=colour, accent=colour)
    assert contrast(light["btn"], light["on-btn"]) >= 4.5
    assert contrast(light["band"], light["on-band"]) >= 4.5
    assert contrast(light["poppy"], light["on-poppy"]) >= 4.5
    assert contrast(light["accent"], "#f1e8d8") >= 4.5
    assert contrast(dark["btn"], dark["on-btn"]) >= 4.5
    assert contrast(dark["band"], dark["on-band"]) >= 4.5
    assert contrast(light["petrol-deep"], "#f3ece0") >= 4.5


def test_ink_or_white_is_chosen_by_contrast():
    assert text_on("#f5b324") == "#1c1b1f"
    assert text_on("#0b4f5c") == "#ffffff"


def test_the_default_colours_need_no_stylesheet():
    assert council_stylesheet(main="#0b4f5c", accent="#C8321F").strip() == ""


def test_own_colours_come_for_both_schemes():
    css = council_stylesheet(main="#5c0b4f", accent="#1f7ac8")
    assert css.startswith(":root { --petrol: #5c0b4f;")
    assert "@media (prefers-color-scheme: dark) { :root {" in css

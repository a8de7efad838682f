"""The drawn pictures of the demo world: valid, closed, at print resolution, and no two alike."""

import io
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from itertools import combinations

import pytest
from PIL import Image, ImageChops, ImageStat

from home.demo.pictures.cast import PEOPLE
from home.demo.pictures.contact_sheet import contact_sheet
from home.demo.pictures.draw import CAMPAIGN, PICTURES
from home.demo.pictures.faces import Face, head
from home.demo.pictures.headwear import HEADWEAR
from home.demo.pictures.people import cut_out
from home.demo.pictures.raster import picture_file, rasterise

SVG = "{http://www.w3.org/2000/svg}"
ALLOWED = {"svg", "title", "g", "path", "rect", "ellipse", "pattern", "clipPath"}


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def test_every_picture_that_the_demo_tells_of_is_drawn():
    scenes = {
        "garten",
        "becken",
        "backstube",
        "rathaus",
        "chor",
        "pokal",
        "suppe",
        "fruehstueck",
        "treppenhaus",
        "schule",
        "lehrling",
        "wahl",
    }
    scenes |= {"sprechstunde", "tour", "bahnhof", "wehr", "angler", "bruecke"}
    portraits = {"amira", "emre", "hoa", "jaspal", "kofi", "ljudmyla", "ruxandra", "samira", "tesfay", "walter", "ines", "mehmet"}
    assert set(PICTURES) >= scenes | portraits | {f"{kind}-{key}" for kind in ("figur", "frei") for key in CAMPAIGN}


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_a_closed_svg_of_its_size_with_a_german_title(name):
    picture = PICTURES[name]
    root = ET.fromstring(picture.draw())
    assert root.tag == f"{SVG}svg"
    assert root.get("viewBox") == f"0 0 {picture.width} {picture.height}"
    assert {element.tag.removeprefix(SVG) for element in root.iter()} <= ALLOWED
    assert len(picture.title) > 8
    for element in root.iter():
        for attribute, value in element.attrib.items():
            assert not attribute.lower().startswith("on") and "href" not in attribute
            assert "url(" not in value or re.fullmatch(r"url\(#i[0-9a-f]{8}\)", value)


@pytest.mark.parametrize("name", PICTURES)
def test_every_reference_inside_a_picture_is_defined_once(name):
    svg = PICTURES[name].draw()
    defined = {element.get("id"): ET.tostring(element) for element in ET.fromstring(svg).iter() if element.get("id")}
    assert set(re.findall(r"url\(#(\w+)\)", svg)) == set(defined)
    for element in ET.fromstring(svg).iter():
        if element.get("id"):
            assert ET.tostring(element) == defined[element.get("id")], "one id for two different things"


@pytest.mark.parametrize("name", ["garten", "wehr", "ines", "figur-walter", "frei-walter"])
def test_a_picture_is_rasterised_at_print_resolution(name):
    picture = PICTURES[name]
    data = picture_file(picture)
    image = opened(data)
    assert image.size == (picture.width_px, round(picture.width_px * picture.height / picture.width))
    assert picture.width_px >= (2600 if picture.width > 600 else 1600)
    assert len(data) < 900_000
    assert image.format == ("PNG" if picture.transparent else "JPEG")


def test_a_cut_out_keeps_its_transparency():
    alpha = opened(picture_file(PICTURES["figur-samira"], width_px=240)).getchannel("A")
    assert alpha.getpixel((2, 2)) == 0
    assert alpha.getpixel((120, 140)) == 255


def test_the_same_drawing_gives_the_same_bytes():
    assert PICTURES["garten"].draw() == PICTURES["garten"].draw()
    svg = PICTURES["kofi"].draw()
    assert rasterise(svg, width_px=300) == rasterise(svg, width_px=300)


def test_no_two_pictures_look_the_same():
    small = {
        name: opened(picture_file(picture, width_px=120)).convert("RGB").resize((60, 60)) for name, picture in PICTURES.items()
    }
    for one, other in combinations(small, 2):
        difference = ImageStat.Stat(ImageChops.difference(small[one], small[other])).mean
        assert sum(difference) / 3 > 8, f"{one} and {other} look alike"


def test_no_two_people_have_the_same_face():
    """Mood and tilt do not make another person: hair, skin, beard, glasses and cloth must differ."""
    plain = {key: replace(person.face, eyes="open", mouth="smile", width=1, height=1) for key, person in PEOPLE.items()}
    for one, other in combinations(plain, 2):
        assert head(plain[one]) != head(plain[other]), f"{one} and {other} are the same person"


@pytest.mark.parametrize("style", sorted(set(HEADWEAR) - {"straw"}))  # a straw hat is always of straw
def test_headwear_shows_the_colour_of_its_cloth(style):
    assert head(Face(hair=style, cloth="#123456", cloth2="#654321")).count("#123456") >= 1


def test_the_campaign_faces_have_a_portrait_and_a_cut_out_of_the_same_person():
    for key in CAMPAIGN:
        assert PICTURES[key].title == PICTURES[f"figur-{key}"].title
        assert f"<title>{PICTURES[key].title}</title>" in cut_out(key)


def test_the_contact_sheet_shows_all_pictures():
    sheet = contact_sheet()
    assert sheet.width > 1500
    assert sheet.height > sheet.width

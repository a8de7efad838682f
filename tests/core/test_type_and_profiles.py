"""The vendored typefaces and colour profiles: complete, licensed, and never two files under one name in print."""

import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from PIL import Image, ImageCms

STATIC = Path(__file__).parents[2] / "cms/static"
FACE = re.compile(r"@font-face \{(.*?)\}")


def faces(sheet: str) -> list[dict[str, str]]:
    rules = FACE.findall((STATIC / "css" / sheet).read_text())
    return [dict(part.strip().split(": ", 1) for part in rule.strip().rstrip(";").split(";")) for rule in rules]


def file_of(face: dict[str, str]) -> Path:
    return STATIC / "fonts" / Path(re.search(r"url\(([^)]+)\)", face["src"])[1]).name


def test_print_knows_one_complete_file_per_family_weight_and_style():
    named = [(face["font-family"], face["font-weight"], face.get("font-style", "normal")) for face in faces("print/fonts.css")]
    assert len(named) == len(set(named)) == 13
    for face in faces("print/fonts.css"):
        assert face["src"].startswith("url(static:fonts/")
        assert file_of(face).suffix == ".ttf"
        assert "fvar" not in TTFont(file_of(face)), "no variable fonts in print"


@pytest.mark.parametrize(
    ("family", "letters"),
    [
        ("Rubik", "äöüßğşıİșțžКїєґمرحبا„“–"),
        ('"Source Serif 4"', "äöüßğşıİșțžКїєґ„“–"),
        ('"Noto Naskh Arabic"', "مرحبا،؟٣"),
        ('"Atkinson Hyperlegible Next"', "äöüßğşıİ„“–"),
    ],
)
def test_the_web_pieces_of_a_family_cover_the_languages_of_the_demo(family, letters):
    pieces: dict[tuple[str, str], set[int]] = {}
    for face in faces("fonts.css"):
        if face["font-family"] == family:
            style = (face["font-weight"], face.get("font-style", "normal"))
            pieces.setdefault(style, set()).update(TTFont(file_of(face)).getBestCmap())
    assert pieces
    for style, covered in pieces.items():
        assert not {letter for letter in letters if ord(letter) not in covered}, style


def test_every_family_lies_beside_its_licence():
    stems = {path.name.split("_")[0] for path in (STATIC / "fonts").glob("*.ttf")}
    for stem in stems:
        assert "SIL OPEN FONT LICENSE Version 1.1" in (STATIC / "fonts" / f"{stem}.OFL.txt").read_text()


@pytest.mark.parametrize(("name", "limit"), [("FOGRA39L_free", 300), ("FOGRA47L_free", 300), ("IFRA26_free", 230)])
def test_a_profile_converts_to_cmyk_within_its_ink_limit(name, limit):
    profile = ImageCms.getOpenProfile(str(STATIC / "icc" / f"{name}.icc"))
    assert profile.profile.xcolor_space == "CMYK"
    assert profile.profile.copyright.startswith("CC0")
    convert = ImageCms.buildTransform(
        ImageCms.createProfile("sRGB"), profile, "RGB", "CMYK", renderingIntent=1, flags=ImageCms.Flags.BLACKPOINTCOMPENSATION
    )
    steps = [0, 26, 51, 77, 102, 128, 153, 179, 204, 230, 255]
    cube = Image.new("RGB", (len(steps) ** 3, 1))
    for k, colour in enumerate((r, g, b) for r in steps for g in steps for b in steps):
        cube.putpixel((k, 0), colour)
    inks = ImageCms.applyTransform(cube, convert)
    sums = [sum(inks.getpixel((k, 0))) / 2.55 for k in range(inks.width)]
    assert max(sums) <= limit
    assert sums[-1] == 0, "paper white takes no ink"

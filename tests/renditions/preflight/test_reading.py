"""Whether a file can be read: contrast, order of pages, rivers and ladders; and gradients wherever they are.

As in test_corpus.py: what is good has no findings, each fault has exactly its own.
"""

from dataclasses import replace

import pytest
from pikepdf import Array, Dictionary, Name, String

from cms.renditions.ink.condition import DEFAULT
from cms.renditions.preflight.checker import check_pdf

from .making import image, jpeg, press_pdf, resource, saved, screen_pdf, written
from .test_corpus import A4, X3, codes

SCREEN = {"purpose": "screen", "condition": None}


def findings(pdf, *, purpose="screen", condition=None):
    return check_pdf(saved(pdf), sheet=A4, condition=condition, purpose=purpose)


def words(colour: str, *, size=4.0, x=20, y=200, letters="002400250026", font="F1") -> str:
    return f"BT {colour} /{font} {size} Tf 1 0 0 -1 {x} {y} Tm <{letters}> Tj ET"


# --- contrast on screen ------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "content",
    [
        words("0 g"),
        words("0.45 g"),
        words("0.56 g", size=7),  # large type: 3 : 1 is enough
        f"0.04 0.31 0.36 rg 10 190 60 20 re f {words('1 g')}",
        f"1 0 0 1 0 0 cm 0.96 0.7 0.14 rg 10 190 60 20 re f {words('0 g')}",
        words("0.9 g", size=30, letters="0024"),  # one huge letter is an ornament
    ],
    ids=["black", "dark grey", "large grey", "white on petrol", "black on yellow", "ornament"],
)
def test_type_that_stands_out_is_left_in_peace(content):
    pdf = screen_pdf()
    written(pdf, content)
    assert codes(saved(pdf), **SCREEN) == []


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (words("0.6 g"), 2.8),
        (words("0.63 g", size=7), 2.6),
        (f"0.96 0.7 0.14 rg 10 190 60 20 re f {words('1 g')}", 1.8),
        (f"q /G1 gs {words('0 g')} Q", 2.0),
    ],
    ids=["grey", "large grey", "white on yellow", "transparent black"],
)
def test_type_too_pale_for_its_plain_ground(content, found):
    pdf = screen_pdf()
    resource(pdf, "/ExtGState", "/G1", Dictionary(ca=0.3))
    written(pdf, content)
    (finding,) = findings(pdf)
    assert (finding.code, finding.severity, finding.page) == ("contrast", "error", 1)
    assert finding.details["found"] == pytest.approx(found, abs=0.15)
    assert finding.rect == pytest.approx((20, 197, 7.2, 3.8), abs=9)


def picture_page(pdf, *, light: tuple, dark: tuple):
    """A picture, its left half in one colour and its right half in another."""
    data = half_and_half(light, dark)
    resource(pdf, "/XObject", "/Im2", pdf.make_indirect(image(pdf, data, space=Name.DeviceRGB)))
    written(pdf, "q 80 0 0 -60 20 250 cm /Im2 Do Q")


def half_and_half(left: tuple, right: tuple) -> bytes:
    import io

    from PIL import Image

    picture = Image.new("RGB", (473, 354), right)
    picture.paste(left, (0, 0, 236, 354))
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=95, subsampling=0)
    return out.getvalue()


def test_behind_type_on_a_picture_counts_what_is_just_there():
    pdf = screen_pdf()
    picture_page(pdf, light=(250, 245, 235), dark=(20, 50, 60))
    written(pdf, words("1 g", x=70, y=220))  # on the dark half
    assert codes(saved(pdf), **SCREEN) == []
    written(pdf, words("1 g", x=30, y=240))  # on the light half
    (finding,) = findings(pdf)
    assert (finding.code, finding.rect[0]) == ("contrast", pytest.approx(30, abs=1))
    assert finding.details["found"] < 1.3


def test_type_behind_which_a_gradient_runs_is_judged_by_its_worst_place():
    pdf = screen_pdf()
    function = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([0, 0.2, 0.3]), C1=Array([1, 1, 1]), N=1)
    shading = Dictionary(ShadingType=2, ColorSpace=Name.DeviceRGB, Coords=Array([20, 0, 100, 0]), Function=function)
    resource(pdf, "/Shading", "/S1", shading)
    written(pdf, "q 20 190 80 20 re W n /S1 sh Q")
    written(pdf, words("1 g", x=24))
    assert codes(saved(pdf), **SCREEN) == []
    written(pdf, words("1 g", x=85))
    assert codes(saved(pdf), **SCREEN) == ["contrast"]


def test_many_pale_words_of_a_page_are_one_finding():
    pdf = screen_pdf()
    written(pdf, "\n".join(words("0.7 g", x=20 + 60 * column, y=100 + 9 * row) for column in range(3) for row in range(8)))
    (finding,) = findings(pdf)
    assert finding.code == "contrast"


# --- and on paper ------------------------------------------------------------------------------------------------------
def test_paper_asks_less_of_type_but_something():
    pdf = press_pdf()
    written(pdf, "0 0.32 0.9 0 k 10 150 80 20 re f " + words("0.9 0.35 0.35 0.45 k", y=163))
    written(pdf, words("0 0 0 0.6 k", y=240))
    assert codes(saved(pdf)) == []
    written(pdf, "0 0.32 0.9 0 k 10 180 80 20 re f " + words("0 0 0 0 k", size=6, y=193))
    (finding,) = findings(pdf, purpose="press", condition=DEFAULT)
    assert (finding.code, finding.severity) == ("contrast", "warning")


def test_white_type_in_a_light_face_fills_with_ink():
    from . import making

    pdf = press_pdf()
    resource(pdf, "/Font", "/F2", making.font(pdf, name="ABCDEF+Rubik-Light"))
    written(pdf, words("0 0 0 0 k", size=3.5, y=30, font="F2"))
    assert codes(saved(pdf)) == ["type-light-white"]


# --- order -------------------------------------------------------------------------------------------------------------
def labels(*ranges):
    return Dictionary(Nums=Array([part for place, how in ranges for part in (place, Dictionary(how))]))


def test_page_labels_that_count_upwards_are_left_in_peace():
    pdf = press_pdf(pages=4)
    pdf.Root.PageLabels = labels((0, {"/S": Name.r}), (2, {"/S": Name.D, "/St": 1}))  # i ii 1 2
    assert codes(saved(pdf)) == []


@pytest.mark.parametrize(
    "ranges",
    [
        [(0, {"/S": Name.D, "/St": 3}), (2, {"/S": Name.D, "/St": 1})],  # 3 4 1 2
        [(0, {"/S": Name.D}), (3, {"/S": Name.D, "/St": 3})],  # 1 2 3 3
    ],
    ids=["backwards", "twice"],
)
def test_page_labels_that_run_wrong_are_told(ranges):
    pdf = press_pdf(pages=4)
    pdf.Root.PageLabels = labels(*ranges)
    assert codes(saved(pdf)) == ["page-order"]


def paragraph(pdf, page: int) -> Dictionary:
    return Dictionary(S=Name.P, Pg=pdf.pages[page].obj, K=0)


def test_structure_that_goes_back_to_an_earlier_page_is_told_with_both_pages():
    pdf = screen_pdf(pages=3)
    pdf.Root.StructTreeRoot.K.extend([paragraph(pdf, 0), paragraph(pdf, 1), paragraph(pdf, 2)])
    assert codes(saved(pdf), **SCREEN) == []
    pdf.Root.StructTreeRoot.K.append(paragraph(pdf, 1))
    (finding,) = findings(pdf)
    assert (finding.code, finding.page, finding.details) == ("reading-order", 2, {"after": 3})


# --- setting -----------------------------------------------------------------------------------------------------------
def lines(count: int, *, gap: int, at: int = 8, x=20.0, y=100.0, end="0024") -> str:
    """Lines of 8 letters, a wide gap, 8 letters; 4 mm type on 5 mm."""
    shown = []
    for row in range(count):
        first, second = "0024" * (at + row % 2), "0025" * 8 + end
        shown.append(f"BT 0 g /F1 4 Tf 1 0 0 -1 {x} {y + 5 * row} Tm [<{first}> {-gap} <{second}>] TJ ET")
    return "\n".join(shown)


def test_gaps_that_flow_into_one_another_are_a_river():
    pdf = screen_pdf()
    written(pdf, lines(6, gap=900))
    (finding,) = findings(pdf)
    assert (finding.code, finding.severity, finding.details) == ("rivers", "warning", {"lines": 6})


@pytest.mark.parametrize("content", [lines(3, gap=900), lines(8, gap=200)], ids=["three lines", "usual gaps"])
def test_a_loose_line_or_two_are_none(content):
    pdf = screen_pdf()
    written(pdf, content)
    assert codes(saved(pdf), **SCREEN) == []


def hyphenating(pdf) -> None:
    from . import making

    font = making.font(pdf)
    font.ToUnicode = pdf.make_stream(b"2 beginbfchar\n<0024> <0041>\n<0030> <2010>\nendbfchar")
    resource(pdf, "/Font", "/F1", font)


def test_hyphens_below_one_another_are_a_ladder_from_the_fifth_on():
    pdf = screen_pdf()
    hyphenating(pdf)
    written(pdf, lines(4, gap=0, end="0030") + "\n" + lines(2, gap=0, y=125))
    assert codes(saved(pdf), **SCREEN) == []
    written(pdf, lines(5, gap=0, x=110, end="0030"))
    (finding,) = findings(pdf)
    assert (finding.code, finding.details) == ("hyphen-ladder", {"lines": 5})
    assert finding.rect[0] > 100


# --- patterns and meshes -----------------------------------------------------------------------------------------------
def painted(pdf, pattern) -> None:
    resource(pdf, "/Pattern", "/P1", pattern)
    written(pdf, "/Pattern cs /P1 scn 20 150 40 20 re f")


def shading_pattern(pdf, *, space=Name.DeviceCMYK, last=(0.9, 0.35, 0.35, 0.45), size=4):
    function = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([0] * size), C1=Array(list(last)), N=1)
    shading = Dictionary(ShadingType=2, ColorSpace=space, Coords=Array([60, 0, 170, 0]), Function=function)
    return pdf.make_indirect(Dictionary(Type=Name.Pattern, PatternType=2, Shading=shading))


def tile(pdf, content: bytes):
    return pdf.make_stream(
        content, Type=Name.Pattern, PatternType=1, PaintType=1, TilingType=1, BBox=Array([0, 0, 9, 9]), XStep=9, YStep=9,
        Resources=Dictionary(),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("make", "expected"),
    [
        (shading_pattern, []),
        (lambda pdf: shading_pattern(pdf, space=Name.DeviceRGB, last=(1, 0, 0), size=3), ["rgb"]),
        (lambda pdf: shading_pattern(pdf, space=Name.DeviceCMYK, last=(1, 0, 0), size=3), ["gradient-broken"]),
        (lambda pdf: shading_pattern(pdf, last=(1, 1, 1, 1)), ["ink"]),
        (lambda pdf: tile(pdf, b"0 0 0 1 k 0 0 5 5 re f"), []),
        (lambda pdf: tile(pdf, b"1 0 0 rg 0 0 5 5 re f"), ["rgb"]),
    ],
    ids=["gradient", "gradient in RGB", "gradient that does not fit", "gradient into too much ink", "tile", "tile in RGB"],
)
def test_what_a_pattern_paints_is_looked_at(make, expected):
    pdf = press_pdf()
    painted(pdf, make(pdf))
    assert codes(saved(pdf)) == expected


def mesh(pdf, *, kind=4, corners=((0, 0, 0, 0), (0.9, 0.3, 0, 0), (0, 0, 0, 1)), space=Name.DeviceCMYK):
    """A triangle, a row of corners, or a patch whose four corners have the first colours."""
    size = len(corners[0])
    data = b""
    if kind in (6, 7):
        data = bytes([0]) + bytes(2 * (12 if kind == 6 else 16))
        data += b"".join(bytes(round(part * 255) for part in corner) for corner in (*corners, corners[0]))
    else:
        for number, corner in enumerate(corners):
            flag = b"\0" if kind == 4 else b""
            data += flag + bytes([120 * (number % 2), 60 * number]) + bytes(round(part * 255) for part in corner)
    return pdf.make_stream(
        data,
        ShadingType=kind,
        ColorSpace=space,
        BitsPerCoordinate=8,
        BitsPerComponent=8,
        BitsPerFlag=8,
        VerticesPerRow=3,
        Decode=Array([20, 60, 150, 190] + [0, 1] * size),
    )


@pytest.mark.parametrize("kind", [4, 5, 6, 7])
def test_mesh_gradients_are_told_by_profile(kind):
    pdf = press_pdf()
    resource(pdf, "/Shading", "/S1", mesh(pdf, kind=kind))
    written(pdf, "q 20 150 40 40 re W n /S1 sh Q")
    (finding,) = findings(pdf, purpose="press", condition=DEFAULT)
    assert (finding.code, finding.severity) == ("gradient-mesh", "info")
    pdf.docinfo["/GTS_PDFXVersion"] = String("PDF/X-3:2003")
    (finding,) = check_pdf(saved(pdf, force_version="1.4"), sheet=A4, condition=X3)
    assert (finding.code, finding.severity) == ("gradient-mesh", "warning")


@pytest.mark.parametrize("kind", [4, 5, 6, 7])
@pytest.mark.parametrize(
    ("corners", "space", "code"),
    [
        (((0, 0, 0, 0), (1, 1, 1, 1), (0, 0, 0, 1)), Name.DeviceCMYK, "ink"),
        (((0, 0, 0), (1, 0, 0), (0, 0, 1)), Name.DeviceRGB, "rgb"),
    ],
    ids=["too much ink", "RGB"],
)
def test_the_corners_of_a_mesh_are_looked_at(kind, corners, space, code):
    pdf = press_pdf()
    resource(pdf, "/Shading", "/S1", mesh(pdf, kind=kind, corners=corners, space=space))
    written(pdf, "q 20 150 40 40 re W n /S1 sh Q")
    assert codes(saved(pdf)) == sorted([code, "gradient-mesh"])


def test_a_mesh_that_is_cut_short_does_no_harm():
    pdf = press_pdf()
    broken = mesh(pdf)
    broken.write(broken.read_bytes()[:5])
    resource(pdf, "/Shading", "/S1", broken)
    written(pdf, "q 20 150 40 40 re W n /S1 sh Q")
    assert codes(saved(pdf)) == ["gradient-mesh"]


def test_a_picture_with_transparent_parts_is_mentioned_for_the_press():
    pdf = press_pdf()
    mask = pdf.make_indirect(image(pdf, jpeg("L"), space=Name.DeviceGray))
    resource(pdf, "/XObject", "/Im2", pdf.make_indirect(image(pdf, SMask=mask)))
    written(pdf, "q 40 0 0 -30 20 250 cm /Im2 Do Q")
    (finding,) = findings(pdf, purpose="press", condition=replace(DEFAULT))
    assert (finding.code, finding.severity) == ("picture-alpha", "info")

"""The press pass on small PDFs made for it: whatever comes in, ink comes out. No database, no layout."""

import io
import struct
import subprocess
import zlib
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name
from PIL import Image, ImageCms

from cms.renditions.formats import sheet
from cms.renditions.ink.condition import DEFAULT
from cms.renditions.ink.flatten import Transparent
from cms.renditions.press import embedded_rgb, make_press_ready

A6 = sheet("sheet-a6")
POINTS = 72 / 25.4
SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def raw_pdf(content: bytes, **resources) -> pikepdf.Pdf:
    """One A6 page with 3 mm of bleed as WeasyPrint would hand it over."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(105 * POINTS, 148 * POINTS))
    page.TrimBox = Array([0, 0, 105 * POINTS, 148 * POINTS])
    page.Resources = Dictionary(**resources)
    page.Contents = pdf.make_stream(content)
    profile = pdf.make_stream(Path(DEFAULT.icc).read_bytes(), N=4)
    intent = Dictionary(Type=Name.OutputIntent, S=Name.GTS_PDFX, DestOutputProfile=profile)
    pdf.Root.OutputIntents = Array([pdf.make_indirect(intent)])
    return pdf


def pressed(pdf: pikepdf.Pdf, *, condition=DEFAULT, on=A6, **more) -> pikepdf.Pdf:
    data = io.BytesIO()
    pdf.save(data)
    return pikepdf.open(io.BytesIO(make_press_ready(data.getvalue(), sheet=on, condition=condition, **more)))


def operators(pdf: pikepdf.Pdf) -> list[tuple[str, list]]:
    read = pikepdf.parse_content_stream(pdf.pages[0])
    return [(str(item.operator), [_plain(value) for value in item.operands]) for item in read]


def _plain(value):
    return str(value) if isinstance(value, Name | pikepdf.String | Array) else float(value)


def rgb_image(pdf, picture: Image.Image, *, space=Name.DeviceRGB, **more) -> pikepdf.Stream:
    return pdf.make_stream(
        picture.tobytes(),
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=picture.width,
        Height=picture.height,
        BitsPerComponent=8,
        ColorSpace=space,
        **more,
    )


def test_fills_and_lines_in_rgb_become_ink_and_neutral_ones_black_alone():
    found = operators(pressed(raw_pdf(b"0 0 0 rg 0 0 9 9 re f 0.5 0.5 0.5 RG 0 0 m 9 9 l S 0.8 0.2 0.1 rg 0 0 5 5 re f")))
    assert ("k", [0, 0, 0, 1]) in found
    assert ("K", [0, 0, 0, pytest.approx(0.5, abs=0.01)]) in found
    red = [values for operator, values in found if operator == "k"][1]
    assert red[1] > 0.7
    assert red[2] > 0.7


def test_colours_of_the_palette_become_the_inks_they_were_designed_in():
    found = operators(pressed(raw_pdf(b"0.043137 0.309804 0.360784 rg 0 0 9 9 re f")))
    assert ("k", [0.9, 0.35, 0.35, 0.45]) in found


def test_an_embedded_profile_is_read_as_what_the_colour_means():
    def green(space_profile):
        pdf = raw_pdf(b"/Own cs 0 1 0 sc 0 0 9 9 re f")
        stream = pdf.make_stream(space_profile, N=3)
        pdf.pages[0].Resources.ColorSpace = Dictionary(Own=Array([Name.ICCBased, stream]))
        made = pressed(pdf)
        assert embedded_rgb(made) == []
        assert "/Own" not in made.pages[0].Resources.get("/ColorSpace", Dictionary())
        return next(values for operator, values in operators(made) if operator == "sc")

    wide = ImageCms.ImageCmsProfile(io.BytesIO(wide_profile())).tobytes()
    assert green(SRGB) != green(wide)


def wide_profile() -> bytes:
    """sRGB with the green of a wider space: a matrix profile as cameras embed it."""
    data = bytearray(SRGB)
    (count,) = struct.unpack(">I", data[128:132])
    for number in range(count):
        name, offset, _length = struct.unpack(">4sII", data[132 + 12 * number : 144 + 12 * number])
        if name == b"gXYZ":
            data[offset + 8 : offset + 20] = struct.pack(">3i", *(round(part * 65536) for part in (0.2052, 0.6256, 0.0609)))
    return bytes(data)


def test_lab_and_foreign_cmyk_are_converted_too():
    pdf = raw_pdf(b"/L cs 60 50 -20 scn 0 0 9 9 re f /C cs 1 0 0 0 scn 0 0 5 5 re f")
    lab = Array([Name.Lab, Dictionary(WhitePoint=Array([0.9642, 1, 0.8249]), Range=Array([-128, 127, -128, 127]))])
    other = (Path(DEFAULT.icc).parent / "IFRA26_free.icc").read_bytes()
    pdf.pages[0].Resources.ColorSpace = Dictionary(L=lab, C=Array([Name.ICCBased, pdf.make_stream(other, N=4)]))
    made = pressed(pdf)
    assert embedded_rgb(made) == []
    first, second = (values for operator, values in operators(made) if operator == "scn")
    assert len(first) == 4
    assert second != [1, 0, 0, 0]


def test_pictures_with_and_without_profile_and_palette_become_ink():
    pdf = raw_pdf(b"/A Do /B Do /C Do /D Do")
    colourful = Image.linear_gradient("L").resize((40, 40))
    colourful = Image.merge("RGB", (colourful, colourful.rotate(90), colourful.rotate(180)))
    palette = pikepdf.String(bytes([255, 0, 0, 0, 0, 0]))
    indexed = Image.new("L", (4, 4), 1)
    pdf.pages[0].Resources.XObject = Dictionary(
        A=rgb_image(pdf, colourful),
        B=rgb_image(pdf, colourful, space=Array([Name.ICCBased, pdf.make_stream(SRGB, N=3)])),
        C=rgb_image(pdf, indexed, space=Array([Name.Indexed, Name.DeviceRGB, 1, palette])),
        D=rgb_image(pdf, Image.new("RGB", (4, 4), (90, 91, 90))),
    )
    made = pressed(pdf)
    assert embedded_rgb(made) == []
    drawn = made.pages[0].Resources.XObject
    assert [str(drawn[name].ColorSpace) for name in ("/A", "/B", "/D")] == ["/DeviceCMYK", "/DeviceCMYK", "/DeviceGray"]
    assert bytes(drawn.C.ColorSpace[3])[4:] == bytes([0, 0, 0, 255])
    assert len(drawn.A.read_bytes()) == 40 * 40 * 4


def test_a_large_photograph_is_kept_small_and_looks_the_same():
    noise = Image.effect_noise((1600, 1100), 60)
    photo = Image.merge("RGB", (noise, Image.new("L", noise.size, 40), Image.new("L", noise.size, 200)))
    pdf = raw_pdf(b"/A Do")
    pdf.pages[0].Resources.XObject = Dictionary(A=rgb_image(pdf, photo))
    made = pressed(pdf)
    image = made.pages[0].Resources.XObject.A
    assert image.Filter == Name.DCTDecode
    assert len(image.read_raw_bytes()) < 1600 * 1100 * 2
    cyan, magenta, _yellow, _black = Image.open(io.BytesIO(image.read_raw_bytes())).resize((1, 1)).getpixel((0, 0))
    assert 255 - magenta > 120 or magenta > 120  # a violet, in whichever way the file counts


def test_inline_pictures_become_ink():
    pixels = bytes([200, 20, 30]) * 16
    made = pressed(raw_pdf(b"q 9 0 0 9 0 0 cm BI /W 4 /H 4 /BPC 8 /CS /RGB ID " + pixels + b" EI Q"))
    assert embedded_rgb(made) == []
    (image,) = made.pages[0].Resources.XObject.values()
    assert image.ColorSpace == Name.DeviceCMYK
    assert "BI" not in [operator for operator, _values in operators(made)]


def gradient(pdf, *, space, colours, exponent=1.0) -> Dictionary:
    parts = [
        Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array(list(one)), C1=Array(list(two)), N=exponent)
        for one, two in zip(colours, colours[1:], strict=False)
    ]
    bounds = [number / len(parts) for number in range(1, len(parts))]
    function = Dictionary(
        FunctionType=3, Domain=Array([0, 1]), Functions=Array(parts), Bounds=Array(bounds), Encode=Array([0, 1] * len(parts))
    )
    shading = Dictionary(ShadingType=2, ColorSpace=space, Coords=Array([0, 0, 9, 0]), Function=function)
    return pdf.make_indirect(shading)


@pytest.mark.parametrize("stops", [[(1, 0, 0), (0, 0, 1)], [(1, 0, 0), (0, 0.6, 0), (0, 0, 1)]])
def test_gradients_become_visible_and_even(stops):
    """WeasyPrint writes colours of three numbers into a space of four, and a wrong exponent."""
    pdf = raw_pdf(b"/S sh")
    profile = pdf.make_stream(Path(DEFAULT.icc).read_bytes(), N=4)
    pdf.pages[0].Resources.Shading = Dictionary(
        S=gradient(pdf, space=Array([Name.ICCBased, profile]), colours=stops, exponent=7.27)
    )
    pressed_file = pressed(pdf)
    shading = pressed_file.pages[0].Resources.Shading.S
    assert shading.ColorSpace == Name.DeviceCMYK
    for function in shading.Function.Functions:
        assert len(function.C0) == len(function.C1) == 4
        assert function.N == 1


def test_forms_patterns_and_groups_are_reached_however_deep():
    pdf = raw_pdf(b"/Outer Do /Pattern cs /P scn 0 0 9 9 re f")
    inner = pdf.make_stream(b"1 0 0 rg 0 0 9 9 re f", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))
    inner.Group = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)
    outer = pdf.make_stream(b"/Inner Do", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]))
    outer.Resources = Dictionary(XObject=Dictionary(Inner=inner))
    tile = pdf.make_stream(
        b"0 1 0 RG 0 0 m 5 5 l S", PatternType=1, PaintType=1, TilingType=1, BBox=Array([0, 0, 9, 9]), XStep=9, YStep=9
    )
    pdf.pages[0].Resources = Dictionary(XObject=Dictionary(Outer=outer), Pattern=Dictionary(P=tile))
    made = pressed(pdf)
    assert embedded_rgb(made) == []
    deep = made.pages[0].Resources.XObject.Outer.Resources.XObject.Inner
    assert str(deep.Group.CS) == "/DeviceCMYK"
    assert b" k" in deep.read_bytes()


def test_a_mask_by_brightness_keeps_its_greys():
    pdf = raw_pdf(b"/M gs 0 0 9 9 re f")
    group = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)
    form = pdf.make_stream(b"1 1 1 rg 0 0 9 9 re f", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]), Group=group)
    mask = Dictionary(S=Name.Luminosity, G=form, BC=Array([0, 0, 0]))
    pdf.pages[0].Resources.ExtGState = Dictionary(M=Dictionary(Type=Name.ExtGState, SMask=mask))
    made = pressed(pdf)
    mask = made.pages[0].Resources.ExtGState.M.SMask
    assert mask.G.read_bytes().startswith(b"1 g")
    assert list(mask.BC) == [0]


TEXT = b"BT /F 10 Tf 1 0 0 1 20 20 Tm (small) Tj ET "


def test_small_black_text_overprints_and_nothing_else_does():
    content = b"0 0 0 1 k " + TEXT + b"1 1 1 rg " + TEXT + b"0 0 0 1 k BT /F 40 Tf (large) Tj ET 0 0 9 9 re f"
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    made = pressed(raw_pdf(content, Font=Dictionary(F=font)))
    state, states = "/OverOff", {}
    for operator, values in operators(made):
        if operator == "gs":
            state = values[0]
        if operator in ("Tj", "f"):
            states.setdefault(operator, []).append(state)
    assert states == {"Tj": ["/OverOn", "/OverOff", "/OverOff"], "f": ["/OverOff"]}
    on = made.pages[0].Resources.ExtGState.OverOn
    assert (bool(on.OP), bool(on.op), int(on.OPM)) == (True, True, 1)


def test_a_printer_who_wants_no_overprint_gets_none():
    content = b"0 0 0 1 k " + TEXT
    made = pressed(raw_pdf(content), condition=replace(DEFAULT, black_overprint=False))
    assert "gs" not in [operator for operator, _values in operators(made)]


def test_no_fill_and_no_picture_takes_more_ink_than_the_paper_bears():
    content = b"0.9 0.9 0.9 0.9 k 0 0 9 9 re f 0.05 0.02 0.08 rg 0 0 9 9 re f /A Do"
    pdf = raw_pdf(content)
    dark = Image.merge("RGB", [Image.linear_gradient("L").resize((30, 30)).point(lambda v, n=n: v // n) for n in (8, 6, 5)])
    pdf.pages[0].Resources.XObject = Dictionary(A=rgb_image(pdf, dark))
    made = pressed(pdf, condition=replace(DEFAULT, max_ink=220))
    fills = [values for operator, values in operators(made) if operator == "k"]
    assert all(sum(fill) <= 2.201 for fill in fills)
    assert fills[0][3] == 0.9
    data = made.pages[0].Resources.XObject.A.read_bytes()
    assert max(sum(data[place : place + 4]) for place in range(0, len(data), 4)) <= 2.2 * 255 + 4


def test_the_boxes_follow_the_printers_bleed_to_a_hundredth():
    made = pressed(raw_pdf(b""), condition=replace(DEFAULT, bleed=2))
    page = made.pages[0]
    left, bottom, right, top = (float(value) / POINTS for value in page.TrimBox)
    assert (right - left, top - bottom) == (pytest.approx(105, abs=0.01), pytest.approx(148, abs=0.01))
    for box in (page.BleedBox, page.MediaBox):
        distances = [float(outer) / POINTS - inner for outer, inner in zip(box, (left, bottom, right, top), strict=True)]
        assert distances == pytest.approx([-2, -2, 2, 2], abs=0.01)


def test_a_roll_up_keeps_the_larger_bleed_it_needs_and_an_advertisement_has_none():
    assert DEFAULT.bleed_of(sheet("roll-up")) == 10
    assert replace(DEFAULT, bleed=2).bleed_of(sheet("poster-a2")) == 2
    assert DEFAULT.bleed_of(replace(A6, bleed=0)) == 0


def test_marks_are_in_registration_colour_and_outside_the_bleed():
    folded = replace(sheet("flyer-6-wrap"), width=105, height=148)
    made = pressed(raw_pdf(b""), condition=replace(DEFAULT, marks=True), on=folded)
    page = made.pages[0]
    name, every = page.Resources.ColorSpace.Registration[:2]
    assert (name, every) == (Name.Separation, Name.All)
    left, bottom, right, top = (float(value) for value in page.BleedBox)
    media = [float(value) for value in page.MediaBox]
    assert operators(made)[1] == ("re", pytest.approx([left, bottom, right - left, top - bottom], abs=0.01))  # the page is cut
    points = [values for operator, values in operators(made) if operator in ("m", "l")]
    assert len(points) == 2 * (8 + 2 * 2)
    for x, y in [point for point in points if point[0] < 120 * POINTS]:
        assert not (left < x < right and bottom < y < top)
        assert media[0] < x < media[2]
        assert media[1] < y < media[3]
    folds = {round(x / POINTS, 2) for x, y in points if y > top and 1 < x < 104 * POINTS}
    assert folds == {97.0}  # the second fold lies beyond this narrow page


def test_links_forms_and_scripts_stay_out():
    pdf = raw_pdf(b"")
    pdf.pages[0].Annots = Array([Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([0, 0, 9, 9]))])
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=pikepdf.String("app.alert(1)"))
    pdf.Root.AcroForm = Dictionary(Fields=Array([]))
    made = pressed(pdf)
    assert "/Annots" not in made.pages[0]
    assert not {"/OpenAction", "/AcroForm"} & set(made.Root.keys())


def test_the_same_content_gives_the_same_bytes_and_says_when_it_was_written():
    def once(seconds):
        pdf = raw_pdf(b"1 0 0 rg 0 0 9 9 re f")
        pdf.docinfo["/Title"] = "Nr. 24 <&>"
        pdf.docinfo["/CreationDate"] = f"D:202611{seconds:02}120000"
        data = io.BytesIO()
        pdf.save(data, static_id=False)
        return make_press_ready(data.getvalue(), sheet=A6, condition=DEFAULT, stamp="2026-10-12T16:40:00+02:00", document="x")

    assert once(1) == once(2)
    with pikepdf.open(io.BytesIO(once(1))) as made:
        assert str(made.docinfo.CreationDate) == "D:20261012144000+00'00'"
        assert made.docinfo.Trapped == Name("/False")
        said = made.Root.Metadata.read_bytes().decode()
    for part in ("<pdfxid:GTS_PDFXVersion>PDF/X-4<", "2026-10-12T14:40:00+00:00", "Nr. 24 &lt;&amp;&gt;", "<pdf:Trapped>False<"):
        assert part in said


def test_the_condition_is_named_as_in_the_registry():
    made = pressed(raw_pdf(b""), condition=replace(DEFAULT, identifier="FOGRA52", name="Druckerei"))
    intent = made.Root.OutputIntents[0]
    assert str(intent.OutputConditionIdentifier) == "FOGRA52"
    assert str(intent.RegistryName) == "http://www.color.org"
    assert str(intent.Info) == "Druckerei"


@pytest.mark.parametrize(("variant", "says"), [("pdf/x-3", "PDF/X-3:2003"), ("pdf/x-1a", "PDF/X-1a:2003")])
def test_older_standards_get_sharp_edges_instead_of_soft_masks(variant, says):
    pdf = raw_pdf(b"/A Do /G Do")
    soft = pdf.make_stream(
        Image.linear_gradient("L").resize((16, 16)).tobytes(),
        Type=Name.XObject,
        Subtype=Name.Image,
        Width=16,
        Height=16,
        BitsPerComponent=8,
        ColorSpace=Name.DeviceGray,
    )
    group = Dictionary(S=Name.Transparency)
    form = pdf.make_stream(b"0 0 9 9 re f", Type=Name.XObject, Subtype=Name.Form, BBox=Array([0, 0, 9, 9]), Group=group)
    image = rgb_image(pdf, Image.new("RGB", (16, 16), (200, 30, 30)), SMask=soft)
    pdf.pages[0].Resources.XObject = Dictionary(A=image, G=form)
    made = pressed(pdf, condition=replace(DEFAULT, variant=variant))
    drawn = made.pages[0].Resources.XObject
    assert "/SMask" not in drawn.A
    assert drawn.A.Mask.ImageMask
    assert (drawn.A.Mask.Width, len(drawn.A.Mask.read_bytes())) == (32, 32 * 4)
    assert "/Group" not in drawn.G
    assert made.pdf_version == "1.4"
    assert str(made.docinfo.GTS_PDFXVersion) == says


def test_what_shines_through_is_refused_by_page_where_the_standard_forbids_it():
    pdf = raw_pdf(b"/H gs 0 0 9 9 re f", ExtGState=Dictionary(H=Dictionary(Type=Name.ExtGState, ca=0.5)))
    with pytest.raises(Transparent) as caught:
        pressed(pdf, condition=replace(DEFAULT, variant="pdf/x-1a"))
    assert caught.value.pages == [1]
    made = pressed(pdf)
    assert float(made.pages[0].Resources.ExtGState.H.ca) == 0.5


def test_the_file_is_whole_for_qpdf(tmp_path):
    file = tmp_path / "press.pdf"
    pressed(raw_pdf(b"1 0 0 rg 0 0 9 9 re f " + TEXT), condition=replace(DEFAULT, marks=True)).save(file)
    result = subprocess.run(["qpdf", "--check", str(file)], capture_output=True, text=True)
    assert result.returncode == 0, result.stdout + result.stderr


def test_rgb_would_be_found_wherever_it_hides():
    hidden = raw_pdf(b"1 0 0 rg 0 0 9 9 re f /Own cs 0 0 0 sc")
    hidden.pages[0].Resources.ColorSpace = Dictionary(Own=Array([Name.ICCBased, hidden.make_stream(SRGB, N=3)]))
    hidden.pages[0].Resources.XObject = Dictionary(A=rgb_image(hidden, Image.new("RGB", (2, 2))))
    places = embedded_rgb(hidden)
    assert places[:2] == ["page 1: rg", "page 1: cs"]
    assert places[2].startswith("image")


def test_a_bomb_of_a_picture_is_refused_before_it_is_unpacked():
    pdf = raw_pdf(b"/A Do")
    bomb = pdf.make_stream(zlib.compress(b"\0" * 1000), Filter=Name.FlateDecode)
    bomb.update(Dictionary(Subtype=Name.Image, Width=30_000, Height=30_000, BitsPerComponent=8, ColorSpace=Name.DeviceRGB))
    pdf.pages[0].Resources.XObject = Dictionary(A=bomb)
    with pytest.raises(pikepdf.PdfError, match="140 megapixels"):
        pressed(pdf)

"""The corpus: a good file has no findings; each faulty one has exactly the one it was made for."""

import io
from dataclasses import replace

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from cms.renditions.formats import ad_sheet, sheet
from cms.renditions.ink.condition import DEFAULT
from cms.renditions.preflight.checker import check_pdf

from . import making
from .making import GROUND, MM, WORDS, image, jpeg, press_pdf, qr_drawing, resource, saved, screen_pdf, written

A4 = sheet("a4")
X3 = replace(DEFAULT, variant="pdf/x-3")
OURS = frozenset({"rubik"})


def codes(data: bytes, *, of=A4, condition=DEFAULT, purpose="press", bound=False, typefaces=OURS) -> list[str]:
    found = check_pdf(data, sheet=of, condition=condition, purpose=purpose, bound=bound, typefaces=typefaces)
    return sorted(finding.code for finding in found)


def test_the_good_press_file_has_no_findings():
    assert codes(saved(press_pdf())) == []


@pytest.mark.parametrize("key", ["poster-a5", "poster-a2", "dl-99", "flyer-6-wrap", "city-light"])
def test_good_files_of_other_sizes_have_no_findings(key):
    of = sheet(key)
    ground = f"0.9 0.35 0.35 0.45 k {-of.bleed} {-of.bleed} {of.width + 2 * of.bleed} {of.height + 2 * of.bleed} re f"
    words = "BT 0 0 0 0 k /F1 8 Tf 1 0 0 -1 25 40 Tm <00240025> Tj ET"
    pdf = press_pdf(f"{ground}\n{words}", width=of.width, height=of.height, bleed=of.bleed, pages=2 if of.panels else 1)
    assert codes(saved(pdf), of=of, condition=replace(DEFAULT, bleed=of.bleed)) == []


def test_the_good_screen_file_has_no_findings():
    assert codes(saved(screen_pdf()), purpose="screen", condition=None) == []


# Each takes the good press file and does one thing wrong.


def _root(key, value):
    return lambda pdf: pdf.Root.__setitem__(key, value(pdf) if callable(value) else value)


def _without(key):
    return lambda pdf: pdf.docinfo.__delitem__(key)


def _page(key, value):
    return lambda pdf: pdf.pages[0].obj.__setitem__(key, value)


def _draws(content):
    return lambda pdf: written(pdf, content)


def _intent(**changes):
    def change(pdf):
        for key, value in changes.items():
            pdf.Root.OutputIntents[0][f"/{key}"] = value(pdf) if callable(value) else value

    return change


def _picture(data=None, *, matrix="40 0 0 -30 20 130", **more):
    def change(pdf):
        resource(pdf, "/XObject", "/Im2", pdf.make_indirect(image(pdf, data, **more)))
        written(pdf, f"q {matrix} cm /Im2 Do Q")

    return change


def _state(content, **values):
    def change(pdf):
        resource(pdf, "/ExtGState", "/G1", Dictionary(**values))
        written(pdf, f"q /G1 gs {content} Q")

    return change


def _space(array, content):
    def change(pdf):
        resource(pdf, "/ColorSpace", "/C1", array(pdf) if callable(array) else array)
        written(pdf, content)

    return change


def _script(pdf):
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def _attachment(pdf):
    pdf.attachments["liste.csv"] = b"a;b"


def _link(pdf):
    pdf.pages[0].obj.Annots = Array([Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=Array([60, 60, 90, 80]))])


def _xmp(words):
    def change(pdf):
        stream = pdf.make_stream((making.XMP % words).encode())
        stream.Type, stream.Subtype = Name.Metadata, Name.XML
        pdf.Root.Metadata = stream

    return change


def _layers(pdf):
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Stanze")))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(Order=Array([layer])))


def _external(pdf):
    picture = pdf.make_indirect(image(pdf))
    picture.F = String("bild.jpg")
    resource(pdf, "/XObject", "/Im2", picture)


def _postscript(pdf):
    program = pdf.make_stream(b"showpage")
    program.Type, program.Subtype = Name.XObject, Name.PS
    resource(pdf, "/XObject", "/Ps", program)


def _no_trim(pdf):
    del pdf.pages[0].obj.TrimBox
    pdf.pages[0].obj.CropBox = Array([BLEED_PT, BLEED_PT, BLEED_PT + 210 * MM, BLEED_PT + 297 * MM])


BLEED_PT = 3 * MM


def _small_trim(pdf):
    low = BLEED_PT + 5 * MM
    pdf.pages[0].obj.TrimBox = Array([BLEED_PT, low, BLEED_PT + 210 * MM, BLEED_PT + 297 * MM])


def _little_bleed(pdf):
    obj = pdf.pages[0].obj
    obj.BleedBox = Array([2 * MM, 2 * MM, 214 * MM, 301 * MM])


def _wild_boxes(pdf):
    pdf.pages[0].obj.BleedBox = Array([-20, -20, 700, 900])


def _icc_space(pdf, *, size=3, data=None):
    from PIL import ImageCms

    stream = pdf.make_stream(data or ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    stream.N = size
    return Array([Name.ICCBased, stream])


def _spot(name, tint=(0, 1, 1, 0)):
    function = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([0, 0, 0, 0]), C1=Array(list(tint)), N=1)
    return Array([Name.Separation, Name(name), Name.DeviceCMYK, function])


def _gradient(pdf, *, first=(0, 0, 0, 0), last=(0.9, 0.35, 0.35, 0.45)):
    function = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array(list(first)), C1=Array(list(last)), N=1)
    shading = Dictionary(ShadingType=2, ColorSpace=Name.DeviceCMYK, Coords=Array([20, 0, 60, 0]), Function=function)
    resource(pdf, "/Shading", "/S1", shading)
    written(pdf, "q 20 150 40 20 re W n /S1 sh Q")


def _broken_gradient(pdf):
    _gradient(pdf, first=(0, 0, 0), last=(1, 0, 0))


def _rgb_group(pdf):
    form = pdf.make_stream(b"0 0 0 1 k 0 0 10 10 re f")
    form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 10, 10])
    form.Group = Dictionary(Type=Name.Group, S=Name.Transparency, CS=Name.DeviceRGB)
    resource(pdf, "/XObject", "/Fm1", form)
    written(pdf, "q 1 0 0 1 20 150 cm /Fm1 Do Q")


def _hidden_rgb(pdf):
    """RGB three forms deep."""
    inner = None
    for depth in range(3):
        form = pdf.make_stream(b"1 0 0 rg 20 150 10 10 re f" if depth == 0 else b"/Fm Do")
        form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 210, 297])
        if inner is not None:
            form.Resources = Dictionary(XObject=Dictionary(Fm=inner))
        inner = pdf.make_indirect(form)
    resource(pdf, "/XObject", "/Fm", inner)
    written(pdf, "/Fm Do")


def _unembedded(pdf):
    resource(pdf, "/Font", "/F2", making.font(pdf, embedded=False))
    written(pdf, "BT /F2 4 Tf 1 0 0 -1 20 180 Tm <0024> Tj ET")


def _helvetica(pdf):
    resource(pdf, "/Font", "/F2", Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica))
    written(pdf, "BT /F2 4 Tf 1 0 0 -1 20 180 Tm (Anzeige) Tj ET")


def _foreign(pdf):
    resource(pdf, "/Font", "/F2", making.font(pdf, name="BCDEFG+DejaVu-Sans"))
    written(pdf, "BT /F2 4 Tf 1 0 0 -1 20 180 Tm <0024> Tj ET")


FAULTS = {
    # file
    "a script that runs on opening": ("script", _script),
    "an action that starts a program": ("action", _root("/OpenAction", Dictionary(S=Name.Launch, F=String("calc.exe")))),
    "form fields": ("form-field", _root("/AcroForm", lambda pdf: Dictionary(Fields=Array([Dictionary(T=String("x"))])))),
    "an attachment": ("attachment", _attachment),
    "a link on the page": ("annotation", _link),
    "layers": ("layers", _layers),
    "a picture that lies elsewhere": ("external", _external),
    "PostScript": ("postscript", _postscript),
    "a transfer curve": ("transfer", _state("", Type=Name.ExtGState, TR=Dictionary(FunctionType=2, N=1, Domain=Array([0, 1])))),
    "no trapping key": ("trapped-missing", _without("/Trapped")),
    "no title": ("title-missing", _without("/Title")),
    "no dates": ("dates-missing", _without("/ModDate")),
    "no name of the standard": ("standard-missing", _xmp("")),
    "another standard": ("standard-other", _xmp(making.X4.replace("X-4", "X-1a:2003"))),
    # geometry
    "no trim box": ("trim-missing", _no_trim),
    "another trim size": ("trim-size", _small_trim),
    "too little bleed": ("bleed", _little_bleed),
    "boxes outside of one another": ("boxes", _wild_boxes),
    "a user unit": ("user-unit", _page("/UserUnit", 1.0001)),
    "a picture that ends at the trim": ("short-of-bleed", _draws("0 0 0 0.3 k 170 60 40 30 re f")),
    "an area that ends 1 mm into the bleed": ("short-of-bleed", _draws("0 0 0 0.3 k -1 100 15 30 re f")),
    "type over the trim": ("text-cut", _draws("BT 0 0 0 1 k /F1 6 Tf 1 0 0 -1 204 200 Tm <002400250026> Tj ET")),
    "type 1 mm from the trim": ("text-near-edge", _draws("BT 0 0 0 1 k /F1 4 Tf 1 0 0 -1 1 200 Tm <0024> Tj ET")),
    "crop marks in the bleed": ("marks-in-bleed", _draws("0 0 0 1 K 0.1 w -2.5 80 m -0.5 80 l S")),
    # colour
    "no output intent": ("intent-missing", lambda pdf: pdf.Root.__delitem__("/OutputIntents")),
    "an intent for PDF/A": ("intent-missing", _intent(S=Name.GTS_PDFA1)),
    "a profile that is none": ("intent-damaged", _intent(DestOutputProfile=lambda pdf: pdf.make_stream(b"not a profile" * 20))),
    "a profile cut short": (
        "intent-damaged",
        _intent(DestOutputProfile=lambda pdf: pdf.make_stream(making.icc_header_only(), N=4)),
    ),
    "a profile for screens": ("intent-no-ink", _intent(DestOutputProfile=lambda pdf: _icc_space(pdf)[1])),
    "another printing condition": ("intent-other", _intent(OutputConditionIdentifier=String("FOGRA52"))),
    "an area in RGB": ("rgb", _draws("1 0 0 rg 20 150 20 20 re f")),
    "type in RGB": ("rgb", _draws("BT 0 0 0 rg /F1 4 Tf 1 0 0 -1 20 180 Tm <0024> Tj ET")),
    "a line in RGB": ("rgb", _draws("0 0 1 RG 0.3 w 20 180 m 90 180 l S")),
    "RGB three forms deep": ("rgb", _hidden_rgb),
    "an area in calibrated RGB": ("light-device-independent", _space(_icc_space, "/C1 cs 1 0 0 sc 20 150 20 20 re f")),
    "Lab": (
        "light-device-independent",
        _space(Array([Name.Lab, Dictionary(WhitePoint=Array([0.96, 1, 0.82]))]), "/C1 cs 50 20 20 sc 20 150 20 20 re f"),
    ),
    "a damaged profile of an area": (
        "profile-damaged",
        _space(lambda pdf: _icc_space(pdf, size=4, data=b"x" * 300), "/C1 cs 0 0 0 1 sc 20 150 20 20 re f"),
    ),
    "a spot colour": ("spot-colour", _space(_spot("/HKS#2015"), "/C1 cs 1 scn 20 150 20 20 re f")),
    "registration colour": ("registration-colour", _space(_spot("/All", (1, 1, 1, 1)), "/C1 cs 1 scn 20 150 20 20 re f")),
    "white that overprints": ("white-overprints", _state("0 0 0 0 k 20 20 20 10 re f", OP=True, op=True, OPM=1)),
    "small type in four inks": (
        "black-rich",
        _draws("BT 0.7 0.6 0.6 0.9 k /F1 4 Tf 1 0 0 -1 20 180 Tm <0024> Tj ET"),
    ),
    "black type that knocks out": (
        "black-knocks-out",
        _draws("0.4 0 0 0 k 15 170 60 15 re f BT 0 0 0 1 k /F1 4 Tf 1 0 0 -1 20 180 Tm <0024> Tj ET"),
    ),
    "a tint nobody sees": ("tint-pale", _draws("0 0 0.01 0 k 20 150 20 20 re f")),
    "a gradient that does not fit its space": ("gradient-broken", _broken_gradient),
    "a group mixed in RGB": ("blend-space", _rgb_group),
    "four full inks": ("ink", _draws("1 1 1 1 k 20 150 20 20 re f")),
    "a picture with too much ink": (
        "ink",
        _picture(jpeg(colour=(250, 240, 240, 250)), matrix="40 0 0 -30 20 250"),
    ),
    "two inks that multiply": (
        "ink",
        _state("0 0 1 1 k 20 150 20 20 re f 1 1 0 0 k 25 155 20 20 re f", Type=Name.ExtGState, BM=Name.Multiply),
    ),
    "a gradient into too much ink": ("ink", lambda pdf: _gradient(pdf, last=(1, 1, 1, 1))),
    # pictures
    "a picture with 90 ppi": ("picture-coarse", _picture(matrix="133 0 0 -100 20 250")),
    "a picture with 240 ppi": ("picture-soft", _picture(matrix="50 0 0 -37.5 20 250")),
    "a picture far too fine": (
        "picture-waste",
        _picture(jpeg(width=2400, height=1800), width=2400, height=1800, matrix="80 0 0 -60 20 250"),
    ),
    "a stretched picture": ("picture-stretched", _picture(matrix="40 0 0 -26 20 250")),
    "a picture in RGB": ("picture-rgb", _picture(jpeg("RGB"), space=Name.DeviceRGB, matrix="40 0 0 -30 20 250")),
    "a picture half there": ("picture-damaged", _picture(jpeg()[:9_00], matrix="40 0 0 -30 20 250")),
    "a picture saved too poorly": ("picture-artefacts", _picture(jpeg(quality=40), matrix="40 0 0 -30 20 250")),
    "a picture of 200 megapixels": (
        "picture-huge",
        _picture(b"\x00", width=20_000, height=10_000, matrix="40 0 0 -20 20 250"),
    ),
    "a coarse drawing": (
        "line-art-coarse",
        _picture(
            b"\xaa" * (50 * 300), width=400, height=300, BitsPerComponent=1, space=Name.DeviceGray, matrix="40 0 0 -30 20 250"
        ),
    ),
    # type and lines
    "a font that is not in the file": ("font-missing", _unembedded),
    "one of the fourteen fonts": ("font-missing", _helvetica),
    "a font the design does not name": ("font-foreign", _foreign),
    "a missing glyph": ("glyph-missing", _draws("BT 0 0 0 1 k /F1 4 Tf 1 0 0 -1 20 180 Tm <00240000> Tj ET")),
    "type of 4.5 pt": ("type-small", _draws("BT 0 0 0 1 k /F1 1.6 Tf 1 0 0 -1 20 180 Tm <0024> Tj ET")),
    "white type of 7 pt": ("type-small-white", _draws("BT 0 0 0 0 k /F1 2.47 Tf 1 0 0 -1 20 30 Tm <0024> Tj ET")),
    "a hairline": ("line-thin", _draws("0 0 0 1 K 0.05 w 20 180 m 90 180 l S")),
    "a line of no width": ("line-thin", _draws("0 0 0 1 K 0 w 20 180 m 90 180 l S")),
    "a hairline that is an area": ("line-thin", _draws("0 0 0 1 k 20 180 70 0.05 re f")),
    "a white hairline": ("line-thin-white", _draws("0 0 0 0 K 0.1 w 20 30 m 90 30 l S")),
    "a small QR code": ("qr-small", _draws(qr_drawing(side=11))),
    "a QR code with type in its quiet zone": (
        "qr-quiet",
        _draws(qr_drawing(side=20) + "\nBT 0 0 0 1 k /F1 4 Tf 1 0 0 -1 171 210 Tm <0024> Tj ET"),
    ),
    "a QR code on colour without white around": ("qr-quiet", _draws(qr_drawing(side=20, left=150, top=20, quiet=0))),
    "a pale QR code": ("qr-pale", _draws(qr_drawing(side=20, dark="0 0.1 0.4 0 K"))),
}


@pytest.mark.parametrize("name", FAULTS)
def test_one_fault_is_exactly_one_finding(name):
    code, spoil = FAULTS[name]
    pdf = press_pdf()
    spoil(pdf)
    assert codes(saved(pdf)) == [code]


def test_a_good_qr_code_is_found_and_left_in_peace():
    pdf = press_pdf()
    written(pdf, qr_drawing(side=18))
    assert codes(saved(pdf)) == []


def test_a_qr_code_on_a_light_plate_with_round_corners_upon_a_card_with_a_border():
    border = "0 0 0 1 k 135 185 55 55 re 136 186 53 53 re f*"
    plate = "0 0 0 0 k 139 188 m 186 188 l 188 188 188 190 188 190 c 188 237 l 138 237 l 138 190 l 138 188 139 188 139 188 c h f"
    pdf = press_pdf()
    written(pdf, f"{border} {plate}\n{qr_drawing(side=20, quiet=0)}")
    assert codes(saved(pdf)) == []


def test_an_area_that_ends_at_the_trim_is_fine_where_its_colour_goes_on():
    pdf = press_pdf()
    written(pdf, "0.9 0.35 0.35 0.45 k 0 0 210 40 re f")  # the ground below reaches the bleed
    assert codes(saved(pdf)) == []
    written(pdf, "0 0 0 0.2 k 0 100 40 40 re f 0 0 0 0.4 k -3 95 50 50 re f")  # hidden by what comes after
    assert codes(saved(pdf)) == []


def test_a_good_gradient_is_left_in_peace():
    pdf = press_pdf()
    _gradient(pdf)
    assert codes(saved(pdf)) == []


def test_an_empty_page_is_told():
    pdf = press_pdf()
    making.add_page(pdf, "0 0 0 0 k 10 10 50 50 re f")
    assert codes(saved(pdf)) == ["page-empty"]


def test_a_newer_pdf_than_the_standard_allows():
    assert codes(saved(press_pdf(), force_version="1.7")) == ["version"]


def test_a_file_without_identifier():
    data = saved(press_pdf(), object_stream_mode=pikepdf.ObjectStreamMode.disable)
    start = data.rindex(b"/ID")
    end = data.index(b"]", start) + 1
    assert codes(data[:start] + b" " * (end - start) + data[end:]) == ["id-missing"]


def test_a_password_is_told_first():
    data = saved(press_pdf(), encryption=pikepdf.Encryption(owner="druck", user="geheim", R=4), deterministic_id=False)
    assert codes(data) == ["encrypted"]


def test_a_file_that_opens_without_password_but_is_protected():
    data = saved(press_pdf(), encryption=pikepdf.Encryption(owner="druck", user="", R=4), deterministic_id=False)
    assert codes(data) == ["encrypted"]


def test_transparency_is_an_error_only_where_the_standard_does_not_know_it():
    pdf = press_pdf()
    _state("0 0 0 1 k 20 150 20 20 re f", Type=Name.ExtGState, ca=0.5)(pdf)
    assert codes(saved(pdf)) == []
    pdf.docinfo["/GTS_PDFXVersion"] = String("PDF/X-3:2003")
    assert codes(saved(pdf, force_version="1.4"), condition=X3) == ["transparency"]


def test_profiled_pictures_are_only_a_warning_in_x4():
    def made():
        pdf = press_pdf()
        space = _icc_space(pdf)
        resource(pdf, "/XObject", "/Im2", pdf.make_indirect(image(pdf, jpeg("RGB"), space=space)))
        written(pdf, "q 40 0 0 -30 20 250 cm /Im2 Do Q")
        return pdf

    (finding,) = check_pdf(saved(made()), sheet=A4, condition=DEFAULT)
    assert (finding.code, finding.severity) == ("picture-light", "warning")
    older = made()
    older.docinfo["/GTS_PDFXVersion"] = String("PDF/X-3:2003")
    (finding,) = check_pdf(saved(older, force_version="1.4"), sheet=A4, condition=X3)
    assert (finding.code, finding.severity) == ("picture-light", "error")


def test_black_that_overprints_a_dark_picture_adds_up():
    """Overprinting adds black to what lies below: only the raster tells."""
    pdf = press_pdf(f"{GROUND}\n{WORDS}")
    resource(pdf, "/XObject", "/Im2", pdf.make_indirect(image(pdf, jpeg(colour=(200, 200, 200, 0)))))
    resource(pdf, "/ExtGState", "/G1", Dictionary(OP=True, op=True, OPM=1))
    written(pdf, "q 40 0 0 -30 20 250 cm /Im2 Do Q")
    assert codes(saved(pdf)) == []
    written(pdf, "q /G1 gs 0 0 0 1 k 25 225 20 20 re f Q")
    (finding,) = check_pdf(saved(pdf), sheet=A4, condition=DEFAULT)
    assert finding.code == "ink"
    assert finding.details["found"] == pytest.approx(336, abs=5)
    assert finding.rect == pytest.approx((25, 225, 20, 20), abs=2.1)


def test_a_page_that_is_turned_is_measured_upright():
    pdf = press_pdf(WORDS, width=297, height=210)
    pdf.pages[0].obj.Rotate = 90
    assert codes(saved(pdf)) == ["rotated"]


def test_a_folded_paper_needs_multiples_of_four():
    assert codes(saved(press_pdf(pages=3)), bound=True) == ["page-multiple"]
    assert codes(saved(press_pdf(pages=4)), bound=True) == []


def test_type_near_the_spine_of_a_bound_page():
    near_left = f"{GROUND}\nBT 0 0 0 1 k /F1 4 Tf 1 0 0 -1 6 90 Tm <0024> Tj ET"
    pdf = press_pdf(near_left, pages=4)
    found = check_pdf(saved(pdf), sheet=A4, condition=DEFAULT, bound=True)
    assert [(finding.code, finding.page) for finding in found] == [("text-near-spine", 1), ("text-near-spine", 3)]
    pdf.Root.Lang = String("ar")  # read from the right, the spine is on the other side
    found = check_pdf(saved(pdf), sheet=A4, condition=DEFAULT, bound=True)
    assert [finding.page for finding in found] == [2, 4]


def test_type_across_a_fold():
    flyer = sheet("flyer-6-wrap")
    words = "BT 0 0 0 1 k /F1 6 Tf 1 0 0 -1 92 90 Tm <002400250026> Tj ET"
    pdf = press_pdf(words, pages=2, width=flyer.width, height=flyer.height)
    found = check_pdf(saved(pdf), sheet=flyer, condition=DEFAULT)
    assert [(finding.code, finding.page) for finding in found] == [("text-over-fold", 1), ("text-over-fold", 2)]


def test_a_flyer_has_two_sides():
    flyer = sheet("flyer-4-dl")
    words = "BT 0 0 0 1 k /F1 6 Tf 1 0 0 -1 20 90 Tm <0024> Tj ET"
    assert codes(saved(press_pdf(words, width=198, height=210)), of=flyer) == ["page-multiple"]


def test_an_advertisement_is_one_page():
    ad = ad_sheet("ad:bote:2x120", width=92, height=120)
    words = "BT 0 0 0 1 k /F1 6 Tf 1 0 0 -1 20 60 Tm <0024> Tj ET"
    pdf = press_pdf(words, pages=2, width=92, height=120, bleed=0)
    assert codes(saved(pdf), of=ad) == ["one-page-only"]


@pytest.mark.parametrize(
    ("code", "spoil"),
    [
        ("language-missing", lambda pdf: pdf.Root.__delitem__("/Lang")),
        ("title-missing", _without("/Title")),
        ("untagged", lambda pdf: pdf.Root.__delitem__("/StructTreeRoot")),
        ("standard-missing", lambda pdf: pdf.Root.__delitem__("/Metadata")),
        ("alt-missing", lambda pdf: pdf.Root.StructTreeRoot.K[2].__delitem__("/Alt")),
        ("heading-jump", lambda pdf: pdf.Root.StructTreeRoot.K[1].__setitem__("/S", Name.H3)),
        ("table-headless", lambda pdf: pdf.Root.StructTreeRoot.K[3].K[0].K[0].__setitem__("/S", Name.TD)),
        ("link-text", lambda pdf: pdf.pages[0].obj.Annots[0].__setitem__("/Contents", String("hier"))),
        ("script", _script),
    ],
)
def test_one_fault_on_screen_is_exactly_one_finding(code, spoil):
    pdf = screen_pdf()
    spoil(pdf)
    assert codes(saved(pdf), purpose="screen", condition=None) == [code]


def test_a_long_file_for_readers_needs_bookmarks():
    assert codes(saved(screen_pdf(pages=8)), purpose="screen", condition=None) == ["bookmarks-missing"]


def test_a_longer_file_for_readers_needs_headings():
    pdf = screen_pdf(pages=3)
    for element in pdf.Root.StructTreeRoot.K.as_list()[:2]:
        element.S = Name.P
    assert codes(saved(pdf), purpose="screen", condition=None) == ["headings-missing"]


def test_ink_that_cannot_be_measured_is_no_crash():
    pdf = press_pdf()
    _draws("1 1 1 1 k 20 150 20 20 re f")(pdf)
    form = pdf.make_stream(b"0 0 0 1 k 0 0 10 10 re f")
    form.Type, form.Subtype, form.BBox, form.Resources = Name.XObject, Name.Form, Array([0, 0, 10, 10]), Array([])
    resource(pdf, "/XObject", "/Fm1", form)
    written(pdf, "q 1 0 0 1 60 150 cm /Fm1 Do Q")
    assert codes(saved(pdf)) == ["ink-unmeasured"]


def test_what_is_fit_for_the_screen_is_not_fit_for_the_press():
    found = codes(saved(screen_pdf()))
    assert {"intent-missing", "standard-missing", "annotation", "bleed"} <= set(found)


def test_findings_know_their_place_in_millimetres():
    pdf = press_pdf()
    written(pdf, "1 0 0 rg 20 150 30 10 re f")
    (finding,) = check_pdf(saved(pdf), sheet=A4, condition=DEFAULT)
    assert (finding.page, finding.rect) == (1, (20.0, 150.0, 30.0, 10.0))


def test_the_same_file_gives_the_same_keys():
    pdf = press_pdf()
    written(pdf, "1 0 0 rg 20 150 30 10 re f")
    data = saved(pdf)
    first, second = (check_pdf(io.BytesIO(data).getvalue(), sheet=A4, condition=DEFAULT) for _round in range(2))
    assert [finding.key for finding in first] == [finding.key for finding in second]

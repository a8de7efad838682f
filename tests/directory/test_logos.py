"""Logos: what drawing programs write comes out as flat shapes; what acts, loads or needs a font is refused with a reason."""

import re
from io import BytesIO

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import translation
from pikepdf import Array, Dictionary, Name
from wagtail.models import Locale

from cms.directory import logos
from cms.directory.models import Organisation

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 40 20">'
LEAF = HEAD + '<path d="M0 0L40 0L20 20Z" fill="#c8321f"/></svg>'


def drawn(body: str) -> str:
    return logos.drawing(f"{HEAD}{body}</svg>".encode())


def test_shapes_and_classes_become_plain_attributes():
    svg = drawn('<style>.cls-1{fill:#0b4f5c;}</style><g class="cls-1" style="opacity:.5"><rect width="4" height="4"/></g>')
    assert 'fill="#0b4f5c"' in svg and 'opacity=".5"' in svg and "style" not in svg and "class" not in svg


STOPS = '<stop offset="0" stop-color="#c8321f"/><stop offset="50%" style="stop-color:#fff;stop-opacity:.5"/><stop offset="1"/>'


def test_a_gradient_comes_through_with_plain_stops():
    svg = drawn(f'<linearGradient id="a:b" x2="0" y2="1">{STOPS}</linearGradient><circle r="4" fill="url(#a:b)"/>')
    assert '<linearGradient id="a-b" x2="0" y2="1">' in svg and 'fill="url(#a-b)"' in svg
    assert '<stop offset="50%" stop-color="#fff" stop-opacity="0.5"' in svg and '<stop offset="1" stop-color="#000000"' in svg


def test_a_gradient_that_borrows_stands_on_its_own():
    lender = f'<linearGradient id="a" gradientTransform="rotate(20)" x1="2">{STOPS}</linearGradient>'
    svg = drawn(f'{lender}<radialGradient id="b" r="9" xlink:href="#a"/><path d="M0 0L9 9V0" style="fill:url(#b)"/>')
    assert '<radialGradient id="b" r="9" gradientTransform="rotate(20)"><stop' in svg and "href" not in svg


def test_stops_of_a_gradient_know_their_classes():
    stops = '<style>.s1{stop-color:#0b4f5c}</style><stop class="s1" offset="0"/><stop offset="1" stop-color="currentColor"/>'
    svg = drawn(f'<linearGradient id="a">{stops}</linearGradient><path d="M0 0L9 9V0" fill="url(#a)"/>')
    assert 'stop-color="#0b4f5c"' in svg and 'stop-color="#000000"' in svg


@pytest.mark.parametrize(
    ("gradient", "fill"),
    [
        ('<linearGradient id="a"><stop offset="0" stop-color="#c8321f"/></linearGradient>', "#c8321f"),
        (f'<linearGradient id="a" x1="50%" x2=".5">{STOPS}</linearGradient>', "#000000"),
        (f'<radialGradient id="a" r="0">{STOPS}</radialGradient>', "#000000"),
        ('<linearGradient id="a"/>', "#000000"),
        ('<linearGradient id="a" href="#b"/><linearGradient id="b" href="#a"/>', "#000000"),
        ("", "#000000"),
    ],
    ids=["one stop", "no length", "no radius", "no stops", "a circle of lenders", "missing"],
)
def test_a_gradient_that_runs_nowhere_is_flat(gradient, fill):
    svg = drawn(f'{gradient}<circle r="4" fill="url(#a)"/>')
    assert f'fill="{fill}"' in svg and "Gradient" not in svg


def test_nothing_but_numbers_and_colours_stands_in_a_gradient():
    stops = '<stop offset="url(x)" stop-color="url(http://elsewhere.example)" onload="x()"/><stop offset="1" stop-color="#fff"/>'
    svg = drawn(
        f'<linearGradient id="a" x1="calc(1)" spreadMethod="repeat" gradientTransform="url(#x)" onload="x()">{stops}<animate/>'
        '</linearGradient><circle r="4" fill="url(#a)"/>'
    )
    assert '<linearGradient id="a"><stop offset="0" stop-color="#000000"' in svg
    assert not {"elsewhere", "onload", "animate", "spread"} & set(svg.replace('"', " ").replace("<", " ").split())


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("<script>alert(1)</script>", "script"),
        ("<text>Verein</text>", "type"),
        ('<image href="file:///etc/passwd"/>', "pixel picture"),
        ('<use xlink:href="https://elsewhere.example/x.svg#a"/>', "loads other files"),
        ("<style>@import url(http://elsewhere.example)</style><path d='M0 0'/>", "loads other files"),
        ('<path d="M0 0L1 1" style="filter:url(#blur)"/>', "effects"),
        ("<foreignObject/>", "pixel picture"),
        ("", "nothing drawn"),
        ("<g>" * 80 + "<path d='M0 0'/>" + "</g>" * 80, "nested too deeply"),
        ("<path d='M0 0'/>" * 4001, "4,000 parts"),
    ],
)
def test_what_no_logo_needs_is_refused(body, words):
    with translation.override("en"), pytest.raises(logos.LogoError, match=words):
        drawn(body)


def test_handlers_and_foreign_addresses_do_not_come_through():
    svg = drawn('<path d="M0 0L1 1" onclick="alert(1)" fill="url(http://elsewhere.example)" clip-path="url(data:x)"/>')
    assert "onclick" not in svg and "elsewhere" not in svg and "data:" not in svg


def test_entities_are_refused():
    bomb = b'<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg">&b;</svg>'
    with translation.override("en"), pytest.raises(logos.LogoError, match="entities"):
        logos.drawing(bomb)


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"<html><svg/></html>", b"\xff\xfe<svg>", b"%PDF-1.7 broken"])
def test_other_files_are_refused(data):
    with pytest.raises(logos.LogoError):
        logos.drawing(data)


def pdf_with(content: bytes, **resources) -> bytes:
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(200, 100))
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    page.Resources = Dictionary(Font=Dictionary(F=font), **resources)
    page.Contents = pdf.make_stream(content)
    out = BytesIO()
    pdf.save(out)
    return out.getvalue()


def colours(*stops) -> Dictionary:
    """A function through these colours at even distances."""
    parts = [
        Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array(list(one)), C1=Array(list(two)), N=1)
        for one, two in zip(stops, stops[1:], strict=False)
    ]
    bounds = Array([number / len(parts) for number in range(1, len(parts))])
    whole = {"FunctionType": 3, "Domain": Array([0, 1]), "Functions": Array(parts), "Bounds": bounds}
    return parts[0] if len(parts) == 1 else Dictionary(**whole, Encode=Array([0, 1] * len(parts)))


def shading(function, *coords, kind=2, space=Name.DeviceRGB) -> Dictionary:
    return Dictionary(ShadingType=kind, ColorSpace=space, Coords=Array(list(coords)), Function=function)


RED, WHITE, BLUE = (1, 0, 0), (1, 1, 1), (0, 0, 1)


def test_a_pdf_becomes_a_drawing_the_right_way_up():
    svg = logos.drawing(pdf_with(b"1 0 0 rg 2 0 0 2 10 0 cm 0 0 10 10 re f"))
    assert 'viewBox="0 0 200 100"' in svg and 'fill="#ff0000"' in svg
    assert 'd="M10 100L30 100L30 80L10 80Z"' in svg


def test_lines_curves_and_holes_of_a_pdf_come_through():
    svg = logos.drawing(pdf_with(b"0 G 2 w 0 0 m 10 0 20 10 20 20 c 30 30 40 40 v s 0 0 50 50 re 10 10 9 9 re f*"))
    assert 'stroke="#000000" stroke-width="2"' in svg and 'fill-rule="evenodd"' in svg
    assert 'd="M0 100C10 100 20 90 20 80C20 80 30 70 40 60Z"' in svg


def test_inks_of_a_pdf_become_colours_and_black_stays_neutral():
    svg = logos.drawing(pdf_with(b"0 0 0 1 k 0 0 9 9 re f 0 1 1 0 k 20 0 9 9 re f"))
    red = re.search(r'fill="#(..)(..)(..)" d="M20', svg)
    assert 'fill="#000000" d="M0' in svg
    assert int(red[1], 16) > 200 and int(red[2], 16) < 60


def test_a_gradient_of_a_pdf_comes_through_in_a_pattern_and_in_a_clip():
    linear = shading(colours(RED, WHITE, BLUE), 0, 0, 200, 0)
    pattern = Dictionary(PatternType=2, Shading=linear, Matrix=Array([1, 0, 0, 1, 5, 0]))
    svg = logos.drawing(pdf_with(b"/Pattern cs /P scn 10 10 100 50 re f", Pattern=Dictionary(P=pattern)))
    assert 'x2="200"' in svg and "matrix(1 0 0 -1 5 100)" in svg and 'fill="url(#g1)" d="M10 90' in svg
    assert [int(stop.split('"')[0][:1]) for stop in svg.split('offset="')[1:]][0] == 0 and 'stop-color="#ffffff"' in svg
    clipped = logos.drawing(pdf_with(b"q 2 0 0 2 0 0 cm 10 10 50 20 re W n /S sh Q", Shading=Dictionary(S=linear)))
    assert "matrix(2 0 0 -2 0 100)" in clipped and 'd="M20 80L120 80L120 40L20 40Z"' in clipped


def test_a_round_gradient_of_a_pdf_begins_where_it_began():
    ring = shading(colours(RED, BLUE), 50, 50, 10, 50, 50, 40, kind=3)
    svg = logos.drawing(pdf_with(b"/S sh", Shading=Dictionary(S=ring)))
    assert '<radialGradient id="g1" cx="50" cy="50" r="40" fx="50" fy="50"' in svg
    assert '<stop offset="0.25" stop-color="#ff0000"' in svg
    inwards = shading(colours(RED, BLUE), 50, 50, 40, 50, 50, 0, kind=3)
    svg = logos.drawing(pdf_with(b"/S sh", Shading=Dictionary(S=inwards)))
    assert '<stop offset="0" stop-color="#0000ff"' in svg and '<stop offset="1" stop-color="#ff0000"' in svg


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"BT /F 12 Tf 10 10 Td (Verein) Tj ET", "type"),
        (b"BI /W 1 /H 1 /BPC 8 /CS /G ID \x00 EI", "picture"),
        (b"", "nothing drawn"),
        (b"q /G gs 0 0 9 9 re f Q", "effects"),
        (b"/Pattern cs /T scn 0 0 9 9 re f", "picture"),
        (b"0 0 m 1 1 l S " * 20_000, "simpler"),
    ],
    ids=["type", "picture", "nothing", "multiplied", "tiles", "endless"],
)
def test_a_pdf_that_is_no_drawing_is_refused_with_the_reason(content, words):
    multiply = Dictionary(G=Dictionary(BM=Name.Multiply))
    with translation.override("en"), pytest.raises(logos.LogoError, match=words):
        logos.drawing(pdf_with(content, ExtGState=multiply))


def test_a_pdf_of_several_pages_is_refused():
    pdf = pikepdf.open(BytesIO(pdf_with(b"0 0 9 9 re f")))
    pdf.add_blank_page()
    out = BytesIO()
    pdf.save(out)
    with translation.override("en"), pytest.raises(logos.LogoError, match="several pages"):
        logos.drawing(out.getvalue())


@pytest.mark.django_db
def test_an_uploaded_logo_is_stored_clean():
    dirty = LEAF.replace("<path", '<path onload="x()"')
    upload = SimpleUploadedFile("Verein Süd.svg", dirty.encode())
    club = Organisation(name="Südverein", locale=Locale.objects.get_or_create(language_code="de")[0], logo_file=upload)
    club.full_clean()
    club.save()
    assert club.logo_file.name.endswith(".svg") and b"onload" not in club.logo_file.open().read()
    assert club.logo.ratio == 2


@pytest.mark.django_db
def test_a_logo_whose_file_is_gone_is_no_error():
    club = Organisation(name="Verein", locale=Locale.objects.get_or_create(language_code="de")[0], logo_file="logos/gone.svg")
    assert club.logo is None


def test_two_logos_keep_their_own_parts():
    source = logos.drawing(
        f'{HEAD}<clipPath id="a"><path d="M0 0"/></clipPath><g clip-path="url(#a)"><path d="M0 0"/></g></svg>'.encode()
    )
    svg = logos.Logo(source=source, ratio=2).svg
    assert 'id="a"' not in svg and "url(#a)" not in svg and svg.count("-a") == 2

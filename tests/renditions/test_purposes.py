"""One article for every purpose, and hostile ones for none: read from the bytes of what comes out of the render process."""

import io
import subprocess
from dataclasses import replace

import pikepdf
import pytest
from django.utils.timezone import localtime
from PIL import Image

from cms.core.medium import Medium
from cms.directory import logos
from cms.renditions.ink.condition import DEFAULT
from cms.renditions.pdf import PdfError, Purpose, make_pdf, make_picture
from cms.renditions.preflight.service import preflight_pdf
from cms.renditions.press import embedded_rgb
from cms.renditions.render import render
from cms.renditions.renderable import Design, Product
from tests.factories import make_edition
from tests.kept import kept
from tests.tools.verapdf.run import complaints

pytestmark = pytest.mark.slow
POINTS = 72 / 25.4


@pytest.fixture
def article(home):
    return kept("edition", lambda: make_edition(home)).articles[0]


@pytest.fixture
def rendition(article):
    return render(article, medium=Medium.PRINT)


def with_body(rendition, html: str):
    """The same sheet with something else on it."""
    head, _body, _rest = rendition.content.partition("<body")
    return replace(rendition, content=f'{head}<body class="print"><main>{html}</main></body></html>')


def text_of(data: bytes) -> list[str]:
    """The text of each page."""
    out = subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=True).stdout
    return out.decode().split("\f")[:-1]


def uncompressed(file) -> list:
    """Large streams that take more room than they need; the packet of metadata is read by those who know no PDF."""
    with pikepdf.open(file) as pdf:
        streams = [
            item for item in pdf.objects if isinstance(item, pikepdf.Stream) and item.get("/Type") != pikepdf.Name.Metadata
        ]
        return [item.objgen for item in streams if "/Filter" not in item and len(item.read_raw_bytes()) > 500]


def test_what_is_written_twice_is_compressed_at_the_end_and_has_an_identifier(rendition):
    file = io.BytesIO(make_pdf(rendition, purpose=Purpose.PRESS).data)
    assert uncompressed(file) == []
    with pikepdf.open(file) as pdf:
        assert len(pdf.trailer.ID) == 2


def test_archive_copies_are_pdf_a_and_as_accessible_as_those_for_reading(rendition, tmp_path):
    """Level A of PDF/A asks for all that level B asks for."""
    turned = rendition.content.replace('<html lang="de" dir="ltr"', '<html lang="ar" dir="rtl"')
    arabic = with_body(replace(rendition, content=turned), "<h1>أحد عشر بستانًا وصنبور واحد</h1><p>في السادسة والنصف مساءً</p>")
    wanted = []
    for name, page, purpose, flavours in [
        ("3", rendition, Purpose.ARCHIVE, ["3a", "ua1"]),
        ("2", rendition, Purpose.ARCHIVE_2, ["2a", "ua1"]),
        ("arabic", arabic, Purpose.ARCHIVE, ["3a"]),
    ]:
        file = tmp_path / f"{name}.pdf"
        file.write_bytes(make_pdf(page, purpose=purpose).data)
        assert uncompressed(file) == []
        wanted += [(flavour, file) for flavour in flavours]
    assert complaints(wanted) == ""


def test_a_proof_says_on_every_page_what_it_is(rendition):
    made = make_pdf(rendition, purpose=Purpose.PROOF, version=3)
    pages = text_of(made.data)
    assert len(pages) == made.pages
    for number, text in enumerate(pages, 1):
        said = " ".join(text.split())
        assert f"Korrekturabzug · Fassung 3 · {localtime(rendition.page.latest_revision_created_at):%-d}. " in said
        assert f"Seite {number} von {made.pages} · nicht zum Druck" in said


def test_the_copier_gets_two_pages_on_a_sheet_in_screen_colours_without_bleed(rendition):
    with pikepdf.open(io.BytesIO(make_pdf(rendition, purpose=Purpose.OFFICE, arrangement="booklet").data)) as pdf:
        width, height = (float(value) / POINTS for value in list(pdf.pages[0].MediaBox)[2:])
        assert (round(width), round(height)) == (420, 297)
        assert len(pdf.pages) % 2 == 0
        assert "/OutputIntents" not in pdf.Root


def test_a_poster_in_parts_carries_our_own_typefaces_only(rendition, tmp_path):
    file = tmp_path / "tiles.pdf"
    file.write_bytes(make_pdf(rendition, purpose=Purpose.OFFICE, arrangement="tiles").data)
    fonts = subprocess.run(["pdffonts", str(file)], capture_output=True, text=True, check=True).stdout.splitlines()[2:]
    assert fonts
    assert all("Rubik" in line or "Source-Serif" in line for line in fonts)
    assert "So wird das Plakat zusammengesetzt" in text_of(file.read_bytes())[0]


@pytest.mark.parametrize(("key", "size"), [("social-wide", (1200, 630)), ("social-portrait", (1080, 1350))])
def test_a_social_card_has_exactly_the_pixels_of_its_format(article, key, size):
    card = Product.offer("card", "Card", formats=(key,), designs=(Design("plain", "Plain", "editions/article_page.print.html"),))
    picture = Image.open(io.BytesIO(make_picture(render(article, medium=Medium.PRINT, product=card))))
    assert (picture.format, picture.mode, picture.size) == ("PNG", "RGB", size)
    assert picture.getcolors(50) is None  # something is on it


def test_paper_is_not_made_as_a_picture(rendition):
    with pytest.raises(PdfError) as caught:
        make_picture(rendition)
    assert caught.value.code == "no-picture"


def test_the_press_pdf_of_the_same_revision_has_the_same_bytes(rendition):
    first, second = (make_pdf(rendition, purpose=Purpose.PRESS).data for _time in range(2))
    assert first == second
    with pikepdf.open(io.BytesIO(first)) as pdf:
        assert str(pdf.docinfo.CreationDate).startswith(f"D:{rendition.page.latest_revision_created_at:%Y%m%d}")


def test_an_older_standard_is_had_where_nothing_shines_through_and_refused_by_page_where_it_does(rendition):
    older = replace(DEFAULT, variant="pdf/x-1a")
    made = make_pdf(with_body(rendition, "<h1>Ein Satz.</h1>"), purpose=Purpose.PRESS, condition=older)
    with pikepdf.open(io.BytesIO(made.data)) as pdf:
        assert pdf.pdf_version == "1.4"
        assert embedded_rgb(pdf) == []
    with pytest.raises(PdfError) as caught:
        make_pdf(with_body(rendition, "<h1 style='opacity:.5'>Ein Satz.</h1>"), purpose=Purpose.PRESS, condition=older)
    assert (caught.value.code, caught.value.details["pages"]) == ("transparent", "1")


def test_vectors_and_pictures_that_come_in_rgb_leave_as_ink(rendition):
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9" width="90" height="90"><defs>'
        '<linearGradient id="g"><stop offset="0" stop-color="#c00"/><stop offset=".4" stop-color="#0a0"/>'
        '<stop offset="1" stop-color="#00c"/></linearGradient></defs>'
        '<rect width="9" height="9" fill="url(#g)"/><circle cx="4" cy="4" r="3" fill="#f0c" stroke="#111"/></svg>'
    )
    html = f'<h1 style="color:#b00020;border:2px solid rgb(0,90,20)">RGB</h1>{svg}<p style="background:color(srgb .2 .5 .9)">😀'
    made = make_pdf(with_body(rendition, html), purpose=Purpose.PRESS)
    with pikepdf.open(io.BytesIO(made.data)) as pdf:
        assert embedded_rgb(pdf) == []


def shadings_of(pdf: pikepdf.Pdf) -> list[pikepdf.Dictionary]:
    """Those with colours; masks have one number."""
    found = [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and "/ShadingType" in item]
    return sorted((item for item in found if item.ColorSpace != pikepdf.Name.DeviceGray), key=lambda item: item.ShadingType)


def test_half_transparent_gradients_run_evenly_on_the_screen(rendition):
    html = '<h1 style="background:linear-gradient(90deg,rgba(11,79,92,.2),rgba(200,50,31,.9))">Ein Satz.</h1>'
    made = make_pdf(with_body(rendition, html), purpose=Purpose.SCREEN)
    with pikepdf.open(io.BytesIO(made.data)) as pdf:
        steps = [part.N for shading in shadings_of(pdf) for part in shading.Function.Functions]
        masks = [item for item in pdf.objects if isinstance(item, pikepdf.Dictionary) and item.get("/ShadingType")]
        assert steps == [1]
        assert len(masks) == 2, "its opacity is there, too"


def test_gradients_of_a_partners_logo_are_gradients_in_ink(rendition):
    logo = (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 20"><style>.w{stop-color:#fff}</style>'
        '<linearGradient id="l"><stop offset="0" stop-color="#f5b324"/><stop offset=".4" stop-color="#c8321f"/>'
        '<stop offset="1" stop-color="#6d3b7c"/></linearGradient><radialGradient id="r" href="#l" cx="50" cy="10" r="9" '
        'gradientUnits="userSpaceOnUse"><stop class="w" offset="0"/><stop offset="1" stop-color="#0b4f5c"/></radialGradient>'
        '<path d="M2 2H38V18H2Z" fill="url(#l)"/><circle cx="50" cy="10" r="8" fill="url(#r)"/></svg>'
    )
    svg = logos.Logo(source=logos.drawing(logo.encode()), ratio=3).svg
    page = with_body(rendition, f'<h1>Partner</h1><div style="width:60mm;height:20mm">{svg}</div>')
    made = make_pdf(page, purpose=Purpose.PRESS)
    with pikepdf.open(io.BytesIO(made.data)) as pdf:
        assert embedded_rgb(pdf) == []
        linear, radial = shadings_of(pdf)
        assert (linear.ShadingType, radial.ShadingType) == (2, 3)
        assert (linear.ColorSpace, radial.ColorSpace) == (pikepdf.Name.DeviceCMYK,) * 2
        ends = [[float(value) for value in part.C0] for part in linear.Function.Functions]
        assert ends == [[0, 0.32, 0.9, 0], [0.05, 0.9, 0.95, 0.05]]  # the palette's own inks for sun and poppy
        assert [float(value) for value in radial.Function.Functions[0].C0] == [0, 0, 0, 0]
        patterns = [item for item in pdf.objects if isinstance(item, pikepdf.Object) and "/PatternType" in item]
        assert [item.PatternType for item in patterns] == [2, 2]  # a tile would show its neighbour at the edge
    assert preflight_pdf(made.data, sheet="a4", condition=DEFAULT).findings == []


# Long enough to hurt, short enough for a suite that is run often.
NESTED = "<ul><li>" * 100 + "Punkt" + "</li></ul>" * 100
DEEPER = "<div>" * 3000 + "Boden" + "</div>" * 3000
CELL = "<table><tr><td>Zelle</td><td>" + "Wort " * 4_000 + "letztes</td></tr></table>"
ENDLESS = "<p>" + "Donaudampfschifffahrt" * 400 + "</p>"


@pytest.mark.parametrize(
    ("html", "holds"),
    [(NESTED, "Punkt"), (CELL, "letztes"), (ENDLESS, "Donau")],
    ids=["lists 100 deep", "cell of 4,000 words", "endless word"],
)
def test_odd_texts_are_printed_all_the_same(rendition, html, holds):
    made = make_pdf(with_body(rendition, html))
    assert holds in " ".join(text_of(made.data))


SVG_BOMB = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"><defs><g id="a0"><path d="M0 0h9v9z"/></g>'
    + "".join(f'<g id="a{n}">{f"""<use href="#a{n - 1}"/>""" * 10}</g>' for n in range(1, 10))
    + '</defs><use href="#a9"/></svg>'
)


@pytest.mark.parametrize(
    ("html", "codes"),
    [
        ('<style>p{background:url("http://127.0.0.1:1/x.png")}</style><p>x</p>', {"forbidden"}),
        ('<style>@import url("file:///etc/passwd");</style><p>x</p>', {"forbidden"}),
        ('<object data="file:///etc/passwd"></object>', {"forbidden"}),
        ('<img alt="x" src="data:image/png;base64,' + "A" * 5_000_000 + '">', {"forbidden"}),
        (DEEPER, {"too-deep"}),
    ],
    ids=["url()", "@import", "object", "data: bomb", "boxes 3,000 deep"],
)
def test_hostile_documents_fail_with_a_reason_and_the_next_job_goes_on(rendition, html, codes):
    with pytest.raises(PdfError) as caught:
        make_pdf(with_body(rendition, html))
    assert caught.value.code in codes, caught.value.details
    assert make_pdf(with_body(rendition, "<p>Weiter.</p>")).pages == 1


def test_a_drawing_that_multiplies_itself_is_stopped_by_the_clock(rendition, settings):
    settings.PDF_TIMEOUT_SECONDS = 3
    with pytest.raises(PdfError) as caught:
        make_pdf(with_body(rendition, SVG_BOMB))
    assert caught.value.code in ("timeout", "memory")


@pytest.mark.parametrize("address", ["file:///etc/passwd", "http://127.0.0.1:1/x.svg"])
def test_a_drawing_reads_no_file_and_no_address(rendition, address):
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90"><image href="{address}" width="9" height="9"/></svg>'
    try:
        made = make_pdf(with_body(rendition, f"<p>Bild</p>{svg}"))
    except PdfError as error:
        assert error.code == "forbidden"
    else:
        assert any("SVG" in problem for problem in made.problems)
        assert b"root:" not in made.data

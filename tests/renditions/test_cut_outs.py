"""Cut-out people: a JPEG with a soft edge, in ink for the press, prepared once, never with black around it."""

from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from django.conf import settings
from PIL import Image, ImageDraw

from cms.renditions.ink.condition import DEFAULT
from cms.renditions.ink.ink_store import InkStore
from cms.renditions.layout.cut_outs import reaching_out
from cms.renditions.pictures import CUT_OUT, prepare

RED = (200, 50, 30)


@pytest.fixture
def person(tmp_path):
    """A red disc with a soft edge, large as a photograph; what is transparent is black, as most programs leave it."""
    edge = Image.new("L", (1600, 1600))
    ImageDraw.Draw(edge).ellipse((200, 200, 1400, 1400), fill=255)
    edge = edge.resize((400, 400)).resize(edge.size)
    there = edge.point(lambda value: 255 if value else 0)
    picture = Image.composite(Image.new("RGB", edge.size, RED), Image.new("RGB", edge.size), there)
    picture.putalpha(edge)
    path = tmp_path / "person.png"
    picture.save(path, compress_level=1)
    return path


def on_paper(path, *, condition, store=""):
    """A page of 100 × 100 mm with the picture 80 mm wide on white, laid out as the render process does it."""
    from weasyprint import CSS, HTML

    from cms.renditions.layout.typesetter import Typesetter
    from cms.renditions.processes.fetcher import ClosedFetcher

    static = settings.BASE_DIR / "cms" / "static"
    fetcher = ClosedFetcher(pictures={"person.png": str(path)}, static=static, condition=condition, store=store)
    page = "@page{size:100mm 100mm;margin:10mm}body{margin:0}img{width:80mm;display:block}"
    html = HTML(string='<html lang="de"><title>x</title><img src="media:80/person.png" alt="x">', url_fetcher=fetcher)
    options = {"pdf_variant": "pdf/x-4" if condition else "pdf/ua-1", "cache": {}}
    look = f"cut-outs {path} {condition}"
    setter = Typesetter(html, css=[CSS(string=page, url_fetcher=fetcher)], look=look, fetcher=fetcher, options=options)
    return setter.document().write_pdf(pdf_variant=options["pdf_variant"])


def only_picture(pdf: pikepdf.Pdf) -> pikepdf.Stream:
    (picture,) = (item for item in pdf.objects if isinstance(item, pikepdf.Stream) and "/SMask" in item)
    return picture


def test_for_the_press_the_person_is_a_jpeg_in_ink_with_an_edge_as_large(person):
    with pikepdf.open(BytesIO(on_paper(person, condition=DEFAULT))) as pdf:
        picture = only_picture(pdf)
        assert (picture.ColorSpace, picture.Filter) == ("/DeviceCMYK", "/DCTDecode")
        assert int(picture.Width) == round(80 / 25.4 * 300)
        edge = pikepdf.PdfImage(picture.SMask).as_pil_image()
        assert edge.size == (int(picture.Width), int(picture.Height))
        assert len(edge.getcolors()) > 20  # soft


@pytest.mark.parametrize("condition", [DEFAULT, None], ids=["press", "screen"])
def test_the_colour_is_right_the_ground_shows_and_no_dark_seam_runs_between(person, condition):
    page = pypdfium2.PdfDocument(on_paper(person, condition=condition))[0]
    drawn = page.render(scale=100 / 72).to_pil().convert("RGB")
    assert drawn.getpixel((drawn.width // 2, drawn.height // 7)) == (255, 255, 255)
    middle = drawn.getpixel((drawn.width // 2, drawn.height // 2))
    assert all(abs(found - wanted) < 40 for found, wanted in zip(middle, RED, strict=True))
    assert drawn.getchannel("R").getextrema()[0] > middle[0] - 12


def test_the_colours_go_on_beyond_the_edge(person):
    with Image.open(person) as picture:
        beyond = reaching_out(picture).getpixel((800, 200 - 12))
    assert all(abs(found - wanted) < 6 for found, wanted in zip(beyond, RED, strict=True))


def test_a_person_is_prepared_once_and_found_again(person, tmp_path):
    store = InkStore(str(tmp_path / "ink"))
    first = prepare(person, width_mm=80, condition=DEFAULT, store=store)
    again = prepare(person, width_mm=80, condition=DEFAULT, store=store)
    assert first.kind == again.kind == CUT_OUT
    assert first.path == again.path
    assert again.cut_out.width == round(80 / 25.4 * 300)


def test_a_small_logo_with_a_soft_edge_stays_without_loss(person):
    prepared = prepare(person, width_mm=30, condition=DEFAULT)
    assert prepared.kind == "image/png"
    assert prepared.cut_out is None

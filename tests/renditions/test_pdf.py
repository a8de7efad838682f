"""PDFs, read from their bytes."""

import gc
import io
import os
import resource
import subprocess
import sys
import weakref
from decimal import Decimal
from pathlib import Path
from types import SimpleNamespace

import pikepdf
import pytest
from django.core.files.storage import default_storage

from cms.core.medium import Medium
from cms.renditions import pdf as pdf_room
from cms.renditions.pdf import PdfError, Purpose, checksum, make_pdf, press_slot
from cms.renditions.press import embedded_rgb
from cms.renditions.processes import press_process, warm
from cms.renditions.processes.press_process import Refused, check_fonts
from cms.renditions.render import render
from tests.factories import make_edition, paragraph
from tests.renditions.papers import TEXT, every_block
from tests.tools.verapdf.run import complaints

MM = Decimal("72") / Decimal("25.4")


def millimetres(box) -> list[float]:
    left, bottom, right, top = (Decimal(str(value)) / MM for value in box)
    return [round(float(value), 3) for value in (left, bottom, right - left, top - bottom)]


@pytest.mark.slow
def test_the_press_pdf_is_x4_in_ink_with_exact_boxes(paper, make):
    made = make(paper, purpose="press")
    with pikepdf.open(io.BytesIO(made.data)) as pdf:
        for page in pdf.pages:
            assert millimetres(page.TrimBox)[2:] == pytest.approx([210, 297], abs=0.1)
            assert millimetres(page.BleedBox)[2:] == pytest.approx([216, 303], abs=0.1)
            assert millimetres(page.MediaBox)[2:] == pytest.approx([216, 303], abs=0.1)
            assert millimetres(page.TrimBox)[0] - millimetres(page.BleedBox)[0] == pytest.approx(3, abs=0.1)
            assert "/Annots" not in page
        (intent,) = pdf.Root.OutputIntents
        assert intent.S == "/GTS_PDFX"
        assert str(intent.OutputConditionIdentifier) == "FOGRA39"
        assert intent.DestOutputProfile.N == 4
        assert len(intent.DestOutputProfile.read_bytes()) > 50_000
        assert embedded_rgb(pdf) == []
        assert not [key for key in colour_spaces(pdf) if "RGB" in key]
        with pdf.open_metadata() as data:
            assert "PDF/X-4" in str(data)
    assert made.pages % 4 == 0


def colour_spaces(pdf) -> set[str]:
    """Every colour space an image or a transparency group of the file names."""
    spaces = set()
    for item in pdf.objects:
        if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Image":
            spaces.add(str(item.get("/ColorSpace")))
        if isinstance(item, pikepdf.Dictionary | pikepdf.Stream) and isinstance(item.get("/Group"), pikepdf.Dictionary):
            spaces.add(str(item.Group.get("/CS")))
    return spaces


@pytest.mark.slow
def test_papers_and_single_articles_are_accessible_on_the_screen(paper, make, locales, tmp_path):
    for name, page in {"de": paper, "ar": in_arabic(paper, locales), "sheet": paper.articles[0]}.items():
        made = make(page)
        (tmp_path / f"{name}.pdf").write_bytes(made.data)
        with pikepdf.open(io.BytesIO(made.data)) as pdf:
            assert str(pdf.Root.Lang) == page.locale.language_code
            assert pdf.Root.MarkInfo.Marked
            assert "/Outlines" in pdf.Root or name == "sheet"
        assert made.pages % 4 == 0 or name == "sheet"
        assert len(made.data) < 3_000_000
    assert complaints([("ua1", file) for file in tmp_path.glob("*.pdf")]) == ""


def in_arabic(page, locales):
    """The edition and its articles copied into Arabic, with Arabic text."""
    text = "في السادسة والنصف مساءً يصرّ باب المستودع، ثم يصل الجميع دفعة واحدة: فاتو ديالو والمعول على كتفها. " * 6
    for ancestor in [*page.get_ancestors().specific()[1:], page]:
        if not ancestor.get_translation_or_none(locales["ar"]):
            ancestor.copy_for_translation(locales["ar"]).save_revision().publish()
    copy = page.get_translation(locales["ar"])
    for article in page.articles:
        translated = article.copy_for_translation(locales["ar"])
        translated.title, translated.body = "أحد عشر بستانًا وصنبور واحد", [paragraph(text), *every_block()[3:5], paragraph(text)]
        translated.save_revision().publish()
    copy.save_revision().publish()
    return type(page).objects.get(pk=copy.pk)


@pytest.mark.slow
def test_the_tabloid_comes_from_the_same_templates(paper, make):
    paper.publication.sheet = "tabloid"
    with pikepdf.open(io.BytesIO(make(paper, purpose="press").data)) as pdf:
        assert millimetres(pdf.pages[0].TrimBox)[2:] == pytest.approx([285, 400], abs=0.1)


@pytest.mark.slow
@pytest.mark.parametrize("articles", [0, 1, 12])
def test_any_number_of_articles_without_pictures_makes_a_paper(home, make, articles):
    edition = make_edition(home, articles=articles)
    edition.cover_image = None
    for article in edition.articles:
        article.lead_image = None
    assert make(edition).pages >= 2


@pytest.mark.slow
def test_nothing_is_cut_however_long_it_gets(edition, make, tmp_path):
    first, second = edition.articles[:2]
    first.title = "Wort " * 1000
    second.body = [paragraph(f"Absatz {number}. {TEXT}") for number in range(120)]
    text = text_of(make(edition).data, tmp_path)
    assert text.count("Wort") >= 1000
    assert all(f"Absatz {number}." in text for number in range(120))


@pytest.mark.slow
def test_emoji_and_right_to_left_names_in_any_field_are_printed(edition, make):
    edition.articles[1].title = "🎉 مرحبا <b>& Co</b> 👩🏽‍🍳"
    edition.articles[1].byline = "שלום"
    assert make(edition).pages


def text_of(data: bytes, folder: Path) -> str:
    file = folder / "text.pdf"
    file.write_bytes(data)
    return subprocess.run(["pdftotext", str(file), "-"], capture_output=True, text=True, check=True).stdout


@pytest.mark.slow
def test_a_picture_whose_file_is_gone_is_named_with_its_article(edition, make):
    article = edition.articles[1]
    default_storage.delete(article.lead_image.file.name)
    with pytest.raises(PdfError) as caught:
        make(edition)
    assert caught.value.code == "picture-missing"
    assert caught.value.details == {"picture": article.lead_caption, "page": article.title}
    assert article.title in str(caught.value)


@pytest.mark.slow
def test_a_deleted_picture_in_a_block_is_named_with_its_caption(edition, make):
    article = edition.articles[0]
    article.body = every_block()
    article.save_revision().publish()
    article.body[5].value["image"].delete()
    with pytest.raises(PdfError) as caught:
        make(type(edition).objects.get(pk=edition.pk))
    assert (caught.value.code, caught.value.details["picture"]) == ("picture-missing", "Am Hahn")


@pytest.mark.slow
def test_a_damaged_picture_is_named(edition, make):
    article = edition.articles[1]
    path = Path(article.lead_image.file.path)
    path.write_bytes(path.read_bytes()[:900])
    with pytest.raises(PdfError) as caught:
        make(edition)
    assert caught.value.code == "picture-broken"
    assert caught.value.details["page"] == article.title


@pytest.fixture
def left_over():
    """Garbage that only the collector finds, which rests meanwhile."""
    gc.collect()
    gc.disable()
    ring = type("Ring", (), {})()
    ring.itself, known = ring, weakref.ref(ring)
    del ring
    yield known
    gc.enable()


def test_the_render_process_collects_garbage_while_nobody_asks_and_not_before(left_over, monkeypatch):
    asked, asking = os.pipe()
    monkeypatch.setattr(press_process, "QUIET_SECONDS", 0)
    monkeypatch.setattr(press_process, "IDLE_SECONDS", 0)
    with open(asked, "rb", buffering=0) as inlet, open(asking, "wb", buffering=0) as outlet:  # noqa: PTH123 -- no paths
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=inlet))
        outlet.write(len(b"{}").to_bytes(8) + b"{}")
        assert press_process.next_job() == {} and left_over() is not None
        assert press_process.next_job() is None and left_over() is None


@pytest.mark.slow
def test_a_job_for_which_others_left_too_little_memory_gets_a_process_of_its_own(paper, make):
    make(paper)
    used = warm._idle[-1]
    taken = int(Path(f"/proc/{used.process.pid}/statm").read_text().split()[0]) * resource.getpagesize()
    resource.prlimit(used.process.pid, resource.RLIMIT_AS, (taken + (4 << 20), taken + (4 << 20)))
    assert make(paper, purpose="press").data.startswith(b"%PDF")
    assert used.process.poll() is not None, "the crowded process is gone"


def test_a_missing_font_is_named_and_nothing_is_printed_in_another(tmp_path):
    css = tmp_path / "css" / "print"
    css.mkdir(parents=True)
    (css / "fonts.css").write_text("@font-face { font-family: Rubik; font-weight: 800; src: url(static:fonts/Gone.ttf); }")
    with pytest.raises(Refused) as caught:
        check_fonts(tmp_path)
    assert caught.value.details == {"font": "Rubik", "file": "fonts/Gone.ttf"}
    assert "Rubik" in pdf_room.reason_text("font-missing", caught.value.details)


@pytest.mark.slow
@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "http://127.0.0.1:1/x.png",
        "https://example.org/x.png",
        "static:../settings/base.py",
        "media:10/../../x.png",
        "ftp://x/y",
    ],
)
def test_the_render_process_opens_nothing_outside_the_house(edition, make, address):
    rendition = render(edition.articles[0], medium=Medium.PRINT)
    hostile = rendition.content.replace(
        "</body>", f'<img src="{address}" alt="x"><link rel="stylesheet" href="{address}"></body>'
    )
    with pytest.raises(PdfError) as caught:
        make_pdf(type(rendition)(**{**vars(rendition), "content": hostile}))
    assert caught.value.code in ("forbidden", "picture-missing")


@pytest.mark.slow
def test_too_slow_and_too_large_jobs_are_stopped_with_a_reason(edition, settings):
    rendition = render(edition.articles[0], medium=Medium.PRINT)
    settings.PDF_TIMEOUT_SECONDS = 0.2
    with pytest.raises(PdfError) as caught:
        make_pdf(rendition)
    assert caught.value.code == "timeout"
    settings.PDF_TIMEOUT_SECONDS, settings.PDF_MEMORY_MB = 60, 60
    with pytest.raises(PdfError) as caught:
        make_pdf(rendition)
    assert caught.value.code in ("memory", "crashed")


def test_no_more_than_a_few_pdfs_are_made_at_once(settings, tmp_path):
    settings.VAR_DIR, settings.PDF_AT_ONCE = tmp_path, 2
    with press_slot(), press_slot(), pytest.raises(PdfError, match="."), press_slot(wait_seconds=0):
        pytest.fail("a third place was given")
    with press_slot(wait_seconds=0):
        pass


def test_the_checksum_changes_with_text_picture_and_profile(edition):
    article = edition.articles[0]
    first = checksum(render(article, medium=Medium.PRINT), purpose=Purpose.SCREEN)
    assert first == checksum(render(article, medium=Medium.PRINT), purpose=Purpose.SCREEN)
    assert first != checksum(render(article, medium=Medium.PRINT), purpose=Purpose.PRESS)
    article.title = "Ein anderer Titel"
    assert first != checksum(render(article, medium=Medium.PRINT), purpose=Purpose.SCREEN)


def test_the_web_process_never_loads_weasyprint():
    code = (
        "import django, sys; django.setup(); import cms.urls, cms.renditions.views, cms.renditions.tasks;"
        "from django.urls import get_resolver; get_resolver().url_patterns;"
        "sys.exit('weasyprint' in sys.modules or 'pikepdf' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], cwd=pdf_room.settings.BASE_DIR).returncode == 0

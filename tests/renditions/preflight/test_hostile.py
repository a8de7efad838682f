"""Files made to do harm: the answer is always a finding, soon, and never a crash or a hang."""

import io
import time
import zlib

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from cms.renditions.formats import sheet
from cms.renditions.ink.condition import DEFAULT
from cms.renditions.preflight.checker import check_pdf
from cms.renditions.preflight.service import preflight_pdf

from .making import add_page, image, press_pdf, resource, saved, written

A4 = sheet("a4")


def found(data: bytes, **options) -> list:
    started = time.monotonic()
    findings = check_pdf(data, sheet=A4, condition=DEFAULT, **options)
    assert time.monotonic() - started < 60
    return findings


def limits(findings) -> list[str]:
    return [finding.details["what"] for finding in findings if finding.code == "too-much"]


@pytest.mark.parametrize(
    "data", [b"", b"%PDF-1.7", b"not a pdf at all", b"%PDF-1.4\n%%EOF", b"\x00" * 5000, b"%PDF-1.6\n" + b"1 0 obj<<>>" * 500]
)
def test_what_is_no_pdf_is_called_damaged(data):
    assert [finding.code for finding in found(data)] == ["damaged"]


def test_half_a_file_is_called_damaged():
    data = saved(press_pdf())
    codes = {finding.code for finding in found(data[: len(data) // 2])}
    assert "damaged" in codes


def test_a_broken_cross_reference_table_is_told_and_the_rest_still_checked():
    data = saved(press_pdf(), object_stream_mode=pikepdf.ObjectStreamMode.disable)
    start = data.rindex(b"startxref")
    assert [finding.code for finding in found(data[:start] + b"startxref\n99999999\n%%EOF\n")] == ["damaged"]


def test_ten_thousand_pages_are_not_looked_at():
    pdf = press_pdf()
    page = pdf.pages[0].obj
    for _number in range(500):
        pdf.pages.append(pikepdf.Page(pdf.make_indirect(Dictionary(page))))
    assert limits(found(saved(pdf))) == ["pages"]


def test_a_content_stream_that_unpacks_to_gigabytes_is_stopped():
    pdf = press_pdf()
    bomb = pikepdf.Stream(pdf, zlib.compress(b"0 0 m\n" * 20_000_000, 9))
    bomb.Filter = Name.FlateDecode
    pdf.pages[0].obj.Contents = pdf.make_indirect(bomb)
    assert limits(found(saved(pdf, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none))) == ["stream"]


def test_a_profile_that_unpacks_to_gigabytes_is_stopped():
    from .making import profile

    pdf = press_pdf()
    bomb = pikepdf.Stream(pdf, zlib.compress(profile() + b"\x00" * 60_000_000, 9))
    bomb.Filter, bomb.N = Name.FlateDecode, 4
    pdf.Root.OutputIntents[0].DestOutputProfile = pdf.make_indirect(bomb)
    data = saved(pdf, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)
    assert [finding.code for finding in found(data)] == ["intent-damaged"]


def test_forms_that_contain_one_another_end():
    pdf = press_pdf()
    first, second = pdf.make_stream(b"/Fm Do"), pdf.make_stream(b"/Fm Do")
    for form, other in ((first, second), (second, first)):
        form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array([0, 0, 210, 297])
        form.Resources = Dictionary(XObject=Dictionary(Fm=other))
    resource(pdf, "/XObject", "/Fm", first)
    written(pdf, "/Fm Do")
    assert limits(found(saved(pdf))) == ["depth"]


def test_forms_that_multiply_a_billion_times_end():
    """Ten uses of a form that uses the next one ten times, twelve levels deep."""
    pdf = press_pdf()
    inner = pdf.make_stream(b"0 0 1 1 re f " * 10)
    for _level in range(12):
        inner.Type, inner.Subtype, inner.BBox = Name.XObject, Name.Form, Array([0, 0, 210, 297])
        outer = pdf.make_stream(b"/Fm Do " * 10)
        outer.Resources = Dictionary(XObject=Dictionary(Fm=inner))
        inner = outer
    inner.Type, inner.Subtype, inner.BBox = Name.XObject, Name.Form, Array([0, 0, 210, 297])
    resource(pdf, "/XObject", "/Fm", inner)
    written(pdf, "/Fm Do")
    assert limits(found(saved(pdf), seconds=3)) == ["time"] or limits(found(saved(pdf), seconds=3)) == ["operators"]


def test_a_page_tree_that_contains_itself():
    pdf = press_pdf()
    pages = pdf.Root.Pages
    pages.Kids.append(pages)
    assert "damaged" in {finding.code for finding in found(saved_raw(pdf))}


def saved_raw(pdf) -> bytes:
    """As written, without the library looking at the pages."""
    out = io.BytesIO()
    try:
        pdf.save(out)
    except (pikepdf.PdfError, RuntimeError):
        return b"%PDF-1.6\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Count 1/Kids[2 0 R]>>endobj\n"
    return out.getvalue()


def test_nonsense_operators_and_values_do_no_harm():
    pdf = press_pdf()
    written(pdf, "q q Q Q Q Q /Nope gs /Nope Do (x) Tj 1 2 3 cm /X /Y re 1e400 0 0 1 0 0 cm [ (a) 3 [ 4 ] ] TJ foo bar \x00 EI")
    found(saved(pdf))


def test_huge_numbers_do_no_harm():
    pdf = press_pdf("0 0 0 1 k 99999999999999999999 99999999999999999999 1 1 re f 1e30 w 0 0 m 1 1 l S")
    pdf.pages[0].obj.MediaBox = Array([0, 0, 1e9, 1e9])
    found(saved(pdf))


def test_a_picture_that_promises_more_than_it_has():
    pdf = press_pdf()
    resource(pdf, "/XObject", "/Im2", pdf.make_indirect(image(pdf, b"\x00\x01", width=9000, height=9000)))
    written(pdf, "q 200 0 0 -200 5 250 cm /Im2 Do Q")
    found(saved(pdf))


def test_deep_nesting_of_objects_does_no_harm():
    nested = b"[" * 3000 + b"]" * 3000
    data = b"%PDF-1.6\n1 0 obj<</Type/Catalog/Pages 2 0 R/X " + nested
    data += b">>endobj 2 0 obj<</Type/Pages/Count 0/Kids[]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF"
    assert {finding.code for finding in found(data)} & {"damaged", "no-pages"}


def test_the_process_answers_for_good_and_bad_files(settings):
    pdf = press_pdf()
    add_page(pdf, "1 0 0 rg 20 20 50 50 re f")
    for own in (True, False):  # the warm render process, and one that ends with the file
        report = preflight_pdf(saved(pdf), sheet=A4, condition=DEFAULT, own=own)
        assert ("rgb", 2) in [(finding.code, finding.page) for finding in report.findings]
        assert [finding.code for finding in preflight_pdf(b"%PDF-nonsense", sheet="a4", own=own).findings] == ["damaged"]


def test_a_process_without_memory_is_a_finding(settings):
    settings.PDF_MEMORY_MB = 40
    (finding,) = preflight_pdf(saved(press_pdf()), sheet=A4, condition=DEFAULT, own=False).findings
    assert finding.code == "too-much"
    assert finding.severity == "error"

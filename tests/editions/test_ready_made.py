"""Ready-made advertisements in an edition: at their size, as they came, marked as what they are."""

import io

import pikepdf
import pytest
from django.core.files.base import ContentFile
from pikepdf import Array, Dictionary, Name

from cms.core.medium import Medium
from cms.renditions.errors import RenditionError
from cms.renditions.models import ReadyMadeAd
from cms.renditions.pdf import Purpose, make_pdf
from cms.renditions.render import render

MM = 72 / 25.4


def advertisement(*, width: float, height: float) -> bytes:
    """A one-page CMYK PDF: a cyan plane with a black bar, 3 mm of it outside the trim."""
    pdf = pikepdf.new()
    box = Array([0, 0, (width + 6) * MM, (height + 6) * MM])
    page = pdf.add_blank_page(page_size=(box[2], box[3]))
    page.obj.TrimBox = Array([3 * MM, 3 * MM, (width + 3) * MM, (height + 3) * MM])
    content = f"0.6 0 0 0 k 0 0 {float(box[2]):.2f} {float(box[3]):.2f} re f 0 0 0 1 k 20 20 40 8 re f".encode()
    page.obj.Contents = pdf.make_stream(content)
    page.obj.Resources = Dictionary({"/ProcSet": Array([Name("/PDF")])})
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


def booked(edition, *, width: float, height: float) -> ReadyMadeAd:
    ad = ReadyMadeAd(title="Backstube", advertiser="Backstube Haddad", width=width, height=height, alt_text="Brot aus der Nacht")
    ad.file.save("ad.pdf", ContentFile(advertisement(width=width, height=height)), save=False)
    ad.state, ad.checksum = ReadyMadeAd.State.USABLE, "x"
    ad.save()
    edition.ads.add(ad)
    edition.save()
    return ad


@pytest.mark.slow
def test_an_advertisement_is_printed_as_it_came_at_its_size(fresh_edition):
    ad = booked(fresh_edition, width=90, height=60)
    made = make_pdf(render(fresh_edition, medium=Medium.PRINT), purpose=Purpose.PRESS)
    number, x, y, width, height = made.places[f"ready-made-{ad.pk}"]
    assert (round(width, 1), round(height, 1)) == (90, 60)
    with pikepdf.open(io.BytesIO(made.data)) as pdf:
        page = pdf.pages[int(number) - 1]
        forms = [form for form in page.resources.XObject.values() if form.get("/Subtype") == Name.Form]
        inside = [form for form in forms if b"0.6 0 0 0 k" in form.read_bytes()]
        assert len(inside) == 1
        left, bottom, right, top = (float(value) / MM for value in inside[0].BBox)
        assert (round(right - left, 1), round(top - bottom, 1)) == (90, 60)  # its trim, without the bleed around it
    assert 0 < x < 210 - 90
    assert 0 < y < 297 - 60


@pytest.mark.slow
def test_readers_on_screen_see_it_with_its_words_and_the_label(fresh_edition):
    booked(fresh_edition, width=90, height=60)
    html = render(fresh_edition, medium=Medium.PRINT).content
    assert 'alt="Brot aus der Nacht"' in html
    assert "Anzeige" in html
    made = make_pdf(render(fresh_edition, medium=Medium.PRINT), purpose=Purpose.SCREEN)
    with pikepdf.open(io.BytesIO(made.data)) as pdf:
        alts = [str(item.get("/Alt")) for item in pdf.objects if isinstance(item, Dictionary) and "/Alt" in item]
    assert "Brot aus der Nacht" in alts


def test_small_ones_stand_side_by_side_and_one_that_is_too_wide_is_refused_with_its_name(edition):
    first, second = booked(edition, width=90, height=60), booked(edition, width=89, height=60)
    assert edition.ad_rows() == [[first, second]]
    third = booked(edition, width=60, height=40)
    assert edition.ad_rows() == [[first, second], [third]]
    booked(edition, width=250, height=40)
    with pytest.raises(RenditionError, match="Backstube"):
        edition.ad_rows()


def test_a_faulty_one_is_left_out(edition):
    ad = booked(edition, width=90, height=60)
    ReadyMadeAd.objects.update(state=ReadyMadeAd.State.FAULTY)
    assert edition.ad_rows() == []
    assert f"ready-made:{ad.pk}" not in render(edition, medium=Medium.PRINT).content

"""Printer profiles, newspapers and ready-made advertisements, as editors enter them."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.forms.models import model_to_dict
from django.urls import reverse

from cms.renditions.forms import read_widths
from cms.renditions.ink.condition import ICC_FOLDER
from cms.renditions.models import Newspaper, PrinterProfile, PrintFile, ReadyMadeAd
from cms.renditions.newspapers import sheet_of
from cms.renditions.preflight.findings import Finding, Severity
from cms.renditions.printing import request_print
from tests.renditions.test_proofs import SQUARE, small_pdf


@pytest.mark.parametrize(
    ("typed", "widths"),
    [
        ("45 – 92 – 139", [45, 92, 139]),
        ("45,5; 92", [45.5, 92]),
        ("[45, 92, 139]", None),
        ("45 mm / 92 mm", [45, 92]),
        ("45.25", [45.25]),
    ],
)
def test_column_widths_are_read_however_they_are_typed(typed, widths):
    if widths is None:
        with pytest.raises(ValidationError):
            read_widths(typed)
    else:
        assert read_widths(typed) == widths


@pytest.mark.parametrize("typed", ["", "breit", "92 45", "45 45", "<b>45</b>"])
def test_nonsense_widths_are_refused(typed):
    with pytest.raises(ValidationError):
        read_widths(typed)


def test_a_newspaper_entered_in_the_admin_gives_formats_to_print_in(home, admin_client):
    data = {"name": "Pegnach-Bote", "slug": "pegnach-bote", "widths": "45 – 92 – 139,5", "max_height": 430}
    answer = admin_client.post(reverse("newspapers:add"), data)
    assert answer.status_code == 302
    paper = Newspaper.objects.get()
    assert paper.column_widths == [45, 92, 139.5]
    assert sheet_of("ad:pegnach-bote:3x120").width == 139.5
    html = admin_client.get(reverse("newspapers:edit", args=[paper.pk])).content.decode()
    assert "45 – 92 – 139.5" in html
    admin_client.post(reverse("newspapers:edit", args=[paper.pk]), data | {"widths": "92 – 45"})
    assert Newspaper.objects.get().column_widths == [45, 92, 139.5]


def profile_data(profile, **more):
    data = {name: value for name, value in model_to_dict(profile).items() if value is not None and name != "icc_file"}
    return {name: value for name, value in data.items() if value is not False} | more


def test_a_printer_profile_explains_itself_and_keeps_only_real_colour_profiles(home, admin_client):
    profile = PrinterProfile.objects.create(name="Gestrichen", slug="gestrichen", icc_name="FOGRA39L_free.icc")
    address = reverse("printer_profiles:edit", args=[profile.pk])
    html = admin_client.get(address).content.decode()
    assert '<option value="IFRA26_free.icc"' in html
    fake = SimpleUploadedFile("druck.icc", b"x" * 400)
    answer = admin_client.post(address, profile_data(profile, icc_file=fake))
    assert answer.status_code == 200
    assert not PrinterProfile.objects.get().icc_file
    real = SimpleUploadedFile("druck.icc", (ICC_FOLDER / "IFRA26_free.icc").read_bytes())
    answer = admin_client.post(address, profile_data(profile, icc_file=real, max_ink=240))
    assert answer.status_code == 302
    changed = PrinterProfile.objects.get()
    assert changed.condition().max_ink == 240
    assert changed.condition().icc == changed.icc_file.path


def test_a_profile_that_files_were_made_with_is_not_deleted(edition, admin_client):
    profile = PrinterProfile.objects.create(name="Gestrichen", slug="gestrichen")
    request_print(edition.articles[0], purpose="press", printer_profile=profile)
    admin_client.post(reverse("printer_profiles:delete", args=[profile.pk]))
    assert PrinterProfile.objects.exists()
    PrintFile.objects.all().delete()
    admin_client.post(reverse("printer_profiles:delete", args=[profile.pk]))
    assert not PrinterProfile.objects.exists()


def ad_data(data: bytes, **more):
    upload = SimpleUploadedFile("anzeige.pdf", data, content_type="application/pdf")
    return {"title": "Bäckerei", "advertiser": "Haddad", "file": upload, "width": 92, "height": 120, "alt_text": "Brot"} | more


def codes(ad: ReadyMadeAd) -> set[str]:
    return {Finding.of(item).code for item in ad.findings if Finding.of(item).severity is Severity.ERROR}


def test_an_advertisement_of_the_wrong_size_is_taken_in_and_told_so(home, admin_client):
    answer = admin_client.post(reverse("ready_made_ads:add"), ad_data(small_pdf(SQUARE, size=(300, 400))))
    ad = ReadyMadeAd.objects.get()
    assert answer.url == reverse("ready_made_ads:edit", args=[ad.pk])
    assert ad.state == ReadyMadeAd.State.FAULTY
    assert ad.checked_at
    html = admin_client.get(answer.url).content.decode()
    assert "/media/ready-made" not in html
    assert admin_client.get(reverse("renditions:ad_picture", args=[ad.pk]))["Content-Type"] == "image/jpeg"
    assert b"".join(admin_client.get(reverse("renditions:download_ad", args=[ad.pk])).streaming_content).startswith(b"%PDF-")
    assert html.count("print-finding-error") == len([item for item in ad.findings if item["severity"] == "error"])
    right = small_pdf("", size=(92 * 72 / 25.4, 120 * 72 / 25.4))
    admin_client.post(answer.url, ad_data(right))
    changed = ReadyMadeAd.objects.get()
    assert changed.checksum != ad.checksum
    assert codes(changed) < codes(ad)


def test_an_encrypted_advertisement_is_a_finding_and_no_crash(home, admin_client):
    import io

    import pikepdf

    pdf, out = pikepdf.open(io.BytesIO(small_pdf(SQUARE))), io.BytesIO()
    pdf.save(out, encryption=pikepdf.Encryption(owner="a", user="b"))
    admin_client.post(reverse("ready_made_ads:add"), ad_data(out.getvalue()))
    assert codes(ReadyMadeAd.objects.get()) == {"encrypted"}


@pytest.mark.parametrize("data", [b"GIF89a", b"\x00" * 3000, b"<html>%PD"])
def test_what_is_no_pdf_does_not_come_in(home, admin_client, data):
    answer = admin_client.post(reverse("ready_made_ads:add"), ad_data(data))
    assert answer.status_code == 200
    assert not ReadyMadeAd.objects.exists()


def test_deleting_an_advertisement_deletes_its_file(home, admin_client):
    admin_client.post(reverse("ready_made_ads:add"), ad_data(small_pdf(SQUARE)))
    ad = ReadyMadeAd.objects.get()
    admin_client.post(reverse("ready_made_ads:delete", args=[ad.pk]))
    assert not ReadyMadeAd.objects.exists()
    assert not ad.file.storage.exists(ad.file.name)

"""Packages for print shops: only released files, sensibly named, with order sheet, reports, thumbnails and check sums."""

import hashlib
import io
import json
import subprocess
import zipfile
from datetime import timedelta
from decimal import Decimal

import pikepdf
import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.models import ModelLogEntry

from cms.renditions import packages
from cms.renditions.models import Package, PrinterProfile, PrintFile
from cms.renditions.packages import PackageRefused, file_name, pack, request_packing
from cms.renditions.pdf import Purpose
from cms.renditions.print_as import new_package
from cms.renditions.printing import request_print
from cms.renditions.tasks import release_stale
from tests.renditions.test_proofs import SQUARE, small_pdf

State = Package.State
A4 = (595.28, 841.89)


@pytest.fixture
def piece(edition, editor):
    """A press file of an article, released unless said otherwise."""
    profile = PrinterProfile.objects.create(name="Gestrichen", slug="fogra51", identifier="FOGRA51", icc_name="FOGRA39L_free.icc")

    def make_piece(number=1, *, state=PrintFile.State.RELEASED):
        page = edition.articles[number]
        item = request_print(page, purpose=Purpose.PRESS, printer_profile=profile, user=editor)
        name = item.file.storage.save(f"{page.pk}/{item.pk}/x.pdf", ContentFile(small_pdf(SQUARE, size=A4)))
        PrintFile.objects.filter(pk=item.pk).update(state=state, file=name, page_count=1, checksum="c" * 64)
        return PrintFile.objects.get(pk=item.pk)

    return make_piece


@pytest.fixture
def package(piece, editor):
    made = new_package("Herbst 2026", files=[piece(1), piece(2)], user=editor)
    made.items.update(copies=500)
    return made


def test_only_released_pieces_with_a_number_of_copies_are_packed(piece, editor):
    package = new_package("Herbst", files=[piece(1, state=PrintFile.State.READY), piece(2)], user=editor)
    with pytest.raises(PackageRefused, match="1 Stück hat noch keine Druckfreigabe.*2 Stücken"):
        request_packing(package, user=editor)
    assert Package.objects.get().state == State.OPEN
    with pytest.raises(PackageRefused, match="kein Stück"):
        request_packing(new_package("Leer", files=[], user=editor), user=editor)


@pytest.fixture
def packed(package, editor):
    with translation.override("de"):
        request_packing(package, user=editor)
        return pack(Package.objects.get(pk=package.pk))


@pytest.mark.slow
def test_a_package_holds_everything_a_print_shop_needs(packed, edition, tmp_path):
    assert packed.state == State.PACKED, packed.reason
    with packed.file.open("rb") as file, zipfile.ZipFile(file) as archive:
        names = archive.namelist()
        archive.extractall(tmp_path)
    pdfs = [f"{edition.articles[number].slug.capitalize()}_de_A4_FOGRA51" for number in (1, 2)]
    assert names[:2] == [f"{name}.pdf" for name in pdfs]
    assert sum(name.endswith(".jpg") for name in names) == 2
    reports = [json.loads((tmp_path / name).read_text()) for name in names if name.endswith(".json")]
    assert [report["title"] for report in reports] == [edition.articles[number].title for number in (1, 2)]
    checked = subprocess.run(["sha256sum", "-c", "SHA256SUMS"], cwd=tmp_path, capture_output=True, text=True)
    assert checked.returncode == 0
    assert checked.stdout.count(": OK") == len(names) - 1
    order = next(name for name in names if name.endswith(".pdf") and name.startswith("Druckauftrag"))
    text = subprocess.run(["pdftotext", "-layout", str(tmp_path / order), "-"], capture_output=True, text=True).stdout
    for words in ("Druckauftrag", "Herbst 2026", "500", "FOGRA51", f"{pdfs[0]}.pdf", "210 × 297 mm", "1000"):
        assert words in text, words
    with pikepdf.open(tmp_path / order) as pdf:
        assert [float(value) for value in pdf.pages[0].MediaBox] == pytest.approx([0, 0, *A4], abs=0.1)


def test_the_files_of_a_series_are_numbered_in_the_zip_and_on_the_order(piece):
    item = piece()
    item.sheet, item.page_count = "ad:bote:2x120", 3
    assert packages.part_names(item, "Plakat_de") == ["Plakat_de_01.pdf", "Plakat_de_02.pdf", "Plakat_de_03.pdf"]
    item.page_count = 1
    assert packages.part_names(item, "Plakat_de") == ["Plakat_de.pdf"]
    item.sheet, item.page_count = "poster-a4", 3
    assert packages.part_names(item, "Plakat_de") == ["Plakat_de.pdf"]


@pytest.mark.slow
def test_packing_the_same_again_gives_the_same_pieces_and_an_ordered_package_is_kept(packed, editor):
    packages.mark_ordered(packed, user=editor)
    with pytest.raises(PackageRefused):
        packages.delete(packed, user=editor)
    assert not packages.may_change(packed)
    states = [entry.data["to"] for entry in ModelLogEntry.objects.filter(action="renditions.package").order_by("timestamp", "pk")]
    assert states == ["queued", "packing", "packed", "ordered"]


def test_what_fails_says_why_and_can_be_tried_again(package, editor, monkeypatch):
    def full(*args, **kwargs):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(packages, "order_sheet", full)
    request_packing(package, user=editor)
    failed = pack(Package.objects.get(pk=package.pk))
    assert failed.state == State.FAILED
    assert "No space left" in failed.reason
    assert packages.may_change(failed)


def test_a_package_whose_worker_died_is_given_back(package, editor):
    long_ago = timezone.now() - timedelta(hours=1)
    package.change_state(State.PACKING, claimed_at=long_ago)
    assert release_stale() == 1
    package.refresh_from_db()
    assert package.state == State.FAILED


def test_two_pieces_of_the_same_name_are_told_apart(piece, editor):
    first = piece(1)
    PrintFile.objects.filter(pk=first.pk).update(design="other")
    package = new_package("Zwei", files=[PrintFile.objects.get(pk=first.pk), piece(1)], user=editor)
    names = packages.file_names(list(packages.items_of(package)))
    assert names[1] == f"{names[0]}_2"


@pytest.mark.parametrize(
    ("key", "label"), [("poster-a2", "A2"), ("flyer-6-wrap", "flyer-6-wrap"), ("ad:pegnitz-bote:2x120", "pegnitz-bote-2x120")]
)
def test_names_say_page_language_format_and_condition(piece, key, label):
    item = piece(1)
    item.sheet = key
    assert file_name(item) == f"{item.page.slug.capitalize()}_de_{label}_FOGRA51"


def test_check_sums_are_those_of_the_files():
    contents = packages.Contents()
    contents.add("Übung/a.pdf", b"eins")
    assert contents.check_sums().decode() == f"{hashlib.sha256(b'eins').hexdigest()}  Übung/a.pdf\n"
    assert contents.zipped() == contents.zipped()
    assert zipfile.ZipFile(io.BytesIO(contents.zipped())).namelist() == ["Übung/a.pdf", "SHA256SUMS"]


def order_data(package, **more):
    items = list(package.items.all())
    data = {"title": package.title, "items-TOTAL_FORMS": len(items), "items-INITIAL_FORMS": len(items)}
    for number, item in enumerate(items):
        data |= {f"items-{number}-id": item.pk, f"items-{number}-copies": 250, f"items-{number}-price_per_copy": "0,89"}
    return data | more


def test_the_order_is_edited_in_the_admin_with_price_and_without_losing_it(package, admin_client):
    address = reverse("renditions:package", args=[package.pk])
    with translation.override("de"):
        admin_client.post(address, order_data(package, print_shop="Druckerei Pegnachtal", delivery_date="2026-12-04"))
    package.refresh_from_db()
    assert (package.print_shop, package.delivery_date.isoformat()) == ("Druckerei Pegnachtal", "2026-12-04")
    assert package.price == Decimal("445.00")
    answer = admin_client.post(address, order_data(package, title=""))
    assert answer.status_code == 200
    assert "print-alert" in answer.content.decode()
    assert Package.objects.get(pk=package.pk).title == "Herbst 2026"


def test_changing_a_packed_order_makes_the_zip_untrue(package, admin_client):
    Package.objects.filter(pk=package.pk).update(state=State.PACKED)
    admin_client.post(reverse("renditions:package", args=[package.pk]), order_data(package))
    assert Package.objects.get(pk=package.pk).state == State.OPEN
    Package.objects.filter(pk=package.pk).update(state=State.ORDERED)
    admin_client.post(reverse("renditions:package", args=[package.pk]), order_data(package, title="Anders"))
    assert Package.objects.get(pk=package.pk).title == "Herbst 2026"


def test_packages_are_begun_and_filled_in_the_admin(piece, admin_client):
    item = piece(1)
    answer = admin_client.post(reverse("renditions:add_package"), {"title": "Neu", "file": [item.pk]})
    package = Package.objects.get()
    assert answer.url == reverse("renditions:package", args=[package.pk])
    other = piece(2)
    admin_client.post(reverse("renditions:add_files", args=[package.pk]), {"file": [other.pk, "quatsch"]})
    assert package.items.count() == 2
    assert "Neu" in admin_client.get(reverse("renditions:packages")).content.decode()
    admin_client.post(reverse("renditions:delete_package", args=[package.pk]))
    assert not Package.objects.exists()


def test_people_who_may_not_edit_the_pages_see_no_package(package, client, django_user_model):
    from django.contrib.auth.models import Permission

    stranger = django_user_model.objects.create_user("fremd", password="x")
    stranger.user_permissions.add(*Permission.objects.filter(codename__in=["access_admin", "change_package"]))
    client.force_login(stranger)
    assert client.get(reverse("renditions:package", args=[package.pk])).status_code in (302, 403)
    assert client.get(reverse("renditions:download_package", args=[package.pk])).status_code in (302, 403)

"""Files in a storage elsewhere (an object store has no paths) come to this machine and are printed like those that lie here."""

import io
import os

import pikepdf
import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import InMemoryStorage, Storage, default_storage
from pikepdf import Name
from PIL import Image

from cms.core.medium import Medium
from cms.renditions import raster
from cms.renditions.ink import icc
from cms.renditions.ink.condition import ICC_FOLDER
from cms.renditions.models import PrinterProfile, ReadyMadeAd
from cms.renditions.pdf import Purpose, make_pdf
from cms.renditions.processes import local_files
from cms.renditions.processes.local_files import local_path
from cms.renditions.render import render
from tests.editions.test_ready_made import booked
from tests.factories import make_edition

OURS = (ICC_FOLDER / "FOGRA39L_free.icc").read_bytes()


class ObjectStore(InMemoryStorage):
    """Files have names but no paths, as in any store that is reached over the network."""

    path = Storage.path

    def _relative_path(self, name):
        return os.path.relpath(os.path.join(self.location, name), self.location)  # noqa: PTH118 -- as its parent does


@pytest.fixture
def elsewhere(settings, tmp_path, monkeypatch) -> Storage:
    """Every upload lies in an object store."""
    settings.VAR_DIR = tmp_path
    settings.STORAGES = settings.STORAGES | {"default": {"BACKEND": f"{__name__}.ObjectStore"}}
    for model, name in ((ReadyMadeAd, "file"), (PrinterProfile, "icc_file")):
        monkeypatch.setattr(model._meta.get_field(name), "storage", default_storage)
    return default_storage


def test_a_file_that_lies_here_is_where_it_is(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    name = default_storage.save("brief.txt", ContentFile(b"Guten Tag"))
    assert local_path(name) == tmp_path / name


def test_a_file_from_elsewhere_is_brought_once_and_again_when_it_changes(elsewhere):
    name = elsewhere.save("bilder/garten.jpg", ContentFile(b"erstes"))
    path = local_path(name)
    assert (path.read_bytes(), path.suffix) == (b"erstes", ".jpg")
    assert local_path(name) == path
    elsewhere.delete(name)
    elsewhere.save(name, ContentFile(b"ein anderes"))
    assert local_path(name).read_bytes() == b"ein anderes"
    with pytest.raises(OSError, match="weg"):
        local_path("weg.jpg")


def test_copies_go_when_there_are_many_but_never_those_in_use(elsewhere, monkeypatch):
    monkeypatch.setattr(local_files, "KEPT_FILES", 2)
    paths = [local_path(elsewhere.save(f"{number}.txt", ContentFile(b"x" * number))) for number in range(1, 4)]
    assert all(path.exists() for path in paths)
    os.utime(paths[0], (1, 1))
    local_path(elsewhere.save("neu.txt", ContentFile(b"neu")))
    assert [path.exists() for path in paths] == [False, True, True]


@pytest.mark.slow
@pytest.mark.django_db
def test_pictures_advertisements_and_profiles_from_elsewhere_are_printed(elsewhere, home):
    edition = make_edition(home)
    picture = edition.articles[0].lead_image
    assert isinstance(picture.file.storage._wrapped, ObjectStore)
    ad = booked(edition, width=90, height=60)
    profile = PrinterProfile(name="Druckerei", identifier="FOGRA39", kind=PrinterProfile.Kind.values[0])
    profile.icc_file.save("eigenes.icc", ContentFile(OURS), save=False)
    condition = profile.condition()
    made = make_pdf(render(edition, medium=Medium.PRINT), purpose=Purpose.PRESS, condition=condition)
    with pikepdf.open(io.BytesIO(made.data)) as pdf:
        assert icc.read(pdf.Root.OutputIntents[0].DestOutputProfile.read_bytes()).description == "FOGRA39L"
        page = pdf.pages[int(made.places[f"ready-made-{ad.pk}"][0]) - 1]
        forms = [form for form in page.resources.XObject.values() if form.get("/Subtype") == Name.Form]
        assert any(b"0.6 0 0 0 k" in form.read_bytes() for form in forms)
        assert any(item.get("/Subtype") == Name.Image for item in pdf.objects if isinstance(item, pikepdf.Stream))
    folder, pages = raster.page_pictures(ad.file)
    assert Image.open(folder / "1.jpg").size == tuple(pages[0]["px"])

"""Pictures kept back: on whole and on broken disks, in a folder and elsewhere, and back again."""

import errno
import io
import os
import secrets
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.core.files.storage import InMemoryStorage
from django.db import transaction

from cms.core import kept_back
from cms.core.models import CouncilImage
from tests.core.test_images import drawn

pytestmark = pytest.mark.django_db


class FullDisk(InMemoryStorage):
    """A storage that is no folder, like those of providers. While it is full, only half of a file is written."""

    full = False

    def _save(self, name, content):
        if self.full:
            whole = content.read()
            super()._save(name, ContentFile(whole[: len(whole) // 2]))
            raise OSError(errno.ENOSPC, "No space left on device", name)
        return super()._save(name, content)


def picture_file(name: str) -> ImageFile:
    out = io.BytesIO()
    drawn().save(out, "PNG")
    return ImageFile(out, name=name)


@pytest.fixture
def elsewhere(monkeypatch):
    storage = FullDisk()
    monkeypatch.setattr(CouncilImage._meta.get_field("file"), "storage", storage)
    return storage


@pytest.fixture
def image():
    return CouncilImage.objects.create(title="Samira", file=picture_file(f"{secrets.token_hex(4)}.png"))


def again(image) -> CouncilImage:
    return CouncilImage.objects.get(pk=image.pk)


def refuse(number):
    def refused(*args, **kwargs):
        raise OSError(number, os.strerror(number), *args[:1])

    return refused


def keep_back(image, commit_callbacks) -> CouncilImage:
    with commit_callbacks(execute=True):
        kept_back.keep_back(again(image))
    return again(image)


def test_a_picture_leaves_the_public_folder_without_being_copied_and_comes_back(image, django_capture_on_commit_callbacks):
    old = Path(image.file.path)
    written = old.stat().st_ino
    kept = keep_back(image, django_capture_on_commit_callbacks)
    assert not kept.is_public and not old.exists()
    assert Path(kept.file.path).stat().st_ino == written
    with django_capture_on_commit_callbacks(execute=True):
        kept_back.give_back(again(image))
    assert again(image).is_public and Path(again(image).file.path).stat().st_ino == written
    assert not Path(kept.file.path).exists()


@pytest.mark.django_db(transaction=True)
def test_a_transaction_that_fails_leaves_the_picture_where_it_was(image):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        kept_back.keep_back(again(image))
        1 / 0  # noqa: B018 -- whatever goes wrong later in a withdrawal
    assert again(image).file.name == image.file.name and Path(image.file.path).exists()


def test_a_missing_original_is_no_obstacle(image, caplog, django_capture_on_commit_callbacks):
    Path(image.file.path).unlink()
    kept = keep_back(image, django_capture_on_commit_callbacks)
    assert not kept.is_public and kept_back.settle(kept)
    assert f"Picture {image.pk} " in caplog.text
    with django_capture_on_commit_callbacks(execute=True):
        kept_back.give_back(again(image))
    assert again(image).is_public


def test_where_there_are_no_hard_links_it_is_copied(image, monkeypatch, django_capture_on_commit_callbacks):
    old, whole = Path(image.file.path), Path(image.file.path).read_bytes()
    monkeypatch.setattr(os, "link", refuse(errno.EPERM))
    kept = keep_back(image, django_capture_on_commit_callbacks)
    assert Path(kept.file.path).read_bytes() == whole and not old.exists()


@pytest.mark.parametrize("refused", ["link", "remove"])
def test_what_a_damaged_disk_keeps_public_is_out_of_the_web_at_once_and_moved_later(
    image, monkeypatch, caplog, django_capture_on_commit_callbacks, refused
):
    old, whole = Path(image.file.path), Path(image.file.path).read_bytes()
    with monkeypatch.context() as disk:
        disk.setattr(os, refused, refuse(errno.EROFS))
        kept = keep_back(image, django_capture_on_commit_callbacks)
        assert not kept.is_public and old.exists()
        assert not kept_back.settle(kept)
        with pytest.raises(OSError, match="could not be brought"):
            kept_back.give_back(again(image))
    assert any(record.levelname == "ERROR" for record in caplog.records)
    assert kept_back.settle(kept) and kept_back.settle(kept)
    assert not old.exists() and Path(kept.file.path).read_bytes() == whole


def test_half_a_copy_on_a_full_disk_is_not_taken_for_the_picture(elsewhere, image, django_capture_on_commit_callbacks):
    with image.file.open() as file:
        whole = file.read()
    elsewhere.full = True
    kept = keep_back(image, django_capture_on_commit_callbacks)
    assert not kept.is_public and elsewhere.exists(image.file.name)
    elsewhere.full = False
    assert kept_back.settle(kept) and not elsewhere.exists(image.file.name)
    with elsewhere.open(kept.file.name) as file:
        assert file.read() == whole


def test_another_picture_that_got_the_old_name_stays_public(image, django_capture_on_commit_callbacks):
    name = image.file.name
    kept = keep_back(image, django_capture_on_commit_callbacks)
    other = CouncilImage.objects.create(title="Kofi", file=picture_file(Path(name).name))
    assert other.file.name == name
    assert kept_back.settle(kept) and Path(other.file.path).exists()

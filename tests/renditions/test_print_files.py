"""Print files: asked for once, made once, never stuck, never public before their page is."""

import os
import signal
import subprocess
import sys
import time
from datetime import timedelta

import pytest
from django.conf import settings as django_settings
from django.contrib.auth.models import Group
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry, PageViewRestriction

from cms.renditions import printing
from cms.renditions.models import MAX_ATTEMPTS, PrintFile
from cms.renditions.pdf import Pdf, PdfError, Purpose
from cms.renditions.printing import make, ready_file, release_stale, request_print
from cms.renditions.tasks import release_stale as release_stale_task

State, Source = PrintFile.State, PrintFile.Source


@pytest.fixture
def article(edition):
    return edition.articles[1]


@pytest.fixture
def finished(article):
    """A ready PDF of an article, made by the real render process."""
    return make(request_print(article))


@pytest.mark.slow
def test_a_requested_pdf_is_made_and_described(finished):
    assert finished.state == State.READY
    assert finished.page_count >= 1
    assert finished.file.read(5) == b"%PDF-"
    assert finished.size == finished.file.size


@pytest.mark.slow
def test_the_same_content_is_not_rendered_again(finished, article, monkeypatch):
    monkeypatch.setattr(printing, "make_pdf", lambda *args, **kwargs: pytest.fail("rendered again"))
    again = make(request_print(article))
    assert again.pk != finished.pk
    assert (again.state, again.file.name, again.checksum) == (State.READY, finished.file.name, finished.checksum)


def test_asking_twice_queues_once(article, editor):
    first = request_print(article, user=editor)
    assert request_print(article, user=editor) == first
    assert request_print(article, purpose=Purpose.PRESS) != first
    assert request_print(article, source=Source.DRAFT) != first


@pytest.mark.slow
def test_every_change_of_state_is_in_the_pages_history(finished, article):
    changes = PageLogEntry.objects.filter(page=article.pk, action="renditions.print_file").order_by("timestamp")
    assert [(entry.data["from"], entry.data["to"]) for entry in changes] == [("queued", "rendering"), ("rendering", "ready")]


def test_only_one_worker_gets_a_queued_file(article):
    waiting = request_print(article)
    other = PrintFile.objects.get(pk=waiting.pk)
    assert waiting.change_state(State.RENDERING)
    assert not other.change_state(State.RENDERING)


def test_a_full_disk_fails_with_a_reason_and_can_be_tried_again(article, monkeypatch):
    waiting = request_print(article)
    monkeypatch.setattr(printing, "make_pdf", lambda *args, **kwargs: Pdf(data=b"%PDF-", pages=1, problems=[]))
    storage = waiting.file.storage

    def full(*args, **kwargs):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(type(storage), "save", full)
    failed = make(waiting)
    assert (failed.state, failed.reason) == (State.FAILED, "disk-full")
    assert failed.reason_text
    assert request_print(article).state == State.QUEUED


def test_a_content_error_names_what_to_do(article, monkeypatch):
    def missing(*args, **kwargs):
        raise PdfError("picture-missing", picture="Am Hahn", page="Elf Gärten")

    monkeypatch.setattr(printing, "make_pdf", missing)
    failed = make(request_print(article))
    assert failed.state == State.FAILED
    assert "Am Hahn" in failed.reason_text and "Elf Gärten" in failed.reason_text


def test_what_a_dead_worker_held_is_given_back_and_fails_after_three_attempts(article, django_capture_on_commit_callbacks):
    held = request_print(article)
    long_ago = timezone.now() - timedelta(hours=1)
    held.change_state(State.RENDERING, claimed_at=long_ago, attempts=1)
    assert release_stale_task() == 1
    held.refresh_from_db()
    assert held.state == State.QUEUED
    held.change_state(State.RENDERING, claimed_at=long_ago, attempts=MAX_ATTEMPTS)
    assert release_stale() == 1
    held.refresh_from_db()
    assert (held.state, held.reason) == (State.FAILED, "interrupted")


def test_work_that_is_only_slow_is_left_alone(article):
    held = request_print(article)
    held.change_state(State.RENDERING, claimed_at=timezone.now() - timedelta(seconds=60), attempts=1)
    assert release_stale() == 0


def test_a_file_that_was_queued_and_forgotten_is_queued_again_once(article):
    waiting = request_print(article)
    PrintFile.objects.filter(pk=waiting.pk).update(requested_at=timezone.now() - timedelta(hours=1))
    assert (release_stale(), release_stale()) == (1, 0)


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_a_worker_killed_while_rendering_leaves_nothing_stuck(edition, settings, tmp_path):
    waiting = request_print(edition)
    PrintFile.objects.filter(pk=waiting.pk).update(state=State.QUEUED, attempts=0, file="")
    code = (
        "import django; django.setup(); from django.db import connection;"
        f"connection.settings_dict['NAME'] = {str(settings.DATABASES['default']['NAME'])!r};"
        "from cms.renditions.models import PrintFile; from cms.renditions.printing import make;"
        f"make(PrintFile.objects.get(pk={waiting.pk}))"
    )
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "cms.settings.test", "TMPDIR": str(tmp_path)}  # it cannot tidy up
    worker = subprocess.Popen([sys.executable, "-c", code], cwd=django_settings.BASE_DIR, env=environment)
    deadline = time.monotonic() + 240
    while PrintFile.objects.get(pk=waiting.pk).state != State.RENDERING and time.monotonic() < deadline:
        assert worker.poll() is None
        time.sleep(0.02)
    worker.send_signal(signal.SIGKILL)
    worker.wait()
    assert PrintFile.objects.get(pk=waiting.pk).state == State.RENDERING
    PrintFile.objects.filter(pk=waiting.pk).update(claimed_at=timezone.now() - timedelta(hours=1))
    assert release_stale() == 1
    assert make(PrintFile.objects.get(pk=waiting.pk)).state == State.READY


@pytest.mark.slow
def test_publishing_an_edition_makes_its_pdf(edition, settings, django_capture_on_commit_callbacks):
    settings.PDF_ON_PUBLISH = True
    with django_capture_on_commit_callbacks(execute=True):
        edition.save_revision().publish()
    found = ready_file(edition)
    assert found.state == State.READY
    edition.refresh_from_db()
    assert found.revision_id == edition.live_revision_id


@pytest.mark.slow
def test_readers_get_the_pdf_of_a_published_page_at_a_lasting_address(finished, article, client):
    address = reverse("public_pdf", args=[article.pk, article.slug])
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer["Content-Type"] == "application/pdf"
    assert b"".join(answer.streaming_content).startswith(b"%PDF-")
    article.unpublish()
    assert client.get(address).status_code == 404


@pytest.mark.slow
def test_the_pdf_of_a_draft_or_a_private_page_is_never_public(article, client):
    address = reverse("public_pdf", args=[article.pk, article.slug])
    make(request_print(article, source=Source.DRAFT))
    assert client.get(address).status_code == 404
    make(request_print(article))
    PageViewRestriction.objects.create(page=article, restriction_type=PageViewRestriction.LOGIN)
    assert client.get(address).status_code == 404
    assert not str(django_settings.PRINT_ROOT).startswith(str(django_settings.MEDIA_ROOT))


def test_the_admin_lists_and_follows_print_files(article, admin_client):
    waiting = request_print(article, purpose=Purpose.PRESS)
    for address in [reverse("renditions:page", args=[article.pk]), reverse("renditions:rows", args=[article.pk])]:
        html = admin_client.get(address).content.decode()
        assert f'data-print-file="{waiting.pk}" data-state="queued"' in html
    assert article.title in admin_client.get(reverse("renditions:all")).content.decode()


def test_five_hundred_print_files_are_listed_in_pages_with_few_queries(article, admin_client, django_assert_max_num_queries):
    PrintFile.objects.bulk_create(
        PrintFile(
            page=article, locale=article.locale, product="sheet", sheet="a4", purpose="screen", source="live", state=State.FAILED
        )
        for _number in range(500)
    )
    with django_assert_max_num_queries(140):
        answer = admin_client.get(reverse("renditions:all"), {"state": "failed", "p": 3})
    assert answer.content.decode().count("data-print-file=") == 40
    assert admin_client.get(reverse("renditions:all"), {"state": "ready"}).content.decode().count("data-print-file=") == 0


def test_a_finished_file_can_be_deleted_with_its_bytes_but_one_at_work_cannot(article, admin_client):
    ready = request_print(article)
    name = ready.file.storage.save(f"{article.pk}/x.pdf", ContentFile(b"%PDF-"))
    PrintFile.objects.filter(pk=ready.pk).update(state=State.RENDERING, file=name)
    admin_client.post(reverse("renditions:delete", args=[ready.pk]))
    assert PrintFile.objects.filter(pk=ready.pk).exists()
    PrintFile.objects.filter(pk=ready.pk).update(state=State.READY)
    admin_client.post(reverse("renditions:delete", args=[ready.pk]))
    assert not PrintFile.objects.filter(pk=ready.pk).exists()
    assert not ready.file.storage.exists(name)
    assert PageLogEntry.objects.filter(page=article.pk, action="renditions.delete_print_file").exists()


def test_a_print_file_of_another_format_never_becomes_the_public_download(article):
    bigger = request_print(article)
    PrintFile.objects.filter(pk=bigger.pk).update(state=State.READY, finished_at=timezone.now(), sheet="a3", is_usual=False)
    usual = request_print(article)
    assert ready_file(article) is None
    released = {"state": State.RELEASED, "finished_at": timezone.now() - timedelta(days=1), "file": "usual.pdf"}
    PrintFile.objects.filter(pk=usual.pk).update(**released)
    assert ready_file(article) == usual
    PrintFile.objects.filter(pk=usual.pk).update(file="")  # somebody in it has taken their consent back
    assert ready_file(article) is None


def test_people_who_may_not_edit_the_page_see_none_of_it(article, client, django_user_model):
    stranger = django_user_model.objects.create_user("fremd", password="x")
    stranger.groups.add(Group.objects.create(name="Nur Bilder"))
    stranger.user_permissions.add(*permission("access_admin"))
    client.force_login(stranger)
    waiting = request_print(article)
    PrintFile.objects.filter(pk=waiting.pk).update(state=State.READY)
    for name, key in [("page", article.pk), ("rows", article.pk), ("download", waiting.pk), ("file", waiting.pk)]:
        assert client.get(reverse(f"renditions:{name}", args=[key])).status_code in (302, 403)
    assert article.title not in client.get(reverse("renditions:all")).content.decode()


def permission(codename):
    from django.contrib.auth.models import Permission

    return Permission.objects.filter(codename=codename)

"""A restored backup refuses to send until a person confirms."""

import os
import shutil

import pytest
from django.core.management import call_command
from django.urls import reverse

from newsletter import guard, ledger
from newsletter.dispatch import dispatch
from newsletter.models import Mailing, SendingCount
from tests.faults.house import make_mailing

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_once")]


@pytest.fixture(autouse=True)
def own_folder(settings, tmp_path):
    settings.VAR_DIR = tmp_path


def test_the_same_data_may_send_again_and_again():
    for _ in range(3):
        guard.check()
    assert guard.trouble() == ""


def test_a_database_older_than_the_last_mailing_refuses_until_somebody_confirms(editor):
    guard.check()
    guard.check()
    SendingCount.objects.update(number=0)
    with pytest.raises(guard.Restored):
        guard.check()
    assert guard.trouble()
    guard.confirm(user=editor)
    guard.check()
    assert SendingCount.objects.get().confirmed_by == editor


def test_files_that_were_copied_or_unpacked_with_the_database_refuse_too(tmp_path):
    guard.check()
    copy = tmp_path / "copy.json"
    shutil.copy2(guard.path(), copy)
    old = guard.path().stat().st_mtime - 86_400
    text = guard.path().read_text()
    guard.path().write_text(text)
    os.utime(guard.path(), (old, old))
    with pytest.raises(guard.Restored):
        guard.check()


def test_another_machine_and_another_database_are_no_backup():
    guard.check()
    guard.path().unlink()
    guard.check()
    SendingCount.objects.all().delete()
    guard.check()


def test_neither_a_start_nor_a_worker_gets_through_and_the_command_confirms(post_office):
    mailing = make_mailing(3)
    guard.check()
    SendingCount.objects.update(number=0)
    assert dispatch(mailing).sent == 0
    mailing.refresh_from_db()
    assert mailing.state == Mailing.State.PAUSED
    assert "Sicherung" in mailing.trouble
    assert ledger.numbers(mailing)["queued"] == 3
    with pytest.raises(guard.Restored):
        make_mailing(0)
    call_command("confirm_restored", "--yes", verbosity=0)
    Mailing.objects.update(state=Mailing.State.SENDING)
    mailing.refresh_from_db()
    assert dispatch(mailing).sent == 3


def test_the_office_is_asked_in_the_menu_and_answers_on_a_page(client, editor):
    client.force_login(editor)
    page = reverse("newsletter_restored")
    guard.check()
    assert page not in client.get(reverse("wagtailadmin_home")).content.decode()
    SendingCount.objects.update(number=0)
    mailing = Mailing.objects.create(title="Herbst", fallback_language="de", state=Mailing.State.PAUSED)
    assert page in client.get(reverse("wagtailadmin_home")).content.decode()
    shown = client.get(page).content.decode()
    assert "zurückgespielte Sicherung" in shown
    assert reverse("mailings:edit", args=[mailing.pk]) in shown
    assert client.post(page).url == reverse("mailings:index")
    assert guard.trouble() == ""
    assert page not in client.get(reverse("wagtailadmin_home")).content.decode()

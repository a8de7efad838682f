"""System checks: what is missing is named, and an empty database never stops `migrate`."""

import datetime
import re

import pytest
from django.core.management import call_command
from django.core.management.base import SystemCheckError
from django.db import connection
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from cms.core import checks
from cms.core.completeness import REQUIRED, blanks
from cms.core.models import CouncilSettings


def ids(found) -> set[str]:
    return {message.id for message in found}


def test_a_complete_council_lacks_nothing(home):
    assert blanks(CouncilSettings.objects.get()) == []
    assert checks.check_councils(None) == []


@pytest.mark.parametrize(("code", "fields"), [(code, fields) for code, fields, _text, _reason in REQUIRED])
def test_every_missing_duty_is_named(home, code, fields):
    council = CouncilSettings.objects.get()
    setattr(council, fields[-1], "  ")
    council.save()
    assert ids(checks.check_councils(None)) == {f"core.{code}"}


def test_a_database_without_site_is_told(db):
    from wagtail.models import Site

    Site.objects.all().delete()
    assert ids(checks.check_councils(None)) == {"core.W016"}


@pytest.mark.parametrize(
    ("check", "table"),
    [
        (checks.check_councils, "wagtailcore_site"),
        (checks.check_languages, "wagtailcore_locale"),
        (checks.check_demo_passwords, "auth_user"),
        (checks.check_worker, DBTaskResult._meta.db_table),
    ],
)
def test_an_unmigrated_database_is_a_warning_and_not_a_crash(db, check, table):
    with connection.cursor() as cursor:
        cursor.execute(f"ALTER TABLE {table} RENAME TO not_migrated_yet")
    assert ids(check(None)) == {"core.W010"}


def test_the_addresses_of_development_are_not_for_the_public(settings):
    settings.BASE_URL, settings.SECRET_KEY = "http://localhost:8000", "development-only-never-in-production"
    settings.DEFAULT_FROM_EMAIL = "vielfalt@localhost"
    settings.MAILERS = {name: {"OPTIONS": {"host": "127.0.0.1", "port": 2525}} for name in ("default", "newsletter")}
    assert ids(checks.check_addresses(None)) == {"core.W001", "core.E002", "core.W003", "core.W004"}


def test_production_addresses_pass(settings):
    settings.BASE_URL, settings.SECRET_KEY = "https://vielfalt.lindenau.example", "x" * 60
    settings.DEFAULT_FROM_EMAIL = "post@lindenau.example"
    settings.MAILERS = {name: {"OPTIONS": {"host": "mail.lindenau.example", "port": 587}} for name in ("default", "newsletter")}
    assert checks.check_addresses(None) == []


def test_the_demo_password_must_not_go_public(home, django_user_model):
    django_user_model.objects.create_user("redaktion", password="lindenau")
    assert ids(checks.check_demo_passwords(None)) == {"core.E018"}
    user = django_user_model.objects.get()
    user.set_password("Neun-Spatzen-im-Regen")
    user.save()
    assert checks.check_demo_passwords(None) == []


def task(**fields) -> DBTaskResult:
    values = {"task_path": "newsletter.tasks.dispatch", "args_kwargs": {"args": [], "kwargs": {}}, "queue_name": "mail"}
    values |= {"backend_name": "default", "exception_class_path": "", "traceback": "", "run_after": timezone.now()}
    result = DBTaskResult.objects.create(**values)
    DBTaskResult.objects.filter(pk=result.pk).update(**fields)
    return result


def test_a_worker_that_does_not_run_is_noticed(db):
    past = timezone.now() - datetime.timedelta(minutes=25)
    task(status="READY", enqueued_at=past, run_after=past)
    found = checks.check_worker(None)
    assert ids(found) == {"core.W019"}
    assert "25" in found[0].msg


def test_a_task_planned_for_later_is_no_alarm(db):
    later = timezone.now() + datetime.timedelta(hours=5)
    task(status="READY", enqueued_at=timezone.now() - datetime.timedelta(minutes=25), run_after=later)
    assert checks.check_worker(None) == []


def test_a_worker_killed_in_the_middle_is_noticed(db):
    task(status="RUNNING", started_at=timezone.now() - datetime.timedelta(hours=2))
    assert ids(checks.check_worker(None)) == {"core.W020"}


def test_a_locale_that_the_settings_do_not_know_is_an_error(locales, settings):
    settings.LANGUAGES = [pair for pair in settings.LANGUAGES if pair[0] != "tr"]
    found = checks.check_languages(None)
    assert ids(found) == {"core.E017"}
    assert "tr" in found[0].msg


def test_they_are_all_part_of_the_deployment_check_and_of_no_other(home, capsys):
    CouncilSettings.objects.update(responsible="")
    with pytest.raises(SystemCheckError) as found:
        call_command("check", deploy=True, tags=["council"])
    assert {"core.W001", "core.E002", "core.W013"} <= set(re.findall(r"core\.[EW]\d+", str(found.value)))
    call_command("check")
    assert "core." not in capsys.readouterr().err

"""Nothing stays stuck when a worker dies."""

import datetime

import pytest
from django.core.management import call_command
from django.tasks import TaskResultStatus
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from cms.core import sweeping


def a_running_task(*, minutes: int, workers: int = 1) -> DBTaskResult:
    row = DBTaskResult.objects.create(
        args_kwargs={"args": [], "kwargs": {}},
        task_path="cms.renditions.tasks.none",
        backend_name="default",
        run_after=timezone.now(),
        status=TaskResultStatus.RUNNING,
        worker_ids=[f"worker-{n}" for n in range(workers)],
        exception_class_path="",
        traceback="",
    )
    started = timezone.now() - datetime.timedelta(minutes=minutes)
    DBTaskResult.objects.filter(pk=row.pk).update(started_at=started)
    return row


@pytest.mark.django_db
def test_a_task_whose_worker_died_is_ready_again():
    row = a_running_task(minutes=30)
    call_command("sweep")
    row.refresh_from_db()
    assert (row.status, row.started_at) == (TaskResultStatus.READY, None)


@pytest.mark.django_db
def test_a_task_that_runs_normally_is_left_alone():
    row = a_running_task(minutes=1)
    assert sweeping.release_stale_tasks() == 0
    row.refresh_from_db()
    assert row.status == TaskResultStatus.RUNNING


@pytest.mark.django_db
def test_a_task_that_killed_three_workers_fails_for_good():
    row = a_running_task(minutes=30, workers=3)
    sweeping.release_stale_tasks()
    row.refresh_from_db()
    assert row.status == TaskResultStatus.FAILED


@pytest.mark.django_db
def test_one_failing_duty_does_not_stop_the_others(monkeypatch):
    done = []

    def broken() -> int:
        raise RuntimeError("disk full")

    monkeypatch.setattr(sweeping, "_duties", {"first": broken, "second": lambda: done.append(1) or 1})
    assert sweeping.sweep() == {"first": -1, "second": 1}
    assert done == [1]

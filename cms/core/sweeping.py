"""Periodic duties: what must happen without anybody asking, because workers die and clocks move.

Each room registers its duties when it starts; `manage.py sweep` carries them out. A duty is idempotent, quick, and
returns how many things it mended.
"""

import datetime
import logging
from collections.abc import Callable

from django.conf import settings
from django.core.management import call_command
from django.tasks import TaskResultStatus
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

logger = logging.getLogger(__name__)

MAX_ATTEMPTS = 3
RESULTS_KEPT = datetime.timedelta(days=14)

Duty = Callable[[], int]
_duties: dict[str, Duty] = {}


def register_duty(name: str, duty: Duty) -> None:
    _duties[name] = duty


def sweep() -> dict[str, int]:
    """Carry out every duty; one that fails is logged and does not stop the others."""
    mended = {}
    for name, duty in _duties.items():
        try:
            mended[name] = duty()
        except Exception:
            logger.exception("Sweeping %s failed", name)
            mended[name] = -1
    return mended


def release_stale_tasks() -> int:
    """Give the tasks of dead workers back to the queue: the library leaves them RUNNING for ever (django-tasks-db#5).

    A task that took its worker down MAX_ATTEMPTS times is failed instead.
    """
    limit = timezone.now() - datetime.timedelta(seconds=settings.STALE_AFTER_SECONDS)
    released = 0
    for row in DBTaskResult.objects.running().filter(started_at__lt=limit):
        change = {"status": TaskResultStatus.READY, "started_at": None}
        if len(row.worker_ids) >= MAX_ATTEMPTS:
            change = {"status": TaskResultStatus.FAILED, "finished_at": timezone.now(), "traceback": "Worker died repeatedly."}
        # The filter again: the worker may have finished in the meantime.
        released += DBTaskResult.objects.running().filter(pk=row.pk, started_at=row.started_at).update(**change)
    return released


def prune_finished_tasks() -> int:
    limit = timezone.now() - RESULTS_KEPT
    return DBTaskResult.objects.finished().filter(finished_at__lt=limit).delete()[0]


def publish_scheduled() -> int:
    """Publish and expire what editors have scheduled in Wagtail."""
    call_command("publish_scheduled", verbosity=0)
    return 0


register_duty("stale tasks", release_stale_tasks)
register_duty("old task results", prune_finished_tasks)
register_duty("scheduled pages", publish_scheduled)

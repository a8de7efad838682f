"""Search and reference index of the whole demo in one go, instead of one queued task for every saved object."""

import io

from django.core.management import call_command
from django_tasks_db.models import DBTaskResult
from modelsearch.tasks import insert_or_update_object_task


def index_everything(*, since) -> None:
    """Builds both indexes, then takes the tasks queued `since` then out again: they would only repeat it."""
    call_command("rebuild_references_index", verbosity=0, stdout=io.StringIO())
    call_command("update_index", verbosity=0, stdout=io.StringIO())
    repeats = DBTaskResult.objects.ready().filter(task_path=insert_or_update_object_task.module_path, enqueued_at__gte=since)
    repeats.delete()

"""Search and reference index in tests that end with a rollback: they are brought up to date when somebody reads them.

In a house a worker does it, a moment after the save. Done within each save, it took a sixth of the CPU of an ordinary test,
and most tests never look.
"""

from django.db import connection
from django.tasks.backends.immediate import ImmediateBackend

PUT_OFF = {"modelsearch.tasks.insert_or_update_object_task", "wagtail.tasks.update_reference_index_task"}
TABLES = ("indexentry", "referenceindex")

waiting: dict[tuple, tuple] = {}  # each object once, however often it was saved


class IndexWhenRead(ImmediateBackend):
    """Does every task at once, except those two."""

    def enqueue(self, task, args, kwargs):
        if task.module_path not in PUT_OFF or not ends_with_rollback():
            return super().enqueue(task, args, kwargs)
        waiting[task.module_path, *args] = (super().enqueue, task, args, kwargs)
        return None


def ends_with_rollback() -> bool:
    """Whether this thread's connection is inside a test that pytest-django rolls back. Others may look on from elsewhere."""
    return connection.in_atomic_block and connection.atomic_blocks[0]._from_testcase


def catch_up() -> None:
    """Indexes what was saved since the last time. Its queries are not the test's: nobody counts them."""
    due = list(waiting.values())
    waiting.clear()
    counted, connection.force_debug_cursor = connection.force_debug_cursor, False
    for enqueue, *task in due:
        enqueue(*task)
    connection.force_debug_cursor = counted


def before_reading(execute, sql, params, many, context):
    """A wrapper around every query of the connection."""
    if waiting and any(table in str(sql) for table in TABLES):
        catch_up()
    return execute(sql, params, many, context)

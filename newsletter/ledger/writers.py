"""SQLite lets one connection write at a time and makes the others sleep and try again; standing in a queue is much faster."""

import contextlib
import threading

from django.db import connection

_queue = threading.RLock()


def one_at_a_time(database=connection):
    """Between the connections of this process; PostgreSQL needs no queue."""
    return _queue if database.vendor == "sqlite" else contextlib.nullcontext()

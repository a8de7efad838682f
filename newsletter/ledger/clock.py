"""Two clocks that nobody sets: one shared by all workers, for leases, and one of this machine, for keeping within them.

PostgreSQL's own clock is shared by all who use it. With SQLite all workers are on one machine, so its time since boot will do.
Neither is moved by a wrong or corrected wall clock of a worker, and both go on while a process is stopped.
"""

import time

from django.db import connection


def since_boot() -> float:
    """Seconds on this machine, also while it sleeps."""
    return time.clock_gettime(time.CLOCK_BOOTTIME)


def shared() -> float:
    """Seconds on the clock of the database."""
    if connection.vendor != "postgresql":
        return since_boot()
    with connection.cursor() as cursor:
        cursor.execute("SELECT extract(epoch FROM clock_timestamp())")
        return float(cursor.fetchone()[0])

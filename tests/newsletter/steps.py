"""How much SQLite has to do for something: the same number on every machine, however busy it is."""

from collections.abc import Callable

from django.db import connection


def steps_of(look: Callable[[], object]) -> int:
    """In hundreds of steps of its virtual machine. For tests on SQLite only."""
    steps = 0

    def count() -> int:
        nonlocal steps
        steps += 1
        return 0

    connection.ensure_connection()
    connection.connection.set_progress_handler(count, 100)
    try:
        look()
    finally:
        connection.connection.set_progress_handler(None, 0)
    return steps

"""SQLite lets one connection write at a time and makes the others sleep and try again; standing in a queue is much faster."""

import contextlib
import threading

from django.db import connection

PAGES_IN_REACH = 1 << 28  # bytes of the file that are read without a call to the kernel

_queue = threading.RLock()


def one_at_a_time(database=connection):
    """Between the connections of this process; PostgreSQL needs no queue."""
    return _queue if database.vendor == "sqlite" else contextlib.nullcontext()


class Pen:
    """The connection to SQLite through which all threads of this process write outcomes: take it up, write, lay it down.

    With one each, every outcome would make all the others forget the pages they hold, and read them again.
    """

    _in_use: "dict[str, Pen]" = {}

    def __init__(self, database):
        self._name = str(database.settings_dict["NAME"])
        self._line = database.get_new_connection(database.get_connection_params())
        self._line.isolation_level = None  # every outcome is a transaction of its own
        self._line.execute(f"PRAGMA mmap_size = {PAGES_IN_REACH}")
        self._durable: bool | None = None
        self._hands = 0

    @classmethod
    def take_up(cls, database) -> "Pen":
        with _queue:
            pen = cls._in_use.get(name := str(database.settings_dict["NAME"])) or cls(database)
            cls._in_use[name] = pen
            pen._hands += 1
            return pen

    def lay_down(self) -> None:
        with _queue:
            self._hands -= 1
            if not self._hands:
                del self._in_use[self._name]
                self._line.close()

    def write(self, sql: str, values: tuple, *, durable: bool) -> int:
        """How many rows changed. `durable`: it is on the disk now."""
        with _queue:
            if durable != self._durable:
                self._line.execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
                self._durable = durable
            return self._line.execute(sql, values).rowcount

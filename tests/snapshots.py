"""The contents of the test database at one moment, to come back to within milliseconds.

Tests that commit (a browser or another process looks on) end by restoring what the migrations left. Emptying every table and
writing those rows again through Django's serializer, as TransactionTestCase does, takes over a second each time.
"""

import hashlib
import itertools
import os
import shutil
import sqlite3
import tempfile
from importlib.metadata import version
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.cache import cache
from django.db import connection, transaction

from newsletter import guard

numbers = itertools.count()


class Snapshot:
    """What is in the database now; `restore()` brings exactly that back. Tables stay the same in between."""

    def __init__(self) -> None:
        kind = SQLiteCopy if connection.vendor == "sqlite" else PostgreSQLCopy
        self.copy = kind()

    def restore(self) -> None:
        self.copy.restore()
        cache.clear()  # Wagtail keeps paths of sites there
        guard.path().unlink(missing_ok=True)  # else the newsletter would take it for the restored backup it is


class SQLiteCopy:
    """A second file, copied page by page."""

    def __init__(self) -> None:
        self.path = Path(tempfile.mkstemp(suffix=".sqlite3", dir=settings.VAR_DIR)[1])
        connection.ensure_connection()
        with sqlite3.connect(self.path) as copy:
            connection.connection.backup(copy)
        copy.close()

    def restore(self) -> None:
        connection.ensure_connection()
        with sqlite3.connect(self.path) as copy:
            copy.backup(connection.connection)
        copy.close()


class PostgreSQLCopy:
    """A second schema with the rows of every table that has any. Needs no rights beyond those on the database itself."""

    def __init__(self) -> None:
        self.schema = f"snapshot_{next(numbers)}"
        with transaction.atomic(), connection.cursor() as cursor:
            self.tables = [f'"{name}"' for name in connection.introspection.table_names(cursor)]
            cursor.execute(f"CREATE SCHEMA {self.schema}")
            for table in self.tables:
                cursor.execute(f"CREATE TABLE {self.schema}.{table} AS TABLE public.{table}")
            self.filled = {table: self.columns(cursor, table) for table in self.tables if self.holds_rows(cursor, table)}

    @staticmethod
    def columns(cursor, table: str) -> str:
        """Those that can be written: the database works out the others."""
        cursor.execute(
            "SELECT string_agg(quote_ident(attname), ', ') FROM pg_attribute "
            "WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''",
            [f"public.{table}"],
        )
        return cursor.fetchone()[0]

    def holds_rows(self, cursor, table: str) -> bool:
        cursor.execute(f"SELECT EXISTS (SELECT FROM {self.schema}.{table})")
        return cursor.fetchone()[0]

    def restore(self) -> None:
        # Django's foreign keys are deferrable: they are looked at when everything is back in its place.
        steps = ["SET CONSTRAINTS ALL DEFERRED"]
        steps += [f"DELETE FROM public.{table}" for table in self.tables]
        steps += [
            f"INSERT INTO public.{table} ({columns}) SELECT {columns} FROM {self.schema}.{table}"
            for table, columns in self.filled.items()
        ]
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(";\n".join(steps))


def kept_file() -> Path:
    """Where the migrated SQLite database of these very migrations is kept."""
    content = hashlib.sha256(f"{version('django')} {sqlite3.sqlite_version}".encode())
    for config in apps.get_app_configs():
        for path in sorted(Path(config.path, "migrations").glob("*.py")):
            content.update(f"{config.label} {path.name}".encode() + path.read_bytes())
    return settings.BASE_DIR / ".tools" / "migrated" / f"{content.hexdigest()}.sqlite3"


def lay_out_kept_file() -> bool:
    """Puts it where the test database is expected. False when there is none, or when the database is another."""
    if connection.vendor != "sqlite" or not (kept := kept_file()).exists():
        return False
    shutil.copy(kept, settings.DATABASES["default"]["TEST"]["NAME"])
    return True


def keep_file(migrated: Snapshot) -> None:
    """Keeps the migrated database for the next run and removes those of older migrations."""
    if connection.vendor != "sqlite" or (kept := kept_file()).exists():
        return
    kept.parent.mkdir(parents=True, exist_ok=True)
    partial = kept.with_suffix(f".{os.getpid()}")
    shutil.copy(migrated.copy.path, partial)
    partial.rename(kept)
    for old in kept.parent.glob("*.sqlite3"):
        if old != kept:
            old.unlink(missing_ok=True)

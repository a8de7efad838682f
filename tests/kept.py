"""Content that many tests begin with is built once per worker; afterwards its rows are put back, fifty times as fast.

Only for tests that end with a rollback: files stay, and nothing that waits for a commit would be done. The rows it is built
upon need the same keys in every test, also on PostgreSQL, which goes on counting after a rollback.
"""

import itertools
from collections import defaultdict
from pathlib import Path

from django.apps import apps
from django.conf import settings
from django.core.cache import cache
from django.db import connection

from tests.indexing import catch_up

records = defaultdict(list)


def kept(name: str, build):
    """What `build()` returns, a row or several. Built anew where the database does not look as it did the other times."""
    if not connection.in_atomic_block:  # a test that commits
        return build()
    catch_up()
    for record in records[name]:
        if record.fits():
            return record.put_back()
    if len(records[name]) == 5:
        return build()
    before, files = rows_of_all_tables(), media_files()
    made = build()
    catch_up()
    records[name].append(Record(made, before=before, files=media_files() - files))
    return made


class Record:
    """The rows by which the tables differ after building, and how those tables looked before."""

    def __init__(self, made, *, before: dict, files: set[Path]) -> None:
        after = rows_of_all_tables()
        touched = [table for table in after if set(after[table]) != set(before[table])]
        self.made = [(type(row), row.pk) for row in (made if isinstance(made, tuple) else (made,))]
        self.files = files
        self.before = {table: set(before[table]) for table in touched}
        self.gone = {table: [row for row in before[table] if row not in set(after[table])] for table in touched}
        self.new = {table: [row for row in after[table] if row not in self.before[table]] for table in touched}

    def fits(self) -> bool:
        same = all(set(rows(table)) == then for table, then in self.before.items())
        return same and all(path.exists() for path in self.files)

    def put_back(self):
        for table in self.before:
            remove(table, self.gone[table])
            insert(table, self.new[table])
        cache.clear()  # Wagtail keeps paths of sites there
        made = tuple(model.objects.get(pk=pk) for model, pk in self.made)
        return made if len(made) > 1 else made[0]


def media_files() -> set[Path]:
    return {path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file()}


def rows_of_all_tables() -> dict[str, list]:
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
    return {table: rows(table) for table in tables if "_fts" not in table}  # triggers fill SQLite's search tables


def columns(table: str) -> list[str]:
    """Those that can be written: not the ones the database works out itself."""
    if table not in columns_of:
        generated = {
            field.column
            for model in apps.get_models()
            for field in model._meta.fields
            if field.generated and model._meta.db_table == table
        }
        with connection.cursor() as cursor:
            cursor.execute(f'SELECT * FROM "{table}" LIMIT 0')
            columns_of[table] = [column[0] for column in cursor.description if column[0] not in generated]
    return columns_of[table]


columns_of: dict[str, list[str]] = {}


# Rows as the database itself writes them, past all converting: tuples from SQLite, lines of COPY from PostgreSQL.
def rows(table: str) -> list:
    if connection.vendor == "sqlite":
        unconverted = ", ".join(f'+"{name}"' for name in columns(table))  # the sign hides a column's type from converters
        return connection.connection.execute(f'SELECT {unconverted} FROM "{table}"').fetchall()
    with connection.connection.cursor() as cursor, cursor.copy(f'COPY "{table}" TO STDOUT') as lines:
        return b"".join(bytes(line) for line in lines).splitlines(keepends=True)


def insert(table: str, new: list) -> None:
    if not new:
        return
    if connection.vendor == "sqlite":
        names, marks = ", ".join(f'"{name}"' for name in columns(table)), ", ".join("?" * len(columns(table)))
        connection.connection.executemany(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', new)
        return
    with connection.connection.cursor() as cursor, cursor.copy(f'COPY "{table}" FROM STDIN') as lines:
        lines.write(b"".join(new))


def remove(table: str, gone: list) -> None:
    """By the first column, which is the key of every Django table."""
    key = columns(table)[0]
    keys = [row[0] if isinstance(row, tuple) else row.split(b"\t")[0].decode().strip() for row in gone]
    for part in itertools.batched(keys, 500):
        with connection.cursor() as cursor:
            marks = ", ".join(["%s"] * len(part))
            cursor.execute(f'DELETE FROM "{table}" WHERE CAST("{key}" AS TEXT) IN ({marks})', [str(one) for one in part])

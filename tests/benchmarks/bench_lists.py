"""Lists of a million: an import against the bare COPY (executemany on SQLite) of the same rows, counts of segments, memory.

Alone: `.venv/bin/python -m tests.benchmarks.bench_lists [rows]`. Both sides read and check the file and make fingerprints,
numbers and seals; the bare side writes to tables without indexes and makes them last.
"""

import contextlib
import csv
import hashlib
import hmac
import json
import os
import re
import secrets
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from cms.renditions.processes.confined import most_memory
from tests.faults.cluster import Cluster, programs

ROUNDS = 3
ROWS = 200_000  # a million with the argument 1000000
LANGUAGES = ("de", "en", "tr", "ar", "uk")
TABLES = ("newsletter_subscriber", "newsletter_subscription", "newsletter_consentevent")


def write_file(path: Path, *, rows: int) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        file.write("email;name;language\n")
        for number in range(rows):
            file.write(f"user{number}.x{number % 977}@example{number % 500}.org;Zoë Müller {number};{LANGUAGES[number % 5]}\n")


def bare_rows(path: Path, *, moment, topic: int):
    """What a bare import cannot do without: read, check, fingerprint, number, seal."""
    fits = re.compile(r"[^@\s\"(),:;<>\[\]\\]{1,64}@[^@\s]{1,253}\.[A-Za-z0-9-]{2,63}").fullmatch
    details = json.dumps({"file": "bench.csv", "source": "bench", "topics": ["bench"]})
    with path.open(newline="", encoding="utf-8") as file:
        for number, row in enumerate(csv.DictReader(file, delimiter=";"), 1):
            address = row["email"].strip()
            if not fits(address):
                continue
            digest = hmac.digest(b"bench", address.lower().encode(), "sha256").hex()
            seal = hashlib.sha256(f'["{digest}", 1, {details}]'.encode()).hexdigest()
            uid = secrets.token_urlsafe(12)
            person = (number, uid, address, digest, row["name"].strip(), row["language"], "", "", "html")
            yield (
                (*person, "active", str(topic), moment, moment),
                (number, topic, "active", moment),
                (digest, 1, "enrolled", moment, moment, row["language"], details, address, "", seal),
            )


def bare_import(path: Path) -> float:
    """Into copies of the three tables; at most one COPY at a time, so the rows go in slices as they do in the import."""
    from django.db import connection
    from django.utils import timezone

    from newsletter.exchange.taking import EVENT, SUBSCRIBER, SUBSCRIPTION, as_stored, prepare_connection
    from newsletter.models import Topic

    columns = (SUBSCRIBER, SUBSCRIPTION, EVENT)
    topic = Topic.objects.create(slug="bare", name="Bare").pk
    indexes = make_bare_tables()
    prepare_connection()
    started = time.perf_counter()
    rows, slices = bare_rows(path, moment=as_stored(timezone.now()), topic=topic), [[], [], []]
    with connection.cursor() as cursor:
        cursor.execute("BEGIN")
        for number, row in enumerate(rows, 1):
            for piece, part in zip(slices, row, strict=True):
                piece.append(part)
            if number % 5000 == 0:
                write_bare(cursor, columns, slices)
                slices = [[], [], []]
        write_bare(cursor, columns, slices)
        cursor.execute("COMMIT")
        for statement in indexes:
            cursor.execute(statement)
    return time.perf_counter() - started


def make_bare_tables() -> list[str]:
    """Copies without indexes; returns the statements that make them."""
    from django.db import connection

    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            for table in TABLES:
                cursor.execute(f"CREATE TABLE bare_{table} (LIKE {table} INCLUDING DEFAULTS INCLUDING IDENTITY)")
            cursor.execute("SELECT indexdef FROM pg_indexes WHERE tablename = ANY(%s)", [list(TABLES)])
            rows = [row[0] for row in cursor.fetchall()]
            return [re.sub(r"INDEX (\S+) ON (\S+\.)(\S+)", r"INDEX bare_\1 ON \2bare_\3", row) for row in rows]
        for table in TABLES:
            cursor.execute("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = %s", [table])
            made = cursor.fetchone()[0].replace(f'"{table}"', f'"bare_{table}"', 1)
            cursor.execute(
                re.sub(
                    r" UNIQUE| REFERENCES \S+ \(\S+\)( DEFERRABLE INITIALLY DEFERRED)?",
                    "",
                    re.sub(r", CONSTRAINT .*\)", ")", made),
                )
            )
        marks = ", ".join(f"'{table}'" for table in TABLES)
        cursor.execute(f"SELECT sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ({marks})")
        rows = [re.sub(r'INDEX "(\S+)" ON "(\S+)"', r'INDEX "bare_\1" ON "bare_\2"', row[0]) for row in cursor.fetchall()]
        unique = (("subscriber", "uid"), ("subscriber", "digest"))
        rows += [f"CREATE UNIQUE INDEX bare_u_{column} ON bare_newsletter_{table} ({column})" for table, column in unique]
        rows.append("CREATE UNIQUE INDEX bare_u_chain ON bare_newsletter_consentevent (subject, sequence)")
        rows.append("CREATE UNIQUE INDEX bare_u_topic ON bare_newsletter_subscription (subscriber_id, topic_id)")
        return rows


def write_bare(cursor, columns, slices) -> None:
    from django.db import connection

    for table, names, rows in zip(TABLES, columns, slices, strict=True):
        listed = ", ".join(f'"{name}"' for name in names)
        if connection.vendor == "postgresql":
            with cursor.cursor.copy(f"COPY bare_{table} ({listed}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
        else:
            places = ", ".join("?" * len(names))
            connection.connection.executemany(f"INSERT INTO bare_{table} ({listed}) VALUES ({places})", rows)


def our_import(path: Path) -> float:
    from django.core.files import File

    from newsletter.exchange import columns, running
    from newsletter.models import SubscriberImport, Topic

    topic = Topic.objects.create(slug="bench", name="Bench")
    with path.open("rb") as file:
        row = running.upload(File(file, name="bench.csv"), site=None, user=None)
    row.choices |= {"topics": [topic.pk], "consent_source": "bench", "consent_date": "2026-01-01"}
    row.state = "running"
    row.choices = columns.Choices(**row.choices).as_json()
    row.save()
    started = time.perf_counter()
    while running.work_on(row.pk):
        pass
    taken = time.perf_counter() - started
    row = SubscriberImport.objects.get()
    assert row.state == "done", row.trouble
    return taken


def segment_counts(_path: Path) -> float:
    """The slowest of the questions the office asks."""
    from django.db import connection

    from newsletter import segments

    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    slowest = 0.0
    for question in (
        lambda: segments.count(state="active", language="tr"),
        lambda: segments.count(state="active", topic=2),
        lambda: segments.count(state="active", language="ar", topic=2),
        segments.by_language,
        segments.by_topic,
    ):
        started = time.perf_counter()
        question()
        slowest = max(slowest, time.perf_counter() - started)
    return slowest


STEPS = {"bare": bare_import, "import": our_import, "segments": segment_counts}


def step(name: str, path: str) -> None:
    """In a process of its own, for its own peak of memory."""
    import django

    django.setup()
    empty = most_memory()
    cpu = time.process_time()
    seconds = STEPS[name](Path(path))
    cpu = time.process_time() - cpu
    print(json.dumps([seconds, cpu, round(most_memory() - empty)]))


def main(rows: int = ROWS) -> None:
    """Medians of interleaved rounds, each with a database of its own."""
    measure("SQLite", rows=rows)
    if programs():
        measure("PostgreSQL", rows=rows)


def measure(kind: str, *, rows: int) -> None:
    rounds = [one_round(kind, rows=rows) for _ in range(ROUNDS if rows <= ROWS else 1)]
    bare, ours, segments = (statistics.median(taken[name][0] for taken in rounds) for name in STEPS)
    times = [taken["import"][0] / taken["bare"][0] for taken in rounds]
    cpu = statistics.median(taken["import"][1] / taken["bare"][1] for taken in rounds)
    memory = max(taken["import"][2] for taken in rounds)
    print(
        f"{rows:,} subscribers on {kind}: bare {bare:.1f} s, import {ours:.1f} s = {statistics.median(times):.2f} x "
        f"({min(times):.2f} to {max(times):.2f}; CPU of the process {cpu:.2f} x), {memory} MiB more; "
        f"the slowest count of a segment {segments:.3f} s",
        flush=True,
    )


def one_round(kind: str, *, rows: int) -> dict[str, list]:
    """What each step took: seconds, CPU seconds, MiB."""
    with tempfile.TemporaryDirectory(prefix="vielfalt-lists-") as folder, contextlib.ExitStack() as stack:
        path = Path(folder) / "bench.csv"
        write_file(path, rows=rows)
        environment = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"} | {
            "VIELFALT_VAR": folder,
            "DJANGO_SETTINGS_MODULE": "cms.settings.development",
            "LOG_LEVEL": "ERROR",
            "DEBUG": "false",
        }
        if kind == "PostgreSQL":
            environment["DATABASE_URL"] = stack.enter_context(Cluster()).url
        subprocess.run([sys.executable, "manage.py", "migrate", "--verbosity", "0"], env=environment, check=True)
        taken = {}
        for name in STEPS:
            command = [sys.executable, "-m", "tests.benchmarks.bench_lists", "step", name, str(path)]
            taken[name] = json.loads(subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE).stdout)
        return taken


if __name__ == "__main__":
    if sys.argv[1:2] == ["step"]:
        step(*sys.argv[2:4])
    else:
        main(*map(int, sys.argv[1:2]))

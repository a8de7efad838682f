"""The demo council of Lindenau, made once per worker: for tests of its content, and for houses that open with it."""

import io
import os
import shutil
import subprocess
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.conf import global_settings, settings
from django.core.management import call_command
from django.db import connection
from django.test import override_settings

from tests.snapshots import Snapshot

QUEUED = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend", "QUEUES": ["default", "mail", "pdf"]}}


@dataclass
class Demo:
    """The database with the demo in it, and what the command said."""

    said: str
    snapshot: Snapshot


def run_demo(**options) -> str:
    out = io.StringIO()
    # PDFs and mails are ordered, and nobody makes them. Passwords are hashed as a house does it.
    with override_settings(TASKS=QUEUED, PASSWORD_HASHERS=global_settings.PASSWORD_HASHERS):
        call_command("demo", stdout=out, **options)
    return out.getvalue()


@contextmanager
def house_with_demo(demo: Demo, folder: Path):
    """Variables for a house on `folder` that opens with the demo, in a database that no other test sees. Nothing is waiting."""
    from django_tasks_db.models import DBTaskResult

    from cms.renditions.models import PrintFile

    demo.snapshot.restore()
    PrintFile.objects.all().delete()
    DBTaskResult.objects.all().delete()
    shutil.copytree(settings.MEDIA_ROOT, folder / "media", copy_function=os.link)
    if connection.vendor == "sqlite":
        Snapshot().copy.path.rename(folder / "db.sqlite3")
        yield {}
        return
    with postgresql_copy(f"house_{os.getpid()}") as url:
        yield {"DATABASE_URL": url}


@contextmanager
def postgresql_copy(name: str):
    """The address of a second database with the contents of this worker's."""
    server = os.environ["DATABASE_URL"].rsplit("/", 1)[0]
    with connection.cursor() as cursor:
        cursor.execute(f"CREATE DATABASE {name}")
    try:
        dump = ["pg_dump", "--no-owner", "--schema=public", f"{server}/{connection.settings_dict['NAME']}"]
        contents = subprocess.run(dump, check=True, capture_output=True).stdout.replace(b"\nCREATE SCHEMA public;", b"")
        fill = ["psql", "--quiet", "--set=ON_ERROR_STOP=1", "--output=/dev/null", f"{server}/{name}"]
        subprocess.run(fill, input=contents, check=True, capture_output=True)
        yield f"{server}/{name}"
    finally:
        with connection.cursor() as cursor:
            cursor.execute(f"DROP DATABASE {name} WITH (FORCE)")

"""The two steps of `make start` that need Django: the database before the processes start, the summary once they run.

It stands beside the apps because it may know them all; start.py, which runs it, stays free of Django and forks safely.
The two talk through a pipe: this process reports "ready" on the descriptor it is given and prints the summary on a line of stdin.
"""

import os
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings.development")

import django

django.setup()

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, connections, transaction
from wagtail.models import Page

from cms.renditions.models import PrintFile

EDITOR, PASSWORD = "redaktion", "lindenau"
FIRST_PDFS_WAIT_SECONDS = 150


def say(text: str) -> None:
    print(f"start: {text}", flush=True)


def database() -> None:
    """Migrates, fills an empty database with the demo, collects static files, points the local site at its port."""
    if not connection.introspection.table_names():
        say("setting up the database")
    call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)
    if database_is_empty():
        say("the database is empty, creating the demo council of Lindenau (this takes a moment)")
        with transaction.atomic():  # an interrupted demo leaves an empty database, so the next start begins afresh
            call_command("demo")
    call_command("collectstatic", interactive=False, verbosity=0)
    call_command("site_address")
    call_command("printer_presets", verbosity=0)


def database_is_empty() -> bool:
    return not get_user_model().objects.exists() and not Page.objects.filter(depth__gt=2).exists()


def summary() -> None:
    """Prints where everything is. Waits for PDFs that are on their way, so that the paths printed are those of real files."""
    finished, on_the_way = print_files()
    if on_the_way:
        say(f"the site answers at {settings.BASE_URL}/ – the worker is making {on_the_way} PDFs, one moment")
    deadline = time.monotonic() + FIRST_PDFS_WAIT_SECONDS
    while on_the_way and time.monotonic() < deadline:
        time.sleep(1)
        finished, on_the_way = print_files()
    rows = [("Site", f"{settings.BASE_URL}/"), ("Admin", f"{settings.BASE_URL}/admin/  {login()}")]
    rows.append(("Mailbox", f"http://localhost:{os.environ.get('MAILBOX_WEB_PORT', 8025)}/"))
    for index, path in enumerate(finished):
        rows.append(("PDFs" if index == 0 else "", path))
    if on_the_way:
        rows.append(("", f"{on_the_way} more being rendered"))
    rows.append(("Stop", "Ctrl-C"))
    print(boxed(rows), flush=True)


def print_files() -> tuple[list[str], int]:
    """(paths of the finished PDFs, newest first; number of those still to be rendered)"""
    ready = PrintFile.objects.filter(state=PrintFile.State.READY).order_by("-pk")[:12]
    paths = [Path(print_file.file.path) for print_file in ready]
    waiting = PrintFile.objects.filter(state__in=[PrintFile.State.QUEUED, PrintFile.State.RENDERING]).count()
    return [os.path.relpath(path) for path in paths if path.exists()], waiting


def login() -> str:
    editor = get_user_model().objects.filter(username=EDITOR).first()
    if editor and editor.check_password(PASSWORD):
        return f"name {EDITOR}, password {PASSWORD}"
    if editor:
        return f"name {EDITOR}, with the password you gave it"
    return "create a login: .venv/bin/python manage.py createsuperuser"


def boxed(rows: list[tuple[str, str]]) -> str:
    width = max(len(text) for _label, text in rows) + 11
    lines = [f"  {label:<8} {text}" for label, text in rows]
    return "\n".join(["", "─" * width, "  Vielfalt is running", "", *lines, "─" * width, ""])


def main() -> None:
    try:
        database()
        connections.close_all()
        os.write(int(sys.argv[1]), b"!")
        os.close(int(sys.argv[1]))
        if sys.stdin.readline():
            summary()
    except (CommandError, DatabaseError, OSError) as error:
        sys.exit(f"start: {error}")


if __name__ == "__main__":
    main()

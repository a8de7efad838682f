"""`make start`'s script for real: own state folder, own ports, real processes, real signals."""

import contextlib
import fcntl
import re
import socket
import sqlite3
import subprocess
import sys
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from django.db import connection

from .house import House, environment

ROOT = Path(__file__).resolve().parent.parent.parent
pytestmark = [
    pytest.mark.slow,
    pytest.mark.django_db,
]


@pytest.fixture(scope="module")
def state(tmp_path_factory, django_db_setup, django_db_blocker):
    """A state folder whose database is not empty, so that no demo is made: one login is there."""
    folder = tmp_path_factory.mktemp("state")
    with django_db_blocker.unblock(), contextlib.closing(sqlite3.connect(folder / "db.sqlite3")) as copy:
        connection.ensure_connection()
        connection.connection.backup(copy)  # migrating once more would take half a minute
    env = environment(folder) | {"DJANGO_SUPERUSER_PASSWORD": "geheim-genug"}
    command = [sys.executable, "manage.py", "createsuperuser", "--no-input", "--username", "amt", "--email", "amt@example.org"]
    subprocess.run(command, cwd=ROOT, env=env, check=True, timeout=120)
    return folder


def answer(url: str) -> int:
    try:
        return urllib.request.urlopen(url, timeout=120).status
    except urllib.error.HTTPError as error:
        return error.code


def test_it_opens_shows_where_everything_is_and_ctrl_c_ends_every_process(state):
    house = House(state)
    house.wait_until_open()
    web, mailbox = (re.search(rf"{label} +(http\S+)", house.printed)[1] for label in ["Site", "Mailbox"])
    assert answer(f"{web}admin/login/") == 200
    assert answer(mailbox) == 200
    assert "make start" not in house.printed
    assert house.end() == 0
    assert "everything stopped" in house.printed
    assert house.empty_within(15)


def test_a_second_start_is_quick_and_loses_nothing_and_a_taken_port_is_said_and_avoided(state):
    before = (state / "db.sqlite3").stat().st_ino
    with socket.create_server(("127.0.0.1", 0)) as other:
        taken = other.getsockname()[1]
        house = House(state, WEB_PORT=taken)
        seconds = house.wait_until_open()
        assert re.search(rf"port {taken} is taken, using \d+ instead", house.printed)
        house.end()
    assert seconds < 60  # under 10 on an idle machine; the first start with its demo takes minutes
    assert (state / "db.sqlite3").stat().st_ino == before
    assert "the database is empty" not in house.printed


def test_nothing_outlives_a_killed_start(state):
    house = House(state)
    house.wait_until_open()
    assert len(house.processes()) > 5
    house.process.kill()
    house.process.wait()
    house.process.stdout.close()
    assert house.empty_within(15)


def test_a_second_start_on_the_same_state_says_that_it_runs_already(tmp_path):
    with (tmp_path / "start.lock").open("w") as lock:
        lock.write("http://localhost:8000 (process 42)\n")
        lock.flush()
        fcntl.flock(lock, fcntl.LOCK_EX)
        house = House(tmp_path)
        assert house.process.wait(timeout=120) == 1
        assert "already running" in (said := house.process.stdout.read())
        assert "http://localhost:8000 (process 42)" in said


def test_a_database_that_cannot_be_opened_is_named(tmp_path):
    (tmp_path / "db.sqlite3").write_text("this is no database, it is only a text file that somebody put here")
    house = House(tmp_path)
    said = house.process.communicate(timeout=120)[0]
    assert house.process.returncode == 1
    assert "file is not a database" in said
    assert "Traceback" not in said

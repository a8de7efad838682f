"""Forty people at the same moment, against a server of several processes: nobody gets what somebody else has (acceptance 3).

The same on SQLite and on PostgreSQL: run with `.ci/postgres` in front for the second.
"""

import os
import re
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from collections import Counter
from dataclasses import dataclass
from urllib.parse import quote

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client

from cms.events.models import Registration
from tests.events.registering import START, make_consultation, make_seminar, stamp, written

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.slow]
PATIENCE = 180  # seconds; the build machine may be busy
PEOPLE = 40


@dataclass(frozen=True)
class Answer:
    status: int
    location: str
    html: str


class Quiet(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args):
        return None


def post(url: str, typed: dict) -> Answer:
    opener = urllib.request.build_opener(Quiet)
    try:
        response = opener.open(url, urllib.parse.urlencode(typed).encode(), timeout=PATIENCE)
    except urllib.error.HTTPError as error:
        response = error
    return Answer(response.status, response.headers.get("Location", ""), response.read().decode())


def all_at_once(url_and_typed: list[tuple[str, dict]]) -> list[Answer]:
    """Every request waits at the same gate, then all go."""
    gate = threading.Barrier(len(url_and_typed))
    answers: dict[int, Answer] = {}

    def go(number: int) -> None:
        gate.wait(PATIENCE)
        answers[number] = post(*url_and_typed[number])

    threads = [threading.Thread(target=go, args=(number,)) for number in range(len(url_and_typed))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE)
    return [answers[number] for number in range(len(url_and_typed))]


def database_url() -> str:
    values = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{values['NAME']}"
    return f"postgres://{values['USER']}:{quote(values['PASSWORD'])}@{values['HOST']}:{values['PORT']}/{values['NAME']}"


@pytest.fixture
def server(db):
    """The server of production, two processes with eight threads each, on the database of this test."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    environment = os.environ | {"DJANGO_SETTINGS_MODULE": "cms.settings.test", "DATABASE_URL": database_url()}
    command = [sys.executable, "-m", "granian", "--interface", "wsgi", "--host", "127.0.0.1", "--port", str(port)]
    command += ["--workers", "2", "--blocking-threads", "8", "--no-ws", "--log-level", "warning", "cms.wsgi:application"]
    process = subprocess.Popen(command, cwd=settings.BASE_DIR, env=environment)
    try:
        wait_for(f"http://127.0.0.1:{port}/robots.txt", process)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(PATIENCE)


def wait_for(url: str, process: subprocess.Popen) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline and process.poll() is None:
        try:
            urllib.request.urlopen(url, timeout=5).read()
            return
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.2)
    raise AssertionError("The server did not begin to answer.")


def test_of_forty_parallel_bookings_for_ten_appointments_exactly_ten_succeed(home, server):
    end = START.replace(hour=17, minute=40)  # five times twenty minutes, two members
    _event, occasion = make_consultation(home, end=end)
    slots = list(occasion.slots.values_list("pk", flat=True))
    assert len(slots) == 10
    url = f"{server}/de/events/registration/{occasion.pk}/"
    started = [stamp() for _person in range(PEOPLE)]
    wishes = [
        (url, written(f"Person {number}", address=f"p{number}@example.org", started=started[number], slot=slots[number % 10]))
        for number in range(PEOPLE)
    ]
    answers = all_at_once(wishes)
    assert Counter(answer.status for answer in answers) == {302: 10, 409: 30}
    for answer, (_url, typed) in zip(answers, wishes, strict=True):
        if answer.status == 409:  # a clear answer, and nothing they wrote is lost
            assert "gerade vergeben" in answer.html or "alle Termine vergeben" in answer.html
            assert typed["address"] in answer.html or "alle Termine vergeben" in answer.html
    booked = Registration.objects.filter(state="registered")
    assert sorted(booked.values_list("slot", flat=True)) == sorted(slots)
    assert Registration.objects.count() == 10


def test_of_forty_parallel_registrations_for_ten_places_ten_have_one_and_thirty_wait(home, server):
    _event, occasion = make_seminar(home, capacity=10)
    url = f"{server}/de/events/registration/{occasion.pk}/"
    started = [stamp() for _person in range(PEOPLE)]
    answers = all_at_once(
        [(url, written(f"P {number}", address=f"p{number}@example.org", started=started[number])) for number in range(PEOPLE)]
    )
    assert {answer.status for answer in answers} == {302}
    said = Counter("Sie stehen auf der Liste." in Client().get(answer.location).content.decode() for answer in answers)
    assert said == {False: 10, True: 30}
    assert Counter(Registration.objects.values_list("state", flat=True)) == {"registered": 10, "waiting": 30}

    # Five give their place back at the same moment: exactly the first five of the list move up.
    next_five = list(Registration.objects.filter(state="waiting").values_list("pk", flat=True)[:5])
    links = [own_link(server, row) for row in Registration.objects.filter(state="registered")[:5]]
    assert {answer.status for answer in all_at_once([(link, {"act": "cancel"}) for link in links])} == {200}
    assert Counter(Registration.objects.values_list("state", flat=True)) == {"registered": 10, "waiting": 25, "cancelled": 5}
    assert set(Registration.objects.filter(pk__in=next_five).values_list("state", flat=True)) == {"registered"}


def test_one_person_pressing_twenty_times_is_registered_once(home, server):
    _event, occasion = make_seminar(home, capacity=10)
    typed = written("Amira Saleh", started=stamp())
    answers = all_at_once([(f"{server}/de/events/registration/{occasion.pk}/", typed)] * 20)
    assert {answer.status for answer in answers} <= {302, 429}
    assert Registration.objects.count() == 1


def own_link(server: str, row: Registration) -> str:
    from cms.events.links import address_of

    return re.sub(r"^https?://[^/]+", server, address_of(row))

"""Nothing lost, nothing twice: workers are killed, asked to end and doubled while a real SMTP server counts."""

import os
import random
import re
import signal
import socket
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest
from django.db import connection

from newsletter import claims
from newsletter import mailing as room
from newsletter.models import Delivery, Mailing

from .conftest import free_port, make_readers

ROOT = Path(__file__).resolve().parents[2]
pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def server(tmp_path):
    """The recording SMTP server; `server.folder` holds what it took."""
    folder = tmp_path / "received"
    folder.mkdir()
    port = free_port()
    process = subprocess.Popen([sys.executable, ROOT / "tests/newsletter/recording_server.py", str(port), str(folder)])
    wait_until(lambda: answers(port), what="the SMTP server")
    process.folder, process.port = folder, port
    yield process
    process.kill()
    process.wait()


def answers(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def wait_until(condition, *, what: str, seconds: float = 240):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, f"waited too long for {what}"
        time.sleep(0.01)


def database_url() -> str:
    """The test database as an address for other processes."""
    settings = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{settings['NAME']}"
    return "postgres://{USER}:{PASSWORD}@{HOST}:{PORT}/{NAME}".format(**settings)


def environment(server, tmp_path, **extra) -> dict:
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "cms.settings.development",
        "VIELFALT_VAR": str(tmp_path),
        "SECRET_KEY": "test-only",
        "DATABASE_URL": database_url(),
        "NEWSLETTER_MAIL_URL": f"smtp://127.0.0.1:{server.port}",
        "NEWSLETTER_RESOLVER": f"folder:{server.folder}",
        "BOUNCE_DOMAIN": "bounces.lindenau.example",
        **extra,
    }


def manage(*arguments, env: dict) -> subprocess.Popen:
    """A process of the product; what it says is kept in a file beside its data."""
    with Path(env["VIELFALT_VAR"], "said.log").open("ab") as log:
        command = [sys.executable, "manage.py", *arguments]
        return subprocess.Popen(command, cwd=ROOT, env=env, stdout=log, stderr=subprocess.STDOUT)


def received(server) -> Counter:
    """How often each address got the mail."""
    count = Counter()
    for path in server.folder.glob("*.eml"):
        with path.open("rb") as mail:
            count[re.search(rb"(?m)^To: (\S+)", mail.read(4096))[1].decode()] += 1
    return count


def number_received(server) -> int:
    return sum(1 for entry in os.scandir(server.folder) if entry.name.endswith(".eml"))


@pytest.fixture
def started(mailing, topics, editor, request, monkeypatch):
    """A mailing in state SENDING with as many queued deliveries as the test asks for; no worker has seen it."""
    make_readers(request.param, topics=[topics[0]])
    monkeypatch.setattr("newsletter.mailing.wake", lambda mailing: None)  # the workers of these tests are other processes
    room.start(mailing, user=editor)
    return mailing


@pytest.mark.parametrize("started", [2000], indirect=True)
def test_two_thousand_get_it_once_although_the_worker_is_killed_six_times(started, server, tmp_path):
    env = environment(server, tmp_path)
    dice = random.Random(24)
    for _kill in range(6):
        seen = number_received(server)
        worker = manage("dispatch", env=env)
        goal = seen + dice.randint(60, 350)
        wait_until(lambda goal=goal: number_received(server) >= goal or worker.poll() is not None, what="mails")
        time.sleep(dice.random() / 200)
        worker.send_signal(signal.SIGKILL)
        worker.wait()
    assert 0 < number_received(server) < 2000, "the kills came in the middle"
    assert manage("dispatch", env=env).wait(400) == 0
    count = received(server)
    assert len(count) == 2000
    assert set(count.values()) == {1}
    assert room.progress(started)["accepted"] == 2000
    started.refresh_from_db()
    assert started.state == Mailing.State.SENT


@pytest.mark.parametrize("started", [400], indirect=True)
def test_without_a_resolver_nobody_gets_it_twice_and_the_unclear_ones_are_listed(started, server, tmp_path):
    env = environment(server, tmp_path, NEWSLETTER_RESOLVER="")
    kills = 4
    for kill in range(kills):
        worker = manage("dispatch", env=env)
        goal = 80 * (kill + 1)
        wait_until(lambda goal=goal: number_received(server) >= goal or worker.poll() is not None, what="mails")
        worker.kill()
        worker.wait()
    assert manage("dispatch", env=env).wait(400) == 0
    count, totals = received(server), room.progress(started)
    assert set(count.values()) == {1}
    assert totals["uncertain"] <= kills
    assert totals["accepted"] + totals["uncertain"] == 400
    assert totals["accepted"] <= len(count) <= 400
    if totals["uncertain"]:
        unclear = Delivery.objects.filter(state="uncertain").first()
        room.settle_unclear(unclear, send_again=False, user=None)
        assert room.progress(started)["uncertain"] == totals["uncertain"] - 1


@pytest.mark.parametrize("started", [600], indirect=True)
def test_asked_to_end_the_worker_finishes_its_message_and_gives_back_the_rest(started, server, tmp_path):
    env = environment(server, tmp_path, NEWSLETTER_RESOLVER="")
    worker = manage("dispatch", env=env)
    wait_until(lambda: number_received(server) >= 50, what="mails")
    worker.terminate()
    worker.wait(120)
    totals = room.progress(started)
    assert totals["sending"] == totals["uncertain"] == 0
    assert totals["accepted"] == number_received(server) < 600
    assert manage("dispatch", env=env).wait(400) == 0
    assert len(received(server)) == 600
    assert set(received(server).values()) == {1}


@pytest.mark.parametrize("started", [600], indirect=True)
def test_two_workers_share_the_list_and_nobody_gets_it_twice(started, server, tmp_path):
    env = environment(server, tmp_path)
    workers = [manage("dispatch", env=env) for _ in range(2)]
    assert [worker.wait(400) for worker in workers] == [0, 0]
    assert manage("dispatch", env=env).wait(300) == 0
    assert len(received(server)) == 600
    assert set(received(server).values()) == {1}
    assert len({row.split(".")[1] for row in Delivery.objects.values_list("claim", flat=True)}) == 2


@pytest.mark.parametrize("started", [300], indirect=True)
def test_the_task_worker_itself_is_killed_and_the_sweeper_brings_the_rest(started, server, tmp_path):
    env = environment(server, tmp_path)
    assert manage("sweep", env=env).wait(300) == 0
    worker = manage("db_worker", "--queue-name", "mail", "--no-reload", "--no-startup-delay", env=env)
    wait_until(lambda: number_received(server) >= 100, what="mails")
    worker.kill()
    worker.wait()
    assert manage("sweep", env=env).wait(300) == 0
    worker = manage("db_worker", "--queue-name", "mail", "--no-reload", "--batch", env=env)
    worker.wait(400)
    assert len(received(server)) == 300
    assert set(received(server).values()) == {1}


def test_a_worker_that_lost_its_claim_can_no_longer_write(mailing, topics, editor, monkeypatch):
    make_readers(2, topics=[topics[0]])
    monkeypatch.setattr("newsletter.mailing.wake", lambda mailing: None)
    room.start(mailing, user=editor)
    mine = claims.take_batch(mailing, claim=claims.new_claim(), size=1)[0]
    Delivery.objects.filter(pk=mine.pk).update(claim="somebody.else.now.1")
    assert not claims.about_to_send(mine)
    claims.settle(mine, state=Delivery.State.FAILED, reply="")
    mine.refresh_from_db()
    assert (mine.state, mine.claim) == ("sending", "somebody.else.now.1")


def test_a_dead_process_is_recognised_and_a_living_one_left_alone():
    living = claims.new_claim()
    assert not claims.is_dead(living)
    process = subprocess.Popen([sys.executable, "-c", "pass"])
    claim = f"{claims.this_machine()}.{process.pid}.{claims.started(process.pid) or '1'}.1"
    process.wait()
    assert claims.is_dead(claim)
    assert not claims.is_dead(claim.replace(claims.this_machine(), "another-host"))

"""Nothing lost, nothing twice: workers are killed, frozen, asked to end and doubled while a recording SMTP server counts."""

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import time
from pathlib import Path

import pytest

from newsletter import ledger
from newsletter import mailing as room
from newsletter.models import Claim, Delivery, Mailing
from newsletter.recovery import release_stale
from tests.faults.house import Sink, dispatch, environment, kill_again_and_again, make_mailing, manage, wait_until

from .conftest import free_port

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def sink(tmp_path):
    with Sink(tmp_path / "sink") as sink:
        yield sink


@pytest.fixture
def slow_sink(tmp_path):
    """Each answer to a final dot takes a tenth of a second."""
    with Sink(tmp_path / "sink", slow=0.1) as sink:
        yield sink


def settled(mailing, **numbers) -> bool:
    found = ledger.numbers(mailing)
    return found == dict.fromkeys(Delivery.State.values, 0) | numbers


def test_two_thousand_get_it_once_although_workers_are_killed_six_times(sink, tmp_path):
    """The relay's log says what became of the mails that were under way."""
    mailing = make_mailing(2000)
    env = environment(sink, tmp_path, NEWSLETTER_RESOLVER=f"postfix:{sink.folder}/mail.log")
    assert kill_again_and_again(sink, env, readers=2000, kills=6, workers=2) >= 5, "the kills came in the middle"
    count = sink.count()
    assert len(count) == 2000
    assert set(count.values()) == {1}
    assert settled(mailing, accepted=2000)
    mailing.refresh_from_db()
    assert mailing.state == Mailing.State.SENT


def test_without_a_resolver_nobody_gets_it_twice_and_the_unclear_ones_are_listed(sink, tmp_path):
    mailing = make_mailing(600, connections=3)
    kills = kill_again_and_again(sink, environment(sink, tmp_path), readers=600, kills=2, workers=1)
    count, numbers = sink.count(), ledger.numbers(mailing)
    assert set(count.values()) == {1}
    assert numbers["uncertain"] <= 3 * kills
    assert numbers["accepted"] + numbers["uncertain"] == 600
    assert numbers["accepted"] <= len(count)
    missing = set(mailing.deliveries.values_list("address", flat=True)) - set(count)
    listed = set(mailing.deliveries.filter(state="uncertain").values_list("address", flat=True))
    assert missing <= listed, "whoever did not get it stands in the list, by name"


@pytest.mark.once
def test_the_councils_rule_to_send_again_leaves_nobody_out_and_doubles_at_most_what_was_under_way(sink, tmp_path):
    make_mailing(600, connections=3, when_uncertain="resend")
    kills = kill_again_and_again(sink, environment(sink, tmp_path), readers=600, kills=2, workers=1)
    count = sink.count()
    assert len(count) == 600
    assert sum(count.values()) - 600 <= 3 * kills
    assert all(len(ids) == 1 for ids in sink.message_ids().values()), "a second copy has the same Message-ID"


def test_asked_to_end_a_worker_finishes_its_mails_and_gives_back_the_rest(slow_sink, tmp_path):
    mailing = make_mailing(200)
    env = environment(slow_sink, tmp_path)
    worker = dispatch(env)
    wait_until(lambda: slow_sink.number >= 20, what="mails")
    worker.terminate()
    worker.wait(120)
    numbers = ledger.numbers(mailing)
    assert numbers["sending"] == numbers["uncertain"] == 0
    assert numbers["accepted"] == slow_sink.number < 200
    assert not Claim.objects.exists()
    worker = dispatch(env)
    assert worker.wait(300) == 0
    assert set(slow_sink.count().values()) == {1}
    assert len(slow_sink.count()) == 200


def test_stop_takes_effect_within_two_seconds_and_says_how_many_are_out(slow_sink, tmp_path, editor):
    mailing = make_mailing(400, connections=2)
    worker = dispatch(environment(slow_sink, tmp_path))
    wait_until(lambda: slow_sink.number >= 10, what="mails")
    room.stop(mailing, user=editor)
    stopped_at = time.monotonic()
    wait_until(lambda: not Claim.objects.exists(), what="the worker to give back its claims", seconds=20)
    took = time.monotonic() - stopped_at
    out = slow_sink.number
    worker.wait(60)
    assert slow_sink.number == out
    assert settled(mailing, accepted=out, cancelled=400 - out)
    assert took < 2 + 4 * (os.getloadavg()[0] > 2), "two seconds, if the machine has time for us"


@pytest.mark.once
def test_a_pause_keeps_everything_and_going_on_sends_the_rest(slow_sink, tmp_path, editor):
    mailing = make_mailing(60, connections=2)
    env = environment(slow_sink, tmp_path)
    worker = dispatch(env)
    wait_until(lambda: slow_sink.number >= 5, what="mails")
    room.pause(mailing, user=editor)
    assert worker.wait(60) == 0
    out = slow_sink.number
    assert settled(mailing, accepted=out, queued=60 - out)
    Mailing.objects.update(state=Mailing.State.SENDING)
    assert dispatch(env).wait(120) == 0
    assert settled(mailing, accepted=60)
    assert set(slow_sink.count().values()) == {1}


def test_a_frozen_worker_loses_its_lease_and_sends_no_further_mail_when_it_thaws(tmp_path):
    with Sink(tmp_path / "sink", slow=0.2) as sink:
        mailing = make_mailing(60, connections=1)
        env = environment(sink, tmp_path, STALE_AFTER_SECONDS="3")
        frozen = dispatch(env)
        wait_until(lambda: sink.number >= 5, what="mails")
        frozen.send_signal(signal.SIGSTOP)
        wait_until(release_stale, what="the lease to run out", seconds=60)
        before = sink.number
        other = dispatch(env)
        assert other.wait(300) == 0
        frozen.send_signal(signal.SIGCONT)
        assert frozen.wait(120) == 0
        count = sink.count()
        assert set(count.values()) == {1}
        assert before >= 5
        numbers = ledger.numbers(mailing)
        assert numbers["accepted"] + numbers["uncertain"] == 60
        assert numbers["uncertain"] <= 1
        assert len(count) >= numbers["accepted"]


DB_WORKER = ("db_worker", "--queue-name", "mail", "--no-reload", "--no-startup-delay", "--interval", "0.2")
RQ_WORKER = ("rqworker", "mail", "--job-class", "django_tasks_rq.Job")


def test_three_task_workers_share_one_mailing_and_wake_each_other(tmp_path):
    with Sink(tmp_path / "sink", slow=0.04) as sink:
        share_with_three(sink, environment(sink, tmp_path), command=DB_WORKER)


@pytest.mark.once
@pytest.mark.skipif(not shutil.which("redis-server"), reason="needs Debian's redis-server")
def test_the_wake_ups_may_travel_through_redis(tmp_path):
    port = free_port()
    redis = subprocess.Popen(
        ["redis-server", "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir", tmp_path], stdout=subprocess.DEVNULL
    )
    try:
        wait_until(lambda: answers(port), what="Redis")
        with Sink(tmp_path / "sink", slow=0.04) as sink:
            share_with_three(sink, environment(sink, tmp_path, REDIS_URL=f"redis://127.0.0.1:{port}/0"), command=RQ_WORKER)
    finally:
        redis.kill()
        redis.wait()


def answers(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0


def share_with_three(sink, env: dict, *, command: tuple[str, ...]) -> None:
    mailing = make_mailing(1500, connections=2)
    clock = manage("sweep", "--every", "2", env=env)
    workers = [manage(*command, env=env) for _ in range(3)]
    seen: set[str] = set()

    def everybody_is_at_it() -> bool:
        seen.update(Claim.objects.values_list("worker", flat=True))
        return len(seen) == 3

    try:
        wait_until(everybody_is_at_it, what="three workers at one mailing")
        kill_family(workers[0])
        wait_until(lambda: done(mailing), what="the end", seconds=400)
    finally:
        for process in (clock, *workers):
            kill_family(process)
    assert set(sink.count().values()) == {1}
    numbers = ledger.numbers(mailing)
    assert numbers["accepted"] + numbers["uncertain"] == 1500
    assert numbers["uncertain"] <= 2


def kill_family(worker: subprocess.Popen) -> None:
    """The process and the one it may have forked for a task."""
    children = Path(f"/proc/{worker.pid}/task/{worker.pid}/children")
    for pid in [*(children.read_text().split() if children.exists() else []), worker.pid]:
        with contextlib.suppress(ProcessLookupError):
            os.kill(int(pid), signal.SIGKILL)
    worker.wait()


def done(mailing) -> bool:
    numbers = ledger.numbers(mailing)
    return not (numbers["queued"] or numbers["sending"] or numbers["retry"])

"""Confined processes: what they are given, what they may not take, and how their end is told."""

import os
import signal
import subprocess
import sys
import time

import pytest

from cms.renditions.processes.confined import ROOT, Died, Limits, TooSlow, ask

PROBE = "tests.renditions.probe"
USUAL = Limits(memory_mb=300, cpu_seconds=20)


def probe(*, limits=USUAL, timeout=240, data=b"", **job) -> dict:
    return ask(PROBE, job, limits=limits, timeout=timeout, data=data)


def test_a_process_gets_its_job_and_the_bytes_behind_it():
    assert probe(do="echo", data="Zeile\nund noch eine: ü".encode()) == {"data": "Zeile\nund noch eine: ü"}


def test_a_process_sees_no_secrets(monkeypatch):
    monkeypatch.setenv("SECRET_KEY", "geheim")
    monkeypatch.setenv("DATABASE_URL", "postgres://wer:was@dort/hier")
    assert set(probe(do="environment")["names"]) <= {"PATH", "HOME", "LANG", "LC_ALL", "LC_CTYPE", "PYTHONPATH"}


def test_a_process_takes_no_more_memory_than_allowed():
    assert probe(do="take", mb=50) == {"taken": 50 << 20}
    with pytest.raises(Died) as end:
        probe(do="take", mb=500)
    assert end.value.out_of_memory


def test_the_memory_of_a_process_is_its_own_and_not_that_of_who_started_it():
    """ru_maxrss of a new process is what the parent had, for the kernel carries it over an exec."""
    ballast = bytearray(b"x") * (400 << 20)
    assert 5 < probe(do="memory")["mb"] < 100
    assert 55 < probe(do="memory", take=50)["mb"] < 150
    assert len(ballast) == 400 << 20


def test_a_process_writes_only_as_much_as_allowed(tmp_path):
    with pytest.raises(Died, match="File too large"):
        probe(do="write", path=str(tmp_path / "a"), bytes=10)
    some = Limits(memory_mb=300, cpu_seconds=20, file_mb=1)
    assert probe(do="write", path=str(tmp_path / "b"), bytes=1000, limits=some) == {"written": 1000}
    with pytest.raises(Died, match="File too large"):
        probe(do="write", path=str(tmp_path / "c"), bytes=2_000_000, limits=some)


def test_a_process_that_computes_too_long_is_stopped_by_the_system():
    with pytest.raises(TooSlow):
        probe(do="spin", limits=Limits(memory_mb=300, cpu_seconds=1))


def test_a_process_that_only_waits_is_stopped_by_the_clock():
    with pytest.raises(TooSlow):
        probe(do="sleep", timeout=1)


def test_a_process_that_ends_without_an_answer_says_how():
    with pytest.raises(Died, match="exit 3"):
        probe(do="leave")


def test_a_process_does_not_outlive_the_one_that_asked():
    started = f"start({PROBE!r}, limits=Limits(300), complaints=None)"
    script = f"from cms.renditions.processes.confined import *; print({started}.pid, flush=True)"
    parent = subprocess.Popen(
        [sys.executable, "-c", f"{script}; input()"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT
    )
    child = int(parent.stdout.readline())
    parent.send_signal(signal.SIGKILL)
    parent.communicate()
    deadline = time.monotonic() + 120
    while alive(child) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not alive(child)


def alive(pid: int) -> bool:
    try:
        with open(f"/proc/{pid}/stat") as state:  # noqa: PTH123
            return state.read().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return os.path.exists(f"/proc/{pid}")  # noqa: PTH110

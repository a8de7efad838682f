"""Confined processes: the one place that starts what reads files of strangers, and that says what it may take.

`ask()` gives one job to a module that ends with it, `start()` opens one that goes on (warm.py). On the other side `serve()` is
the module's main. A module is run by this one, so that its limits hold before it is loaded. Knows no Django.
"""

import ctypes
import json
import os
import re
import resource
import runpy
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
KEPT_VARIABLES = ("PATH", "HOME", "LANG", "LC_ALL")  # no secrets: neither keys nor addresses of databases
GIVE_BACK = ((-3, 1 << 20), (-1, 1 << 20), (-8, 2))  # malloc.h: M_MMAP_THRESHOLD, M_TRIM_THRESHOLD, M_ARENA_MAX


@dataclass(frozen=True)
class Limits:
    """`memory_mb` of address space, `cpu_seconds` of processor time (None: whoever asks keeps the time), `file_mb` a file."""

    memory_mb: int
    cpu_seconds: int | None = None
    file_mb: int = 0


class Died(Exception):
    """The process ended without an answer; `detail` is its last word."""

    def __init__(self, detail: str):
        super().__init__(detail)
        self.detail = detail

    @property
    def out_of_memory(self) -> bool:
        return "MemoryError" in self.detail or "bad_alloc" in self.detail


class TooSlow(Exception):
    """The process was stopped at its time limit."""


def ask(module: str, job: dict, *, limits: Limits, timeout: float, data: bytes = b"") -> dict:
    """The answer of a process that lives for this one job. Raises TooSlow and Died."""
    try:
        result = subprocess.run(
            input=json.dumps(job).encode() + b"\n" + data, capture_output=True, timeout=timeout, **_start(module, limits)
        )
        return json.loads(result.stdout)
    except subprocess.TimeoutExpired:
        raise TooSlow from None
    except ValueError:
        if result.returncode == -signal.SIGXCPU:
            raise TooSlow from None
        raise Died(last_words(result.stderr, code=result.returncode)) from None


def start(module: str, *, limits: Limits, complaints) -> subprocess.Popen:
    """A process that goes on: jobs through its stdin, answers from its stdout, `complaints` is a file for its stderr."""
    return subprocess.Popen(stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=complaints, **_start(module, limits))


def _start(module: str, limits: Limits) -> dict:
    kept = {name: os.environ[name] for name in KEPT_VARIABLES if name in os.environ}
    return {
        "args": [sys.executable, "-m", __name__, json.dumps(asdict(limits)), module],
        "cwd": ROOT,
        "env": kept | {"PYTHONPATH": str(ROOT)},
    }


def last_words(complaints: bytes, *, code: int | None) -> str:
    lines = complaints.decode(errors="replace").strip().splitlines()
    return lines[-1] if lines else f"exit {code}"


# --- on the other side -----------------------------------------------------------------------------------------------------
def serve(work: Callable[[dict, bytes], dict]) -> None:
    """The main of a module that ask() runs: the job and the data behind it go to `work`, its answer goes back."""
    job = json.loads(sys.stdin.buffer.readline())
    answer = work(job, sys.stdin.buffer.read())
    sys.stdout.write(json.dumps(answer))
    sys.stdout.flush()


def confine(limits: Limits) -> None:
    """Take no more than allowed, give memory back, and do not outlive the parent."""
    memory, file = limits.memory_mb << 20, limits.file_mb << 20
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_FSIZE, (file, file))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if limits.cpu_seconds is not None:
        resource.setrlimit(resource.RLIMIT_CPU, (limits.cpu_seconds, limits.cpu_seconds + 1))
    for parameter, value in GIVE_BACK:
        ctypes.CDLL(None).mallopt(parameter, value)
    threading.Thread(target=_watch_parent, args=[os.getppid()], daemon=True).start()


def most_memory() -> float:
    """MiB this process has had in memory at most. (ru_maxrss will not do: after exec it begins with what the parent had.)"""
    return int(re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text())[1]) / 1024


def _watch_parent(parent: int) -> None:
    """End when the parent has died. (PR_SET_PDEATHSIG would fire already when the parent's thread ends that started us.)"""
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)


if __name__ == "__main__":
    confine(Limits(**json.loads(sys.argv[1])))
    runpy.run_module(sys.argv[2], run_name="__main__", alter_sys=True)

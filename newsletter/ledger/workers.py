"""The name of a worker: machine, this run of the machine, process and its start, so that a dead one is recognised."""

import functools
import hashlib
import os
import socket
from pathlib import Path


def this_machine() -> str:
    return hashlib.sha256(socket.gethostname().encode()).hexdigest()[:12]


@functools.cache
def this_boot() -> str:
    """Changes when the machine starts anew."""
    return Path("/proc/sys/kernel/random/boot_id").read_text().strip()[:8]


def started(pid: int) -> str:
    """When a process of this machine began, in clock ticks since boot; empty if it is gone."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return ""
    return "" if fields[0] == "Z" else fields[19]


def this_worker() -> str:
    return _name(os.getpid())


@functools.cache
def _name(pid: int) -> str:
    return f"{this_machine()}.{this_boot()}.{pid}.{started(pid)}"


def is_dead(worker: str) -> bool:
    """True only if the process surely no longer exists: it was on this machine and is gone, or its number is taken."""
    machine, boot, pid, began = worker.split(".")
    return machine == this_machine() and (boot != this_boot() or started(int(pid)) != began)


def fell_with_its_machine(worker: str) -> bool:
    """The machine went down under it: what was not on the disk yet is lost, too."""
    machine, boot, _pid, _began = worker.split(".")
    return machine == this_machine() and boot != this_boot()

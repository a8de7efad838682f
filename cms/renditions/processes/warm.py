"""Render processes that stay warm between jobs: the second page of an editor's preview needs no start of WeasyPrint.

Each Django process keeps its own. A process that is slow, grows too large or dies is replaced; one that is idle ends by itself.
"""

import json
import os
import tempfile
import threading

from . import confined
from .confined import Limits, TooSlow

FILE_MB = 2000  # the largest poster with its photos stays far below

_idle: list["RenderProcess"] = []
_guard = threading.Lock()


class Died(confined.Died):
    """The render process ended without an answer; `used`: it had served others before."""

    def __init__(self, detail: str, *, used: bool):
        super().__init__(detail)
        self.used = used


class RenderProcess:
    """One `press_process`, fed with jobs through its stdin."""

    def __init__(self, *, memory_mb: int):
        self.complaints = tempfile.TemporaryFile()  # noqa: SIM115 -- lives as long as the process
        self.owner, self.served, self.memory_mb = os.getpid(), 0, memory_mb
        limits = Limits(memory_mb=memory_mb, file_mb=FILE_MB)
        self.process = confined.start("cms.renditions.processes.press_process", limits=limits, complaints=self.complaints)

    @property
    def usable(self) -> bool:
        return self.owner == os.getpid() and self.process.poll() is None

    def ask(self, job: dict, *, timeout: float) -> tuple[dict, bytes]:
        """The answer: what was noticed, and bytes. Raises TooSlow after `timeout` seconds, and Died."""
        stopped = threading.Event()
        watch = threading.Timer(timeout, lambda: (stopped.set(), self.process.kill()))
        watch.start()
        try:
            self._write(json.dumps(job).encode())
            head = json.loads(self._read())
            body = self._read()
        except (OSError, EOFError, ValueError):
            self.close()
            if stopped.is_set():
                raise TooSlow from None
            raise Died(self._last_words(), used=self.served > 0) from None
        finally:
            watch.cancel()
        self.served += 1
        return head, body

    def _write(self, data: bytes) -> None:
        self.process.stdin.write(len(data).to_bytes(8) + data)
        self.process.stdin.flush()

    def _read(self) -> bytes:
        length = int.from_bytes(self._exactly(8))
        return self._exactly(length)

    def _exactly(self, length: int) -> bytes:
        data = self.process.stdout.read(length)
        if len(data) < length:
            raise EOFError
        return data

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        self.process.stdin.close()
        self.process.stdout.close()

    def _last_words(self) -> str:
        self.complaints.seek(0)
        return confined.last_words(self.complaints.read(), code=self.process.returncode)


def _take(*, memory_mb: int) -> RenderProcess:
    """The process used last that still lives, or a new one."""
    with _guard:
        while _idle:
            process = _idle.pop()
            if process.usable and process.memory_mb == memory_mb:
                return process
            if process.owner == os.getpid():
                process.close()
    return RenderProcess(memory_mb=memory_mb)


def ask(job: dict, *, timeout: float) -> tuple[dict, bytes]:
    """Give the job to a warm process, or to a new one. Raises TooSlow and Died."""
    process = _take(memory_mb=job["memory_mb"])
    try:
        head, body = process.ask(job, timeout=timeout)
        failed = head.get("error") in ("memory", "crashed") and process.served > 1
    except Died as died:
        if not died.used:
            raise
        failed = True
    if failed:  # what others left in the process may have been the reason
        process.close()
        process = RenderProcess(memory_mb=job["memory_mb"])
        head, body = process.ask(job, timeout=timeout)
    if head.pop("last", False) or "error" in head:
        process.close()
    else:
        with _guard:
            _idle.append(process)
    return head, body

"""The preflight process: one line of JSON and a PDF on stdin, findings as JSON on stdout. No Django, no network, little memory.

Started by service.py only, because a hostile file may kill it.
"""

import ctypes
import json
import resource
import signal
import sys


def main() -> None:
    job = json.loads(sys.stdin.buffer.readline())
    confine(memory_mb=job["memory_mb"], seconds=job["seconds"])
    data = sys.stdin.buffer.read()
    answer = answer_to(job, data)
    sys.stdout.buffer.write(json.dumps(answer).encode())
    sys.stdout.buffer.flush()


def answer_to(job: dict, data: bytes) -> dict:
    """What check_pdf() finds."""
    from ..condition import PressCondition
    from ..sheet import Sheet
    from .checker import check_pdf

    findings = check_pdf(
        data,
        sheet=Sheet.of(job["sheet"]),
        condition=PressCondition.of(job["condition"]) if job["condition"] else None,
        purpose=job["purpose"],
        bound=job["bound"],
        typefaces=frozenset(job["typefaces"]) if job["typefaces"] is not None else None,
        seconds=job["seconds"] * 0.8,
    )
    return {"findings": [finding.data() for finding in findings]}


def confine(*, memory_mb: int, seconds: float) -> None:
    """Die with the parent, take no more memory and processor time than allowed, write no files."""
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)  # PR_SET_PDEATHSIG
    limit = memory_mb * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    resource.setrlimit(resource.RLIMIT_CPU, (int(seconds) + 1, int(seconds) + 2))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


if __name__ == "__main__":
    main()

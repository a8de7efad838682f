"""Mails per second with the ledger against smtp-source (C, not personalised, no ledger), and lists of a million; both databases.

Alone: `uv run python -m tests.benchmarks bench_mail`. Each database is a fresh one in a process of its own, see mail_child.py.
Needs Debian's postfix package for smtp-sink and smtp-source.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.faults.cluster import Cluster, programs

ROOT = Path(__file__).resolve().parent.parent.parent
CHILD = [sys.executable, "-m", "tests.benchmarks.mail_child"]


def main() -> None:
    if not shutil.which("smtp-sink"):
        print("mail: smtp-sink is missing (Debian package postfix)")
        return
    measure("SQLite")
    if programs():
        with Cluster() as cluster:
            measure("PostgreSQL", DATABASE_URL=cluster.url)


def measure(name: str, **extra: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        environment = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"}
        print(f"mail on {name}", flush=True)
        subprocess.run(CHILD, cwd=ROOT, env=environment | {"VIELFALT_VAR": folder} | extra, check=True)


if __name__ == "__main__":
    main()

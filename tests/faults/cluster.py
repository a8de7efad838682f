"""A PostgreSQL of our own that may crash and be started again, with everything synced to the disk as in real life."""

import os
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path


def programs() -> Path | None:
    """Where initdb and pg_ctl are; None without a PostgreSQL server."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name))
    return found[-1] if found else None


class Cluster:
    """Use it with `with`. `url` is what DATABASE_URL needs."""

    def __init__(self):
        self.folder = Path(tempfile.mkdtemp(prefix="vielfalt-cluster."))
        self.folder.chmod(0o755)
        self.owner = ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []  # it refuses to run as root
        if self.owner:
            shutil.chown(self.folder, "postgres")
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.run("initdb", "-D", self.folder / "data", "-U", "vielfalt", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8")
        self.start()

    @property
    def url(self) -> str:
        return f"postgres://vielfalt:-@127.0.0.1:{self.port}/postgres"

    def run(self, name: str, *arguments) -> None:
        command = [*self.owner, programs() / name, *map(str, arguments)]
        subprocess.run(command, cwd="/", check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def start(self) -> None:
        options = f"-c listen_addresses=127.0.0.1 -p {self.port} -k {self.folder} -c max_connections=60 -c max_wal_size=4GB"
        self.run("pg_ctl", "-D", self.folder / "data", "-s", "-w", "-t", "120", "-l", self.folder / "log", "-o", options, "start")

    def stop(self, mode: str = "fast") -> None:
        """`immediate` is a crash."""
        self.run("pg_ctl", "-D", self.folder / "data", "-s", "-w", "-m", mode, "stop")

    def __enter__(self):
        return self

    def __exit__(self, *_error):
        self.stop("immediate")
        shutil.rmtree(self.folder, ignore_errors=True)

"""The house as `make start` runs it: own state folder, own ports, real processes. Used by whoever tests from outside."""

import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


def environment(folder: Path) -> dict[str, str]:
    kept = {
        name: value for name, value in os.environ.items() if name not in {"DATABASE_URL", "BASE_URL", "MAIL_URL", "MAKELEVEL"}
    }
    return kept | {"VIELFALT_VAR": str(folder), "DJANGO_SETTINGS_MODULE": "cms.settings.development"}


def free_ports(count: int) -> list[int]:
    probes = [socket.socket() for _ in range(count)]
    for probe in probes:
        probe.bind(("127.0.0.1", 0))
    ports = [probe.getsockname()[1] for probe in probes]
    for probe in probes:
        probe.close()
    return ports


class House:
    """The running script and what it has printed."""

    def __init__(self, folder: Path, **variables: object) -> None:
        names = ["WEB_PORT", "MAILBOX_SMTP_PORT", "MAILBOX_WEB_PORT"]
        env = environment(folder) | {name: str(port) for name, port in zip(names, free_ports(3), strict=True)}
        env |= {name: str(value) for name, value in variables.items()}
        self.env, self.printed, self.started = env, "", time.monotonic()
        self.listener = None
        self.process = subprocess.Popen(
            [sys.executable, ".ci/start.py"],
            cwd=ROOT,
            env=env,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )

    def wait_until_open(self) -> float:
        for line in self.process.stdout:
            self.printed += line
            if "Ctrl-C" in line:
                return time.monotonic() - self.started
        raise AssertionError(f"the house did not open:\n{self.printed}")

    def keep_listening(self) -> None:
        """For a long stay: reads on in the background, so that a full pipe never stops the house."""
        self.listener = threading.Thread(target=lambda: [self.hear(line) for line in self.process.stdout], daemon=True)
        self.listener.start()

    def hear(self, line: str) -> None:
        self.printed += line

    @property
    def site(self) -> str:
        return self.address("Site").rstrip("/")

    @property
    def mailbox(self) -> str:
        return self.address("Mailbox")

    def address(self, label: str) -> str:
        """What the summary box names, for example "Site"."""
        return re.search(rf"{label} +(http\S+)", self.printed)[1]

    def end(self, signum: int = signal.SIGINT) -> int:
        os.killpg(self.process.pid, signum)
        if self.listener:
            self.process.wait(timeout=120)
            self.listener.join(timeout=10)
        else:
            self.printed += self.process.communicate(timeout=120)[0]
        return self.process.returncode

    def processes(self) -> set[int]:
        """Everything alive that carries this house's web port in its environment."""
        marker = f"\0WEB_PORT={self.env['WEB_PORT']}\0".encode()
        found = set()
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                alive = "\nState:\tZ" not in (folder / "status").read_text()
                if alive and marker in b"\0" + (folder / "environ").read_bytes():
                    found.add(int(folder.name))
            except OSError:
                continue
        return found

    def empty_within(self, seconds: float) -> bool:
        deadline = time.monotonic() + seconds
        while self.processes() and time.monotonic() < deadline:
            time.sleep(0.1)
        return not self.processes()

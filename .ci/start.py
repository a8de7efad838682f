"""`make start`: prepares the database, then runs web server, worker, clock and mailbox under honcho until Ctrl-C.

Preparing is prepare.py; which processes there are is SERVICES below. Nothing of them outlives this process.
"""

import contextlib
import ctypes
import fcntl
import multiprocessing
import os
import queue
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from pathlib import Path

from honcho.manager import Manager
from honcho.process import Popen, Process

ROOT = Path(__file__).resolve().parent.parent
PYTHON = str(ROOT / ".venv" / "bin" / "python")
PR_SET_PDEATHSIG = 1  # prctl(2): the kernel sends this signal when the parent dies, however it dies
libc = ctypes.CDLL(None, use_errno=True)

PORTS = {"WEB_PORT": 8000, "MAILBOX_SMTP_PORT": 2525, "MAILBOX_WEB_PORT": 8025}
SERVICES = {
    "web": f"{ROOT}/.venv/bin/granian --interface wsgi --no-ws --host 127.0.0.1 --port {{WEB_PORT}} "
    "--workers 1 --blocking-threads {WEB_THREADS} --workers-kill-timeout 3 --log-level warning cms.wsgi:application",
    # Two workers, so that nobody's confirmation mail waits behind a PDF.
    "worker": f"{PYTHON} manage.py db_worker --queue-name default,mail --no-reload",
    "press": f"nice -n 5 {PYTHON} manage.py db_worker --queue-name pdf --no-reload",
    "clock": f"nice -n 5 {PYTHON} manage.py sweep --every 30",
    "mailbox": f"{PYTHON} manage.py mailbox",
}


class Events:
    """What the processes report to the manager. A multiprocessing.Queue would start a thread in each of them.

    When a process with two threads is killed, the kernel may tell its children twice: once for each thread. Granian, told
    twice within a millisecond, waits for its own lock and never ends.
    """

    def __init__(self) -> None:
        self.reader, self.writer = multiprocessing.Pipe(duplex=False)
        self.one_at_a_time = multiprocessing.Lock()

    def put(self, message) -> None:
        with self.one_at_a_time:
            self.writer.send(message)

    def get(self, *, timeout: float):
        """Waits up to `timeout` seconds; raises queue.Empty."""
        if not self.reader.poll(timeout):
            raise queue.Empty
        return self.reader.recv()


def tie_to_parent(signum: int) -> None:
    libc.prctl(PR_SET_PDEATHSIG, signum)


class TiedProcess(Process):
    """A honcho process that ends with its manager, even when the manager is killed with no chance to tidy up."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self._child_ctor = tied_popen

    def run(self, events=None, ignore_signals: bool = False) -> None:
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
        tie_to_parent(signal.SIGKILL)
        super().run(events, ignore_signals)


def tied_popen(command: str, **options) -> Popen:
    return Popen(f"exec {command}", preexec_fn=lambda: tie_to_parent(signal.SIGTERM), **options)


class House(Manager):
    """Honcho's manager, announcing the addresses once everything runs."""

    def __init__(self, *, env: dict[str, str], preparation: subprocess.Popen) -> None:
        super().__init__()
        self._process_ctor, self.events = TiedProcess, Events()
        for name, command in SERVICES.items():
            self.add_process(name, command.format(**env), env=env, cwd=str(ROOT))
        self.env, self.preparation = env, preparation

    def _start(self) -> None:
        super()._start()
        # Only now: a thread must not be running while the processes are forked.
        threading.Thread(target=self.announce, daemon=True).start()

    def announce(self) -> None:
        """When site and mailbox answer, lets prepare.py print the summary: it knows them and waits for the first PDFs."""
        for name, port in {"web server": "WEB_PORT", "mailbox": "MAILBOX_WEB_PORT"}.items():
            if not wait_for_answer(int(self.env[port])):
                print(f"start: the {name} has not answered within two minutes; its messages are above", flush=True)
        with contextlib.suppress(BrokenPipeError):
            self.preparation.communicate(b"the house is open\n")


def wait_for_answer(port: int) -> bool:
    for _ in range(600):
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/robots.txt", timeout=30).close()
        except urllib.error.HTTPError:
            return True
        except OSError:
            time.sleep(0.2)
        else:
            return True
    return False


def free_port(name: str, *, wanted: int, taken: set[int]) -> int:
    for port in range(wanted, min(wanted + 200, 65536)):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            with contextlib.suppress(OSError):
                probe.bind(("127.0.0.1", port))
                if port not in taken:
                    if port != wanted:
                        print(f"start: port {wanted} is taken, using {port} instead ({name})", flush=True)
                    return port
    sys.exit(f"start: no free port found from {wanted} on; set {name} to another number")


def choose_ports(env: dict[str, str]) -> None:
    taken: set[int] = set()
    for name, default in PORTS.items():
        try:
            wanted = int(env.get(name) or default)
        except ValueError:
            sys.exit(f"start: {name} must be a number, not {env[name]!r}")
        taken.add(port := free_port(name, wanted=wanted, taken=taken))
        env[name] = str(port)
    env.setdefault("WEB_THREADS", str(min(8, 2 * (os.cpu_count() or 1) + 1)))
    env.setdefault("BASE_URL", f"http://localhost:{env['WEB_PORT']}")
    if "MAIL_URL" not in env:
        env["MAIL_URL"] = f"smtp://127.0.0.1:{env['MAILBOX_SMTP_PORT']}"
        env.setdefault("NEWSLETTER_RESOLVER", f"folder:{env['VIELFALT_VAR']}/mailbox")


def only_one(state: Path, *, env: dict[str, str]) -> object:
    """Holds a lock as long as this process lives. Two workers' houses on one state folder would only confuse."""
    state.mkdir(parents=True, exist_ok=True)
    lock = (state / "start.lock").open("a+")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        lock.seek(0)
        sys.exit(f"start: Vielfalt is already running with this state folder ({state}): {lock.read().strip()}")
    lock.truncate(0)
    return lock


def prepare(*, env: dict[str, str]) -> subprocess.Popen:
    """Runs prepare.py until the database is ready. It stays for the summary: loading Django once more would take seconds."""
    ready, tell = os.pipe()
    child = subprocess.Popen(
        [PYTHON, str(ROOT / ".ci" / "prepare.py"), str(tell)],
        env=env,
        cwd=ROOT,
        stdin=subprocess.PIPE,
        pass_fds=[tell],
        start_new_session=True,
        preexec_fn=lambda: tie_to_parent(signal.SIGTERM),
    )
    os.close(tell)
    try:
        if os.read(ready, 1) == b"":  # closed without a word: it failed, and said why
            child.wait()
            sys.exit("start: could not prepare the database; the reason is above")
    except KeyboardInterrupt:
        child.terminate()
        child.wait()
        sys.exit(130)
    os.close(ready)
    return child


def main() -> None:
    multiprocessing.set_start_method("fork")
    os.chdir(ROOT)
    if "MAKELEVEL" in os.environ:
        tie_to_parent(signal.SIGTERM)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    signal.signal(signal.SIGHUP, lambda *_: os.kill(os.getpid(), signal.SIGTERM))
    env = {**os.environ, "PYTHONUNBUFFERED": "1", "DJANGO_SETTINGS_MODULE": "cms.settings.development"}
    env.pop("PYTHONDONTWRITEBYTECODE", None)  # four processes read the same modules
    env["VIELFALT_VAR"] = env.get("VIELFALT_VAR") or str(ROOT / "var")
    lock = only_one(Path(env["VIELFALT_VAR"]), env=env)
    choose_ports(env)
    lock.write(f"{env['BASE_URL']} (process {os.getpid()}), mailbox http://localhost:{env['MAILBOX_WEB_PORT']}\n")
    lock.flush()
    house = House(env=env, preparation=prepare(env=env))
    house.loop()
    stopped_by_hand = house.returncode in (0, 130, 143)
    print(
        "start: everything stopped"
        if stopped_by_hand
        else "start: one process ended by itself, so everything was stopped; the reason is above"
    )
    sys.exit(0 if stopped_by_hand else 1)


if __name__ == "__main__":
    main()

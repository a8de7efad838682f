"""The bootstrap script in a folder of its own: what it finds, installs and says. uv and apt-get are recorded, not run."""

import os
import resource
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent
TOOLS = ["cat", "chmod", "cut", "dirname", "dpkg-query", "env", "find", "head", "id", "ln", "mkdir", "msgfmt", "printf", "pwd"]
TOOLS += ["rm", "sed", "sh", "sha256sum", "tail", "tee", "touch", "tr", "true"]
RECORDER = """#!/bin/sh
case "$1" in
    --version) echo "uv {version}" ;;
    sync) echo "$@" >>"$RECORD"; mkdir -p .venv/bin; ln -sf {python} .venv/bin/python ;;
    python) echo "$@" >>"$RECORD"; [ "$2" = install ] && touch "$RECORD.installed"; [ -e "$RECORD.installed" ] && echo {python} ;;
esac
"""


def used_by_children() -> float:
    """Seconds of computing by the programs that have been run, which a busy machine does not change."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


class Machine:
    """A clone, a PATH with little on it, and a uv that writes down what it is asked."""

    def __init__(self, folder: Path) -> None:
        self.clone, self.bin, self.record = folder / "clone", folder / "bin", folder / "record"
        shutil.copytree(ROOT / ".ci", self.clone / ".ci")
        for name in ["pyproject.toml", "uv.lock"]:
            shutil.copy(ROOT / name, self.clone)
        (self.clone / ".ci" / "packages-run").write_text("# only what is certainly here\ndpkg\n")
        self.bin.mkdir()
        for name in TOOLS:
            (self.bin / name).symlink_to(shutil.which(name))
        version = next(line for line in (ROOT / ".ci/bootstrap").read_text().splitlines() if line.startswith("UV_VERSION="))
        self.program(self.clone / ".tools/uv/bin/uv", RECORDER.format(version=version.partition("=")[2], python=sys.executable))
        self.program(self.bin / "python3", "#!/bin/sh\nexit 1\n")  # a Python too old for everything

    def program(self, path: Path, text: str) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
        path.chmod(0o755)

    def bootstrap(self, **env: str) -> subprocess.CompletedProcess:
        env = {"PATH": str(self.bin), "HOME": str(self.bin.parent), "RECORD": str(self.record), **env}
        command = [str(self.clone / ".ci/bootstrap"), "run"]
        return subprocess.run(command, env=env, capture_output=True, text=True, timeout=120, stdin=subprocess.DEVNULL)

    @property
    def asked(self) -> list[str]:
        return self.record.read_text().splitlines() if self.record.exists() else []


@pytest.fixture
def machine(tmp_path):
    return Machine(tmp_path)


def test_a_python_that_only_pyenv_knows_is_found(machine, tmp_path):
    python = tmp_path / ".pyenv/versions/3.13.0/bin/python3"
    python.parent.mkdir(parents=True)
    python.symlink_to(sys.executable)

    result = machine.bootstrap()

    assert result.returncode == 0, result.stderr
    assert machine.asked == [f"sync --quiet --locked --no-dev --inexact --python {reported_by(python)}"]


def test_uv_downloads_a_python_when_there_is_none(machine):
    result = machine.bootstrap()

    assert result.returncode == 0, result.stderr
    assert [line.split()[:2] for line in machine.asked] == [
        ["python", "find"],
        ["python", "install"],
        ["python", "find"],
        ["sync", "--quiet"],
    ]


def test_a_second_run_asks_uv_nothing_and_is_quick(machine):
    machine.bootstrap()
    before = machine.asked

    started = used_by_children()
    assert machine.bootstrap().stdout == ""
    assert used_by_children() - started < 1
    assert machine.asked == before


def test_a_changed_lock_file_is_installed(machine):
    machine.bootstrap()
    with (machine.clone / "uv.lock").open("a") as lock:
        lock.write("# changed\n")
    before = len(machine.asked)
    machine.bootstrap()
    assert machine.asked[before:] == [f"sync --quiet --locked --no-dev --inexact --python {machine.clone}/.venv/bin/python"]


def test_without_root_and_sudo_it_prints_the_one_line_to_type_and_stops(machine):
    (machine.clone / ".ci/packages-run").write_text("dpkg\nno-such-package\nneither-this-one\n")
    (machine.bin / "id").unlink()
    machine.program(machine.bin / "id", "#!/bin/sh\necho 1000\n")
    machine.program(machine.bin / "sudo", "#!/bin/sh\nexit 1\n")  # would ask for a password
    machine.program(machine.bin / "apt-get", '#!/bin/sh\necho "apt-get $*" >>"$RECORD"\n')

    result = machine.bootstrap()

    assert result.returncode == 1
    wanted = "sudo apt-get update && sudo apt-get install -y --no-install-recommends no-such-package neither-this-one"
    assert wanted in [line.strip() for line in result.stderr.splitlines()]
    assert machine.asked == []


def test_only_missing_packages_are_installed_when_it_may(machine):
    (machine.clone / ".ci/packages-run").write_text("dpkg\nno-such-package\n")
    (machine.bin / "id").unlink()
    machine.program(machine.bin / "id", "#!/bin/sh\necho 1000\n")
    machine.program(machine.bin / "sudo", '#!/bin/sh\n[ "$1" = env ] && shift 2 && exec "$@"\nexit 0\n')  # changes nothing here
    machine.program(machine.bin / "apt-get", '#!/bin/sh\necho "apt-get $*" >>"$RECORD"\n')

    result = machine.bootstrap()

    assert result.returncode == 0, result.stderr
    assert machine.asked[:2] == ["apt-get update -q", "apt-get install -q -y --no-install-recommends no-such-package"]


def test_message_catalogues_are_compiled_and_a_broken_one_stops(machine):
    catalogue = machine.clone / "cms/locale/de/LC_MESSAGES/django.po"
    catalogue.parent.mkdir(parents=True)
    catalogue.write_text('msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "Edition"\nmsgstr "Ausgabe"\n')
    assert machine.bootstrap().returncode == 0
    assert b"Ausgabe" in catalogue.with_suffix(".mo").read_bytes()

    time.sleep(0.01)
    catalogue.write_text('msgid "Edition"\nmsgstr "unfinished\n')
    os.utime(catalogue, (time.time() + 5, time.time() + 5))
    result = machine.bootstrap()
    assert result.returncode != 0
    assert "broken message catalogue: ./cms/locale/de/LC_MESSAGES/django.po" in result.stderr


def reported_by(python: Path | str) -> str:
    """What the bootstrap asks a Python for: the program behind shims and links."""
    return subprocess.run([python, "-c", "import sys; print(sys.executable)"], capture_output=True, text=True).stdout.strip()

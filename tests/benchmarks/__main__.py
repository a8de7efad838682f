"""`make bench`: page times, PDF time against bare WeasyPrint, mails per second. Ratios within this one run.

Works on a demo database of its own below .tools/bench, so that nobody's data is touched.
"""

import hashlib
import importlib
import os
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PARTS = ("bench_pages", "bench_pdf", "bench_preview", "bench_mail", "bench_lists")


def open_demo(folder: Path = ROOT / ".tools" / "bench") -> None:
    """A database of its own with the demo, made once and used again."""
    clear_other_tables(folder)
    os.environ["VIELFALT_VAR"] = str(folder.resolve())
    os.environ["DJANGO_SETTINGS_MODULE"] = "cms.settings.development"
    os.environ["DEBUG"] = "false"
    os.environ["LOG_LEVEL"] = "ERROR"
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    call_command("demo", stdout=open(os.devnull, "w"))  # noqa: SIM115, PTH123 -- closed by the process's end


def clear_other_tables(folder: Path) -> None:
    """Away with a demo whose tables differ: before the first release migrations are rewritten, not added to."""
    migrations = sorted(ROOT.glob("[a-z]*/**/migrations/0*.py"))
    wanted = hashlib.sha256(b"".join(path.read_bytes() for path in migrations)).hexdigest()
    stamp = folder / "migrations.sha256"
    if (folder / "db.sqlite3").is_file() and not (stamp.is_file() and stamp.read_text() == wanted):
        shutil.rmtree(folder)
    folder.mkdir(parents=True, exist_ok=True)
    stamp.write_text(wanted)


def main() -> None:
    open_demo()
    for name in sys.argv[1:] or PARTS:
        importlib.import_module(f"tests.benchmarks.{name}").main()


if __name__ == "__main__":
    main()

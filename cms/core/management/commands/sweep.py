"""`manage.py sweep`: carry out the periodic duties once, or again and again with --every."""

import signal
import threading

from django.core.management.base import BaseCommand
from django.db import close_old_connections

from cms.core.sweeping import sweep


class Command(BaseCommand):
    help = "Release what dead workers hold, publish what is due, wake mailings whose time has come."

    def add_arguments(self, parser):
        parser.add_argument("--every", type=int, metavar="SECONDS", help="repeat until stopped")

    def handle(self, *, every=None, **options):
        stopped = threading.Event()
        if every:
            for number in (signal.SIGTERM, signal.SIGINT):
                signal.signal(number, lambda *_: stopped.set())
        while not stopped.is_set():
            mended = {name: count for name, count in sweep().items() if count}
            if mended:
                self.stdout.write(", ".join(f"{name}: {count}" for name, count in mended.items()))
            if not every:
                return
            close_old_connections()
            stopped.wait(every)

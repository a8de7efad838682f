"""`manage.py mailbox`: runs the local mailbox until it is told to stop. Development only."""

import os
import signal
import threading
from argparse import ArgumentParser

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from newsletter.mailbox.server import MailboxServer


class Command(BaseCommand):
    help = "Receives all mail of this machine on a local SMTP port and shows it in the browser (development only)."
    requires_system_checks = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--smtp-port", type=int, default=int(os.environ.get("MAILBOX_SMTP_PORT", 2525)))
        parser.add_argument("--web-port", type=int, default=int(os.environ.get("MAILBOX_WEB_PORT", 8025)))

    def handle(self, *args, smtp_port: int, web_port: int, **options) -> None:
        if not settings.DEBUG:
            raise CommandError(
                "The local mailbox shows everybody's mail without a password. It runs in development only (DEBUG)."
            )
        ending = threading.Event()
        for signum in (signal.SIGINT, signal.SIGTERM):
            signal.signal(signum, lambda *_: ending.set())
        try:
            server = MailboxServer(settings.VAR_DIR / "mailbox", smtp_port=smtp_port, web_port=web_port)
            server.start()
        except OSError as error:
            raise CommandError(f"The mailbox could not start on ports {smtp_port} and {web_port}: {error}") from error
        self.stdout.write(f"mailbox on http://localhost:{web_port}/ receives mail on 127.0.0.1:{smtp_port}")
        ending.wait()
        server.stop()

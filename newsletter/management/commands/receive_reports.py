"""The LMTP server for a Postfix on this machine. Runs until it is asked to end."""

import signal
import threading

from django.core.management.base import BaseCommand, CommandError

from newsletter.feedback import lmtp


class Command(BaseCommand):
    help = "Takes bounces and complaints by LMTP, for `virtual_transport = lmtp:inet:127.0.0.1:2424` in Postfix."

    def add_arguments(self, parser):
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=2424)

    def handle(self, *, host, port, **options):
        server = lmtp.server(host=host, port=port)
        try:
            server.start()
        except OSError as error:
            raise CommandError(f"Port {port} cannot be used: {error}") from error
        self.stdout.write(f"Listening for reports on {host}:{port}")
        ended = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: ended.set())
        ended.wait()
        server.stop()

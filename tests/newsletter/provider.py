"""A provider's HTTP interface on a real socket: keeps the JSON or form it was sent, answers as a test asks."""

import contextlib
import http.server
import json
import threading
import urllib.parse
from collections.abc import Iterator
from dataclasses import dataclass, field

HANG_UP = "hang up"
SILENCE = "silence"  # the connection stays open and nothing is said


@dataclass
class Provider:
    """`replies`: (status, JSON or None, headers) used up one after the other, HANG_UP or SILENCE for no answer; then `usual`."""

    usual: tuple
    replies: list[tuple | str] = field(default_factory=list)
    taken: list[dict] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    headers: list[dict] = field(default_factory=list)
    port: int = 0
    closing: threading.Event = field(default_factory=threading.Event)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/"


class Desk(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:  # noqa: N802 - the standard library's name
        provider: Provider = self.server.provider
        provider.taken.append(self._read())
        provider.paths.append(self.path)
        provider.headers.append(dict(self.headers))
        reply = provider.replies.pop(0) if provider.replies else provider.usual
        if reply in (HANG_UP, SILENCE):
            if reply == SILENCE:
                provider.closing.wait(30)
            self.close_connection = True
            return
        status, answer, *more = reply
        body = b"" if answer is None else json.dumps(answer).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json" if body else "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        for name, value in (more[0] if more else {}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def _read(self) -> dict:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        if "json" in self.headers["Content-Type"]:
            return json.loads(body)
        return dict(urllib.parse.parse_qsl(body.decode(), keep_blank_values=True))

    def log_message(self, *args) -> None:
        """Quiet."""


@contextlib.contextmanager
def provider(usual: tuple) -> Iterator[Provider]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Desk)
    server.daemon_threads = True
    server.provider = Provider(usual, port=server.server_address[1])
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield server.provider
    finally:
        server.provider.closing.set()
        server.shutdown()
        server.server_close()
        thread.join()

"""A provider's HTTP interface on a real socket: keeps the JSON it was sent, answers as a test asks."""

import contextlib
import http.server
import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field

HANG_UP = "hang up"


@dataclass
class Provider:
    """`replies`: (status, JSON) used up one after the other, HANG_UP for no answer at all; then `usual`."""

    usual: tuple[int, dict]
    replies: list[tuple[int, dict] | str] = field(default_factory=list)
    taken: list[dict] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    headers: list[dict] = field(default_factory=list)
    port: int = 0

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/"


class Desk(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:  # noqa: N802 - the standard library's name
        provider: Provider = self.server.provider
        provider.taken.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
        provider.paths.append(self.path)
        provider.headers.append(dict(self.headers))
        reply = provider.replies.pop(0) if provider.replies else provider.usual
        if reply == HANG_UP:
            self.close_connection = True
            return
        status, answer = reply
        body = json.dumps(answer).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args) -> None:
        """Quiet."""


@contextlib.contextmanager
def provider(usual: tuple[int, dict]) -> Iterator[Provider]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Desk)
    server.daemon_threads = True
    server.provider = Provider(usual, port=server.server_address[1])
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield server.provider
    finally:
        server.shutdown()
        server.server_close()
        thread.join()

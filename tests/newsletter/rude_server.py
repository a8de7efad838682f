"""An SMTP server on a real socket that behaves as badly as a test asks, and keeps what it was given."""

import base64
import contextlib
import hmac
import socketserver
import ssl
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

HANG_UP, SILENCE = "hang up", "silence"


@dataclass
class Manners:
    """How it behaves, and what it took. Replies are used up one after the other; HANG_UP and SILENCE are possible everywhere."""

    offers: list[str] = field(default_factory=lambda: ["PIPELINING", "SIZE 10000000"])
    greeting: str = "220 test.example ESMTP"
    at: dict[str, list[str]] = field(default_factory=dict)  # verb, or "." for the final dot → replies
    rcpt: dict[str, str] = field(default_factory=dict)  # recipient → reply, as often as it is asked
    data_for_nobody: bool = False  # RFC 2920: answers DATA with 354 although every RCPT was refused
    hang_up_in_body: int = 0  # after this many lines of content, once
    slow: float = 0  # seconds before each answer
    tls: ssl.SSLContext | None = None
    users: dict[str, str] = field(default_factory=dict)

    taken: list[tuple[str, str, bytes]] = field(default_factory=list)  # sender, recipient, content
    commands: list[str] = field(default_factory=list)
    bodies_for_nobody: int = 0
    connections: int = 0

    def next(self, verb: str, usual: str) -> str:
        queued = self.at.get(verb)
        return queued.pop(0) if queued else usual

    @property
    def recipients(self) -> list[str]:
        return [recipient for _sender, recipient, _content in self.taken]


class HungUp(Exception):
    """This side ends the connection."""


class Dialogue(socketserver.StreamRequestHandler):
    wbufsize = 0

    def handle(self) -> None:
        self.manners: Manners = self.server.manners
        self.manners.connections += 1
        self.encrypted = self.signed_in = False
        with contextlib.suppress(HungUp, OSError):
            self.say(self.manners.greeting)
            while line := self.rfile.readline():
                self.obey(line.decode().rstrip("\r\n"))

    def say(self, reply: str) -> None:
        if self.manners.slow:
            time.sleep(self.manners.slow)
        if reply == HANG_UP:
            raise HungUp
        if reply == SILENCE:
            self.server.over.wait(30)
            raise HungUp
        self.wfile.write(reply.encode() + b"\r\n")
        if reply.startswith("421"):
            raise HungUp

    def obey(self, command: str) -> None:
        self.manners.commands.append(command)
        verb = command.upper().partition(" ")[0]
        act = getattr(self, f"do_{verb.lower()}", None)
        if act:
            act(command)
        else:
            self.say(self.manners.next(verb, "250 ok"))

    # --- verbs -----------------------------------------------------------------------------------------------------------
    def do_ehlo(self, command: str) -> None:
        if early := self.manners.next("EHLO", ""):
            self.say(early)
            return
        offers = [offer for offer in self.manners.offers if offer != "STARTTLS" or not self.encrypted]
        lines = ["test.example", *offers]
        for line in lines[:-1]:
            self.say(f"250-{line}")
        self.say(f"250 {lines[-1]}")

    def do_starttls(self, command: str) -> None:
        reply = self.manners.next("STARTTLS", "220 go ahead")
        self.say(reply)
        if reply.startswith("220") and "\r\n" not in reply:
            self.encrypt()

    def encrypt(self) -> None:
        self.request = self.manners.tls.wrap_socket(self.request, server_side=True)
        self.setup_files()
        self.encrypted = True

    def setup_files(self) -> None:
        self.rfile = self.request.makefile("rb")
        self.wfile = self.request.makefile("wb", 0)

    def do_auth(self, command: str) -> None:
        if early := self.manners.next("AUTH", ""):
            self.say(early)
            return
        _auth, way, *first = command.split(" ")
        if way == "PLAIN":
            _nobody, name, password = base64.b64decode(first[0]).decode().split("\0")
        elif way == "LOGIN":
            name, password = self.ask("Username:"), self.ask("Password:")
        else:
            name, _blank, proof = self.ask("<1.2@test.example>").partition(" ")
            password = self.manners.users.get(name, "")
            if not hmac.compare_digest(proof, hmac.new(password.encode(), b"<1.2@test.example>", "md5").hexdigest()):
                password = None
        self.signed_in = password is not None and self.manners.users.get(name) == password
        self.say("235 2.7.0 welcome" if self.signed_in else "535 5.7.8 wrong name or password")

    def ask(self, question: str) -> str:
        self.say(f"334 {base64.b64encode(question.encode()).decode()}")
        return base64.b64decode(self.rfile.readline()).decode()

    def do_mail(self, command: str) -> None:
        self.sender = command.split("<")[1].split(">")[0]
        self.recipient, self.refused = "", False
        usual = "250 ok" if self.signed_in or not self.manners.users else "530 5.7.0 authentication required"
        self.say(self.manners.next("MAIL", usual))

    def do_rcpt(self, command: str) -> None:
        self.recipient = command.split("<")[1].split(">")[0]
        reply = self.manners.rcpt.get(self.recipient) or self.manners.next("RCPT", "250 ok")
        self.refused = not reply.startswith("25")
        self.say(reply)

    def do_data(self, command: str) -> None:
        usual = "354 go on"
        if self.refused and not self.manners.data_for_nobody:
            usual = "554 5.5.1 no valid recipients"
        reply = self.manners.next("DATA", usual)
        self.say(reply)
        if reply.startswith("354"):
            self.take()

    def take(self) -> None:
        lines = []
        while (line := self.rfile.readline()) != b".\r\n":
            if not line:
                raise HungUp
            lines.append(line)
            if self.manners.hang_up_in_body and len(lines) >= self.manners.hang_up_in_body:
                self.manners.hang_up_in_body = 0
                raise HungUp
        if self.refused:
            self.manners.bodies_for_nobody += 1
            self.say("554 5.5.1 no valid recipients")
            return
        reply = self.manners.next(".", "250 2.0.0 taken")
        if reply.startswith("250") or reply == HANG_UP:
            self.manners.taken.append((self.sender, self.recipient, b"".join(lines)))
        self.say(reply)

    def do_quit(self, command: str) -> None:
        self.say("221 bye")
        raise HungUp


class RudeServer(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    block_on_close = False

    def __init__(self, manners: Manners, *, implicit_tls: bool = False):
        super().__init__(("127.0.0.1", 0), Dialogue)
        self.manners = manners
        self.over = threading.Event()
        self.implicit_tls = implicit_tls

    def finish_request(self, request, client_address):
        if self.implicit_tls:
            request = self.manners.tls.wrap_socket(request, server_side=True)
        super().finish_request(request, client_address)

    def handle_error(self, request, client_address):
        """A broken connection is what these tests are about."""


@contextlib.contextmanager
def rude_server(manners: Manners, *, implicit_tls: bool = False) -> Iterator[int]:
    """The port it listens on."""
    server = RudeServer(manners, implicit_tls=implicit_tls)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield server.server_address[1]
    finally:
        server.over.set()
        server.shutdown()
        server.server_close()
        thread.join()

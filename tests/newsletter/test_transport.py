"""The SMTP conversation with servers that behave badly. The server here speaks raw SMTP, with and without pipelining."""

import socketserver
import threading
from dataclasses import dataclass, field

import pytest

from newsletter.dispatch import RETRY_MINUTES
from newsletter.transport import Connection, Lost, Refused, Unclear, Unreachable

from .conftest import smtp_mailer

CONTENT = b"Subject: x\r\n\r\n..a dot\r\nbody\r\n"


@dataclass
class Manners:
    """How the server behaves, and what it took."""

    pipelining: bool = True
    greeting: str = "220 test.example ESMTP"
    refuse_rcpt: dict[str, str] = field(default_factory=dict)
    accept_data_anyway: bool = False  # RFC 2920: answers DATA with 354 although every RCPT was refused
    at_dot: list[str] = field(default_factory=list)  # replies, or "hang up"
    hang_up_in_body: int = 0  # after this many lines of content
    say_421_at: str = ""
    taken: list[tuple[str, bytes]] = field(default_factory=list)
    empty_bodies: int = 0
    connections: int = 0


class Session(socketserver.StreamRequestHandler):
    def handle(self):
        manners: Manners = self.server.manners
        manners.connections += 1
        self.say(manners.greeting)
        recipient, refused = "", False
        while line := self.rfile.readline():
            command = line.decode().strip()
            verb = command.upper().split(" ")[0].split(":")[0]
            if manners.say_421_at and verb == manners.say_421_at:
                manners.say_421_at = ""
                self.say("421 4.3.2 going down")
                return
            if verb == "EHLO":
                self.say("250-test.example")
                self.say("250-PIPELINING" if manners.pipelining else "250-8BITMIME")
                self.say("250 SIZE 10000000")
            elif verb == "RCPT":
                recipient = command.split("<")[1].rstrip(">")
                reply = manners.refuse_rcpt.get(recipient)
                refused = bool(reply)
                self.say(reply or "250 ok")
            elif verb == "DATA":
                if refused and not manners.accept_data_anyway:
                    self.say("554 5.5.1 no valid recipients")
                    continue
                self.say("354 go on")
                if not self.take(manners, recipient):
                    return
            elif verb == "QUIT":
                self.say("221 bye")
                return
            else:
                self.say("250 ok")

    def take(self, manners: Manners, recipient: str) -> bool:
        lines = []
        while (line := self.rfile.readline()) != b".\r\n":
            if not line:
                return False
            lines.append(line)
            if manners.hang_up_in_body and len(lines) >= manners.hang_up_in_body:
                manners.hang_up_in_body = 0
                return False
        if not lines:
            manners.empty_bodies += 1
            self.say("554 5.5.1 no valid recipients")
            return True
        reply = manners.at_dot.pop(0) if manners.at_dot else "250 2.0.0 taken"
        if reply.startswith("250") or reply == "hang up":
            manners.taken.append((recipient, b"".join(lines)))
        if reply == "hang up":
            return False
        self.say(reply)
        return True

    def say(self, reply: str) -> None:
        self.wfile.write(reply.encode() + b"\r\n")


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True


@pytest.fixture(params=[True, False], ids=["pipelining", "one by one"])
def manners(request, settings):
    server = Server(("127.0.0.1", 0), Session)
    server.manners = Manners(pipelining=request.param)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    settings.MAILERS = {"newsletter": smtp_mailer(server.server_address[1])}
    yield server.manners
    server.shutdown()
    server.server_close()


def send(connection: Connection, recipient: str = "a@b.example") -> str:
    connection.begin(sender="s@b.example", recipient=recipient, content=CONTENT)
    return connection.finish()


def test_many_mails_go_through_one_connection(manners):
    connection = Connection()
    for number in range(20):
        assert send(connection, f"a{number}@b.example").startswith("250")
    connection.quit()
    assert [recipient for recipient, _content in manners.taken] == [f"a{number}@b.example" for number in range(20)]
    assert {content for _recipient, content in manners.taken} == {CONTENT}
    assert manners.connections == 1


def test_one_refused_reader_does_not_disturb_the_next(manners):
    manners.refuse_rcpt = {"no@b.example": "550 5.1.1 unknown"}
    connection = Connection()
    with pytest.raises(Refused) as refused:
        send(connection, "no@b.example")
    assert refused.value.is_final
    assert send(connection).startswith("250")
    assert [recipient for recipient, _content in manners.taken] == ["a@b.example"]
    assert manners.connections == 1


def test_a_server_that_wants_data_for_nobody_gets_a_lone_dot(manners):
    manners.refuse_rcpt = {"no@b.example": "550 5.1.1 unknown"}
    manners.accept_data_anyway = True
    connection = Connection()
    with pytest.raises(Refused):
        send(connection, "no@b.example")
    assert send(connection).startswith("250")
    assert len(manners.taken) == 1
    assert manners.empty_bodies == (1 if manners.pipelining else 0)


def test_breaking_off_before_the_dot_means_surely_not_sent(manners):
    manners.hang_up_in_body = 1
    connection = Connection()
    with pytest.raises((Lost, Unclear)) as broken:
        # the content fits into the socket's buffer, so the break shows at the next read at the latest
        send(connection)
    assert not manners.taken
    assert broken.type in (Lost, Unclear)
    assert send(connection).startswith("250"), "the next mail opens a new connection"
    assert manners.connections == 2


def test_breaking_off_after_the_dot_is_unclear(manners):
    manners.at_dot = ["hang up"]
    connection = Connection()
    with pytest.raises(Unclear):
        send(connection)
    assert len(manners.taken) == 1


@pytest.mark.parametrize("verb", ["MAIL", "RCPT", "DATA"])
def test_a_server_going_down_in_mid_session_loses_nothing(manners, verb):
    connection = Connection()
    send(connection)
    manners.say_421_at = verb
    with pytest.raises(Lost):
        send(connection)
    assert send(connection).startswith("250")
    assert len(manners.taken) == 2


def test_hanging_up_before_the_dot_takes_the_mail_back(manners):
    connection = Connection()
    connection.begin(sender="s@b.example", recipient="a@b.example", content=CONTENT)
    connection.close()
    assert send(connection).startswith("250")
    assert len(manners.taken) == 1


def test_a_no_at_the_dot_is_told_apart_from_a_not_now(manners):
    manners.at_dot = ["552 5.3.4 too big", "452 4.2.2 full", "550 5.7.1 spam"]
    connection = Connection()
    finals = []
    for _ in range(3):
        with pytest.raises(Refused) as refused:
            send(connection)
        finals.append(refused.value.is_final)
    assert finals == [True, False, False]
    assert send(connection).startswith("250")


def test_a_server_that_does_not_want_us_is_unreachable(manners):
    manners.greeting = "554 5.7.1 we do not know you"
    with pytest.raises(Unreachable):
        send(Connection())


def test_another_backend_than_smtp_is_explained(settings):
    settings.MAILERS = {"newsletter": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"}}
    with pytest.raises(Unreachable, match="NEWSLETTER_MAIL_URL"):
        send(Connection())


def test_pauses_between_attempts_grow():
    assert list(RETRY_MINUTES) == sorted(RETRY_MINUTES)

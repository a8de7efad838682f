"""The SMTP dialogue up to the first mail: connection, TLS, EHLO, AUTH; and reading replies. Mails are sent in smtp.py."""

import base64
import hashlib
import hmac
import ipaddress
import socket
import ssl
import struct
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from django.core.mail.utils import DNS_NAME
from django.utils.encoding import punycode
from django.utils.translation import gettext as _

from .answers import Kind, Unreachable

LONGEST_REPLY = 65_536  # bytes; a server that says more in one go does not speak SMTP
SEND_BUFFER = 1 << 20  # bytes; a whole mail fits, so a write seldom waits
TLS_RECORD = 16_384  # bytes


class Broken(Exception):
    """The connection is of no use any more: closed, silent for too long, or not SMTP."""


class Reply(NamedTuple):
    code: int
    raw: bytes

    @property
    def text(self) -> str:
        return self.raw.decode("utf-8", "replace")

    def __str__(self) -> str:
        return f"{self.code} {self.text}"


@dataclass(frozen=True)
class Patience:
    """Seconds to wait for each step: RFC 5321, section 4.5.3.2."""

    connect: float = 30
    greeting: float = 300
    command: float = 300
    data: float = 120
    block: float = 180
    dot: float = 600


PATIENCE = Patience()


@dataclass(frozen=True)
class Server:
    """Where to connect and how to introduce ourselves."""

    host: str
    port: int = 25
    username: str = ""
    password: str = ""
    starttls: bool = False
    implicit_tls: bool = False
    certificate: str = ""  # ours, for servers that ask for one
    key: str = ""

    @classmethod
    def of(cls, options: dict) -> "Server":
        """From the OPTIONS of a MAILERS entry."""
        return cls(
            host=options.get("host") or "127.0.0.1",
            port=options.get("port") or 25,
            username=options.get("username") or "",
            password=options.get("password") or "",
            starttls=bool(options.get("use_tls")),
            implicit_tls=bool(options.get("use_ssl")),
            certificate=options.get("ssl_certfile") or "",
            key=options.get("ssl_keyfile") or "",
        )

    @property
    def is_on_our_network(self) -> bool:
        """A password may go there without encryption."""
        if self.host == "localhost" or "." not in self.host and ":" not in self.host:
            return True
        try:
            return ipaddress.ip_address(self.host).is_private
        except ValueError:
            return False


class Conversation:
    """One connection. `extensions` is what the server offered: {"SIZE": "10240000", "PIPELINING": "", …}."""

    def __init__(self, server: Server, *, patience: Patience = PATIENCE):
        self.server = server
        self.patience = patience
        self.extensions: dict[str, str] = {}
        self.socket: socket.socket | None = None
        self._buffer = b""
        self._timeout = 0.0

    # --- talking ---------------------------------------------------------------------------------------------------------
    @property
    def is_encrypted(self) -> bool:
        return isinstance(self.socket, ssl.SSLSocket)

    def wait_up_to(self, seconds: float) -> None:
        """For the next answer. With a plain socket the kernel keeps the time: Python would poll() before each call."""
        if seconds != self._timeout:
            if self.is_encrypted:
                self.socket.settimeout(seconds)
            else:
                self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_RCVTIMEO, timeval(seconds))
            self._timeout = seconds

    def read(self, *, seconds: float) -> Reply:
        """The next reply, all its lines. Raises Broken."""
        lines = []
        while True:
            line, newline, rest = self._buffer.partition(b"\n")
            if not newline:
                self._receive(seconds)
                continue
            self._buffer = rest
            reply, is_last = understood(line)
            if is_last and not lines:
                return reply
            lines.append(reply.raw)
            if is_last:
                return Reply(reply.code, b"\n".join(lines))

    def _receive(self, seconds: float) -> None:
        self.wait_up_to(seconds)
        try:
            received = self.socket.recv(8192)
        except (TimeoutError, BlockingIOError) as error:  # Python's clock, or the kernel's
            raise Broken(_("No answer within %s seconds.") % round(seconds)) from error
        except OSError as error:
            raise Broken(spoken(error)) from error
        if not received:
            raise Broken(_("The server hung up."))
        self._buffer += received
        if len(self._buffer) > LONGEST_REPLY:
            raise Broken(_("The answer is not SMTP: %s") % self._buffer[:80].decode("utf-8", "replace"))

    def write(self, *parts: bytes) -> int:
        """Hand over all of it; returns how many bytes may have left when it broke, or the length of all parts."""
        length, done = sum(map(len, parts)), 0
        try:
            if self.is_encrypted:
                self.wait_up_to(self.patience.block)
            else:
                done = self.socket.sendmsg(parts)  # the usual case: no copy, one call
            view = memoryview(b"".join(parts)) if done < length else b""
            while done < length:
                done += self.socket.send(view[done : done + TLS_RECORD] if self.is_encrypted else view[done:])
        except OSError:
            # A plain socket that fails has taken nothing of that call; TLS may have sent the record before it failed.
            return min(length - 1, done + TLS_RECORD) if self.is_encrypted else done
        return done

    def ask(self, command: bytes) -> Reply:
        """One command, one reply. Raises Broken."""
        line = command + b"\r\n"
        if self.write(line) < len(line):
            raise Broken(_("The server hung up."))
        return self.read(seconds=self.patience.command)

    # --- opening and closing ---------------------------------------------------------------------------------------------
    def open(self) -> None:
        """Up to the point where mails can be sent. Raises Unreachable, with the connection closed."""
        try:
            self._connect()
            self._greet()
            if self.server.starttls:
                self._start_tls()
            if self.server.username:
                self._authenticate()
        except Broken as error:
            self.close()
            raise self._unreachable(error, kind=Kind.NETWORK) from error
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        if self.socket is not None:
            self.socket.close()
            self.socket = None
        self._buffer = b""

    def _connect(self) -> None:
        address = (self.server.host, self.server.port)
        try:
            self.socket = socket.create_connection(address, self.patience.connect)
        except OSError as error:
            raise self._unreachable(error, kind=Kind.NETWORK) from error
        self.socket.settimeout(None)
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_SNDTIMEO, timeval(self.patience.block))
        # One write per mail; waiting to fill a packet would cost a delay each time.
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SEND_BUFFER)
        if self.server.implicit_tls:
            self._encrypt()
        greeting = self.read(seconds=self.patience.greeting)
        if greeting.code != 220:
            raise self._unreachable(greeting, kind=Kind.NETWORK if greeting.code < 500 else Kind.CONFIG)

    def _greet(self) -> None:
        name = punycode(str(DNS_NAME)).encode("ascii", "replace")
        reply = self.ask(b"EHLO " + name)
        if 500 <= reply.code < 600:
            reply = self.ask(b"HELO " + name)
            self.extensions = {}
        else:
            offered = [line.decode("ascii", "replace").partition(" ") for line in reply.raw.split(b"\n")[1:]]
            self.extensions = {word.upper(): rest.strip() for word, _blank, rest in offered}
        if reply.code != 250:
            raise self._unreachable(reply, kind=Kind.NETWORK if reply.code < 500 else Kind.CONFIG)

    def _start_tls(self) -> None:
        if "STARTTLS" not in self.extensions:
            raise Unreachable(_("The mail server %s does not offer encryption (STARTTLS).") % self.server.host, kind=Kind.TLS)
        reply = self.ask(b"STARTTLS")
        if reply.code != 220:
            raise self._unreachable(reply, kind=Kind.TLS)
        if self._buffer:  # somebody on the way slipped in words that would count as encrypted
            raise self._unreachable(_("unexpected words before the encryption"), kind=Kind.TLS)
        self._encrypt()
        self._greet()

    def _encrypt(self) -> None:
        context = ssl.create_default_context()
        self.socket.settimeout(self.patience.connect)
        self._timeout = self.patience.connect
        try:
            if self.server.certificate:
                context.load_cert_chain(self.server.certificate, self.server.key or None)
            self.socket = context.wrap_socket(self.socket, server_hostname=self.server.host)
        except OSError as error:  # ssl.SSLError is one
            raise Unreachable(
                _("The encryption to the mail server %(host)s cannot be trusted: %(reason)s")
                % {"host": self.server.host, "reason": spoken(error)},
                kind=Kind.TLS,
            ) from error

    # --- name and password -----------------------------------------------------------------------------------------------
    def _authenticate(self) -> None:
        offered = set(self.extensions.get("AUTH", "").upper().split())
        encrypted = self.is_encrypted
        known = {"PLAIN": self._plain, "LOGIN": self._login, "CRAM-MD5": self._cram_md5}
        order = ["PLAIN", "LOGIN", "CRAM-MD5"] if encrypted else ["CRAM-MD5", "PLAIN", "LOGIN"]
        possible = [name for name in order if name in offered]
        if not possible:
            raise Unreachable(_("The mail server %s offers no way to sign in that we know.") % self.server.host, kind=Kind.AUTH)
        if not encrypted and possible[0] != "CRAM-MD5" and not self.server.is_on_our_network:
            raise Unreachable(
                _("The password would travel unencrypted. Please add ?tls=starttls to NEWSLETTER_MAIL_URL."), kind=Kind.CONFIG
            )
        for name in possible:
            reply = known[name]()
            if reply.code != 504:  # the way is offered, but not for us: try the next
                break
        if reply.code != 235:
            raise Unreachable(
                _("The mail server does not accept our user name and password: %s") % str(reply),
                kind=Kind.NETWORK if 400 <= reply.code < 500 else Kind.AUTH,
            )

    def _plain(self) -> Reply:
        return self.ask(b"AUTH PLAIN " + base64.b64encode(f"\0{self.server.username}\0{self.server.password}".encode()))

    def _login(self) -> Reply:
        reply = self.ask(b"AUTH LOGIN")
        for word in (self.server.username, self.server.password):
            if reply.code == 334:
                reply = self.ask(base64.b64encode(word.encode()))
        return reply

    def _cram_md5(self) -> Reply:
        reply = self.ask(b"AUTH CRAM-MD5")
        if reply.code != 334:
            return reply
        proof = hmac.new(self.server.password.encode(), base64.b64decode(reply.raw), hashlib.md5).hexdigest()
        return self.ask(base64.b64encode(f"{self.server.username} {proof}".encode()))

    def _unreachable(self, reason: object, *, kind: Kind) -> Unreachable:
        words = spoken(reason) if isinstance(reason, Exception) else str(reason)
        return Unreachable(
            _("The mail server %(host)s does not answer as it should: %(reason)s") % {"host": self.server.host, "reason": words},
            kind=kind,
        )


def spoken(error: Exception) -> str:
    """The reason in one line."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return error.verify_message or str(error)
    return str(error) or type(error).__name__


@lru_cache(maxsize=64)
def understood(line: bytes) -> tuple[Reply, bool]:
    """One line of an answer, and whether it is the last; most servers say the same to every mail. Raises Broken."""
    code = line[:3]
    if not code.isdigit():
        raise Broken(_("The answer is not SMTP: %s") % line[:80].decode("utf-8", "replace"))
    return Reply(int(code), line[4:].rstrip()), line[3:4] != b"-"


@lru_cache(maxsize=64)
def timeval(seconds: float) -> bytes:
    """As the kernel takes it; 0 would mean for ever."""
    microseconds = max(1, round(seconds * 1_000_000))
    return struct.pack("ll", *divmod(microseconds, 1_000_000))

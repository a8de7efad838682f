"""What goes in and what comes out of a session. The words every transport shares."""

import enum
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple, Protocol

from newsletter.feedback.rules import judge


class Outcome(enum.StrEnum):
    ACCEPTED = "accepted"  # the server has it and answers for it
    LATER = "later"  # a “not now” about this mail
    REFUSED = "refused"  # a “no” about this mail
    UNCERTAIN = "uncertain"  # the last byte was out, the answer never came: only the server knows
    LOST = "lost"  # surely not taken, and nobody said no: the connection broke before the end


class Kind(enum.StrEnum):
    """What has to happen before it works again."""

    NETWORK = "network"  # wait
    TLS = "tls"  # a person: certificate, encryption
    AUTH = "auth"  # a person: name and password
    CONFIG = "config"  # a person: settings, sender address


class Unreachable(Exception):
    """Nothing can be sent at the moment, whoever the reader is. The message is for the office."""

    def __init__(self, message: str, *, kind: Kind = Kind.CONFIG):
        super().__init__(message)
        self.kind = kind

    @property
    def needs_a_person(self) -> bool:
        return self.kind != Kind.NETWORK


class Envelope(NamedTuple):
    delivery: Any  # handed back with the answer, never looked at
    sender: str
    recipient: str
    content: bytes  # complete, CRLF, no line begins with a dot, ends in CRLF; ASCII unless an address is not


class Answer(NamedTuple):
    delivery: Any
    outcome: Outcome
    code: int = 0  # SMTP's or HTTP's, 0 if nobody answered
    text: str = ""
    reason: str = ""  # Delivery.Reason, empty if accepted


class Session(Protocol):
    """A kept connection. Whoever of the batch gets no answer was surely not sent."""

    is_open: bool

    def send(self, batch: Iterable[Envelope], *, may_send: Callable[[], bool] = ...) -> Iterator[Answer]:
        """Answers in the order of the batch. `may_send` is asked before the last byte of every mail; False ends the session.

        The batch must not block: the next envelope is taken before the content of the one before it goes out.
        Raises Unreachable when no mail at all can go out.
        """

    def quit(self) -> None:
        """Say goodbye."""

    def close(self) -> None:
        """Hang up at once; also takes back a mail whose last byte is not out."""


def always() -> bool:
    return True


def judged(delivery: Any, *, code: int, text: str) -> Answer:
    """The answer to a mail by the server's three digits. Codes that mean nothing leave it uncertain."""
    if 200 <= code < 300:
        return Answer(delivery, Outcome.ACCEPTED, code, text)
    if 400 <= code < 500:
        return Answer(delivery, Outcome.LATER, code, text, judge(code=code, text=text).reason)
    if 500 <= code < 600:
        return Answer(delivery, Outcome.REFUSED, code, text, judge(code=code, text=text).reason)
    return Answer(delivery, Outcome.UNCERTAIN, code, text)

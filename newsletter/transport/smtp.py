"""Sends mails over one SMTP connection, pipelined (RFC 2920): the content of one mail and the envelope of the next in one write.

At any moment at most one mail has its final dot out without an answer, so a broken connection leaves exactly one uncertain.
"""

import contextlib
import re
from collections.abc import Callable, Iterable, Iterator

from django.utils.translation import gettext as _

from newsletter.models import Delivery

from .answers import Answer, Envelope, Kind, Outcome, Unreachable, always, judged
from .conversation import PATIENCE, Broken, Conversation, Patience, Reply, Server, spoken

DOT = b".\r\n"
FIT = re.compile(r"[^\x00-\x20<>\x7f]*")  # anything else would end or split a command
NOT_ASKED = Reply(503, b"")


class SmtpSession:
    """Open until quit, close, or the first fault: then `is_open` is False and the caller opens another."""

    def __init__(self, conversation: Conversation):
        self._line = conversation
        self._patience = conversation.patience
        offered = conversation.extensions
        self.pipelining = "PIPELINING" in offered
        self._utf8 = "SMTPUTF8" in offered
        self._announce_size = "SIZE" in offered
        self._largest = int(offered.get("SIZE") or 0) if (offered.get("SIZE") or "0").isdigit() else 0
        self.is_open = True

    @classmethod
    def open(cls, server: Server, *, patience: Patience = PATIENCE) -> "SmtpSession":
        """Raises Unreachable."""
        conversation = Conversation(server, patience=patience)
        conversation.open()
        return cls(conversation)

    def send(self, batch: Iterable[Envelope], *, may_send: Callable[[], bool] = always) -> Iterator[Answer]:
        """See Session.send."""
        talk = self._pipelined if self.pipelining else self._one_by_one
        clean = False
        try:
            yield from talk(iter(batch), may_send)
            clean = True
        finally:
            if not clean:  # also when the caller stops listening: the next envelope may be half way through
                self.close()

    def close(self) -> None:
        self._line.close()
        self.is_open = False

    def quit(self) -> None:
        if self.is_open:
            with contextlib.suppress(Broken):  # the mails are answered for; how it hangs up does not matter
                self._line.ask(b"QUIT")
            self.close()

    # --- the two ways to talk --------------------------------------------------------------------------------------------
    def _pipelined(self, batch: Iterator[Envelope], may_send: Callable[[], bool]) -> Iterator[Answer]:
        aside: list[Answer] = []
        current = self._next_fit(batch, aside)
        if current is not None:
            self._line.write(self._commands(current))
        while current is not None:
            try:
                mail, rcpt, data = self._envelope_replies()
            except Broken as error:
                yield self._lost(current, error)
                return
            following = self._next_fit(batch, aside)
            group = self._commands(following) if following else b""
            if is_open_for(mail, rcpt, data):
                if not may_send():
                    self.close()
                    return
                answer = self._content(current, then=group)
            else:
                answer = self._refusal(current, mail, rcpt, data)
                self._call_off(data, then=group)
            yield answer
            if not self.is_open:
                return
            yield from aside
            aside.clear()
            current = following
        yield from aside

    def _one_by_one(self, batch: Iterator[Envelope], may_send: Callable[[], bool]) -> Iterator[Answer]:
        """For servers without pipelining."""
        aside: list[Answer] = []
        while (current := self._next_fit(batch, aside)) is not None:
            yield from aside
            aside.clear()
            replies: list[Reply] = []
            try:
                for command in self._commands(current).split(b"\r\n")[:-1]:
                    replies.append(self._checked(self._line.ask(command)))
                    if replies[-1].code >= 400:
                        break
                if len(replies) < 3 or replies[-1].code != 354:
                    mail, rcpt, data = (*replies, NOT_ASKED, NOT_ASKED)[:3]
                    answer = self._refusal(current, mail, rcpt, data)
                    self._line.ask(b"RSET")
                    yield answer
                    continue
            except Broken as error:
                yield self._lost(current, error)
                return
            if not may_send():
                self.close()
                return
            yield self._content(current, then=b"")
            if not self.is_open:
                return
        yield from aside

    # --- the parts of one mail -------------------------------------------------------------------------------------------
    def _next_fit(self, batch: Iterator[Envelope], aside: list[Answer]) -> Envelope | None:
        """The next one this server can take at all; the others are answered for in `aside`."""
        for envelope in batch:
            answer = self._unfit(envelope)
            if answer is None:
                return envelope
            aside.append(answer)
        return None

    def _unfit(self, envelope: Envelope) -> Answer | None:
        delivery, sender, recipient, content = envelope
        if self._largest and len(content) > self._largest:
            words = _("The mail has %(size)s bytes, the mail server takes %(largest)s at most.")
            words %= {"size": len(content), "largest": self._largest}
            return Answer(delivery, Outcome.REFUSED, 552, f"5.3.4 {words}", Delivery.Reason.TOO_BIG)
        if not FIT.fullmatch(sender) or not FIT.fullmatch(recipient) or not recipient:
            words = _("This address cannot be written on an envelope.")
            return Answer(delivery, Outcome.REFUSED, 553, f"5.1.3 {words}", Delivery.Reason.OTHER)
        if not self._utf8 and not (sender.isascii() and recipient.isascii()):
            words = _("The mail server cannot handle special letters before the @ sign (SMTPUTF8).")
            return Answer(delivery, Outcome.REFUSED, 553, f"5.6.7 {words}", Delivery.Reason.OTHER)
        return None

    def _commands(self, envelope: Envelope) -> bytes:
        _delivery, sender, recipient, content = envelope
        size = f" SIZE={len(content)}" if self._announce_size else ""
        utf8 = "" if sender.isascii() and recipient.isascii() else " BODY=8BITMIME SMTPUTF8"
        return f"MAIL FROM:<{sender}>{size}{utf8}\r\nRCPT TO:<{recipient}>\r\nDATA\r\n".encode()

    def _envelope_replies(self) -> tuple[Reply, Reply, Reply]:
        """To MAIL, RCPT and DATA. Raises Broken, also for 421."""
        line, patience = self._line, self._patience
        mail = self._checked(line.read(seconds=patience.command))
        rcpt = self._checked(line.read(seconds=patience.command))
        return mail, rcpt, self._checked(line.read(seconds=patience.data))

    @staticmethod
    def _checked(reply: Reply) -> Reply:
        if reply.code == 421:
            raise Broken(str(reply))
        return reply

    def _content(self, envelope: Envelope, *, then: bytes) -> Answer:
        """Content, final dot, and what follows in the same write; then the answer to the dot."""
        needed = len(envelope.content) + len(DOT)
        written = self._line.write(envelope.content, DOT + then)
        try:
            if written < needed:
                raise Broken(_("The connection broke while the mail was handed over."))
            reply = self._line.read(seconds=self._patience.dot)
        except Broken as error:
            self.close()
            outcome = Outcome.LOST if written < needed else Outcome.UNCERTAIN
            return Answer(envelope.delivery, outcome, 0, spoken(error))
        answer = judged(envelope.delivery, code=reply.code, text=reply.text)
        if reply.code == 421 or answer.outcome == Outcome.UNCERTAIN:
            self.close()
        return answer

    def _call_off(self, data: Reply, *, then: bytes) -> None:
        """End a refused mail: if DATA was accepted although nobody is to get it, a lone dot (RFC 2920), else RSET."""
        self._line.write((DOT if data.code == 354 else b"RSET\r\n") + then)
        try:
            self._checked(self._line.read(seconds=self._patience.command))
        except Broken:
            self.close()

    def _lost(self, envelope: Envelope, error: Broken) -> Answer:
        self.close()
        return Answer(envelope.delivery, Outcome.LOST, 421 if str(error).startswith("421") else 0, spoken(error))

    def _refusal(self, envelope: Envelope, mail: Reply, rcpt: Reply, data: Reply) -> Answer:
        """What a no before the content means. Raises Unreachable if it is not about this reader."""
        if mail.code != 250 and mail.code != 552 and not mail.text.startswith("5.3.4"):
            self.close()
            raise about_us(mail)
        decisive = next(reply for reply in (mail, rcpt, data) if reply.code not in (250, 251, 252))
        answer = judged(envelope.delivery, code=decisive.code, text=decisive.text)
        if answer.outcome in (Outcome.ACCEPTED, Outcome.UNCERTAIN):  # neither yes nor no, and nothing was handed over
            return answer._replace(outcome=Outcome.LATER)
        return answer


def is_open_for(mail: Reply, rcpt: Reply, data: Reply) -> bool:
    return mail.code == 250 and rcpt.code in (250, 251, 252) and data.code == 354


def about_us(reply: Reply) -> Unreachable:
    """The server does not want the sender: so it would be for every reader."""
    if reply.code == 530:
        kind = Kind.TLS if "tls" in reply.text.lower() else Kind.AUTH
    else:
        kind = Kind.NETWORK if 400 <= reply.code < 500 else Kind.CONFIG
    return Unreachable(_("The mail server does not take mail from our sender address: %s") % str(reply), kind=kind)

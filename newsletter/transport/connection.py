"""One kept SMTP connection that stops just before the final dot, so that the ledger can be written first.

Standard library only. Commands are pipelined (RFC 2920) when the server offers it. Content comes ready: CRLF, dot-stuffed, ASCII.
"""

import smtplib
import socket
import ssl

from django.conf import settings
from django.utils.translation import gettext as _

from .answers import Unreachable

SMTP_BACKEND = "django.core.mail.backends.smtp.EmailBackend"


class Lost(Exception):
    """The connection broke before the final dot: the message was surely not taken."""


class Unclear(Exception):
    """The connection broke after the final dot: only the server knows whether it took the message."""


class Refused(Exception):
    """The server said no to this message. `about_us`: it does not like the sender, so the reader is not to blame."""

    def __init__(self, code: int, text: str, *, about_us: bool = False):
        super().__init__(f"{code} {text}")
        self.code = code
        self.text = text
        self.about_us = about_us or text.startswith(("5.7.", "4.7."))

    @property
    def is_final(self) -> bool:
        return self.code >= 500 and not self.about_us


class Connection:
    """Opens on first use. `begin` hands over everything but the final dot, `finish` sends the dot and reads the answer."""

    def __init__(self, mailer: str = "newsletter"):
        self.mailer = mailer
        self.smtp: smtplib.SMTP | None = None
        self.pipelining = False

    def open(self) -> None:
        if self.smtp is not None:
            return
        config = settings.MAILERS[self.mailer]
        if config.get("BACKEND", SMTP_BACKEND) != SMTP_BACKEND:
            raise Unreachable(_("No mail server is set up for the newsletter (NEWSLETTER_MAIL_URL)."))
        options = config["OPTIONS"]
        try:
            self.smtp = self._connect(options)
        except smtplib.SMTPAuthenticationError as error:
            raise Unreachable(_("The mail server does not accept our user name and password: %s") % spoken(error)) from error
        except (smtplib.SMTPException, OSError) as error:
            raise Unreachable(
                _("The mail server %(host)s does not answer as it should: %(reason)s")
                % {"host": options["host"], "reason": spoken(error)}
            ) from error
        self.pipelining = self.smtp.has_extn("pipelining")

    @staticmethod
    def _connect(options: dict) -> smtplib.SMTP:
        timeout = options.get("timeout") or 30
        context = ssl.create_default_context()
        if options.get("use_ssl"):
            smtp = smtplib.SMTP_SSL(options["host"], options["port"], timeout=timeout, context=context)
        else:
            smtp = smtplib.SMTP(options["host"], options["port"], timeout=timeout)
        try:
            smtp.ehlo_or_helo_if_needed()
            if options.get("use_tls"):
                smtp.starttls(context=context)
                smtp.ehlo()
            if options.get("username"):
                smtp.login(options["username"], options["password"])
        except BaseException:
            smtp.close()
            raise
        # One write per message; waiting to fill a packet would cost a delay each time.
        smtp.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return smtp

    def begin(self, *, sender: str, recipient: str, content: bytes) -> None:
        """Envelope and content, without the final dot. Raises Unreachable, Lost or Refused."""
        self.open()
        try:
            answers = self._envelope(sender, recipient)
            mail, rcpt, data = answers
            if data[0] == 354 and (mail[0] != 250 or rcpt[0] not in (250, 251)):
                self.smtp.sock.sendall(b".\r\n")  # RFC 2920: DATA was accepted although nobody is to get it
                self.smtp.getreply()
            if mail[0] != 250:
                self._refuse(mail, about_us=True)
            if rcpt[0] not in (250, 251):
                self._refuse(rcpt)
            if data[0] != 354:
                self._refuse(data)
            self.smtp.sock.sendall(content)
        except (smtplib.SMTPServerDisconnected, OSError) as error:
            self.close()
            raise Lost(spoken(error)) from error

    def finish(self) -> str:
        """The final dot; returns the server's words. Raises Refused or Unclear."""
        try:
            self.smtp.sock.sendall(b".\r\n")
            code, text = self.smtp.getreply()
        except (smtplib.SMTPServerDisconnected, OSError) as error:
            self.close()
            raise Unclear(spoken(error)) from error
        words = text.decode("utf-8", "replace")
        if code == 250:
            return f"{code} {words}"
        if code == 421:
            self.close()
        raise Refused(code, words)

    def close(self) -> None:
        """Hang up at once; also the way to take back a message whose dot has not been sent."""
        if self.smtp is not None:
            self.smtp.close()
            self.smtp = None

    def quit(self) -> None:
        """Say goodbye."""
        if self.smtp is not None:
            try:
                self.smtp.quit()
            except (smtplib.SMTPException, OSError):
                self.smtp.close()
            self.smtp = None

    def _envelope(self, sender: str, recipient: str) -> list[tuple[int, bytes]]:
        commands = [f"MAIL FROM:<{sender}>", f"RCPT TO:<{recipient}>", "DATA"]
        if self.pipelining:
            self.smtp.sock.sendall("".join(f"{command}\r\n" for command in commands).encode("ascii"))
            return [self._answer() for _command in commands]
        answers = []
        for command in commands:
            self.smtp.sock.sendall(f"{command}\r\n".encode("ascii"))
            answers.append(self._answer())
            if answers[-1][0] >= 400:
                answers += [(503, b"not asked")] * (3 - len(answers))
                break
        return answers

    def _answer(self) -> tuple[int, bytes]:
        code, text = self.smtp.getreply()
        if code == 421:
            raise smtplib.SMTPServerDisconnected(text.decode("utf-8", "replace"))
        return code, text

    def _refuse(self, answer: tuple[int, bytes], *, about_us: bool = False) -> None:
        self.smtp.rset()
        raise Refused(answer[0], answer[1].decode("utf-8", "replace"), about_us=about_us)


def spoken(error: Exception) -> str:
    """The reason in one line, without Python's wrapping."""
    if isinstance(error, smtplib.SMTPResponseException):
        text = error.smtp_error.decode("utf-8", "replace") if isinstance(error.smtp_error, bytes) else str(error.smtp_error)
        return f"{error.smtp_code} {text}"
    return str(error) or type(error).__name__

"""The receiving end: an SMTP server on loopback that accepts every mail for everyone and puts it into the store."""

import asyncio
import logging

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session

from .store import MailStore

LARGEST_MAIL = 50 * 1024 * 1024  # bytes
logger = logging.getLogger(__name__)
logging.getLogger("mail.log").setLevel(logging.ERROR)  # aiosmtpd's own log has a line for every SMTP command


class Receiver:
    """aiosmtpd's handler: keeps a mail before it says 250, so that a sender told "accepted" can rely on it."""

    def __init__(self, store: MailStore) -> None:
        self.store = store

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        recipients = [str(address) for address in envelope.rcpt_tos]
        try:
            await asyncio.to_thread(
                self.store.deliver, envelope.content, sender=str(envelope.mail_from or ""), recipients=recipients
            )
        except OSError as error:
            logger.error("a mail to %s could not be stored: %s", ", ".join(recipients), error)
            return "452 4.3.1 Insufficient system storage"
        logger.debug("kept a mail for %s", ", ".join(recipients))
        return "250 2.0.0 Ok: kept in the local mailbox"


def smtp_server(store: MailStore, *, port: int) -> Controller:
    """An SMTP server for 127.0.0.1, not yet started. Any user name and password will do."""
    return Controller(
        Receiver(store),
        hostname="127.0.0.1",
        port=port,
        server_hostname="mailbox.localhost",
        ident="Vielfalt local mailbox",
        enable_SMTPUTF8=True,
        data_size_limit=LARGEST_MAIL,
        authenticator=lambda *_: AuthResult(success=True),
        auth_require_tls=False,
    )

"""An LMTP server for Postfix on the same machine: a report is answered 250 only after its row is committed.

In Postfix: `virtual_transport = lmtp:inet:127.0.0.1:2424` for the bounce domain. Anything else than 250 stays in its queue.
"""

import asyncio
import logging

from aiosmtpd.controller import BaseThreadedController, InetMixin
from aiosmtpd.lmtp import LMTP
from django.db import DatabaseError, close_old_connections

from .noting import note_mail

logger = logging.getLogger(__name__)

MAX_BYTES = 30 * 1024 * 1024


class Receiver:
    """aiosmtpd's handler. Mail that is none of our business is taken and dropped: nobody else reads this domain."""

    async def handle_DATA(self, server, session, envelope):  # noqa: N802 - aiosmtpd's name
        answers = [await asyncio.to_thread(receive, envelope.original_content, recipient) for recipient in envelope.rcpt_tos]
        return "\r\n".join(answers)


def receive(raw: bytes, recipient: str) -> str:
    close_old_connections()
    try:
        feedback = note_mail(raw, via="lmtp", recipient=recipient)
    except DatabaseError:
        logger.exception("A report could not be written down; Postfix will bring it again")
        return "451 4.3.0 the database is away, please try again"
    finally:
        close_old_connections()
    return "250 2.0.0 counted" if feedback else "250 2.0.0 nothing to do"


class Server(InetMixin, BaseThreadedController):
    """LMTP on loopback. `start()`, `stop()`."""

    def factory(self):
        return LMTP(self.handler, data_size_limit=MAX_BYTES, enable_SMTPUTF8=True)


def server(*, host: str, port: int) -> Server:
    return Server(Receiver(), hostname=host, port=port, ready_timeout=20)

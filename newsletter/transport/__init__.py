"""The wire: one way to hand mails over, whoever takes them (an SMTP server, or a provider's interface through a Django mailer).

open_session(site).send(envelopes) yields what became of each, in order. Nothing here knows the ledger.
"""

from .answers import Answer, Envelope, Kind, Outcome, Session, Unreachable
from .opening import open_session

__all__ = [
    "Answer",
    "Envelope",
    "Kind",
    "Outcome",
    "Session",
    "Unreachable",
    "open_session",
]

"""Tables of the newsletter room, one module per noun."""

from .approvals import MailingApprovalTask
from .automatic import AutomaticMailing
from .bounces import Feedback, MailboxMark
from .consent import ConsentCheckpoint, ConsentEvent, ConsentWording, SignupRequest
from .deliveries import Delivery
from .imports import SubscriberImport
from .mailings import Mailing, MailingVersion
from .policy import Pace, SendingPolicy
from .subscribers import Subscriber, Subscription
from .suppressions import Suppression
from .topics import Topic

__all__ = [
    "AutomaticMailing",
    "ConsentCheckpoint",
    "ConsentEvent",
    "ConsentWording",
    "Delivery",
    "Feedback",
    "MailboxMark",
    "Mailing",
    "MailingApprovalTask",
    "MailingVersion",
    "Pace",
    "SendingPolicy",
    "SignupRequest",
    "Subscriber",
    "SubscriberImport",
    "Subscription",
    "Suppression",
    "Topic",
]

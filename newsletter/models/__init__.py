"""Tables of the newsletter room, one module per noun."""

from .approvals import MailingApprovalTask
from .automatic import AutomaticMailing
from .bounces import Feedback, MailboxMark
from .consent import ConsentCheckpoint, ConsentEvent, ConsentWording, SignupRequest
from .deliveries import Claim, Delivery, Exclusion, SendingCount, Tally
from .imports import SubscriberImport
from .mailings import Mailing, MailingVersion
from .policy import Pace, SendingPolicy
from .reads import Reads
from .subscribers import Subscriber, Subscription
from .suppressions import Suppression
from .topics import Topic

__all__ = [
    "AutomaticMailing",
    "Claim",
    "ConsentCheckpoint",
    "ConsentEvent",
    "ConsentWording",
    "Delivery",
    "Exclusion",
    "Feedback",
    "MailboxMark",
    "Mailing",
    "MailingApprovalTask",
    "MailingVersion",
    "Pace",
    "SendingCount",
    "Reads",
    "SendingPolicy",
    "SignupRequest",
    "Subscriber",
    "SubscriberImport",
    "Subscription",
    "Suppression",
    "Tally",
    "Topic",
]

"""Tables of the newsletter room, one module per noun."""

from .consent import ConsentEvent, ConsentWording, SignupRequest
from .deliveries import Delivery
from .mailings import Mailing, MailingVersion
from .subscribers import Subscriber, Subscription
from .suppressions import Suppression
from .topics import Topic

__all__ = [
    "ConsentEvent",
    "ConsentWording",
    "Delivery",
    "Mailing",
    "MailingVersion",
    "SignupRequest",
    "Subscriber",
    "Subscription",
    "Suppression",
    "Topic",
]

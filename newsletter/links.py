"""What a link in a mail stands for: whose mail it was and what leaving through it means. Used by pages, one click and mailto."""

from . import optin, tokens
from .models import Mailing, Subscriber, Topic


def reader_of(token: str) -> tuple[Subscriber, Mailing | None]:
    """Who a link in a mailing belongs to. Raises TokenError."""
    uid, mailing_id = tokens.read_leave_token(token)
    subscriber = Subscriber.objects.filter(uid=uid).first()
    if subscriber is None:
        raise tokens.TokenError
    return subscriber, Mailing.objects.filter(pk=mailing_id).first()


def cared_for(token: str) -> Subscriber:
    """Who had this link mailed. Raises TokenError."""
    subscriber = Subscriber.objects.filter(uid=tokens.read_care_token(token)).first()
    if subscriber is None:
        raise tokens.TokenError
    return subscriber


def topics_to_leave(subscriber: Subscriber, mailing: Mailing | None) -> list[Topic]:
    """The topics a mailing went to, as far as the reader has them; everything if the mailing is not known any more."""
    current = subscriber.current_topics()
    if mailing is None:
        return current
    wanted = set(mailing.topics.values_list("pk", flat=True))
    return [topic for topic in current if topic.pk in wanted]


def leave_by(token: str, *, way: str, everything: bool = False, reason: str = "") -> Subscriber:
    """Leave through the link (or address) of one mail. Raises TokenError. Twice is the same as once."""
    subscriber, mailing = reader_of(token)
    leaving = None if everything else topics_to_leave(subscriber, mailing)
    optin.leave(subscriber, topics=leaving, way=way, mailing_id=mailing and mailing.pk, reason=reason)
    return subscriber

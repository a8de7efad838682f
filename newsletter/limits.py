"""How often somebody may make us send mail. Counting itself is in cms.core.limits."""

from django.core.cache import cache

from cms.core.limits import HOUR, TooMany, client_ip, count, count_key
from cms.core.limits import count_connection as count_for

__all__ = ["TooMany", "client_ip", "count_connection", "count_desk", "may_mail"]

PER_ADDRESS_PAUSE = HOUR  # one mail per address and hour …
PER_ADDRESS_DAY = 3  # … and three a day
PER_CONNECTION_HOUR = 30
PER_DESK_HOUR = 300  # at an event a whole queue uses one tablet


def count_connection(request) -> None:
    """Raises TooMany above the limit."""
    count_for(request, purpose="newsletter", per_hour=PER_CONNECTION_HOUR)


def count_desk(token: str) -> None:
    """Raises TooMany above the limit: somebody has the link of the tablet who should not have it."""
    count_key(token, purpose="newsletter.desk", most=PER_DESK_HOUR)


def may_mail(digest: str, *, purpose: str) -> bool:
    """True if this address may get one more mail of this kind now; asking counts as using it."""
    if not cache.add(f"newsletter.{purpose}.{digest[:32]}", 1, PER_ADDRESS_PAUSE):
        return False
    return count(f"newsletter.day.{purpose}.{digest[:32]}", seconds=24 * HOUR) <= PER_ADDRESS_DAY

"""How often somebody may make us send mail. Counts live in the cache under fingerprints and expire by themselves."""

import ipaddress

from django.core.cache import cache
from django.utils.crypto import salted_hmac

HOUR = 3600
PER_ADDRESS_PAUSE = HOUR  # one mail per address and hour …
PER_ADDRESS_DAY = 3  # … and three a day
PER_CONNECTION_HOUR = 30
PER_DESK_HOUR = 300  # at an event a whole queue uses one tablet


class TooMany(Exception):
    """This connection has asked too often."""


def client_ip(request) -> str:
    """The visitor's address; behind a proxy on this network, what that proxy saw."""
    remote = request.META.get("REMOTE_ADDR", "")
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "").rsplit(",", 1)[-1].strip()
    try:
        if forwarded and ipaddress.ip_address(remote).is_private:
            return str(ipaddress.ip_address(forwarded))
    except ValueError:
        pass
    return remote


def count_connection(request) -> None:
    """Raises TooMany above the limit."""
    fingerprint = salted_hmac("newsletter.ip", client_ip(request), algorithm="sha256").hexdigest()[:24]
    if _count(f"newsletter.ip.{fingerprint}", seconds=HOUR) > PER_CONNECTION_HOUR:
        raise TooMany


def count_desk(token: str) -> None:
    """Raises TooMany above the limit: somebody has the link of the tablet who should not have it."""
    fingerprint = salted_hmac("newsletter.desk", token, algorithm="sha256").hexdigest()[:24]
    if _count(f"newsletter.desk.{fingerprint}", seconds=HOUR) > PER_DESK_HOUR:
        raise TooMany


def may_mail(digest: str, *, purpose: str) -> bool:
    """True if this address may get one more mail of this kind now; asking counts as using it."""
    if not cache.add(f"newsletter.{purpose}.{digest[:32]}", 1, PER_ADDRESS_PAUSE):
        return False
    return _count(f"newsletter.day.{purpose}.{digest[:32]}", seconds=24 * HOUR) <= PER_ADDRESS_DAY


def _count(key: str, *, seconds: int) -> int:
    cache.add(key, 0, seconds)
    try:
        return cache.incr(key)
    except ValueError:  # expired between the two calls
        cache.set(key, 1, seconds)
        return 1

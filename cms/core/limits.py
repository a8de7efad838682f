"""How often one connection may ask for something. Counts live in the cache under fingerprints and expire by themselves."""

import ipaddress

from django.core.cache import cache
from django.utils.crypto import salted_hmac

HOUR = 3600
PER_CONNECTION_HOUR = 30


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


def count_connection(request, *, purpose: str, per_hour: int = PER_CONNECTION_HOUR) -> None:
    """Each call counts as one attempt for this purpose. Raises TooMany above the limit."""
    count_key(client_ip(request), purpose=f"{purpose}.ip", most=per_hour)


def count_key(key: str, *, purpose: str, most: int, seconds: int = HOUR) -> None:
    """As count_connection, for anything that identifies who asks: a token, an address. Only its fingerprint is kept."""
    fingerprint = salted_hmac(f"limits.{purpose}", key, algorithm="sha256").hexdigest()[:24]
    if count(f"limits.{purpose}.{fingerprint}", seconds=seconds) > most:
        raise TooMany


def count(key: str, *, seconds: int) -> int:
    """One more under this cache key; returns how many there were in the last `seconds`."""
    cache.add(key, 0, seconds)
    try:
        return cache.incr(key)
    except ValueError:  # expired between the two calls
        cache.set(key, 1, seconds)
        return 1

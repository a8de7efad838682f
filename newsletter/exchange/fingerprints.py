"""Address and fingerprint of very many rows: as addresses.py makes them, without asking the big parser for plain ones."""

import hmac
import re
from functools import lru_cache

from django.conf import settings

from cms.core.addresses import AddressError, digest, normalise

from ..tokens import salted_key

# Addresses that normalise() only trims and whose domain it only lowers: checked against it in tests/newsletter/test_exchange.py.
PLAIN = re.compile(
    r"([A-Za-z0-9_]+(?:[.+-][A-Za-z0-9_]+)*)@((?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,40}[A-Za-z0-9])?\.){1,4}[A-Za-z]{2,24})"
)


def address_and_digest(text: str) -> tuple[str, str]:
    """The address as kept and its keyed fingerprint. Raises AddressError."""
    found = PLAIN.fullmatch(text) if len(text) <= 100 else None
    if not found or len(found[1]) > 60 or "--" in found[2]:
        address = normalise(text)
        return address, digest(address)
    address = f"{found[1]}@{found[2].lower()}"
    return address, _keyed(address.lower())


def _keyed(text: str) -> str:
    return hmac.digest(_key(settings.SECRET_KEY), text.encode(), "sha256").hex()


@lru_cache(maxsize=4)
def _key(_secret: str) -> bytes:
    return salted_key("newsletter.address")


__all__ = ["AddressError", "address_and_digest"]

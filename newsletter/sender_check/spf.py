"""Reading an SPF record (RFC 7208): what it asks of a receiving server, and whether it allows ours. checks.py judges that."""

import ipaddress
import re

from .asking import Dns

MOST_LOOKUPS = 10  # RFC 7208, 4.6.4
ASKS = re.compile(r"^[+?~-]?(include:|a$|a[:/]|mx$|mx[:/]|ptr|exists:)", re.I)


def mechanism(host: str) -> str:
    """How an SPF record names the relay."""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return f"a:{host}" if "." in host else "mx"
    return "mx" if address.is_private else f"ip{address.version}:{host}"


def lookups(domain: str, dns: Dns, *, seen: frozenset = frozenset()) -> int:
    """Questions a receiving server has to ask in the worst case."""
    if domain in seen or len(seen) > MOST_LOOKUPS:
        return MOST_LOOKUPS + 1
    asked = 0
    for text in dns.texts(domain):
        if not text.lower().startswith("v=spf1"):
            continue
        for term in text.split()[1:]:
            asked += bool(ASKS.match(term)) or term.lower().startswith("redirect=")
            if found := re.match(r"^[+?~-]?(?:include:|redirect=)([\w.-]+)$", term, re.I):
                asked += lookups(found[1].lower(), dns, seen=seen | {domain})
    return asked


def permits(host: str, domain: str, dns: Dns, *, depth: int = 0) -> bool | None:
    """Whether the record allows the relay's public addresses; None if the relay is inside the house or macros are used."""
    ours = public_addresses(host, dns)
    if not ours or depth > MOST_LOOKUPS:
        return None
    unsure = False
    for text in dns.texts(domain):
        if not text.lower().startswith("v=spf1"):
            continue
        for term in text.split()[1:]:
            if "%{" in term:
                unsure = True
            elif term[0] not in "-~?" and _term(term.lstrip("+").lower(), ours, domain, host, dns, depth):
                return True
    return None if unsure else False


def _term(term: str, ours: list, domain: str, host: str, dns: Dns, depth: int) -> bool:
    kind, _colon, value = term.partition(":")
    if kind in ("ip4", "ip6"):
        try:
            network = ipaddress.ip_network(value, strict=False)
        except ValueError:
            return False
        return any(address in network for address in ours)
    if kind == "include":
        return bool(permits(host, value, dns, depth=depth + 1))
    if term.startswith("redirect="):
        return bool(permits(host, term.removeprefix("redirect="), dns, depth=depth + 1))
    name = (value or domain).split("/")[0]
    if kind.split("/")[0] == "a":
        return any(str(address) in dns.addresses(name) for address in ours)
    if kind.split("/")[0] == "mx":
        return any(str(address) in dns.addresses(server) for server in dns.mail_servers(name) for address in ours)
    return False


def public_addresses(host: str, dns: Dns) -> list:
    """Addresses of a host that the world can see."""
    try:
        found = [ipaddress.ip_address(host)]
    except ValueError:
        found = [ipaddress.ip_address(text) for text in dns.addresses(host)] if "." in host else []
    return [address for address in found if not (address.is_private or address.is_loopback)]

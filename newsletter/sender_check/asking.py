"""Questions to the DNS with short limits. “None” and “nobody answered” are two different answers."""

from dataclasses import dataclass, field

import dns.exception
import dns.resolver
import dns.reversename
from django.utils.translation import gettext as _

SECONDS = 4.0  # for one question, over all name servers


class NoAnswer(Exception):
    """No name server answered in time, or it answered with an error; the message is for the office."""


@dataclass
class Dns:
    """Asks and remembers. `servers`: addresses of name servers instead of the machine's own; `port` for tests."""

    servers: list[str] = field(default_factory=list)
    port: int = 53
    _known: dict = field(default_factory=dict)

    def __post_init__(self):
        self.resolver = dns.resolver.Resolver(configure=not self.servers)
        if self.servers:
            self.resolver.nameservers, self.resolver.port = self.servers, self.port
        self.resolver.lifetime = self.resolver.timeout = SECONDS

    def ask(self, name: str, kind: str) -> list:
        """Records of `kind` at `name`; [] if there are none. Raises NoAnswer."""
        key = (name.lower().rstrip("."), kind)
        if key not in self._known:
            try:
                self._known[key] = list(self.resolver.resolve(name, kind))
            except (dns.resolver.NXDOMAIN, dns.resolver.NoAnswer):
                self._known[key] = []
            except (dns.exception.DNSException, OSError, UnicodeError) as error:
                raise NoAnswer(
                    _("The name server gives no answer about %(name)s: %(error)s") % {"name": name, "error": error}
                ) from error
        return self._known[key]

    def texts(self, name: str) -> list[str]:
        """TXT records, their pieces joined as RFC 7208 and RFC 6376 say."""
        return [b"".join(record.strings).decode("utf-8", "replace") for record in self.ask(name, "TXT")]

    def addresses(self, name: str) -> list[str]:
        return [record.to_text() for kind in ("A", "AAAA") for record in self.ask(name, kind)]

    def mail_servers(self, name: str) -> list[str]:
        """Hosts of the MX records, best first. A null MX (RFC 7505) gives one empty name."""
        records = sorted(self.ask(name, "MX"), key=lambda record: record.preference)
        return [record.exchange.to_text(omit_final_dot=True).rstrip(".") for record in records]

    def names_of(self, address: str) -> list[str]:
        """What the address says it is called (PTR)."""
        reverse = dns.reversename.from_address(address).to_text()
        return [record.target.to_text(omit_final_dot=True).lower() for record in self.ask(reverse, "PTR")]

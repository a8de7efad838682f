"""One function per thing to be in order. Each gives findings: how bad, what it means, and the DNS line to add."""

import base64
import binascii
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from urllib.parse import urlsplit

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.serialization import load_der_public_key
from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from . import spf as record
from .asking import Dns, NoAnswer

RSA_BITS = 2048


@dataclass(frozen=True)
class Finding:
    """`level` is good, unsure, weak or bad. `line`: what the mail administrator adds to the DNS."""

    topic: str
    level: str
    text: str
    line: str = ""


@dataclass(frozen=True)
class Setup:
    """What is to be checked: names in A-label form. `selector` may be empty: then DKIM is only known from a test mail."""

    domain: str  # of the sender address
    bounce_domain: str  # of the envelope; the same as `domain` without VERP
    relay: str  # host that our mails are handed to
    selector: str = ""
    own_key: str = ""  # the p= value we sign with, if we sign ourselves


def check(setup: Setup, *, dns: Dns) -> list[Finding]:
    """Everything, in the order in which one would mend it. All questions at once, so that a silent server costs its time once."""
    language = translation.get_language()

    def ask(step) -> list[Finding]:
        with translation.override(language):  # a thread begins without a language
            try:
                return list(step(setup, dns))
            except NoAnswer as error:
                return [Finding(TOPICS[step], "unsure", str(error))]

    with ThreadPoolExecutor(len(TOPICS)) as pool:
        return [finding for findings in pool.map(ask, TOPICS) for finding in findings]


def spf(setup: Setup, dns: Dns) -> Iterator[Finding]:
    """RFC 7208, at the domain of the envelope: that is what receiving servers look at."""
    domain = setup.bounce_domain
    records = [text for text in dns.texts(domain) if text.lower().split(" ")[0] == "v=spf1"]
    suggestion = f'{domain}. IN TXT "v=spf1 {record.mechanism(setup.relay)} -all"'
    if not records:
        yield Finding("SPF", "bad", _("%s does not say which servers may send for it.") % domain, suggestion)
        return
    if len(records) > 1:
        yield Finding("SPF", "bad", _("%s has several SPF records; then none of them counts. Make one of them.") % domain)
        return
    terms = records[0].split()
    if any(term.lower() in ("all", "+all") for term in terms):
        yield Finding("SPF", "bad", _("“+all” lets every server in the world send in your name."), suggestion)
        return
    if (lookups := record.lookups(domain, dns)) > record.MOST_LOOKUPS:
        yield Finding(
            "SPF", "bad", _("The SPF record asks %(number)s further questions; more than 10 make it void.") % {"number": lookups}
        )
        return
    if not any(term.lower().lstrip("~-?").startswith(("all", "redirect=")) for term in terms):
        yield Finding("SPF", "weak", _("The SPF record does not end in -all or ~all, so it forbids nobody."), suggestion)
        return
    permitted = record.permits(setup.relay, domain, dns)
    if permitted is False:
        yield Finding("SPF", "bad", _("The SPF record does not allow your mail server %s to send.") % setup.relay, suggestion)
    elif permitted is None:
        yield Finding(
            "SPF", "good", _("There is one SPF record. Whether it names the server that goes out can be seen in a test mail.")
        )
    else:
        yield Finding("SPF", "good", _("Your mail server may send for %s.") % domain)


def dkim(setup: Setup, dns: Dns) -> Iterator[Finding]:
    """RFC 6376: the public key that receiving servers check our signature with."""
    if not setup.selector:
        text = _(
            "Your mail server signs, so only it knows the name of the key (the selector). Type it in below, or send a test mail."
        )
        yield Finding("DKIM", "unsure", text)
        return
    name = f"{setup.selector}._domainkey.{setup.domain}"
    line = f'{name}. IN TXT "v=DKIM1; k=rsa; p={setup.own_key or "…"}"'
    records = [text for text in dns.texts(name) if "p=" in text]
    if not records:
        yield Finding("DKIM", "bad", _("There is no key at %s. Mails without a valid signature end as spam.") % name, line)
        return
    tags = dict(part.strip().split("=", 1) for part in records[0].split(";") if "=" in part)
    key = tags.get("p", "").replace(" ", "")
    if not key:
        yield Finding("DKIM", "bad", _("The key at %s has been withdrawn.") % name, line)
    elif setup.own_key and key != setup.own_key:
        yield Finding("DKIM", "bad", _("The key at %s is not the one we sign with: every signature fails.") % name, line)
    elif (bits := key_bits(key, kind=tags.get("k", "rsa"))) is None:
        yield Finding("DKIM", "bad", _("The key at %s is damaged, probably when it was copied.") % name, line)
    elif tags.get("k", "rsa") == "rsa" and bits < RSA_BITS:
        yield Finding("DKIM", "weak", _("The key has only %(bits)s bits; 2048 are expected.") % {"bits": bits})
    elif tags.get("t", "") == "y":
        yield Finding("DKIM", "weak", _("The key is marked as a test (t=y), so nobody relies on it."))
    else:
        yield Finding("DKIM", "good", _("The key at %s is in order.") % name)


def key_bits(key: str, *, kind: str) -> int | None:
    """Length of a published key; None if it cannot be read."""
    try:
        raw = base64.b64decode(key, validate=True)
        if kind == "ed25519":
            return 256 if len(raw) == 32 else None
        return load_der_public_key(raw).key_size
    except (binascii.Error, ValueError, UnsupportedAlgorithm, AttributeError):
        return None


def dmarc(setup: Setup, dns: Dns) -> Iterator[Finding]:
    """RFC 7489: what to do with mail that only pretends to be ours. At the domain itself, else at one above it."""
    found = dmarc_record(setup.domain, dns)
    line = f'_dmarc.{setup.domain}. IN TXT "v=DMARC1; p=quarantine; rua=mailto:dmarc@{setup.domain}"'
    if found is None:
        text = _("There is no DMARC record. Gmail, Yahoo and Outlook ask senders of newsletters for one.")
        yield Finding("DMARC", "bad", text, line)
        return
    where, tags = found
    policy = tags.get("sp", tags.get("p", "")) if where != setup.domain else tags.get("p", "")
    if policy not in ("none", "quarantine", "reject"):
        yield Finding("DMARC", "bad", _("The DMARC record of %s has no valid p=.") % where, line)
    elif policy == "none":
        yield Finding(
            "DMARC", "weak", _("DMARC only watches (p=none). After some weeks without trouble, ask for p=quarantine."), line
        )
    else:
        yield Finding("DMARC", "good", _("DMARC is set at %(domain)s: %(policy)s.") % {"domain": where, "policy": policy})


def dmarc_record(domain: str, dns: Dns) -> tuple[str, dict[str, str]] | None:
    """Where the record is, and its tags. Walks up to the domain below the last dot."""
    labels = domain.split(".")
    for start in range(len(labels) - 1):
        name = ".".join(labels[start:])
        for text in dns.texts(f"_dmarc.{name}"):
            if text.lower().replace(" ", "").startswith("v=dmarc1"):
                parts = (part.strip().split("=", 1) for part in text.split(";") if "=" in part)
                return name, {key.strip().lower(): value.strip() for key, value in parts}
    return None


def alignment(setup: Setup, dns: Dns) -> Iterator[Finding]:
    """SPF counts for DMARC only if the envelope's domain belongs to the sender's."""
    found = dmarc_record(setup.domain, dns)
    strict = bool(found and found[1].get("aspf") == "s")
    same = setup.bounce_domain == setup.domain
    base = found[0] if found else ".".join(setup.domain.split(".")[-2:])
    if same or (not strict and setup.bounce_domain.endswith(f".{base}")) or (not strict and setup.bounce_domain == base):
        yield Finding(_("Belonging together"), "good", _("Sender and return address belong together."))
    else:
        text = _("Mails come from %(sender)s but bounces go to %(bounce)s: for DMARC that is somebody else. Use a subdomain.")
        values = {"sender": setup.domain, "bounce": setup.bounce_domain}
        yield Finding(_("Belonging together"), "weak", text % values)


def bounces(setup: Setup, dns: Dns) -> Iterator[Finding]:
    """Somewhere for bounces to go; many servers refuse a sender that cannot receive."""
    topic = _("Bounces")
    domain = setup.bounce_domain
    servers = dns.mail_servers(domain)
    line = f"{domain}. IN MX 10 {setup.relay if '.' in setup.relay else 'mail.' + setup.domain}."
    if servers == [""]:
        yield Finding(topic, "bad", _("%s says that it receives no mail at all.") % domain, line)
    elif not servers:
        level = "weak" if dns.addresses(domain) else "bad"
        yield Finding(topic, level, _("No mail server is named for %s, so bounces get lost.") % domain, line)
    elif not any(dns.addresses(server) for server in servers):
        text = _("The mail server %(server)s of %(domain)s has no address.") % {"server": servers[0], "domain": domain}
        yield Finding(topic, "bad", text)
    else:
        yield Finding(topic, "good", _("Bounces to %(domain)s go to %(server)s.") % {"domain": domain, "server": servers[0]})
    if not settings.BOUNCE_DOMAIN:
        text = _("No return address of its own per mail (BOUNCE_DOMAIN): nobody notices which mailboxes are dead.")
        yield Finding(topic, "weak", text)


def relay(setup: Setup, dns: Dns) -> Iterator[Finding]:
    """The way back from address to name and to address again; without it Gmail refuses."""
    topic = _("Mail server")
    addresses = record.public_addresses(setup.relay, dns)
    if not addresses:
        text = _("The mail server %s stands inside the house. The one that goes out to the world can be seen in a test mail.")
        yield Finding(topic, "unsure", text % setup.relay)
        return
    for address in addresses:
        names = dns.names_of(str(address))
        if not names:
            text = _("The address %s has no name (PTR). Large providers refuse such servers. Ask your internet provider.")
            yield Finding(topic, "bad", text % address)
        elif not any(str(address) in dns.addresses(name) for name in names):
            text = _("The address %(address)s is called %(name)s, but that name does not lead back to it.")
            yield Finding(topic, "bad", text % {"address": address, "name": names[0]})
        else:
            text = _("%(address)s and %(name)s lead to each other.") % {"address": address, "name": names[0]}
            yield Finding(topic, "good", text)


def unsubscribing(setup: Setup, dns: Dns) -> Iterator[Finding]:
    """RFC 8058: the button “unsubscribe” in mail programs needs an address the world can reach."""
    topic = _("Unsubscribing")
    parts = urlsplit(settings.BASE_URL)
    host = parts.hostname or ""
    if parts.scheme != "https":
        yield Finding(
            topic, "bad", _("Links in mails begin with %s; mail programs show no button without https.") % settings.BASE_URL
        )
    elif not dns.addresses(host):
        yield Finding(topic, "bad", _("Nobody outside finds %s, so nobody could unsubscribe.") % host)
    else:
        yield Finding(topic, "good", _("Every mail carries the address for unsubscribing with one click."))


TOPICS = {
    spf: "SPF",
    dkim: "DKIM",
    dmarc: "DMARC",
    alignment: "DMARC",
    bounces: "MX",
    relay: "PTR",
    unsubscribing: "List-Unsubscribe",
}

"""The page “Is our domain ready?” against a real name server with good and broken zones: each fault has a name of its own."""

import base64
import socketserver
import threading

import dns.flags
import dns.message
import dns.rcode
import dns.rdatatype
import dns.rrset
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from django.urls import reverse

from newsletter.sender_check import checks
from newsletter.sender_check.asking import Dns
from newsletter.sender_check.checks import Setup, check

from .conftest import free_port, smtp_mailer

DOMAIN = "lindenau.example"
RELAY_ADDRESS = "9.9.9.25"


def public_key(bits: int) -> str:
    key = rsa.generate_private_key(public_exponent=65537, key_size=bits).public_key()
    return base64.b64encode(key.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)).decode()


KEY, SHORT_KEY = public_key(2048), public_key(1024)

GOOD = {
    (DOMAIN, "TXT"): ['"v=spf1 a:mail.lindenau.example -all"', '"unrelated=1"'],
    (DOMAIN, "MX"): ["10 mail.lindenau.example."],
    ("mail.lindenau.example", "A"): [RELAY_ADDRESS],
    ("25.9.9.9.in-addr.arpa", "PTR"): ["mail.lindenau.example."],
    ("brief._domainkey.lindenau.example", "TXT"): [f'"v=DKIM1; k=rsa; p={KEY[:200]}" "{KEY[200:]}"'],
    ("_dmarc.lindenau.example", "TXT"): ['"v=DMARC1; p=quarantine; rua=mailto:dmarc@lindenau.example"'],
    ("vielfalt.lindenau.example", "A"): ["9.9.9.80"],
}


class Zone(socketserver.BaseRequestHandler):
    def handle(self):
        question = dns.message.from_wire(self.request[0])
        name, kind = question.question[0].name.to_text(omit_final_dot=True).lower(), question.question[0].rdtype
        answer = dns.message.make_response(question)
        answer.flags |= dns.flags.AA
        records = self.server.records
        if name in self.server.silent:
            return
        found = records.get((name, dns.rdatatype.to_text(kind)))
        if found:
            answer.answer.append(dns.rrset.from_text(f"{name}.", 60, "IN", kind, *found))
        elif not any(known == name for known, _kind in records):
            answer.set_rcode(dns.rcode.NXDOMAIN)
        self.request[1].sendto(answer.to_wire(), self.client_address)


@pytest.fixture
def name_server(settings):
    """A real UDP server; `records` can be changed. The rest of the set-up is as it should be."""
    settings.BASE_URL, settings.BOUNCE_DOMAIN = "https://vielfalt.lindenau.example", DOMAIN
    server = socketserver.ThreadingUDPServer(("127.0.0.1", 0), Zone)
    server.records, server.silent = dict(GOOD), set()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


def findings(server, **changes) -> dict[str, list]:
    setup = Setup(
        **({"domain": DOMAIN, "bounce_domain": DOMAIN, "relay": "mail.lindenau.example", "selector": "brief"} | changes)
    )
    found = check(setup, dns=Dns(servers=["127.0.0.1"], port=server.server_address[1]))
    return {finding.topic: finding for finding in reversed(found)}


def test_everything_in_order(name_server):
    assert {finding.level for finding in findings(name_server).values()} == {"good"}


@pytest.mark.parametrize(
    ("name", "kind", "records", "topic", "level", "words"),
    [
        (DOMAIN, "TXT", None, "SPF", "bad", "which servers may send"),
        (DOMAIN, "TXT", ['"v=spf1 mx -all"', '"v=spf1 a -all"'], "SPF", "bad", "several"),
        (DOMAIN, "TXT", ['"v=spf1 +all"'], "SPF", "bad", "every server in the world"),
        (DOMAIN, "TXT", ['"v=spf1 ip4:203.0.113.9 -all"'], "SPF", "bad", "does not allow"),
        (DOMAIN, "TXT", ['"v=spf1 ip4:9.9.9.0/24 ?all"'], "SPF", "good", "may send"),
        (DOMAIN, "TXT", ['"v=spf1 ip4:9.9.9.0/24"'], "SPF", "weak", "forbids nobody"),
        (DOMAIN, "TXT", ['"v=spf1 ' + " ".join(f"a:h{n}.example" for n in range(11)) + ' -all"'], "SPF", "bad", "11"),
        (DOMAIN, "TXT", ['"v=spf1 include:lindenau.example -all"'], "SPF", "bad", "further questions"),
        ("brief._domainkey." + DOMAIN, "TXT", None, "DKIM", "bad", "no key"),
        ("brief._domainkey." + DOMAIN, "TXT", ['"v=DKIM1; p="'], "DKIM", "bad", "withdrawn"),
        ("brief._domainkey." + DOMAIN, "TXT", ['"v=DKIM1; p=AAAA"'], "DKIM", "bad", "damaged"),
        ("brief._domainkey." + DOMAIN, "TXT", [f'"v=DKIM1; p={SHORT_KEY}"'], "DKIM", "weak", "1024"),
        ("_dmarc." + DOMAIN, "TXT", None, "DMARC", "bad", "no DMARC"),
        ("_dmarc." + DOMAIN, "TXT", ['"v=DMARC1; p=none"'], "DMARC", "weak", "only watches"),
        ("_dmarc." + DOMAIN, "TXT", ['"v=DMARC1; p=sometimes"'], "DMARC", "bad", "valid"),
        (DOMAIN, "MX", None, "Bounces", "bad", "get lost"),
        (DOMAIN, "MX", ["0 ."], "Bounces", "bad", "receives no mail"),
        (DOMAIN, "MX", ["10 weg.lindenau.example."], "Bounces", "bad", "no address"),
        ("25.9.9.9.in-addr.arpa", "PTR", None, "Mail server", "bad", "no name"),
        ("25.9.9.9.in-addr.arpa", "PTR", ["host25.provider.example."], "Mail server", "bad", "does not lead back"),
        ("vielfalt.lindenau.example", "A", None, "Unsubscribing", "bad", "Nobody outside"),
    ],
)
def test_each_fault_is_named(name_server, settings, name, kind, records, topic, level, words):
    settings.LANGUAGE_CODE = "en"
    name_server.records.pop((name, kind))
    if records:
        name_server.records[(name, kind)] = records
    from django.utils import translation

    with translation.override("en"):
        found = findings(name_server)
    assert (found[topic].level, words in found[topic].text) == (level, True), found[topic]
    others = {other: finding.level for other, finding in found.items() if other != topic}
    assert set(others.values()) == {"good"}, others


def test_key_of_somebody_else_is_noticed(name_server):
    assert findings(name_server, own_key="MIIB")["DKIM"].level == "bad"


def test_mail_server_inside_the_house_is_not_judged(name_server):
    found = findings(name_server, relay="127.0.0.1")
    assert (found["Mail server" if "Mail server" in found else "Mailserver"].level, found["SPF"].level) == ("unsure", "good")


def test_return_address_of_somebody_else_breaks_alignment(name_server):
    assert findings(name_server, bounce_domain="bounces.provider.example").get("DMARC").level == "good"
    texts = [finding for finding in check(
        Setup(domain=DOMAIN, bounce_domain="provider.example", relay="127.0.0.1"),
        dns=Dns(servers=["127.0.0.1"], port=name_server.server_address[1]),
    ) if finding.level == "weak"]  # fmt: skip
    assert any("provider.example" in finding.text for finding in texts)


def test_silent_name_server_is_no_fault_of_the_town(name_server, monkeypatch):
    monkeypatch.setattr("newsletter.sender_check.asking.SECONDS", 0.3)
    name_server.silent = {DOMAIN, "_dmarc." + DOMAIN}
    levels = {finding.topic: finding.level for finding in findings(name_server).values()}
    assert levels["SPF"] == "unsure"
    assert levels["DKIM"] == "good"


def test_suggested_lines_are_valid_records(name_server):
    name_server.records = {key: value for key, value in GOOD.items() if key[0].startswith(("mail", "25."))}
    found = findings(name_server)
    for topic in ("SPF", "DKIM", "DMARC"):
        line = found[topic].line
        assert line.split(" IN TXT ")[0].endswith("lindenau.example.")
        assert line.split(" IN TXT ")[1].startswith('"v=')


@pytest.mark.django_db
def test_page_is_there_before_the_answers(admin_client, home):
    assert admin_client.get(reverse("domain:index")).status_code == 200
    assert checks.TOPICS


def test_a_mail_to_oneself_goes_the_newsletters_own_way(admin_client, admin_user, home, post_office, settings):
    settings.BOUNCE_DOMAIN = "bounce.lindenau.example"
    shown = admin_client.post(reverse("domain:mail"), follow=True)
    assert admin_user.email in shown.content.decode()
    [letter] = post_office.to(admin_user.email)
    assert letter.sender.startswith("bounces+") and letter.sender.endswith("@bounce.lindenau.example")
    assert letter.message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert "Authentication-Results" in letter.text and "Authentication-Results" in letter.html


def test_a_mail_to_oneself_that_cannot_go_says_why(admin_client, admin_user, home, settings):
    settings.MAILERS = {"newsletter": smtp_mailer(free_port())}
    assert "127.0.0.1" in admin_client.post(reverse("domain:mail"), follow=True).content.decode()
    admin_user.email = ""
    admin_user.save()
    assert "keine E-Mail-Adresse" in admin_client.post(reverse("domain:mail"), follow=True).content.decode()

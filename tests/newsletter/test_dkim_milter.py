"""Our signed mails at a real Postfix whose milter (OpenDKIM) checks signatures: good ones pass, forged ones do not."""

import contextlib
import shutil
import socket
import subprocess
import tempfile
import time
from pathlib import Path

import pytest

from newsletter import dkim
from newsletter.message import TOKEN_SLOT, CompiledMail, Sender
from newsletter.models import Delivery, Mailing, MailingVersion
from newsletter.transport import Envelope, Outcome
from newsletter.transport.conversation import Server
from newsletter.transport.smtp import SmtpSession

from . import postfix_rig
from .conftest import free_port

OPENDKIM = "/usr/sbin/opendkim"
DOMAIN = "lindenau.example"
CONFIG = """
Mode v
Socket inet:{port}@127.0.0.1
TestDNSData file:{folder}/zone
AlwaysAddARHeader yes
AuthservID relay.lindenau.example
On-BadSignature reject
On-KeyNotFound reject
Background no
AutoRestart no
SyslogSuccess no
UserID nobody
PidFile {folder}/pid
"""

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not (postfix_rig.is_possible() and Path(OPENDKIM).exists()), reason="needs root, Postfix and OpenDKIM"),
]


@pytest.fixture(scope="module")
def folder():
    """Open to the milter's user, with a key of either kind; the DNS names them."""
    path = Path(tempfile.mkdtemp(prefix="vielfalt-dkim-"))
    path.chmod(0o755)
    yield path
    shutil.rmtree(path, ignore_errors=True)


@pytest.fixture(scope="module")
def signers(folder):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("newsletter.dkim.key_file", lambda domain, *, selector: folder / "keys" / f"{domain}.{selector}.pem")
        for kind in ("rsa", "ed25519"):
            dkim.make_key(DOMAIN, selector=kind, kind=kind)
        keys = {kind: dkim.Signer(DOMAIN, selector=kind) for kind in ("rsa", "ed25519")}
        (folder / "zone").write_text("".join(f"{name} {value}\n" for name, value in (key.dns_record() for key in keys.values())))
        yield keys


@contextlib.contextmanager
def milter(folder: Path):
    port = free_port()
    (folder / "opendkim.conf").write_text(CONFIG.format(port=port, folder=folder))
    process = subprocess.Popen([OPENDKIM, "-f", "-x", folder / "opendkim.conf"], stderr=subprocess.PIPE)
    try:
        for _try in range(300):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            assert process.poll() is None, process.stderr.read().decode()
            time.sleep(0.1)
        yield port
    finally:
        process.kill()
        process.wait()


@pytest.fixture(scope="module")
def relay(folder, signers):
    with milter(folder) as port:
        yield from postfix_rig.start(more=f"smtpd_milters = inet:127.0.0.1:{port}")


def envelope(selector: str, *, name: str = "Zoë Müller") -> Envelope:
    sender = Sender(
        name="Grüße aus Lindenau", address=f"post@{DOMAIN}", reply_to="", list_name="Vielfalt", dkim_selector=selector
    )
    text = f".\nGrüße an alle im Ort\n\n\n{TOKEN_SLOT}"
    version = MailingVersion(mailing=Mailing(pk=1), language="de", subject="Größe, مجلة", html=f"<p>{text}</p>", text=text)
    row = Delivery(mailing_id=1, address="anna@reader.example", name=name, language="de")
    mail = CompiledMail(version, sender=sender)
    return Envelope(row, mail.envelope_sender(row), mail.recipient(row), mail.content(row, uid="u" * 16))


def send(relay, *envelopes: Envelope) -> list:
    session = SmtpSession.open(Server(host="127.0.0.1", port=relay.port))
    answers = list(session.send(envelopes))
    session.quit()
    return answers


@pytest.mark.parametrize("selector", ["rsa", "ed25519"])
def test_a_receiving_server_finds_our_signature_good(relay, selector):
    relay.receiver.taken.clear()
    answers = send(relay, envelope(selector), envelope(selector, name=""))
    assert [answer.outcome for answer in answers] == [Outcome.ACCEPTED] * 2, answers
    relay.wait_for(lambda: len(relay.receiver.taken) == 2, what="the mails behind the relay")
    for _sender, _recipient, content in relay.receiver.taken:
        assert b"dkim=pass" in content.partition(b"\r\n\r\n")[0]


def test_a_forged_mail_is_turned_away_and_one_without_a_signature_gets_no_pass(relay):
    relay.receiver.taken.clear()
    good = envelope("rsa")
    forged = good._replace(content=good.content.replace(b"alle im Ort", b"alle im Orx"))
    answers = send(relay, forged, envelope(""), good)
    assert [answer.outcome for answer in answers] == [Outcome.REFUSED, Outcome.ACCEPTED, Outcome.ACCEPTED], answers
    assert answers[0].reason == "refused_policy", "it is about us, not about the reader"
    relay.wait_for(lambda: len(relay.receiver.taken) == 2, what="the mails behind the relay")
    heads = [content.partition(b"\r\n\r\n")[0] for _sender, _recipient, content in relay.receiver.taken]
    assert sorted((b"DKIM-Signature:" in head, b"dkim=pass" in head) for head in heads) == [(False, False), (True, True)]

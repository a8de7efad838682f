"""Signatures are checked by dkimpy, an implementation that is not ours, with the DNS record that the command prints."""

import email
import re
import stat
from io import StringIO

import dkim as dkimpy
import pytest
from django.core.management import CommandError, call_command
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from newsletter import dkim
from newsletter.message import GREETING_SLOT, TOKEN_SLOT, CompiledMail, MessageError, Sender
from newsletter.models import Delivery, Mailing, MailingVersion

SENDER = Sender(
    name="Grüße aus Lindenau, Rat",
    address="post@lindenau.example",
    reply_to="rat@lindenau.example",
    list_name="Vielfalt",
    dkim_selector="herbst",
)


@pytest.fixture(scope="module")
def key_folder(tmp_path_factory):
    return tmp_path_factory.mktemp("var")


@pytest.fixture(params=["rsa", "ed25519"])
def signer(request, settings, key_folder):
    settings.VAR_DIR = key_folder / request.param
    if not dkim.key_file("lindenau.example", selector="herbst").exists():
        dkim.make_key("lindenau.example", selector="herbst", kind=request.param)
    return dkim.Signer("lindenau.example", selector="herbst")


def signed(*, subject: str = "Betreff", text: str = "", name: str = "", kind: str = "html") -> bytes:
    version = MailingVersion(
        mailing=Mailing(pk=1),
        language="de",
        subject=subject,
        html=f"<p>{GREETING_SLOT}</p>{text}{TOKEN_SLOT}",
        text=f"{GREETING_SLOT}\n{text}\n{TOKEN_SLOT}",
        archive_url="https://x.example/",
    )
    row = Delivery(mailing_id=1, address="anna@y.example", name=name, language="de", format=kind)
    return CompiledMail(version, sender=SENDER).content(row, uid="u" * 16)


def is_good(content: bytes, signer: dkim.Signer) -> bool:
    name, record = signer.dns_record()
    zone = {f"{name}.".encode(): record.encode()}
    return dkimpy.verify(content, dnsfunc=lambda wanted, timeout=5: zone.get(wanted))


@given(
    subject=st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=80),
    text=st.text(st.one_of(st.characters(codec="utf-8"), st.sampled_from(".\r\n \t=")), max_size=300),
    name=st.text(max_size=60, alphabet=st.characters(codec="utf-8")),
    kind=st.sampled_from(["html", "text"]),
)
@hypothesis_settings(
    max_examples=20,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_every_mail_carries_a_signature_that_others_accept(signer, subject, text, name, kind):
    content = signed(subject=subject, text=text, name=name, kind=kind)
    assert is_good(content, signer)
    assert max(map(len, content.split(b"\r\n"))) <= 998


@pytest.mark.parametrize(
    ("found", "forged"),
    [
        (rb"Guten Tag", b"Guten Abend"),
        (rb"To: anna@y.example", b"To: bert@y.example"),
        (rb"Subject: Betreff", b"Subject: Anders"),
        (rb"List-Unsubscribe-Post: [^\r]*", b"List-Unsubscribe-Post: nothing"),
        (rb"(List-Unsubscribe: <)http", rb"\1ftp"),
        (rb"(?m)^From: ", b"From: evil@x.example\r\nFrom: "),
        (rb"\Z", b"\r\n.\r\n"),
    ],
)
def test_whoever_changes_something_on_the_way_is_found_out(signer, found, forged):
    content = signed()
    changed = re.sub(found, forged, content, count=1)
    assert changed != content
    assert is_good(content, signer)
    assert not is_good(changed, signer)


def test_both_headers_of_one_click_are_covered(signer):
    covered = re.search(rb"h=([^;]+);", signed())[1].decode().split(":")
    assert {"from", "to", "subject", "date", "message-id", "list-unsubscribe", "list-unsubscribe-post", "mime-version"} <= set(
        covered
    )
    assert covered.count("from") == 2, "a second From cannot be added"
    assert email.message_from_bytes(signed())["DKIM-Signature"].split(";")[3].strip() == "d=lindenau.example"


def test_without_the_switch_nothing_is_signed(signer):
    version = MailingVersion(mailing=Mailing(pk=1), language="de", subject="x", html=TOKEN_SLOT, text=TOKEN_SLOT)
    plain = Sender(name="x", address="post@lindenau.example", reply_to="", list_name="x")
    row = Delivery(mailing_id=1, address="a@b.example", language="de")
    assert b"DKIM" not in CompiledMail(version, sender=plain).content(row, uid="u" * 16)


def test_a_missing_or_broken_key_stops_the_mailing_with_a_reason(settings, tmp_path):
    settings.VAR_DIR = tmp_path
    with pytest.raises(MessageError, match="dkim_key"):
        signed()
    path = dkim.make_key("lindenau.example", selector="herbst", kind="ed25519")
    path.write_text("no key")
    with pytest.raises(MessageError, match="dkim_key"):
        signed()


@pytest.mark.parametrize("kind", ["rsa", "ed25519"])
def test_the_command_makes_the_key_once_and_prints_its_record(home, settings, tmp_path, kind):
    from cms.core.models import CouncilSettings
    from newsletter.models import SendingPolicy

    settings.VAR_DIR = tmp_path
    council = CouncilSettings.objects.get()
    CouncilSettings.objects.update(sender_email="post@lindenau.example")
    policy = SendingPolicy.for_site(council.site)
    policy.dkim, policy.dkim_selector = True, "herbst"
    policy.save()
    said = [run("dkim_key", kind=kind) for _ in range(2)]
    assert said[0] == said[1]
    path = dkim.key_file("lindenau.example", selector="herbst")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    name, parts = re.search(r"^(\S+) IN TXT \( (.*) \)$", said[0], re.MULTILINE).groups()
    pieces = re.findall(r'"([^"]*)"', parts)
    assert max(map(len, pieces)) <= 255
    record = "".join(pieces).encode()
    assert name == "herbst._domainkey.lindenau.example."
    assert dkimpy.verify(signed(), dnsfunc=lambda wanted, timeout=5: record if wanted == name.encode() else None)
    assert Sender.of(CouncilSettings.objects.get()).dkim_selector == "herbst"


def test_the_command_needs_a_sender(home):
    from cms.core.models import CouncilSettings

    CouncilSettings.objects.update(sender_email="")
    with pytest.raises(CommandError, match="sender address"):
        run("dkim_key")


def run(*args, **options) -> str:
    out = StringIO()
    call_command(*args, stdout=out, **options)
    return out.getvalue()

"""Compiled mails: whatever stands in text, subject or address, the parsed result is the same and the headers stay ours."""

import email
import email.policy
import email.utils
import random
import string
from email.header import decode_header

import pytest

from newsletter.addresses import AddressError, on_the_wire
from newsletter.headers import HeaderError, encoded, encoded_address, single_line
from newsletter.message import CONSENT_SLOT, TOKEN_SLOT, CompiledMail, MessageError, Sender, quoted_printable, readers_page
from newsletter.models import Delivery, Mailing, MailingVersion

ALPHABETS = [
    string.printable,
    "äöüßÄÖÜ„“–…\u00a0ẞ",
    "السلام عليكم ٢٤ \u200f\u202b",
    "Українська їґє",
    "🎉👩\u200d👩\u200d👧🏽‍🦽e\u0301",
    "=.\r\n \t-",
]
SENDER = Sender(
    name="Vielfalt aus Lindenau", address="post@lindenau.example", reply_to="rat@lindenau.example", list_name="Vielfalt"
)


def anything(dice: random.Random, length: int) -> str:
    return "".join(dice.choice(dice.choice(ALPHABETS)) for _ in range(length))


def compiled(*, html: str, text: str, subject: str = "Betreff", sender: Sender = SENDER, language: str = "de") -> CompiledMail:
    version = MailingVersion(
        mailing=Mailing(pk=1), language=language, subject=subject, html=html, text=text, archive_url="https://x.example/"
    )
    version.mailing_id = 1
    return CompiledMail(version, sender=sender)


def delivery(address: str = "leserin@lindenau.example") -> Delivery:
    return Delivery(mailing_id=1, address=address, language="de")


def as_received(content: bytes):
    """What arrives: one dot less where SMTP needed two."""
    unstuffed = b"\r\n".join(line[1:] if line.startswith(b".") else line for line in content.split(b"\r\n"))
    return email.message_from_bytes(unstuffed, policy=email.policy.default)


def same_text(text: str) -> str:
    """Line ends as mail has them, end of text trimmed as the compiler does."""
    return text.replace("\r\n", "\n").replace("\r", "\n").rstrip()


@pytest.mark.parametrize("seed", range(60))
def test_any_text_survives_the_way_through_the_mail(seed):
    dice = random.Random(seed)
    text = anything(dice, dice.randint(0, 900)) + TOKEN_SLOT + anything(dice, dice.randint(0, 300)) + CONSENT_SLOT
    html = anything(dice, dice.randint(0, 2000)) + TOKEN_SLOT + "\n" + anything(dice, 200) + TOKEN_SLOT
    mail = compiled(html=html, text=text)
    content = mail.content(delivery(), uid="abcdefghijklmnop")
    token = content.split(b"/newsletter/u/")[1].split(b"/>")[0].decode()
    message = as_received(content)
    assert not message.defects
    plain, marked_up = message.get_payload()
    for part, source in ((plain, text), (marked_up, html)):
        expected = source.replace(TOKEN_SLOT, token).replace(CONSENT_SLOT, "–")
        assert part.get_payload(decode=True).decode().replace("\r\n", "\n").rstrip() == same_text(expected)
    body = content.split(b"\r\n\r\n", 1)[1]
    assert max(map(len, body.split(b"\r\n"))) <= 78
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert content.isascii()
    assert not any(line == b"." for line in content.split(b"\r\n"))


@pytest.mark.parametrize("seed", range(80))
def test_no_subject_or_sender_name_can_add_a_header(seed):
    dice = random.Random(seed)
    subject = anything(dice, dice.randint(1, 150))
    name = anything(dice, dice.randint(1, 80))
    attack = dice.choice(["", "\r\nBcc: x@y.example", "\nTo: x@y.example", "\r\n\r\n<html>", "\x00", "?=\r\n=?utf-8?q?"])
    sender = Sender(name=name + attack, address=SENDER.address, reply_to=SENDER.reply_to, list_name=name)
    try:
        mail = compiled(html=TOKEN_SLOT, text=TOKEN_SLOT, subject=attack + subject, sender=sender)
    except HeaderError:
        return
    message = as_received(mail.content(delivery(), uid="abcdefghijklmnop"))
    usual = as_received(compiled(html=TOKEN_SLOT, text=TOKEN_SLOT).content(delivery(), uid="abcdefghijklmnop"))
    assert [name.lower() for name in message] == [name.lower() for name in usual]
    assert message["To"].addresses[0].addr_spec == "leserin@lindenau.example"
    assert [address.addr_spec for address in message["From"].addresses] == ["post@lindenau.example"]
    assert message.get_content_type() == "multipart/alternative"


@pytest.mark.parametrize(
    "subject",
    [
        "Grüße aus Lindenau",
        "مجلة التنوع: العدد ٢٤ من لينديناو",
        "Вільне місто 🎉",
        "x" * 150,
        "ü" * 150,
        "قصة" * 50,
        '"Zitat" und <Klammer>',
    ],
)
def test_subjects_in_every_script_are_read_back_unchanged(subject):
    message = as_received(compiled(html=TOKEN_SLOT, text=TOKEN_SLOT, subject=subject).content(delivery(), uid="u" * 16))
    assert message["Subject"] == subject
    raw = encoded(subject, name="Subject")
    assert raw.isascii()
    assert max(len(line) for line in raw.split("\r\n")) <= 160


@pytest.mark.parametrize("name", ["Vielfalt, Lindenau", 'Rat "Integration"', "مجلس الاندماج", "Ö" * 80, "a\\b"])
def test_sender_names_are_quoted_or_encoded(name):
    header = encoded_address(name, "post@lindenau.example")
    assert header.isascii()
    # not policy.default: Python's own parser puts blanks between neighbouring encoded words of a display name
    [(shown, address)] = email.utils.getaddresses([header])
    parts = [part.decode(charset or "ascii") if isinstance(part, bytes) else part for part, charset in decode_header(shown)]
    assert "".join(parts) == name
    assert address == "post@lindenau.example"


def test_a_mail_without_a_way_out_is_refused():
    with pytest.raises(MessageError):
        compiled(html="<p>kein Link</p>", text=TOKEN_SLOT)
    with pytest.raises(MessageError):
        compiled(html=TOKEN_SLOT, text="kein Link")


def test_the_message_id_is_stable_and_tells_nothing():
    mail, row = compiled(html=TOKEN_SLOT, text=TOKEN_SLOT), delivery()
    first, second = (as_received(mail.content(row, uid="u" * 16))["Message-ID"] for _ in range(2))
    assert first == second
    assert row.token not in first
    assert as_received(mail.content(delivery(), uid="u" * 16))["Message-ID"] != first


@pytest.mark.parametrize(
    "bad",
    [
        "a b@c.example",
        "a@b.example>",
        "<a@b.example",
        "a\r\n@b.example",
        "a@b.example\r\nDATA",
        "",
        "@",
        "a,b@c.example",
        'a"b@c.example',
    ],
)
def test_an_address_that_would_break_the_envelope_is_refused_at_the_last_step_too(bad):
    with pytest.raises((AddressError, ValueError)):
        on_the_wire(bad)


def test_domains_with_umlauts_travel_as_a_label():
    assert on_the_wire("anna@müller.example") == "anna@xn--mller-kva.example"
    message = as_received(compiled(html=TOKEN_SLOT, text=TOKEN_SLOT).content(delivery("anna@müller.example"), uid="u" * 16))
    assert message["To"] == "anna@xn--mller-kva.example"


def test_a_line_of_one_dot_stays_a_line_of_one_dot():
    assert quoted_printable("a\n.\n..b\n").split(b"\r\n")[1] in (b"..", b"=2E")


def test_control_characters_never_reach_a_header():
    assert single_line("zwei\r\nZeilen") == "zwei Zeilen"
    for character in "\x00\x07\x1b\x7f":
        with pytest.raises(HeaderError):
            single_line(f"a{character}b")


def test_who_gets_a_mail_in_another_language_still_leaves_in_their_own():
    address = readers_page("newsletter:leave")
    mail = compiled(html=f'<a href="{address}">x</a>', text=address)
    row = delivery()
    row.reader_language = "ar"
    text = as_received(mail.content(row, uid="u" * 16)).get_body(("plain",)).get_content()
    assert "/ar/newsletter/leave/" in text

"""Compiled mails: whatever stands in text, subject or address, the parsed result is the same and the headers stay ours."""

import difflib
import email
import email.policy
import email.utils
import html as html_codec
from email.header import decode_header

import pytest
from django.core.signing import Signer
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from cms.core.addresses import AddressError, on_the_wire
from newsletter.headers import HeaderError, encoded, encoded_address, quoted_name, single_line, tidy_name
from newsletter.message import (
    CONSENT_SLOT,
    GREETING_SLOT,
    LANGUAGE_SLOT,
    OWN_HEADERS,
    TOKEN_SLOT,
    CompiledMail,
    MessageError,
    Sender,
    as_read_by,
    message_id,
    readers_page,
)
from newsletter.models import Delivery, Mailing, MailingVersion
from newsletter.quoting import quoted_printable
from newsletter.tokens import leave_token, read_leave_token

ALPHABETS = [
    st.characters(codec="utf-8"),  # anything that has a place in Unicode
    st.sampled_from("äöüßÄÖÜ„“–…\u00a0ẞ"),
    st.sampled_from("السلام عليكم ٢٤ \u200f\u202b"),
    st.sampled_from("Українська їґє"),
    st.sampled_from("🎉👩\u200d👧🏽🦽e\u0301"),
    st.sampled_from('=.\r\n \t-,"\\<>@;:%'),
]
anything = st.text(st.one_of(*ALPHABETS), max_size=400)
short = st.text(st.one_of(*ALPHABETS), max_size=80)
attacks = st.sampled_from(["", "\r\nBcc: x@y.example", "\nTo: x@y.example", "\r\n\r\n<html>", "\x00", "?=\r\n=?utf-8?q?"])
often = settings(  # the same examples every time, and no folder of earlier ones
    max_examples=100, deadline=None, derandomize=True, database=None, suppress_health_check=[HealthCheck.too_slow]
)
SENDER = Sender(
    name="Vielfalt aus Lindenau", address="post@lindenau.example", reply_to="rat@lindenau.example", list_name="Vielfalt"
)


def compiled(*, html: str, text: str, subject: str = "Betreff", sender: Sender = SENDER, language: str = "de") -> CompiledMail:
    version = MailingVersion(
        mailing=Mailing(pk=1), language=language, subject=subject, html=html, text=text, archive_url="https://x.example/"
    )
    version.mailing_id = 1
    return CompiledMail(version, sender=sender)


def delivery(address: str = "leserin@lindenau.example", **fields) -> Delivery:
    return Delivery(mailing_id=1, address=address, language="de", **fields)


def as_received(content: bytes):
    """What arrives: one dot less where SMTP needed two."""
    unstuffed = b"\r\n".join(line[1:] if line.startswith(b".") else line for line in content.split(b"\r\n"))
    return email.message_from_bytes(unstuffed, policy=email.policy.default)


def same_text(text: str) -> str:
    """Line ends as mail has them, end of text trimmed as the compiler does."""
    return text.replace("\r\n", "\n").replace("\r", "\n").rstrip()


def check_wire(content: bytes) -> None:
    """What no mail may break, whatever is in it."""
    lines = content.split(b"\r\n")
    assert content.endswith(b"\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert b"\r" not in content.replace(b"\r\n", b"")
    assert max(map(len, lines)) <= 998
    assert not any(line.startswith(b".") for line in lines), "nothing is left to dot-stuff"
    assert max(map(len, content.split(b"\r\n\r\n", 1)[1].split(b"\r\n"))) <= 76
    assert content.isascii()


@often
@given(anything, anything, anything, short)
@example(".", "..\n.\n" + "." * 200, "\n." + "x" * 75, ".")
def test_any_text_survives_the_way_through_the_mail(start, middle, end, name):
    text = start + TOKEN_SLOT + middle + CONSENT_SLOT + end + GREETING_SLOT
    html = middle + TOKEN_SLOT + "\n" + end + LANGUAGE_SLOT + GREETING_SLOT + start + TOKEN_SLOT
    content = compiled(html=html, text=text).content(delivery(name=name), uid="abcdefghijklmnop")
    check_wire(content)
    message = as_received(content)
    assert not message.defects
    token = leave_token("abcdefghijklmnop", mailing_id=1)
    tidy = tidy_name(name)
    hello = f"Guten Tag \u2068{tidy}\u2069," if tidy else "Guten Tag,"
    plain, marked_up = message.get_payload()
    for part, source, words in ((plain, text, hello), (marked_up, html, html_codec.escape(hello))):
        expected = source.replace(TOKEN_SLOT, token).replace(CONSENT_SLOT, "–").replace(LANGUAGE_SLOT, "de")
        expected = expected.replace(GREETING_SLOT, words)
        assert part.get_payload(decode=True).decode().replace("\r\n", "\n").rstrip() == same_text(expected)


@often
@given(short.filter(lambda subject: subject.strip()), short, short, attacks)
def test_no_subject_or_name_can_add_a_header(subject, sender_name, name, attack):
    sender = Sender(name=sender_name + attack, address=SENDER.address, reply_to=SENDER.reply_to, list_name=sender_name)
    try:
        mail = compiled(html=TOKEN_SLOT, text=TOKEN_SLOT, subject=attack + subject, sender=sender)
    except HeaderError:
        mail = compiled(html=TOKEN_SLOT, text=TOKEN_SLOT)
    content = mail.content(delivery(name=name + attack), uid="abcdefghijklmnop")
    check_wire(content)
    message = email.message_from_bytes(content)
    usual = email.message_from_bytes(compiled(html=TOKEN_SLOT, text=TOKEN_SLOT).content(delivery(), uid="abcdefghijklmnop"))
    assert [header.lower() for header in message.keys()] == [header.lower() for header in usual.keys()]  # noqa: SIM118
    assert [address for _name, address in email.utils.getaddresses([message["To"]])] == ["leserin@lindenau.example"]
    assert [address for _name, address in email.utils.getaddresses([message["From"]])] == ["post@lindenau.example"]
    assert message.get_content_type() == "multipart/alternative"


@often
@given(short)
@example("Müller, Anna")
@example('Anna "die Große" Müller')
@example("Ω" * 80)
@example("محمد عبد الله")
@example("👩\u200d👩\u200d👧 Familie")
@example("a\\b")
@example("=?utf-8?q?x?=")
def test_a_readers_name_is_read_back_unchanged(name):
    tidy = tidy_name(name)
    raw = b"To: " + quoted_name(tidy) + b"<a@b.example>"
    assert max(map(len, raw.split(b"\r\n"))) <= 400
    assert raw.isascii()
    [(shown, address)] = email.utils.getaddresses([raw[4:].decode().replace("\r\n", "")])
    parts = [part.decode(charset or "ascii") if isinstance(part, bytes) else part for part, charset in decode_header(shown)]
    assert "".join(parts) == tidy
    assert address == "a@b.example"


def test_direction_marks_in_a_name_cannot_turn_the_line():
    assert tidy_name("Anna\u202e\u2066 B\x00\r\n.") == "Anna B ."


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
    assert quoted_printable("a\n.\n..b\n") == b"a\r\n=2E\r\n=2E=\r\n=2Eb\r\n"


def test_readers_of_plain_text_get_no_html():
    mail = compiled(html=f"<p>Bild</p>{TOKEN_SLOT}", text=f"{GREETING_SLOT}\n.\n{TOKEN_SLOT}")
    content = mail.content(delivery(format="text", name="Zoë"), uid="abcdefghijklmnop")
    check_wire(content)
    message = as_received(content)
    assert message.get_content_type() == "text/plain"
    assert message.get_content().startswith("Guten Tag \u2068Zoë\u2069,\r\n.\r\n")
    assert b"<p>" not in content


def test_two_readers_mails_differ_only_where_it_is_meant():
    page = readers_page("newsletter:leave")
    mail = compiled(
        html=f"<p>{GREETING_SLOT}</p>Text.<a href='{page}'>x</a>{CONSENT_SLOT}", text=f"{GREETING_SLOT} {page} {CONSENT_SLOT}"
    )
    anna = mail.content(delivery("anna@a.example", name="Anna"), uid="a" * 16)
    bert = mail.content(delivery("bert@b.example", name="Bert", reader_language="tr"), uid="b" * 16)
    changed = [line[2:] for line in difflib.ndiff(anna.decode().split("\r\n"), bert.decode().split("\r\n")) if line[0] in "-+"]
    for line in changed:
        personal = (leave_token("a" * 16, mailing_id=1), leave_token("b" * 16, mailing_id=1), "Anna", "Bert", "de", "tr")
        assert line.split(":")[0] in OWN_HEADERS or any(value in line for value in personal)
    for one, other in zip(as_received(anna).items(), as_received(bert).items(), strict=True):
        assert one == other or one[0] in OWN_HEADERS


def test_a_mail_names_both_ways_to_leave(settings):
    settings.BOUNCE_DOMAIN = "bounce.lindenau.example"
    row = delivery()
    message = as_received(compiled(html=TOKEN_SLOT, text=TOKEN_SLOT).content(row, uid="u" * 16))
    one_click, by_mail = message["List-Unsubscribe"].split(", ")
    assert read_leave_token(one_click.strip("<>/").rpartition("/")[2]) == ("u" * 16, 1)
    assert by_mail == f"<mailto:unsubscribe+{row.token}@bounce.lindenau.example>"
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


@given(st.text("abcdefghijklmnopqrstuvwxyzABCDEF0123456789_-", min_size=1, max_size=16), st.integers(1, 10**9))
@settings(often, max_examples=20)
def test_tokens_written_in_bulk_are_the_ones_that_are_read(uid, mailing_id):
    assert leave_token(uid, mailing_id=mailing_id) == Signer(salt="newsletter.leave", sep=".").sign(f"{uid}.{mailing_id}")
    version = MailingVersion(mailing=Mailing(pk=mailing_id), language="de", subject="x", html=TOKEN_SLOT, text=TOKEN_SLOT)
    row = Delivery(mailing_id=mailing_id, address="a@b.example", language="de")
    message = as_received(CompiledMail(version, sender=SENDER).content(row, uid=uid))
    assert read_leave_token(message.get_body(("plain",)).get_content().strip()) == (uid, mailing_id)
    assert message["Message-ID"] == f"<{message_id(row, domain='lindenau.example')}>"


def test_a_preview_shows_the_mail_as_one_reader_gets_it():
    html = f"<p>{GREETING_SLOT}</p>{LANGUAGE_SLOT} {CONSENT_SLOT}"
    assert as_read_by(html, language="de", name="<b>", reader_language="tr").startswith(
        "<p>Guten Tag \u2068&lt;b&gt;\u2069,</p>tr"
    )
    assert as_read_by(GREETING_SLOT, language="ar") == "تحية طيبة،"


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

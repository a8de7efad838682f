"""Reports are read by their MIME parts and judged by what they mean; a refusal of us is never the reader's fault."""

import pytest

from newsletter.feedback.reading import read
from newsletter.feedback.rules import judge
from newsletter.models import Delivery, Feedback

Kind = Feedback.Kind
Reason = Delivery.Reason
TOKEN = "abcdefghij0123456789"
BOUNCES = f"bounces+{TOKEN}@bounce.lindenau.example"


@pytest.mark.parametrize(
    ("code", "text", "kind", "reason"),
    [
        (550, "5.1.1 The email account that you tried to reach does not exist", Kind.HARD, Reason.NO_SUCH_MAILBOX),
        (550, "Requested action not taken: mailbox unavailable", Kind.HARD, Reason.NO_SUCH_MAILBOX),
        (550, "No such user here", Kind.HARD, Reason.NO_SUCH_MAILBOX),
        (550, "5.2.1 This account has been disabled", Kind.HARD, Reason.NO_SUCH_MAILBOX),
        (556, "5.1.10 Recipient address has null MX", Kind.HARD, Reason.NO_MAIL_SERVER),
        (552, "5.2.2 Mailbox full", Kind.SOFT, Reason.MAILBOX_FULL),
        (552, "Quota exceeded", Kind.SOFT, Reason.MAILBOX_FULL),
        (452, "4.2.2 The user is over quota", Kind.SOFT, Reason.MAILBOX_FULL),
        (450, "4.1.1 user unknown, try again", Kind.SOFT, Reason.OTHER),
        (451, "Greylisted, please come back", Kind.SOFT, Reason.OTHER),
        (554, "5.7.1 Service unavailable; client host blocked using a list", Kind.ABOUT_US, Reason.REFUSED_POLICY),
        (
            550,
            "5.7.26 Unauthenticated email is not accepted due to the domain's DMARC policy",
            Kind.ABOUT_US,
            Reason.REFUSED_POLICY,
        ),
        (421, "4.7.0 Our system has detected an unusual rate of mail from you", Kind.ABOUT_US, Reason.REFUSED_POLICY),
        (550, "5.1.1 rejected: your address is on our blacklist", Kind.ABOUT_US, Reason.REFUSED_POLICY),
        (550, "Mail rejected as spam by content scanner", Kind.ABOUT_US, Reason.REFUSED_POLICY),
        (552, "5.3.4 Message size exceeds fixed limit", Kind.ABOUT_US, Reason.TOO_BIG),
        (550, "5.1.8 Sender address rejected: Domain not found", Kind.ABOUT_US, Reason.REFUSED_POLICY),
        (550, "Das Postfach existiert nicht", Kind.HARD, Reason.NO_SUCH_MAILBOX),
        (550, "Something went wrong, see https://help.example/4711", Kind.UNCLEAR, Reason.OTHER),
    ],
)
def test_refusal_means(code, text, kind, reason):
    verdict = judge(code=code, text=text)
    assert (verdict.kind, verdict.reason) == (kind, reason)


def test_version_numbers_and_addresses_of_machines_are_no_status():
    assert judge(code=550, text="host mx1 [10.4.4.7] Exim 4.9.6: hello").kind == Kind.UNCLEAR


def report(fields: str, *, to: str = BOUNCES, original: str = "", human: str = "See below.") -> bytes:
    return f"""Return-Path: <>
From: Mail Delivery System <MAILER-DAEMON@relay.example>
To: {to}
Subject: Undelivered Mail Returned to Sender
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain; charset=utf-8

{human}
--b
Content-Type: message/delivery-status

Reporting-MTA: dns; relay.example

{fields}
--b
Content-Type: text/rfc822-headers

Subject: Vielfalt Nr. 24
{original}
--b--
""".replace("\n", "\r\n").encode()


def test_delivery_report_names_the_delivery_by_its_return_address():
    found = read(
        report("Final-Recipient: rfc822; x@web.example\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 unknown")
    )
    assert (found.kind, found.token, found.status, found.said) == (Kind.HARD, TOKEN, "5.1.1", "550 5.1.1 unknown")


def test_text_of_a_report_decides_nothing_when_it_has_fields():
    found = read(report("Action: failed\nStatus: 5.2.2", human="550 5.1.1 user unknown"))
    assert found.kind == Kind.SOFT


def test_remote_servers_own_number_wins_over_the_summary():
    found = read(report("Action: failed\nStatus: 5.0.0\nDiagnostic-Code: smtp; 554 5.7.1 blocked"))
    assert (found.kind, found.status) == (Kind.ABOUT_US, "5.7.1")


def test_delayed_is_not_a_bounce():
    assert read(report("Action: delayed\nStatus: 4.2.2")).kind == Kind.DELAYED


def test_report_without_our_address_is_recognised_by_the_original():
    original = f"Return-Path: <{BOUNCES}>"
    assert read(report("Action: failed\nStatus: 5.1.1", to="newsletter@lindenau.example", original=original)).token == TOKEN


def test_unrelated_mail_is_none_of_our_business():
    found = read(b"From: anna@web.example\r\nTo: rathaus@lindenau.example\r\nSubject: Frage\r\n\r\nGuten Tag\r\n")
    assert not found.is_ours


@pytest.mark.parametrize(
    "header",
    ["Auto-Submitted: auto-replied", "X-Autoreply: yes", "Precedence: auto_reply", "X-Auto-Response-From: a@b.example"],
)
def test_vacation_notice_is_no_bounce(header):
    raw = f"From: anna@web.example\r\nTo: {BOUNCES}\r\n{header}\r\nSubject: Bin im Urlaub 550 5.1.1\r\n\r\nuser unknown\r\n"
    assert read(raw.encode()).kind == Kind.REPLY


def test_read_receipt_is_no_bounce():
    raw = f"""To: {BOUNCES}
MIME-Version: 1.0
Content-Type: multipart/report; report-type=disposition-notification; boundary="b"

--b
Content-Type: text/plain

gelesen
--b
Content-Type: message/disposition-notification

Disposition: manual-action/MDN-sent-manually; displayed
--b--
"""
    assert read(raw.encode()).kind == Kind.REPLY


def complaint(kind: str) -> bytes:
    return f"""From: fbl@provider.example
To: abuse@lindenau.example
MIME-Version: 1.0
Content-Type: multipart/report; report-type=feedback-report; boundary="b"

--b
Content-Type: text/plain

This is a report
--b
Content-Type: message/feedback-report

Feedback-Type: {kind}
User-Agent: x
Version: 1
Original-Mail-From: <{BOUNCES}>
--b
Content-Type: message/rfc822

From: a@lindenau.example
Subject: Vielfalt

text
--b--
""".encode()


def test_complaint_names_the_delivery_though_it_came_to_another_address():
    found = read(complaint("abuse"))
    assert (found.kind, found.token, found.is_ours) == (Kind.COMPLAINT, TOKEN, True)


def test_not_spam_is_no_complaint():
    assert read(complaint("not-spam")).kind == Kind.REPLY


def test_qmail_prose_is_understood():
    raw = f"""Return-Path: <>
From: MAILER-DAEMON@mx.example
To: {BOUNCES}
Subject: failure notice

Hi. This is the qmail-send program at mx.example.
<x@web.example>:
Sorry, no mailbox here by that name. (#5.1.1)
"""
    assert read(raw.encode()).kind == Kind.HARD


def test_a_persons_answer_to_the_return_address_goes_to_a_person():
    raw = (
        f"From: Anna <anna@web.example>\r\nTo: {BOUNCES}\r\nSubject: Re: Vielfalt\r\n\r\nDanke! Error 550 5.1.1 user unknown\r\n"
    )
    assert read(raw.encode()).kind == Kind.UNCLEAR


def test_wish_to_leave_by_mail():
    raw = f"From: anna@web.example\r\nTo: unsubscribe+{TOKEN}@bounce.lindenau.example\r\n\r\n".encode()
    assert (read(raw).kind, read(raw).token) == (Kind.UNSUBSCRIBE, TOKEN)


def test_absence_notice_to_the_leaving_address_leaves_nothing():
    raw = f"To: unsubscribe+{TOKEN}@bounce.lindenau.example\r\nAuto-Submitted: auto-replied\r\n\r\n".encode()
    assert read(raw).kind == Kind.REPLY


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\x00\xff\xfe",
        b"Content-Type: multipart/report; boundary=\r\n\r\n--\r\n",
        b"To: bounces+abcdefghij0123456789@b.example\r\nContent-Type: multipart/report; boundary=b\r\n\r\n"
        b"--b\r\nContent-Type: message/delivery-status\r\n\r\n\xff",
        f"To: {BOUNCES}\r\nContent-Type: text/plain; charset=nonsense\r\n\r\nx".encode(),
        f"To: {BOUNCES}\r\nContent-Transfer-Encoding: base64\r\nContent-Type: text/plain\r\n\r\n%%%".encode(),
        f"To: {BOUNCES}\r\nSubject: =?utf-8?q?=ZZ?=\r\nFrom: <<<>>>\r\n\r\n".encode(),
        b"Content-Type: message/rfc822\r\n\r\n" * 300 + b"x",
    ],
)
def test_broken_mail_never_raises(raw):
    assert read(raw).kind in Kind

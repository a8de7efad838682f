"""What comes back from a real Postfix ends in the right state for the right person; what is none of our business stays."""

import imaplib
import smtplib
import subprocess
import sys
from datetime import timedelta
from email.message import EmailMessage

import pytest
from django.core import mail as outbox
from django.urls import reverse
from django.utils import timezone

from newsletter import dispatch, optin
from newsletter import mailing as room
from newsletter.feedback import lmtp, mailbox, noting
from newsletter.models import Delivery, Feedback, SignupRequest, Subscriber, Suppression

from . import postfix_rig
from .conftest import make_readers, smtp_mailer

Kind = Feedback.Kind
pytestmark = [
    pytest.mark.slow,
    pytest.mark.django_db,
    pytest.mark.skipif(not postfix_rig.is_possible(), reason="only root can start a Postfix of its own"),
]


@pytest.fixture(scope="module")
def relay():
    yield from postfix_rig.start()


@pytest.fixture(scope="module")
def post_boxes(relay):
    relay.maildir.mkdir(parents=True, exist_ok=True)
    for name in ("new", "cur", "tmp"):
        (relay.maildir / name).mkdir(exist_ok=True)
    subprocess.run(["chown", "-R", "nobody", relay.folder / "mail"], check=True)
    yield from postfix_rig.serve_mailbox(relay.folder, maildir=relay.maildir)


@pytest.fixture
def rig(relay, post_office, settings):
    """Our mail goes out through this Postfix and comes back to its bounce mailbox."""
    relay.empty()
    settings.MAILERS = {name: smtp_mailer(relay.port) for name in ("default", "newsletter")}
    settings.BOUNCE_DOMAIN = postfix_rig.BOUNCE_DOMAIN
    return relay


def people(*names: str, topics) -> dict[str, Subscriber]:
    """Readers whose names tell the receiving server how to answer."""
    return {name: rename(make_readers(1, topics=topics, name=f"{name}.")[0], f"{name}@web.example") for name in names}


def rename(reader: Subscriber, address: str) -> Subscriber:
    from cms.core.addresses import digest

    reader.address, reader.digest = address, digest(address)
    reader.save()
    return reader


def send(mailing, editor) -> None:
    room.start(mailing, user=editor)
    dispatch.dispatch(mailing)


def take_in(rig, *, number: int) -> list[Feedback]:
    """Note reports until `number` of them are about mail of this test; latecomers of the test before are about nobody."""
    noted: list[Feedback] = []

    def enough() -> bool:
        new = [noting.note_mail(raw, via="mailbox") for raw in rig.reports()]
        noted.extend(feedback for feedback in new if feedback and (feedback.delivery or feedback.request))
        return len(noted) >= number

    rig.wait_for(enough, what=f"{number} reports")
    return noted


def state_of(reader: Subscriber) -> tuple[str, str, str]:
    delivery = Delivery.objects.get(subscriber=reader)
    reader.refresh_from_db()
    return delivery.state, delivery.reason, reader.state


def test_every_kind_of_bounce_ends_in_the_right_state(rig, mailing, topics, editor):
    readers = people("gone", "full", "policy", "big", "anna", topics=topics[:1])
    send(mailing, editor)
    take_in(rig, number=5)  # the full mailbox reports twice: first that it takes longer, then that it is given up

    active, unreachable = Subscriber.State.ACTIVE, Subscriber.State.UNREACHABLE
    assert state_of(readers["gone"]) == ("bounced", "no_such_mailbox", unreachable)
    assert state_of(readers["full"]) == ("bounced", "mailbox_full", active)
    assert state_of(readers["policy"]) == ("bounced", "refused_policy", active)
    assert state_of(readers["big"]) == ("bounced", "too_big", active)
    assert state_of(readers["anna"]) == ("accepted", "", active)
    assert list(Suppression.objects.values_list("digest", "reason")) == [(readers["gone"].digest, "unreachable")]
    assert Feedback.objects.filter(kind=Kind.DELAYED, subscriber=readers["full"]).count() == 1


def test_reading_the_same_reports_again_changes_nothing(rig, mailing, topics, editor):
    people("gone", topics=topics[:1])
    send(mailing, editor)
    assert len(take_in(rig, number=1)) == 1
    assert take_in(rig, number=0) == []


def test_somebody_who_came_back_can_be_written_to_again(rig, mailing, topics, editor):
    reader = people("gone", topics=topics[:1])["gone"]
    send(mailing, editor)
    (feedback,) = take_in(rig, number=1)
    noting.undo(feedback, user=editor)
    reader.refresh_from_db()
    assert reader.state == Subscriber.State.ACTIVE
    assert not Suppression.objects.exists()
    with pytest.raises(noting.FeedbackError):
        noting.undo(feedback, user=editor)


def test_refusal_of_us_is_an_alarm_not_a_bounce(rig, mailing, topics, editor, at_once, settings):
    settings.MAILERS = {
        "default": {"BACKEND": "django.core.mail.backends.locmem.EmailBackend"},
        "newsletter": smtp_mailer(rig.port),
    }
    people("policy", topics=topics[:1])
    editor.email = "redaktion@lindenau.example"
    editor.save()
    mailing.created_by = editor
    mailing.save()
    send(mailing, editor)
    take_in(rig, number=1)
    alarms = [letter for letter in outbox.outbox if letter.to == ["redaktion@lindenau.example"]]
    assert len(alarms) == 1
    assert "web.example" in alarms[0].subject
    assert not Suppression.objects.exists()


def answer(rig, *, to: str, headers: dict[str, str], body: str = "") -> None:
    """Somebody's mail program answers to our return address, through Postfix like any mail from outside."""
    message = EmailMessage()
    message["From"], message["To"] = "anna@web.example", to
    for name, value in headers.items():
        message[name] = value
    message.set_content(body)
    with smtplib.SMTP("127.0.0.1", rig.port) as server:
        server.send_message(message, from_addr="<>", to_addrs=[to])


def test_vacation_notice_changes_nothing(rig, mailing, topics, editor):
    reader = people("anna", topics=topics[:1])["anna"]
    send(mailing, editor)
    rig.wait_for(lambda: rig.receiver.taken, what="the mail to Anna")
    answer(rig, to=rig.receiver.taken[0][0], headers={"Auto-Submitted": "auto-replied", "Subject": "Im Urlaub"}, body="550 5.1.1")
    (feedback,) = take_in(rig, number=1)
    assert (feedback.kind, feedback.subscriber) == (Kind.REPLY, reader)
    assert state_of(reader) == ("accepted", "", Subscriber.State.ACTIVE)


def test_complaint_ends_every_subscription_and_cannot_be_undone_by_the_office(rig, mailing, topics, editor):
    reader = people("anna", topics=topics)["anna"]
    send(mailing, editor)
    rig.wait_for(lambda: rig.receiver.taken, what="the mail to Anna")
    sender, _recipient, content = rig.receiver.taken[0]
    boundary = "bericht"
    report = (
        (
            f"From: fbl@web.example\r\nTo: {sender}\r\nMIME-Version: 1.0\r\n"
            f'Content-Type: multipart/report; report-type=feedback-report; boundary="{boundary}"\r\n\r\n'
            f"--{boundary}\r\nContent-Type: text/plain\r\n\r\nBeschwerde\r\n"
            f"--{boundary}\r\nContent-Type: message/feedback-report\r\n\r\n"
            "Feedback-Type: abuse\r\nUser-Agent: Web/1\r\nVersion: 1\r\n\r\n"
            f"--{boundary}\r\nContent-Type: message/rfc822\r\n\r\n"
        ).encode()
        + content
        + f"\r\n--{boundary}--\r\n".encode()
    )
    with smtplib.SMTP("127.0.0.1", rig.port) as server:
        server.sendmail("fbl@web.example", [sender], report)
    (feedback,) = take_in(rig, number=1)
    assert feedback.kind == Kind.COMPLAINT
    reader.refresh_from_db()
    assert reader.state == Subscriber.State.COMPLAINED
    assert not reader.subscriptions.filter(state="active").exists()
    with pytest.raises(noting.FeedbackError):
        noting.undo(feedback, user=editor)


def test_wish_to_leave_by_mail_is_done_at_once(rig, mailing, topics, editor):
    reader = people("anna", topics=topics)["anna"]
    send(mailing, editor)
    token = Delivery.objects.get(subscriber=reader).token
    answer(rig, to=f"unsubscribe+{token}@{postfix_rig.BOUNCE_DOMAIN}", headers={"Subject": "unsubscribe"})
    take_in(rig, number=1)
    reader.refresh_from_db()
    assert reader.state == Subscriber.State.LEFT


def test_confirmation_mail_that_comes_back_ends_the_request(rig, site_with_newsletter, topics, at_once, settings):
    settings.MAILERS = {name: smtp_mailer(rig.port) for name in ("default", "newsletter")}
    wording = optin.wording_for(language="de", council_name="Integrationsrat")
    request = optin.request_signup(
        "gone@web.example", language="de", topics=list(topics), wording=wording, form="/de/newsletter/", site=None
    )
    from newsletter.confirmation import send_confirmation

    request.refresh_from_db()
    if request.state == SignupRequest.State.NEW:
        assert send_confirmation(request)
    take_in(rig, number=1)
    request.refresh_from_db()
    assert request.state == SignupRequest.State.REFUSED
    assert not Subscriber.objects.exists()


def test_mailboxes_that_stay_full_are_given_up_after_three_mailings_and_two_weeks(mailing, topics, editor):
    (reader,) = make_readers(1, topics=topics[:1])
    now = timezone.now()
    for number, days in enumerate((20, 10)):
        earlier = room.create(mailing.page, user=editor)
        Delivery.objects.create(
            mailing=earlier, subscriber=reader, address=reader.address, language="de", reader_language="de",
            state="bounced", reason="mailbox_full", settled_at=now - timedelta(days=days), token=f"{number:020d}",
        )  # fmt: skip
    latest = Delivery.objects.create(
        mailing=mailing, subscriber=reader, address=reader.address, language="de", reader_language="de",
        state="accepted", settled_at=now,
    )  # fmt: skip
    noting.note(
        noting.Report(Kind.SOFT, token=latest.token, status="5.2.2", said="552 5.2.2 Mailbox full"), digest="x", via="pipe"
    )
    reader.refresh_from_db()
    assert reader.state == Subscriber.State.UNREACHABLE


def test_report_about_nobody_goes_to_a_person(mailing, editor):
    raw = b"From: MAILER-DAEMON@x.example\r\nTo: bounces+zzzzzzzzzzzzzzzzzzzz@b.example\r\n\r\n550 5.1.1 user unknown\r\n"
    feedback = noting.note_mail(raw, via="pipe")
    assert feedback.state == Feedback.State.REVIEW
    noting.decide(feedback, kind=None, user=editor)
    assert feedback.state == Feedback.State.IGNORED


def deliver(rig, name: str, content: bytes) -> None:
    """Straight into the bounce mailbox, like any mail of the town that ends there."""
    path = rig.maildir / "new" / name
    path.write_bytes(content)
    subprocess.run(["chown", "nobody", path], check=True)


FOREIGN = b"From: anna@web.example\r\nTo: rathaus@lindenau.example\r\nSubject: Frage\r\n\r\nGuten Tag\r\n"


def bounce(token: str) -> bytes:
    return f"From: MAILER-DAEMON@x.example\r\nTo: bounces+{token}@b.example\r\n\r\n550 5.1.1 user unknown\r\n".encode()


@pytest.fixture
def one_delivery(mailing, topics):
    (reader,) = make_readers(1, topics=topics[:1])
    return Delivery.objects.create(
        mailing=mailing, subscriber=reader, address=reader.address, language="de", reader_language="de", state="accepted"
    )


@pytest.mark.parametrize("protocol", ["imap", "pop3"])
def test_mailbox_is_read_and_foreign_mail_stays_as_it_was(protocol, rig, post_boxes, one_delivery, settings):
    settings.BOUNCE_MAILBOX_URL = getattr(post_boxes, protocol)
    deliver(rig, f"1.{protocol}", FOREIGN)
    deliver(rig, f"2.{protocol}", bounce(one_delivery.token))
    (feedback,) = mailbox.read_mailbox()
    assert (feedback.kind, feedback.delivery) == (Kind.HARD, one_delivery)
    assert mailbox.read_mailbox() == []
    box = imaplib.IMAP4("127.0.0.1", int(post_boxes.imap.split(":")[3].split("/")[0]))
    box.login(postfix_rig.USER, postfix_rig.PASSWORD)
    box.select("INBOX", readonly=True)
    assert len(box.search(None, "ALL")[1][0].split()) == 1
    assert len(box.search(None, "UNSEEN")[1][0].split()) == 1
    box.logout()


@pytest.mark.parametrize("protocol", ["imap", "pop3"])
def test_crash_between_reading_and_writing_loses_nothing(protocol, rig, post_boxes, one_delivery, settings, monkeypatch):
    settings.BOUNCE_MAILBOX_URL = getattr(post_boxes, protocol)
    deliver(rig, f"1.{protocol}", bounce(one_delivery.token))

    def crash(*_args, **_options):
        raise OSError("the database went away")

    with monkeypatch.context() as patch:
        patch.setattr(mailbox, "note_mail", crash)
        with pytest.raises(mailbox.MailboxError):
            mailbox.read_mailbox()
    assert not Feedback.objects.exists()
    assert len(mailbox.read_mailbox()) == 1


def test_mailbox_with_a_wrong_password_says_so(rig, post_boxes, settings, admin_client):
    settings.BOUNCE_MAILBOX_URL = post_boxes.imap.replace(postfix_rig.PASSWORD, "falsch")
    with pytest.raises(mailbox.MailboxError, match="127.0.0.1"):
        mailbox.read_mailbox()
    assert "127.0.0.1" in admin_client.get(reverse("reports:index")).content.decode()


@pytest.mark.django_db(transaction=True)
def test_postfix_hands_over_by_lmtp_and_keeps_what_was_not_written_down(relay, settings, mailing, topics, editor):
    settings.MAILERS = {name: smtp_mailer(relay.port) for name in ("default", "newsletter")}
    settings.BOUNCE_DOMAIN = postfix_rig.LMTP_DOMAIN
    reader = people("gone", topics=topics[:1])["gone"]
    send(mailing, editor)  # nobody listens yet: Postfix keeps the report
    server = lmtp.server(host="127.0.0.1", port=relay.lmtp)
    server.start()
    try:
        relay.wait_for(lambda: Feedback.objects.exists(), what="the report by LMTP")
    finally:
        server.stop()
    assert state_of(reader) == ("bounced", "no_such_mailbox", Subscriber.State.UNREACHABLE)


def test_broken_input_to_the_pipe_is_no_crash(tmp_path):
    """The command as Postfix calls it, in a process of its own; it must not even need a database for foreign mail."""
    from pathlib import Path

    done = subprocess.run(
        [sys.executable, "manage.py", "receive_report", "bounces+x@b.example"],
        input=b"\xff\x00" * 50,
        capture_output=True,
        cwd=Path(__file__).resolve().parents[2],
        env={"VIELFALT_VAR": str(tmp_path), "PATH": "/usr/bin:/bin"},
        timeout=60,
    )
    assert done.returncode == 0, done.stderr.decode()
    assert b"nothing to do" in done.stdout

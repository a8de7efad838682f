"""From the edition to the mail in the mailbox, through the real templates and a real SMTP server."""

import datetime
import re

import pytest
from django.utils import timezone
from wagtail.models import ModelLogEntry

from newsletter import audience, optin, readiness
from newsletter import mailing as room
from newsletter.dispatch import dispatch
from newsletter.models import Delivery, Mailing
from newsletter.privacy import erase, suppress
from newsletter.recovery import wake_due

from .conftest import make_readers, translate

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_once")]


def test_every_reader_gets_the_edition_in_their_own_language(mailing, topics, editor, post_office):
    make_readers(2, topics=[topics[0]], name="de")
    make_readers(1, topics=[topics[0]], language="ar", name="ar")
    make_readers(1, topics=[topics[1]], name="other-topic")
    assert room.start(mailing, user=editor) == 3
    assert sorted(letter.recipients[0] for letter in post_office.letters) == [
        "ar0@lindenau.example",
        "de0@lindenau.example",
        "de1@lindenau.example",
    ]
    arabic, german = post_office.to("ar0@lindenau.example")[0], post_office.to("de0@lindenau.example")[0]
    assert 'dir="rtl"' in arabic.html
    assert arabic.message["Subject"] == "التنوع العدد ٢٤: ما يجمعنا"
    assert "/ar/" in arabic.message["List-Archive"]
    assert german.message["Subject"] == "Vielfalt Nr. 24: Was uns zusammenbringt"
    mailing.refresh_from_db()
    assert mailing.state == Mailing.State.SENT
    assert room.progress(mailing)["accepted"] == 3


def test_languages_without_a_translation_are_counted_as_getting_german(mailing, topics):
    make_readers(3, topics=[topics[0]], language="uk", name="uk")
    make_readers(2, topics=[topics[0]], language="ar", name="ar")
    counts = audience.count_by_language(mailing)
    assert [(row.wanted, row.gets, row.people, row.is_fallback) for row in counts] == [
        ("uk", "de", 3, True),
        ("ar", "ar", 2, False),
    ]


def test_the_headers_say_what_mail_programs_need(mailing, topics, editor, post_office, settings):
    settings.BOUNCE_DOMAIN = "bounces.lindenau.example"
    make_readers(2, topics=[topics[0]])
    room.start(mailing, user=editor)
    first, second = post_office.letters
    message = first.message
    assert not message.defects
    assert re.fullmatch(
        rf"<{settings.BASE_URL}/newsletter/u/[^>]+/>, <mailto:unsubscribe\+[a-z0-9]{{20}}@bounces.lindenau.example>",
        message["List-Unsubscribe"],
    )
    assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert message["List-Id"].endswith("<newsletter.lindenau.example>")
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["Precedence"] == "bulk"
    assert message["X-Auto-Response-Suppress"] == "OOF, AutoReply"
    assert message["From"].addresses[0].addr_spec == "post@lindenau.example"
    assert message["Reply-To"] == "integrationsrat@lindenau.example"
    assert len(message.get_all("To")) == 1
    assert message["Cc"] is message["Bcc"] is None
    assert re.fullmatch(r"bounces\+[a-z0-9]{20}@bounces\.lindenau\.example", first.sender)
    assert first.sender != second.sender
    assert message["Message-ID"] != second.message["Message-ID"]
    assert abs((message["Date"].datetime - timezone.now()).total_seconds()) < 60


def test_lines_stay_short_and_nothing_but_the_personal_places_differs(mailing, topics, editor, post_office):
    make_readers(2, topics=[topics[0]])
    room.start(mailing, user=editor)
    first, second = (letter.content for letter in post_office.letters)
    assert max(len(line) for line in first.split(b"\r\n")) <= 998
    assert b"\n" not in first.replace(b"\r\n", b"")
    body = first.split(b"\r\n\r\n", 1)[1]
    assert max(len(line) for line in body.split(b"\r\n")) <= 78
    lines = list(zip(first.split(b"\r\n"), second.split(b"\r\n"), strict=True))
    different = [one for one, two in lines if one != two]
    personal = (b"To:", b"Message-ID:", b"Date:", b"List-Unsubscribe:")
    token = re.search(rb"/u/([^/]+)/", first)[1]
    assert all(line.startswith(personal) or token in line for line in different)
    assert "VFTOKEN" not in first.decode() and "VFCONSENT" not in first.decode()


def test_the_mail_holds_no_tracking(mailing, topics, editor, post_office, settings):
    make_readers(1, topics=[topics[0]])
    room.start(mailing, user=editor)
    html = post_office.letters[0].html
    host = settings.BASE_URL
    for address in re.findall(r'(?:src|href)="(https?://[^"]+)"', html):
        assert address.startswith((host, "http://localhost")), f"foreign host: {address}"
    token = re.search(r"/leave/([^/]+)/", html)[1]
    for address in re.findall(r'(?:src|href)="([^"]+)"', html):
        if token in address:
            assert "/leave/" in address or "/preferences/" in address


def test_both_parts_carry_the_way_out_and_the_date_of_consent(mailing, topics, editor, post_office, client):
    make_readers(1, topics=[topics[0]])
    room.start(mailing, user=editor)
    letter = post_office.letters[0]
    for part in (letter.html, letter.text):
        assert "/de/newsletter/leave/" in part
        assert "/de/newsletter/preferences/" in part
        assert str(timezone.localdate().year) in part
    assert client.get(letter.link("/leave/")).status_code == 200


def test_what_was_proofed_goes_out_even_if_the_page_changes(mailing, topics, editor, post_office, edition):
    make_readers(1, topics=[topics[0]])
    edition.refresh_from_db()
    edition.title = "Ganz anderer Titel"
    edition.save_revision().publish()
    mailing.refresh_from_db()
    assert room.is_outdated(mailing)
    room.start(mailing, user=editor)
    assert "Ganz anderer Titel" not in post_office.letters[0].html
    assert "Elf Gärten" in post_office.letters[0].html


def test_a_second_click_cannot_send_twice(mailing, topics, editor, post_office):
    make_readers(3, topics=[topics[0]])
    room.start(mailing, user=editor)
    with pytest.raises(room.MailingError):
        room.start(Mailing.objects.get(pk=mailing.pk), user=editor)
    dispatch(Mailing.objects.get(pk=mailing.pk))
    assert len(post_office.letters) == 3


def test_a_missing_sender_is_named_instead_of_sending(mailing, topics, editor, post_office):
    from cms.core.models import CouncilSettings

    make_readers(1, topics=[topics[0]])
    CouncilSettings.objects.update(sender_email="")
    with pytest.raises(room.NotReady) as refused:
        room.start(mailing, user=editor)
    assert refused.value.problems
    assert Mailing.objects.get().state == Mailing.State.DRAFT
    assert not Delivery.objects.exists()
    assert not post_office.letters


def test_a_schedule_is_kept_and_a_long_missed_one_asks_first(mailing, topics, editor, post_office):
    make_readers(1, topics=[topics[0]])
    room.schedule(mailing, at=timezone.now() + datetime.timedelta(hours=1), user=editor)
    assert wake_due() == 0
    assert not post_office.letters
    Mailing.objects.update(scheduled_for=timezone.now() - datetime.timedelta(minutes=2))
    assert wake_due() == 1
    assert len(post_office.letters) == 1

    second = room.create(mailing.page, user=editor)
    room.update(second, topics=[topics[0]], lines={}, user=editor)
    room.schedule(second, at=timezone.now() + datetime.timedelta(hours=1), user=editor)
    Mailing.objects.filter(pk=second.pk).update(scheduled_for=timezone.now() - datetime.timedelta(days=2))
    wake_due()
    second.refresh_from_db()
    assert second.state == Mailing.State.DRAFT
    assert second.trouble
    assert len(post_office.letters) == 1


def test_the_server_being_away_loses_nothing_and_says_so(mailing, topics, editor, post_office, settings):
    make_readers(3, topics=[topics[0]])
    port = settings.MAILERS["newsletter"]["OPTIONS"]["port"]
    settings.MAILERS["newsletter"]["OPTIONS"]["port"] = 1
    room.start(mailing, user=editor)
    mailing.refresh_from_db()
    assert mailing.state == Mailing.State.WAITING
    assert "127.0.0.1" in mailing.trouble
    assert room.progress(mailing)["queued"] == 3
    settings.MAILERS["newsletter"]["OPTIONS"]["port"] = port
    assert wake_due() == 0, "not before its time"
    Mailing.objects.update(retry_at=timezone.now())
    assert wake_due() == 1
    mailing.refresh_from_db()
    assert (mailing.state, mailing.trouble) == (Mailing.State.SENT, "")
    assert len(post_office.letters) == 3


def test_not_now_is_tried_again_with_the_same_message_id_and_no_is_final(mailing, topics, editor, post_office):
    make_readers(4, topics=[topics[0]])
    post_office.replies = {
        "leser0@lindenau.example": ["451 4.7.1 greylisted, come back later"],
        "leser1@lindenau.example": ["550 5.1.1 no such mailbox"],
    }
    post_office.at_the_dot = {"leser2@lindenau.example": ["452 4.2.2 mailbox full"]}
    room.start(mailing, user=editor)
    assert room.progress(mailing) | {} == {
        "queued": 0,
        "sending": 0,
        "accepted": 1,
        "retry": 2,
        "bounced": 0,
        "failed": 1,
        "uncertain": 0,
        "cancelled": 0,
        "held": 0,
    }
    failed = Delivery.objects.get(state="failed")
    assert (failed.address, failed.reply) == ("leser1@lindenau.example", "550 5.1.1 no such mailbox")
    assert wake_due() == 0
    Delivery.objects.filter(state="retry").update(next_attempt=timezone.now())
    assert wake_due() == 1
    mailing.refresh_from_db()
    assert mailing.state == Mailing.State.SENT
    assert len(post_office.to("leser0@lindenau.example")) == len(post_office.to("leser2@lindenau.example")) == 1


def test_a_policy_refusal_is_our_fault_and_never_the_readers(mailing, topics, editor, post_office):
    make_readers(1, topics=[topics[0]])
    post_office.replies = {"leser0@lindenau.example": ["550 5.7.1 sender blocked"]}
    room.start(mailing, user=editor)
    assert Delivery.objects.get().state == Delivery.State.RETRY


def test_endless_not_now_is_given_up_after_a_day(mailing, topics, editor, post_office):
    make_readers(1, topics=[topics[0]])
    post_office.replies = {"leser0@lindenau.example": ["451 4.3.0 later"] * 20}
    room.start(mailing, user=editor)
    for _ in range(10):
        Delivery.objects.filter(state="retry").update(next_attempt=timezone.now())
        wake_due()
    assert Delivery.objects.get().state == Delivery.State.FAILED
    mailing.refresh_from_db()
    assert mailing.state == Mailing.State.SENT


def test_who_leaves_is_blocked_or_erased_before_their_turn_gets_nothing(mailing, topics, editor, post_office, settings):
    readers = make_readers(4, topics=[topics[0]])
    settings.MAILERS["newsletter"]["OPTIONS"]["port"], port = 1, settings.MAILERS["newsletter"]["OPTIONS"]["port"]
    room.start(mailing, user=editor)
    optin.leave(readers[0], way="page")
    suppress(readers[1].address, note="", user=editor)
    erase(readers[2], by="office", user=editor)
    settings.MAILERS["newsletter"]["OPTIONS"]["port"] = port
    Mailing.objects.update(retry_at=None)
    wake_due()
    assert [letter.recipients for letter in post_office.letters] == [[readers[3].address]]
    assert room.progress(mailing)["cancelled"] == 3
    assert sum(room.progress(mailing).values()) == 4


def test_stopping_takes_back_all_that_has_not_left(mailing, topics, editor, post_office, settings):
    make_readers(5, topics=[topics[0]])
    settings.MAILERS["newsletter"]["OPTIONS"]["port"] = 1
    room.start(mailing, user=editor)
    assert room.stop(mailing, user=editor) == 5
    with pytest.raises(room.MailingError):
        room.stop(mailing, user=editor)
    assert dispatch(mailing).sent == 0
    assert sum(room.progress(mailing).values()) == 5


def test_every_act_is_in_the_audit_log(mailing, topics, editor, post_office):
    make_readers(1, topics=[topics[0]])
    room.start(mailing, user=editor)
    actions = list(ModelLogEntry.objects.filter(object_id=str(mailing.pk)).order_by("timestamp").values_list("action", flat=True))
    assert actions == ["newsletter.create", "newsletter.edit", "newsletter.start", "newsletter.finish"]


def test_a_page_not_published_cannot_be_mailed(edition, editor):
    edition.unpublish()
    with pytest.raises(room.MailingError):
        room.create(edition, user=editor)


def test_a_language_published_later_is_added_when_frozen_anew(mailing, topics, editor, edition):
    edition.refresh_from_db()
    translate(edition, "en", title="Vielfalt No. 24")
    room.update(mailing, topics=[topics[0]], lines={"de": ("Neuer Betreff", "")}, user=editor)
    assert set(mailing.versions.values_list("language", flat=True)) == {"de", "en", "ar"}
    assert "Neuer Betreff" in mailing.versions.get(language="de").html


@pytest.mark.parametrize("subject", ["Hallo\r\nBcc: x@y.example", "Hallo\nTo: x@y.example", "a\x00b", "zwei\u2028Zeilen\x0bhier"])
def test_a_subject_cannot_smuggle_headers(mailing, topics, editor, post_office, subject):
    make_readers(1, topics=[topics[0]])
    try:
        room.update(mailing, topics=[topics[0]], lines={"de": (subject, "")}, user=editor)
    except room.MailingError:
        return
    room.start(mailing, user=editor)
    message = post_office.letters[0].message
    assert message["Bcc"] is None
    assert [addr.addr_spec for addr in message["To"].addresses] == ["leser0@lindenau.example"]
    assert len(message["Subject"].splitlines()) == 1


def test_readiness_warns_about_long_mails_and_missing_preheaders(mailing):
    version = mailing.versions.get(language="de")
    version.html += "x" * 110_000
    version.preheader = ""
    version.save()
    found = " ".join(readiness.warnings(mailing))
    assert "Gmail" in found
    assert "Vorschauzeile" in found

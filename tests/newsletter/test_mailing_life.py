"""Send, take back, pause, stop, go on, send the rest, correct: every step once, in order, and in the log."""

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from newsletter import afterwards, approval, composing, ledger, optin
from newsletter import mailing as room
from newsletter.dispatch import dispatch
from newsletter.models import Delivery, Mailing, SendingPolicy
from newsletter.recovery import wake_due

from .conftest import make_readers

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_once")]
State = Mailing.State


@pytest.fixture
def with_time_to_undo(mailing):
    policy = SendingPolicy.for_site(mailing.site)
    policy.undo_minutes = 5
    policy.save()


@pytest.fixture
def server_away(settings):
    """Nothing leaves until the test says so."""
    options = settings.MAILERS["newsletter"]["OPTIONS"]
    port, options["port"] = options["port"], 1

    def back():
        options["port"] = port
        Mailing.objects.update(retry_at=None, woken_at=None)

    return back


def test_send_waits_as_long_as_it_can_be_taken_back(mailing, topics, editor, post_office, with_time_to_undo):
    make_readers(2, topics=[topics[0]])
    assert room.send(mailing, user=editor) is None
    assert mailing.state == State.COUNTDOWN
    assert 290 < (mailing.starts_at - timezone.now()).total_seconds() <= 300
    assert wake_due() == 0
    assert not Delivery.objects.exists()
    room.take_back(mailing, user=editor)
    assert (mailing.state, mailing.starts_at) == (State.DRAFT, None)
    with pytest.raises(room.MailingError):
        room.take_back(mailing, user=editor)


def test_the_countdown_ends_by_itself(mailing, topics, editor, post_office, with_time_to_undo):
    make_readers(2, topics=[topics[0]])
    room.send(mailing, user=editor)
    with pytest.raises(room.MailingError):
        room.send(mailing, user=editor)
    Mailing.objects.update(starts_at=timezone.now() - datetime.timedelta(seconds=1))
    wake_due()
    assert len(post_office.letters) == 2
    with pytest.raises(room.MailingError):
        room.take_back(mailing, user=editor)


def test_a_countdown_that_ended_while_the_server_was_off_asks_again(mailing, topics, editor, post_office, with_time_to_undo):
    make_readers(1, topics=[topics[0]])
    room.send(mailing, user=editor)
    Mailing.objects.update(starts_at=timezone.now() - datetime.timedelta(hours=2))
    wake_due()
    mailing.refresh_from_db()
    assert mailing.state == State.DRAFT
    assert mailing.trouble
    assert not post_office.letters


def test_who_leaves_during_the_countdown_gets_nothing(mailing, topics, editor, post_office, with_time_to_undo):
    from newsletter import optin

    readers = make_readers(2, topics=[topics[0]])
    room.send(mailing, user=editor)
    optin.leave(readers[0], way="page")
    Mailing.objects.update(starts_at=timezone.now())
    wake_due()
    assert [letter.recipients for letter in post_office.letters] == [[readers[1].address]]


def test_a_pause_takes_nothing_back_and_ends_when_somebody_says_so(mailing, topics, editor, post_office, server_away):
    make_readers(3, topics=[topics[0]])
    room.start(mailing, user=editor)
    room.pause(mailing, user=editor)
    server_away()
    assert dispatch(mailing).sent == 0
    wake_due()
    room.resume(mailing)
    mailing.refresh_from_db()
    assert mailing.state == State.PAUSED, "the mail server answering again ends no pause of a person"
    room.resume(mailing, user=editor)
    assert len(post_office.letters) == 3
    with pytest.raises(room.MailingError):
        room.resume(mailing, user=editor)


def test_after_a_stop_the_rest_can_be_sent_and_nobody_gets_it_twice(mailing, topics, editor, post_office, server_away):
    make_readers(5, topics=[topics[0]])
    room.start(mailing, user=editor)
    server_away()
    first = Delivery.objects.order_by("pk").first()
    Delivery.objects.filter(pk=first.pk).update(state="accepted")
    assert room.stop(mailing, user=editor) == 4
    assert mailing.state == State.STOPPED
    assert not post_office.letters
    assert afterwards.send_rest(mailing, user=editor) == 4
    assert first.address not in {letter.recipients[0] for letter in post_office.letters}
    assert len(post_office.letters) == 4
    mailing.refresh_from_db()
    assert mailing.state == State.SENT
    with pytest.raises(room.MailingError):
        afterwards.send_rest(mailing, user=editor)


def test_a_correction_reaches_only_those_who_got_the_wrong_mail(mailing, topics, editor, post_office):
    make_readers(2, topics=[topics[0]])
    make_readers(1, topics=[topics[0]], language="ar", name="ar")
    post_office.replies = {"leser0@lindenau.example": ["550 5.1.1 no such mailbox"]}
    room.start(mailing, user=editor)
    make_readers(1, topics=[topics[0]], name="neu")
    before = len(post_office.letters)
    made = afterwards.correct(mailing, languages=["de"], user=editor)
    assert made.versions.get(language="de").subject.startswith("Korrektur: ")
    assert made.versions.get(language="ar").subject.startswith("تصحيح: ")
    assert room.start(made, user=editor) == 1
    assert [letter.recipients for letter in post_office.letters[before:]] == [["leser1@lindenau.example"]]


def test_a_mailing_nobody_got_has_nothing_to_correct(mailing, editor):
    with pytest.raises(room.MailingError):
        afterwards.correct(mailing, languages=[], user=editor)


def test_the_log_tells_the_story_in_order(mailing, topics, editor, post_office, server_away, with_time_to_undo):
    make_readers(2, topics=[topics[0]])
    room.send(mailing, user=editor)
    room.take_back(mailing, user=editor)
    room.start(mailing, user=editor)
    room.pause(mailing, user=editor)
    server_away()
    room.stop(mailing, user=editor)
    afterwards.send_rest(mailing, user=editor)
    entries = ModelLogEntry.objects.filter(object_id=str(mailing.pk)).order_by("timestamp", "pk")
    story = [entry.action.removeprefix("newsletter.") for entry in entries]
    assert story == ["create", "edit", "countdown", "take_back", "start", "wait", "pause", "stop", "rest", "finish"]
    assert all(str(entry.message) for entry in entries)


def test_the_office_takes_back_pauses_stops_and_sends_the_rest(
    client, mailing, topics, editor, post_office, server_away, with_time_to_undo
):
    client.force_login(editor)
    make_readers(3, topics=[topics[0]])

    def press(name: str, **data):
        return client.post(reverse(f"mailings:{name}", args=[mailing.pk]), data, follow=True).content.decode()

    page = press("send", people=3)
    assert 'data-countdown="' in page
    press("take_back")
    assert Mailing.objects.get().state == "draft"
    SendingPolicy.objects.update(undo_minutes=0)
    press("send", people=3)
    assert Mailing.objects.get().state == "waiting"
    press("pause")
    assert Mailing.objects.get().state == "paused"
    press("resume")
    said = press("stop")
    assert "Angehalten. 0 Mails sind hinaus. 3 Mails waren noch nicht hinaus und bleiben hier." in said
    server_away()
    press("rest")
    assert len(post_office.letters) == 3


def test_the_numbers_of_the_live_page_add_up(client, mailing, topics, editor, post_office):
    client.force_login(editor)
    make_readers(3, topics=[topics[0]])
    post_office.replies = {"leser0@lindenau.example": ["550 5.1.1 no such mailbox"], "leser1@lindenau.example": ["451 later"]}
    room.start(mailing, user=editor)
    facts = client.get(reverse("mailings:numbers", args=[mailing.pk])).json()
    assert facts["total"] == sum(facts["numbers"].values()) == sum(facts["groups"].values()) == 3
    assert facts["groups"] == {"out": 1, "trouble": 1, "not": 0, "open": 1}
    assert facts["done"] == 2


def test_what_has_begun_cannot_be_changed(mailing, topics, editor, post_office, server_away):
    make_readers(1, topics=[topics[0]])
    room.start(mailing, user=editor)
    for change in (
        lambda: room.update(mailing, topics=[topics[1]], lines={"de": ("Neu", "")}, user=editor),
        lambda: composing.write(mailing, language="de", body=[], user=editor),
        lambda: composing.hold_back(mailing, language="ar", held=True, user=editor),
    ):
        with pytest.raises(room.MailingError):
            change()


def test_a_correction_reaches_those_who_may_have_got_the_wrong_mail_too(mailing, topics, editor, post_office):
    make_readers(2, topics=[topics[0]])
    room.start(mailing, user=editor)
    Delivery.objects.filter(address="leser0@lindenau.example").update(state="uncertain")
    made = afterwards.correct(mailing, languages=[], user=editor)
    assert room.start(made, user=editor) == 2


def test_what_still_leaves_is_stopped_before_it_is_corrected(mailing, topics, editor, post_office, server_away):
    make_readers(2, topics=[topics[0]])
    room.start(mailing, user=editor)
    server_away()
    first = Delivery.objects.order_by("pk").first()
    Delivery.objects.filter(pk=first.pk).update(state="accepted")
    with pytest.raises(room.MailingError):
        afterwards.correct(mailing, languages=[], user=editor)
    room.stop(mailing, user=editor)
    assert afterwards.correct(mailing, languages=[], user=editor).corrects == mailing


def test_a_double_click_prepares_one_correction(mailing, topics, editor, post_office, client):
    make_readers(2, topics=[topics[0]])
    room.start(mailing, user=editor)
    client.force_login(editor)
    for _click in range(2):
        client.post(reverse("mailings:correct", args=[mailing.pk]), {"languages": ["de"]})
    assert mailing.corrections.count() == 1
    client.post(reverse("mailings:correct", args=[mailing.pk]), {"languages": ["ar"]})
    assert mailing.corrections.count() == 2, "another one for other readers"


def test_stop_counts_only_what_it_stopped_and_names_what_is_unclear(client, mailing, topics, editor, post_office, server_away):
    readers = make_readers(5, topics=[topics[0]])
    room.start(mailing, user=editor)
    server_away()
    optin.leave(readers[0], way="page")
    ledger.move(mailing.deliveries.filter(subscriber=readers[1]), to="uncertain")
    client.force_login(editor)
    page = client.post(reverse("mailings:stop", args=[mailing.pk]), follow=True).content.decode()
    assert "3 Mails waren noch nicht hinaus" in page
    assert "Bei 1 Mail weiß noch niemand" in page


def test_a_draft_nobody_wants_is_discarded_and_can_be_put_back(client, mailing, topics, editor, post_office):
    make_readers(1, topics=[topics[0]])
    client.force_login(editor)
    approval.request(mailing, user=editor)
    page = client.post(reverse("mailings:discard", args=[mailing.pk]), follow=True)
    assert "wurde verworfen" in page.content.decode()
    mailing.refresh_from_db()
    assert (mailing.state, mailing.current_workflow_task_state) == (State.DISCARDED, None)
    assert mailing.title not in client.get(reverse("mailings:index_results")).content.decode()
    assert mailing.title in client.get(reverse("mailings:index_results"), {"state": "discarded"}).content.decode()
    for leave in (room.send, room.start):
        with pytest.raises(room.MailingError):
            leave(mailing, user=editor)
    client.post(reverse("mailings:send", args=[mailing.pk]), {"people": 1})
    assert not post_office.to("leser0@lindenau.example")
    client.post(reverse("mailings:put_back", args=[mailing.pk]))
    mailing.refresh_from_db()
    assert mailing.state == State.DRAFT


def test_what_has_left_is_never_discarded(mailing, topics, editor, post_office):
    make_readers(1, topics=[topics[0]])
    room.start(mailing, user=editor)
    with pytest.raises(room.MailingError):
        room.discard(mailing, user=editor)

"""Who gets a mailing, in which language, and the proof that nobody was forgotten."""

import datetime
import threading
from collections import Counter

import pytest
from django.db import connection
from django.utils import timezone

from newsletter import audience, evidence, ledger, segments
from newsletter import mailing as room
from newsletter.models import ConsentEvent, Delivery, Exclusion, Mailing, Subscriber, Suppression
from tests.faults.house import make_mailing

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft():
    """A mailing in three languages to twelve readers, not started."""
    mailing = make_mailing(12, languages=("de", "ar", "uk"))
    return begin_again(mailing)


def begin_again(mailing) -> Mailing:
    mailing.deliveries.all().delete()
    mailing.exclusions.all().delete()
    return mailing


def one(number: int) -> Subscriber:
    return Subscriber.objects.order_by("pk")[number]


def test_every_reader_gets_the_first_of_their_languages_the_mailing_has(draft):
    wishes = {0: ("en", "ar", ""), 1: ("en", "tr", "uk"), 2: ("en", "tr", ""), 3: ("uk", "ar", "")}
    for number, (first, second, third) in wishes.items():
        person = one(number)
        Subscriber.objects.filter(pk=person.pk).update(language=first, second_language=second, third_language=third)
    assert audience.freeze(draft) == 12
    got = dict(draft.deliveries.values_list("subscriber", "language"))
    assert [got[one(number).pk] for number in wishes] == ["ar", "uk", "de", "uk"]
    assert draft.deliveries.get(subscriber=one(0)).reader_language == "en"
    assert sum(row.people for row in audience.count_by_language(draft)) == 12
    assert {(row.wanted, row.gets) for row in audience.count_by_language(draft) if row.is_fallback} == {
        ("en", "ar"),
        ("en", "uk"),
        ("en", "de"),
    }


@pytest.mark.parametrize("everybody_wants_it", [True, False])
def test_the_count_beforehand_is_what_is_written_later(draft, everybody_wants_it):
    later = timezone.localdate() + datetime.timedelta(days=1)
    for number in (0, 1):
        Suppression.objects.create(digest=one(number).digest, reason=Suppression.Reason.COMPLAINT)
    for number, changes in {
        1: {"paused_until": later},
        2: {"paused_until": later, "language": "ar", "second_language": "uk"},
        3: {"paused_until": timezone.localdate()},
        4: {"state": Subscriber.State.LEFT},
        5: {"language": "en", "third_language": "uk"},
    }.items():
        Subscriber.objects.filter(pk=one(number).pk).update(**changes)
    if not everybody_wants_it:
        one(7).subscriptions.update(state="left")
        segments.note_topics([one(7).pk])
    counted = {(row.wanted, row.gets): row.people for row in audience.count_by_language(draft)}
    assert audience.freeze(draft) == (8 if everybody_wants_it else 7)
    assert counted == Counter(draft.deliveries.values_list("reader_language", "language"))


def test_those_whose_language_is_held_back_wait_for_it(draft):
    draft.versions.filter(language="ar").update(held_back=True)
    audience.freeze(draft)
    assert ledger.numbers_by_language(draft)["ar"]["held"] == 4
    assert ledger.numbers_by_language(draft)["de"]["queued"] == 4
    assert not draft.deliveries.filter(language="ar").exclude(state="held").exists()


def test_candidates_are_deliveries_and_exclusions_and_every_exclusion_has_its_reason(draft):
    Suppression.objects.create(digest=one(0).digest, reason=Suppression.Reason.COMPLAINT)
    for number, changes in {
        1: {"state": Subscriber.State.UNREACHABLE},
        2: {"state": Subscriber.State.COMPLAINED},
        3: {"paused_until": timezone.localdate() + datetime.timedelta(days=1)},
        4: {"paused_until": timezone.localdate()},
        5: {"state": Subscriber.State.LEFT},
    }.items():
        Subscriber.objects.filter(pk=one(number).pk).update(**changes)
    one(6).subscriptions.update(state="left")
    people = {number: one(number).pk for number in range(12)}
    assert audience.candidates(draft).count() == 11
    assert audience.freeze(draft) == 6
    reasons = dict(Exclusion.objects.values_list("subscriber", "reason"))
    assert {number: reasons[people[number]] for number in (0, 1, 2, 3, 5)} == {
        0: "suppressed",
        1: "unreachable",
        2: "complained",
        3: "paused",
        5: "left",
    }
    assert people[4] in draft.deliveries.values_list("subscriber", flat=True), "the break is over today"
    assert people[6] not in reasons, "does not want this topic"
    assert audience.excluded(draft)["paused"] == 1


def test_counts_that_differ_roll_the_start_back(draft, monkeypatch):
    forgotten = audience._exclusions
    monkeypatch.setattr(audience, "_exclusions", lambda mailing: forgotten(mailing).filter(pk=0))
    Subscriber.objects.filter(pk=one(0).pk).update(state=Subscriber.State.UNREACHABLE)
    with pytest.raises(audience.CountsDiffer):
        audience.freeze(draft)
    assert not Delivery.objects.exists()


def test_a_delivery_carries_what_its_mail_needs(draft):
    Subscriber.objects.filter(pk=one(0).pk).update(address="zoe@Müller.example", name="Zoë", format="text")
    person = one(1)
    at = datetime.datetime(2026, 3, 1, 23, 30, tzinfo=datetime.UTC)  # already March 2nd in Lindenau
    event = evidence.record(person.address, kind=ConsentEvent.Kind.CONFIRMED, at=at)
    Subscriber.objects.filter(pk=person.pk).update(digest=event.subject)
    audience.freeze(draft)
    first, second = draft.deliveries.get(subscriber=one(0)), draft.deliveries.get(subscriber=person)
    assert (first.address, first.name, first.format, first.domain) == (
        "zoe@Müller.example",
        "Zoë",
        "text",
        "xn--mller-kva.example",
    )
    assert second.consent_date == datetime.date(2026, 3, 2)
    assert first.consent_date is None
    assert len({delivery.token for delivery in draft.deliveries.all()}) == 12
    assert all(len(delivery.token) == 20 for delivery in draft.deliveries.all())


def test_a_correction_goes_only_to_those_who_got_the_wrong_one(draft):
    audience.freeze(draft)
    arabic = list(draft.deliveries.filter(language="ar"))
    draft.deliveries.exclude(language="uk").update(state="accepted")
    correction = Mailing.objects.create(
        site=draft.site, title="Berichtigung", fallback_language="de", corrects=draft, corrects_languages=["ar"]
    )
    correction.topics.set(draft.topics.all())
    for version in draft.versions.all():
        correction.versions.create(language=version.language, subject="!", html=version.html, text=version.text)
    assert audience.freeze(correction) == 4
    assert set(correction.deliveries.values_list("subscriber", flat=True)) == {row.subscriber_id for row in arabic}
    assert audience.excluded(correction) == {"not_concerned": 8}


@pytest.mark.django_db(transaction=True)
def test_two_editors_who_press_send_in_the_same_moment_make_one_audience(monkeypatch):
    mailing = begin_again(make_mailing(50))
    Mailing.objects.filter(pk=mailing.pk).update(state=Mailing.State.DRAFT)
    monkeypatch.setattr("newsletter.mailing.wake", lambda mailing: None)
    monkeypatch.setattr("newsletter.mailing.require_ready", lambda mailing: None)
    together, said = threading.Barrier(2), []

    def press():
        together.wait()
        try:
            said.append(room.start(Mailing.objects.get(pk=mailing.pk), user=None))
        except room.MailingError:
            said.append("refused")
        finally:
            connection.close()

    editors = [threading.Thread(target=press) for _ in range(2)]
    for editor in editors:
        editor.start()
    for editor in editors:
        editor.join()
    assert sorted(map(str, said)) == ["50", "refused"]
    assert mailing.deliveries.count() == 50
    assert ledger.numbers(mailing)["queued"] == 50

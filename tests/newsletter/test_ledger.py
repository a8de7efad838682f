"""The book of deliveries: it always adds up, whoever works on it, and nobody's row is in two hands."""

import datetime
import os
import subprocess
import sys

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from newsletter import evidence, ledger, optin
from newsletter.ledger import claims, clock, tally, workers
from newsletter.ledger.marks import OURS, Marks
from newsletter.models import Claim, Delivery, Mailing, Subscriber, Suppression, Tally
from newsletter.privacy import erase, suppress
from tests.faults.house import make_mailing

from .steps import steps_of

pytestmark = pytest.mark.django_db
State = Delivery.State


def counted(mailing) -> dict[str, int]:
    """The states as they stand in the rows, to compare the book with."""
    rows = dict.fromkeys(State.values, 0)
    for state in mailing.deliveries.values_list("state", flat=True):
        rows[state] += 1
    return rows


def marks_of(held) -> Marks:
    marks = Marks()
    marks.begin(held.pk, durable=True)
    return marks


def test_the_numbers_add_up_at_every_moment():
    mailing = make_mailing(12, languages=("de", "ar"))
    assert ledger.numbers_by_language(mailing)["ar"]["queued"] == 6
    held = claims.take(mailing, size=7)
    marks = marks_of(held)
    first, second, third, fourth, *_rest = held.rows
    marks.accepted(first, code=250, text="250 ok")
    marks.failed(second, code=550, text="550 5.1.1", reason=Delivery.Reason.NO_SUCH_MAILBOX)
    marks.retry(third, at=timezone.now() + datetime.timedelta(hours=1), code=451, text="451 later")
    marks.uncertain(fourth, text="gone")
    assert ledger.numbers(mailing) == counted(mailing)
    assert ledger.numbers(mailing)["sending"] == 3
    claims.settle(held)
    assert not Claim.objects.exists()
    assert ledger.numbers(mailing) == counted(mailing)
    assert ledger.numbers(mailing) | {} == {
        **dict.fromkeys(State.values, 0),
        "queued": 8,
        "accepted": 1,
        "failed": 1,
        "retry": 1,
        "uncertain": 1,
    }
    refused = Delivery.objects.get(pk=second.pk)
    assert (refused.reason, refused.code, refused.reply, refused.attempts) == ("no_such_mailbox", 550, "550 5.1.1", 1)


def test_two_claims_never_hold_the_same_row_and_the_batch_is_respected():
    mailing = make_mailing(10)
    first, second, third = (claims.take(mailing, size=4) for _ in range(3))
    rows = [row.pk for held in (first, second, third) for row in held.rows]
    assert len(rows) == len(set(rows)) == 10
    assert [len(held.rows) for held in (first, second, third)] == [4, 4, 2]
    assert [row.pk for row in first.rows] == sorted(row.pk for row in first.rows)
    assert claims.take(mailing) is None
    assert Claim.objects.count() == 3


def test_who_left_paused_was_blocked_or_erased_is_taken_out_by_the_claim_itself():
    mailing = make_mailing(6)
    left, paused, blocked, erased, unreachable, remains = Subscriber.objects.order_by("pk")
    left.subscriptions.update(state="left")
    Subscriber.objects.filter(pk=paused.pk).update(paused_until=timezone.localdate() + datetime.timedelta(days=3))
    Suppression.objects.create(digest=blocked.digest, reason=Suppression.Reason.OFFICE)
    erased.delete()
    Subscriber.objects.filter(pk=unreachable.pk).update(state=Subscriber.State.UNREACHABLE)
    held = claims.take(mailing)
    assert [row.subscriber_id for row in held.rows] == [remains.pk]
    reasons = dict(mailing.deliveries.filter(state="cancelled").values_list("address", "reason"))
    assert reasons == {
        left.address: "unsubscribed",
        paused.address: "paused",
        blocked.address: "suppressed",
        erased.address: "erased",
        unreachable.address: "unsubscribed",
    }
    assert ledger.numbers(mailing) == counted(mailing)
    claims.settle(held)
    assert ledger.numbers(mailing) == counted(mailing)


def test_postgresql_finds_what_waits_without_reading_what_was_sent_and_marks_change_no_index():
    if connection.vendor != "postgresql":
        pytest.skip("SQLite has no such choice to make")
    mailing = make_mailing(300)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE newsletter_delivery")  # now every row waits, so for the planner all indexes are equally good
        cursor.execute("SELECT reloptions FROM pg_class WHERE oid = 'newsletter_delivery'::regclass")
        assert cursor.fetchone()[0] == ["fillfactor=65"]
    with CaptureQueriesContext(connection) as captured:
        held = claims.take(mailing, size=10)
    plan = explained(next(query["sql"] for query in captured if "pile = 'queued'" in query["sql"]))
    assert "Index Scan using delivery_queued" in plan and "Sort" not in plan
    marks = marks_of(held)
    for row in held.rows:
        marks.accepted(row, code=250, text="250 ok")
    plan = explained(f"UPDATE newsletter_delivery SET state = 'accepted' {OURS.replace('?', str(held.pk))}")
    assert "delivery_pkey on" in plan
    columns = "SELECT attname FROM pg_attribute JOIN pg_index ON attrelid = indrelid AND attnum = ANY(indkey)"
    with connection.cursor() as cursor:
        cursor.execute(f"{columns} WHERE indrelid = 'newsletter_delivery'::regclass")
        indexed = {name for (name,) in cursor.fetchall()}
        cursor.execute("SELECT pg_get_indexdef(indexrelid) FROM pg_index WHERE indrelid = 'newsletter_delivery'::regclass")
        conditions = " ".join(definition.partition(" WHERE ")[2] for (definition,) in cursor.fetchall())
    for written in ("state", "reason", "accepted_at", "settled_at", "code", "reply", "attempts"):
        assert written not in indexed and f"({written}" not in conditions


def explained(sql: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN {sql}")
        return "\n".join(line for (line,) in cursor.fetchall())


def test_retries_wait_for_their_time_and_then_come_first():
    mailing = make_mailing(5)
    later, due, *_others = mailing.deliveries.order_by("-pk")
    hour = datetime.timedelta(hours=1)
    ledger.move(mailing.deliveries.filter(pk=later.pk), to=State.RETRY, next_attempt=timezone.now() + hour)
    ledger.move(mailing.deliveries.filter(pk=due.pk), to=State.RETRY, next_attempt=timezone.now() - hour)
    held = claims.take(mailing, size=2)
    assert due.pk in [row.pk for row in held.rows]
    assert later.pk not in [row.pk for row in claims.take(mailing).rows]
    assert not ledger.is_due(mailing)
    assert ledger.has_open(mailing)


def test_a_provider_that_sleeps_does_not_hold_the_others():
    mailing = make_mailing(9)
    held = claims.take(mailing, asleep=["gmx.example", "web.example"])
    assert {row.domain for row in held.rows} == {"lindenau.example"}
    assert len(held.rows) == 3


def test_of_a_dead_workers_claim_only_the_first_open_row_is_unclear():
    mailing = make_mailing(6)
    held = claims.take(mailing)
    marks_of(held).accepted(held.rows[0], code=250, text="ok")
    claim = Claim.objects.get()
    unclear = claims.take_over(claim)
    assert [delivery.pk for delivery in unclear] == [held.rows[1].pk]
    assert ledger.numbers(mailing) == counted(mailing)
    assert ledger.numbers(mailing)["queued"] == 4
    assert claims.take_over(claim) == [], "a second sweeper finds nothing"


def test_after_a_power_cut_everything_that_may_have_left_is_unclear(monkeypatch):
    mailing = make_mailing(6)
    held = claims.take(mailing, durable=False)
    marks_of(held).accepted(held.rows[0], code=250, text="ok")
    monkeypatch.setattr(workers, "this_boot", lambda: "afterwrd")
    assert claims.abandoned() == list(Claim.objects.all())
    assert len(claims.take_over(Claim.objects.get())) == 5


def test_a_worker_whose_lease_ran_out_sends_no_further_dot_and_its_rows_go_to_another(settings, monkeypatch):
    settings.STALE_AFTER_SECONDS = 100
    mailing = make_mailing(3)
    held = claims.take(mailing)
    assert held.is_ours
    assert claims.abandoned() == []
    moment = clock.since_boot()
    monkeypatch.setattr(clock, "since_boot", lambda: moment + 80)
    assert not held.is_ours, "before anybody else may take over"
    claims.renew([held])
    assert held.is_ours
    monkeypatch.setattr(clock, "shared", lambda: moment + 10**10)
    (claim,) = claims.abandoned()
    assert claims.take_over(claim)[0].pk == held.rows[0].pk
    marks = marks_of(held)
    marks.failed(held.rows[2], code=550, text="no", reason="other")
    assert Delivery.objects.get(pk=held.rows[2].pk).state == State.QUEUED, "who lost the claim changes nothing"
    marks.accepted(held.rows[0], code=250, text="250 ok")
    assert Delivery.objects.get(pk=held.rows[0].pk).state == State.ACCEPTED, "but a mail that is out counts"
    claims.settle(held)
    assert ledger.numbers(mailing) == counted(mailing)


@pytest.mark.parametrize("days", [1, -1])
def test_a_wall_clock_that_jumps_neither_ends_a_lease_nor_prolongs_it(days):
    mailing = make_mailing(3)
    held = claims.take(mailing)
    with time_machine.travel(datetime.datetime.now(datetime.UTC) + datetime.timedelta(days=days)):
        assert held.is_ours
        assert claims.abandoned() == []
        claims.renew([held])
    assert held.is_ours
    assert Claim.objects.get().lease_until < clock.shared() + claims.lease_seconds() + 5


def test_somebody_who_leaves_while_a_worker_holds_the_row_is_cancelled_and_a_mail_that_is_out_still_counts():
    mailing = make_mailing(4)
    held = claims.take(mailing)
    first, second = (Subscriber.objects.get(pk=row.subscriber_id) for row in held.rows[:2])
    for person in (first, second):
        optin.leave(person, way="page")
    assert ledger.numbers(mailing) == counted(mailing)
    assert ledger.numbers(mailing)["cancelled"] == 2
    marks_of(held).accepted(held.rows[0], code=250, text="250 ok")
    assert ledger.numbers(mailing)["accepted"] == 1
    claims.settle(held)
    assert ledger.numbers(mailing) == counted(mailing)


def test_a_row_that_was_put_back_waits_until_its_claim_is_settled():
    mailing = make_mailing(4)
    held = claims.take(mailing, size=2)
    marks_of(held).queue_again(held.rows[0])
    marks_of(held).retry(held.rows[1], at=timezone.now() - datetime.timedelta(seconds=1))
    other = claims.take(mailing)
    assert len(other.rows) == 2
    assert ledger.numbers(mailing) == counted(mailing)
    claims.settle(held)
    claims.settle(claims.take(mailing))
    assert ledger.numbers(mailing) == counted(mailing)


def test_whoever_leaves_is_blocked_or_erased_while_waiting_is_cancelled_in_the_book_too(editor):
    mailing = make_mailing(5)
    left, blocked, erased, *_others = Subscriber.objects.order_by("pk")
    optin.leave(left, way="page")
    for person, step in ((blocked, suppress), (erased, erase)):
        Subscriber.objects.filter(pk=person.pk).update(digest=evidence.digest(person.address))
        person.refresh_from_db()
        step(person.address, note="", user=editor) if step is suppress else step(person, by="office", user=editor)
    assert ledger.numbers(mailing) == counted(mailing)
    assert sorted(mailing.deliveries.filter(state="cancelled").values_list("reason", flat=True)) == [
        "erased",
        "suppressed",
        "unsubscribed",
    ]


def test_a_bounce_that_comes_before_the_claim_is_settled_is_counted_once():
    mailing = make_mailing(3)
    held = claims.take(mailing)
    marks_of(held).accepted(held.rows[0], code=250, text="ok")
    ledger.move(mailing.deliveries.filter(state="accepted"), to=State.BOUNCED, reason=Delivery.Reason.MAILBOX_FULL)
    assert ledger.numbers(mailing)["bounced"] == 1
    claims.settle(held)
    assert ledger.numbers(mailing) == counted(mailing)


def test_what_is_given_back_after_a_stop_is_cancelled_and_the_rest_with_it():
    mailing = make_mailing(8)
    held = claims.take(mailing, size=3)
    Mailing.objects.filter(pk=mailing.pk).update(state=Mailing.State.STOPPED)
    assert ledger.cancel_rest(mailing) == 5
    marks_of(held).accepted(held.rows[0], code=250, text="ok")
    claims.settle(held)
    numbers = ledger.numbers(mailing)
    assert (numbers["accepted"], numbers["cancelled"]) == (1, 7)
    assert set(mailing.deliveries.filter(state="cancelled").values_list("reason", flat=True)) == {"stopped"}
    assert numbers == counted(mailing)


@pytest.mark.once
def test_stopping_costs_what_still_waits_and_not_what_was_sent():
    """Counted in steps of SQLite."""

    def cost(*, sent: int) -> int:
        mailing = make_mailing(sent + 10)
        first = mailing.deliveries.order_by("pk").values("pk")[:sent]
        mailing.deliveries.filter(pk__in=first).update(state=State.ACCEPTED)
        held, tried = mailing.deliveries.filter(state=State.QUEUED)[:2]
        ledger.move(mailing.deliveries.filter(pk=held.pk), to=State.HELD)
        ledger.move(mailing.deliveries.filter(pk=tried.pk), to=State.RETRY, next_attempt=timezone.now())
        return steps_of(lambda: ledger.cancel_rest(mailing))

    few = cost(sent=5)
    Subscriber.objects.all().delete()
    assert cost(sent=2000) < 1.5 * few


def test_another_language_moves_in_the_book_too():
    mailing = make_mailing(6, languages=("de", "ar"))
    assert ledger.change_language(mailing.deliveries.filter(language="ar"), to="de") == 3
    assert ledger.numbers_by_language(mailing)["de"]["queued"] == 6
    assert sum(ledger.numbers_by_language(mailing)["ar"].values()) == 0


def test_a_long_book_is_drawn_together_and_says_the_same(monkeypatch):
    monkeypatch.setattr(tally, "LONG", 5)
    mailing = make_mailing(8, languages=("de", "ar"))
    for _ in range(4):
        claims.settle(claims.take(mailing, size=2))
    before = ledger.numbers_by_language(mailing)
    assert Tally.objects.count() > 5
    tally.draw_together(mailing)
    assert ledger.numbers_by_language(mailing) == before
    assert Tally.objects.count() == 2


def test_progress_takes_two_queries_at_most_however_many_readers(django_assert_max_num_queries):
    mailing = make_mailing(200)
    with django_assert_max_num_queries(1):
        assert sum(ledger.numbers(mailing).values()) == 200


def test_a_dead_process_is_recognised_and_a_living_one_left_alone():
    assert not workers.is_dead(workers.this_worker())
    process = subprocess.Popen([sys.executable, "-c", "pass"])
    name = f"{workers.this_machine()}.{workers.this_boot()}.{process.pid}.{workers.started(process.pid) or '1'}"
    process.wait()
    assert workers.is_dead(name)
    assert not workers.is_dead(name.replace(workers.this_machine(), "another-host"))
    reused = f"{workers.this_machine()}.{workers.this_boot()}.{os.getpid()}.1"
    assert workers.is_dead(reused), "the number belongs to another process now"

"""What becomes of the ledger when the wire, the database, the disk or the clock fails: against real sockets and real files."""

import datetime
import resource
import sqlite3
import threading
import time

import pytest
import time_machine
from django.db import connection
from django.utils import timezone

from newsletter import ledger, recovery
from newsletter.dispatch import dispatch
from newsletter.ledger import claims
from newsletter.ledger.marks import Marks
from newsletter.models import Claim, Delivery, Feedback, Mailing, Pace, SendingPolicy
from newsletter.recovery import wake_due
from newsletter.sending import Connection, Turn
from tests.faults.house import Sink, make_mailing, wait_until

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]
State = Delivery.State


@pytest.fixture
def server(tmp_path, settings):
    """Opens a recording server with the faults a test asks for; mailings go there."""
    opened = []

    def open_sink(**faults) -> Sink:
        sink = Sink(tmp_path / f"sink{len(opened)}", **faults)
        opened.append(sink)
        point_to(settings, sink.port)
        return sink

    yield open_sink
    for sink in opened:
        sink.close()


def point_to(settings, port: int, **options) -> None:
    backend = "django.core.mail.backends.smtp.EmailBackend"
    settings.MAILERS = {"newsletter": {"BACKEND": backend, "OPTIONS": {"host": "127.0.0.1", "port": port, **options}}}


def numbers(mailing) -> dict[str, int]:
    """Only the states that occur."""
    return {state: number for state, number in ledger.numbers(mailing).items() if number}


def send(mailing) -> None:
    mailing.refresh_from_db()
    dispatch(mailing)
    mailing.refresh_from_db()


def after_the_pause(mailing) -> None:
    """What waits is due now."""
    mailing.deliveries.filter(state="retry").update(next_attempt=timezone.now())
    Pace.objects.all().delete()
    Mailing.objects.filter(pk=mailing.pk).update(retry_at=None)


def test_not_now_for_some_is_tried_again_with_the_same_message_id_and_delays_nobody_else(server):
    sink = server(greylist=0.1)
    mailing = make_mailing(200)
    dispatch(mailing, seconds=10)  # a provider that says “not now” too often is written to more slowly: the rest may take longer
    mailing.refresh_from_db()
    assert numbers(mailing)["retry"] > 5
    assert numbers(mailing)["accepted"] > 100
    assert mailing.state == Mailing.State.SENDING
    greylisted = mailing.deliveries.filter(state="retry").first()
    assert (greylisted.code, greylisted.attempts) == (451, 1)
    assert 0 < (greylisted.next_attempt - timezone.now()).total_seconds() <= 60  # a minute after it was tried
    for _turn in range(3):
        after_the_pause(mailing)
        send(mailing)
    assert numbers(mailing) == {"accepted": 200}
    assert mailing.state == Mailing.State.SENT
    assert set(sink.count().values()) == {1}


def test_a_no_is_final_for_that_reader_only_and_counts_as_a_bounce(server):
    sink = server(reject=0.1)
    mailing = make_mailing(100)
    send(mailing)
    refused = numbers(mailing)["failed"]
    assert refused and numbers(mailing) == {"accepted": 100 - refused, "failed": refused}
    row = mailing.deliveries.filter(state="failed").first()
    assert (row.code, row.reason, row.reply) == (550, "no_such_mailbox", "550 5.1.1 no such mailbox")
    assert Feedback.objects.filter(delivery__state="failed").count() == refused
    assert len(sink.count()) == 100 - refused
    assert mailing.state == Mailing.State.SENT


def test_a_server_that_wants_short_sessions_gets_many(server):
    sink = server(most=7)
    mailing = make_mailing(100, connections=2)
    for _turn in range(5):
        send(mailing)
        after_the_pause(mailing)
    assert numbers(mailing) == {"accepted": 100}
    assert set(sink.count().values()) == {1}


def test_a_connection_that_breaks_in_the_middle_of_a_mail_loses_and_doubles_nothing(server, settings):
    sink = server(drop_in_body=0.05)
    settings.NEWSLETTER_RESOLVER = f"postfix:{sink.folder}/mail.log"  # only it knows how much of the mail had arrived
    mailing = make_mailing(100, connections=2, kilobytes=30)
    for _turn in range(5):
        send(mailing)
        after_the_pause(mailing)
    assert numbers(mailing) == {"accepted": 100}
    assert set(sink.count().values()) == {1}
    assert len(sink.count()) == 100


def test_an_answer_that_never_comes_makes_exactly_these_mails_uncertain(server):
    sink = server(drop_after_dot=0.03)
    mailing = make_mailing(100, connections=2)
    for _turn in range(6):
        send(mailing)
        after_the_pause(mailing)
    unclear = numbers(mailing)["uncertain"]
    assert unclear and numbers(mailing) == {"accepted": 100 - unclear, "uncertain": unclear}
    assert len(sink.count()) == 100
    assert set(sink.count().values()) == {1}


def test_the_relays_log_settles_them(server, settings):
    sink = server(drop_after_dot=0.05)
    settings.NEWSLETTER_RESOLVER = f"postfix:{sink.folder}/mail.log"
    mailing = make_mailing(60, connections=2)
    for _turn in range(6):
        send(mailing)
        after_the_pause(mailing)
    assert numbers(mailing) == {"accepted": 60}
    assert set(sink.count().values()) == {1}


def test_the_councils_rule_sends_them_once_more_with_the_same_message_id(server):
    sink = server(drop_after_dot=0.05)
    mailing = make_mailing(60, connections=2, when_uncertain="resend")
    for _turn in range(6):
        send(mailing)
        after_the_pause(mailing)
    assert numbers(mailing) == {"accepted": 60}
    assert max(sink.count().values()) == 2
    assert all(len(ids) == 1 for ids in sink.message_ids().values())


def test_a_slow_server_is_waited_for_and_other_connections_go_on(server):
    sink = server(slow=0.2)
    mailing = make_mailing(80, connections=4)
    began = time.monotonic()
    send(mailing)
    assert numbers(mailing) == {"accepted": 80}
    assert time.monotonic() - began < 80 * 0.2, "four at a time, not one after the other"
    assert set(sink.count().values()) == {1}


def test_a_server_without_pipelining_gets_one_command_at_a_time(server):
    sink = server(plain=True)
    mailing = make_mailing(30)
    send(mailing)
    assert numbers(mailing) == {"accepted": 30}
    assert len(sink.count()) == 30


def test_a_server_that_is_away_is_tried_again_and_one_that_refuses_us_waits_for_a_person(server, settings):
    sink = server()
    mailing = make_mailing(20)
    point_to(settings, 1)
    send(mailing)
    assert mailing.state == Mailing.State.WAITING
    assert mailing.retry_at > timezone.now()
    assert numbers(mailing) == {"queued": 20}
    point_to(settings, sink.port, use_tls=True)
    after_the_pause(mailing)
    send(mailing)
    assert mailing.state == Mailing.State.PAUSED, "no encryption offered: a person has to look"
    assert mailing.trouble
    assert numbers(mailing) == {"queued": 20}
    point_to(settings, sink.port, username="lindenau", password="geheim")
    Mailing.objects.update(state=Mailing.State.SENDING)
    send(mailing)
    assert mailing.state == Mailing.State.PAUSED
    assert numbers(mailing) == {"queued": 20}
    assert sink.number == 0


def test_a_language_that_cannot_be_written_stops_everything_before_the_first_mail(server):
    sink = server()
    mailing = make_mailing(20, languages=("de", "ar"))
    mailing.versions.filter(language="ar").update(html="<p>ohne Abmeldelink</p>")
    send(mailing)
    assert mailing.state == Mailing.State.PAUSED
    assert numbers(mailing) == {"queued": 20}
    assert sink.number == 0


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="PostgreSQL has no lock on the whole database")
def test_a_database_that_is_locked_for_long_stops_the_mails_and_forgets_none(server):
    sink = server(slow=0.02)
    mailing = make_mailing(60, connections=2)
    sending = threading.Thread(target=in_thread, args=(send, mailing))
    sending.start()
    wait_until(lambda: sink.number >= 5, what="mails")
    blocker = sqlite3.connect(connection.settings_dict["NAME"], timeout=60)
    blocker.execute("BEGIN EXCLUSIVE")
    time.sleep(0.5)
    during = sink.number
    time.sleep(2)
    assert sink.number == during, "no further mail while an outcome cannot be written"
    blocker.rollback()
    blocker.close()
    sending.join()
    assert numbers(mailing) == {"accepted": 60}
    assert set(sink.count().values()) == {1}


def in_thread(function, *arguments) -> None:
    try:
        function(*arguments)
    finally:
        connection.close()


@pytest.mark.skipif("connection.vendor != 'sqlite'", reason="the server's disk is not ours")
def test_a_full_disk_stops_the_mails_and_space_lets_them_go_on(server):
    sink = server(slow=0.02)
    mailing = make_mailing(60, connections=2)
    sending = threading.Thread(target=in_thread, args=(send, mailing))
    sending.start()
    wait_until(lambda: sink.number >= 5, what="mails")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (32_768, before[1]))  # no file of ours can grow: SQLite's writes fail for real
    try:
        time.sleep(1)
        during = sink.number
        time.sleep(1.5)
        stood_still = sink.number == during
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    sending.join()
    assert stood_still, "no further mail while an outcome cannot be written"
    send(mailing)
    assert numbers(mailing) == {"accepted": 60}
    assert set(sink.count().values()) == {1}


def throw_everybody_out(*, and_close_the_door_for: float) -> None:
    """As a server that is restarted: connections end, and for some seconds nobody gets a new one."""
    options = connection.get_connection_params() | {"dbname": "postgres", "autocommit": True}
    name = connection.settings_dict["NAME"]
    with connection.Database.connect(
        **{key: options[key] for key in options if key not in ("cursor_factory", "context")}
    ) as boss:
        boss.execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS false')
        try:
            boss.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name])
            time.sleep(and_close_the_door_for)
        finally:
            boss.execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS true')
    connection.close()


@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite has no server")
def test_a_database_server_that_throws_everybody_out_delays_the_mails_and_no_more(server):
    sink = server(slow=0.02)
    mailing = make_mailing(120, connections=3)
    sending = threading.Thread(target=in_thread, args=(send, mailing))
    sending.start()
    for goal in (10, 40, 70):
        wait_until(lambda goal=goal: sink.number >= goal, what="mails")
        throw_everybody_out(and_close_the_door_for=0.7)
    sending.join()
    for claim in Claim.objects.all():  # of a connection that ended in the middle of settling
        claims.take_over(claim)
    Mailing.objects.update(state=Mailing.State.SENDING)
    send(mailing)
    found = numbers(mailing)
    assert found.get("uncertain", 0) <= 3
    assert found["accepted"] + found.get("uncertain", 0) == 120
    assert set(sink.count().values()) == {1}


def forget_marks(mailing) -> None:
    """As a server that crashed before they were on its disk."""
    mailing.deliveries.filter(state="accepted").update(state=State.SENDING, accepted_at=None, code=None, attempts=0)


def test_marks_that_a_crashed_database_forgot_are_written_again_before_the_claim_is_closed():
    mailing = make_mailing(5)
    worker = Connection(Turn(mailing, {}, SendingPolicy(), threading.Event()), 0)
    held = worker.take(size=5, durable=False)
    worker.marks.begin(held.pk, durable=False)
    for row in held.rows[:3]:
        worker.marks.accepted(row, code=250, text="250 ok")
    forget_marks(mailing)
    connection.close()
    worker.patiently(lambda: worker.close_claim(held, claims.settle))
    assert numbers(mailing) == {"accepted": 3, "queued": 2}


@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite has no server")
def test_marks_that_a_crashed_database_forgot_are_written_again_before_the_next_one():
    mailing = make_mailing(3)
    held = claims.take(mailing, durable=False)
    marks = Marks()
    marks.begin(held.pk, durable=False)
    for row in held.rows[:2]:
        marks.accepted(row, code=250, text="250 ok")
    forget_marks(mailing)
    throw_everybody_out(and_close_the_door_for=0.3)
    marks.accepted(held.rows[2], code=250, text="250 ok")
    assert mailing.deliveries.filter(state="accepted").count() == 3


@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite has no server")
def test_marks_that_shall_be_durable_are_so_after_a_turn_whose_were_not():
    mailing = make_mailing(2)
    for durable in (False, True):
        held = claims.take(mailing, size=1, durable=durable)
        Marks().begin(held.pk, durable=durable)  # each turn has its own; the session stays
        with connection.cursor() as cursor:
            cursor.execute("SHOW synchronous_commit")
            (found,) = cursor.fetchone()
        assert (found == "off") is not durable


@pytest.mark.skipif("connection.vendor != 'postgresql'", reason="SQLite has no server")
def test_what_a_closed_claim_says_is_on_the_disk():
    """Else a crash would bring it back without its marks, and its mails would go out a second time."""
    mailing = make_mailing(3)
    held = claims.take(mailing, durable=False)
    marks = Marks()
    marks.begin(held.pk, durable=False)
    for row in held.rows:
        marks.accepted(row, code=250, text="250 ok")
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_current_wal_insert_lsn()")
        (written,) = cursor.fetchone()
        claims.settle(held)
        cursor.execute("SELECT pg_current_wal_flush_lsn() > %s::pg_lsn", [written])
        assert cursor.fetchone() == (True,)


@pytest.mark.parametrize("days", [1, -1])
def test_a_clock_that_jumps_by_a_day_loses_and_doubles_nothing(server, days):
    sink = server()
    mailing = make_mailing(40, connections=2)
    held = claims.take(mailing, size=10)
    with time_machine.travel(datetime.datetime.now(datetime.UTC) + datetime.timedelta(days=days)):
        assert recovery.release_stale() == 0, "a living worker keeps its claim"
        send(mailing)
    claims.settle(held)
    send(mailing)
    assert numbers(mailing) == {"accepted": 40}
    assert set(sink.count().values()) == {1}


def test_a_wake_up_that_comes_never_or_five_times_does_no_harm(server):
    sink = server()
    mailing = make_mailing(50)
    assert wake_due() == 1, "nobody had been woken"
    for _again in range(4):
        send(mailing)
    assert numbers(mailing) == {"accepted": 50}
    assert set(sink.count().values()) == {1}
    assert not Claim.objects.exists()


def test_nobody_is_mailed_faster_than_the_council_allows(server):
    server()
    mailing = make_mailing(30, connections=3, messages_per_second=15)
    began = time.monotonic()
    send(mailing)
    assert time.monotonic() - began > 1.5
    assert numbers(mailing) == {"accepted": 30}


def test_at_night_a_mailing_rests_until_the_morning(server):
    sink = server()
    morning = 16 if timezone.localtime().hour in range(10, 13) else 11  # far from now, and from any change of the clock
    mailing = make_mailing(10, quiet_from=datetime.time(morning + 1), quiet_until=datetime.time(morning))
    send(mailing)
    assert sink.number == 0
    assert numbers(mailing) == {"queued": 10}
    assert mailing.state == Mailing.State.SENDING
    wakes = timezone.localtime(mailing.retry_at)
    assert wakes > timezone.now() and abs(wakes - wakes.replace(hour=morning, minute=0, second=0)) < datetime.timedelta(minutes=1)

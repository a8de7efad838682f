"""Measures sending and lists on one database, told by DATABASE_URL and VIELFALT_VAR; see bench_mail.py."""

import contextlib
import os
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

from cms.renditions.processes.confined import most_memory

ROUNDS = int(os.environ.get("BENCH_ROUNDS", 3))
READERS = int(os.environ.get("BENCH_READERS", 12_000))
PEOPLE = int(os.environ.get("BENCH_PEOPLE", 1_000_000))
KILOBYTES = 36  # of HTML; quoted-printable makes 60 kB on the wire of it
CONNECTIONS = 4


@contextlib.contextmanager
def sink() -> Iterator[int]:
    """smtp-sink on a free port of the loopback."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen(["smtp-sink", "-u", "nobody", f"127.0.0.1:{port}", "256"])
    try:
        for _try in range(200):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        yield port
    finally:
        process.kill()
        process.wait()


def smtp_source(port: int, *, size: int) -> float:
    """Mails a second of Postfix's load generator, connections kept open."""
    command = ["smtp-source", "-d", "-s", str(CONNECTIONS), "-m", str(READERS), "-l", str(size)]
    began = time.perf_counter()
    subprocess.run([*command, "-f", "a@bench.example", "-t", "b@bench.example", f"127.0.0.1:{port}"], check=True)
    return READERS / (time.perf_counter() - began)


def our_dispatch(mailing) -> tuple[float, float]:
    """Mails a second with everything written down, and microseconds of our CPU for each."""
    from newsletter.dispatch import dispatch

    began, cpu = time.perf_counter(), time.process_time()
    outcome = dispatch(mailing, seconds=600)
    taken, cpu = time.perf_counter() - began, time.process_time() - cpu
    assert outcome.sent == READERS, f"only {outcome.sent} of {READERS} were sent"
    return READERS / taken, cpu / READERS * 1e6


def bare_sending(mailing, *, content: bytes) -> tuple[float, float]:
    """The same for our connections alone: one ready mail again and again, nothing read from a database or written down."""
    from newsletter.transport import Envelope, open_session

    envelopes = [Envelope(None, "a@bench.example", "b@bench.example", content)] * (READERS // CONNECTIONS)
    sessions = [open_session(mailing.site) for _number in range(CONNECTIONS)]
    began, cpu = time.perf_counter(), time.process_time()
    with ThreadPoolExecutor(CONNECTIONS) as pool:
        sent = sum(pool.map(lambda session: len(list(session.send(envelopes))), sessions))
    taken, cpu = time.perf_counter() - began, time.process_time() - cpu
    for session in sessions:
        session.quit()
    return sent / taken, cpu / sent * 1e6


def begin_again(mailing) -> None:
    """The same list once more, as if nothing had been sent."""
    from newsletter import audience
    from newsletter.models import Mailing

    mailing.deliveries.all().delete()
    mailing.exclusions.all().delete()
    Mailing.objects.filter(pk=mailing.pk).update(state="sending", finished_at=None)
    mailing.refresh_from_db()
    audience.freeze(mailing)
    tidy()


def tidy() -> None:
    from django.db import connection

    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")


def sending() -> None:
    from django.conf import settings

    from newsletter.dispatch import compile_all
    from newsletter.ledger import claims
    from tests.faults.house import make_mailing

    mailing = make_mailing(READERS, kilobytes=KILOBYTES, connections=CONNECTIONS)
    held = claims.take(mailing, size=1)
    content = compile_all(mailing)["de"].content(held.rows[0], uid=held.rows[0].uid)
    size = len(content)
    claims.settle(held)
    theirs, bare, bare_cpu, ours, cpu = [], [], [], [], []
    with sink() as port:
        backend = "django.core.mail.backends.smtp.EmailBackend"
        settings.MAILERS = {"newsletter": {"BACKEND": backend, "OPTIONS": {"host": "127.0.0.1", "port": port}}}
        for number in range(ROUNDS + 1):
            rate = smtp_source(port, size=size)
            quick, least = bare_sending(mailing, content=content)
            begin_again(mailing)
            own, spent = our_dispatch(mailing)
            if number:  # the first round warms up
                theirs.append(rate)
                bare.append(quick / rate)
                bare_cpu.append(least)
                ours.append(own)
                cpu.append(spent)
    ratio = statistics.median(own / rate for own, rate in zip(ours, theirs, strict=True))
    print(f"  {READERS} mails of {size / 1024:.0f} kB, {CONNECTIONS} connections, median of {ROUNDS} rounds")
    print(f"  smtp-source                 {statistics.median(theirs):8.0f} /s")
    print(f"  our connections alone       {statistics.median(bare):.2f} x, {statistics.median(bare_cpu):.0f} us of CPU a mail")
    print(f"  our dispatch with ledger    {statistics.median(ours):8.0f} /s = {ratio:.2f} x")
    share = statistics.median(spent / least for spent, least in zip(cpu, bare_cpu, strict=True))
    print(f"  our CPU                     {statistics.median(cpu):8.0f} us a mail = {share:.2f} x the connections alone")


def make_people() -> None:
    """A million readers of one topic, straight into the tables."""
    from django.db import connection
    from django.utils import timezone

    from newsletter.models import Topic

    topic = Topic.objects.create(slug="million", name="Million")
    series = f"generate_series(1, {PEOPLE}) AS s(n)"
    pad = "lpad(to_hex(n), {0}, '0')"
    if connection.vendor == "sqlite":
        series = f"(WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < {PEOPLE}) SELECT n FROM c) AS s"
        pad = "printf('%0{0}x', n)"
    now = connection.ops.adapt_datetimefield_value(timezone.now())
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO newsletter_subscriber (uid, address, digest, name, language, second_language, "
            "third_language, format, state, wants, created_at, changed_at) "
            f"SELECT {pad.format(16)}, 'm' || n || '@bench.example', 'm' || {pad.format(63)}, "
            f"'', CASE n %% 3 WHEN 0 THEN 'ar' ELSE 'de' END, '', '', 'html', 'active', '{topic.pk}', %s, %s FROM {series}",
            [now, now],
        )
        cursor.execute(
            "INSERT INTO newsletter_subscription (subscriber_id, topic_id, state, changed_at) "
            "SELECT id, %s, 'active', %s FROM newsletter_subscriber WHERE address LIKE 'm%%@bench.example'",
            [topic.pk, now],
        )
    tidy()


def raw_insert() -> float:
    """Seconds of a bare INSERT … SELECT of the same rows."""
    from django.db import connection

    from newsletter.audience import _deliveries, _insert
    from newsletter.models import Delivery, Mailing

    mailing = million_mailing(Mailing.State.DRAFT)
    with connection.cursor():
        began = time.perf_counter()
        _insert(Delivery, _deliveries(mailing))
        return time.perf_counter() - began


def million_mailing(state: str):
    from wagtail.models import Site

    from newsletter.models import Mailing, MailingVersion, Topic

    mailing = Mailing.objects.create(site=Site.objects.get(is_default_site=True), title="M", fallback_language="de", state=state)
    mailing.topics.set([Topic.objects.get(slug="million")])
    for language in ("de", "ar"):
        MailingVersion.objects.create(mailing=mailing, language=language, subject="M")
    return mailing


def lists() -> None:
    from newsletter import audience, ledger
    from newsletter.models import Delivery, Mailing

    make_people()
    raw, ours = [], []
    for _round in range(3):
        raw.append(raw_insert())
        empty(Delivery)
        mailing = million_mailing(Mailing.State.SENDING)
        began = time.perf_counter()
        assert audience.freeze(mailing) == PEOPLE
        ours.append(time.perf_counter() - began)
        if _round < 2:
            empty(Delivery)
    began = time.perf_counter()
    for _again in range(10):
        numbers = ledger.numbers(mailing)
    progress = (time.perf_counter() - began) / 10
    assert numbers["queued"] == PEOPLE
    ratio = statistics.median(own / bare for own, bare in zip(ours, raw, strict=True))
    print(f"  audience of {PEOPLE:,}: {statistics.median(ours):.1f} s = {ratio:.2f} x the raw INSERT … SELECT")
    print(f"  progress of {PEOPLE:,}: {progress * 1000:.1f} ms")
    counts = []
    for _again in range(5):
        began = time.perf_counter()
        people = sum(row.people for row in audience.count_by_language(mailing))
        counts.append(time.perf_counter() - began)
    print(f"  counting {people:,} readers by language: {statistics.median(counts):.2f} s, the first time {counts[0]:.2f} s")


def empty(model) -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f"TRUNCATE {model._meta.db_table} CASCADE")
        else:
            cursor.execute(f"DELETE FROM {model._meta.db_table}")
    tidy()


def compiling() -> None:
    from newsletter.dispatch import compile_all
    from tests.faults.house import make_mailing

    mailing = make_mailing(0, languages=("de", "ar", "uk", "tr", "en", "de-x-leicht"), kilobytes=KILOBYTES)
    began = time.perf_counter()
    assert len(compile_all(mailing)) == 6
    print(f"  six languages made ready: {time.perf_counter() - began:.2f} s")


def main() -> None:
    os.environ |= {"DJANGO_SETTINGS_MODULE": "cms.settings.development", "DEBUG": "false", "LOG_LEVEL": "ERROR"}
    for command in ("migrate", "createcachetable"):  # in processes of their own, for their memory is not ours
        subprocess.run([sys.executable, "manage.py", command, "--verbosity=0"], check=True)
    import django

    django.setup()
    from cms import urls  # noqa: F401 -- with all that an idle worker holds

    idle = most_memory()
    parts = sys.argv[1:] or ["compiling", "sending", "lists"]
    for name in parts:
        globals()[name]()
    print(f"  memory of this process: {most_memory() - idle:.0f} MB more than the {idle:.0f} MB it has when idle")


if __name__ == "__main__":
    main()

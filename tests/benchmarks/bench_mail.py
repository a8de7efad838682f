"""Mails per second: our dispatch with its ledger against smtp-source (C, not personalised, no ledger), into the same smtp-sink.

Alone: `uv run python -m tests.benchmarks.bench_mail`. Needs Debian's postfix package for the two tools.
"""

import contextlib
import shutil
import socket
import statistics
import subprocess
import time
from collections.abc import Iterator

from django.conf import settings

READERS = 2000
ROUNDS = 3


@contextlib.contextmanager
def sink() -> Iterator[int]:
    """smtp-sink on a free port of the loopback."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen(["smtp-sink", "-u", "nobody", f"127.0.0.1:{port}", "200"])
    try:
        for _try in range(100):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        yield port
    finally:
        process.kill()
        process.wait()


def smtp_source(port: int, *, size: int, sessions: int) -> float:
    """Mails per second of Postfix's load generator, connections kept open."""
    command = ["smtp-source", "-d", "-s", str(sessions), "-m", str(READERS), "-l", str(size)]
    started = time.perf_counter()
    subprocess.run([*command, "-f", "a@bench.example", "-t", "b@bench.example", f"127.0.0.1:{port}"], check=True)
    return READERS / (time.perf_counter() - started)


def prepared_mailing():
    """The demo edition, frozen, with READERS invented people on a topic of its own."""
    from cms.editions.models import EditionPage
    from newsletter import mailing as room
    from newsletter.addresses import digest
    from newsletter.models import Subscriber, Subscription, Topic

    topic, _made = Topic.objects.get_or_create(slug="benchmark", defaults={"name": "Benchmark", "on_form": False})
    addresses = [f"bench{number}@bench.example" for number in range(READERS)]
    readers = Subscriber.objects.bulk_create(
        [Subscriber(address=a, address_key=a, digest=digest(a), language="de") for a in addresses]
    )
    Subscription.objects.bulk_create([Subscription(subscriber=reader, topic=topic) for reader in readers])
    edition = EditionPage.objects.filter(locale__language_code="de", live=True).order_by("-number").first()
    mailing = room.create(edition, user=None)
    room.update(mailing, topics=[topic], lines={}, user=None)
    return mailing


def our_dispatch(mailing) -> float:
    """Mails per second of one worker with one connection, every outcome committed."""
    from newsletter.dispatch import dispatch

    started = time.perf_counter()
    outcome = dispatch(mailing, seconds=600)
    taken = time.perf_counter() - started
    assert outcome.sent == READERS, f"only {outcome.sent} of {READERS} were sent"
    return READERS / taken


def begin_again(mailing) -> None:
    """The same list once more, as if nothing had been sent."""
    from newsletter.models import Mailing

    mailing.deliveries.update(state="queued", claim="", claimed_at=None, attempts=0, accepted_at=None)
    Mailing.objects.filter(pk=mailing.pk).update(state="sending", finished_at=None)
    mailing.refresh_from_db()


def joined_per_second(mailing) -> float:
    """How many mails are written per second, without sending."""
    from newsletter.dispatch import compile_all

    mails = compile_all(mailing)
    rows = list(mailing.deliveries.select_related("subscriber"))
    started = time.perf_counter()
    for row in rows:
        mails[row.language].content(row, uid=row.subscriber.uid)
    return len(rows) / (time.perf_counter() - started)


def main() -> None:
    if not shutil.which("smtp-sink"):
        print("mail: smtp-sink is missing (Debian package postfix)")
        return
    from newsletter import audience
    from newsletter.dispatch import compile_all
    from newsletter.models import Mailing, Subscriber, Topic

    mailing = prepared_mailing()
    Mailing.objects.filter(pk=mailing.pk).update(state="sending")
    audience.freeze(mailing)
    mailing.refresh_from_db()
    try:
        row = mailing.deliveries.select_related("subscriber").first()
        size = len(compile_all(mailing)[row.language].content(row, uid=row.subscriber.uid))
        results: dict[str, list[float]] = {}
        with sink() as port:
            settings.MAILERS["newsletter"]["OPTIONS"].update(
                host="127.0.0.1", port=port, username="", use_tls=False, use_ssl=False
            )
            for _round in range(ROUNDS):
                for sessions in (1, 4):
                    rate = smtp_source(port, size=size, sessions=sessions)
                    results.setdefault(f"smtp-source, {sessions} sessions", []).append(rate)
                begin_again(mailing)
                results.setdefault("our dispatch, 1 connection, ledger", []).append(our_dispatch(mailing))
                results.setdefault("our mails written, not sent", []).append(joined_per_second(mailing))
        report(results, size=size)
    finally:
        mailing.delete()
        Subscriber.objects.filter(address_key__endswith="@bench.example").delete()
        Topic.objects.filter(slug="benchmark").delete()


def report(results: dict[str, list[float]], *, size: int) -> None:
    base = statistics.median(results["smtp-source, 1 sessions"])
    print(f"mail: {READERS} mails of {size / 1024:.0f} kB into smtp-sink, median of {ROUNDS} rounds")
    for name, rates in results.items():
        rate = statistics.median(rates)
        print(f"  {name:<38} {rate:8.0f} /s   {rate / base:5.2f} x smtp-source with 1 session")


if __name__ == "__main__":
    import sys

    from tests.benchmarks.__main__ import main as run

    sys.argv[1:] = ["bench_mail"]
    run()

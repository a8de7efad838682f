"""`make faults`: 20,000 readers, two workers, 20 × kill -9 at random moments, on both databases; and crashes of the database.

Prints a table of lost, doubled and unclear mails. FAULTS_READERS and FAULTS_KILLS make it smaller. Exit code 1 if a promise
is broken.
"""

import os
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

READERS = int(os.environ.get("FAULTS_READERS", 20_000))
KILLS = int(os.environ.get("FAULTS_KILLS", 20))
WORKERS, CONNECTIONS = 2, 4


@dataclass
class Case:
    """What happens to the workers, and what is promised."""

    title: str
    how: int = signal.SIGKILL
    rule: str = "ask"
    resolver: bool = False
    restarts: str = ""  # of the database: fast or immediate
    databases: tuple[str, ...] = ("SQLite", "PostgreSQL")


CASES = [
    Case("kill -9, unclear ones wait for a person"),
    Case("kill -9, unclear ones are sent again", rule="resend"),
    Case("kill -9, the relay's log says what it took", resolver=True),
    Case("asked to end (SIGTERM)", how=signal.SIGTERM),
    Case("database restarted", restarts="fast", databases=("PostgreSQL",)),
    Case("database crashed", restarts="immediate", databases=("PostgreSQL",)),
]


def main() -> int:
    from tests.faults.cluster import Cluster

    print(f"{READERS} readers, {WORKERS} workers with {CONNECTIONS} connections, {KILLS} faults each")
    print(f"{'':12}{'':46}{'faults':>7}{'lost':>6}{'twice':>7}{'unclear':>9}{'at most':>9}{'seconds':>9}")
    kept = True
    for database in ("SQLite", "PostgreSQL"):
        for number, case in enumerate(CASES):
            if database in case.databases:
                if database == "SQLite":
                    kept &= in_own_process(database, number)
                else:
                    with Cluster() as cluster:
                        kept &= in_own_process(database, number, cluster)
    return 0 if kept else 1


def in_own_process(database: str, number: int, cluster=None) -> bool:
    """Each case has a fresh database; a cluster is told of restarts through its folder's name."""
    with tempfile.TemporaryDirectory() as folder:
        environment = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"} | {"VIELFALT_VAR": folder}
        if cluster:
            environment |= {"DATABASE_URL": cluster.url}
        command = [sys.executable, "-m", "tests.faults", database, str(number)]
        process = subprocess.Popen(command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        for line in process.stdout:
            if line.startswith("restart "):  # the case asks for it: only we hold the cluster
                cluster.stop(line.split()[1])
                cluster.start()
                process.stdin.write("done\n")
                process.stdin.flush()
            else:
                print(line, end="", flush=True)
        return process.wait() == 0


def run(database: str, case: Case) -> int:
    os.environ |= {"DJANGO_SETTINGS_MODULE": "cms.settings.development", "DEBUG": "false", "LOG_LEVEL": "ERROR"}
    import django

    django.setup()
    from django.core.management import call_command
    from django.db import connection

    from newsletter import ledger
    from tests.faults.house import Sink, environment, kill_again_and_again, make_mailing

    call_command("migrate", verbosity=0)
    call_command("createcachetable", verbosity=0)
    mailing = make_mailing(READERS, connections=CONNECTIONS, when_uncertain=case.rule, kilobytes=4)
    folder = Path(os.environ["VIELFALT_VAR"])
    began = time.monotonic()
    with Sink(folder / "sink") as sink:
        env = environment(sink, folder, NEWSLETTER_RESOLVER=f"postfix:{sink.folder}/mail.log" if case.resolver else "")
        if case.restarts:
            faults = restart_again_and_again(sink, env, mode=case.restarts)
        else:
            faults = kill_again_and_again(sink, env, readers=READERS, kills=KILLS, workers=WORKERS, how=case.how)
        connection.close()
        count, numbers = sink.count(), ledger.numbers(mailing)
    listed = set(mailing.deliveries.filter(state="uncertain").values_list("address", flat=True))
    lost = set(mailing.deliveries.values_list("address", flat=True)) - set(count) - listed
    twice = sum(count.values()) - len(count)
    most = faults * CONNECTIONS * (WORKERS if case.restarts else 1)
    promised_twice = most if case.rule == "resend" else 0
    settled = numbers["accepted"] + numbers["uncertain"] == READERS
    kept = not lost and twice <= promised_twice and numbers["uncertain"] <= most and settled
    if case.resolver or case.how == signal.SIGTERM:
        kept = kept and not twice and not numbers["uncertain"]
    print(
        f"{database:12}{case.title:46}{faults:7}{len(lost):6}{twice:7}{numbers['uncertain']:9}{most:9}"
        f"{time.monotonic() - began:9.0f}" + ("" if kept else f"   PROMISE BROKEN {numbers}"),
        flush=True,
    )
    return 0 if kept else 1


def restart_again_and_again(sink, env, *, mode: str) -> int:
    """The database goes down and comes back while two workers send."""
    from tests.faults.house import dispatch, wait_until

    workers = [dispatch(env) for _ in range(WORKERS)]
    times = max(1, KILLS // 4)
    done = 0
    for number in range(times):
        goal = READERS * (number + 1) // (times + 2)
        wait_until(lambda goal=goal: sink.number >= goal or all(w.poll() is not None for w in workers), what="mails")
        if any(worker.poll() is None for worker in workers):
            print("restart", mode, flush=True)
            sys.stdin.readline()
            done += 1
    for worker in workers:
        worker.wait(900)
    assert dispatch(env).wait(900) == 0
    return done


if __name__ == "__main__":
    if len(sys.argv) == 3:
        sys.exit(run(sys.argv[1], CASES[int(sys.argv[2])]))
    sys.exit(main())

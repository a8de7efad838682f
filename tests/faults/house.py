"""What the fault tests stand on: a mailing that only has to be sent, a recording sink, and workers that can be killed."""

import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WORDS = "<p>Was uns zusammenbringt: elf Gärten, ein Fest und viele Sprachen. الحدائق والناس</p>\n"
LINK = "https://lindenau.example/VFREADERLANGUAGE/newsletter/leave/VFTOKENLEAVE/"


def make_mailing(readers: int, *, languages=("de",), kilobytes: int = 2, connections: int = 4, **policy):
    """A mailing in state SENDING to that many readers, in equal parts to each language; no worker has seen it."""
    from wagtail.models import Site

    from cms.core.models import CouncilSettings
    from newsletter import audience
    from newsletter.models import Mailing, MailingVersion, SendingPolicy, Topic

    site = Site.objects.get(is_default_site=True)
    council = CouncilSettings.for_site(site)
    council.sender_name, council.sender_email, council.council_name = "Lindenau", "post@lindenau.example", "Integrationsrat"
    council.save()
    SendingPolicy.objects.update_or_create(site=site, defaults={"connections": connections, **policy})
    topic = Topic.objects.get_or_create(slug="probe", defaults={"name": "Probe"})[0]
    make_readers(readers, topic=topic, languages=languages)
    mailing = Mailing.objects.create(site=site, title="Probe", fallback_language=languages[0], state=Mailing.State.SENDING)
    mailing.topics.set([topic])
    words = WORDS * (kilobytes * 1024 // len(WORDS.encode()))
    for language in languages:
        html = f'<html lang="{language}"><body>{words}<a href="{LINK}">Abmelden</a> VFCONSENTDATE</body></html>'
        MailingVersion.objects.create(
            mailing=mailing, language=language, subject=f"Vielfalt {language}", html=html, text=f"Hallo\n{LINK}\n"
        )
    audience.freeze(mailing)
    return mailing


def make_readers(number: int, *, topic, languages=("de",), start: int = 0) -> None:
    """Written in bulk; every tenth has a name."""
    from newsletter.models import Subscriber, Subscription

    for first in range(start, start + number, 5000):
        numbers = range(first, min(first + 5000, start + number))
        readers = Subscriber.objects.bulk_create(
            Subscriber(
                address=f"leser{n}@{('gmx', 'web', 'lindenau')[n % 3]}.example",
                digest=f"{n:064x}",
                name="" if n % 10 else "Zoë Müller",
                language=languages[n % len(languages)],
                wants=str(topic.pk),
            )
            for n in numbers
        )
        Subscription.objects.bulk_create(Subscription(subscriber=reader, topic=topic) for reader in readers)


class Sink:
    """tests/faults/sink.py as a process. `faults` are its options, for example greylist=0.1."""

    def __init__(self, folder: Path, *, port: int = 0, **faults):
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "port").unlink(missing_ok=True)
        options = [f"--{name.replace('_', '-')}" + ("" if value is True else f"={value}") for name, value in faults.items()]
        command = [sys.executable, "-I", ROOT / "tests/faults/sink.py", folder, f"--port={port}", *options]
        self.process = subprocess.Popen(command)
        wait_until((folder / "port").exists, what="the SMTP server")
        self.port = int((folder / "port").read_text())

    def count(self) -> Counter:
        """How often each recipient's mail was read to the end."""
        path = self.folder / "received"
        return Counter(line.split()[0].decode() for line in path.read_bytes().splitlines()) if path.exists() else Counter()

    def message_ids(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for line in (self.folder / "received").read_text().splitlines():
            recipient, message_id = line.split()
            found.setdefault(recipient, set()).add(message_id)
        return found

    @property
    def number(self) -> int:
        path = self.folder / "received"
        return path.read_bytes().count(b"\n") if path.exists() else 0

    def close(self) -> None:
        self.process.kill()
        self.process.wait()

    def __enter__(self):
        return self

    def __exit__(self, *_error):
        self.close()


def wait_until(condition, *, what: str, seconds: float = 240):
    end = time.monotonic() + seconds
    while not (found := condition()):
        assert time.monotonic() < end, f"waited too long for {what}"
        time.sleep(0.03)  # asking costs CPU that the others need
    return found


def database_url() -> str:
    """The database of this process as an address for other processes."""
    from django.db import connection

    settings = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{settings['NAME']}"
    return "postgres://{USER}:{PASSWORD}@{HOST}:{PORT}/{NAME}".format(**settings)


def environment(sink: Sink, folder: Path, **extra) -> dict:
    """For workers: they share the database and send into the sink."""
    return {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "cms.settings.development",
        "DEBUG": "false",
        "VIELFALT_VAR": str(folder),
        "SECRET_KEY": "test-only",
        "DATABASE_URL": database_url(),
        "NEWSLETTER_MAIL_URL": f"smtp://127.0.0.1:{sink.port}",
        "BOUNCE_DOMAIN": "bounces.lindenau.example",
        "LOG_LEVEL": "WARNING",
        **extra,
    }


def manage(*arguments: str, env: dict) -> subprocess.Popen:
    """A process of the product; what it says is kept in a file beside its data."""
    with Path(env["VIELFALT_VAR"], "said.log").open("ab") as log:
        return subprocess.Popen(
            [sys.executable, "manage.py", *arguments], cwd=ROOT, env=env, stdout=log, stderr=subprocess.STDOUT
        )


def dispatch(env: dict) -> subprocess.Popen:
    return manage("dispatch", env=env)


def kill_again_and_again(sink: Sink, env: dict, *, readers: int, kills: int, workers: int, how=signal.SIGKILL) -> int:
    """Workers send; one of them is killed at a random moment and replaced, `kills` times; then they may finish.

    Returns how many were killed while mails went out.
    """
    dice = random.Random(24)
    running = [dispatch(env) for _ in range(workers)]
    done = 0
    share = readers / (kills + 2)
    for number in range(kills):
        goal = min(int(share * (number + dice.uniform(0.5, 1.4))), readers - 50)
        wait_until(lambda goal=goal: sink.number >= goal or all(worker.poll() is not None for worker in running), what="mails")
        time.sleep(dice.random() / 100)
        victim = running[number % workers]
        if victim.poll() is None:
            victim.send_signal(how)
            done += 1
        victim.wait()
        running[number % workers] = dispatch(env)
    for worker in running:
        assert worker.wait(900) == 0, Path(env["VIELFALT_VAR"], "said.log").read_text()[-3000:]
    assert dispatch(env).wait(900) == 0
    return done

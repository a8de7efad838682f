"""A real SMTP server that keeps what it gets, a council, two topics, and people who confirmed."""

import email
import email.policy
import re
import socket
from dataclasses import dataclass, field

import pytest
from aiosmtpd.controller import Controller

from tests.kept import kept


@dataclass
class Letter:
    sender: str
    recipients: list[str]
    content: bytes

    @property
    def message(self):
        return email.message_from_bytes(self.content, policy=email.policy.default)

    @property
    def html(self) -> str:
        return self.message.get_body(("html",)).get_content()

    @property
    def text(self) -> str:
        return self.message.get_body(("plain",)).get_content()

    def link(self, pattern: str) -> str:
        """The first address in the text part that matches, as a path on this site."""
        return re.search(rf"https?://[^/\s]+(\S*{pattern}\S*)", self.text).group(1)


@dataclass
class PostOffice:
    """Answers by rule: `replies` maps a recipient to the lines it gets, used up one after the other."""

    letters: list[Letter] = field(default_factory=list)
    replies: dict[str, list[str]] = field(default_factory=dict)
    at_the_dot: dict[str, list[str]] = field(default_factory=dict)

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802 - aiosmtpd's name
        queued = self.replies.get(address)
        if queued:
            return queued.pop(0)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        queued = self.at_the_dot.get(envelope.rcpt_tos[0])
        if queued:
            return queued.pop(0)
        self.letters.append(Letter(envelope.mail_from, envelope.rcpt_tos, envelope.original_content))
        return "250 taken"

    def to(self, address: str) -> list[Letter]:
        return [letter for letter in self.letters if address in letter.recipients]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def smtp_mailer(port: int) -> dict:
    return {
        "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "OPTIONS": {"host": "127.0.0.1", "port": port, "timeout": 5},
    }


@pytest.fixture
def post_office(settings):
    """A listening SMTP server; both mailers of the settings point to it."""
    office = PostOffice()
    port = free_port()
    controller = Controller(office, hostname="127.0.0.1", port=port, data_size_limit=10_000_000)
    controller.start()
    settings.MAILERS = {name: smtp_mailer(port) for name in ("default", "newsletter")}  # Django's test runner put locmem there
    yield office
    controller.stop()


@pytest.fixture
def topics(db):
    from newsletter.models import Topic

    paper = Topic.objects.create(
        pk=101,  # the same in every test: the mailing that is put back (tests/kept.py) belongs to it
        slug="zeitung",
        name="Zeitung Vielfalt",
        sort_order=1,
        translations={"ar": {"name": "جريدة التنوع"}, "en": {"name": "The paper Vielfalt"}},
    )
    dates = Topic.objects.create(pk=102, slug="termine", name="Termine & Aktionen", sort_order=2)
    return paper, dates


@pytest.fixture
def site_with_newsletter(home, topics, post_office):
    """A council's site with everything the reader's pages need."""
    from django.core.cache import cache

    cache.clear()
    return home


@pytest.fixture
def at_once(monkeypatch):
    """What waits for the commit happens at once: these tests run inside one transaction that never commits."""
    monkeypatch.setattr("django.db.transaction.on_commit", lambda function, **_options: function())


def make_readers(number: int, *, topics, language: str = "de", name: str = "leser") -> list:
    """Confirmed readers, written in bulk; consent evidence as the office's enrolment."""
    from cms.core.addresses import digest
    from newsletter.evidence import record
    from newsletter.models import ConsentEvent, Subscriber, Subscription
    from newsletter.segments import wants_of

    addresses = [f"{name}{count}@lindenau.example" for count in range(number)]
    wants = wants_of(topic.pk for topic in topics)
    readers = Subscriber.objects.bulk_create(
        [Subscriber(address=a, digest=digest(a), language=language, wants=wants) for a in addresses]
    )
    Subscription.objects.bulk_create([Subscription(subscriber=reader, topic=topic) for reader in readers for topic in topics])
    for reader in readers[:3]:
        record(reader.address, kind=ConsentEvent.Kind.ENROLLED, language=language, source="test")
    return readers


def translate(page, language: str, **fields):
    """A published translation of a page and of everything above it."""
    from wagtail.models import Locale

    locale = Locale.objects.get(language_code=language)
    if page.depth > 2:
        parent = page.get_parent().specific
        if not parent.has_translation(locale):
            translate(parent, language)
    copy = page.copy_for_translation(locale)
    for name, value in fields.items():
        setattr(copy, name, value)
    copy.save_revision().publish()
    return copy.specific


@pytest.fixture
def mailing(edition, topics, editor, post_office):
    """A draft of the edition to the first topic, in German and Arabic, frozen."""
    return kept("mailing", lambda: make_mailing(edition, topic=topics[0], user=editor))


def make_mailing(edition, *, topic, user):
    from newsletter import mailing as room

    translate(edition, "ar", title="التنوع العدد ٢٤", headline="ما يجمعنا")
    draft = room.create(edition, user=user)
    room.update(draft, topics=[topic], lines={}, user=user)
    return draft

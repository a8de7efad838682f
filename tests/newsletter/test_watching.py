"""The office sees in plain words what became of each mail, and the numbers add up in every table."""

import pytest
from django.urls import reverse
from django.utils import translation

from newsletter import dispatch, recovery, watching
from newsletter import mailing as room
from newsletter.models import Delivery, Mailing, Subscriber
from newsletter.watching import Wish

from .conftest import make_readers
from .steps import steps_of

State = Delivery.State
pytestmark = pytest.mark.django_db


@pytest.fixture
def sent(mailing, topics, editor, post_office):
    """Twelve readers in two languages; one mailbox is gone, one server says not now."""
    make_readers(8, topics=topics[:1])
    make_readers(4, topics=topics[:1], language="ar", name="qari")
    post_office.replies = {
        "leser1@lindenau.example": ["550 5.1.1 User unknown"],
        "leser2@lindenau.example": ["451 4.7.1 greylisted, =cmd|' /C calc'!A0"],
    }
    room.start(mailing, user=editor)
    dispatch.dispatch(mailing)
    return mailing


def test_every_table_adds_up_to_the_audience(sent):
    assert sum(row["total"] for row in watching.by_language(sent).values()) == 12
    assert sum(row["total"] for _domain, row in watching.by_provider(sent)) == 12
    for row in watching.by_language(sent).values():
        assert row["out"] + row["trouble"] + row["not"] + row["open"] == row["total"]


def test_each_mail_has_a_sentence_without_numbers_of_mail_servers(sent):
    with translation.override("de"):
        sentences = {row.address: watching.sentence(row) for row in sent.deliveries.all()}
    assert sentences["leser1@lindenau.example"].endswith("Das Postfach gibt es nicht.")
    assert "5.1.1" not in sentences["leser1@lindenau.example"]
    assert len(sentences) == 12
    assert all(sentences.values())


@pytest.mark.parametrize("state", State.values)
def test_no_state_is_without_words(state):
    assert watching.sentence(Delivery(state=state))


def test_single_mails_are_found(sent):
    assert [row.address for row in watching.mails(sent, wish=Wish(search="LESER1@".lower()))] == ["leser1@lindenau.example"]
    assert watching.mails(sent, wish=Wish(language="ar")).count() == 4
    assert watching.mails(sent, wish=Wish(state="all")).count() == 12
    assert watching.mails(sent, wish=Wish()).count() == 1
    assert Wish.of({"state": "'; DROP TABLE", "q": " Anna "}) == Wish(search="anna")


def test_small_providers_are_one_row(sent):
    for number, row in enumerate(sent.deliveries.all()):
        Delivery.objects.filter(pk=row.pk).update(domain=f"d{number}.example")
    from django.core.cache import cache

    cache.clear()
    watching_rows = watching.by_provider(sent)
    assert sum(row["total"] for _domain, row in watching_rows) == 12


def test_list_is_saved_without_formulas(sent, admin_client):
    response = admin_client.get(reverse("mailings:outcomes", args=[sent.pk]))
    content = b"".join(response.streaming_content).decode("utf-8-sig")
    assert content.count("\n") == 13
    assert not any(cell.strip('"').startswith(("=", "+", "@")) for line in content.splitlines() for cell in line.split(";"))


def test_page_shows_ten_thousand_in_pages_and_few_questions(sent, admin_client, django_assert_max_num_queries):
    Delivery.objects.bulk_create(
        [
            Delivery(mailing=sent, address=f"n{n}@web.example", language="de", reader_language="de", state="failed")
            for n in range(10_000)
        ],
        batch_size=1000,
    )
    with django_assert_max_num_queries(60):
        page = admin_client.get(reverse("mailings:progress", args=[sent.pk]), {"state": "failed", "p": 3})
    assert page.status_code == 200
    assert page.content.decode().count("@web.example") == 50


@pytest.mark.once
@pytest.mark.parametrize("name", ["mailings:index", "mailings:ready", "mailings:progress", "mailings:numbers"])
def test_pages_that_count_take_no_longer_for_many_readers(sent, topics, admin_client, name):
    path = reverse(name, args=[] if name.endswith("index") else [sent.pk])
    admin_client.get(path)
    few = steps_of(lambda: admin_client.get(path))
    make_readers(4000, topics=topics[:1], name="mehr")
    more = Subscriber.objects.filter(deliveries=None)
    Delivery.objects.bulk_create([Delivery(mailing=sent, subscriber=reader, language="de", state="accepted") for reader in more])
    assert steps_of(lambda: admin_client.get(path)) < 1.5 * few


@pytest.mark.once
def test_the_sweeper_does_not_read_through_what_was_sent(sent, topics, editor):
    Mailing.objects.filter(pk=sent.pk).update(state="stopped")
    make_readers(4000, topics=topics[:1], name="mehr")
    more = Subscriber.objects.filter(deliveries=None)
    Delivery.objects.bulk_create([Delivery(mailing=sent, subscriber=reader, language="de", state="accepted") for reader in more])
    assert steps_of(lambda: list(recovery.stopped_with_a_rest())) < 10
    Delivery.objects.filter(pk=sent.deliveries.last().pk).update(state="queued")
    assert list(recovery.stopped_with_a_rest()) == [sent]

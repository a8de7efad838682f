"""How many people are where: the same numbers as by looking at each of them, whatever happened to them."""

import datetime
import random
import threading
from collections import Counter

import pytest
from django.db import connection
from django.utils import timezone

from newsletter import audience, optin, segments
from newsletter.models import Mailing, Subscriber, Subscription, Suppression, Topic
from tests.faults.house import make_mailing, make_readers

pytestmark = pytest.mark.django_db
LANGUAGES = ("de", "ar", "uk", "en", "tr")


def make_topics(*slugs: str) -> list[Topic]:
    return [Topic.objects.create(slug=slug, name=slug) for slug in slugs]


def are_counted_right() -> bool:
    """Whether every reader's copy of their topics is what their subscriptions say."""
    readers = Subscriber.objects.prefetch_related("subscriptions")
    return all(reader.wants == segments.wants_of(topic.pk for topic in reader.current_topics()) for reader in readers)


def mix(topics: list[Topic], *, seed: int) -> None:
    """A hundred and fifty readers of all kinds, no two groups alike."""
    chance, today = random.Random(seed), timezone.localdate()  # noqa: S311 -- no secret
    make_readers(150, topic=topics[0], languages=LANGUAGES)
    Subscription.objects.all().delete()
    share = chance.choice((0.2, 0.9, 1))
    for reader in Subscriber.objects.all():
        days = chance.choice((None, None, None, -1, 0, 1, 40))
        Subscriber.objects.filter(pk=reader.pk).update(
            second_language=chance.choice(("", *LANGUAGES)),
            third_language=chance.choice(("", *LANGUAGES)),
            state=Subscriber.State.ACTIVE if chance.random() < share else chance.choice(Subscriber.State.values),
            paused_until=None if days is None else today + datetime.timedelta(days=days),
        )
        if chance.random() < 0.1:
            Suppression.objects.create(digest=reader.digest, reason=Suppression.Reason.OFFICE)
        for topic in topics:
            if chance.random() < share:
                state = chance.choice((Subscription.State.ACTIVE, *Subscription.State.values))
                Subscription.objects.create(subscriber=reader, topic=topic, state=state)
    Suppression.objects.create(digest="0" * 63 + "x", reason=Suppression.Reason.LEFT)  # of somebody long gone
    segments.note_topics(Subscriber.objects.values_list("pk", flat=True))
    assert are_counted_right()


def by_looking(*, state="", language="", topic=None) -> int:
    wanted = [
        reader
        for reader in Subscriber.objects.prefetch_related("subscriptions__topic")
        if state in ("", reader.state) and language in ("", reader.language) and (not topic or topic in reader.current_topics())
    ]
    return len(wanted)


def test_every_question_has_the_answer_one_gets_by_looking():
    topics = make_topics("news", "women")
    mix(topics, seed=1)
    for topic in (None, *topics):
        for state in ("", "active", "left"):
            for language in ("", "de", "fr"):
                counted = segments.count(state=state, language=language, topic=topic and topic.pk)
                assert counted == by_looking(state=state, language=language, topic=topic), (state, language, topic)
    assert segments.by_language() == {language: by_looking(state="active", language=language) for language in LANGUAGES}
    assert segments.by_topic() == {topic.pk: by_looking(topic=topic) for topic in topics}


@pytest.mark.parametrize("seed", range(8))
def test_a_count_beforehand_is_the_audience_one_gets_by_asking_everybody(seed):
    mailing = make_mailing(0, languages=("de", "ar", "uk"))
    topics = [*mailing.topics.all(), *make_topics("women", "sports", "work")]
    mix(topics, seed=seed)
    mailing.topics.set(random.Random(seed).sample(topics, 1 + seed % 3))  # noqa: S311 -- no secret
    counted = {(row.wanted, row.gets): row.people for row in audience.count_by_language(mailing)}
    size = audience.freeze(mailing)
    assert counted == Counter(mailing.deliveries.values_list("reader_language", "language"))
    assert size == sum(counted.values()) > 0


def test_a_correction_counts_only_whom_it_concerns():
    wrong = make_mailing(12, languages=("de", "ar", "uk"))
    wrong.deliveries.filter(language="ar").update(state="accepted")
    right = Mailing.objects.create(site=wrong.site, title="Berichtigung", fallback_language="de", corrects=wrong)
    right.topics.set(wrong.topics.all())
    assert [(row.wanted, row.people) for row in audience.count_by_language(right)] == [("ar", 4)]


def test_joining_and_leaving_are_counted_at_once():
    news, women = make_topics("news", "women")
    reader = optin.put_on_list("zoe@lindenau.example", language="de", topics=[women, news])
    assert segments.by_topic() == {news.pk: 1, women.pk: 1} and are_counted_right()
    optin.leave(reader, topics=[news], way="test")
    assert segments.by_topic() == {women.pk: 1}
    optin.leave(reader, way="test")
    assert segments.by_topic() == {} and are_counted_right()
    optin.put_on_list("zoe@lindenau.example", language="de", topics=[news])
    assert segments.count(state="active", topic=news.pk) == 1 and are_counted_right()


def test_a_form_that_was_open_meanwhile_brings_no_topic_back():
    (news,) = make_topics("news")
    optin.put_on_list("zoe@lindenau.example", language="de", topics=[news])
    opened = Subscriber.objects.get()
    optin.leave(Subscriber.objects.get(), way="test")
    opened.language = "ar"
    opened.save()
    assert Subscriber.objects.get().language == "ar" and are_counted_right()


@pytest.mark.django_db(transaction=True)
def test_who_joins_one_topic_and_leaves_another_at_the_same_time_is_counted_right():
    news, women = make_topics("news", "women")
    for number in range(6):
        address = f"zoe{number}@lindenau.example"
        reader = optin.put_on_list(address, language="de", topics=[news])
        gate, faults = threading.Barrier(2), []

        def run(step, gate=gate, faults=faults):
            try:
                gate.wait(timeout=30)
                step()
            except Exception as fault:  # noqa: BLE001 -- told below
                faults.append(fault)
            finally:
                connection.close()

        steps = (
            lambda reader=reader: optin.leave(reader, topics=[news], way="test"),
            lambda address=address: optin.put_on_list(address, language="de", topics=[women]),
        )
        threads = [threading.Thread(target=run, args=(step,)) for step in steps]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(timeout=60)
        assert not faults and are_counted_right()
    assert segments.by_topic() == {women.pk: 6}

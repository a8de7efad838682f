"""How many people are where: the same numbers as by looking at each of them."""

import pytest

from newsletter import segments
from newsletter.models import Subscriber, Subscription, Topic
from tests.faults.house import make_readers

pytestmark = pytest.mark.django_db


@pytest.fixture
def topics():
    """Everybody of thirty wants the first, every second one the other."""
    news, women = (Topic.objects.create(slug=slug, name=slug) for slug in ("news", "women"))
    make_readers(30, topic=news, languages=("de", "ar", "uk"))
    for reader in Subscriber.objects.order_by("pk")[::2]:
        Subscription.objects.create(subscriber=reader, topic=women)
    return news, women


def by_looking(*, state="", language="", topic=None) -> int:
    wanted = [
        reader
        for reader in Subscriber.objects.all()
        if state in ("", reader.state) and language in ("", reader.language) and (not topic or topic in reader.current_topics())
    ]
    return len(wanted)


@pytest.mark.parametrize("somebody_left", [False, True])
def test_every_question_has_the_answer_one_gets_by_looking(topics, somebody_left):
    if somebody_left:
        people = list(Subscriber.objects.order_by("pk"))
        Subscriber.objects.filter(pk__in=[people[0].pk, people[1].pk]).update(state="left")
        people[2].subscriptions.update(state="left")
    assert segments.is_wanted_by_all(topics[0].pk) is not somebody_left
    assert not segments.is_wanted_by_all(topics[1].pk)
    for topic in (None, *topics):
        for state in ("", "active", "left"):
            for language in ("", "de", "ar", "en"):
                counted = segments.count(state=state, language=language, topic=topic and topic.pk)
                assert counted == by_looking(state=state, language=language, topic=topic), (state, language, topic)
    languages = segments.by_language()
    assert languages == {language: by_looking(state="active", language=language) for language in languages}
    assert set(languages) == {"de", "ar", "uk"}

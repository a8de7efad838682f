"""Leaving and changing: one click for mail programs, one button for people, nothing for scanners or for who got a forward."""

import datetime

import pytest
from django.core.cache import cache
from django.utils import timezone

from newsletter import evidence, tokens
from newsletter import mailing as room
from newsletter.models import ConsentEvent, Subscriber, Suppression

from .conftest import make_readers

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_once")]


@pytest.fixture
def reader(mailing, topics, editor, post_office):
    """Subscribed to both topics, with a mail of the first one in the box."""
    reader = make_readers(1, topics=topics)[0]
    room.start(mailing, user=editor)
    return reader


@pytest.fixture
def letter(reader, post_office):
    return post_office.letters[0]


def one_click_path(letter) -> str:
    return letter.message["List-Unsubscribe"].strip("<>").split("/newsletter/", 1)[1].join(["/newsletter/", ""])


def test_a_mail_program_unsubscribes_with_one_post(client, reader, letter, topics):
    client.handler.enforce_csrf_checks = True
    answer = client.post(one_click_path(letter), {"List-Unsubscribe": "One-Click"})
    assert answer.status_code == 200
    assert not answer.cookies
    assert reader.current_topics() == [topics[1]], "only the topic of this mailing"
    assert client.post(one_click_path(letter), {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert ConsentEvent.objects.filter(kind="withdrawn").count() == 1
    assert evidence.is_intact(evidence.chain(reader.digest))


def test_scanners_may_open_every_link_of_the_mail_a_hundred_times(client, reader, letter, topics):
    before = (ConsentEvent.objects.count(), Subscriber.objects.values().get())
    prefetch = {"Sec-Purpose": "prefetch", "User-Agent": "Mozilla/5.0 (compatible; SafeLinks)"}
    for path in (one_click_path(letter), letter.link("/leave/"), letter.link("/preferences/")):
        for _ in range(9):
            assert client.get(path, headers=prefetch).status_code in (200, 302)
            assert client.get(f"{path}?utm_source=scan").status_code in (200, 302)
            assert client.head(path).status_code in (200, 302)
            assert client.options(path).status_code == 405
    assert reader.current_topics() == list(topics)
    assert (ConsentEvent.objects.count(), Subscriber.objects.values().get()) == before


def test_who_likes_to_says_why_and_it_is_kept_with_the_withdrawal(client, reader, letter):
    assert "too-many" in client.get(letter.link("/leave/")).content.decode()
    client.post(letter.link("/leave/"), {"reason": "too-many"})
    assert ConsentEvent.objects.get(kind="withdrawn").details["reason"] == "too-many"
    client.post(letter.link("/leave/"), {"reason": "<script>", "all": "1"})
    assert "reason" not in ConsentEvent.objects.filter(kind="withdrawn").latest("pk").details


def test_the_page_leads_to_the_readers_language_and_one_button(client, reader, letter, topics):
    answer = client.get(one_click_path(letter))
    assert answer.url.startswith("/de/newsletter/leave/")
    assert client.post(answer.url).status_code == 200
    assert reader.current_topics() == [topics[1]]
    client.post(answer.url, {"all": "1"})
    reader.refresh_from_db()
    assert reader.state == Subscriber.State.LEFT


def test_a_forwarded_mail_shows_no_address_and_can_neither_add_export_nor_erase(client, reader, letter, topics):
    token = letter.link("/leave/").split("/leave/")[1].strip("/")
    for kind in ("leave", "preferences"):
        assert reader.address not in client.get(f"/de/newsletter/{kind}/{token}/").content.decode()
    for path in ("care/{}/", "care/{}/data/", "care/{}/erase/"):
        assert client.post(f"/de/newsletter/{path.format(token)}").status_code == 410
    client.post(f"/de/newsletter/preferences/{token}/", {"language": "de", "topics": [topics[0].pk]})
    assert reader.current_topics() == [topics[0]]
    client.post(f"/de/newsletter/preferences/{token}/", {"language": "ar", "topics": [topics[0].pk, topics[1].pk]})
    assert reader.current_topics() == [topics[0]], "no topic comes back through a forwarded link"


def test_changing_the_language_counts_for_the_next_mail(client, reader, letter, topics):
    client.post(letter.link("/preferences/"), {"language": "ar", "topics": [topic.pk for topic in topics]})
    reader.refresh_from_db()
    assert reader.language == "ar"
    assert evidence.chain(reader.digest)[-1].kind == "changed"


def test_forged_tokens_do_nothing(client, reader, letter):
    path = one_click_path(letter)
    for broken in (path[:-6] + "AAAA/", path.replace("/u/", "/u/x")):
        assert client.post(broken, {"List-Unsubscribe": "One-Click"}).status_code == 400
    stranger = tokens.leave_token("nobody-at-all-00", mailing_id=1)
    assert client.post(f"/newsletter/u/{stranger}/").status_code == 400
    assert len(reader.current_topics()) == 2


def test_who_lost_the_mail_has_a_link_sent_and_can_do_everything(client, reader, post_office, topics, monkeypatch):
    monkeypatch.setattr("cms.core.public_forms.MINIMUM_SECONDS", 0)
    cache.clear()
    started = client.get("/de/newsletter/link/").context["form"]["started"].value()
    client.post("/de/newsletter/link/", {"address": reader.address.upper(), "started": started})
    mail = post_office.letters[-1]
    assert mail.message["Auto-Submitted"] == "auto-generated"
    path = mail.link("/care/")
    assert reader.address in client.get(path).content.decode()
    client.post(path, {"language": "tr", "topics": [topics[1].pk]})
    assert reader.current_topics() == [topics[1]]
    client.post(path, {"language": "tr", "topics": [topic.pk for topic in topics]})
    assert set(reader.current_topics()) == set(topics)
    assert evidence.chain(reader.digest)[-1].wording is not None
    assert client.get(path + "data/").status_code == 302, "handing out needs the button"
    assert client.post(path + "data/").json()["address"] == reader.address
    assert client.get(path + "erase/").status_code == 200
    assert Subscriber.objects.exists()
    client.post(path + "erase/")
    assert not Subscriber.objects.exists()
    assert Suppression.objects.get().reason == "erased"
    assert client.get(path).status_code == 410


def test_an_erased_person_can_come_back_by_their_own_opt_in(client, reader, post_office, topics, monkeypatch):
    from newsletter.privacy import erase

    monkeypatch.setattr("cms.core.public_forms.MINIMUM_SECONDS", 0)
    cache.clear()
    address = reader.address
    erase(reader, by="reader")
    started = client.get("/de/newsletter/").context["form"]["started"].value()
    client.post("/de/newsletter/", {"address": address, "topics": [topics[0].pk], "language": "de", "started": started})
    client.post(post_office.letters[-1].link("/confirm/"))
    assert Subscriber.objects.get().address == address
    assert not Suppression.objects.exists()


def test_languages_kind_of_mail_and_a_break_are_set_from_the_mail_but_never_the_name(client, reader, letter, topics):
    path = letter.link("/preferences/")
    assert 'name="name"' not in client.get(path).content.decode()
    until = timezone.localdate() + datetime.timedelta(days=30)
    data = {"language": "ar", "second_language": "ar", "third_language": "en", "format": "text", "paused_until": str(until)}
    client.post(path, data | {"name": "Eve", "topics": [topic.pk for topic in topics]})
    reader.refresh_from_db()
    assert (reader.language, reader.second_language, reader.third_language) == ("ar", "en", "")
    assert (reader.format, reader.paused_until, reader.name) == ("text", until, "")
    event = evidence.chain(reader.digest)[-1]
    assert (event.kind, event.details["paused_until"]) == ("changed", str(until))
    count = ConsentEvent.objects.count()
    client.post(path, data | {"second_language": "en", "third_language": "", "topics": [topic.pk for topic in topics]})
    assert ConsentEvent.objects.count() == count, "what stays the same is not recorded"


def test_a_break_is_at_most_a_year_and_a_day_of_the_past_means_none(client, reader, letter, topics):
    path, base = letter.link("/preferences/"), {"language": "de", "format": "html", "topics": [topics[0].pk, topics[1].pk]}
    assert client.post(path, base | {"paused_until": "2199-01-01"}).context["form"].errors["paused_until"]
    assert client.post(path, base | {"paused_until": "irgendwann"}).context["form"].errors["paused_until"]
    client.post(path, base | {"paused_until": "2020-01-01"})
    reader.refresh_from_db()
    assert reader.paused_until is None


def test_a_name_is_kept_out_of_the_chain(client, reader, topics):
    path = f"/de/newsletter/care/{tokens.care_token(reader.uid)}/"
    client.post(path, {"language": "de", "format": "html", "name": "Anna Beispiel", "topics": [topic.pk for topic in topics]})
    reader.refresh_from_db()
    assert reader.name == "Anna Beispiel"
    event = evidence.chain(reader.digest)[-1]
    assert event.details == {"changed": ["name"]}

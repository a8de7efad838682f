"""The portrayed person sees their own testimonial by a secret link, and nothing is published that they have not agreed to."""

import datetime

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from cms.campaigns import proofs
from cms.campaigns.approval import approval_link, ask, close_link, open_link, stands_in_the_way, token_of
from cms.campaigns.evidence import Kind, chain, is_intact
from cms.campaigns.models import Approval, TestimonialPage
from cms.campaigns.models.testimonial import ApprovalMissing
from cms.core.secret_links import LinkExpired, LinkForged
from tests.campaigns.content import make_campaign, make_person
from tests.kept import kept

pytestmark = pytest.mark.django_db


@pytest.fixture
def person(home):
    return kept("draft of a person", lambda: make_person(make_campaign(home), publish=False))


@pytest.fixture
def path(person):
    return approval_link(person).removeprefix("http://localhost:8000")


def post(path: str, **data):
    return Client().post(path, data)


def seen_on(path: str) -> str:
    html = Client().get(path).content.decode()
    return html.partition('name="seen" value="')[2].partition('"')[0]


def test_the_link_opens_the_page_in_the_person_s_language(person, path):
    assert path.startswith("/de/campaigns/approval/")
    html = Client().get(path).content.decode()
    assert "Samira Haddad" in html and 'lang="de"' in html
    arabic = Client().get(path.replace("/de/", "/ar/", 1)).content.decode()
    assert 'dir="rtl"' in arabic and "Samira Haddad" in arabic


def test_the_page_is_private(path):
    answer = Client().get(path)
    assert "no-store" in answer["Cache-Control"]
    assert answer["Referrer-Policy"] == "no-referrer"
    assert "noindex" in answer["X-Robots-Tag"]


def test_the_web_page_is_shown_as_it_will_be(path):
    html = Client().get(f"{path}page/").content.decode()
    assert "Wer mein Brot isst, kennt mich schon halb." in html
    assert "Um drei steht sie in der Färbergasse." in html


def test_opening_the_link_answers_nothing(path):
    for address in (path, f"{path}withdraw/", f"{path}?said=approve&act=approve"):
        assert Client().get(address).status_code == 200
    assert Approval.objects.get().state == Approval.State.ASKED


def test_nothing_is_published_before_the_person_said_yes(person, path):
    with pytest.raises(ApprovalMissing):
        person.get_latest_revision().publish()
    assert post(path, act="approve", seen=seen_on(path)).status_code == 302
    person.get_latest_revision().publish()
    assert TestimonialPage.objects.get(pk=person.pk).live


def test_words_changed_after_the_yes_need_another_one(person, path):
    post(path, act="approve", seen=seen_on(path))
    person.statement = "Etwas ganz anderes."
    with pytest.raises(ApprovalMissing):
        person.save_revision().publish()


def test_nobody_agrees_to_what_was_changed_while_they_looked(person, path):
    seen = seen_on(path)
    person.statement = "Etwas ganz anderes."
    person.save_revision()
    answer = post(path, act="approve", seen=seen)
    assert answer.status_code == 422 and 'role="alert"' in answer.content.decode()
    assert Approval.objects.get().state == Approval.State.ASKED


def test_a_wish_reaches_the_office_and_keeps_the_page_back(person, path):
    with time_machine.travel(timezone.now() - datetime.timedelta(minutes=1)):
        started = Client().get(path).context["form"]["started"].value()
    assert post(path, act="change", wish="Bitte ohne mein Alter. <b>Danke</b>", started=started).status_code == 302
    assert Approval.objects.get().state == Approval.State.CHANGE
    shown = Client().get(path).content.decode()
    assert "Bitte ohne mein Alter. &lt;b&gt;Danke" in shown
    with pytest.raises(ApprovalMissing):
        person.get_latest_revision().publish()


def test_a_wish_without_words_is_asked_for_again(path):
    answer = post(path, act="change", wish=" ")
    assert answer.status_code == 422
    assert Approval.objects.get().state == Approval.State.ASKED


def test_a_link_taken_back_opens_nothing_and_the_next_one_does(person, path):
    close_link(person)
    answer = Client().get(path)
    assert answer.status_code == 410 and "Samira" not in answer.content.decode()
    assert post(path, act="approve", seen="x").status_code == 410
    fresh = approval_link(person)
    assert fresh != "http://localhost:8000" + path
    assert Client().get(fresh).status_code == 200


@pytest.mark.parametrize("token", ["x", "WzFd:1:2", "%00", "a" * 3000])
def test_made_up_links_open_nothing(person, token):
    assert Client().get(f"/de/campaigns/approval/{token}/").status_code in (404, 410)


def test_tokens_of_other_shapes_are_forged(person):
    from cms.campaigns.approval import LINK

    with pytest.raises(LinkForged):
        open_link(LINK.token("nothing"))
    with pytest.raises(LinkExpired):
        open_link(LINK.token([person.translation_key.hex, 99]))


def test_a_testimonial_that_nobody_was_asked_about_needs_no_approval(home):
    person = make_person(make_campaign(home), publish=False)
    assert stands_in_the_way(person) is None
    person.get_latest_revision().publish()


def test_every_step_is_in_a_chain_that_shows_when_it_was_touched(person, path):
    post(path, act="approve", seen=seen_on(path))
    close_link(person)
    events = chain(person.translation_key)
    assert [event.kind for event in events] == [Kind.ASKED, Kind.APPROVED, Kind.CLOSED]
    assert is_intact(events)
    events[1].details = {"language": "ar"}
    assert not is_intact(events)
    assert not is_intact(events[:1] + events[2:])


def test_asking_again_takes_the_yes_back(person, path):
    post(path, act="approve", seen=seen_on(path))
    approval = ask(person, again=True)
    assert approval.state == Approval.State.ASKED
    assert open_link(token_of(approval)) == open_link(path.split("/")[-2])


@pytest.mark.once
def test_poster_and_advertisement_are_drawn_once_and_shown(person, path):
    cache.clear()
    first = Client().get(path).content.decode()
    assert '<progress id="drawn" value="0" max="2">' in first and "data-drawing" in first
    assert proofs.draw(person) == 2
    html = Client().get(path).content.decode()
    assert "data-drawing" not in html
    for name in ("poster", "ad"):
        assert f"{path}{name}.jpg" in html
        answer = Client().get(f"{path}{name}.jpg")
        assert answer["Content-Type"] == "image/jpeg" and b"".join(answer.streaming_content)[:2] == b"\xff\xd8"
    assert Client().get(f"{path}board.jpg").status_code == 404


def test_only_what_the_person_agreed_to_is_drawn(home):
    person = make_person(make_campaign(home), media=["web", "poster"], publish=False)
    assert [piece.name for piece in proofs.pieces_of(person)] == ["poster"]

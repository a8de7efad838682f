"""Four eyes through Wagtail's workflow: asked, decided by somebody else, void after any change."""

import pytest
from django.urls import reverse
from wagtail.models import ModelLogEntry, TaskState

from newsletter import afterwards, approval, composing
from newsletter import mailing as room
from newsletter.models import Mailing, SendingPolicy

from .conftest import make_readers

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_once")]


@pytest.fixture
def chair(django_user_model):
    """Somebody who may approve and nothing else."""
    from django.contrib.auth.models import Group

    approval.ensure_workflow()
    user = django_user_model.objects.create_user("vorsitz", "vorsitz@lindenau.example", "x")
    user.groups.add(Group.objects.get(name="Freigabe"))
    return user


@pytest.fixture
def strict(mailing):
    policy = SendingPolicy.for_site(mailing.site)
    policy.four_eyes = True
    policy.save()
    return policy


@pytest.fixture
def asked(mailing, topics, editor, strict):
    make_readers(2, topics=[topics[0]])
    approval.request(mailing, user=editor)
    return mailing


def test_without_an_approval_nothing_leaves(mailing, topics, editor, strict, post_office):
    make_readers(1, topics=[topics[0]])
    with pytest.raises(room.NotReady):
        room.start(mailing, user=editor)
    assert not post_office.letters


def test_asked_for_and_given_it_leaves(asked, chair, editor, post_office):
    assert asked.state == Mailing.State.IN_REVIEW
    with pytest.raises(room.MailingError):
        room.start(asked, user=editor)
    approval.decide(asked, action="approve", user=chair)
    assert asked.state == Mailing.State.APPROVED
    assert set(asked.versions.values_list("approved_by", flat=True)) == {chair.pk}
    assert TaskState.objects.get().status == "approved"
    assert room.start(asked, user=editor) == 2
    assert [len(post_office.to(f"leser{number}@lindenau.example")) for number in (0, 1)] == [1, 1]
    told = post_office.to(editor.email)
    assert told, "Wagtail tells the editor that it was approved"


def test_nobody_approves_what_they_wrote_not_even_an_administrator(asked, editor, django_user_model):
    assert not approval.may_decide(asked, editor)
    boss = django_user_model.objects.create_superuser("chefin", "c@lindenau.example", "x")
    assert approval.may_decide(asked, boss)
    room.update(asked, topics=list(asked.topics.all()), lines={"de": ("Von der Chefin", "")}, user=boss)
    approval.request(asked, user=boss)
    assert not approval.may_decide(asked, boss)
    with pytest.raises(room.MailingError):
        approval.decide(asked, action="approve", user=boss)


@pytest.mark.parametrize("when", ["asked", "approved"])
def test_any_change_takes_it_back(asked, chair, editor, topics, when):
    if when == "approved":
        approval.decide(asked, action="approve", user=chair)
    room.update(asked, topics=[topics[0]], lines={"de": ("Anderer Betreff", "")}, user=editor)
    asked.refresh_from_db()
    assert asked.state == Mailing.State.DRAFT
    assert not approval.is_given(asked)
    assert not asked.current_workflow_task_state
    with pytest.raises(room.NotReady):
        room.start(asked, user=editor)


@pytest.mark.parametrize("change", ["topics", "held"])
def test_other_readers_are_a_change_too(asked, chair, editor, topics, change):
    approval.decide(asked, action="approve", user=chair)
    if change == "topics":
        room.update(asked, topics=list(topics), lines={}, user=editor)
    else:
        composing.hold_back(asked, language="ar", held=True, user=editor)
    asked.refresh_from_db()
    assert asked.state == Mailing.State.DRAFT


def test_saving_without_a_change_keeps_it(asked, chair, editor, topics):
    approval.decide(asked, action="approve", user=chair)
    room.update(asked, topics=[topics[0]], lines={}, user=editor)
    asked.refresh_from_db()
    assert asked.state == Mailing.State.APPROVED
    assert approval.is_given(asked)


def test_sent_back_it_is_a_draft_with_the_words_of_the_approver(asked, chair, editor):
    with pytest.raises(room.MailingError):
        approval.decide(asked, action="reject", user=chair)
    approval.decide(asked, action="reject", comment="Das Datum stimmt nicht.", user=chair)
    assert asked.state == Mailing.State.DRAFT
    assert approval.last_comment(asked) == "Das Datum stimmt nicht."
    approval.request(asked, user=editor)
    assert approval.may_decide(asked, chair)
    actions = list(ModelLogEntry.objects.filter(object_id=str(asked.pk)).values_list("action", flat=True))
    assert actions.count("newsletter.ask") == 2
    assert "newsletter.send_back" in actions


def test_a_language_held_back_needs_its_own_approval_later(asked, chair, editor, topics, post_office):
    make_readers(1, topics=[topics[0]], language="ar", name="ar")
    composing.hold_back(asked, language="ar", held=True, user=editor)
    approval.request(asked, user=editor)
    approval.decide(asked, action="approve", user=chair)
    room.start(asked, user=editor)
    composing.write(asked, language="ar", body=[], lines=("موضوع", ""), user=editor)
    with pytest.raises(room.NotReady):
        afterwards.release_language(asked, language="ar", user=editor)
    approval.request(asked, user=editor)
    approval.decide(asked, action="approve", user=chair)
    assert asked.state == Mailing.State.SENT
    assert afterwards.release_language(asked, language="ar", user=editor) == 1


def test_the_approver_finds_it_on_the_dashboard_and_decides_on_its_page(asked, chair, client):
    client.force_login(chair)
    review = reverse("mailings:review", args=[asked.pk])
    assert review in client.get(reverse("wagtailadmin_home")).content.decode()
    page = client.get(review).content.decode()
    assert reverse("mailings:mail", args=[asked.pk, "ar"]) in page
    assert client.get(reverse("mailings:mail", args=[asked.pk, "ar"])).status_code == 200
    assert client.get(reverse("mailings:edit", args=[asked.pk])).status_code in (302, 403)
    client.post(review, {"action": "approve"})
    asked.refresh_from_db()
    assert asked.state == Mailing.State.APPROVED


def test_the_dashboards_own_buttons_work_too(asked, chair, client):
    client.force_login(chair)
    task_state = asked.current_workflow_task_state
    client.post(reverse("mailings:workflow_action", args=[asked.pk, "approve", task_state.pk]))
    asked.refresh_from_db()
    assert asked.state == Mailing.State.APPROVED


def test_the_editor_asks_and_sees_who_approved(asked, chair, editor, client):
    client.force_login(editor)
    ready = reverse("mailings:ready", args=[asked.pk])
    assert "Read and decide" not in client.get(ready).content.decode()
    approval.decide(asked, action="approve", user=chair)
    assert "vorsitz" in client.get(ready).content.decode()

"""The jury: only own points until they are closed, conflicts, ranking with ties, decisions, telling everybody, winners."""

import datetime

import pytest
import time_machine
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone

from cms.core.medium import Medium
from cms.core.retention import all_rules
from cms.notices.models import Notice
from cms.participation.calls import judging
from cms.participation.calls.applying import name_no_more
from cms.participation.calls.judging import JudgingError
from cms.participation.models import Application, CallPage, Jury, Verdict
from cms.participation.wording import wording_for
from cms.renditions.render import render
from tests.kept import kept

from .content import stream
from .test_calls import NAMING, make_call, own_url

pytestmark = pytest.mark.django_db


@pytest.fixture
def call(home):
    return kept("closed call", lambda: make_call(home, deadline=timezone.localdate() - datetime.timedelta(days=3)))


@pytest.fixture
def rows(call):
    named = wording_for(call.form, language="de", text=NAMING)
    return [
        Application.objects.create(
            form=call.form, number=number, language="de", title=f"Werk {number}", name=f"Person {number}",
            email=f"p{number}@example.org", category=call.categories[number % 2].id, naming=named if number != 3 else None,
        )
        for number in (1, 2, 3, 4)
    ]  # fmt: skip


@pytest.fixture
def jurors(call, django_user_model):
    people = [django_user_model.objects.create_user(name, f"{name}@lindenau.example", "lindenau") for name in ("anna", "bilal")]
    for person in people:
        person.user_permissions.add(Permission.objects.get(codename="access_admin"))
    jury = judging.jury_of(call.form)
    judging.set_members(jury, people, user=None)
    return people


def points(call, first: int, second: int) -> dict[str, int]:
    return dict(zip((block.id for block in call.criteria), (first, second), strict=True))


def give(row, juror, call, first, second):
    return judging.give_points(row, juror=juror, points=points(call, first, second), page=call)


def test_each_member_sees_only_their_own_points_until_they_are_closed(client, call, rows, jurors):
    anna, bilal = jurors
    give(rows[0], anna, call, 5, 4)
    give(rows[0], bilal, call, 1, 1)
    assert [one.juror for one in judging.visible_verdicts(rows[0], anna)] == [anna]
    client.force_login(anna)
    page = client.get(reverse("calls:call", args=[call.form.pk])).content.decode()
    assert "bilal" not in page.replace("bilal</p>", "").split("call-rows")[1]
    judging.close(judging.jury_of(call.form), page=call, user=None)
    assert {one.juror for one in judging.visible_verdicts(rows[0], anna)} == {anna, bilal}
    with pytest.raises(JudgingError, match="geschlossen"):
        give(rows[0], anna, call, 0, 0)


def test_a_conflict_of_interest_takes_the_member_out_of_this_one(call, rows, jurors):
    anna, bilal = jurors
    give(rows[0], anna, call, 0, 0)
    judging.declare_conflict(rows[0], juror=anna)
    give(rows[0], bilal, call, 5, 5)
    first = judging.ranking(call)[0]
    assert (first.application, first.share, first.verdicts, first.conflicts) == (rows[0], 1, 1, 1)


def test_points_are_weighted_and_equal_ones_share_the_place(call, rows, jurors):
    anna, bilal = jurors
    for row, one, other in (
        (rows[0], (5, 0), (2, 3)),
        (rows[1], (2, 3), (5, 0)),
        (rows[2], (5, 5), (5, 5)),
        (rows[3], (0, 1), (0, 0)),
    ):
        give(row, anna, call, *one)
        give(row, bilal, call, *other)
    ranks = [(rank.application.number, rank.place, rank.percent, rank.tied) for rank in judging.ranking(call)]
    assert ranks == [(3, 1, "100,0\xa0%", False), (1, 2, "56,7\xa0%", True), (2, 2, "56,7\xa0%", True), (4, 4, "3,3\xa0%", False)]
    only = judging.ranking(call, category=call.categories[0].id)
    assert [rank.application.number for rank in only] == [2, 4]


def test_what_nobody_judged_stands_at_the_end_without_a_place(call, rows, jurors):
    give(rows[3], jurors[0], call, 0, 0)
    ranks = judging.ranking(call)
    assert ranks[0].application == rows[3]
    assert [rank.place for rank in ranks[1:]] == [None] * 3
    assert judging.missing(judging.jury_of(call.form)) == 7


@pytest.mark.parametrize("wrong", [{}, {"x": 3}, "most", "negative"])
def test_impossible_points_are_refused(call, rows, jurors, wrong):
    given = {"most": points(call, 6, 0), "negative": points(call, -1, 0)}.get(wrong, wrong) if isinstance(wrong, str) else wrong
    with pytest.raises(JudgingError):
        judging.give_points(rows[0], juror=jurors[0], points=given, page=call)
    assert not Verdict.objects.exists()


def test_strangers_and_early_birds_give_no_points(call, rows, jurors, editor):
    with pytest.raises(JudgingError, match="Mitglieder der Jury"):
        give(rows[0], editor, call, 1, 1)
    with time_machine.travel(call.last_moment - datetime.timedelta(hours=1)), pytest.raises(JudgingError, match="nach Ablauf"):
        give(rows[0], jurors[0], call, 1, 1)


def test_the_admin_takes_points_and_conflicts_and_names_what_is_wrong(client, call, rows, jurors):
    client.force_login(jurors[0])
    address = reverse("calls:application", args=[rows[0].pk])
    first, second = points(call, 0, 0)
    assert client.post(address, {"points": "", first: "9", second: "1"}).status_code == 422
    assert client.post(address, {"points": "", first: "4", second: "1", "comment": "Stark."}).status_code == 302
    assert Verdict.objects.get().points == {first: 4, second: 1}
    page = client.get(address).content.decode()
    assert "p1@example.org" not in page  # the jury judges the work
    client.post(address, {"conflict": ""})
    assert Verdict.objects.get().state == Verdict.State.CONFLICT
    for name in ("close", "tell", "jury"):
        assert client.post(reverse(f"calls:{name}", args=[call.form.pk])).status_code in (302, 403)
    assert judging.jury_of(call.form).state == Jury.State.SCORING


def decided(call, rows, winner: int = 0) -> Jury:
    jury = judging.jury_of(call.form)
    judging.close(jury, page=call, user=None)
    judging.decide(rows[winner], won=True, prize="1. Preis", user=None)
    return jury


def test_everybody_is_told_once_and_in_their_language(call, rows, jurors):
    Application.objects.filter(number=2).update(language="ar")
    jury = decided(call, rows)
    assert judging.tell_everybody(jury, page=call, user=None) == 4
    told = {notice.address: notice for notice in Notice.objects.filter(purpose="participation.decision")}
    assert len(told) == 4
    assert "1. Preis" in told["p1@example.org"].text and "ausgewählt" in told["p1@example.org"].text
    assert 'dir="rtl"' in told["p2@example.org"].html
    assert Application.objects.filter(state=Application.State.DECLINED).count() == 3
    with pytest.raises(JudgingError):
        judging.tell_everybody(judging.jury_of(call.form), page=call, user=None)
    with pytest.raises(JudgingError):
        judging.decide(rows[1], won=True, user=None)
    assert Notice.objects.filter(purpose="participation.decision").count() == 4


def test_nobody_is_told_before_somebody_has_won(call, rows):
    jury = judging.jury_of(call.form)
    judging.close(jury, page=call, user=None)
    with pytest.raises(JudgingError, match="noch niemand"):
        judging.tell_everybody(jury, page=call, user=None)
    judging.reopen(jury, user=None)
    assert jury.state == Jury.State.SCORING


NAMED = [("Nadia Rahimi", "1. Preis", 1), ("Ohne Einwilligung", "2. Preis", 3), ("Chor Südstadt", "", None)]


@pytest.fixture
def with_winners(call, rows):
    winners = [
        ("winner", {"name": name, "prize": prize, "text": "", "image": None, "number": number})
        for name, prize, number in (
            ("Nadia Rahimi", "1. Preis", 1),
            ("Ohne Einwilligung", "2. Preis", 3),
            ("Chor Südstadt", "", None),
        )
    ]
    call.winners = stream(CallPage, "winners", winners)
    call.save_revision().publish()
    return CallPage.objects.get(pk=call.pk)


def test_winners_are_shown_after_everybody_knows_and_while_they_agree(client, with_winners, rows):
    assert "Nadia Rahimi" not in client.get(with_winners.url).content.decode()
    jury = decided(with_winners, rows)
    judging.decide(rows[2], won=True, user=None)
    assert "Nadia Rahimi" not in client.get(with_winners.url).content.decode()
    judging.tell_everybody(jury, page=with_winners, user=None)
    page = client.get(with_winners.url).content.decode()
    assert "Nadia Rahimi" in page and "Chor Südstadt" in page
    assert "Ohne Einwilligung" not in page
    assert client.post(own_url(rows[0]), {"deed": "unname"}).status_code == 302
    page = client.get(with_winners.url).content.decode()
    assert "Nadia Rahimi" not in page and "Chor Südstadt" in page


def test_a_winner_who_erases_everything_is_gone_from_every_medium(client, with_winners, rows):
    judging.tell_everybody(decided(with_winners, rows), page=with_winners, user=None)
    client.post(own_url(rows[0]), {"deed": "erase"})
    page = CallPage.objects.get(pk=with_winners.pk)
    sheet = page.products()[-1]
    pieces = [
        render(page, medium=Medium.PRINT, product=sheet),
        render(page, medium=Medium.EMAIL),
        render(page, medium=Medium.TEXT),
    ]
    for text in (client.get(page.url).content.decode(), *(piece.content for piece in pieces)):
        assert "Chor Südstadt" in text and "Nadia Rahimi" not in text


def test_of_winners_only_what_is_shown_outlives_the_retention(with_winners, rows):
    judging.tell_everybody(decided(with_winners, rows), page=with_winners, user=None)
    Jury.objects.update(told_at=timezone.now() - datetime.timedelta(days=400))
    for rule in all_rules():
        if rule.name.startswith("application"):
            rule.carry_out()
    kept = Application.objects.get()
    assert (kept.number, kept.email, kept.text, kept.answers) == (1, "", "", {})
    assert [block.value["name"] for block in CallPage.objects.get(pk=with_winners.pk).shown_winners][0] == "Nadia Rahimi"
    name_no_more(kept)
    assert "Nadia Rahimi" not in str(CallPage.objects.get(pk=with_winners.pk).shown_winners)


def test_the_office_decides_tells_and_exports(client, call, rows, jurors, editor):
    client.force_login(editor)
    form = call.form.pk
    client.post(reverse("calls:jury", args=[form]), {"members": [jurors[0].pk]})
    assert list(judging.jury_of(call.form).members.all()) == [jurors[0]]
    client.post(reverse("calls:close", args=[form]))
    client.post(reverse("calls:decide", args=[rows[1].pk]), {"won": "on", "prize": "=1+1"})
    text = client.get(reverse("calls:export", args=[form, "csv"])).content.decode("utf-8-sig")
    assert "p2@example.org" in text and "'=1+1" in text
    assert client.get(reverse("calls:export", args=[form, "xlsx"])).status_code == 200
    assert client.post(reverse("calls:tell", args=[form]), follow=True).status_code == 200
    assert Notice.objects.filter(purpose="participation.decision").count() == 4
    client.post(reverse("calls:erase", args=[rows[0].pk]))
    assert not Application.objects.filter(pk=rows[0].pk).exists()
    for address in (reverse("calls:all"), reverse("calls:call", args=[form]), reverse("calls:application", args=[rows[1].pk])):
        assert client.get(address).status_code == 200

"""The office: who may read what, states with undo, answers, ideas in public, tables, the dashboard."""

import csv
import io

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.cache import cache
from django.test import Client
from wagtail.models import ModelLogEntry

from cms.core.permissions import ensure_editor_group
from cms.notices.models import Notice
from cms.participation.handling import HandlingError, answer, set_state, undo
from cms.participation.models import Idea, Message, Step, Submission, Volunteer
from tests.kept import kept

from .content import filled, make_contact, make_ideas, make_volunteers, send_url

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def fresh_limits():
    cache.clear()


@pytest.fixture
def contact(home):
    return kept("contact", lambda: make_contact(home))


@pytest.fixture
def message(contact):
    Client().post(send_url(contact), filled(contact, text="Der Bus fährt nicht.", name="Meryem", email="m@example.org"))
    return Message.objects.get()


@pytest.fixture
def box(home):
    return kept("ideas", lambda: make_ideas(home))


@pytest.fixture
def idea(box):
    topic = box.options()[0][0]
    sent = filled(box, title="Bank am Platz", text="Zum Ausruhen.", topic=topic, shown_name="Resi", email="r@example.org")
    Client().post(send_url(box), sent)
    return Idea.objects.get()


@pytest.fixture
def colleague(django_user_model):
    """Somebody of the office, no administrator."""
    user = django_user_model.objects.create_user("kollegin", "k@lindenau.example", "lindenau")
    user.groups.add(ensure_editor_group())
    return user


def decision(idea: Idea, **more) -> dict:
    return {
        "action": "decide",
        "publication": "published",
        "progress": "done",
        "title_de": "Bank am Platz",
        "text_de": "Zum Ausruhen.",
        "answer_de": "Steht schon.",
    } | more


# --- rights -----------------------------------------------------------------------------------------------------------------


def test_a_form_for_one_group_is_invisible_to_the_others(client, contact, message, colleague):
    addresses = [
        f"/admin/participation/{message.pk}/",
        "/admin/participation_messages/",
        "/admin/participation_messages/export/csv/",
    ]
    client.force_login(colleague)
    assert "Meryem" in client.get(addresses[1]).content.decode()
    contact.form.groups.add(Group.objects.create(name="Beratung"))
    shown, listed, saved = (client.get(address) for address in addresses)
    assert shown.status_code == 404
    assert "Meryem" not in listed.content.decode() + saved.content.decode()
    assert "Post von Menschen" not in client.get("/admin/").content.decode()
    colleague.groups.add(Group.objects.get(name="Beratung"))
    assert client.get(addresses[0]).status_code == 200


def test_whoever_writes_pages_cannot_give_themselves_the_right_to_read(client, contact, colleague):
    client.force_login(colleague)
    assert client.get(f"/admin/participation_forms/edit/{contact.form.pk}/").status_code == 302
    assert not contact.form.groups.exists()


def test_an_administrator_says_who_reads_what(client, contact, editor):
    client.force_login(editor)
    group = Group.objects.create(name="Beratung")
    url = f"/admin/participation_forms/edit/{contact.form.pk}/"
    assert "Beratung" in client.get(url).content.decode()
    client.post(url, {"groups": [group.pk], "notify_to": "beratung@lindenau.example"})
    assert list(contact.form.groups.all()) == [group]
    Client().post(send_url(contact), filled(contact, text="Neu"))
    assert Notice.objects.get(purpose="participation.office").address == "beratung@lindenau.example"


def test_without_the_permission_nothing_is_there(client, message, django_user_model):
    user = django_user_model.objects.create_user("gast", password="x")
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)
    for path in (f"/{message.pk}/", "_messages/", "_surveys/", "_forms/"):
        assert client.get(f"/admin/participation{path}").status_code in (302, 403)
    assert "participation_messages" not in client.get("/admin/").content.decode()


def test_who_may_only_read_changes_nothing(client, message, django_user_model):
    user = django_user_model.objects.create_user("leser", password="x")
    user.user_permissions.add(*Permission.objects.filter(codename__in=["access_admin", "view_submission"]))
    client.force_login(user)
    url = f"/admin/participation/{message.pk}/"
    page = client.get(url)
    assert page.status_code == 200 and "Der Bus" in page.content.decode() and 'name="action"' not in page.content.decode()
    assert client.post(url, {"action": "state", "state": "closed"}).status_code in (302, 403)
    assert Submission.objects.get().state == "new"


# --- states -----------------------------------------------------------------------------------------------------------------


def test_opening_reads_closing_closes_and_both_can_be_taken_back(client, message, editor):
    client.force_login(editor)
    url = f"/admin/participation/{message.pk}/"
    client.get(url)
    assert Submission.objects.get().state == "read"
    client.post(url, {"action": "state", "state": "closed"})
    client.post(url, {"action": "state", "state": "closed"})  # another tab
    assert Submission.objects.get().state == "closed" and Step.objects.count() == 2
    client.post(url, {"action": "undo"})
    assert Submission.objects.get().state == "read"
    actions = ModelLogEntry.objects.filter(action="participation.state").order_by("pk").values_list("data", flat=True)
    assert [entry["to"] for entry in actions] == ["read", "closed", "read"]
    assert not ModelLogEntry.objects.filter(label__contains="Meryem").exists()


def test_what_is_done_by_mail_cannot_be_undone(message, editor):
    set_state(message, "read", user=editor)
    answer(message, "Er fährt wieder.", user=editor)
    with pytest.raises(HandlingError):
        undo(message, user=editor)
    assert Submission.objects.get().state == "answered"


def test_an_answer_is_mailed_in_the_language_of_the_person(client, message, editor):
    Submission.objects.update(language="ar")
    client.force_login(editor)
    client.post(f"/admin/participation/{message.pk}/", {"action": "answer", "text": "Ab Montag <wieder>."})
    mail = Notice.objects.get(purpose="participation.answer")
    assert mail.address == "m@example.org" and mail.language == "ar" and "Ab Montag <wieder>." in mail.text
    assert "<wieder>" not in mail.html and 'dir="rtl"' in mail.html and "/ar/participation/own/" in mail.text
    assert Submission.objects.get().state == "answered"


def test_an_empty_answer_is_not_sent(client, message, editor):
    client.force_login(editor)
    assert client.post(f"/admin/participation/{message.pk}/", {"action": "answer", "text": " "}).status_code == 200
    assert not Notice.objects.filter(purpose="participation.answer").exists()


def test_the_bin_hides_and_gives_back_and_erasing_is_for_good(client, message, editor):
    client.force_login(editor)
    url = f"/admin/participation/{message.pk}/"
    client.post(url, {"action": "note", "text": "Werbung?"})
    client.post(url, {"action": "state", "state": "binned"})
    assert "Meryem" not in client.get("/admin/participation_messages/").content.decode()
    assert "Meryem" in client.get("/admin/participation_messages/?state=binned").content.decode()
    client.post(url, {"action": "erase"})
    assert not Submission.objects.exists() and not Step.objects.exists() and not Notice.objects.exclude(text="").exists()


def test_lists_are_searched_and_filtered(client, contact, message, editor):
    Client().post(send_url(contact), filled(contact, text="Ganz etwas anderes", name="Pawel"))
    client.force_login(editor)
    found = client.get("/admin/participation_messages/?q=Pawel").content.decode()
    assert "Pawel" in found and "Meryem" not in found
    filtered = client.get(f"/admin/participation_messages/?form={contact.form.pk}&state=closed").content.decode()
    assert "Pawel" not in filtered


def test_volunteers_are_saved_as_a_table_with_what_they_agreed_to(client, home, editor):
    page = make_volunteers(home)
    sent = filled(page, name="=cmd|' /C calc'!A0", phone="+49 170", old_enough="on", interests=[page.options()[1][0]])
    Client().post(send_url(page), sent)
    client.force_login(editor)
    rows = list(
        csv.reader(
            io.StringIO(client.get("/admin/participation_volunteers/export/csv/").content.decode("utf-8-sig")), delimiter=";"
        )
    )
    line = dict(zip(rows[0], rows[1], strict=True))
    assert line["Name"] == "'=cmd|' /C calc'!A0" and line["Telefon"] == "'+49 170" and line["Interessen"] == "Vorlesen"
    assert line["Zugestimmt"].startswith("Ich bin einverstanden") and Volunteer.objects.count() == 1
    assert client.get("/admin/participation_volunteers/export/xlsx/").content[:2] == b"PK"
    assert ModelLogEntry.objects.filter(action="participation.export").count() == 2


def test_the_dashboard_says_what_waits(client, message, idea, editor):
    client.force_login(editor)
    html = client.get("/admin/").content.decode()
    assert "Post von Menschen" in html and "Nachrichten: 1" in html and "Ideen ohne Entscheidung: 1" in html


# --- ideas ------------------------------------------------------------------------------------------------------------------


def test_an_idea_is_published_with_the_councils_answer_and_its_author_is_told(client, box, idea, editor):
    assert "Bank am Platz" not in client.get(box.url).content.decode()
    client.force_login(editor)
    url = f"/admin/participation/{idea.pk}/"
    assert 'value="Bank am Platz"' in client.get(url).content.decode(), "the words are there to be worked on"
    assert client.post(url, decision(idea, tell="on")).status_code == 302
    html = Client().get(box.url).content.decode()
    assert "Bank am Platz" in html and "Steht schon." in html and "Erledigt" in html and "Resi" in html
    assert "r@example.org" not in html
    mail = Notice.objects.get(purpose="participation.idea")
    assert mail.address == "r@example.org" and f"#idea-{idea.pk}" in mail.text and "Steht schon." in mail.text
    assert Submission.objects.get().state == "answered"


def test_the_words_of_the_idea_stay_as_they_came(client, idea, editor):
    client.force_login(editor)
    client.post(f"/admin/participation/{idea.pk}/", decision(idea, text_de="Gekürzt."))
    idea.refresh_from_db()
    assert idea.text == "Zum Ausruhen." and idea.wordings.get().text == "Gekürzt."


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"title_de": "", "text_de": "", "answer_de": ""}, "Es gibt nichts zu veröffentlichen"),
        ({"text_de": ""}, "Titel und Text gehören zusammen."),
        ({"answer_ar": "جواب"}, "Zu einer Antwort gehört die Idee"),
        ({"publication": "erfunden"}, "erfunden"),
        ({"title_de": "x" * 10_000}, "120"),
    ],
)
def test_a_decision_with_gaps_is_not_saved(client, idea, editor, change, said):
    client.force_login(editor)
    answer = client.post(f"/admin/participation/{idea.pk}/", decision(idea, **change))
    assert answer.status_code == 200 and said in answer.content.decode()
    idea.refresh_from_db()
    assert idea.publication == "waiting" and not idea.wordings.exists()


def test_readers_see_their_language_else_the_original(client, home, box, idea, editor, locales):
    client.force_login(editor)
    client.post(f"/admin/participation/{idea.pk}/", decision(idea, title_ar="مقعد", text_ar="للراحة."))
    for page in (home, box):
        arabic = page.copy_for_translation(locales["ar"])
        arabic.save_revision().publish()
    html = Client().get(arabic.url).content.decode()
    assert "مقعد" in html and "Bank am Platz" not in html and "Deutsch" in html
    client.post(f"/admin/participation/{idea.pk}/", decision(idea))
    html = Client().get(arabic.url).content.decode()
    assert '<h3 lang="de" dir="ltr">Bank am Platz</h3>' in html


def test_the_list_is_filtered_by_topic_and_by_what_became_of_it(client, box, idea, editor):
    client.force_login(editor)
    client.post(f"/admin/participation/{idea.pk}/", decision(idea))
    (first, _name), (second, _other) = box.options()
    reader = Client()
    assert "Bank am Platz" in reader.get(f"{box.url}?topic={first}&progress=done").content.decode()
    for query in (f"topic={second}", "progress=agenda"):
        html = reader.get(f"{box.url}?{query}").content.decode()
        assert "Bank am Platz" not in html and "Zu dieser Auswahl gibt es nichts." in html
    for nonsense in ("topic=%00", "progress='--", "p=999", "p=x"):
        assert "Bank am Platz" in reader.get(f"{box.url}?{nonsense}").content.decode()


def test_a_declined_or_binned_idea_is_not_in_public(client, box, idea, editor):
    client.force_login(editor)
    url = f"/admin/participation/{idea.pk}/"
    client.post(url, decision(idea))
    client.post(url, {"action": "state", "state": "binned"})
    assert "Bank am Platz" not in Client().get(box.url).content.decode()
    client.post(url, {"action": "undo"})
    assert "Bank am Platz" in Client().get(box.url).content.decode()
    client.post(url, decision(idea, publication="declined"))
    assert "Bank am Platz" not in Client().get(box.url).content.decode()


def test_fifty_ideas_cost_as_many_queries_as_one(box, idea, django_assert_max_num_queries):
    for number in range(50):
        row = Idea.objects.create(form=box.form, language="de", title=f"Idee {number}", publication="published")
        row.wordings.create(language="de", title=f"Idee {number}", text="x")
    with django_assert_max_num_queries(40):
        html = Client().get(box.url).content.decode()
    assert html.count('class="idea"') == 12 and "p=2" in html

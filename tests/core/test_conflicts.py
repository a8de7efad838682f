"""Two editors save the same page: the second is told, keeps their text, and decides."""

import threading

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, streamfield

from cms.editions.models import ArticlePage


@pytest.fixture
def article(edition):
    return ArticlePage.objects.child_of(edition).first()


def form(article, *, loaded, **changes):
    data = {
        "title": article.title,
        "slug": article.slug,
        "front": "lead",
        "kicker": "",
        "standfirst": "",
        "byline": "",
        "lead_alt": "",
        "lead_caption": "",
        "body": streamfield([]),
        "loaded_revision_id": str(loaded),
        "loaded_revision_created_at": "",
        "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0},
    }
    return nested_form_data(data | changes)


@pytest.fixture
def both(client, editor, django_user_model, article):
    """The article's revision that two editors have on screen, and a way to save as either of them."""
    other = django_user_model.objects.create_superuser("mehmet", "m@lindenau.example", "lindenau", first_name="Mehmet")
    address = reverse("wagtailadmin_pages:edit", args=[article.pk])

    def save(user, **fields):
        client.force_login(user)
        return client.post(address, form(article, **fields))

    return editor, other, article.latest_revision_id, save


def latest(article):
    article.refresh_from_db()
    return article.get_latest_revision_as_object()


def test_the_second_to_save_keeps_the_text_and_is_told_who_was_faster(both, article):
    ines, mehmet, loaded, save = both
    assert save(mehmet, loaded=loaded, standfirst="Mehmets Vorspann").status_code == 302
    answer = save(ines, loaded=loaded, standfirst="Ines’ Vorspann")
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "Ines’ Vorspann" in page
    assert "Mehmet" in " ".join(str(message) for message in answer.context["messages"])
    assert f"/compare/{loaded}...{latest(article).latest_revision_id}/" in page
    assert latest(article).standfirst == "Mehmets Vorspann"


def test_saving_again_after_the_notice_wins_and_the_other_version_stays_in_the_history(both, article):
    ines, mehmet, loaded, save = both
    save(mehmet, loaded=loaded, standfirst="Mehmets Vorspann")
    answer = save(ines, loaded=loaded, standfirst="Ines’ Vorspann")
    shown = article.revisions.order_by("-pk").first().pk
    assert f'name="loaded_revision_id" value="{shown}"' in answer.content.decode()
    assert save(ines, loaded=shown, standfirst="Ines’ Vorspann").status_code == 302
    assert latest(article).standfirst == "Ines’ Vorspann"
    assert article.revisions.filter(content__standfirst="Mehmets Vorspann").exists()


def test_publishing_over_a_newer_version_is_stopped_too(both, article):
    ines, mehmet, loaded, save = both
    save(mehmet, loaded=loaded, standfirst="Mehmets Vorspann")
    save(ines, loaded=loaded, standfirst="Ines’ Vorspann", **{"action-publish": "1"})
    article.refresh_from_db()
    assert article.standfirst != "Ines’ Vorspann"


def test_one_editor_saving_twice_is_no_conflict(both, article):
    ines, _mehmet, loaded, save = both
    save(ines, loaded=loaded, standfirst="Eins")
    assert save(ines, loaded=latest(article).latest_revision_id, standfirst="Zwei").status_code == 302
    assert latest(article).standfirst == "Zwei"


@pytest.mark.django_db(transaction=True)
def test_of_two_who_save_in_the_same_moment_one_is_told(article, django_user_model):
    address, before = reverse("wagtailadmin_pages:edit", args=[article.pk]), article.revisions.count()
    together, answers = threading.Barrier(2), {}

    def save(name, client):
        together.wait()
        answers[name] = client.post(address, form(article, loaded=article.latest_revision_id, standfirst=name)).status_code
        connection.close()

    threads = []
    for name in ("ines", "mehmet"):
        client = Client()
        client.force_login(django_user_model.objects.create_superuser(name, f"{name}@lindenau.example", "lindenau"))
        threads.append(threading.Thread(target=save, args=(name, client)))
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(answers.values()) == [200, 302]
    assert article.revisions.count() == before + 1
    assert answers[latest(article).standfirst] == 302

"""Writing a mailing in the admin: the mail beside the form, own words, mailings without a page."""

import json

import pytest
from django.urls import reverse

from newsletter.models import Mailing, Subscriber

from .conftest import make_readers

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_once")]


@pytest.fixture
def office(client, editor):
    client.force_login(editor)
    return client


def live(office, mailing, language: str = "de", **data) -> dict:
    return office.post(reverse("mailings:live", args=[mailing.pk, language]), data).json()


def test_the_preview_follows_the_form_and_saves_nothing(office, mailing):
    before = mailing.versions.get(language="de").html
    shown = live(office, mailing, subject_de="Noch nicht gespeichert", preheader_de="Auch das nicht")
    assert (shown["subject"], shown["preheader"]) == ("Noch nicht gespeichert", "Auch das nicht")
    assert "Auch das nicht" in shown["html"]
    assert shown["kilobytes"] > 5
    assert "VFTOKEN" not in shown["html"] + shown["text"]
    version = mailing.versions.get(language="de")
    assert (version.subject != "Noch nicht gespeichert", version.html) == (True, before)


def test_the_preview_shows_the_order_of_the_form(office, mailing, edition):
    keys = [str(article.translation_key) for article in edition.articles]
    data = {"item": list(reversed(keys)), **{f"show_{key}": "teaser" for key in keys}}
    html = live(office, mailing, **data)["html"]
    last, first = edition.articles[-1].title.split()[0], edition.articles[0].title.split()[0]
    assert 0 < html.find(last, html.find("<body")) < html.find(first, html.find("<body"))


def test_the_preview_as_one_subscriber_shows_their_language_and_name(office, mailing, topics):
    arab = make_readers(1, topics=topics, language="ar", name="ar")[0]
    Subscriber.objects.filter(pk=arab.pk).update(name="Amal")
    shown = live(office, mailing, reader=arab.address)
    assert shown["language"] == "ar"
    assert 'dir="rtl"' in shown["html"]
    assert "Amal" in shown["html"]
    other = make_readers(1, topics=topics, language="uk", name="uk")[0]
    Subscriber.objects.filter(pk=other.pk).update(second_language="ar")
    shown = live(office, mailing, reader=other.address)
    assert shown["language"] == "ar"
    assert "Ще немає" in shown["html"]
    assert "Українська" in shown["reader"]
    assert live(office, mailing, reader="niemand@lindenau.example")["reader"]


def test_without_the_right_to_see_people_the_preview_knows_nobody(client, django_user_model, mailing, topics):
    from django.contrib.auth.models import Permission

    arab = make_readers(1, topics=topics, language="ar", name="ar")[0]
    writer = django_user_model.objects.create_user("schreibt", "s@lindenau.example", "x")
    writer.user_permissions.add(*Permission.objects.filter(codename__in=["access_admin", "change_mailing"]))
    client.force_login(writer)
    assert live(client, mailing, reader=arab.address)["language"] == "de"


def test_a_mailing_without_a_page_is_written_language_by_language(office, topics, site_with_newsletter):
    office.post(reverse("mailings:free"), {"title": "Heute zu", "languages": ["de", "ar"]})
    made = Mailing.objects.get()
    words = reverse("mailings:words", args=[made.pk, "ar"])
    assert office.get(words).status_code == 200
    data = {
        "subject": "مغلق اليوم",
        "preheader": "",
        "body-count": "1",
        "body-0-deleted": "",
        "body-0-order": "0",
        "body-0-type": "paragraph",
        "body-0-id": "",
        "body-0-value-text": json.dumps(contentstate("نراكم غدًا.")),
        "body-0-value-show_in": ["web", "print", "email"],
    }
    answer = office.post(words, data)
    assert answer.status_code == 302, answer.context["form"].errors
    version = made.versions.get(language="ar")
    assert version.subject == "مغلق اليوم"
    assert "نراكم غدًا." in version.html
    assert office.get(reverse("mailings:edit", args=[made.pk])).status_code == 200
    assert office.get(reverse("mailings:preview", args=[made.pk, "ar"])).status_code == 200


def contentstate(text: str) -> dict:
    """What the rich text editor posts."""
    block = {"key": "a", "text": text, "type": "unstyled", "depth": 0, "inlineStyleRanges": [], "entityRanges": []}
    return {"blocks": [block], "entityMap": {}}


def test_a_free_mailing_needs_a_language(office, site_with_newsletter):
    office.post(reverse("mailings:free"), {"title": "Ohne Sprache"})
    assert not Mailing.objects.exists()


def test_order_and_parts_are_kept_when_saved(office, mailing, edition, topics):
    keys = [str(article.translation_key) for article in edition.articles]
    data = {
        "topics": [topics[0].pk],
        "item": list(reversed(keys)),
        "part_known": ["letter", "abc"],
        "part": ["abc"],
        **{f"show_{key}": "line" for key in keys},
        **{f"subject_{version.language}": version.subject for version in mailing.versions.all()},
    }
    office.post(reverse("mailings:edit", args=[mailing.pk]), data)
    mailing.refresh_from_db()
    assert [row["key"] for row in mailing.composition["items"]] == list(reversed(keys))
    assert mailing.composition["hidden"] == ["letter"]

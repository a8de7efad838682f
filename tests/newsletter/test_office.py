"""What the office does in the admin, request by request, with the rights it has."""

import re

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse
from wagtail.models import ModelLogEntry

from newsletter import evidence
from newsletter.models import ConsentEvent, Delivery, Mailing, Subscriber, Suppression, Topic

from .conftest import make_readers

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_once")]


@pytest.fixture
def office(client, editor):
    client.force_login(editor)
    return client


def data_of(mailing, *, topics, **extra) -> dict:
    data = {"topics": [topic.pk for topic in topics]}
    for version in mailing.versions.all():
        data |= {f"subject_{version.language}": version.subject, f"preheader_{version.language}": version.preheader}
    return data | extra


def test_an_editor_sends_an_edition_with_three_buttons(office, edition, topics, post_office):
    make_readers(3, topics=[topics[0]])
    explorer = office.get(reverse("wagtailadmin_pages:edit", args=[edition.pk])).content.decode()
    new = reverse("mailings:new", args=[edition.pk])
    assert new in explorer
    assert office.get(new).status_code == 200
    answer = office.post(new)
    mailing = Mailing.objects.get()
    edit = reverse("mailings:edit", args=[mailing.pk])
    assert answer.url == edit
    assert office.get(edit).status_code == 200
    answer = office.post(edit, data_of(mailing, topics=[topics[0]], send="1"))
    send = reverse("mailings:send", args=[mailing.pk])
    assert answer.url == send
    page = office.get(send)
    assert page.context["people"] == 3
    answer = office.post(send, {"people": 3})
    assert answer.url == reverse("mailings:progress", args=[mailing.pk])
    assert len(post_office.letters) == 3
    shown = office.get(answer.url)
    assert {state: number for state, _label, number in shown.context["numbers"]}["accepted"] == 3
    assert shown.context["total"] == 3


def test_a_double_click_sends_once(office, mailing, topics, post_office):
    make_readers(3, topics=[topics[0]])
    send = reverse("mailings:send", args=[mailing.pk])
    for _click in range(3):
        office.post(send, {"people": 3})
    assert len(post_office.letters) == 3
    assert Delivery.objects.count() == 3


def test_the_fallback_is_stated_before_sending(office, mailing, topics):
    make_readers(2, topics=[topics[0]], language="tr")
    page = office.get(reverse("mailings:send", args=[mailing.pk]))
    assert page.context["fallbacks"] == 2
    assert "Türkçe" in page.content.decode()


def test_the_preview_is_the_mail_and_runs_in_a_sandbox(office, mailing):
    page = office.get(reverse("mailings:preview", args=[mailing.pk, "ar"])).content.decode()
    assert re.search(r"<iframe[^>]+sandbox=\"allow-popups\"", page)
    mail = office.get(reverse("mailings:mail", args=[mailing.pk, "ar"])).content.decode()
    assert 'dir="rtl"' in mail
    assert "VFTOKEN" not in mail
    assert office.get(reverse("mailings:preview", args=[mailing.pk, "xx"])).status_code == 404


def test_the_test_mail_goes_to_the_editor_only(office, mailing, topics, post_office, editor):
    make_readers(3, topics=[topics[0]])
    office.post(reverse("mailings:test", args=[mailing.pk]))
    assert [letter.recipients for letter in post_office.letters] == [[editor.email]] * 2
    assert post_office.letters[0].message["Subject"].startswith("[Test de]")
    assert Mailing.objects.get().state == "draft"
    assert not Delivery.objects.exists()
    assert "[Test" not in mailing.versions.get(language="de").subject
    assert ModelLogEntry.objects.filter(action="newsletter.test").exists()


def test_a_missing_sender_is_explained_instead_of_sending(office, mailing, topics, post_office):
    from cms.core.models import CouncilSettings

    make_readers(1, topics=[topics[0]])
    CouncilSettings.objects.update(sender_name="")
    assert office.get(reverse("mailings:send", args=[mailing.pk])).context["problems"]
    office.post(reverse("mailings:send", args=[mailing.pk]), {"people": 1})
    assert Mailing.objects.get().state == "draft"
    assert not post_office.letters


def test_scheduling_and_taking_it_back(office, mailing, topics):
    make_readers(1, topics=[topics[0]])
    send = reverse("mailings:send", args=[mailing.pk])
    assert office.post(send, {"people": 1, "at": "2020-01-01 10:00"}).status_code == 200
    office.post(send, {"people": 1, "at": "2199-01-01 10:00"})
    assert Mailing.objects.get().state == "scheduled"
    assert office.get(reverse("mailings:edit", args=[mailing.pk])).url == send
    assert reverse("mailings:unschedule", args=[mailing.pk]) in office.get(send).content.decode()
    office.post(reverse("mailings:unschedule", args=[mailing.pk]))
    assert Mailing.objects.get().state == "draft"


def test_an_unclear_mail_is_settled_by_a_person(office, mailing, topics, post_office):
    make_readers(2, topics=[topics[0]])
    office.post(reverse("mailings:send", args=[mailing.pk]), {"people": 2})
    first, second = Delivery.objects.order_by("pk")
    Delivery.objects.update(state="uncertain")
    page = office.get(reverse("mailings:progress", args=[mailing.pk])).content.decode()
    assert reverse("mailings:settle", args=[mailing.pk, first.pk]) in page
    office.post(reverse("mailings:settle", args=[mailing.pk, first.pk]), {"again": "1"})
    office.post(reverse("mailings:settle", args=[mailing.pk, second.pk]))
    assert len(post_office.to(first.address)) == 2
    assert post_office.to(first.address)[0].message["Message-ID"] == post_office.to(first.address)[1].message["Message-ID"]
    assert len(post_office.to(second.address)) == 1
    assert set(Delivery.objects.values_list("state", flat=True)) == {"accepted"}


def test_ten_thousand_subscribers_are_listed_in_pages_and_found(office, topics, django_assert_max_num_queries):
    Subscriber.objects.bulk_create(
        [Subscriber(address=f"p{n}@lindenau.example", digest=f"{n:064d}", language="de") for n in range(10_000)]
    )
    with django_assert_max_num_queries(40):
        page = office.get(reverse("subscribers:index"))
    assert page.content.decode().count("@lindenau.example") <= 120
    found = office.get(reverse("subscribers:index_results"), {"q": "p9999@"}).content.decode()
    assert "p9999@lindenau.example" in found
    assert "p9998@lindenau.example" not in found
    none = office.get(reverse("subscribers:index_results"), {"language": "ar"}).content.decode()
    assert "@lindenau.example" not in none


def test_the_consent_sheet_shows_the_chain_and_notices_tampering(office, topics):
    reader = make_readers(1, topics=[topics[0]])[0]
    page = office.get(reverse("subscribers:inspect", args=[reader.pk]))
    assert page.context["intact"]
    assert reader.address in page.content.decode()
    ConsentEvent.objects.update(language="xx")
    assert not office.get(reverse("subscribers:inspect", args=[reader.pk])).context["intact"]


def test_export_and_erasure_of_one_person(office, mailing, topics, post_office):
    reader = make_readers(1, topics=[topics[0]])[0]
    office.post(reverse("mailings:send", args=[mailing.pk]), {"people": 1})
    document = office.post(reverse("subscribers:export", args=[reader.pk])).json()
    assert document["address"] == reader.address
    assert [row["what"] for row in document["consent"]] == ["enrolled"]
    assert document["mails"][0]["state"] == "accepted"

    office.post(reverse("subscribers:erase", args=[reader.pk]))
    assert not Subscriber.objects.exists()
    assert Suppression.objects.get().reason == "erased"
    assert evidence.is_intact(evidence.chain(reader.digest))
    held = [*Delivery.objects.values_list("address", "reply"), *ConsentEvent.objects.values_list("address", "details")]
    held += [*ModelLogEntry.objects.values_list("label", "data")]
    assert reader.address not in str(held)


def test_blocking_and_unblocking_an_address(office):
    office.post(reverse("suppressions:block"), {"address": "nie@lindenau.example", "note": "Anruf"})
    row = Suppression.objects.get()
    listed = office.get(reverse("suppressions:index")).content.decode()
    assert "nie@" not in listed
    assert str(row) in listed
    office.post(reverse("suppressions:lift", args=[row.pk]))
    assert not Suppression.objects.exists()


def test_a_topic_has_a_name_in_every_language(office):
    assert office.get(reverse("topics:add")).status_code == 200
    office.post(
        reverse("topics:add"),
        {
            "name": "Sprechstunde",
            "slug": "sprechstunde",
            "sort_order": 3,
            "on_form": "on",
            "name_ar": "ساعة الاستشارة",
            "name_tr": "Danışma",
        },
    )
    topic = Topic.objects.get()
    assert (topic.name_in("ar"), topic.name_in("tr"), topic.name_in("uk")) == ("ساعة الاستشارة", "Danışma", "Sprechstunde")


def test_without_the_right_to_send_there_is_no_sending(client, django_user_model, mailing, topics, post_office):
    make_readers(1, topics=[topics[0]])
    writer = django_user_model.objects.create_user("schreibt", "s@lindenau.example", "x")
    wanted = ["access_admin", "change_mailing", "add_mailing"]
    writer.user_permissions.add(*Permission.objects.filter(codename__in=wanted))
    client.force_login(writer)
    assert client.get(reverse("mailings:edit", args=[mailing.pk])).status_code == 200
    client.post(reverse("mailings:send", args=[mailing.pk]), {"people": 1})
    client.get(reverse("subscribers:index"))
    assert Mailing.objects.get().state == "draft"
    assert not post_office.letters


def test_the_menu_and_every_list_open(office, mailing, topics):
    for name in (
        "mailings:index",
        "subscribers:index",
        "topics:index",
        "suppressions:index",
        "subscribers:paper",
        "subscribers:desk",
        "subscribers:codes",
        "signups:index",
        "suppressions:block",
    ):
        page = office.get(reverse(name))
        assert page.status_code == 200, name
    assert office.get(reverse("mailings:history", args=[mailing.pk])).status_code == 200


def test_a_topic_with_subscribers_cannot_be_deleted(office, topics):
    make_readers(1, topics=[topics[0]])
    office.post(reverse("topics:delete", args=[topics[0].pk]))
    office.post(reverse("topics:delete", args=[topics[1].pk]))
    assert list(Topic.objects.values_list("slug", flat=True)) == ["zeitung"]

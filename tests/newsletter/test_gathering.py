"""Winning readers away from the website: tablet, paper, codes. Nobody is on the list before the button in the mail."""

import io

import pytest
from django.contrib.auth.models import Permission
from django.core.cache import cache
from django.urls import reverse

from newsletter import optin, tokens
from newsletter.models import ConsentEvent, SignupRequest, Subscriber

from .conftest import make_readers

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_once")]


@pytest.fixture
def office(client, editor, site_with_newsletter):
    client.force_login(editor)
    return client


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch):
    cache.clear()
    monkeypatch.setattr("cms.core.public_forms.MINIMUM_SECONDS", 0)


def paper(topics, *lines, title="Infostand Markt, 14. November, Ordner 3") -> dict:
    data = {"title": title, "topics": [topic.pk for topic in topics], "line-TOTAL_FORMS": 10, "line-INITIAL_FORMS": 0}
    for number in range(10):
        address, name, language = lines[number] if number < len(lines) else ("", "", "de")
        data |= {f"line-{number}-address": address, f"line-{number}-name": name, f"line-{number}-language": language}
    return data


def test_a_list_on_paper_becomes_requests_and_mails_in_each_language(office, topics, post_office):
    lines = [("Anna@lindenau.example", "Anna", "de"), ("amira@lindenau.example", "أميرة", "ar")]
    office.post(reverse("subscribers:paper"), paper(topics[:1], *lines))
    assert not Subscriber.objects.exists()
    assert {(r.address, r.language, r.source, r.name) for r in SignupRequest.objects.all()} == {
        ("Anna@lindenau.example", "de", "paper", "Anna"),
        ("amira@lindenau.example", "ar", "paper", "أميرة"),
    }
    event = ConsentEvent.objects.filter(kind="requested").first()
    assert event.details["form"] == "Infostand Markt, 14. November, Ordner 3"
    arabic = post_office.to("amira@lindenau.example")[0]
    assert 'dir="rtl"' in arabic.html
    office.post(arabic.link("/confirm/"))
    assert Subscriber.objects.get().name == "أميرة"


def test_lines_that_cannot_be_taken_stay_on_the_screen_with_their_reason(office, topics, post_office):
    from newsletter.privacy import suppress

    reader = make_readers(1, topics=topics)[0]
    suppress("nie@lindenau.example", note="", user=None)
    lines = [
        ("falsch@@x", "", "de"),
        ("gut@lindenau.example", "", "tr"),
        ("nie@lindenau.example", "", "de"),
        (reader.address, "", "de"),
    ]
    page = office.post(reverse("subscribers:paper"), paper(topics, *lines))
    assert [letter.recipients for letter in post_office.letters] == [["gut@lindenau.example"]]
    assert len(page.context["troubles"]) == 3
    shown = page.content.decode()
    assert "falsch@@x" in shown
    assert "gut@lindenau.example" not in shown


def test_an_empty_form_asks_for_the_list_and_the_topics(office, topics):
    page = office.post(reverse("subscribers:paper"), paper([], title=""))
    assert set(page.context["form"].errors) == {"title", "topics"}


def test_who_may_only_look_cannot_type_in_lists(client, django_user_model, topics):
    reader = django_user_model.objects.create_user("liest", "l@lindenau.example", "x")
    reader.user_permissions.add(*Permission.objects.filter(codename__in=["access_admin", "view_subscriber"]))
    client.force_login(reader)
    client.post(reverse("subscribers:paper"), paper(topics, ("a@lindenau.example", "", "de")))
    assert not SignupRequest.objects.exists()


def desk_url(office, topics, *, language="de") -> str:
    page = office.post(reverse("subscribers:desk"), {"event": "Stadtteilfest", "topics": [topic.pk for topic in topics]})
    path = page.context["url"].split("/de/newsletter/")[1]
    return f"/{language}/newsletter/{path}"


def test_the_tablet_signs_up_one_person_after_the_other_without_a_login(office, client, topics, post_office):
    url = desk_url(office, topics, language="ar")
    client.logout()
    for number in range(2):
        page = client.get(url)
        assert 'dir="rtl"' in page.content.decode()
        assert not page.context["form"]["address"].value()
        started = page.context["form"]["started"].value()
        data = {"address": f"p{number}@lindenau.example", "language": "ar", "topics": [topics[0].pk], "started": started}
        answer = client.post(url, data)
        assert answer.url == f"{url}thanks/"
        assert f"p{number}@" not in client.get(answer.url).content.decode()
    assert not answer.cookies
    assert list(SignupRequest.objects.values_list("source", "form")) == [("desk", "Stadtteilfest")] * 2
    assert len(post_office.letters) == 2


def test_the_tablet_reaches_nothing_of_the_office(office, client, topics):
    url = desk_url(office, topics)
    client.logout()
    assert client.get(reverse("subscribers:index")).status_code == 302
    assert "/admin/" not in client.get(url).content.decode()


def test_the_desk_closes_and_forged_links_open_nothing(client, topics, site_with_newsletter, monkeypatch):
    token = tokens.desk_token("Fest", topics=[])
    assert client.get(f"/de/newsletter/desk/{token}/").status_code == 200
    for path in (f"/de/newsletter/desk/{token[:-3]}xxx/", "/de/newsletter/desk/x/thanks/"):
        assert client.get(path).status_code == 410
    monkeypatch.setattr("newsletter.tokens.DESK_HOURS", -1)
    assert client.get(f"/de/newsletter/desk/{token}/").status_code == 410


def test_a_desk_has_its_own_limit(client, topics, site_with_newsletter, post_office, monkeypatch):
    monkeypatch.setattr("newsletter.limits.PER_DESK_HOUR", 2)
    url = f"/de/newsletter/desk/{tokens.desk_token('Fest', topics=[topics[0].pk])}/"
    codes = []
    for number in range(3):
        started = client.get(url).context["form"]["started"].value()
        codes.append(client.post(url, {"address": f"p{number}@l.example", "language": "de", "started": started}).status_code)
    assert codes == [302, 302, 429]


def test_a_lost_confirmation_mail_is_sent_again_but_not_for_ever(office, topics, post_office):
    wording = optin.wording_for(language="de", council_name="Rat")
    request = optin.request_signup("a@lindenau.example", language="de", topics=list(topics), wording=wording, form="/", site=None)
    again = reverse("signups:resend", args=[request.pk])
    office.post(again)
    assert len(post_office.letters) == 1, "not within the hour"
    for _hour in range(4):
        cache.clear()
        office.post(again)
    assert len(post_office.letters) == optin.MAX_MAILS
    links = {letter.link("/confirm/") for letter in post_office.letters}
    assert len(links) == 1, "every mail leads to the same button"
    assert office.get(reverse("signups:inspect", args=[request.pk])).status_code == 200
    office.post(links.pop())
    with pytest.raises(optin.OptInError):
        cache.clear()
        optin.resend(request)


def test_the_codes_open_the_sign_up_in_their_own_language(office, client):
    from PIL import Image

    page = office.get(reverse("subscribers:codes"))
    urls = {code.language: code.url for code in page.context["codes"]}
    assert urls["ar"].endswith("/ar/newsletter/")
    assert len(urls) == 6
    svg = office.get(reverse("subscribers:code", args=["ar", "svg"]))
    assert svg.content.startswith(b"<?xml")
    png = office.get(reverse("subscribers:code", args=["tr", "png"]))
    assert Image.open(io.BytesIO(png.content)).size[0] >= 1000
    assert office.get(reverse("subscribers:code", args=["xx", "svg"])).status_code == 404
    assert office.get(reverse("subscribers:code", args=["de", "exe"])).status_code == 404


@pytest.mark.slow
def test_card_list_and_consent_sheet_are_accessible_pdfs_in_their_language(office, topics):
    import pikepdf

    reader = make_readers(1, topics=topics)[0]
    urls = {
        "ar": reverse("subscribers:code", args=["ar", "card"]),
        "tr": reverse("subscribers:code", args=["tr", "list"]),
        "de": reverse("subscribers:sheet", args=[reader.pk]),
    }
    for language, url in urls.items():
        answer = office.get(url)
        assert answer["Content-Type"] == "application/pdf"
        with pikepdf.open(io.BytesIO(answer.content)) as pdf:
            assert str(pdf.Root.Lang) == language
            assert pdf.Root.MarkInfo.Marked

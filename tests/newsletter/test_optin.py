"""Double opt-in as readers live it: form, mail, button. Everything goes through the browser's requests and a real SMTP server."""

import datetime

import pytest
from django.core.cache import cache
from django.utils import timezone

from newsletter import evidence, optin
from newsletter.models import ConsentEvent, SignupRequest, Subscriber, Subscription, Suppression, Topic

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("at_once")]


@pytest.fixture(autouse=True)
def no_waiting(monkeypatch):
    """Forms are filled at once here; the test of the minimum time sets it back."""
    monkeypatch.setattr("cms.core.public_forms.MINIMUM_SECONDS", 0)


def form_data(client, *, address, topics, language="de", page="/de/newsletter/", **extra):
    started = client.get(page).context["form"]["started"].value()
    return {"address": address, "topics": [topic.pk for topic in topics], "language": language, "started": started, **extra}


def sign_up(client, **kwargs):
    page = kwargs.setdefault("page", "/de/newsletter/")
    return client.post(page, form_data(client, **kwargs))


@pytest.mark.parametrize("language", ["de", "en", "tr", "ar", "uk", "de-x-leicht"])
def test_a_reader_subscribes_in_every_language(client, site_with_newsletter, topics, post_office, language):
    page = f"/{language}/newsletter/"
    answer = sign_up(client, address="leserin@lindenau.example", topics=topics[:1], language=language, page=page)
    assert answer.status_code == 302
    assert answer.url == f"{page}thanks/"
    assert not Subscriber.objects.exists(), "nobody is on the list before the button"

    letter = post_office.letters[0]
    assert letter.message["Auto-Submitted"] == "auto-generated"
    assert letter.message["List-Unsubscribe"] is None
    assert ('dir="rtl"' in letter.html) == (language == "ar")
    link = letter.link("/confirm/")
    assert link.startswith(page)

    shown = client.get(link)
    assert shown.status_code == 200
    assert f'dir="{"rtl" if language == "ar" else "ltr"}"' in shown.content.decode()
    assert client.post(link).status_code == 200
    subscriber = Subscriber.objects.get()
    assert subscriber.language == language
    assert subscriber.current_topics() == [topics[0]]


def test_scanners_that_open_the_link_a_hundred_times_change_nothing(client, site_with_newsletter, topics, post_office):
    sign_up(client, address="a@lindenau.example", topics=topics)
    link = post_office.letters[0].link("/confirm/")
    for _ in range(50):
        client.get(link)
        client.head(link)
    assert not Subscriber.objects.exists()
    assert SignupRequest.objects.get().state == SignupRequest.State.MAILED


def test_pressing_the_button_twice_is_the_same_as_once(client, site_with_newsletter, topics, post_office):
    sign_up(client, address="a@lindenau.example", topics=topics)
    link = post_office.letters[0].link("/confirm/")
    assert client.post(link).status_code == client.post(link).status_code == 200
    assert ConsentEvent.objects.filter(kind="confirmed").count() == 1


def test_a_hundred_sign_ups_for_one_address_send_one_mail(client, site_with_newsletter, topics, post_office, monkeypatch):
    monkeypatch.setattr("newsletter.limits.PER_CONNECTION_HOUR", 1000)
    data = form_data(client, address="opfer@lindenau.example", topics=topics)
    for number in range(100):
        data["address"] = "opfer@lindenau.example" if number % 2 else "OPFER@Lindenau.example"
        assert client.post("/de/newsletter/", data).status_code == 302
    assert len(post_office.letters) == 1


def test_the_screen_says_the_same_for_known_and_unknown_addresses(client, site_with_newsletter, topics, post_office):
    sign_up(client, address="a@lindenau.example", topics=topics)
    client.post(post_office.letters[0].link("/confirm/"))
    cache.clear()
    known = sign_up(client, address="a@lindenau.example", topics=topics)
    unknown = sign_up(client, address="b@lindenau.example", topics=topics)
    assert (known.status_code, known.url) == (unknown.status_code, unknown.url)
    known = client.post("/de/newsletter/link/", form_data(client, address="a@lindenau.example", topics=[]))
    unknown = client.post("/de/newsletter/link/", form_data(client, address="c@lindenau.example", topics=[]))
    assert (known.status_code, known.url, known.content) == (unknown.status_code, unknown.url, unknown.content)


def test_a_request_nobody_confirms_expires_and_forgets_the_address(client, site_with_newsletter, topics, post_office):
    from newsletter.optin import expire_requests

    sign_up(client, address="a@lindenau.example", topics=topics)
    link = post_office.letters[0].link("/confirm/")
    SignupRequest.objects.update(expires_at=timezone.now() - datetime.timedelta(minutes=1))
    assert client.post(link).status_code == 410
    assert expire_requests() == 1
    assert client.get(link).status_code == 410
    assert not Subscriber.objects.exists()
    assert not SignupRequest.objects.exclude(address="").exists()
    assert not ConsentEvent.objects.exclude(address="").exists()
    assert evidence.is_intact(list(ConsentEvent.objects.order_by("sequence")))


def test_a_forged_or_cut_link_is_refused(client, site_with_newsletter, topics, post_office):
    sign_up(client, address="a@lindenau.example", topics=topics)
    link = post_office.letters[0].link("/confirm/")
    for broken in (link[:-4] + "AAA/", link.replace("confirm/", "confirm/0"), "/de/newsletter/confirm/x/"):
        assert client.post(broken).status_code == 410
    assert not Subscriber.objects.exists()


def test_the_trap_and_the_clock_catch_programs_without_telling_them(
    client, site_with_newsletter, topics, post_office, monkeypatch
):
    answer = sign_up(client, address="bot@lindenau.example", topics=topics, website="https://spam.example")
    assert answer.status_code == 302
    monkeypatch.setattr("cms.core.public_forms.MINIMUM_SECONDS", 5)
    assert sign_up(client, address="fast@lindenau.example", topics=topics).status_code == 422
    assert (
        client.post("/de/newsletter/", {"address": "x@lindenau.example", "topics": [topics[0].pk], "language": "de"}).status_code
        == 422
    )
    assert not post_office.letters
    assert not SignupRequest.objects.exists()


def test_one_connection_cannot_sign_up_half_the_town(client, site_with_newsletter, topics, post_office, monkeypatch):
    monkeypatch.setattr("newsletter.limits.PER_CONNECTION_HOUR", 3)
    codes = [sign_up(client, address=f"n{number}@lindenau.example", topics=topics).status_code for number in range(5)]
    assert codes == [302, 302, 302, 429, 429]
    assert len(post_office.letters) == 3


@pytest.mark.parametrize(
    "wrong",
    [
        "",
        "ohne-at.example",
        "zwei@@lindenau.example",
        "a@b",
        "x" * 300 + "@lindenau.example",
        "a@lindenau.example\nBcc: b@lindenau.example",
        "ü@lindenau.example",
        "<script>@lindenau.example",
    ],
)
def test_a_wrong_address_gets_a_clear_answer_and_no_mail(client, site_with_newsletter, topics, post_office, wrong):
    answer = sign_up(client, address=wrong, topics=topics)
    assert answer.status_code == 422
    assert "<script>@" not in answer.content.decode()
    assert 'role="alert"' in answer.content.decode()
    assert not post_office.letters


def test_an_address_with_umlauts_in_its_domain_is_kept_readable_and_mailed_in_ascii(
    client, site_with_newsletter, topics, post_office
):
    sign_up(client, address="Anna@MÜLLER.example", topics=topics)
    letter = post_office.letters[0]
    assert letter.recipients == ["Anna@xn--mller-kva.example"]
    client.post(letter.link("/confirm/"))
    assert Subscriber.objects.get().address == "Anna@müller.example"


def test_what_was_agreed_to_can_be_proved_word_for_word(client, site_with_newsletter, topics, post_office):
    sign_up(client, address="a@lindenau.example", topics=topics[:1], language="ar", page="/ar/newsletter/")
    client.post(post_office.letters[0].link("/confirm/"))
    events = evidence.chain(Subscriber.objects.get().digest)
    assert [event.kind for event in events] == ["requested", "mailed", "confirmed"]
    assert evidence.is_intact(events)
    assert events[0].wording.text
    assert events[0].wording.language == "ar"
    assert events[0].details["form"].endswith("/ar/newsletter/")
    assert events[2].details["message_id"] == post_office.letters[0].message["Message-ID"]
    assert events[0].at <= events[1].at <= events[2].at


def test_a_changed_row_of_the_chain_is_noticed(client, site_with_newsletter, topics, post_office):
    sign_up(client, address="a@lindenau.example", topics=topics)
    client.post(post_office.letters[0].link("/confirm/"))
    digest = Subscriber.objects.get().digest
    ConsentEvent.objects.filter(kind="requested").update(at=timezone.now() - datetime.timedelta(days=30))
    assert not evidence.is_intact(evidence.chain(digest))
    with pytest.raises(Exception, match="never"):
        evidence.chain(digest)[0].save()
    with pytest.raises(Exception, match="never"):
        evidence.chain(digest)[0].delete()


def test_the_mail_server_being_away_loses_no_request(client, site_with_newsletter, topics, post_office, settings):
    from newsletter.duties import retry_confirmations

    port = settings.MAILERS["default"]["OPTIONS"]["port"]
    settings.MAILERS["default"]["OPTIONS"]["port"] = 1
    assert sign_up(client, address="a@lindenau.example", topics=topics).status_code == 302
    assert SignupRequest.objects.get().state == SignupRequest.State.NEW
    settings.MAILERS["default"]["OPTIONS"]["port"] = port
    SignupRequest.objects.update(requested_at=timezone.now() - datetime.timedelta(hours=1))
    assert retry_confirmations() == 1
    assert SignupRequest.objects.get().state == SignupRequest.State.MAILED
    assert len(post_office.letters) == 1


def test_a_blocked_address_never_hears_from_us(client, site_with_newsletter, topics, post_office, editor):
    from newsletter.privacy import suppress

    suppress("gesperrt@lindenau.example", note="bat darum", user=editor)
    assert sign_up(client, address="Gesperrt@lindenau.example", topics=topics).status_code == 302
    assert not post_office.letters
    assert Suppression.objects.get().reason == "office"


def test_coming_back_after_leaving_needs_the_button_again(client, site_with_newsletter, topics, post_office):
    from newsletter import optin

    sign_up(client, address="a@lindenau.example", topics=topics)
    client.post(post_office.letters[0].link("/confirm/"))
    subscriber = Subscriber.objects.get()
    optin.leave(subscriber, way="page")
    cache.clear()
    sign_up(client, address="a@lindenau.example", topics=topics[:1])
    assert Subscriber.objects.get().state == "left"
    client.post(post_office.letters[1].link("/confirm/"))
    assert Subscriber.objects.get().state == "active"
    assert Subscription.objects.filter(state="active").count() == 1
    with pytest.raises(optin.OptInError):
        optin.enrol("a@lindenau.example", language="de", topics=[topics[1]], source="Liste vom Infostand")


def test_a_forgetful_cache_does_not_let_a_second_mail_out(client, site_with_newsletter, topics, post_office):
    sign_up(client, address="a@lindenau.example", topics=topics)
    cache.clear()
    sign_up(client, address="a@lindenau.example", topics=topics)
    assert len(post_office.letters) == 1


def test_the_form_is_believed_about_its_page_only_within_the_site(client, site_with_newsletter, topics, post_office):
    sign_up(client, address="a@lindenau.example", topics=topics, origin="/de/")
    sign_up(client, address="b@lindenau.example", topics=topics, origin="https://evil.example/")
    sign_up(client, address="c@lindenau.example", topics=topics, origin="//evil.example/")
    forms = [request.form for request in SignupRequest.objects.order_by("pk")]
    assert forms == ["http://testserver/de/", "http://testserver/de/newsletter/", "http://testserver/de/newsletter/"]


def test_without_topics_the_form_says_so_instead_of_asking_for_the_impossible(client, site_with_newsletter, topics):
    Topic.objects.update(on_form=False)
    page = client.get("/de/newsletter/").content.decode()
    assert "Zurzeit gibt es nichts zu abonnieren." in page
    assert 'name="address"' not in page


def test_whoever_left_everything_is_not_taken_over_with_another_topic(topics, site_with_newsletter):
    reader = optin.enrol("frueher@lindenau.example", language="de", topics=[topics[0]], source="Kartei")
    optin.leave(reader, way="page")
    with pytest.raises(optin.OptInError):
        optin.enrol("frueher@lindenau.example", language="de", topics=[topics[1]], source="Kartei")
    reader.refresh_from_db()
    assert reader.state == "left"

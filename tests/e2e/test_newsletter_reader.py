"""The newsletter's pages for readers in a real browser: accessible, valid, fit for phones, no scripts, right to left."""

import pytest
from django.core.cache import cache
from playwright.sync_api import expect

from newsletter import optin, tokens
from newsletter.models import SignupRequest, Subscriber, Topic

from .conftest import axe_complaints, press, send_form

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def reader(home):
    """Somebody on the list, with two topics; and a request that waits for its button."""
    cache.clear()  # it remembers who got a mail lately
    paper = Topic.objects.create(
        slug="zeitung", name="Zeitung Vielfalt", description="Zweimal im Jahr.", translations={"ar": {"name": "الجريدة"}}
    )
    dates = Topic.objects.create(slug="termine", name="Termine & Aktionen", sort_order=1)
    wording = optin.wording_for(language="de", council_name="Integrationsrat")
    optin.request_signup("neu@lindenau.example", language="de", topics=[paper], wording=wording, form="/", site=None)
    return optin.enrol("leserin@lindenau.example", language="de", topics=[paper, dates], source="Liste")


def pages(reader, language: str) -> dict[str, str]:
    leave, care = tokens.leave_token(reader.uid, mailing_id=0), tokens.care_token(reader.uid)
    desk = tokens.desk_token("Stadtteilfest", topics=[])
    waiting = tokens.confirm_token(str(SignupRequest.objects.get().uid))
    own = {
        "signup": "",
        "thanks": "thanks/",
        "confirm": f"confirm/{waiting}/",
        "expired": "confirm/x/",
        "leave": f"leave/{leave}/",
        "preferences": f"preferences/{leave}/",
        "link": "link/",
        "link-sent": "link/sent/",
        "care": f"care/{care}/",
        "erase": f"care/{care}/erase/",
        "invalid": "care/x/",
        "desk": f"desk/{desk}/",
        "desk-thanks": f"desk/{desk}/thanks/",
        "desk-closed": "desk/x/",
    }
    return {f"{language}-{name}": f"/{language}/newsletter/{path}" for name, path in own.items()}


@pytest.mark.parametrize(("width", "scheme", "language"), [(1280, "light", "de"), (360, "dark", "ar")])
def test_axe_finds_nothing_on_any_of_the_readers_pages(open_page, reader, width, scheme, language):
    window = open_page(f"/{language}/", width=width, scheme=scheme)
    found = {}
    for name, path in pages(reader, language).items():
        window.goto(path)
        found[name] = axe_complaints(window)
        sideways = window.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert sideways <= 0, name
    assert not any(found.values()), "\n".join(found.values())


def test_the_html_checker_finds_no_errors(client, reader, html_errors, tmp_path):
    documents = {name: client.get(path).content.decode() for lang in ("de", "ar") for name, path in pages(reader, lang).items()}
    documents["refused"] = client.post("/de/newsletter/", {"address": "falsch"}).content.decode()
    assert html_errors(documents, tmp_path) == []


def test_a_reader_subscribes_from_a_phone_without_scripts_in_arabic(open_page, reader):
    window = open_page("/ar/newsletter/", width=360, java_script_enabled=False)
    expect(window.locator("html")).to_have_attribute("dir", "rtl")
    window.locator("input[name=address]").fill("qari@lindenau.example")
    window.locator("input[name=topics]").first.check()
    send_form(window.locator(".signup button"))
    assert window.url.endswith("/ar/newsletter/thanks/")
    request = SignupRequest.objects.get(address="qari@lindenau.example")
    assert request.language == "ar"
    window.goto(f"/ar/newsletter/confirm/{tokens.confirm_token(str(request.uid))}/")
    press(window.locator(".form button"))
    expect(window.locator("main h1")).to_be_visible()
    assert Subscriber.objects.get(address="qari@lindenau.example").language == "ar"
    window.context.close()


def test_a_mistake_is_explained_at_the_top_and_at_the_field(open_page, reader):
    window = open_page("/de/newsletter/", width=360)
    window.locator("input[name=address]").fill("ohne-at-zeichen")
    send_form(window.locator(".signup button"))
    expect(window.get_by_role("alert")).to_be_visible()
    window.get_by_role("alert").get_by_role("link").first.click()
    expect(window.locator("input[name=address]")).to_be_focused()
    expect(window.locator("input[name=address]")).to_have_attribute("aria-invalid", "true")
    expect(window.locator("input[name=address]")).to_have_value("ohne-at-zeichen")


def test_leaving_takes_one_page_and_one_button(open_page, reader):
    window = open_page(f"/de/newsletter/leave/{tokens.leave_token(reader.uid, mailing_id=0)}/", width=360)
    assert reader.address not in window.content()
    press(window.locator(".form button").first)
    expect(window.locator("main h1")).to_be_visible()
    reader.refresh_from_db()
    assert reader.state == Subscriber.State.LEFT

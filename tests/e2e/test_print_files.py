"""An editor looks at the printed pages and asks for a PDF, in the browser."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from cms.renditions.models import PrintFile
from cms.renditions.printing import make, request_print

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]
PRINT_PREVIEW = """async (address) => {
  const form = new FormData(document.querySelector("#page-edit-form"));
  const headers = { "X-CSRFToken": form.get("csrfmiddlewaretoken") };
  const answer = await fetch(address, { method: "POST", body: form, headers });
  return (await answer.json()).is_valid;
}"""


@pytest.fixture
def desk(open_page, editor, client, live_server):
    """A window of somebody who is logged in to the admin."""
    client.force_login(editor)
    window = open_page("/admin/login/")
    window.set_default_timeout(90_000)
    window.context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}])
    return window


def test_the_print_preview_shows_the_pages_as_they_will_be_printed(edition, desk):
    article = edition.articles[1]
    desk.goto(reverse("wagtailadmin_pages:edit", args=[article.pk]))
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[article.pk])
    assert desk.evaluate(PRINT_PREVIEW, address)
    desk.goto(f"{address}?mode=print")
    sheet = desk.locator("figure img").first
    assert sheet.evaluate("image => image.complete && image.naturalWidth") == 900
    assert sheet.evaluate("image => image.naturalHeight / image.naturalWidth") == pytest.approx(297 / 210, abs=0.01)


def test_a_pdf_becomes_ready_without_reloading_the_page(edition, desk):
    article = edition.articles[1]
    waiting = request_print(article)  # the immediate task queue of tests has made it; put it back to be followed
    PrintFile.objects.filter(pk=waiting.pk).update(state="queued", file="")
    desk.goto(reverse("renditions:page", args=[article.pk]))
    row = desk.locator(f'[data-print-file="{waiting.pk}"]')
    assert row.get_attribute("data-state") == "queued"
    make(PrintFile.objects.get(pk=waiting.pk))
    expect(row).to_have_attribute("data-state", "ready", timeout=60_000)
    link = row.locator("[data-field=download]")
    assert link.is_visible()
    with desk.expect_download() as download:
        link.click()
    assert download.value.path().read_bytes().startswith(b"%PDF-")


def test_the_list_works_on_a_phone_without_scrolling_sideways(edition, desk):
    desk.set_viewport_size({"width": 360, "height": 800})
    desk.goto(reverse("renditions:page", args=[edition.pk]))
    assert desk.evaluate("document.documentElement.scrollWidth") <= 360
    assert desk.get_by_role("button").filter(has_text="Text").first.is_visible()

"""An editor looks at the printed pages and orders PDFs, in the browser."""

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from cms.renditions.models import PrintFile
from cms.renditions.printing import make, request_print
from tests.e2e.conftest import axe_complaints

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True, serialized_rollback=True)]
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
    window.context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}])
    return window


def test_the_print_preview_shows_the_pages_as_they_will_be_printed(edition, desk):
    article = edition.articles[1]
    desk.goto(reverse("wagtailadmin_pages:edit", args=[article.pk]))
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[article.pk])
    assert desk.evaluate(PRINT_PREVIEW, address)
    desk.goto(f"{address}?mode=print")
    sheet = desk.locator("figure img").first
    expect(sheet).to_be_visible()
    expect(sheet).to_have_js_property("complete", True)
    assert sheet.evaluate("image => image.naturalHeight / image.naturalWidth") == pytest.approx(297 / 210, abs=0.03)


def test_a_pdf_becomes_ready_without_reloading_the_page(edition, desk):
    article = edition.articles[1]
    waiting = request_print(article)  # the immediate task queue of tests has made it; put it back to be followed
    PrintFile.objects.filter(pk=waiting.pk).update(state="queued", file="")
    desk.goto(reverse("renditions:page", args=[article.pk]))
    row = desk.locator(f'[data-print-file="{waiting.pk}"]')
    assert row.get_attribute("data-state") == "queued"
    make(PrintFile.objects.get(pk=waiting.pk))
    expect(row).to_have_attribute("data-state", "ready")
    link = row.locator("[data-field=download]")
    expect(link).to_be_visible()
    with desk.expect_download() as download:
        link.click()
    assert download.value.path().read_bytes().startswith(b"%PDF-")


def test_the_button_says_how_many_files_will_be_made_and_the_keyboard_orders_them(edition, desk):
    article = edition.articles[1]
    desk.goto(reverse("renditions:page", args=[article.pk]))
    button = desk.locator("[data-print-go]")
    expect(button).to_have_text("1 Datei machen")
    desk.locator("[name=purposes][value=press]").focus()
    desk.keyboard.press("Space")
    expect(button).to_have_text("2 Dateien machen")
    button.focus()
    desk.keyboard.press("Enter")
    expect(desk.locator(".messages .success")).to_be_visible()
    assert sorted(PrintFile.objects.values_list("purpose", flat=True)) == ["press", "screen"]


def test_the_desk_works_on_a_phone_without_scrolling_sideways_and_for_everybody(edition, desk):
    made = request_print(edition.articles[1])
    desk.set_viewport_size({"width": 360, "height": 800})
    for address in [reverse("renditions:page", args=[made.page_id]), reverse("renditions:file", args=[made.pk])]:
        desk.goto(address)
        assert desk.evaluate("document.documentElement.scrollWidth") <= 360
        assert axe_complaints(desk, context=".print-desk") == ""
    expect(desk.get_by_role("link", name="Herunterladen").first).to_be_visible()

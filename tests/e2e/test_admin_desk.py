"""The editors' desk in a real browser: dashboard, new edition, two editors at once, Arabic, pictures, and who is called."""

import io
import re

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse
from PIL import Image
from playwright.sync_api import expect
from wagtail.models import Page

from cms.core.models import CouncilImage
from cms.core.permissions import ensure_editor_group
from cms.editions.models import ArticlePage, EditionPage
from newsletter.models import Mailing
from tests.core.test_images import betrays_nothing, content, gps_exif

from .conftest import axe_complaints, complain_if_foreign, patient, press

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True)]

DESKTOP, PHONE = {"width": 1280, "height": 900}, {"width": 360, "height": 780}


@pytest.fixture
def desk(chromium, live_server, edition):
    """Opens an address for an editor of the group Redaktion; collects complaints and requests to other hosts."""
    windows, complaints = [], []

    def open_window(address="/admin/", *, name="ines", first_name="Ines", viewport=DESKTOP):
        user, _created = get_user_model().objects.get_or_create(username=name, defaults={"first_name": first_name})
        user.groups.add(ensure_editor_group())
        client = Client()
        client.force_login(user)
        context = chromium.new_context(base_url=live_server.url, viewport=viewport, locale="tr-TR")
        context.add_cookies([{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}])
        window = patient(context).new_page()
        window.on("request", lambda request: complain_if_foreign(request.url, live_server.url, complaints))
        window.on("pageerror", lambda error: complaints.append(f"script error: {error}"))
        window.on("console", lambda line: complaints.append(line.text) if "Content Security Policy" in line.text else None)
        window.goto(address)
        windows.append(context)
        return window

    yield open_window
    for context in windows:
        context.close()
    assert complaints == []


def overflow(window) -> int:
    """How many pixels a phone would have to scroll sideways."""
    return window.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_the_dashboard_is_accessible_and_fits(desk, edition, viewport):
    window = desk(viewport=viewport)
    expect(window.locator("#v-edition")).to_contain_text("24")
    expect(window.locator(".v-matrix tbody tr")).to_have_count(3)
    assert overflow(window) <= 0
    assert axe_complaints(window, context=".v-desk") == ""


def test_no_admin_page_calls_another_host_or_breaks_its_policy(desk, edition):
    window = desk()
    article = ArticlePage.objects.child_of(edition).first()
    site = edition.get_site()
    pages = [
        reverse("wagtailadmin_home"),
        reverse("wagtailadmin_explore", args=[edition.pk]),
        reverse("wagtailadmin_pages:edit", args=[edition.pk]),
        reverse("wagtailadmin_pages:edit", args=[article.pk]),
        reverse("wagtailimages:index"),
        reverse("wagtailimages:add_multiple"),
        reverse("wagtailsettings:edit", args=["core", "councilsettings", site.pk]),
        reverse("wagtailadmin_account"),
        reverse("new_edition", args=[edition.pk]),
    ]
    for address in pages:
        assert window.goto(address).status == 200, address
        window.wait_for_load_state("networkidle")


def test_an_editor_starts_the_next_edition_from_the_dashboard(desk, edition):
    window = desk()
    press(window.locator(f'a[href="{reverse("new_edition", args=[edition.pk])}"]').first)
    assert window.locator("[name=number]").input_value() == "25"
    assert window.locator("[name=season]").input_value() == "Frühjahr 2027"
    window.locator("[name=season]").fill("Frühsommer 2027 🌱")
    press(window.locator(".v-submit button"))
    made = EditionPage.objects.get(number=25)
    assert window.url.endswith(reverse("wagtailadmin_explore", args=[made.pk]))
    assert made.season == "Frühsommer 2027 🌱"
    assert ArticlePage.objects.child_of(made).filter(live=False).count() == 3
    window.goto("/admin/")
    expect(window.locator("#v-edition")).to_contain_text("Frühsommer 2027")
    expect(window.locator(".v-todo li").first).to_be_visible()


def test_of_two_editors_the_second_is_told_and_nothing_is_lost(desk, edition):
    article = ArticlePage.objects.child_of(edition).first()
    address = reverse("wagtailadmin_pages:edit", args=[article.pk])
    ines, mehmet = desk(address), desk(address, name="mehmet", first_name="Mehmet")
    mehmet.locator("[name=standfirst]").fill("Mehmets Vorspann.")
    press(mehmet.locator("button.action-save").first)
    expect(mehmet.locator(".messages .success")).to_be_visible()
    ines.locator("[name=standfirst]").fill("Der Vorspann von Ines.")
    press(ines.locator("button.action-save").first)
    expect(ines.locator(".messages .error")).to_contain_text("Mehmet")
    expect(ines.locator("[name=standfirst]")).to_have_value("Der Vorspann von Ines.")
    with ines.expect_popup() as compare:
        ines.locator(".messages .warning a").click()
    expect(compare.value.locator("body")).to_contain_text("Mehmets Vorspann.")
    press(ines.locator("button.action-save").first)
    expect(ines.locator(".messages .success")).to_be_visible()
    page = Page.objects.get(pk=article.pk)
    assert page.get_latest_revision_as_object().standfirst == "Der Vorspann von Ines."
    assert any(revision.content["standfirst"] == "Mehmets Vorspann." for revision in page.revisions.all())


def test_arabic_typed_into_a_german_admin_runs_from_right_to_left(desk, edition):
    window = desk(reverse("wagtailadmin_pages:add", args=["editions", "articlepage", edition.pk]))
    for field in ("title", "standfirst"):
        window.locator(f"[name={field}]").fill("أحد عشر بستانًا وصنبور واحد")
        assert window.locator(f"[name={field}]").evaluate("field => getComputedStyle(field).direction") == "rtl"
    window.locator("[name=kicker]").fill("Nachbarschaft")
    assert window.locator("[name=kicker]").evaluate("field => getComputedStyle(field).direction") == "ltr"


def test_a_phones_picture_asks_for_its_credit_and_forgets_where_it_was_taken(desk, edition, tmp_path):
    photo = tmp_path / "garten.jpg"
    data = io.BytesIO()
    Image.effect_noise((1063, 709), 60).convert("RGB").save(data, "JPEG", exif=gps_exif(6))
    photo.write_bytes(data.getvalue())
    window = desk(reverse("wagtailimages:add_multiple"))
    window.locator("input[type=file]").set_input_files(photo)
    form = window.locator("#upload-list form")
    expect(form).to_contain_text("6 × 9 cm")
    form.locator("button[type=submit]").click()
    expect(form.locator(".error-message").first).to_be_visible()
    form.locator("[name$=-description]").fill("Ein Gartentor im Abendlicht")
    form.locator("[name$=-credit]").fill("Jonne Reith")
    form.locator("button[type=submit]").click()
    expect(form).to_have_count(0)
    image = CouncilImage.objects.get(credit="Jonne Reith", title__icontains="garten")
    assert (image.width, image.height) == (709, 1063)
    assert betrays_nothing(content(image))


def test_a_pdf_named_jpg_is_refused_in_words_that_help(desk, edition, tmp_path):
    fake = tmp_path / "seite.jpg"
    fake.write_bytes(b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n")
    window = desk(reverse("wagtailimages:add_multiple"))
    window.locator("input[type=file]").set_input_files(fake)
    expect(window.locator("#upload-list")).to_contain_text("PDF")
    assert not CouncilImage.objects.filter(title__icontains="seite").exists()


def test_articles_are_put_in_order_by_dragging(desk, edition):
    window = desk(reverse("wagtailadmin_explore", args=[edition.pk]))
    handles = window.locator(".listing tbody tr .handle, .listing tbody tr [data-w-orderable-target=handle]")
    expect(handles.first).to_be_visible()
    titles = list(ArticlePage.objects.child_of(edition).order_by("path").values_list("title", flat=True))
    handles.nth(2).drag_to(handles.nth(0))
    expect(window.locator(".messages .success")).to_be_visible()
    after = list(ArticlePage.objects.child_of(edition).order_by("path").values_list("title", flat=True))
    assert after == [titles[2], titles[0], titles[1]]


def test_a_double_click_prepares_one_mailing(desk, edition):
    window = desk(reverse("mailings:new", args=[edition.pk]))
    # Within some milliseconds the browser itself drops the second one; nobody clicks so fast.
    window.locator("main form[method=post] button").evaluate("button => { button.click(); setTimeout(() => button.click(), 50) }")
    expect(window).to_have_url(re.compile(r"/mailings/\d+/$"))
    assert Mailing.objects.filter(page=edition).count() == 1

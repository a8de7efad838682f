"""A resident takes part from an Arabic phone: sends sentence and photo, confirms, is accepted, approves their own poster,
is published, and takes everything back. Between the steps the office works in its admin."""

import io
import re

import pytest
from django.core import mail
from PIL import Image
from playwright.sync_api import expect

from cms.campaigns.models import Submission, TestimonialPage
from tests.bodies import ARABIC, translate_tree
from tests.campaigns.content import make_campaign
from tests.factories import make_home

from .conftest import axe_complaints, patient, press
from .test_print_desk import publish
from .test_web_pages import overflow

pytestmark = [pytest.mark.slow, pytest.mark.django_db(transaction=True, serialized_rollback=True)]

PHONE = 360
SAID = "نحلاتي لا تعرف حدوداً."
STORY = "إحدى عشرة خلية خلف محطة القطار."


@pytest.fixture
def campaign(locales):
    campaign = make_campaign(make_home())
    translate_tree(campaign, locale=locales["ar"], words=ARABIC)
    return campaign


@pytest.fixture
def office(chromium, live_server, editor):
    """The editor's window at her desk."""
    context = patient(chromium.new_context(base_url=live_server.url, viewport={"width": 1280, "height": 900}, locale="de-DE"))
    window = context.new_page()
    window.goto("/admin/login/")
    window.locator("[name=username]").fill("redaktion")
    window.locator("[name=password]").fill("lindenau")
    press(window.locator("button[type=submit]"))
    yield window
    context.close()


@pytest.fixture
def photo(tmp_path):
    """As a phone takes it: with the place in it, lying on its side."""
    exif = Image.Exif()
    exif[0x0112] = 6
    exif.get_ifd(0x8825)[1] = "N"
    exif.get_ifd(0x8825)[2] = (49.0, 30.0, 0.0)
    path = tmp_path / "IMG_0815.jpg"
    Image.effect_noise((2500, 2000), 40).convert("RGB").save(path, "JPEG", exif=exif)
    return path


def path_in(message, part: str) -> str:
    """The link of a mail whose address contains `part`, as a path of this site."""
    return re.search(rf"https?://[^/\s]+(/\S*/{part}/\S+)", message.body)[1]


def fits_and_is_accessible(window) -> None:
    assert window.locator("html").get_attribute("dir") == "rtl"
    assert overflow(window) <= 0
    assert axe_complaints(window) == ""


def test_a_resident_is_in_the_campaign_and_leaves_it(open_page, office, campaign, photo):
    phone = open_page("/ar/wir-sind-lindenau/", width=PHONE, has_touch=True, is_mobile=True, locale="ar")
    takes_part(phone, photo)
    confirms(phone)
    submission = Submission.objects.get()
    accepts(office, submission)
    asks_for_approval(office, submission)
    approval = approves(phone)
    pages = is_published(office, phone, submission)
    withdraws(phone, approval, pages)


def takes_part(phone, photo) -> None:
    press(phone.locator(".ask .btn"))
    fits_and_is_accessible(phone)
    phone.locator("[name=statement]").fill(SAID)
    phone.locator("[name=story]").fill(STORY)
    assert phone.locator("[name=said_in]").input_value() == "ar"
    phone.locator("[name=photo]").set_input_files(photo)
    phone.locator("[name=name]").fill("رامي كساب")
    phone.locator("[name=line]").fill("نحّال خلف محطة القطار")
    phone.locator("[name=email]").fill("rami@lindenau.example")
    phone.locator("[name=grown][value=adult]").check()
    for medium in ("web", "poster", "ads"):
        phone.locator(f"[name=media][value={medium}]").check()
    phone.locator("[name=period][value='3']").check()
    press(phone.locator(".join__send button"))  # without the consent: said in Arabic, and nothing is lost
    assert phone.locator("[role=alert] a[href='#id_agree']").is_visible()
    assert phone.locator("[name=statement]").input_value() == SAID
    assert phone.locator(".kept").is_visible()
    fits_and_is_accessible(phone)
    phone.locator("[name=agree]").check()
    press(phone.locator(".join__send button"))
    fits_and_is_accessible(phone)
    assert phone.url.endswith("/thanks/")


def confirms(phone) -> None:
    assert mail.outbox[-1].to == ["rami@lindenau.example"]
    phone.goto(path_in(mail.outbox[-1], "confirm"))
    fits_and_is_accessible(phone)
    press(phone.locator("main form button"))
    fits_and_is_accessible(phone)
    assert Submission.objects.get().state == Submission.State.WAITING


def accepts(office, submission) -> None:
    office.goto("/admin/campaigns/submissions/")
    press(office.locator(".mod-card h3 a"))
    assert axe_complaints(office, context=".mod") == ""
    with Image.open(io.BytesIO(office.request.get(f"/admin/campaigns/submissions/{submission.pk}/photo/").body())) as kept:
        assert kept.size == (2000, 2500)  # upright
        assert not dict(kept.getexif())
    office.locator("[name=statement]").fill("Meine Bienen kennen keine Grenze.")
    office.locator("[name=line]").fill("Imker hinter dem Bahnhof")
    press(office.locator(".mod-box--main button"))
    assert office.locator(".mod-undo").is_visible()


def asks_for_approval(office, submission) -> None:
    office.goto(f"/admin/campaigns/submissions/{submission.pk}/")
    press(office.locator("form[action$='/approval/'] button"))
    assert mail.outbox[-1].to == ["rami@lindenau.example"]


def approves(phone) -> str:
    """Returns the address of the resident's own page."""
    approval = path_in(mail.outbox[-1], "approval")
    phone.goto(approval)
    expect(phone.locator("[data-drawing]")).to_have_count(0)  # everything is drawn
    expect(phone.locator(".own__piece img")).to_have_count(2)
    fits_and_is_accessible(phone)
    press(phone.locator("button.btn--call"))
    assert phone.locator("#said").is_visible()
    return approval


def is_published(office, phone, submission) -> list[str]:
    """Both languages; returns the addresses."""
    submission.refresh_from_db()
    found = TestimonialPage.objects.filter(translation_key=submission.testimonial_key).order_by("pk")
    for page in found:
        office.goto(f"/admin/pages/{page.pk}/edit/")
        publish(office)
    paths = [page.url for page in found.all() if page.live]
    assert len(paths) == 2
    for path, words in zip(paths, ("Meine Bienen kennen keine Grenze.", SAID), strict=True):
        assert phone.goto(path).status == 200
        assert words in phone.locator("main").inner_text()
    phone.goto("/ar/wir-sind-lindenau/")
    assert SAID in phone.locator(".gallery").inner_text()
    return paths


def withdraws(phone, approval: str, paths: list[str]) -> None:
    phone.goto(approval)
    press(phone.locator(".own__back a"))
    fits_and_is_accessible(phone)
    press(phone.locator("main form .btn--call"))
    for path in paths:
        assert phone.goto(path).status == 404
    for path in ("/ar/wir-sind-lindenau/", "/de/wir-sind-lindenau/"):
        phone.goto(path)
        assert SAID not in phone.content() and "Meine Bienen" not in phone.content()
    assert not TestimonialPage.objects.filter(live=True).exists()

"""A mailing from the edition to its last reader, in a real browser against the whole house, by two people of the office.

The editor composes it, mends two findings, has it approved by the chair, sends, takes back, sends, watches, stops and goes on. A
reader changes the language and leaves; the consent sheet tells all of it.
"""

import os
import re
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.bootstrap.house import House
from tests.demo import house_with_demo

from .conftest import WAIT_MS, axe_complaints, patient, press, send_form

pytestmark = pytest.mark.slow

READER = f"leserin-{os.getpid()}@lindenau.example"
SHOTS = Path(__file__).resolve().parent.parent.parent / "var" / "screenshots" / "newsletter-office"


@pytest.fixture(scope="module")
def house(demo, migrated, django_db_blocker, tmp_path_factory):
    """The house with its demo content; two people must agree, and every mailing waits a minute."""
    folder = tmp_path_factory.mktemp("office")
    with django_db_blocker.unblock(), house_with_demo(demo, folder) as variables:
        migrated.restore()
        house = House(folder, **variables)
        house.wait_until_open()
        house.keep_listening()
        yield house
        house.end()


class Office:
    """Windows of the people of this story."""

    def __init__(self, house: House, browser: Browser) -> None:
        self.house, self.browser, self.taken = house, browser, 0
        shutil.rmtree(SHOTS, ignore_errors=True)
        SHOTS.mkdir(parents=True)

    def window(self, *, language: str = "de-DE", width: int = 1280) -> Page:
        context = self.browser.new_context(base_url=self.house.site, viewport={"width": width, "height": 900}, locale=language)
        return patient(context).new_page()

    def login(self, name: str) -> Page:
        window = self.window()
        window.goto("/admin/login/")
        window.locator("[name=username]").fill(name)
        window.locator("[name=password]").fill("lindenau")
        press(window.locator("button[type=submit]"))
        return window

    def photograph(self, window: Page, name: str) -> None:
        self.taken += 1
        window.screenshot(path=SHOTS / f"{self.taken:02}-{name}.png")

    def text_of_newest_mail(self, post: Page, *, about: str = "") -> str:
        """The text of the newest mail to the reader, as soon as it is there."""
        post.goto(f"{self.house.mailbox}?q={READER}")
        link = post.locator(".mail__subject a", has_text=about).first
        expect(link).to_be_visible(timeout=WAIT_MS)
        press(link)
        post.goto(post.url.rstrip("/") + "/text/")
        return post.locator("main").inner_text()


@pytest.fixture(scope="module")
def office(house, chromium):
    return Office(house, chromium)


def set_policy(window: Page) -> None:
    """Two people, a minute to take back, and slowly, so that there is something to stop."""
    window.goto("/admin/settings/newsletter/sendingpolicy/")
    window.locator("[name=undo_minutes]").fill("1")
    window.locator("[name=four_eyes]").check()
    window.locator("[name=messages_per_second]").fill("1")
    press(window.locator("button[type=submit].action-save, .footer button[type=submit], button.action-save").first)
    expect(window.locator(".messages .success")).to_be_visible()


def subscribe(office: Office, reader: Page, post: Page) -> None:
    """By double opt-in, in Arabic, on a phone."""
    reader.goto("/ar/newsletter/")
    reader.locator(".signup [name=address]").fill(READER)
    for box in reader.locator(".signup [name=topics]").all():
        box.check()
    send_form(reader.locator(".signup form button"))
    confirm = re.search(r"https?://\S+/ar/newsletter/confirm/\S+?/", office.text_of_newest_mail(post))[0]
    reader.goto(confirm)
    press(reader.locator("main form button").first)


def number(window: Page, state: str) -> int:
    return int(window.locator(f'[data-number="{state}"]').inner_text())


def test_from_the_edition_to_the_last_reader(office):
    boss, editor, chair = office.login("admin"), office.login("redaktion"), office.login("vorsitz")
    reader, post = office.window(language="ar", width=390), office.window()
    set_policy(boss)
    subscribe(office, reader, post)

    # The editor makes a mailing of the edition, and puts an article first with the keyboard.
    editor.goto("/admin/")
    edition = re.search(r"editions/(\d+)/new", editor.content())[1]
    editor.goto(f"/admin/mailings/new/{edition}/")
    press(editor.locator(".nl form button").first)
    second = editor.locator("[data-item]").nth(1).locator(".nl__name").inner_text()
    move = editor.locator("[data-item]").nth(1).locator("[data-move=up]")
    move.focus()
    editor.keyboard.press("Enter")
    expect(editor.locator("[data-item]").first.locator(".nl__name")).to_have_text(second)
    expect(editor.locator("[data-said]")).to_contain_text("1")
    frame = editor.frame_locator("[data-live-frame]")
    expect(frame.locator("h1")).to_contain_text(second.split()[0])

    # Beside it she sees the mail: on a phone, in the dark, as text, and as the reader in Arabic gets it.
    editor.locator("[name=subject_de]").fill("")
    editor.get_by_text("Telefon", exact=True).click()
    editor.locator("[data-live-dark]").check()
    office.photograph(editor, "schreiben-dunkel")
    editor.locator("[data-live-reader]").fill(READER)
    expect(frame.locator("html")).to_have_attribute("dir", "rtl")
    expect(editor.locator("[data-live-said]")).not_to_be_empty()
    editor.get_by_text("Text", exact=True).click()
    expect(editor.locator("[data-live-text]")).to_contain_text("/newsletter/leave/")
    office.photograph(editor, "schreiben-als-text")
    assert axe_complaints(editor, context="main") == ""

    # The checks find two things: no subject, no topic.
    press(editor.locator("button[name=ready]"))
    expect(editor.locator("#de-subject")).to_be_visible()
    expect(editor.locator(".nl__list .nl__bad", has_text="Thema")).to_be_visible()
    office.photograph(editor, "pruefen-zwei-funde")
    assert axe_complaints(editor, context="main") == ""
    press(editor.locator("#de-subject a"))
    editor.locator("[name=subject_de]").fill("Elf Gärten und ein Wasserhahn")
    for box in editor.locator("[name=topics]").all():
        box.check()
    press(editor.locator("button[name=ready]"))
    expect(editor.locator("#de-subject")).to_have_count(0)
    expect(editor.locator(".nl__list .nl__bad", has_text="Thema")).to_have_count(0)

    # She cannot approve it herself; the chair reads it and does.
    mailing = re.search(r"/mailings/(\d+)/", editor.url)[1]
    press(editor.locator("#nl-approval form button"))
    editor.goto(f"/admin/mailings/{mailing}/review/")
    expect(editor.locator("button[value=approve]")).to_have_count(0)
    chair.goto("/admin/")
    press(chair.locator(f'a[href="/admin/mailings/{mailing}/review/"]').first)
    expect(chair.frame_locator(".nl__read iframe").first.locator("h1")).to_contain_text(second.split()[0])
    office.photograph(chair, "freigeben")
    press(chair.locator("button[value=approve]"))

    # Sent, taken back, sent again; then it leaves by itself.
    editor.goto(f"/admin/mailings/{mailing}/send/")
    press(editor.locator(".nl form button").first)
    expect(editor.locator("[data-clock]")).to_be_visible()
    office.photograph(editor, "bedenkzeit")
    press(editor.locator(".nl__count form button"))
    expect(editor.locator(".messages .success")).to_be_visible()
    editor.goto(f"/admin/mailings/{mailing}/send/")
    press(editor.locator(".nl form button").first)
    editor.wait_for_url(re.compile("/progress/"), timeout=WAIT_MS)

    # She watches, stops, and sends the rest.
    expect(editor.locator("[data-number=accepted]")).not_to_have_text("0", timeout=WAIT_MS)
    office.photograph(editor, "laeuft")
    press(editor.locator(f'form[action$="/mailings/{mailing}/stop/"] button'))
    expect(editor.locator(".nl__lead strong")).to_have_text("angehalten")
    out, kept = number(editor, "accepted"), number(editor, "cancelled")
    assert out > 0 and kept > 0
    assert out + kept + number(editor, "sending") == int(editor.locator("[data-total]").inner_text())
    office.photograph(editor, "angehalten")
    set_speed(boss)
    press(editor.locator(f'form[action$="/mailings/{mailing}/rest/"] button'))
    expect(editor.locator(".nl__lead strong")).to_have_text("gesendet", timeout=WAIT_MS)
    expect(editor.locator("[data-number=cancelled]")).to_have_text("0")
    office.photograph(editor, "gesendet")
    assert axe_complaints(editor, context="main") == ""

    # The reader changes the language, and leaves.
    text = office.text_of_newest_mail(post, about="")
    reader.goto(re.search(r"https?://\S+/newsletter/preferences/\S+?/", text)[0])
    reader.locator("[name=language]").select_option("tr")
    press(reader.locator("main form button").first)
    reader.goto(re.search(r"https?://\S+/newsletter/leave/\S+?/", text)[0])
    press(reader.locator("main form button").first)

    # The consent sheet tells all of it.
    editor.goto(f"/admin/subscribers/results/?q={READER}")
    press(editor.locator(f"a:has-text('{READER}')").first)
    sheet = editor.locator("main").inner_text()
    office.photograph(editor, "nachweis")
    for word in ("Anmeldung", "Bestätigung"):
        assert word in sheet
    assert "Türkçe" in sheet


def set_speed(window: Page) -> None:
    window.goto("/admin/settings/newsletter/sendingpolicy/")
    window.locator("[name=messages_per_second]").fill("0")
    press(window.locator("button[type=submit].action-save, .footer button[type=submit], button.action-save").first)
    expect(window.locator(".messages .success")).to_be_visible()

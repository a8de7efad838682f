"""A new editor's first day, in a real browser against the whole house: web server, worker, clock and mailbox as in `make start`.

She logs in, makes an edition with three articles and pictures, looks at it in every medium, publishes, fetches both PDFs,
sends it to a topic and reads the mail. Meanwhile a reader subscribes in Arabic, gets the mail, and leaves again.
The screenshots lie in var/screenshots/editors-day/ afterwards.
"""

import io
import os
import re
from pathlib import Path

import pikepdf
import pytest
from playwright.sync_api import Browser, Page, expect

from tests.bootstrap.house import House
from tests.demo import house_with_demo

from .conftest import patient, press, send_form

pytestmark = [pytest.mark.slow]

ROOT = Path(__file__).resolve().parent.parent.parent
SHOTS = ROOT / "var" / "screenshots" / "editors-day"
ARTICLES = [
    ("Der Markt spricht elf Sprachen", "Donnerstags um sieben bauen am Gaswerk vierzehn Händler auf."),
    ("Ein Fahrrad für drei", "In der Südstadt teilt sich ein Haus ein Lastenrad."),
    ("Die Bank vor dem Rathaus", "Seit Montag steht dort eine Bank, und niemand weiß, von wem."),
]
READER = f"qari-{os.getpid()}@lindenau.example"  # a new one every time, so that the test can be repeated on the same house
NUMBER = 25


@pytest.fixture(scope="module")
def house(demo, migrated, django_db_blocker, tmp_path_factory):
    """The house with its demo content, on a database of its own."""
    folder = tmp_path_factory.mktemp("day")
    with django_db_blocker.unblock(), house_with_demo(demo, folder) as variables:
        migrated.restore()
        house = House(folder, **variables)
        house.wait_until_open()
        house.keep_listening()
        yield house
        house.end()


class Day:
    """Windows of the editor and the reader, and the photographs of their day."""

    def __init__(self, house: House, browser: Browser) -> None:
        self.house, self.browser, self.taken = house, browser, 0
        SHOTS.mkdir(parents=True, exist_ok=True)

    def window(self, *, language: str, width: int = 1280) -> Page:
        context = self.browser.new_context(
            base_url=self.house.site, viewport={"width": width, "height": 900}, locale=language, accept_downloads=True
        )
        return patient(context).new_page()

    def photograph(self, window: Page, name: str) -> None:
        self.taken += 1
        window.screenshot(path=SHOTS / f"{self.taken:02}-{name}.png")

    def mail_to(self, window: Page, address: str, *, about: str) -> Page:
        """Opens the newest mail to `address` in the mailbox, as soon as it is there."""
        window.goto(f"{self.house.mailbox}?q={address}")
        link = window.locator(".mail__subject a", has_text=about).first
        expect(link).to_be_visible()  # the list keeps itself up to date
        press(link)
        return window

    def text_of_mail(self, window: Page) -> str:
        window.goto(window.url.rstrip("/") + "/text/")
        return window.locator("main").inner_text()


@pytest.fixture(scope="module")
def day(house, chromium):
    return Day(house, chromium)


@pytest.fixture(scope="module")
def editor(day):
    """Logged in as the demo's editor."""
    window = day.window(language="de-DE")
    window.goto("/admin/login/")
    window.get_by_label("Benutzername").fill("redaktion")
    window.locator("[name=password]").fill("lindenau")
    day.photograph(window, "anmelden")
    press(window.locator("button[type=submit]"))
    expect(window).to_have_url(re.compile("/admin/$"))
    day.photograph(window, "schreibtisch")
    return window


def ask(window: Page, address: str) -> dict:
    """An answer of the admin's own API."""
    return window.evaluate("async address => (await fetch('/admin/api/main/pages/' + address)).json()", address)


def press_publish(window: Page) -> None:
    footer = window.locator("footer.footer, .footer").last
    if not footer.locator("[name=action-publish]").is_visible():
        footer.locator("[data-w-dropdown-target=toggle]").click()
    press(window.locator("[name=action-publish]"))
    expect(window.locator(".messages .success")).to_be_visible()


def add_picture(window: Page, field: str, *, file: Path, alt: str) -> None:
    """Chooses a new picture through Wagtail's dialogue, with its words and its credit."""
    window.locator(f"#id_{field}-chooser [data-chooser-action-choose]").click()
    window.locator("#tab-label-upload").click()
    window.locator("[name=image-chooser-upload-file]").set_input_files(file)
    window.locator("[name=image-chooser-upload-title]").fill(alt)
    window.locator("[name=image-chooser-upload-description]").fill(alt)
    window.locator("[name=image-chooser-upload-credit]").fill("Jonne Reith")
    window.locator("#tab-upload button[type=submit]").click()
    expect(window.locator(f"#id_{field}")).not_to_have_value("")


def add_paragraph(window: Page, text: str) -> None:
    window.locator(".c-sf-add-button").last.click()
    window.get_by_role("option", name="Absatz").click()
    editor = window.locator("#panel-child-inhalt-body-section [contenteditable=true]").last
    expect(editor).to_be_visible()
    editor.click()
    expect(editor).to_be_focused()
    editor.press_sequentially(text)
    # The editor hands its text to the form a quarter of a second after the last key.
    expect(window.locator("[name^=body-][name$=-value-text]").last).to_have_value(re.compile(re.escape(text.split()[-1])))


def pictures(folder: Path) -> list[Path]:
    """Three drawings from the project's own kit, as an editor would have them on her desk."""
    from home.demo.pictures.draw import PICTURES as KIT
    from home.demo.pictures.raster import rasterise

    found = []
    for key in ("tour", "bahnhof", "rathaus"):
        path = folder / f"{key}.jpg"
        path.write_bytes(rasterise(KIT[key].draw(), width_px=2000))
        found.append(path)
    return found


def test_a_whole_day(day, editor, tmp_path):
    window = editor
    reader = day.window(language="ar", width=390)
    post = day.window(language="de-DE")

    # The reader subscribes, in Arabic, on a phone.
    reader.goto("/ar/newsletter/")
    assert reader.locator("html").get_attribute("dir") == "rtl"
    reader.locator(".signup [name=address]").fill(READER)
    for box in reader.locator(".signup [name=topics]").all():
        box.check()
    day.photograph(reader, "ar-anmelden")
    send_form(reader.locator(".signup form button"))
    expect(reader).to_have_url(re.compile("/thanks/"))
    day.mail_to(post, READER, about="")
    day.photograph(post, "ar-bestaetigung-im-postfach")
    confirm = re.search(r"https?://\S+/ar/newsletter/confirm/\S+?/", day.text_of_mail(post))[0]
    reader.goto(confirm)
    day.photograph(reader, "ar-bestaetigen")
    press(reader.locator("main form button").first)
    expect(reader.locator("main h1")).to_be_visible()
    day.photograph(reader, "ar-bestaetigt")

    # The editor makes an edition.
    window.goto("/admin/")
    current = re.search(r"editions/(\d+)/new", window.content())[1]
    publication = ask(window, f"{current}/")["meta"]["parent"]["id"]
    window.goto(f"/admin/pages/add/editions/editionpage/{publication}/")
    window.locator("[name=title]").fill(f"Vielfalt Nr. {NUMBER}")
    window.locator("[name=number]").fill(str(NUMBER))
    window.locator("[name=season]").fill("Frühjahr 2027")
    window.locator("[name=date]").fill("2027-04-23")
    window.keyboard.press("Escape")
    window.locator("[name=headline]").fill("Was auf dem Markt zu haben ist")
    window.locator("[name=standfirst]").fill("Elf Sprachen, ein Lastenrad und eine Bank, von der niemand weiß, woher sie kommt.")
    day.photograph(window, "neue-ausgabe")
    press(window.locator("button.action-save").first)
    expect(window.locator(".messages .success")).to_be_visible()
    edition = ask(window, f"?child_of={publication}&order=-id")["items"][0]["id"]
    for (title, standfirst), picture in zip(ARTICLES, pictures(tmp_path), strict=True):
        window.goto(f"/admin/pages/add/editions/articlepage/{edition}/")
        window.locator("[name=title]").fill(title)
        window.locator("[name=standfirst]").fill(standfirst)
        window.locator("[name=byline]").fill("Ines Kaltwasser")
        add_picture(window, "lead_image", file=picture, alt=f"Zeichnung zu: {title}")
        window.locator("[name=lead_alt]").fill(f"Zeichnung zu: {title}")
        window.locator("[name=lead_caption]").fill("Kurz vor acht, wenn die ersten kommen.")
        add_paragraph(window, f"{standfirst} Wer zuerst da ist, hilft beim Aufbauen. So war es immer, sagt Hanna Yildirim. ")
        if title == ARTICLES[0][0]:
            day.photograph(window, "beitrag-schreiben")
        press_publish(window)

    window.goto(f"/admin/pages/{edition}/edit/")
    press_publish(window)

    # She looks at it in every medium.
    for mode, expected in [("web", "main"), ("print", "figure img"), ("email", "body"), ("text", "body")]:
        window.goto(f"/admin/pages/{edition}/view_draft/?mode={mode}")
        expect(window.locator(expected).first).to_be_visible()
        if mode != "print":
            expect(window.locator("body")).to_contain_text(ARTICLES[0][0].split()[-1])
        day.photograph(window, f"vorschau-{mode}")

    # Both PDFs.
    for purpose in ("screen", "press"):
        window.goto(f"/admin/print/page/{edition}/")
        for box in window.locator("[name=purposes]").all():
            box.set_checked(box.get_attribute("value") == purpose)
        press(window.locator("[data-print-go]"))
        expect(window.locator(".messages .success")).to_be_visible()
        row = window.locator("[data-print-file]").first
        expect(row).to_have_attribute("data-state", "ready")
        with window.expect_download() as download:
            row.locator("[data-field=download]").click()
        path = tmp_path / f"{purpose}.pdf"
        download.value.save_as(path)
        with pikepdf.open(io.BytesIO(path.read_bytes())) as pdf:
            assert len(pdf.pages) >= 4
            assert ("/OutputIntents" in pdf.Root) is (purpose == "press")
        day.photograph(window, f"pdf-{purpose}")

    # She sends it to a topic.
    window.goto(f"/admin/mailings/new/{edition}/")
    press(window.locator("main form button, .nl form button").first)
    window.locator("[name=topics]").first.check()
    window.locator("[name=subject_de]").fill("Die neue Vielfalt ist da: Markttag")
    day.photograph(window, "mailing")
    press(window.locator("button[name=send]"))
    day.photograph(window, "mailing-senden")
    press(window.locator(".nl form button").first)
    # The page renews itself until the last mail has left; only then does it hold still for a photograph.
    expect(window.locator(".nl__lead strong")).to_contain_text("gesendet")
    assert "/progress/" in window.url
    day.photograph(window, "mailing-fortschritt")
    day.mail_to(post, READER, about="Markttag")
    day.photograph(post, "ar-mail-im-postfach")

    # The reader leaves again.
    leave = re.search(r"https?://\S+/newsletter/leave/\S+?/", day.text_of_mail(post))[0]
    reader.goto(leave)
    assert reader.locator("html").get_attribute("dir") == "rtl"
    day.photograph(reader, "ar-abmelden")
    press(reader.locator("main form button").first)
    expect(reader.locator("main h1")).to_be_visible()
    day.photograph(reader, "ar-abgemeldet")

    # And the edition is on the web.
    window.goto("/de/")
    expect(window.locator("body")).to_contain_text(ARTICLES[0][0].split()[-1])
    day.photograph(window, "startseite")

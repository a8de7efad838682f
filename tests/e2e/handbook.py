"""Photographs for docs/handbuch.md and docs/handbuch/, taken from a freshly started demo: `make screenshots` runs this last.

Each chapter of the handbook is one function here. What it photographs it makes first, by hand, as an editor would.
`python -m tests.e2e.handbook ADDRESS council` takes those of docs/handbuch/ only.
"""

import os
import re
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, expect, sync_playwright

from .conftest import CHROMIUM, OPTIONS, WAIT_MS, patient, press

IMAGES = Path(os.environ.get("HANDBOOK_IMAGES", Path(__file__).resolve().parent.parent.parent / "docs" / "img"))
PASSWORD = "lindenau"  # noqa: S105 -- the demo's
WIDTH = 1280


def shoot(window: Page, name: str, *, height: int = 860) -> None:
    """One picture of the window, `height` px high, with few colours: a screen has not more than that."""
    window.set_viewport_size({"width": WIDTH, "height": height})
    window.wait_for_load_state("networkidle")
    window.evaluate("Promise.all([...document.images].filter(i => i.loading !== 'lazy').map(i => i.decode().catch(() => 0)))")
    path = IMAGES / f"handbuch-{name}.png"
    window.screenshot(path=path, animations="disabled")
    with Image.open(path) as picture:
        picture.convert("RGB").quantize(200, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(path, optimize=True)


def log_in(browser: Browser, base_url: str, *, name: str, photograph: bool = False) -> Page:
    context = browser.new_context(base_url=base_url, viewport={"width": WIDTH, "height": 860}, locale="de-DE")
    window = patient(context).new_page()
    window.goto("/admin/login/")
    if photograph:
        shoot(window, "anmeldung")
    window.locator("[name=username]").fill(name)
    window.locator("[name=password]").fill(PASSWORD)
    press(window.locator("button[type=submit]"))
    return window


def page_called(window: Page, title: str, *, kind: str) -> int:
    """The German page with this title."""
    address = f"/admin/api/main/pages/?type={kind}&title={title}&locale=de"
    answer = window.evaluate("async address => (await fetch(address)).json()", address)
    return answer["items"][0]["id"]


# --- chapters 2 to 6 and 9 -----------------------------------------------------------------------------------------------
def editions_and_articles(window: Page) -> None:
    window.goto("/admin/")
    shoot(window, "uebersicht", height=1500)
    new = window.locator('.v-actions a[href$="/new/"]').get_attribute("href")
    article = window.locator(".v-matrix th[scope=row] a").first.get_attribute("href")
    arabic = window.locator(".v-matrix tbody tr:first-child td:nth-of-type(13) a").get_attribute("href")
    listing = window.locator(".v-foot a.button-secondary").get_attribute("href")
    for name, address in (("neue-ausgabe", new), ("beitraege", listing), ("beitrag", article), ("uebersetzung", arabic)):
        window.goto(address)
        shoot(window, name)


def pictures_and_council(window: Page) -> None:
    window.goto("/admin/images/")
    window.goto(window.locator("a.image-choice").first.get_attribute("href"))
    shoot(window, "bild")
    window.goto("/admin/settings/core/councilsettings/")
    shoot(window, "rat")


# --- chapter 7 -----------------------------------------------------------------------------------------------------------
def order(window: Page, page: int, *, purpose: str, draft: bool = False, package: str = "") -> str:
    """“Print as …”, until the file is ready; the address of its page."""
    window.goto(f"/admin/print/page/{page}/")
    for box in window.locator("[name=purposes]").all():
        box.set_checked(box.get_attribute("value") == purpose)
    if draft:
        window.locator("[name=source][value=draft]").check()
    window.locator("[name=package]").fill(package)
    press(window.locator("[data-print-go]"))
    row = window.locator("[data-print-file]").first
    expect(row).to_have_attribute("data-state", "ready", timeout=3 * WAIT_MS)
    return row.locator(".print-name").get_attribute("href")


def flatplan_and_print_as(window: Page, edition: int) -> None:
    window.goto(f"/admin/editions/{edition}/flatplan/")
    expect(window.locator(".flatplan-pages")).to_be_visible(timeout=3 * WAIT_MS)
    shoot(window, "heftplan", height=1500)
    window.goto(f"/admin/print/page/{page_called(window, 'Samira Haddad', kind='campaigns.TestimonialPage')}/")
    for box in window.locator("[name=purposes], [name=languages]").all()[:3]:
        box.check()
    window.locator("[name=pieces]").nth(3).check()
    shoot(window, "drucken", height=1660)


def preview_and_findings(window: Page) -> None:
    """A flyer with a word that was only meant to hold a place, and with more text than its panel holds."""
    flyer = page_called(window, "Kompetenz im Rat", kind="collateral.FlyerPage")
    window.goto(f"/admin/pages/{flyer}/edit/")
    window.locator("[name=panels-1-value-title]").fill("Lorem ipsum")
    window.locator("[contenteditable=true]").first.click()
    window.keyboard.press("Control+End")
    window.keyboard.insert_text(" Wer mag, bringt jemanden mit, der zum ersten Mal kommt, und stellt ihn den anderen vor." * 20)
    window.wait_for_timeout(1000)  # the editor hands its text to the form a moment later
    press(window.locator("button.action-save").first)
    window.goto(f"/admin/pages/{flyer}/view_draft/?mode=print")
    if window.locator("details:not([open]) > summary").count():
        window.locator("details > summary").first.click()
    shoot(window, "vorschau", height=1000)
    window.goto(order(window, flyer, purpose="press", draft=True))
    shoot(window, "druckpruefung", height=1000)


def release_and_package(window: Page) -> None:
    flyer = page_called(window, "Elf Ziele, ein Rathaus", kind="collateral.FlyerPage")
    window.goto(order(window, flyer, purpose="press", package="Faltblätter im Herbst"))
    for tick in window.locator("[name=key]").all():
        tick.check()
    if window.locator("[name=key]").count():
        press(window.get_by_role("button", name="Angehakte Warnungen hinnehmen"))
    press(window.get_by_role("button", name="Druckfreigabe erteilen"))
    shoot(window, "freigabe")
    window.goto("/admin/print/packages/")
    press(window.get_by_role("link", name="Faltblätter im Herbst").first)
    for field, value in {"copies": "2000", "paper": "Bilderdruck matt, 135 g/m²", "price_per_copy": "0.14"}.items():
        window.locator(f"[name=items-0-{field}]").fill(value)
    press(window.locator("button[name=pack]"))
    expect(window.locator(".print-summary .print-state-packed")).to_be_visible(timeout=3 * WAIT_MS)
    shoot(window, "paket", height=1100)


def proof(editor: Page, chair: Page, edition: int) -> None:
    """The editor submits the edition; the chair looks through the proof that was made of it."""
    editor.goto(f"/admin/pages/{edition}/edit/")
    editor.locator("footer [data-w-dropdown-target=toggle]").last.click()
    press(editor.locator("[name=action-submit]"))
    editor.goto(f"/admin/print/page/{edition}/")
    row = editor.locator("[data-print-file]").first
    expect(row).to_have_attribute("data-state", re.compile("ready|released"), timeout=3 * WAIT_MS)
    chair.goto(f"/admin/print/{row.get_attribute('data-print-file')}/proof/")
    chair.locator("[name=page-2][value=change]").check()
    chair.locator("[name=comment-2]").fill("Der Name unter dem Zitat schreibt sich mit th.")
    shoot(chair, "korrekturabzug", height=1150)


# --- chapter 8 -----------------------------------------------------------------------------------------------------------
def newsletter(window: Page, edition: int) -> None:
    """A mailing of the edition is written and checked; the one the demo has sent is watched; one reader's sheet is opened."""
    window.goto(f"/admin/mailings/new/{edition}/")
    press(window.locator(".nl form button").first)
    expect(window.frame_locator("[data-live-frame]").locator("h1")).not_to_be_empty()
    shoot(window, "mailing-schreiben", height=1100)
    press(window.locator("button[name=ready]"))
    shoot(window, "mailing-pruefen", height=1150)
    window.goto("/admin/mailings/")
    press(window.locator("a[href$='/progress/'], td.title a").last)
    shoot(window, "mailing-verfolgen", height=1100)
    window.goto("/admin/subscribers/")
    press(window.locator("td.title a, td a").first)
    shoot(window, "nachweis", height=1000)


# --- docs/handbuch/ ------------------------------------------------------------------------------------------------------
def follow(window: Page, pattern: str) -> None:
    """The first link whose address looks like this."""
    find = "(links, pattern) => links.map(link => link.getAttribute('href')).find(href => new RegExp(pattern).test(href))"
    address = window.eval_on_selector_all("a[href]", find, pattern)
    assert address, f"No link on {window.url} looks like {pattern}"
    window.goto(address)


def edit(window: Page, title: str, *, kind: str, at: str = "") -> None:
    """The form of a page, scrolled to one of its fields."""
    window.goto(f"/admin/pages/{page_called(window, title, kind=kind)}/edit/")
    window.wait_for_load_state("networkidle")
    if at:
        window.locator(at).first.evaluate("field => field.closest('section').scrollIntoView({block: 'start'})")
        window.mouse.wheel(0, -70)


def calendar(window: Page) -> None:
    edit(window, "Sprechstunde zu dritt", kind="events.EventPage", at="[data-contentpath=times]")
    shoot(window, "termine", height=1300)
    window.goto("/de/termine/?view=month&month=2026-12")
    shoot(window, "kalender", height=1500)
    window.goto("/de/termine/rat-auf-tour/")
    shoot(window, "tour", height=1200)


def registrations(window: Page) -> None:
    window.goto("/admin/registrations/")
    shoot(window, "anmeldungen")
    follow(window, r"/admin/registrations/\d+/$")
    shoot(window, "anmeldungen-termin", height=1200)


def directory_and_council(window: Page) -> None:
    window.goto("/admin/network/")
    shoot(window, "netzwerk")
    window.goto("/admin/snippets/directory/organisation/")
    follow(window, r"/organisation/edit/\d+/")
    shoot(window, "organisation", height=1200)
    window.goto("/de/rat/")
    shoot(window, "ratsseite", height=1300)


def library_and_reports(window: Page) -> None:
    window.goto("/admin/snippets/directory/librarydocument/")
    shoot(window, "bibliothek", height=1000)
    press(window.get_by_role("link", name="Niederschrift der 14. Sitzung"))
    window.locator(".v-advice").first.evaluate("advice => advice.closest('section').scrollIntoView({block: 'start'})")
    shoot(window, "bibliothek-pdf", height=1000)
    for name, address in (("pruefung", "publication-audit"), ("faellig", "content-review")):
        window.goto(f"/admin/reports/{address}/")
        shoot(window, f"bericht-{name}", height=1000)


def participation(window: Page) -> None:
    window.goto("/admin/participation_ideas/")
    shoot(window, "ideen")
    follow(window, r"/admin/participation/\d+/$")
    shoot(window, "idee", height=1300)
    window.goto("/admin/participation_surveys/")
    follow(window, r"/admin/participation_surveys/\d+/$")
    shoot(window, "umfrage", height=1300)


def campaign(window: Page) -> None:
    window.goto("/admin/campaigns/submissions/")
    shoot(window, "einsendungen", height=1100)
    samira = page_called(window, "Samira Haddad", kind="campaigns.TestimonialPage")
    window.goto(f"/admin/campaigns/{samira}/release/")
    shoot(window, "einwilligung", height=1100)


def budget_calls_and_welcome(window: Page) -> None:
    window.goto("/admin/budget/")
    shoot(window, "haushalt", height=1100)
    window.goto("/admin/calls/")
    press(window.get_by_role("link", name="Integrationspreis 2026"))
    shoot(window, "jury", height=1200)
    window.goto("/admin/welcome-package/")
    shoot(window, "willkommenspaket", height=1200)


COUNCIL = (
    calendar,
    registrations,
    directory_and_council,
    library_and_reports,
    participation,
    campaign,
    budget_calls_and_welcome,
)


def main(base_url: str, *, only_council: bool = False) -> None:
    IMAGES.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        editor = log_in(browser, base_url, name="redaktion", photograph=not only_council)
        for chapter in COUNCIL:
            chapter(editor)
        if only_council:
            return
        editions_and_articles(editor)
        pictures_and_council(editor)
        edition = page_called(editor, "Vielfalt Nr. 24", kind="editions.EditionPage")
        flatplan_and_print_as(editor, edition)
        preview_and_findings(editor)
        release_and_package(editor)
        newsletter(editor, edition)
        proof(editor, log_in(browser, base_url, name="vorsitz"), edition)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "http://localhost:8000", only_council="council" in sys.argv[2:])

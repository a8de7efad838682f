"""Photographs for docs/handbuch.md, taken from a running demo: `python -m tests.e2e.handbook http://localhost:8000`."""

import os
import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

IMAGES = Path(__file__).resolve().parent.parent.parent / "docs" / "img"
LOGIN, PASSWORD = "redaktion", "lindenau"


def shoot(window: Page, name: str) -> None:
    window.wait_for_load_state("networkidle")
    window.wait_for_timeout(600)
    window.screenshot(path=IMAGES / f"handbuch-{name}.png")


def photograph(window: Page) -> None:
    window.goto("/admin/login/")
    shoot(window, "anmeldung")
    window.locator("[name=username]").fill(LOGIN)
    window.locator("[name=password]").fill(PASSWORD)
    window.locator("button[type=submit]").click()
    window.wait_for_url("**/admin/")
    window.set_viewport_size({"width": 1280, "height": 1500})
    shoot(window, "uebersicht")
    window.set_viewport_size({"width": 1280, "height": 860})
    new = window.locator('.v-actions a[href$="/new/"]').get_attribute("href")
    article = window.locator(".v-matrix th[scope=row] a").first.get_attribute("href")
    translated = window.locator(".v-matrix tbody tr:first-child td:last-child a")
    arabic = translated.get_attribute("href") if translated.count() else None
    listing = window.locator(".v-foot a.button-secondary").get_attribute("href")
    for name, address in (("neue-ausgabe", new), ("beitraege", listing), ("beitrag", article), ("uebersetzung", arabic)):
        if address:
            window.goto(address)
            shoot(window, name)
    window.goto("/admin/images/")
    window.goto(window.locator("a.image-choice").first.get_attribute("href"))
    shoot(window, "bild")
    window.goto("/admin/settings/core/councilsettings/")
    shoot(window, "rat")


def main(base_url: str) -> None:
    IMAGES.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"),
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        window = browser.new_page(base_url=base_url, viewport={"width": 1280, "height": 860}, locale="de-DE")
        photograph(window)
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "http://localhost:8000")

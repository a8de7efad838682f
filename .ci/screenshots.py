"""`make screenshots`: opens a house of its own with the demo, photographs pages, papers, the admin and the mailbox.

The pictures lie in var/screenshots/ afterwards, those of the editor's handbook in docs/img/.
"""

import os
import re
import shutil
import signal
import subprocess
import sys
import urllib.parse
import urllib.request
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
STATE = ROOT / ".tools" / "screenshots"
TARGET = ROOT / "var" / "screenshots"
OPTIONS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
WIDTHS = {"desktop": 1280, "phone": 360}
PAGES_PER_LANGUAGE = 5
NOT_FOUND = ["de/gibt-es-nicht/", "ar/gibt-es-nicht/"]
ADMIN = ["", "mailings/", "mailings/1/", "mailings/1/progress/", "subscribers/", "topics/", "print/"]
LOGIN, PASSWORD = "redaktion", "lindenau"
PAPER_DPI = 80


def open_house() -> tuple[subprocess.Popen, str, str]:
    """The start script, once it has printed its summary: (process, address of the site, address of the mailbox)."""
    env = {**os.environ, "VIELFALT_VAR": str(STATE)}
    house = subprocess.Popen(
        [sys.executable, ".ci/start.py"], cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True, start_new_session=True
    )
    printed = ""
    for line in house.stdout:
        printed += line
        sys.stdout.write(line)
        if "Ctrl-C" in line:
            return house, *(re.search(rf"^  {label} +(http\S+)", printed, re.MULTILINE)[1] for label in ("Site", "Mailbox"))
    sys.exit("screenshots: the house did not open; the reason is above")


def addresses(site: str) -> list[str]:
    """The first pages of every language, as the sitemap lists them."""
    index = fetch(urllib.parse.urljoin(site, "sitemap.xml"))
    found = [link for part in re.findall(r"<loc>([^<]+)</loc>", index) for link in re.findall(r"<loc>([^<]+)</loc>", fetch(part))]
    by_language: dict[str, list[str]] = {}
    for link in sorted(set(found), key=lambda link: (link.count("/"), link)):
        language = urllib.parse.urlsplit(link).path.split("/")[1]
        by_language.setdefault(language, []).append(link)
    return [link for links in by_language.values() for link in (*links[: PAGES_PER_LANGUAGE - 1], links[-1])]


def fetch(url: str) -> str:
    with urllib.request.urlopen(url, timeout=60) as answer:
        return answer.read().decode()


def photograph(browser: Browser, urls: list[str], *, login: str = "") -> None:
    """Every address in both widths; with `login`, the address of the login page, as the demo's editor."""
    height = 1800 if login else 900  # the admin scrolls inside the window, so a picture shows no more than that
    for width_name, width in WIDTHS.items():
        context = browser.new_context(viewport={"width": width, "height": height}, locale="de-DE", reduced_motion="reduce")
        context.set_default_timeout(180_000)
        page = context.new_page()
        if login:
            page.goto(login)
            page.locator("[name=username]").fill(LOGIN)
            page.locator("[name=password]").fill(PASSWORD)
            page.locator("button[type=submit]").click()
            page.wait_for_url("**/admin/")
        for url in urls:
            name = urllib.parse.urlsplit(url).path.strip("/").replace("/", "_") or "mailbox"
            page.goto(url, wait_until="load")
            page.evaluate("document.fonts.ready")
            page.screenshot(path=TARGET / f"{name}-{width_name}.png", full_page=True)
        context.close()


def photograph_papers() -> None:
    for pdf in sorted((STATE / "print").rglob("*.pdf")):
        target = TARGET / f"paper-{pdf.parent.name}-{pdf.stem}"
        subprocess.run(["pdftoppm", "-png", "-r", str(PAPER_DPI), str(pdf), str(target)], check=True)


def main() -> None:
    shutil.rmtree(TARGET, ignore_errors=True)
    TARGET.mkdir(parents=True)
    house, site, mailbox = open_house()
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
            photograph(browser, [*addresses(site), *(urllib.parse.urljoin(site, path) for path in NOT_FOUND), mailbox])
            admin = urllib.parse.urljoin(site, "admin/")
            photograph(browser, [admin + path for path in ADMIN], login=admin + "login/")
            browser.close()
        photograph_papers()
        env = {**os.environ, "DJANGO_SETTINGS_MODULE": "cms.settings.test"}
        subprocess.run([sys.executable, "-m", "tests.e2e.handbook", site.rstrip("/")], cwd=ROOT, env=env, check=True)
    finally:
        os.killpg(house.pid, signal.SIGINT)
        house.communicate(timeout=180)
    print(f"screenshots: {len(list(TARGET.iterdir()))} pictures in {TARGET.relative_to(ROOT)}/")


if __name__ == "__main__":
    main()

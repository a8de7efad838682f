"""Browser fixtures: Debian's Chromium, one for each module, accessibility by axe, and the HTML checker."""

import json
import os
import subprocess
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from playwright.sync_api import BrowserContext, Locator, expect, sync_playwright

from cms.core.public_forms import MINIMUM_SECONDS
from tests.tools.verapdf.run import SHORT_LIVED

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
OPTIONS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-dev-shm-usage"]
WAIT_MS = 180_000  # how long anything may take: the machine may be busy, and the tasks of tests are done within the request
VNU = Path(os.environ.get("VNU", settings.BASE_DIR / ".tools" / "vnu.jar"))

expect.set_options(timeout=WAIT_MS)


@pytest.fixture(scope="module")
def chromium():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=OPTIONS)
        yield browser
        browser.close()


def axe_complaints(window, *, rules: list[str] | None = None, context: str | None = None) -> str:
    """What axe finds wrong on the page in the window, as a report; empty when nothing is. `rules` narrows it to these."""
    options = {"resultTypes": ["violations"]} | ({"runOnly": rules} if rules else {})
    results = Axe().run(window, context=context, options=options)
    return results.generate_report() if results.response["violations"] else ""


def patient(context: BrowserContext) -> BrowserContext:
    context.set_default_timeout(WAIT_MS)
    return context


def press(button: Locator) -> None:
    """Clicks what leads to another page, and waits until that page is there: only then has the server done its part."""
    with button.page.expect_navigation():
        button.click()


def send_form(button: Locator) -> None:
    """Sends a form of the public as a person would: a form filled faster is taken for a bot's."""
    button.page.wait_for_timeout(MINIMUM_SECONDS * 1000)
    press(button)


@pytest.fixture
def open_page(chromium, live_server):
    """Opens an address of the site in a fresh window; collects script errors, CSP complaints and foreign requests."""
    contexts, complaints = [], []

    def open_address(path, *, width=1280, scheme="light", **options):
        context = chromium.new_context(
            base_url=live_server.url, viewport={"width": width, "height": 800}, color_scheme=scheme, **options
        )
        contexts.append(patient(context))
        window = context.new_page()
        window.on("pageerror", lambda error: complaints.append(f"{window.url}: {error}"))
        window.on("console", lambda line: complaints.append(line.text) if "Content Security Policy" in line.text else None)
        window.on("request", lambda request: complain_if_foreign(request.url, live_server.url, complaints))
        window.goto(path)
        return window

    yield open_address
    for context in contexts:
        context.close()
    assert complaints == []


def complain_if_foreign(url: str, own: str, complaints: list) -> None:
    if not url.startswith((own, "data:", "blob:")):
        complaints.append(f"foreign request: {url}")


@pytest.fixture(scope="session")
def html_errors():
    """Runs the Nu HTML checker over documents {name: html} at once; returns its complaints as readable lines."""
    if not VNU.exists():
        pytest.fail(f"The HTML checker is not at {VNU}. `make test` fetches it; VNU=/path/to/vnu.jar uses another one.")

    def check(documents: dict[str, str], folder: Path) -> list[str]:
        for name, html in documents.items():
            (folder / f"{name}.html").write_text(html, encoding="utf-8")
        command = ["java", *SHORT_LIVED, "-jar", str(VNU), "--format", "json", "--exit-zero-always", str(folder)]
        report = subprocess.run(command, capture_output=True, text=True, timeout=180, check=True)
        messages = json.loads(report.stderr)["messages"]
        bad = [message for message in messages if message["type"] == "error"]
        return [f"{Path(m['url']).name}:{m.get('lastLine')}: {m['message']} ‹{m.get('extract', '')}›" for m in bad]

    return check

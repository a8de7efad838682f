"""Mails in a real browser: direction as webmail leaves it, contrast in both schemes, nothing fetched from elsewhere."""

import os
import re
import shutil

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from playwright.sync_api import sync_playwright

from cms.core.medium import Medium
from cms.renditions.render import render
from tests.bodies import ARABIC, GERMAN, every_block, translate_tree
from tests.factories import make_image

pytestmark = pytest.mark.slow

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or "/usr/bin/chromium"
# Visible Arabic words that are not set from right to left.
DIRECTIONS = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const wrong = [];
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent;
    const box = walker.currentNode.parentElement;
    if (!box.getClientRects().length) continue;  // the preheader, which no client shows in the mail itself
    if (/[\\u0600-\\u06ff]/.test(text) && getComputedStyle(box).direction !== 'rtl') wrong.push(text.trim());
  }
  return wrong;
}"""


@pytest.fixture(scope="module")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
        )
        yield browser
        browser.close()


@pytest.fixture
def article(edition):
    article = edition.lead()
    article.body = every_block(image=make_image("Probe"), page=edition, words=GERMAN)
    article.save_revision().publish()
    return article


def opened(browser, html: str, *, scheme: str = "light", width: int = 680):
    """The mail in a page whose own host answers with nothing; `asked` lists every address it wanted."""
    page = browser.new_page(color_scheme=scheme, viewport={"width": width, "height": 900})
    page.asked = []
    page.route("**/*", lambda route: (page.asked.append(route.request.url), route.abort()))
    page.set_content(html, wait_until="load")
    return page


def test_arabic_reads_from_the_right_even_where_webmail_drops_dir_and_lang(browser, article, locales):
    arabic = translate_tree(article, locale=locales["ar"], words=ARABIC)
    arabic.body = every_block(image=make_image("Probe"), page=article, words=ARABIC)
    arabic.save_revision().publish()
    for page in (arabic, arabic.get_parent().specific):
        html = render(page, medium=Medium.EMAIL).content
        stripped = re.sub(r'\s(?:dir|lang)="[^"]*"', "", html)
        assert "dir=" not in stripped
        assert opened(browser, stripped).evaluate(DIRECTIONS) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_and_grounds_keep_their_contrast(browser, article, scheme):
    for page in (article, article.get_parent().specific):
        shown = opened(browser, render(page, medium=Medium.EMAIL).content, scheme=scheme)
        found = Axe().run(shown, options={"runOnly": ["color-contrast", "image-alt", "link-name", "html-has-lang", "list"]})
        assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("width", [680, 360, 320])
def test_nothing_sticks_out_on_a_phone(browser, article, width):
    shown = opened(browser, render(article, medium=Medium.EMAIL).content, width=width)
    assert shown.evaluate("document.documentElement.scrollWidth") <= width


def test_reading_a_mail_asks_nobody_but_the_council(browser, article):
    shown = opened(browser, render(article, medium=Medium.EMAIL).content)
    assert shown.asked and all(address.startswith(settings.BASE_URL) for address in shown.asked)

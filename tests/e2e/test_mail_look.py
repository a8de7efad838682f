"""Mails in a real browser: direction as webmail leaves it, contrast in both schemes, nothing fetched from elsewhere."""

import re

import pytest
from django.conf import settings

from cms.core.mail_style import DESIGNS
from cms.core.medium import Medium
from cms.renditions.render import render
from tests.bodies import ARABIC, GERMAN, every_block, translate_tree
from tests.factories import make_image

from .conftest import axe_complaints

pytestmark = pytest.mark.slow

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


@pytest.fixture
def article(edition):
    article = edition.lead()
    article.body = every_block(image=make_image("Probe"), page=edition, words=GERMAN)
    article.save_revision().publish()
    return article


def opened(chromium, html: str, *, scheme: str = "light", width: int = 680):
    """The mail in a page whose own host answers with nothing; `asked` lists every address it wanted."""
    page = chromium.new_page(color_scheme=scheme, viewport={"width": width, "height": 900})
    page.asked = []
    page.route("**/*", lambda route: (page.asked.append(route.request.url), route.abort()))
    page.set_content(html, wait_until="load")
    return page


def test_arabic_reads_from_the_right_even_where_webmail_drops_dir_and_lang(chromium, article, locales):
    arabic = translate_tree(article, locale=locales["ar"], words=ARABIC)
    arabic.body = every_block(image=make_image("Probe"), page=article, words=ARABIC)
    arabic.save_revision().publish()
    for page in (arabic, arabic.get_parent().specific):
        for design in DESIGNS:
            html = render(page, medium=Medium.EMAIL, extra={"design": design}).content
            body = html[html.index("<body") :]  # webmail drops the head too
            stripped = re.sub(r'\s(?:dir|lang)="[^"]*"', "", body)
            assert "dir=" not in stripped
            assert opened(chromium, stripped).evaluate(DIRECTIONS) == [], design


@pytest.mark.parametrize("design", DESIGNS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_words_and_grounds_keep_their_contrast(chromium, article, scheme, design):
    for page in (article, article.get_parent().specific):
        shown = opened(chromium, render(page, medium=Medium.EMAIL, extra={"design": design}).content, scheme=scheme)
        assert axe_complaints(shown, rules=["color-contrast", "image-alt", "link-name", "html-has-lang", "list"]) == ""


@pytest.mark.parametrize("design", DESIGNS)
def test_nothing_sticks_out_on_a_phone(chromium, article, design):
    for page in (article, article.get_parent().specific):
        html = render(page, medium=Medium.EMAIL, extra={"design": design}).content
        for width in (680, 360, 320):
            assert opened(chromium, html, width=width).evaluate("document.documentElement.scrollWidth") <= width


def test_reading_a_mail_asks_nobody_but_the_council(chromium, article):
    shown = opened(chromium, render(article, medium=Medium.EMAIL).content)
    assert shown.asked and all(address.startswith(settings.BASE_URL) for address in shown.asked)

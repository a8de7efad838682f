"""Whatever editors paste, every medium gets clean, well-formed text with links that work."""

import html5lib
import pytest
from django.conf import settings
from django.utils import translation

from cms.core.medium import Medium
from cms.core.rich_text import MAX_DEPTH, as_plain_text, nesting, render_rich_text
from tests.bodies import ARABIC, translate_tree

HTML_MEDIA = [Medium.WEB, Medium.PRINT, Medium.EMAIL]
HOSTILE = {
    "script": "<p>Guten Tag<script>alert(1)</script></p>",
    "handler": '<p onclick="alert(1)">Guten <b onmouseover="alert(1)">Tag</b></p>',
    "javascript link": '<p>Guten <a href="javascript:alert(1)">Tag</a></p>',
    "data link": '<p>Guten <a href="data:text/html,<script>alert(1)</script>">Tag</a></p>',
    "picture": '<p>Guten Tag<img src="https://tracker.example/p.gif" onerror="alert(1)"></p>',
    "style": "<p>Guten Tag</p><style>@import url(https://tracker.example/a.css)</style>",
    "word": '<!--[if gte mso 9]><xml><o:x/></xml><![endif]--><p class="MsoNormal" style="mso-x:1">Guten<o:p></o:p> '
    '<span lang="DE" style="font-family:Calibri">Tag</span></p>',
    "unbalanced": "<p>Guten <b>Tag<p><i>noch</b> einer</i>",
    "svg": "<p>Guten Tag<svg><script>alert(1)</script></svg></p>",
    "mjml": "<p>Guten Tag</p></mj-text><mj-image src='https://tracker.example/p.gif' />",
    "iframe": "<p>Guten Tag</p><iframe src='https://tracker.example'></iframe>",
}


@pytest.fixture(autouse=True)
def german():
    with translation.override("de"):
        yield


@pytest.mark.parametrize("medium", list(Medium))
@pytest.mark.parametrize("source", HOSTILE.values(), ids=HOSTILE)
def test_hostile_input_leaves_only_words(source, medium):
    out = render_rich_text(source, medium=medium)
    assert "Guten" in out and "Tag" in out
    for forbidden in ("script", "alert", "tracker", "mso", "Mso", "onclick", "onerror", "mj-", "<span", "<!--", "Calibri"):
        assert forbidden not in out


@pytest.mark.parametrize("medium", HTML_MEDIA)
@pytest.mark.parametrize("source", HOSTILE.values(), ids=HOSTILE)
def test_html_is_well_formed(source, medium):
    parser = html5lib.HTMLParser(strict=True)
    parser.parseFragment(render_rich_text(source, medium=medium).replace("<br />", "<br>"))


@pytest.mark.parametrize("medium", list(Medium))
def test_a_tag_bomb_becomes_plain_words(medium):
    out = render_rich_text("<b>" * 9000 + "Wort", medium=medium)
    assert "Wort" in out
    assert nesting(out) <= MAX_DEPTH and len(out) < 200


@pytest.mark.parametrize("medium", list(Medium))
def test_nothing_gives_nothing(medium):
    assert render_rich_text(None, medium=medium) == ""
    assert render_rich_text("<p></p><p>&nbsp;</p>", medium=medium) == ""


def test_quotations_are_set_across_tags_and_not_across_paragraphs():
    out = render_rich_text('<p>"<b>Vier</b> geht auch", sagt er</p><p>"Nein"</p>', medium=Medium.WEB)
    assert out == "<p>„<b>Vier</b> geht auch“, sagt er</p><p>„Nein“</p>"


def test_escaped_characters_stay_escaped():
    out = render_rich_text("<p>3 &lt; 4 &amp; &lt;script&gt;</p>", medium=Medium.EMAIL)
    assert "3 &lt; 4 &amp; &lt;script&gt;" in out


def test_other_languages_keep_their_punctuation():
    with translation.override("tr"):
        assert render_rich_text('<p>"Evet" - dedi</p>', medium=Medium.WEB) == '<p>"Evet" - dedi</p>'


def test_text_medium_reads_like_a_letter():
    source = (
        '<p>Erstens &amp; zweitens.</p><ul><li>Mehl</li><li><a href="https://a.example/x?a=1&amp;b=2">Salz</a></li></ul>'
        '<ol><li>Rühren</li><li>Backen</li></ol><p><a href="mailto:rat@lindenau.example">rat@lindenau.example</a><br>Ende</p>'
    )
    assert render_rich_text(source, medium=Medium.TEXT) == (
        "Erstens & zweitens.\n\n- Mehl\n- Salz (https://a.example/x?a=1&b=2)\n\n1. Rühren\n2. Backen\n\n"
        "rat@lindenau.example\nEnde"
    )


def test_plain_text_never_repeats_an_address_that_is_its_own_label():
    assert as_plain_text('<a href="https://lindenau.example/">https://lindenau.example</a>') == "https://lindenau.example"


def test_links_in_mail_carry_their_colour_and_lists_open_on_the_right_side():
    out = render_rich_text('<ul><li><a href="https://a.example">x</a></li></ul>', medium=Medium.EMAIL, link_colour="#123456")
    assert 'style="color:#123456"' in out and "padding:0 0 0 22px" in out
    with translation.override("ar"):
        assert "padding:0 22px 0 0" in render_rich_text("<ul><li>x</li></ul>", medium=Medium.EMAIL)


def test_a_colour_that_is_none_never_reaches_a_style():
    out = render_rich_text('<p><a href="https://a.example">x</a></p>', medium=Medium.EMAIL, link_colour='red;"><script>')
    assert "script" not in out and "color:#0b4f5c" in out


def link_to(page) -> str:
    return f'<p><a linktype="page" id="{page.pk}">Wasserhahn</a></p>'


def test_a_page_link_is_absolute_everywhere_but_on_the_web(edition):
    article = edition.articles[0]
    assert 'href="/de/' in render_rich_text(link_to(article), medium=Medium.WEB)
    for medium in (Medium.PRINT, Medium.EMAIL):
        assert f'href="{settings.BASE_URL}{article.url}"' in render_rich_text(link_to(article), medium=medium)
    assert f"Wasserhahn ({settings.BASE_URL}{article.url})" in render_rich_text(link_to(article), medium=Medium.TEXT)


@pytest.mark.parametrize("medium", list(Medium))
def test_a_page_link_leads_to_the_readers_language(edition, locales, medium):
    arabic = translate_tree(edition, locale=locales["ar"], words=ARABIC)
    with translation.override("ar"):
        assert arabic.url in render_rich_text(link_to(edition), medium=medium)
    assert edition.url in render_rich_text(link_to(edition), medium=medium)


@pytest.mark.parametrize("medium", list(Medium))
def test_a_link_to_a_deleted_page_becomes_text(edition, medium):
    article = edition.articles[0]
    source = link_to(article)
    article.delete()
    out = render_rich_text(source, medium=medium)
    assert "Wasserhahn" in out and "<a" not in out and "http" not in out


@pytest.mark.parametrize("medium", list(Medium))
def test_a_link_to_a_page_that_is_not_published_becomes_text(edition, medium):
    article = edition.articles[0]
    article.unpublish()
    out = render_rich_text(link_to(article), medium=medium)
    assert "Wasserhahn" in out and "<a" not in out and "/de/" not in out
